//! Choices: tiles (a card that can be picked) and toggles (on or off).

use accesskit::Role;
use bevy::prelude::*;

use super::super::theme::{Edge, Face, Fill, Icon, Line, TARGET, Token, Tone, radius, space};
use super::control::{Control, builds_control};
use super::drag::Draggable;
use super::explain::REASON_WIDTH;
use super::intent::{Blocked, OnActivate, Shortcut};
use super::press::{Look, Pressable};
use super::radio::{MARK, mark};
use super::scroll::Reveal;
use super::spoken::{Described, choosable, spoken};
use super::tag::{shortcut_cap, shortcut_word};
use super::text::{TextKind, icon, text};
use super::{Area, Ui};

/// Padding above and below the words of a compact tile when there is no room for more.
const LEAST_PADDING: f32 = 2.0;
/// Least width of the words of a compact tile beside its trailing part.
const LEAST_WORDS: f32 = 132.0;

/// A card that can be picked. Finish with [`Ui::tile`].
#[derive(Clone)]
pub struct Tile {
    control: Control,
    title: String,
    role: Role,
    subtitle: String,
    chosen: bool,
    top: bool,
    large: bool,
    compact: bool,
    revealed: bool,
    draggable: bool,
}

impl Tile {
    /// A tile with a title.
    pub fn new(name: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            control: Control::new(name),
            title: title.into(),
            role: Role::RadioButton,
            subtitle: String::new(),
            chosen: false,
            top: false,
            large: false,
            compact: false,
            revealed: false,
            draggable: false,
        }
    }

    /// A tile that acts like a button, rather than being one of several choices.
    pub fn action(mut self) -> Self {
        self.role = Role::Button;
        self
    }

    /// A tile that is switched on and off independently of the tiles beside it.
    pub fn free(mut self) -> Self {
        self.role = Role::CheckBox;
        self
    }

    /// Shows more text below the title.
    pub fn subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.subtitle = subtitle.into();
        self
    }

    /// Whether this is the current choice.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// Aligns the trailing part with the title instead of centring it.
    pub fn trailing_top(mut self) -> Self {
        self.top = true;
        self
    }

    /// A tile that stands alone: larger text, with the trailing part below.
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }

    /// One of several tiles that share the height of their column, so it is low if there is little of it. Its key is
    /// shown before its title.
    pub fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// Scrolls into view when it appears, so that the current choice is not hidden below the edge.
    pub fn revealed(mut self, revealed: bool) -> Self {
        self.revealed = revealed;
        self
    }

    /// Can also be dragged to a [`DropPlace`](super::DropPlace).
    pub fn draggable(mut self) -> Self {
        self.draggable = true;
        self
    }
}

builds_control!(Tile);

