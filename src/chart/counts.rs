//! How many teams did what, as dots that can be counted.

use serde::Serialize;

use super::label::{Hold, Label, width_of};
use super::palette::Palette;
use super::svg::{Sheet, Size, Svg, circle, n};

/// The most of the width that the labels take.
const LABELS: f64 = 0.46;

/// So many teams for each of several answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Counts {
    /// What they did, by how many teams, and whether a highlighted team is among them.
    pub rows: Vec<(String, usize, bool)>,
    /// Whether a team is highlighted at all; then the others are grey.
    pub marks: bool,
}

/// Draws one row for each answer: its name, its dots, their number.
#[must_use]
pub fn counts(from: &Counts, size: Size, type_size: f64, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let high = size.height / from.rows.len().max(1) as f64;
    let most = from.rows.iter().map(|(_, count, _)| *count).max().unwrap_or(1).max(1);
    let number = width_of("00", type_size) + type_size;
    let (left, wide) = (size.width * LABELS + type_size * 0.8, size.width * (1.0 - LABELS) - type_size * 0.8 - number);
    // As many rows of dots as give the largest dots, and of those the fewest.
    let step = |lines: usize| (wide / most.div_ceil(lines) as f64).min(high * 0.92 / lines as f64).min(type_size);
    let lines = (1..=5).rev().max_by(|a, b| step(*a).total_cmp(&step(*b))).unwrap_or(1);
    let (step, columns) = (step(lines), most.div_ceil(lines));
    for (row, (label, count, own)) in from.rows.iter().enumerate() {
        let middle = (row as f64 + 0.5) * high;
        let base = middle + type_size * 0.35;
        let name = Label::new(label, (size.width * LABELS, base), type_size, palette.ink).hold(Hold::End);
        sheet.write(if *own { name.bold() } else { name }.cut(size.width * LABELS));
        let used = count.div_ceil(columns).max(1);
        for dot in 0..*count {
            let (column, line) = ((dot % columns) as f64, (dot / columns) as f64);
            let (x, y) = (left + (column + 0.5) * step, middle + (line + 0.5 - used as f64 / 2.0) * step);
            // One dot of the row is the highlighted team.
            let color = if from.marks && !(*own && dot == 0) { palette.muted } else { palette.joint };
            sheet.add(circle(x, y, step * 0.4).set("fill", color.css()).set("stroke-width", n(0.0)));
        }
        let right = left + (*count).min(columns) as f64 * step + type_size * 0.4;
        sheet.write(Label::new(count.to_string(), (right, base), type_size, palette.ink).bold());
    }
    sheet.finish()
}

/// The counts in words.
#[must_use]
pub fn counts_summary(from: &Counts) -> String {
    from.rows.iter().map(|(label, count, _)| format!("{label}: {count}")).collect::<Vec<_>>().join("; ")
}
