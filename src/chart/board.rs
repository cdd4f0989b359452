//! The board: effort × strategic alignment in four cells. Each card is an ellipse as large as the uncertainty about it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::f64::consts::FRAC_PI_2;
use std::sync::LazyLock;

use svg::node::element::{Ellipse, Path};

use super::label::{Hold, Label, short, width_of};
use super::palette::{Palette, Rgb};
use super::svg::{Area, Sheet, Size, Svg, circle, group, n, rect};
use crate::sight::Band;
use crate::view::{Board, Spot};

/// Type size, in logical pixels.
const LETTERS: f64 = 14.0;
/// Smallest radius of an ellipse.
const LEAST: f64 = 9.0;
/// Length of the head of the arrow.
const HEAD: f64 = 9.0;
/// Radius of the dot in the middle of the current card.
const DOT: f64 = 4.5;
/// Widths to try for a name, as parts of the board's width; the first that fits is used.
const NAME_WIDTHS: [f64; 3] = [0.6, 0.4, 0.25];
/// How much further away a name may go to avoid crossing the line of an ellipse, in pixels.
const STRUCK: f64 = 30.0;
/// Points of an ellipse to test for whether its line crosses a name.
const AROUND: u32 = 48;

/// Draws the board.
#[must_use]
pub fn board(board: &Board, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let edge = LETTERS * 1.6;
    let plane = Plane {
        area: Area {
            x: edge,
            y: 1.0,
            width: (size.width - edge - 1.0).max(8.0),
            height: (size.height - edge).max(8.0),
        },
        big_from: board.big_from.max(f64::EPSILON),
        on_from: board.on_from.clamp(0.01, 0.99),
    };
    cells(&mut sheet, plane.area, palette);
    axes(&mut sheet, board, plane.area, size, palette);
    // A card without an estimate may be anywhere; unless it is the current one, it would cover the board and say
    // nothing.
    let told = board.spots.iter().filter(|spot| spot.shown || spot.effort.is_some());
    let placed: Vec<(&Spot, Oval)> = told.map(|spot| (spot, plane.oval(spot))).collect();
    for (spot, oval) in &placed {
        sheet.add(ellipse(oval, spot.shown, palette));
        if spot.shown {
            sheet.add(circle(oval.x, oval.y, DOT).set("fill", palette.joint.css()));
            sheet.keep_free(Area::around(oval.x, oval.y, DOT));
        }
    }
    // Written over the ellipses, whose lines would otherwise cross the names.
    for name in cell_names(board, plane.area, palette) {
        sheet.write(name);
    }
    let shown = placed.iter().find(|(spot, _)| spot.shown);
    if let (Some((_, oval)), Some((said, weeks))) = (shown, &board.simplified) {
        arrow(&mut sheet, plane, oval, *weeks, said, palette);
    }
    let ovals: Vec<Oval> = placed.iter().map(|(_, oval)| *oval).collect();
    // The current card comes first, so its name gets the best place.
    for (spot, oval) in placed.iter().rev() {
        let color = if spot.shown { palette.joint } else { palette.muted };
        let name = Label::new(&spot.name, (oval.x, oval.y), LETTERS, color).middle().halo(palette.surface);
        let name = if spot.shown { name.bold() } else { name };
        if let Some(name) = beside(&sheet, &name, oval, plane.area, &ovals) {
            sheet.write(name);
        }
    }
    sheet.finish()
}

/// Points of a circle, as their cosines and sines. Each place for a name is compared with all of them, on every ellipse.
static CIRCLE: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
    let angle = |i: u32| f64::from(i) / f64::from(AROUND) * 4.0 * FRAC_PI_2;
    (0..AROUND).map(|i| (libm::cos(angle(i)), libm::sin(angle(i)))).collect()
});

/// Converts weeks and alignment to positions.
#[derive(Clone, Copy)]
struct Plane {
    area: Area,
    big_from: f64,
    on_from: f64,
}

/// An ellipse: its centre and radii.
#[derive(Clone, Copy)]
struct Oval {
    x: f64,
    y: f64,
    across: f64,
    down: f64,
}

impl Oval {
    /// Whether its line crosses an area.
    fn strikes(&self, area: Area) -> bool {
        let point = |(cos, sin): &(f64, f64)| Area::around(self.x + self.across * cos, self.y + self.down * sin, 0.5);
        CIRCLE.iter().map(point).any(|point| point.meets(area))
    }
}

impl Plane {
    /// The line between small and big is in the middle. Any amount, however large, is still on the board.
    fn x(self, weeks: f64) -> f64 {
        let times = (weeks / self.big_from).max(0.0);
        self.area.x + self.area.width * times / (1.0 + times)
    }

