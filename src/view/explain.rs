//! Why a number moved in a quarter: its entries in words, adding up exactly.

use serde::Serialize;

use crate::sim::{DecisionId, Game, Quantity, Quarter};
use crate::text::{self, Text, Unit};

/// One part of a change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The cause in words.
    pub text: String,
    /// The amount in the ledger's stored unit.
    pub stored: i64,
    /// The amount as it is shown.
    pub amount: String,
    /// The decision behind it.
    pub decision: Option<DecisionId>,
    /// The same in words: when, who, what.
    pub behind: Option<String>,
}

/// How a number of the ledger is written.
#[must_use]
pub(super) fn unit(quantity: Quantity) -> Unit {
    match quantity {
        Quantity::Cash
        | Quantity::Arr
        | Quantity::Bookings
        | Quantity::LostArr
        | Quantity::Commission
        | Quantity::Bonus
        | Quantity::Quota => Unit::Dollars,
        Quantity::Engineering | Quantity::Upkeep | Quantity::Backlog => Unit::Weeks,
        Quantity::PromisesKept | Quantity::PromisesBroken => Unit::Count,
        _ => Unit::Index,
    }
}

/// An amount in stored units, with its sign, as it is shown.
#[must_use]
pub(super) fn shown(text: &Text, quantity: Quantity, stored: i64) -> String {
    text::change(text, unit(quantity), stored as f64 / quantity.unit())
}

/// A decision in a line: when, who, what.
#[must_use]
pub fn decision_line(game: &Game, text: &Text, id: DecisionId) -> String {
    let (scenario, state) = (game.scenario(), game.state());
    state.decisions.get(id.index()).map_or_else(String::new, |decision| {
        let quarter = text::quarter_name(text, scenario, decision.quarter);
        let who = text::by(text, decision.by);
        let what = text::decision(text, scenario, state, decision);
        text.with("decision-behind", &[("quarter", &quarter), ("who", &who), ("what", &what)])
    })
}

/// The parts of a number's change in a quarter, the largest first; equal causes are one part.
#[must_use]
pub fn explain(game: &Game, text: &Text, quantity: Quantity, quarter: Quarter) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let entries = game.ledger().iter().filter(|entry| entry.quantity == quantity && entry.quarter == quarter);
    for entry in entries {
        let words = text::cause(text, game.scenario(), game.state(), &entry.cause);
        match lines.iter_mut().find(|line| line.text == words && line.decision == entry.cause.decision) {
            Some(line) => line.stored += entry.amount,
            None => lines.push(Line {
                text: words,
                stored: entry.amount,
                amount: String::new(),
                decision: entry.cause.decision,
                behind: entry.cause.decision.map(|id| decision_line(game, text, id)),
            }),
        }
    }
    lines.sort_by_key(|line| -line.stored.abs());
    for line in &mut lines {
        line.amount = shown(text, quantity, line.stored);
    }
    lines
}
