//! The frame of every page of a room.

use maud::{DOCTYPE, Markup, html};

use crate::text::Text;

/// A whole page in the language of a text. Its styles come from the style sheet beside it.
#[must_use]
pub fn document(text: &Text, title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(text.language()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                link rel="stylesheet" href="/style.css";
            }
            body { (body) }
        }
    }
}
