//! Buttons: primary, secondary, quiet or icon-only, in any tone, with an icon, a shortcut, and a reason while blocked.

use accesskit::Role;
use bevy::prelude::*;

use super::super::theme::{
    CONTROL_HEIGHT, Edge, Face, Fill, Icon, Line, Room, TARGET, Token, Tone, radius, size, space,
};
use super::Ui;
use super::control::{Control, builds_control};
use super::explain::REASON_WIDTH;
use super::focus::Primary;
use super::intent::{Blocked, OnActivate, Shortcut};
use super::press::{Look, Pressable};
use super::spoken::{Described, spoken};
use super::tag::shortcut_cap;
use super::text::{TextKind, icon, text};

/// Least width of a button whose second line changes with the choices on the page. It fits the longest line, so the
/// button never changes size.
const TWO_LINES: f32 = 344.0;
/// Greatest width of the note of an icon-only button, which has its label and its key side by side.
const ICON_NOTE: f32 = 200.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Primary,
    Secondary,
    Quiet,
}

/// A button. Finish with [`Ui::button`].
#[derive(Clone)]
pub struct Button {
    control: Control,
    label: String,
    spoken: Option<String>,
    rank: Rank,
    icon: Option<Icon>,
    bare: bool,
    small: bool,
    below: Option<String>,
    note: Option<String>,
}

impl Button {
    fn new(rank: Rank, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            control: Control::new(name),
            label: label.into(),
            spoken: None,
            rank,
            icon: None,
            bare: false,
            small: false,
            below: None,
            note: None,
        }
    }

    /// The primary action; at most one on a screen. It has the keyboard focus when the screen opens.
    pub fn primary(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Rank::Primary, name, label)
    }

    /// Every other action.
    pub fn secondary(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Rank::Secondary, name, label)
    }

    /// An action that should not attract attention: tabs, links, details.
    pub fn quiet(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Rank::Quiet, name, label)
    }

    /// Shows an icon before the label.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Shows only the icon; a note shows the label and the key.
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// As small as is still easy to hit, for one of many in a list.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Adds a second line. Its room is kept while it is empty, and the reason why the button is blocked replaces it, so
    /// nothing moves when choices elsewhere on the page change it.
    pub fn below(mut self, words: Option<impl Into<String>>) -> Self {
        self.below = words.map(Into::into);
        self
    }

    /// What a screen reader calls the button, if the label alone would not distinguish it from its neighbours.
    pub fn spoken_as(mut self, words: impl Into<String>) -> Self {
        self.spoken = Some(words.into());
        self
    }

    /// Shows a note while the pointer or the keyboard focus is on the button.
    pub fn note(mut self, words: Option<impl Into<String>>) -> Self {
        self.note = words.map(Into::into);
        self
    }

    fn look(&self) -> Look {
        let tone = self.control.tone;
        if self.control.blocked.is_some() {
            return Look::still(Token::Clear, Token::Line);
        }
        match (self.rank, tone) {
            (Rank::Primary, _) => Look {
                rest: (Token::Strong(tone), Token::Strong(tone)),
                hover: (Token::Hover(tone), Token::Hover(tone)),
                press: (Token::Press(tone), Token::Press(tone)),
            },
            (Rank::Secondary, Tone::Neutral) => Look {
                rest: (Token::Surface, Token::Line),
                hover: (Token::Soft(tone), Token::Control),
                press: (Token::Edge(tone), Token::Control),
            },
            (Rank::Secondary, _) => Look {
                rest: (Token::Surface, Token::Strong(tone)),
                hover: (Token::Soft(tone), Token::Strong(tone)),
                press: (Token::Edge(tone), Token::Strong(tone)),
            },
            (Rank::Quiet, _) => Look {
                rest: (Token::Clear, Token::Clear),
                hover: (Token::Soft(tone), Token::Clear),
                press: (Token::Edge(tone), Token::Clear),
            },
        }
    }

    fn ink(&self) -> Token {
        match (self.control.blocked.is_some(), self.rank) {
            (true, _) => Token::Muted,
            (false, Rank::Primary) => Token::On(self.control.tone),
            (false, _) if self.control.tone == Tone::Neutral => Token::Ink,
            (false, _) => Token::Strong(self.control.tone),
        }
    }
}

