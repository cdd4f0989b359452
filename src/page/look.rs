//! A seat's page as the facilitator sees it: after a question, and not for long, because the screen may be projected.

use maud::{Markup, html};

use super::document::Body;
use crate::text::Text;

/// Seconds for which the page is shown.
pub const SHOWN: u8 = 30;

/// Asks whether nobody else sees the screen. `of` names the seat; `to` is where its page is.
#[must_use]
pub fn look_question(text: &Text, of: &str, to: &str) -> Body {
    let content = html! {
        main.narrow #look {
            h1 { (of) }
            p { (text.get("look-question")) }
            form method="post" action=(to) {
                div.presses {
                    button.main type="submit" { (text.with("look-show", &[("seconds", &SHOWN)])) }
                    (back(text))
                }
            }
        }
    };
    Body { title: of.to_owned(), content, waits: false }
}

/// The page itself. It is sent with a header that leads back to the console after [`SHOWN`] seconds.
#[must_use]
pub fn look(text: &Text, page: Body) -> Body {
    let content = html! {
        div.notice role="status" { (text.with("look-shown", &[("page", &page.title), ("seconds", &SHOWN)])) " " (back(text)) }
        (page.content)
    };
    Body { content, ..page }
}

fn back(text: &Text) -> Markup {
    html! { a href="/console" { (text.get("look-back")) } }
}
