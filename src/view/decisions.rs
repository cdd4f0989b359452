//! Every decision of a run with its effects, including those in later quarters.

use schemars::JsonSchema;
use serde::Serialize;

use super::explain::shown;
use super::past::label;
use crate::ids::{DecisionId, Quarter};
use crate::sim::formula::{upkeep_debt, value};
use crate::sim::{By, DecisionKind, Game, Quantity};
use crate::text::{self, Teller};

/// The numbers that are shown per decision, each with the smallest change worth showing.
pub(super) const TOLD: [(Quantity, f64); 7] = [
    (Quantity::Arr, 1000.0),
    (Quantity::Cash, 1000.0),
    (Quantity::Coherence, 0.002),
    (Quantity::Gap, 0.002),
    (Quantity::Trust, 0.002),
    (Quantity::Upkeep, 0.05),
    (Quantity::Precedent, 0.002),
];

/// A decision with its effects, including those in later quarters.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct DecisionLine {
    /// Its id.
    pub id: DecisionId,
    /// When, as a number.
    pub at: Quarter,
    /// When.
    pub quarter: String,
    /// Who.
    pub who: By,
    /// Who, in words.
    pub by: String,
    /// What.
    pub text: String,
    /// What it moved.
    pub moved: Vec<Moved>,
    /// Its effect on the value of the company, in dollars.
    pub weight: f64,
}

impl DecisionLine {
    /// What it moved, in one line.
    #[must_use]
    pub fn moved_line(&self) -> String {
        let moved: Vec<String> = self.moved.iter().map(|moved| format!("{} {}", moved.label, moved.amount)).collect();
        moved.join(" · ")
    }
}

/// A number that a decision moved.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Moved {
    /// The number.
    pub label: String,
    /// The total change.
    pub amount: String,
    /// Whether the number went up.
    pub up: bool,
}

/// All decisions that changed something or were new.
pub(super) fn decisions(game: &Game, text: &Teller) -> Vec<DecisionLine> {
    let state = game.state();
    let mut sums = vec![[0_i64; Quantity::COUNT]; state.decisions.len()];
    for entry in game.ledger() {
        if let Some(sum) = entry.cause.decision.and_then(|id| sums.get_mut(id.index())) {
            sum[entry.quantity as usize] += entry.amount;
        }
    }
    let mut seen: Vec<&DecisionKind> = Vec::new();
    let mut lines = Vec::new();
    for (decision, sum) in state.decisions.iter().zip(&sums) {
        let moved = moved(text, sum);
        // Signing the same thing again without any effect is not worth a line.
        let again = seen.contains(&&decision.kind);
        seen.push(&decision.kind);
        if again && moved.is_empty() {
            continue;
        }
        lines.push(DecisionLine {
            id: decision.id,
            at: decision.quarter,
            quarter: label(game, text, decision.quarter),
            who: decision.by,
            by: text::by(text, decision.by),
            text: text::decision(text, state, decision),
            moved,
            weight: weight(game, sum),
        });
    }
    lines
}

/// The effect of a decision on the value of the company as far as the ledger shows: its ARR times the multiple, plus
/// its cash, its effects on coherence and market gap, minus the upkeep it left.
fn weight(game: &Game, sum: &[i64; Quantity::COUNT]) -> f64 {
    let (rules, state) = (&game.scenario().rules, game.state());
    let of = |quantity: Quantity| sum[quantity as usize] as f64 / quantity.unit();
    let upkeep = upkeep_debt(rules, of(Quantity::Upkeep));
    let multiple = value(game.scenario(), state).multiple;
    let product = rules.value_coherence * of(Quantity::Coherence) + rules.value_gap * of(Quantity::Gap);
    of(Quantity::Arr) * multiple + of(Quantity::Cash) + product * state.get(Quantity::Arr) - upkeep
}

/// What changes in stored units come to, number by number, without those that are too small to show.
pub(super) fn moved(text: &Teller, sum: &[i64; Quantity::COUNT]) -> Vec<Moved> {
    TOLD.iter()
        .map(|&(quantity, least)| (quantity, sum[quantity as usize], least))
        .filter(|&(quantity, stored, least)| libm::fabs(stored as f64 / quantity.unit()) >= least)
        .map(|(quantity, stored, _)| Moved {
            label: text::quantity(text, quantity),
            amount: shown(text, quantity, stored),
            up: stored > 0,
        })
        .collect()
}
