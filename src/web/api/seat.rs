//! Joining, and what a seat does.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::cookie;
use super::super::host::Host;
use super::super::sheet;
use super::{Sent, no_key, refuse, say};
use crate::journal::{Done, Key, NotDone, Task};
use crate::play::{Act, Seen};
use crate::policy;
use crate::room::{PersonId, Place, RoomCommand, RoomRefusal};
use crate::sim::Command;
use crate::view::Shape;

/// Who joins.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Join {
    /// The code of the room.
    code: String,
    /// The name that the others in the room see.
    name: String,
    /// The policy by which it plays, if it is a program and no person. It can ask for advice then.
    bot: Option<String>,
}

/// The key of a person.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Joined {
    /// Who it is.
    person: PersonId,
    /// The key, to be sent as a bearer token. It is given once.
    key: String,
}

/// A seat that is wanted.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Sit {
    /// The seat; without one, any that is free.
    place: Option<Place>,
}

/// A call for the facilitator.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Call {
    /// Whether the person asks.
    call: bool,
}

/// What became of the demand for specials, drawn from memory.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Draw {
    /// The curve; `null` to see it without drawing.
    shape: Option<Shape>,
}

/// An act on a page.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Acts {
    /// What is done.
    act: Act,
    /// What the page gave as `seen`.
    seen: Seen,
}

/// A signature without a draft.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Signs {
    /// What is signed.
    command: Command,
    /// What the page gave as `seen`.
    seen: Seen,
}

/// What a bot would sign now.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Advice {
    /// What; `null` if it is not its turn.
    command: Option<Command>,
    /// What to send with it.
    seen: Option<Seen>,
}

pub(super) async fn join(
    State(host): State<Arc<Host>>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Sent(join): Sent<Join>,
) -> Response {
    if !host.is_code(&join.code) {
        return match host.wrong_codes.exceeded_by(from.ip()) {
            true => say(&host, &headers, StatusCode::TOO_MANY_REQUESTS, "refused-too-often"),
            false => say(&host, &headers, StatusCode::FORBIDDEN, "refused-code"),
        };
    }
    if host.joins.exceeded_by(()) {
        return say(&host, &headers, StatusCode::TOO_MANY_REQUESTS, "refused-too-often");
    }
    let Ok(key) = Key::new() else { return say(&host, &headers, StatusCode::SERVICE_UNAVAILABLE, "room-closed") };
    match host.ask(Task::Enter { name: join.name, bot: join.bot, key: key.hash() }).await {
        Ok(Done::Entered(person)) => Json(Joined { person, key: key.as_str().to_owned() }).into_response(),
        Ok(Done::Carried) => refuse(&host, &headers, &NotDone::Refused(RoomRefusal::Unknown)),
        Err(why) => refuse(&host, &headers, &why),
    }
}

pub(super) async fn show(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    match cookie::person(&host, &headers) {
        Some(person) => whole(&host, &headers, person),
        None => no_key(&host, &headers),
    }
}

pub(super) async fn sit(State(host): State<Arc<Host>>, headers: HeaderMap, Sent(sit): Sent<Sit>) -> Response {
    let Some(Place { team, seat }) = sit.place.or_else(|| host.kept.room().free_place()) else {
        return refuse(&host, &headers, &NotDone::Refused(RoomRefusal::SeatFull));
    };
    carry_out(&host, &headers, |person| RoomCommand::Sit { person, team, seat }).await
}

pub(super) async fn rise(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    if host.kept.room().begun() {
        return refuse(&host, &headers, &NotDone::Refused(RoomRefusal::FacilitatorSeats));
    }
    carry_out(&host, &headers, |person| RoomCommand::Rise { person }).await
}

pub(super) async fn call(State(host): State<Arc<Host>>, headers: HeaderMap, Sent(call): Sent<Call>) -> Response {
    carry_out(&host, &headers, |person| RoomCommand::Call { person, on: call.call }).await
}

pub(super) async fn draw(State(host): State<Arc<Host>>, headers: HeaderMap, Sent(draw): Sent<Draw>) -> Response {
    carry_out(&host, &headers, |person| RoomCommand::Draw { person, shape: draw.shape }).await
}

pub(super) async fn act(State(host): State<Arc<Host>>, headers: HeaderMap, Sent(acts): Sent<Acts>) -> Response {
    let Acts { act, seen } = acts;
    carry_out(&host, &headers, |person| RoomCommand::Act { person, act, seen: Box::new(seen) }).await
}

pub(super) async fn sign(State(host): State<Arc<Host>>, headers: HeaderMap, Sent(signs): Sent<Signs>) -> Response {
    let (command, seen) = (Box::new(signs.command), Box::new(signs.seen));
    carry_out(&host, &headers, |person| RoomCommand::Sign { person, command, seen }).await
}

pub(super) async fn advice(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    let Some(person) = cookie::person(&host, &headers) else { return no_key(&host, &headers) };
    let room = host.kept.room();
    let bot = room.person(person).and_then(|person| Some((policy::by_id(person.bot.as_deref()?)?, person.place)));
    let Some((policy, place)) = bot else {
        return say(&host, &headers, StatusCode::FORBIDDEN, "refused-advice");
    };
    let team = place.and_then(|place| Some((room.team(place.team)?, place.seat)));
    let advice = team.filter(|(team, _)| !room.held(team)).map(|(team, seat)| {
        let pair = team.pair();
        Advice { command: pair.advice(seat, policy), seen: Some(pair.seen(seat)) }
    });
    Json(advice.unwrap_or(Advice { command: None, seen: None })).into_response()
}

/// Carries out a command of a person, and answers with what it sees then.
async fn carry_out(host: &Arc<Host>, headers: &HeaderMap, command: impl FnOnce(PersonId) -> RoomCommand) -> Response {
    let Some(person) = cookie::person(host, headers) else { return no_key(host, headers) };
    if host.acts.exceeded_by(person) {
        return say(host, headers, StatusCode::TOO_MANY_REQUESTS, "refused-too-often");
    }
    match host.ask(Task::Command(command(person))).await {
        Ok(_) => whole(host, headers, person),
        Err(why) => refuse(host, headers, &why),
    }
}

fn whole(host: &Host, headers: &HeaderMap, person: PersonId) -> Response {
    match sheet::person_sheet(host, host.teller(cookie::language(host, headers)), person) {
        Some(sheet) => Json(sheet).into_response(),
        None => no_key(host, headers),
    }
}
