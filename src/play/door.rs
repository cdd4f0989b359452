//! Executes commands for one seat. A command must belong to that seat, and must have been made on an up-to-date page;
//! everything else is up to the rules.

use schemars::JsonSchema;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{DealId, PerSeat, Quarter, Seat};
use crate::run::Log;
use crate::sim::{Answer, Command, Event, Game, House, Phase, Refusal, State};

/// What an act was made on: the phase, and the signatures on the table. A page carries it, and its acts bring it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stamp {
    quarter: Quarter,
    phase: Phase,
    house: PerSeat<Option<House>>,
    answers: BTreeMap<DealId, PerSeat<Option<Answer>>>,
}

/// Why an act was turned away. Nothing changed.
#[derive(Clone, Debug, PartialEq)]
pub enum TurnedAway {
    /// It belongs to the other seat, or to no seat.
    NotYours,
    /// What it was made on has changed since.
    Stale,
    /// The rules refuse it.
    Refused(Refusal),
}

impl Stamp {
    /// The stamp of a game as it is now.
    #[must_use]
    pub fn of(game: &Game) -> Self {
        let state = game.state();
        let signed = |&deal: &DealId| Some((deal, state.deals.get(&deal)?.ask.as_ref()?.signed));
        Self {
            quarter: state.quarter,
            phase: state.phase,
            house: state.turn.house_signed,
            answers: state.cards().iter().filter_map(signed).collect(),
        }
    }

    /// Whether a command made on this still means the same. Only what is signed together can be changed by the other
    /// seat: a plan, a stance or a prediction stays fresh however the other seat goes on.
    fn holds(&self, state: &State, command: &Command) -> bool {
        let signed = |deal: &DealId| state.deals.get(deal).and_then(|deal| deal.ask.as_ref()).map(|ask| ask.signed);
        let same_table = match command {
            Command::SignHouse { .. } => self.house == state.turn.house_signed,
            Command::SignAnswer { deal, .. } | Command::Escalate { deal, .. } => {
                self.answers.get(deal).copied() == signed(deal)
            }
            Command::PlanProduct(_)
            | Command::PlanSales(_)
            | Command::Read { .. }
            | Command::TakeStance { .. }
            | Command::Predict { .. } => true,
        };
        // Predictions open at the table, and stay open until the quarter closes.
        let same_step = self.phase == state.phase || matches!(command, Command::Predict { .. });
        self.quarter == state.quarter && same_step && same_table
    }
}

/// Executes a command for a seat.
///
/// # Errors
/// Why it was turned away.
pub fn execute(log: &mut Log, seat: Seat, command: &Command, made_on: &Stamp) -> Result<Vec<Event>, TurnedAway> {
    check(log, seat, command, made_on)?;
    log.execute(command).map_err(TurnedAway::Refused)
}

/// Whether a command of a seat would be executed.
///
/// # Errors
/// Why it would be turned away.
pub fn check(log: &Log, seat: Seat, command: &Command, made_on: &Stamp) -> Result<(), TurnedAway> {
    if command.seat() != Some(seat) {
        return Err(TurnedAway::NotYours);
    }
    if !made_on.holds(log.game().state(), command) {
        return Err(TurnedAway::Stale);
    }
    log.game().check(command).map_err(TurnedAway::Refused)
}
