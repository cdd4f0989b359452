//! What a person, the console and the wall see, as data.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::host::Host;
use super::seat::Around;
use super::wall;
use super::words::position;
use crate::ids::{Quarter, Seat};
use crate::play::{Page, Seen};
use crate::room::{Gate, Pace, Person, PersonId, Place, Room, RoomTeam, Seating, Sheet, TeamId};
use crate::sim::Phase;
use crate::text::Teller;
use crate::view;

/// What a person sees.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PersonSheet {
    /// Who it is.
    person: PersonId,
    /// The name.
    name: String,
    /// The seat; `null` for somebody who has none.
    place: Option<Place>,
    /// The name of the team.
    team: Option<String>,
    /// Whether the first briefing is open.
    begun: bool,
    /// Whether nothing can be signed or changed now.
    paused: bool,
    /// Whether the person has asked the facilitator to come.
    calls: bool,
    /// Whether the team waits for this seat.
    awaited: bool,
    /// Milliseconds until the step should be done, which stand during a pause; `null` without a clock.
    left_ms: Option<i64>,
    /// What is said to the seat.
    notices: Vec<String>,
    /// The names of those for whom the seat waits.
    waits_for: Vec<String>,
    /// The numbers that everybody knows.
    numbers: Option<view::Wall>,
    /// What is shown.
    shows: Shows,
}

/// What is shown to a person.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time, and it is written at once")]
enum Shows {
    /// The seats of all teams.
    Seats(Vec<SeatState>),
    /// The gate at which the team waits.
    Held(Gate),
    /// A page of the game.
    Page {
        /// The page.
        page: Box<Page>,
        /// What an act on it brings back.
        seen: Box<Seen>,
    },
    /// The debrief.
    Debrief(Box<view::Debrief>),
}

/// A seat, and those who have it.
#[derive(Debug, Serialize, JsonSchema)]
struct SeatState {
    /// The seat.
    place: Place,
    /// Those who have it.
    people: Vec<PersonState>,
    /// Whether somebody else can take it now.
    free: bool,
    /// Whether the team waits for it.
    awaited: bool,
    /// Whether a stand-in signs for it.
    stand_in: bool,
    /// Whether a computer partner plays it.
    partner: bool,
}

/// A person, as others see it.
#[derive(Debug, Serialize, JsonSchema)]
struct PersonState {
    /// Who it is.
    person: PersonId,
    /// The name.
    name: String,
    /// Whether a device is connected.
    connected: bool,
    /// Whether the person has asked the facilitator to come.
    calls: bool,
    /// The policy by which it plays, if it is a program.
    bot: Option<String>,
}

/// The room as the facilitator sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RoomSheet {
    /// The code by which people find it.
    code: String,
    /// The title of the scenario.
    scenario: String,
    /// How far it is, in words.
    position: String,
    /// The last gate that was opened.
    open: Gate,
    /// Whether everything but reading has stopped.
    paused: bool,
    /// Whether nobody else is let in.
    locked: bool,
    /// When gates open.
    pace: Pace,
    /// How people come to their seats.
    seating: Seating,
    /// The teams.
    teams: Vec<TeamState>,
    /// Those who have no seat.
    watching: Vec<PersonState>,
    /// The co-facilitators by name, and whether each has opened the console.
    co_facilitators: BTreeMap<String, bool>,
    /// What is wrong with keeping the room.
    trouble: Option<String>,
}

/// A team as the facilitator sees it.
#[derive(Debug, Serialize, JsonSchema)]
struct TeamState {
    /// Which one.
    team: TeamId,
    /// Its name.
    name: String,
    /// The quarter of its game.
    quarter: Quarter,
    /// The phase of that quarter.
    phase: Phase,
    /// Whether it waits at a gate.
    held: bool,
    /// Whether its game is over.
    ended: bool,
    /// Milliseconds until its phase should be done, which stand during a pause; `null` without a clock.
    left_ms: Option<i64>,
    /// Its seats.
    seats: [SeatState; 2],
}

/// What everybody may know.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WallSheet {
    /// How far the room is, in words.
    position: String,
    /// The numbers of each team that plays, as of its last close that was told.
    teams: Vec<view::Wall>,
}

