//! The product map on the screen, sharp at every size, in the colours of the theme.

use bevy::prelude::*;

use crate::app::theme::{Theme, Token, Tone};
use crate::app::widgets::{Canvas, Pixels, Ui};
use crate::chart::{self, Palette};
use crate::view::ProductMap;

/// The tones of the themes of a product, in their order.
const THEMES: [Tone; 5] = [Tone::Product, Tone::Good, Tone::Joint, Tone::Caution, Tone::Sales];

/// Adds the map as wide as its parent and this high.
pub(super) fn draw(ui: &mut Ui, map: &ProductMap, height: f32) {
    let map = map.clone();
    ui.drawing(height, move |canvas| paint(&map, canvas));
}

/// Adds the map in a box.
pub(super) fn draw_in(ui: &mut Ui, map: &ProductMap, node: Node) {
    let map = map.clone();
    ui.drawing_in(node, move |canvas| paint(&map, canvas));
}

fn paint(map: &ProductMap, canvas: Canvas) -> Option<Pixels> {
    let size = canvas.size.as_vec2() / canvas.scale;
    let svg = chart::product_map(map, (size.x, size.y), &palette(canvas.theme));
    chart::pixels(&svg.finish(), canvas.scale).map(|pixmap| Pixels::from_pixmap(&pixmap))
}

fn palette(theme: Theme) -> Palette {
    Palette {
        surface: theme.rgb(Token::Surface),
        line: theme.rgb(Token::Line),
        ink: theme.rgb(Token::Ink),
        muted: theme.rgb(Token::Muted),
        debt: theme.rgb(Token::Strong(Tone::Debt)),
        debt_soft: theme.rgb(Token::Soft(Tone::Debt)),
        themes: THEMES.map(|tone| theme.rgb(Token::Strong(tone))),
        themes_soft: THEMES.map(|tone| theme.rgb(Token::Soft(tone))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_theme_is_the_palette_of_printed_pictures() {
        assert_eq!(palette(Theme::Light), Palette::PRINT);
    }
}
