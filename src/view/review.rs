//! The review: two payslips, six numbers with their causes, predictions against results, two prompts.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::Change;
use super::past::{goes_on, label, quarter_label};
use super::predict::{in_words, unit, written};
use super::six::SIX;
use super::{Term, Topic};
use crate::ids::{Quarter, Seat};
use crate::sim::formula::{points, predicted};
use crate::sim::{Game, Quantity, Range, Record};
use crate::text::{self, Teller, Unit};

/// Lines for what moved a number.
pub(super) const CAUSES: usize = 5;

/// The review of a closed quarter.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Review {
    /// `Q1 2027 · quarter 2 of 8`.
    pub quarter: String,
    /// The two payslips.
    pub payslips: Vec<Payslip>,
    /// The six numbers.
    pub numbers: Vec<NumberReview>,
    /// The predictions against the result.
    pub calibration: Calibration,
    /// What to talk about.
    pub prompts: [String; 2],
    /// After the last quarter: what happens in the echo year.
    pub ahead: Option<String>,
}

/// What a lead earned.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Payslip {
    /// Whose.
    pub seat: Seat,
    /// Earned this quarter.
    pub earned: String,
    /// Earned since the start.
    pub total: String,
    /// What it depends on.
    pub about: String,
    /// The term or number that explains it.
    pub topic: Topic,
}

/// One of the six numbers, and why it moved.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct NumberReview {
    /// Its name.
    pub label: String,
    /// Before.
    pub before: String,
    /// Now.
    pub now: String,
    /// The change.
    pub change: String,
    /// Whether the change is good.
    pub good: bool,
    /// The causes; they add up exactly.
    pub causes: Vec<CauseLine>,
    /// The term that explains it.
    pub term: Term,
}

/// A cause of a change.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CauseLine {
    /// In words.
    pub text: String,
    /// The amount.
    pub amount: String,
    /// Whether it raised the number.
    pub up: bool,
}

/// The predictions of a quarter against the result.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Calibration {
    /// The quarter: `Q3`.
    pub quarter: String,
    /// The name of the predicted number.
    pub number: String,
    /// How it is written.
    pub unit: Unit,
    /// The result.
    pub actual: f64,
    /// The result in words.
    pub result: String,
    /// The predictions.
    pub predictions: Vec<Prediction>,
}

/// A prediction against the result.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Prediction {
    /// Whose.
    pub seat: Seat,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// The range in words.
    pub range: String,
    /// How it came out.
    pub came: Came,
    /// What it was worth, 0 to 100 points.
    pub points: u8,
}

/// How a prediction came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Came {
    /// The result is inside the range.
    Held,
    /// The result is inside a range that could hardly have missed it, which is worth nothing.
    TooWide,
    /// The result is outside.
    Missed,
}

impl Came {
    pub(super) fn of(range: Range, result: f64) -> Self {
        let inside = range.low <= result && result <= range.high;
        match (range.held(result), inside) {
            (true, _) => Self::Held,
            (false, true) => Self::TooWide,
            (false, false) => Self::Missed,
        }
    }
}

/// Makes the review of a closed quarter; `None` before the first close.
#[must_use]
pub fn review(game: &Game, text: &Teller, quarter: Quarter) -> Option<Review> {
    let history = &game.state().history;
    let record = history.iter().find(|record| record.quarter == quarter)?;
    let before = history.iter().rfind(|record| record.quarter < quarter)?;
    let prompts = match text.scenario().prompts.len() {
        0 => Default::default(),
        all => text.scenario().prompts[usize::from(quarter.0.saturating_sub(1)) % all].clone().into(),
    };
    Some(Review {
        quarter: quarter_label(game, text, quarter),
        payslips: payslips(text, record, before),
        numbers: numbers(game, text, record, before),
        calibration: calibration(game, text, record),
        prompts,
        ahead: goes_on(game, text, "echo-ahead"),
    })
}

/// Compares the predictions of a closed quarter with its result.
pub(super) fn calibration(game: &Game, text: &Teller, record: &Record) -> Calibration {
    let number = predicted(game.scenario(), record.quarter);
    let prediction = |seat| {
        let range = (*record.predictions.get(seat))?;
        let (low, high) = (range.low + 0.0, range.high + 0.0);
        Some(Prediction {
            seat,
            low,
            high,
            range: in_words(text, number, range),
            came: Came::of(range, record.predicted),
            points: points(number, range, record.predicted),
        })
    };
    Calibration {
        quarter: label(game, text, record.quarter),
        number: text::measure(text, number),
        unit: unit(number),
        actual: record.predicted + 0.0,
        result: written(text, number, record.predicted),
        predictions: Seat::BOTH.into_iter().filter_map(prediction).collect(),
    }
}

fn payslips(text: &Teller, record: &Record, before: &Record) -> Vec<Payslip> {
    let roles = &text.scenario().roles;
    let slip = |seat, quantity: Quantity, about: &str| Payslip {
        seat,
        earned: text::dollars(text, record.get(quantity) - before.get(quantity)),
        total: text::dollars(text, record.get(quantity)),
        about: about.to_owned(),
        topic: Topic::Number(quantity),
    };
    vec![
        slip(Seat::Product, Quantity::Bonus, &roles.product.about),
        slip(Seat::Sales, Quantity::Commission, &roles.sales.about),
    ]
}

fn numbers(game: &Game, text: &Teller, record: &Record, before: &Record) -> Vec<NumberReview> {
    SIX.iter()
        .map(|six| {
            let known = six.known(game.scenario(), before);
            let (was, now) = (six.before(game.scenario(), before), (six.then)(record));
            NumberReview {
                label: six.label(text),
                before: if known { six.unit.write(text, was) } else { text.get("not-yet") },
                now: six.unit.write(text, now),
                change: text::change(text, six.unit, now - was),
                good: now >= was,
                causes: Change::of_six(game, text, six, record.quarter).causes(text, CAUSES),
                term: six.term,
            }
        })
        .collect()
}
