//! Turning points: the decisions and habits to which there was a clearly better way, and the best decision. For each, what
//! other ways would have been worth, what was known when it was signed, and what was true.

use schemars::JsonSchema;
use std::collections::BTreeSet;

use serde::Serialize;

use super::board::cell_key;
use super::decisions::DecisionLine;
use super::dots::{DOTS, dots};
use super::truth::CardTruth;
use super::what_if::{share_name, way};
use crate::ids::{DealId, DecisionId, PerSeat, Quarter};
use crate::lab::{Choice, Gain, Habit, Instead, MEASURED, Verdict, Verdicts};
use crate::run::SHIFT;
use crate::sim::{By, Decision, DecisionKind, Game, ProductMove, SalesMove};
use crate::text::{self, Teller};

/// What turned a run.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Turning {
    /// What the amounts mean, or that nothing clearly mattered.
    pub about: String,
    /// The costliest decision and the costliest habit, or two of one kind if there is none of the other, and the best one of
    /// either. Habits come first, then decisions in the order they were signed.
    pub points: Vec<TurningPoint>,
}

/// A decision or a habit that turned the run.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TurningPoint {
    /// The decision; `None` for a habit.
    pub decision: Option<DecisionId>,
    /// The quarter of the decision; `None` for a habit.
    pub at: Option<Quarter>,
    /// The number of its mark on the chart, from 1; `None` for a habit.
    pub mark: Option<usize>,
    /// A short name: the customer it was about, or else what was decided.
    pub name: String,
    /// When it was decided, and what.
    pub title: String,
    /// What the company is worth more or less than on the best other way, on average over the futures.
    pub amount: String,
    /// Whether it was better than every other way.
    pub good: bool,
    /// The other ways, the best first.
    pub ways: Vec<OtherWay>,
    /// What it moved in this run; `None` for a habit.
    pub moved: Option<String>,
    /// What was known then; `None` if it was not about a card.
    pub known: Option<String>,
    /// What was true.
    pub truth: Option<String>,
    /// What both leads would have done.
    pub stances: Option<String>,
}

/// Another way, and what it would have been worth.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct OtherWay {
    /// What it would have been worth, in a sentence.
    pub told: String,
    /// In how many of twenty futures it would have been better.
    pub better: u8,
}

/// What turned a run, and what is said of that.
pub(super) fn turning(
    game: &Game,
    text: &Teller,
    verdicts: &Verdicts,
    decisions: &[DecisionLine],
    cards: &[CardTruth],
) -> Turning {
    let points = points(game, text, verdicts, decisions, cards);
    let about = if points.is_empty() { "turning-none" } else { "turning-about" };
    Turning { about: text.with(about, &[("all", &MEASURED)]), points }
}

/// The choices that cost most, and the best one.
fn points(
    game: &Game,
    text: &Teller,
    verdicts: &Verdicts,
    decisions: &[DecisionLine],
    cards: &[CardTruth],
) -> Vec<TurningPoint> {
    let deal_of = |verdict: &Verdict| match verdict.choice {
        Choice::Decision(id) => decision(game, id).and_then(|made| about(&made.kind)),
        Choice::Habit(_) => None,
    };
    // A deal is shown only once, with its most important decision.
    let mut deals = BTreeSet::new();
    let mut once = |verdict: &&Verdict| deal_of(verdict).is_none_or(|deal| deals.insert(deal));
    let merit: Vec<&Verdict> = verdicts.merits.iter().filter(&mut once).take(1).collect();
    let avoidable: Vec<&Verdict> = verdicts.avoidable.iter().filter(&mut once).collect();
    let is_habit = |verdict: &Verdict| matches!(verdict.choice, Choice::Habit(_));
    let second = |first: &Verdict| {
        let other = avoidable.iter().find(|verdict| is_habit(verdict) != is_habit(first));
        other.or(avoidable.get(1)).copied()
    };
    let costliest = avoidable.first().copied();
    let avoidable = costliest.into_iter().chain(costliest.and_then(second)).map(|verdict| (verdict, false));
    let mut told: Vec<(&Verdict, bool)> = avoidable.chain(merit.into_iter().map(|verdict| (verdict, true))).collect();
    told.sort_by_key(|(verdict, _)| match verdict.choice {
        Choice::Habit(_) => None,
        Choice::Decision(id) => Some(id),
    });
    let mut marked = 0;
    let mut point = |(verdict, good): (&Verdict, bool)| {
        let gain = verdict.ways.first().map_or_else(Gain::default, |(_, gain)| *gain);
        let amount = text::signed_dollars(text, -gain.difference.mean());
        match &verdict.choice {
            Choice::Habit(habit) => Some(TurningPoint { amount, good, ..of_habit(text, habit, verdict) }),
            Choice::Decision(id) => {
                let made = decision(game, *id)?;
                let line = decisions.iter().find(|line| line.id == *id);
                let card = deal_of(verdict).and_then(|deal| cards.iter().find(|card| card.deal == deal));
                marked += 1;
                Some(TurningPoint {
                    mark: Some(marked),
                    amount,
                    good,
                    ..of_decision(game, text, made, verdict, line, card)
                })
            }
        }
    };
    told.into_iter().filter_map(&mut point).collect()
}

