//! The run files of the teams of a room, saved by a thread of their own: nobody waits for them.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::opening::Opening;
use crate::room::{RoomTeam, TeamId};
use crate::run::{RunFile, named_path, write};

/// Saves runs.
#[derive(Debug, Default)]
pub struct Runs {
    named: Option<(PathBuf, Opening)>,
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
        Self { named: Some((folder.to_path_buf(), opening.clone())), saver: saver.map(|saver| (queue, saver)) }
    }

    /// The files that it has saved.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        self.named.as_ref().map_or_else(Vec::new, |(folder, opening)| run_files(folder, opening).collect())
    }

    /// Saves the run of a team as far as it is; not yet one in which nothing was signed since the team was taken back.
    pub(super) fn save(&self, id: TeamId, team: &RoomTeam) {
        if !team.can_undo_rewind() {
            self.send(id, team.left().count(), team.pair().log().run());
        }
    }

    /// Saves the runs that a team left when it was taken back to an earlier quarter.
    pub(super) fn save_left(&self, id: TeamId, team: &RoomTeam) {
        team.left().enumerate().for_each(|(attempt, run)| self.send(id, attempt, run));
    }

    fn send(&self, team: TeamId, attempt: usize, run: &RunFile) {
        if let (Some((queue, _)), Some((folder, opening))) = (&self.saver, &self.named) {
            let _ = queue.send((run_file(folder, opening, team, attempt), run.clone()));
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

/// Where the runs of the teams of a room are, in the order of the teams, those included that a team left when it was
/// taken back.
pub(super) fn run_files<'a>(folder: &'a Path, opening: &'a Opening) -> impl Iterator<Item = PathBuf> + use<'a> {
    let of_team = move |team| {
        let attempts = (1..).map(move |attempt| run_file(folder, opening, team, attempt));
        std::iter::once(run_file(folder, opening, team, 0)).chain(attempts.take_while(|path| path.is_file()))
    };
    (0..).map(TeamId).take(opening.teams.len()).flat_map(of_team)
}

/// Where a run of a team is: the first one, or one after the team was taken back.
fn run_file(folder: &Path, opening: &Opening, team: TeamId, attempt: usize) -> PathBuf {
    let position = usize::from(team.0);
    let name = opening.teams.get(position).map_or("", String::as_str);
    // Teams may have the same name.
    let twin = opening.teams.iter().filter(|other| *other == name).count() > 1;
    let name = if twin { format!("{name} {}", position + 1) } else { name.to_owned() };
    let again = if attempt > 0 { format!("again {attempt}") } else { String::new() };
    named_path(folder, &[opening.scenario_name(), &name, &opening.code, &again])
}
