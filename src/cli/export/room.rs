//! What is saved of a room: the run files of its teams, and everything that was done in it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::acts::{self, Act};
use super::times::Times;
use super::{Gathered, Source};
use crate::cli::harmless;
use crate::data::{CsvForm, Moment};
use crate::journal::{Journal, JournalError, Opening, ROOM_ENDING, Record, room_file};
use crate::room::{Room, RoomTeam, TeamId};
use crate::run::{RunFile, named_path};
use crate::scenario::Scenario;
use crate::text::Text;
use crate::web::load;

/// How every database begins, and so every room.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// Whether a room is named: by its file, or by a code, which is no path.
pub(super) fn is_room(named: &str) -> bool {
    let path = room_file(named);
    if !path.exists() {
        return !named.contains(['/', '\\', '.']);
    }
    let mut head = Vec::new();
    let read = File::open(&path).and_then(|file| file.take(DATABASE.len() as u64).read_to_end(&mut head));
    read.is_ok() && head == DATABASE || path.is_file() && path.extension().is_some_and(|ending| ending == ROOM_ENDING)
}

/// Opens rooms. Each of several has a folder of its own for its files.
///
/// # Errors
/// A sentence for the user: there is no such room, or it cannot be read.
pub(super) fn gather(rooms: &[&str], form: CsvForm, text: &Text) -> Result<Gathered, String> {
    let mut gathered = Gathered::default();
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    for room in rooms {
        let path = room_file(room);
        if !path.exists() {
            return Err(text.with("export-unknown", &[("what", &harmless(room))]));
        }
        let opened = Opened::read(&path, text)?;
        let code = opened.opening.code.to_lowercase();
        let times = codes.entry(code.clone()).or_default();
        *times += 1;
        let folder = match (rooms.len(), *times) {
            (1, _) => PathBuf::new(),
            (_, 1) => PathBuf::from(code),
            (_, again) => PathBuf::from(format!("{code}-{again}")),
        };
        opened.add(&mut gathered, &folder, form, text)?;
    }
    if !rooms.is_empty() {
        gathered.explained = acts::explained();
    }
    Ok(gathered)
}

/// A room that was read.
struct Opened {
    opening: Opening,
    scenario: Arc<Scenario>,
    room: Room,
    acts: Vec<Act>,
    times: Times,
}

impl Opened {
    fn read(path: &Path, text: &Text) -> Result<Self, String> {
        let told = |error: JournalError| error.told(text);
        let (journal, opening) = Journal::open(path).map_err(told)?;
        let scenario = Arc::new(load(&opening.scenario, &opening.language, text)?);
        let (mut acts, mut times) = (Vec::new(), Times::default());
        let mut last: Option<Moment> = None;
        let tell = |record: &Record, room: &Room| {
            // The room is as it was before, so it shows what was signed by what was done last.
            if let Some(moment) = last.replace(moment(record)) {
                times.follow(room, &moment);
            }
            acts.push(Act::of(record, room));
        };
        let (room, _) = journal.retell(&opening, &scenario, tell).map_err(told)?;
        if let Some(moment) = last {
            times.follow(&room, &moment);
        }
        Ok(Self { opening, scenario, room, acts, times })
    }

    /// Adds the runs and the files of the room, with their paths in this folder.
    fn add(self, gathered: &mut Gathered, folder: &Path, form: CsvForm, text: &Text) -> Result<(), String> {
        for (at, (id, team)) in self.room.teams().enumerate() {
            let mut moments = self.times.of_team(at).into_iter();
            for (path, run) in self.runs(folder, id, team) {
                gathered.files.push((path.clone(), run.to_text()));
                gathered.sources.push(Source {
                    path,
                    room: Some(self.opening.code.clone()),
                    run: run.clone(),
                    scenario: self.scenario.clone(),
                    moments: moments.next().unwrap_or_default(),
                });
            }
        }
        let failed = |name: &str, reason: String| text.with("output-cannot", &[("path", &name), ("reason", &reason)]);
        let json = acts::json(&self.acts).map_err(|error| failed("acts.json", error.to_string()))?;
        let csv = acts::csv(&self.acts, form).map_err(|error| failed("acts.csv", error.to_string()))?;
        gathered.files.extend([(folder.join("acts.json"), json), (folder.join("acts.csv"), csv)]);
        *gathered.acts.get_or_insert(0) += self.acts.len();
        Ok(())
    }

    /// The run files of a team with their paths, those included that it left when it was taken back.
    fn runs<'a>(&self, folder: &Path, id: TeamId, team: &'a RoomTeam) -> Vec<(PathBuf, &'a RunFile)> {
        let rehearsal = if self.opening.rehearsal { "rehearsal" } else { "" };
        let all = team.left().chain([team.pair().log().run()]).enumerate();
        let named = |(attempt, run): (usize, &'a RunFile)| {
            let number = (id.0 + 1).to_string();
            let again = if attempt > 0 { format!("again {attempt}") } else { String::new() };
            let parts = [rehearsal, self.opening.scenario_name(), &number, &run.team.name, &again];
            (named_path(folder, &parts), run)
        };
        all.map(named).collect()
    }
}

fn moment(record: &Record) -> Moment {
    Moment { time: time(record), room_seconds: record.at.0 as f64 / 1_000.0 }
}

/// When something was done, in UTC.
pub(super) fn time(record: &Record) -> String {
    Timestamp::from_millisecond(record.clock).map_or_else(|_| String::new(), |time| time.to_string())
}
