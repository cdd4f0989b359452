//! The pages of a person, and what it does on them.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::answer::{is_live, status};
use super::cookie::{self, person};
use super::found::Compared;
use super::host::Host;
use super::refused;
use super::words::{clock, gate_words, people};
use crate::ids::Seat;
use crate::journal::{NotDone, Task};
use crate::page::{
    Body, Clock, DebriefPage, DrawFirst, HeldPage, Lobby, LobbySeat, LobbyTeam, Own, SeatPage, Status, document,
    held_page, lobby, seat_page,
};
use crate::play::{Act, Page, Seen};
use crate::policy::Partner;
use crate::room::{Audience, Drawing, Pace, PersonId, Place, Room, RoomCommand, RoomTeam, RoomTime, Seating, Sheet};
use crate::sim::{Game, Phase};
use crate::text::{self, Teller};
use crate::view::{self, Debrief, Moment, ProductMap, Shape};

/// Where a device hears of changes of its page.
const LIVE: &str = "/events";

/// A press on a page of the game.
#[derive(Debug, Deserialize)]
pub(super) struct Press {
    act: String,
    seen: String,
}

/// A seat that was chosen.
#[derive(Debug, Deserialize)]
pub(super) struct Chosen {
    place: String,
}

/// A call for the facilitator.
#[derive(Debug, Deserialize)]
pub(super) struct Call {
    call: bool,
}

/// A curve that was chosen.
#[derive(Debug, Deserialize)]
pub(super) struct Drawn {
    shape: String,
}

pub(super) async fn show(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    let Some(person) = person(&host, &headers) else { return Redirect::to("/").into_response() };
    whole(&host, &headers, StatusCode::OK, person, None)
}

pub(super) async fn act(State(host): State<Arc<Host>>, headers: HeaderMap, Form(press): Form<Press>) -> Response {
    let Some(person) = person(&host, &headers) else { return Redirect::to("/").into_response() };
    let parsed = serde_json::from_str::<Act>(&press.act).ok().zip(serde_json::from_str::<Seen>(&press.seen).ok());
    let Some((act, seen)) = parsed else {
        let stale = told(&host, &headers, person, &NotDone::Refused(crate::room::RoomRefusal::Unknown));
        return whole(&host, &headers, StatusCode::BAD_REQUEST, person, Some(stale));
    };
    if host.acts.exceeded_by(person) {
        let too_often = host.teller(cookie::language(&host, &headers)).get("refused-too-often");
        return whole(&host, &headers, StatusCode::TOO_MANY_REQUESTS, person, Some(too_often));
    }
    carry_out(&host, &headers, person, RoomCommand::Act { person, act, seen: Box::new(seen) }).await
}

pub(super) async fn sit(State(host): State<Arc<Host>>, headers: HeaderMap, Form(chosen): Form<Chosen>) -> Response {
    let Some(person) = person(&host, &headers) else { return Redirect::to("/").into_response() };
    let place = match chosen.place.as_str() {
        "any" => host.kept.room().free_place(),
        place => serde_json::from_str::<Place>(place).ok(),
    };
    let Some(Place { team, seat }) = place else {
        let full = told(&host, &headers, person, &NotDone::Refused(crate::room::RoomRefusal::SeatFull));
        return whole(&host, &headers, StatusCode::CONFLICT, person, Some(full));
    };
    carry_out(&host, &headers, person, RoomCommand::Sit { person, team, seat }).await
}

/// Gives the seat up, as long as the game has not begun; later only the facilitator frees a seat.
pub(super) async fn rise(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    let Some(person) = person(&host, &headers) else { return Redirect::to("/").into_response() };
    let begun = host.kept.room().begun();
    if begun {
        return whole(&host, &headers, StatusCode::CONFLICT, person, None);
    }
    carry_out(&host, &headers, person, RoomCommand::Rise { person }).await
}

pub(super) async fn call(State(host): State<Arc<Host>>, headers: HeaderMap, Form(call): Form<Call>) -> Response {
    let Some(person) = person(&host, &headers) else { return Redirect::to("/").into_response() };
    carry_out(&host, &headers, person, RoomCommand::Call { person, on: call.call }).await
}

pub(super) async fn draw(State(host): State<Arc<Host>>, headers: HeaderMap, Form(drawn): Form<Drawn>) -> Response {
    let Some(person) = person(&host, &headers) else { return Redirect::to("/").into_response() };
    let Ok(shape) = serde_json::from_str::<Option<Shape>>(&drawn.shape) else {
        let stale = told(&host, &headers, person, &NotDone::Refused(crate::room::RoomRefusal::Unknown));
        return whole(&host, &headers, StatusCode::BAD_REQUEST, person, Some(stale));
    };
    carry_out(&host, &headers, person, RoomCommand::Draw { person, shape }).await
}

