//! What the decisions of a run come to when the dice fall differently: the same signatures in many other games.
//!
//! This is not the luck that a debrief tells ([`Fortune`](super::Fortune)): what was signed had these dice before its eyes, so
//! with other dice part of it is no longer possible, and the mean is about signatures that fit less well. It says how far
//! teams can be told apart, on the same other dice for all.

use rayon::prelude::*;

use super::race::FRESH;
use crate::ids::DecisionId;
use crate::run::{Fork, RunFile};
use crate::sim::formula::value;
use crate::sim::{Anew, Game};

/// Share of the other games in which two teams must end in the same order to be told apart.
const TOLD_APART: f64 = 0.8;

/// What a team reached, and what its decisions come to with other dice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// What the company was worth, in dollars.
    pub own: f64,
    /// What it is worth with other dice, in dollars, one number per game. The same position means the same dice for every
    /// team with the same deck.
    pub others: Vec<f64>,
}

impl Spread {
    /// Plays a run again as it was signed, with `count` other sets of dice from the first decision on. What the cards hide
    /// stays the same, because the team found some of it out. Where something that was signed is no longer possible, the
    /// stand-in decides.
    #[must_use]
    pub fn of(run: &RunFile, played: &Game, count: u32) -> Self {
        let worth = |game: &Game| value(game.scenario(), game.state()).total;
        let own = worth(played);
        let Some(fork) = Fork::at(run, played, DecisionId(0)) else { return Self { own, others: Vec::new() } };
        let again = |luck: u32| {
            let other = fork.with_luck(FRESH + u64::from(luck), Anew::Dice, &[]);
            other.map_or(own, |other| worth(&other.game))
        };
        Self { own, others: (0..count).into_par_iter().map(again).collect() }
    }

    /// The mean over the other games, in dollars.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.others.iter().sum::<f64>() / self.others.len().max(1) as f64
    }

    /// How far the result is above the mean, in dollars.
    #[must_use]
    pub fn above_mean(&self) -> f64 {
        if self.others.is_empty() { 0.0 } else { self.own - self.mean() }
    }

    /// How many of the other games end with less than the team reached.
    #[must_use]
    pub fn beaten(&self) -> usize {
        self.others.iter().filter(|&&other| other < self.own).count()
    }

    /// Whether a team ends before another one in nearly every game with the same dice for both.
    #[must_use]
    pub fn clearly_before(&self, other: &Self) -> bool {
        let both = self.others.iter().zip(&other.others);
        let all = both.clone().count();
        let before = both.filter(|(own, other)| own > other).count();
        all > 0 && before as f64 >= TOLD_APART * all as f64
    }
}

/// The ranks of teams that are in the order of their results, from 1: a team shares the rank of the one before it unless
/// that one, and everybody else of that rank, ends clearly before it.
#[must_use]
pub fn ranks(ordered: &[&Spread]) -> Vec<usize> {
    let mut ranks: Vec<usize> = Vec::with_capacity(ordered.len());
    for (at, team) in ordered.iter().enumerate() {
        let first = ranks.last().map_or(0, |rank| rank - 1);
        let apart = ordered[first..at].iter().all(|before| before.clearly_before(team));
        ranks.push(if apart { at + 1 } else { first + 1 });
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(others: &[f64]) -> Spread {
        Spread { own: others[0], others: others.to_vec() }
    }

    #[test]
    fn teams_that_would_often_change_places_share_a_rank() {
        let (best, near, far) =
            (spread(&[9.0; 10]), spread(&[8.0, 8.0, 8.0, 10.0, 10.0, 8.0, 10.0, 8.0, 8.0, 8.0]), spread(&[1.0; 10]));
        assert_eq!(ranks(&[&best, &near, &far]), [1, 1, 3]);
        assert_eq!(ranks(&[&best, &far]), [1, 2]);
        assert_eq!(ranks(&[]), Vec::<usize>::new());
    }

    #[test]
    fn a_result_is_above_the_mean_of_the_other_games_by_the_difference() {
        let spread = Spread { own: 12.0, others: vec![8.0, 10.0, 12.0, 14.0] };
        assert!((spread.above_mean() - 1.0).abs() < 1e-9 && spread.beaten() == 2);
    }
}
