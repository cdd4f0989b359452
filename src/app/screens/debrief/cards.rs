//! What was true: every card as the leads believed it to be, and as it is.

use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::ids::PerSeat;
use crate::text::Text;
use crate::view::{CardTruth, Debrief, Untold};

/// Draws the cards.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
        ui.scroll("cards", space::S, |ui| {
            ui.muted(text.get("cards-about"));
            if !debrief.untold.is_empty() {
                ui.muted(text.get("untold-about"));
            }
            for row in debrief.cards.chunks(2) {
                ui.area(Area::grid(&[1.0, 1.0], space::S).firm(), |ui| {
                    for card in row {
                        truth(ui, text, card, debrief.untold.iter().find(|one| one.deal == card.deal));
                    }
                });
            }
        });
    });
}

/// A card, with what stood on the pages of one lead only.
fn truth(ui: &mut Ui, text: &Text, card: &CardTruth, untold: Option<&Untold>) {
    ui.area(Area::card().padding(space::M, space::S).tweak(|node| node.row_gap = bevy::ui::px(space::XS)), |ui| {
        ui.area(Area::row(space::S).between(), |ui| {
            ui.area(Area::column(0.0).grow(1.0), |ui| {
                ui.label(format!("{} · {}", card.quarter, card.customer));
            });
            ui.tag(Tone::Neutral, card.outcome.clone());
        });
        ui.note(card.ask.clone());
        ui.area(Area::grid(&[1.0, 1.5], space::S), |ui| {
            for (key, words, tone) in
                [("truth-believed-head", &card.believed, Tone::Neutral), ("truth-true-head", &card.truth, Tone::Joint)]
            {
                ui.area(Area::soft(tone), |ui| {
                    ui.toned(TextKind::Caption, tone, text.get(key));
                    ui.note(words.clone());
                });
            }
        });
        if let Some(untold) = untold {
            ui.caption(untold.told.clone());
        }
        let PerSeat { product, sales } = &card.stances;
        let values: [(&str, &dyn crate::text::Value); 3] =
            [("product", product), ("sales", sales), ("answer", &card.answer)];
        ui.caption(text.with("truth-answer", &values));
    });
}
