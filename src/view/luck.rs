//! Luck and skill in words: what the dice were worth, which fell furthest from what was to be expected, and what was decided.

use schemars::JsonSchema;
use serde::Serialize;

use super::Amount;
use super::past::short_label;
use crate::ids::Quarter;
use crate::lab::{Fall, Fallen, Fortune, PLAYS_ON, QuarterFortune, Stats};
use crate::sim::Game;
use crate::text::{self, Teller};

/// Standard errors by which a mean differs clearly from zero.
const CLEAR: f64 = 2.0;
/// Smallest and largest chance that is told: the futures are too few for rarer things. Chances are told in steps.
const RARE: f64 = 0.05;

/// How much of a result was luck.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Luck {
    /// What luck came to, with its error, or that it cannot be told from none.
    pub told: String,
    /// The single falls that were furthest from what was to be expected, a sentence each.
    pub falls: Vec<String>,
    /// What the decisions came to beside the strategy, with their error.
    pub decided: String,
    /// Start, decisions and luck, which add up to the company value, and that value.
    pub parts: Vec<Amount>,
    /// Decisions and luck by quarter.
    pub quarters: Vec<LuckOfQuarter>,
    /// How it is found out.
    pub about: String,
}

/// What was decided and how the dice fell in a quarter.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct LuckOfQuarter {
    /// The quarter, or the echo year.
    pub quarter: String,
    /// What the decisions of the quarter came to, in dollars of company value.
    pub decisions: String,
    /// What its dice came to.
    pub luck: String,
}

/// Tells luck from decisions.
#[must_use]
pub fn luck(game: &Game, text: &Teller, fortune: &Fortune) -> Luck {
    let strategy = text::persona(text, PLAYS_ON.id());
    let part = |key: &str, stats: &Stats| Amount {
        text: text.with(key, &[("strategy", &strategy)]),
        amount: text::signed_dollars(text, stats.mean()),
        good: clear(stats).then_some(stats.mean() > 0.0),
    };
    let line = |key: &str, dollars: f64| Amount {
        text: text.with(key, &[("strategy", &strategy)]),
        amount: text::dollars(text, dollars),
        good: None,
    };
    Luck {
        told: measured(text, &fortune.luck, ["luck-good", "luck-bad", "luck-none"]),
        falls: fortune.falls.iter().map(|fall| told(game, text, fall)).collect(),
        decided: decided(game, text, fortune, &strategy),
        parts: vec![
            line("luck-start", fortune.start.mean()),
            part("luck-decisions", &fortune.decisions),
            part("luck-dice", &fortune.luck),
            line("luck-result", fortune.result),
        ],
        quarters: fortune.quarters.iter().map(|it| of_quarter(game, text, it)).collect(),
        about: text.with("luck-about", &[("strategy", &strategy), ("futures", &fortune.start.count())]),
    }
}

/// Whether a mean differs from zero by more than chance explains.
fn clear(stats: &Stats) -> bool {
    libm::fabs(stats.mean()) > CLEAR * stats.error()
}

/// A sentence with an amount and its error: the first key if it is clearly above zero, the second below, else the third.
fn measured(text: &Teller, stats: &Stats, keys: [&str; 3]) -> String {
    let (mean, error) = (stats.mean(), text::dollars(text, stats.error()));
    let [above, below, neither] = keys;
    if !clear(stats) {
        return text.with(neither, &[("amount", &text::signed_dollars(text, mean)), ("error", &error)]);
    }
    let key = if mean > 0.0 { above } else { below };
    text.with(key, &[("amount", &text::dollars(text, libm::fabs(mean))), ("error", &error)])
}

/// What the decisions came to. Where they cost nothing, nothing is said about single ones: the strategy has no lesson then.
fn decided(game: &Game, text: &Teller, fortune: &Fortune, strategy: &str) -> String {
    let Fortune { decisions, choices, .. } = fortune;
    let (mean, error) = (decisions.mean(), text::dollars(text, decisions.error()));
    let amount = text::dollars(text, libm::fabs(mean));
    let told = |key: &str| text.with(key, &[("strategy", &strategy), ("amount", &amount), ("error", &error)]);
    match (clear(decisions), mean > 0.0) {
        (false, _) => told("decided-alike"),
        (true, true) => told("decided-better"),
        (true, false) => {
            let each = text::dollars(text, -mean / (*choices).max(1) as f64);
            let told =
                text.with("decided-worse", &[("told", &told("decided-cost")), ("each", &each), ("choices", choices)]);
            let worst = fortune.quarters.iter().min_by(|a, b| a.1.decisions.mean().total_cmp(&b.1.decisions.mean()));
            let Some((quarter, cost)) = worst.filter(|(_, it)| it.decisions.mean() < 0.0 && clear(&it.decisions))
            else {
                return told;
            };
            let most = text::dollars(text, -cost.decisions.mean());
            text.with("decided-most", &[("told", &told), ("quarter", &named(game, text, *quarter)), ("amount", &most)])
        }
    }
}

/// A quarter, or the echo year as a whole.
fn named(game: &Game, text: &Teller, quarter: Quarter) -> String {
    if quarter.0 > game.scenario().meta.quarters {
        text.get("luck-echo")
    } else {
        text::quarter_number(text, quarter.0)
    }
}

fn of_quarter(game: &Game, text: &Teller, (quarter, it): &(Quarter, QuarterFortune)) -> LuckOfQuarter {
    // In the echo year nobody decides.
    let echo = quarter.0 > game.scenario().meta.quarters;
    LuckOfQuarter {
        quarter: named(game, text, *quarter),
        decisions: if echo { "–".to_owned() } else { text::signed_dollars(text, it.decisions.mean()) },
        luck: text::signed_dollars(text, it.luck.mean()),
    }
}

fn told(game: &Game, text: &Teller, fall: &Fall) -> String {
    let (name, key) = match (fall.about, fall.good) {
        (Fallen::Deal(id), true) => (text::deal_name(text, game.state(), id), "fall-signed"),
        (Fallen::Deal(id), false) => (text::deal_name(text, game.state(), id), "fall-lost"),
        (Fallen::Renewal(id), true) => (text::customer_name(text, game.state(), id), "fall-stayed"),
        (Fallen::Renewal(id), false) => (text::customer_name(text, game.state(), id), "fall-left"),
    };
    let chance = (libm::round(fall.chance / RARE) * RARE).clamp(RARE, 1.0 - RARE);
    text.with(
        key,
        &[
            ("name", &name),
            ("quarter", &short_label(game, text, fall.quarter)),
            ("chance", &text::percent(text, chance)),
            ("arr", &text::dollars(text, fall.arr)),
        ],
    )
}
