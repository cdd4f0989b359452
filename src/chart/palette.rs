//! The colours of a picture, by what they are for.

/// Contrast that a shape needs with what it lies on.
const GRAPHIC: f64 = 3.0;

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// A colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        Self((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    /// This colour moved toward another, 0..1 of the way.
    #[must_use]
    pub fn toward(self, goal: Self, amount: f64) -> Self {
        let mix = |from: u8, to: u8| libm::round(f64::from(from) + (f64::from(to) - f64::from(from)) * amount) as u8;
        Self(mix(self.0, goal.0), mix(self.1, goal.1), mix(self.2, goal.2))
    }

    /// How SVG writes it.
    #[must_use]
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Contrast with another colour, 1 to 21, as the accessibility guidelines count it.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// The colours of a picture. The window makes one from its theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Around the cards.
    pub paper: Rgb,
    /// What the picture lies on.
    pub surface: Rgb,
    /// Thin rules.
    pub line: Rgb,
    /// Lines that must be seen: axes.
    pub control: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Text that steps back.
    pub muted: Rgb,
    /// Product's side.
    pub product: Rgb,
    /// Sales' side, and customers.
    pub sales: Rgb,
    /// Both together.
    pub joint: Rgb,
    /// Good news.
    pub good: Rgb,
    /// Look at this.
    pub caution: Rgb,
    /// Debt, and what is bespoke; always hatched as well.
    pub debt: Rgb,
}

impl Palette {
    /// Ink on white paper: the colours of the light theme.
    #[must_use]
    pub const fn print() -> Self {
        Self {
            paper: Rgb::hex(0xF7F5F0),
            surface: Rgb::hex(0xFFFFFF),
            line: Rgb::hex(0xD9D5CB),
            control: Rgb::hex(0x86827A),
            ink: Rgb::hex(0x1B1F24),
            muted: Rgb::hex(0x56606C),
            product: Rgb::hex(0x1F6FB2),
            sales: Rgb::hex(0xB84F14),
            joint: Rgb::hex(0x6B4FA0),
            good: Rgb::hex(0x1A7F5A),
            caution: Rgb::hex(0x8F5B0C),
            debt: Rgb::hex(0xA3284F),
        }
    }

    /// The same colours moved toward the paper, 0..1 of the way.
    #[must_use]
    pub fn quiet(&self, amount: f64) -> Self {
        let pale = |color: Rgb| color.toward(self.paper, amount);
        Self {
            paper: self.paper,
            surface: pale(self.surface),
            line: pale(self.line),
            control: pale(self.control),
            ink: pale(self.ink),
            muted: pale(self.muted),
            product: pale(self.product),
            sales: pale(self.sales),
            joint: pale(self.joint),
            good: pale(self.good),
            caution: pale(self.caution),
            debt: pale(self.debt),
        }
    }

    /// A colour as a tint of the surface, for areas behind something.
    #[must_use]
    pub fn soft(&self, color: Rgb) -> Rgb {
        self.surface.toward(color, 0.10)
    }

    /// A colour that steps back behind its full self, and can still be told from the surface.
    #[must_use]
    pub fn step_back(&self, color: Rgb) -> Rgb {
        let steps = (0..=18).rev().map(|step| color.toward(self.surface, f64::from(step) * 0.02));
        steps.into_iter().find(|pale| pale.contrast(self.surface) >= GRAPHIC).unwrap_or(color)
    }

    /// The colour of a district of the product map. Sales' colour is left to customers, that of debt to specials.
    #[must_use]
    pub fn district(&self, position: usize) -> Rgb {
        let hues = [
            self.product,
            self.good,
            self.joint,
            self.caution,
            self.muted,
            self.product.toward(self.good, 0.55),
            self.joint.toward(self.muted, 0.5),
            self.caution.toward(self.good, 0.55),
        ];
        hues[position % hues.len()]
    }

    /// The colour of a series of lines; a dash pattern and a label tell it too.
    #[must_use]
    pub fn series(&self, position: usize) -> Rgb {
        let hues = [self.product, self.sales, self.good, self.joint, self.debt, self.caution, self.ink, self.muted];
        hues[position % hues.len()]
    }
}
