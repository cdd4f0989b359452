//! Opens the runs that a command is to work on: files, and folders of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::run::{self, Broken, Session, SessionError, StoreError};
use crate::scenario::Shelf;
use crate::text::Text;

/// What became of the runs that were asked for.
pub(super) struct Opened<T> {
    /// What is kept of the runs that can be used; those from a folder come oldest first.
    pub runs: Vec<T>,
    /// For each of the others, a sentence saying why it was left out.
    pub left_out: Vec<String>,
    /// Whether a path given on the command line could not be used: a file that is not a valid run, or a folder without
    /// runs. A folder may contain anything, so what cannot be opened there is only left out.
    pub missing: bool,
}

/// Opens runs and verifies them one after another. `keep` says what is kept of each.
pub(super) fn open<T>(paths: &[PathBuf], text: &Text, mut keep: impl FnMut(Session) -> T) -> Opened<T> {
    let mut shelf = Shelf::default();
    shelf.speak(text.language());
    let find = |id: &str| shelf.load(id).map(Arc::new).map_err(|error| error.to_string());
    let mut opened = Opened { runs: Vec::new(), left_out: Vec::new(), missing: false };
    for path in paths {
        let named = !path.is_dir();
        let passed = |folder: PathBuf| text.with("compare-inside", &[("path", &folder.display().to_string())]);
        opened.left_out.extend(run::folders_with_runs(path).into_iter().map(passed));
        let files = files(path, text).unwrap_or_else(|problem| {
            opened.left_out.push(problem);
            opened.missing = true;
            Vec::new()
        });
        for (file, broken) in files {
            let session = match broken {
                Some(reason) => Err(SessionError::Broken { path: file, reason }),
                None => Session::open(&file, find),
            };
            match session {
                Ok(session) => opened.runs.push(keep(session)),
                Err(error) => {
                    opened.left_out.push(error.told(text));
                    opened.missing |= named;
                }
            }
        }
    }
    opened
}

/// The run files in a folder, oldest first, each with what is wrong with it if it cannot be read. For a file, just that
/// file.
fn files(path: &Path, text: &Text) -> Result<Vec<(PathBuf, Option<Broken>)>, String> {
    if !path.is_dir() {
        return Ok(vec![(path.to_owned(), None)]);
    }
    std::fs::read_dir(path).map_err(|reason| StoreError::Read { path: path.to_owned(), reason }.told(text))?;
    let found: Vec<_> = run::list(path).into_iter().rev().map(|listed| (listed.path, listed.run.err())).collect();
    if found.is_empty() {
        return Err(text.with("compare-no-runs", &[("path", &path.display().to_string())]));
    }
    Ok(found)
}
