//! What the policies reach on the seeds of a room, for its debrief. Played once, by a thread of its own: no request waits.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use crate::lab::{self, Benchmark};
use crate::scenario::Scenario;

/// Benchmarks by seed.
#[derive(Debug, Default)]
pub(super) struct Benchmarks {
    played: RwLock<Option<BTreeMap<u64, Benchmark>>>,
}

impl Benchmarks {
    /// The benchmark of a seed; an empty one while it is played.
    pub(super) fn of(&self, seed: u64) -> Benchmark {
        let played = self.played.read().unwrap_or_else(PoisonError::into_inner);
        played.as_ref().and_then(|all| all.get(&seed).cloned()).unwrap_or_default()
    }

    /// Plays all policies on these seeds, unless that has begun before. `done` is called after each seed.
    pub(super) fn play(self: &Arc<Self>, scenario: &Arc<Scenario>, seeds: &[u64], done: impl Fn() + Send + 'static) {
        if self.begun() {
            return;
        }
        let (all, scenario, seeds) = (self.clone(), scenario.clone(), BTreeSet::from_iter(seeds.iter().copied()));
        let play = move || {
            for seed in seeds {
                let benchmark = lab::field(&scenario, seed);
                let mut played = all.played.write().unwrap_or_else(PoisonError::into_inner);
                played.get_or_insert_default().insert(seed, benchmark);
                drop(played);
                done();
            }
        };
        // Without a thread the debrief lacks par, and nothing else.
        drop(thread::Builder::new().name("benchmarks".to_owned()).spawn(play));
    }

    /// Whether playing has begun; from now on it has.
    fn begun(&self) -> bool {
        let mut played = self.played.write().unwrap_or_else(PoisonError::into_inner);
        let begun = played.is_some();
        played.get_or_insert_default();
        begun
    }
}
