//! The projected page: who is there, and the numbers that everybody may know.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::answer::Link;
use super::cookie;
use super::host::Host;
use super::words::{self, clock, furthest_behind, people, watching};
use crate::ids::Seat;
use crate::journal::{Holder, Key};
use crate::page::{Body, DemandWall, PlayWall, TeamWall, WelcomeWall, document, play_wall, welcome_wall};
use crate::room::{Audience, Place, Room, RoomTeam, TeamId, WallDemand};
use crate::scenario::Measure;
use crate::sim::Phase;
use crate::sim::formula::value;
use crate::text::{self, Teller};
use crate::view::{self, Demanded, Moment};

/// Whether a device may see the wall. The facilitator may, too.
pub(super) fn may_see(host: &Host, headers: &HeaderMap) -> bool {
    let opens = |holder| matches!(holder, Holder::Wall | Holder::Console(_)).then_some(());
    cookie::holder(host, headers, opens).is_some()
}

pub(super) async fn show(State(host): State<Arc<Host>>, headers: HeaderMap, Query(link): Query<Link>) -> Response {
    if let Some(key) =
        link.key.map(|key| Key::shown(&key)).filter(|key| host.kept.holder(&key.hash()) == Some(Holder::Wall))
    {
        return ([cookie::keep(&host, &Holder::Wall, &key)], Redirect::to("/wall")).into_response();
    }
    if !may_see(&host, &headers) {
        let teller = host.teller(cookie::language(&host, &headers));
        return (StatusCode::FORBIDDEN, teller.get("refused-link")).into_response();
    }
    let teller = host.teller(host.own_language());
    Html(document(teller, &body(&host, teller), Some("/wall/events"))).into_response()
}

/// The page.
pub(super) fn body(host: &Host, teller: &Teller) -> Body {
    let room = host.kept.room();
    let base = host.base();
    let (code, rehearsal) = (&host.kept.opening.code, host.opening().rehearsal);
    let typed = base.split("//").nth(1).unwrap_or(&base);
    let paused = room.paused().then(|| teller.get("room-paused"));
    let heard = room.said(Audience::All).map(text::seen);
    let said = host.trouble(teller).or(paused).or(heard);
    if !room.begun() {
        let teams: Vec<(String, Vec<String>)> = room
            .teams()
            .map(|(id, team)| {
                let all = Seat::BOTH.into_iter().flat_map(|seat| people(&room, Place { team: id, seat }));
                (team.name(teller), all.collect())
            })
            .collect();
        return welcome_wall(
            teller,
            &WelcomeWall {
                scenario: &teller.scenario().meta.title,
                url: &format!("{base}/{code}"),
                typed,
                code,
                teams: &teams,
                arriving: &watching(&room).map(|(_, name)| name).collect::<Vec<_>>(),
                rehearsal,
                said: said.as_deref(),
            },
        );
    }
    let teams = shown(teller, &room);
    let demand = match room.wall().demand {
        _ if !room.over() => None,
        WallDemand::Nothing => None,
        WallDemand::Drawn => Some(DemandWall::Drawn(room.drawn())),
        WallDemand::Came => Some(DemandWall::Came(demanded(teller, &room))),
    };
    let clock = furthest_behind(&room).and_then(|team| clock(&room, team, host.kept.now()));
    let position = words::now(teller, &room);
    play_wall(
        teller,
        &PlayWall {
            code,
            typed,
            position: &position,
            clock,
            teams: &teams,
            demand: demand.as_ref(),
            rehearsal,
            said: said.as_deref(),
        },
    )
}

/// The demand for specials in all teams that played.
fn demanded(teller: &Teller, room: &Room) -> Demanded {
    let played: Vec<_> = room.teams().filter(|(id, team)| room.plays(*id) && team.ended()).collect();
    let name = |team: &RoomTeam| if room.wall().names { team.name(teller) } else { String::new() };
    let names: Vec<String> = played.iter().map(|(_, team)| name(team)).collect();
    view::demanded(played.iter().zip(&names).map(|((_, team), name)| (team.told(), name.as_str())), teller)
}

/// The teams as the wall shows them. Without names they stand in another order than their seats, or they could be told by
/// their places.
pub(super) fn shown(teller: &Teller, room: &Room) -> Vec<TeamWall> {
    let says = room.wall();
    let ranking = room.ranking().filter(|_| says.ranks);
    let ranked = ranking.is_some();
    let plain = || room.teams().map(|(id, _)| id).filter(|id| room.plays(*id)).map(|id| (id, None)).collect();
    let order: Vec<(TeamId, Option<usize>)> = ranking.unwrap_or_else(plain);
    let one = |(id, rank): (TeamId, Option<usize>)| {
        let team = room.team(id)?;
        let told = team.told();
        let name = if says.names { team.name(teller) } else { String::new() };
        let worth = || text::dollars(teller, value(told.scenario(), told.state()).total);
        Some(TeamWall {
            numbers: view::wall(told, teller, &name),
            map: view::product_map(told, teller, Moment::Now),
            value: (told.state().phase == Phase::Ended).then(worth),
            rank,
        })
    };
    let mut teams: Vec<TeamWall> = order.into_iter().filter_map(one).collect();
    if !says.names && !ranked {
        let arr =
            |team: &TeamWall| team.numbers.numbers.iter().find(|n| n.measure == Measure::Arr).map_or(0.0, |n| n.amount);
        teams.sort_by(|a, b| arr(b).total_cmp(&arr(a)));
    }
    teams
}
