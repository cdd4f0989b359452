//! Why a number moved in a quarter: its ledger entries in words, adding up exactly. A deal is combined with its price
//! reductions.

use super::house;
use super::signed::{Off, takes_off};
use crate::ids::{DecisionId, Quarter};
use crate::sim::{Cause, Decision, DecisionKind, Entry, Game, Quantity, Rule};
use crate::text::{self, Teller, Unit};

/// One part of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerLine {
    /// The cause in words.
    pub text: String,
    /// The amount, in the ledger's stored unit.
    pub stored: i64,
    /// The amount as displayed.
    pub amount: String,
    /// The rule at work.
    pub rule: Rule,
    /// The decision behind it.
    pub decision: Option<DecisionId>,
    /// The causes that were merged into it, one for each decision.
    pub(super) causes: Vec<Cause>,
}

impl LedgerLine {
    /// The decision in words: when, who, what. For a house quadrant, only the cells that applied here.
    #[must_use]
    pub fn behind(&self, game: &Game, text: &Teller) -> Option<String> {
        behind(game, text, &self.causes)
    }
}

/// The decisions behind causes, in words.
pub(super) fn behind(game: &Game, text: &Teller, causes: &[Cause]) -> Option<String> {
    let mut told: Vec<String> = causes.iter().filter_map(|cause| decision_behind(game, text, cause)).collect();
    told.dedup();
    (!told.is_empty()).then(|| told.join("\n"))
}

/// The unit in which a ledger quantity is displayed.
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

/// An amount in stored units, as displayed with its sign.
#[must_use]
pub(super) fn shown(text: &Teller, quantity: Quantity, stored: i64) -> String {
    text::change(text, unit(quantity), stored as f64 / quantity.unit())
}

/// A decision on one line: when, who, what.
#[must_use]
pub fn decision_line(game: &Game, text: &Teller, id: DecisionId) -> String {
    let decision = game.state().decisions.get(id.index());
    decision.map_or_else(String::new, |decision| {
        let what = text::decision(text, game.state(), decision);
        taken(text, decision, &what)
    })
}

fn taken(text: &Teller, decision: &Decision, what: &str) -> String {
    let quarter = text::quarter_name(text, decision.quarter);
    text.with("decision-behind", &[("quarter", &quarter), ("who", &text::by(text, decision.by)), ("what", &what)])
}

/// The decision behind a cause, on one line. For a house quadrant, only the cells that applied.
fn decision_behind(game: &Game, text: &Teller, cause: &Cause) -> Option<String> {
    let decision = game.state().decisions.get(cause.decision?.index())?;
    if matches!(decision.kind, DecisionKind::House(_)) {
        let cells = house::applied(game, text, decision.id, cause);
        if !cells.is_empty() {
            return Some(taken(text, decision, &cells.join(" · ")));
        }
    }
    Some(decision_line(game, text, decision.id))
}

/// The parts of a number's change in a quarter, largest first. Equal causes are merged, and so is a deal with its price
/// reductions.
#[must_use]
pub fn explain(game: &Game, text: &Teller, quantity: Quantity, quarter: Quarter) -> Vec<LedgerLine> {
    let of = |entry: &&Entry| entry.quantity == quantity && entry.quarter == quarter;
    let entries: Vec<&Entry> = game.ledger().iter().filter(of).collect();
    let mut lines: Vec<LedgerLine> = Vec::new();
    for entry in entries.iter().filter(|entry| !takes_off(entry)) {
        let off = Off::of(entries.iter().copied(), entry);
        let words = off.told(text, text::cause(text, game.state(), &entry.cause));
        let stored = entry.amount + off.amount();
        match lines.iter_mut().find(|line| line.text == words && line.decision == entry.cause.decision) {
            Some(line) => line.stored += stored,
            None => lines.push(LedgerLine {
                text: words,
                stored,
                amount: String::new(),
                rule: entry.cause.rule,
                decision: entry.cause.decision.or(off.given.and_then(|cause| cause.decision)),
                causes: [Some(entry.cause), off.given].into_iter().flatten().collect(),
            }),
        }
    }
    lines.sort_by_key(|line| -line.stored.abs());
    for line in &mut lines {
        line.amount = shown(text, quantity, line.stored);
    }
    lines
}
