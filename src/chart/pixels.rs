//! A picture as pixels, at any scale, with the type of the game.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::fonts;
use super::svg::Svg;

/// No side of a picture has more pixels.
const MOST: f32 = 16_384.0;

/// A picture as rows of red, green, blue and straight opacity; empty pixels are clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// Draws a picture; `scale` is how many pixels make a logical one. Nothing if there is nothing to draw on.
#[must_use]
pub fn pixels(svg: &Svg, scale: f32) -> Option<Pixels> {
    let document = svg.document();
    let fontdb = fonts::for_text(&document);
    let options = Options { fontdb, font_family: "Inter".to_owned(), ..Options::default() };
    let tree = Tree::from_str(&document, &options).ok()?;
    let side = |side: f32| (side * scale).round().clamp(1.0, MOST) as u32;
    let mut pixmap = Pixmap::new(side(tree.size().width()), side(tree.size().height()))?;
    // Whole pixels on both sides: the picture is stretched by less than one of them.
    let stretch = Transform::from_scale(
        pixmap.width() as f32 / tree.size().width(),
        pixmap.height() as f32 / tree.size().height(),
    );
    resvg::render(&tree, stretch, &mut pixmap.as_mut());
    Some(straight(&pixmap))
}

fn straight(pixmap: &Pixmap) -> Pixels {
    let mut rgba = pixmap.data().to_vec();
    for (bytes, pixel) in rgba.chunks_exact_mut(4).zip(pixmap.pixels()) {
        // Most pixels are empty or full, and the same in both kinds.
        if !matches!(pixel.alpha(), 0 | 255) {
            let color = pixel.demultiply();
            bytes.copy_from_slice(&[color.red(), color.green(), color.blue(), color.alpha()]);
        }
    }
    Pixels { width: pixmap.width(), height: pixmap.height(), rgba }
}
