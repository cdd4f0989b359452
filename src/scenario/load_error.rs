//! Why a scenario could not be loaded.

use super::finding::Report;
use super::message::Message;

/// Why a scenario could not be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// There is neither an id on the shelf nor a file with this name.
    Unknown {
        /// What was asked for.
        wanted: String,
        /// All ids on the shelf.
        known: Vec<String>,
        /// What to do.
        hint: Message,
    },
    /// The file cannot be opened.
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        reason: Message,
    },
    /// The file can only be extended, not played.
    Base {
        /// The file.
        path: String,
    },
    /// The file is a translation of a scenario.
    Texts {
        /// The file.
        path: String,
        /// Title of the scenario.
        title: String,
    },
    /// The file has errors.
    Faulty(Report),
}

impl LoadError {
    /// One sentence without its full stop.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unknown { wanted, hint, .. } => {
                Message::new("load-unknown").with("wanted", wanted.as_str()).with("hint", hint.clone())
            }
            Self::Unreadable { path, reason } => {
                Message::new("load-unreadable").with("file", path.as_str()).with("reason", reason.clone())
            }
            Self::Base { path } => Message::new("load-base").with("file", path.as_str()),
            Self::Texts { path, title } => {
                Message::new("load-texts").with("file", path.as_str()).with("title", title.as_str())
            }
            Self::Faulty(report) => {
                let file = report.sources.first().map_or("", |source| source.name.as_str());
                Message::new("load-faulty").with("file", file).with("count", report.errors().count())
            }
        }
    }
}
