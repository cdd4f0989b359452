//! A signed deal, described the same way everywhere: what was signed, and the reductions of its price.

use crate::sim::{Cause, Entry, Quantity, Rule, Subject};
use crate::text::{self, Text};

/// The reductions of a deal's price, in dollars; zero or negative.
#[derive(Clone, Copy, Default)]
pub(super) struct Off {
    discount: i64,
    /// Given away by reps who were past their quota.
    crept: i64,
    /// The cause of the discount, which has a decision behind it.
    pub(super) given: Option<Cause>,
}

/// Whether an entry reduces the price of a deal.
pub(super) fn takes_off(entry: &Entry) -> bool {
    matches!(entry.cause.rule, Rule::Discount | Rule::DiscountCreep)
}

impl Off {
    /// The reductions among `entries` that belong to the deal in `booked`; none if that entry is not a deal.
    pub(super) fn of<'a>(entries: impl Iterator<Item = &'a Entry>, booked: &Entry) -> Self {
        let mut off = Self::default();
        if booked.cause.rule != Rule::DealWon {
            return off;
        }
        let same = |entry: &&Entry| entry.quantity == booked.quantity && entry.cause.subject == booked.cause.subject;
        for entry in entries.filter(same).filter(|entry| takes_off(entry)) {
            if entry.cause.rule == Rule::Discount {
                off.discount += entry.amount;
                off.given = Some(entry.cause);
            } else {
                off.crept += entry.amount;
            }
        }
        off
    }

    /// The same, for a deal whose ARR is booked in `entries`.
    pub(super) fn of_arr(entries: &[&Entry], deal: Subject) -> Self {
        let booked = |entry: &&&Entry| {
            let won = entry.quantity == Quantity::Arr && entry.cause.rule == Rule::DealWon;
            won && entry.cause.subject == Some(deal)
        };
        let booked = entries.iter().find(booked);
        booked.map_or_else(Self::default, |booked| Self::of(entries.iter().copied(), booked))
    }

    /// The total.
    pub(super) fn amount(&self) -> i64 {
        self.discount + self.crept
    }

    /// A sentence about the deal, with its reductions.
    pub(super) fn told(&self, text: &Text, what: String) -> String {
        let dollars = |amount: i64| text::dollars(text, -amount as f64);
        let key = match (self.discount, self.crept) {
            (0, 0) => return what,
            (_, 0) => "signed-discounted",
            (0, _) => "signed-crept",
            (_, _) => "signed-discounted-crept",
        };
        text.with(key, &[("what", &what), ("discount", &dollars(self.discount)), ("crept", &dollars(self.crept))])
    }
}
