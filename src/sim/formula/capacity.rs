//! What is left of engineering after drag, upkeep and support.

use crate::ids::round;
use crate::scenario::{Rules, Scenario};
use crate::sim::{Capacity, Quantity, State, Work};

/// Share of ARR that is off strategy: Σ ARR × (1 − fit) / Σ ARR.
#[must_use]
pub fn off_share(state: &State) -> f64 {
    let (off, all) = state.customers.values().fold((0.0, 0.0), |(off, all), customer| {
        let arr = customer.arr.f64();
        (off + arr * (1.0 - customer.fit), all + arr)
    });
    if all > 0.0 { off / all } else { 0.0 }
}

/// Engineer-weeks that support for customers off strategy takes in a quarter.
#[must_use]
pub fn support_weeks(scenario: &Scenario, state: &State) -> f64 {
    support(&scenario.rules, state.get(Quantity::Engineering), off_share(state))
}

/// Engineer-weeks of support for an off-strategy share of ARR, whether true or believed.
#[must_use]
pub fn support(rules: &Rules, engineering: f64, off_share: f64) -> f64 {
    rules.support_off_share * engineering * off_share
}

/// `K(0.8+0.2M)(1 − 0.08 − 0.32(1−Q)) − U − support`, never below the floor. Nothing is allocated yet.
#[must_use]
pub fn capacity(scenario: &Scenario, state: &State, support: f64) -> Capacity {
    let rules = &scenario.rules;
    let paper = state.get(Quantity::Engineering);
    let productive = paper * (rules.morale_base + rules.morale_gain * state.get(Quantity::Morale));
    let drag = productive * (rules.drag_base + rules.drag_incoherence * (1.0 - state.get(Quantity::Coherence)));
    let upkeep = state.get(Quantity::Upkeep);
    let left = productive - drag - upkeep - support;
    let available = left.max(rules.capacity_floor * paper);
    Capacity {
        paper,
        morale: paper - productive,
        drag,
        upkeep,
        support,
        floor: available - left,
        available,
        ..Capacity::default()
    }
}

/// Milli-weeks of upkeep that each live special has left today.
pub fn upkeep_of(state: &State) -> impl Fn(&Work) -> i64 {
    upkeep_left(state.stock(Quantity::Upkeep), state.works.values().filter(|work| work.live()))
}

/// Milli-weeks of upkeep that each special still needs, for any set of specials. Repair removes upkeep from the product
/// as a whole, so each special keeps the same fraction of its own.
pub fn upkeep_left<'a>(remains: i64, product: impl Iterator<Item = &'a Work>) -> impl Fn(&Work) -> i64 {
    let added: i64 = product.map(|work| work.upkeep).sum();
    let left = (remains as f64 / added.max(1) as f64).min(1.0);
    move |work| round(work.upkeep as f64 * left)
}
