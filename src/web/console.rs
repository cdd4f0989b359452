//! The facilitator's page, and what is done on it.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::answer::{Link, is_live, status};
use super::cookie;
use super::host::Host;
use super::look;
use super::refused;
use super::rehearsal;
use super::words::{self, clock, gate_words, watching};
use crate::ids::{Quarter, Seat};
use crate::journal::{Holder, Key, NotDone, Task};
use crate::page::{self, Body, Console, ConsolePerson, ConsoleSeat, ConsoleTeam, Look, Press, Say, document};
use crate::room::{
    Audience, Gate, Pace, Person, PersonId, Place, Room, RoomCommand, RoomRefusal, RoomTeam, RoomTime, Seating, TeamId,
    WallDemand, WallSays,
};
use crate::run::Chair;
use crate::text::letters::{self, LONGEST_NAME};
use crate::text::{self, Teller};
use crate::view;

/// The policy that plays beside somebody who has no team-mate.
const PARTNER: &str = "bridge";
/// Minutes that a press adds or takes.
const MINUTES: i32 = 2;

/// A press on the console.
#[derive(Debug, Deserialize)]
pub(super) struct Pressed {
    act: Option<String>,
    prefer: Option<String>,
    /// To whom the words are said.
    say: Option<String>,
    #[serde(default)]
    words: String,
    /// Who gets this place.
    person: Option<u32>,
    place: Option<String>,
    /// Whether the room is to be kept for longer than rooms are.
    keep: Option<bool>,
    /// The code of the room, to delete it.
    delete: Option<String>,
    /// The name of somebody who gets a link for a console, too.
    facilitator: Option<String>,
    /// Whether bots are to play the free teams of a rehearsal.
    #[serde(default)]
    bots: bool,
    /// The name of somebody who loses the console.
    revoke: Option<String>,
}

impl Pressed {
    /// What the press asks for; `None` if nothing that a facilitator may ask for.
    fn task(&self, host: &Host) -> Option<Task> {
        if let Some(kept) = self.keep {
            return Some(Task::Keep(kept));
        }
        if let Some(name) = &self.revoke {
            return Some(Task::Revoke(name.clone()));
        }
        if let Some(code) = &self.delete {
            return host.is_code(code).then_some(Task::Delete);
        }
        self.command().filter(is_facilitators).map(Task::Command)
    }

    fn command(&self) -> Option<RoomCommand> {
        if let Some(to) = &self.say {
            return Some(RoomCommand::Say { to: serde_json::from_str(to).ok()?, text: self.words.clone() });
        }
        if let (Some(person), Some(place)) = (self.person, &self.place) {
            return Some(RoomCommand::Assign { person: PersonId(person), place: serde_json::from_str(place).ok()? });
        }
        serde_json::from_str::<RoomCommand>(self.act.as_ref()?).ok()
    }
}

/// Whether a device is the facilitator's.
pub(super) fn may_see(host: &Host, headers: &HeaderMap) -> bool {
    cookie::console(host, headers).is_some()
}

pub(super) async fn show(State(host): State<Arc<Host>>, headers: HeaderMap, Query(link): Query<Link>) -> Response {
    if may_see(&host, &headers) {
        return match link.key {
            Some(_) => Redirect::to("/console").into_response(),
            None => whole(&host, &headers, StatusCode::OK, None),
        };
    }
    let (Some(link), Ok(key)) = (link.key, Key::new()) else { return no_entry(&host, &headers) };
    match host.ask(Task::UseLink { link: Key::shown(&link).hash(), key: key.hash() }).await {
        Ok(_) => ([cookie::keep(&host, &Holder::Console(None), &key)], Redirect::to("/console")).into_response(),
        Err(why) => {
            let teller = host.teller(cookie::language(&host, &headers));
            (status(&why), refused::told(teller, &why, None)).into_response()
        }
    }
}

pub(super) async fn act(State(host): State<Arc<Host>>, headers: HeaderMap, Form(pressed): Form<Pressed>) -> Response {
    if !may_see(&host, &headers) {
        return no_entry(&host, &headers);
    }
    if let Some(base) = &pressed.prefer {
        host.prefer(base);
    }
    if pressed.delete.as_ref().is_some_and(|code| !host.is_code(code)) {
        let wrong = host.teller(cookie::language(&host, &headers)).get("refused-code");
        return whole(&host, &headers, StatusCode::FORBIDDEN, Some(wrong));
    }
    if pressed.bots {
        rehearsal::fill(&host);
    }
    if let Some(name) = &pressed.facilitator {
        return invite(&host, &headers, name).await;
    }
    let Some(task) = pressed.task(&host) else { return answer(&host, &headers) };
    match host.ask(task).await {
        Ok(_) => answer(&host, &headers),
        Err(why) => {
            let teller = host.teller(cookie::language(&host, &headers));
            whole(&host, &headers, status(&why), Some(refused::told(teller, &why, None)))
        }
    }
}

