//! The review: payslips, six numbers with their causes, predictions and results, two questions to
//! discuss, what is owed.

use super::{calibration, chart, desk, ledger, tone, weighed};
use crate::app::director::{Act, WindowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Line, TextKind, Ui};
use crate::text::{self, Text};
use crate::view::{CauseLine, DebtLedger, NumberReview, ProductMap, Review, Topic};

/// Height of the product map.
const MAP: f32 = 190.0;

/// Draws the review.
pub(super) fn draw(ui: &mut Ui, text: &Text, review: &Review, (map, owed): (&ProductMap, &DebtLedger), seed: &str) {
    ui.body_area(Area::grid(&[2.2, 1.0], space::M).tweak(desk::one_row), |ui| {
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("numbers", space::S, |ui| {
                ui.area(Area::row(space::M).wrap().between().firm(), |ui| {
                    ui.heading(text.with("review-title", &[("quarter", &review.quarter)]));
                    ui.muted(text.with("seed-of", &[("seed", &seed)]));
                });
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
            ui.scroll("review-side", space::S, |ui| side(ui, text, review, map, owed));
        });
    });
}

fn draw_number(ui: &mut Ui, number: &NumberReview) {
    let explain = Act::Window(WindowAct::Explain(0, Topic::Term(number.term)));
    let said = format!("{} {} {}", number.label, number.now, number.change);
    let area = Area::column(space::XXS).padding(space::XS, space::XXS).firm();
    ui.leading(format!("moved-{}", number.term.key()), said, area, explain, |ui| {
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            ui.subheading(number.label.clone());
            ui.muted(format!("{} → {}", number.before, number.now));
            ui.toned(TextKind::Label, weighed(&number.change, Some(number.good)), number.change.clone());
        });
        for cause in &number.causes {
            self::cause(ui, cause);
        }
    });
}

/// Draws what moved a number, and by how much.
pub(super) fn cause(ui: &mut Ui, cause: &CauseLine) {
    ui.line(Line::new(cause.text.clone(), cause.amount.clone()).small().tone(weighed(&cause.amount, Some(cause.up))));
}

fn side(ui: &mut Ui, text: &Text, review: &Review, map: &ProductMap, owed: &DebtLedger) {
    for slip in &review.payslips {
        ui.area(Area::card().padding(space::XS, space::XS).firm(), |ui| {
            let seat = text::seat(text, slip.seat);
            let name = format!("payslip-{:?}", slip.seat).to_lowercase();
            let said = format!("{seat} {}", slip.earned);
            let area = Area::column(space::XXS).padding(space::XS, space::XXS);
            ui.leading(name, said, area, Act::Window(WindowAct::Explain(0, slip.topic)), |ui| {
                ui.area(Area::row(space::XS).between(), |ui| {
                    ui.row(space::XS, |ui| {
                        ui.role_shape(tone(slip.seat));
                        ui.label(seat);
                    });
                    ui.toned(TextKind::Figure, tone(slip.seat), slip.earned.clone());
                });
                ui.caption(text.with("payslip-total", &[("total", &slip.total)]));
            });
        });
    }
    ui.area(Area::soft(Tone::Joint).firm(), |ui| {
        ui.label(text.get("prompts-title"));
        for prompt in &review.prompts {
            ui.body(prompt.clone());
        }
    });
    if let Some(ahead) = &review.ahead {
        ui.area(Area::soft(Tone::Caution).firm(), |ui| {
            ui.label(text.get("echo-title"));
            ui.note(ahead.clone());
        });
    }
    ui.area(Area::card().firm(), |ui| calibration::quarter(ui, text, &review.calibration));
    ui.area(Area::card().firm(), |ui| ledger::short(ui, text, owed));
    ui.area(Area::card().firm(), |ui| {
        ui.label(text.get("map-title"));
        chart::product_map(ui, map, MAP);
        ui.caption(map.summary.clone());
    });
}
