//! A card: the private stance of a seat, and the answer that both sign.

use maud::{Markup, html};

use super::house::sign;
use super::part::{PICTURE, foot, picture, press, primary};
use crate::chart::{Size, board};
use crate::ids::Seat;
use crate::play::{Act, Tab, Undo};
use crate::sim::Response;
use crate::text::{self, Text};
use crate::view::{Card, Note, ResponseOption, Stances};

/// The size of the board.
const BOARD: Size = Size { width: 420.0, height: 300.0 };

pub(super) fn stance(text: &Text, seat: Seat, card: &Card, chosen: Option<Response>, undo: Option<Undo>) -> Markup {
    let why_not = chosen.is_none().then(|| text.get("stance-first"));
    let main = primary(Act::Sign, why_not.is_some(), &text.get("sign-stance"));
    html! {
        div.columns {
            (story(text, card))
            section.card {
                h1 { (text.get("stance-title")) }
                (answers(text, card, |option| chosen == Some(option.response)))
            }
        }
        (foot(text, Some(seat), why_not.as_deref().unwrap_or_default(), undo, &main))
    }
}

pub(super) fn table(
    text: &Text,
    seat: Seat,
    card: &Card,
    tabs: &[Tab],
    signed: [(Seat, bool); 2],
    says: Option<&str>,
    undo: Option<Undo>,
) -> Markup {
    html! {
        div.tabs {
            @for tab in tabs {
                @match &tab.answer {
                    Some(answer) => { span.muted { (tab.customer) ": " (answer) } }
                    None => (press(Act::Card(tab.deal), if tab.shown { "chosen" } else { "" }, None, &html! { (tab.customer) })),
                }
            }
        }
        div.columns {
            (story(text, card))
            section.card {
                @if let Stances::Revealed { product, sales, agree } = &card.stances {
                    @for (who, stance) in [(Seat::Product, product), (Seat::Sales, sales)] {
                        p { b { (text.with("stance-of", &[("seat", &text::seat(text, who))])) } " " (stance) }
                    }
                    @let key = if *agree { "stances-agree" } else { "stances-differ" };
                    p { (text.with(key, &[("trust", &card.ceo_cost)])) }
                }
                @if let Some(says) = says { p.soft { (says) } }
                h1 { (text.get("answers-title")) }
                (answers(text, card, |option| option.chosen))
                (promise(text, card))
                (defence(text, card))
                details {
                    summary { (text.get("ask-ceo")) }
                    p { (text.get("ceo-ask-about")) }
                    p.small { (card.ceo) }
                    (press(Act::Escalate, "", card.why_no_ceo.as_deref(), &html! { (text.get("ask-ceo")) }))
                }
            }
        }
        @for (who, given, _) in &card.signed {
            // A computer partner makes offers of its own and says so.
            @if given.is_some() && !signed.contains(&(*who, true)) && says.is_none() {
                p.soft { (text.with("signed-before", &[("seat", &text::seat(text, *who))])) }
            }
        }
        (sign(text, seat, signed, card.why_not.as_deref(), undo))
    }
}

/// Who asks for what, and what the viewer knows about it.
fn story(text: &Text, card: &Card) -> Markup {
    let fact = |key: &str, words: &str| html! { p { b { (text.get(key)) } " " (words) } };
    html! {
        section.card {
            div.line { h1 { (card.customer) } span.muted { (card.position) } }
            p.small.muted { (card.about) }
            p { (text.with("quote", &[("words", &card.quote)])) }
            (fact("card-ask", &card.ask))
            (fact("card-deal-label", &card.deal_line))
            (fact("card-theme-label", &card.theme))
            (fact("card-effort-label", card.effort.as_ref().unwrap_or(&text.get("card-effort-none"))))
            @for Note { seat, text: words } in &card.notes {
                p.small { b { (text.with("note-of", &[("seat", &text::seat(text, *seat))])) } " " (words) }
            }
            @if let Some(need) = &card.need { p.soft.joint { b { (text.get("need-found")) } " " (need) } }
            @for fact in card.facts.iter().chain(&card.dealbreaker) { p.small { (fact) } }
            (picture(&board(&card.board, BOARD, &PICTURE), &card.board.summary))
        }
    }
}

fn answers(text: &Text, card: &Card, chosen: impl Fn(&ResponseOption) -> bool) -> Markup {
    html! {
        div.answers {
            @for option in &card.responses {
                @let class = if chosen(option) { "answer chosen" } else { "answer" };
                (press(Act::Respond(option.response), class, option.why_not.as_deref(), &html! {
                    b { @if chosen(option) { "✓ " } (option.title) }
                    @if option.why_not.is_none() {
                        span.small { (option.about) }
                        span.small.muted {
                            " " (option.chance_line) " " (text.get("range-win"))
                            @if card.cell.is_some() { ", " (option.debt_line) " " (text.get("range-debt")) }
                        }
                    }
                }))
            }
        }
        @if let Some(left_out) = &card.left_out { p.small.muted { (left_out) } }
    }
}

/// The quarter by which a promise is due.
fn promise(text: &Text, card: &Card) -> Markup {
    let promised = card.responses.iter().any(|option| option.chosen && option.response == Response::RoadmapPromise);
    html! {
        @if promised {
            h2 { (text.get("promise-by")) }
            div.tabs {
                @for quarter in &card.promise_quarters {
                    @let class = if card.due == Some(quarter.quarter) { "chosen" } else { "" };
                    (press(Act::Due(quarter.quarter), class, None, &html! { (quarter.name) }))
                }
            }
        }
    }
}

fn defence(text: &Text, card: &Card) -> Markup {
    html! {
        @if !card.defences.is_empty() {
            h2 { (text.get("defend-title")) }
            div.tabs {
                @for defence in &card.defences {
                    @let evidence = (!defence.chosen).then_some(defence.evidence);
                    @let class = if defence.chosen { "chosen" } else { "" };
                    (press(Act::Defend(evidence), class, defence.why_not.as_deref(), &html! { (defence.label) }))
                }
            }
        }
    }
}
