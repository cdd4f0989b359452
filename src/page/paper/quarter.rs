//! What a team gets in a quarter of its run: a private page for each lead, the cards with their halves, the decision
//! sheet. Each is on pages of its own, to be handed out apart.

use maud::{Markup, html};

use super::decisions::decisions;
use super::piece::{kind, seat};
use super::{Kind, Paper, sheets};
use crate::ids::{DealId, Seat};
use crate::page::part::amount;
use crate::text::{self, Text};
use crate::view::{
    Bulletin, Card, DealCard, HalfCard, Note, ProductDesk, QuarterSheets, SalesDesk, SeatDesk, SeatSheet, TableCard,
    Wall,
};

/// The whole file.
#[must_use]
pub fn quarter_page(text: &Text, paper: Paper, from: &QuarterSheets) -> String {
    let title = format!("{} · {}", from.team, from.wall.quarter);
    let only = |seat| format!("{title} · {}", text.with("paper-foot-only", &[("seat", &text::seat(text, seat))]));
    let own = Seat::BOTH.map(only);
    let table = format!("{title} · {}", text.get("paper-foot-table"));
    let kinds = [
        Kind { name: "product", wide: false, foot: &own[0] },
        Kind { name: "sales", wide: false, foot: &own[1] },
        Kind { name: "both", wide: false, foot: &table },
    ];
    let content = html! {
        @for sheet in &from.seats { (private(text, from, sheet)) }
        @if !from.cards.is_empty() {
            section.page.both {
                h1 { (text.get("paper-at-table")) }
                p { (text.get("paper-at-table-about")) " " (from.small) }
                @for line in &from.came { (amount(line)) }
                @for card in &from.cards { (self::card(text, card)) }
            }
        }
        (decisions(text, &from.decisions, "both"))
    };
    sheets(text, &title, paper, &kinds, &content)
}

fn private(text: &Text, from: &QuarterSheets, sheet: &SeatSheet) -> Markup {
    let page = &sheet.briefing;
    let bulletin = |bulletin: &Bulletin| html! { p { b { (bulletin.title) ". " } (bulletin.text) } };
    html! {
        section class=(format!("page {}", kind(sheet.seat))) {
            div.line { h1 { (seat(text, sheet.seat)) } b { (from.team) " · " (page.quarter) } }
            (numbers(text, &from.wall))
            @for news in page.news.iter().chain(&page.gates) { (bulletin(news)) }
            div.pair {
                @for happened in page.happened.iter().filter(|happened| !happened.causes.is_empty()) {
                    div {
                        h3 { (text.with("briefing-moved", &[("number", &happened.number)])) }
                        @for cause in &happened.causes { (amount(cause)) }
                    }
                }
            }
            div.piece.whole {
                h2 { (text.get("paper-only-you")) }
                @if page.again { p { (text.get("briefing-again")) } } @else { p { (page.page) } }
                p { (page.pay) " " (text.with("briefing-quota", &[("quota", &page.quota)])) }
            }
            @match &sheet.desk {
                SeatDesk::Product(desk, numbers) => (product(text, desk, numbers)),
                SeatDesk::Sales(desk, numbers) => (sales(text, desk, numbers)),
            }
        }
    }
}

/// The six numbers side by side.
fn numbers(text: &Text, wall: &Wall) -> Markup {
    html! {
        div.six {
            @for number in &wall.numbers { span { (number.label) b { (number.value) } (number.change) } }
        }
        @if let Some(debt) = &wall.debt {
            p.tight { (text.get("measure-debt")) ": " b { (debt.total) } ", " (text.with("wall-interest", &[("interest", &debt.interest)])) }
        }
    }
}

