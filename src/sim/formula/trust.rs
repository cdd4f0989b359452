//! What moves trust between the two sides.

use crate::scenario::Rules;
use crate::sim::State;

/// ARR of all deals that are decided in the current quarter, in dollars; at least one dollar.
#[must_use]
pub fn decided_arr(state: &State) -> f64 {
    state.deals.closing(state.quarter).map(|deal| deal.arr.f64()).sum::<f64>().max(1.0)
}

/// Trust that a no costs, by its share of the ARR decided this quarter; less if fitting evidence defends it.
#[must_use]
pub fn trust_of_no(rules: &Rules, share: f64, defended: bool) -> f64 {
    let weight = if defended { rules.defended_share } else { 1.0 };
    rules.trust_rate * rules.trust_declined * share * weight
}

/// Trust gained in a quarter from this many cooperative moves; beyond a full effort, more moves add nothing.
#[must_use]
pub fn together(rules: &Rules, moves: f64) -> f64 {
    rules.trust_rate * rules.trust_relation * (moves / rules.relation_full).min(1.0)
}
