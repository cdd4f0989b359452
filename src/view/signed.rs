//! A deal that was signed, told in one way wherever it is told: what was signed, with what was taken off its price.

use crate::sim::{Cause, Entry, Quantity, Rule, Subject};
use crate::text::{self, Text};

/// What was taken off the price of a deal, in dollars, not above zero.
#[derive(Clone, Copy, Default)]
pub(super) struct Off {
    discount: i64,
    /// Given away by reps who were past their quota.
    crept: i64,
    /// The cause of the discount, which somebody decided.
    pub(super) given: Option<Cause>,
}

/// Whether an entry is what is taken off the price of a deal.
pub(super) fn takes_off(entry: &Entry) -> bool {
    matches!(entry.cause.rule, Rule::Discount | Rule::DiscountCreep)
}

impl Off {
    /// What some entries take off the price that another one books; nothing if that books no deal.
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

    /// The same for a deal by what is booked of it as ARR.
    pub(super) fn of_arr(entries: &[&Entry], deal: Subject) -> Self {
        let booked = |entry: &&&Entry| {
            let won = entry.quantity == Quantity::Arr && entry.cause.rule == Rule::DealWon;
            won && entry.cause.subject == Some(deal)
        };
        let booked = entries.iter().find(booked);
        booked.map_or_else(Self::default, |booked| Self::of(entries.iter().copied(), booked))
    }

    /// All of it.
    pub(super) fn amount(&self) -> i64 {
        self.discount + self.crept
    }

    /// A sentence about the deal with what was taken off beside it.
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
