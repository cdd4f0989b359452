//! The runs on disk: which can be played again and why the others cannot, and how near the best of each scenario came
//! to par.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::Director;
use crate::lab;
use crate::run::{Listed, Mismatch, RunFile, StoreError, list, replay, scenario_of};
use crate::scenario::Scenario;
use crate::sim::formula::value;

/// Finished runs, from the newest on, whose results stand on the shelf.
const REMEMBERED: usize = 24;

/// A file among the runs.
#[derive(Clone, Debug)]
pub(super) struct OnDisk {
    pub path: PathBuf,
    /// When it was written last.
    pub played: SystemTime,
    pub found: Result<Saved, Box<Refused>>,
}

/// A saved run of a scenario that is as it was then.
#[derive(Clone, Debug)]
pub(super) struct Saved {
    pub path: PathBuf,
    pub run: RunFile,
    pub scenario: Arc<Scenario>,
}

/// A file that cannot be played again.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    /// The run in it, as far as it can be read.
    pub run: Option<RunFile>,
    /// Why, as `replay` says it.
    pub why: String,
}

impl OnDisk {
    /// The run in it, as far as it can be read.
    pub(super) fn run(&self) -> Option<&RunFile> {
        match &self.found {
            Ok(saved) => Some(&saved.run),
            Err(refused) => refused.run.as_ref(),
        }
    }

    /// The team, or the name of the file if that is all there is.
    pub(super) fn name(&self) -> String {
        match self.run() {
            Some(run) => run.team.name.clone(),
            None => self.file_name(),
        }
    }

    /// The name of the file.
    pub(super) fn file_name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

impl Saved {
    /// What all teams on the same deck share.
    pub(super) fn deck(&self) -> (String, u64) {
        (self.scenario.hash.clone(), self.run.seed)
    }
}

/// What the best policy makes of a company and a seed, worked out once each.
#[derive(Debug, Default)]
pub(super) struct Pars(BTreeMap<(String, u64), f64>);

impl Pars {
    /// Par in dollars.
    pub(super) fn of(&mut self, scenario: &Arc<Scenario>, seed: u64) -> f64 {
        let best = || lab::par(scenario, seed).first().map_or(0.0, |&(_, value)| value);
        *self.0.entry((scenario.hash.clone(), seed)).or_insert_with(best)
    }
}

/// How near the team of a finished run came to par, by the file of the run: it never changes again.
pub(super) type Results = BTreeMap<PathBuf, f64>;

impl Director {
    /// Everything among the runs, the newest first. Nothing is played again for it.
    pub(super) fn on_disk(&self) -> Vec<OnDisk> {
        // Hundreds of runs share a few scenarios, and loading one looks through the whole shelf.
        let loaded: RefCell<BTreeMap<String, Result<Arc<Scenario>, String>>> = RefCell::default();
        let find = |place: &str| {
            if let Some(known) = loaded.borrow().get(place) {
                return known.clone();
            }
            let found = self.find(place);
            loaded.borrow_mut().insert(place.to_owned(), found.clone());
            found
        };
        let listed = self.run_folders().into_iter().flat_map(|folder| list(&folder));
        let mut found: Vec<OnDisk> = listed.map(|listed| self.judged(listed, &find)).collect();
        found.sort_by(|a, b| (b.played, &b.path).cmp(&(a.played, &a.path)));
        found
    }

    /// A file with its scenario, or with the reason why it cannot be played again.
    fn judged(&self, listed: Listed, find: &dyn Fn(&str) -> Result<Arc<Scenario>, String>) -> OnDisk {
        let Listed { path, run } = listed;
        let played = fs::metadata(&path).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
        let refused = |run, why: String| Err(Box::new(Refused { run, why: sentence(&why) }));
        let found = match run {
            Err(broken) => refused(None, broken.told(&self.text)),
            Ok(run) => match scenario_of(&run, &path, find) {
                Err(none) => refused(Some(run), none.told(&self.text)),
                Ok(scenario) if !scenario.known_as(&run.scenario_hash) => {
                    let changed = Mismatch::Changed(scenario.id.clone());
                    refused(Some(run), changed.told(&self.text))
                }
                Ok(scenario) => Ok(Saved { path: path.clone(), run, scenario }),
            },
        };
        OnDisk { path, played, found }
    }

    /// Where runs are looked for: the usual folder, and those that took a run when that one did not.
    fn run_folders(&self) -> Vec<PathBuf> {
        let mut folders: Vec<PathBuf> = Vec::new();
        for folder in self.outside.runs.iter().chain(&self.settings().other_runs) {
            if !folders.iter().any(|known| same_place(known, folder)) {
                folders.push(folder.clone());
            }
        }
        folders
    }

    /// A sentence if runs lie in a folder that cannot be read. One that is not there has none.
    pub(super) fn unreadable_folder(&self) -> Option<String> {
        self.run_folders().into_iter().find_map(|path| {
            let reason = fs::read_dir(&path).err().filter(|reason| reason.kind() != ErrorKind::NotFound)?;
            Some(format!("{}.", StoreError::Read { path, reason }.told(&self.text)))
        })
    }

    /// The best result of every scenario that was played to its end, as a share of par, by id.
    pub(super) fn best_results(&mut self) -> BTreeMap<String, f64> {
        let mut best: BTreeMap<String, f64> = BTreeMap::new();
        let ended = self.on_disk().into_iter().filter_map(|file| file.found.ok()).filter(|saved| saved.run.ended);
        for saved in ended.take(REMEMBERED) {
            let known = self.results.get(&saved.path).copied();
            let Some(share) = known.or_else(|| self.result(&saved)) else { continue };
            self.results.insert(saved.path, share);
            let so_far = best.entry(saved.run.scenario).or_insert(share);
            *so_far = so_far.max(share);
        }
        best
    }

    fn result(&mut self, saved: &Saved) -> Option<f64> {
        let game = replay(&saved.run, &saved.scenario).ok()?.game;
        let par = self.pars.of(&saved.scenario, saved.run.seed);
        (par > 0.0).then(|| value(game.scenario(), game.state()).total / par)
    }
}

/// What stands inside of a sentence elsewhere, as one of its own.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.trim_end_matches('.').chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

/// Whether two paths lead to the same file or folder.
pub(super) fn same_place(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    one == other || real(one).is_some_and(|place| Some(place) == real(other))
}
