//! Deciding again: a card of the run as it lay on the table then, to be answered anew before anything of it is told.

use crate::app::director::{Act, AgainAt, Around, ShowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Button, Choice, TextKind, Ui};
use crate::ids::DecisionId;
use crate::text::Text;
use crate::view::{Again, TurningPoint};

/// A table that people can sit down at.
pub(super) struct Table<'a> {
    decision: DecisionId,
    again: &'a Again,
    at: AgainAt,
}

/// The table of a turning point, unless people want to see what came of it, or it is not about a card.
pub(super) fn to_sit_at<'a>(point: &'a TurningPoint, around: &Around) -> Option<Table<'a>> {
    let decision = point.decision?;
    let at = around.again.get(&decision).copied().unwrap_or_default();
    point.again.as_ref().filter(|_| !at.told).map(|again| Table { decision, again, at })
}

/// Draws the card, what was known of it, and the answers.
pub(super) fn draw(ui: &mut Ui, text: &Text, table: Table) {
    let Table { decision, again, at } = table;
    ui.area(Area::card().padding(space::S, space::S).firm(), |ui| {
        ui.toned(TextKind::Caption, Tone::Joint, text.get("again-title"));
        ui.label(again.title.clone());
        ui.note(again.ask.clone());
        ui.caption(again.about.clone());
        ui.caption(again.quote.clone());
        for line in again.known.lines(text) {
            ui.caption(line);
        }
        ui.label(text.get("again-question"));
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for (position, choice) in again.choices.iter().enumerate() {
                let name = format!("again-{}-{position}", decision.0);
                let tab = Choice::tab(name, choice.label.clone(), at.given == Some(position)).tone(Tone::Joint);
                ui.choice(tab.sends(Act::Show(ShowAct::Again(decision, position))));
            }
        });
        if let Some(given) = at.given.and_then(|given| again.choices.get(given)) {
            ui.area(Area::soft(if given.right { Tone::Good } else { Tone::Caution }).firm(), |ui| {
                ui.note(given.told.clone());
            });
        }
        let show = Button::secondary(format!("told-{}", decision.0), text.get("again-show")).small();
        turn(ui, show, decision, true);
    });
}

/// Draws the way back to the table.
pub(super) fn back(ui: &mut Ui, text: &Text, decision: DecisionId) {
    let back = Button::secondary(format!("table-{}", decision.0), text.get("again-hide")).small();
    ui.area(Area::row(0.0).padding(space::S, space::XS).firm(), |ui| turn(ui, back, decision, false));
}

/// Draws the button from the table to what came of it, or back.
fn turn(ui: &mut Ui, button: Button, decision: DecisionId, told: bool) {
    ui.area(Area::row(0.0).firm(), |ui| {
        ui.button(button.sends(Act::Show(ShowAct::Told(decision, told))));
    });
}
