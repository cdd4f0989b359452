//! What happened in the echo year.

use super::super::{briefing::amount, desk};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::text::Text;
use crate::view::Debrief;

const COLUMN: f32 = 820.0;

/// Draws what happened in the echo year.
pub(in super::super) fn echo(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    desk::middle(ui, "echo", COLUMN, |ui| {
        ui.area(Area::card().padding(space::L, space::L), |ui| {
            let key = if debrief.insolvent { "echo-title-insolvent" } else { "echo-title" };
            ui.title(text.get(key));
            ui.body(text.get(if debrief.insolvent { "echo-about-insolvent" } else { "echo-about" }));
            for line in &debrief.echo {
                amount(ui, line);
                ui.divider();
            }
            ui.toned(TextKind::Heading, Tone::Joint, text.with("echo-value", &[("value", &debrief.value)]));
        });
    });
}
