//! A seat's prediction: a range for one number, set by its two ends.

use super::{desk, tone};
use crate::app::director::{Act, PredictDraft};
use crate::app::theme::space;
use crate::app::widgets::{Area, Slider, TextKind, Ui};
use crate::ids::Seat;
use crate::play;
use crate::sim::Range;
use crate::text::Text;
use crate::view::Predict;

const COLUMN: f32 = 760.0;

/// Draws the prediction.
pub(super) fn draw(ui: &mut Ui, text: &Text, seat: Seat, predict: &Predict, draft: PredictDraft) {
    let number = |steps: i32| f64::from(steps) * predict.step;
    let value = |steps: i32| predict.unit.write(text, number(steps));
    desk::middle(ui, "predict", COLUMN, |ui| {
        ui.area(Area::card().padding(space::L, space::L), |ui| {
            ui.row(space::XS, |ui| {
                ui.role_shape(tone(seat));
                ui.heading(text.with("predict-title", &[("number", &predict.label)]));
            });
            ui.body(text.with("predict-about", &[("width", &predict.telling)]));
            let (low, high) = draft.limits;
            // An end that is not set yet is at its limit and says that it is not set.
            let end = |name: &str, key: &str, set: Option<i32>, unset: i32| {
                let shown = set.map_or_else(|| text.get("predict-unset"), value);
                Slider::new(name, text.get(key), set.unwrap_or(unset), low, high).tone(tone(seat)).value_text(shown)
            };
            ui.area(Area::column(space::S).firm().spot("spot-range"), |ui| {
                ui.slider(
                    end("predict-low", "predict-low", draft.low, low).sends(|steps| Act::Play(play::Act::Low(steps))),
                );
                ui.slider(
                    end("predict-high", "predict-high", draft.high, high)
                        .sends(|steps| Act::Play(play::Act::High(steps))),
                );
            });
            let said = match (draft.low, draft.high) {
                (Some(from), Some(to)) => {
                    let worth = predict.worth(Range { low: number(from), high: number(to) });
                    let (from, to) = (value(from), value(to));
                    text.with("predict-range", &[("from", &from), ("to", &to), ("points", &worth)])
                }
                _ => text.get("predict-first"),
            };
            ui.toned(TextKind::Subheading, tone(seat), said);
            ui.divider();
            ui.muted(past(text, predict));
        });
    });
}

fn past(text: &Text, predict: &Predict) -> String {
    if predict.past.is_empty() {
        return text.get("predict-no-past");
    }
    let values: Vec<String> = predict.past.iter().map(|past| format!("{}: {}", past.quarter, past.value)).collect();
    values.join(" · ")
}
