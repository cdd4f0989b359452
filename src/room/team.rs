//! The game of a team, and who plays for whom.

use super::Gate;
use super::setup::Setup;
use crate::ids::{PerSeat, Quarter, Seat};
use crate::play::Pair;
use crate::policy;
use crate::run::{Log, RunFile, Team};
use crate::sim::{Game, Phase, State};
use crate::text::Teller;

/// A team.
#[derive(Debug)]
pub struct RoomTeam {
    pub(super) pair: Pair,
    pub(super) stand_ins: PerSeat<Option<StandIn>>,
    /// The game as everybody may see it: as it was when its last close was told.
    told: Game,
    /// The game after a close that only the team itself may know yet.
    closed: Option<Game>,
    /// The games that it left when it was taken back, the last one last, each with how much of it was told.
    left: Vec<Left>,
}

/// A game that a team left when it was taken back to an earlier quarter.
#[derive(Debug)]
struct Left {
    pair: Pair,
    told: Game,
    /// The quarter to which the team was taken back then.
    to: Quarter,
    /// Commands that were signed at the start of the game that took its place.
    signed: usize,
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
        Self { pair: Pair::new(log), stand_ins: PerSeat::default(), told, closed: None, left: Vec::new() }
    }

    /// Its name as everybody sees it, which says so if it plays a quarter again.
    #[must_use]
    pub fn name(&self, text: &Teller) -> String {
        self.pair.log().team_name(text)
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

    /// The runs of the games that it left when it was taken back, in order.
    pub fn left(&self) -> impl Iterator<Item = &RunFile> {
        self.left.iter().map(|left| left.pair.log().run())
    }

    /// The quarter from which it plays again, knowing what comes; `None` for a team that was never taken back.
    #[must_use]
    pub fn again_from(&self) -> Option<Quarter> {
        self.pair.log().again_from()
    }

    /// The quarter to which it was taken back last.
    #[must_use]
    pub fn taken_back_to(&self) -> Option<Quarter> {
        self.left.last().map(|left| left.to)
    }

    /// Whether it could still go on as if it had not been taken back: it has signed nothing since.
    #[must_use]
    pub fn can_undo_rewind(&self) -> bool {
        self.left.last().is_some_and(|left| left.signed == self.signed())
    }

    pub(super) fn rewind(&mut self, quarter: Quarter) {
        let Some(again) = self.pair.play_again_from(quarter) else { return };
        let told = std::mem::replace(&mut self.told, again.log().game().clone());
        let pair = std::mem::replace(&mut self.pair, again);
        self.closed = None;
        self.left.push(Left { pair, told, to: quarter, signed: self.signed() });
    }

    pub(super) fn undo_rewind(&mut self) {
        let Some(mut left) = self.left.pop() else { return };
        left.pair.replace(&self.pair);
        (self.pair, self.told, self.closed) = (left.pair, left.told, None);
    }

    /// How many commands were signed in its game.
    fn signed(&self) -> usize {
        self.pair.log().run().quarters.iter().map(|log| log.commands.len()).sum()
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
