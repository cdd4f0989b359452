//! How wide predictions were, as dots on one axis: filled where they held. One row for each lead.

use super::axis::Axis;
use super::label::{Hold, Label, width_of};
use super::palette::{Palette, Rgb};
use super::svg::{Area, Sheet, Size, Svg, circle, line, n, rect};
use crate::ids::Seat;
use crate::text::{self, Text};
use crate::view::{Came, Foreseen, Foresight};

/// Wider ranges than this share of the result are drawn at the edge: no prediction of that width says anything.
const EDGE: f64 = 1.0;
/// The smallest step between two marks of the axis.
const LEAST: f64 = 0.05;

/// Draws the predictions of the leads: a square for Product, a circle for Sales, in the order of the quarters from top to
/// bottom.
#[must_use]
pub fn widths(foresight: &[Foresight], text: &Text, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let type_size = (size.width / 34.0).clamp(11.5, 16.0);
    let all = || foresight.iter().flat_map(|lead| &lead.foreseen).filter_map(shown);
    let axis = Axis::over(all().chain([0.0]), LEAST);
    let labels = foresight.iter().map(|lead| width_of(&text::seat(text, lead.seat), type_size)).fold(0.0, f64::max);
    let x = labels.min(size.width * 0.38) + type_size;
    let area = Area {
        x,
        y: type_size * 2.2,
        width: (size.width - x - type_size * 2.0).max(10.0),
        height: (size.height - type_size * 5.4).max(10.0),
    };
    legend(&mut sheet, text, (x, type_size * 1.2), type_size, palette);
    let across = |value: f64| area.x + axis.share(value) * area.width;
    for &tick in &axis.ticks {
        sheet.add(line((across(tick), area.y), (across(tick), area.bottom()), palette.line, 1.0));
        let at = (across(tick), area.bottom() + type_size * 1.4);
        sheet.write(Label::new(text::percent(text, tick), at, type_size, palette.muted).middle());
    }
    let title = (area.x + area.width / 2.0, area.bottom() + type_size * 2.8);
    sheet.write(Label::new(text.get("foresight-width"), title, type_size, palette.muted).middle());
    let high = area.height / foresight.len().max(1) as f64;
    for (row, lead) in foresight.iter().enumerate() {
        let top = area.y + row as f64 * high;
        let base = top + high / 2.0 + type_size * 0.35;
        let name = Label::new(text::seat(text, lead.seat), (x - type_size * 0.7, base), type_size, palette.ink);
        sheet.write(name.hold(Hold::End));
        let step = high * 0.84 / lead.foreseen.len().max(1) as f64;
        let radius = (step * 0.62).clamp(3.0, type_size * 0.42);
        for (at, one) in lead.foreseen.iter().enumerate() {
            let Some(width) = shown(one) else { continue };
            let y = top + high * 0.08 + (at as f64 + 0.5) * step;
            mark(&mut sheet, lead.seat, one.came == Came::Held, (across(width), y), radius, palette);
        }
        if row > 0 {
            sheet.add(line((area.x, top), (area.right(), top), palette.line, 1.0));
        }
    }
    sheet.finish()
}

/// The predictions in words.
#[must_use]
pub fn widths_summary(foresight: &[Foresight], text: &Text) -> String {
    let told: Vec<&str> = foresight.iter().map(|lead| lead.told.as_str()).collect();
    format!("{}. {}", text.get("foresight-title"), told.join(" "))
}

/// Where the dot of a prediction is.
fn shown(one: &Foreseen) -> Option<f64> {
    one.width.map(|width| width.min(EDGE))
}

fn legend(sheet: &mut Sheet, text: &Text, (mut x, base): (f64, f64), size: f64, palette: &Palette) {
    for (held, key) in [(true, "foresight-dot-held"), (false, "foresight-dot-missed")] {
        let radius = size * 0.36;
        dot(sheet, held, palette.ink, (x + radius, base - 0.35 * size), radius, palette);
        let label = Label::new(text.get(key), (x + 1.2 * size, base), size, palette.muted);
        x += 2.4 * size + width_of(&label.text, size);
        sheet.write(label);
    }
}

fn mark(sheet: &mut Sheet, seat: Seat, held: bool, at: (f64, f64), radius: f64, palette: &Palette) {
    match seat {
        Seat::Product => square(sheet, held, at, radius * 0.9, palette),
        Seat::Sales => dot(sheet, held, palette.sales, at, radius, palette),
    }
}

fn dot(sheet: &mut Sheet, held: bool, color: Rgb, (x, y): (f64, f64), radius: f64, palette: &Palette) {
    let dot = circle(x, y, radius).set("fill", if held { color } else { palette.surface }.css());
    sheet.add(dot.set("stroke", color.css()).set("stroke-width", n(radius * 0.4)));
}

fn square(sheet: &mut Sheet, held: bool, (x, y): (f64, f64), half: f64, palette: &Palette) {
    let square = rect(Area::around(x, y, half), 0.0);
    let square = square.set("fill", if held { palette.product } else { palette.surface }.css());
    sheet.add(square.set("stroke", palette.product.css()).set("stroke-width", n(half * 0.4)));
}
