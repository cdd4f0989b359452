//! What both leads sign at the table.

use crate::ids::{DealId, Seat};
use crate::sim::{Answer, Command, Game, House};

/// Something at the table that both leads sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Agreed {
    /// The house quadrant.
    House(House),
    /// The answer to a card.
    Answer(DealId, Answer),
}

impl Agreed {
    /// The signature of a seat under it.
    #[must_use]
    pub fn command(self, seat: Seat) -> Command {
        match self {
            Self::House(house) => Command::SignHouse { seat, house },
            Self::Answer(deal, answer) => Command::SignAnswer { seat, deal, answer },
        }
    }

    /// Whether it is in force.
    pub(super) fn settled(self, game: &Game) -> bool {
        let state = game.state();
        match self {
            Self::House(_) => state.turn.house_settled,
            Self::Answer(deal, _) => {
                state.deals.get(&deal).and_then(|deal| deal.ask.as_ref()).is_some_and(|ask| ask.answer.is_some())
            }
        }
    }
}
