//! Par: what the policies reach on one seed.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Played, play};
use crate::policy;
use crate::scenario::Scenario;

/// What every policy makes of the company on a seed, by id, in dollars, the best first: par is the first one.
#[must_use]
pub fn par(scenario: &Arc<Scenario>, seed: u64) -> Vec<(&'static str, f64)> {
    let reached = |policy: &&'static dyn policy::Policy| {
        let id = policy.id();
        (id, Played::of(id, &play(*policy, scenario, seed)).value)
    };
    let mut reached: Vec<_> = policy::ALL.par_iter().map(reached).collect();
    reached.sort_by(|a, b| b.1.total_cmp(&a.1));
    reached
}
