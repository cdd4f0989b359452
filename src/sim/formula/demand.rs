//! Demand: how many deals come, from which segments, and how many ask for a special.

use super::{kept_up, pay};
use crate::ids::Seat;
use crate::scenario::{Pay, Rules, Scenario, Segment};
use crate::sim::{Quantity, Reform, State};

/// Smallest share that steering leaves in a segment.
const MIN_SHARE: f64 = 0.03;
/// A target for the ICP this far above its market share counts as fully aiming at it.
const FULL_AIM: f64 = 0.2;

/// How many deals show up, relative to the number in the scenario: `0.72 + 0.45·trust`.
#[must_use]
pub fn reach(scenario: &Scenario, state: &State) -> f64 {
    scenario.rules.reach_base + scenario.rules.reach_trust * state.get(Quantity::Trust)
}

/// The mix of segments that deals come from, 0..1 per segment.
///
/// The target alone moves it a little. Discovery, a published strategy and kept-up enablement together move up to 22
/// points from the last segments to the first, but only if sales targets the first.
#[must_use]
pub fn mix(scenario: &Scenario, state: &State) -> Vec<f64> {
    let rules = &scenario.rules;
    let target = |i: usize| state.target.get(i).map_or(0.0, |&percent| f64::from(percent) / 100.0);
    let mut mix: Vec<f64> = scenario
        .segments
        .iter()
        .enumerate()
        .map(|(i, segment)| segment.market_share + rules.target_pull * (target(i) - segment.market_share))
        .collect();
    let aim = scenario.segments.first().map_or(0.0, |icp| ((target(0) - icp.market_share) / FULL_AIM).clamp(0.0, 1.0));
    let published = if state.strategy_published { 1.0 } else { 0.0 };
    let paid_on_retention = if state.in_force(Reform::RetainedCommission) { rules.retained_comp_mix } else { 0.0 };
    let effort = if state.enablement_streak > 0 { kept_up(rules, state.enablement_streak) } else { 0.0 };
    let shift =
        rules.strategy_mix_shift * state.get(Quantity::Discovery) * published * aim * effort + paid_on_retention;
    steer(&mut mix, shift);
    mix
}

/// Moves share to the first segment, starting with the last segment; each keeps at least `MIN_SHARE`.
fn steer(mix: &mut [f64], shift: f64) {
    let Some((first, rest)) = mix.split_first_mut() else { return };
    let mut left = shift;
    for share in rest.iter_mut().rev() {
        let moved = left.min((*share - MIN_SHARE).max(0.0));
        *share -= moved;
        *first += moved;
        left -= moved;
    }
}

/// How likely deals ask for specials: what affects all deals of a quarter alike, computed once.
#[derive(Clone, Copy, Debug)]
pub struct Demand<'a> {
    rules: &'a Rules,
    need: f64,
    reform: f64,
    offered: f64,
}

impl<'a> Demand<'a> {
    /// The demand now. A Product Lead who is paid on bookings offers specials in the pitch, so more deals ask.
    #[must_use]
    pub fn of(scenario: &'a Scenario, state: &State) -> Self {
        let rules = &scenario.rules;
        let offers = pay(scenario, state, Seat::Product) == Pay::Bookings;
        Self {
            rules,
            need: state.get(Quantity::Need),
            reform: if state.in_force(Reform::PaidOnly) { rules.paid_only_asks } else { 1.0 },
            offered: if offers { rules.bookings_pay_asks } else { 1.0 },
        }
    }

    /// Chance that a deal asks for a special at a given precedent: `need + 0.45·precedent`, by segment and size.
    #[must_use]
    pub fn chance(&self, segment: &Segment, big: bool, precedent: f64) -> f64 {
        let size = if big { self.rules.need_big } else { 1.0 };
        let chance = (self.need + self.rules.need_precedent * precedent).clamp(0.0, 0.9);
        (chance * segment.asks * size * self.reform * self.offered).clamp(0.0, 1.0)
    }
}
