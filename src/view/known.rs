//! What was known of a card when it was answered: by both leads, by one of them, and by neither.

use schemars::JsonSchema;
use serde::Serialize;

use super::look::Look;
use crate::ids::{DealId, PerSeat, Seat};
use crate::sight::Viewer;
use crate::sim::{Fact, Game, ProductMove, SalesMove};
use crate::text::{self, Teller};

/// What was known of a card.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Known {
    /// What both leads knew.
    pub both: Vec<String>,
    /// What only one of them knew.
    pub only: PerSeat<Vec<String>>,
    /// What neither knew although it could be found out, and for how much attention.
    pub neither: Vec<String>,
}

impl Known {
    /// All of it, a line for each who knew something, and one for what nobody knew.
    #[must_use]
    pub fn lines(&self, text: &crate::text::Text) -> Vec<String> {
        let line =
            |key: &str, what: &[String]| (!what.is_empty()).then(|| text.with(key, &[("what", &what.join(" · "))]));
        let only = |seat: Seat| {
            let (name, what) = (text::seat(text, seat), self.only.get(seat).join(" · "));
            (!what.is_empty()).then(|| text.with("known-only", &[("seat", &name), ("what", &what)]))
        };
        let both = line("known-both", &self.both);
        let neither = line("known-neither", &self.neither);
        both.into_iter().chain(Seat::BOTH.into_iter().filter_map(only)).chain(neither).collect()
    }
}

/// What was known of a deal's special in a game as it was then. `None` if it asked for nothing.
pub(super) fn known(then: &Game, text: &Teller, deal: DealId) -> Option<Known> {
    let seen = |seat: Seat| Some(told(&Look::of(then, text, Viewer::Seat(seat), deal)?, seat));
    let (product, sales) = (seen(Seat::Product)?, seen(Seat::Sales)?);
    let (both, product): (Vec<String>, Vec<String>) = product.into_iter().partition(|line| sales.contains(line));
    let sales = sales.into_iter().filter(|line| !both.contains(line)).collect();
    Some(Known { both, only: PerSeat { product, sales }, neither: neither(then, text, deal) })
}

/// What a seat knew, each in a few words.
fn told(look: &Look, seat: Seat) -> Vec<String> {
    let (text, deal) = (look.text, look.seen.deal.id);
    let effort = look.effort().map(|effort| text.with("known-effort", &[("effort", &effort)]));
    let need = look.knows(Fact::Need(deal)).then(|| look.need());
    let breaks = look
        .knows(Fact::Dealbreaker(deal))
        .then(|| text.get(if look.seen.ask.dealbreaker { "dealbreaker-real" } else { "dealbreaker-not-real" }));
    // The notes are private at first: each lead's own page.
    let notes = look.notes().into_iter().filter(|note| note.seat == seat).map(|note| note.text);
    effort.into_iter().chain(look.facts()).chain(need).chain(breaks).chain(notes).collect()
}

/// What neither lead knew and a move would have told.
fn neither(then: &Game, text: &Teller, deal: DealId) -> Vec<String> {
    let unknown = |fact: Fact| !Seat::BOTH.iter().any(|&seat| then.state().knows(seat, fact));
    let call = unknown(Fact::Dealbreaker(deal)).then(|| {
        let (product, sales) = (ProductMove::ProspectCall(deal).cost(), SalesMove::BringProductIn(deal).cost());
        text.with("known-not-need", &[("product", &product), ("sales", &sales)])
    });
    let fit =
        unknown(Fact::Fit(deal)).then(|| text.with("known-not-fit", &[("sales", &SalesMove::Qualify(deal).cost())]));
    call.into_iter().chain(fit).collect()
}
