//! Calibration: the ranges that both leads predicted, beside what came true.

use super::{chart, tone};
use crate::app::theme::{Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::chart::{RangeRow, ranges, ranges_summary};
use crate::text::{self, Text};
use crate::view::{Calibration, Came, Prediction};

/// Heights of the parts of a picture: its axis, and one row for each range.
const AXIS: f32 = 34.0;
const ROW: f32 = 34.0;

/// Draws the predictions for one quarter and whether they came true.
pub(super) fn quarter(ui: &mut Ui, text: &Text, quarter: &Calibration) {
    let row = |prediction: &Prediction| RangeRow {
        label: text::seat(text, prediction.seat),
        low: prediction.low,
        high: prediction.high,
        actual: Some(quarter.actual),
        of: Some(prediction.seat),
        quiet: false,
    };
    let rows: Vec<RangeRow> = quarter.predictions.iter().map(row).collect();
    ui.label(text.with("predicted-title", &[("number", &quarter.number), ("result", &quarter.result)]));
    let unit = quarter.unit;
    let height = AXIS + ROW * rows.len() as f32;
    let words = ranges_summary(&rows, unit, text);
    let numbers = text.numbers().clone();
    chart::draw(ui, height, words, move |size, palette| ranges(&rows, unit, &numbers, size, palette));
    for prediction in &quarter.predictions {
        let (glyph, key, judged) = match prediction.came {
            Came::Held => (Icon::Check, "prediction-hit", Tone::Good),
            Came::TooWide => (Icon::Cross, "prediction-too-wide", Tone::Caution),
            Came::Missed => (Icon::Cross, "prediction-missed", Tone::Debt),
        };
        ui.area(Area::row(space::XS).between().firm(), |ui| {
            ui.row(space::XS, |ui| {
                ui.role_shape(tone(prediction.seat));
                ui.note(prediction.range.clone());
            });
            ui.row(space::XXS, |ui| {
                ui.icon(glyph, size::SMALL, Token::Strong(judged));
                ui.toned(TextKind::Caption, judged, text.with(key, &[("points", &prediction.points)]));
            });
        });
    }
}
