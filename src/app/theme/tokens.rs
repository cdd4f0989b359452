//! Tokens: what a colour is used for. Screens name tokens, never colours.

use bevy::color::{Color, Mix};
use bevy::ecs::resource::Resource;
use serde::{Deserialize, Serialize};

use crate::chart::{CONTRAST, Colors, DARK, LIGHT, Rgb, Shades};

/// Whose something is, or how good it is. Always shown with a shape, an icon or a word as well as a colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nobody's in particular: ink on paper.
    #[default]
    Neutral,
    /// Product's side; its shape is a square.
    Product,
    /// Sales' side; its shape is a circle.
    Sales,
    /// Both sides together; it has both shapes.
    Joint,
    /// Good news.
    Good,
    /// Something to look at.
    Caution,
    /// Debt, losses, delays; always hatched or marked with a sign as well.
    Debt,
}

/// What a colour is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Token {
    /// Nothing at all.
    #[default]
    Clear,
    /// The background of the window.
    Paper,
    /// Cards, bars and controls.
    Surface,
    /// Rules and the borders of cards.
    Line,
    /// The empty part of a slider or a track. It is faint, so its border has the colour of a control.
    Rail,
    /// Borders that must be visible: text fields, switches, slider thumbs, axes.
    Control,
    /// Text.
    Ink,
    /// Less prominent text.
    Muted,
    /// The ring around the widget that has the keyboard focus.
    Focus,
    /// The ring around what a note points at.
    Point,
    /// The full colour of a tone: fills, icons, coloured words.
    Strong(Tone),
    /// The full colour while the pointer is over it.
    Hover(Tone),
    /// The full colour while held down.
    Press(Tone),
    /// The tinted background of a tone.
    Soft(Tone),
    /// The border that goes with the tinted background.
    Edge(Tone),
    /// Text on the full colour.
    On(Tone),
}

/// The themes. The active one is a resource; changing it repaints everything.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Theme {
    /// Paper and ink.
    #[default]
    Light,
    /// For a dim room.
    Dark,
    /// Black on white.
    Contrast,
}

impl Theme {
    /// All themes, in the order of the settings page.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// The colour of a token.
    pub fn color(self, token: Token) -> Color {
        let colors = self.colors();
        color(match token {
            Token::Clear => return Color::NONE,
            Token::Hover(tone) => return self.toward_ink(tone, 0.16),
            Token::Press(tone) => return self.toward_ink(tone, 0.32),
            Token::Paper => colors.paper,
            Token::Surface => colors.surface,
            Token::Line => colors.line,
            Token::Rail => colors.rail,
            Token::Control => colors.control,
            Token::Ink | Token::Focus => colors.ink,
            Token::Muted => colors.muted,
            Token::Point => colors.joint.strong,
            Token::Strong(tone) => self.tone(tone).strong,
            Token::Soft(tone) => self.tone(tone).soft,
            Token::Edge(tone) => self.tone(tone).edge,
            Token::On(tone) => self.tone(tone).on,
        })
    }

    /// The colour of the shadow under a card.
    pub(in crate::app) fn shadow(self) -> Color {
        match self {
            Self::Light => Color::srgba(0.106, 0.122, 0.141, 0.08),
            Self::Dark => Color::srgba(0.0, 0.0, 0.0, 0.35),
            Self::Contrast => Color::NONE,
        }
    }

    /// The full colour of a tone mixed with ink, or with paper for the neutral tone, which already is ink.
    fn toward_ink(self, tone: Tone, amount: f32) -> Color {
        let goal = match tone {
            Tone::Neutral => self.colors().paper,
            _ => self.colors().ink,
        };
        color(self.tone(tone).strong).mix(&color(goal), amount)
    }

    fn tone(self, tone: Tone) -> &'static Shades {
        let colors = self.colors();
        match tone {
            Tone::Neutral => &colors.neutral,
            Tone::Product => &colors.product,
            Tone::Sales => &colors.sales,
            Tone::Joint => &colors.joint,
            Tone::Good => &colors.good,
            Tone::Caution => &colors.caution,
            Tone::Debt => &colors.debt,
        }
    }

    /// The colours of the theme.
    pub fn colors(self) -> &'static Colors {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Contrast => &CONTRAST,
        }
    }
}

fn color(Rgb(red, green, blue): Rgb) -> Color {
    Color::srgb_u8(red, green, blue)
}

#[cfg(test)]
mod tests {
    use bevy::color::Luminance;

    use super::*;

    const TONES: [Tone; 7] =
        [Tone::Neutral, Tone::Product, Tone::Sales, Tone::Joint, Tone::Good, Tone::Caution, Tone::Debt];
    const TEXT: f32 = 4.5;
    const GRAPHIC: f32 = 3.0;

    fn contrast(theme: Theme, one: Token, other: Token) -> f32 {
        let (a, b) = (theme.color(one).luminance(), theme.color(other).luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn assert_contrast(theme: Theme, front: Token, back: Token, least: f32) {
        let ratio = contrast(theme, front, back);
        assert!(ratio >= least, "{theme:?}: {front:?} on {back:?} is {ratio:.2}, needs {least}");
    }

    #[test]
    fn text_can_be_read_on_every_background() {
        for theme in Theme::ALL {
            for back in [Token::Paper, Token::Surface] {
                for front in [Token::Ink, Token::Muted] {
                    assert_contrast(theme, front, back, TEXT);
                }
                for tone in TONES {
                    assert_contrast(theme, Token::Strong(tone), back, TEXT);
                }
            }
            for tone in TONES {
                for back in [Token::Strong(tone), Token::Hover(tone), Token::Press(tone)] {
                    assert_contrast(theme, Token::On(tone), back, TEXT);
                }
                for front in [Token::Strong(tone), Token::Ink, Token::Muted] {
                    assert_contrast(theme, front, Token::Soft(tone), TEXT);
                }
            }
        }
    }

    #[test]
    fn focus_and_controls_stand_out() {
        for theme in Theme::ALL {
            for back in [Token::Paper, Token::Surface] {
                assert_contrast(theme, Token::Focus, back, GRAPHIC);
                assert_contrast(theme, Token::Control, back, GRAPHIC);
                assert_contrast(theme, Token::Point, back, GRAPHIC);
            }
        }
    }
}
