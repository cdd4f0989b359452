//! The room of a workshop: the one in a file, which goes on, or a new one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::workshop::{Seeds, Wanted};
use crate::journal::{Journal, JournalError, Opening, ROOM_ENDING, code};
use crate::room::Pace;
use crate::scenario::{Scenario, Shelf};
use crate::text::{self, Teller, Text, languages};

/// The scenario of a workshop, unless another is asked for.
const FIRST_SCENARIO: &str = "scale-up";
/// Letters of the code of a room that only devices nearby can reach, and of one on the internet.
const CODE: (usize, usize) = (4, 8);
/// Teams, and minutes for a quarter, unless something else is asked for.
const TEAMS: usize = 6;
const MINUTES: u32 = 15;

/// The room to go on with, or a new one.
pub(super) fn room(wanted: &Wanted, text: &Text) -> Result<(Journal, Opening, Arc<Scenario>), String> {
    let told = |error: JournalError| error.told(text);
    if let Some(path) = wanted.room.as_deref().filter(|path| path.exists()) {
        let (journal, opening) = Journal::open(path).map_err(told)?;
        let scenario = load(&opening.scenario, &opening.language, text)?;
        if let Some(problem) = contradiction(wanted, &opening, text) {
            return Err(problem);
        }
        return Ok((journal, opening, Arc::new(scenario)));
    }
    let scenario = load(wanted.scenario.as_deref().unwrap_or(FIRST_SCENARIO), text.language(), text)?;
    let opening = opening(wanted, text, &scenario)?;
    let path = match (&wanted.room, &wanted.rooms) {
        (Some(path), _) => path.clone(),
        (None, Some(folder)) => folder.join(format!("{}.{ROOM_ENDING}", opening.code.to_lowercase())),
        (None, None) => return Err(text.get("host-no-folder")),
    };
    let journal = Journal::create(&path, &opening).map_err(told)?;
    Ok((journal, opening, Arc::new(scenario)))
}

/// Loads the scenario of a room in a language.
///
/// # Errors
/// A sentence that says why not.
pub fn load(id: &str, language: &str, text: &Text) -> Result<Scenario, String> {
    let mut shelf = Shelf::default();
    shelf.speak(language);
    shelf.load(id).map_err(|error| text::message(text, &error.message()))
}

/// What is asked for that contradicts the room that is to go on, as a sentence.
fn contradiction(wanted: &Wanted, opening: &Opening, text: &Text) -> Option<String> {
    let other_scenario = wanted.scenario.as_ref().is_some_and(|scenario| *scenario != opening.scenario);
    let other = [
        ("SCENARIO", other_scenario),
        ("--rehearsal", wanted.rehearsal && !opening.rehearsal),
        ("--teams", wanted.teams.is_some_and(|teams| teams != opening.teams.len())),
        (
            "--seed",
            wanted.seeds.is_some_and(|seeds| {
                seeds != Seeds::Each && opening.seeds.iter().any(|&seed| Seeds::Same(seed) != seeds)
            }),
        ),
        ("--pace", wanted.pace.is_some_and(|pace| pace != opening.pace)),
        (
            "--minutes",
            wanted.minutes.is_some_and(|minutes| Some(minutes).filter(|&minutes| minutes > 0) != opening.minutes),
        ),
    ];
    let (option, _) = other.into_iter().find(|(_, other)| *other)?;
    Some(text.with("host-goes-on", &[("option", &option)]))
}

fn opening(wanted: &Wanted, text: &Text, scenario: &Scenario) -> Result<Opening, String> {
    let teams = team_names(text, wanted.teams.unwrap_or(TEAMS));
    let random = || getrandom::u64().map_err(|_| text.get("host-no-chance"));
    let length = if wanted.public_url.is_some() { CODE.1 } else { CODE.0 };
    Ok(Opening {
        code: code(random()?, length),
        scenario: scenario.place(),
        scenario_hash: scenario.hash.clone(),
        seeds: match wanted.seeds {
            Some(Seeds::Same(seed)) => vec![seed; teams.len()],
            Some(Seeds::Each) => teams.iter().map(|_| random()).collect::<Result<_, _>>()?,
            None => vec![random()?; teams.len()],
        },
        teams,
        pace: wanted.pace.unwrap_or(Pace::Together),
        minutes: match wanted.minutes {
            Some(0) => None,
            minutes => Some(minutes.unwrap_or(MINUTES)),
        },
        language: text.language().to_owned(),
        kept: false,
        rehearsal: wanted.rehearsal,
    })
}

/// Names for teams: those of the language first, then numbers.
fn team_names(text: &Text, count: usize) -> Vec<String> {
    let names = text.get("team-names");
    let named = names.split(',').map(|name| name.trim().to_owned());
    let numbered = (1..).map(|number: usize| text.with("team-numbered", &[("number", &number)]));
    match named.clone().count() >= count {
        true => named.take(count).collect(),
        false => numbered.take(count).collect(),
    }
}

/// The words of a room in its own language and in all others. The games of a room have no language.
pub(super) fn tellers(opening: &Opening, scenario: &Arc<Scenario>) -> (Teller, BTreeMap<String, Teller>) {
    let teller = |language: String| {
        let mut shelf = Shelf::default();
        shelf.speak(&language);
        let translated = shelf.load(&opening.scenario).map_or_else(|_| scenario.clone(), Arc::new);
        (language.clone(), Teller::new(Arc::new(Text::new(&language)), translated))
    };
    let own = Teller::new(Arc::new(Text::new(&opening.language)), scenario.clone());
    (own, languages().into_iter().map(teller).collect())
}
