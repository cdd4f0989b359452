//! Finding the scenario of a run. There are many places to look, because people pass on runs and scenario files
//! together.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::RunFile;
use crate::scenario::{Scenario, scenario_files};

/// The folder with scenarios, beside a run or beside the run's folder.
const SCENARIOS: &str = "scenarios";

/// Why the scenario of a run was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoScenario {
    /// It is in none of the places.
    Gone {
        /// Its title, if the run contains it.
        title: Option<String>,
        /// Its id.
        id: String,
        /// The name of its file, unless it was built in.
        file: Option<String>,
    },
    /// Its file is there but has mistakes: the message of the shelf.
    Faulty(String),
}

/// Finds the scenario of a run: where it was played from, beside the run, in a folder `scenarios` there, or on the
/// shelf. An unchanged one is preferred; if all were changed, the replay reports that.
///
/// # Errors
/// There is no scenario with that id.
pub(crate) fn scenario_of(
    run: &RunFile,
    path: &Path,
    find: impl Fn(&str) -> Result<Arc<Scenario>, String>,
) -> Result<Arc<Scenario>, NoScenario> {
    let (mut changed, mut other, mut faulty) = (None, None, None);
    for place in named(run, path).into_iter().chain(std::iter::once_with(|| around(path)).flatten()) {
        match find(&place) {
            // Looked up by id but has a different id: somebody named this scenario in place of the run's own.
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

/// The places that the run itself suggests: the file it was played from, a file of that name near the run, and its id.
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

/// All scenario files beside a run and in a folder `scenarios` there, because files are often renamed when they are
/// sent.
fn around(path: &Path) -> Vec<String> {
    let beside = folder_of(path);
    let files = [beside.clone(), beside.join(SCENARIOS)].into_iter().flat_map(|folder| scenario_files(&folder));
    files.map(|file| file.display().to_string()).collect()
}

/// The folder of a run and its parent, because a folder of scenarios may be next to the folder of runs.
fn folders(path: &Path) -> Vec<PathBuf> {
    let beside = folder_of(path);
    let above = std::path::absolute(&beside).ok().and_then(|folder| Some(folder.parent()?.to_path_buf()));
    std::iter::once(beside).chain(above).collect()
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).to_path_buf()
}

/// Whether a path has the same file name as the one the run was played from.
fn is_named(run: &RunFile, place: &str) -> bool {
    run.scenario_file.as_deref().is_some_and(|noted| file_name(noted) == file_name(place))
}

/// The file name of a path from any operating system.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
