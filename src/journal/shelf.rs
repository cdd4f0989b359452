//! The rooms that are kept on this machine: where they are, how long they are kept, and how they are deleted.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::opening::Opening;
use super::problem::JournalError;
use super::runs::run_files;
use super::store::Journal;
use crate::run::runs_dir;

/// How the files of rooms end.
pub const ROOM_ENDING: &str = "room";
/// How the files beside them end: the log of `SQLite`, and its index.
const BESIDE: [&str; 2] = ["-wal", "-shm"];
/// How long rooms are kept after they were used last, unless they are kept for longer.
const KEPT: Duration = Duration::from_secs(30 * DAY);
/// The same for rehearsals, which are there only if the host did not end well.
const REHEARSAL_KEPT: Duration = Duration::from_secs(DAY);
const DAY: u64 = 24 * 60 * 60;

/// What was deleted with a room.
#[derive(Debug, Default)]
pub struct Deleted {
    /// Run files of its teams.
    pub runs: usize,
    /// What could not be deleted, and why.
    pub left: Vec<(PathBuf, std::io::Error)>,
}

/// The folder where rooms are kept, if the system names one.
#[must_use]
pub fn rooms_dir() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "off-roadmap")?.data_dir().join("rooms"))
}

/// The file of a room that is named by its code or by its path.
#[must_use]
pub fn room_file(room: &str) -> PathBuf {
    let kept = rooms_dir().map(|folder| folder.join(format!("{}.{ROOM_ENDING}", room.to_lowercase())));
    kept.filter(|path| path.is_file() && !Path::new(room).is_file()).unwrap_or_else(|| PathBuf::from(room))
}

/// The rooms in a folder, with the time when they were used last, the last used one first.
#[must_use]
pub fn rooms(folder: &Path) -> Vec<(SystemTime, PathBuf)> {
    let all = fs::read_dir(folder).into_iter().flatten().flatten();
    let rooms =
        all.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == ROOM_ENDING));
    let mut found: Vec<_> = rooms.map(|path| (used(&path), path)).collect();
    found.sort_by(|a, b| b.cmp(a));
    found
}

/// When a room was used last. What was written last may still be in the log beside its file.
fn used(path: &Path) -> SystemTime {
    let files = [path.to_path_buf(), beside(path, BESIDE[0])];
    let changed = files.iter().filter_map(|file| fs::metadata(file).ok()?.modified().ok());
    changed.max().unwrap_or(SystemTime::UNIX_EPOCH)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", path.display()))
}

/// Deletes a room with everything that was kept of it on this machine: its journal, and the run files of its teams.
///
/// # Errors
/// It is no room, or open in a host.
pub fn delete(path: &Path) -> Result<Deleted, JournalError> {
    let runs = match Journal::open(path) {
        Ok((_, opening)) => runs_dir().map_or_else(Vec::new, |folder| run_files(&folder, &opening).collect()),
        // Another version knows where its run files are; the room itself goes in any case.
        Err(JournalError::Version { .. }) => Vec::new(),
        Err(error) => return Err(error),
    };
    Ok(delete_files(path, &runs))
}

/// Deletes the files of a room that is closed.
pub(super) fn delete_files(path: &Path, runs: &[PathBuf]) -> Deleted {
    let mut deleted = Deleted::default();
    let mut remove = |path: PathBuf| match fs::remove_file(&path) {
        Ok(()) => true,
        Err(error) => {
            if error.kind() != std::io::ErrorKind::NotFound {
                deleted.left.push((path, error));
            }
            false
        }
    };
    // The journal last: as long as it is there, deleting can be tried again.
    let runs = runs.iter().filter(|run| remove((*run).clone())).count();
    let own = BESIDE.map(|ending| beside(path, ending)).into_iter().chain([path.to_path_buf()]);
    for file in own {
        remove(file);
    }
    Deleted { runs, ..deleted }
}

/// Deletes the rooms of a folder that nobody has used for thirty days and nobody wants to keep, and rehearsals that are
/// left over. Returns their names.
#[must_use]
pub fn expire(folder: &Path) -> Vec<String> {
    let older = |used: SystemTime, than| SystemTime::now().duration_since(used).is_ok_and(|age| age > than);
    let over =
        |used, opening: &Opening| !opening.kept && older(used, if opening.rehearsal { REHEARSAL_KEPT } else { KEPT });
    // What is open in a host is in use; what is no room is left alone, but one of another version is a room, too.
    let expired = |used, path: &Path| match Journal::open(path) {
        Ok((_, opening)) => over(used, &opening),
        Err(JournalError::Version { .. }) => older(used, KEPT),
        Err(_) => false,
    };
    // Opening a room that was used today would only cost time.
    let gone = |(used, path): &(SystemTime, PathBuf)| {
        older(*used, REHEARSAL_KEPT) && expired(*used, path) && delete(path).is_ok()
    };
    let name = |path: &Path| path.file_stem().map(|name| name.to_string_lossy().to_uppercase());
    rooms(folder).into_iter().filter(gone).filter_map(|(_, path)| name(&path)).collect()
}
