//! `off-roadmap rooms`: lists the rooms that are kept on this machine, the one that was used last first; keeps one for
//! longer than rooms are, or deletes it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

use clap::Args;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::play::usual_language;
use super::{fail, harmless, print};
use crate::journal::{self, Deleted, Journal, JournalError, room_file, rooms_dir};
use crate::run::plain;
use crate::text::{Teller, Text};
use crate::web::{load, position};

/// List the rooms that are kept on this machine.
#[derive(Args, Clone, Debug)]
pub struct RoomsArgs {
    /// Delete a room, named by its code or the path of its file: everything that was kept of it on this machine.
    #[arg(long, value_name = "ROOM", conflicts_with = "keep")]
    pub delete: Option<String>,
    /// Keep a room for longer than the thirty days for which rooms are kept.
    #[arg(long, value_name = "ROOM")]
    pub keep: Option<String>,
}

/// Runs the command.
#[must_use]
pub fn run(args: &RoomsArgs) -> ExitCode {
    let text = Text::new(&usual_language());
    let done = match args {
        RoomsArgs { delete: Some(room), .. } => named(room, &text).and_then(|path| delete(&path, &text)),
        RoomsArgs { keep: Some(room), .. } => named(room, &text).and_then(|path| keep(&path, &text)),
        RoomsArgs { .. } => Ok(list(&text)),
    };
    match done {
        Ok(said) => print(&said),
        Err(problem) => fail(&problem),
    }
}

/// The file of a room that is named by its code or by its path.
pub(super) fn named(room: &str, text: &Text) -> Result<PathBuf, String> {
    let path = room_file(room);
    match path.exists() {
        true => Ok(path),
        false => Err(text.with("room-unknown", &[("room", &harmless(room))])),
    }
}

fn delete(path: &Path, text: &Text) -> Result<String, String> {
    let Deleted { runs, left } = journal::delete(path).map_err(|error| error.told(text))?;
    let room = harmless(&path.display().to_string());
    let gone = text.with("rooms-deleted", &[("room", &room), ("runs", &runs)]) + "\n";
    let told = |(path, reason): &(PathBuf, std::io::Error)| {
        text.with("room-folder", &[("path", &harmless(&path.display().to_string())), ("reason", &plain(reason))])
    };
    match left.as_slice() {
        [] => Ok(gone),
        left => Err(left.iter().map(told).collect::<Vec<_>>().join("\n")),
    }
}

fn keep(path: &Path, text: &Text) -> Result<String, String> {
    let (mut journal, _) = Journal::open(path).map_err(|error| error.told(text))?;
    journal.keep(true).map_err(|error| error.told(text))?;
    Ok(text.with("rooms-kept", &[("room", &harmless(&path.display().to_string()))]) + "\n")
}

fn list(text: &Text) -> String {
    let folder = rooms_dir().unwrap_or_default();
    let gone = journal::expire(&folder).into_iter().map(|room| text.with("room-expired", &[("room", &room)]) + "\n");
    let gone: String = gone.collect();
    let rooms = journal::rooms(&folder);
    if rooms.is_empty() {
        return gone + &text.get("rooms-none") + "\n";
    }
    let told = |(used, path): &(SystemTime, PathBuf)| match line(path, *used, text) {
        Ok(line) => {
            let go_on = text.with("rooms-go-on", &[("path", &path.display().to_string())]);
            format!("{}\n    {}\n", harmless(&line), harmless(&go_on))
        }
        Err(problem) => harmless(&problem) + "\n",
    };
    gone + &rooms.iter().map(told).collect::<String>()
}

/// What is in a room.
fn line(path: &Path, used: SystemTime, text: &Text) -> Result<String, String> {
    let told = |error: JournalError| error.told(text);
    let (journal, opening) = Journal::open(path).map_err(told)?;
    let scenario = Arc::new(load(&opening.scenario, text.language(), text)?);
    let (room, _) = journal.replay(&opening, &scenario).map_err(told)?;
    let teller = Teller::new(Arc::new(text.clone()), scenario.clone());
    let position = if room.debriefs() { text.get("rooms-ended") } else { position(&teller, &room) };
    let time = Timestamp::try_from(used).map_or_else(
        |_| String::new(),
        |used| used.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string(),
    );
    let marks = [(opening.rehearsal, "rooms-rehearsal"), (opening.kept, "rooms-is-kept")];
    let marks: String = marks.into_iter().filter(|(is, _)| *is).map(|(_, key)| text.get(key)).collect();
    let line = text.with(
        "rooms-line",
        &[
            ("code", &opening.code),
            ("scenario", &scenario.meta.title),
            ("teams", &opening.teams.len()),
            ("people", &room.people().count()),
            ("position", &position),
            ("time", &time),
        ],
    );
    Ok(line + &marks)
}
