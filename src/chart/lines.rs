//! Line charts of numbers over the quarters, with decisions marked, the echo year on grey, and the range of others
//! behind.
//!
//! Lines differ in dash pattern and have their name at the end, so nothing depends on colour. A decision has the same
//! number as in the list beside the picture, and its name where there is room.

use serde::Serialize;
use svg::node::element::Path;

use super::axis::Axis;
use super::decided::Decided;
use super::label::{Hold, Label, bold_width_of, width_of};
use super::palette::{Palette, Rgb};
use super::svg::{Area, Sheet, Size, Svg, between, circle, line, n, rect, through};
use crate::text::{Numbers, Text, Unit};

/// Width below which marks have no names.
const ROOMY: f64 = 420.0;
/// Height of a line of the legend, relative to the type size.
const LEGEND: f64 = 1.6;
/// Opacity of the area that shows the range of others.
const OTHERS: &str = "0.14";
/// Dash patterns, relative to the line width.
const DASHES: [&[f64]; 6] = [&[], &[3.2, 1.8], &[0.9, 1.6], &[5.0, 1.6, 0.9, 1.6], &[7.0, 2.4], &[1.6, 1.6]];

/// A line chart over the quarters.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LineChart {
    /// What the numbers are.
    pub title: String,
    /// How they are written.
    pub unit: Unit,
    /// The number format of the language.
    #[serde(skip)]
    pub numbers: Numbers,
    /// Names of the quarters.
    pub quarters: Vec<String>,
    /// Position of the first echo quarter; from there on the background is grey.
    pub echo: Option<usize>,
    /// Label of the echo year; may be empty.
    pub echo_label: String,
    /// The lines.
    pub series: Vec<Series>,
    /// The position of the line that is highlighted, if one is; the others are grey.
    pub marked: Option<usize>,
    /// The range of others' values, low and high per quarter, as a pale area behind the lines. May be empty.
    pub band: Vec<(f64, f64)>,
    /// Label of that area in the legend above the picture.
    pub band_label: String,
    /// All decisions, shown below their quarters; may be empty.
    pub decided: Decided,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// Its name, written at its end if there is room. A single line needs none.
    pub name: String,
    /// One value per quarter; fewer if the run ended early. NaN leaves a gap.
    pub values: Vec<f64>,
    /// Decisions marked on it.
    pub marks: Vec<Mark>,
}

/// A decision on a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mark {
    /// Its number in the list beside the picture.
    pub number: usize,
    /// Position of the quarter.
    pub quarter: usize,
    /// What was decided, in a word or two.
    pub label: String,
    /// Whether it was a good one: a filled mark, otherwise an empty one.
    pub good: bool,
}

/// Draws the lines.
#[must_use]
pub fn lines(chart: &LineChart, size: Size, palette: &Palette) -> Svg {
    lines_at(chart, size, (size.width / 46.0).clamp(11.5, 15.0), palette)
}

/// Draws the lines with words of a size, as on slides.
#[must_use]
pub fn lines_at(chart: &LineChart, size: Size, type_size: f64, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let plot = Plot::new(chart, size, type_size);
    plot.echo(&mut sheet, chart, palette);
    plot.band(&mut sheet, chart, palette);
    plot.axes(&mut sheet, chart, palette);
    plot.decided(&mut sheet, chart, palette);
    let grey = palette.grey();
    let shade = |i: usize| if chart.steps_back(i) { &grey } else { palette };
    for (i, series) in chart.in_front_last() {
        plot.line(&mut sheet, series, i, shade(i));
    }
    for series in &chart.series {
        plot.marks(&mut sheet, series, palette);
    }
    plot.ends(&mut sheet, chart, &shade);
    plot.mark_names(&mut sheet, chart, palette);
    sheet.finish()
}

/// A sample of the line at a position, to put beside its name where the name does not fit at its end.
#[must_use]
pub fn line_sample(position: usize, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let (width, y) = (line_width(size), size.height / 2.0);
    sheet.add(dashed(&[(0.0, y), (size.width, y)], position, width, palette));
    sheet.finish()
}

/// The chart in words: each line from its first to its last value, and the final range of others.
#[must_use]
pub fn lines_summary(chart: &LineChart, text: &Text) -> String {
    let told = |series: &Series| {
        let mut known = series.values.iter().filter(|value| value.is_finite());
        let first = known.next()?;
        let last = known.next_back().unwrap_or(first);
        let (from, to) = (chart.unit.write(text, *first), chart.unit.write(text, *last));
        let name = if series.name.is_empty() { &chart.title } else { &series.name };
        Some(text.with("chart-line", &[("name", name), ("from", &from), ("to", &to)]))
    };
    // A single line without a name is called by the title.
    if let [alone] = chart.series.as_slice()
        && alone.name.is_empty()
    {
        return told(alone).unwrap_or_else(|| chart.title.clone());
    }
    let all: Vec<String> = chart.series.iter().filter_map(told).chain(band_told(chart, text)).collect();
    text.with("chart-lines", &[("title", &chart.title), ("lines", &all.join("; "))])
}

