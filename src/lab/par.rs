//! Par: what the policies reach on one seed, and the range of their ARR on the way.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Played, play};
use crate::policy;
use crate::scenario::Scenario;
use crate::sim::Quantity;

/// Share of the policies that the envelope leaves out at each end.
const LEFT_OUT: f64 = 0.1;

/// How all policies do on a seed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Benchmark {
    /// Final company value of each policy, in dollars, best first. The first one is par.
    pub reached: Vec<(&'static str, f64)>,
    /// For each quarter the range, in dollars, that holds the ARR of about four out of five policies.
    pub envelope: Vec<(f64, f64)>,
}

/// Plays every policy on a seed.
#[must_use]
pub fn field(scenario: &Arc<Scenario>, seed: u64) -> Benchmark {
    let played = |policy: &&'static dyn policy::Policy| {
        let id = policy.id();
        let game = play(*policy, scenario, seed);
        let arr: Vec<f64> = game.state().history.iter().map(|record| record.get(Quantity::Arr)).collect();
        ((id, Played::of(id, &game).value), arr)
    };
    let (mut reached, lines): (Vec<_>, Vec<_>) = policy::ALL.par_iter().map(played).unzip();
    reached.sort_by(|a, b| b.1.total_cmp(&a.1));
    Benchmark { reached, envelope: envelope(&lines) }
}

/// Final company value of each policy on a seed, in dollars, best first. The first one is par.
#[must_use]
pub fn par(scenario: &Arc<Scenario>, seed: u64) -> Vec<(&'static str, f64)> {
    field(scenario, seed).reached
}

/// The band that most lines are in at each point. A line that ends early counts only up to its end.
fn envelope(lines: &[Vec<f64>]) -> Vec<(f64, f64)> {
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let band = |at: usize| {
        let mut there: Vec<f64> = lines.iter().filter_map(|line| line.get(at).copied()).collect();
        there.sort_by(f64::total_cmp);
        let last = there.len().saturating_sub(1);
        let out = (last as f64 * LEFT_OUT) as usize;
        Some((*there.get(out)?, *there.get(last - out)?))
    };
    (0..longest).filter_map(band).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_envelope_leaves_out_the_ends_and_lines_that_are_over() {
        let lines: Vec<Vec<f64>> = (0..11).map(|line| vec![f64::from(line); if line == 0 { 1 } else { 2 }]).collect();
        assert_eq!(envelope(&lines), [(1.0, 9.0), (1.0, 10.0)]);
        assert_eq!(envelope(&[]), []);
    }
}
