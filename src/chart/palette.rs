//! The colours of a picture, named by their use.

use super::colors::{Colors, LIGHT};

/// Least contrast between a shape and its background.
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

    /// This colour mixed with another, 0..1 of the way there.
    #[must_use]
    pub fn toward(self, goal: Self, amount: f64) -> Self {
        let mix = |from: u8, to: u8| libm::round(f64::from(from) + (f64::from(to) - f64::from(from)) * amount) as u8;
        Self(mix(self.0, goal.0), mix(self.1, goal.1), mix(self.2, goal.2))
    }

    /// The colour as written in SVG.
    #[must_use]
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Contrast with another colour, 1 to 21, as defined in the accessibility guidelines (WCAG).
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
    /// The background around cards.
    pub paper: Rgb,
    /// The background of the picture.
    pub surface: Rgb,
    /// Thin rules.
    pub line: Rgb,
    /// Lines that must be visible, such as axes.
    pub control: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Less important text.
    pub muted: Rgb,
    /// Product.
    pub product: Rgb,
    /// Sales, and customers.
    pub sales: Rgb,
    /// Both together.
    pub joint: Rgb,
    /// Good changes.
    pub good: Rgb,
    /// Warnings.
    pub caution: Rgb,
    /// Debt and bespoke work, always hatched as well.
    pub debt: Rgb,
}

impl Palette {
    /// Ink on white paper: the colours of the light theme.
    #[must_use]
    pub const fn print() -> Self {
        Self::of(&LIGHT)
    }

    /// The colours of a theme.
    #[must_use]
    pub const fn of(colors: &Colors) -> Self {
        Self {
            paper: colors.paper,
            surface: colors.surface,
            line: colors.line,
            control: colors.control,
            ink: colors.ink,
            muted: colors.muted,
            product: colors.product.strong,
            sales: colors.sales.strong,
            joint: colors.joint.strong,
            good: colors.good.strong,
            caution: colors.caution.strong,
            debt: colors.debt.strong,
        }
    }

    /// The same colours mixed with the paper, 0..1 of the way there.
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

    /// The same in grey, for what steps back because something else is highlighted.
    #[must_use]
    pub fn grey(&self) -> Self {
        let (shape, words) = (self.control, self.muted);
        Self {
            ink: words,
            muted: words,
            product: shape,
            sales: shape,
            joint: shape,
            good: shape,
            caution: shape,
            debt: shape,
            ..*self
        }
    }

    /// A colour as a light tint of the surface, for backgrounds.
    #[must_use]
    pub fn soft(&self, color: Rgb) -> Rgb {
        self.surface.toward(color, 0.10)
    }

    /// A paler version of a colour that still has enough contrast with the surface.
    #[must_use]
    pub fn step_back(&self, color: Rgb) -> Rgb {
        let steps = (0..=18).rev().map(|step| color.toward(self.surface, f64::from(step) * 0.02));
        steps.into_iter().find(|pale| pale.contrast(self.surface) >= GRAPHIC).unwrap_or(color)
    }

    /// The colour of a district of the product map. The colours of Sales and debt are not used, as customers and
    /// specials have those.
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

    /// The colour of a line in a chart; lines also differ in dash pattern and label.
    #[must_use]
    pub fn series(&self, position: usize) -> Rgb {
        let hues = [self.product, self.sales, self.good, self.joint, self.debt, self.caution, self.ink, self.muted];
        hues[position % hues.len()]
    }
}
