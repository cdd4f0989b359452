//! People: trust between the two sides, morale of engineering, confidence of the CEO.

use super::super::turn::Turn;
use crate::ids::DecisionId;
use crate::sim::formula::{attainment, decided_arr, together, trust_of_no};
use crate::sim::{By, Cause, ProductMove, Quantity, Rule, SalesMove};

/// Attainment that leaves the CEO's confidence in the middle.
const EXPECTED: f64 = 0.9;

/// Moves trust, morale and confidence.
pub(super) fn update(turn: &mut Turn) {
    trust(turn);
    morale(turn);
    confidence(turn);
}

/// `T += 0.28(0.72 − 1.2·undefendedDeclinedShare − 0.5·B/K + 0.12x − T)`, with one entry per part.
fn trust(turn: &mut Turn) {
    let rules = &turn.scenario().rules;
    let rate = rules.trust_rate;
    let drift = rate * (rules.trust_base - turn.get(Quantity::Trust));
    turn.change(Quantity::Trust, drift, Cause::rule(Rule::Drift));
    let moves = relation_moves(turn);
    turn.change_by(Quantity::Trust, together(rules, moves.len() as f64), Cause::rule(Rule::Relationship), &moves);
    let backlog = turn.get(Quantity::Backlog) / turn.get(Quantity::Engineering);
    turn.change(Quantity::Trust, -rate * rules.trust_backlog * backlog, Cause::rule(Rule::BacklogWeighs));
    for (decision, defended, share) in declined_shares(turn) {
        let rule = if defended { Rule::DefendedNo } else { Rule::UndefendedNo };
        turn.change(Quantity::Trust, -trust_of_no(rules, share, defended), Cause::rule(rule).by(decision));
    }
}

/// This quarter's moves that bring the two sides together, all with the same weight.
fn relation_moves(turn: &Turn) -> Vec<(f64, DecisionId)> {
    let done = &turn.state().turn;
    let product = done.product_moves.iter().filter(|(made, _)| {
        matches!(made, ProductMove::FunnelReview | ProductMove::ProspectCall(_) | ProductMove::EnablementKit)
    });
    let sales = done.sales_moves.iter().filter(|(made, _)| {
        matches!(made, SalesMove::BringProductIn(_) | SalesMove::CoachReps | SalesMove::SharePipeline)
    });
    product.map(|made| (1.0, made.1)).chain(sales.map(|made| (1.0, made.1))).collect()
}

/// The share of this quarter's decided ARR that was declined, by decision and whether it was defended.
fn declined_shares(turn: &Turn) -> Vec<(Option<DecisionId>, bool, f64)> {
    let state = turn.state();
    let decided = decided_arr(state);
    let mut shares: Vec<(Option<DecisionId>, bool, f64)> = Vec::new();
    for &(id, decision, defended) in &state.turn.declined {
        let Some(deal) = state.deals.get(&id) else { continue };
        let Some(settled) = deal.ask.as_ref().and_then(|ask| ask.answer) else { continue };
        // A no from a rule or from the autopilot is not one side's no to the other.
        if matches!(settled.by, By::Reform(_) | By::Autopilot) {
            continue;
        }
        let share = deal.arr.f64() / decided;
        match shares.iter_mut().find(|(by, how, _)| *by == decision && *how == defended) {
            Some((_, _, sum)) => *sum += share,
            None => shares.push((decision, defended, share)),
        }
    }
    shares
}

/// `M += 0.3(0.92 − 0.6·B/K − 0.4(1−Q) − M)`.
fn morale(turn: &mut Turn) {
    let rules = &turn.scenario().rules;
    let rate = rules.morale_rate;
    let backlog = turn.get(Quantity::Backlog) / turn.get(Quantity::Engineering);
    let missing = 1.0 - turn.get(Quantity::Coherence);
    let drift = rate * (rules.morale_target - turn.get(Quantity::Morale));
    turn.change(Quantity::Morale, drift, Cause::rule(Rule::Drift));
    turn.change(Quantity::Morale, -rate * rules.morale_backlog * backlog, Cause::rule(Rule::BacklogWeighs));
    turn.change(Quantity::Morale, -rate * rules.morale_incoherence * missing, Cause::rule(Rule::IncoherenceWeighs));
}

fn confidence(turn: &mut Turn) {
    let goal = (0.5 + attainment(turn.state()) - EXPECTED).clamp(0.0, 1.0);
    let step = turn.scenario().rules.confidence_rate * (goal - turn.get(Quantity::Confidence));
    turn.change(Quantity::Confidence, step, Cause::rule(Rule::Attainment));
}
