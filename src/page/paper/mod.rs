//! Sheets of paper for teams without devices: files that print on A4 or Letter as they are, in black and white.
//!
//! | module | what it is |
//! |---|---|
//! | `roles` | what each lead has at hand the whole game |
//! | `cards` | the specials, to cut out |
//! | `decisions` | what a team decides in a quarter |
//! | `poster` | the wall |
//! | `quarter` | what a team gets in a quarter of its run |
//! | `piece` | what the sheets are made of |

mod cards;
mod decisions;
mod piece;
mod poster;
mod quarter;
mod roles;

use maud::Markup;

pub use cards::cards_page;
pub use decisions::decisions_page;
pub use poster::poster_page;
pub use quarter::quarter_page;
pub use roles::roles_page;

use super::file::{frame, sheet};
use crate::text::Text;

/// What such a file is, in its head.
pub const SHEETS_MARK: &str = "Off-Roadmap sheets";

/// The styles of sheets.
const STYLE: &str = include_str!("paper.css");

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Its name in a style sheet.
    fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "letter",
        }
    }

    /// What fits between the margins of a sheet that stands upright: how high, in millimetres.
    fn height(self) -> f64 {
        match self {
            Self::A4 => 267.0,
            Self::Letter => 249.4,
        }
    }
}

/// Sheets of one kind: what its pages are called in the style sheet, whether they lie on their side, and what stands at
/// their foot.
struct Kind<'a> {
    name: &'a str,
    wide: bool,
    foot: &'a str,
}

/// A file of sheets. Its first kind is that of pages that name none.
fn sheets(text: &Text, title: &str, paper: Paper, kinds: &[Kind], content: &Markup) -> String {
    let size = |wide: bool| format!("size:{}{};", paper.name(), if wide { " landscape" } else { "" });
    let kind = |kind: &Kind| sheet(kind.name, &size(kind.wide), kind.foot);
    let pages: String = kinds.iter().map(kind).collect();
    let styles = format!("{STYLE}:root{{--height:{:.1}mm}}{pages}", paper.height());
    frame(text, title, SHEETS_MARK, &styles, &maud::html! { main.sheets { (content) } })
}
