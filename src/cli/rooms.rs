//! `off-roadmap rooms`: lists the rooms that are kept on this machine, the one that was used last first.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::host::load;
use super::play::usual_language;
use super::{harmless, print};
use crate::journal::{Journal, JournalError, ROOM_ENDING, rooms_dir};
use crate::text::{Teller, Text};
use crate::web::position;

/// Runs the command.
#[must_use]
pub fn run() -> ExitCode {
    let text = Text::new(&usual_language());
    let files = rooms_dir().map(|folder| files(&folder)).unwrap_or_default();
    if files.is_empty() {
        return print(&(text.get("rooms-none") + "\n"));
    }
    let told = |(used, path): (SystemTime, PathBuf)| {
        let line = line(&path, used, &text).unwrap_or_else(|problem| problem);
        let go_on = text.with("rooms-go-on", &[("path", &path.display().to_string())]);
        format!("{}\n    {}\n", harmless(&line), harmless(&go_on))
    };
    print(&files.into_iter().map(told).collect::<String>())
}

fn files(folder: &Path) -> Vec<(SystemTime, PathBuf)> {
    let all = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let rooms = all.filter(|path| path.extension().is_some_and(|ending| ending == ROOM_ENDING));
    let used = |path: &Path| {
        // What was written last may still be in the log beside the file.
        let log = PathBuf::from(format!("{}-wal", path.display()));
        [path, &log].into_iter().filter_map(|file| fs::metadata(file).ok()?.modified().ok()).max()
    };
    let mut found: Vec<_> = rooms.map(|path| (used(&path).unwrap_or(SystemTime::UNIX_EPOCH), path)).collect();
    found.sort_by(|a, b| b.cmp(a));
    found
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
    Ok(text.with(
        "rooms-line",
        &[
            ("code", &opening.code),
            ("scenario", &scenario.meta.title),
            ("teams", &opening.teams.len()),
            ("people", &room.people().count()),
            ("position", &position),
            ("time", &time),
        ],
    ))
}
