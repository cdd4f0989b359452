//! Something that was decided in a run, with other ways to play from there on, so that they can be raced.

use rayon::prelude::*;

use super::habits::Way;
use super::race::{Ending, FRESH, MEASURED};
use super::stats::Stats;
use crate::run::{Fork, Otherwise, RunFile, WhatIf};
use crate::sim::formula::value;
use crate::sim::{Anew, Game};

/// A run up to the first decision that the other ways change.
pub(super) struct Rerun<'a> {
    pub(super) ways: Vec<Way>,
    fork: Fork<'a>,
}

impl<'a> Rerun<'a> {
    /// `None` if there are no other ways, or nobody signed what they change.
    pub(super) fn of(run: &'a RunFile, played: &'a Game, ways: Vec<Way>) -> Option<Self> {
        let first = ways.iter().flat_map(|way| &way.changes).map(|change| change.decision).min()?;
        Some(Self { ways, fork: Fork::at(run, played, first)? })
    }

    /// A future on one of the other ways, or as it was decided.
    pub(super) fn future(&self, way: Option<usize>, future: u64) -> Option<WhatIf> {
        let changes: &[Otherwise] = way.map_or(&[], |way| &self.ways[way].changes);
        self.fork.with_luck(future, Anew::DiceAndHidden, changes)
    }

    /// How a future ends on one of the other ways, or as it was decided.
    pub(super) fn ending(&self, way: Option<usize>, future: u64) -> Option<Ending> {
        let WhatIf { game, dropped, stood_in, .. } = self.future(way, future)?;
        let worth = worth(&game);
        let stood_in = stood_in.into_iter().map(|(_, deal)| (1 << 32) | u64::from(deal.0));
        let mut missing: Vec<u64> = dropped.into_iter().map(|id| u64::from(id.0)).chain(stood_in).collect();
        missing.sort_unstable();
        Some(Ending { worth, missing })
    }

    /// How much more the company would have ended worth on one of the other ways, in dollars, with the dice and the facts
    /// as they were.
    pub(super) fn own(&self, way: usize) -> Option<f64> {
        let ended = |changes: &[Otherwise]| Some(worth(&self.fork.gone(changes)?.game));
        Some(ended(&self.ways[way].changes)? - ended(&[])?)
    }

    /// The same on average over futures with other dice, but with the facts as they were.
    pub(super) fn with_facts(&self, way: usize) -> Option<Stats> {
        let difference = |future: u64| {
            let ended = |changes: &[Otherwise]| Some(worth(&self.fork.with_luck(future, Anew::Dice, changes)?.game));
            Some(ended(&self.ways[way].changes)? - ended(&[])?)
        };
        let fresh = (FRESH..FRESH + u64::from(MEASURED)).into_par_iter();
        let differences: Option<Vec<f64>> = fresh.map(difference).collect();
        Some(differences?.into_iter().collect())
    }

    /// The game just before it was decided.
    pub(super) fn before(&self) -> &Game {
        self.fork.game()
    }
}

/// What the company is worth, in dollars.
pub(super) fn worth(game: &Game) -> f64 {
    value(game.scenario(), game.state()).total
}
