//! Runs jobs in parallel and hands the results over in the order of the jobs.
//!
//! Jobs are taken in blocks, so memory does not grow with their number, and the order does not depend on threads.

use std::convert::Infallible;
use std::sync::Arc;

use rayon::prelude::*;

use super::played::{Played, play};
use crate::policy::Policy;
use crate::scenario::Scenario;

/// Jobs that are in memory at once.
const BLOCK: usize = 256;

/// A policy on a scenario and a seed.
#[derive(Clone)]
pub struct Job {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The policy.
    pub policy: &'static dyn Policy,
    /// The seed.
    pub seed: u64,
}

impl Job {
    /// Plays it.
    #[must_use]
    pub fn run(&self) -> Played {
        Played::of(self.policy.id(), &play(self.policy, &self.scenario, self.seed))
    }
}

/// So many seeds from a first one on; fewer where the numbers end.
pub fn seeds(first: u64, count: u32) -> impl Iterator<Item = u64> + Clone {
    (0..u64::from(count)).map_while(move |more| first.checked_add(more))
}

/// Does every job; `sink` gets the results in the order of the jobs, one at a time.
pub fn each<J: Send + Sync, R: Send>(
    jobs: impl Iterator<Item = J>,
    run: impl Fn(&J) -> R + Sync,
    mut sink: impl FnMut(J, R),
) {
    let always = |job, result| {
        sink(job, result);
        Ok::<(), Infallible>(())
    };
    let Ok(()) = each_until(jobs, run, always);
}

/// Does every job until `sink` fails: then nobody wants the rest.
///
/// # Errors
/// The failure of `sink`.
pub fn each_until<J: Send + Sync, R: Send, E>(
    jobs: impl Iterator<Item = J>,
    run: impl Fn(&J) -> R + Sync,
    mut sink: impl FnMut(J, R) -> Result<(), E>,
) -> Result<(), E> {
    let mut jobs = jobs.peekable();
    while jobs.peek().is_some() {
        let block: Vec<J> = jobs.by_ref().take(BLOCK).collect();
        let results: Vec<R> = block.par_iter().map(&run).collect();
        block.into_iter().zip(results).try_for_each(|(job, result)| sink(job, result))?;
    }
    Ok(())
}
