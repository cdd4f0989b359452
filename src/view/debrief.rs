//! The debrief: scores, badges, the timeline, every decision with what it moved, and the truth behind the cards.

use serde::Serialize;

use super::explain::shown;
use super::felt::{StancePair, forecasts, stances};
use super::score::{badges, scores, value_parts};
use super::truth::{CardTruth, cards};
use super::turning::{TurningPoint, turning_points};
use super::{Amount, Calibration, DebtLedger, debt_ledger};
use crate::sim::formula::{upkeep_debt, value};
use crate::sim::{By, Deal, DecisionId, DecisionKind, Game, Quantity, Quarter, Rule, Settled, State};
use crate::text::{self, Text};

/// Numbers that are told per decision, with the size from which a change is worth telling.
const TOLD: [(Quantity, f64); 6] = [
    (Quantity::Arr, 1000.0),
    (Quantity::Cash, 1000.0),
    (Quantity::Coherence, 0.002),
    (Quantity::Trust, 0.002),
    (Quantity::Upkeep, 0.05),
    (Quantity::Precedent, 0.002),
];

/// The debrief.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Debrief {
    /// Whether the cash ran out.
    pub insolvent: bool,
    /// The company's value after the echo year.
    pub value: String,
    /// The same in dollars.
    pub worth: f64,
    /// How it comes about.
    pub value_parts: Vec<Amount>,
    /// What the policies reached on the same seed, beside the team.
    pub par: Par,
    /// The two leads' scores.
    pub scores: Vec<Amount>,
    /// Trust, evidence used, promises kept.
    pub badges: Vec<Badge>,
    /// The six numbers and the debt, quarter by quarter.
    pub timeline: Vec<TimelinePoint>,
    /// Every decision that moved something, with what it moved.
    pub decisions: Vec<DecisionLine>,
    /// The three decisions that moved most, in the order in which they were signed.
    pub turning_points: Vec<TurningPoint>,
    /// Every card, as it was believed and as it truly is.
    pub cards: Vec<CardTruth>,
    /// Asks per hundred deals: the quarter, the base demand, what was asked.
    pub demand: Vec<(String, f64, f64)>,
    /// What the echo year did.
    pub echo: Vec<Amount>,
    /// What the company owes at the end.
    pub ledger: DebtLedger,
    /// How often the two private stances were the same.
    pub stances: String,
    /// The two private stances on every card.
    pub pairs: Vec<StancePair>,
    /// What both leads foresaw, quarter by quarter.
    pub forecasts: Vec<Calibration>,
    /// What to talk about.
    pub prompts: Vec<String>,
    /// What the scenario teaches, now that it was played.
    pub lesson: String,
}

/// What the policies reached on the same seed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Par {
    /// Par, whose it is, and how near the team came.
    pub line: String,
    /// Every policy and the team, the best first.
    pub rows: Vec<ParRow>,
}

/// A way to play, and where it led.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParRow {
    /// Whose way.
    pub name: String,
    /// Company value.
    pub amount: String,
    /// The value as a share of the best one, 0..1.
    pub share: f64,
    /// Whether it is the team.
    pub own: bool,
}

/// A badge.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Badge {
    /// What for.
    pub title: String,
    /// Why, or what is missing.
    pub about: String,
    /// Whether it was earned.
    pub earned: bool,
}

/// A quarter on the timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelinePoint {
    /// Its name: `start`, `Q1`, …, `+1`.
    pub label: String,
    /// Whether it belongs to the echo year.
    pub echo: bool,
    /// The six numbers.
    pub six: [f64; 6],
    /// Revenue debt, in dollars.
    pub debt: f64,
}

/// A decision and what it moved, later quarters included.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionLine {
    /// Its id.
    pub id: DecisionId,
    /// When, as a number.
    pub at: Quarter,
    /// When.
    pub quarter: String,
    /// Who.
    pub who: By,
    /// Who, in words.
    pub by: String,
    /// What.
    pub text: String,
    /// What it moved.
    pub moved: Vec<Moved>,
    /// What it was worth in the value of the company, in dollars.
    pub weight: f64,
}

/// A number that a decision moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moved {
    /// The number.
    pub label: String,
    /// By how much, in all.
    pub amount: String,
    /// Whether the number went up.
    pub up: bool,
}

