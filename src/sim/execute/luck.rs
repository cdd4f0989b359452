//! Other luck: what the dice have not decided yet falls anew.

use super::turn::Turn;
use crate::sim::Event;
use crate::sim::dice::Purpose;

/// Takes up other dice for every open deal. What a card says and hides stays as it is.
pub fn turned(turn: &mut Turn) {
    let mut dice = turn.dice().units(Purpose::OtherLuck, turn.state().quarter.0);
    let open = turn.state().deals.values().filter(|deal| deal.outcome.is_none());
    let fallen: Vec<Event> = open.map(|deal| Event::LuckTurned(deal.id, dice.of(deal.id.0))).collect();
    for event in fallen {
        turn.emit(event);
    }
}