/// The final range of others, in words.
fn band_told(chart: &LineChart, text: &Text) -> Option<String> {
    let (low, high) = chart.band.iter().rfind(|(low, high)| low.is_finite() && high.is_finite())?;
    let (low, high) = (chart.unit.write(text, *low), chart.unit.write(text, *high));
    Some(text.with("chart-band", &[("name", &chart.band_label), ("low", &low), ("high", &high)]))
}

/// The layout.
struct Plot {
    size: Size,
    area: Area,
    axis: Axis,
    type_size: f64,
    width: f64,
    gaps: f64,
    /// How many lines the legend has.
    legend: usize,
}

impl LineChart {
    /// Whether a line is grey because another one is highlighted.
    pub(super) fn steps_back(&self, position: usize) -> bool {
        self.marked.is_some_and(|marked| marked != position)
    }

    /// The lines with their positions, the highlighted one last, so that no other covers it.
    pub(super) fn in_front_last(&self) -> impl Iterator<Item = (usize, &Series)> {
        let all = || self.series.iter().enumerate();
        all().filter(|(i, _)| Some(*i) != self.marked).chain(all().filter(|(i, _)| Some(*i) == self.marked))
    }

    /// Width of the legend for the range of others.
    fn band_width(&self, type_size: f64) -> f64 {
        if self.band.is_empty() { 0.0 } else { width_of(&self.band_label, type_size) + 2.8 * type_size }
    }
}

impl Plot {
    fn new(chart: &LineChart, size: Size, type_size: f64) -> Self {
        let values = chart.series.iter().flat_map(|series| series.values.iter().copied());
        let values = values.chain(chart.band.iter().flat_map(|&(low, high)| [low, high]));
        let axis = Axis::over(values, least(chart.unit));
        let widest = |words: &mut dyn Iterator<Item = f64>| words.fold(0.0, f64::max);
        let left =
            widest(&mut axis.ticks.iter().map(|&tick| width_of(&chart.unit.write(&chart.numbers, tick), type_size)));
        let right = widest(&mut chart.series.iter().map(|series| bold_width_of(&series.name, type_size)));
        let right = right.min(size.width * 0.26) + type_size;
        let x = left + type_size * 0.9;
        // The legend is above the picture. Its two halves get a line each if they do not fit on one.
        let halves = [chart.band_width(type_size), chart.decided.legend_width(type_size)];
        let legend = match halves.map(|half| usize::from(half > 0.0)).iter().sum() {
            2 if x + halves[0] + halves[1] <= size.width => 1,
            lines => lines,
        };
        let top = type_size * (1.5 + LEGEND * legend as f64);
        let area = Area {
            x,
            y: top,
            width: (size.width - x - right).max(10.0),
            height: (size.height - top - type_size * 1.9 - chart.decided.height()).max(10.0),
        };
        let width = line_width(size);
        let longest = chart.series.iter().map(|series| series.values.len()).max().unwrap_or(0).max(chart.band.len());
        let gaps = chart.quarters.len().max(longest).saturating_sub(1).max(1) as f64;
        Self { size, area, axis, type_size, width, gaps, legend }
    }

    fn x(&self, quarter: usize) -> f64 {
        self.area.x + quarter as f64 / self.gaps * self.area.width
    }

    fn y(&self, value: f64) -> f64 {
        self.area.bottom() - self.axis.share(value) * self.area.height
    }

    fn points(&self, series: &Series) -> Vec<(f64, f64)> {
        let finite = series.values.iter().enumerate().filter(|(_, value)| value.is_finite());
        finite.map(|(i, &value)| (self.x(i), self.y(value))).collect()
    }

    /// Draws the echo year, in which nobody decides, on grey.
    fn echo(&self, sheet: &mut Sheet, chart: &LineChart, palette: &Palette) {
        let Some(last_played) = chart.echo.and_then(|echo| echo.checked_sub(1)) else { return };
        let x = self.x(last_played);
        let area = Area { x, width: self.area.right() - x, ..self.area };
        if area.width <= 0.0 {
            return;
        }
        sheet.add(rect(area, 0.0).set("fill", palette.surface.toward(palette.muted, 0.12).css()));
        let size = self.type_size * 0.92;
        if width_of(&chart.echo_label, size) < area.width {
            let at = (area.x + area.width / 2.0, area.y - size * 0.45);
            sheet.write(Label::new(&chart.echo_label, at, size, palette.muted).middle());
        }
    }

