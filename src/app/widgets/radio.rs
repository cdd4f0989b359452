//! One of several choices in a row: a tab, an answer, a size. A check mark shows what is chosen, not colour alone.

use accesskit::Role;
use bevy::prelude::*;

use super::super::theme::{CONTROL_HEIGHT, Edge, Face, Fill, Icon, Line, TARGET, Token, Tone, radius, space};
use super::control::{Control, builds_control};
use super::explain::REASON_WIDTH;
use super::intent::{Blocked, OnActivate, Shortcut};
use super::press::{Look, Pressable};
use super::spoken::{Described, choosable, spoken};
use super::tag::shortcut_cap;
use super::text::{TextKind, icon, text};
use super::{Area, Ui};

/// Size of the check mark or lock.
pub(super) const MARK: f32 = 12.0;

/// A choice. Finish with [`Ui::choice`].
#[derive(Clone)]
pub struct Choice {
    control: Control,
    label: String,
    role: Role,
    chosen: bool,
    small: bool,
}

impl Choice {
    /// One of several choices, of which one is chosen.
    pub fn new(name: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { control: Control::new(name), label: label.into(), role: Role::RadioButton, chosen, small: false }
    }

    /// One of several parts of a page, of which one is shown.
    pub fn tab(name: impl Into<String>, label: impl Into<String>, shown: bool) -> Self {
        Self { role: Role::Tab, ..Self::new(name, label, shown) }
    }

    /// One of several choices, of which any number can be chosen.
    pub fn check(name: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { role: Role::CheckBox, ..Self::new(name, label, chosen) }
    }

    /// As small as is still easy to hit.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// The icon before the label.
    fn glyph(&self) -> Option<Icon> {
        match (self.control.blocked.is_some(), self.chosen) {
            (true, _) => Some(Icon::Lock),
            (false, true) => Some(Icon::Check),
            (false, false) => None,
        }
    }

    fn ink(&self) -> Token {
        match (self.control.blocked.is_some(), self.chosen) {
            (true, _) => Token::Muted,
            (false, true) => Token::Strong(self.control.tone),
            (false, false) => Token::Ink,
        }
    }
}

builds_control!(Choice);

/// A check mark or lock in the padding at the left edge, so that it does not make anything larger.
pub(super) fn mark(ui: &mut Ui, glyph: Icon, ink: Token, left: f32) {
    let edge = Area::row(0.0).tweak(|node| {
        node.position_type = PositionType::Absolute;
        node.left = px(left);
        node.top = px(0);
        node.bottom = px(0);
    });
    ui.area(edge, |ui| {
        ui.spawn(icon(glyph, MARK, ink));
    });
}

impl Ui<'_, '_> {
    /// Adds a choice.
    pub fn choice(&mut self, choice: Choice) -> EntityCommands<'_> {
        self.choice_with(choice, |_| {})
    }

    /// Adds a choice; `trailing` draws what else belongs to it, such as a note.
    pub fn choice_with(&mut self, choice: Choice, trailing: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        let (look, ink, glyph) = (
            Look::of_choice(choice.control.tone, choice.chosen, choice.control.blocked.is_some()),
            choice.ink(),
            choice.glyph(),
        );
        let (height, across, kind) = match choice.small {
            true => (TARGET, space::S + 2.0, TextKind::Caption),
            false => (CONTROL_HEIGHT, space::M, TextKind::Note),
        };
        // The border is inside. A chosen one has a thicker border and less padding, so its size stays the same.
        let border = if choice.chosen { 2.0 } else { 1.0 };
        let room = self.room();
        let mut entity = self.spawn((
            spoken(choice.role, choice.label.clone()),
            Name::new(choice.control.name.clone()),
            Pressable,
            look,
            Fill(look.rest.0),
            Edge(look.rest.1),
            Line::Around(border),
            Node {
                min_height: px(height),
                min_width: px(height),
                padding: UiRect::axes(px(across + 1.0 - border), px(space::XXS + 1.0 - border)),
                border_radius: BorderRadius::all(px(radius::CONTROL)),
                align_items: AlignItems::Center,
                justify_content: JustifyContent::Center,
                column_gap: px(space::XXS),
                flex_shrink: 0.0,
                ..default()
            },
        ));
        choosable(&mut entity, choice.chosen);
        choice.control.equip(&mut entity);
        if let Some(reason) = choice.control.reason() {
            entity.insert(Described(reason.to_owned()));
        }
        entity.with_children(|spawner| {
            let ui = &mut Ui::new(spawner, room);
            if let Some(glyph) = glyph {
                mark(ui, glyph, ink, 2.0);
            }
            ui.area(Area::column(0.0), |ui| {
                ui.spawn(text(kind, Face::Medium, ink, choice.label));
            });
            if let Some(shortcut) = &choice.control.shortcut {
                shortcut_cap(ui, shortcut, None);
            }
            if let Some(reason) = choice.control.reason() {
                ui.aside(REASON_WIDTH, |ui| {
                    ui.note(reason);
                });
            }
            trailing(ui);
        });
        entity
    }
}
