//! The house quadrant: the standing answers to small asks.

use maud::{Markup, html};

use super::part::{amount, foot, press, primary};
use crate::ids::Seat;
use crate::play::{Act, Undo};
use crate::text::{self, Text};
use crate::view::{HouseCell, HouseDesk, MoveOutcome};

pub(super) fn draw(
    text: &Text,
    seat: Seat,
    desk: &HouseDesk,
    outcome: &MoveOutcome,
    says: Option<&str>,
    undo: Option<Undo>,
) -> Markup {
    html! {
        @if !outcome.lines.is_empty() {
            section.card {
                h1 { (text.get("outcome-title")) }
                @for line in &outcome.lines { (amount(line)) }
            }
        }
        h1 { (text.get("house-title")) }
        p { (text.with("house-about", &[("catches", &desk.catches)])) }
        @if let Some(says) = says { p.soft { (says) } }
        div.columns {
            @for cell in &desk.cells { (self::cell(cell)) }
        }
        @for seat in &desk.outdated { p.soft { (text.with("signed-before", &[("seat", &text::seat(text, *seat))])) } }
        (sign(text, seat, desk.signed, None, undo))
    }
}

fn cell(cell: &HouseCell) -> Markup {
    html! {
        section.card {
            h2 { (cell.title) }
            p.small { (cell.now) " · " (cell.last) }
            @if let Some(expected) = &cell.expected { p.small.muted { (expected) } }
            div.tabs {
                @for option in &cell.options {
                    @let class = if option.chosen { "chosen" } else { "" };
                    (press(Act::House(cell.cell, option.response), class, option.why_not.as_deref(), &html! {
                        @if option.chosen { "✓ " } (option.title)
                    }))
                }
            }
        }
    }
}

/// The signature of a seat under what both agree on, and who has signed it.
pub(super) fn sign(
    text: &Text,
    seat: Seat,
    signed: [(Seat, bool); 2],
    why_not: Option<&str>,
    undo: Option<Undo>,
) -> Markup {
    let names = |seat| match seat {
        Seat::Product => ("sign-product", "signed-product"),
        Seat::Sales => ("sign-sales", "signed-sales"),
    };
    let own = signed.iter().any(|&(who, signed)| who == seat && signed);
    let said: Vec<String> =
        signed.iter().filter(|(_, signed)| *signed).map(|&(who, _)| text.get(names(who).1)).collect();
    let label = text.get(if own { names(seat).1 } else { names(seat).0 });
    let main = primary(Act::SignAs(seat), own || why_not.is_some(), &label);
    let said = why_not.map_or_else(|| said.join(" · "), ToOwned::to_owned);
    foot(text, Some(seat), &said, undo, &main)
}
