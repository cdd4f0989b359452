//! The debrief: scores, badges, the timeline, every decision with its effects, and the truth behind the cards.

use schemars::JsonSchema;
use serde::Serialize;

use super::books::Books;
use super::chain::{Chain, chains};
use super::decisions::{DecisionLine, decisions};
use super::felt::{StancePair, forecasts, stances};
use super::foresight::{Foresight, foresight};
use super::luck::{Luck, luck};
use super::origins::{Origins, origins};
use super::past::{label, played, tabled};
use super::reveal::{DemandPoint, Reveal, demand, reveal};
use super::score::{Badge, badges, scores, value_parts};
use super::six::SIX;
use super::truth::{CardTruth, cards};
use super::turning::{Turning, turning};
use super::untold::{Untold, untold};
use super::{Amount, Calibration, DebtLedger, debt_ledger};
use crate::ids::DecisionId;
use crate::lab::{Fortune, Verdicts};
use crate::sim::formula::value;
use crate::sim::{Game, Quantity, Record, Rule};
use crate::text::{self, Teller};

/// The debrief.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Debrief {
    /// Whether the cash ran out.
    pub insolvent: bool,
    /// The seed, to play the same game again.
    pub seed: String,
    /// The company's value after the echo year.
    pub value: String,
    /// The same as a number, in dollars.
    pub worth: f64,
    /// The parts of the value.
    pub value_parts: Vec<Amount>,
    /// What the policies reach from the same start on average, compared with the team.
    pub par: Par,
    /// The two leads' scores.
    pub scores: Vec<Amount>,
    /// Trust, evidence used, promises kept.
    pub badges: Vec<Badge>,
    /// The six numbers and the debt, quarter by quarter.
    pub timeline: Vec<TimelinePoint>,
    /// Every decision that changed something, with its effects.
    pub decisions: Vec<DecisionLine>,
    /// What each decision led to, for those that led to something.
    pub chains: Vec<Chain>,
    /// Where the final numbers came from.
    pub origins: Origins,
    /// How much was luck; `None` while that is being found out.
    pub luck: Option<Luck>,
    /// What turned it; `None` while that is being looked for.
    pub turning: Option<Turning>,
    /// Every card, as believed and as it truly is.
    pub cards: Vec<CardTruth>,
    /// What was asked for, quarter by quarter.
    pub demand: Vec<DemandPoint>,
    /// How that developed, and how much of it followed from the team's own precedent.
    pub reveal: Reveal,
    /// What stood on the pages of one seat only, card by card.
    pub untold: Vec<Untold>,
    /// What the echo year did: ARR before, the changes, and ARR after.
    pub echo: Vec<Amount>,
    /// What the company owes at the end.
    pub ledger: DebtLedger,
    /// How often the two private stances were the same.
    pub stances: String,
    /// The two private stances on each card.
    pub pairs: Vec<StancePair>,
    /// The predictions of both leads, quarter by quarter.
    pub forecasts: Vec<Calibration>,
    /// How wide the ranges of each lead were, against how often they held.
    pub foresight: Vec<Foresight>,
    /// What to talk about.
    pub prompts: Vec<String>,
    /// What the scenario teaches; no longer secret, as it has been played.
    pub lesson: String,
}

/// What the policies reach from the same start, on average over other dice.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Par {
    /// Par, which policy it is from, and how close the team came.
    pub line: String,
    /// All policies and the team, best first.
    pub rows: Vec<ParRow>,
}

/// A policy or the team, and its result.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ParRow {
    /// The name of the policy or team.
    pub name: String,
    /// How the policy plays; `None` for the team.
    pub about: Option<String>,
    /// Company value.
    pub amount: String,
    /// The value as a share of the best one, 0..1.
    pub share: f64,
    /// Whether it is the team.
    pub own: bool,
}

/// A quarter on the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TimelinePoint {
    /// Its name: `start`, `Q1`, …, `+1`.
    pub label: String,
    /// Whether it belongs to the echo year.
    pub echo: bool,
    /// The six numbers.
    pub six: [Option<f64>; 6],
    /// Revenue debt, in dollars.
    pub debt: f64,
}

