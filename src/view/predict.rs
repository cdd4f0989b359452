//! The prediction before the close: which number, its past values, and what a range is worth.

use schemars::JsonSchema;
use serde::Serialize;

use crate::scenario::Measure;
use crate::sim::formula::{most, points, predicted, telling_width};
use crate::sim::{Game, Quantity, Range, Record};
use crate::text::{self, Teller, Unit, quarter_name};

/// The prediction.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Predict {
    /// The number.
    pub measure: Measure,
    /// Its name.
    pub label: String,
    /// Its unit.
    pub unit: Unit,
    /// Its values at the end of past quarters.
    pub past: Vec<PastValue>,
    /// The range that scripts sign, meaning no change. People start without one.
    pub usual: Range,
    /// The smallest possible value.
    pub least: f64,
    /// The largest possible value; `None` if there is no limit.
    pub most: Option<f64>,
    /// The width, in words, at which a range near the last value is worth nothing.
    pub telling: String,
    /// The step by which the ends move.
    pub step: f64,
}

/// A value at the end of a past quarter.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PastValue {
    /// The quarter.
    pub quarter: String,
    /// The value.
    pub value: String,
}

/// A range this many times larger or smaller than no change was probably typed in another unit.
const FAR: f64 = 5.0;

impl Predict {
    /// Whether the result can fall into a range.
    #[must_use]
    pub fn possible(&self, range: Range) -> bool {
        range.high >= self.least && self.most.is_none_or(|most| range.low <= most)
    }

    /// Whether a range is so far from no change that it may be a slip, such as `0.73` for 73 or a million for a
    /// thousand.
    #[must_use]
    pub fn far(&self, range: Range) -> bool {
        let usual = self.usual;
        usual.low > 0.0 && (range.high < usual.low / FAR || range.low > usual.high * FAR)
    }

    /// What a range is worth if it holds, 0 to 100 points, assuming a result in its middle.
    #[must_use]
    pub fn worth(&self, range: Range) -> u8 {
        points(self.measure, range, (range.low + range.high) / 2.0)
    }
}

/// Makes the prediction for the current quarter.
#[must_use]
pub fn predict(game: &Game, text: &Teller) -> Predict {
    let (scenario, state) = (game.scenario(), game.state());
    let number = predicted(scenario, state.quarter);
    let unit = unit(number);
    let past: Vec<(u8, f64)> =
        state.history.iter().filter_map(|record| Some((record.quarter.0, recorded(game, record, number)?))).collect();
    let last = past.last().map_or_else(|| fallback(game, number), |(_, value)| *value);
    let step = step(unit);
    let wide = if unit == Unit::Dollars { (last.abs() * 0.1).max(step) } else { 2.0 * step };
    let snap = |value: f64| libm::round(value / step) * step;
    Predict {
        measure: number,
        label: text::measure(text, number),
        unit,
        past: past
            .iter()
            .map(|&(quarter, value)| {
                let name = match quarter {
                    0 => text.get("start"),
                    _ => quarter_name(text, crate::ids::Quarter(quarter)),
                };
                PastValue { quarter: name, value: unit.write(text, value) }
            })
            .collect(),
        usual: Range {
            low: snap(last - wide).max(least(number)),
            high: snap(last + wide).min(most(number).unwrap_or(f64::INFINITY)),
        },
        least: least(number),
        most: most(number),
        telling: text::width(text, unit, telling_width(number, last)),
        step,
    }
}

/// The step by which the ends of a prediction move now.
#[must_use]
pub fn predict_step(game: &Game) -> f64 {
    step(unit(predicted(game.scenario(), game.state().quarter)))
}

/// The unit of a named number.
pub(super) fn unit(measure: Measure) -> Unit {
    match measure {
        Measure::Cash | Measure::Arr | Measure::Bookings | Measure::Value => Unit::Dollars,
        Measure::QuotaAttainment | Measure::GrossRetention => Unit::Percent,
        Measure::Upkeep => Unit::Weeks,
        Measure::Coherence | Measure::Trust | Measure::Gap | Measure::Precedent | Measure::Morale => Unit::Index,
    }
}

/// Only cash and the market gap can be negative.
fn least(number: Measure) -> f64 {
    if matches!(number, Measure::Cash | Measure::Gap) { f64::NEG_INFINITY } else { 0.0 }
}

fn step(unit: Unit) -> f64 {
    match unit {
        Unit::Dollars => 50_000.0,
        Unit::Percent | Unit::Index => 0.01,
        Unit::Weeks | Unit::Count => 1.0,
    }
}

/// The value of a number at the end of a closed quarter; `None` if it had none.
pub(super) fn recorded(game: &Game, record: &Record, number: Measure) -> Option<f64> {
    let quantity = |quantity: Quantity| Some(record.get(quantity));
    match number {
        Measure::Cash => quantity(Quantity::Cash),
        Measure::Arr => quantity(Quantity::Arr),
        Measure::Coherence => quantity(Quantity::Coherence),
        Measure::Trust => quantity(Quantity::Trust),
        Measure::Gap => quantity(Quantity::Gap),
        Measure::Upkeep => quantity(Quantity::Upkeep),
        Measure::Precedent => quantity(Quantity::Precedent),
        Measure::Morale => quantity(Quantity::Morale),
        Measure::GrossRetention => Some(record.gross_retention),
        Measure::QuotaAttainment => (record.quarter.0 > 0).then_some(record.attainment),
        Measure::Bookings => bookings(game, record),
        Measure::Value => None,
    }
}

fn bookings(game: &Game, record: &Record) -> Option<f64> {
    let before = game.state().history.iter().rfind(|other| other.quarter < record.quarter)?;
    Some(record.get(Quantity::Bookings) - before.get(Quantity::Bookings))
}

/// What to show before the first close; for bookings the quota, because that is what people compare them with.
fn fallback(game: &Game, number: Measure) -> f64 {
    match number {
        Measure::Bookings => game.state().get(Quantity::Quota),
        Measure::QuotaAttainment => 1.0,
        // The true multiple depends on fits that nobody knows before the debrief.
        Measure::Value => game.state().get(Quantity::Arr) * game.scenario().rules.value_base,
        other => crate::sim::formula::measure(game.scenario(), game.state(), other),
    }
}

/// A range as text.
pub(super) fn in_words(text: &Teller, measure: Measure, range: Range) -> String {
    text::range(text, unit(measure), range.low, range.high)
}

/// A value as text.
pub(super) fn written(text: &Teller, measure: Measure, value: f64) -> String {
    unit(measure).write(text, value)
}
