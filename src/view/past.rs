//! The quarters of a run: their names, and what was settled in them.

use crate::ids::Quarter;
use crate::sim::{By, Deal, Game, Record, Settled, State};
use crate::text::{self, Teller, quarter_name};

pub(super) fn label(game: &Game, text: &Teller, quarter: Quarter) -> String {
    let played = game.scenario().meta.quarters;
    match quarter.0 {
        0 => text.get("start"),
        n if n > played => text.with("quarter-after", &[("number", &(n - played))]),
        n => text::quarter_number(text, n),
    }
}

/// `Q1 2027 · quarter 2 of 8`, or a similar label in the echo year.
pub(super) fn quarter_label(game: &Game, text: &Teller, quarter: Quarter) -> String {
    let scenario = game.scenario();
    let all = scenario.meta.quarters;
    let name = quarter_name(text, quarter);
    if quarter.0 > all {
        return text.with("quarter-echo", &[("name", &name), ("number", &(quarter.0 - all))]);
    }
    text.with("quarter-of", &[("name", &name), ("number", &quarter.0), ("all", &all)])
}

/// `Q1 2027`; in the echo year only its number.
pub(super) fn short_label(game: &Game, text: &Teller, quarter: Quarter) -> String {
    let last = game.scenario().meta.quarters;
    if quarter.0 > last {
        return text.with("quarter-echo-short", &[("number", &(quarter.0 - last))]);
    }
    quarter_name(text, quarter)
}

/// In the last quarter, a text about what continues through the echo year; `None` before.
pub(super) fn goes_on(game: &Game, text: &Teller, key: &str) -> Option<String> {
    (game.state().quarter.0 >= game.scenario().meta.quarters).then(|| text.get(key))
}

/// The records of the played quarters, without the echo year.
pub(super) fn played(game: &Game) -> impl Iterator<Item = &Record> {
    let last = game.scenario().meta.quarters;
    game.state().history.iter().filter(move |record| record.quarter.0 <= last)
}

pub(super) fn settled(state: &State) -> impl Iterator<Item = (&Deal, Settled)> {
    state.deals.values().filter_map(|deal| Some((deal, deal.ask.as_ref()?.answer?)))
}

/// Deals that were on the table as cards.
pub(super) fn tabled(state: &State) -> impl Iterator<Item = (&Deal, Settled)> {
    settled(state).filter(|(_, settled)| matches!(settled.by, By::Both | By::Ceo(_)))
}