fn decision(game: &Game, id: DecisionId) -> Option<&Decision> {
    game.state().decisions.get(id.index())
}

fn of_decision(
    game: &Game,
    text: &Teller,
    made: &Decision,
    verdict: &Verdict,
    line: Option<&DecisionLine>,
    card: Option<&CardTruth>,
) -> TurningPoint {
    let what = text::decision(text, game.state(), made);
    let name = match (about(&made.kind), &made.kind) {
        (Some(deal), _) => text::deal_name(text, game.state(), deal),
        (None, DecisionKind::House(_)) => text::by(text, By::House),
        (None, DecisionKind::Allocation(_)) => text.get("turning-allocation"),
        (None, DecisionKind::Target(_)) => text.get("turning-target"),
        (None, _) => what.clone(),
    };
    let quarter = text::quarter_number(text, made.quarter.0);
    let instead = |instead: &Instead| match instead {
        Instead::This(to) => way(text, made, to.as_ref()),
        _ => text.get("what-if-as-before"),
    };
    TurningPoint {
        decision: Some(made.id),
        at: Some(made.quarter),
        mark: None,
        name,
        title: format!("{quarter} · {what}"),
        amount: String::new(),
        good: false,
        ways: other_ways(text, verdict, instead),
        moved: line.map(DecisionLine::moved_line).filter(|moved| !moved.is_empty()),
        known: card.map(|card| card.believed.clone()),
        truth: card.map(|card| card.truth.clone()),
        stances: card.map(|card| {
            let PerSeat { product, sales } = &card.stances;
            text.with("stances-were", &[("product", product), ("sales", sales)])
        }),
    }
}

fn of_habit(text: &Teller, habit: &Habit, verdict: &Verdict) -> TurningPoint {
    let name = habit_name(text, habit);
    let each = |way: String| text.with("turning-each", &[("way", &way)]);
    let more_of = |name: String| each(text.with("what-if-more-of", &[("name", &name), ("points", &SHIFT)]));
    let instead = |instead: &Instead| match (habit, instead) {
        (Habit::Target, Instead::More(segment)) => {
            more_of(text.scenario().segments.get(*segment).map(|segment| segment.name.clone()).unwrap_or_default())
        }
        (_, Instead::More(share)) => more_of(share_name(text, *share)),
        (_, Instead::Answer(response)) => each(text::response(text, *response)),
        (_, Instead::Nothing | Instead::This(_)) => text.get("turning-without"),
    };
    TurningPoint {
        decision: None,
        at: None,
        mark: None,
        title: text.with("turning-habit", &[("habit", &name)]),
        name,
        amount: String::new(),
        good: false,
        ways: other_ways(text, verdict, instead),
        moved: None,
        known: None,
        truth: None,
        stances: None,
    }
}

fn habit_name(text: &Teller, habit: &Habit) -> String {
    match habit {
        Habit::Split => text.get("turning-allocation"),
        Habit::Target => text.get("turning-target"),
        Habit::Standing(cell) => text.with("habit-standing", &[("cell", &text.get(cell_key(*cell)))]),
        Habit::Answer(response) => text::response(text, *response),
        Habit::Move(DecisionKind::Product(made)) => text::product_move_kind(text, *made),
        Habit::Move(DecisionKind::Sales(made)) => text::sales_move_kind(text, *made),
        Habit::Move(_) | Habit::Pushes => text.get("habit-pushes"),
    }
}

fn other_ways(text: &Teller, verdict: &Verdict, label: impl Fn(&Instead) -> String) -> Vec<OtherWay> {
    let other = |(way, gain): &(crate::lab::Way, Gain)| {
        let better = dots(gain);
        let mean = gain.difference.mean();
        let key = if mean > 0.0 { "turning-better" } else { "turning-worse" };
        let told = text.with(
            key,
            &[
                ("way", &label(&way.instead)),
                ("amount", &text::dollars(text, libm::fabs(mean))),
                ("error", &text::dollars(text, gain.difference.error())),
                ("dots", &better),
                ("of", &DOTS),
            ],
        );
        OtherWay { told, better }
    };
    verdict.ways.iter().map(other).collect()
}

/// The deal that a decision was about.
fn about(kind: &DecisionKind) -> Option<DealId> {
    match *kind {
        DecisionKind::Answer(deal, _)
        | DecisionKind::Push(deal)
        | DecisionKind::Product(ProductMove::ProspectCall(deal))
        | DecisionKind::Sales(
            SalesMove::Qualify(deal)
            | SalesMove::BringProductIn(deal)
            | SalesMove::PrePromise(deal)
            | SalesMove::Discount(deal),
        ) => Some(deal),
        _ => None,
    }
}