/// Makes the debrief; `reached` is what the policies made of the same seed, by id, in dollars.
#[must_use]
pub fn debrief(game: &Game, text: &Text, reached: &[(&str, f64)]) -> Debrief {
    let state = game.state();
    let worth = value(game.scenario(), state);
    let decisions = decisions(game, text);
    let cards = cards(game, text);
    Debrief {
        insolvent: state.insolvent,
        value: text::dollars(text, worth.total),
        worth: worth.total,
        value_parts: value_parts(game, text),
        par: par(text, worth.total, reached),
        scores: scores(game, text),
        badges: badges(game, text),
        timeline: timeline(game, text),
        turning_points: turning_points(game, text, &decisions, &cards),
        decisions,
        cards,
        demand: demand(game, text),
        echo: echo(game, text),
        ledger: debt_ledger(game, text),
        stances: stances_same(game, text),
        pairs: stances(game, text),
        forecasts: forecasts(game, text),
        prompts: game.scenario().debrief.clone(),
        lesson: game.scenario().meta.lesson.clone(),
    }
}

fn par(text: &Text, worth: f64, reached: &[(&str, f64)]) -> Par {
    let named = |id: &str| text.get(&format!("persona-{id}"));
    let best = reached.iter().max_by(|a, b| a.1.total_cmp(&b.1)).copied().unwrap_or(("", worth));
    let most = best.1.max(worth).max(1.0);
    let row = |name: String, value: f64, own| ParRow {
        name,
        amount: text::dollars(text, value),
        share: (value / most).clamp(0.0, 1.0),
        own,
    };
    let mut values: Vec<(f64, ParRow)> =
        reached.iter().map(|&(id, value)| (value, row(named(id), value, false))).collect();
    values.push((worth, row(text.get("par-own"), worth, true)));
    values.sort_by(|a, b| b.0.total_cmp(&a.0));
    let share = text::percent(text, if best.1 > 0.0 { worth / best.1 } else { 1.0 });
    Par {
        line: text
            .with("par-line", &[("par", &text::dollars(text, best.1)), ("persona", &named(best.0)), ("share", &share)]),
        rows: values.into_iter().map(|(_, row)| row).collect(),
    }
}

/// The records of the played quarters, without the echo year.
pub(super) fn played(game: &Game) -> impl Iterator<Item = &crate::sim::Record> {
    let last = game.scenario().meta.quarters;
    game.state().history.iter().filter(move |record| record.quarter.0 <= last)
}

pub(super) fn settled(state: &State) -> impl Iterator<Item = (&Deal, Settled)> {
    state.deals.values().filter_map(|deal| Some((deal, deal.ask.as_ref()?.answer?)))
}

/// Deals that lay on the table as cards.
pub(super) fn tabled(state: &State) -> impl Iterator<Item = (&Deal, Settled)> {
    settled(state).filter(|(_, settled)| matches!(settled.by, By::Both | By::Ceo(_)))
}

pub(super) fn label(game: &Game, text: &Text, quarter: Quarter) -> String {
    let played = game.scenario().meta.quarters;
    match quarter.0 {
        0 => text.get("start"),
        n if n > played => text.with("quarter-after", &[("number", &(n - played))]),
        n => text::quarter_number(text, n),
    }
}

fn timeline(game: &Game, text: &Text) -> Vec<TimelinePoint> {
    let point = |record: &crate::sim::Record| TimelinePoint {
        label: label(game, text, record.quarter),
        echo: record.quarter.0 > game.scenario().meta.quarters,
        six: super::wall::SIX.map(|six| (six.then)(record)),
        debt: record.debt.total(),
    };
    game.state().history.iter().map(point).collect()
}

