//! Par: what the strategies make of the same start on average, whatever the dice, and the range of their ARR on the way.
//!
//! Everything is played on several sets of dice, because the best of fourteen strategies on one set is mostly the luckiest.

use std::sync::Arc;

use rayon::prelude::*;

use super::played::finish;
use super::stats::Stats;
use crate::policy;
use crate::scenario::Scenario;
use crate::sim::formula::value;
use crate::sim::{Anew, Game, Quantity};

/// Share of the lines that the envelope leaves out at each end.
const LEFT_OUT: f64 = 0.1;
/// Sets of dice on which every strategy plays; the same for all.
const DICE: u64 = 16;
/// The first of them, from another range than those of other experiments.
const FROM: u64 = 4 << 32;

/// How all policies do from a start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Benchmark {
    /// Final company value of each policy, in dollars, on average over the dice, best first. The first one is par.
    pub reached: Vec<(&'static str, f64)>,
    /// For each quarter the range, in dollars, that holds the ARR of about four out of five games.
    pub envelope: Vec<(f64, f64)>,
}

/// Plays every policy from the start that a seed leads to, with other dice.
#[must_use]
pub fn field(scenario: &Arc<Scenario>, seed: u64) -> Benchmark {
    let start = Game::without_ledger(scenario.clone(), seed);
    let jobs: Vec<_> = policy::ALL.iter().flat_map(|policy| (0..DICE).map(move |dice| (*policy, dice))).collect();
    let played = |&(policy, dice): &(&'static dyn policy::Policy, u64)| {
        let mut game = start.clone();
        game.turn_luck(FROM + dice, Anew::Dice);
        let game = finish(game, |_| policy);
        let arr: Vec<f64> = game.state().history.iter().map(|record| record.get(Quantity::Arr)).collect();
        (value(game.scenario(), game.state()).total, arr)
    };
    let (values, lines): (Vec<f64>, Vec<_>) = jobs.par_iter().map(played).unzip();
    let means = values.chunks(DICE as usize).map(|values| values.iter().copied().collect::<Stats>().mean());
    let mut reached: Vec<(&'static str, f64)> = policy::ALL.iter().map(|policy| policy.id()).zip(means).collect();
    reached.sort_by(|a, b| b.1.total_cmp(&a.1));
    Benchmark { reached, envelope: envelope(&lines) }
}

/// Final company value of each policy on average, in dollars, best first. The first one is par.
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
