//! The demand for specials: curves that people choose from memory, and what came in all teams, one line over another.

use svg::node::element::Path;

use super::axis::Axis;
use super::label::{Hold, Label, bold_width_of, width_of};
use super::palette::{Palette, Rgb};
use super::svg::{Area, Sheet, Size, Svg, circle, line, n, through};
use crate::text::{Text, Unit};
use crate::view::{Demanded, Shape, TeamDemand};

/// Points on a drawn curve: enough for every corner of a shape.
const POINTS: usize = 9;
/// The base demand is dashed, relative to the line width: the two bundles differ without colour.
const DASH: (f64, f64) = (3.2, 1.8);
/// More teams than that have no room for their names at the ends of their lines.
const NAMED: usize = 8;

/// A curve as something to choose: without numbers, because nobody remembers those.
#[must_use]
pub fn shape(shape: Shape, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let edge = size.width * 0.06;
    let area = Area { x: edge, y: edge, width: size.width - 2.0 * edge, height: size.height - 2.0 * edge };
    let width = size.width / 45.0;
    for to in [(area.x, area.y), (area.right(), area.bottom())] {
        sheet.add(line((area.x, area.bottom()), to, palette.control, width * 0.4));
    }
    let point = |at: usize| {
        let moment = at as f64 / (POINTS - 1) as f64;
        let up = 0.3 + 0.55 * shape.height(moment);
        (area.x + (0.06 + 0.88 * moment) * area.width, area.bottom() - up * area.height)
    };
    let points: Vec<(f64, f64)> = (0..POINTS).map(point).collect();
    sheet.add(through(&points, palette.joint, width).set("stroke-linecap", "round"));
    if let Some(&(x, y)) = points.first() {
        sheet.add(circle(x, y, width * 1.3).set("fill", palette.joint.css()));
    }
    sheet.finish()
}

/// What was asked for in all teams, and what would have been asked for anyway: two bundles of lines. With few teams each line
/// has its name.
#[must_use]
pub fn overlaid(demanded: &Demanded, text: &Text, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let plot = Plot::new(demanded, text, size);
    plot.legend(&mut sheet, text, palette);
    plot.axes(&mut sheet, demanded, text, palette);
    for team in &demanded.teams {
        sheet.add(plot.line(&team.base, Bundle::Base, palette));
    }
    for team in &demanded.teams {
        sheet.add(plot.line(&team.asked, Bundle::Asked, palette));
    }
    plot.names(&mut sheet, demanded, palette);
    sheet.finish()
}

/// The same in words: each team from its first to its last quarter.
#[must_use]
pub fn overlaid_summary(demanded: &Demanded, text: &Text) -> String {
    let ends = |values: &[f64]| Some((text_of(text, *values.first()?), text_of(text, *values.last()?)));
    let told = |(name, values): (&str, &[f64])| {
        let (from, to) = ends(values)?;
        Some(text.with("chart-line", &[("name", &name), ("from", &from), ("to", &to)]))
    };
    let (asked, base) = (text.get("demand-asked"), text.get("demand-base"));
    let of_team = |team: &TeamDemand| {
        let of = |what: &str| if team.name.is_empty() { what.to_owned() } else { format!("{}, {what}", team.name) };
        let lines = [told((&of(&asked), &team.asked)), told((&of(&base), &team.base))];
        lines.into_iter().flatten().collect::<Vec<_>>().join("; ")
    };
    let all: Vec<String> = demanded.teams.iter().map(of_team).filter(|told| !told.is_empty()).collect();
    text.with("chart-lines", &[("title", &text.get("demand-title")), ("lines", &all.join("; "))])
}

fn text_of(text: &Text, value: f64) -> String {
    Unit::Count.write(text, value)
}

/// One of the two bundles of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bundle {
    Asked,
    Base,
}

impl Bundle {
    fn color(self, palette: &Palette) -> Rgb {
        palette.series(self as usize)
    }

    fn name(self, text: &Text) -> String {
        text.get(match self {
            Self::Asked => "reveal-asked-all",
            Self::Base => "reveal-base-all",
        })
    }
}

/// The layout.
struct Plot {
    area: Area,
    axis: Axis,
    type_size: f64,
    width: f64,
    /// How much of a line covers what is below it.
    opacity: f64,
    gaps: f64,
    named: bool,
}