fn decisions(game: &Game, text: &Text) -> Vec<DecisionLine> {
    let (scenario, state) = (game.scenario(), game.state());
    let mut sums = vec![[0_i64; Quantity::COUNT]; state.decisions.len()];
    for entry in game.ledger() {
        if let Some(sum) = entry.cause.decision.and_then(|id| sums.get_mut(id.index())) {
            sum[entry.quantity as usize] += entry.amount;
        }
    }
    let mut seen: Vec<&DecisionKind> = Vec::new();
    let mut lines = Vec::new();
    for (decision, sum) in state.decisions.iter().zip(&sums) {
        let moved = moved(text, sum);
        // What is signed anew without a change, and moved nothing, is not worth a line.
        let again = seen.contains(&&decision.kind);
        seen.push(&decision.kind);
        if again && moved.is_empty() {
            continue;
        }
        lines.push(DecisionLine {
            id: decision.id,
            at: decision.quarter,
            quarter: label(game, text, decision.quarter),
            who: decision.by,
            by: text::by(text, decision.by),
            text: text::decision(text, scenario, state, decision),
            moved,
            weight: weight(game, sum),
        });
    }
    lines
}

/// What a decision was worth in the value of the company, as far as the ledger knows: its ARR at the multiple, its
/// cash, the coherence and the market gap it moved, less the upkeep it left.
fn weight(game: &Game, sum: &[i64; Quantity::COUNT]) -> f64 {
    let (rules, state) = (&game.scenario().rules, game.state());
    let of = |quantity: Quantity| sum[quantity as usize] as f64 / quantity.unit();
    let upkeep = upkeep_debt(rules, of(Quantity::Upkeep));
    let multiple = value(game.scenario(), state).multiple;
    let product = rules.value_coherence * of(Quantity::Coherence) + rules.value_gap * of(Quantity::Gap);
    of(Quantity::Arr) * multiple + of(Quantity::Cash) + product * state.get(Quantity::Arr) - upkeep
}

fn moved(text: &Text, sum: &[i64; Quantity::COUNT]) -> Vec<Moved> {
    TOLD.iter()
        .map(|&(quantity, least)| (quantity, sum[quantity as usize], least))
        .filter(|&(quantity, stored, least)| libm::fabs(stored as f64 / quantity.unit()) >= least)
        .map(|(quantity, stored, _)| Moved {
            label: text::quantity(text, quantity),
            amount: shown(text, quantity, stored),
            up: stored > 0,
        })
        .collect()
}

/// Asks per hundred deals: what came, and what would have come at the precedent of the start.
fn demand(game: &Game, text: &Text) -> Vec<(String, f64, f64)> {
    let share = |asked: u32, of: u32| if of > 0 { 100.0 * f64::from(asked) / f64::from(of) } else { 0.0 };
    played(game)
        .filter(|record| record.quarter.0 > 0)
        .map(|record| {
            let name = text::quarter_number(text, record.quarter.0);
            (name, share(record.base_asked, record.opened), share(record.asked, record.opened))
        })
        .collect()
}

/// ARR that left in the echo year, by why.
fn echo(game: &Game, text: &Text) -> Vec<Amount> {
    let last = game.scenario().meta.quarters;
    let key = |rule: Rule| match rule {
        Rule::DealWon | Rule::Discount | Rule::DiscountCreep => "echo-won",
        Rule::Expansion => "echo-grown",
        Rule::IncoherenceWeighs => "echo-incoherence",
        Rule::MarketMoves => "echo-market",
        Rule::LatePromise => "echo-late",
        Rule::Sunset => "echo-sunset",
        Rule::Repriced => "echo-repriced",
        _ => "echo-churn",
    };
    let mut sums: Vec<(&str, i64)> = Vec::new();
    for entry in game.ledger() {
        if entry.quarter.0 > last && entry.quantity == Quantity::Arr {
            let key = key(entry.cause.rule);
            match sums.iter_mut().find(|(other, _)| *other == key) {
                Some((_, sum)) => *sum += entry.amount,
                None => sums.push((key, entry.amount)),
            }
        }
    }
    sums.sort_by_key(|(_, sum)| *sum);
    sums.into_iter()
        .map(|(key, sum)| Amount {
            text: text.get(key),
            amount: text::signed_dollars(text, sum as f64),
            good: Some(sum > 0),
        })
        .collect()
}

fn stances_same(game: &Game, text: &Text) -> String {
    let pairs = tabled(game.state()).filter_map(|(deal, _)| {
        let ask = deal.ask.as_ref()?;
        Some(ask.stances.product? == ask.stances.sales?)
    });
    let (same, all) = pairs.fold((0_usize, 0_usize), |(same, all), agree| (same + usize::from(agree), all + 1));
    text.with("stances-same", &[("same", &same), ("all", &all)])
}
