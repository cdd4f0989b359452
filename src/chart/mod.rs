//! Charts: data → SVG → pixels, the same in the window and in a report. No Bevy, no clock, no files but system fonts.
//!
//! | module | what it is |
//! |---|---|
//! | `colors` | the colours of the themes, for the window, pictures and pages |
//! | `palette` | the colours of a picture, named by their use |
//! | `svg` | a picture as SVG, and the few shapes that pictures are made of |
//! | `label` | words that stay inside the picture and never cover each other |
//! | `pixels` | a picture as pixels, at any scale |
//! | `product_map` | the map of the product |
//! | `lines` | numbers over the quarters, with marks |
//! | `decided` | every decision as a mark under its quarter |
//! | `compared` | several runs: one of the six numbers as lines, and their results |
//! | `debriefed` | the lines of a debrief |
//! | `named` | every chart of a comparison or a debrief, as a file of its own |
//! | `multiples` | several line charts of the same runs on one sheet |
//! | `strips` | many teams as dots on strips |
//! | `counts` | how many teams did what, as dots |
//! | `legend` | signs with names below a picture |
//! | `dots` | a share as dots that can be counted |
//! | `waterfall` | from one amount to another |
//! | `qr` | a code that a phone's camera reads |
//! | `ranges` | hatched ranges on one axis |
//! | `widths` | how wide predictions were, and whether they held |
//! | `reveal` | curves of demand to choose from, and those of all teams |
//! | `board` | effort × strategic alignment, with the cards of a table |
//!
//! A picture depends only on its data, its size and its palette; the same three give the same picture, byte by byte.

mod axis;
mod board;
mod colors;
mod compared;
mod counts;
mod debriefed;
mod decided;
mod dots;
mod fonts;
mod label;
mod legend;
mod lines;
mod multiples;
mod named;
mod palette;
mod pixels;
mod product_map;
mod qr;
mod ranges;
mod reveal;
mod strips;
mod svg;
mod waterfall;
mod widths;

pub use board::board;
pub use colors::{CONTRAST, Colors, DARK, LIGHT, Shades};
pub use compared::{compared, results};
pub use counts::{Counts, counts, counts_summary};
pub use debriefed::{caused, demanded, drawn, over_time};
pub use decided::Decided;
pub use dots::dots;
pub use fonts::{ID as FontId, has_letter, is_rare, with_letter};
pub use label::text_width;
pub use lines::{LineChart, Mark, Series, line_sample, lines, lines_at, lines_summary};
pub use multiples::multiples;
pub use named::{NamedChart, comparison_charts, debrief_charts};
pub use palette::{Palette, Rgb};
pub use pixels::{Pixels, document_pixels, outlined, pixels, png};
pub use product_map::{backdrop, product_map, product_map_between};
pub use qr::qr;
pub use ranges::{RangeRow, ranges, ranges_at, ranges_summary};
pub use reveal::{overlaid, overlaid_summary, shape};
pub use strips::{Strips, strips, strips_summary};
pub use svg::{Size, Svg};
pub use waterfall::{Bar, waterfall, waterfall_bars, waterfall_growing, waterfall_summary};
pub use widths::{widths, widths_summary};
