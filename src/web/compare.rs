//! The teams of a room side by side, once all of them have played: for the facilitator, and with that for the projector.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::REFRESH;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::console::{may_see, no_entry};
use super::cookie;
use super::host::Host;
use crate::page::{Body, compare_body, document};
use crate::room::{Room, RoomTeam, TeamId};
use crate::text::Teller;
use crate::view::{self, Entrant};

/// Seconds after which a page that still waits for something is asked for again.
const AGAIN: u8 = 3;

pub(super) async fn show(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    if !may_see(&host, &headers) {
        return no_entry(&host, &headers);
    }
    let teller = host.teller(cookie::language(&host, &headers));
    let room = host.kept.room();
    if !room.over() {
        return Redirect::to("/console").into_response();
    }
    match body(&host, teller, &room) {
        Some((body, true)) => Html(document(teller, &body, None)).into_response(),
        Some((body, false)) => ([(REFRESH, AGAIN.to_string())], Html(document(teller, &body, None))).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The comparison of all teams that played to their end, and whether everything in it was found yet.
fn body(host: &Host, teller: &Teller, room: &Room) -> Option<(Body, bool)> {
    let played: Vec<(TeamId, &RoomTeam)> = room.teams().filter(|(_, team)| team.ended()).collect();
    let logs: Vec<_> = played.iter().map(|(_, team)| team.pair().log()).collect();
    let argument = host.found.argument(&logs);
    let benchmarks: Vec<_> =
        logs.iter().map(|log| host.found.benchmark(&host.kept.scenario, log.game().state().seed)).collect();
    let names: Vec<String> = played.iter().map(|(_, team)| team.name(teller)).collect();
    let entrant = |at: usize| {
        let par = benchmarks[at].as_ref().and_then(|found| found.reached.first()).map(|(_, value)| *value);
        let (team, again_from, game) = (names[at].as_str(), logs[at].again_from(), logs[at].game());
        Entrant { team, again_from, leads: [""; 2], game, teller, par }
    };
    let entrants: Vec<Entrant> = (0..played.len()).map(entrant).collect();
    let whole = argument.is_some() && benchmarks.iter().all(Option::is_some);
    let compared = view::compare(&entrants, argument.as_deref(), teller);
    (!entrants.is_empty()).then(|| (compare_body(&compared, teller), whole))
}