/// Shows a link for the console of a co-facilitator.
async fn invite(host: &Arc<Host>, headers: &HeaderMap, name: &str) -> Response {
    let teller = host.teller(cookie::language(host, headers));
    match link_for(host, name).await {
        Ok(_) => answer(host, headers),
        Err(why) => whole(host, headers, status(&why), Some(refused::told(teller, &why, None))),
    }
}

/// A link for the console of a co-facilitator, and the name under which it can be taken away again. It works once.
pub(super) async fn link_for(host: &Host, name: &str) -> Result<(String, String), NotDone> {
    let name = letters::name(letters::first(name, LONGEST_NAME));
    if name.is_empty() {
        return Err(NotDone::Refused(RoomRefusal::NoName));
    }
    let known = host.kept.co_facilitators();
    let name = letters::unlike(name, |other| known.contains_key(other));
    let key = Key::new().map_err(|_| NotDone::NotKept)?;
    host.ask(Task::Give(key.hash(), Holder::ConsoleLink(Some(name.clone())))).await?;
    let link = format!("{}/console?key={}", host.base(), key.as_str());
    host.note_link(name.clone(), link.clone());
    Ok((name, link))
}

/// The commands that come from a console. All others belong to a person or to the clock.
pub(super) fn is_facilitators(command: &RoomCommand) -> bool {
    match command {
        RoomCommand::OpenGate(_)
        | RoomCommand::Pause(_)
        | RoomCommand::AddMinutes(_)
        | RoomCommand::SetPace(_)
        | RoomCommand::SetWall(_)
        | RoomCommand::Lock(_)
        | RoomCommand::StandIn { .. }
        | RoomCommand::Partner { .. }
        | RoomCommand::Rewind { .. }
        | RoomCommand::UndoRewind { .. }
        | RoomCommand::Rise { .. }
        | RoomCommand::Assign { .. }
        | RoomCommand::AssignAll
        | RoomCommand::SetSeating(_)
        | RoomCommand::LetReturn(_)
        | RoomCommand::Say { .. }
        // The facilitator answers a call, or forgets it.
        | RoomCommand::Call { on: false, .. } => true,
        RoomCommand::Enter { .. }
        | RoomCommand::Sit { .. }
        | RoomCommand::Connect { .. }
        | RoomCommand::Call { .. }
        | RoomCommand::Draw { .. }
        | RoomCommand::Act { .. }
        | RoomCommand::Sign { .. }
        | RoomCommand::Tick
        | RoomCommand::HostReturned => false,
    }
}

pub(super) fn no_entry(host: &Host, headers: &HeaderMap) -> Response {
    (StatusCode::FORBIDDEN, host.teller(cookie::language(host, headers)).get("refused-link")).into_response()
}

fn answer(host: &Host, headers: &HeaderMap) -> Response {
    match is_live(headers) {
        true => whole(host, headers, StatusCode::OK, None),
        false => Redirect::to("/console").into_response(),
    }
}

fn whole(host: &Host, headers: &HeaderMap, status: StatusCode, said: Option<String>) -> Response {
    let teller = host.teller(cookie::language(host, headers));
    let body = body(host, teller, said);
    match is_live(headers) {
        true => (status, Html(body.content.into_string())).into_response(),
        false => (status, Html(document(teller, &body, Some("/console/events")))).into_response(),
    }
}

