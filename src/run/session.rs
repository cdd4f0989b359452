//! A game in progress with its log, saved whenever something is signed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::chair::{Chair, TakenOver};
use super::file::{Broken, RunFile, Team};
use super::replay::{Mismatch, keep, play_again, replay};
use super::scenario::{NoScenario, scenario_of};
use super::store::{self, Slot, StoreError};
use crate::policy::{self, Partner, Policy};
use crate::scenario::Scenario;
use crate::sim::{Command, Event, Game, Phase, Quarter, Refusal, Seat, Step};
use crate::text::Text;

/// A game in progress.
#[derive(Debug)]
pub struct Session {
    game: Game,
    run: RunFile,
    events: BTreeMap<Quarter, Vec<Event>>,
    slot: Option<Slot>,
    /// Whether everything signed is on disk.
    saved: bool,
    save_problem: Option<SaveProblem>,
}

/// Why a saved run cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The file cannot be read.
    Store(#[from] StoreError),
    /// It is not a run file of this version.
    Broken {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: Broken,
    },
    /// Its scenario is not there.
    Scenario {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: NoScenario,
    },
    /// It does not hold.
    Mismatch {
        /// The file.
        path: PathBuf,
        /// Where.
        reason: Box<Mismatch>,
    },
}

/// Why a run is not saved, or not where it should be.
#[derive(Debug)]
pub enum SaveProblem {
    /// It cannot be written; the next command tries again.
    Failed(StoreError),
    /// It is saved, but its drive cannot promise to keep it whole if the power fails.
    Careless(PathBuf),
    /// Something else stands at its place, so it went to another one.
    Moved {
        /// The place that was taken.
        taken: PathBuf,
        /// Where it is saved.
        to: PathBuf,
    },
}

