//! The debrief: scores, badges, the timeline, every decision with what it moved, and the truth behind the cards.

use serde::Serialize;

use super::Amount;
use super::explain::shown;
use crate::sim::formula::{outcome_score, value};
use crate::sim::{
    By, Deal, DealOutcome, DecisionId, DecisionKind, Game, Quantity, Quarter, Response, Rule, Seat, Settled, State,
};
use crate::text::{self, Text, Unit};

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
    /// How it comes about.
    pub value_parts: Vec<Amount>,
    /// The two leads' scores.
    pub scores: Vec<Amount>,
    /// Trust, evidence used, promises kept.
    pub badges: Vec<Badge>,
    /// The six numbers and the debt, quarter by quarter.
    pub timeline: Vec<TimelinePoint>,
    /// Every decision that moved something, with what it moved.
    pub decisions: Vec<DecisionLine>,
    /// Every card, as it was believed and as it truly is.
    pub cards: Vec<CardTruth>,
    /// Asks per hundred deals: the quarter, the base demand, what was asked.
    pub demand: Vec<(String, f64, f64)>,
    /// What the echo year did.
    pub echo: Vec<Amount>,
    /// How often the two private stances were the same.
    pub stances: String,
    /// What to talk about.
    pub prompts: Vec<String>,
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
    /// Cards answered in it: the customer and whether something was built.
    pub marks: Vec<(String, bool)>,
}

/// A decision and what it moved, later quarters included.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionLine {
    /// Its id.
    pub id: DecisionId,
    /// When.
    pub quarter: String,
    /// Who.
    pub by: String,
    /// What.
    pub text: String,
    /// What it moved.
    pub moved: Vec<Moved>,
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

/// A card as it was believed and as it truly is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CardTruth {
    /// When it was on the table.
    pub quarter: String,
    /// The prospect.
    pub customer: String,
    /// The request.
    pub ask: String,
    /// What was believed.
    pub believed: String,
    /// What is true.
    pub truth: String,
    /// The two stances.
    pub stances: String,
    /// The answer and who gave it.
    pub answer: String,
    /// How the deal ended.
    pub outcome: String,
}

/// Makes the debrief.
#[must_use]
pub fn debrief(game: &Game, text: &Text) -> Debrief {
    let state = game.state();
    let worth = value(game.scenario(), state);
    Debrief {
        insolvent: state.insolvent,
        value: text::dollars(worth.total),
        value_parts: value_parts(game, text),
        scores: scores(game, text),
        badges: badges(game, text),
        timeline: timeline(game, text),
        decisions: decisions(game, text),
        cards: cards(game, text),
        demand: demand(game),
        echo: echo(game, text),
        stances: stances(game, text),
        prompts: game.scenario().debrief.clone(),
    }
}

fn value_parts(game: &Game, text: &Text) -> Vec<Amount> {
    let (state, worth) = (game.state(), value(game.scenario(), game.state()));
    let factor = |number: f64| format!("{number:.1}").replace('-', "−");
    let part = |key: &str, number: f64| Amount {
        text: text.get(key),
        amount: format!("{number:+.1}").replace('-', "−"),
        good: Some(number >= 0.0),
    };
    let plain = |key: &str, amount: String| Amount { text: text.get(key), amount, good: None };
    let mut parts = vec![plain("value-arr", text::dollars(state.get(Quantity::Arr)))];
    if !state.insolvent {
        parts.extend([
            plain("value-base", factor(game.scenario().rules.value_base)),
            part("value-growth", worth.growth),
            part("value-retention", worth.retention),
            part("value-coherence", worth.coherence),
            part("value-gap", worth.gap),
            part("value-off-share", worth.off_share),
            part("value-concentration", worth.concentration),
        ]);
    }
    parts.push(plain("value-multiple", factor(worth.multiple)));
    if !state.insolvent {
        parts.push(plain("value-cash", text::dollars(state.get(Quantity::Cash))));
    }
    parts
}

