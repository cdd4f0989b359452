//! Finds, among the alternatives to many decisions, those that clearly matter, with few trials of most of them.
//!
//! All alternatives are tried in a few futures, the better ones in more, until a handful is left. What these are worth is
//! then measured in futures that had no part in choosing them, because the best of many always looks better than it is.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::stats::Stats;

/// The rounds: in how many futures whatever is left has been tried after it, and how many decisions are left then.
const ROUNDS: [(u64, usize); 3] = [(4, 24), (16, 8), (48, 4)];
/// As many decisions are also followed because each of their alternatives looks worse.
const MERITS: [usize; 3] = [8, 4, 2];
/// Alternatives that are kept for a decision after each round.
const ALTERNATIVES: [usize; 3] = [4, 3, 2];
/// Futures in which the last ones are measured, and every amount that is shown of a decision.
pub const MEASURED: u32 = 160;
/// The first of them. They come from another range than those of the rounds.
pub(super) const FRESH: u64 = 1 << 32;
/// Standard errors by which a mean must differ from zero. One-sided and for six comparisons, as many as are measured, less
/// than five in a hundred runs name something where nothing matters.
const CLEAR: f64 = 2.5;
/// Share of futures in which an alternative may make later decisions impossible; above it, it changes too much to be
/// compared.
const MOST_UPSET: f64 = 0.2;

/// How one future ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// What the company is worth, in dollars.
    pub worth: f64,
    /// Later decisions that were impossible or that somebody else had to make, as numbers, in order.
    pub missing: Vec<u64>,
}

impl Ending {
    /// Whether decisions are missing that were possible in the other ending.
    fn upsets(&self, other: &Self) -> bool {
        self.missing.iter().any(|missing| other.missing.binary_search(missing).is_err())
    }
}

/// What an alternative would have been worth, compared with the decision in the same futures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gain {
    /// How much more the company would be worth, in dollars, one number per future.
    pub difference: Stats,
    /// In how many futures it would be worth more.
    pub better: u32,
    /// In how many futures it makes later decisions impossible.
    pub upset: u32,
}

impl Gain {
    fn push(&mut self, difference: f64, upset: bool) {
        self.difference.push(difference);
        self.better += u32::from(difference > 0.0);
        self.upset += u32::from(upset);
    }

    /// Share of the futures in which it would be worth more, 0..1.
    #[must_use]
    pub fn share(&self) -> f64 {
        f64::from(self.better) / f64::from(self.difference.count().max(1))
    }

    /// Whether it can be compared: in most futures, what was decided later is still possible.
    fn comparable(&self) -> bool {
        f64::from(self.upset) <= MOST_UPSET * f64::from(self.difference.count())
    }

    /// Whether it may turn out to be comparable in more futures: it is not yet two standard deviations beyond that.
    fn may_be_comparable(&self) -> bool {
        let count = f64::from(self.difference.count());
        let deviation = libm::sqrt(count * MOST_UPSET * (1.0 - MOST_UPSET));
        f64::from(self.upset) <= MOST_UPSET * count + 2.0 * deviation
    }

    /// Whether it is clearly better by at least this much, in dollars.
    fn clearly_above(&self, least: f64) -> bool {
        self.difference.mean() >= least && self.difference.mean() > CLEAR * self.difference.error()
    }

    /// Whether it is clearly worse by at least this much, in dollars.
    fn clearly_below(&self, least: f64) -> bool {
        self.difference.mean() <= -least && self.difference.mean() < -CLEAR * self.difference.error()
    }
}

/// A decision that clearly mattered.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its position among the decisions that were raced.
    pub decision: usize,
    /// Alternatives by their positions, the best first: at most two that would clearly have been better, or if none would,
    /// the one that comes closest.
    pub alternatives: Vec<(usize, Gain)>,
}

