//! Turning points: the decisions with the largest effects, what was known when they were signed, and what was true.

use schemars::JsonSchema;
use std::collections::BTreeSet;

use serde::Serialize;

use super::decisions::DecisionLine;
use super::truth::CardTruth;
use crate::ids::{DealId, PerSeat};
use crate::sim::{By, DecisionKind, Game, ProductMove, SalesMove};
use crate::text::{self, Teller};

/// How many decisions are shown.
const TOLD: usize = 3;

/// A decision that turned the run.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TurningPoint {
    /// The decision, with its effects.
    pub line: DecisionLine,
    /// A short name: the customer it was about, or else what was decided.
    pub name: String,
    /// Its effect on the value of the company.
    pub amount: String,
    /// Whether the effect is good.
    pub good: bool,
    /// What was known then; `None` if it was not about a card.
    pub known: Option<String>,
    /// What was true.
    pub truth: Option<String>,
    /// What both leads would have done.
    pub stances: Option<String>,
}

/// The decisions that gained or cost most, in the order they were signed.
pub(super) fn turning_points(
    game: &Game,
    text: &Teller,
    decisions: &[DecisionLine],
    cards: &[CardTruth],
) -> Vec<TurningPoint> {
    let mut largest: Vec<&DecisionLine> = decisions.iter().filter(|line| line.weight != 0.0).collect();
    largest.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    // Show a deal only once, with its most important decision.
    let deal = |line: &DecisionLine| game.state().decisions.get(line.id.index()).and_then(|made| about(&made.kind));
    let mut told = BTreeSet::new();
    largest.retain(|line| deal(line).is_none_or(|deal| told.insert(deal)));
    // If all shown ones are gains, or all are losses, replace the last by the largest of the other kind.
    let same = |line: &&&DecisionLine| (line.weight > 0.0) == (largest[0].weight > 0.0);
    if largest.len() > TOLD
        && largest.iter().take(TOLD).filter(same).count() == TOLD
        && let Some(other) = largest.iter().position(|line| !same(&line))
    {
        largest.swap(TOLD - 1, other);
    }
    largest.truncate(TOLD);
    largest.sort_by_key(|line| line.id);
    let point = |line: &DecisionLine| {
        let decision = game.state().decisions.get(line.id.index());
        let deal = decision.and_then(|decision| about(&decision.kind));
        let card = deal.and_then(|deal| cards.iter().find(|card| card.deal == deal));
        let name = match (deal, decision.map(|decision| &decision.kind)) {
            (Some(deal), _) => text::deal_name(text, game.state(), deal),
            (None, Some(DecisionKind::House(_))) => text::by(text, By::House),
            (None, Some(DecisionKind::Allocation(_))) => text.get("turning-allocation"),
            (None, Some(DecisionKind::Target(_))) => text.get("turning-target"),
            (None, _) => line.text.clone(),
        };
        TurningPoint {
            name,
            amount: text::signed_dollars(text, line.weight),
            good: line.weight > 0.0,
            known: card.map(|card| card.believed.clone()),
            truth: card.map(|card| card.truth.clone()),
            stances: card.map(|card| {
                let PerSeat { product, sales } = &card.stances;
                text.with("stances-were", &[("product", product), ("sales", sales)])
            }),
            line: line.clone(),
        }
    };
    largest.into_iter().map(point).collect()
}

/// The deal that a decision was about.
fn about(kind: &DecisionKind) -> Option<DealId> {
    match *kind {
        DecisionKind::Answer(deal, _)
        | DecisionKind::Push(deal)
        | DecisionKind::Product(ProductMove::ProspectCall(deal))
        | DecisionKind::Sales(
            SalesMove::Qualify(deal)
            | SalesMove::BringProductIn(deal)
            | SalesMove::PrePromise(deal)
            | SalesMove::Discount(deal),
        ) => Some(deal),
        _ => None,
    }
}
