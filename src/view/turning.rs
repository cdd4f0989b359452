//! Turning points: the decisions and habits to which there was a clearly better way, and the best decision. For each, what
//! other ways would have been worth, what was known when it was signed, and what was true.

use schemars::JsonSchema;
use serde::Serialize;

use super::again::{Again, again};
use super::board::cell_key;
use super::decisions::DecisionLine;
use super::dots::{DOTS, dots};
use super::known::{Known, known};
use super::truth::CardTruth;
use super::what_if::{share_name, way};
use crate::ids::{DecisionId, PerSeat, Quarter};
use crate::lab::{Choice, Gain, Habit, Instead, MEASURED, Point, Stats, Verdict, Verdicts};
use crate::policy;
use crate::run::SHIFT;
use crate::sim::{By, Decision, DecisionKind, Game};
use crate::text::{self, Teller};

/// What turned a run.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Turning {
    /// What the amounts mean, or that nothing clearly mattered.
    pub about: String,
    /// The costliest decision and the costliest habit, or two of one kind if there is none of the other, the best one of
    /// either, and one that came out other than it deserved if none of these did. That one comes first, then habits, then
    /// decisions in the order they were signed.
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
    /// How many strategies would have signed the better answer, and what it would have paid the leads; `None` if it was not
    /// about a card.
    pub others: Option<String>,
    /// If it came out other than it deserved: how.
    pub contrary: Option<String>,
    /// What it moved in this run; `None` for a habit.
    pub moved: Option<String>,
    /// What was known then; `None` if it was not about a card.
    pub known: Option<Known>,
    /// What was true, and whether that would have changed the amount.
    pub truth: Option<String>,
    /// What both leads would have done.
    pub stances: Option<String>,
    /// The table to sit down at again; `None` if it was no answer to a card.
    pub again: Option<Again>,
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
    let points = points(game, text, &verdicts.points, decisions, cards);
    let about = if points.is_empty() { "turning-none" } else { "turning-about" };
    Turning { about: text.with(about, &[("all", &MEASURED)]), points }
}

fn points(
    game: &Game,
    text: &Teller,
    found: &[Point],
    decisions: &[DecisionLine],
    cards: &[CardTruth],
) -> Vec<TurningPoint> {
    // Marks count the decisions in the order of the list.
    let told_decisions: Vec<DecisionId> = found.iter().filter_map(|point| point.verdict.choice.decision()).collect();
    let told = |point: &Point| match &point.verdict.choice {
        Choice::Habit(habit) => Some(of_habit(text, habit, point)),
        Choice::Decision(id) => {
            let made = decision(game, *id)?;
            let line = decisions.iter().find(|line| line.id == *id);
            let card = made.kind.deal().and_then(|deal| cards.iter().find(|card| card.deal == deal));
            let mark = told_decisions.iter().position(|told| told == id).map(|before| before + 1);
            Some(TurningPoint { mark, ..of_decision(game, text, made, point, line, card) })
        }
    };
    found.iter().filter_map(told).collect()
}

fn decision(game: &Game, id: DecisionId) -> Option<&Decision> {
    game.state().decisions.get(id.index())
}

fn of_decision(
    game: &Game,
    text: &Teller,
    made: &Decision,
    point: &Point,
    line: Option<&DecisionLine>,
    card: Option<&CardTruth>,
) -> TurningPoint {
    let what = text::decision(text, game.state(), made);
    let deal = made.kind.deal();
    let name = match (deal, &made.kind) {
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
        amount: amount(text, point),
        good: point.good,
        ways: other_ways(text, &point.verdict, instead),
        others: others(text, point),
        contrary: contrary(text, point, instead),
        moved: line.map(DecisionLine::moved_line).filter(|moved| !moved.is_empty()),
        known: point.then.as_ref().zip(deal).and_then(|(then, deal)| known(&then.game, text, deal)),
        truth: card.map(|card| format!("{} {}", card.truth, with_facts(text, point))),
        stances: card.map(|card| {
            let PerSeat { product, sales } = &card.stances;
            text.with("stances-were", &[("product", product), ("sales", sales)])
        }),
        again: point.then.as_ref().zip(deal).and_then(|(then, deal)| again(text, then, deal)),
    }
}

/// What the company is worth more or less than on the best other way.
fn amount(text: &Teller, point: &Point) -> String {
    text::signed_dollars(text, -gain(point).difference.mean())
}

fn gain(point: &Point) -> Gain {
    point.verdict.ways.first().map_or_else(Gain::default, |(_, gain)| *gain)
}

/// Whether knowing the facts would have changed the amount: by more than two standard errors.
fn with_facts(text: &Teller, point: &Point) -> String {
    let (known, facts) = (gain(point).difference, &point.facts);
    let apart = facts.mean() - known.mean();
    if libm::fabs(apart) <= 2.0 * libm::hypot(known.error(), facts.error()) {
        return text.get("facts-same");
    }
    let told = |stats: &Stats| text::signed_dollars(text, -stats.mean());
    text.with("facts-change", &[("amount", &told(facts)), ("instead", &told(&known))])
}

/// How many strategies would have signed what was better, and what the best other way would have paid the leads.
fn others(text: &Teller, point: &Point) -> Option<String> {
    let attempts = &point.then.as_ref()?.attempts;
    let (way, _) = point.verdict.ways.first()?;
    let Instead::This(Some(DecisionKind::Answer(_, answer))) = &way.instead else { return None };
    let other = attempts.iter().find(|attempt| attempt.answer == *answer)?;
    let better = if point.good { attempts.iter().find(|attempt| attempt.signed)? } else { other };
    let found = text.with(
        "others-found",
        &[
            ("count", &better.found_by.len()),
            ("all", &policy::ALL.len()),
            ("answer", &text::response(text, better.answer.response)),
        ],
    );
    let paid = |amount: f64| text::signed_dollars(text, amount);
    let PerSeat { product, sales } = other.paid;
    let paid = text.with(
        "others-paid",
        &[
            ("answer", &text::response(text, other.answer.response)),
            ("product", &paid(product)),
            ("sales", &paid(sales)),
        ],
    );
    Some(format!("{found} {paid}"))
}

/// How a choice came out other than it deserved.
fn contrary(text: &Teller, point: &Point, label: impl Fn(&Instead) -> String) -> Option<String> {
    let (best, _) = point.contrary.then(|| point.verdict.ways.first())??;
    let key = if point.good { "contrary-good" } else { "contrary-bad" };
    let amount = text::dollars(text, libm::fabs(point.own));
    Some(text.with(key, &[("way", &label(&best.instead)), ("amount", &amount)]))
}

fn of_habit(text: &Teller, habit: &Habit, point: &Point) -> TurningPoint {
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
        amount: amount(text, point),
        good: point.good,
        ways: other_ways(text, &point.verdict, instead),
        others: None,
        contrary: contrary(text, point, instead),
        moved: None,
        known: None,
        truth: None,
        stances: None,
        again: None,
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
