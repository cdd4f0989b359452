//! Separating decision from luck: compares a decision with alternatives in many futures with the same dice for both.

use std::slice;

use rayon::prelude::*;

use super::race::FRESH;
use super::stats::Stats;
use crate::run::{Fork, Otherwise, RunFile, WhatIf};
use crate::sim::formula::value;
use crate::sim::{Anew, Decision, Game};

/// A smaller difference, in dollars, counts as none.
const CENT: f64 = 0.01;

/// What a run is worth when continued from one decision in many futures: the company's value in each, in dollars.
#[derive(Clone, Debug, Default)]
pub struct Futures(Vec<f64>);

impl Futures {
    /// `count` futures of a run as it was signed.
    #[must_use]
    pub fn of(fork: &Fork, count: u32) -> Self {
        let played = |luck: u32| {
            fork.with_luck(FRESH + u64::from(luck), Anew::DiceAndHidden, &[]).map_or(0.0, |other| worth(&other))
        };
        Self((0..count).into_par_iter().map(played).collect())
    }
}

/// Another choice for a decision, played out.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The other choice.
    pub change: Otherwise,
    /// The resulting run on the run's own dice.
    pub own: WhatIf,
    /// What it is worth compared with the actual decision, over many futures.
    pub apart: Apart,
}

/// Tries every other choice that was possible for a decision, each in `futures` futures; `played` is the finished game
/// of the run.
#[must_use]
pub fn tried(run: &RunFile, played: &Game, decision: &Decision, futures: u32) -> Vec<Tried> {
    let Some(fork) = Fork::at(run, played, decision.id) else { return Vec::new() };
    let futures = Futures::of(&fork, futures);
    let one = |change: Otherwise| {
        let (own, apart) = (fork.gone(slice::from_ref(&change))?, apart(&fork, &futures, &change)?);
        Some(Tried { change, own, apart })
    };
    Otherwise::of(played, decision).into_iter().filter_map(one).collect()
}

/// What another choice would have been worth, whatever the dice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// How much more the company would be worth, in dollars, one number per future.
    pub difference: Stats,
    /// In how many futures it would be worth more.
    pub better: u32,
    /// In how many it would be worth less.
    pub worse: u32,
}

impl Apart {
    /// Whether the mean is larger than luck explains: two standard errors.
    #[must_use]
    pub fn told_from_luck(&self) -> bool {
        libm::fabs(self.difference.mean()) > 2.0 * self.difference.error()
    }
}

/// Compares a change with the actual decision in the same futures. `None` if the change was not possible.
#[must_use]
pub fn apart(fork: &Fork, futures: &Futures, change: &Otherwise) -> Option<Apart> {
    let difference = |(luck, was): (usize, &f64)| {
        fork.with_luck(FRESH + luck as u64, Anew::DiceAndHidden, slice::from_ref(change))
            .map(|other| worth(&other) - was)
    };
    let differences: Vec<f64> = futures.0.par_iter().enumerate().map(difference).collect::<Option<_>>()?;
    let count = |wanted: fn(f64) -> bool| differences.iter().map(|&difference| u32::from(wanted(difference))).sum();
    let (better, worse) = (count(|difference| difference >= CENT), count(|difference| difference <= -CENT));
    Some(Apart { difference: differences.into_iter().collect(), better, worse })
}

fn worth(other: &WhatIf) -> f64 {
    value(other.game.scenario(), other.game.state()).total
}
