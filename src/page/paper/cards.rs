//! The specials of a scenario as cards to cut out: one for the table, and a half for each lead.

use maud::{Markup, html};

use super::piece::seat;
use super::{Kind, Paper, sheets};
use crate::ids::Seat;
use crate::text::Text;
use crate::view::SpecialCard;

/// The whole file.
#[must_use]
pub fn cards_page(text: &Text, paper: Paper, title: &str, cards: &[SpecialCard]) -> String {
    let foot = format!("{title} · {}", text.get("paper-foot-facilitator"));
    let content = html! {
        h1 { (title) ": " (text.get("paper-cards-title")) }
        p { (text.get("paper-cards-about")) }
        @for each in cards { (card(text, each)) }
    };
    sheets(text, title, paper, &[Kind { name: "", wide: false, foot: &foot }], &content)
}

fn card(text: &Text, card: &SpecialCard) -> Markup {
    let head = html! { b.no { (card.number) } " " b { (card.customer) } };
    let half = |who: Seat, words: &[String; 2]| {
        html! {
            div.cut {
                p.head { (head) }
                p.who { (seat(text, who)) }
                @for words in words { p { (words) } }
                @if who == Seat::Sales { p { (text.get("paper-competitor")) } }
            }
        }
    };
    html! {
        div.special {
            (half(Seat::Product, &card.product))
            div.cut {
                p.head { (head) }
                p { (card.about) }
                p.ask { (text.with("deal-asks", &[("ask", &card.ask)])) }
                p.quote { (text.with("quote", &[("words", &card.quote)])) }
                p { b { (card.deal) } " · " (card.theme) }
                p.found { (text.get("paper-need")) }
            }
            (half(Seat::Sales, &card.sales))
        }
    }
}