builds_control!(Button);

impl Ui<'_, '_> {
    /// Adds a button.
    pub fn button(&mut self, button: Button) -> EntityCommands<'_> {
        let (look, ink) = (button.look(), button.ink());
        let on_tone = (button.rank == Rank::Primary && button.control.blocked.is_none()).then_some(button.control.tone);
        let across = match (button.rank, button.bare) {
            (_, true) => space::XS,
            (Rank::Quiet, false) => space::S,
            (_, false) if button.small => space::S,
            (_, false) => space::M,
        };
        let room = self.room();
        let (height, down, kind) = match button.small {
            true => (TARGET, space::XXS, TextKind::Caption),
            false => (CONTROL_HEIGHT, space::XS, TextKind::Note),
        };
        let least = if button.below.is_some() && room == Room::Wide { TWO_LINES } else { height };
        let mut entity = self.spawn((
            spoken(Role::Button, button.spoken.clone().unwrap_or_else(|| button.label.clone())),
            Name::new(button.control.name.clone()),
            Pressable,
            look,
            Fill(look.rest.0),
            Edge(look.rest.1),
            Line::Around(1.0),
            Node {
                min_height: px(height),
                min_width: px(least),
                padding: UiRect::axes(px(across), px(down)),
                border_radius: BorderRadius::all(px(radius::CONTROL)),
                align_items: AlignItems::Center,
                justify_content: JustifyContent::Center,
                column_gap: px(space::XS),
                flex_shrink: 0.0,
                ..default()
            },
        ));
        if button.rank == Rank::Primary {
            entity.insert(Primary);
        }
        button.control.equip(&mut entity);
        if let Some(more) = button.control.reason().or(button.note.as_deref()) {
            entity.insert(Described(more.to_owned()));
        }
        entity.with_children(|spawner| {
            let ui = &mut Ui::new(spawner, room);
            let reason = button.control.reason();
            // A lock tells the player that there is a reason to read below.
            let glyph = match reason {
                Some(_) if !button.control.reason_aside => Some(Icon::Lock),
                _ => button.icon,
            };
            if let Some(glyph) = glyph {
                ui.spawn(icon(glyph, size::BODY, ink));
            }
            ui.column(0.0, |ui| {
                if !button.bare {
                    ui.spawn(text(kind, Face::Medium, ink, button.label.clone()));
                }
                let more = reason.filter(|_| !button.control.reason_aside);
                if let Some(words) = more.or(button.below.as_deref()) {
                    ui.area(super::Area::column(0.0).max_width(REASON_WIDTH), |ui| {
                        let muted = if more.is_some() { Token::Muted } else { ink };
                        ui.spawn(text(TextKind::Caption, Face::Regular, muted, words));
                    });
                }
            });
            if let Some(shortcut) = button.control.shortcut.as_ref().filter(|_| !button.bare) {
                shortcut_cap(ui, shortcut, on_tone);
            }
            let said = reason.filter(|_| button.control.reason_aside).or(button.note.as_deref());
            if button.bare || said.is_some() {
                ui.aside(if said.is_some() { REASON_WIDTH } else { ICON_NOTE }, |ui| {
                    if button.bare {
                        ui.area(super::Area::row(space::XS).between(), |ui| {
                            ui.label(button.label);
                            if let Some(shortcut) = &button.control.shortcut {
                                shortcut_cap(ui, shortcut, None);
                            }
                        });
                    }
                    if let Some(said) = said {
                        ui.note(said);
                    }
                });
            }
        });
        entity
    }
}