/// The page.
pub(super) fn body(host: &Host, teller: &Teller, said: Option<String>) -> Body {
    let room = host.kept.room();
    let now = host.kept.now();
    let code = &host.kept.opening.code;
    let addresses = host.addresses().into_iter().enumerate().map(|(at, address)| page::Address {
        url: format!("{}/{code}", address.base),
        arrived: address.arrived,
        prefer: (at > 0).then_some(address.base),
    });
    let plays =
        |id| room.team(id).map(|team| format!("{} ({})", team.name(teller), text::phase(teller, words::phase(team))));
    let paused = room.paused().then(|| teller.get("console-paused"));
    let locked = room.locked().then(|| teller.get("console-locked"));
    let free = knows_what_comes(host, &room).then(|| teller.get("pace-free-about"));
    let console = Console {
        scenario: teller.scenario().meta.title.clone(),
        code: code.clone(),
        addresses: addresses.collect(),
        wall: host.wall_link(),
        compares: room.over(),
        position: words::now(teller, &room),
        said: [said, host.trouble(teller), host.mirror_is_behind(teller), paused, locked, free]
            .into_iter()
            .flatten()
            .collect(),
        needs: needs(teller, &room, now),
        room: room_presses(teller, &room),
        paces: paces(teller, &room),
        wall_says: wall_says(teller, &room),
        nobody_there: can_open(&room).is_some_and(|gate| room.reached() < gate),
        unfinished: if room.begun() { room.behind().filter_map(plays).collect() } else { Vec::new() },
        teams: room.teams().map(|(id, team)| console_team(teller, &room, now, id, team)).collect(),
        watching: watching(&room).map(|(id, name)| (id.0, name)).collect(),
        seatings: seatings(teller, &room, now),
        people: room.people().map(|(id, person)| (id.0.to_string(), whereabouts(teller, &room, person))).collect(),
        places: places(&room).filter(|place| room.can_sit(*place)).map(|place| named(teller, &room, place)).collect(),
        says: says(teller, &room),
        facilitators: host.co_facilitators(),
        rehearsal: host.opening().rehearsal.then(|| rehearsal::can_fill(host, &room)),
        kept: host.kept.is_kept(),
        mirrored: host.kept.is_mirrored(),
    };
    page::console(teller, &console)
}

/// Who needs the facilitator, the most urgent first: who calls, seats whose people are gone or that nobody has, and people
/// without a seat.
fn needs(teller: &Teller, room: &Room, now: RoomTime) -> Vec<String> {
    let calls = room.people().filter(|(_, person)| person.calls);
    let calls = calls.map(|(_, person)| ("console-needs-call", whereabouts(teller, room, person)));
    let alone = |place: &Place| room.begun() && room.plays(place.team) && room.absent(now, *place);
    let human = |place: &Place| room.team(place.team).is_some_and(|team| team.pair().log().human(place.seat));
    let gone = places(room).filter(human).filter(alone).map(|place| {
        let people: Vec<String> = room.on(place).map(|(_, person)| text::seen(&person.name)).collect();
        let (_, of) = named(teller, room, place);
        match people.is_empty() {
            true => ("console-needs-people", of),
            false => ("console-needs-away", format!("{} ({of})", people.join(", "))),
        }
    });
    let seatless = watching(room).filter(|_| room.begun()).map(|(_, name)| ("console-needs-seat", name));
    calls.chain(gone).chain(seatless).map(|(key, who)| teller.with(key, &[("who", &who)])).collect()
}

/// Whether teams that are ahead know what comes to the others: nobody waits, and several have the same dice.
fn knows_what_comes(host: &Host, room: &Room) -> bool {
    let seeds = &host.opening().seeds;
    let distinct: BTreeSet<&u64> = seeds.iter().collect();
    room.pace() == Pace::Free && distinct.len() < seeds.len()
}

/// To whom the facilitator can say something, and what was said last.
fn says(teller: &Teller, room: &Room) -> Vec<Say> {
    let say = |(to, name): (Audience, String)| {
        let value = serde_json::to_string(&to).unwrap_or_default();
        Say { to: name, value, said: room.said(to).map(text::seen) }
    };
    let teams = room.teams().filter(|(id, _)| room.plays(*id));
    let teams = teams.map(|(id, team)| (Audience::Team(id), team.name(teller)));
    let seats = places(room).filter(|place| room.on(*place).next().is_some());
    let seats = seats.map(|place| (Audience::Seat(place), named(teller, room, place).1));
    std::iter::once((Audience::All, teller.get("console-to-all"))).chain(teams).chain(seats).map(say).collect()
}

/// All seats of a room.
fn places(room: &Room) -> impl Iterator<Item = Place> {
    room.teams().flat_map(|(team, _)| Seat::BOTH.map(|seat| Place { team, seat }))
}

/// A seat as the value of a choice, and its name.
fn named(teller: &Teller, room: &Room, place: Place) -> (String, String) {
    let team = room.team(place.team).map_or_else(String::new, |team| team.name(teller));
    let name = format!("{team} · {}", text::seat(teller, place.seat));
    (serde_json::to_string(&place).unwrap_or_default(), name)
}

/// A person, and where it sits.
fn whereabouts(teller: &Teller, room: &Room, person: &Person) -> String {
    let place = person.place.map_or_else(|| teller.get("console-no-seat"), |place| named(teller, room, place).1);
    format!("{} ({place})", text::seen(&person.name))
}

