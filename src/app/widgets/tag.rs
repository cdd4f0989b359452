//! Small marks: tags, key-caps, dots, role shapes.

use bevy::prelude::*;
use bevy::ui::UiSystems;

use super::super::theme::{Edge, Face, Fill, Icon, Line, Token, Tone, radius, size, space};
use super::intent::{KeyNames, Shortcut};
use super::text::{TextKind, icon, text};
use super::{Area, Ui};

/// A tag keeps this height even if it is empty.
const TAG_HEIGHT: f32 = 26.0;
const SHAPE: f32 = 10.0;

/// The text of a key-cap, which uses the names of keys in the player's language.
#[derive(Component, Clone, Debug)]
struct Cap(Shortcut);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, print_caps.before(UiSystems::Prepare));
}

fn print_caps(names: Res<KeyNames>, mut caps: Query<(Ref<Cap>, &mut Text)>) {
    for (cap, mut text) in &mut caps {
        if cap.is_added() || names.is_changed() {
            text.0 = cap.0.cap(&names);
        }
    }
}

/// Draws the key-cap of a shortcut.
pub(super) fn shortcut_cap(ui: &mut Ui, shortcut: &Shortcut, on: Option<Tone>) {
    cap(ui, on, Cap(shortcut.clone()), String::new());
}

/// Draws a shortcut as plain text, where a key-cap would be too prominent.
pub(super) fn shortcut_word(ui: &mut Ui, shortcut: &Shortcut) {
    ui.spawn((text(TextKind::Caption, Face::Regular, Token::Muted, String::new()), Cap(shortcut.clone())));
}

fn cap(ui: &mut Ui, on: Option<Tone>, more: impl Bundle, label: String) {
    let (fill, edge, ink) = match on {
        Some(tone) => (Token::Press(tone), Token::Hover(tone), Token::On(tone)),
        None => (Token::Paper, Token::Line, Token::Muted),
    };
    ui.spawn((
        Node {
            border_radius: BorderRadius::all(px(4)),
            padding: UiRect::axes(px(6), px(1)),
            flex_shrink: 0.0,
            ..default()
        },
        Fill(fill),
        Edge(edge),
        Line::Key(1.0, 2.0),
        Pickable::IGNORE,
        children![(text(TextKind::Caption, Face::Medium, ink, label), more)],
    ));
}

impl Ui<'_, '_> {
    /// Adds a tag: a short word in a tinted pill.
    pub fn tag(&mut self, tone: Tone, label: impl Into<String>) -> EntityCommands<'_> {
        self.tag_with(tone, None, label)
    }

    /// Adds a tag with an icon.
    pub fn icon_tag(&mut self, tone: Tone, glyph: Icon, label: impl Into<String>) -> EntityCommands<'_> {
        self.tag_with(tone, Some(glyph), label)
    }

    fn tag_with(&mut self, tone: Tone, glyph: Option<Icon>, label: impl Into<String>) -> EntityCommands<'_> {
        let ink = Token::Strong(tone);
        self.area(
            Area::row(space::XXS)
                .padding(space::XS + 2.0, 2.0)
                .min_height(TAG_HEIGHT)
                .rounded(radius::ROUND)
                .fill(Token::Soft(tone))
                .edge(Token::Edge(tone))
                .firm(),
            |ui| {
                if let Some(glyph) = glyph {
                    ui.spawn(icon(glyph, size::CAPTION, ink));
                }
                ui.spawn(text(TextKind::Caption, Face::Medium, ink, label));
            },
        )
    }

    /// Adds a key-cap with this label.
    pub fn key_cap(&mut self, cap: impl Into<String>) {
        self::cap(self, None, (), cap.into());
    }

    /// Adds `all` dots, of which `filled` are full and the rest hollow.
    pub fn dots(&mut self, tone: Tone, filled: usize, all: usize) -> EntityCommands<'_> {
        self.area(Area::row(space::XXS).firm(), |ui| {
            for index in 0..all {
                shape(ui, Token::Strong(tone), index < filled, radius::ROUND);
            }
        })
    }

    /// Adds the shape of a role: a square for Product, a circle for Sales, both for what they share.
    pub fn role_shape(&mut self, tone: Tone) {
        let square = (Token::Strong(Tone::Product), 2.0);
        let circle = (Token::Strong(Tone::Sales), radius::ROUND);
        let shapes: &[_] = match tone {
            Tone::Product => &[square],
            Tone::Sales => &[circle],
            Tone::Joint => &[square, circle],
            _ => &[],
        };
        self.area(Area::row(2.0).firm(), |ui| {
            for (color, radius) in shapes {
                shape(ui, *color, true, *radius);
            }
        });
    }
}

fn shape(ui: &mut Ui, color: Token, full: bool, radius: f32) {
    // With fill and border in the same colour, a seam would show between them.
    let (fill, edge, border) = if full { (color, Token::Clear, 0.0) } else { (Token::Clear, color, 1.5) };
    ui.spawn((
        Node {
            width: px(SHAPE),
            height: px(SHAPE),
            border: UiRect::all(px(border)),
            border_radius: BorderRadius::all(px(radius)),
            flex_shrink: 0.0,
            ..default()
        },
        Fill(fill),
        Edge(edge),
        Pickable::IGNORE,
    ));
}
