//! Lines: words that take the room, and an amount that is never broken. A line may lead to what is behind it.

use accesskit::Role;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;

use super::super::theme::{Edge, Fill, Icon, TARGET, Token, Tone, radius, size, space};
use super::intent::OnActivate;
use super::press::{Look, Pressable};
use super::spoken::spoken;
use super::text::TextKind;
use super::{Area, Ui};

/// A line of a list. Finish with [`Ui::line`].
#[derive(Clone)]
pub struct Line {
    words: String,
    amount: String,
    below: Option<String>,
    kinds: (TextKind, TextKind),
    tone: Tone,
    leads: Option<(String, OnActivate)>,
}

impl Line {
    /// Words and an amount.
    pub fn new(words: impl Into<String>, amount: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            amount: amount.into(),
            below: None,
            kinds: (TextKind::Note, TextKind::Label),
            tone: Tone::Neutral,
            leads: None,
        }
    }

    /// Small text, for many lines beside each other.
    pub fn small(mut self) -> Self {
        self.kinds = (TextKind::Caption, TextKind::Caption);
        self
    }

    /// Shows the words as the name of something.
    pub fn named(mut self) -> Self {
        self.kinds.0 = TextKind::Label;
        self
    }

    /// Shows the amount large enough to be read from across the table.
    pub fn large(mut self) -> Self {
        self.kinds.1 = TextKind::Figure;
        self
    }

    /// The tone of the amount.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Shows more text below the words.
    pub fn below(mut self, below: Option<impl Into<String>>) -> Self {
        self.below = below.map(Into::into);
        self
    }

    /// Makes the line a button with a name, which sends this message.
    pub fn leads<M: Message + Clone>(mut self, name: impl Into<String>, message: M) -> Self {
        self.leads = Some((name.into(), OnActivate::send(message)));
        self
    }
}

impl Ui<'_, '_> {
    /// Adds a line.
    pub fn line(&mut self, line: Line) {
        let Line { words, amount, below, kinds, tone, leads } = line;
        let said = format!("{words} {amount}");
        let mut area = Area::row(space::S).between().firm();
        if below.is_some() {
            area = area.align_start();
        }
        let chevron = leads.is_some();
        let draw = |ui: &mut Ui| {
            ui.area(Area::column(0.0).grow(1.0), |ui| {
                ui.text(kinds.0, words);
                if let Some(below) = below {
                    ui.caption(below);
                }
            });
            ui.area(Area::row(space::XXS).firm(), |ui| {
                if !amount.is_empty() {
                    ui.toned(kinds.1, tone, amount);
                }
                if chevron {
                    ui.icon(Icon::ChevronRight, size::CAPTION, Token::Muted);
                }
            });
        };
        match leads {
            None => {
                self.area(area, draw);
            }
            Some((name, intent)) => {
                // The hover background extends a little to both sides, so that the words still line up with
                // lines that are no buttons.
                let area = area
                    .padding(space::XXS, space::XXS)
                    .tweak(|node| node.margin = UiRect::horizontal(px(-space::XXS)));
                pressable(self, name, said, area, intent, draw).insert(TabIndex(1));
            }
        }
    }

    /// Adds a box that is a button as a whole and leads to an explanation. Tab reaches it last, so that a page never
    /// opens with the focus on an explanation.
    pub fn leading<M: Message + Clone>(
        &mut self,
        name: impl Into<String>,
        said: impl Into<String>,
        area: Area,
        message: M,
        draw: impl FnOnce(&mut Ui),
    ) -> EntityCommands<'_> {
        let mut entity = pressable(self, name.into(), said.into(), area, OnActivate::send(message), draw);
        entity.insert(TabIndex(1));
        entity
    }
}

fn pressable<'a>(
    ui: &'a mut Ui,
    name: String,
    said: String,
    area: Area,
    intent: OnActivate,
    draw: impl FnOnce(&mut Ui),
) -> EntityCommands<'a> {
    let look = Look {
        rest: (Token::Clear, Token::Clear),
        hover: (Token::Soft(Tone::Neutral), Token::Clear),
        press: (Token::Edge(Tone::Neutral), Token::Clear),
    };
    let mut entity = ui.area(area.min_height(TARGET).rounded(radius::CONTROL).named(name), draw);
    let press = (Pressable, look, Fill(look.rest.0), Edge(look.rest.1), intent);
    entity.insert((press, Pickable::default(), spoken(Role::Button, said)));
    entity
}
