//! What the two leads earn in a quarter.

use super::{attainment, gross_retention};
use crate::ids::Seat;
use crate::scenario::{Pay, Scenario};
use crate::sim::{Quantity, Reform, State};

/// Quota attainment at which the second accelerator begins.
pub const SECOND_ACCELERATOR: f64 = 1.25;
/// The most that a bonus on bookings pays, relative to a full bonus.
const BONUS_CAP: f64 = 1.5;

/// What a lead is paid for this quarter. Once commission is on retained ARR, nobody is paid on bookings any more.
#[must_use]
pub fn pay(scenario: &Scenario, state: &State, seat: Seat) -> Pay {
    let plan = match seat {
        Seat::Product => scenario.roles.product.pay,
        Seat::Sales => scenario.roles.sales.pay,
    };
    if plan == Pay::Bookings && state.in_force(Reform::RetainedCommission) { Pay::RetainedArr } else { plan }
}

/// The Sales Lead's pay of the quarter, in dollars.
#[must_use]
pub fn sales_pay(scenario: &Scenario, state: &State) -> f64 {
    let bookings = attainment(state) * state.get(Quantity::Quota);
    match pay(scenario, state, Seat::Sales) {
        Pay::Bookings => commission(scenario, state.get(Quantity::Quota), bookings),
        Pay::RetainedArr => scenario.rules.commission * bookings * gross_retention(scenario, state),
        Pay::Outcomes => scenario.roles.sales.bonus as f64 * outcome_score(scenario, state),
    }
}

/// The Product Lead's pay of the quarter, in dollars.
#[must_use]
pub fn product_pay(scenario: &Scenario, state: &State) -> f64 {
    let role = &scenario.roles.product;
    let share = match pay(scenario, state, Seat::Product) {
        Pay::Outcomes => outcome_score(scenario, state),
        Pay::Bookings => attainment(state).clamp(0.0, BONUS_CAP),
        Pay::RetainedArr => gross_retention(scenario, state),
    };
    role.bonus as f64 * share
}

/// Market gap 40 %, coherence 30 %, promises kept 30 %. In 0..1 without clamping, because each part is.
#[must_use]
pub fn outcome_score(scenario: &Scenario, state: &State) -> f64 {
    let limit = scenario.rules.gap_limit;
    let gap = (state.get(Quantity::Gap) + limit) / (2.0 * limit);
    let kept = state.get(Quantity::PromisesKept);
    let all = kept + state.get(Quantity::PromisesBroken);
    let promises = if all > 0.0 { kept / all } else { 1.0 };
    0.4 * gap + 0.3 * state.get(Quantity::Coherence) + 0.3 * promises
}

/// Commission with accelerators: the rate up to quota, ×1.5 up to 125 %, ×2 past it.
fn commission(scenario: &Scenario, quota: f64, bookings: f64) -> f64 {
    let rules = &scenario.rules;
    let plain = bookings.min(quota);
    let first = (bookings.min(quota * SECOND_ACCELERATOR) - quota).max(0.0);
    let second = (bookings - quota * SECOND_ACCELERATOR).max(0.0);
    rules.commission * (plain + rules.accelerator_1 * first + rules.accelerator_2 * second)
}
