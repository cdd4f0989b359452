//! How it felt: the private stances of both leads, trust, and what they predicted.

use super::super::{calibration, chart, tone};
use super::{column, columns, number};
use crate::app::theme::{Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::chart::{widths, widths_summary};
use crate::ids::Seat;
use crate::scenario::Measure;
use crate::text::{self, Text, Unit};
use crate::view::{Debrief, StancePair};

/// Height of the chart of trust.
const TRUST: f32 = 120.0;
/// Height of the chart of how wide predictions were.
const WIDTHS: f32 = 150.0;
/// Width of a quarter's name.
const QUARTER: f32 = 36.0;

/// Draws how it felt.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    columns(ui, &[1.5, 1.0], |ui| {
        column(ui, "stances", |ui| {
            ui.heading(text.get("felt-stances"));
            ui.note(debrief.stances.clone());
            head(ui, text);
            for pair in &debrief.pairs {
                ui.divider();
                stances(ui, text, pair);
                if let Some(nearer) = &pair.nearer {
                    ui.caption(nearer.clone());
                }
            }
        });
        // They scroll together, because with large text there may be less room than the chart needs.
        ui.scroll("forecasts", space::S, |ui| {
            let trust = debrief.timeline.iter().map(|point| point.six[5].unwrap_or(f64::NAN)).collect();
            number(ui, text, debrief, (Measure::Trust, Unit::Index), trust, TRUST);
            if !debrief.foresight.is_empty() {
                foresight(ui, text, debrief);
            }
            ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
                ui.heading(text.get("felt-forecasts"));
                for forecast in &debrief.forecasts {
                    ui.divider();
                    ui.caption(forecast.quarter.clone());
                    calibration::quarter(ui, text, forecast);
                }
            });
        });
    });
}

/// How wide the ranges of both were, against how often they held.
fn foresight(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
        ui.heading(text.get("foresight-title"));
        let (leads, text_of) = (debrief.foresight.clone(), text.clone());
        let told = widths_summary(&leads, text);
        chart::draw(ui, WIDTHS, told, move |size, palette| widths(&leads, &text_of, size, palette));
        for lead in &debrief.foresight {
            ui.note(lead.told.clone());
        }
        ui.caption(text.get("foresight-about"));
    });
}

/// A row of the table: the quarter, the prospect, both stances, and whether they agreed.
fn row(ui: &mut Ui, quarter: impl FnOnce(&mut Ui), rest: impl FnOnce(&mut Ui)) {
    ui.area(Area::row(space::S).align_start().firm(), |ui| {
        ui.area(Area::column(0.0).width(QUARTER), quarter);
        ui.area(Area::grid(&[1.1, 1.0, 1.0, 1.0], space::S).grow(1.0).rigid(), rest);
    });
}

fn head(ui: &mut Ui, text: &Text) {
    row(
        ui,
        |_| {},
        |ui| {
            ui.caption(text.get("felt-card"));
            for seat in Seat::BOTH {
                ui.row(space::XXS, |ui| {
                    ui.role_shape(tone(seat));
                    ui.caption(text::seat(text, seat));
                });
            }
            ui.caption("");
        },
    );
}

fn stances(ui: &mut Ui, text: &Text, pair: &StancePair) {
    row(
        ui,
        |ui| {
            ui.label(pair.quarter.clone());
        },
        |ui| {
            ui.column(0.0, |ui| {
                ui.label(pair.customer.clone());
                ui.caption(text.with("felt-signed", &[("answer", &pair.answer)]));
            });
            ui.toned(TextKind::Note, tone(Seat::Product), pair.product.clone());
            ui.toned(TextKind::Note, tone(Seat::Sales), pair.sales.clone());
            let (glyph, key, tone) = match pair.agree {
                true => (Icon::Check, "felt-same", Tone::Good),
                false => (Icon::Fork, "felt-apart", Tone::Caution),
            };
            ui.area(Area::row(space::XXS).align_start(), |ui| {
                ui.icon(glyph, size::SMALL, Token::Strong(tone));
                ui.toned(TextKind::Caption, tone, text.get(key));
            });
        },
    );
}