/// Carries out a command of a person, and shows its page.
async fn carry_out(host: &Arc<Host>, headers: &HeaderMap, person: PersonId, command: RoomCommand) -> Response {
    match host.ask(Task::Command(command)).await {
        // A page that was asked for by a form is not sent as the answer, or going back would send the form again.
        Ok(_) if !is_live(headers) => Redirect::to("/seat").into_response(),
        Ok(_) => whole(host, headers, StatusCode::OK, person, None),
        Err(why) => whole(host, headers, status(&why), person, Some(told(host, headers, person, &why))),
    }
}

fn told(host: &Host, headers: &HeaderMap, person: PersonId, why: &NotDone) -> String {
    let room = host.kept.room();
    let team = room.person(person).and_then(|person| person.place).and_then(|place| room.team(place.team));
    refused::told(host.teller(cookie::language(host, headers)), why, team)
}

/// The page of a person as an answer.
fn whole(host: &Host, headers: &HeaderMap, status: StatusCode, person: PersonId, said: Option<String>) -> Response {
    let teller = host.teller(cookie::language(host, headers));
    match body(host, teller, person, said) {
        Some(body) if is_live(headers) => (status, Html(body.content.into_string())).into_response(),
        Some(body) => (status, Html(document(teller, &body, Some(LIVE)))).into_response(),
        None => Redirect::to("/").into_response(),
    }
}

/// The page of a person; `None` if there is no such person. `said` is what it is told about its last act.
pub(super) fn body(host: &Host, teller: &Teller, person: PersonId, said: Option<String>) -> Option<Body> {
    let room = host.kept.room();
    let rehearsal = host.opening().rehearsal.then(|| teller.get("page-rehearsal"));
    let notices: Vec<String> = said.into_iter().chain(host.trouble(teller)).chain(rehearsal).collect();
    let someone = room.person(person)?;
    let letters = host.kept.letters_of(person).unwrap_or_default();
    let Some(place) = someone.place else {
        let teams: Vec<LobbyTeam> = room.teams().map(|(id, team)| lobby_team(teller, &room, team, id)).collect();
        let said = notices.first().map(String::as_str);
        let chooses = room.seating() != Seating::Assigned;
        return Some(lobby(teller, &Lobby { name: &someone.name, teams: &teams, chooses, letters: &letters, said }));
    };
    let own =
        Own { letters: &letters, calls: someone.calls, may_rise: !room.begun(), devices: host.kept.devices_of(person) };
    let draw_first = match someone.drawing {
        Drawing::Open => DrawFirst::Asked,
        Drawing::Seen(shape) => DrawFirst::Seen(shape),
    };
    seated(host, teller, &room, place, Some((own, draw_first)), notices)
}

/// The page of a seat as the facilitator sees it; `None` if there is no such team.
pub(super) fn of_place(host: &Host, teller: &Teller, place: Place) -> Option<Body> {
    seated(host, teller, &host.kept.room(), place, None, Vec::new())
}

/// What the room adds to the page of a seat.
pub(super) struct Around {
    /// What is said to the seat.
    pub(super) notices: Vec<String>,
    /// What is said of stand-ins, each with the milliseconds until it signs.
    pub(super) stand_ins: Vec<(String, i64)>,
    /// The names of those for whom the seat waits.
    pub(super) waits_for: Vec<String>,
    /// The time that is left for the step.
    pub(super) clock: Option<Clock>,
}

impl Around {
    pub(super) fn of(teller: &Teller, room: &Room, now: RoomTime, place: Place, team: &RoomTeam) -> Self {
        let held = room.held(team);
        let heard = [Audience::All, Audience::Team(place.team), Audience::Seat(place)];
        let heard = heard.into_iter().filter_map(|to| room.said(to));
        let said = |words| teller.with("facilitator-says", &[("words", &text::seen(words))]);
        let mut notices: Vec<String> = heard.map(said).collect();
        notices.extend(room.paused().then(|| teller.get("room-paused")));
        notices.extend(again(teller, team));
        let log = team.pair().log();
        let quarter = log.game().state().quarter;
        if let Some(log) = log.signed_in(quarter).filter(|_| !held) {
            notices.extend(view::signed_for(teller, log));
        }
        let partner = |partner: Partner| teller.with("partner-plays", &[("seat", &text::seat(teller, partner.seat))]);
        notices.extend(log.partner().map(partner));
        // Who waits for the debrief because the cash ran out knows why.
        let told = team.told().state();
        let ran_out = held && told.phase == Phase::Ended && told.insolvent;
        notices.extend(ran_out.then(|| teller.get("echo-about-insolvent")));
        Self {
            notices,
            stand_ins: Seat::BOTH.into_iter().filter_map(|seat| stand_in(teller, team, seat, now)).collect(),
            waits_for: waits_for(teller, room, place, team),
            clock: clock(room, team, now),
        }
    }
}

