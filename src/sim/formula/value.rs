//! What the company is worth.

use super::{gross_retention, off_share};
use crate::scenario::Scenario;
use crate::sim::{Quantity, State};

/// Gross retention that neither raises nor lowers the multiple; below it, the same for coherence.
const NEUTRAL_RETENTION: f64 = 0.85;
const NEUTRAL_COHERENCE: f64 = 0.6;
/// Largest customer's share of ARR: no discount below the first value, the full discount from the second on.
const CONCENTRATION: (f64, f64) = (0.15, 0.3);

/// The company's value in dollars, and the parts of its multiple.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Value {
    /// ARR × multiple + cash, in dollars.
    pub total: f64,
    /// The multiple of ARR, within its limits.
    pub multiple: f64,
    /// Its part from growth.
    pub growth: f64,
    /// Its part from gross retention.
    pub retention: f64,
    /// Its part from coherence.
    pub coherence: f64,
    /// Its part from the market gap.
    pub gap: f64,
    /// Reduction for off-strategy revenue, as a negative number.
    pub off_share: f64,
    /// Reduction for depending on one customer, as a negative number.
    pub concentration: f64,
}

/// `ARR × clip(4.5 + 8·growth + 6(GRR−.85) + 2(Q−.6) + 1.5G − 3·offShare − concentration, 1, 14) + cash`.
#[must_use]
pub fn value(scenario: &Scenario, state: &State) -> Value {
    let rules = &scenario.rules;
    let arr = state.get(Quantity::Arr);
    if state.insolvent {
        return Value { total: rules.value_insolvent * arr, multiple: rules.value_insolvent, ..Value::default() };
    }
    let mut value = Value {
        growth: rules.value_growth * yearly_growth(state),
        retention: rules.value_retention * (gross_retention(scenario, state) - NEUTRAL_RETENTION),
        coherence: rules.value_coherence * (state.get(Quantity::Coherence) - NEUTRAL_COHERENCE),
        gap: rules.value_gap * state.get(Quantity::Gap),
        off_share: -rules.value_off_share * off_share(state),
        concentration: -rules.value_concentration * concentration(state),
        ..Value::default()
    };
    let sum = rules.value_base
        + value.growth
        + value.retention
        + value.coherence
        + value.gap
        + value.off_share
        + value.concentration;
    value.multiple = sum.clamp(rules.value_min, rules.value_max.max(rules.value_min));
    value.total = arr * value.multiple + state.get(Quantity::Cash);
    value
}

/// Growth of ARR per year since the start, 0.2 = 20 %.
fn yearly_growth(state: &State) -> f64 {
    let start = state.history.first().map_or(0.0, |record| record.get(Quantity::Arr));
    let quarters = f64::from(state.quarter.0);
    if start <= 0.0 || quarters <= 0.0 {
        return 0.0;
    }
    libm::pow((state.get(Quantity::Arr) / start).max(0.0), 4.0 / quarters) - 1.0
}

/// How strongly the company depends on its largest customer, 0..1.
fn concentration(state: &State) -> f64 {
    let largest = state.customers.values().map(|customer| customer.arr.0).max().unwrap_or(0) as f64;
    let share = largest / state.get(Quantity::Arr).max(1.0);
    let (from, to) = CONCENTRATION;
    ((share - from) / (to - from)).clamp(0.0, 1.0)
}
