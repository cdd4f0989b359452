//! The runs on disk: which can be replayed and why the others cannot; and how near to par the best
//! run of each scenario came.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::Director;
use super::late::Late;
use crate::lab;
use crate::run::{Listed, Mismatch, RunFile, StoreError, list, replay, scenario_of};
use crate::scenario::Scenario;
use crate::sim::formula::value;

/// The number of finished runs, newest first, whose results the shelf shows.
const REMEMBERED: usize = 24;

/// A file in one of the folders for runs.
#[derive(Clone, Debug)]
pub(super) struct OnDisk {
    pub path: PathBuf,
    /// When it was last written.
    pub played: SystemTime,
    pub found: Result<Saved, Box<Refused>>,
}

/// A saved run whose scenario has not changed since.
#[derive(Clone, Debug)]
pub(super) struct Saved {
    pub path: PathBuf,
    pub run: RunFile,
    pub scenario: Arc<Scenario>,
}

/// A file that cannot be replayed.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    /// The run, if the file can be read at all.
    pub run: Option<RunFile>,
    /// The reason, in the words of `replay`.
    pub why: String,
}

impl OnDisk {
    /// The run, if the file can be read at all.
    pub(super) fn run(&self) -> Option<&RunFile> {
        match &self.found {
            Ok(saved) => Some(&saved.run),
            Err(refused) => refused.run.as_ref(),
        }
    }

    /// The team, or the name of the file if the run cannot be read.
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
    /// Scenario hash and seed, which are the same for all teams with the same deck.
    pub(super) fn deck(&self) -> (String, u64) {
        (self.scenario.hash.clone(), self.run.seed)
    }
}

/// What was computed about runs once and stays true, because a finished run never changes.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Par in dollars, by scenario hash and seed.
    pars: BTreeMap<(String, u64), f64>,
    /// How near to par the team came, by the path of the file.
    results: BTreeMap<PathBuf, f64>,
}

impl Known {
    /// Par of a run in dollars, if it is known.
    pub(super) fn par(&self, saved: &Saved) -> Option<f64> {
        self.pars.get(&saved.deck()).copied()
    }

    /// Par of a run in dollars; computed if it is not known.
    pub(super) fn par_of(&mut self, saved: &Saved) -> f64 {
        let best = || lab::par(&saved.scenario, saved.run.seed).first().map_or(0.0, |&(_, value)| value);
        *self.pars.entry(saved.deck()).or_insert_with(best)
    }

    /// How near to par the team of a finished run came; computed if it is not known. `None` if it does not replay.
    fn result(&mut self, saved: &Saved) -> Option<f64> {
        if let Some(&known) = self.results.get(&saved.path) {
            return Some(known);
        }
        let game = replay(&saved.run, &saved.scenario).ok()?.game;
        let par = self.par_of(saved);
        let share = (par > 0.0).then(|| value(game.scenario(), game.state()).total / par)?;
        self.results.insert(saved.path.clone(), share);
        Some(share)
    }

    /// Takes over what was computed elsewhere.
    pub(super) fn learn(&mut self, other: &Self) {
        self.pars.extend(other.pars.iter().map(|(deck, &par)| (deck.clone(), par)));
        self.results.extend(other.results.iter().map(|(path, &share)| (path.clone(), share)));
    }
}

/// The best result for every scenario that was played to its end, as a share of par, by scenario id.
#[derive(Debug)]
pub(super) struct Best {
    pub shares: BTreeMap<String, f64>,
    known: Known,
}

impl Best {
    /// The best of these runs.
    fn of(runs: Vec<Saved>, mut known: Known) -> Self {
        let mut shares: BTreeMap<String, f64> = BTreeMap::new();
        for saved in runs {
            let Some(share) = known.result(&saved) else { continue };
            let so_far = shares.entry(saved.run.scenario).or_insert(share);
            *so_far = so_far.max(share);
        }
        Self { shares, known }
    }
}

impl Director {
    /// All files in the folders for runs, newest first. Does not replay them.
    pub(super) fn on_disk(&self) -> Vec<OnDisk> {
        // There may be hundreds of runs of a few scenarios, and loading a scenario searches the whole shelf.
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

    /// A file with its scenario, or with the reason why it cannot be replayed.
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

    /// The folders to look for runs in: the usual one, and those where runs were saved when the usual one failed.
    fn run_folders(&self) -> Vec<PathBuf> {
        let mut folders: Vec<PathBuf> = Vec::new();
        for folder in self.outside.runs.iter().chain(&self.settings().other_runs) {
            if !folders.iter().any(|known| same_place(known, folder)) {
                folders.push(folder.clone());
            }
        }
        folders
    }

    /// A sentence if a folder for runs exists but cannot be read.
    pub(super) fn unreadable_folder(&self) -> Option<String> {
        self.run_folders().into_iter().find_map(|path| {
            let reason = fs::read_dir(&path).err().filter(|reason| reason.kind() != ErrorKind::NotFound)?;
            Some(format!("{}.", StoreError::Read { path, reason }.told(&self.text)))
        })
    }

    /// Asks for the best results of the finished runs.
    pub(super) fn ask_for_best(&mut self) {
        let ended = self.on_disk().into_iter().filter_map(|file| file.found.ok()).filter(|saved| saved.run.ended);
        let (runs, known) = (ended.take(REMEMBERED).collect(), self.known.clone());
        self.found.best = Late::ask(move || Best::of(runs, known));
    }

    pub(super) fn best_arrives(&mut self) -> bool {
        let arrived = self.found.best.arrive();
        if let Some(best) = self.found.best.here().filter(|_| arrived) {
            self.known.learn(&best.known);
        }
        arrived
    }
}

/// Turns words that are part of another sentence into a sentence of their own.
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
