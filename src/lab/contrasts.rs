//! Where teams with the same deck answered a card differently, and what that was worth: the differences that can teach
//! something, because they were more than luck.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::habits::{Instead, Way};
use super::race::{Found, Gain, race};
use super::rerun::Rerun;
use super::verdicts::LEAST;
use crate::ids::{DealId, DecisionId};
use crate::run::{Otherwise, RunFile};
use crate::sim::{By, DecisionKind, Game, Response, check};

/// A finished run, and its game.
#[derive(Clone, Copy, Debug)]
pub struct Finished<'a> {
    /// The run.
    pub run: &'a RunFile,
    /// Its game.
    pub game: &'a Game,
}

/// A card on which teams differed, and it mattered.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// The deal that asked.
    pub deal: DealId,
    /// What the answer of another team would have been worth to a team; the largest difference first.
    pub sides: Vec<Side>,
}

/// What another answer would have been worth to a team.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The position of the team.
    pub team: usize,
    /// What it answered.
    pub gave: Response,
    /// What another team answered.
    pub other: Response,
    /// What that would have been worth to it.
    pub gain: Gain,
}

/// The cards that teams answered differently and where that clearly mattered, the largest difference first. All runs must
/// have the same deck. Takes a second or two: of all teams that gave the same answer, the first is tried.
#[must_use]
pub fn contrasts(teams: &[Finished]) -> Vec<Contrast> {
    let tried: Vec<(Answered, Rerun)> = different(teams).into_par_iter().filter_map(|it| rerun(teams, it)).collect();
    let counts: Vec<usize> = tried.iter().map(|(_, rerun)| rerun.ways.len()).collect();
    let least = teams.first().map_or(0.0, |team| LEAST * team.game.scenario().company.arr as f64);
    let raced = race(&counts, least, |choice, way, future| tried[choice].1.ending(way, future));
    let mut by_deal: BTreeMap<DealId, Vec<Side>> = BTreeMap::new();
    for Found { decision, alternatives } in raced.avoidable.into_iter().chain(raced.merits) {
        let (answered, rerun) = &tried[decision];
        let Some((way, gain)) = alternatives.first() else { continue };
        let Instead::Answer(other) = rerun.ways[*way].instead else { continue };
        let side = Side { team: answered.team, gave: answered.gave, other, gain: *gain };
        by_deal.entry(answered.deal).or_default().push(side);
    }
    let size = |side: &Side| libm::fabs(side.gain.difference.mean());
    let mut contrasts: Vec<Contrast> = by_deal.into_iter().map(|(deal, sides)| Contrast { deal, sides }).collect();
    for contrast in &mut contrasts {
        contrast.sides.sort_by(|a, b| size(b).total_cmp(&size(a)));
    }
    contrasts.sort_by(|a, b| size(&b.sides[0]).total_cmp(&size(&a.sides[0])));
    contrasts
}

/// An answer that people gave at the table.
#[derive(Clone, Copy, Debug)]
struct Answered {
    team: usize,
    deal: DealId,
    gave: Response,
    decision: DecisionId,
}

/// For each card that teams answered differently, the first answer of each kind, with the kinds that others gave.
fn different(teams: &[Finished]) -> Vec<(Answered, Vec<Response>)> {
    let mut by_deal: BTreeMap<DealId, Vec<Answered>> = BTreeMap::new();
    for (team, finished) in teams.iter().enumerate() {
        for made in &finished.game.state().decisions {
            let DecisionKind::Answer(deal, answer) = made.kind else { continue };
            let given = by_deal.entry(deal).or_default();
            let first = given.iter().all(|other| other.gave != answer.response);
            if matches!(made.by, By::Both | By::Ceo(_)) && first {
                given.push(Answered { team, deal, gave: answer.response, decision: made.id });
            }
        }
    }
    let others = |all: &[Answered], one: &Answered| -> Vec<Response> {
        all.iter().map(|other| other.gave).filter(|&gave| gave != one.gave).collect()
    };
    let all = by_deal.into_values().flat_map(|all| all.clone().into_iter().map(move |one| (one, others(&all, &one))));
    all.filter(|(_, others)| !others.is_empty()).collect()
}

fn rerun<'a>(teams: &[Finished<'a>], (answered, others): (Answered, Vec<Response>)) -> Option<(Answered, Rerun<'a>)> {
    let team = teams.get(answered.team)?;
    let made = team.game.state().decisions.get(answered.decision.index())?;
    let way = |other: Response| {
        let to = DecisionKind::Answer(answered.deal, check::bare(made.quarter, other));
        let change = Otherwise { decision: answered.decision, to: Some(to) };
        Way { instead: Instead::Answer(other), changes: vec![change] }
    };
    Some((answered, Rerun::of(team.run, team.game, others.into_iter().map(way).collect())?))
}
