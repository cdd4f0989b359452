//! What a computer partner says about a card on the table, and what it announces.

use crate::ids::{DealId, Seat};
use crate::policy::{self, Partner};
use crate::sight::Sight;
use crate::sim::{Answer, Ask, AskText, Deal, Game, House, ProductMove, SalesMove, check};
use crate::text::{self, Teller};

/// Its answer and the reason for it, with its private note on the card, as a colleague would say at the table. `None`
/// before both have taken a stance.
#[must_use]
pub fn partner_says(game: &Game, text: &Teller, partner: &Partner, deal: DealId) -> Option<String> {
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
    Some(match note(text, ask.text, partner.seat) {
        Some(note) => text.with("partner-knows", &[("says", &says), ("note", &note)]),
        None => says,
    })
}

/// A note that the computer partner proposes these answers for the house quadrant, if it has signed them.
#[must_use]
pub fn partner_proposes(game: &Game, text: &Teller, partner: &Partner, draft: &House) -> Option<String> {
    let proposed = *game.state().turn.house_signed.get(partner.seat) == Some(*draft);
    proposed.then(|| text.with("partner-proposes", &[("seat", &text::seat(text, partner.seat))]))
}

/// Its counter-offer on a card, and what the person can do about it.
#[must_use]
pub fn partner_offers(game: &Game, text: &Teller, partner: &Partner, deal: DealId) -> Option<String> {
    let offer = offered(game.state().deals.get(&deal)?.ask.as_ref()?, partner.seat)?;
    let (seat, response) = (text::seat(text, partner.seat), text::response(text, offer.response));
    Some(text.with("partner-offer", &[("seat", &seat), ("response", &response)]))
}

/// A counter-offer of a seat: it signed something other than its stance after the other side had signed.
fn offered(ask: &Ask, seat: Seat) -> Option<&Answer> {
    let signed = ask.signed.get(seat).as_ref()?;
    let open = ask.answer.is_none() && ask.signed.get(seat.other()).is_some();
    (open && *ask.stances.get(seat) != Some(signed.response)).then_some(signed)
}

/// What a computer partner announces before the person plans: as product, a board paper that needs the support of
/// sales; as sales, the deals in which product may call.
#[must_use]
pub fn announced(game: &Game, text: &Teller, partner: &Partner) -> Option<String> {
    match partner.seat {
        Seat::Product => paper(game, text),
        Seat::Sales => Some(doors(game, text, partner)),
    }
}

/// Only papers that sales can help; the product-led paper fails whatever sales does.
fn paper(game: &Game, text: &Teller) -> Option<String> {
    let paper = |made: &ProductMove| matches!(made, ProductMove::BoardPaper(_));
    let plan = game.state().turn.product_plan.as_ref()?;
    plan.moves.iter().any(paper).then(|| text.get("partner-paper"))
}

/// The deals in which a computer partner that plays sales lets product call.
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

fn doors(game: &Game, text: &Teller, partner: &Partner) -> String {
    let open = opened(game, partner);
    let names: Vec<String> =
        open.iter().filter_map(|id| Some(text::name(text, game.state().deals.get(id)?.name))).collect();
    if names.is_empty() {
        return text.get("partner-no-doors");
    }
    text.with("partner-doors", &[("names", &names.join(", "))])
}

/// The private note of a seat on a hand-written special.
fn note(text: &Teller, ask: AskText, seat: Seat) -> Option<&str> {
    let AskText::Card(id) = ask else { return None };
    let card = &text.scenario().specials[id.index()];
    let note = match seat {
        Seat::Product => &card.product_note,
        Seat::Sales => &card.sales_note,
    };
    (!note.is_empty()).then_some(note)
}