impl Ui<'_, '_> {
    /// Adds a tile; `trailing` draws what goes on its right: dots, ranges, a number.
    pub fn tile(&mut self, tile: Tile, trailing: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        let look = Look::of_choice(tile.control.tone, tile.chosen, tile.control.blocked.is_some());
        let blocked = tile.control.blocked.is_some();
        let room = self.room();
        // The border is inside the tile. A chosen tile has a thicker border and less padding, so
        // its size stays the same.
        let border = if tile.chosen { 2.0 } else { 1.0 };
        let (across, down) = match (tile.large, tile.compact) {
            (true, _) => (space::M, space::M),
            (false, true) => (space::M, LEAST_PADDING),
            (false, false) => (space::M, space::XS),
        };
        let mut entity = self.spawn((
            spoken(tile.role, tile.title.clone()),
            Name::new(tile.control.name.clone()),
            Pressable,
            look,
            Fill(look.rest.0),
            Edge(look.rest.1),
            Line::Around(border),
            Node {
                padding: UiRect::axes(px(across + 1.0 - border), px(down + 1.0 - border)),
                border_radius: BorderRadius::all(px(radius::CONTROL)),
                align_items: match (tile.large, tile.top) {
                    (true, _) => AlignItems::Stretch,
                    (_, true) => AlignItems::FlexStart,
                    _ => AlignItems::Center,
                },
                flex_direction: if tile.large { FlexDirection::Column } else { FlexDirection::Row },
                flex_wrap: if tile.compact { FlexWrap::Wrap } else { FlexWrap::NoWrap },
                column_gap: px(space::S),
                row_gap: px(if tile.compact { 0.0 } else { space::XS }),
                align_content: if tile.compact { AlignContent::Center } else { AlignContent::Default },
                min_height: px(TARGET),
                flex_grow: if tile.compact { 1.0 } else { 0.0 },
                flex_shrink: 0.0,
                ..default()
            },
        ));
        if tile.role != Role::Button || tile.chosen {
            choosable(&mut entity, tile.chosen);
        }
        let more = tile.control.reason().unwrap_or(&tile.subtitle);
        if !more.is_empty() {
            entity.insert(Described(more.to_owned()));
        }
        if tile.revealed {
            entity.insert(Reveal);
        }
        if tile.draggable {
            entity.insert(Draggable);
        }
        tile.control.equip(&mut entity);
        entity.with_children(|spawner| {
            let ui = &mut Ui::new(spawner, room);
            let ink = if blocked { Token::Muted } else { Token::Ink };
            let (title, below) = match tile.large {
                true => (TextKind::Heading, TextKind::Note),
                false => (TextKind::Label, TextKind::Caption),
            };
            let words = match (tile.large, tile.compact) {
                (true, _) => Area::column(space::XS),
                // If large text leaves no room beside the words, the trailing part wraps to below them.
                (false, true) => Area::column(0.0).grow_from_word(1.0).tweak(|node| node.flex_basis = px(LEAST_WORDS)),
                (false, false) => Area::column(0.0).grow_from_word(1.0),
            };
            ui.area(words, |ui| {
                ui.row(space::XXS, |ui| {
                    if let Some(shortcut) = tile.control.shortcut.as_ref().filter(|_| tile.compact) {
                        shortcut_word(ui, shortcut);
                    }
                    let before = -(MARK + 2.0);
                    if blocked {
                        mark(ui, Icon::Lock, ink, before);
                    } else if tile.chosen {
                        mark(ui, Icon::Check, Token::Strong(tile.control.tone), before);
                    }
                    let face = if tile.large { Face::Display } else { Face::SemiBold };
                    ui.spawn(text(title, face, ink, tile.title));
                });
                let reason = tile.control.reason().filter(|_| !tile.control.reason_aside);
                let said = reason.map_or(tile.subtitle, ToOwned::to_owned);
                if !said.is_empty() {
                    ui.text(below, said);
                }
            });
            trailing(ui);
            if let Some(reason) = tile.control.reason().filter(|_| tile.control.reason_aside) {
                ui.aside(REASON_WIDTH, |ui| {
                    ui.note(reason);
                });
            }
            if let Some(shortcut) = tile.control.shortcut.as_ref().filter(|_| !tile.compact) {
                shortcut_cap(ui, shortcut, None);
            }
        });
        entity
    }

    /// Adds a switch with its label; it sends `message` when used.
    pub fn toggle<M: Message + Clone>(
        &mut self,
        name: impl Into<String>,
        label: impl Into<String>,
        on: bool,
        message: M,
    ) -> EntityCommands<'_> {
        let look = Look {
            rest: (Token::Clear, Token::Clear),
            hover: (Token::Soft(Tone::Neutral), Token::Clear),
            press: (Token::Edge(Tone::Neutral), Token::Clear),
        };
        let (label, room) = (label.into(), self.room());
        let mut entity = self.spawn((
            spoken(Role::Switch, label.clone()),
            Name::new(name.into()),
            Pressable,
            OnActivate::send(message),
            look,
            Fill(look.rest.0),
            Edge(look.rest.1),
            Node {
                min_height: px(TARGET),
                padding: UiRect::axes(px(space::XXS), px(space::XXS)),
                border_radius: BorderRadius::all(px(radius::CONTROL)),
                align_items: AlignItems::Center,
                column_gap: px(space::S),
                flex_shrink: 0.0,
                ..default()
            },
        ));
        choosable(&mut entity, on);
        entity.with_children(|spawner| {
            let ui = &mut Ui::new(spawner, room);
            switch(ui, on);
            ui.note(label);
        });
        entity
    }
}

fn switch(ui: &mut Ui, on: bool) {
    let (fill, edge, knob) = match on {
        true => (Token::Strong(Tone::Neutral), Token::Strong(Tone::Neutral), Token::Surface),
        false => (Token::Surface, Token::Control, Token::Control),
    };
    let bar = Area::row(0.0).width(44.0).height(24.0).rounded(radius::ROUND).fill(fill).edge(edge).padding(3.0, 0.0);
    ui.area(if on { bar.at_end() } else { bar }, |ui| {
        let knob = Area::row(0.0).width(16.0).height(16.0).rounded(radius::ROUND).fill(knob).centered();
        ui.area(knob, |ui| {
            if on {
                ui.spawn(icon(Icon::Check, 12.0, Token::Ink));
            }
        });
    });
}
