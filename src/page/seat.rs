//! The page of a seat: the six numbers above, the open step below, as one form.

use maud::{Markup, html};

use super::debrief::{self, DebriefPage};
use super::document::Body;
use super::part::{Clock, cause, countdown, foot, notice};
use super::{briefing, card, desks, house, quarter};
use crate::ids::Seat;
use crate::play::{Desk, Page, Seen, Undo};
use crate::text::{self, Text};
use crate::view::{CeoLetter, Close, Wall};

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
    /// What the seat can take back.
    pub undo: Option<Undo>,
    /// What an act on this page is made on.
    pub seen: &'a Seen,
    /// The close of the quarter, told with the review.
    pub close: Option<&'a Close>,
    /// The debrief, once the game is over and its gate is open.
    pub debrief: Option<DebriefPage<'a>>,
    /// The letters of the CEO in this quarter.
    pub ceo: &'a [CeoLetter],
    /// What the room adds.
    pub status: Status<'a>,
}

/// What the room adds to the page of a seat.
#[derive(Clone, Copy, Debug, Default)]
pub struct Status<'a> {
    /// The time until the step should be done. `None` without a clock.
    pub clock: Option<Clock>,
    /// What is said above the page: an act that came too late, a pause, a stand-in.
    pub said: &'a [String],
    /// What is said of stand-ins, each with the milliseconds until it signs.
    pub stand_ins: &'a [(String, i64)],
    /// The names of those for whom this seat waits.
    pub waits_for: &'a [String],
    /// Whether nothing can be pressed now.
    pub still: bool,
    /// What is the person's own; `None` if somebody else looks at the page.
    pub own: Option<Own<'a>>,
}

/// What a person's page has for that person alone.
#[derive(Clone, Copy, Debug)]
pub struct Own<'a> {
    /// The letters by which the person comes back on another device.
    pub letters: &'a str,
    /// Whether the person has asked the facilitator to come.
    pub calls: bool,
    /// Whether the person can give the seat up.
    pub may_rise: bool,
    /// How many devices were let in as this person.
    pub devices: usize,
}

/// The page of a team that waits at a gate.
#[derive(Clone, Copy, Debug)]
pub struct HeldPage<'a> {
    /// The seat.
    pub seat: Seat,
    /// The name of the team.
    pub team: &'a str,
    /// What the team waits for.
    pub gate: &'a str,
    /// The numbers that everybody knows, as of the last close that was told; `None` before the first briefing.
    pub numbers: Option<&'a Wall>,
    /// What the room adds.
    pub status: Status<'a>,
}

/// The page of a team that waits at a gate. It tells nothing of what lies behind.
#[must_use]
pub fn held_page(text: &Text, from: HeldPage) -> Body {
    let title = format!("{} · {}", from.team, text::seat(text, from.seat));
    let content = html! {
        header.wall {
            div.line { b { (from.team) } b class=(class(from.seat)) { (text::seat(text, from.seat)) } }
        }
        (said(from.status))
        (waits_for(text, from.status.waits_for))
        main #held {
            section.card {
                h1 { (from.gate) }
                p { (text.get("page-waiting-about")) }
                @if let Some(wall) = from.numbers { (numbers(wall)) }
            }
            @if let Some(own) = from.status.own { (self_help(text, own)) }
        }
    };
    Body { title, content, waits: true }
}

/// The page of a seat.
#[must_use]
pub fn seat_page(text: &Text, from: SeatPage) -> Body {
    let seen = serde_json::to_string(from.seen).unwrap_or_default();
    let title = format!("{} · {}", from.wall.team, text::seat(text, from.seat));
    let waits = matches!(from.page, Page::Waiting);
    let content = html! {
        (wall(text, from.seat, from.wall, from.status.clock))
        (said(from.status))
        (waits_for(text, from.status.waits_for))
        main id=(step_id(from)) {
            @for letter in from.ceo { (self::letter(text, letter)) }
            form method="post" action="/act" {
                input type="hidden" name="seen" value=(seen);
                // During a pause everything can be read, and nothing be pressed.
                fieldset disabled[from.status.still] { (step(text, from)) }
            }
            @if let Some(own) = from.status.own { (self_help(text, own)) }
        }
    };
    Body { title, content, waits }
}

/// What tells the pages of two steps apart, so that nothing of the one is kept for the other.
fn step_id(from: SeatPage) -> String {
    let step = match from.page {
        Page::Briefing(_) => "briefing".to_owned(),
        Page::ProductDesk { .. } | Page::SalesDesk { .. } => "plan".to_owned(),
        Page::House { .. } => "house".to_owned(),
        Page::Stance { card, .. } => format!("stance-{}", card.deal.0),
        Page::Table { card, .. } => format!("table-{}", card.deal.0),
        Page::Predict { .. } => "predict".to_owned(),
        Page::Review { .. } => "review".to_owned(),
        Page::Waiting => "waiting".to_owned(),
        Page::Debrief => "debrief".to_owned(),
    };
    format!("{step}-{}", from.wall.quarter.replace(' ', "-"))
}

