//! The game of a team, and who plays for whom.

use super::Gate;
use super::setup::Setup;
use crate::ids::{PerSeat, Seat};
use crate::play::Pair;
use crate::policy;
use crate::run::{Log, Team};
use crate::sim::{Game, Phase, State};

/// A team.
#[derive(Debug)]
pub struct RoomTeam {
    pub(super) pair: Pair,
    pub(super) stand_ins: PerSeat<Option<StandIn>>,
    /// The game as everybody may see it: as it was when its last close was told.
    told: Game,
    /// The game after a close that only the team itself may know yet.
    closed: Option<Game>,
}

/// A policy that signs for a seat whose people are absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// When it signs next. Until then it can be stopped.
    pub signs: super::RoomTime,
}

impl RoomTeam {
    pub(super) fn new(setup: &Setup, name: &str, seed: u64) -> Self {
        let [product, sales] = setup.leads.clone();
        let team = Team { name: name.to_owned(), product, sales, partner: None };
        let log = Log::new(setup.scenario.clone(), seed, team);
        let told = log.game().clone();
        Self { pair: Pair::new(log), stand_ins: PerSeat::default(), told, closed: None }
    }

    /// Its game.
    #[must_use]
    pub fn pair(&self) -> &Pair {
        &self.pair
    }

    /// Its game as everybody may see it, the wall included: as it was when its last close was told.
    #[must_use]
    pub fn told(&self) -> &Game {
        &self.told
    }

    /// Keeps the game after a close, and tells it once its gate is open (`open` is the last open gate, `None` if gates
    /// hold nobody), or both seats have seen it. The year after the last quarter is told at the gate of the debrief.
    pub(super) fn tell(&mut self, open: Option<Gate>) {
        let game = self.pair.log().game();
        let state = game.state();
        let known = self.closed.as_ref().unwrap_or(&self.told).state();
        let ended = state.phase == Phase::Ended;
        let last = |state: &State| state.history.last().map(|record| record.quarter);
        if last(state) > last(known) || ended != (known.phase == Phase::Ended) {
            self.closed = Some(game.clone());
        }
        let gate = match ended && !state.insolvent {
            true => self.gate(),
            false => Gate { quarter: state.quarter, close: true },
        };
        let seen_by_both = !matches!(state.phase, Phase::Review | Phase::Ended);
        let open = match open {
            Some(open) => open >= gate,
            None => ended,
        };
        if (open || seen_by_both)
            && let Some(closed) = self.closed.take()
        {
            self.told = closed;
        }
    }

    /// The stand-in of a seat.
    #[must_use]
    pub fn stand_in(&self, seat: Seat) -> Option<StandIn> {
        *self.stand_ins.get(seat)
    }

    /// Signs what is missing until the phase is over.
    pub(super) fn expire(&mut self) {
        let at = |team: &Self| {
            let state = team.pair.log().game().state();
            (state.quarter, state.phase)
        };
        let open = at(self);
        while at(self) == open && Seat::BOTH.into_iter().any(|seat| self.pair.expire(seat, policy::STAND_IN).is_some())
        {
        }
    }

    /// The last gate that its game has come to.
    #[must_use]
    pub fn gate(&self) -> Gate {
        Gate::of(self.pair.log().game())
    }

    /// Whether its game is over.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.pair.log().game().state().phase == Phase::Ended
    }
}