    /// Draws the range of others.
    fn band(&self, sheet: &mut Sheet, chart: &LineChart, palette: &Palette) {
        let finite = chart.band.iter().enumerate().filter(|(_, (low, high))| low.is_finite() && high.is_finite());
        let ends: Vec<_> = finite.map(|(i, &(low, high))| (self.x(i), self.y(low), self.y(high))).collect();
        if ends.len() < 2 {
            return;
        }
        let high: Vec<_> = ends.iter().map(|&(x, _, high)| (x, high)).collect();
        let low: Vec<_> = ends.iter().map(|&(x, low, _)| (x, low)).collect();
        // The fill is transparent, so its edge is drawn to be visible over other things.
        let (fill, edge) = (palette.series(0), palette.control.css());
        sheet.add(between(&high, &low, fill).set("fill-opacity", OTHERS).set("stroke", edge.clone()));
        let (size, x) = (self.type_size, self.area.x);
        let sample = Area { x, y: size * 0.55, width: size * 1.8, height: size * 0.8 };
        sheet.add(rect(sample, 0.0).set("fill", fill.css()).set("fill-opacity", OTHERS).set("stroke", edge));
        let at = (sample.right() + size * 0.5, size * 1.3);
        sheet.write(Label::new(&chart.band_label, at, size, palette.muted).cut(self.size.width - at.0));
    }

    fn axes(&self, sheet: &mut Sheet, chart: &LineChart, palette: &Palette) {
        for &tick in &self.axis.ticks {
            let y = self.y(tick);
            sheet.add(line((self.area.x, y), (self.area.right(), y), palette.line, 1.0));
            let at = (self.area.x - self.type_size * 0.5, y + self.type_size * 0.35);
            let label = chart.unit.write(&chart.numbers, tick);
            sheet.write(Label::new(label, at, self.type_size, palette.muted).hold(Hold::End));
        }
        if self.axis.low < 0.0 && self.axis.high > 0.0 {
            let y = self.y(0.0);
            sheet.add(line((self.area.x, y), (self.area.right(), y), palette.control, 1.2));
        }
        let y = self.area.bottom() + self.type_size * 1.45;
        for (i, quarter) in chart.quarters.iter().enumerate().step_by(self.every(&chart.quarters)) {
            sheet.write(Label::new(quarter, (self.x(i), y), self.type_size, palette.muted).middle());
        }
    }

    /// Draws all decisions below the names of the quarters.
    fn decided(&self, sheet: &mut Sheet, chart: &LineChart, palette: &Palette) {
        if chart.decided.marks.is_empty() {
            return;
        }
        chart.decided.draw(sheet, |quarter| self.x(quarter), self.area.bottom() + self.type_size * 1.9, palette);
        // Their legend is on the last line of the legend.
        let base = self.type_size * (1.3 + LEGEND * self.legend.saturating_sub(1) as f64);
        let right = (self.size.width - 1.0, base);
        chart.decided.legend(sheet, right, self.type_size, palette);
    }

    /// Every how many quarters there is room for a name.
    fn every(&self, quarters: &[String]) -> usize {
        let half = |i: usize| width_of(&quarters[i], self.type_size) / 2.0;
        let fits = |step: &usize| {
            let shown: Vec<usize> = (0..quarters.len()).step_by(*step).collect();
            let end = |i| self.x(i) + half(i) + 0.2 * self.type_size;
            shown.windows(2).all(|pair| end(pair[0]) <= self.x(pair[1]) - half(pair[1]))
        };
        (1..=quarters.len()).find(fits).unwrap_or(1)
    }

    fn line(&self, sheet: &mut Sheet, series: &Series, position: usize, palette: &Palette) {
        let points = self.points(series);
        sheet.add(dashed(&points, position, self.width, palette));
        if let Some(&(x, y)) = points.last() {
            sheet.add(circle(x, y, self.width * 1.35).set("fill", palette.series(position).css()));
        }
    }

    /// Radius of a mark.
    fn ring(&self) -> f64 {
        self.type_size * if self.area.width < ROOMY { 0.4 } else { 0.7 }
    }

