//! The pictures on slides, with words of at least the size of small print on a slide.

use crate::chart::{
    Counts, LineChart, Palette, RangeRow, Size, Strips, Svg, counts, counts_summary, dots, lines_at, lines_summary,
    multiples, product_map, ranges_at, ranges_summary, strips, strips_summary,
};
use crate::text::{Text, Unit};
use crate::view::ProductMap;

/// Type size of most words in a picture, in points.
const WORDS: f64 = 28.0;
/// The same where a picture has an axis and names at its side.
const AXES: f64 = 24.0;
/// Width at which a product map is drawn before it is enlarged. Below that size it has no words, which would be too small.
const MAP: f64 = 300.0;

/// A picture on a slide.
#[derive(Clone, Debug)]
pub enum Figure {
    /// Numbers over the quarters.
    Lines(LineChart),
    /// Several of them side by side, with what the middle of many lines is called.
    Multiples(Vec<LineChart>, String),
    /// Results, each on its range; in dollars.
    Ranges(Vec<RangeRow>),
    /// Teams as dots on strips.
    Strips(Strips),
    /// How many teams did what.
    Counts(Counts),
    /// The map of a product, and whether it is grey.
    Map(Box<ProductMap>, bool),
    /// A row of dots, the first of them filled.
    Dots(u8, u8),
}

impl Figure {
    /// Draws it at a size in points.
    #[must_use]
    pub fn draw(&self, size: Size, text: &Text, palette: &Palette) -> Svg {
        match self {
            Self::Lines(chart) => lines_at(chart, size, AXES, palette),
            Self::Multiples(charts, middle) => multiples(charts, middle, size, WORDS, palette),
            Self::Ranges(rows) => ranges_at(rows, Unit::Dollars, text.numbers(), size, AXES, palette),
            Self::Strips(from) => strips(from, size, WORDS, palette),
            Self::Counts(from) => counts(from, size, WORDS, palette),
            Self::Map(map, quiet) => {
                let small = Size::new(MAP, MAP * size.height / size.width.max(1.0));
                product_map(map, small, &if *quiet { palette.grey() } else { *palette })
            }
            Self::Dots(full, of) => dots(*full, *of, size, palette),
        }
    }

    /// What it shows, in words.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        match self {
            Self::Lines(chart) => lines_summary(chart, text),
            Self::Multiples(charts, _) => charts.iter().map(|it| lines_summary(it, text)).collect::<Vec<_>>().join(" "),
            Self::Ranges(rows) => ranges_summary(rows, Unit::Dollars, text),
            Self::Strips(from) => strips_summary(from, text),
            Self::Counts(from) => counts_summary(from),
            Self::Map(map, _) => map.summary.clone(),
            Self::Dots(full, of) => text.with("turning-dots", &[("dots", full), ("of", of)]),
        }
    }
}
