//! Text: one method for each kind of text, all of which wrap inside their parent.

use bevy::prelude::*;
use bevy::text::LineHeight;
use bevy::ui::UiSystems;

use crate::text::together;

use super::super::theme::{Face, Icon, Ink, Token, Tone, size};
use super::Ui;
use super::intent::OnActivate;
use super::link::link;
use super::spoken::Heads;

/// A space at which no line is broken.
pub(in crate::app) const NO_BREAK: char = '\u{A0}';
/// A narrow space at which no line is broken.
pub(in crate::app) const NARROW: char = '\u{202F}';

/// A character without width at which no line is broken.
pub(in crate::app) const JOINER: char = '\u{FEFF}';

/// The kinds of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// 48: the one big word of a screen.
    Display,
    /// 32: the title of a screen.
    Title,
    /// 24: the head of a card that stands alone.
    Heading,
    /// 18: the head of a card among others.
    Subheading,
    /// 18: running text.
    Body,
    /// 16: names of things, field labels.
    Label,
    /// 16: text inside cards.
    Note,
    /// 16, less prominent.
    Muted,
    /// 14, less prominent: captions, legends.
    Caption,
    /// 32: a number to be read from across the room.
    Number,
    /// 24: a number on a card.
    Figure,
}

impl TextKind {
    fn face(self) -> Face {
        match self {
            Self::Label => Face::SemiBold,
            Self::Body | Self::Note | Self::Muted | Self::Caption => Face::Regular,
            _ => Face::Display,
        }
    }

    fn size(self) -> f32 {
        match self {
            Self::Display => size::DISPLAY,
            Self::Title | Self::Number => size::TITLE,
            Self::Heading | Self::Figure => size::HEADING,
            Self::Subheading | Self::Body => size::BODY,
            Self::Label | Self::Note | Self::Muted => size::SMALL,
            Self::Caption => size::CAPTION,
        }
    }

    fn ink(self) -> Token {
        match self {
            Self::Muted | Self::Caption => Token::Muted,
            _ => Token::Ink,
        }
    }

    /// The heading level of this kind; `None` if it is no heading.
    fn level(self) -> Option<usize> {
        match self {
            Self::Display | Self::Title => Some(1),
            Self::Heading => Some(2),
            Self::Subheading => Some(3),
            _ => None,
        }
    }

    fn line_height(self) -> f32 {
        match self.face() {
            Face::Display => 1.2,
            _ => 1.35,
        }
    }
}

/// A piece of a sentence with its own look, for [`Ui::rich`].
#[derive(Clone)]
pub struct Span {
    text: String,
    face: Option<Face>,
    ink: Option<Token>,
    leads: Option<(String, OnActivate)>,
}

impl Span {
    /// A piece that looks like the rest of the text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), face: None, ink: None, leads: None }
    }

    /// Emphasised.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { face: Some(Face::SemiBold), ..Self::plain(text) }
    }

    /// Emphasised in the colour of a tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { ink: Some(Token::Strong(tone)), ..Self::strong(text) }
    }

    /// A link with a name, which sends this message when it is used.
    pub fn link<M: Message + Clone>(name: impl Into<String>, text: impl Into<String>, message: M) -> Self {
        Self { leads: Some((name.into(), OnActivate::send(message))), ..Self::plain(text) }
    }

    /// A less prominent piece.
    pub fn muted(text: impl Into<String>) -> Self {
        Self { ink: Some(Token::Muted), ..Self::plain(text) }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, wrap_as_measured.after(UiSystems::Layout).before(UiSystems::PostLayout));
}

/// Works around texts that wrap once too often. Bevy measures a text at its exact width but wraps it at that width
/// rounded to whole pixels. If that was rounded down, a line that just fits would break into a line that has no room.
/// This lets the text extend beyond the edge by what was rounded off.
fn wrap_as_measured(mut texts: Query<&mut ComputedNode, With<Text>>) {
    for mut node in &mut texts {
        // Nobody else needs to see this change, and the next layout resets it.
        let node = node.bypass_change_detection();
        let taken = node.unrounded_size.x - node.size.x;
        node.padding.max_inset.x = node.padding.max_inset.x.min(-taken);
    }
}

/// The components of a text, for widgets that place it themselves.
pub(super) fn text(kind: TextKind, face: Face, ink: Token, text: impl Into<String>) -> impl Bundle {
    (
        Text::new(glued(&text.into())),
        face.at(kind.size()),
        LineHeight::RelativeToFont(kind.line_height()),
        Ink(ink),
        Pickable::IGNORE,
    )
}

