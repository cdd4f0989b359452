//! The sheets that leads have at hand the whole game, and private pages to hand out later.

use maud::{Markup, html};

use super::piece::{kind, line, seat};
use super::{Kind, Paper, sheets};
use crate::ids::Seat;
use crate::text::{self, Text};
use crate::view::{AnswerRow, RoleMove, RoleSheet, TableRules};

/// The whole file.
#[must_use]
pub fn roles_page(text: &Text, paper: Paper, roles: &[RoleSheet; 2], table: &TableRules) -> String {
    let title = &roles[0].title;
    let foot = |what: &str| format!("{title} · {what}");
    let own = Seat::BOTH.map(|seat| foot(&text.with("paper-foot-only", &[("seat", &text::seat(text, seat))])));
    let (both, later) = (foot(&text.get("paper-table-title")), foot(&text.get("paper-foot-facilitator")));
    let kinds = [
        Kind { name: "product", wide: false, foot: &own[0] },
        Kind { name: "sales", wide: false, foot: &own[1] },
        Kind { name: "both", wide: false, foot: &both },
        Kind { name: "later", wide: false, foot: &later },
    ];
    let content = html! {
        @for sheet in roles { (role(text, sheet)) }
        (self::table(text, table))
        @if roles.iter().any(|sheet| !sheet.later.is_empty()) { (self::later(text, roles)) }
    };
    sheets(text, title, paper, &kinds, &content)
}

fn role(text: &Text, sheet: &RoleSheet) -> Markup {
    let parts = match sheet.seat {
        Seat::Product => "terminal-themes",
        Seat::Sales => "terminal-segments",
    };
    html! {
        section class=(format!("page {}", kind(sheet.seat))) {
            div.line { h1 { (seat(text, sheet.seat)) } b { (sheet.title) } }
            p.names { (line(&text.get("paper-name"), "")) (line(&text.get("setup-team"), "")) }
            p { b { (sheet.situation) } }
            p { (sheet.about) }
            @if !sheet.goals.is_empty() {
                h2 { (text.get("briefing-goals")) }
                ul { @for goal in &sheet.goals { li { (goal) } } }
            }
            @for gate in &sheet.gates { p { b { (gate.title) ". " } (gate.text) } }
            h2 { (text.get("paper-for")) }
            p { (sheet.purpose) }
            h2 { (text.get("briefing-pay")) }
            p { (sheet.pay) }
            div.piece.whole {
                h2 { (text.get("paper-only-you")) }
                p { (text.with("paper-you-are", &[("name", &sheet.name)])) " " (sheet.page) }
            }
            h2 { (text.get(parts)) }
            div.pair { @for (name, about) in &sheet.parts { p.tight { b { (name) ": " } (about) } } }
        }
        section class=(format!("page {}", kind(sheet.seat))) {
            h1 { (text.get("paper-moves")) }
            p { (text.get(match sheet.seat {
                Seat::Product => "paper-plan-product",
                Seat::Sales => "paper-plan-sales",
            })) }
            table.moves {
                thead { tr { th { (text.get("paper-no")) } th { (text.get("paper-move")) } th { (text.get("paper-cost")) } } }
                tbody { @for made in &sheet.moves { (self::made(made)) } }
            }
            h2 { (text.get("paper-course")) }
            ol { @for key in ["paper-course-plan", "paper-course-house", "paper-course-stance", "paper-course-sign", "paper-course-close"] {
                li { (text.get(key)) }
            } }
        }
    }
}

fn made(made: &RoleMove) -> Markup {
    html! {
        tr {
            td.big { (made.number) @if !made.target.is_empty() { span.target { " + " (made.target) } } }
            td {
                b { (made.title) ". " } (made.about)
                @for (at, (name, about)) in made.targets.iter().enumerate() {
                    p.tight { b { (at + 1) " " (name) ". " } (about) }
                }
            }
            td.cost { ("●".repeat(usize::from(made.cost))) }
        }
    }
}

fn table(text: &Text, table: &TableRules) -> Markup {
    html! {
        section.page.both {
            h1 { (text.get("paper-table-title")) }
            p { (text.get("paper-answers-about")) }
            table.eight {
                thead { tr { @for key in ["paper-no", "paper-answer", "paper-work", "paper-chance", "paper-harm"] { th { (text.get(key)) } } } }
                tbody { @for row in &table.answers { (answer(row)) } }
            }
            h2 { (text.get("evidence-title")) }
            @for (name, about) in &table.evidence { p.tight { b { (name) ": " } (about) } }
            h2 { (text.get("paper-know")) }
            @for (name, about) in &table.terms { p.tight { b { (name) ": " } (about) } }
        }
    }
}

fn answer(row: &AnswerRow) -> Markup {
    let given = |value: &str| if value.is_empty() { "–".to_owned() } else { value.to_owned() };
    html! {
        tr {
            td.big { (row.number) }
            td { b { (row.title) ". " } (row.needs) }
            td.number { (given(&row.work)) }
            td.number { (row.chance) }
            td.number { (given(&row.harm)) }
        }
    }
}

/// Private pages of later quarters, to be cut apart before anybody sees them.
fn later(text: &Text, roles: &[RoleSheet; 2]) -> Markup {
    html! {
        section.page.later {
            h1 { (text.get("paper-later")) }
            p { (text.get("paper-later-about")) }
            @for sheet in roles {
                @for (quarter, page) in &sheet.later {
                    div.cut {
                        h2 { (seat(text, sheet.seat)) " · " (quarter) }
                        p { (page) }
                    }
                }
            }
        }
    }
}
