//! The truth behind the cards, for the debrief only.

use schemars::JsonSchema;
use serde::Serialize;

use super::past::{label, tabled};
use crate::ids::{DealId, PerSeat};
use crate::sim::{DealOutcome, Game, Response};
use crate::text::{self, Teller, Unit};

/// A card as believed and as it truly is.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CardTruth {
    /// The deal that asked.
    pub deal: DealId,
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
    /// The stances of both seats.
    pub stances: PerSeat<String>,
    /// The answer and who gave it.
    pub answer: String,
    /// How the deal ended.
    pub outcome: String,
}

/// Every card that was on a table, in order.
pub(super) fn cards(game: &Game, text: &Teller) -> Vec<CardTruth> {
    let state = game.state();
    let mut cards: Vec<_> = tabled(state).collect();
    cards.sort_by_key(|(deal, _)| (deal.closes, deal.id));
    cards
        .into_iter()
        .filter_map(|(deal, settled)| {
            let ask = deal.ask.as_ref()?;
            let stance = |stance: Option<Response>| stance.map_or_else(String::new, |s| text::response(text, s));
            let weeks = |weeks: f64| text::weeks(text, weeks);
            let believed = text.with(
                "card-believed",
                &[
                    ("weeks", &weeks(ask.effort_estimate)),
                    ("alignment", &Unit::Index.write(text, ask.alignment_estimate)),
                ],
            );
            let breaker = text.get(if ask.dealbreaker { "dealbreaker-real" } else { "dealbreaker-not-real" });
            let truth = text.with(
                "card-truth",
                &[
                    ("weeks", &weeks(ask.effort)),
                    ("alignment", &Unit::Index.write(text, ask.alignment)),
                    ("fit", &Unit::Index.write(text, deal.fit)),
                    ("dealbreaker", &breaker),
                ],
            );
            Some(CardTruth {
                deal: deal.id,
                quarter: label(game, text, deal.closes),
                customer: text::name(text, deal.name),
                ask: text::ask_name(text, state, deal.id),
                believed,
                truth,
                stances: PerSeat { product: stance(ask.stances.product), sales: stance(ask.stances.sales) },
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
