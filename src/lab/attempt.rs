//! Deciding again: what could have been answered to a card, and which answers cannot be told from the best.

use rayon::prelude::*;

use super::habits::Instead;
use super::race::{FRESH, MEASURED};
use super::rerun::Rerun;
use super::stats::Stats;
use crate::sim::{Answer, DecisionKind, Response};

/// Something that could have been answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// The answer.
    pub answer: Answer,
    /// Whether it is what was signed.
    pub signed: bool,
    /// How much more the company would be worth than as it was signed, in dollars, one number per future.
    pub gain: Stats,
    /// Whether it is the best, or nothing tells it from the best: less than the smallest difference that matters, or less
    /// than two standard errors.
    pub right: bool,
}

/// Everything that could have been answered instead of an answer, and that answer, in the order of the table, so that the
/// places tell nothing. Differences below `least` dollars do not matter.
pub(super) fn attempts(rerun: &Rerun, signed: Answer, least: f64) -> Vec<Attempt> {
    let ways = rerun.ways.iter().enumerate().filter_map(|(at, way)| match &way.instead {
        Instead::This(Some(DecisionKind::Answer(_, answer))) => Some((*answer, Some(at))),
        _ => None,
    });
    let mut all: Vec<(Answer, Option<usize>)> = std::iter::once((signed, None)).chain(ways).collect();
    all.sort_by_key(|(answer, _)| Response::ALL.iter().position(|&response| response == answer.response));
    let tried: Vec<(Answer, Vec<f64>)> =
        all.into_iter().filter_map(|(answer, way)| Some((answer, worths(rerun, way)?))).collect();
    let mean = |worths: &[f64]| worths.iter().copied().collect::<Stats>().mean();
    let best = tried.iter().max_by(|a, b| mean(&a.1).total_cmp(&mean(&b.1)));
    let own = tried.iter().find(|(answer, _)| *answer == signed);
    let (Some((_, best)), Some((_, own))) = (best, own) else { return Vec::new() };
    let attempt = |(answer, worths): &(Answer, Vec<f64>)| {
        let behind = apart(best, worths);
        let right = behind.mean() < least || behind.mean() <= 2.0 * behind.error();
        Attempt { answer: *answer, signed: *answer == signed, gain: apart(worths, own), right }
    };
    tried.iter().map(attempt).collect()
}

/// What the company is worth on a way in each of the futures, in dollars; `None` if it was not possible.
fn worths(rerun: &Rerun, way: Option<usize>) -> Option<Vec<f64>> {
    let fresh = (FRESH..FRESH + u64::from(MEASURED)).into_par_iter();
    fresh.map(|future| rerun.ending(way, future).map(|ending| ending.worth)).collect()
}

/// By how much one is worth more than another, one number per future.
fn apart(one: &[f64], other: &[f64]) -> Stats {
    one.iter().zip(other).map(|(one, other)| one - other).collect()
}