fn scores(game: &Game, text: &Text) -> Vec<Amount> {
    let state = game.state();
    let line = |key: &str, amount: String| Amount { text: text.get(key), amount, good: None };
    let played = |seat: Seat| {
        let made = state
            .history
            .iter()
            .filter_map(move |record| Some((*record.predictions.get(seat))?.contains(record.predicted)));
        let (hits, all) = made.fold((0_usize, 0_usize), |(hits, all), hit| (hits + usize::from(hit), all + 1));
        text.with("score-forecast", &[("hits", &hits), ("all", &all)])
    };
    vec![
        line("score-sales", text::dollars(state.get(Quantity::Commission))),
        Amount { text: text.get("score-sales-forecast"), amount: played(Seat::Sales), good: None },
        line("score-product", Unit::Index.write(outcome_score(state))),
        line("score-product-bonus", text::dollars(state.get(Quantity::Bonus))),
        Amount { text: text.get("score-product-forecast"), amount: played(Seat::Product), good: None },
    ]
}

fn badges(game: &Game, text: &Text) -> Vec<Badge> {
    let state = game.state();
    let last = played(game).last().map_or(0.0, |record| record.get(Quantity::Trust));
    let defended = settled(state).filter(|(_, settled)| settled.defended).count();
    let (kept, broken) = (state.get(Quantity::PromisesKept), state.get(Quantity::PromisesBroken));
    let badge = |key: &str, about: String, earned| Badge { title: text.get(key), about, earned };
    vec![
        badge("badge-trust", text.with("badge-trust-about", &[("trust", &Unit::Index.write(last))]), last >= 0.65),
        badge("badge-evidence", text.with("badge-evidence-about", &[("count", &defended)]), defended >= 4),
        badge(
            "badge-promises",
            text.with("badge-promises-about", &[("kept", &text::count(kept)), ("late", &text::count(broken))]),
            kept > 0.0 && kept >= 3.0 * broken,
        ),
    ]
}

/// The records of the played quarters, without the echo year.
fn played(game: &Game) -> impl Iterator<Item = &crate::sim::Record> {
    let last = game.scenario().meta.quarters;
    game.state().history.iter().filter(move |record| record.quarter.0 <= last)
}

fn settled(state: &State) -> impl Iterator<Item = (&Deal, Settled)> {
    state.deals.values().filter_map(|deal| Some((deal, deal.ask.as_ref()?.answer?)))
}

/// Deals that lay on the table as cards.
fn tabled(state: &State) -> impl Iterator<Item = (&Deal, Settled)> {
    settled(state).filter(|(_, settled)| matches!(settled.by, By::Both | By::Ceo(_)))
}

fn label(game: &Game, text: &Text, quarter: Quarter) -> String {
    let played = game.scenario().meta.quarters;
    match quarter.0 {
        0 => text.get("start"),
        n if n > played => format!("+{}", n - played),
        n => format!("Q{n}"),
    }
}

fn timeline(game: &Game, text: &Text) -> Vec<TimelinePoint> {
    let state = game.state();
    let point = |record: &crate::sim::Record| TimelinePoint {
        label: label(game, text, record.quarter),
        echo: record.quarter.0 > game.scenario().meta.quarters,
        six: super::wall::SIX.map(|six| (six.then)(record)),
        debt: record.debt.total(),
        marks: tabled(state)
            .filter(|(deal, _)| deal.closes == record.quarter)
            .map(|(deal, settled)| (text::name(game.scenario(), deal.name), settled.answer.response.builds()))
            .collect(),
    };
    state.history.iter().map(point).collect()
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
            quarter: label(game, text, decision.quarter),
            by: text::by(text, decision.by),
            text: text::decision(text, scenario, state, decision),
            moved,
        });
    }
    lines
}

fn moved(text: &Text, sum: &[i64; Quantity::COUNT]) -> Vec<Moved> {
    TOLD.iter()
        .map(|&(quantity, least)| (quantity, sum[quantity as usize], least))
        .filter(|&(quantity, stored, least)| libm::fabs(stored as f64 / quantity.unit()) >= least)
        .map(|(quantity, stored, _)| Moved {
            label: text::quantity(text, quantity),
            amount: shown(quantity, stored),
            up: stored > 0,
        })
        .collect()
}

