//! How it felt: the two private stances on every card, and the predictions of both leads.

use schemars::JsonSchema;
use serde::Serialize;

use super::past::{label, played, tabled};
use super::review::{Calibration, calibration};
use crate::sim::Game;
use crate::text::{self, Teller};

/// What each lead would have done with a card, before they saw each other's stance.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct StancePair {
    /// When.
    pub quarter: String,
    /// The prospect.
    pub customer: String,
    /// What the Product Lead would have done.
    pub product: String,
    /// What the Sales Lead would have done.
    pub sales: String,
    /// Whether they are the same.
    pub agree: bool,
    /// What was signed, and by whom.
    pub answer: String,
}

/// Every card on which both took a stance, in order.
pub(super) fn stances(game: &Game, text: &Teller) -> Vec<StancePair> {
    let mut cards: Vec<_> = tabled(game.state()).collect();
    cards.sort_by_key(|(deal, _)| (deal.closes, deal.id));
    let pair = |(deal, settled): (&crate::sim::Deal, crate::sim::Settled)| {
        let stances = &deal.ask.as_ref()?.stances;
        let (product, sales) = (stances.product?, stances.sales?);
        Some(StancePair {
            quarter: label(game, text, deal.closes),
            customer: text::name(text, deal.name),
            product: text::response(text, product),
            sales: text::response(text, sales),
            agree: product == sales,
            answer: format!("{} ({})", text::response(text, settled.answer.response), text::by(text, settled.by)),
        })
    };
    cards.into_iter().filter_map(pair).collect()
}

/// The predictions of every played quarter, compared with the result.
pub(super) fn forecasts(game: &Game, text: &Teller) -> Vec<Calibration> {
    played(game).filter(|record| record.quarter.0 > 0).map(|record| calibration(game, text, record)).collect()
}
