//! Beginning a quarter: quota, evidence that is due, news, new deals.

use super::{pipeline, turn::Turn};
use crate::ids::{NewsId, Quarter};
use crate::scenario::{Condition, Effect, Measure, Scenario, When};
use crate::sim::formula::{impact_tokens, last_measure};
use crate::sim::{Cause, Event, Phase, Quantity, Rule, State, Subject};

/// Begins a quarter, up to the briefing.
pub(super) fn begin(turn: &mut Turn, quarter: Quarter) {
    turn.emit(Event::QuarterBegan(quarter));
    turn.emit(Event::PhaseBegan(Phase::Briefing));
    news(turn);
    open_books(turn);
}

/// How every quarter begins, including those of the echo year.
pub(super) fn open_books(turn: &mut Turn) {
    set_quota(turn);
    tell_impact(turn);
    let quarter = turn.state().quarter;
    pipeline::open(turn, quarter);
}

fn set_quota(turn: &mut Turn) {
    let quota = &turn.scenario().quota;
    let past = f64::from(turn.state().quarter.0.saturating_sub(1));
    let goal = quota.first as f64 * libm::pow(1.0 + quota.growth, past) * turn.state().quota_factor;
    turn.change(Quantity::Quota, goal - turn.get(Quantity::Quota), Cause::rule(Rule::QuotaSet));
}

/// Impact that was tracked last quarter pays its tokens now.
fn tell_impact(turn: &mut Turn) {
    let Some(decision) = turn.state().tracking else { return };
    let tokens = impact_tokens(&turn.scenario().rules, turn.state());
    turn.change(Quantity::Impact, tokens, Cause::rule(Rule::ImpactTracked).by(Some(decision)));
    turn.emit(Event::ImpactTold);
}

fn news(turn: &mut Turn) {
    for (i, news) in turn.scenario().events.iter().enumerate() {
        let id = NewsId(u16::try_from(i).unwrap_or(u16::MAX));
        if happens(turn.scenario(), turn.state(), &news.when, id) {
            turn.emit(Event::NewsHappened(id));
            effects(turn, &news.effects, Cause::rule(Rule::News).about(Subject::News(id)));
        }
    }
}

fn happens(scenario: &Scenario, state: &State, when: &When, id: NewsId) -> bool {
    match when {
        When::Quarter(quarter) => state.quarter.0 == *quarter,
        When::If { from, holds: condition } => {
            state.quarter.0 >= *from
                && !state.news.iter().any(|&(_, past)| past == id)
                && holds(condition, |number| last_measure(scenario, state, number))
        }
    }
}

/// Whether a condition of the scenario holds, with the numbers that `read` returns.
pub(super) fn holds(condition: &Condition, read: impl Fn(Measure) -> f64) -> bool {
    match *condition {
        Condition::AtLeast(number, bound) => read(number) >= bound,
        Condition::Below(number, bound) => read(number) < bound,
    }
}

/// Applies the effects of news or a gate.
pub(super) fn effects(turn: &mut Turn, effects: &[Effect], cause: Cause) {
    for effect in effects {
        let (quantity, amount) = match *effect {
            Effect::Cash(dollars) => (Quantity::Cash, dollars as f64),
            Effect::Engineering(weeks) => (Quantity::Engineering, weeks),
            Effect::Coherence(share) => (Quantity::Coherence, share),
            Effect::Gap(share) => (Quantity::Gap, share),
            Effect::MarketSpeed(share) => (Quantity::MarketSpeed, share),
            Effect::Trust(share) => (Quantity::Trust, share),
            Effect::Confidence(share) => (Quantity::Confidence, share),
            Effect::Morale(share) => (Quantity::Morale, share),
            Effect::Precedent(share) => (Quantity::Precedent, share),
            Effect::Need(share) => (Quantity::Need, share),
            Effect::Quota(factor) => {
                turn.emit(Event::QuotaScaled(factor));
                continue;
            }
        };
        turn.change(quantity, amount, cause);
    }
}
