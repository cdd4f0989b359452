//! What a person of a room sees.

use super::{Gate, PersonId, Place, Room};
use crate::play::{Page, Seen};
use crate::text::Teller;

/// What a person sees.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet {
    /// The teams and their seats: the person has none.
    Seats,
    /// The team waits for this gate; nothing of what lies behind it is told.
    Held(Gate),
    /// A page of the game, and what an act on it is made on.
    Page(Box<Page>, Box<Seen>),
}

impl Room {
    /// What a person sees; `None` if there is no such person.
    #[must_use]
    pub fn sheet(&self, person: PersonId, teller: &Teller) -> Option<Sheet> {
        match self.person(person)?.place {
            Some(place) => self.sheet_of(place, teller),
            None => Some(Sheet::Seats),
        }
    }

    /// What is seen from a seat; `None` if there is no such team.
    #[must_use]
    pub fn sheet_of(&self, place: Place, teller: &Teller) -> Option<Sheet> {
        let team = self.team(place.team)?;
        Some(match self.held(team) {
            true if team.ended() => Sheet::Held(team.gate()),
            true => Sheet::Held(self.open.next()),
            false => {
                let pair = team.pair();
                Sheet::Page(Box::new(pair.page(place.seat, teller)), Box::new(pair.seen(place.seat)))
            }
        })
    }
}
