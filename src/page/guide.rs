//! The facilitator's guide to a scenario, to read beforehand and to print.

use maud::{Markup, html};

use super::file::{File, file};
use crate::ids::Seat;
use crate::text::{self, Text};
use crate::view::{Agenda, Guide, GuideCard, GuideQuarter};

/// What such a file is, in its head.
pub const GUIDE_MARK: &str = "Off-Roadmap guide";

/// The whole file.
#[must_use]
pub fn guide_page(text: &Text, guide: &Guide) -> String {
    let content = html! {
        h1 { (guide.title) }
        p.soft { (text.get("guide-secret")) }
        p { (guide.situation) }
        section { h2 { (text.get("next-lesson")) } p { (guide.lesson) } }
        section {
            h2 { (text.get("guide-agendas")) }
            div.grid.three { @for plan in &guide.agendas { (agenda(plan)) } }
        }
        section {
            h2 { (text.get("guide-start")) }
            p { (guide.about) }
            ul { @for goal in &guide.goals { li { (goal) } } }
            @for (seat, pay) in Seat::BOTH.into_iter().zip(&guide.pay) { p { b { (text::seat(text, seat)) ": " } (pay) } }
            p { (text.get("guide-say")) }
        }
        section {
            h2 { (text.get("guide-quarters")) }
            @for each in &guide.quarters { (quarter(text, each)) }
            @if !guide.conditional.is_empty() {
                h3 { (text.get("guide-conditional")) }
                @for (title, told) in &guide.conditional { p { b { (title) ": " } (told) } }
            }
        }
        section {
            h2 { (text.get("guide-cards")) }
            p.muted { (text.get("guide-cards-about")) }
            div.grid { @for each in &guide.cards { (card(text, each)) } }
        }
        section {
            h2 { (text.get("guide-strategies")) }
            p.muted { (text.get("guide-strategies-about")) }
            @for (name, about, value) in &guide.strategies {
                div.seat { div.line { b { (name) } b { (value) } } p.small.muted { (about) } }
            }
        }
        section { h2 { (text.get("talk-title")) } ol { @for question in &guide.questions { li { (question) } } } }
    };
    let foot = format!("{} · {}", guide.title, text.get("guide-foot"));
    file(text, &File { title: &guide.title, mark: GUIDE_MARK, foot: &foot, content })
}

fn agenda(plan: &Agenda) -> Markup {
    html! {
        div.card {
            h3 { (plan.title) }
            @for (minutes, what) in &plan.rows { div.line { span { (what) } b { (minutes) } } }
            @if let Some(rest) = &plan.rest { p.small.muted { (rest) } }
        }
    }
}

fn quarter(text: &Text, quarter: &GuideQuarter) -> Markup {
    html! {
        div.seat {
            h3 { (quarter.name) }
            @for (title, told) in &quarter.news { p { b { (title) ": " } (told) } }
            @if let Some(pages) = &quarter.pages {
                @for (seat, page) in Seat::BOTH.into_iter().zip(pages) {
                    p.small { b { (text.with("guide-only", &[("seat", &text::seat(text, seat))])) ": " } (page) }
                }
            }
            p.small.muted { (text.with("guide-predicts", &[("measure", &quarter.predicts)])) }
            @for ask in &quarter.asks { p.small.muted { (text.get("guide-asks")) ": " (ask) } }
        }
    }
}

fn card(text: &Text, card: &GuideCard) -> Markup {
    html! {
        div.seat {
            b { (card.customer) } " · " (card.ask)
            @if card.two_halves { " " span.flag { (text.get("guide-two-halves")) } }
            @for (seat, note) in Seat::BOTH.into_iter().zip(&card.notes) {
                p.small { b { (text::seat(text, seat)) ": " } (note) }
            }
            p.small { b { (text.get("truth-true-head")) ": " } (card.truth) " " (card.need) }
        }
    }
}
