//! Many teams as dots on strips, one strip for each number: where most of them are, and who is alone.

use serde::Serialize;

use super::axis::Axis;
use super::label::{Hold, Label};
use super::legend::Legend;
use super::multiples::NAMED;
use super::palette::{Palette, Rgb};
use super::svg::{Area, Sheet, Size, Svg, circle, line, n};
use crate::text::{Numbers, Text, Unit};

/// The most of the width that the labels take.
const LABELS: f64 = 0.46;

/// Strips with one dot for each team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Strips {
    /// The strips, with the label of each and its values in the order of the names; `None` for a team without one.
    pub rows: Vec<(String, Vec<Option<f64>>)>,
    /// Values that the axis holds in any case.
    pub within: Vec<f64>,
    /// How the values are written.
    pub unit: Unit,
    /// The number format of the language.
    #[serde(skip)]
    pub numbers: Numbers,
    /// The teams.
    pub names: Vec<String>,
    /// The position of a highlighted team; the others are grey.
    pub marked: Option<usize>,
}

/// Draws the strips on one axis. Up to eight teams have a number each, which the legend below names; of more, only the
/// highlighted one is named.
#[must_use]
pub fn strips(from: &Strips, size: Size, type_size: f64, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let few = from.names.len() <= NAMED;
    let names: Vec<String> = match few {
        true => from.names.clone(),
        false => from.marked.and_then(|marked| from.names.get(marked)).cloned().into_iter().collect(),
    };
    let legend = Legend::new(&names, size.width, type_size);
    let alone = from.rows.len() < 2;
    let labels = if alone { 0.0 } else { size.width * LABELS };
    let values = from.rows.iter().flat_map(|(_, values)| values.iter().copied().flatten());
    let axis = Axis::over(values.chain(from.within.iter().copied()), 1e-6);
    let area = Area {
        x: labels + type_size,
        y: 0.0,
        width: (size.width - labels - type_size * 2.0).max(1.0),
        height: (size.height - legend.height() - type_size * 1.4).max(1.0),
    };
    let x = |value: f64| area.x + axis.share(value) * area.width;
    for &tick in &axis.ticks {
        sheet.add(line((x(tick), area.y), (x(tick), area.bottom()), palette.line, 1.0));
        let at = (x(tick), area.bottom() + type_size * 1.1);
        let label = Label::new(from.unit.write(&from.numbers, tick), at, type_size * 0.8, palette.muted);
        sheet.write(label.middle());
    }
    if axis.low < 0.0 && axis.high > 0.0 {
        sheet.add(line((x(0.0), area.y), (x(0.0), area.bottom()), palette.control, 2.5));
    }
    let high = area.height / from.rows.len().max(1) as f64;
    let radius = if few { type_size * 0.48 } else { type_size * 0.26 }.min(high * 0.3);
    for (row, (label, values)) in from.rows.iter().enumerate() {
        let middle = area.y + (row as f64 + 0.5) * high;
        sheet.add(line((area.x, middle), (area.right(), middle), palette.control, 1.2));
        if !alone {
            // Labels of narrow rows are smaller, so that none covers another.
            let letters = type_size.min(high * 0.85);
            let at = (labels, middle + letters * 0.35);
            let label = Label::new(label, at, letters, palette.ink).hold(Hold::End);
            sheet.write(label.cut(labels));
        }
        let places: Vec<Option<f64>> = values.iter().map(|value| value.map(x)).collect();
        for (team, at) in stacked(&places, radius, high) {
            dot(&mut sheet, from, team, (at.0, middle + at.1), radius, palette);
        }
    }
    let marked = from.marked;
    legend.draw(&mut sheet, size.height - legend.height(), palette, |sheet, position, place, letters| {
        let team = if few { position } else { marked.unwrap_or(0) };
        let center = (place.x + place.width / 2.0, place.y + place.height / 2.0);
        dot(sheet, from, team, center, letters * 0.48, palette);
    });
    sheet.finish()
}

/// The dots of a strip, each with how far it is moved up or down so that none covers another, as long as there is room.
fn stacked(places: &[Option<f64>], radius: f64, high: f64) -> Vec<(usize, (f64, f64))> {
    let apart = 2.1 * radius;
    // An even number of levels would reach further on one side.
    let levels = (((high / apart - 1.0) / 2.0).max(0.0) as usize) * 2 + 1;
    let mut order: Vec<(usize, f64)> = places.iter().enumerate().filter_map(|(i, x)| Some((i, (*x)?))).collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut taken: Vec<f64> = vec![f64::NEG_INFINITY; levels];
    let place = |(team, x): (usize, f64)| {
        let free = taken.iter().position(|&last| x - last >= apart);
        // If all levels are taken here, dots lie over one another.
        let level = free.unwrap_or(0);
        taken[level] = x;
        let step = level.div_ceil(2) as f64 * if level % 2 == 0 { 1.0 } else { -1.0 };
        (team, (x, step * apart))
    };
    order.into_iter().map(place).collect()
}

fn dot(sheet: &mut Sheet, from: &Strips, team: usize, (x, y): (f64, f64), radius: f64, palette: &Palette) {
    let few = from.names.len() <= NAMED;
    let back = from.marked.is_some_and(|marked| marked != team);
    let color: Rgb = match (back, few) {
        (true, _) => palette.muted,
        (false, true) => palette.series(team),
        (false, false) => palette.joint,
    };
    let own = from.marked == Some(team);
    let radius = if own && !few { radius * 1.5 } else { radius };
    let filled = circle(x, y, radius).set("fill", color.css());
    sheet.add(filled.set("stroke", palette.surface.css()).set("stroke-width", n(radius * 0.15)));
    if few {
        let size = radius * 1.35;
        let number = Label::new((team + 1).to_string(), (x, y + size * 0.36), size, palette.surface).middle().bold();
        sheet.write(number);
    }
}

/// The strips in words: from the lowest to the highest value, with the middle and the highlighted one.
#[must_use]
pub fn strips_summary(from: &Strips, text: &Text) -> String {
    let write = |value: f64| from.unit.write(text, value);
    let told = |(label, values): &(String, Vec<Option<f64>>)| {
        let mut known: Vec<f64> = values.iter().copied().flatten().collect();
        known.sort_by(f64::total_cmp);
        let (low, high) = (*known.first()?, *known.last()?);
        let middle = known.get(known.len() / 2).copied().unwrap_or(low);
        let told = text.with(
            "chart-strip",
            &[("name", label), ("low", &write(low)), ("middle", &write(middle)), ("high", &write(high))],
        );
        let own = from.marked.and_then(|marked| Some((from.names.get(marked)?, (*values.get(marked)?)?)));
        Some(own.map_or_else(|| told.clone(), |(name, value)| format!("{told} ({name}: {})", write(value))))
    };
    from.rows.iter().filter_map(told).collect::<Vec<_>>().join("; ")
}
