//! The prediction of a seat: a range of one named number, set by its two ends.

use super::{desk, tone};
use crate::app::director::{Act, PredictDraft};
use crate::app::theme::space;
use crate::app::widgets::{Area, Slider, TextKind, Ui};
use crate::sim::Seat;
use crate::text::Text;
use crate::view::Predict;

const COLUMN: f32 = 760.0;

/// Draws the prediction.
pub(super) fn draw(ui: &mut Ui, text: &Text, seat: Seat, predict: &Predict, draft: PredictDraft) {
    let value = |steps: i32| predict.unit.write(text, f64::from(steps) * predict.step);
    desk::middle(ui, "predict", COLUMN, |ui| {
        ui.area(Area::card().padding(space::L, space::L), |ui| {
            ui.row(space::XS, |ui| {
                ui.role_shape(tone(seat));
                ui.heading(text.with("predict-title", &[("number", &predict.label)]));
            });
            ui.body(text.get("predict-about"));
            let (low, high) = draft.limits;
            let end = |name: &str, key: &str, steps: i32| {
                Slider::new(name, text.get(key), steps, low, high).tone(tone(seat)).value_text(value(steps))
            };
            ui.area(Area::column(space::S).firm().spot("spot-range"), |ui| {
                ui.slider(end("predict-low", "predict-low", draft.low).sends(Act::Low));
                ui.slider(end("predict-high", "predict-high", draft.high).sends(Act::High));
            });
            let (from, to) = (value(draft.low), value(draft.high));
            ui.toned(TextKind::Subheading, tone(seat), text.with("predict-range", &[("from", &from), ("to", &to)]));
            ui.divider();
            ui.muted(past(text, predict));
        });
    });
}

fn past(text: &Text, predict: &Predict) -> String {
    if predict.past.is_empty() {
        return text.get("predict-no-past");
    }
    let values: Vec<String> = predict.past.iter().map(|(quarter, value)| format!("{quarter}: {value}")).collect();
    values.join(" · ")
}