fn product(text: &Text, desk: &ProductDesk, numbers: &[(usize, Option<u32>)]) -> Markup {
    let parts: Vec<String> =
        desk.bar.iter().map(|part| format!("{} {}", part.label, text::weeks(text, part.weeks))).collect();
    let themes: Vec<String> = desk
        .themes
        .iter()
        .map(|theme| {
            let asked = text.with("theme-asked", &[("count", &theme.asked)]);
            let state = if theme.built { text.get("theme-built") } else { asked };
            format!("{} ({state})", theme.name)
        })
        .collect();
    let tokens: Vec<String> = desk.tokens.iter().map(|token| format!("{} {}", token.label, token.shown)).collect();
    html! {
        h2 { (text.get("engineering-title")) }
        p { (desk.headline) ": " (parts.join(" · ")) }
        @if let Some(goes_on) = &desk.goes_on { p { b { (goes_on) } } }
        @if !desk.backlog.is_empty() {
            h2 { (text.get("backlog-title")) }
            @for row in &desk.backlog {
                @let due = text.with(if row.late { "backlog-late" } else { "backlog-due" }, &[("due", &row.due)]);
                div.line { span { (row.customer) ": " (text.with("backlog-row", &[("ask", &row.ask), ("response", &row.response), ("left", &row.left)])) } b { (due) } }
            }
        }
        @if !desk.requests.is_empty() {
            h2 { (text.get("requests-title")) }
            @for row in &desk.requests {
                p.tight {
                    b { (row.customer) " (" (row.comes) "): " }
                    (text.with("request-row", &[("ask", &row.ask), ("effort", &row.effort_line), ("alignment", &row.alignment_line)]))
                    @for note in &row.notes { " " (note.text) }
                }
            }
        }
        h2 { (text.get("themes-title")) " · " (text.get("evidence-title")) }
        p { (themes.join(" · ")) }
        p { (tokens.join(" · ")) }
        h2 { (text.get("paper-targets")) }
        (targets(desk.moves.iter().zip(numbers).map(|(option, &(kind, target))| Numbered {
            kind, target, name: &option.kind, aimed: option.aimed_at(), why_not: option.why_not.as_deref(),
        })))
    }
}

/// A move on a private page.
struct Numbered<'a> {
    kind: usize,
    target: Option<u32>,
    name: &'a str,
    aimed: String,
    why_not: Option<&'a str>,
}

/// The moves that have targets, with the numbers of those, and the moves that are not possible now.
fn targets<'a>(moves: impl Iterator<Item = Numbered<'a>>) -> Markup {
    let all: Vec<Numbered> = moves.collect();
    let mut kinds: Vec<usize> = all.iter().map(|made| made.kind).collect();
    kinds.dedup();
    html! {
        @for kind in kinds {
            @let of: Vec<&Numbered> = all.iter().filter(|made| made.kind == kind).collect();
            @let aimed: Vec<String> = of.iter().filter_map(|made| Some(format!("{} {}", made.target?, made.aimed))).collect();
            @let mut refused: Vec<&str> = of.iter().filter_map(|made| made.why_not).collect();
            @let () = refused.dedup();
            @if !aimed.is_empty() || !refused.is_empty() {
                p.tight {
                    b { (kind) " " (of[0].name) }
                    @if !aimed.is_empty() { ": " (aimed.join(" · ")) }
                    @for why_not in refused { " – " i { (why_not) } }
                }
            }
        }
    }
}

