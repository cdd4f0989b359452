//! The runs on disk: which can be played again, and how near the best of each scenario came to par.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::Director;
use crate::lab;
use crate::run::{Listed, RunFile, list, replay, scenario_of};
use crate::scenario::Scenario;
use crate::sim::formula::value;

/// Finished runs, from the newest on, whose results stand on the shelf.
const REMEMBERED: usize = 24;

/// A saved run of a scenario that is as it was then.
#[derive(Clone, Debug)]
pub(super) struct Saved {
    pub path: PathBuf,
    pub run: RunFile,
    pub scenario: Arc<Scenario>,
}

impl Saved {
    /// What all teams on the same deck share.
    pub(super) fn deck(&self) -> (String, u64) {
        (self.scenario.hash.clone(), self.run.seed)
    }
}

/// What the best policy makes of a company and a seed, worked out once each.
#[derive(Debug, Default)]
pub(super) struct Pars(BTreeMap<(String, u64), f64>);

impl Pars {
    /// Par in dollars.
    pub(super) fn of(&mut self, scenario: &Arc<Scenario>, seed: u64) -> f64 {
        let best = || lab::par(scenario, seed).first().map_or(0.0, |&(_, value)| value);
        *self.0.entry((scenario.hash.clone(), seed)).or_insert_with(best)
    }
}

/// How near the team of a finished run came to par, by the file of the run: it never changes again.
pub(super) type Results = BTreeMap<PathBuf, f64>;

impl Director {
    /// Wanted runs of scenarios that are as they were then, the newest first.
    pub(super) fn saved(&self, most: usize, wanted: fn(&RunFile) -> bool) -> Vec<Saved> {
        let listed = self.outside.runs.as_deref().map(list).unwrap_or_default();
        let saved = listed.into_iter().filter_map(|Listed { path, run }| {
            let run = run.ok().filter(wanted)?;
            let scenario = scenario_of(&run, &path, |place| self.find(place)).ok()?;
            scenario.known_as(&run.scenario_hash).then_some(Saved { path, run, scenario })
        });
        saved.take(most).collect()
    }

    /// The best result of every scenario that was played to its end, as a share of par, by id.
    pub(super) fn best_results(&mut self) -> BTreeMap<String, f64> {
        let mut best: BTreeMap<String, f64> = BTreeMap::new();
        for saved in self.saved(REMEMBERED, |run| run.ended) {
            let known = self.results.get(&saved.path).copied();
            let Some(share) = known.or_else(|| self.result(&saved)) else { continue };
            self.results.insert(saved.path, share);
            let so_far = best.entry(saved.run.scenario).or_insert(share);
            *so_far = so_far.max(share);
        }
        best
    }

    fn result(&mut self, saved: &Saved) -> Option<f64> {
        let game = replay(&saved.run, &saved.scenario).ok()?.game;
        let par = self.pars.of(&saved.scenario, saved.run.seed);
        (par > 0.0).then(|| value(game.scenario(), game.state()).total / par)
    }
}
