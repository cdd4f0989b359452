//! The desks of both leads: where each plans a quarter.

use maud::{Markup, html};

use super::part::{PICTURE, amount, bar, foot, picture, press, primary, stepper};
use crate::chart::{Size, product_map};
use crate::ids::Seat;
use crate::play::{Act, Share, Undo};
use crate::text::{Text, percent};
use crate::view::{AllocationRow, DealCard, MoveOption, PartKind, ProductDesk, ProductMap, SalesDesk};

/// A step of a share, in percent.
const STEP: u8 = 5;
/// The size of the product map.
const MAP: Size = Size { width: 560.0, height: 380.0 };

pub(super) fn product(
    text: &Text,
    desk: &ProductDesk,
    map: &ProductMap,
    says: Option<&str>,
    undo: Option<Undo>,
) -> Markup {
    html! {
        @if let Some(says) = says { p.soft { (says) } }
        div.columns {
            section.card {
                h1 { (text.get("engineering-title")) }
                p { (desk.headline) }
                (bar(&desk.bar.iter().map(|part| (part_name(part.kind), part.weeks)).collect::<Vec<_>>()))
                @for row in &desk.rows { (share(text, row)) }
                h2 { (text.get("split-title")) }
                @for line in &desk.preview { (amount(line)) }
                @if let Some(goes_on) = &desk.goes_on { p.muted { (goes_on) } }
            }
            section.card {
                h1 { (text.with("moves-title", &[("left", &desk.attention), ("all", &desk.attention_all)])) }
                (moves(&desk.moves, Act::ProductMove))
            }
            section.card {
                h1 { (text.get("requests-title")) }
                @for row in &desk.requests {
                    h2 { (row.customer) }
                    p { (text.with("request-row", &[("ask", &row.ask), ("effort", &row.effort_line), ("alignment", &row.alignment_line)])) }
                    @for note in &row.notes { p.small.muted { (note.text) } }
                }
                h2 { (text.get("backlog-title")) }
                @if desk.backlog.is_empty() { p.muted { (text.get("backlog-empty")) } }
                @for row in &desk.backlog {
                    @let due = text.with(if row.late { "backlog-late" } else { "backlog-due" }, &[("due", &row.due)]);
                    div.line {
                        span { (row.customer) ": " (text.with("backlog-row", &[("ask", &row.ask), ("response", &row.response), ("left", &row.left)])) }
                        b class=[row.late.then_some("bad")] { (due) }
                    }
                }
            }
            section.card {
                h1 { (text.get("map-title")) }
                (picture(&product_map(map, MAP, &PICTURE), &map.summary))
                p.small { (map.summary) }
                @if !desk.coherence.is_empty() { h2 { (text.get("coherence-title")) } }
                @for line in &desk.coherence { (amount(line)) }
            }
        }
        (sign(text, Seat::Product, desk.why_not.as_deref(), undo, &left(text, desk.attention, 0)))
    }
}

pub(super) fn sales(text: &Text, desk: &SalesDesk, says: Option<&str>, undo: Option<Undo>) -> Markup {
    html! {
        @if let Some(says) = says { p.soft { (says) } }
        div.columns {
            section.card {
                h1 { (text.get("pipeline-title")) }
                p { (desk.bar.line) }
                p.muted { (desk.pay) }
                @for column in &desk.columns {
                    details open[!column.deals.is_empty()] {
                        summary { (column.name) " (" (column.deals.len()) ")" }
                        @if column.deals.is_empty() { p.muted { (text.get("no-deals")) } }
                        @for deal in &column.deals { (self::deal(text, deal)) }
                    }
                }
            }
            section.card {
                h1 { (text.with("moves-title", &[("left", &desk.attention), ("all", &desk.attention_all)])) }
                (moves(&desk.moves, Act::SalesMove))
            }
            section.card {
                h1 { (text.get("target-title")) }
                @for (at, row) in desk.target.iter().enumerate() {
                    @let act = |percent| Act::Target(at, percent);
                    @let label = html! { b { (row.name) } p.small.muted { (row.about) } };
                    @let value = percent(text, f64::from(row.percent) / 100.0);
                    (stepper(&label, &value, lower(row.percent).map(act), raise(row.percent).map(act), &row.name))
                }
            }
            section.card {
                h1 { (text.get("renewals-title")) }
                @if desk.renewals.is_empty() { p.muted { (text.get("no-renewals")) } }
                @for renewal in &desk.renewals {
                    div.line { span { (renewal.name) " · " (renewal.segment) } b { (renewal.arr) } }
                    @if renewal.let_down { p.small.bad { (text.get("renewal-late")) } }
                }
            }
        }
        (sign(text, Seat::Sales, desk.why_not.as_deref(), undo, &left(text, desk.attention, desk.pushes)))
    }
}