/// The components of an icon.
pub(super) fn icon(icon: Icon, size: f32, ink: Token) -> impl Bundle {
    (
        Text::new(icon.glyph()),
        Face::Icons.at(size),
        LineHeight::RelativeToFont(1.0),
        Ink(ink),
        Node { flex_shrink: 0.0, ..default() },
        Pickable::IGNORE,
    )
}

/// Keeps amounts on one line, and a separating dot at the end of a line rather than at the start of the next.
///
/// If a no-break space does not fit on a line, Bevy's layout lets it hang over the edge and breaks after it,
/// as with any other space. It does not do that with a narrow no-break space. It would also break between a
/// sign and a currency symbol.
fn glued(text: &str) -> String {
    let text = together(text, NARROW).replace(NO_BREAK, &NARROW.to_string());
    let mut glued = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let before_dot = letter == ' ' && text[at..].trim_start_matches(' ').starts_with('·');
        glued.push(if before_dot { NO_BREAK } else { letter });
        if matches!(letter, '−' | '+') && text[at + letter.len_utf8()..].starts_with('$') {
            glued.push(JOINER);
        }
    }
    glued
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $method:ident => $kind:ident;)*) => {
        impl Ui<'_, '_> {
            $($(#[$doc])*
            pub fn $method(&mut self, text: impl Into<String>) -> EntityCommands<'_> {
                self.text(TextKind::$kind, text)
            })*
        }
    };
}

kinds! {
    /// 48: the one big word of a screen.
    display => Display;
    /// 32: the title of a screen.
    title => Title;
    /// 24: the head of a card that stands alone.
    heading => Heading;
    /// 18: the head of a card among others.
    subheading => Subheading;
    /// 18: running text.
    body => Body;
    /// 16: names of things.
    label => Label;
    /// 16: text inside cards.
    note => Note;
    /// 16, less prominent.
    muted => Muted;
    /// 14, less prominent.
    caption => Caption;
    /// 32: a number to be read from across the room.
    number => Number;
    /// 24: a number on a card.
    figure => Figure;
}

impl Ui<'_, '_> {
    /// Adds a text of a kind.
    pub fn text(&mut self, kind: TextKind, content: impl Into<String>) -> EntityCommands<'_> {
        self.kind_of(kind, kind.ink(), content)
    }

    /// Adds a text in a colour. Figures and single amounts never wrap, because a line could break
    /// between sign and currency.
    fn kind_of(&mut self, kind: TextKind, ink: Token, content: impl Into<String>) -> EntityCommands<'_> {
        let content = content.into();
        let amount = !content.contains([' ', NO_BREAK]) && content.contains(|letter: char| letter.is_ascii_digit());
        let mut entity = self.spawn(text(kind, kind.face(), ink, content));
        if let Some(level) = kind.level() {
            entity.insert(Heads(level));
        }
        if amount || matches!(kind, TextKind::Number | TextKind::Figure) {
            entity.insert(TextLayout::no_wrap());
        }
        entity
    }

    /// Adds a text of a kind in the colour of a tone.
    pub fn toned(&mut self, kind: TextKind, tone: Tone, content: impl Into<String>) -> EntityCommands<'_> {
        self.kind_of(kind, Token::Strong(tone), content)
    }

    /// Adds a text made of pieces that have their own look but wrap as one text.
    pub fn rich(&mut self, kind: TextKind, spans: impl IntoIterator<Item = Span>) -> EntityCommands<'_> {
        let mut entity = self.text(kind, "");
        entity.with_children(|spawner| {
            for span in spans {
                let mut piece = spawner.spawn((
                    TextSpan::new(glued(&span.text)),
                    span.face.unwrap_or(kind.face()).at(kind.size()),
                    LineHeight::RelativeToFont(kind.line_height()),
                    Ink(span.ink.unwrap_or(kind.ink())),
                ));
                match span.leads {
                    Some((name, intent)) => piece.insert(link(name, &span.text, intent)),
                    None => piece.insert(Pickable::IGNORE),
                };
            }
        });
        entity
    }

    /// Adds an icon.
    pub fn icon(&mut self, glyph: Icon, size: f32, ink: Token) -> EntityCommands<'_> {
        self.spawn(icon(glyph, size, ink))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_its_unit_stay_on_one_line() {
        assert_eq!(glued("kept (30 %)"), "kept (30\u{202F}%)");
        assert_eq!(glued("$74k · Contractors"), "$74k\u{A0}· Contractors");
        assert_eq!(glued("a part of %"), "a part of %");
        assert_eq!(glued("1,05\u{A0}Mio.\u{A0}$ ARR"), "1,05\u{202F}Mio.\u{202F}$ ARR");
        assert_eq!(glued("bis 3,5 Mio. $"), "bis 3,5\u{202F}Mio.\u{202F}$");
        assert_eq!(glued("Cash −$180k"), "Cash −\u{FEFF}$180k");
    }
}
