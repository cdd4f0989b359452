//! The six numbers of the wall: their names, units and values.

use super::Term;
use crate::ids::Quarter;
use crate::scenario::{Measure, Scenario};
use crate::sim::formula::{attainment, gross_retention};
use crate::sim::{Game, Quantity, Record, State};
use crate::text::{self, Text, Unit};

/// One of the six numbers: its name, unit, current value, and value at a closed quarter.
pub(super) struct Six {
    pub measure: Measure,
    pub term: Term,
    /// The ledger quantity that explains it, and the sign of its effect: lost ARR lowers retention.
    pub behind: (Quantity, i64),
    pub unit: Unit,
    pub now: fn(&Game) -> f64,
    pub then: fn(&Record) -> f64,
}

impl Six {
    /// The one of the six that is this measure.
    pub(super) fn of(measure: Measure) -> Option<&'static Self> {
        SIX.iter().find(|six| six.measure == measure)
    }

    /// Its name.
    pub(super) fn label(&self, text: &Text) -> String {
        text::measure(text, self.measure)
    }

    /// The value that a change is measured from; zero for attainment before the first quarter, as there was no quota.
    pub(super) fn before(&self, scenario: &Scenario, record: &Record) -> f64 {
        if self.known(scenario, record) { (self.then)(record) } else { 0.0 }
    }

    /// Whether it has a value at the end of a quarter. Attainment has none before the first quarter and in the echo
    /// year.
    pub(super) fn known(&self, scenario: &Scenario, record: &Record) -> bool {
        self.term != Term::Quota || has_quota(scenario, record)
    }

    /// The last quarter, up to `to`, at whose end it has a value.
    pub(super) fn last<'a>(&self, game: &'a Game, to: Quarter) -> Option<&'a Record> {
        let known = |record: &&Record| record.quarter <= to && self.known(game.scenario(), record);
        game.state().history.iter().rfind(known)
    }
}

/// The six numbers with their units, in the order of the wall.
#[must_use]
pub fn six_numbers() -> [(Measure, Unit); 6] {
    SIX.map(|six| (six.measure, six.unit))
}

/// The six numbers, in the order of the wall.
pub(super) const SIX: [Six; 6] = [
    Six {
        measure: Measure::Cash,
        term: Term::Cash,
        behind: (Quantity::Cash, 1),
        unit: Unit::Dollars,
        now: |game| game.state().get(Quantity::Cash),
        then: |record| record.get(Quantity::Cash),
    },
    Six {
        measure: Measure::Arr,
        term: Term::Arr,
        behind: (Quantity::Arr, 1),
        unit: Unit::Dollars,
        now: |game| game.state().get(Quantity::Arr),
        then: |record| record.get(Quantity::Arr),
    },
    Six {
        measure: Measure::QuotaAttainment,
        term: Term::Quota,
        behind: (Quantity::Bookings, 1),
        unit: Unit::Percent,
        now: |game| last_attainment(game.scenario(), game.state()),
        then: |record| record.attainment,
    },
    Six {
        measure: Measure::GrossRetention,
        term: Term::Retention,
        behind: (Quantity::LostArr, -1),
        unit: Unit::Percent,
        now: |game| {
            game.state()
                .history
                .last()
                .map_or_else(|| gross_retention(game.scenario(), game.state()), |r| r.gross_retention)
        },
        then: |record| record.gross_retention,
    },
    Six {
        measure: Measure::Coherence,
        term: Term::Coherence,
        behind: (Quantity::Coherence, 1),
        unit: Unit::Index,
        now: |game| game.state().get(Quantity::Coherence),
        then: |record| record.get(Quantity::Coherence),
    },
    Six {
        measure: Measure::Trust,
        term: Term::Trust,
        behind: (Quantity::Trust, 1),
        unit: Unit::Index,
        now: |game| game.state().get(Quantity::Trust),
        then: |record| record.get(Quantity::Trust),
    },
];

fn has_quota(scenario: &Scenario, record: &Record) -> bool {
    (1..=scenario.meta.quarters).contains(&record.quarter.0)
}

/// Attainment of the last closed quarter with a quota, since the current quarter has none before its close.
fn last_attainment(scenario: &Scenario, state: &State) -> f64 {
    let last = state.history.iter().rfind(|record| has_quota(scenario, record));
    last.map_or_else(|| attainment(state), |record| record.attainment)
}
