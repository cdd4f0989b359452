//! What if: the other choices for a decision, and the run compared with the one that a choice would have led to.

use schemars::JsonSchema;
use serde::Serialize;

use super::compare::{Comparison, compare};
use super::entrant::Entrant;
use super::past::label;
use crate::ids::{DecisionId, Quarter};
use crate::lab::Tried;
use crate::policy::STAND_IN;
use crate::run::{Otherwise, SHIFT, WhatIf};
use crate::sim::formula::value;
use crate::sim::{Decision, DecisionKind, Game};
use crate::text::{self, Teller};

/// The names of the shares of engineering, in the order of the desk.
const SHARES: [&str; 4] = ["part-roadmap", "part-specials", "part-repair", "part-discovery"];
/// Names to list; the rest is counted.
const TOLD: usize = 4;

/// A decision, the other choices, and what one of them would have led to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Supposed {
    /// The decision.
    pub decision: DecisionId,
    /// When it was signed, and what.
    pub title: String,
    /// What the amounts of the choices mean; `None` if there was no other choice.
    pub about: Option<String>,
    /// The other choices.
    pub ways: Vec<Way>,
    /// The run beside the one with the shown choice; `None` if there was no other choice.
    pub compared: Option<Comparison>,
    /// What the shown choice would have been worth on the run's own dice and with others, in words.
    pub apart: Option<String>,
    /// What else had to change, one sentence each.
    pub notes: Vec<String>,
}

/// Another choice for a decision.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Way {
    /// What would have been decided.
    pub label: String,
    /// Its effect on the company's value, on average over the futures.
    pub difference: String,
    /// Whether that is an improvement; `None` if it is within luck.
    pub good: Option<bool>,
    /// Whether it is the one being shown.
    pub shown: bool,
}

/// Describes what other choices for a decision would have led to; `tried` are the possible ones, or `None` while they
/// are being tried, and `shown` is the position of the one to show. `None` if there is no such decision.
#[must_use]
pub fn supposed(
    game: &Game,
    text: &Teller,
    decision: DecisionId,
    tried: Option<&[Tried]>,
    shown: usize,
) -> Option<Supposed> {
    let made = game.state().decisions.get(decision.index())?;
    let others = tried.unwrap_or_default();
    let futures = others.first().map(|other| other.apart.difference.count());
    let beside = |other: &Tried| {
        let names = ["what-if-was", "what-if-instead"].map(|key| text.get(key));
        let runs = [(names[0].as_str(), game), (names[1].as_str(), &other.own.game)];
        compare(
            &runs.map(|(team, game)| Entrant { team, again_from: None, leads: [""; 2], game, teller: text, par: None }),
            None,
            text,
        )
    };
    Some(Supposed {
        decision,
        title: told(game, text, made),
        about: futures.map(|all| text.with("what-if-about", &[("all", &all)])),
        ways: others.iter().enumerate().map(|(i, other)| gone(text, made, other, i == shown)).collect(),
        compared: others.get(shown).map(beside),
        // If the difference is the same in every future, there is nothing to say about luck.
        apart: others
            .get(shown)
            .filter(|other| other.apart.difference.error() > 0.0)
            .map(|other| whatever_the_dice(game, text, other)),
        notes: match others.get(shown) {
            Some(other) => notes(game, text, &other.own),
            None if tried.is_none() => vec![text.get("what-if-coming")],
            None => vec![text.get("what-if-no-other")],
        },
    })
}

/// The name of a run in which a decision went another way. What tells it apart comes first, because long names are cut.
#[must_use]
pub fn branch_name(game: &Game, text: &Teller, change: &Otherwise, team: &str) -> String {
    let made = game.state().decisions.get(change.decision.index());
    let told = |made: &Decision| (label(game, text, made.quarter), way(text, made, change.to.as_ref()));
    let (quarter, way) = made.map(told).unwrap_or_default();
    text.with("branch-name", &[("quarter", &quarter), ("way", &way), ("team", &team)])
}

/// `Q3 · Castell Expo: Decline`.
fn told(game: &Game, text: &Teller, decision: &Decision) -> String {
    let what = text::decision(text, game.state(), decision);
    format!("{} · {what}", label(game, text, decision.quarter))
}

