//! The product: market gap, coherence, upkeep, precedent, discovery, enablement, evidence.

use super::super::turn::Turn;
use super::Tally;
use crate::ids::DecisionId;
use crate::sim::check::token_stock;
use crate::sim::formula::{kept_up, repair_gain, repaired_upkeep, roadmap_gain};
use crate::sim::{Cause, DealOutcome, DecisionKind, Event, Evidence, ProductMove, Quantity, Rule, SalesMove};

/// Share of bespoke work among the wins that already counts as entirely bespoke.
const HALF_OF_WINS: f64 = 0.5;

/// Moves the slow stocks of the product.
pub(super) fn update(turn: &mut Turn, tally: &Tally) {
    let allocated = last_decision(turn, |kind| matches!(kind, DecisionKind::Allocation(_)));
    market_gap(turn, tally, allocated);
    repair(turn, tally, allocated);
    precedent(turn);
    let learning = win_loss(turn);
    discovery(turn, tally, learning, allocated);
    enablement(turn);
    fade_evidence(turn);
}

/// The last decision of a kind.
fn last_decision(turn: &Turn, wanted: impl Fn(&DecisionKind) -> bool) -> Option<DecisionId> {
    turn.state().decisions.iter().rfind(|decision| wanted(&decision.kind)).map(|decision| decision.id)
}

/// `0.215(roadmap/K)^0.75(0.65+0.45D) − marketSpeed`; aligned specials were credited as they were worked on.
fn market_gap(turn: &mut Turn, tally: &Tally, allocated: Option<DecisionId>) {
    let rules = &turn.scenario().rules;
    let share = tally.capacity.roadmap / turn.get(Quantity::Engineering);
    let gain = roadmap_gain(rules, turn.get(Quantity::Gap), turn.get(Quantity::Discovery), share);
    turn.change(Quantity::Gap, gain, Cause::rule(Rule::RoadmapWork).by(allocated));
    turn.change(Quantity::Gap, -turn.get(Quantity::MarketSpeed), Cause::rule(Rule::MarketMoves));
}

/// Repair raises coherence, less so near 1, and removes upkeep. Coherence also decays by itself.
fn repair(turn: &mut Turn, tally: &Tally, allocated: Option<DecisionId>) {
    let rules = &turn.scenario().rules;
    let share = tally.capacity.repair / turn.get(Quantity::Engineering);
    let gain = repair_gain(rules, turn.get(Quantity::Coherence), share);
    turn.change(Quantity::Coherence, gain, Cause::rule(Rule::Repair).by(allocated));
    turn.change(Quantity::Coherence, -rules.coherence_decay, Cause::rule(Rule::Decay));
    let removed = repaired_upkeep(rules, turn.get(Quantity::Upkeep), share);
    turn.change(Quantity::Upkeep, -removed, Cause::rule(Rule::RepairUpkeep).by(allocated));
}

/// `E += 0.3(min(1, 0.1 + 1.3·bespokeShareOfWins) − E)`, by ARR. A well-defended yes sets no precedent.
fn precedent(turn: &mut Turn) {
    let rules = &turn.scenario().rules;
    let (yeses, won) = bespoke_wins(turn);
    turn.change(
        Quantity::Precedent,
        rules.precedent_rate * (rules.precedent_base - turn.get(Quantity::Precedent)),
        Cause::rule(Rule::Drift),
    );
    let most = 1.0 - rules.precedent_base;
    let all: f64 = yeses.iter().map(|(_, weight)| rules.precedent_gain * weight / (HALF_OF_WINS * won)).sum();
    let capped = if all > most { most / all } else { 1.0 };
    for (decision, weight) in yeses {
        let share = rules.precedent_gain * weight / (HALF_OF_WINS * won) * capped;
        let cause = Cause::rule(Rule::BespokeWins).by(decision);
        turn.change(Quantity::Precedent, rules.precedent_rate * share, cause);
    }
}

/// ARR won with responses that set a precedent, by decision; and all ARR won this quarter.
fn bespoke_wins(turn: &Turn) -> (Vec<(Option<DecisionId>, f64)>, f64) {
    let rules = &turn.scenario().rules;
    let state = turn.state();
    let mut yeses: Vec<(Option<DecisionId>, f64)> = Vec::new();
    let mut won = 0.0;
    for deal in state.deals.closing(state.quarter) {
        let Some(DealOutcome::Won(id)) = deal.outcome else { continue };
        let arr = state.customers.get(&id).map_or(0.0, |customer| customer.arr.f64());
        won += arr;
        let Some(settled) = deal.ask.as_ref().and_then(|ask| ask.answer) else { continue };
        let weight = settled.answer.response.terms(rules).precedent;
        if weight > 0.0 && !settled.defended {
            match yeses.iter_mut().find(|(decision, _)| *decision == settled.decision) {
                Some((_, sum)) => *sum += weight * arr,
                None => yeses.push((settled.decision, weight * arr)),
            }
        }
    }
    (yeses, won.max(1.0))
}

