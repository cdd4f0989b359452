//! The page of a seat: the six numbers above, the open step below, as one form.

use maud::{Markup, html};

use super::part::cause;
use super::{briefing, card, desks, document, house, quarter};
use crate::ids::Seat;
use crate::play::{Desk, Page, Seen};
use crate::text::{self, Text};
use crate::view::{Close, Wall};

/// What the page of a seat is made from.
#[derive(Clone, Copy, Debug)]
pub struct SeatPage<'a> {
    /// The seat.
    pub seat: Seat,
    /// The numbers that everybody knows.
    pub wall: &'a Wall,
    /// The open step.
    pub page: &'a Page,
    /// What is on the desk of that step.
    pub desk: &'a Desk,
    /// What an act on this page is made on.
    pub seen: &'a Seen,
    /// The close of the quarter, told with the review.
    pub close: Option<&'a Close>,
}

/// The whole page.
#[must_use]
pub fn seat_page(text: &Text, from: SeatPage) -> String {
    let seen = serde_json::to_string(from.seen).unwrap_or_default();
    let title = format!("{} · {}", from.wall.team, text::seat(text, from.seat));
    let body = html! {
        (wall(text, from.seat, from.wall))
        main {
            form method="post" action="/act" {
                input type="hidden" name="seen" value=(seen);
                (step(text, from))
            }
        }
    };
    document(text, &title, &body).into_string()
}

fn step(text: &Text, from: SeatPage) -> Markup {
    let (seat, undo) = (from.seat, from.desk.can_undo());
    match from.page {
        Page::Briefing(page) => briefing::draw(text, page),
        Page::ProductDesk { desk, map, announced } => desks::product(text, desk, map, announced.as_deref(), undo),
        Page::SalesDesk { desk, announced } => desks::sales(text, desk, announced.as_deref(), undo),
        Page::House { desk, outcome, says } => house::draw(text, seat, desk, outcome, says.as_deref(), undo),
        Page::Stance { card, stance, .. } => card::stance(text, seat, card, *stance, undo),
        Page::Table { card, tabs, signed, says } => card::table(text, seat, card, tabs, *signed, says.as_deref(), undo),
        Page::Predict { predict, .. } => quarter::predict(text, seat, predict, from.desk.draft(), undo),
        Page::Review { review, map, ledger } => quarter::review(text, seat, review, from.close, map, ledger),
        Page::Waiting => {
            html! { section.card { h1 { (text.get("page-waiting")) } p { (text.get("page-waiting-about")) } } }
        }
        Page::Debrief => html! { section.card { h1 { (text.get("page-over")) } p { (text.get("page-over-about")) } } },
    }
}

/// The numbers that everybody knows; each opens to what moved it.
fn wall(text: &Text, seat: Seat, wall: &Wall) -> Markup {
    let class = match seat {
        Seat::Product => "product",
        Seat::Sales => "sales",
    };
    html! {
        header.wall {
            div.line {
                span { b { (wall.company) } " · " (wall.position) " · " (wall.phase) }
                b class=(class) { (text::seat(text, seat)) }
            }
            div.six {
                @for number in &wall.numbers {
                    details {
                        summary { span.small.muted { (number.label) } b { (number.value) } }
                        p.small { (number.change) }
                        @for moved in &number.causes { (cause(moved)) }
                    }
                }
            }
            @if wall.debt.told {
                p.small { (text.get("measure-debt")) ": " (wall.debt.total) ", " (text.with("wall-interest", &[("interest", &wall.debt.interest)])) }
            }
        }
    }
}
