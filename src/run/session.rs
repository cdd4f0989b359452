//! A game in progress with its log, saved whenever something is signed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::FORMAT;
use super::file::{Broken, QuarterLog, RULES, RunFile, Team};
use super::replay::{Mismatch, replay};
use super::store::{self, StoreError};
use crate::scenario::Scenario;
use crate::sim::{Command, Event, Game, Phase, Quarter, Refusal};

/// A game in progress.
#[derive(Debug)]
pub struct Session {
    game: Game,
    run: RunFile,
    events: BTreeMap<Quarter, Vec<Event>>,
    path: Option<PathBuf>,
    save_problem: Option<String>,
}

/// Why a saved run cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The file cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is no run file of this version.
    #[error("{path}: {reason}", path = path.display())]
    Broken {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: Broken,
    },
    /// Its scenario is not there.
    #[error("{path}: {reason}", path = path.display())]
    Scenario {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// It does not hold.
    #[error("{path}: {reason}", path = path.display())]
    Mismatch {
        /// The file.
        path: PathBuf,
        /// Where.
        reason: Mismatch,
    },
}

impl Session {
    /// Starts a game; with a path, every signed command is saved there.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, seed: u64, team: Team, path: Option<PathBuf>) -> Self {
        let run = RunFile {
            format: FORMAT,
            engine: format!("off-roadmap {}", env!("CARGO_PKG_VERSION")),
            rules: RULES,
            scenario: scenario.id.clone(),
            scenario_hash: scenario.hash.clone(),
            seed,
            team,
            ended: false,
            quarters: Vec::new(),
            seal: String::new(),
        };
        Self { game: Game::new(scenario, seed), run, events: BTreeMap::new(), path, save_problem: None }
    }

    /// Opens a saved run and verifies it; `find` gives the scenario of an id, or says why there is none.
    ///
    /// # Errors
    /// The file is missing, foreign, or does not hold. It is left untouched.
    pub fn open(path: &Path, find: impl FnOnce(&str) -> Result<Arc<Scenario>, String>) -> Result<Self, SessionError> {
        let at = || path.to_path_buf();
        let text = store::read(path)?;
        let run = RunFile::parse(&text).map_err(|reason| SessionError::Broken { path: at(), reason })?;
        let scenario = find(&run.scenario).map_err(|reason| SessionError::Scenario { path: at(), reason })?;
        let played = replay(&run, &scenario).map_err(|reason| SessionError::Mismatch { path: at(), reason })?;
        Ok(Self { game: played.game, run, events: played.events, path: Some(at()), save_problem: None })
    }

    /// The game.
    #[must_use]
    pub fn game(&self) -> &Game {
        &self.game
    }

    /// Who plays.
    #[must_use]
    pub fn team(&self) -> &Team {
        &self.run.team
    }

    /// The run so far.
    #[must_use]
    pub fn run(&self) -> &RunFile {
        &self.run
    }

    /// Where it is saved.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What happened in a quarter, in order.
    #[must_use]
    pub fn events(&self, quarter: Quarter) -> &[Event] {
        self.events.get(&quarter).map_or(&[], Vec::as_slice)
    }

    /// One sentence if the last command could not be saved. The game goes on; the next command tries again.
    #[must_use]
    pub fn save_problem(&self) -> Option<&str> {
        self.save_problem.as_deref()
    }

    /// Does a command, logs it, saves it.
    ///
    /// # Errors
    /// The reason why it cannot be done now; nothing changed.
    pub fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let quarter = self.game.state().quarter;
        let happened = self.game.execute(command)?;
        self.events.entry(quarter).or_default().extend(happened.iter().cloned());
        self.log(quarter, command);
        self.save();
        Ok(happened)
    }

    fn log(&mut self, quarter: Quarter, command: &Command) {
        if self.run.quarters.last().is_none_or(|log| log.quarter != quarter.0) {
            self.run.quarters.push(QuarterLog { quarter: quarter.0, ..QuarterLog::default() });
        }
        if let Some(log) = self.run.quarters.last_mut() {
            log.commands.push(command.clone());
            log.state = self.game.hash();
        }
    }

    fn save(&mut self) {
        self.run.ended = self.game.state().phase == Phase::Ended;
        let Some(path) = &self.path else { return };
        self.save_problem = store::write(path, &self.run.to_text()).err().map(|problem| problem.to_string());
    }
}
