//! How much evidence can be gained, and what kept-up work is worth.

use crate::ids::CustomerId;
use crate::scenario::Rules;
use crate::sim::State;

/// How many live specials count when their impact is tracked, at most.
const TRACKED_MOST: f64 = 5.0;

/// Impact tokens from tracking specials; more if more of them are live.
#[must_use]
pub fn impact_tokens(rules: &Rules, state: &State) -> f64 {
    let live = state.works.values().filter(|work| work.live()).count() as f64;
    rules.impact_tokens + rules.impact_per_special * live.min(TRACKED_MOST)
}

/// Impact tokens from working on a customer's renewal, which shows what its live specials are worth to it.
#[must_use]
pub fn renewal_impact(rules: &Rules, state: &State, customer: CustomerId) -> f64 {
    let has = state.works.values().any(|work| work.customer == customer && work.live());
    if has { rules.impact_renewal } else { 0.0 }
}

/// What enablement or win/loss work is worth after this many quarters in a row, 0..1: almost nothing below the
/// threshold.
#[must_use]
pub fn kept_up(rules: &Rules, streak: u8) -> f64 {
    if f64::from(streak) >= rules.threshold_quarters { 1.0 } else { rules.half_done }
}
