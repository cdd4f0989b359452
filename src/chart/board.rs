//! Effort × strategic alignment in four cells, the cards as ellipses as wide and high as what is not known of them.

use std::f64::consts::FRAC_PI_2;

use svg::node::element::{Ellipse, Path, Text};

use super::palette::{Palette, Rgb};
use super::svg::{Area, Hold, Sheet, Size, Svg, circle, group, n, rect, short, text_area, width_of, words};
use crate::view::{Band, Board, Spot};

/// Size of the letters, in logical pixels.
const LETTERS: f64 = 14.0;
/// No ellipse has a smaller radius.
const LEAST: f64 = 9.0;
/// Length of the head of the arrow.
const HEAD: f64 = 9.0;

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
    let names = cells(&mut sheet, board, plane.area, palette);
    let mut taken: Vec<Area> =
        names.iter().map(|(words, x, y)| text_area(words, *x, *y, LETTERS, Hold::Start)).collect();
    axes(&mut sheet, board, plane.area, size, palette);
    // Another card that may lie anywhere would cover the board and say nothing.
    let told = board.spots.iter().filter(|spot| spot.shown || spot.effort.is_some());
    let placed: Vec<(&Spot, Oval)> = told.map(|spot| (spot, plane.oval(spot))).collect();
    let dots = placed.iter().filter(|(spot, _)| spot.shown);
    taken.extend(dots.map(|(_, oval)| Area::around(oval.x, oval.y, LEAST / 2.0)));
    for (spot, oval) in &placed {
        sheet.add(ellipse(oval, spot.shown, palette));
    }
    // Over the ellipses, which would strike them out.
    for (said, x, y) in &names {
        sheet.add(halo(words(said, *x, *y, LETTERS, palette.muted, Hold::Start), palette));
    }
    // The card that is looked at has the first choice of a place for its name.
    for (spot, oval) in placed.iter().rev() {
        if spot.shown {
            sheet.add(circle(oval.x, oval.y, 4.5).set("fill", palette.joint.css()));
            if let Some((said, weeks)) = &board.simplified {
                taken.extend(arrow(&mut sheet, plane, oval, *weeks, said, palette));
            }
        }
        taken.push(name(&mut sheet, spot, oval, plane.area, &taken, palette));
    }
    sheet.finish()
}

/// Where weeks and alignment lie on the picture.
#[derive(Clone, Copy)]
struct Plane {
    area: Area,
    big_from: f64,
    on_from: f64,
}

/// An ellipse: its middle and its radii.
#[derive(Clone, Copy)]
struct Oval {
    x: f64,
    y: f64,
    across: f64,
    down: f64,
}

impl Plane {
    /// The line between small and big lies in the middle, and however much it is, it lies on the board.
    fn x(self, weeks: f64) -> f64 {
        let times = (weeks / self.big_from).max(0.0);
        self.area.x + self.area.width * times / (1.0 + times)
    }

