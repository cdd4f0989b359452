//! Small multiples: several line charts of the same runs on one sheet, with one legend, to be read from the back of a room.

use super::label::{Hold, Label, width_of};
use super::legend::Legend;
use super::lines::{LineChart, Series, dashed};
use super::palette::Palette;
use super::svg::{Area, Sheet, Size, Svg, line, rect, through};

/// Charts side by side.
const COLUMNS: usize = 3;
/// More lines than that have no names and no dashes: all are thin, and the middle one of each quarter is drawn over them.
pub(super) const NAMED: usize = 8;
/// Size of the numbers beside a chart, relative to the type size.
const SMALL: f64 = 0.72;
/// Space between charts, relative to the type size.
const GAP: f64 = 1.1;

/// Draws the charts. All of them must have the same runs in the same order; `middle` is what the middle line is called where
/// there are too many to name.
#[must_use]
pub fn multiples(charts: &[LineChart], middle: &str, size: Size, type_size: f64, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let names = charts.first().map_or_else(Vec::new, |chart| names(chart, middle));
    let legend = Legend::new(&names, size.width, type_size);
    let rows = charts.len().div_ceil(COLUMNS).max(1);
    let gap = type_size * GAP;
    let (width, height) = (
        (size.width - gap * (COLUMNS - 1) as f64) / COLUMNS as f64,
        ((size.height - legend.height()) - gap * 0.5 * (rows - 1) as f64) / rows as f64,
    );
    for (i, chart) in charts.iter().enumerate() {
        let (column, row) = ((i % COLUMNS) as f64, (i / COLUMNS) as f64);
        let area = Area { x: column * (width + gap), y: row * (height + gap * 0.5), width, height: height.max(1.0) };
        panel(&mut sheet, chart, area, type_size, palette);
    }
    let grey = palette.grey();
    let many = charts.first().is_some_and(|chart| chart.series.len() > NAMED);
    legend.draw(&mut sheet, size.height - legend.height(), palette, |sheet, position, area, _| {
        let points = [(area.x, area.y + area.height / 2.0), (area.right(), area.y + area.height / 2.0)];
        let Some(chart) = charts.first() else { return };
        if many {
            let last = position + 1 == names.len();
            let color = if last { palette.ink } else { palette.series(chart.marked.unwrap_or(0)) };
            sheet.add(through(&points, color, type_size * 0.14));
        } else {
            let shade = if chart.steps_back(position) { &grey } else { palette };
            sheet.add(dashed(&points, position, type_size * 0.12, shade));
        }
    });
    sheet.finish()
}

/// What the legend names: every line, or where they are too many, the highlighted one and the middle one.
fn names(chart: &LineChart, middle: &str) -> Vec<String> {
    let name = |series: &Series| series.name.clone();
    match chart.series.len() {
        0 | 1 => Vec::new(),
        all if all <= NAMED => chart.series.iter().map(name).collect(),
        _ => {
            let marked = chart.marked.and_then(|marked| chart.series.get(marked)).map(name);
            marked.into_iter().chain([middle.to_owned()]).collect()
        }
    }
}

/// One chart: its title above, its highest and lowest value beside it.
fn panel(sheet: &mut Sheet, chart: &LineChart, area: Area, type_size: f64, palette: &Palette) {
    let small = type_size * SMALL;
    let all = chart.series.iter().flat_map(|series| series.values.iter().copied()).filter(|value| value.is_finite());
    let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)));
    sheet.write(
        Label::new(&chart.title, (area.x, area.y + type_size * 0.85), type_size, palette.ink).bold().cut(area.width),
    );
    if low > high {
        return;
    }
    let ends = [high, low].map(|value| chart.unit.write(&chart.numbers, value));
    let left = ends.iter().map(|end| width_of(end, small)).fold(0.0, f64::max) + small * 0.5;
    let top = area.y + type_size * 1.45;
    let plot = Area { x: area.x + left, y: top, width: area.width - left, height: (area.bottom() - top).max(1.0) };
    let quarters = chart.quarters.len().max(2) - 1;
    let x = |quarter: usize| plot.x + quarter as f64 / quarters as f64 * plot.width;
    let span = (high - low).max(f64::EPSILON);
    let y = |value: f64| plot.bottom() - (value - low) / span * plot.height;
    if let Some(last) = chart.echo.and_then(|echo| echo.checked_sub(1)) {
        let from = x(last);
        let grey = palette.surface.toward(palette.muted, 0.12);
        sheet.add(rect(Area { x: from, width: plot.right() - from, ..plot }, 0.0).set("fill", grey.css()));
    }
    for (end, at) in ends.into_iter().zip([plot.y, plot.bottom()]) {
        sheet.add(line((plot.x, at), (plot.right(), at), palette.line, 1.0));
        let base = if at > plot.y { at } else { at + small * 0.7 };
        sheet.write(Label::new(end, (plot.x - small * 0.4, base), small, palette.muted).hold(Hold::End));
    }
    let points = |values: &[f64]| -> Vec<(f64, f64)> {
        let known = values.iter().enumerate().filter(|(_, value)| value.is_finite());
        known.map(|(quarter, &value)| (x(quarter), y(value))).collect()
    };
    let thick = type_size * 0.12;
    let grey = palette.grey();
    let many = chart.series.len() > NAMED;
    for (i, series) in chart.in_front_last() {
        let points = points(&series.values);
        match many {
            true if Some(i) == chart.marked => sheet.add(through(&points, palette.series(i), thick * 1.3)),
            true => sheet.add(through(&points, palette.control, thick * 0.3)),
            false => sheet.add(dashed(&points, i, thick, if chart.steps_back(i) { &grey } else { palette })),
        }
    }
    if many {
        sheet.add(through(&points(&middle_of(&chart.series, chart.quarters.len())), palette.ink, thick));
    }
}

/// The middle value of all lines in each quarter; NaN where there is none.
fn middle_of(series: &[Series], quarters: usize) -> Vec<f64> {
    let middle = |quarter: usize| {
        let mut known: Vec<f64> = series.iter().filter_map(|series| series.values.get(quarter).copied()).collect();
        known.retain(|value| value.is_finite());
        known.sort_by(f64::total_cmp);
        known.get(known.len() / 2).copied().unwrap_or(f64::NAN)
    };
    (0..quarters).map(middle).collect()
}
