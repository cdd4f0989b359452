//! The run files of the teams of a room, saved by a thread of their own: nobody waits for them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::opening::Opening;
use crate::room::TeamId;
use crate::run::{RunFile, named_path, write};

/// Saves runs.
#[derive(Debug, Default)]
pub struct Runs {
    files: BTreeMap<TeamId, PathBuf>,
    saver: Option<(Sender<(PathBuf, RunFile)>, JoinHandle<()>)>,
}

impl Runs {
    /// Saves the runs of a room in a folder, each under the name of its team and the code of the room. A room that goes
    /// on replaces its own files.
    #[must_use]
    pub fn new(folder: &Path, opening: &Opening) -> Self {
        let (queue, waiting) = channel::<(PathBuf, RunFile)>();
        let save = move || {
            for (path, run) in waiting {
                // What fails is saved again a quarter later, and can be had from the journal at any time.
                let _ = write(&path, &run.to_text());
            }
        };
        let saver = thread::Builder::new().name("runs".to_owned()).spawn(save).ok();
        let files = (0..).map(TeamId).zip(run_files(folder, opening)).collect();
        Self { files, saver: saver.map(|saver| (queue, saver)) }
    }

    /// The files that it saves.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        self.files.values().cloned().collect()
    }

    /// Saves the run of a team.
    pub(super) fn save(&self, team: TeamId, run: RunFile) {
        if let (Some((queue, _)), Some(path)) = (&self.saver, self.files.get(&team)) {
            let _ = queue.send((path.clone(), run));
        }
    }

    /// Waits until everything is saved.
    pub(super) fn finish(&mut self) {
        if let Some((queue, saver)) = self.saver.take() {
            drop(queue);
            let _ = saver.join();
        }
    }
}

/// Where the runs of the teams of a room are, in the order of the teams.
pub(super) fn run_files(folder: &Path, opening: &Opening) -> impl Iterator<Item = PathBuf> {
    (1_usize..).zip(&opening.teams).map(|(number, team)| {
        // Teams may have the same name.
        let twin = opening.teams.iter().filter(|other| *other == team).count() > 1;
        let team = if twin { format!("{team} {number}") } else { team.clone() };
        named_path(folder, &[opening.scenario_name(), &team, &opening.code])
    })
}
