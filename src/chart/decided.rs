//! All decisions of a run as marks under their quarters: a square for Product, a circle for Sales, both for joint ones.
//!
//! The marks of each side hang down from the axis as a column, so that busy quarters stand out.

use super::label::{Label, short, width_of};
use super::palette::Palette;
use super::svg::{Area, Sheet, circle, rect};
use crate::ids::Seat;

/// Distance between marks, and below it half the size of a mark, in pixels.
const STEP: f64 = 7.0;
const HALF: f64 = 2.5;

/// Decisions by quarter.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Decided {
    /// The position of the quarter, and who decided; `None` if both did.
    pub marks: Vec<(usize, Option<Seat>)>,
    /// Labels for decisions by Product, by Sales, and by both.
    pub labels: [String; 3],
}

impl Decided {
    /// Height of the marks, in pixels; 0 if there are none.
    pub(super) fn height(&self) -> f64 {
        let most = self.stacks().into_iter().map(|(_, _, count)| count).max().unwrap_or(0);
        if most == 0 { 0.0 } else { STEP * most as f64 + STEP }
    }

    /// How many decisions each side made in each quarter.
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

    /// Draws the marks downwards from `top`; `x` returns the centre of a quarter.
    pub(super) fn draw(&self, sheet: &mut Sheet, x: impl Fn(usize) -> f64, top: f64, palette: &Palette) {
        for (quarter, who, count) in self.stacks() {
            let left = x(quarter) + STEP * (column(who) as f64 - 1.0) * 1.3;
            for i in 0..count {
                mark(sheet, who, (left, top + STEP * (i as f64 + 0.5)), HALF, palette);
            }
        }
    }

    /// Width of the legend.
    pub(super) fn legend_width(&self, size: f64) -> f64 {
        if self.marks.is_empty() {
            return 0.0;
        }
        self.labels.iter().map(|label| width_of(label, size) + 1.8 * size).sum()
    }

    /// Draws the legend so that it ends at `right`. If it has to be cut, each of its three entries gets a third of the
    /// width.
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
        // The mark for both: the circle inside the square.
        None => sheet.add(circle(x, y, half * 0.6).set("fill", palette.surface.css())),
        Some(Seat::Product) => {}
    }
}
