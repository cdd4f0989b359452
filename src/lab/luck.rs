//! Luck apart: a decision and another one in its place, in many futures that are the same for both.

use rayon::prelude::*;

use super::stats::Stats;
use crate::run::{Change, Fork, WhatIf};
use crate::sim::formula::value;

/// Less than this is no difference, in dollars.
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
