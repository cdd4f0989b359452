//! Rerolls whatever the dice have not decided yet.

use super::turn::Turn;
use crate::sim::Event;
use crate::sim::dice::Purpose;

/// Gives every open deal a new die. What its card says and hides stays the same.
pub fn turned(turn: &mut Turn) {
    let mut dice = turn.dice().units(Purpose::OtherLuck, turn.state().quarter.0);
    let open = turn.state().deals.values().filter(|deal| deal.outcome.is_none());
    let fallen: Vec<Event> = open.map(|deal| Event::LuckTurned(deal.id, dice.of(deal.id.0))).collect();
    for event in fallen {
        turn.emit(event);
    }
}