    /// The line between off and on strategy is in the middle.
    fn y(self, alignment: f64) -> f64 {
        let share = match alignment {
            off if off < self.on_from => off / self.on_from / 2.0,
            on => 0.5 + (on - self.on_from) / (1.0 - self.on_from) / 2.0,
        };
        self.area.y + self.area.height * (1.0 - share.clamp(0.0, 1.0))
    }

    fn oval(self, spot: &Spot) -> Oval {
        let (left, right) = match spot.effort {
            Some(effort) => (self.x(effort.low), self.x(effort.high)),
            None => (self.area.x, self.area.right()),
        };
        let (top, bottom) = (self.y(spot.alignment.high), self.y(spot.alignment.low));
        let (across, down) = (((right - left) / 2.0).max(LEAST), ((bottom - top) / 2.0).max(LEAST));
        let within = |middle: f64, radius: f64, from: f64, to: f64| {
            if to - from > 2.0 * radius { middle.min(to - radius).max(from + radius) } else { (from + to) / 2.0 }
        };
        Oval {
            x: within((left + right) / 2.0, across, self.area.x, self.area.right()),
            y: within((top + bottom) / 2.0, down, self.area.y, self.area.bottom()),
            across: across.min(self.area.width / 2.0),
            down: down.min(self.area.height / 2.0),
        }
    }
}

/// The four cells in the order of their names: row by row from the upper left.
fn cell_areas(area: Area) -> [Area; 4] {
    let gap = 3.0;
    let (width, height) = ((area.width - gap) / 2.0, (area.height - gap) / 2.0);
    [0, 1, 2, 3].map(|i| Area {
        x: if i % 2 == 1 { area.x + width + gap } else { area.x },
        y: if i >= 2 { area.y + height + gap } else { area.y },
        width,
        height,
    })
}

fn cells(sheet: &mut Sheet, area: Area, palette: &Palette) {
    let colors = [palette.good, palette.product, palette.caution, palette.debt];
    for (cell, color) in cell_areas(area).into_iter().zip(colors) {
        sheet.add(rect(cell, 3.0).set("fill", palette.soft(color).css()));
    }
}

/// The names of the cells, at the outer edges of the board.
fn cell_names(board: &Board, area: Area, palette: &Palette) -> Vec<Label> {
    let mut names = Vec::new();
    for (i, (cell, name)) in cell_areas(area).into_iter().zip(&board.cells).enumerate() {
        let low = i >= 2;
        let lines = wrapped(name, cell.width - 12.0);
        let last = lines.len() - 1;
        for (row, line) in lines.into_iter().enumerate() {
            let from_edge = if low { last - row } else { row } as f64 * LETTERS * 1.2;
            let y = if low { cell.bottom() - 7.0 - from_edge } else { cell.y + LETTERS + 3.0 + from_edge };
            names.push(Label::new(line, (cell.x + 8.0, y), LETTERS, palette.muted).halo(palette.surface));
        }
    }
    names
}

/// Splits a name into at most two lines.
fn wrapped(name: &str, width: f64) -> Vec<String> {
    if width_of(name, LETTERS) <= width {
        return vec![name.to_owned()];
    }
    match name.split_once(' ') {
        Some((first, rest)) => vec![short(first, LETTERS, width), short(rest, LETTERS, width)],
        None => vec![short(name, LETTERS, width)],
    }
}

/// The names of the axes: effort below, alignment on the left, written upwards.
fn axes(sheet: &mut Sheet, board: &Board, area: Area, size: Size, palette: &Palette) {
    let [effort, alignment] = &board.axes;
    let below = (area.x + area.width / 2.0, size.height - LETTERS * 0.35);
    sheet.write(Label::new(effort, below, LETTERS, palette.muted).middle().cut(area.width));
    let aside = (LETTERS * 0.95, area.y + area.height / 2.0);
    sheet.write(Label::new(alignment, aside, LETTERS, palette.muted).middle().upwards().cut(area.height));
}

/// The current card is filled; the others are dashed.
fn ellipse(oval: &Oval, shown: bool, palette: &Palette) -> Ellipse {
    let ellipse = Ellipse::new()
        .set("cx", n(oval.x))
        .set("cy", n(oval.y))
        .set("rx", n(oval.across))
        .set("ry", n(oval.down))
        .set("stroke-width", n(1.5));
    match shown {
        true => ellipse.set("fill", palette.joint.css()).set("fill-opacity", "0.22").set("stroke", palette.joint.css()),
        false => ellipse.set("fill", "none").set("stroke", palette.control.css()).set("stroke-dasharray", "4 4"),
    }
}