/// How people come to their seats.
fn seatings(teller: &Teller, room: &Room, now: RoomTime) -> Vec<Press> {
    let ways = [
        (Seating::Free, "seating-free"),
        (Seating::Assigned, "seating-assigned"),
        (Seating::Automatic, "seating-automatic"),
    ];
    let way = |(seating, key): (Seating, &str)| {
        let look = if room.seating() == seating { Look::Chosen } else { Look::Plain };
        press(teller.get(key), &RoomCommand::SetSeating(seating), look)
    };
    let all =
        watching(room).next().map(|_| press(teller.get("console-assign-all"), &RoomCommand::AssignAll, Look::Plain));
    let gone = room.people().any(|(_, person)| person.devices == 0);
    let returns = match room.returns(now) {
        true => Some(press(teller.get("console-no-return"), &RoomCommand::LetReturn(false), Look::Chosen)),
        false => gone.then(|| press(teller.get("console-let-return"), &RoomCommand::LetReturn(true), Look::Plain)),
    };
    ways.into_iter().map(way).chain(all).chain(returns).collect()
}

fn press(label: String, command: &RoomCommand, look: Look) -> Press {
    Press { label, value: serde_json::to_string(command).ok(), look }
}

/// The gate that the facilitator can open next, as soon as a team has come there: nothing lies behind it before.
fn can_open(room: &Room) -> Option<Gate> {
    let next = if room.begun() { room.open().next() } else { Gate::FIRST };
    ((room.pace() != Pace::Free || !room.begun()) && !room.debriefs()).then_some(next)
}

fn room_presses(teller: &Teller, room: &Room) -> Vec<Press> {
    let open = |next| Press {
        value: (room.reached() >= next).then(|| serde_json::to_string(&RoomCommand::OpenGate(next)).ok()).flatten(),
        label: teller.with("console-open-gate", &[("gate", &gate_words(teller, next))]),
        // While teams still play it is rarely what is wanted.
        look: if room.paused() || (room.begun() && room.behind().next().is_some()) { Look::Plain } else { Look::Main },
    };
    let pause = teller.get(if room.paused() { "console-resume" } else { "console-pause" });
    let lock = teller.get(if room.locked() { "console-unlock" } else { "console-lock" });
    let minutes = |key: &str, minutes| {
        let label = teller.with(key, &[("minutes", &MINUTES.unsigned_abs())]);
        press(label, &RoomCommand::AddMinutes(minutes), Look::Plain)
    };
    let clock = room.begun() && room.teams().any(|(_, team)| room.ends(team).is_some());
    let presses = [
        can_open(room).map(open),
        Some(press(pause, &RoomCommand::Pause(!room.paused()), if room.paused() { Look::Main } else { Look::Plain })),
        clock.then(|| minutes("console-more-minutes", MINUTES)),
        clock.then(|| minutes("console-fewer-minutes", -MINUTES)),
        Some(press(lock, &RoomCommand::Lock(!room.locked()), Look::Plain)),
    ];
    presses.into_iter().flatten().collect()
}

fn paces(teller: &Teller, room: &Room) -> Vec<Press> {
    let pace = |(pace, key): (Pace, &str)| {
        let look = if room.pace() == pace { Look::Chosen } else { Look::Plain };
        press(teller.get(key), &RoomCommand::SetPace(pace), look)
    };
    [(Pace::ByHand, "pace-hand"), (Pace::Together, "pace-together"), (Pace::Free, "pace-free")].map(pace).into()
}

/// What the wall may say of the teams.
fn wall_says(teller: &Teller, room: &Room) -> Vec<Press> {
    let says = room.wall();
    let look = |on| if on { Look::Chosen } else { Look::Plain };
    let names = RoomCommand::SetWall(WallSays { names: !says.names, ..says });
    let ranks = RoomCommand::SetWall(WallSays { ranks: !says.ranks, ..says });
    let ranking = room.ranking().map(|_| press(teller.get("console-wall-ranks"), &ranks, look(says.ranks)));
    let names = press(teller.get("console-wall-names"), &names, look(says.names));
    std::iter::once(names).chain(ranking).chain(wall_demand(teller, room)).collect()
}

/// What the wall may show of the demand for specials, once all teams are over: first what people drew, then what came.
fn wall_demand(teller: &Teller, room: &Room) -> Vec<Press> {
    if !room.over() {
        return Vec::new();
    }
    let says = room.wall();
    let drawn: usize = room.drawn().iter().map(|(_, count)| count).sum();
    let all = room.people().filter(|(_, person)| person.place.is_some() && person.bot.is_none()).count();
    let toggle = |label: String, wanted: WallDemand| {
        let shown = says.demand == wanted;
        let demand = if shown { WallDemand::Nothing } else { wanted };
        let look = if shown { Look::Chosen } else { Look::Plain };
        press(label, &RoomCommand::SetWall(WallSays { demand, ..says }), look)
    };
    let drew = teller.with("console-wall-drew", &[("drawn", &drawn), ("all", &all)]);
    vec![toggle(drew, WallDemand::Drawn), toggle(teller.get("console-wall-came"), WallDemand::Came)]
}

