//! The foot: leaving and secondary actions left, the one primary action bottom right.

use super::tone;
use crate::app::director::{Action, Foot};
use crate::app::theme::{Icon, Tone};
use crate::app::widgets::{Button, Ui};

/// Draws the foot.
pub(super) fn draw(ui: &mut Ui, foot: &Foot) {
    ui.bottom_bar(
        |ui| {
            for action in &foot.left {
                button(ui, Button::secondary(action.name, action.label.clone()), action);
            }
        },
        |ui| {
            if !foot.hint.is_empty() {
                ui.muted(foot.hint.clone());
            }
            for (i, action) in foot.right.iter().enumerate() {
                let new = if i + 1 == foot.right.len() && !action.done { Button::primary } else { Button::secondary };
                button(ui, new(action.name, action.label.clone()), action);
            }
        },
    );
}

fn button(ui: &mut Ui, button: Button, action: &Action) {
    let mut button = button.tone(action.seat.map_or(Tone::Neutral, tone)).blocked_by(action.blocked.clone());
    if let Some(icon) = action.icon.or(action.done.then_some(Icon::Check)) {
        button = button.icon(icon);
    }
    if action.bare {
        button = button.bare();
    }
    if let Some(shortcut) = action.shortcut.clone().filter(|_| !action.done) {
        button = button.key(shortcut);
    }
    ui.button(button.sends(action.act.clone()));
}