/// What a person sees; `None` if there is no such person.
pub(super) fn person_sheet(host: &Host, teller: &Teller, person: PersonId) -> Option<PersonSheet> {
    let room = host.kept.room();
    let someone = room.person(person)?;
    let place = someone.place.and_then(|place| Some((place, room.team(place.team)?)));
    let around = place.map(|(place, team)| Around::of(teller, &room, host.kept.now(), place, team));
    let shows = match room.sheet(person, teller)? {
        Sheet::Seats => Shows::Seats(seats(&room).collect()),
        Sheet::Held(gate) => Shows::Held(gate),
        Sheet::Page(page, _) if *page == Page::Debrief => {
            let (place, team) = place?;
            let log = team.pair().log();
            let compared = host.found.of(&host.kept.scenario, place.team, log);
            let (reached, verdicts) = (&compared.benchmark.reached, compared.verdicts.as_deref());
            let debrief = view::debrief(log.game(), teller, reached, verdicts);
            let mut debrief = debrief.with_luck(log.game(), teller, compared.fortune.as_deref());
            // Where nobody waits, other teams may still play with the same seed.
            if !room.over() {
                debrief.seed.clear();
            }
            Shows::Debrief(Box::new(debrief))
        }
        Sheet::Page(page, seen) => Shows::Page { page, seen },
    };
    let open = place.filter(|(_, team)| !room.held(team));
    let name = |team: &RoomTeam| team.name(teller);
    Some(PersonSheet {
        person,
        name: someone.name.clone(),
        place: someone.place,
        team: place.map(|(_, team)| name(team)),
        begun: room.begun(),
        paused: room.paused(),
        calls: someone.calls,
        awaited: place.is_some_and(|(place, team)| room.missing(team).any(|seat| seat == place.seat)),
        left_ms: around.as_ref().and_then(|around| around.clock).map(|clock| clock.left),
        numbers: open.map(|(_, team)| view::wall(team.pair().log().game(), teller, &name(team))),
        waits_for: around.as_ref().map_or_else(Vec::new, |around| around.waits_for.clone()),
        notices: host.trouble(teller).into_iter().chain(around.into_iter().flat_map(|around| around.notices)).collect(),
        shows,
    })
}

/// The room as the facilitator sees it.
pub(super) fn room_sheet(host: &Host, teller: &Teller) -> RoomSheet {
    let room = host.kept.room();
    let now = host.kept.now();
    let team = |(id, team): (TeamId, &RoomTeam)| {
        let state = team.pair().log().game().state();
        TeamState {
            team: id,
            name: team.name(teller),
            quarter: state.quarter,
            phase: state.phase,
            held: room.held(team),
            ended: team.ended(),
            left_ms: room.left(team, now),
            seats: Seat::BOTH.map(|seat| seat_state(&room, Place { team: id, seat }, team)),
        }
    };
    let watching = room.people().filter(|(_, person)| person.place.is_none());
    RoomSheet {
        code: host.code().to_owned(),
        scenario: teller.scenario().meta.title.clone(),
        position: position(teller, &room),
        open: room.open(),
        paused: room.paused(),
        locked: room.locked(),
        pace: room.pace(),
        seating: room.seating(),
        teams: room.teams().map(team).collect(),
        watching: watching.map(person_state).collect(),
        co_facilitators: host.kept.co_facilitators(),
        trouble: host.trouble(teller),
    }
}

/// What everybody may know.
pub(super) fn wall_sheet(host: &Host, teller: &Teller) -> WallSheet {
    let room = host.kept.room();
    let teams = if room.begun() { wall::shown(teller, &room) } else { Vec::new() };
    WallSheet { position: position(teller, &room), teams: teams.into_iter().map(|team| team.numbers).collect() }
}

fn seats(room: &Room) -> impl Iterator<Item = SeatState> {
    room.teams().flat_map(|(id, team)| Seat::BOTH.map(|seat| seat_state(room, Place { team: id, seat }, team)))
}

fn seat_state(room: &Room, place: Place, team: &RoomTeam) -> SeatState {
    SeatState {
        place,
        people: room.on(place).map(person_state).collect(),
        free: room.can_sit(place),
        awaited: room.plays(place.team) && room.missing(team).any(|seat| seat == place.seat),
        stand_in: team.stand_in(place.seat).is_some(),
        partner: !team.pair().log().human(place.seat),
    }
}

fn person_state((id, person): (PersonId, &Person)) -> PersonState {
    PersonState {
        person: id,
        name: person.name.clone(),
        connected: person.devices > 0,
        calls: person.calls,
        bot: person.bot.clone(),
    }
}
