//! The colours of a picture.

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// The colours of a picture. The window fills it from its theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Cards and plates.
    pub surface: Rgb,
    /// Rules and outlines.
    pub line: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Text that steps back.
    pub muted: Rgb,
    /// Debt: always hatched as well.
    pub debt: Rgb,
    /// The tint of debt.
    pub debt_soft: Rgb,
    /// The colours of the themes of a product, repeated if there are more.
    pub themes: [Rgb; 5],
    /// Their tints.
    pub themes_soft: [Rgb; 5],
}

impl Palette {
    /// Ink on paper, for files.
    pub const PRINT: Self = Self {
        surface: [0xFF, 0xFF, 0xFF],
        line: [0xD9, 0xD5, 0xCB],
        ink: [0x1B, 0x1F, 0x24],
        muted: [0x56, 0x60, 0x6C],
        debt: [0xA3, 0x28, 0x4F],
        debt_soft: [0xF9, 0xE6, 0xEC],
        themes: [[0x1F, 0x6F, 0xB2], [0x1A, 0x7F, 0x5A], [0x6B, 0x4F, 0xA0], [0x8F, 0x5B, 0x0C], [0xB8, 0x4F, 0x14]],
        themes_soft: [
            [0xE6, 0xF0, 0xF8],
            [0xEC, 0xF7, 0xF1],
            [0xEF, 0xEA, 0xF7],
            [0xFA, 0xF0, 0xDC],
            [0xFC, 0xF0, 0xE8],
        ],
    };
}
