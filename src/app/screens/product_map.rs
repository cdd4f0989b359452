//! The product map on the screen, sharp at every size, in the colours of the theme.

use bevy::prelude::*;

use crate::app::theme::{Theme, Token, Tone};
use crate::app::widgets::{Canvas, Pixels, Ui};
use crate::chart::{self, Palette, Rgb, Size};
use crate::view::ProductMap;

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
    let size = Size::new(size.x.into(), size.y.into());
    let svg = chart::product_map(map, size, &palette(canvas.theme));
    let drawn = chart::pixels(&svg, canvas.scale)?;
    Some(Pixels { width: drawn.width, height: drawn.height, rgba: drawn.rgba })
}

fn palette(theme: Theme) -> Palette {
    let of = |token: Token| {
        let [red, green, blue] = theme.rgb(token);
        Rgb(red, green, blue)
    };
    Palette {
        paper: of(Token::Paper),
        surface: of(Token::Surface),
        line: of(Token::Line),
        control: of(Token::Control),
        ink: of(Token::Ink),
        muted: of(Token::Muted),
        product: of(Token::Strong(Tone::Product)),
        sales: of(Token::Strong(Tone::Sales)),
        joint: of(Token::Strong(Tone::Joint)),
        good: of(Token::Strong(Tone::Good)),
        caution: of(Token::Strong(Tone::Caution)),
        debt: of(Token::Strong(Tone::Debt)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_theme_is_the_palette_of_printed_pictures() {
        assert_eq!(palette(Theme::Light), Palette::print());
    }
}