fn deal(text: &Text, deal: &DealCard) -> Markup {
    html! {
        div.card {
            div.line { span { b { (deal.customer) } } b { (deal.arr) } }
            p.small { @if !deal.about.is_empty() { (deal.about) " · " } (deal.segment) }
            @if !deal.ask.is_empty() { p { (text.with("deal-asks", &[("ask", &deal.ask)])) } }
            p.small.muted { (deal.champion) " · " (deal.competitor) @if let Some(fit) = &deal.fit { " · " (fit) } }
            @if deal.consent { p.small { (text.get("deal-consent")) } }
            (press(Act::Push(deal.deal), "", deal.why_not_push.as_deref(), &html! { (text.get("push")) }))
            @if deal.pushes > 0 {
                " " (press(Act::Unpush(deal.deal), "chosen", None, &html! { (text.with("unpush", &[("count", &deal.pushes)])) }))
            }
        }
    }
}

/// The moves grouped by kind; a group with a chosen move is open.
fn moves<M: Copy>(moves: &[MoveOption<M>], act: fn(M) -> Act) -> Markup {
    let mut kinds: Vec<&str> = Vec::new();
    for option in moves {
        if kinds.last() != Some(&option.kind.as_str()) {
            kinds.push(&option.kind);
        }
    }
    html! {
        @for kind in kinds {
            @let group: Vec<_> = moves.iter().filter(|option| option.kind == kind).collect();
            @let cost = "●".repeat(group.first().map_or(0, |option| usize::from(option.cost)));
            details open[group.iter().any(|option| option.chosen)] {
                summary { (kind) " " span.muted { (cost) } }
                @if let Some(option) = group.first() { p.small { (option.about) } }
                div.answers {
                    @for option in group {
                        @let name = if option.target.is_empty() { option.title.clone() } else { option.aimed_at() };
                        @let class = if option.chosen { "answer chosen" } else { "answer" };
                        (press(act(option.made), class, option.why_not.as_deref(), &html! {
                            b { @if option.chosen { "✓ " } (name) }
                            @if option.why_not.is_none() { span.small { (option.gives) } }
                        }))
                    }
                }
            }
        }
    }
}

fn share(text: &Text, row: &AllocationRow) -> Markup {
    let of = match row.kind {
        PartKind::Specials => Share::Specials,
        PartKind::Repair => Share::Repair,
        PartKind::Discovery => Share::Discovery,
        _ => Share::Roadmap,
    };
    let act = |percent| Act::Allocate(of, percent);
    let label = html! { b { (row.label) } p.small.muted { (row.weeks) } };
    let value = percent(text, f64::from(row.percent) / 100.0);
    stepper(&label, &value, lower(row.percent).map(act), raise(row.percent).map(act), &row.label)
}

fn lower(percent: u8) -> Option<u8> {
    (percent > 0).then(|| percent.saturating_sub(STEP))
}

fn raise(percent: u8) -> Option<u8> {
    (percent < 100).then(|| (percent + STEP).min(100))
}

/// What is not used yet.
fn left(text: &Text, attention: u8, pushes: usize) -> String {
    let attention = (attention > 0).then(|| text.with("unused-attention", &[("count", &attention)]));
    let pushes = (pushes > 0).then(|| text.with("unused-pushes", &[("count", &pushes)]));
    let what: Vec<String> = attention.into_iter().chain(pushes).collect();
    if what.is_empty() { String::new() } else { text.with("plan-unused", &[("what", &what.join(", "))]) }
}

fn sign(text: &Text, seat: Seat, why_not: Option<&str>, undo: Option<Undo>, said: &str) -> Markup {
    let main = primary(Act::Sign, why_not.is_some(), &text.get("sign-plan"));
    foot(text, Some(seat), why_not.unwrap_or(said), undo, &main)
}

fn part_name(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Upkeep | PartKind::Drag | PartKind::Support => "lost",
        PartKind::Roadmap => "roadmap",
        PartKind::Specials => "specials",
        PartKind::Repair => "repair",
        PartKind::Discovery => "discovery",
        PartKind::Free => "free",
    }
}
