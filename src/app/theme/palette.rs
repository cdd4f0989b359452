//! Raw colours, one block per theme. Only `tokens` reads them.

use bevy::color::Color;

/// All colours of one theme.
pub(super) struct Colors {
    pub paper: Color,
    pub surface: Color,
    pub line: Color,
    pub rail: Color,
    pub control: Color,
    pub ink: Color,
    pub muted: Color,
    pub shadow: Color,
    pub neutral: ToneColors,
    pub product: ToneColors,
    pub sales: ToneColors,
    pub joint: ToneColors,
    pub good: ToneColors,
    pub caution: ToneColors,
    pub debt: ToneColors,
}

/// The four colours of one tone.
pub(super) struct ToneColors {
    pub strong: Color,
    pub soft: Color,
    pub edge: Color,
    pub on: Color,
}

const fn hex(rgb: u32) -> Color {
    Color::srgb(((rgb >> 16) & 0xFF) as f32 / 255.0, ((rgb >> 8) & 0xFF) as f32 / 255.0, (rgb & 0xFF) as f32 / 255.0)
}

const fn tone(strong: u32, soft: u32, edge: u32, on: u32) -> ToneColors {
    ToneColors { strong: hex(strong), soft: hex(soft), edge: hex(edge), on: hex(on) }
}

/// Warm paper and ink: the printed planning wall.
pub(super) const LIGHT: Colors = Colors {
    paper: hex(0xF7F5F0),
    surface: hex(0xFFFFFF),
    line: hex(0xD9D5CB),
    rail: hex(0xD9D5CB),
    control: hex(0x86827A),
    ink: hex(0x1B1F24),
    muted: hex(0x56606C),
    shadow: Color::srgba(0.106, 0.122, 0.141, 0.08),
    neutral: tone(0x1B1F24, 0xEFECE4, 0xD9D5CB, 0xFFFFFF),
    product: tone(0x1F6FB2, 0xE6F0F8, 0xBCD6EA, 0xFFFFFF),
    sales: tone(0xB84F14, 0xFCF0E8, 0xEFCDB8, 0xFFFFFF),
    joint: tone(0x6B4FA0, 0xEFEAF7, 0xD5C9EA, 0xFFFFFF),
    good: tone(0x1A7F5A, 0xECF7F1, 0xBFE0D1, 0xFFFFFF),
    caution: tone(0x8F5B0C, 0xFAF0DC, 0xECD9AE, 0xFFFFFF),
    debt: tone(0xA3284F, 0xF9E6EC, 0xECC2CF, 0xFFFFFF),
};

/// The same wall in a dim room.
pub(super) const DARK: Colors = Colors {
    paper: hex(0x14171B),
    surface: hex(0x1D2228),
    line: hex(0x343B44),
    rail: hex(0x434B55),
    control: hex(0x77818D),
    ink: hex(0xEDEFF2),
    muted: hex(0xA4AEBA),
    shadow: Color::srgba(0.0, 0.0, 0.0, 0.35),
    neutral: tone(0xEDEFF2, 0x2A3038, 0x434B55, 0x14171B),
    product: tone(0x6DB3F2, 0x1B2E40, 0x2F4F6D, 0x14171B),
    sales: tone(0xF29A5C, 0x3A271B, 0x66432B, 0x14171B),
    joint: tone(0xB79CF0, 0x2B253C, 0x4C4169, 0x14171B),
    good: tone(0x5CC69A, 0x18322A, 0x2A5747, 0x14171B),
    caution: tone(0xE0B15A, 0x362C19, 0x5E4D29, 0x14171B),
    debt: tone(0xF07A9E, 0x3A1F29, 0x663646, 0x14171B),
};

/// Black on white with strong edges, for weak projectors and weak eyes.
pub(super) const CONTRAST: Colors = Colors {
    paper: hex(0xFFFFFF),
    surface: hex(0xFFFFFF),
    line: hex(0x4A4A4A),
    rail: hex(0xC4C4C4),
    control: hex(0x000000),
    ink: hex(0x000000),
    muted: hex(0x2B2B2B),
    shadow: Color::NONE,
    neutral: tone(0x000000, 0xEDEDED, 0x4A4A4A, 0xFFFFFF),
    product: tone(0x003E7E, 0xE3EEFA, 0x003E7E, 0xFFFFFF),
    sales: tone(0x7A2E00, 0xFDEBDF, 0x7A2E00, 0xFFFFFF),
    joint: tone(0x3F1F85, 0xEDE6FA, 0x3F1F85, 0xFFFFFF),
    good: tone(0x00522F, 0xDDF3E8, 0x00522F, 0xFFFFFF),
    caution: tone(0x5A3600, 0xFBEFD5, 0x5A3600, 0xFFFFFF),
    debt: tone(0x7A0030, 0xFBE2EA, 0x7A0030, 0xFFFFFF),
};
