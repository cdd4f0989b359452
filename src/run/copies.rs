//! Copies of a run: runs collected from several laptops often contain the same run twice, or an earlier state of it.

use std::path::{Path, PathBuf};

use super::file::RunFile;
use super::session::Session;
use crate::sim::Command;

/// A file that tells a run which another file tells too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOf {
    /// The file that is left out.
    pub path: PathBuf,
    /// The file that is taken.
    pub of: PathBuf,
    /// Whether the run went on there.
    pub earlier: bool,
}

impl RunFile {
    /// Whether both tell one run, perhaps at two times: the same team signed the same things on the same dice, as far as
    /// both go. Which editor or version saved them does not matter. A first quarter alone may be the same by chance.
    #[must_use]
    pub fn same_run(&self, other: &Self) -> bool {
        let names = |run: &Self| [&run.team.name, &run.team.product, &run.team.sales].map(String::clone);
        let (mine, theirs) = (self.commands(), other.commands());
        let far_enough = mine.clone().count() == theirs.clone().count() || self.quarter.min(other.quarter) > 1;
        self.scenario == other.scenario
            && self.seed == other.seed
            && self.start == other.start
            && names(self) == names(other)
            && far_enough
            && mine.zip(theirs).all(|(mine, theirs)| mine == theirs)
    }

    fn commands(&self) -> impl Iterator<Item = &Command> + Clone {
        self.quarters.iter().flat_map(|log| &log.commands)
    }
}

/// Every run once, where it went furthest, and the files that are left out.
#[must_use]
pub fn once(opened: Vec<Session>) -> (Vec<Session>, Vec<CopyOf>) {
    let length = |session: &Session| session.run().commands().count();
    let path = |session: &Session| session.path().unwrap_or(Path::new("")).to_path_buf();
    let mut sessions: Vec<Session> = Vec::new();
    let mut copies: Vec<CopyOf> = Vec::new();
    for mut session in opened {
        let Some(known) = sessions.iter_mut().find(|known| known.run().same_run(session.run())) else {
            sessions.push(session);
            continue;
        };
        if length(&session) > length(known) {
            std::mem::swap(&mut session, known);
        }
        let copy = CopyOf { path: path(&session), of: path(known), earlier: length(&session) < length(known) };
        if copy.path != copy.of && !copies.contains(&copy) {
            copies.push(copy);
        }
    }
    (sessions, copies)
}
