//! The way in: the code finds the room, a name makes a person, and a cookie proves who it is from then on.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Form;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::answer::status;
use super::cookie;
use super::host::Host;
use super::refused;
use crate::journal::{Done, Holder, Key, Task};
use crate::page::{Door, document, door};
use crate::room::PersonId;
use crate::text;

/// What is typed at the door.
#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    code: String,
    #[serde(default)]
    name: String,
}

/// What somebody types who was here before.
#[derive(Debug, Deserialize)]
pub(super) struct Back {
    own: String,
    #[serde(default)]
    code: String,
}

/// Who comes back while the facilitator lets people return.
#[derive(Debug, Deserialize)]
pub(super) struct Returns {
    code: String,
    person: u32,
}

/// A language that was chosen.
#[derive(Debug, Deserialize)]
pub(super) struct Chosen {
    language: String,
}

pub(super) async fn without_code(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    at_the_door(&host, &headers, StatusCode::OK, &Door::default())
}

pub(super) async fn with_code(State(host): State<Arc<Host>>, headers: HeaderMap, Path(code): Path<String>) -> Response {
    if !host.is_code(&code) {
        let wrong = host.teller(cookie::language(&host, &headers)).get("refused-code");
        return at_the_door(&host, &headers, StatusCode::NOT_FOUND, &Door { refused: Some(&wrong), ..Door::default() });
    }
    let returning: Vec<(u32, String)> = returning(&host).map(|(id, name)| (id.0, name)).collect();
    let page = Door { code: Some(&code), returning: &returning, ..Door::default() };
    at_the_door(&host, &headers, StatusCode::OK, &page)
}

/// Those who may come back without their codes now: the facilitator lets them, and none of their devices is connected.
fn returning(host: &Host) -> impl Iterator<Item = (PersonId, String)> {
    let room = host.kept.room();
    let gone = room.people().filter(|(_, person)| room.returns(host.kept.now()) && person.devices == 0);
    gone.map(|(id, person)| (id, text::seen(&person.name))).collect::<Vec<_>>().into_iter()
}

pub(super) async fn join(
    State(host): State<Arc<Host>>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let teller = host.teller(cookie::language(&host, &headers));
    let refuse = |status, known: bool, why: &str| {
        let code = known.then_some(typed.code.as_str());
        at_the_door(&host, &headers, status, &Door { code, name: &typed.name, refused: Some(why), ..Door::default() })
    };
    if !host.is_code(&typed.code) {
        return match host.wrong_codes.exceeded_by(from.ip()) {
            true => refuse(StatusCode::TOO_MANY_REQUESTS, false, &teller.get("refused-too-often")),
            false => refuse(StatusCode::FORBIDDEN, false, &teller.get("refused-code")),
        };
    }
    if host.joins.exceeded_by(()) {
        return refuse(StatusCode::TOO_MANY_REQUESTS, true, &teller.get("refused-too-often"));
    }
    let Ok(key) = Key::new() else { return refuse(StatusCode::SERVICE_UNAVAILABLE, true, &teller.get("room-closed")) };
    match host.ask(Task::Enter { name: typed.name.clone(), bot: None, key: key.hash() }).await {
        Ok(Done::Entered(person)) => {
            host.arrived_by(headers.get(HOST).and_then(|name| name.to_str().ok()).unwrap_or_default());
            ([cookie::keep(&host, &Holder::Person(person), &key)], Redirect::to("/seat")).into_response()
        }
        Ok(Done::Carried) => refuse(StatusCode::CONFLICT, true, &teller.get("refused-unknown")),
        Err(why) => refuse(status(&why), true, &refused::told(teller, &why, None)),
    }
}

/// Lets somebody who was here before in on another device.
pub(super) async fn back(
    State(host): State<Arc<Host>>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Form(typed): Form<Back>,
) -> Response {
    let teller = host.teller(cookie::language(&host, &headers));
    let refuse = |status, why: &str| {
        let code = host.is_code(&typed.code).then_some(typed.code.as_str());
        let page = Door { code, refused: Some(&teller.get(why)), back: true, ..Door::default() };
        at_the_door(&host, &headers, status, &page)
    };
    let Some(person) = host.kept.person_with(typed.own.trim()) else {
        return match host.wrong_codes.exceeded_by(from.ip()) {
            true => refuse(StatusCode::TOO_MANY_REQUESTS, "refused-too-often"),
            false => refuse(StatusCode::FORBIDDEN, "refused-own-code"),
        };
    };
    let_back(&host, &headers, person).await
}

/// Lets somebody back in whom the facilitator lets return.
pub(super) async fn come_back(
    State(host): State<Arc<Host>>,
    headers: HeaderMap,
    Form(wanted): Form<Returns>,
) -> Response {
    let person = PersonId(wanted.person);
    let allowed = host.is_code(&wanted.code) && returning(&host).any(|(id, _)| id == person);
    if allowed {
        return let_back(&host, &headers, person).await;
    }
    let refused = host.teller(cookie::language(&host, &headers)).get("refused-return");
    at_the_door(&host, &headers, StatusCode::FORBIDDEN, &Door { refused: Some(&refused), ..Door::default() })
}

/// Gives a device a key to the pages of a person.
async fn let_back(host: &Arc<Host>, headers: &HeaderMap, person: PersonId) -> Response {
    let teller = host.teller(cookie::language(host, headers));
    let holder = Holder::Person(person);
    let (status, why) = match Key::new() {
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, teller.get("room-closed")),
        Ok(key) => match host.ask(Task::Give(key.hash(), holder.clone())).await {
            Ok(_) => return ([cookie::keep(host, &holder, &key)], Redirect::to("/seat")).into_response(),
            Err(why) => (status(&why), refused::told(teller, &why, None)),
        },
    };
    at_the_door(host, headers, status, &Door { refused: Some(&why), ..Door::default() })
}

pub(super) async fn language(State(host): State<Arc<Host>>, Form(chosen): Form<Chosen>) -> Response {
    match host.known_language(&chosen.language) {
        Some(language) => ([cookie::keep_language(&host, language)], Redirect::to("/seat")).into_response(),
        None => Redirect::to("/seat").into_response(),
    }
}

/// The page at the door; whoever is in already goes on to its own page.
fn at_the_door(host: &Host, headers: &HeaderMap, status: StatusCode, page: &Door) -> Response {
    if page.refused.is_none() && cookie::person(host, headers).is_some() {
        return Redirect::to("/seat").into_response();
    }
    let teller = host.teller(cookie::language(host, headers));
    (status, Html(document(teller, &door(teller, page), None))).into_response()
}
