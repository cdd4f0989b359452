//! The log of a run: the game, everything that was signed in it, and what happened. It knows no files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::chair::{Chair, TakenOver};
use super::file::{QuarterLog, RunFile, Team};
use super::replay::{Replayed, keep, play_again};
use super::signer::Signer;
use crate::ids::{Quarter, Seat};
use crate::policy::{self, Partner};
use crate::scenario::Scenario;
use crate::sim::{Command, Event, Game, Phase, Refusal, Step};
use crate::text::{self, Teller};

/// A game in progress with everything that was signed in it.
#[derive(Debug)]
pub struct Log {
    game: Game,
    run: RunFile,
    events: BTreeMap<Quarter, Vec<Event>>,
}

impl Log {
    /// Starts a game.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, seed: u64, team: Team) -> Self {
        let game = Game::new(scenario, seed);
        let run = RunFile::new(&game, team);
        Self { game, run, events: BTreeMap::new() }
    }

    /// A run that was replayed.
    pub(super) fn replayed(run: RunFile, played: Replayed) -> Self {
        Self { game: played.game, run, events: played.events }
    }

    /// The game.
    #[must_use]
    pub fn game(&self) -> &Game {
        &self.game
    }

    /// The run so far.
    #[must_use]
    pub fn run(&self) -> &RunFile {
        &self.run
    }

    /// Who plays.
    #[must_use]
    pub fn team(&self) -> &Team {
        &self.run.team
    }

    /// The quarter from which the team plays again, knowing what comes; `None` for a team that was never taken back.
    #[must_use]
    pub fn again_from(&self) -> Option<Quarter> {
        self.run.again_from.map(Quarter)
    }

    /// The name of the team as it is shown, which says so if it plays again.
    #[must_use]
    pub fn team_name(&self, text: &Teller) -> String {
        text::team_name(text, &self.run.team.name, self.again_from())
    }

    /// The computer partner, if one person plays.
    #[must_use]
    pub fn partner(&self) -> Option<Partner> {
        let chair = self.run.team.partner.as_ref()?;
        Some(Partner { seat: chair.seat, policy: policy::by_id(&chair.persona)? })
    }

    /// Gives a seat to a computer partner for the rest of the game, or both seats to people. The log
    /// notes the current quarter.
    pub fn take_chairs(&mut self, partner: Option<Chair>) {
        let before = self.run.team.partner.as_ref();
        self.run.taken_over.extend(TakenOver::between(self.game.state().quarter, before, partner.as_ref()));
        self.run.team.partner = partner;
    }

    /// Whether a person plays a seat.
    #[must_use]
    pub fn human(&self, seat: Seat) -> bool {
        self.partner().is_none_or(|partner| partner.seat != seat)
    }

    /// What happened in a quarter, in order, including before the run was saved and opened again.
    #[must_use]
    pub fn events(&self, quarter: Quarter) -> &[Event] {
        self.events.get(&quarter).map_or(&[], Vec::as_slice)
    }

    /// What was signed in a quarter; `None` if nothing was.
    #[must_use]
    pub fn signed_in(&self, quarter: Quarter) -> Option<&QuarterLog> {
        self.run.quarters.iter().find(|log| log.quarter == quarter.0)
    }

    /// Executes a command that the lead of its seat signed, or the computer partner that has the seat, and logs it.
    ///
    /// # Errors
    /// Why it is not allowed now; nothing changed.
    pub fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let partner = command.seat().is_some_and(|seat| !self.human(seat));
        self.execute_by(partner.then_some(Signer::Partner), command)
    }

    /// Executes a command that somebody signed in place of a lead, and logs it.
    ///
    /// # Errors
    /// Why it is not allowed now; nothing changed.
    pub fn execute_for(&mut self, signer: Signer, command: &Command) -> Result<Vec<Event>, Refusal> {
        self.execute_by(Some(signer), command)
    }

    /// Executes a command of another run, with whoever signed it there, and logs it.
    pub(super) fn sign(&mut self, command: &Command, signer: Option<Signer>) -> Result<(), Refusal> {
        self.execute_by(signer, command).map(drop)
    }

    /// Notes that it left another run in this quarter, knowing what came there.
    pub(super) fn left(&mut self, run: &RunFile, from: Quarter) {
        self.run.left(run, from);
    }

    fn execute_by(&mut self, signer: Option<Signer>, command: &Command) -> Result<Vec<Event>, Refusal> {
        let quarter = self.game.state().quarter;
        let happened = self.game.execute(command)?;
        keep(&mut self.events, quarter, happened.clone());
        self.run.log(quarter, command, signer, &self.game);
        Ok(happened)
    }

    /// The last command, if anything was signed.
    #[must_use]
    pub fn last(&self) -> Option<&Command> {
        self.run.quarters.last()?.commands.last()
    }

    /// The seat that signed last, if that can still be undone: nobody has acted on it or seen its effects.
    #[must_use]
    pub fn signed_last(&self) -> Option<Seat> {
        let log = self.run.quarters.last().filter(|log| log.quarter == self.game.state().quarter.0)?;
        let steps = self.game.steps();
        let last = log.commands.last()?;
        // What the clock or a stand-in signed is nobody's to take back.
        if matches!(log.signed_by.get(&log.commands.len()), Some(Signer::Clock | Signer::StandIn)) {
            return None;
        }
        let open = match last {
            Command::PlanProduct(_) | Command::PlanSales(_) | Command::TakeStance { .. } | Command::Predict { .. } => {
                steps.iter().any(Step::private)
            }
            Command::SignHouse { .. } => steps.iter().any(|step| matches!(step, Step::House(_))),
            Command::SignAnswer { .. } => self.game.state().phase == Phase::Table,
            Command::Read { .. } | Command::Escalate { .. } => false,
        };
        last.seat().filter(|_| open)
    }

    /// The same run up to the beginning of a quarter, to be played again from there; `None` if it has not got that far.
    #[must_use]
    pub fn play_again_from(&self, quarter: Quarter) -> Option<Self> {
        let mut run = self.run.clone();
        run.forget_from(quarter);
        let played = play_again(&mut run, self.game.scenario()).ok()?;
        (played.game.state().quarter == quarter).then(|| Self::replayed(run, played))
    }

    /// Undoes the last signature, if that is still possible, by replaying the run without it. Returns what was signed.
    pub fn take_back(&mut self) -> Option<Command> {
        self.signed_last()?;
        let mut run = self.run.clone();
        let command = run.unlog()?;
        let played = play_again(&mut run, self.game.scenario()).ok()?;
        *self = Self::replayed(run, played);
        Some(command)
    }
}
