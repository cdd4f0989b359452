//! What sheets are made of: heads, numbered boxes to write in, lines, signs of the two leads.

use maud::{Markup, html};

use crate::ids::Seat;
use crate::text::{self, Text};

/// The sign of a seat, which does not need a colour.
pub(super) fn sign(seat: Seat) -> &'static str {
    match seat {
        Seat::Product => "■",
        Seat::Sales => "●",
    }
}

/// A seat with its sign.
pub(super) fn seat(text: &Text, seat: Seat) -> Markup {
    html! { span.sign aria-hidden="true" { (sign(seat)) } " " (text::seat(text, seat)) }
}

/// The name of the pages of a seat in the style sheet.
pub(super) fn kind(seat: Seat) -> &'static str {
    match seat {
        Seat::Product => "product",
        Seat::Sales => "sales",
    }
}

/// A line to write on, with what belongs there. What is known already stands on it.
pub(super) fn line(label: &str, known: &str) -> Markup {
    html! { span.write { span { (label) } b { (known) } } }
}

/// Something to fill in: the number under which it is typed in, what it is, and where it is written.
pub(super) fn part(number: u8, title: &str, room: &Markup) -> Markup {
    html! { div.part { h3 { span.number { (number) } " " (title) } (room) } }
}

/// Boxes side by side, each with a label above it and a hint inside.
pub(super) fn boxes<'a>(all: impl IntoIterator<Item = (&'a str, String)>) -> Markup {
    html! {
        div.boxes {
            @for (label, hint) in all { div { span { (label) } i { (hint) } } }
        }
    }
}
