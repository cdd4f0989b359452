//! What one seat knew about a card when it was signed, and the other did not.
//!
//! The game knows what stood on whose pages, not what people said aloud. So this names what only one page had, and the page
//! asks whether somebody said it. What is known of a deal at the end was known at the signature: every move about a deal
//! comes before its table, and no move reaches it afterwards.

use schemars::JsonSchema;
use serde::Serialize;

use super::past::{label, tabled};
use crate::ids::{DealId, Seat};
use crate::sim::{Ask, AskText, Deal, Fact, Game};
use crate::text::{self, Teller, Unit};

/// What stood on the pages of one seat only, about one card.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Untold {
    /// The deal that asked.
    pub deal: DealId,
    /// When it was on the table.
    pub quarter: String,
    /// The prospect.
    pub customer: String,
    /// Who knew what, in a sentence.
    pub told: String,
}

/// Every card about which one seat knew something that the other did not, in order.
pub(super) fn untold(game: &Game, text: &Teller) -> Vec<Untold> {
    let mut cards: Vec<_> = tabled(game.state()).map(|(deal, _)| deal).collect();
    cards.sort_by_key(|deal| (deal.closes, deal.id));
    let one = |deal: &Deal| {
        Some(Untold {
            deal: deal.id,
            quarter: label(game, text, deal.closes),
            customer: text::name(text, deal.name),
            told: told(game, text, deal)?,
        })
    };
    cards.into_iter().filter_map(one).collect()
}

/// The most telling thing that only one seat knew. Two halves of one truth come before what Sales found out and kept. Notes
/// on other cards are told only where the leads disagreed: there they may say why.
fn told(game: &Game, text: &Teller, deal: &Deal) -> Option<String> {
    let ask = deal.ask.as_ref()?;
    match (halves(text, ask), disagreed(ask)) {
        (true, _) => notes(game, text, deal, ask).or_else(|| fit(game, text, deal)),
        (false, true) => fit(game, text, deal).or_else(|| notes(game, text, deal, ask)),
        (false, false) => fit(game, text, deal),
    }
}

/// Whether a card can be judged rightly only with the notes of both seats.
fn halves(text: &Teller, ask: &Ask) -> bool {
    matches!(ask.text, AskText::Card(id) if text.scenario().specials[id.index()].hidden_profile)
}

fn disagreed(ask: &Ask) -> bool {
    ask.stances.product.is_some() && ask.stances.sales.is_some() && ask.stances.product != ask.stances.sales
}

/// What Sales found out about the fit, and did not share.
fn fit(game: &Game, text: &Teller, deal: &Deal) -> Option<String> {
    only(game, Seat::Sales, Fact::Fit(deal.id)).then(|| {
        let fit = Unit::Index.write(text, deal.fit);
        text.with("untold-fit", &[("name", &text::name(text, deal.name)), ("fit", &fit)])
    })
}

/// The private notes that the other seat never got to read.
fn notes(game: &Game, text: &Teller, deal: &Deal, ask: &Ask) -> Option<String> {
    let AskText::Card(id) = ask.text else { return None };
    let card = &text.scenario().specials[id.index()];
    let product = only(game, Seat::Product, Fact::ProductNote(deal.id)).then_some(&card.product_note);
    let sales = only(game, Seat::Sales, Fact::SalesNote(deal.id)).then_some(&card.sales_note);
    let there = |note: Option<&String>| note.filter(|note| !note.is_empty()).cloned();
    match (there(product), there(sales)) {
        (Some(product), Some(sales)) => Some(text.with("untold-both", &[("product", &product), ("sales", &sales)])),
        (Some(note), None) => Some(text.with("untold-product", &[("note", &note)])),
        (None, Some(note)) => Some(text.with("untold-sales", &[("note", &note)])),
        (None, None) => None,
    }
}

/// Whether a seat knows a fact and the other does not.
fn only(game: &Game, seat: Seat, fact: Fact) -> bool {
    game.state().knows(seat, fact) && !game.state().knows(seat.other(), fact)
}
