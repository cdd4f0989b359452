//! Checks the claims of a scenario: what must hold at the end, in what share of how many seeded runs.

use std::sync::Arc;

use super::batch::{each, seeds};
use super::played::play;
use crate::policy;
use crate::scenario::{Claim, Condition, Scenario};
use crate::sim::formula::measure;

/// A claim, and the share of runs in which it held.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimResult {
    /// The claim.
    pub claim: Claim,
    /// Share of the runs in which it held, 0..1.
    pub share: f64,
}

impl ClaimResult {
    /// Whether it held often enough.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.share >= self.claim.share
    }
}

/// Plays the runs for every claim of a scenario, from a first seed on.
#[must_use]
pub fn prove(scenario: &Arc<Scenario>, first_seed: u64) -> Vec<ClaimResult> {
    scenario.tests.iter().map(|claim| prove_one(scenario, claim, first_seed)).collect()
}

fn prove_one(scenario: &Arc<Scenario>, claim: &Claim, first_seed: u64) -> ClaimResult {
    let mut held = 0_u32;
    if let Some(policy) = policy::by_id(&claim.policy) {
        let seeds = seeds(first_seed, claim.seeds);
        each(seeds, |&seed| holds(&play(policy, scenario, seed), &claim.holds), |_, holds| held += u32::from(holds));
    }
    ClaimResult { claim: claim.clone(), share: f64::from(held) / f64::from(claim.seeds.max(1)) }
}

fn holds(game: &crate::sim::Game, condition: &Condition) -> bool {
    let number = |of| measure(game.scenario(), game.state(), of);
    match *condition {
        Condition::AtLeast(of, bound) => number(of) >= bound,
        Condition::Below(of, bound) => number(of) < bound,
    }
}
