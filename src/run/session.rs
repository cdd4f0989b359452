//! A log that is kept in a file, saved after every command.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::chair::Chair;
use super::file::{Broken, RunFile, Team};
use super::log::Log;
use super::replay::{Mismatch, replay};
use super::scenario::{NoScenario, scenario_of};
use super::store::{self, Slot, StoreError};
use crate::policy::{self, Policy};
use crate::scenario::Scenario;
use crate::sim::{Command, Event, Game, Refusal};
use crate::text::Text;

/// A log and the file that keeps it.
#[derive(Debug)]
pub struct Session {
    log: Log,
    slot: Option<Slot>,
    /// Whether everything signed is on disk.
    saved: bool,
    save_problem: Option<SaveProblem>,
}

/// Why a saved run cannot be continued.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The file cannot be read.
    Store(#[from] StoreError),
    /// It is not a run file that this version can read.
    Broken {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: Broken,
    },
    /// Its scenario was not found.
    Scenario {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: NoScenario,
    },
    /// It does not replay to the same states.
    Mismatch {
        /// The file.
        path: PathBuf,
        /// Where.
        reason: Box<Mismatch>,
    },
}

/// A problem with saving that players should know about.
#[derive(Debug)]
pub enum SaveProblem {
    /// It cannot be written. The next command tries again.
    Failed(StoreError),
    /// It is saved, but the drive cannot guarantee that it survives a power failure.
    Careless(PathBuf),
    /// Another file was in its place, so it was saved elsewhere.
    Moved {
        /// The path that was taken.
        taken: PathBuf,
        /// The path it was saved to.
        to: PathBuf,
    },
}

impl Session {
    /// Starts a game. If there is a path, it is saved there from the first command on. An existing file is never
    /// overwritten: the run then gets a free name beside it, and [`Session::save_problem`] says so.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, seed: u64, team: Team, path: Option<PathBuf>) -> Self {
        let log = Log::new(scenario, seed, team);
        Self { log, slot: path.map(Slot::new), saved: false, save_problem: None }
    }

    /// Keeps a log in a file. An existing file is never overwritten, as with a new game.
    ///
    /// # Errors
    /// It cannot be saved there.
    pub fn keep(log: Log, path: PathBuf) -> Result<Self, StoreError> {
        let mut session = Self { log, slot: Some(Slot::new(path)), saved: false, save_problem: None };
        session.save()?;
        Ok(session)
    }

    /// Opens a saved run and verifies it. `find` returns the scenario for an id or a path, or why there is none.
    ///
    /// # Errors
    /// The file is missing, not a run, or does not replay. It is left untouched.
    pub fn open(path: &Path, find: impl Fn(&str) -> Result<Arc<Scenario>, String>) -> Result<Self, SessionError> {
        let at = || path.to_path_buf();
        let text = store::read(path)?;
        let mut run = RunFile::parse(&text).map_err(|reason| SessionError::Broken { path: at(), reason })?;
        let scenario = scenario_of(&run, path, find).map_err(|reason| SessionError::Scenario { path: at(), reason })?;
        let played =
            replay(&run, &scenario).map_err(|reason| SessionError::Mismatch { path: at(), reason: reason.into() })?;
        run.found(&scenario);
        let slot = Some(Slot::opened(path, &text));
        Ok(Self { log: Log::replayed(run, played), slot, saved: true, save_problem: None })
    }

    /// The log.
    #[must_use]
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The game.
    #[must_use]
    pub fn game(&self) -> &Game {
        self.log.game()
    }

    /// Who plays.
    #[must_use]
    pub fn team(&self) -> &Team {
        self.log.team()
    }

    /// Gives a seat to a computer partner for the rest of the game, or both seats to people. The next command saves it.
    pub fn take_chairs(&mut self, partner: Option<Chair>) {
        self.log.take_chairs(partner);
    }

    /// The run so far.
    #[must_use]
    pub fn run(&self) -> &RunFile {
        self.log.run()
    }

    /// Where it is saved.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.slot.as_ref().map(Slot::path)
    }

    /// Where the run is saved; `None` if some of it is not saved or nothing was signed.
    #[must_use]
    pub fn saved_at(&self) -> Option<&Path> {
        self.path().filter(|_| self.saved)
    }

    /// Tries again to save what could not be saved, before leaving a game.
    ///
    /// # Errors
    /// It still cannot be saved.
    pub fn save_again(&mut self) -> Result<(), StoreError> {
        if self.unsaved() { self.save() } else { Ok(()) }
    }

    /// Whether some signed commands are not on disk.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        !self.saved && !self.run().quarters.is_empty()
    }

    /// Saves in another folder, now and from then on. Returns the path: the run's own file name, or a free name if that
    /// one is taken.
    ///
    /// # Errors
    /// It cannot be saved there either; the session keeps its old path.
    pub fn save_in(&mut self, folder: &Path) -> Result<PathBuf, StoreError> {
        let named = self.path().and_then(Path::file_name).map(|name| folder.join(name));
        let free = || store::free_path(folder, &self.run().scenario, &self.team().name, self.run().seed);
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

    /// Saves a game that was played without a file.
    ///
    /// # Errors
    /// It cannot be saved there.
    pub fn save_as(&mut self, path: &Path) -> Result<(), StoreError> {
        self.slot = Some(Slot::new(path.to_path_buf()));
        self.save()
    }

    /// One sentence if the last command was not saved, or not where it should be. The game goes on, and the next
    /// command tries again.
    #[must_use]
    pub fn save_problem(&self, text: &Text) -> Option<String> {
        self.save_problem.as_ref().map(|problem| problem.told(text))
    }

    /// Executes a command, logs it and saves the run.
    ///
    /// # Errors
    /// Why it is not allowed now; nothing changed.
    pub fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let happened = self.log.execute(command)?;
        if let Err(problem) = self.save() {
            self.save_problem = Some(SaveProblem::Failed(problem));
        }
        Ok(happened)
    }

    /// Undoes the last signature, if that is still possible, by replaying the run without it. Returns what was signed.
    pub fn take_back(&mut self) -> Option<Command> {
        let command = self.log.take_back()?;
        if let Err(problem) = self.save() {
            self.save_problem = Some(SaveProblem::Failed(problem));
        }
        Some(command)
    }

    /// Lets a policy play both seats to the end.
    pub fn play_by(&mut self, policy: &dyn Policy) {
        while let Some(step) = self.game().steps().into_iter().next() {
            let Some(command) = policy::command(policy, self.game(), &step) else { break };
            if let Err(refusal) = self.execute(&command) {
                debug_assert!(false, "a policy asked for what cannot be done: {command:?}: {refusal:?}");
                break;
            }
        }
    }

    fn save(&mut self) -> Result<(), StoreError> {
        let Some(slot) = &mut self.slot else { return Ok(()) };
        self.saved = false;
        let saved = slot.save(&self.log.run().to_text())?;
        let to = slot.path().to_path_buf();
        self.save_problem = match saved.taken {
            Some(taken) => Some(SaveProblem::Moved { taken, to }),
            None => saved.careless.then_some(SaveProblem::Careless(to)),
        };
        self.saved = true;
        Ok(())
    }
}
