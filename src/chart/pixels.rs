//! From SVG to pixels, with the game's own font, at any fineness.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

static FONT: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

/// Draws a picture, `scale` times as fine as it says; none if it cannot be drawn, or has no size.
#[must_use]
pub fn pixels(svg: &str, scale: f32) -> Option<Pixmap> {
    let options = Options { fontdb: fonts(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let size = tree.size();
    let mut pixmap = Pixmap::new((size.width() * scale) as u32, (size.height() * scale) as u32)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Some(pixmap)
}

fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut fonts = Database::new();
        fonts.load_font_data(FONT.to_vec());
        Arc::new(fonts)
    };
    FONTS.get_or_init(load).clone()
}