impl Session {
    /// Starts a game; with a path, it is saved there from the first signed command on. A file that is already there
    /// is never overwritten: the run then goes to a free name beside it, and [`Session::save_problem`] says so.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, seed: u64, team: Team, path: Option<PathBuf>) -> Self {
        let game = Game::new(scenario, seed);
        let run = RunFile::new(&game, team);
        Self { game, run, events: BTreeMap::new(), slot: path.map(Slot::new), saved: false, save_problem: None }
    }

    /// Opens a saved run and verifies it; `find` gives the scenario of an id or a path, or says why there is none.
    ///
    /// # Errors
    /// The file is missing, foreign, or does not hold. It is left untouched.
    pub fn open(path: &Path, find: impl Fn(&str) -> Result<Arc<Scenario>, String>) -> Result<Self, SessionError> {
        let at = || path.to_path_buf();
        let text = store::read(path)?;
        let mut run = RunFile::parse(&text).map_err(|reason| SessionError::Broken { path: at(), reason })?;
        let scenario = scenario_of(&run, path, find).map_err(|reason| SessionError::Scenario { path: at(), reason })?;
        let played =
            replay(&run, &scenario).map_err(|reason| SessionError::Mismatch { path: at(), reason: reason.into() })?;
        run.found(&scenario);
        let slot = Some(Slot::opened(path, &text));
        Ok(Self { game: played.game, run, events: played.events, slot, saved: true, save_problem: None })
    }

    /// The game.
    #[must_use]
    pub fn game(&self) -> &Game {
        &self.game
    }

    /// Tells the scenario in other words: see [`Game::retell`].
    pub fn retell(&mut self, scenario: Arc<Scenario>) {
        self.game.retell(scenario);
    }

    /// Who plays.
    #[must_use]
    pub fn team(&self) -> &Team {
        &self.run.team
    }

    /// The computer partner, if one person plays.
    #[must_use]
    pub fn partner(&self) -> Option<Partner> {
        let chair = self.run.team.partner.as_ref()?;
        Some(Partner { seat: chair.seat, policy: policy::by_id(&chair.persona)? })
    }

    /// Puts a computer partner on a chair for the rest of the game, or a person on both. The next signature saves it,
    /// with the quarter in which it happened.
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

    /// The run so far.
    #[must_use]
    pub fn run(&self) -> &RunFile {
        &self.run
    }

    /// Where it is saved.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.slot.as_ref().map(Slot::path)
    }

    /// Where everything that was signed is saved; nothing if it is not, or if nothing was signed.
    #[must_use]
    pub fn saved_at(&self) -> Option<&Path> {
        self.path().filter(|_| self.saved)
    }

    /// Tries once more to save what could not be saved, for a game that is left.
    ///
    /// # Errors
    /// It still cannot be saved.
    pub fn save_again(&mut self) -> Result<(), StoreError> {
        if self.unsaved() { self.save() } else { Ok(()) }
    }

    /// Whether something was signed that is not on disk.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        !self.saved && !self.run.quarters.is_empty()
    }

    /// Saves in another folder, and there from now on. Returns where: under its own name, or a free one beside what
    /// stands there.
    ///
    /// # Errors
    /// It cannot be saved there either; its place stays what it was.
    pub fn save_in(&mut self, folder: &Path) -> Result<PathBuf, StoreError> {
        let named = self.path().and_then(Path::file_name).map(|name| folder.join(name));
        let free = || store::free_path(folder, &self.run.scenario, &self.run.team.name, self.run.seed);
        let path = named.unwrap_or_else(free);
        let before = self.slot.replace(Slot::new(path.clone()));
        match self.save() {
            Ok(()) => Ok(self.path().map_or(path, Path::to_path_buf)),
            Err(problem) => {
                self.slot = before;
                Err(problem)
            }
        }
    }

    /// Saves a game that was played without a file, all at once.
    ///
    /// # Errors
    /// It cannot be saved there.
    pub fn save_as(&mut self, path: &Path) -> Result<(), StoreError> {
        self.slot = Some(Slot::new(path.to_path_buf()));
        self.save()
    }

    /// What happened in a quarter, in order; also what happened before the run was saved and opened again.
    #[must_use]
    pub fn events(&self, quarter: Quarter) -> &[Event] {
        self.events.get(&quarter).map_or(&[], Vec::as_slice)
    }

    /// One sentence if the last command could not be saved, or not where it should be. The game goes on; the next
    /// command tries again.
    #[must_use]
    pub fn save_problem(&self, text: &Text) -> Option<String> {
        self.save_problem.as_ref().map(|problem| problem.told(text))
    }

    /// Does a command, logs it, saves it.
    ///
    /// # Errors
    /// The reason why it cannot be done now; nothing changed.
    pub fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let quarter = self.game.state().quarter;
        let happened = self.game.execute(command)?;
        keep(&mut self.events, quarter, happened.clone());
        self.run.log(quarter, command, &self.game);
        if let Err(problem) = self.save() {
            self.save_problem = Some(SaveProblem::Failed(problem));
        }
        Ok(happened)
    }

    /// Whose last signature can still be taken back: nobody has acted on it, and nobody has seen what comes of it.
    #[must_use]
    pub fn signed_last(&self) -> Option<Seat> {
        let log = self.run.quarters.last().filter(|log| log.quarter == self.game.state().quarter.0)?;
        let steps = self.game.steps();
        let secret = || steps.iter().any(Step::private);
        let (seat, open) = match log.commands.last()? {
            Command::PlanProduct(_) => (Seat::Product, secret()),
            Command::PlanSales(_) => (Seat::Sales, secret()),
            Command::TakeStance { seat, .. } | Command::Predict { seat, .. } => (*seat, secret()),
            Command::SignHouse { seat, .. } => (*seat, steps.iter().any(|step| matches!(step, Step::House(_)))),
            Command::SignAnswer { seat, .. } => (*seat, self.game.state().phase == Phase::Table),
            Command::Read { .. } | Command::Escalate { .. } => return None,
        };
        open.then_some(seat)
    }

    /// Takes the last signature back, if that is still possible: the run is played again without it. Gives what was
    /// signed.
    pub fn take_back(&mut self) -> Option<Command> {
        self.signed_last()?;
        let mut run = self.run.clone();
        let command = run.unlog()?;
        let played = play_again(&mut run, self.game.scenario()).ok()?;
        (self.game, self.events, self.run) = (played.game, played.events, run);
        if let Err(problem) = self.save() {
            self.save_problem = Some(SaveProblem::Failed(problem));
        }
        Some(command)
    }

    /// Lets a policy play both seats, to the end.
    pub fn play_by(&mut self, policy: &dyn Policy) {
        while let Some(step) = self.game.steps().into_iter().next() {
            let Some(command) = policy::command(policy, &self.game, &step) else { break };
            if let Err(refusal) = self.execute(&command) {
                debug_assert!(false, "a policy asked for what cannot be done: {command:?}: {refusal:?}");
                break;
            }
        }
    }

    fn save(&mut self) -> Result<(), StoreError> {
        let Some(slot) = &mut self.slot else { return Ok(()) };
        self.saved = false;
        let saved = slot.save(&self.run.to_text())?;
        let to = slot.path().to_path_buf();
        self.save_problem = match saved.taken {
            Some(taken) => Some(SaveProblem::Moved { taken, to }),
            None => saved.careless.then_some(SaveProblem::Careless(to)),
        };
        self.saved = true;
        Ok(())
    }
}
