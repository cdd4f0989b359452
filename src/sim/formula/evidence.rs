//! What evidence there is to gain, and what work is worth that must be kept up.

use crate::scenario::Rules;
use crate::sim::{CustomerId, State};

/// Most specials whose impact is worth tracking one by one.
const TRACKED_MOST: f64 = 5.0;

/// Impact tokens that tracking the specials brings: the more of them live, the more there is to tell.
#[must_use]
pub fn impact_tokens(rules: &Rules, state: &State) -> f64 {
    let live = state.works.values().filter(|work| work.live()).count() as f64;
    rules.impact_tokens + rules.impact_per_special * live.min(TRACKED_MOST)
}

/// Impact tokens from the renewal of a customer that sales works on: it tells what the specials that it has are worth.
#[must_use]
pub fn renewal_impact(rules: &Rules, state: &State, customer: CustomerId) -> f64 {
    let has = state.works.values().any(|work| work.customer == customer && work.live());
    if has { rules.impact_renewal } else { 0.0 }
}

/// What enablement or win/loss work is worth after so many quarters in a row, 0..1: nearly nothing below the threshold.
#[must_use]
pub fn kept_up(rules: &Rules, streak: u8) -> f64 {
    if f64::from(streak) >= rules.threshold_quarters { 1.0 } else { rules.half_done }
}