fn cards(game: &Game, text: &Text) -> Vec<CardTruth> {
    let (scenario, state) = (game.scenario(), game.state());
    let mut cards: Vec<_> = tabled(state).collect();
    cards.sort_by_key(|(deal, _)| (deal.closes, deal.id));
    cards
        .into_iter()
        .filter_map(|(deal, settled)| {
            let ask = deal.ask.as_ref()?;
            let stance = |stance: Option<Response>| stance.map_or_else(String::new, |s| text::response(text, s));
            let weeks = |weeks: f64| text::weeks(weeks);
            let believed = text.with(
                "card-believed",
                &[("weeks", &weeks(ask.effort_estimate)), ("alignment", &Unit::Index.write(ask.alignment_estimate))],
            );
            let breaker = text.get(if ask.dealbreaker { "dealbreaker-real" } else { "dealbreaker-not-real" });
            let truth = text.with(
                "card-truth",
                &[
                    ("weeks", &weeks(ask.effort)),
                    ("alignment", &Unit::Index.write(ask.alignment)),
                    ("fit", &Unit::Index.write(deal.fit)),
                    ("dealbreaker", &breaker),
                ],
            );
            Some(CardTruth {
                quarter: label(game, text, deal.closes),
                customer: text::name(scenario, deal.name),
                ask: text::ask_name(scenario, state, deal.id),
                believed,
                truth,
                stances: format!("{} / {}", stance(ask.stances.product), stance(ask.stances.sales)),
                answer: format!("{} ({})", text::response(text, settled.answer.response), text::by(text, settled.by)),
                outcome: text.get(match deal.outcome {
                    Some(DealOutcome::Won(_)) => "outcome-won",
                    Some(DealOutcome::Lost) => "outcome-lost",
                    None => "outcome-open",
                }),
            })
        })
        .collect()
}

/// Asks per hundred deals: what came, and what would have come at the precedent of the start.
fn demand(game: &Game) -> Vec<(String, f64, f64)> {
    let share = |asked: u32, of: u32| if of > 0 { 100.0 * f64::from(asked) / f64::from(of) } else { 0.0 };
    played(game)
        .filter(|record| record.quarter.0 > 0)
        .map(|record| {
            let name = format!("Q{}", record.quarter.0);
            (name, share(record.base_asked, record.opened), share(record.asked, record.opened))
        })
        .collect()
}

/// ARR that left in the echo year, by why.
fn echo(game: &Game, text: &Text) -> Vec<Amount> {
    let last = game.scenario().meta.quarters;
    let mut sums: Vec<(Rule, i64)> = Vec::new();
    for entry in game.ledger() {
        if entry.quarter.0 > last && entry.quantity == Quantity::Arr {
            match sums.iter_mut().find(|(rule, _)| *rule == entry.cause.rule) {
                Some((_, sum)) => *sum += entry.amount,
                None => sums.push((entry.cause.rule, entry.amount)),
            }
        }
    }
    sums.sort_by_key(|(_, sum)| *sum);
    let key = |rule: Rule| match rule {
        Rule::DealWon => "echo-won",
        Rule::Expansion => "echo-grown",
        Rule::IncoherenceWeighs => "echo-incoherence",
        Rule::MarketMoves => "echo-market",
        Rule::LatePromise => "echo-late",
        Rule::Sunset => "echo-sunset",
        _ => "echo-churn",
    };
    sums.into_iter()
        .map(|(rule, sum)| Amount {
            text: text.get(key(rule)),
            amount: text::signed_dollars(sum as f64),
            good: Some(sum > 0),
        })
        .collect()
}

fn stances(game: &Game, text: &Text) -> String {
    let pairs = tabled(game.state()).filter_map(|(deal, _)| {
        let ask = deal.ask.as_ref()?;
        Some(ask.stances.product? == ask.stances.sales?)
    });
    let (same, all) = pairs.fold((0_usize, 0_usize), |(same, all), agree| (same + usize::from(agree), all + 1));
    text.with("stances-same", &[("same", &same), ("all", &all)])
}
