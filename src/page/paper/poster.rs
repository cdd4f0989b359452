//! The wall on paper: the six numbers to fill in, the product to draw on, the steps of the debrief.

use maud::{Markup, html};

use super::piece::line;
use super::{Kind, Paper, sheets};
use crate::chart::{Size, product_map};
use crate::page::part::{PICTURE, picture};
use crate::text::Text;
use crate::view::Poster;

/// The size of the map.
const MAP: Size = Size { width: 1000.0, height: 560.0 };

/// The whole file.
#[must_use]
pub fn poster_page(text: &Text, paper: Paper, poster: &Poster) -> String {
    let foot = format!("{} · {}", poster.title, text.get("paper-wall-title"));
    let kinds = [Kind { name: "steps", wide: false, foot: &foot }, Kind { name: "wide", wide: true, foot: &foot }];
    let content = html! {
        section.page.wide {
            (head(text, poster))
            table.grid {
                thead { tr {
                    th {}
                    th { (text.get("start")) }
                    @for quarter in &poster.quarters { th { (quarter) } }
                    th { (text.get("paper-after-echo")) }
                } }
                tbody {
                    @for (name, start) in &poster.numbers { (row(name, start, poster.quarters.len())) }
                    (row(&text.get("measure-debt"), "", poster.quarters.len()))
                    (row(&text.get("measure-value"), "", poster.quarters.len()))
                }
            }
        }
        section.page.wide {
            (head(text, poster))
            (picture(&product_map(&poster.map, MAP, &PICTURE), &poster.map.summary))
            p { (text.get("paper-map-about")) }
        }
        section.page.steps {
            h1 { (text.get("paper-debrief-title")) }
            p { (text.get("paper-debrief-about")) }
            @for (at, (title, questions)) in poster.steps.iter().enumerate() {
                div.step {
                    h2 { (at + 1) ". " (title) }
                    ul { @for question in questions { li { (question) } } }
                }
            }
            div.step {
                h2 { (text.get("paper-promise-title")) }
                @for _ in 0..2 { p.promise { (text.get("paper-promise-line")) } }
            }
            @if !poster.questions.is_empty() {
                div.step {
                    h2 { (text.get("paper-questions")) }
                    ul { @for question in &poster.questions { li { (question) } } }
                }
            }
        }
    };
    sheets(text, &poster.title, paper, &kinds, &content)
}

fn head(text: &Text, poster: &Poster) -> Markup {
    html! {
        div.line { h1 { (poster.company) } p.names { (line(&text.get("setup-team"), "")) } }
    }
}

fn row(name: &str, start: &str, quarters: usize) -> Markup {
    html! {
        tr { th { (name) } td { (start) } @for _ in 0..=quarters { td {} } }
    }
}
