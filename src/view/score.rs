//! The results of the two leads and the company, with their parts, and the badges.

use schemars::JsonSchema;
use serde::Serialize;

use super::Amount;
use super::past::{played, settled};
use crate::ids::Seat;
use crate::sim::formula::{outcome_score, value};
use crate::sim::{Game, Quantity};
use crate::text::{self, Text, Unit};

/// A badge.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Badge {
    /// What for.
    pub title: String,
    /// Why it was earned, or what is missing.
    pub about: String,
    /// Whether it was earned.
    pub earned: bool,
}

pub(super) fn value_parts(game: &Game, text: &Text) -> Vec<Amount> {
    let (state, worth) = (game.state(), value(game.scenario(), game.state()));
    let part = |key: &str, number: f64| Amount {
        text: text.get(key),
        amount: text::signed_hundredths(text, number),
        good: Some(number >= 0.0),
    };
    let plain = |key: &str, amount: String| Amount { text: text.get(key), amount, good: None };
    let mut parts = vec![plain("value-arr", text::dollars(text, state.get(Quantity::Arr)))];
    if !state.insolvent {
        parts.extend([
            plain("value-base", text::hundredths(text, game.scenario().rules.value_base)),
            part("value-growth", worth.growth),
            part("value-retention", worth.retention),
            part("value-coherence", worth.coherence),
            part("value-gap", worth.gap),
            part("value-off-share", worth.off_share),
            part("value-concentration", worth.concentration),
        ]);
    }
    parts.push(plain("value-multiple", text::hundredths(text, worth.multiple)));
    if !state.insolvent {
        parts.push(plain("value-cash", text::dollars(text, state.get(Quantity::Cash))));
    }
    parts
}

pub(super) fn scores(game: &Game, text: &Text) -> Vec<Amount> {
    let state = game.state();
    let line = |key: &str, amount: String| Amount { text: text.get(key), amount, good: None };
    let forecasts = |key: &str, seat: Seat| {
        let predicted = state.history.iter().filter_map(|record| Some((record, (*record.predictions.get(seat))?)));
        let (mut hits, mut all) = (0_usize, 0_usize);
        for (record, range) in predicted {
            all += 1;
            hits += usize::from(range.held(record.predicted));
        }
        // Hits are counted and nothing is made of them: a run has far too few predictions to judge anybody by.
        line(key, text.with("score-forecast", &[("hits", &hits), ("all", &all)]))
    };
    vec![
        line("score-sales", text::dollars(text, state.get(Quantity::Commission))),
        forecasts("score-sales-forecast", Seat::Sales),
        line("score-product", Unit::Index.write(text, outcome_score(game.scenario(), state))),
        line("score-product-bonus", text::dollars(text, state.get(Quantity::Bonus))),
        forecasts("score-product-forecast", Seat::Product),
    ]
}

pub(super) fn badges(game: &Game, text: &Text) -> Vec<Badge> {
    let state = game.state();
    let last = played(game).last().map_or(0.0, |record| record.get(Quantity::Trust));
    let defended = settled(state).filter(|(_, settled)| settled.defended).count();
    let (kept, broken) = (state.get(Quantity::PromisesKept), state.get(Quantity::PromisesBroken));
    let badge = |key: &str, about: String, earned| Badge { title: text.get(key), about, earned };
    vec![
        badge(
            "badge-trust",
            text.with("badge-trust-about", &[("trust", &Unit::Index.write(text, last))]),
            last >= 0.65,
        ),
        badge("badge-evidence", text.with("badge-evidence-about", &[("count", &defended)]), defended >= 4),
        badge(
            "badge-promises",
            text.with("badge-promises-about", &[("kept", &text::count(kept)), ("late", &text::count(broken))]),
            kept > 0.0 && kept >= 3.0 * broken,
        ),
    ]
}
