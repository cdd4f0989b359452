//! The few choices of a run that its debrief tells: the costliest ones, the best one, and one that came out other than it
//! deserved.

use std::collections::BTreeSet;

use super::attempt::{Attempt, attempts};
use super::race::Gain;
use super::rerun::Rerun;
use super::stats::Stats;
use super::verdicts::{Choice, LEAST, Verdict};
use crate::ids::DealId;
use crate::sim::{DecisionKind, Game};

/// A choice that a debrief tells, with what is asked about it.
#[derive(Clone, Debug)]
pub struct Point {
    /// What the other ways would have been worth, by what was known then.
    pub verdict: Verdict,
    /// Whether it was better than every other way.
    pub good: bool,
    /// How much more the company would have ended worth on the best other way, in dollars, with the dice and the facts as
    /// they were.
    pub own: f64,
    /// The same on average over futures with other dice, but with the facts as they were; one number per future.
    pub facts: Stats,
    /// Whether it came out other than it deserved: a good decision with a bad result, or a bad one with a good result.
    pub contrary: bool,
    /// The table at which it was answered; `None` if it is no answer to a card.
    pub then: Option<Then>,
}

/// A table as it was just before a card was answered.
#[derive(Clone, Debug)]
pub struct Then {
    /// The game.
    pub game: Game,
    /// What could have been answered.
    pub attempts: Vec<Attempt>,
}

/// A choice with what could be said about it.
struct Candidate<'a> {
    verdict: Verdict,
    good: bool,
    own: f64,
    rerun: &'a Rerun<'a>,
}

impl Candidate<'_> {
    /// The gain of the best other way.
    fn gain(&self) -> Gain {
        self.verdict.ways.first().map_or_else(Gain::default, |(_, gain)| *gain)
    }

    fn contrary(&self, least: f64) -> bool {
        if self.good { self.own > least } else { self.own < -least }
    }
}

/// Chooses among verdicts, each list with the most important first, and finds what is asked about them.
pub(super) fn points(
    played: &Game,
    avoidable: &[Verdict],
    merits: &[Verdict],
    reruns: &[(Choice, Rerun)],
) -> Vec<Point> {
    let least = LEAST * played.scenario().company.arr as f64;
    let candidate = |verdict: &Verdict, good: bool| {
        let (_, rerun) = reruns.iter().find(|(choice, _)| *choice == verdict.choice)?;
        let own = rerun.own(position(rerun, verdict)?)?;
        Some(Candidate { verdict: verdict.clone(), good, own, rerun })
    };
    let bad = avoidable.iter().filter_map(|verdict| candidate(verdict, false));
    let good = merits.iter().filter_map(|verdict| candidate(verdict, true));
    // A deal is told only once, with its most important decision.
    let mut deals = BTreeSet::new();
    let mut once = |one: &Candidate| deal_of(played, &one.verdict).is_none_or(|deal| deals.insert(deal));
    // The best decision has its deal first, because there are fewer of them.
    let good: Vec<Candidate> = good.filter(&mut once).collect();
    let bad: Vec<Candidate> = bad.filter(&mut once).collect();
    let mut told = chosen(&bad, &good, least);
    told.sort_by_key(|one| (!one.contrary(least), one.verdict.choice.decision()));
    told.into_iter().filter_map(|one| point(played, one, least)).collect()
}

/// The costliest choice, one of the other kind (decision or habit), the best one, and one that came out other than it
/// deserved if none of these did.
fn chosen<'a, 'b>(bad: &'b [Candidate<'a>], good: &'b [Candidate<'a>], least: f64) -> Vec<&'b Candidate<'a>> {
    let is_habit = |one: &Candidate| one.verdict.choice.decision().is_none();
    let costliest = bad.first();
    let second = costliest.and_then(|first| bad.iter().find(|one| is_habit(one) != is_habit(first)).or(bad.get(1)));
    let mut told: Vec<&Candidate> = [costliest, second, good.first()].into_iter().flatten().collect();
    if !told.iter().any(|one| one.contrary(least)) {
        told.extend(bad.iter().chain(good).find(|one| one.contrary(least)));
    }
    told
}

fn point(played: &Game, one: &Candidate, least: f64) -> Option<Point> {
    let way = position(one.rerun, &one.verdict)?;
    let then = one.verdict.choice.decision().and_then(|id| {
        let DecisionKind::Answer(deal, signed) = played.state().decisions.get(id.index())?.kind else { return None };
        Some(Then { game: one.rerun.before().clone(), attempts: attempts(one.rerun, deal, signed, least) })
    });
    Some(Point {
        verdict: one.verdict.clone(),
        good: one.good,
        own: one.own,
        facts: one.rerun.with_facts(way).unwrap_or(one.gain().difference),
        contrary: one.contrary(least),
        then,
    })
}

/// The position of the best other way among all of them.
fn position(rerun: &Rerun, verdict: &Verdict) -> Option<usize> {
    let (best, _) = verdict.ways.first()?;
    rerun.ways.iter().position(|way| way == best)
}

/// The deal that a choice was about.
fn deal_of(played: &Game, verdict: &Verdict) -> Option<DealId> {
    played.state().decisions.get(verdict.choice.decision()?.index())?.kind.deal()
}
