//! What the debriefs of a room compare with: what the policies reach on a seed, what clearly mattered in a game, and what can
//! be said of several. Each is found once, one after the other, by a thread of its own: no request waits.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread;

use crate::journal::Changed;
use crate::lab::{self, Argument, Benchmark, Finished, Fortune, Verdicts};
use crate::room::TeamId;
use crate::run::{Log, RunFile};
use crate::scenario::Scenario;
use crate::sim::Game;

use super::host::Versions;

/// Everything that was found, and what is still being looked for.
#[derive(Debug)]
pub(super) struct Found {
    /// By seed.
    benchmarks: Slots<u64, Benchmark>,
    /// By the hash of the finished game.
    verdicts: Slots<String, Verdicts>,
    /// By the hash of the finished game.
    fortunes: Slots<String, Fortune>,
    /// By the hashes of the games.
    arguments: Slots<Vec<String>, Argument>,
    work: Mutex<Sender<Work>>,
    versions: Arc<Versions>,
}

/// What the debrief of a team compares with.
#[derive(Debug, Default)]
pub(super) struct Compared {
    /// What the policies reach; empty while they are played.
    pub(super) benchmark: Arc<Benchmark>,
    /// What clearly mattered; `None` while it is looked for.
    pub(super) verdicts: Option<Arc<Verdicts>>,
    /// How much was luck; `None` while it is found out.
    pub(super) fortune: Option<Arc<Fortune>>,
}

type Work = Box<dyn FnOnce() + Send>;

impl Found {
    pub(super) fn new(versions: Arc<Versions>) -> Self {
        let (work, to_do): (_, Receiver<Work>) = channel();
        // Without a thread the debrief lacks par and its turning points, and nothing else.
        let found = thread::Builder::new().name("found".to_owned());
        drop(found.spawn(move || to_do.into_iter().for_each(done)));
        Self {
            benchmarks: Slots::default(),
            verdicts: Slots::default(),
            fortunes: Slots::default(),
            arguments: Slots::default(),
            work: Mutex::new(work),
            versions,
        }
    }

    /// What a finished game of a team is compared with. What was not found yet is looked for from now on, and the pages of
    /// the team are drawn again when it is there.
    pub(super) fn of(&self, scenario: &Arc<Scenario>, team: TeamId, log: &Log) -> Compared {
        let benchmark = self.benchmark(scenario, log.game().state().seed);
        let hash = log.game().hash();
        let copy = || (log.run().clone(), log.game().clone());
        let its = || Changed { teams: [team].into(), ..Changed::default() };
        let verdicts = self.verdicts.get_or(hash.clone(), |slots| {
            let ((run, game), hash) = (copy(), hash.clone());
            self.find(its(), move || slots.put(hash, lab::verdicts(&run, &game)));
        });
        let fortune = self.fortunes.get_or(hash.clone(), |slots| {
            let (run, game) = copy();
            self.find(its(), move || slots.put(hash, Fortune::of(&run, &game)));
        });
        Compared { benchmark: benchmark.unwrap_or_default(), verdicts, fortune }
    }

    /// What the policies reach on a seed; `None` while they are played.
    pub(super) fn benchmark(&self, scenario: &Arc<Scenario>, seed: u64) -> Option<Arc<Benchmark>> {
        self.benchmarks.get_or(seed, |slots| {
            let scenario = scenario.clone();
            let everybody = Changed { all: true, ..Changed::default() };
            self.find(everybody, move || slots.put(seed, lab::field(&scenario, seed)));
        })
    }

    /// What can be said of several games; `None` while it is looked for.
    pub(super) fn argument(&self, logs: &[&Log]) -> Option<Arc<Argument>> {
        let hashes: Vec<String> = logs.iter().map(|log| log.game().hash()).collect();
        self.arguments.get_or(hashes.clone(), |slots| {
            let runs: Vec<(RunFile, Game)> = logs.iter().map(|log| (log.run().clone(), log.game().clone())).collect();
            let argue = move || {
                let finished: Vec<Finished> = runs.iter().map(|(run, game)| Finished { run, game }).collect();
                slots.put(hashes, Argument::of(&finished));
            };
            self.find(Changed::default(), argue);
        })
    }

    fn find(&self, changed: Changed, find: impl FnOnce() + Send + 'static) {
        let versions = self.versions.clone();
        let work = move || {
            find();
            versions.count(&changed);
        };
        let queue = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        drop(queue.send(Box::new(work)));
    }
}

/// Does a piece of work. If it panics, its page lacks what it would have found, and the rest is still found.
fn done(work: Work) {
    drop(catch_unwind(AssertUnwindSafe(work)));
}

/// Values by key; `None` while one is being looked for.
#[derive(Debug)]
struct Slots<K, V>(Arc<RwLock<BTreeMap<K, Option<Arc<V>>>>>);

impl<K: Ord, V> Slots<K, V> {
    /// The value of a key; `None` if it is not there yet. `look_for` is called for the first who asks.
    fn get_or(&self, key: K, look_for: impl FnOnce(Self)) -> Option<Arc<V>> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let first = self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, None).is_none();
        if first {
            look_for(self.clone());
        }
        None
    }

    fn put(&self, key: K, value: V) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, Some(Arc::new(value)));
    }
}

impl<K, V> Default for Slots<K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K, V> Clone for Slots<K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_to_be_found_keeps_nothing_else_from_being_found() {
        let found = Found::new(Arc::new(Versions::new(1)));
        let (told, heard) = channel();
        found.find(Changed::default(), || panic!("on purpose"));
        found.find(Changed::default(), move || {
            let _ = told.send(7);
        });
        assert_eq!(heard.recv(), Ok(7));
    }
}