/// A letter of the CEO: the decision, and on a press the whole of it.
fn letter(text: &Text, letter: &CeoLetter) -> Markup {
    html! {
        details.card {
            summary { (text.with("ceo-wrote", &[("subject", &letter.subject)])) p.small { (letter.decision) } }
            p { (letter.to) }
            p { (letter.opening) }
            @for side in &letter.sides { p { b class=(class(side.seat)) { (side.who) } ": " (side.answer) } }
            p { b { (letter.decision) } }
            @for reason in &letter.reasons { p { (reason) } }
            p.small { (letter.cost) " · " (letter.moral) }
            p { (letter.signature) }
        }
    }
}

/// What is there on every page: a call for the facilitator, and the way back.
fn self_help(text: &Text, own: Own) -> Markup {
    let (key, call) = if own.calls { ("call-off", "false") } else { ("call", "true") };
    html! {
        form.presses method="post" action="/call" {
            @if own.calls { b { (text.get("call-on")) } }
            button type="submit" name="call" value=(call) { (text.get(key)) }
            @if own.may_rise { button type="submit" formaction="/rise" { (text.get("seat-change")) } }
            span.small.muted { (text.with("own-code", &[("code", &own.letters)])) }
            @if own.devices > 1 { span.small { (text.with("own-devices", &[("devices", &own.devices)])) } }
        }
    }
}

fn said(status: Status) -> Markup {
    html! {
        @for said in status.said { (notice(Some(said))) }
        @for (said, left) in status.stand_ins {
            p.notice role="status" { (said) " " span.clock data-left=(left) data-over="" {} }
        }
    }
}

fn waits_for(text: &Text, names: &[String]) -> Markup {
    html! {
        @if !names.is_empty() { p.waits role="status" { (text.with("page-waits-for", &[("names", &names.join(", "))])) } }
    }
}

/// The style of a seat.
pub(super) fn class(seat: Seat) -> &'static str {
    match seat {
        Seat::Product => "product",
        Seat::Sales => "sales",
    }
}

fn step(text: &Text, from: SeatPage) -> Markup {
    let (seat, undo) = (from.seat, from.undo);
    match from.page {
        Page::Briefing(page) => briefing::draw(text, page),
        Page::ProductDesk { desk, map, announced } => desks::product(text, desk, map, announced.as_deref(), undo),
        Page::SalesDesk { desk, announced } => desks::sales(text, desk, announced.as_deref(), undo),
        Page::House { desk, outcome, says } => house::draw(text, seat, desk, outcome, says.as_deref(), undo),
        Page::Stance { card, stance, .. } => card::stance(text, seat, card, *stance, undo),
        Page::Table { card, tabs, signed, says } => card::table(text, seat, card, tabs, *signed, says.as_deref(), undo),
        Page::Predict { predict, .. } => quarter::predict(text, seat, predict, from.desk.draft(), undo),
        Page::Review { review, map, ledger, signed_for } => {
            quarter::review(text, seat, review, from.close, map, ledger, signed_for)
        }
        Page::Waiting => {
            html! { section.card { h1 { (text.get("page-waiting")) } p { (text.get("page-waiting-about")) } }
                @if undo.is_some() { (foot(text, Some(seat), "", undo, &html! {})) }
            }
        }
        Page::Debrief => html! { @if let Some(debrief) = from.debrief { (debrief::draw(text, debrief)) } },
    }
}

/// The numbers that everybody knows. They open to what moved them.
fn numbers(wall: &Wall) -> Markup {
    html! {
        details.numbers {
            summary.six { @for number in &wall.numbers { span { (number.label) " " b { (number.value) } } } }
            div.columns.three {
                @for number in &wall.numbers {
                    div {
                        h2 { (number.label) " " (number.value) }
                        p.small.muted { (number.change) }
                        @for moved in &number.causes { (cause(moved)) }
                    }
                }
            }
        }
    }
}

/// The head of a page: the seat, the step and its clock, and the numbers.
fn wall(text: &Text, seat: Seat, wall: &Wall, clock: Option<Clock>) -> Markup {
    html! {
        header.wall {
            div.line {
                b class=(class(seat)) { (text::seat(text, seat)) }
                span.small { (wall.phase) }
                (countdown(text, clock))
            }
            p.small.muted { (wall.team) " · " (wall.position) }
            (numbers(wall))
            @if let Some(debt) = &wall.debt {
                p.small { (text.get("measure-debt")) ": " (debt.total) ", " (text.with("wall-interest", &[("interest", &debt.interest)])) }
            }
        }
    }
}
