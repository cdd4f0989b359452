//! How it felt: the two private stances on every card, and what each lead foresaw.

use serde::Serialize;

use super::debrief::{label, played, tabled};
use super::predict::{in_words, written};
use super::review::Prediction;
use crate::sim::formula::predicted;
use crate::sim::{Game, Seat};
use crate::text::{self, Text};

/// What both leads would have done with a card, before either knew of the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StancePair {
    /// When.
    pub quarter: String,
    /// The prospect.
    pub customer: String,
    /// What the Product Lead would have done.
    pub product: String,
    /// What the Sales Lead would have done.
    pub sales: String,
    /// Whether that was the same.
    pub agree: bool,
    /// What was signed, and by whom.
    pub answer: String,
}

/// A number that both leads foresaw, and what it became.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Forecast {
    /// When.
    pub quarter: String,
    /// The number.
    pub number: String,
    /// What it became.
    pub result: String,
    /// The ranges of the leads.
    pub predictions: Vec<Prediction>,
}

/// The stances on every card on which both took one, in order.
pub(super) fn stances(game: &Game, text: &Text) -> Vec<StancePair> {
    let mut cards: Vec<_> = tabled(game.state()).collect();
    cards.sort_by_key(|(deal, _)| (deal.closes, deal.id));
    let pair = |(deal, settled): (&crate::sim::Deal, crate::sim::Settled)| {
        let stances = &deal.ask.as_ref()?.stances;
        let (product, sales) = (stances.product?, stances.sales?);
        Some(StancePair {
            quarter: label(game, text, deal.closes),
            customer: text::name(game.scenario(), deal.name),
            product: text::response(text, product),
            sales: text::response(text, sales),
            agree: product == sales,
            answer: format!("{} ({})", text::response(text, settled.answer.response), text::by(text, settled.by)),
        })
    };
    cards.into_iter().filter_map(pair).collect()
}

/// The predictions of every quarter that was played.
pub(super) fn forecasts(game: &Game, text: &Text) -> Vec<Forecast> {
    let forecast = |record: &crate::sim::Record| {
        let number = predicted(game.scenario(), record.quarter);
        let predictions = Seat::BOTH.into_iter().filter_map(|seat| {
            let range = (*record.predictions.get(seat))?;
            Some(Prediction { seat, range: in_words(text, number, range), hit: range.held(record.predicted) })
        });
        Forecast {
            quarter: label(game, text, record.quarter),
            number: text::measure(text, number),
            result: written(text, number, record.predicted),
            predictions: predictions.collect(),
        }
    };
    played(game).filter(|record| record.quarter.0 > 0).map(forecast).collect()
}