    /// Where the marks of a line are: on the line, stacked if there are several in one quarter. Marks in quarters
    /// without a value are left out.
    fn placed<'a>(&self, series: &'a Series) -> Vec<(&'a Mark, (f64, f64))> {
        let mut before: Vec<usize> = Vec::new();
        let mut place = |mark: &'a Mark| {
            let value = series.values.get(mark.quarter).filter(|value| value.is_finite())?;
            let below = before.iter().filter(|&&quarter| quarter == mark.quarter).count();
            before.push(mark.quarter);
            let apart = 2.3 * self.ring() * below as f64;
            // Stack downwards if there is no room above.
            let y = self.y(*value);
            let y = if y - apart - self.ring() >= 0.0 { y - apart } else { y + apart };
            Some((mark, (self.x(mark.quarter), y)))
        };
        series.marks.iter().filter_map(&mut place).collect()
    }

    /// Draws numbered rings for decisions, in ink because colours show who decided.
    fn marks(&self, sheet: &mut Sheet, series: &Series, palette: &Palette) {
        let color = palette.ink;
        for (mark, (x, y)) in self.placed(series) {
            let (fill, ink) = if mark.good { (color, palette.surface) } else { (palette.surface, color) };
            let dot = circle(x, y, self.ring()).set("fill", fill.css());
            sheet.add(dot.set("stroke", color.css()).set("stroke-width", n(self.width * 0.8)));
            if self.area.width >= ROOMY {
                let size = self.type_size * 0.85;
                sheet.write(Label::new(mark.number.to_string(), (x, y + size * 0.36), size, ink).middle().bold());
            }
        }
    }

    /// Writes the names of marks beside them where there is room.
    fn mark_names(&self, sheet: &mut Sheet, chart: &LineChart, palette: &Palette) {
        if self.area.width < ROOMY {
            return;
        }
        let (size, ring) = (self.type_size * 0.92, self.ring());
        let placed: Vec<_> = chart.series.iter().map(|series| self.placed(series)).collect();
        for &(_, (x, y)) in placed.iter().flatten() {
            sheet.keep_free(Area::around(x, y, ring * 1.15));
        }
        let inside = Area { y: 0.0, height: self.area.bottom(), ..self.area };
        for (mark, (x, y)) in placed.iter().flatten() {
            // The halo covers the line beneath the name.
            let name = Label::new(&mark.label, (*x, *y), size, palette.ink).bold().halo(palette.surface);
            let name = name.cut(14.0 * size);
            let beside = ring + 0.4 * size;
            let places = [
                ((*x, y - ring - 0.4 * size), Hold::Middle),
                ((*x, y + ring + 1.1 * size), Hold::Middle),
                ((x + beside, y + 0.35 * size), Hold::Start),
                ((x - beside, y + 0.35 * size), Hold::End),
            ];
            let free = |name: &Label| inside.holds(name.area()) && !sheet.covers(name.area());
            if let Some(name) = places.into_iter().map(|(at, hold)| name.moved(at, hold)).find(free) {
                sheet.write(name);
            }
        }
    }

    /// Writes the name of each line at its end, moving names apart so that none covers another.
    fn ends<'p>(&self, sheet: &mut Sheet, chart: &LineChart, shade: &impl Fn(usize) -> &'p Palette) {
        let mut ends: Vec<(usize, f64, f64)> = chart
            .series
            .iter()
            .enumerate()
            .filter_map(|(i, series)| self.points(series).last().map(|&(x, y)| (i, x, y)))
            .collect();
        ends.sort_by(|a, b| a.2.total_cmp(&b.2));
        let apart = self.type_size * 1.15;
        let mut lowest = self.type_size;
        for end in &mut ends {
            end.2 = end.2.max(lowest);
            lowest = end.2 + apart;
        }
        let mut most = self.area.bottom() + self.type_size * 0.4;
        for end in ends.iter_mut().rev() {
            end.2 = end.2.min(most);
            most = end.2 - apart;
        }
        for (i, x, y) in ends {
            let marked = self.placed(&chart.series[i]).iter().any(|(_, mark)| mark.0 + self.ring() > x);
            let reach = if marked { self.ring() * 1.15 } else { self.width * 1.35 };
            let left = x + reach + self.type_size * 0.4;
            let at = (left, y + self.type_size * 0.35);
            let name = Label::new(&chart.series[i].name, at, self.type_size, name_color(i, shade(i), chart)).bold();
            sheet.write(name.cut(self.size.width - left));
        }
    }
}

/// The colour of the name of a line: that of the line, unless it is grey, which is too pale for words.
fn name_color(position: usize, palette: &Palette, chart: &LineChart) -> Rgb {
    if chart.steps_back(position) { palette.muted } else { palette.series(position) }
}

/// A line with the colour and dash pattern of its position.
pub(super) fn dashed(points: &[(f64, f64)], position: usize, width: f64, palette: &Palette) -> Path {
    let drawn = through(points, palette.series(position), width);
    let dashes: Vec<String> = DASHES[position % DASHES.len()].iter().map(|dash| n(dash * width)).collect();
    if dashes.is_empty() { drawn } else { drawn.set("stroke-dasharray", dashes.join(" ")) }
}

fn line_width(size: Size) -> f64 {
    (size.width / 210.0).clamp(1.8, 3.2)
}

/// The smallest step between two axis marks whose numbers look different.
fn least(unit: Unit) -> f64 {
    match unit {
        Unit::Dollars => 10_000.0,
        Unit::Percent | Unit::Index => 0.02,
        Unit::Weeks | Unit::Count => 1.0,
    }
}
