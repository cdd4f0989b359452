//! A seat's briefing: what happened and why, the news, the quota, and the private page.

use super::{prose, tone, weighed};
use crate::app::director::{Act, WindowAct};
use crate::app::theme::{Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, Line, TextKind, Ui};
use crate::text::{self, Text};
use crate::view::{Amount, Briefing, Bulletin, Happened, Topic};

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
        prose(ui, text, TextKind::Body, about, 0, None);
    }
    if !briefing.goals.is_empty() {
        ui.subheading(text.get("briefing-goals"));
        for goal in &briefing.goals {
            prose(ui, text, TextKind::Note, goal, 0, None);
        }
    }
    prose(ui, text, TextKind::Note, &text.with("briefing-quota", &[("quota", &briefing.quota)]), 0, None);
    // News comes before what the review has already shown.
    for Bulletin { title, text: words } in &briefing.news {
        ui.area(Area::soft(Tone::Caution), |ui| {
            ui.subheading(title.clone());
            prose(ui, text, TextKind::Note, words, 0, None);
        });
    }
    for Bulletin { title, text: words } in &briefing.gates {
        ui.area(Area::soft(Tone::Joint), |ui| {
            ui.subheading(title.clone());
            prose(ui, text, TextKind::Note, words, 0, None);
        });
    }
    for happened in &briefing.happened {
        moved(ui, text, happened);
    }
}

/// What moved a number, as a button that opens the full explanation.
fn moved(ui: &mut Ui, text: &Text, happened: &Happened) {
    let title = text.with("briefing-moved", &[("number", &happened.number)]);
    let area = Area::column(space::XXS).firm();
    let explain = Act::Window(WindowAct::Explain(0, Topic::Term(happened.term)));
    ui.leading(format!("moved-{}", happened.term.key()), title.clone(), area, explain, |ui| {
        ui.area(Area::row(space::XXS).firm(), |ui| {
            ui.subheading(title);
            ui.icon(Icon::ChevronRight, size::SMALL, Token::Muted);
        });
        if happened.causes.is_empty() {
            ui.muted(text.get("nothing-moved"));
        }
        for cause in &happened.causes {
            amount(ui, cause);
        }
    });
}

fn private(ui: &mut Ui, text: &Text, briefing: &Briefing) {
    ui.row(space::XS, |ui| {
        ui.role_shape(tone(briefing.seat));
        ui.heading(text.with("briefing-page", &[("seat", &text::seat(text, briefing.seat))]));
    });
    if briefing.again {
        ui.caption(text.get("briefing-again"));
    }
    prose(ui, text, TextKind::Body, &briefing.page, 0, None);
    ui.divider();
    ui.subheading(text.get("briefing-pay"));
    prose(ui, text, TextKind::Note, &briefing.pay, 0, None);
}

/// A line with an amount at its end.
pub(super) fn amount(ui: &mut Ui, line: &Amount) {
    ui.line(Line::new(line.text.clone(), line.amount.clone()).tone(weighed(&line.amount, line.good)));
}
