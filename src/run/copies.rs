//! Finding copies: runs collected from several laptops often contain the same run twice, or an earlier state of it.

use std::path::{Path, PathBuf};

use super::file::RunFile;
use super::session::Session;
use crate::sim::Command;
use crate::text::Text;

/// A file that holds the same run as another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOf {
    /// The file that is left out.
    pub path: PathBuf,
    /// The file that is used instead.
    pub of: PathBuf,
    /// Whether the file left out ends earlier than the one used.
    pub earlier: bool,
}

impl CopyOf {
    /// One sentence: which file is left out, and why.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        let key = if self.earlier { "compare-earlier" } else { "compare-copy" };
        text.with(key, &[("copy", &self.path.display().to_string()), ("of", &self.of.display().to_string())])
    }
}

impl RunFile {
    /// Whether both are the same run, maybe at different times: same team, same dice, and the same commands as far as
    /// both go. The version that saved them does not matter. If one is longer, both must be past the first quarter,
    /// since two teams may well sign the same things in that one.
    #[must_use]
    pub fn same_run(&self, other: &Self) -> bool {
        let names = |run: &Self| [&run.team.name, &run.team.product, &run.team.sales].map(String::clone);
        let (mine, theirs) = (self.commands(), other.commands());
        let far_enough = mine.clone().count() == theirs.clone().count() || self.quarter.min(other.quarter) > 1;
        self.scenario == other.scenario
            && self.seed == other.seed
            && self.start == other.start
            && self.again_from == other.again_from
            && names(self) == names(other)
            && far_enough
            && mine.zip(theirs).all(|(mine, theirs)| mine == theirs)
    }

    fn commands(&self) -> impl Iterator<Item = &Command> + Clone {
        self.quarters.iter().flat_map(|log| &log.commands)
    }
}

/// Keeps each run once, in the file where it got furthest. Also returns the files that are left out.
#[must_use]
pub fn once(opened: Vec<Session>) -> (Vec<Session>, Vec<CopyOf>) {
    once_each(opened, Session::run, |session| session.path().unwrap_or(Path::new("")))
}

/// The same for anything that holds a run; of copies of one length, the first is kept.
#[must_use]
pub fn once_each<T>(opened: Vec<T>, run: impl Fn(&T) -> &RunFile, path: impl Fn(&T) -> &Path) -> (Vec<T>, Vec<CopyOf>) {
    let length = |held: &T| run(held).commands().count();
    let mut kept: Vec<T> = Vec::new();
    let mut copies: Vec<CopyOf> = Vec::new();
    for mut held in opened {
        let Some(known) = kept.iter_mut().find(|known| run(known).same_run(run(&held))) else {
            kept.push(held);
            continue;
        };
        if length(&held) > length(known) {
            std::mem::swap(&mut held, known);
        }
        let earlier = length(&held) < length(known);
        let copy = CopyOf { path: path(&held).to_path_buf(), of: path(known).to_path_buf(), earlier };
        if copy.path != copy.of && !copies.contains(&copy) {
            copies.push(copy);
        }
    }
    (kept, copies)
}
