//! Messages about what is wrong with a run, in the language of a text. The command line prints the same ones in
//! English.

use std::fmt;

use super::file::{Broken, FORMAT, RULES};
use super::replay::{Mismatch, Place};
use super::scenario::NoScenario;
use super::session::{SaveProblem, SessionError};
use super::store::{StoreError, plain};
use crate::text::{Text, Value, disk};

impl SessionError {
    /// One sentence.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        let (path, reason) = match self {
            Self::Store(error) => return error.told(text),
            Self::Broken { path, reason } => (path, reason.told(text)),
            Self::Scenario { path, reason } => (path, reason.told(text)),
            Self::Mismatch { path, reason } => (path, reason.told(text)),
        };
        text.with("run-at", &[("file", &path.display().to_string()), ("reason", &reason)])
    }
}

impl NoScenario {
    /// One sentence without its full stop.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        match self {
            Self::Gone { id, file: None, .. } => text.with("run-scenario-gone", &[("id", id)]),
            Self::Gone { id, file: Some(file), title: None } => {
                text.with("run-scenario-gone-file", &[("id", id), ("file", file)])
            }
            Self::Gone { id, file: Some(file), title: Some(title) } => {
                text.with("run-scenario-gone-titled", &[("title", title), ("id", id), ("file", file)])
            }
            Self::Faulty(told) => text.with("run-scenario-faulty", &[("reason", told)]),
        }
    }
}

impl SaveProblem {
    /// One or two sentences.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        match self {
            Self::Failed(error) => text.with("run-unsaved", &[("problem", &error.told(text))]),
            Self::Careless(path) => text.with("run-careless", &[("file", &path.display().to_string())]),
            Self::Moved { taken, to } => {
                let (taken, to) = (taken.display().to_string(), to.display().to_string());
                text.with("run-moved", &[("file", &taken), ("to", &to)])
            }
        }
    }
}

impl StoreError {
    /// One sentence without its full stop.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        let (key, path, reason) = match self {
            Self::Read { path, reason } => ("run-cannot-be-read", path, reason),
            Self::Write { path, reason } => ("run-cannot-be-saved", path, reason),
            Self::Foreign(path) => {
                let reason = Broken::Foreign.told(text);
                return text.with("run-at", &[("file", &path.display().to_string()), ("reason", &reason)]);
            }
        };
        let reason = disk(text, reason.kind()).unwrap_or_else(|| plain(reason));
        text.with(key, &[("file", &path.display().to_string()), ("reason", &reason)])
    }
}

impl Broken {
    /// One sentence without its full stop.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        match self {
            Self::Empty => text.get("broken-empty"),
            Self::Foreign => text.get("broken-foreign"),
            Self::Packed => text.get("broken-packed"),
            Self::Preceded(line) => text.with("broken-preceded", &[("line", &line.to_string())]),
            Self::Unreadable(kind) => {
                let reason = disk(text, *kind).unwrap_or_else(|| plain(&(*kind).into()));
                text.with("broken-unreadable", &[("reason", &reason)])
            }
            Self::Misnamed(right) => text.with("broken-misnamed", &[("name", right)]),
            Self::CutOff(line) => text.with("broken-cut-off", &[("line", &line.to_string())]),
            Self::Syntax { line, column, reason } => {
                let (line, column) = (line.to_string(), column.to_string());
                text.with("broken-syntax", &[("line", &line), ("column", &column), ("reason", reason)])
            }
            Self::Format(found) => text.with("broken-format", &[("found", found), ("own", &FORMAT)]),
            Self::Rules { found, engine } => {
                text.with("broken-rules", &[("found", found), ("engine", engine), ("own", &RULES)])
            }
        }
    }
}

impl Mismatch {
    /// One sentence without its full stop.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        let at = |key: &str, place: &Place| text.with(key, &[("place", &place.told(text))]);
        match self {
            Self::Scenario { run, given } => text.with("mismatch-scenario", &[("run", run), ("given", given)]),
            Self::Changed(scenario) => text.with("mismatch-changed", &[("scenario", scenario)]),
            Self::Start => text.get("mismatch-start"),
            Self::Refused { place, told, .. } => {
                let spoken = told.iter().find(|(language, _)| language == text.language()).or(told.first());
                let reason = spoken.map_or("", |(_, reason)| reason.as_str());
                text.with("mismatch-refused", &[("place", &place.told(text)), ("reason", &reason)])
            }
            Self::Order { logged, played } => text.with("mismatch-order", &[("logged", logged), ("played", played)]),
            Self::Command { place, .. } => at("mismatch-command", place),
            Self::State { quarter, .. } => text.with("mismatch-state", &[("quarter", quarter)]),
            Self::Seal => text.get("mismatch-seal"),
        }
    }
}

impl Place {
    /// Where the command is, in a few words.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        let (number, line) = (self.number.to_string(), self.line.map(|line| line.to_string()));
        let mut values: Vec<(&str, &dyn Value)> =
            vec![("quarter", &self.quarter), ("number", &number), ("what", &self.what)];
        let Some(line) = &line else { return text.with("run-place", &values) };
        values.push(("line", line));
        text.with("run-place-line", &values)
    }
}

macro_rules! in_english {
    ($($error:ty),*) => {
        $(impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(&self.told(&Text::default()))
            }
        })*
    };
}

in_english!(SessionError, NoScenario, SaveProblem, StoreError, Broken, Mismatch, Place);
