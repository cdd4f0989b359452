//! A run in progress: the scenario, the state and the ledger, and the only way to change them.

use std::sync::Arc;

use super::command::Command;
use super::deck::Deck;
use super::dice::Dice;
use super::event::Event;
use super::execute::{Anew, Listeners, Turn};
use super::ledger::Entry;
use super::refusal::Refusal;
use super::{State, Step, check, execute, step};
use crate::scenario::Scenario;

/// A run in progress.
#[derive(Clone, Debug)]
pub struct Game {
    scenario: Arc<Scenario>,
    dice: Dice,
    deck: Deck,
    state: State,
    ledger: Option<Vec<Entry>>,
}

impl Game {
    /// Starts a run: the company as the scenario describes it, at the briefing of the first quarter.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, seed: u64) -> Self {
        Self::start(scenario, seed, Some(Vec::new()))
    }

    /// Starts a run without a ledger, for playing thousands of runs when nobody asks why numbers changed. The states
    /// are the same.
    #[must_use]
    pub fn without_ledger(scenario: Arc<Scenario>, seed: u64) -> Self {
        Self::start(scenario, seed, None)
    }

    fn start(scenario: Arc<Scenario>, seed: u64, ledger: Option<Vec<Entry>>) -> Self {
        let dice = Dice::new(seed);
        let deck = Deck::new(&scenario, &dice);
        let mut game = Self { state: State::empty(&scenario, seed), scenario, dice, deck, ledger };
        game.run(None, execute::start);
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

    /// Every entry since the start, in order; empty if the run keeps no ledger.
    #[must_use]
    pub fn ledger(&self) -> &[Entry] {
        self.ledger.as_deref().unwrap_or_default()
    }

    /// Whether a command is allowed now.
    ///
    /// # Errors
    /// Why it is not allowed.
    pub fn check(&self, command: &Command) -> Result<(), Refusal> {
        check::command(&self.scenario, &self.state, command)
    }

    /// Executes a command and returns what happened. A refused command changes nothing.
    ///
    /// # Errors
    /// Why it is not allowed now; the same as [`Game::check`].
    pub fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        self.check(command)?;
        let mut events = Vec::new();
        self.run(Some(&mut events), |turn| execute::command(turn, command));
        Ok(events)
    }

    /// Like [`Game::execute`], for callers that do not need the events.
    ///
    /// # Errors
    /// Why it is not allowed now; the same as [`Game::check`].
    pub fn advance(&mut self, command: &Command) -> Result<(), Refusal> {
        self.check(command)?;
        self.run(None, |turn| execute::command(turn, command));
        Ok(())
    }

    /// From now on, rolls all dice as for another seed: whether open deals are won, who renews, who comes; and if asked
    /// to, draws anew what neither lead knows. The cards on the table and the order of the hand-written prospects stay.
    /// For experiments only; run files cannot record it.
    pub fn turn_luck(&mut self, luck: u64, anew: Anew) {
        self.dice = Dice::new(luck);
        self.run(None, |turn| execute::turn_luck(turn, anew));
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

    fn run(&mut self, events: Option<&mut Vec<Event>>, act: impl FnOnce(&mut Turn)) {
        let listeners = Listeners { ledger: self.ledger.as_mut(), events };
        act(&mut Turn::new(&self.scenario, (&self.dice, &self.deck), &mut self.state, listeners));
    }
}