/// An arrow from the card to where it would be if simplified.
fn arrow(sheet: &mut Sheet, plane: Plane, from: &Oval, weeks: Band, said: &str, palette: &Palette) {
    let goal = plane.x((weeks.low + weeks.high) / 2.0);
    let length = from.x - goal;
    if length < 2.0 * HEAD {
        return;
    }
    // A shallow curve, so it does not run along the ellipse. It bends upwards unless that would leave the board.
    let rise = (plane.area.height * 0.16).min(length * 0.5);
    let up = if from.y - rise - 2.0 * LETTERS > plane.area.y { -1.0 } else { 1.0 };
    let (over_x, over_y) = ((from.x + goal) / 2.0, from.y + up * rise);
    let mut arrow = group();
    let curve = format!("M{} {}Q{} {} {} {}", n(from.x), n(from.y), n(over_x), n(over_y), n(goal), n(from.y));
    let stroke = Path::new().set("d", curve).set("fill", "none").set("stroke", palette.good.css());
    arrow = arrow.add(stroke.set("stroke-width", n(2.0)));
    arrow = arrow.add(head((goal, from.y), (goal - over_x, from.y - over_y), palette.good));
    arrow = arrow.add(
        Ellipse::new()
            .set("cx", n(goal))
            .set("cy", n(from.y))
            .set("rx", n(((plane.x(weeks.high) - plane.x(weeks.low)) / 2.0).max(LEAST)))
            .set("ry", n(from.down))
            .set("fill", "none")
            .set("stroke", palette.good.css())
            .set("stroke-dasharray", "4 4"),
    );
    sheet.add(arrow);
    let top = from.y + up * (rise / 2.0 + LETTERS * 0.7);
    let said = Label::new(said, (over_x, top + LETTERS * 0.35), LETTERS, palette.good).middle().bold();
    sheet.write(said.halo(palette.surface).cut(plane.area.width * 0.6).within(plane.area));
}

/// An arrowhead: a triangle with its tip at `tip`, pointing along a direction.
fn head(tip: (f64, f64), along: (f64, f64), color: Rgb) -> Path {
    let turn = libm::atan2(along.1, along.0);
    let corner = |angle: f64, length: f64| (tip.0 - length * libm::cos(angle), tip.1 - length * libm::sin(angle));
    let (left, right) = (corner(turn - FRAC_PI_2 / 3.5, HEAD), corner(turn + FRAC_PI_2 / 3.5, HEAD));
    let path = format!("M{} {}L{} {}L{} {}Z", n(tip.0), n(tip.1), n(left.0), n(left.1), n(right.0), n(right.1));
    Path::new().set("d", path).set("fill", color.css())
}

/// Finds a place for the name of a card where it covers no other words: close to its ellipse, and not on the line of
/// any ellipse if possible. The name is cut if there is no room for all of it.
fn beside(sheet: &Sheet, name: &Label, oval: &Oval, area: Area, ovals: &[Oval]) -> Option<Label> {
    // The name has to stay in the row of its cells, or it would suggest a wrong alignment.
    let half = area.height / 2.0;
    let home = Area { y: if oval.y < area.y + half { area.y } else { area.y + half }, height: half, ..area };
    NAME_WIDTHS.into_iter().find_map(|share| {
        let name = name.clone().cut(area.width * share);
        // There are thousands of places, so the width of the name is asked for once, and the nearest are looked at first:
        // what is further away than the best one so far cannot be better.
        let at_origin = name.moved((0.0, 0.0), Hold::Middle).area();
        let mut best: Option<(f64, (f64, f64))> = None;
        let least = |best: Option<(f64, _)>| best.map_or(f64::INFINITY, |(cost, _)| cost);
        let places: Vec<(f64, f64)> = places(home).collect();
        let distance = |at: (f64, f64)| libm::hypot(at.0 - oval.x, at.1 - LETTERS * 0.35 - oval.y);
        // The bits of positive numbers have the order of the numbers.
        let key = |(i, &at): (usize, &(f64, f64))| Reverse((distance(at).to_bits(), i));
        let mut nearest: BinaryHeap<Reverse<(u64, usize)>> = places.iter().enumerate().map(key).collect();
        while let Some(Reverse((distance, i))) = nearest.pop() {
            let (distance, at) = (f64::from_bits(distance), places[i]);
            if distance >= least(best) {
                break;
            }
            let there = at_origin.moved(at);
            if !home.holds(there) || !sheet.is_free(there) {
                continue;
            }
            let struck = ovals.iter().filter(|oval| oval.strikes(there)).count();
            let cost = distance + struck as f64 * STRUCK;
            if cost < least(best) {
                best = Some((cost, at));
            }
        }
        best.map(|(_, at)| name.moved(at, Hold::Middle))
    })
}

/// Candidate positions for words all over an area, dense enough not to miss a free place by much.
fn places(area: Area) -> impl Iterator<Item = (f64, f64)> {
    let rows = (area.height / LETTERS * 6.0) as u32;
    let columns = (area.width / LETTERS) as u32;
    (0..=rows).flat_map(move |row| {
        let y = area.y + f64::from(row) / 6.0 * LETTERS;
        (0..=columns).map(move |column| (area.x + f64::from(column) * LETTERS, y))
    })
}
