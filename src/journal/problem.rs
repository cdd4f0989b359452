//! Why a room cannot be kept or opened, in words.

use std::path::PathBuf;

use crate::run::plain;
use crate::text::{self, Text};

/// Why a room cannot be kept or opened.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Its folder cannot be created, or its file not be read.
    #[error("{path}: {reason}", path = path.display())]
    Folder {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        reason: std::io::Error,
    },
    /// There is a file, but it is no room.
    #[error("{} is not a room", .0.display())]
    Foreign(PathBuf),
    /// Another version of the program keeps rooms differently, or plays by other rules.
    #[error("{} was kept by {engine}", path.display())]
    Version {
        /// The file.
        path: PathBuf,
        /// The program that wrote it.
        engine: String,
    },
    /// There is another room of the same name, where the mirror should be.
    #[error("{} is another room", .0.display())]
    OtherRoom(PathBuf),
    /// Another host has the room open.
    #[error("{} is open elsewhere", .0.display())]
    InUse(PathBuf),
    /// The scenario is not what it was when the room was opened.
    #[error("the scenario {scenario} was changed")]
    ScenarioChanged {
        /// The scenario.
        scenario: String,
    },
    /// The journal does not lead to the states that it once led to.
    #[error("the journal breaks off at command {0}")]
    Diverged(i64),
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The database has another problem.
    #[error("the journal: {0}")]
    Database(rusqlite::Error),
}

impl JournalError {
    /// The error as a sentence that says what to do.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        let shown = |path: &PathBuf| text::seen(&path.display().to_string());
        match self {
            Self::Folder { path, reason } => {
                text.with("room-folder", &[("path", &shown(path)), ("reason", &plain(reason))])
            }
            Self::Foreign(path) => text.with("room-foreign", &[("path", &shown(path))]),
            Self::Version { path, engine } => {
                text.with("room-version", &[("path", &shown(path)), ("engine", &text::seen(engine))])
            }
            Self::OtherRoom(path) => text.with("room-other", &[("path", &shown(path))]),
            Self::InUse(path) => text.with("room-in-use", &[("path", &shown(path))]),
            Self::ScenarioChanged { scenario } => {
                text.with("room-scenario-changed", &[("scenario", &text::seen(scenario))])
            }
            Self::Diverged(at) => text.with("room-diverged", &[("at", &at.to_string())]),
            Self::Full => text.get("room-disk-full"),
            Self::Database(error) => text.with("room-database", &[("reason", &text::seen(&error.to_string()))]),
        }
    }
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::Full,
            _ => Self::Database(error),
        }
    }
}