fn console_team(teller: &Teller, room: &Room, now: RoomTime, id: TeamId, team: &RoomTeam) -> ConsoleTeam {
    let wall = view::wall(team.pair().log().game(), teller, &team.name(teller));
    ConsoleTeam {
        phase: if wall.phase.is_empty() { wall.quarter } else { format!("{} · {}", wall.quarter, wall.phase) },
        name: wall.team,
        held: room.held(team),
        clock: clock(room, team, now).filter(|_| room.plays(id) && !room.held(team)),
        seats: Seat::BOTH.map(|seat| console_seat(teller, room, now, Place { team: id, seat }, team)),
        undo: undo_rewind(teller, id, team),
        rewinds: rewinds(teller, room, id, team),
    }
}

/// Lets a team go on where it was before it was taken back.
fn undo_rewind(teller: &Teller, id: TeamId, team: &RoomTeam) -> Option<Press> {
    let left = team.left().last().filter(|_| team.can_undo_rewind())?;
    let quarter = text::quarter_name(teller, Quarter(left.quarter));
    let label = teller.with("console-undo-rewind", &[("quarter", &quarter)]);
    Some(press(label, &RoomCommand::UndoRewind { team: id }, Look::Main))
}

/// Takes a team back to an earlier quarter.
fn rewinds(teller: &Teller, room: &Room, id: TeamId, team: &RoomTeam) -> Vec<Press> {
    let mut quarters: Vec<Quarter> = room.rewinds(team).collect();
    quarters.reverse();
    let rewind = |quarter| {
        let label = teller.with("console-rewind", &[("quarter", &text::quarter_name(teller, quarter))]);
        press(label, &RoomCommand::Rewind { team: id, quarter }, Look::Plain)
    };
    quarters.into_iter().map(rewind).collect()
}

fn console_seat(teller: &Teller, room: &Room, now: RoomTime, place: Place, team: &RoomTeam) -> ConsoleSeat {
    let Place { team: id, seat } = place;
    let person = |(id, person): (PersonId, &Person)| ConsolePerson {
        id: id.0,
        name: match &person.bot {
            Some(policy) => {
                let policy = text::persona(teller, policy);
                format!("{} {}", text::seen(&person.name), teller.with("console-bot", &[("policy", &policy)]))
            }
            None => text::seen(&person.name),
        },
        connected: person.devices > 0,
        call: person
            .calls
            .then(|| press(teller.get("console-answered"), &RoomCommand::Call { person: id, on: false }, Look::Main)),
        rise: press(teller.get("console-rise"), &RoomCommand::Rise { person: id }, Look::Plain),
    };
    let people: Vec<ConsolePerson> = room.on(place).map(person).collect();
    let human = team.pair().log().human(seat);
    let missing = room.plays(id) && room.missing(team).any(|missing| missing == seat);
    let stand_in = team.stand_in(seat).is_some();
    let doing = match () {
        () if !human => "console-partner-plays",
        () if stand_in => "console-stands-in",
        () if missing => "console-missing",
        () if room.held(team) || people.is_empty() => "console-nothing",
        () => "console-signed",
    };
    let stand_in_press = |key, on| press(teller.get(key), &RoomCommand::StandIn { team: id, seat, on }, Look::Plain);
    let partner_press = |key, chair| press(teller.get(key), &RoomCommand::Partner { team: id, chair }, Look::Plain);
    let mate = room.on(Place { seat: seat.other(), ..place }).next().is_some();
    let briefing = room.at_briefing(team);
    let gone = !stand_in && human && mate && missing && room.begun() && room.absent(now, place);
    let alone = human && people.is_empty() && mate && briefing;
    let acts = [
        stand_in.then(|| stand_in_press("console-stop-stand-in", false)),
        gone.then(|| stand_in_press("console-stand-in", true)),
        alone.then(|| partner_press("console-partner", Some(Chair { seat, persona: PARTNER.to_owned() }))),
        (!human && briefing).then(|| partner_press("console-no-partner", None)),
    ];
    ConsoleSeat {
        seat,
        place: named(teller, room, place).0,
        look: look::link(place),
        people,
        doing: teller.get(doing),
        missing,
        acts: acts.into_iter().flatten().collect(),
    }
}
