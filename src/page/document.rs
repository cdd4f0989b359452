//! The frame of every page of a room.

use maud::{DOCTYPE, Markup, html};

use crate::text::Text;

/// A page before it has its frame: what a device that already has the frame is sent.
#[derive(Clone, Debug)]
pub struct Body {
    /// The title of the page.
    pub title: String,
    /// Everything that is shown.
    pub content: Markup,
    /// Whether a device without scripts asks again after a while, because others change the page.
    pub waits: bool,
}

/// Seconds after which a device without scripts asks again.
const AGAIN: u8 = 10;

/// A whole page in the language of a text. Its styles and its script come from the files beside it. `live` is where a
/// device hears of changes.
#[must_use]
pub fn document(text: &Text, body: &Body, live: Option<&str>) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(text.language()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="same-origin";
                title { (body.title) }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                script src="/page.js" defer {}
                @if body.waits { noscript { meta http-equiv="refresh" content=(AGAIN); } }
            }
            body data-live=[live] data-lost=(text.get("page-lost")) { (body.content) }
        }
    };
    page.into_string()
}
