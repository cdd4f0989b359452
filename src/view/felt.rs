//! How it felt: the two private stances on every card, and the predictions of both leads.

use schemars::JsonSchema;
use serde::Serialize;

use super::past::{label, played, tabled};
use super::review::{Calibration, calibration};
use crate::ids::Seat;
use crate::sim::{Ask, Game, Response};
use crate::text::{self, Teller, Unit};

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
    /// Whose stance was nearer to what turned out, and why; `None` if they were the same, or the truth speaks for neither.
    pub nearer: Option<String>,
}

/// Every card on which both took a stance, in order.
pub(super) fn stances(game: &Game, text: &Teller) -> Vec<StancePair> {
    let mut cards: Vec<_> = tabled(game.state()).collect();
    cards.sort_by_key(|(deal, _)| (deal.closes, deal.id));
    let pair = |(deal, settled): (&crate::sim::Deal, crate::sim::Settled)| {
        let ask = deal.ask.as_ref()?;
        let (product, sales) = (ask.stances.product?, ask.stances.sales?);
        Some(StancePair {
            quarter: label(game, text, deal.closes),
            customer: text::name(text, deal.name),
            product: text::response(text, product),
            sales: text::response(text, sales),
            agree: product == sales,
            answer: format!("{} ({})", text::response(text, settled.answer.response), text::by(text, settled.by)),
            nearer: nearer(game, text, ask, product, sales),
        })
    };
    cards.into_iter().filter_map(pair).collect()
}

/// Whose stance was nearer to what turned out. Only a no against a yes can be told apart by the truth behind a card, and only
/// where both its halves speak for the same: whether the deal depended on the request, and whether that was on strategy. Where
/// they pull in two directions, either answer has its price, and nobody was nearer.
fn nearer(game: &Game, text: &Teller, ask: &Ask, product: Response, sales: Response) -> Option<String> {
    let no = |stance| stance == Response::Decline;
    let (refuses, builds) = match (product, sales) {
        (product, sales) if no(product) && sales.builds() => (Seat::Product, Seat::Sales),
        (product, sales) if no(sales) && product.builds() => (Seat::Sales, Seat::Product),
        _ => return None,
    };
    let (key, seat) = match (ask.dealbreaker, ask.alignment >= game.scenario().rules.on_strategy_alignment) {
        (true, true) => ("nearer-yes", builds),
        (false, false) => ("nearer-no", refuses),
        _ => return None,
    };
    let alignment = Unit::Index.write(text, ask.alignment);
    Some(text.with(key, &[("seat", &text::seat(text, seat)), ("alignment", &alignment)]))
}

/// The predictions of every played quarter, compared with the result.
pub(super) fn forecasts(game: &Game, text: &Teller) -> Vec<Calibration> {
    played(game).filter(|record| record.quarter.0 > 0).map(|record| calibration(game, text, record)).collect()
}