/// Makes the debrief; `reached` has what the policies reach from the same start on average, by id, in dollars, and
/// `verdicts` what clearly mattered. They are empty and `None` while they are being computed.
#[must_use]
pub fn debrief(game: &Game, text: &Teller, reached: &[(&str, f64)], verdicts: Option<&Verdicts>) -> Debrief {
    let state = game.state();
    let worth = value(game.scenario(), state);
    let decisions = decisions(game, text);
    let cards = cards(game, text);
    let books = Books::of(game);
    Debrief {
        insolvent: state.insolvent,
        seed: state.seed.to_string(),
        value: text::dollars(text, worth.total),
        worth: worth.total,
        value_parts: value_parts(game, text),
        par: par(text, worth.total, reached),
        scores: scores(game, text),
        badges: badges(game, text),
        timeline: timeline(game, text),
        turning: verdicts.map(|found| turning(game, text, found, &decisions, &cards)),
        decisions,
        chains: chains(game, text, &books),
        origins: origins(game, text, &books),
        luck: None,
        cards,
        demand: demand(game, text),
        reveal: reveal(game, text),
        untold: untold(game, text),
        echo: echo(game, text),
        ledger: debt_ledger(game, text),
        stances: stances_same(game, text),
        pairs: stances(game, text),
        forecasts: forecasts(game, text),
        foresight: foresight(game, text),
        prompts: text.scenario().debrief.clone(),
        lesson: text.scenario().meta.lesson.clone(),
    }
}

impl Debrief {
    /// The same debrief with how much was luck, if that is known.
    #[must_use]
    pub fn with_luck(self, game: &Game, text: &Teller, fortune: Option<&Fortune>) -> Self {
        Self { luck: fortune.map(|fortune| luck(game, text, fortune)), ..self }
    }

    /// What a decision led to; `None` if it led to nothing.
    #[must_use]
    pub fn chain(&self, decision: DecisionId) -> Option<&Chain> {
        self.chains.iter().find(|chain| chain.decision == decision)
    }
}

fn par(text: &Teller, worth: f64, reached: &[(&str, f64)]) -> Par {
    let named = |id: &str| text::persona(text, id);
    let best = reached.iter().max_by(|a, b| a.1.total_cmp(&b.1)).copied();
    let most = best.map_or(worth, |(_, par)| par.max(worth)).max(1.0);
    let row = |name: String, about: Option<String>, value: f64| ParRow {
        name,
        own: about.is_none(),
        about,
        amount: text::dollars(text, value),
        share: (value / most).clamp(0.0, 1.0),
    };
    let policy = |&(id, value): &(&str, f64)| (value, row(named(id), Some(text::persona_about(text, id)), value));
    let mut values: Vec<(f64, ParRow)> = reached.iter().map(policy).collect();
    values.push((worth, row(text.get("par-own"), None, worth)));
    values.sort_by(|a, b| b.0.total_cmp(&a.0));
    let line = |(id, par): (&str, f64)| {
        let share = text::percent(text, if par > 0.0 { worth / par } else { 1.0 });
        text.with("par-line", &[("par", &text::dollars(text, par)), ("persona", &named(id)), ("share", &share)])
    };
    Par {
        line: best.map_or_else(|| text.get("par-coming"), line),
        rows: values.into_iter().map(|(_, row)| row).collect(),
    }
}

fn timeline(game: &Game, text: &Teller) -> Vec<TimelinePoint> {
    let point = |record: &Record| TimelinePoint {
        label: label(game, text, record.quarter),
        echo: record.quarter.0 > game.scenario().meta.quarters,
        six: SIX.map(|six| six.known(game.scenario(), record).then(|| (six.then)(record))),
        debt: record.debt.total(),
    };
    game.state().history.iter().map(point).collect()
}

/// What changed between the last signature and the end of the echo year.
fn echo(game: &Game, text: &Teller) -> Vec<Amount> {
    let then = played(game).last();
    let stock = |record: Option<&Record>, quantity| record.map_or(0.0, |record| record.get(quantity));
    let line = |key: &str, amount: String| Amount { text: text.get(key), amount, good: None };
    let cash = [stock(then, Quantity::Cash), game.state().get(Quantity::Cash)].map(|cash| text::dollars(text, cash));
    let before = line("echo-arr-before", text::dollars(text, stock(then, Quantity::Arr)));
    let after = line("echo-arr-after", text::dollars(text, game.state().get(Quantity::Arr)));
    let cash = line("echo-cash", cash.join(" → "));
    let changes = echo_changes(game, text);
    // If the cash ran out before, there is no echo year.
    let lines = if changes.is_empty() { changes } else { [vec![before], changes].concat() };
    [lines, vec![after, cash]].concat()
}

/// What the echo year did to ARR, by cause.
fn echo_changes(game: &Game, text: &Teller) -> Vec<Amount> {
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

fn stances_same(game: &Game, text: &Teller) -> String {
    let (same, all) = stances_alike(game);
    text.with("stances-same", &[("same", &same), ("all", &all)])
}

/// On how many cards the two private stances were the same, and on how many there were two.
pub(super) fn stances_alike(game: &Game) -> (usize, usize) {
    let pairs = tabled(game.state()).filter_map(|(deal, _)| {
        let ask = deal.ask.as_ref()?;
        Some(ask.stances.product? == ask.stances.sales?)
    });
    pairs.fold((0_usize, 0_usize), |(same, all), agree| (same + usize::from(agree), all + 1))
}
