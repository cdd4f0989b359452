//! The wall: what the projector shows to everybody.

use maud::{Markup, html};

use super::document::Body;
use super::part::{Clock, PICTURE, countdown, notice, picture};
use super::qr::qr;
use super::reveal::{came, sketches};
use crate::chart::{Size, product_map};
use crate::text::Text;
use crate::view::{Demanded, ProductMap, Shape, Wall};

/// The size of a team's product map.
const MAP: Size = Size { width: 480.0, height: 290.0 };

/// The wall before the first briefing.
#[derive(Clone, Debug)]
pub struct WelcomeWall<'a> {
    /// The title of the scenario.
    pub scenario: &'a str,
    /// The address that the camera reads.
    pub url: &'a str,
    /// The same address without the code, to be typed.
    pub typed: &'a str,
    /// The code of the room.
    pub code: &'a str,
    /// The teams, and the names of those who have arrived in each.
    pub teams: &'a [(String, Vec<String>)],
    /// The names of those who have no seat yet.
    pub arriving: &'a [String],
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// What is wrong now.
    pub said: Option<&'a str>,
}

/// The wall while teams play.
#[derive(Clone, Debug)]
pub struct PlayWall<'a> {
    /// The code of the room, for latecomers.
    pub code: &'a str,
    /// The address to be typed.
    pub typed: &'a str,
    /// How far the room is.
    pub position: &'a str,
    /// The time until the phase should be done.
    pub clock: Option<Clock>,
    /// The teams, as everybody may see them.
    pub teams: &'a [TeamWall],
    /// What is shown in their place of the demand for specials.
    pub demand: Option<&'a DemandWall>,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// What is said to everybody: a pause, or what is wrong now.
    pub said: Option<&'a str>,
}

/// What the wall shows of the demand for specials in the debrief.
#[derive(Clone, Debug)]
pub enum DemandWall {
    /// How many people drew each curve from memory.
    Drawn([(Shape, usize); Shape::ALL.len()]),
    /// What came, in all teams.
    Came(Demanded),
}

/// A team, as everybody may see it.
#[derive(Clone, Debug)]
pub struct TeamWall {
    /// The numbers that everybody knows.
    pub numbers: Wall,
    /// The product.
    pub map: ProductMap,
    /// What the company is worth, once its game has been told to the end.
    pub value: Option<String>,
    /// Its place among the teams, if the facilitator wants it to be seen.
    pub rank: Option<usize>,
}

/// The wall before the first briefing: how to come in, and who is there.
#[must_use]
pub fn welcome_wall(text: &Text, wall: &WelcomeWall) -> Body {
    let content = html! {
        main.projected #welcome {
            (notice(wall.said))
            div.columns {
                section {
                    h1 { (wall.scenario) (mark(text, wall.rehearsal)) }
                    p.big { (text.get("wall-scan")) }
                    (qr(wall.url, &text.get("wall-qr")))
                    p.big { b.address { (wall.typed) } }
                    p.big { (text.get("door-code")) " " b.address { (wall.code) } }
                }
                section {
                    @for (team, people) in wall.teams {
                        div.card { h2 { (team) } p { @if people.is_empty() { span.muted { (text.get("lobby-free")) } } @else { (people.join(", ")) } } }
                    }
                    @if !wall.arriving.is_empty() { p { (text.get("console-watching")) " " (wall.arriving.join(", ")) } }
                }
            }
        }
    };
    Body { title: text.get("wall-title"), content, waits: true }
}

/// The wall while teams play: the numbers that everybody may know.
#[must_use]
pub fn play_wall(text: &Text, wall: &PlayWall) -> Body {
    let content = html! {
        header.wall.projected {
            div.line {
                h1 { (wall.position) (mark(text, wall.rehearsal)) }
                (countdown(text, wall.clock))
                span { (wall.typed) " · " b { (wall.code) } }
            }
        }
        main.projected id=(if wall.demand.is_some() { "demand" } else { "teams" }) {
            (notice(wall.said))
            @match wall.demand {
                Some(DemandWall::Drawn(drawn)) => (sketches(text, drawn)),
                Some(DemandWall::Came(demanded)) => (came(text, demanded)),
                None => div class=(grid(wall.teams.len())) { @for one in wall.teams { (team(text, one)) } },
            }
        }
    };
    Body { title: text.get("wall-title"), content, waits: true }
}

/// The grid of the teams: all of them on one screen, as far as they can be read from the last row.
fn grid(teams: usize) -> &'static str {
    match teams {
        0..=1 => "teams columns-1 rows-1",
        2 => "teams columns-2 rows-1",
        3 => "teams columns-3 rows-1",
        4 => "teams columns-2 rows-2",
        5..=6 => "teams columns-3 rows-2",
        7..=8 => "teams columns-4 rows-2",
        _ => "teams columns-4 rows-3",
    }
}

fn mark(text: &Text, rehearsal: bool) -> Markup {
    html! { @if rehearsal { " · " span.rehearsal { (text.get("wall-rehearsal")) } } }
}

fn team(text: &Text, TeamWall { numbers: wall, map, value, rank }: &TeamWall) -> Markup {
    html! {
        section.card {
            @if rank.is_some() || !wall.team.is_empty() {
                h2 { @if let Some(rank) = rank { (rank) ". " } (wall.team) }
            }
            @if let Some(value) = value { p.big { b { (text.with("wall-value", &[("value", value)])) } } }
            div.six {
                @for number in &wall.numbers { span { (number.label) " " b { (number.value) } (number.change) } }
            }
            @if let Some(debt) = &wall.debt { p.small { (text.get("measure-debt")) ": " (debt.total) } }
            (picture(&product_map(map, MAP, &PICTURE), &map.summary))
        }
    }
}
