//! The page of a seat on the console. It belongs to that seat, so it is asked for twice and closes by itself.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::header::REFRESH;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use super::console::{may_see, no_entry};
use super::cookie;
use super::host::Host;
use super::seat;
use crate::ids::Seat;
use crate::page::{LOOK_SECONDS, document, look, look_question};
use crate::room::{Place, TeamId};
use crate::text;

/// The seat that is looked at.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    team: TeamId,
    seat: Seat,
}

/// Where the page of a seat can be looked at.
pub(super) fn link(place: Place) -> String {
    let seat = match place.seat {
        Seat::Product => "Product",
        Seat::Sales => "Sales",
    };
    format!("/console/seat?team={}&seat={seat}", place.team.0)
}

pub(super) async fn ask(State(host): State<Arc<Host>>, headers: HeaderMap, Query(wanted): Query<Wanted>) -> Response {
    if !may_see(&host, &headers) {
        return no_entry(&host, &headers);
    }
    let teller = host.teller(cookie::language(&host, &headers));
    let room = host.kept.room();
    let Some(team) = room.team(wanted.team) else { return StatusCode::NOT_FOUND.into_response() };
    let of = format!("{} · {}", team.name(teller), text::seat(teller, wanted.seat));
    let to = link(Place { team: wanted.team, seat: wanted.seat });
    Html(document(teller, &look_question(teller, &of, &to), None)).into_response()
}

pub(super) async fn show(State(host): State<Arc<Host>>, headers: HeaderMap, Query(wanted): Query<Wanted>) -> Response {
    if !may_see(&host, &headers) {
        return no_entry(&host, &headers);
    }
    let teller = host.teller(cookie::language(&host, &headers));
    match seat::of_place(&host, teller, Place { team: wanted.team, seat: wanted.seat }) {
        Some(page) => {
            let leaves = format!("{LOOK_SECONDS};url=/console");
            ([(REFRESH, leaves)], Html(document(teller, &look(teller, page), None))).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
