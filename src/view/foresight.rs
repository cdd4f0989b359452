//! How wide the ranges were that each lead predicted, against how often they held.
//!
//! A run has at most a dozen predictions of a lead, and twenty are too few to call anybody well calibrated. So hits are
//! counted, and nobody gets a score.

use schemars::JsonSchema;
use serde::Serialize;

use super::past::played;
use super::review::Came;
use crate::ids::Seat;
use crate::sim::{Game, Range};
use crate::text::{self, Text};

/// The predictions of a lead.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Foresight {
    /// Whose.
    pub seat: Seat,
    /// Its predictions, quarter by quarter.
    pub foreseen: Vec<Foreseen>,
    /// How often they held and how wide they were, in a sentence.
    pub told: String,
}

/// A prediction, as what it risked and whether it held.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Foreseen {
    /// The width of the range as a share of the result; `None` if the result was nothing.
    pub width: Option<f64>,
    /// How it came out.
    pub came: Came,
}

/// The predictions of both leads. Who predicted nothing is left out.
pub(super) fn foresight(game: &Game, text: &Text) -> Vec<Foresight> {
    let of = |seat: Seat| {
        let all = played(game).filter_map(|record| Some(foreseen((*record.predictions.get(seat))?, record.predicted)));
        let foreseen: Vec<Foreseen> = all.collect();
        let told = told(seat, &foreseen, text);
        (!foreseen.is_empty()).then_some(Foresight { seat, foreseen, told })
    };
    Seat::BOTH.into_iter().filter_map(of).collect()
}

fn foreseen(range: Range, result: f64) -> Foreseen {
    let width = (range.high - range.low) / libm::fabs(result);
    Foreseen { width: width.is_finite().then_some(width), came: Came::of(range, result) }
}

fn told(seat: Seat, foreseen: &[Foreseen], text: &Text) -> String {
    let held = foreseen.iter().filter(|one| one.came == Came::Held).count();
    let (who, all) = (text::seat(text, seat), foreseen.len());
    match middle(foreseen) {
        Some(width) => {
            let width = text::percent(text, width);
            text.with("foresight-told", &[("seat", &who), ("held", &held), ("all", &all), ("width", &width)])
        }
        None => text.with("foresight-held", &[("seat", &who), ("held", &held), ("all", &all)]),
    }
}

/// The width in the middle of all widths: one range that was far too wide does not change it.
fn middle(foreseen: &[Foreseen]) -> Option<f64> {
    let mut widths: Vec<f64> = foreseen.iter().filter_map(|one| one.width).collect();
    widths.sort_by(f64::total_cmp);
    let (lower, upper) = (widths.get(widths.len().saturating_sub(1) / 2)?, widths.get(widths.len() / 2)?);
    Some((lower + upper) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(low: f64, high: f64) -> Foreseen {
        foreseen(Range { low, high }, 100.0)
    }

    #[test]
    fn hits_are_counted_and_widths_told_without_a_verdict() {
        let all = [at(90.0, 110.0), at(95.0, 105.0), at(0.0, 400.0), at(120.0, 150.0)];
        let told = told(Seat::Sales, &all, &Text::default());
        assert!(told.contains("2 of 4") && told.contains("25"), "{told}");
        assert!(!told.contains("point") && !told.contains("calibrat"), "{told}");
        assert_eq!(middle(&all), Some(0.25), "between 20 and 30 percent of the result");
    }

    #[test]
    fn a_range_around_nothing_has_no_width() {
        let none = foreseen(Range { low: -1.0, high: 1.0 }, 0.0);
        assert_eq!(none.width, None);
        assert_eq!(middle(&[none]), None);
    }
}
