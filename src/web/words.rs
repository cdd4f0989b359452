//! What several pages say about a room.

use crate::page::Clock;
use crate::room::{Gate, PersonId, Place, Room, RoomTeam, RoomTime, TeamId};
use crate::sim::Phase;
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

/// How far a room is, in words: the quarter, and with a clock the phase of the team that is furthest behind,
/// whose clock is shown beside it.
pub(super) fn now(teller: &Teller, room: &Room) -> String {
    let quarter = match () {
        () if !room.begun() => teller.get("console-not-begun"),
        () if room.debriefs() => teller.get("gate-debrief"),
        () => text::quarter_name(teller, room.open().quarter),
    };
    match furthest_behind(room).filter(|team| room.ends(team).is_some()) {
        Some(team) => format!("{quarter} · {}", text::phase(teller, phase(team))),
        None => quarter,
    }
}

/// The playing team that all others wait for; of those, the one whose time is up first. Nobody waits for a team that plays
/// a quarter again.
pub(super) fn furthest_behind(room: &Room) -> Option<&RoomTeam> {
    let waited = |(id, team): &(TeamId, &RoomTeam)| {
        room.plays(*id) && !room.held(team) && !team.ended() && team.again_from().is_none()
    };
    room.teams().filter(waited).map(|(_, team)| team).min_by_key(|team| (room.ends(team), phase(team)))
}

/// The phase that a team plays.
pub(super) fn phase(team: &RoomTeam) -> Phase {
    team.pair().log().game().state().phase
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
