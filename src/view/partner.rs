//! What a computer partner says: about a card that lies on the table, and what it announces.

use crate::policy::{self, Partner, Sight};
use crate::sim::{AskText, DealId, Game, ProductMove, Seat, check};
use crate::text::{self, Text};

/// What it stands for and why, and what it was told in private about the card, as a colleague would at the table;
/// none before both stances lie there.
#[must_use]
pub fn partner_says(game: &Game, text: &Text, partner: &Partner, deal: DealId) -> Option<String> {
    let ask = game.state().deals.get(&deal)?.ask.as_ref()?;
    if Seat::BOTH.iter().any(|&seat| ask.stances.get(seat).is_none()) {
        return None;
    }
    let answer = check::side(game.state(), ask, partner.seat)?;
    let request = Sight::of(game, partner.seat).request(deal)?;
    let why = text.get(policy::reason(&request, answer.response).key());
    let response = text::response(text, answer.response);
    let says = text.with("partner-signs", &[("response", &response), ("why", &why)]);
    Some(match note(game, ask.text, partner.seat) {
        Some(note) => text.with("partner-knows", &[("says", &says), ("note", &note)]),
        None => says,
    })
}

/// What a computer partner in the product seat announces before sales plans: a paper for the board needs its support.
#[must_use]
pub fn announced(game: &Game, text: &Text) -> Option<String> {
    // One that asks for power fails whatever sales does.
    let paper = |made: &ProductMove| matches!(made, ProductMove::BoardPaper(_));
    let plan = game.state().turn.product_plan.as_ref()?;
    plan.moves.iter().any(paper).then(|| text.get("partner-paper"))
}

/// The private note of a seat on a hand-written special.
fn note(game: &Game, ask: AskText, seat: Seat) -> Option<&str> {
    let AskText::Card(id) = ask else { return None };
    let card = &game.scenario().specials[id.index()];
    let note = match seat {
        Seat::Product => &card.product_note,
        Seat::Sales => &card.sales_note,
    };
    (!note.is_empty()).then_some(note)
}
