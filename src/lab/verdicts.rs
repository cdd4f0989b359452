//! Which decisions and habits of a run could have been better, and which could not: turning points by what could have been
//! avoided, not by what the books attribute to a decision.

use rayon::prelude::*;

use super::habits::{Habit, Instead, Way, habits};
use super::points::{Point, points};
use super::race::{Found, Gain, race};
use super::rerun::Rerun;
use crate::ids::DecisionId;
use crate::run::{Otherwise, RunFile};
use crate::sim::{Decision, DecisionKind, Game};

/// A difference that matters, as a share of the ARR at the start.
pub(super) const LEAST: f64 = 0.01;

/// What a team did.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// One decision.
    Decision(DecisionId),
    /// What it did again and again.
    Habit(Habit),
}

impl Choice {
    /// The decision; `None` for a habit.
    #[must_use]
    pub fn decision(&self) -> Option<DecisionId> {
        match self {
            Self::Decision(id) => Some(*id),
            Self::Habit(_) => None,
        }
    }
}

/// A choice that clearly mattered, and other ways, at most two, the best first, each with what it would have gained.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The choice.
    pub choice: Choice,
    /// The other ways.
    pub ways: Vec<(Way, Gain)>,
}

/// What clearly mattered in a run.
#[derive(Clone, Debug, Default)]
pub struct Verdicts {
    /// Choices to which there was a clearly better way, the costliest first.
    pub avoidable: Vec<Verdict>,
    /// Choices to which every other way would clearly have been worse, the best first.
    pub merits: Vec<Verdict>,
    /// The few of both that a debrief tells. Those come first that came out other than they deserved, then habits, then
    /// decisions in the order they were signed.
    pub points: Vec<Point>,
}

/// Races all other ways of a finished run; `played` is its game. Takes a second or two.
#[must_use]
pub fn verdicts(run: &RunFile, played: &Game) -> Verdicts {
    let rerun = |(choice, ways)| Some((choice, Rerun::of(run, played, ways)?));
    let choices: Vec<(Choice, Rerun)> = choices(played).into_par_iter().filter_map(rerun).collect();
    let counts: Vec<usize> = choices.iter().map(|(_, rerun)| rerun.ways.len()).collect();
    let play = |choice: usize, way: Option<usize>, future: u64| choices[choice].1.ending(way, future);
    let raced = race(&counts, LEAST * played.scenario().company.arr as f64, play);
    let verdict = |found: Found| {
        let (choice, rerun) = &choices[found.decision];
        let ways = found.alternatives.iter().map(|(way, gain)| (rerun.ways[*way].clone(), *gain));
        Verdict { choice: choice.clone(), ways: ways.collect() }
    };
    let avoidable: Vec<Verdict> = raced.avoidable.into_iter().map(verdict).collect();
    let merits: Vec<Verdict> = raced.merits.into_iter().map(verdict).collect();
    let points = points(played, &avoidable, &merits, &choices);
    Verdicts { avoidable, merits, points }
}

/// Everything that could have been done otherwise.
fn choices(played: &Game) -> Vec<(Choice, Vec<Way>)> {
    let decisions = &played.state().decisions;
    let ways = |decision: &Decision| {
        let way = |change: Otherwise| Way { instead: Instead::This(change.to.clone()), changes: vec![change] };
        Otherwise::of(played, decision).into_iter().map(way).collect()
    };
    let chosen = decisions.iter().filter(|decision| is_chosen(decisions, decision));
    let single = chosen.map(|decision| (Choice::Decision(decision.id), ways(decision)));
    let often = habits(played).into_iter().map(|(habit, ways)| (Choice::Habit(habit), ways));
    single.chain(often).collect()
}

/// Whether somebody chose it in this quarter: a routine that stays as it was is none.
pub(super) fn is_chosen(decisions: &[Decision], decision: &Decision) -> bool {
    let routine = |kind: &DecisionKind| {
        matches!(kind, DecisionKind::Allocation(_) | DecisionKind::Target(_) | DecisionKind::House(_))
    };
    let same_kind = |other: &&Decision| std::mem::discriminant(&other.kind) == std::mem::discriminant(&decision.kind);
    let before = decisions[..decision.id.index().min(decisions.len())].iter().rev().find(same_kind);
    !routine(&decision.kind) || before.is_some_and(|before| before.kind != decision.kind)
}
