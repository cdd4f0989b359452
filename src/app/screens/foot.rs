//! The foot: leaving and secondary actions on the left, the one primary action on the right. A choice can be
//! dropped on a signature.

use bevy::prelude::*;

use super::tone;
use crate::app::director::{Act, Action, Foot};
use crate::app::theme::{Icon, Tone, space};
use crate::app::widgets::{Area, Button, DropPlace, Ui};
use crate::play;

/// The widest notice, in logical pixels.
const NOTICE: f32 = 560.0;

/// Draws the foot. Where there is nothing to do, there is none.
pub(super) fn draw(ui: &mut Ui, foot: &Foot) {
    if let Some(notice) = &foot.notice {
        let area = Area::soft(Tone::Caution).padding(space::M, space::S).tweak(|node| {
            node.position_type = PositionType::Absolute;
            (node.bottom, node.right, node.max_width) = (percent(100), px(space::L), px(NOTICE));
        });
        ui.area(area, |ui| {
            ui.note(notice.clone());
        });
    }
    if foot.left.is_empty() && foot.right.is_empty() {
        return;
    }
    let narrow = ui.narrow();
    // A signature with two lines leaves little room for other buttons.
    let two_lines = foot.right.iter().any(|action| action.below.is_some());
    ui.bottom_bar(
        |ui| {
            for action in &foot.left {
                let tight = narrow || two_lines && action.name == "leave";
                let icon = action.icon.or_else(|| glyph(action.name).filter(|_| tight));
                let new = Button::secondary(action.name, action.label.clone()).reason_aside();
                button(ui, if tight && icon.is_some() { new.bare() } else { new }, action, icon);
            }
        },
        |ui| {
            if !foot.hint.is_empty() && !narrow {
                ui.muted(foot.hint.clone());
            }
            for (i, action) in foot.right.iter().enumerate() {
                let label = action.label.clone();
                // Only the primary action shows its reason in the foot; the others show it in a note.
                let new = match i + 1 == foot.right.len() && !action.done {
                    // With large text, a second line would make the foot higher and move everything above it.
                    true if narrow => Button::primary(action.name, label).reason_aside(),
                    true => Button::primary(action.name, label).below(action.below.clone()),
                    false => Button::secondary(action.name, label).reason_aside(),
                };
                button(ui, new, action, action.icon);
            }
        },
    );
}

/// The icon of a secondary action, for when there is no room for its label.
fn glyph(name: &str) -> Option<Icon> {
    Some(match name {
        "leave" | "back" => Icon::ArrowLeft,
        "compare" => Icon::Chart,
        "quit" => Icon::Power,
        "undo" => Icon::Undo,
        "skip" => Icon::Step,
        "ceo" => Icon::Scale,
        _ => return None,
    })
}

/// Draws an action as a button.
pub(super) fn button(ui: &mut Ui, button: Button, action: &Action, icon: Option<Icon>) {
    let mut button = button
        .tone(action.seat.map_or(Tone::Neutral, tone))
        .blocked_by(action.blocked.clone())
        .note(action.note.clone());
    if let Some(icon) = icon.or(action.done.then_some(Icon::Check)) {
        button = button.icon(icon);
    }
    if action.bare {
        button = button.bare();
    }
    if let Some(shortcut) = action.shortcut.clone().filter(|_| !action.done) {
        button = button.key(shortcut);
    }
    let mut button = ui.button(button.sends(action.act.clone()));
    if matches!(action.act, Act::Play(play::Act::Sign | play::Act::SignAs(_))) {
        button.insert(DropPlace);
    }
}
