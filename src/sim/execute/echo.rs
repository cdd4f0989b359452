//! The echo year: four quarters on autopilot in which promises, renewals and upkeep fall due.

use super::{briefing, close, turn::Turn};
use crate::ids::{DealId, DecisionId};
use crate::sim::check;
use crate::sim::{Answer, Ask, By, Deal, Event, Phase, Quantity, Response, Settled};

/// Quarters of the echo year.
const ECHO: u8 = 4;

/// Runs the echo year and ends the run.
pub(super) fn year(turn: &mut Turn) {
    for _ in 0..ECHO {
        let next = turn.state().quarter.plus(1);
        turn.emit(Event::QuarterBegan(next));
        briefing::open_books(turn);
        answer_all(turn);
        close::resolve(turn);
        if turn.get(Quantity::Cash) < 0.0 {
            turn.emit(Event::RanOutOfCash);
            return;
        }
    }
    turn.emit(Event::PhaseBegan(Phase::Ended));
}

/// New specials are declined by the autopilot, so nobody gets the blame. What is already built is sold, and what Sales
/// promised before asking is built.
fn answer_all(turn: &mut Turn) {
    let answered: Vec<Owed> =
        turn.state().due_deals().filter_map(|deal| Some(answer(turn, deal, deal.ask.as_ref()?))).collect();
    for (id, response, by, decision) in answered {
        let answer = Answer::plain(response);
        turn.emit(Event::Answered(id, Settled { answer, by, decision, defended: false }));
    }
}

/// An automatic answer: the deal, the response, who it counts for, and the decision behind it.
type Owed = (DealId, Response, By, Option<DecisionId>);

fn answer(turn: &Turn, deal: &Deal, ask: &Ask) -> Owed {
    let (response, by) = match deal.prepromised {
        _ if check::covers(turn.state(), ask) => (Response::AlreadyHave, By::Autopilot),
        Some(_) => (Response::BuildAsAsked, By::Sales),
        None => (Response::Decline, By::Autopilot),
    };
    (deal.id, response, by, deal.prepromised)
}
