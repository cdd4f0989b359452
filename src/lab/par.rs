//! Par: what the policies reach on one seed, and between which values they ran on their way.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Played, play};
use crate::policy;
use crate::scenario::Scenario;
use crate::sim::Quantity;

/// Share of the policies that the envelope leaves out at either end.
const LEFT_OUT: f64 = 0.1;

/// What the policies make of a company on a seed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// Company value of each policy, by id, in dollars, the best first: par is the first one.
    pub reached: Vec<(&'static str, f64)>,
    /// Between which values of ARR, in dollars, four of five policies were at the end of each quarter.
    pub envelope: Vec<(f64, f64)>,
}

/// What every policy makes of the company on a seed.
#[must_use]
pub fn field(scenario: &Arc<Scenario>, seed: u64) -> Field {
    let played = |policy: &&'static dyn policy::Policy| {
        let id = policy.id();
        let game = play(*policy, scenario, seed);
        let arr: Vec<f64> = game.state().history.iter().map(|record| record.get(Quantity::Arr)).collect();
        ((id, Played::of(id, &game).value), arr)
    };
    let (mut reached, lines): (Vec<_>, Vec<_>) = policy::ALL.par_iter().map(played).unzip();
    reached.sort_by(|a, b| b.1.total_cmp(&a.1));
    Field { reached, envelope: envelope(&lines) }
}

/// What every policy makes of the company on a seed, by id, in dollars, the best first: par is the first one.
#[must_use]
pub fn par(scenario: &Arc<Scenario>, seed: u64) -> Vec<(&'static str, f64)> {
    field(scenario, seed).reached
}

/// The band that holds most of the lines at each of their points; a line that ended early is left out from there on.
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
