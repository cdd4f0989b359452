//! The echo year: four quarters on autopilot in which promises, renewals and upkeep fall due.

use super::{briefing, close, turn::Turn};
use crate::sim::{Answer, By, DealId, Event, Phase, Quantity, Response, Settled};

/// Quarters of the echo year.
const ECHO: u8 = 4;

/// Runs the echo year and ends the run.
pub(super) fn year(turn: &mut Turn) {
    for _ in 0..ECHO {
        let next = turn.state().quarter.plus(1);
        turn.emit(Event::QuarterBegan(next));
        briefing::open_books(turn);
        decline_all(turn);
        close::resolve(turn);
        if turn.get(Quantity::Cash) < 0.0 {
            turn.emit(Event::RanOutOfCash);
            return;
        }
    }
    turn.emit(Event::PhaseBegan(Phase::Ended));
}

/// Nobody is there to take a new special, and nobody is blamed for it.
fn decline_all(turn: &mut Turn) {
    let asks: Vec<DealId> = turn.state().due_deals().filter(|deal| deal.ask.is_some()).map(|deal| deal.id).collect();
    for id in asks {
        let answer = Answer::plain(Response::Decline);
        turn.emit(Event::Answered(id, Settled { answer, by: By::Autopilot, decision: None, defended: false }));
    }
}
