//! Something that was decided in a run, with other ways to play from there on, so that they can be raced.

use super::habits::Way;
use super::race::Ending;
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

    /// How a future ends on one of the other ways, or as it was decided.
    pub(super) fn ending(&self, way: Option<usize>, future: u64) -> Option<Ending> {
        let changes: &[Otherwise] = way.map_or(&[], |way| &self.ways[way].changes);
        let WhatIf { game, dropped, stood_in } = self.fork.with_luck(future, Anew::DiceAndHidden, changes)?;
        let worth = value(game.scenario(), game.state()).total;
        let stood_in = stood_in.into_iter().map(|(_, deal)| (1 << 32) | u64::from(deal.0));
        let mut missing: Vec<u64> = dropped.into_iter().map(|id| u64::from(id.0)).chain(stood_in).collect();
        missing.sort_unstable();
        Some(Ending { worth, missing })
    }
}
