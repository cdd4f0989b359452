//! Every decision of a run as a mark under its quarter: a square for Product's, a circle for Sales', both for both's.
//!
//! What one side decided in a quarter hangs down from the axis, so that a busy table is seen from afar.

use super::label::{Label, short, width_of};
use super::palette::Palette;
use super::svg::{Area, Sheet, circle, rect};
use crate::sim::Seat;

/// From mark to mark, and half a mark, in pixels.
const STEP: f64 = 7.0;
const HALF: f64 = 2.5;

/// Decisions over the quarters.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Decided {
    /// The position of the quarter, and who decided; nobody stands for both.
    pub marks: Vec<(usize, Option<Seat>)>,
    /// Words for the marks of Product, of Sales, and of both.
    pub labels: [String; 3],
}

impl Decided {
    /// Height of the marks, in pixels; nothing if nothing was decided.
    pub(super) fn height(&self) -> f64 {
        let most = self.stacks().into_iter().map(|(_, _, count)| count).max().unwrap_or(0);
        if most == 0 { 0.0 } else { STEP * most as f64 + STEP }
    }

    /// How often each side decided in each quarter.
    fn stacks(&self) -> Vec<(usize, Option<Seat>, usize)> {
        let mut stacks: Vec<(usize, Option<Seat>, usize)> = Vec::new();
        for &(quarter, who) in &self.marks {
            match stacks.iter_mut().find(|(at, side, _)| (*at, *side) == (quarter, who)) {
                Some((_, _, count)) => *count += 1,
                None => stacks.push((quarter, who, 1)),
            }
        }
        stacks
    }

    /// Draws the marks from a height on down; `x` is where the middle of a quarter lies.
    pub(super) fn draw(&self, sheet: &mut Sheet, x: impl Fn(usize) -> f64, top: f64, palette: &Palette) {
        for (quarter, who, count) in self.stacks() {
            let left = x(quarter) + STEP * (column(who) as f64 - 1.0) * 1.3;
            for i in 0..count {
                mark(sheet, who, (left, top + STEP * (i as f64 + 0.5)), HALF, palette);
            }
        }
    }

    /// Width of what the marks mean.
    pub(super) fn legend_width(&self, size: f64) -> f64 {
        if self.marks.is_empty() {
            return 0.0;
        }
        self.labels.iter().map(|label| width_of(label, size) + 1.8 * size).sum()
    }

    /// What the marks mean, ending at a point of the right edge. Each has a third of the way there at least.
    pub(super) fn legend(&self, sheet: &mut Sheet, (right, base): (f64, f64), size: f64, palette: &Palette) {
        let cut = self.legend_width(size) > right;
        let mut x = right;
        for who in [None, Some(Seat::Sales), Some(Seat::Product)] {
            let label = &self.labels[column(who)];
            let label = if cut { short(label, size, right / 3.0 - 1.8 * size) } else { label.clone() };
            x -= width_of(&label, size);
            sheet.write(Label::new(label, (x, base), size, palette.muted));
            x -= size * 0.7;
            mark(sheet, who, (x, base - size * 0.35), HALF * 1.5, palette);
            x -= size * 1.1;
        }
    }
}

fn column(who: Option<Seat>) -> usize {
    match who {
        Some(Seat::Product) => 0,
        Some(Seat::Sales) => 1,
        None => 2,
    }
}

fn mark(sheet: &mut Sheet, who: Option<Seat>, (x, y): (f64, f64), half: f64, palette: &Palette) {
    if who != Some(Seat::Sales) {
        let color = if who.is_some() { palette.product } else { palette.joint };
        sheet.add(rect(Area::around(x, y, half), 0.0).set("fill", color.css()));
    }
    match who {
        Some(Seat::Sales) => sheet.add(circle(x, y, half * 1.1).set("fill", palette.sales.css())),
        // The sign of both: the circle in the square.
        None => sheet.add(circle(x, y, half * 0.6).set("fill", palette.surface.css())),
        Some(Seat::Product) => {}
    }
}