impl Plot {
    fn new(demanded: &Demanded, text: &Text, size: Size) -> Self {
        let type_size = (size.width / 46.0).clamp(11.5, 18.0);
        let values = demanded.teams.iter().flat_map(|team| team.asked.iter().chain(&team.base).copied());
        let axis = Axis::over(values.chain([0.0]), 1.0);
        let teams = demanded.teams.len();
        let named = teams <= NAMED && demanded.teams.iter().all(|team| !team.name.is_empty());
        let ends = demanded.teams.iter().map(|team| bold_width_of(&team.name, type_size)).fold(0.0, f64::max);
        let right = if named { ends.min(size.width * 0.26) + type_size } else { type_size };
        let widest = axis.ticks.iter().map(|&tick| width_of(&text_of(text, tick), type_size)).fold(0.0, f64::max);
        let x = widest + type_size * 0.9;
        let (top, below) = (type_size * 4.4, type_size * 1.9);
        Self {
            area: Area {
                x,
                y: top,
                width: (size.width - x - right).max(10.0),
                height: (size.height - top - below).max(10.0),
            },
            axis,
            type_size,
            width: (size.width / if teams <= NAMED { 210.0 } else { 330.0 }).clamp(1.4, 3.2),
            opacity: (2.4 / libm::sqrt(teams.max(1) as f64)).clamp(0.4, 1.0),
            gaps: demanded.quarters.len().saturating_sub(1).max(1) as f64,
            named,
        }
    }

    fn at(&self, quarter: usize, value: f64) -> (f64, f64) {
        let x = self.area.x + quarter as f64 / self.gaps * self.area.width;
        (x, self.area.bottom() - self.axis.share(value) * self.area.height)
    }

    fn line(&self, values: &[f64], bundle: Bundle, palette: &Palette) -> Path {
        let points: Vec<(f64, f64)> = values.iter().enumerate().map(|(at, &value)| self.at(at, value)).collect();
        self.drawn(&points, bundle, palette).set("stroke-opacity", n(self.opacity))
    }

    fn drawn(&self, points: &[(f64, f64)], bundle: Bundle, palette: &Palette) -> Path {
        let drawn = through(points, bundle.color(palette), self.width);
        let dash = || format!("{} {}", n(DASH.0 * self.width), n(DASH.1 * self.width));
        if bundle == Bundle::Base { drawn.set("stroke-dasharray", dash()) } else { drawn }
    }

    /// What the two bundles are, one below the other so that it fits on a phone.
    fn legend(&self, sheet: &mut Sheet, text: &Text, palette: &Palette) {
        for (row, bundle) in [Bundle::Asked, Bundle::Base].into_iter().enumerate() {
            let base = self.type_size * (1.3 + 1.4 * row as f64);
            let (from, middle) = (self.area.x, base - 0.35 * self.type_size);
            let to = from + 2.6 * self.type_size;
            sheet.add(self.drawn(&[(from, middle), (to, middle)], bundle, palette));
            let at = (to + 0.6 * self.type_size, base);
            sheet.write(Label::new(bundle.name(text), at, self.type_size, palette.ink));
        }
    }

    fn axes(&self, sheet: &mut Sheet, demanded: &Demanded, text: &Text, palette: &Palette) {
        for &tick in &self.axis.ticks {
            let (_, y) = self.at(0, tick);
            sheet.add(line((self.area.x, y), (self.area.right(), y), palette.line, 1.0));
            let at = (self.area.x - self.type_size * 0.5, y + self.type_size * 0.35);
            sheet.write(Label::new(text_of(text, tick), at, self.type_size, palette.muted).hold(Hold::End));
        }
        let y = self.area.bottom() + self.type_size * 1.45;
        for (at, quarter) in demanded.quarters.iter().enumerate() {
            // A name for which there is no room is left out.
            let (x, _) = self.at(at, 0.0);
            sheet.write(Label::new(quarter, (x, y), self.type_size, palette.muted).middle());
        }
    }

    /// Writes the names of the teams at the ends of their lines, moved apart.
    fn names(&self, sheet: &mut Sheet, demanded: &Demanded, palette: &Palette) {
        if !self.named {
            return;
        }
        let end = |team: &TeamDemand| Some(self.at(team.asked.len().checked_sub(1)?, *team.asked.last()?));
        let mut ends: Vec<(&str, f64, f64)> =
            demanded.teams.iter().filter_map(|team| end(team).map(|(x, y)| (team.name.as_str(), x, y))).collect();
        ends.sort_by(|a, b| a.2.total_cmp(&b.2));
        let apart = self.type_size * 1.15;
        let mut lowest = self.area.y;
        for end in &mut ends {
            end.2 = end.2.max(lowest);
            lowest = end.2 + apart;
        }
        let mut most = self.area.bottom();
        for end in ends.iter_mut().rev() {
            end.2 = end.2.min(most);
            most = end.2 - apart;
        }
        for (name, x, y) in ends {
            let at = (x + self.type_size * 0.5, y + self.type_size * 0.35);
            let label = Label::new(name, at, self.type_size, Bundle::Asked.color(palette)).bold();
            sheet.write(label.cut(sheet.limits().right() - at.0));
        }
    }
}