/// What a race found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Raced {
    /// Decisions to which an alternative would clearly have been better, the costliest first.
    pub avoidable: Vec<Found>,
    /// Decisions to which every alternative would clearly have been worse, the best first.
    pub merits: Vec<Found>,
}

/// Races the alternatives to decisions. `counts` says how many each decision has. `play` plays a decision with one of its
/// alternatives, or as it was decided, in a future; `None` if that is not possible. Differences below `least` dollars do
/// not matter.
#[must_use]
pub fn race(counts: &[usize], least: f64, play: impl Fn(usize, Option<usize>, u64) -> Option<Ending> + Sync) -> Raced {
    let mut left = Field::of(counts);
    let mut tried = 0;
    for ((until, decisions), (merits, alternatives)) in ROUNDS.into_iter().zip(MERITS.into_iter().zip(ALTERNATIVES)) {
        left.play(tried..until, &play);
        left.keep(decisions, merits, alternatives);
        tried = until;
    }
    let mut measured = left.fresh();
    measured.play(FRESH..FRESH + u64::from(MEASURED), &play);
    measured.found(least)
}

/// The alternatives that are left, by decision.
#[derive(Clone, Debug, Default)]
struct Field(BTreeMap<usize, Vec<(usize, Gain)>>);

impl Field {
    fn of(counts: &[usize]) -> Self {
        let all = |&count: &usize| (0..count).map(|alternative| (alternative, Gain::default())).collect();
        Self(counts.iter().map(all).enumerate().collect())
    }

    /// Plays whatever is left in more futures.
    fn play(
        &mut self,
        futures: std::ops::Range<u64>,
        play: &(impl Fn(usize, Option<usize>, u64) -> Option<Ending> + Sync),
    ) {
        self.0.par_iter_mut().for_each(|(&decision, alternatives)| {
            let decided: Vec<Option<Ending>> =
                futures.clone().into_par_iter().map(|future| play(decision, None, future)).collect();
            alternatives.retain_mut(|(alternative, gain)| {
                let one = |(at, was): (usize, &Option<Ending>)| {
                    let (was, other) = (was.as_ref()?, play(decision, Some(*alternative), futures.start + at as u64)?);
                    Some((other.worth - was.worth, other.upsets(was)))
                };
                let ends: Option<Vec<(f64, bool)>> = decided.par_iter().enumerate().map(one).collect();
                let possible = ends.is_some();
                ends.into_iter().flatten().for_each(|(difference, upset)| gain.push(difference, upset));
                possible && gain.may_be_comparable()
            });
        });
        self.0.retain(|_, alternatives| !alternatives.is_empty());
    }

