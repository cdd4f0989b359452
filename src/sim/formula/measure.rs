//! The named numbers used by conditions, predictions and the wall.

use super::value;
use crate::ids::Quarter;
use crate::scenario::{Measure, Scenario};
use crate::sim::{Quantity, Range, State};

/// Quarters in a year.
const YEAR: usize = 4;

/// A named number of the company today, in its own unit.
#[must_use]
pub fn measure(scenario: &Scenario, state: &State, measure: Measure) -> f64 {
    match measure {
        Measure::Cash => state.get(Quantity::Cash),
        Measure::Arr => state.get(Quantity::Arr),
        Measure::Bookings => bookings(state),
        Measure::QuotaAttainment => attainment(state),
        Measure::GrossRetention => gross_retention(scenario, state),
        Measure::Coherence => state.get(Quantity::Coherence),
        Measure::Trust => state.get(Quantity::Trust),
        Measure::Gap => state.get(Quantity::Gap),
        Measure::Upkeep => state.get(Quantity::Upkeep),
        Measure::Precedent => state.get(Quantity::Precedent),
        Measure::Morale => state.get(Quantity::Morale),
        Measure::Value => value(scenario, state).total,
    }
}

/// A named number as of the last closed quarter, which is what everybody knows during the next one.
///
/// Flows such as bookings are still zero when a quarter begins, so the last quarter's value is used; stocks have their
/// current value.
#[must_use]
pub fn last_measure(scenario: &Scenario, state: &State, number: Measure) -> f64 {
    let Some(last) = state.history.last() else { return measure(scenario, state, number) };
    match number {
        Measure::Bookings => last.attainment * last.get(Quantity::Quota),
        Measure::QuotaAttainment => last.attainment,
        Measure::GrossRetention => last.gross_retention,
        stock => measure(scenario, state, stock),
    }
}

/// The number that both leads predict in a quarter.
#[must_use]
pub fn predicted(scenario: &Scenario, quarter: Quarter) -> Measure {
    let past = usize::from(quarter.0.saturating_sub(1));
    scenario
        .predictions
        .iter()
        .cycle()
        .nth(past % scenario.predictions.len().max(1))
        .copied()
        .unwrap_or(Measure::Bookings)
}

/// The width at which a predicted range is worth nothing. Numbers that hardly move in a quarter need a narrower range.
#[must_use]
pub fn telling_width(number: Measure, result: f64) -> f64 {
    let size = result.abs();
    match number {
        Measure::Arr => 0.1 * size,
        Measure::Value => 0.2 * size,
        Measure::Cash | Measure::Bookings | Measure::QuotaAttainment | Measure::Upkeep => 0.5 * size,
        Measure::GrossRetention
        | Measure::Coherence
        | Measure::Trust
        | Measure::Gap
        | Measure::Precedent
        | Measure::Morale => 0.1,
    }
}

/// The largest possible value of a number, or `None` if it has no limit.
#[must_use]
pub fn most(number: Measure) -> Option<f64> {
    let share = matches!(
        number,
        Measure::GrossRetention | Measure::Coherence | Measure::Trust | Measure::Precedent | Measure::Morale
    );
    share.then_some(1.0)
}

/// What a prediction is worth, 0 to 100 points: 0 if it missed, otherwise more the narrower it was.
#[must_use]
pub fn points(number: Measure, range: Range, result: f64) -> u8 {
    if !range.held(result) {
        return 0;
    }
    let telling = telling_width(number, result).max(f64::MIN_POSITIVE);
    libm::round(100.0 * (1.0 - (range.high - range.low) / telling)).clamp(0.0, 100.0) as u8
}

/// New ARR signed in the current quarter, in dollars.
#[must_use]
pub fn bookings(state: &State) -> f64 {
    let before = state.history.iter().rfind(|record| record.quarter < state.quarter);
    state.get(Quantity::Bookings) - before.map_or(0.0, |record| record.get(Quantity::Bookings))
}

/// Bookings of the current quarter over its quota, 1 = 100 %.
#[must_use]
pub fn attainment(state: &State) -> f64 {
    let quota = state.get(Quantity::Quota);
    if quota > 0.0 { bookings(state) / quota } else { 0.0 }
}

/// Gross retention over the last four quarters: 1 − ARR lost / ARR a year ago.
///
/// For quarters before the start it uses the loss that the scenario states.
#[must_use]
pub fn gross_retention(scenario: &Scenario, state: &State) -> f64 {
    let Some(start) = state.history.first() else { return scenario.company.gross_retention };
    let played = usize::from(state.quarter.0);
    let base = state.history.iter().rfind(|record| usize::from(record.quarter.0) + YEAR <= played).unwrap_or(start);
    let lost = state.get(Quantity::LostArr) - base.get(Quantity::LostArr);
    let before_start = YEAR.saturating_sub(played) as f64 / YEAR as f64;
    let arr = base.get(Quantity::Arr).max(1.0);
    1.0 - lost / arr - before_start * (1.0 - scenario.company.gross_retention)
}

/// How many quarters the cash lasts if each is like the last one, or like the running costs while no quarter has
/// closed. 255 if the cash does not shrink.
#[must_use]
pub fn runway_quarters(scenario: &Scenario, state: &State) -> f64 {
    let cash = state.get(Quantity::Cash);
    let burn = match state.history.as_slice() {
        [.., before, last] => before.get(Quantity::Cash) - last.get(Quantity::Cash),
        _ => running_costs(scenario, state),
    };
    if burn > 0.0 { cash / burn } else { f64::from(u8::MAX) }
}

/// What a quarter costs beyond the margin on subscriptions, in dollars.
fn running_costs(scenario: &Scenario, state: &State) -> f64 {
    let rules = &scenario.rules;
    let margin = state.get(Quantity::Arr) / YEAR as f64 * rules.gross_margin;
    state.get(Quantity::Engineering) * rules.week_cost + rules.other_costs - margin
}
