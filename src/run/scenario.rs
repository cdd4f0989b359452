//! The scenario of a run: the many places where it may lie, because runs travel and scenario files travel after them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::RunFile;
use crate::scenario::{Scenario, scenario_files};

/// The folder beside a run, or beside its folder, in which scenarios lie.
const SCENARIOS: &str = "scenarios";

/// Why there is no scenario for a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoScenario {
    /// It is in none of the places where it may lie.
    Gone {
        /// Its title, if the run tells it.
        title: Option<String>,
        /// Its id.
        id: String,
        /// The name of its file, if it was no built-in scenario.
        file: Option<String>,
    },
    /// Its file is there, but cannot be played: what the shelf says about it.
    Faulty(String),
}

/// The scenario of a run, wherever it lies: where it was played from, beside the run, in a folder `scenarios` there, or
/// on the shelf. One that was not changed since comes first; if all were changed, replaying says so.
///
/// # Errors
/// There is none of that id.
pub(crate) fn scenario_of(
    run: &RunFile,
    path: &Path,
    find: impl Fn(&str) -> Result<Arc<Scenario>, String>,
) -> Result<Arc<Scenario>, NoScenario> {
    let (mut changed, mut other, mut faulty) = (None, None, None);
    for place in named(run, path).into_iter().chain(std::iter::once_with(|| around(path)).flatten()) {
        match find(&place) {
            // Asked for by its id, another one is what somebody named instead.
            Ok(scenario) if scenario.id != run.scenario && place == run.scenario => other = Some(scenario),
            Ok(scenario) if scenario.id != run.scenario => {}
            Ok(scenario) if scenario.known_as(&run.scenario_hash) => return Ok(scenario),
            Ok(scenario) => changed = changed.or(Some(scenario)),
            Err(told) if is_named(run, &place) && Path::new(&place).is_file() => faulty = faulty.or(Some(told)),
            Err(_) => {}
        }
    }
    let gone = || NoScenario::Gone {
        title: run.scenario_title.clone(),
        id: run.scenario.clone(),
        file: run.scenario_file.as_deref().map(|file| file_name(file).to_owned()),
    };
    changed.or(other).ok_or_else(|| faulty.map_or_else(gone, NoScenario::Faulty))
}

/// The places that the run names: its id, the file it was played from, and a file of that name near the run.
fn named(run: &RunFile, path: &Path) -> Vec<String> {
    let Some(noted) = run.scenario_file.as_deref() else { return vec![run.scenario.clone()] };
    let mut places = vec![noted.to_owned()];
    let names = [Some(file_name(noted)), Path::new(noted).file_name().and_then(|name| name.to_str())];
    for name in names.into_iter().flatten() {
        let near = |folder: PathBuf| [folder.join(name), folder.join(SCENARIOS).join(name)];
        places.extend(folders(path).into_iter().flat_map(near).map(|place| place.display().to_string()));
        places.push(name.to_owned());
    }
    places.push(run.scenario.clone());
    let mut seen = std::collections::BTreeSet::new();
    places.retain(|place| seen.insert(place.clone()));
    places
}

/// All scenario files beside a run and in a folder `scenarios` there: files get other names when they are sent.
fn around(path: &Path) -> Vec<String> {
    let beside = folder_of(path);
    let files = [beside.clone(), beside.join(SCENARIOS)].into_iter().flat_map(|folder| scenario_files(&folder));
    files.map(|file| file.display().to_string()).collect()
}

/// The folder of a run and the one above it, where a folder of scenarios may stand beside a folder of runs.
fn folders(path: &Path) -> Vec<PathBuf> {
    let beside = folder_of(path);
    let above = std::path::absolute(&beside).ok().and_then(|folder| Some(folder.parent()?.to_path_buf()));
    std::iter::once(beside).chain(above).collect()
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).to_path_buf()
}

/// Whether a place has the name of the file that the run was played from.
fn is_named(run: &RunFile, place: &str) -> bool {
    run.scenario_file.as_deref().is_some_and(|noted| file_name(noted) == file_name(place))
}

/// The name of a file, whichever system wrote its path.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