    /// Keeps the decisions with the best alternatives, those whose best alternatives are worst, and the best alternatives
    /// of each.
    fn keep(&mut self, decisions: usize, merits: usize, alternatives: usize) {
        for those in self.0.values_mut() {
            those.sort_by(|a, b| b.1.difference.mean().total_cmp(&a.1.difference.mean()));
            those.truncate(alternatives);
        }
        let best = |those: &[(usize, Gain)]| those.first().map_or(0.0, |(_, gain)| gain.difference.mean());
        let mut order: Vec<(usize, f64)> = self.0.iter().map(|(&decision, those)| (decision, best(those))).collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1));
        let worst = order.len().saturating_sub(merits);
        let kept: Vec<usize> = order
            .iter()
            .enumerate()
            .filter(|(at, (_, best))| (*at < decisions && *best > 0.0) || (*at >= worst && *best < 0.0))
            .map(|(_, (decision, _))| *decision)
            .collect();
        self.0.retain(|decision, _| kept.contains(decision));
    }

    /// The same alternatives, as if none had been tried.
    fn fresh(mut self) -> Self {
        self.0.values_mut().flatten().for_each(|(_, gain)| *gain = Gain::default());
        self
    }

    /// What clearly matters.
    fn found(self, least: f64) -> Raced {
        let mut raced = Raced::default();
        for (decision, mut alternatives) in self.0 {
            alternatives.retain(|(_, gain)| gain.comparable());
            alternatives.sort_by(|a, b| b.1.difference.mean().total_cmp(&a.1.difference.mean()));
            let Some(&best) = alternatives.first() else { continue };
            let better: Vec<_> = alternatives.into_iter().filter(|(_, gain)| gain.clearly_above(least)).collect();
            if !better.is_empty() {
                raced.avoidable.push(Found { decision, alternatives: better });
            } else if best.1.clearly_below(least) {
                raced.merits.push(Found { decision, alternatives: vec![best] });
            }
        }
        let mean = |found: &Found| found.alternatives[0].1.difference.mean();
        raced.avoidable.sort_by(|a, b| mean(b).total_cmp(&mean(a)));
        raced.merits.sort_by(|a, b| mean(a).total_cmp(&mean(b)));
        raced
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::{Dice, Purpose};

    /// Endings in which each alternative is worth as much as `gains` says, give or take `spread`, in other dice for each.
    fn played(
        gains: Vec<Vec<f64>>,
        spread: f64,
        seed: u64,
    ) -> (Vec<usize>, impl Fn(usize, Option<usize>, u64) -> Option<Ending>) {
        let counts = gains.iter().map(Vec::len).collect();
        let play = move |decision: usize, alternative: Option<usize>, future: u64| {
            let die = |way: usize| {
                let dice = Dice::new(seed ^ (future << 20) ^ (decision as u64) << 8 ^ way as u64);
                spread * dice.roll(Purpose::Deal, 0, 0).normal()
            };
            let worth = alternative.map_or(0.0, |way| gains[decision][way] + die(way + 1));
            Some(Ending { worth: 1e6 + worth, missing: vec![1] })
        };
        (counts, play)
    }

    #[test]
    fn where_nothing_matters_at_most_one_race_in_twenty_names_something() {
        let named = (0..200).filter(|&seed| {
            let (counts, play) = played(vec![vec![0.0; 7]; 40], 50_000.0, seed);
            let raced = race(&counts, 0.0, play);
            !raced.avoidable.is_empty() || !raced.merits.is_empty()
        });
        let named = named.count();
        assert!(named <= 10, "{named} of 200");
    }

    #[test]
    fn what_was_planted_is_found_among_many_with_the_amount_that_it_is_worth() {
        for seed in 0..20 {
            let mut gains = vec![vec![0.0; 7]; 40];
            gains[17][3] = 80_000.0;
            gains[23] = vec![-60_000.0; 7];
            let (counts, play) = played(gains, 50_000.0, seed);
            let raced = race(&counts, 1_000.0, play);
            let found = raced.avoidable.first().expect("the mistake is found");
            assert_eq!((found.decision, found.alternatives[0].0), (17, 3), "{raced:?}");
            let gain = found.alternatives[0].1;
            assert!((gain.difference.mean() - 80_000.0).abs() < 4.0 * gain.difference.error(), "{gain:?}");
            assert!(raced.merits.iter().any(|merit| merit.decision == 23), "{raced:?}");
        }
    }

    #[test]
    fn an_alternative_that_upsets_what_follows_or_is_impossible_is_not_compared() {
        let play = |_: usize, alternative: Option<usize>, _: u64| match alternative {
            None => Some(Ending { worth: 0.0, missing: vec![5] }),
            Some(0) => Some(Ending { worth: 1e6, missing: vec![5, 6] }),
            Some(1) => None,
            Some(_) => Some(Ending { worth: 10.0, missing: vec![5] }),
        };
        let raced = race(&[3], 1.0, play);
        assert_eq!(raced.avoidable[0].alternatives.len(), 1);
        assert_eq!(raced.avoidable[0].alternatives[0].0, 2);
        assert_eq!(race(&[0, 2], 1.0, play), Raced::default());
    }
}
