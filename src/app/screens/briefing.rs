//! A seat's briefing: what happened and why, news, quota, the private page.

use super::{judged, tone};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::text::{self, Text};
use crate::view::{Amount, Briefing};

/// Draws the briefing.
pub(super) fn draw(ui: &mut Ui, text: &Text, briefing: &Briefing) {
    ui.body_area(Area::grid(&[1.0, 1.0], space::M).tweak(super::desk::one_row), |ui| {
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("briefing-public", space::S, |ui| public(ui, text, briefing));
        });
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("briefing-private", space::S, |ui| private(ui, text, briefing));
        });
    });
}

fn public(ui: &mut Ui, text: &Text, briefing: &Briefing) {
    ui.heading(text.get("briefing-title"));
    if let Some(about) = &briefing.about {
        ui.body(about.clone());
    }
    if !briefing.goals.is_empty() {
        ui.subheading(text.get("briefing-goals"));
        for goal in &briefing.goals {
            ui.note(goal.clone());
        }
    }
    ui.note(text.with("briefing-quota", &[("quota", &briefing.quota)]));
    for (number, causes) in &briefing.happened {
        ui.subheading(text.with("briefing-moved", &[("number", number)]));
        if causes.is_empty() {
            ui.muted(text.get("nothing-moved"));
        }
        for cause in causes {
            amount(ui, cause);
        }
    }
    for (title, words) in &briefing.news {
        ui.area(Area::soft(Tone::Caution), |ui| {
            ui.subheading(title.clone());
            ui.note(words.clone());
        });
    }
    for (title, words) in &briefing.gates {
        ui.area(Area::soft(Tone::Joint), |ui| {
            ui.subheading(title.clone());
            ui.note(words.clone());
        });
    }
}

fn private(ui: &mut Ui, text: &Text, briefing: &Briefing) {
    ui.row(space::XS, |ui| {
        ui.role_shape(tone(briefing.seat));
        ui.heading(text.with("briefing-page", &[("seat", &text::seat(text, briefing.seat))]));
    });
    ui.body(briefing.page.clone());
    ui.divider();
    ui.subheading(text.get("briefing-pay"));
    ui.note(briefing.pay.clone());
}

/// A line with an amount at its end.
pub(super) fn amount(ui: &mut Ui, line: &Amount) {
    ui.area(Area::row(space::S).between().firm(), |ui| {
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.note(line.text.clone());
        });
        ui.area(Area::row(0.0).firm(), |ui| {
            ui.toned(TextKind::Label, judged(line.good), line.amount.clone());
        });
    });
}
