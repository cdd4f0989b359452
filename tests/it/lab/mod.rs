//! Playing many runs.

mod argument;
mod fortune;
mod luck;
mod policies;
mod verdicts;

use std::sync::Arc;

use off_roadmap::policy::{self, Policy};
use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::Shelf;

/// A run of `scale-up` with a policy on both seats.
fn played(policy: &dyn Policy, seed: u64) -> Session {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
    let mut session = Session::new(scenario.clone(), seed, Team::named("Blue", &scenario), None);
    session.play_by(policy);
    session
}

/// A policy by its id.
fn by(id: &str) -> &'static dyn Policy {
    policy::by_id(id).expect("it is built in")
}
