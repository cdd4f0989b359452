//! The review: payslips, six numbers with their causes, predictions against results, two prompts.

use super::{chart, desk, judged, tone};
use crate::app::theme::{Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::text::{self, Text};
use crate::view::{Cause, NumberReview, ProductMap, Review};

/// Height of the product map.
const MAP: f32 = 190.0;

/// Draws the review.
pub(super) fn draw(ui: &mut Ui, text: &Text, review: &Review, map: &ProductMap) {
    ui.body_area(Area::grid(&[2.2, 1.0], space::M).tweak(desk::one_row), |ui| {
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("numbers", space::S, |ui| {
                ui.heading(text.with("review-title", &[("quarter", &review.quarter)]));
                for row in review.numbers.chunks(2) {
                    ui.area(Area::grid(&[1.0, 1.0], space::L).firm(), |ui| {
                        for number in row {
                            draw_number(ui, number);
                        }
                    });
                }
            });
        });
        ui.area(Area::column(space::S).ring_room().grow(1.0), |ui| {
            ui.scroll("review-side", space::S, |ui| side(ui, text, review, map));
        });
    });
}

fn draw_number(ui: &mut Ui, number: &NumberReview) {
    ui.area(Area::column(space::XXS).firm(), |ui| {
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            ui.subheading(number.label.clone());
            ui.muted(format!("{} → {}", number.before, number.now));
            ui.toned(TextKind::Label, judged(moved(&number.change).then_some(number.good)), number.change.clone());
        });
        for cause in &number.causes {
            self::cause(ui, cause);
        }
    });
}

/// Draws what moved a number, and by how much.
pub(super) fn cause(ui: &mut Ui, cause: &Cause) {
    ui.area(Area::row(space::S).between().firm(), |ui| {
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.caption(cause.text.clone());
        });
        ui.area(Area::row(0.0).firm(), |ui| {
            ui.toned(TextKind::Caption, judged(Some(cause.up)), cause.amount.clone());
        });
    });
}

/// Whether a change, as written, is more than nothing.
fn moved(change: &str) -> bool {
    change.chars().any(|digit| ('1'..='9').contains(&digit))
}

fn side(ui: &mut Ui, text: &Text, review: &Review, map: &ProductMap) {
    for slip in &review.payslips {
        ui.area(Area::card().firm(), |ui| {
            ui.area(Area::row(space::XS).between(), |ui| {
                ui.row(space::XS, |ui| {
                    ui.role_shape(tone(slip.seat));
                    ui.label(text::seat(text, slip.seat));
                });
                ui.toned(TextKind::Figure, tone(slip.seat), slip.earned.clone());
            });
            ui.caption(text.with("payslip-total", &[("total", &slip.total)]));
        });
    }
    ui.area(Area::card().firm(), |ui| {
        ui.label(text.with("predicted-title", &[("number", &review.predicted), ("result", &review.result)]));
        for prediction in &review.predictions {
            ui.area(Area::row(space::XS).between(), |ui| {
                ui.row(space::XS, |ui| {
                    ui.role_shape(tone(prediction.seat));
                    ui.note(prediction.range.clone());
                });
                let (glyph, key, tone) = match prediction.hit {
                    true => (Icon::Check, "prediction-hit", Tone::Good),
                    false => (Icon::Cross, "prediction-missed", Tone::Debt),
                };
                ui.row(space::XXS, |ui| {
                    ui.icon(glyph, size::SMALL, Token::Strong(tone));
                    ui.toned(TextKind::Caption, tone, text.get(key));
                });
            });
        }
    });
    ui.area(Area::soft(Tone::Joint).firm(), |ui| {
        ui.label(text.get("prompts-title"));
        ui.body(review.prompts.0.clone());
        ui.body(review.prompts.1.clone());
    });
    ui.area(Area::card().firm(), |ui| {
        ui.label(text.get("map-title"));
        chart::product_map(ui, map, MAP);
        ui.caption(map.summary.clone());
    });
}
