//! Run files on disk: written aside, synced, renamed. The only file access of this module.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::file::{Broken, RunFile};

/// The environment variable that names another folder for runs.
pub const RUNS_VARIABLE: &str = "OFF_ROADMAP_RUNS";
/// How the name of a run file ends.
const ENDING: &str = ".run.ron";
/// No run is larger; what is larger is something else.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Why a file cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be read.
    #[error("{path} cannot be read: {reason}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
    /// It is too large to be a run.
    #[error("{path} is too large to be a run file", path = .0.display())]
    TooLarge(PathBuf),
    /// It cannot be written.
    #[error("the run cannot be saved to {path}: {reason}; the game goes on, and the next signature tries again", path = path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

/// A file in the runs folder.
#[derive(Debug)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// The run in it, or why it is none.
    pub run: Result<RunFile, Broken>,
}

/// The folder where runs are kept, if the system names one.
#[must_use]
pub fn runs_dir() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os(RUNS_VARIABLE) {
        return Some(folder.into());
    }
    Some(directories::ProjectDirs::from("", "", "off-roadmap")?.data_dir().join("runs"))
}

/// Reads a file as text.
///
/// # Errors
/// It is missing, unreadable, not text, or too large.
pub fn read(path: &Path) -> Result<String, StoreError> {
    let failed = |reason| StoreError::Read { path: path.to_path_buf(), reason };
    if fs::metadata(path).map_err(failed)?.len() > LARGEST {
        return Err(StoreError::TooLarge(path.to_path_buf()));
    }
    fs::read_to_string(path).map_err(failed)
}

/// Writes a file so that at any moment either the old or the new one is there, whole.
///
/// # Errors
/// The folder cannot be made or written, or the disk is full.
pub fn write(path: &Path, text: &str) -> Result<(), StoreError> {
    write_aside(path, text).map_err(|reason| StoreError::Write { path: path.to_path_buf(), reason })
}

fn write_aside(path: &Path, text: &str) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let mut aside = tempfile::Builder::new().prefix(".run-").suffix(".tmp").tempfile_in(folder)?;
    aside.write_all(text.as_bytes())?;
    aside.as_file().sync_all()?;
    aside.persist(path).map_err(|error| error.error)?;
    // The rename itself must reach the disk too; where a folder cannot be opened, the system does it.
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// The runs in a folder, newest first. A folder that is not there has none.
#[must_use]
pub fn list(folder: &Path) -> Vec<Listed> {
    let mut found: Vec<(SystemTime, PathBuf)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let modified = entry.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
            let path = entry.path();
            path.file_name().and_then(OsStr::to_str)?.ends_with(ENDING).then_some((modified, path))
        })
        .collect();
    found.sort_by(|a, b| b.cmp(a));
    found.into_iter().filter_map(|(_, path)| Some(Listed { run: RunFile::parse(&read(&path).ok()?), path })).collect()
}

/// A name for a new run that no file in the folder has: `scale-up-team-juniper-2.run.ron`.
#[must_use]
pub fn free_path(folder: &Path, scenario: &str, team: &str) -> PathBuf {
    let stem = [slug(scenario), slug(team)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let named = |number: u32| folder.join(format!("{stem}-{number}{ENDING}"));
    (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(u32::MAX))
}

fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().take(40) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}
