//! What a computer partner says: about a card that lies on the table, and what it announces.

use crate::policy::{self, Partner, Sight};
use crate::sim::{Answer, Ask, AskText, Deal, DealId, Game, House, ProductMove, SalesMove, Seat, check};
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
    let key = if offered(ask, partner.seat).is_some() { "partner-offers" } else { "partner-signs" };
    let says = text.with(key, &[("response", &response), ("why", &why)]);
    Some(match note(game, ask.text, partner.seat) {
        Some(note) => text.with("partner-knows", &[("says", &says), ("note", &note)]),
        None => says,
    })
}

/// Whose the marked answers of the house quadrant are, if a computer partner has signed them already.
#[must_use]
pub fn partner_proposes(game: &Game, text: &Text, partner: &Partner, draft: &House) -> Option<String> {
    let proposed = *game.state().turn.house_signed.get(partner.seat) == Some(*draft);
    proposed.then(|| text.with("partner-proposes", &[("seat", &text::seat(text, partner.seat))]))
}

/// What it offers on a card instead of what the person signed, and what can be done about that.
#[must_use]
pub fn partner_offers(game: &Game, text: &Text, partner: &Partner, deal: DealId) -> Option<String> {
    let offer = offered(game.state().deals.get(&deal)?.ask.as_ref()?, partner.seat)?;
    let (seat, response) = (text::seat(text, partner.seat), text::response(text, offer.response));
    Some(text.with("partner-offer", &[("seat", &seat), ("response", &response)]))
}

/// What a seat signed after the other side had signed what it would not: something else than its stance.
fn offered(ask: &Ask, seat: Seat) -> Option<&Answer> {
    let signed = ask.signed.get(seat).as_ref()?;
    let open = ask.answer.is_none() && ask.signed.get(seat.other()).is_some();
    (open && *ask.stances.get(seat) != Some(signed.response)).then_some(signed)
}

/// What a computer partner announces before the person plans: a paper for the board, which needs the support of sales;
/// or the deals in which product may call.
#[must_use]
pub fn announced(game: &Game, text: &Text, partner: &Partner) -> Option<String> {
    match partner.seat {
        Seat::Product => paper(game, text),
        Seat::Sales => Some(doors(game, text, partner)),
    }
}

/// One that asks for power fails whatever sales does.
fn paper(game: &Game, text: &Text) -> Option<String> {
    let paper = |made: &ProductMove| matches!(made, ProductMove::BoardPaper(_));
    let plan = game.state().turn.product_plan.as_ref()?;
    plan.moves.iter().any(paper).then(|| text.get("partner-paper"))
}

/// The deals in which a computer partner who plays sales lets product call, as it has announced.
#[must_use]
pub fn opened(game: &Game, partner: &Partner) -> Vec<DealId> {
    if partner.seat != Seat::Sales {
        return Vec::new();
    }
    let state = game.state();
    let planned = |deal: &Deal| {
        state.turn.sales_plan.as_ref().is_some_and(|plan| plan.moves.contains(&SalesMove::BringProductIn(deal.id)))
    };
    state.open_deals().filter(|deal| deal.named && (deal.consent || planned(deal))).map(|deal| deal.id).collect()
}

fn doors(game: &Game, text: &Text, partner: &Partner) -> String {
    let open = opened(game, partner);
    let names: Vec<String> =
        open.iter().filter_map(|id| Some(text::name(game.scenario(), game.state().deals.get(id)?.name))).collect();
    if names.is_empty() {
        return text.get("partner-no-doors");
    }
    text.with("partner-doors", &[("names", &names.join(", "))])
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
