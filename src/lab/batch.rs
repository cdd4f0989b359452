//! Runs jobs in parallel and passes on the results in the order of the jobs.
//!
//! Jobs run in blocks, so memory use does not grow with their number. The order does not depend on threads.

use std::convert::Infallible;
use std::sync::Arc;

use rayon::prelude::*;

use super::played::{Played, play};
use crate::policy::Policy;
use crate::scenario::Scenario;

/// How many jobs are in memory at once.
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

/// This many seeds from `first` on; fewer if that would overflow.
pub fn seeds(first: u64, count: u32) -> impl Iterator<Item = u64> + Clone {
    (0..u64::from(count)).map_while(move |more| first.checked_add(more))
}

/// Runs every job; `sink` gets the results one at a time, in the order of the jobs.
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

/// Runs jobs until `sink` fails, since nobody wants the rest then.
///
/// # Errors
/// The error of `sink`.
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
