//! Replaying a run: the same commands have to lead to the same states.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::file::{QuarterLog, RunFile, mark};
use crate::ids::Quarter;
use crate::scenario::Scenario;
use crate::sim::{Command, Event, Game, Phase, Refusal};
use crate::text::{self, Teller, Text};

/// Where a replay differs from the run.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Mismatch {
    /// It is a run of another scenario.
    Scenario {
        /// In the run.
        run: String,
        /// Given.
        given: String,
    },
    /// The scenario was changed since.
    Changed(String),
    /// The state before the first command differs.
    Start,
    /// A command is refused where the run says it was done.
    Refused {
        /// Which command.
        place: Place,
        /// Why.
        refusal: Refusal,
        /// The reason in words: language and text.
        told: Vec<(String, String)>,
    },
    /// A quarter is logged with the wrong number.
    Order {
        /// In the file.
        logged: u8,
        /// In the game.
        played: u8,
    },
    /// A command leads to a different state.
    Command {
        /// Which command.
        place: Place,
        /// The mark in the file.
        expected: String,
        /// The mark by the rules.
        found: String,
    },
    /// The state at the end of a quarter differs, although every command in it leads to the right state.
    State {
        /// Quarter.
        quarter: u8,
        /// The hash in the file.
        expected: String,
        /// The hash by the rules.
        found: String,
    },
    /// All quarters are right, but something else was changed.
    Seal,
}

/// A command of a run file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The quarter under which it is logged.
    pub quarter: u8,
    /// Its position there, from 1.
    pub number: usize,
    /// Its line in the file.
    pub line: Option<usize>,
    /// The kind of command.
    pub what: String,
}

/// A replayed run: the game, and the events of every quarter.
#[derive(Debug)]
pub struct Replayed {
    /// The game after the last command.
    pub game: Game,
    /// Events by quarter.
    pub events: BTreeMap<Quarter, Vec<Event>>,
}

/// Replays a run and verifies the state after every command and every quarter.
///
/// # Errors
/// The first place where it differs.
pub fn replay(run: &RunFile, scenario: &Arc<Scenario>) -> Result<Replayed, Mismatch> {
    if run.scenario != scenario.id {
        return Err(Mismatch::Scenario { run: run.scenario.clone(), given: scenario.id.clone() });
    }
    if !scenario.known_as(&run.scenario_hash) {
        return Err(Mismatch::Changed(scenario.id.clone()));
    }
    let mut replayed = Replayed { game: Game::new(scenario.clone(), run.seed), events: BTreeMap::new() };
    if replayed.game.hash() != run.start {
        return Err(Mismatch::Start);
    }
    let mut before = 0;
    for log in &run.quarters {
        quarter(&mut replayed, log, |number| run.line(before + number))?;
        before += log.commands.len();
    }
    let ended = replayed.game.state().phase == Phase::Ended;
    if run.sealed() && run.ended == ended { Ok(replayed) } else { Err(Mismatch::Seal) }
}

/// Replays a log that has just lost its last command, and corrects its final state. Verifies nothing.
pub(super) fn play_again(run: &mut RunFile, scenario: &Arc<Scenario>) -> Result<Replayed, Refusal> {
    let mut replayed = Replayed { game: Game::new(scenario.clone(), run.seed), events: BTreeMap::new() };
    for command in run.quarters.iter().flat_map(|log| &log.commands) {
        let now = replayed.game.state().quarter;
        let happened = replayed.game.execute(command)?;
        keep(&mut replayed.events, now, happened);
    }
    let quarter = replayed.game.state().quarter.0;
    run.quarter = quarter;
    if let Some(log) = run.quarters.last_mut().filter(|log| log.quarter == quarter) {
        log.state = replayed.game.hash();
    }
    Ok(replayed)
}

fn quarter(replayed: &mut Replayed, log: &QuarterLog, line: impl Fn(usize) -> Option<usize>) -> Result<(), Mismatch> {
    let mut found = String::new();
    for (i, command) in log.commands.iter().enumerate() {
        let place = || Place { quarter: log.quarter, number: i + 1, line: line(i), what: kind(command) };
        let now = replayed.game.state().quarter;
        if now.0 != log.quarter {
            return Err(Mismatch::Order { logged: log.quarter, played: now.0 });
        }
        let happened = replayed.game.execute(command).map_err(|refusal| refused(&replayed.game, place(), refusal))?;
        keep(&mut replayed.events, now, happened);
        found = replayed.game.hash();
        let expected = log.marks.get(i).map_or("", String::as_str);
        if expected != mark(&found) {
            return Err(Mismatch::Command {
                place: place(),
                expected: expected.to_owned(),
                found: mark(&found).to_owned(),
            });
        }
    }
    if found == log.state {
        return Ok(());
    }
    Err(Mismatch::State { quarter: log.quarter, expected: log.state.clone(), found })
}

fn refused(game: &Game, place: Place, refusal: Refusal) -> Mismatch {
    let told = |language: String| {
        let words = text::refusal(
            &Teller::new(Arc::new(Text::new(&language)), game.scenario().clone()),
            game.state(),
            &refusal,
        );
        (language, words.trim_end_matches('.').to_owned())
    };
    let told = text::languages().into_iter().map(told).collect();
    Mismatch::Refused { place, refusal, told }
}

/// The name of a command as spelled in the file.
fn kind(command: &Command) -> String {
    let name = format!("{command:?}");
    name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// Files events under the quarter in which they happened, since the last command of a quarter also begins the next one.
pub(super) fn keep(kept: &mut BTreeMap<Quarter, Vec<Event>>, mut quarter: Quarter, happened: Vec<Event>) {
    for event in happened {
        if let Event::QuarterBegan(began) = event {
            quarter = began;
        }
        kept.entry(quarter).or_default().push(event);
    }
}
