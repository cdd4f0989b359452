//! A special of a scenario as a card for the table, with a half for each lead. It tells no secret of the card.

use serde::Serialize;

use super::numbered::card_number;
use crate::ids::CardId;
use crate::scenario::Card;
use crate::sight::{ChampionSeems, alignment_band, effort_band};
use crate::text::{self, Teller, Unit};
use crate::view::prospect::champion_seems;

/// A special as a card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpecialCard {
    /// Its number.
    pub number: u32,
    /// The prospect.
    pub customer: String,
    /// Who they are.
    pub about: String,
    /// The request.
    pub ask: String,
    /// What the buyer says.
    pub quote: String,
    /// `$180k ARR · Logistics`.
    pub deal: String,
    /// Its theme.
    pub theme: String,
    /// What only the Product Lead knows: its note, and the estimates at the start of a game.
    pub product: [String; 2],
    /// What only the Sales Lead knows: its note, and the champion.
    pub sales: [String; 2],
}

/// Makes the cards of a scenario, in the order of their numbers.
#[must_use]
pub fn special_cards(text: &Teller) -> Vec<SpecialCard> {
    let cards = text.scenario().specials.iter().enumerate();
    cards.map(|(at, card)| special(text, CardId(u16::try_from(at).unwrap_or(u16::MAX)), card)).collect()
}

fn special(text: &Teller, id: CardId, card: &Card) -> SpecialCard {
    let scenario = text.scenario();
    let discovery = scenario.company.discovery;
    let effort = effort_band(discovery, card.effort);
    let alignment = alignment_band(discovery, (card.alignment + card.alignment_error).clamp(0.0, 1.0));
    let estimates = text.with(
        "paper-estimates",
        &[
            ("effort", &text::range(text, Unit::Weeks, effort.low, effort.high)),
            ("alignment", &text::range(text, Unit::Percent, alignment.low, alignment.high)),
        ],
    );
    let champion = champion_seems(text, ChampionSeems::of_strength(card.champion));
    SpecialCard {
        number: card_number(id),
        customer: card.customer.clone(),
        about: card.about.clone(),
        ask: card.ask.clone(),
        quote: card.quote.clone(),
        deal: text.with(
            "card-deal",
            &[
                ("arr", &text::dollars(text, card.arr as f64)),
                ("segment", &scenario.segments[card.segment.index()].name),
            ],
        ),
        theme: scenario.themes[card.theme.index()].name.clone(),
        product: [card.product_note.clone(), estimates],
        sales: [card.sales_note.clone(), champion],
    }
}