/// What would have been decided instead; `None` leaves the decision out.
pub(super) fn way(text: &Teller, decision: &Decision, to: Option<&DecisionKind>) -> String {
    let more_of = |name: &str| text.with("what-if-more-of", &[("name", &name), ("points", &SHIFT)]);
    match (&decision.kind, to) {
        (_, None) => text.get("what-if-without"),
        (_, Some(DecisionKind::Answer(_, answer))) => text::response(text, answer.response),
        (DecisionKind::Allocation(was), Some(DecisionKind::Allocation(would))) => {
            let share = shifted(&was.shares(), &would.shares());
            share.map_or_else(|| text.get("what-if-as-before"), |share| more_of(&share_name(text, share)))
        }
        (DecisionKind::Target(was), Some(DecisionKind::Target(would))) => {
            let segment = shifted(was, would).and_then(|more| text.scenario().segments.get(more));
            segment.map_or_else(|| text.get("what-if-as-before"), |segment| more_of(&segment.name))
        }
        (_, Some(DecisionKind::House(house))) if house.answers.iter().all(|answer| *answer == house.answers[0]) => {
            text.with("what-if-everywhere", &[("response", &text::response(text, house.answers[0]))])
        }
        _ => text.get("what-if-as-before"),
    }
}

/// The name of a share of engineering, by its position.
pub(super) fn share_name(text: &Teller, share: usize) -> String {
    SHARES.get(share).map(|key| text.get(key)).unwrap_or_default()
}

/// Which share grew, if shares were shifted from one to another.
fn shifted(was: &[u8], would: &[u8]) -> Option<usize> {
    let by: Vec<i16> = was.iter().zip(would).map(|(&was, &would)| i16::from(would) - i16::from(was)).collect();
    let points = i16::from(SHIFT);
    let only = |by: &[i16], wanted: i16| by.iter().filter(|&&by| by == wanted).count() == 1;
    let one_way = only(&by, points) && only(&by, -points) && by.iter().filter(|&&by| by != 0).count() == 2;
    by.iter().position(|&by| by == points).filter(|_| one_way)
}

fn gone(text: &Teller, decision: &Decision, other: &Tried, shown: bool) -> Way {
    let mean = other.apart.difference.mean();
    Way {
        label: way(text, decision, other.change.to.as_ref()),
        difference: text::signed_dollars(text, mean),
        good: (other.apart.told_from_luck() && libm::fabs(mean) >= 1.0).then_some(mean > 0.0),
        shown,
    }
}

/// What a choice would have been worth on the run's own dice and in other futures, and whether that is more than luck.
fn whatever_the_dice(game: &Game, text: &Teller, other: &Tried) -> String {
    let worth = |game: &Game| value(game.scenario(), game.state()).total;
    let apart = &other.apart;
    let (mean, error) = (apart.difference.mean(), apart.difference.error());
    let told = text.with(
        "what-if-luck",
        &[
            ("own", &text::signed_dollars(text, worth(&other.own.game) - worth(game))),
            ("mean", &text::signed_dollars(text, mean)),
            ("error", &text::dollars(text, error)),
            ("better", &apart.better),
            ("worse", &apart.worse),
            ("same", &(apart.difference.count() - apart.better - apart.worse)),
            ("all", &apart.difference.count()),
        ],
    );
    if apart.told_from_luck() { told } else { text.with("what-if-luck-open", &[("told", &told)]) }
}

/// What could not stay as it was signed.
fn notes(game: &Game, text: &Teller, other: &WhatIf) -> Vec<String> {
    let state = game.state();
    let persona = text::persona(text, STAND_IN.id());
    let mut notes = Vec::new();
    let lost = other.dropped.iter().filter_map(|id| state.decisions.get(id.index()));
    let lost: Vec<String> = lost.map(|decision| told(game, text, decision)).collect();
    if !lost.is_empty() {
        notes.push(text.with("what-if-dropped", &[("list", &listed(text, &lost, "; "))]));
    }
    let new = other.stood_in.iter().map(|&(_, deal)| text::deal_name(text, other.game.state(), deal));
    let new: Vec<String> = new.collect();
    if !new.is_empty() {
        notes.push(text.with("what-if-stood-in", &[("list", &listed(text, &new, ", ")), ("persona", &persona)]));
    }
    let last = |game: &Game| label(game, text, game.state().history.last().map_or(Quarter(0), |record| record.quarter));
    match (state.insolvent, other.game.state().insolvent) {
        (true, false) => notes.push(text.with("what-if-saved", &[("quarter", &last(game)), ("persona", &persona)])),
        (false, true) => notes.push(text.with("what-if-bankrupt", &[("quarter", &last(&other.game))])),
        _ => {}
    }
    notes
}

/// The first names of a list, and how many more there are.
fn listed(text: &Teller, names: &[String], between: &str) -> String {
    let told = names.iter().take(TOLD).cloned().collect::<Vec<_>>().join(between);
    match names.len().saturating_sub(TOLD) {
        0 => told,
        more => text.with("what-if-more", &[("list", &told), ("more", &more)]),
    }
}