/// Win/loss interviews give strategy tokens from the second quarter in a row on. Returns their worth, 0..1, and the
/// decision.
fn win_loss(turn: &mut Turn) -> Option<(f64, DecisionId)> {
    let rules = &turn.scenario().rules;
    let done = made(turn, ProductMove::WinLoss);
    let streak = if done.is_some() { turn.state().winloss_streak.saturating_add(1) } else { 0 };
    let enablement = turn.state().enablement_streak;
    turn.emit(Event::StreaksCounted { enablement, winloss: streak });
    let decision = done?;
    let worth = kept_up(rules, streak);
    let cause = Cause::rule(Rule::WinLossLearned).by(Some(decision));
    turn.change(Quantity::Strategy, rules.winloss_tokens * worth, cause);
    Some((worth, decision))
}

/// The decision behind a move of the Product Lead this quarter.
fn made(turn: &Turn, wanted: ProductMove) -> Option<DecisionId> {
    turn.state().turn.product_moves.iter().find(|(done, _)| *done == wanted).map(|(_, decision)| *decision)
}

fn coached(turn: &Turn) -> Option<DecisionId> {
    turn.state().turn.sales_moves.iter().find(|(done, _)| *done == SalesMove::CoachReps).map(|(_, decision)| *decision)
}

/// Discovery grows with the weeks spent on it, prospect calls and win/loss work.
fn discovery(turn: &mut Turn, tally: &Tally, learning: Option<(f64, DecisionId)>, allocated: Option<DecisionId>) {
    let rules = &turn.scenario().rules;
    let is_call = |made: &&(ProductMove, DecisionId)| matches!(made.0, ProductMove::ProspectCall(_));
    let calls = turn.state().turn.product_moves.iter().filter(is_call).map(|made| (1.0, made.1));
    let talks: Vec<(f64, DecisionId)> = calls.chain(learning).collect();
    let weeks = tally.capacity.discovery / turn.get(Quantity::Engineering) / rules.discovery_full;
    let effort = (weeks + rules.call_effort * talks.iter().map(|(worth, _)| worth).sum::<f64>()).min(1.0);
    let led = talks.into_iter().map(|(worth, decision)| (rules.call_effort * worth, decision));
    let led: Vec<(f64, DecisionId)> = allocated.map(|decision| (weeks, decision)).into_iter().chain(led).collect();
    let now = turn.get(Quantity::Discovery);
    let drift = rules.discovery_rate * (rules.discovery_base - now);
    turn.change(Quantity::Discovery, drift, Cause::rule(Rule::Drift));
    let gain = rules.discovery_rate * (1.0 - rules.discovery_base) * effort;
    turn.change_by(Quantity::Discovery, gain, Cause::rule(Rule::DiscoveryWork), &led);
}

/// Kit and coaching count only together and over several quarters; one half alone does almost nothing.
fn enablement(turn: &mut Turn) {
    let rules = &turn.scenario().rules;
    let (kit, coaching) = (made(turn, ProductMove::EnablementKit), coached(turn));
    let both = kit.is_some() && coaching.is_some();
    let streak = if both { turn.state().enablement_streak.saturating_add(1) } else { 0 };
    let winloss = turn.state().winloss_streak;
    turn.emit(Event::StreaksCounted { enablement: streak, winloss });
    let effort = kit.or(coaching).map_or(0.0, |_| kept_up(rules, streak));
    let now = turn.get(Quantity::Enablement);
    let drift = rules.enablement_rate * (rules.enablement_base - now);
    turn.change(Quantity::Enablement, drift, Cause::rule(Rule::Drift));
    let gain = rules.enablement_rate * (1.0 - rules.enablement_base) * effort;
    let led: Vec<(f64, DecisionId)> = kit.into_iter().chain(coaching).map(|decision| (1.0, decision)).collect();
    turn.change_by(Quantity::Enablement, gain, Cause::rule(Rule::EnablementWork), &led);
}

/// Evidence loses value with age.
fn fade_evidence(turn: &mut Turn) {
    for evidence in Evidence::ALL {
        let stock = token_stock(evidence);
        let faded = turn.get(stock) * turn.scenario().rules.token_fade;
        turn.change(stock, -faded, Cause::rule(Rule::TokenFaded));
    }
}
