//! Pictures of a run: data → SVG → pixels, the same in the window and in a file. No Bevy, no files, no clock.

mod lines;
mod palette;
mod pixels;
mod product_map;
mod svg;

pub use lines::{Lines, line_key, lines};
pub use palette::{Palette, Rgb};
pub use pixels::pixels;
pub use product_map::product_map;
pub use svg::Svg;