/// The page of a seat. `own` is what is there for a person of it and how far that is with drawing, `said` what it is told
/// before anything else.
fn seated(
    host: &Host,
    teller: &Teller,
    room: &Room,
    place: Place,
    own: Option<(Own, DrawFirst)>,
    said: Vec<String>,
) -> Option<Body> {
    let team = room.team(place.team)?;
    let sheet = room.sheet_of(place, teller)?;
    // Who looks at somebody's page sees it as it was before that drew.
    let (own, draw_first) = own.map_or((None, DrawFirst::Asked), |(own, draws)| (Some(own), draws));
    let around = Around::of(teller, room, host.kept.now(), place, team);
    let mut notices = [said, around.notices].concat();
    // Nobody reads the same sentence twice.
    notices.dedup();
    let status = Status {
        clock: around.clock,
        said: &notices,
        stand_ins: &around.stand_ins,
        waits_for: &around.waits_for,
        still: room.paused() || own.is_none(),
        own,
    };
    let log = team.pair().log();
    let name = team.name(teller);
    Some(match sheet {
        Sheet::Seats => return None,
        Sheet::Held(gate) => {
            let gate = gate_words(teller, gate);
            let told = room.begun().then(|| view::wall(team.told(), teller, &name));
            held_page(teller, HeldPage { seat: place.seat, team: &name, gate: &gate, numbers: told.as_ref(), status })
        }
        Sheet::Page(page, seen) => {
            let game = log.game();
            let quarter = game.state().quarter;
            let closed = || view::close(game, teller, quarter, log.events(quarter));
            let close = matches!(*page, Page::Review { .. }).then(closed);
            let wall = view::wall(game, teller, &name);
            let compared = matches!(*page, Page::Debrief).then(|| host.found.of(&host.kept.scenario, place.team, log));
            let debrief = compared.as_ref().map(|compared| debrief(teller, game, compared));
            let envelope = compared.as_ref().map_or(&[][..], |compared| &compared.benchmark.envelope);
            let debrief = debrief.as_ref();
            let debrief =
                debrief.map(|(debrief, maps)| DebriefPage { debrief, envelope, maps, whole: false, draw_first });
            let from = SeatPage {
                seat: place.seat,
                wall: &wall,
                page: &page,
                desk: team.pair().desk(place.seat),
                undo: team.pair().undo(place.seat),
                seen: &seen,
                close: close.as_ref(),
                debrief,
                ceo: &team.pair().letters(teller),
                status,
            };
            seat_page(teller, from)
        }
    })
}

/// The debrief of a game, and the product at its start and its end.
fn debrief(teller: &Teller, game: &Game, compared: &Compared) -> (Debrief, [ProductMap; 2]) {
    let maps = [Moment::Start, Moment::Now].map(|moment| view::product_map(game, teller, moment));
    let debrief = view::debrief(game, teller, &compared.benchmark.reached, compared.verdicts.as_deref());
    (debrief.with_luck(game, teller, compared.fortune.as_deref()), maps)
}

/// What a team is told that was taken back to an earlier quarter, until it has played that quarter.
fn again(teller: &Teller, team: &RoomTeam) -> Option<String> {
    let quarter = team.taken_back_to().filter(|quarter| *quarter == team.pair().log().game().state().quarter)?;
    Some(teller.with("page-again", &[("quarter", &text::quarter_name(teller, quarter))]))
}

/// What is said of a stand-in, and the milliseconds in which it can still be stopped before it signs.
fn stand_in(teller: &Teller, team: &RoomTeam, seat: Seat, now: RoomTime) -> Option<(String, i64)> {
    let signs = team.stand_in(seat)?.signs;
    Some((teller.with("room-stand-in", &[("seat", &text::seat(teller, seat))]), now.until(signs)))
}

/// The names of those for whom a seat waits.
fn waits_for(teller: &Teller, room: &Room, place: Place, team: &RoomTeam) -> Vec<String> {
    if room.held(team) {
        let names = || room.behind().filter_map(|id| room.team(id)).map(|team| team.name(teller));
        return match room.pace() == Pace::Together && room.begun() {
            true => names().collect(),
            false => vec![teller.get("room-facilitator")],
        };
    }
    let missing: Vec<Seat> = room.missing(team).collect();
    // Who has something to sign does not wait.
    let others = missing.iter().filter(|_| !missing.contains(&place.seat));
    others.flat_map(|&seat| people(room, Place { seat, ..place })).collect()
}

fn lobby_team(teller: &Teller, room: &Room, team: &RoomTeam, id: crate::room::TeamId) -> LobbyTeam {
    let seat = |seat: Seat| {
        let place = Place { team: id, seat };
        let open = room.can_sit(place) && room.seating() != Seating::Assigned;
        let take = open.then(|| serde_json::to_string(&place).ok()).flatten();
        LobbySeat { seat, people: people(room, place), partner: !team.pair().log().human(seat), take }
    };
    LobbyTeam { name: team.name(teller), seats: Seat::BOTH.map(seat) }
}
