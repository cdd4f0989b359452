//! A run in progress: the scenario, the state, the ledger, and the one door through which it changes.

use std::sync::Arc;

use super::command::Command;
use super::dice::Dice;
use super::event::Event;
use super::ledger::Entry;
use super::refusal::Refusal;
use super::{State, Step};
use super::{check, execute, step};
use crate::scenario::Scenario;

/// A run in progress.
#[derive(Clone, Debug)]
pub struct Game {
    scenario: Arc<Scenario>,
    dice: Dice,
    state: State,
    ledger: Vec<Entry>,
}

impl Game {
    /// Starts a run: the company as the scenario describes it, at the briefing of the first quarter.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, seed: u64) -> Self {
        let mut game =
            Self { dice: Dice::new(seed), state: State::empty(&scenario, seed), scenario, ledger: Vec::new() };
        game.run(execute::start);
        game
    }

    /// The scenario that is played.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The state, to read.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Every entry since the start, in order.
    #[must_use]
    pub fn ledger(&self) -> &[Entry] {
        &self.ledger
    }

    /// Whether a command can be done now.
    ///
    /// # Errors
    /// The reason why not.
    pub fn check(&self, command: &Command) -> Result<(), Refusal> {
        check::command(&self.scenario, &self.state, command)
    }

    /// Does a command and tells what happened. A refused command changes nothing.
    ///
    /// # Errors
    /// The reason why it cannot be done now; the same as [`Game::check`].
    pub fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        self.check(command)?;
        Ok(self.run(|turn| execute::command(turn, command)))
    }

    /// What can be done next, the suggested step first.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        step::open(&self.state)
    }

    /// A hash of the whole state.
    #[must_use]
    pub fn hash(&self) -> String {
        self.state.hash()
    }

    fn run(&mut self, act: impl FnOnce(&mut execute::Turn)) -> Vec<Event> {
        let mut events = Vec::new();
        let mut ledger = core::mem::take(&mut self.ledger);
        let mut sink = |event: &Event| {
            if let Event::Changed(entry) = event {
                ledger.push(*entry);
            }
            events.push(event.clone());
        };
        act(&mut execute::Turn::new(&self.scenario, &self.dice, &mut self.state, &mut sink));
        self.ledger = ledger;
        events
    }
}
