//! Everything that was done in a room, without names of people, as CSV and JSON.

use std::io;

use serde::Serialize;
use serde_json::{Map, Value};

use super::room::time;
use crate::data::{Cell, Column, CsvForm, Entry, Format, Holds, Writer, cells, explained as told_of, fields};
use crate::ids::Seat;
use crate::journal::Record;
use crate::room::{Audience, PersonId, Place, Room, RoomCommand, TeamId};

/// Something that was done.
#[derive(Debug, Serialize)]
pub(super) struct Act {
    number: i64,
    time: String,
    room_seconds: f64,
    person: Option<u32>,
    team: Option<String>,
    seat: Option<Seat>,
    what: String,
    detail: Value,
}

impl Act {
    /// Something that was accepted, told with the room as it was before.
    pub fn of(record: &Record, room: &Room) -> Self {
        let person = person(&record.command);
        let (team, seat) = match person.and_then(|person| room.person(person)?.place) {
            Some(place) => (Some(place.team), Some(place.seat)),
            None => aim(&record.command),
        };
        let (what, detail) = told(&record.command);
        Self {
            number: record.number,
            time: time(record),
            room_seconds: record.at.0 as f64 / 1_000.0,
            person: person.map(|person| person.0),
            team: team.and_then(|team| Some(room.team(team)?.pair().log().team().name.clone())),
            seat,
            what,
            detail,
        }
    }
}

/// All of it as one JSON document.
pub(super) fn json(acts: &[Act]) -> serde_json::Result<String> {
    serde_json::to_string_pretty(acts)
}

/// All of it as CSV.
pub(super) fn csv(acts: &[Act], form: CsvForm) -> io::Result<String> {
    let columns = columns();
    let mut writer = Writer::new(Format::Csv(form), fields(&columns), Vec::new())?;
    writer.rows(acts.iter().map(|act| cells(&columns, act)).collect())?;
    Ok(String::from_utf8_lossy(&writer.finish()?).into_owned())
}

/// What the dictionary says of it.
pub(super) fn explained() -> Vec<Entry> {
    let about = "One row for everything that was done in a room, in order; acts.json has the same. Not made from \
                 runs: it also has what was drafted, said and moved.";
    told_of("acts", about, &fields(&columns()))
}

fn columns() -> Vec<Column<Act>> {
    vec![
        Column::new("number", Holds::Count, "Its place in the journal of the room, from 1.", |act| act.number.into()),
        Column::new("time", Holds::Time, "When, by the clock of the host.", |act| act.time.as_str().into()),
        Column::new(
            "room_seconds",
            Holds::Seconds,
            "When, in seconds of the room, which stand while the host is away.",
            |act| act.room_seconds.into(),
        ),
        Column::new(
            "person",
            Holds::Id,
            "Number of the person in the room, in the order of coming in from 0; empty for the facilitator and the \
             clock.",
            |act| act.person.into(),
        ),
        Column::new("team", Holds::Text, "Name of the team that it is about; empty for the whole room.", |act| {
            act.team.as_deref().into()
        }),
        Column::new("seat", Holds::Word(seats), "The seat that it is about.", |act| {
            act.seat.map(|seat| Cell::word(&seat)).into()
        }),
        Column::new("what", Holds::Text, "What was done.", |act| act.what.as_str().into()),
        Column::new("detail", Holds::Json, "With what.", |act| act.detail.to_string().into()),
    ]
}

fn seats() -> Vec<String> {
    ["Product", "Sales"].map(str::to_owned).to_vec()
}

/// Who sent a command; `None` for the facilitator and the clock.
fn person(command: &RoomCommand) -> Option<PersonId> {
    match command {
        RoomCommand::Sit { person, .. }
        | RoomCommand::Rise { person }
        | RoomCommand::Call { person, .. }
        | RoomCommand::Draw { person, .. }
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
