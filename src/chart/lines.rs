//! Lines over the quarters: several runs in one small picture, told apart by their dashes as well as by colour.

use super::svg::{Anchor, hex};
use super::{Palette, Svg};
use crate::text::Unit;

const LEFT: f32 = 54.0;
const RIGHT: f32 = 16.0;
const TOP: f32 = 12.0;
const BOTTOM: f32 = 24.0;
const LETTERS: f32 = 11.0;
/// Dashes of the runs, in order; they repeat after so many.
const DASHES: [&str; 5] = ["none", "7 4", "2 3", "10 3 2 3", "4 4"];

/// Lines over the quarters.
#[derive(Clone, Debug)]
pub struct Lines {
    /// One line per run: a value per quarter.
    pub series: Vec<Vec<f64>>,
    /// The names of the quarters.
    pub quarters: Vec<String>,
    /// The first quarter that nobody decided in; from there on the ground is shaded.
    pub echo: usize,
    /// How a value is written on the axis.
    pub unit: Unit,
}

/// Draws the lines at a size in logical pixels.
#[must_use]
pub fn lines(data: &Lines, size: (f32, f32), palette: &Palette) -> Svg {
    let mut svg = Svg::new(size.0, size.1);
    let longest = data.series.iter().map(Vec::len).max().unwrap_or(0).max(2);
    let (low, high) = range(&data.series);
    let across = |at: usize| LEFT + (size.0 - LEFT - RIGHT) * at as f32 / (longest - 1) as f32;
    let down = |value: f64| TOP + (size.1 - TOP - BOTTOM) * (1.0 - ((value - low) / (high - low)) as f32);
    if data.echo > 0 && data.echo < longest {
        let corner = (across(data.echo - 1), TOP);
        let shade = format!("fill='{}' fill-opacity='0.35'", hex(palette.line));
        svg.plate(corner, (size.0 - RIGHT - corner.0, size.1 - TOP - BOTTOM), 0.0, &shade);
    }
    for value in [low, (low + high) / 2.0, high] {
        let rule = format!("stroke='{}' stroke-width='1'", hex(palette.line));
        svg.line((LEFT, down(value)), (size.0 - RIGHT, down(value)), &rule);
        svg.text((4.0, down(value) + LETTERS * 0.35), Anchor::Start, LETTERS, palette.muted, &data.unit.write(value));
    }
    for at in [0, longest / 2, longest - 1] {
        if let Some(name) = data.quarters.get(at) {
            svg.text((across(at), size.1 - 7.0), Anchor::Middle, LETTERS, palette.muted, name);
        }
    }
    for (run, values) in data.series.iter().enumerate() {
        let points: Vec<String> =
            values.iter().enumerate().map(|(at, &value)| format!("{:.1},{:.1}", across(at), down(value))).collect();
        let color = palette.themes[run % palette.themes.len()];
        svg.path(&points, color, DASHES[run % DASHES.len()]);
        if let Some(&last) = values.last() {
            svg.dot((across(values.len() - 1), down(last)), 3.2, color);
        }
    }
    svg
}

/// The key of a run's line.
#[must_use]
pub fn line_key(run: usize, palette: &Palette) -> Svg {
    let mut svg = Svg::new(34.0, 12.0);
    let color = palette.themes[run % palette.themes.len()];
    svg.path(&["1,6".to_owned(), "27,6".to_owned()], color, DASHES[run % DASHES.len()]);
    svg.dot((29.0, 6.0), 3.2, color);
    svg
}

/// The axis: a little more than the values, and never nothing.
fn range(series: &[Vec<f64>]) -> (f64, f64) {
    let values = || series.iter().flatten().copied().filter(|value| value.is_finite());
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if low > high {
        return (0.0, 1.0);
    }
    let room = ((high - low) * 0.06).max(libm::fabs(high) * 0.01).max(f64::MIN_POSITIVE);
    // What is never negative has no axis below nothing.
    let floor = if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
    ((low - room).max(floor), high + room)
}
