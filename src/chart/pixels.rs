//! Renders a picture as pixels, at any scale, with the fonts of the game.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, WriteOptions};

use super::fonts;
use super::palette::Rgb;
use super::svg::Svg;

/// Largest side of a picture, in pixels.
const MOST: f32 = 16_384.0;

/// A picture as rows of RGBA pixels with straight alpha; empty pixels are transparent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Four bytes per pixel.
    pub rgba: Vec<u8>,
}

/// Renders a picture; `scale` is the number of pixels per logical pixel. `None` if it cannot be rendered.
#[must_use]
pub fn pixels(svg: &Svg, scale: f32) -> Option<Pixels> {
    document_pixels(&svg.document(), scale)
}

/// Renders an SVG document in the same way.
#[must_use]
pub fn document_pixels(document: &str, scale: f32) -> Option<Pixels> {
    Some(straight(&drawn(document, scale)?))
}

/// A picture on a ground as a PNG file; `None` if it cannot be rendered.
#[must_use]
pub fn png(svg: &Svg, ground: Rgb, scale: f32) -> Option<Vec<u8>> {
    drawn(&svg.grounded(ground), scale)?.encode_png().ok()
}

/// A picture on a ground as an SVG file that looks the same everywhere, since its words are drawn as outlines; `told` is
/// what it shows, in words. `None` if it cannot be read.
#[must_use]
pub fn outlined(svg: &Svg, ground: Rgb, told: &str) -> Option<String> {
    let written =
        tree(&svg.grounded(ground))?.to_string(&WriteOptions { coordinates_precision: 3, ..WriteOptions::default() });
    let (opening, rest) = written.split_once('>')?;
    let told = svg::node::element::Title::new(told).to_string();
    Some(format!("{opening} role=\"img\">\n{told}{rest}"))
}

fn tree(document: &str) -> Option<Tree> {
    let fontdb = fonts::for_text(document);
    let options = Options { fontdb, font_family: "Inter".to_owned(), ..Options::default() };
    Tree::from_str(document, &options).ok()
}

fn drawn(document: &str, scale: f32) -> Option<Pixmap> {
    let tree = tree(document)?;
    let side = |side: f32| (side * scale).round().clamp(1.0, MOST) as u32;
    let mut pixmap = Pixmap::new(side(tree.size().width()), side(tree.size().height()))?;
    // Both sides need whole pixels, so the picture is stretched by less than one pixel.
    let stretch = Transform::from_scale(
        pixmap.width() as f32 / tree.size().width(),
        pixmap.height() as f32 / tree.size().height(),
    );
    resvg::render(&tree, stretch, &mut pixmap.as_mut());
    Some(pixmap)
}

fn straight(pixmap: &Pixmap) -> Pixels {
    let mut rgba = pixmap.data().to_vec();
    for (bytes, pixel) in rgba.chunks_exact_mut(4).zip(pixmap.pixels()) {
        // Most pixels are fully transparent or opaque, where straight and premultiplied alpha are the same.
        if !matches!(pixel.alpha(), 0 | 255) {
            let color = pixel.demultiply();
            bytes.copy_from_slice(&[color.red(), color.green(), color.blue(), color.alpha()]);
        }
    }
    Pixels { width: pixmap.width(), height: pixmap.height(), rgba }
}
