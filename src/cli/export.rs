//! `off-roadmap export`: saves what was done in a room, for those who study it. Names stay in the room.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::play::usual_language;
use super::rooms::named;
use super::{fail, harmless, print};
use crate::ids::Seat;
use crate::journal::{Journal, JournalError, Opening, Record};
use crate::room::{Audience, PersonId, Place, Room, RoomCommand, RoomTeam, TeamId};
use crate::run::{RunFile, named_path, plain, write_new};
use crate::text::Text;
use crate::web::load;

/// Save what was done in a room.
#[derive(Args, Clone, Debug)]
pub struct ExportArgs {
    /// Code of a room, or path of its file.
    pub room: String,
    /// New folder for the run files, `acts.csv` and `acts.json`.
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
}

/// Something that was done.
#[derive(Debug, Serialize)]
struct Line {
    /// Its place in the journal.
    number: i64,
    /// When, in UTC.
    time: String,
    /// When, in seconds of the room, which stand while the host is away.
    room_seconds: f64,
    /// The number of the person who did it; empty for the facilitator and the clock.
    person: Option<u32>,
    /// The team.
    team: Option<String>,
    /// The seat.
    seat: Option<Seat>,
    /// What was done.
    what: String,
    /// With what.
    detail: Value,
}

/// Runs the command.
#[must_use]
pub fn run(args: &ExportArgs) -> ExitCode {
    let text = Text::new(&usual_language());
    match export(args, &text) {
        Ok((runs, acts)) => {
            let folder = harmless(&args.out.display().to_string());
            print(&(text.with("export-done", &[("folder", &folder), ("runs", &runs), ("acts", &acts)]) + "\n"))
        }
        Err(problem) => fail(&problem),
    }
}

/// Returns how many runs and how many acts were saved.
fn export(args: &ExportArgs, text: &Text) -> Result<(usize, usize), String> {
    let told = |error: JournalError| error.told(text);
    let out = args.out.as_path();
    let shown = out.display().to_string();
    if fs::read_dir(out).is_ok_and(|mut inside| inside.next().is_some()) || out.is_file() {
        return Err(text.with("export-folder", &[("path", &shown)]));
    }
    let (journal, opening) = Journal::open(&named(&args.room, text)?).map_err(told)?;
    let scenario = Arc::new(load(&opening.scenario, &opening.language, text)?);
    let mut lines = Vec::new();
    let (room, _) = journal.retell(&opening, &scenario, |record, room| lines.push(line(record, room))).map_err(told)?;

    let failed = |reason: &dyn core::fmt::Display| {
        text.with("output-cannot", &[("path", &shown), ("reason", &reason.to_string())])
    };
    fs::create_dir_all(out).map_err(|error| failed(&plain(&error)))?;
    let runs = runs(out, &opening, &room);
    for (path, run) in &runs {
        write_new(path, run).map_err(|error| failed(&error))?;
    }
    let json = serde_json::to_string_pretty(&lines).map_err(|error| failed(&error))?;
    write_new(&out.join("acts.json"), &json).map_err(|error| failed(&error))?;
    let csv = csv(&lines).map_err(|error| failed(&error))?;
    write_new(&out.join("acts.csv"), &csv).map_err(|error| failed(&error))?;
    Ok((runs.len(), lines.len()))
}

/// The run files of all teams with their paths, those included that a team left when it was taken back.
fn runs(out: &Path, opening: &Opening, room: &Room) -> Vec<(PathBuf, String)> {
    let rehearsal = if opening.rehearsal { "rehearsal" } else { "" };
    let of_team = |(id, team): (TeamId, &RoomTeam)| {
        let all: Vec<&RunFile> = team.left().chain([team.pair().log().run()]).collect();
        let run = |(attempt, run): (usize, &RunFile)| {
            let number = (id.0 + 1).to_string();
            let again = if attempt > 0 { format!("again {attempt}") } else { String::new() };
            (named_path(out, &[rehearsal, opening.scenario_name(), &number, &run.team.name, &again]), run.to_text())
        };
        all.into_iter().enumerate().map(run).collect::<Vec<_>>()
    };
    room.teams().flat_map(of_team).collect()
}

fn line(record: &Record, room: &Room) -> Line {
    let person = person(&record.command);
    let (team, seat) = match person.and_then(|person| room.person(person)?.place) {
        Some(place) => (Some(place.team), Some(place.seat)),
        None => aim(&record.command),
    };
    let (what, detail) = told(&record.command);
    Line {
        number: record.number,
        time: Timestamp::from_millisecond(record.clock).map_or_else(|_| String::new(), |time| time.to_string()),
        room_seconds: record.at.0 as f64 / 1_000.0,
        person: person.map(|person| person.0),
        team: team.and_then(|team| Some(room.team(team)?.pair().log().team().name.clone())),
        seat,
        what,
        detail,
    }
}

/// Who sent a command; `None` for the facilitator and the clock.
fn person(command: &RoomCommand) -> Option<PersonId> {
    match command {
        RoomCommand::Sit { person, .. }
        | RoomCommand::Rise { person }
        | RoomCommand::Call { person, .. }
        | RoomCommand::Connect { person, .. }
        | RoomCommand::Assign { person, .. }
        | RoomCommand::Act { person, .. }
        | RoomCommand::Sign { person, .. } => Some(*person),
        _ => None,
    }
}

/// The team and the seat that a command of the facilitator is about.
fn aim(command: &RoomCommand) -> (Option<TeamId>, Option<Seat>) {
    match command {
        RoomCommand::StandIn { team, seat, .. } => (Some(*team), Some(*seat)),
        RoomCommand::Partner { team, chair } => (Some(*team), chair.as_ref().map(|chair| chair.seat)),
        RoomCommand::Say { to: Audience::Seat(Place { team, seat }), .. } => (Some(*team), Some(*seat)),
        RoomCommand::Say { to: Audience::Team(team), .. }
        | RoomCommand::Rewind { team, .. }
        | RoomCommand::UndoRewind { team } => (Some(*team), None),
        _ => (None, None),
    }
}

/// A command as its name and its content, without names of people and without what only the program needs.
fn told(command: &RoomCommand) -> (String, Value) {
    let mut content = match serde_json::to_value(command) {
        Ok(Value::String(name)) => return (name, Value::Null),
        Ok(Value::Object(whole)) => whole.into_iter().next(),
        _ => None,
    };
    let Some((name, detail)) = content.take() else { return (String::new(), Value::Null) };
    let detail = match detail {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(field, _)| !["name", "person", "seen"].contains(&field.as_str()));
            Value::Object(kept.collect::<Map<_, _>>())
        }
        other => other,
    };
    (name, detail)
}

fn csv(lines: &[Line]) -> Result<String, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["number", "time", "room_seconds", "person", "team", "seat", "what", "detail"])?;
    for line in lines {
        let seat = line.seat.map_or("", |seat| if seat == Seat::Product { "Product" } else { "Sales" });
        table.write_record([
            line.number.to_string(),
            line.time.clone(),
            format!("{:.3}", line.room_seconds),
            line.person.map_or_else(String::new, |person| person.to_string()),
            line.team.clone().unwrap_or_default(),
            seat.to_owned(),
            line.what.clone(),
            line.detail.to_string(),
        ])?;
    }
    let bytes = table.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
