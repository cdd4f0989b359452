//! Where the final numbers came from: the start, the decisions, the market, chance, news, and what follows by itself. The
//! rows add up to the numbers exactly.

use schemars::JsonSchema;
use serde::Serialize;

use super::books::{Books, Source};
use crate::sim::formula::value;
use crate::sim::{Game, Quantity};
use crate::text::{self, Teller};

/// Where ARR, cash and company value came from.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Origins {
    /// How to read the rows.
    pub about: String,
    /// The rows; the last one is their sum.
    pub rows: Vec<Origin>,
}

/// Where a part of the final numbers came from.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Origin {
    /// From what.
    pub name: String,
    /// ARR, as displayed.
    pub arr: String,
    /// Cash, as displayed.
    pub cash: String,
    /// Company value, as displayed: ARR at the final multiple, and cash.
    pub value: String,
    /// The same in whole dollars: ARR, cash, company value.
    pub dollars: [i64; 3],
    /// Whether it is the sum.
    pub total: bool,
}

/// Makes the account of a game.
pub(super) fn origins(game: &Game, text: &Teller, books: &Books) -> Origins {
    let (scenario, state) = (game.scenario(), game.state());
    let worth = value(scenario, state);
    let numbers = [Quantity::Arr, Quantity::Cash];
    let decided = ("origin-decisions", numbers.map(|number| books.decided(number)));
    let given = |source: Source| (key(source), numbers.map(|number| books.given(source, number)));
    let mut parts: Vec<(&str, [i64; 2])> = Source::ALL.map(given).into();
    parts.insert(1, decided);
    parts.retain(|(_, amounts)| amounts.iter().any(|amount| *amount != 0));
    let cash_counts = if state.insolvent { 0.0 } else { 1.0 };
    // Rounding what was reached so far, instead of each part, makes the parts add up to the whole dollar.
    let (mut so_far, mut told) = ([0_i64; 2], 0_i64);
    let mut rows: Vec<Origin> = Vec::new();
    for (key, [arr, cash]) in parts {
        so_far = [so_far[0] + arr, so_far[1] + cash];
        let until = crate::ids::round(so_far[0] as f64 * worth.multiple + so_far[1] as f64 * cash_counts);
        rows.push(row(text, text.get(key), [arr, cash, until - told], false));
        told = until;
    }
    rows.push(row(text, text.get("origin-end"), [so_far[0], so_far[1], told], true));
    Origins { about: text.with("origins-about", &[("multiple", &text::hundredths(text, worth.multiple))]), rows }
}

fn key(source: Source) -> &'static str {
    match source {
        Source::Start => "origin-start",
        Source::Before => "origin-before",
        Source::Market => "origin-market",
        Source::Chance => "origin-chance",
        Source::Intervention => "origin-intervention",
        Source::Course => "origin-course",
    }
}

fn row(text: &Teller, name: String, dollars: [i64; 3], total: bool) -> Origin {
    let shown = |dollars: i64| match (dollars, total) {
        (0, _) => "–".to_owned(),
        (dollars, true) => text::dollars(text, dollars as f64),
        (dollars, false) => text::signed_dollars(text, dollars as f64),
    };
    let [arr, cash, value] = dollars.map(shown);
    Origin { name, arr, cash, value, dollars, total }
}
