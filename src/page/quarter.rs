//! The end of a quarter: the prediction, the close as it is told, and the review.

use maud::{Markup, html};

use super::part::{PICTURE, amount, cause, foot, picture, primary, stepper};
use crate::chart::{Size, product_map};
use crate::ids::Seat;
use crate::play::{Act, Draft, Undo};
use crate::sim::Range;
use crate::text::{self, Text};
use crate::view::{Calibration, Came, Close, DebtLedger, Predict, ProductMap, Review};

/// The size of the product map.
const MAP: Size = Size { width: 560.0, height: 380.0 };
/// How many steps an end of a prediction moves at once.
const STEPS: i32 = 1;

pub(super) fn predict(text: &Text, seat: Seat, predict: &Predict, draft: &Draft, undo: Option<Undo>) -> Markup {
    let steps = |value: f64| libm::round(value / predict.step) as i32;
    let write = |value: f64| predict.unit.write(text, value);
    let end = |key: &str, set: Option<f64>, from: f64, act: fn(i32) -> Act| {
        let at = steps(set.unwrap_or(from));
        let shown = set.map_or_else(|| text.get("predict-unset"), write);
        let name = text.get(key);
        // The first press sets the end, the next ones move it.
        let by = if set.is_some() { STEPS } else { 0 };
        stepper(&html! { b { (name) } }, &shown, Some(act(at - by)), Some(act(at + by)), &name)
    };
    let range = draft.range();
    let said = match range {
        Some(Range { low, high }) => {
            let worth = predict.worth(Range { low, high });
            text.with("predict-range", &[("from", &write(low)), ("to", &write(high)), ("points", &worth)])
        }
        None => text.get("predict-first"),
    };
    let past: Vec<String> = predict.past.iter().map(|past| format!("{}: {}", past.quarter, past.value)).collect();
    let why_not = range.is_none().then_some(said.as_str());
    let main = primary(Act::Sign, why_not.is_some(), &text.get("sign-prediction"));
    html! {
        section.card {
            h1 { (text.with("predict-title", &[("number", &predict.label)])) }
            p { (text.with("predict-about", &[("width", &predict.telling)])) }
            (end("predict-low", draft.low, predict.usual.low, Act::Low))
            (end("predict-high", draft.high, predict.usual.high, Act::High))
            p.muted { @if past.is_empty() { (text.get("predict-no-past")) } @else { (past.join(" · ")) } }
        }
        (foot(text, Some(seat), &said, undo, &main))
    }
}

pub(super) fn review(
    text: &Text,
    seat: Seat,
    review: &Review,
    close: Option<&Close>,
    map: &ProductMap,
    owed: &DebtLedger,
    signed_for: &[String],
) -> Markup {
    html! {
        div.columns {
            @if let Some(close) = close { (told(text, close)) }
            section.card {
                h1 { (text.with("review-title", &[("quarter", &review.quarter)])) }
                @for sentence in signed_for { p.soft { (sentence) } }
                @for number in &review.numbers {
                    h2 { (number.label) " " span.muted { (number.before) " → " (number.now) } }
                    p { b class=(if number.good { "good" } else { "bad" }) { (number.change) } }
                    @for moved in &number.causes { (cause(moved)) }
                }
            }
            section.card {
                @for slip in &review.payslips {
                    div.line { b { (text::seat(text, slip.seat)) } b { (slip.earned) } }
                    p.small.muted { (text.with("payslip-total", &[("total", &slip.total)])) }
                }
                (predicted(text, &review.calibration))
                div.soft.joint {
                    h2 { (text.get("prompts-title")) }
                    @for prompt in &review.prompts { p { (prompt) } }
                }
                @if let Some(ahead) = &review.ahead { p.soft { (ahead) } }
            }
            section.card {
                h1 { (text.get("map-title")) }
                (picture(&product_map(map, MAP, &PICTURE), &map.summary))
                p.small { (map.summary) }
                div.line { b { (text.get("measure-debt")) } b { (owed.total) } }
                p.small.muted { (text.with("wall-interest", &[("interest", &owed.interest)])) }
            }
        }
        (foot(text, Some(seat), &text.get("review-hint"), None, &primary(Act::Read, false, &text.get("read-on"))))
    }
}

/// The close of the quarter, step by step.
fn told(text: &Text, close: &Close) -> Markup {
    html! {
        section.card {
            h1 { (text.get("close-title")) }
            @for step in &close.steps {
                // What a step is made of is a press away: all of it at once would be pages long on a phone.
                details {
                    summary { (step.title) p.small { (step.summary) } }
                    @for line in &step.lines { (amount(line)) }
                }
            }
        }
    }
}

/// What was predicted of a number, and what came.
pub(super) fn predicted(text: &Text, calibration: &Calibration) -> Markup {
    let came = |came: Came, points: u8| match came {
        Came::Held => text.with("prediction-hit", &[("points", &points)]),
        Came::TooWide => text.get("prediction-too-wide"),
        Came::Missed => text.get("prediction-missed"),
    };
    html! {
        h2 { (text.with("predicted-title", &[("number", &calibration.number), ("result", &calibration.result)])) }
        @for prediction in &calibration.predictions {
            div.line {
                span { (text::seat(text, prediction.seat)) ": " (prediction.range) }
                b { (came(prediction.came, prediction.points)) }
            }
        }
    }
}