    /// The line between off and on strategy lies in the middle.
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

/// The four cells; returns their names and where they stand, at the outer edges.
fn cells(sheet: &mut Sheet, board: &Board, area: Area, palette: &Palette) -> Vec<(String, f64, f64)> {
    let gap = 3.0;
    let (width, height) = ((area.width - gap) / 2.0, (area.height - gap) / 2.0);
    let mut names = Vec::new();
    for (i, name) in board.cells.iter().enumerate() {
        let (right, low) = (i % 2 == 1, i >= 2);
        let cell = Area {
            x: if right { area.x + width + gap } else { area.x },
            y: if low { area.y + height + gap } else { area.y },
            width,
            height,
        };
        let color = [palette.good, palette.product, palette.caution, palette.debt][i];
        sheet.add(rect(cell, 3.0).set("fill", palette.soft(color).css()));
        let lines = wrapped(name, cell.width - 12.0);
        let last = lines.len() - 1;
        for (row, line) in lines.into_iter().enumerate() {
            let from_edge = if low { last - row } else { row } as f64 * LETTERS * 1.2;
            let y = if low { cell.bottom() - 7.0 - from_edge } else { cell.y + LETTERS + 3.0 + from_edge };
            names.push((line, cell.x + 8.0, y));
        }
    }
    names
}

/// A name in at most two lines.
fn wrapped(name: &str, width: f64) -> Vec<String> {
    if width_of(name, LETTERS) <= width {
        return vec![name.to_owned()];
    }
    match name.split_once(' ') {
        Some((first, rest)) => vec![short(first, LETTERS, width), short(rest, LETTERS, width)],
        None => vec![short(name, LETTERS, width)],
    }
}

/// The names of the axes: effort below, alignment at the side, read upwards.
fn axes(sheet: &mut Sheet, board: &Board, area: Area, size: Size, palette: &Palette) {
    let [effort, alignment] = &board.axes;
    let below = size.height - LETTERS * 0.35;
    let said = short(effort, LETTERS, area.width);
    sheet.add(words(&said, area.x + area.width / 2.0, below, LETTERS, palette.muted, Hold::Middle));
    let said = short(alignment, LETTERS, area.height);
    let (x, y) = (LETTERS * 0.95, area.y + area.height / 2.0);
    let upwards = words(&said, x, y, LETTERS, palette.muted, Hold::Middle);
    sheet.add(upwards.set("transform", format!("rotate(-90 {} {})", n(x), n(y))));
}

/// The card that is looked at is filled, the others are dashed.
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

/// From the card to where it would lie if it were simplified; returns where the words stand.
fn arrow(sheet: &mut Sheet, plane: Plane, from: &Oval, weeks: Band, said: &str, palette: &Palette) -> Option<Area> {
    let goal = plane.x((weeks.low + weeks.high) / 2.0);
    let length = from.x - goal;
    if length < 2.0 * HEAD {
        return None;
    }
    // A shallow curve, so that it does not run along the ellipse; upwards unless that leads off the board.
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
    let said = short(said, LETTERS, plane.area.width * 0.6);
    let middle = kept_inside(over_x, width_of(&said, LETTERS), plane.area);
    let y = top + LETTERS * 0.35;
    sheet.add(halo(words(&said, middle, y, LETTERS, palette.good, Hold::Middle).set("font-weight", "600"), palette));
    Some(text_area(&said, middle, y, LETTERS, Hold::Middle))
}

/// The head of an arrow: a triangle at `tip` along a direction.
fn head(tip: (f64, f64), along: (f64, f64), color: Rgb) -> Path {
    let turn = libm::atan2(along.1, along.0);
    let corner = |angle: f64, length: f64| (tip.0 - length * libm::cos(angle), tip.1 - length * libm::sin(angle));
    let (left, right) = (corner(turn - FRAC_PI_2 / 3.5, HEAD), corner(turn + FRAC_PI_2 / 3.5, HEAD));
    let path = format!("M{} {}L{} {}L{} {}Z", n(tip.0), n(tip.1), n(left.0), n(left.1), n(right.0), n(right.1));
    Path::new().set("d", path).set("fill", color.css())
}

/// Writes the name of a card where it covers no other words: in or around its ellipse, the nearer the better.
fn name(sheet: &mut Sheet, spot: &Spot, oval: &Oval, area: Area, taken: &[Area], palette: &Palette) -> Area {
    let said = short(&spot.name, LETTERS, area.width * 0.6);
    let half = width_of(&said, LETTERS) / 2.0;
    let aside = oval.across + half + LETTERS * 0.4;
    let mut places = [0.0, aside, -aside, half, -half].into_iter().flat_map(|shift| {
        let x = kept_inside(oval.x + shift, 2.0 * half, area);
        let rows = [0.35, 1.35, -0.6, 2.55, -1.8, 3.75, -3.0, 4.95, -4.2];
        rows.map(|row| (x, oval.y + row * LETTERS))
    });
    let place = |(x, y)| text_area(&said, x, y, LETTERS, Hold::Middle);
    let free = |&at: &(f64, f64)| area.holds(place(at)) && !taken.iter().any(|other| other.meets(place(at)));
    // A name in another cell than its card would say something untrue.
    let line = area.y + area.height / 2.0;
    let at_home = |&(_, y): &(f64, f64)| (y - LETTERS * 0.35 < line) == (oval.y < line);
    // Words over words are better than no name.
    let (x, y) = places.find(|at| at_home(at) && free(at)).unwrap_or((kept_inside(oval.x, 2.0 * half, area), oval.y));
    let color = if spot.shown { palette.joint } else { palette.muted };
    let weight = if spot.shown { "600" } else { "400" };
    sheet.add(halo(words(&said, x, y, LETTERS, color, Hold::Middle).set("font-weight", weight), palette));
    place((x, y))
}

/// A text that can be read over lines.
fn halo(text: Text, palette: &Palette) -> Text {
    text.set("paint-order", "stroke")
        .set("stroke", palette.surface.css())
        .set("stroke-width", n(3.5))
        .set("stroke-opacity", "0.9")
        .set("stroke-linejoin", "round")
}

/// The middle of a text of some width that stays on the board.
fn kept_inside(middle: f64, width: f64, area: Area) -> f64 {
    let half = (width / 2.0 + 3.0).min(area.width / 2.0);
    middle.min(area.right() - half).max(area.x + half)
}
