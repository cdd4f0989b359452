//! The colours of the themes: the one source of the window, of pictures and of pages.

use super::palette::Rgb;

/// All colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colors {
    /// The background around cards.
    pub paper: Rgb,
    /// The background of cards and pictures.
    pub surface: Rgb,
    /// Thin rules.
    pub line: Rgb,
    /// What a slider or a bar runs in.
    pub rail: Rgb,
    /// The edges of controls, and axes.
    pub control: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Less important text.
    pub muted: Rgb,
    /// Nobody's in particular.
    pub neutral: Shades,
    /// Product.
    pub product: Shades,
    /// Sales, and customers.
    pub sales: Shades,
    /// Both together.
    pub joint: Shades,
    /// Good changes.
    pub good: Shades,
    /// Warnings.
    pub caution: Shades,
    /// Debt and bespoke work, always hatched as well.
    pub debt: Shades,
}

/// The colours of one tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// The full colour.
    pub strong: Rgb,
    /// A tinted background.
    pub soft: Rgb,
    /// The border of that background.
    pub edge: Rgb,
    /// Text on the full colour.
    pub on: Rgb,
}

const fn hex(rgb: u32) -> Rgb {
    Rgb::hex(rgb)
}

const fn tone(strong: u32, soft: u32, edge: u32, on: u32) -> Shades {
    Shades { strong: hex(strong), soft: hex(soft), edge: hex(edge), on: hex(on) }
}

/// Warm paper and ink: the printed planning wall.
pub const LIGHT: Colors = Colors {
    paper: hex(0xF7F5F0),
    surface: hex(0xFFFFFF),
    line: hex(0xD9D5CB),
    rail: hex(0xD9D5CB),
    control: hex(0x86827A),
    ink: hex(0x1B1F24),
    muted: hex(0x56606C),
    neutral: tone(0x1B1F24, 0xEFECE4, 0xD9D5CB, 0xFFFFFF),
    product: tone(0x1F6FB2, 0xE6F0F8, 0xBCD6EA, 0xFFFFFF),
    sales: tone(0xB84F14, 0xFCF0E8, 0xEFCDB8, 0xFFFFFF),
    joint: tone(0x6B4FA0, 0xEFEAF7, 0xD5C9EA, 0xFFFFFF),
    good: tone(0x1A7F5A, 0xECF7F1, 0xBFE0D1, 0xFFFFFF),
    caution: tone(0x8F5B0C, 0xFAF0DC, 0xECD9AE, 0xFFFFFF),
    debt: tone(0xA3284F, 0xF9E6EC, 0xECC2CF, 0xFFFFFF),
};

/// The same wall in a dim room.
pub const DARK: Colors = Colors {
    paper: hex(0x14171B),
    surface: hex(0x1D2228),
    line: hex(0x343B44),
    rail: hex(0x434B55),
    control: hex(0x77818D),
    ink: hex(0xEDEFF2),
    muted: hex(0xA4AEBA),
    neutral: tone(0xEDEFF2, 0x2A3038, 0x434B55, 0x14171B),
    product: tone(0x6DB3F2, 0x1B2E40, 0x2F4F6D, 0x14171B),
    sales: tone(0xF29A5C, 0x3A271B, 0x66432B, 0x14171B),
    joint: tone(0xB79CF0, 0x2B253C, 0x4C4169, 0x14171B),
    good: tone(0x5CC69A, 0x18322A, 0x2A5747, 0x14171B),
    caution: tone(0xE0B15A, 0x362C19, 0x5E4D29, 0x14171B),
    debt: tone(0xF07A9E, 0x3A1F29, 0x663646, 0x14171B),
};

/// Black on white with strong edges, for weak projectors and weak eyes.
pub const CONTRAST: Colors = Colors {
    paper: hex(0xFFFFFF),
    surface: hex(0xFFFFFF),
    line: hex(0x4A4A4A),
    rail: hex(0xC4C4C4),
    control: hex(0x000000),
    ink: hex(0x000000),
    muted: hex(0x2B2B2B),
    neutral: tone(0x000000, 0xEDEDED, 0x4A4A4A, 0xFFFFFF),
    product: tone(0x003E7E, 0xE3EEFA, 0x003E7E, 0xFFFFFF),
    sales: tone(0x7A2E00, 0xFDEBDF, 0x7A2E00, 0xFFFFFF),
    joint: tone(0x3F1F85, 0xEDE6FA, 0x3F1F85, 0xFFFFFF),
    good: tone(0x00522F, 0xDDF3E8, 0x00522F, 0xFFFFFF),
    caution: tone(0x5A3600, 0xFBEFD5, 0x5A3600, 0xFFFFFF),
    debt: tone(0x7A0030, 0xFBE2EA, 0x7A0030, 0xFFFFFF),
};
