//! What a computer partner says about a card that lies on the table.

use crate::policy::{self, Partner, Sight};
use crate::sim::{DealId, Game, check};
use crate::text::{self, Text};

/// What it stands for and why, in a line; none before its stance is on the table.
#[must_use]
pub fn partner_says(game: &Game, text: &Text, partner: &Partner, deal: DealId) -> Option<String> {
    let ask = game.state().deals.get(&deal)?.ask.as_ref()?;
    let answer = check::side(game.state(), ask, partner.seat)?;
    let request = Sight::of(game, partner.seat).request(deal)?;
    let why = text.get(policy::reason(&request, answer.response).key());
    let response = text::response(text, answer.response);
    Some(text.with("partner-signs", &[("response", &response), ("why", &why)]))
}
