//! What several pages say about a room.

use crate::page::Clock;
use crate::room::{Gate, PersonId, Place, Room, RoomTeam, RoomTime};
use crate::text::{self, Teller};

/// A gate in words: what a team waits for.
pub(super) fn gate_words(teller: &Teller, gate: Gate) -> String {
    if gate >= Gate::debrief(teller.scenario().meta.quarters) {
        return teller.get("gate-debrief");
    }
    let quarter = text::quarter_name(teller, gate.quarter);
    let key = if gate.close { "gate-close" } else { "gate-briefing" };
    teller.with(key, &[("quarter", &quarter)])
}

/// How far a room is, in words.
#[must_use]
pub fn position(teller: &Teller, room: &Room) -> String {
    match () {
        () if !room.begun() => teller.get("console-not-begun"),
        () if room.over() => teller.get("gate-debrief"),
        () => gate_words(teller, room.open()),
    }
}

/// The clock of a team, as pages show it.
pub(super) fn clock(room: &Room, team: &RoomTeam, now: RoomTime) -> Option<Clock> {
    room.left(team, now).map(|left| Clock { left, runs: !room.paused() })
}

/// The names of the people on a seat.
#[must_use]
pub fn people(room: &Room, place: Place) -> Vec<String> {
    room.on(place).map(|(_, person)| text::seen(&person.name)).collect()
}

/// Those who have no seat, with their names.
pub fn watching(room: &Room) -> impl Iterator<Item = (PersonId, String)> {
    room.people().filter(|(_, person)| person.place.is_none()).map(|(id, person)| (id, text::seen(&person.name)))
}
