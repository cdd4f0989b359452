//! What a command makes happen. Executors read the state and emit events; nothing here changes it directly.

mod briefing;
mod close;
mod echo;
mod luck;
mod names;
mod pipeline;
mod plan;
mod start;
mod table;
mod turn;

pub use luck::Anew;
pub(super) use luck::turned as turn_luck;
pub(super) use start::start;
pub(super) use turn::{Listeners, Turn};

use super::Phase;
use super::command::Command;
use super::event::Event;
use crate::ids::Seat;

/// Executes a command that was checked.
pub(super) fn command(turn: &mut Turn, command: &Command) {
    match command {
        Command::Read { seat } => read(turn, *seat),
        Command::PlanProduct(plan) => {
            turn.emit(Event::ProductPlanned(plan.clone()));
            plan::resolve_when_both_signed(turn);
        }
        Command::PlanSales(plan) => {
            turn.emit(Event::SalesPlanned(plan.clone()));
            plan::resolve_when_both_signed(turn);
        }
        Command::SignHouse { seat, house } => table::sign_house(turn, *seat, *house),
        Command::TakeStance { seat, deal, stance } => table::take_stance(turn, *seat, *deal, *stance),
        Command::SignAnswer { seat, deal, answer } => table::sign_answer(turn, *seat, *deal, *answer),
        Command::Escalate { seat, deal } => table::escalate(turn, *seat, *deal),
        Command::Predict { seat, range } => {
            turn.emit(Event::Predicted(*seat, *range));
            close_when_foreseen(turn);
        }
    }
}

/// The quarter closes when the table is done and both have predicted.
fn close_when_foreseen(turn: &mut Turn) {
    let both = Seat::BOTH.iter().all(|&seat| turn.state().turn.predictions.get(seat).is_some());
    if both && turn.state().phase == Phase::Close {
        close::quarter(turn);
    }
}

fn read(turn: &mut Turn, seat: Seat) {
    turn.emit(Event::Read(seat));
    if !Seat::BOTH.iter().all(|&seat| *turn.state().turn.read.get(seat)) {
        return;
    }
    if turn.state().phase == Phase::Briefing {
        turn.emit(Event::PhaseBegan(Phase::Plan));
    } else if turn.state().quarter.0 < turn.scenario().meta.quarters {
        let next = turn.state().quarter.plus(1);
        briefing::begin(turn, next);
    } else {
        echo::year(turn);
    }
}
