//! What the facilitator does, and the wall.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::host::Host;
use super::super::{console, cookie, sheet, wall};
use super::{Sent, no_key, refuse};
use crate::journal::{Key, NotDone, Task};
use crate::room::{RoomCommand, RoomRefusal};

/// A link to the console.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Link {
    /// The key in the link that the host printed.
    key: String,
}

/// Somebody who facilitates, too.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct CoFacilitator {
    /// The name.
    name: String,
}

/// A link for the console of a co-facilitator.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Invited {
    /// The name under which the console can be taken away again.
    name: String,
    /// The link. It works once.
    link: String,
}

/// The key of the facilitator.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Opened {
    /// The key, to be sent as a bearer token. It is given once.
    key: String,
}

pub(super) async fn open(State(host): State<Arc<Host>>, headers: HeaderMap, Sent(link): Sent<Link>) -> Response {
    let Ok(key) = Key::new() else { return refuse(&host, &headers, &NotDone::Closed) };
    match host.ask(Task::UseLink { link: Key::shown(&link.key).hash(), key: key.hash() }).await {
        Ok(_) => Json(Opened { key: key.as_str().to_owned() }).into_response(),
        Err(why) => refuse(&host, &headers, &why),
    }
}

/// A request with the key of a facilitator.
pub(super) struct Facilitator;

impl FromRequestParts<Arc<Host>> for Facilitator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, host: &Arc<Host>) -> Result<Self, Response> {
        let may_see = console::may_see(host, &parts.headers);
        may_see.then_some(Self).ok_or_else(|| no_key(host, &parts.headers))
    }
}

pub(super) async fn show(_: Facilitator, State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    sheet(&host, &headers)
}

/// The room as the facilitator sees it.
fn sheet(host: &Host, headers: &HeaderMap) -> Response {
    Json(sheet::room_sheet(host, host.teller(cookie::language(host, headers)))).into_response()
}

pub(super) async fn act(
    _: Facilitator,
    State(host): State<Arc<Host>>,
    headers: HeaderMap,
    Sent(command): Sent<RoomCommand>,
) -> Response {
    if !console::is_facilitators(&command) {
        return refuse(&host, &headers, &NotDone::Refused(RoomRefusal::Unknown));
    }
    match host.ask(Task::Command(command)).await {
        Ok(_) => sheet(&host, &headers),
        Err(why) => refuse(&host, &headers, &why),
    }
}

pub(super) async fn invite(
    _: Facilitator,
    State(host): State<Arc<Host>>,
    headers: HeaderMap,
    Sent(who): Sent<CoFacilitator>,
) -> Response {
    match console::link_for(&host, &who.name).await {
        Ok((name, link)) => Json(Invited { name, link }).into_response(),
        Err(why) => refuse(&host, &headers, &why),
    }
}

pub(super) async fn revoke(
    _: Facilitator,
    State(host): State<Arc<Host>>,
    headers: HeaderMap,
    Sent(who): Sent<CoFacilitator>,
) -> Response {
    match host.ask(Task::Revoke(who.name)).await {
        Ok(_) => sheet(&host, &headers),
        Err(why) => refuse(&host, &headers, &why),
    }
}

pub(super) async fn wall(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    if !wall::may_see(&host, &headers) {
        return no_key(&host, &headers);
    }
    Json(sheet::wall_sheet(&host, host.teller(host.own_language()))).into_response()
}
