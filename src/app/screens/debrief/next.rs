//! What next: how the game compares with your own company, and what to do about it.

use super::super::prose;
use super::{column, columns};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::text::Text;
use crate::view::Debrief;

/// Draws what to discuss, what the scenario teaches, and what to do with that.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    columns(ui, &[1.6, 1.0], |ui| {
        ui.area(Area::soft(Tone::Joint).padding(space::L, space::L).grow(1.0), |ui| {
            ui.scroll("talk", space::M, |ui| {
                ui.heading(text.get("talk-title"));
                for (i, prompt) in debrief.prompts.iter().enumerate() {
                    ui.area(Area::row(space::S).align_start().firm(), |ui| {
                        ui.toned(TextKind::Heading, Tone::Joint, format!("{}", i + 1));
                        ui.area(Area::column(0.0).grow(1.0), |ui| {
                            ui.body(prompt.clone());
                        });
                    });
                }
                ui.muted(text.get("talk-note"));
            });
        });
        column(ui, "next", |ui| {
            ui.heading(text.get("next-lesson"));
            prose(ui, text, TextKind::Body, &debrief.lesson, 0, None);
            ui.divider();
            ui.heading(text.get("next-title"));
            for key in ["next-home", "next-again", "next-compare"] {
                ui.note(text.get(key));
            }
        });
    });
}
