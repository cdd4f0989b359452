//! The interface for programs: everything that devices and the console can do, as JSON. What it takes and gives is
//! described at `/api/openapi.json`, from the same table as its routes.
//!
//! A program joins with the code of the room, or opens the console with a link, and shows the key that it is given as a
//! bearer token from then on.
//!
//! | module | what it is |
//! |---|---|
//! | `seat` | joining, and what a seat does |
//! | `console` | what the facilitator does, and the wall |
//! | `document` | the description of all this |

mod console;
mod document;
mod seat;

use std::sync::Arc;

use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Json, Router};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::answer::status;
use super::cookie;
use super::host::Host;
use super::refused;
use super::sheet;
use super::stream;
use crate::journal::NotDone;
use document::{Needs, Operation};

/// Why something was not done.
#[derive(Debug, Serialize, JsonSchema)]
struct Refused {
    /// A sentence in the language that was asked for.
    why: String,
}

/// The body of a request as JSON. What cannot be read is refused as JSON, too.
struct Sent<T>(T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = (StatusCode, Json<Refused>);

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        match Json::from_request(request, state).await {
            Ok(Json(sent)) => Ok(Self(sent)),
            Err(unread) => Err((unread.status(), Json(Refused { why: unread.body_text() }))),
        }
    }
}

/// The routes of the interface, and their description.
pub(super) fn routes() -> Router<Arc<Host>> {
    let operations = operations();
    let document = Arc::new(document::document(operations.iter().map(|(operation, _)| operation)));
    let describe = get(move || async move { Json(document.as_ref().clone()) });
    let mut router = Router::new().route("/api/openapi.json", describe);
    for (operation, route) in operations {
        router = router.route(operation.path, route);
    }
    router
}

type Route = MethodRouter<Arc<Host>>;

/// Everything that a program can do.
fn operations() -> Vec<(Operation, Route)> {
    let person = |method, path, about| Operation::new(method, path, about, Needs::Person).gives::<sheet::PersonSheet>();
    let facilitator =
        |method, path, about| Operation::new(method, path, about, Needs::Console).gives::<sheet::RoomSheet>();
    vec![
        (
            Operation::new("post", "/api/join", "Comes into the room under a name.", Needs::Nothing)
                .takes::<seat::Join>()
                .gives::<seat::Joined>(),
            post(seat::join),
        ),
        (person("get", "/api/seat", "What the person sees now."), get(seat::show)),
        (
            person("get", "/api/seat/events", "What the person sees, again after each change.").stream(),
            get(stream::data_of_person),
        ),
        (person("post", "/api/seat/sit", "Takes a seat.").takes::<seat::Sit>(), post(seat::sit)),
        (person("post", "/api/seat/rise", "Gives the seat up, before the game has begun."), post(seat::rise)),
        (
            person("post", "/api/seat/call", "Asks the facilitator to come, or no longer does.").takes::<seat::Call>(),
            post(seat::call),
        ),
        (
            person("post", "/api/seat/draw", "Draws in the debrief what became of the demand for specials, once.")
                .takes::<seat::Draw>(),
            post(seat::draw),
        ),
        (
            person("post", "/api/seat/act", "Changes or signs the draft of the seat, as a press on its page does.")
                .takes::<seat::Acts>(),
            post(seat::act),
        ),
        (
            person("post", "/api/seat/sign", "Signs for the seat without a draft.").takes::<seat::Signs>(),
            post(seat::sign),
        ),
        (
            Operation::new(
                "get",
                "/api/seat/advice",
                "What the policy of a bot would sign now. Not for people.",
                Needs::Person,
            )
            .gives::<seat::Advice>(),
            get(seat::advice),
        ),
        (
            Operation::new(
                "post",
                "/api/console/open",
                "Opens the console with a link that works once.",
                Needs::Nothing,
            )
            .takes::<console::Link>()
            .gives::<console::Opened>(),
            post(console::open),
        ),
        (facilitator("get", "/api/console", "The room as the facilitator sees it."), get(console::show)),
        (
            facilitator("get", "/api/console/events", "The same, again after each change.").stream(),
            get(stream::data_of_console),
        ),
        (
            facilitator(
                "post",
                "/api/console",
                "What the facilitator does. Commands of people and of the clock are refused.",
            )
            .takes::<crate::room::RoomCommand>(),
            post(console::act),
        ),
        (
            Operation::new(
                "post",
                "/api/console/invite",
                "Makes a link for the console of a co-facilitator. It works once.",
                Needs::Console,
            )
            .takes::<console::CoFacilitator>()
            .gives::<console::Invited>(),
            post(console::invite),
        ),
        (
            facilitator("post", "/api/console/revoke", "Takes the console from a co-facilitator.")
                .takes::<console::CoFacilitator>(),
            post(console::revoke),
        ),
        (
            Operation::new("get", "/api/wall", "What everybody may know of the teams.", Needs::Wall)
                .gives::<sheet::WallSheet>(),
            get(console::wall),
        ),
        (
            Operation::new("get", "/api/wall/events", "The same, again after each change.", Needs::Wall)
                .gives::<sheet::WallSheet>()
                .stream(),
            get(stream::data_of_wall),
        ),
    ]
}

/// An answer that says why something was not done.
fn refuse(host: &Host, headers: &HeaderMap, why: &NotDone) -> Response {
    let teller = host.teller(cookie::language(host, headers));
    (status(why), Json(Refused { why: refused::told(teller, why, None) })).into_response()
}

/// An answer of this status, with a sentence of the language files.
fn say(host: &Host, headers: &HeaderMap, status: StatusCode, key: &str) -> Response {
    let why = host.teller(cookie::language(host, headers)).get(key);
    (status, Json(Refused { why })).into_response()
}

/// The answer to somebody without the key that is needed.
fn no_key(host: &Host, headers: &HeaderMap) -> Response {
    say(host, headers, StatusCode::UNAUTHORIZED, "refused-key")
}
