//! A note for first-time players, and the ring around what it points at.

use bevy::prelude::*;

use super::{Shown, prose};
use crate::app::director::{Act, NotePage, Setting};
use crate::app::theme::{Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, Button, PointAt, TextKind, Ui};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, point);
}

/// Draws the note.
pub(super) fn draw(ui: &mut Ui, shown: &Shown<Option<NotePage>>) {
    let Some(note) = shown.part else { return };
    let text = shown.text.as_ref();
    let narrow = ui.narrow();
    let across = if narrow { space::S } else { space::L };
    let strip = Area::row(space::S).padding(across, space::XS).fill(Token::Soft(Tone::Joint));
    ui.area(strip.edge(Token::Edge(Tone::Joint)), |ui| {
        ui.icon(Icon::Lightbulb, size::HEADING, Token::Strong(Tone::Joint));
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            let kind = if narrow { TextKind::Note } else { TextKind::Body };
            prose(ui, text, kind, &text.get(note.key), 0, None);
        });
        let off = Button::quiet("notes-off", text.get("notes-off")).sends(Act::Change(Setting::Notes(false)));
        ui.button(if narrow { off.icon(Icon::Cross).bare() } else { off });
        let read = Button::secondary("note-read", text.get("note-read")).tone(Tone::Joint);
        ui.button(read.sends(Act::Change(Setting::NoteRead(note.key))));
    });
}

fn point(shown: Option<Res<Shown<Option<NotePage>>>>, mut at: ResMut<PointAt>) {
    if let Some(shown) = shown.filter(|shown| shown.is_changed()) {
        at.0 = shown.part.map(|note| note.at);
    }
}
