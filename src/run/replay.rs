//! Replaying a run: the same commands must lead to the same states.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::RunFile;
use crate::scenario::Scenario;
use crate::sim::{Event, Game, Quarter, Refusal};

/// Where a run does not hold.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Mismatch {
    /// It is a run of another scenario.
    #[error("the run belongs to the scenario `{run}`, not to `{given}`")]
    Scenario {
        /// In the run.
        run: String,
        /// Given.
        given: String,
    },
    /// The scenario changed since.
    #[error("the scenario `{0}` was changed since this run was played, so the run cannot be played again with it")]
    Changed(String),
    /// A command cannot be done where the run says it was.
    #[error("quarter {quarter}, command {number}: it cannot be done there ({refusal})")]
    Refused {
        /// Quarter.
        quarter: u8,
        /// Position in the quarter, from 1.
        number: usize,
        /// Why.
        refusal: Refusal,
    },
    /// A quarter is logged under another number.
    #[error("quarter {logged}: its commands belong to quarter {played}")]
    Order {
        /// In the file.
        logged: u8,
        /// In the game.
        played: u8,
    },
    /// The state after a quarter is another one.
    #[error(
        "quarter {quarter}: its commands lead to state {found}, the file says {expected}; a command, the seed or the hash of this quarter was changed"
    )]
    State {
        /// Quarter.
        quarter: u8,
        /// In the file.
        expected: String,
        /// By the rules.
        found: String,
    },
    /// All quarters hold, but something else was changed.
    #[error("every quarter holds, but the seal does not: the head of the file (engine, team) was changed by hand")]
    Seal,
}

/// A replayed run: the game, and the events of every quarter (0: before the first).
pub struct Replayed {
    /// The game after the last command.
    pub game: Game,
    /// Events by quarter.
    pub events: BTreeMap<Quarter, Vec<Event>>,
}

/// Plays a run again and verifies every quarter.
///
/// # Errors
/// Where it first does not hold.
pub fn replay(run: &RunFile, scenario: &Arc<Scenario>) -> Result<Replayed, Mismatch> {
    if run.scenario != scenario.id {
        return Err(Mismatch::Scenario { run: run.scenario.clone(), given: scenario.id.clone() });
    }
    if run.scenario_hash != scenario.hash {
        return Err(Mismatch::Changed(scenario.id.clone()));
    }
    let mut game = Game::new(scenario.clone(), run.seed);
    let mut events: BTreeMap<Quarter, Vec<Event>> = BTreeMap::new();
    for log in &run.quarters {
        let played = game.state().quarter;
        if log.quarter != played.0 {
            return Err(Mismatch::Order { logged: log.quarter, played: played.0 });
        }
        for (i, command) in log.commands.iter().enumerate() {
            let now = game.state().quarter;
            let happened = game.execute(command).map_err(|refusal| Mismatch::Refused {
                quarter: log.quarter,
                number: i + 1,
                refusal,
            })?;
            events.entry(now).or_default().extend(happened);
        }
        let found = game.hash();
        if found != log.state {
            return Err(Mismatch::State { quarter: log.quarter, expected: log.state.clone(), found });
        }
    }
    if run.sealed() { Ok(Replayed { game, events }) } else { Err(Mismatch::Seal) }
}
