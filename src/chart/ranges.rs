//! Ranges on one axis, hatched over their width, with the result as a line across.

use serde::Serialize;

use super::axis::Axis;
use super::label::{Hold, Label, width_of};
use super::palette::Palette;
use super::svg::{Area, Sheet, Size, Svg, hatch, line, n, rect};
use crate::ids::Seat;
use crate::text::{Numbers, Text, Unit, range};

/// A range.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RangeRow {
    /// What it is about.
    pub label: String,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// The result, if known.
    pub actual: Option<f64>,
    /// Whose range it is, for its colour; the label says so too.
    pub of: Option<Seat>,
    /// Whether it is grey, because another one is highlighted.
    pub quiet: bool,
}

/// Draws the ranges one below the other, on a common axis.
#[must_use]
pub fn ranges(rows: &[RangeRow], unit: Unit, numbers: &Numbers, size: Size, palette: &Palette) -> Svg {
    ranges_at(rows, unit, numbers, size, (size.width / 30.0).clamp(12.0, 16.0), palette)
}

/// The same with words of a size, as on slides.
#[must_use]
pub fn ranges_at(
    rows: &[RangeRow],
    unit: Unit,
    numbers: &Numbers,
    size: Size,
    type_size: f64,
    palette: &Palette,
) -> Svg {
    let mut sheet = Sheet::new(size);
    let (own, grey) = (palette, palette.grey());
    let values = rows.iter().flat_map(|row| [row.low, row.high].into_iter().chain(row.actual));
    let axis = Axis::over(values, 1e-6);
    let widest = rows.iter().map(|row| width_of(&row.label, type_size)).fold(0.0, f64::max);
    let labels = widest.min(size.width * 0.38) + type_size;
    let area = Area {
        x: labels,
        y: type_size * 0.5,
        width: (size.width - labels - type_size * 2.2).max(10.0),
        height: (size.height - type_size * 2.4).max(4.0),
    };
    let x = |value: f64| area.x + axis.share(value) * area.width;
    for &tick in &axis.ticks {
        sheet.add(line((x(tick), area.y), (x(tick), area.bottom()), palette.line, 1.0));
        let at = (x(tick), area.bottom() + type_size * 1.4);
        sheet.write(Label::new(unit.write(numbers, tick), at, type_size, palette.muted).middle());
    }
    let high = area.height / rows.len().max(1) as f64;
    for (i, row) in rows.iter().enumerate() {
        let palette = if row.quiet { &grey } else { own };
        let middle = area.y + (i as f64 + 0.5) * high;
        let thick = (high * 0.5).min(type_size * 1.8);
        let (from, to) = (x(row.low.min(row.high)), x(row.low.max(row.high)));
        let bar = Area { x: from, y: middle - thick / 2.0, width: (to - from).max(3.0), height: thick };
        let color = match row.of {
            Some(Seat::Product) => palette.product,
            Some(Seat::Sales) => palette.sales,
            None => palette.joint,
        };
        sheet.add(rect(bar, 2.0).set("fill", palette.soft(color).css()));
        sheet.add(hatch(bar, (thick * 0.4).max(4.0), color, 1.4));
        let edge = rect(bar, 2.0).set("fill", "none").set("stroke", color.css());
        sheet.add(edge.set("stroke-width", n(1.6)));
        if let Some(actual) = row.actual {
            let at = x(actual);
            let reach = thick * 0.8;
            sheet.add(line((at, middle - reach), (at, middle + reach), palette.ink, 3.0));
        }
        let at = (labels - type_size * 0.7, middle + type_size * 0.35);
        let label = Label::new(&row.label, at, type_size, palette.ink).hold(Hold::End);
        // The widest label is as wide as its place, give or take a rounding.
        sheet.write(label.cut(labels - type_size * 0.6));
    }
    sheet.finish()
}

/// The ranges in words.
#[must_use]
pub fn ranges_summary(rows: &[RangeRow], unit: Unit, text: &Text) -> String {
    let told = |row: &RangeRow| {
        let range = range(text, unit, row.low, row.high);
        match row.actual {
            Some(actual) => {
                let actual = unit.write(text, actual);
                text.with("chart-range-actual", &[("name", &row.label), ("range", &range), ("actual", &actual)])
            }
            None => text.with("chart-range", &[("name", &row.label), ("range", &range)]),
        }
    };
    rows.iter().map(told).collect::<Vec<_>>().join("; ")
}
