//! Luck apart: a decision and another one in its place, in many futures that are the same for both.

use rayon::prelude::*;

use super::stats::Stats;
use crate::run::{Change, Fork, RunFile, WhatIf};
use crate::sim::formula::value;
use crate::sim::{Decision, Game};

/// Anything below this counts as no difference, in dollars.
const CENT: f64 = 0.01;

/// What a run comes to from one of its decisions on, in many futures: the company's value in each, in dollars.
#[derive(Clone, Debug, Default)]
pub struct Futures(Vec<f64>);

impl Futures {
    /// So many futures of a run as it was signed.
    #[must_use]
    pub fn of(fork: &Fork, count: u32) -> Self {
        let played = |luck: u32| fork.with_luck(u64::from(luck), None).map_or(0.0, |other| worth(&other));
        Self((0..count).into_par_iter().map(played).collect())
    }
}

/// Another way in which a decision could have gone, tried.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The way.
    pub change: Change,
    /// The run that comes of it on the run's own dice.
    pub own: WhatIf,
    /// What it would have been worth in many futures.
    pub apart: Apart,
}

/// Tries every other way that was open when a decision was signed, in so many futures; `played` is the game that the
/// run leads to.
#[must_use]
pub fn tried(run: &RunFile, played: &Game, decision: &Decision, futures: u32) -> Vec<Tried> {
    let Some(fork) = Fork::at(run, played, decision.id) else { return Vec::new() };
    let futures = Futures::of(&fork, futures);
    let one = |change: Change| {
        let (own, apart) = (fork.gone(&change)?, apart(&fork, &futures, &change)?);
        Some(Tried { change, own, apart })
    };
    Change::of(played, decision).into_iter().filter_map(one).collect()
}

/// The way that would clearly have been the best, whatever the dice; none if what was decided was as good.
#[must_use]
pub fn better(tried: &[Tried]) -> Option<&Tried> {
    let gain = |way: &&Tried| way.apart.told_from_luck() && way.apart.difference.mean() >= CENT;
    tried.iter().filter(gain).max_by(|a, b| a.apart.difference.mean().total_cmp(&b.apart.difference.mean()))
}

/// What another decision would have been worth, whatever the dice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// By how much the company would be worth more, in dollars: a number for each future.
    pub difference: Stats,
    /// In how many futures it would be worth more.
    pub better: u32,
    /// In how many it would be worth less.
    pub worse: u32,
}

impl Apart {
    /// Whether the mean is more than luck: a claim needs two standard errors.
    #[must_use]
    pub fn told_from_luck(&self) -> bool {
        libm::fabs(self.difference.mean()) > 2.0 * self.difference.error()
    }
}

/// Compares a change with what was decided in the same futures. Nothing if the change could not be made.
#[must_use]
pub fn apart(fork: &Fork, futures: &Futures, change: &Change) -> Option<Apart> {
    let difference =
        |(luck, was): (usize, &f64)| fork.with_luck(luck as u64, Some(change)).map(|other| worth(&other) - was);
    let differences: Vec<f64> = futures.0.par_iter().enumerate().map(difference).collect::<Option<_>>()?;
    let count = |wanted: fn(f64) -> bool| differences.iter().map(|&difference| u32::from(wanted(difference))).sum();
    let (better, worse) = (count(|difference| difference >= CENT), count(|difference| difference <= -CENT));
    Some(Apart { difference: differences.into_iter().collect(), better, worse })
}

fn worth(other: &WhatIf) -> f64 {
    value(other.game.scenario(), other.game.state()).total
}
