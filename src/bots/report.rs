//! How fast a host answered its bots.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;

/// What is measured while bots play.
#[derive(Debug, Default)]
pub(super) struct Measured(Mutex<Times>);

#[derive(Debug, Default)]
struct Times {
    signed: Vec<Duration>,
    seen: Vec<Duration>,
    refused: u64,
    lost: u64,
}

impl Measured {
    fn times(&self) -> MutexGuard<'_, Times> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A signature was answered: it is safe on the disk of the host.
    pub(super) fn signed(&self, after: Duration) {
        self.times().signed.push(after);
    }

    /// What a bot signed has come to the page of its team-mate.
    pub(super) fn seen(&self, after: Duration) {
        self.times().seen.push(after);
    }

    /// A signature was turned away.
    pub(super) fn refused(&self) {
        self.times().refused += 1;
    }

    /// A stream ended.
    pub(super) fn lost(&self) {
        self.times().lost += 1;
    }

    pub(super) fn report(&self, teams: usize, joined: Duration, took: Duration) -> Report {
        let times = self.times();
        Report {
            teams,
            seats: 2 * teams,
            joined_s: joined.as_secs_f64(),
            took_s: took.as_secs_f64(),
            signatures: times.signed.len(),
            signatures_per_s: times.signed.len() as f64 / took.as_secs_f64().max(0.001),
            refused: times.refused,
            streams_lost: times.lost,
            answered_ms: Spread::of(&times.signed),
            seen_by_mate_ms: Spread::of(&times.seen),
        }
    }
}

/// How fast a host answered its bots.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Teams that the bots played for.
    pub teams: usize,
    /// Their seats.
    pub seats: usize,
    /// Seconds until all had joined.
    pub joined_s: f64,
    /// Seconds until all were done.
    pub took_s: f64,
    /// Signatures that were accepted.
    pub signatures: usize,
    /// The same per second.
    pub signatures_per_s: f64,
    /// Signatures that were turned away, because the team-mate had acted meanwhile.
    pub refused: u64,
    /// Streams that ended before the game did.
    pub streams_lost: u64,
    /// From a signature to its answer, which comes when it is safe on the disk of the host.
    pub answered_ms: Spread,
    /// From a signature to the page of the team-mate.
    pub seen_by_mate_ms: Spread,
}

/// A few numbers for many, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Spread {
    /// Half are below it.
    pub p50: f64,
    /// Nineteen of twenty are below it.
    pub p95: f64,
    /// Ninety-nine of a hundred are below it.
    pub p99: f64,
    /// The largest one.
    pub most: f64,
}

impl Spread {
    fn of(times: &[Duration]) -> Self {
        let mut sorted: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1_000.0).collect();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        let at = |share: f64| sorted.get(libm::round(share * last as f64) as usize).copied().unwrap_or_default();
        Self { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;
    use std::time::Duration;

    #[test]
    fn a_spread_names_the_middle_and_the_slow_ones() {
        let times: Vec<Duration> = (0..=100).rev().map(Duration::from_millis).collect();
        assert_eq!(Spread::of(&times), Spread { p50: 50.0, p95: 95.0, p99: 99.0, most: 100.0 });
        assert_eq!(Spread::of(&[]), Spread::default());
    }
}