fn sales(text: &Text, desk: &SalesDesk, numbers: &[(DealId, u32)]) -> Markup {
    let number = |deal: &DealCard| numbers.iter().find(|(id, _)| *id == deal.deal).map_or(0, |(_, number)| *number);
    let mut refused: Vec<(&str, &str)> =
        desk.moves.iter().filter_map(|made| Some((made.kind.as_str(), made.why_not.as_deref()?))).collect();
    refused.dedup();
    html! {
        h2 { (text.get("pipeline-title")) }
        p { (desk.bar.line) " " (desk.pay) }
        table.pipeline {
            thead { tr { @for key in ["paper-no", "paper-card", "paper-arr", "paper-asks", "paper-hear"] { th { (text.get(key)) } } } }
            tbody {
                @for column in desk.columns.iter().filter(|column| !column.deals.is_empty()) {
                    tr.column { th colspan="5" { (column.name) } }
                    @for deal in &column.deals {
                        tr {
                            td.big { (number(deal)) }
                            td { b { (deal.customer) } " · " (deal.segment) }
                            td.number { (deal.arr) }
                            td { (deal.ask) }
                            td { (heard(text, deal)) }
                        }
                    }
                }
            }
        }
        p { (desk.run_rate) }
        div.pair {
            div {
                h3 { (text.get("renewals-title")) }
                @if desk.renewals.is_empty() { p { (text.get("no-renewals")) } }
                @for (at, renewal) in desk.renewals.iter().enumerate() {
                    div.line { span { b { (at + 1) } " " (renewal.name) @if renewal.let_down { " (" (text.get("renewal-late")) ")" } } b { (renewal.arr) } }
                }
            }
            div {
                h3 { (text.get("target-title")) }
                @for row in &desk.target { div.line { span { (row.name) } b { (text.with("target-value", &[("percent", &row.percent), ("market", &row.market)])) } } }
            }
        }
        @if let Some(goes_on) = &desk.goes_on { p { b { (goes_on) } } }
        @for (kind, why_not) in refused { p.tight { (kind) " – " i { (why_not) } } }
    }
}

/// What sales knows about a deal.
fn heard(text: &Text, deal: &DealCard) -> String {
    let consent = deal.consent.then(|| text.get("deal-consent"));
    let known = [Some(deal.champion.clone()), Some(deal.competitor.clone()), deal.fit.clone(), consent];
    known.into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn card(text: &Text, card: &TableCard) -> Markup {
    let shown = &card.table;
    let head = html! { b.no { (card.number) } " " b { (shown.customer) } };
    html! {
        div.tabled {
            div.cut {
                div.line { p.head { (head) } span { (shown.position) } }
                p { (shown.about) }
                p.ask { (text.with("deal-asks", &[("ask", &shown.ask)])) }
                p.quote { (text.with("quote", &[("words", &shown.quote)])) }
                p { b { (shown.deal_line) } " · " (shown.theme) }
                (known(shown))
            }
            div.halves {
                @for (who, half) in Seat::BOTH.into_iter().zip(&card.halves) { (self::half(text, who, half, &head)) }
            }
        }
    }
}

/// What a viewer found out about a card.
fn known(card: &Card) -> Markup {
    html! {
        @for found in card.need.iter().chain(&card.dealbreaker) { p { b { (found) } } }
    }
}

/// What one seat knows of a card, and what each answer would do as far as it knows.
fn half(text: &Text, who: Seat, half: &HalfCard, head: &Markup) -> Markup {
    let card = &half.card;
    let told = |value: &str| if value.is_empty() { "–".to_owned() } else { value.to_owned() };
    // Who has no estimate of the work knows of an answer only what it does to the deal.
    let estimated = card.effort.is_some();
    let columns: &[&str] = match estimated {
        true => &["paper-answer", "range-win", "paper-work", "range-debt", "measure-coherence"],
        false => &["paper-answer", "range-win"],
    };
    html! {
        div.cut {
            div.line { p.head { (head) } b.who { (seat(text, who)) } }
            @for Note { seat: of, text: words } in &card.notes {
                p { @if *of != who { b { (text.with("note-of", &[("seat", &text::seat(text, *of))])) ": " } } (words) }
            }
            p {
                @if let Some(effort) = &card.effort { (text.get("card-effort-label")) ": " b { (effort) } " " }
                (card.facts.join(" · "))
            }
            (known(card))
            table.options {
                thead { tr { @for key in columns { th { (text.get(key)) } } } }
                tbody {
                    @for answer in &half.answers {
                        tr {
                            td { (answer.title) }
                            @let cells = [&answer.chance, &answer.work, &answer.debt, &answer.coherence];
                            @for cell in cells.into_iter().take(columns.len() - 1) {
                                td.number { @if answer.possible { (told(cell)) } @else { "×" } }
                            }
                        }
                    }
                }
            }
        }
    }
}
