//! The sheets on which a team writes what it decides: three pieces a quarter, with numbered boxes in the order in which
//! they are typed in.

use maud::{Markup, html};

use super::piece::{boxes, line, part, seat};
use super::{Kind, Paper, sheets};
use crate::ids::Seat;
use crate::text::{self, Text};
use crate::view::{CARD_LETTERS, DecisionSheet};

/// The whole file.
#[must_use]
pub fn decisions_page(text: &Text, paper: Paper, title: &str, quarters: &[DecisionSheet]) -> String {
    let foot = format!("{title} · {}", text.get("paper-decisions-title"));
    let content = html! { @for each in quarters { (decisions(text, each, "")) } };
    sheets(text, title, paper, &[Kind { name: "", wide: false, foot: &foot }], &content)
}

/// The sheet of a quarter; `kind` is what its page is called in the style sheet.
pub(super) fn decisions(text: &Text, sheet: &DecisionSheet, kind: &str) -> Markup {
    html! {
        section class=(format!("page decisions {kind}")) {
            div.halves {
                (product(text, sheet))
                (sales(text, sheet))
            }
            (both(text, sheet))
        }
    }
}

fn head(text: &Text, sheet: &DecisionSheet, who: &Markup, lead: Option<&str>) -> Markup {
    html! {
        div.line { b.who { (who) } b { (sheet.quarter) } }
        p.names {
            (line(&text.get("setup-team"), &sheet.team))
            @if let Some(lead) = lead { (line(&text.get("paper-name"), lead)) }
        }
    }
}

fn product(text: &Text, sheet: &DecisionSheet) -> Markup {
    html! {
        div.cut {
            div { (head(text, sheet, &seat(text, Seat::Product), Some(&sheet.leads[0]))) }
            (part(1, &text.get("paper-split"), &shares(text, &sheet.split)))
            (moves(text, 2, sheet.attention))
            (private(text, sheet, 7))
        }
    }
}

fn sales(text: &Text, sheet: &DecisionSheet) -> Markup {
    let pushes = boxes((0..sheet.pushes).map(|_| ("", String::new())));
    html! {
        div.cut {
            div { (head(text, sheet, &seat(text, Seat::Sales), Some(&sheet.leads[1]))) }
            (part(3, &text.get("paper-target"), &shares(text, &sheet.target)))
            (part(4, &text.with("paper-pushes", &[("count", &sheet.pushes)]), &pushes))
            (moves(text, 5, sheet.attention))
            (private(text, sheet, 9))
        }
    }
}

/// Shares that add up to a hundred, each with what stands until now.
fn shares(text: &Text, all: &[(String, Option<u8>)]) -> Markup {
    let was = |share: &Option<u8>| share.map_or_else(String::new, |share| text.with("paper-was", &[("value", &share)]));
    boxes(all.iter().map(|(name, share)| (name.as_str(), was(share))))
}

fn moves(text: &Text, at: u8, attention: u8) -> Markup {
    let room = boxes((0..attention).map(|_| ("", text.get("paper-move-hint"))));
    part(at, &text.with("paper-moves-of", &[("points", &attention)]), &room)
}

/// What a lead says in private at the table: a stance on each card, and a prediction.
fn private(text: &Text, sheet: &DecisionSheet, at: u8) -> Markup {
    let [measure, written] = &sheet.predicts;
    let (low, high) = (text.get("predict-low"), text.get("predict-high"));
    html! {
        hr;
        (part(at, &text.get("paper-stances"), &boxes(CARD_LETTERS.map(|letter| (letter, String::new())))))
        (part(
            at + 1,
            &text.with("paper-predicts", &[("number", measure)]),
            &boxes([(low.as_str(), written.clone()), (high.as_str(), written.clone())]),
        ))
    }
}

fn both(text: &Text, sheet: &DecisionSheet) -> Markup {
    let was = |answer: &Option<usize>| {
        answer.map_or_else(String::new, |answer| text.with("paper-was", &[("value", &answer)]))
    };
    let letter = |name: &String| text.with("paper-letter", &[("name", name), ("letter", &first(name))]);
    let evidence: Vec<String> = sheet.evidence.iter().map(letter).collect();
    let pay = ["paper-pay-product", "paper-pay-sales"].map(|key| text.get(key));
    let results = sheet.numbers.iter().chain(&pay).map(|name| (name.as_str(), String::new()));
    html! {
        div.cut.joint {
            (head(text, sheet, &html! { (text.get("paper-both")) }, None))
            p.key {
                @for (number, title, standing) in &sheet.answers {
                    span { b { (number) @if *standing { "*" } } " " (title) } " "
                }
            }
            (part(
                6,
                &text.get("paper-house"),
                &boxes(sheet.cells.iter().map(|(name, answer)| (name.as_str(), was(answer)))),
            ))
            (part(11, &text.with("paper-signed", &[("evidence", &evidence.join(", "))]), &rows(text, sheet)))
            p.names.signed {
                @for who in Seat::BOTH {
                    (line(&text.with("paper-signature", &[("seat", &text::seat(text, who))]), ""))
                }
            }
            h3 { (text.get("paper-results")) }
            (boxes(results))
        }
    }
}

/// A row for each card on the table.
fn rows(text: &Text, sheet: &DecisionSheet) -> Markup {
    let heads = ["paper-no", "paper-card", "paper-answer", "paper-by", "paper-evidence", "paper-reason"];
    html! {
        table {
            thead { tr { @for key in heads { th { (text.get(key)) } } } }
            tbody {
                @for (at, letter) in CARD_LETTERS.iter().enumerate() {
                    @let card = sheet.cards.get(at);
                    tr {
                        td.row { b { (letter) } @if let Some((number, _)) = card { " " (number) } }
                        td.customer { @if let Some((_, customer)) = card { (customer) } }
                        @for _ in 0..3 { td.box {} }
                        td {}
                    }
                }
            }
        }
    }
}

/// The letter by which a kind of evidence is written.
fn first(name: &str) -> String {
    name.chars().take(1).collect()
}
