//! The way in: the code, a name, and a seat.

use maud::{Markup, html};

use super::document::Body;
use super::part::notice;
use crate::ids::Seat;
use crate::text::{self, Text};

/// The page at the door.
#[derive(Clone, Debug, Default)]
pub struct Door<'a> {
    /// The code, if the address had it; it is typed otherwise.
    pub code: Option<&'a str>,
    /// The name that was typed.
    pub name: &'a str,
    /// Why nobody was let in.
    pub refused: Option<&'a str>,
    /// Those who may come back without their codes: their numbers and names.
    pub returning: &'a [(u32, String)],
    /// Whether somebody is coming back, so that the way for that is open.
    pub back: bool,
}

/// Where somebody takes a seat.
#[derive(Clone, Debug)]
pub struct Lobby<'a> {
    /// The name of the person.
    pub name: &'a str,
    /// The teams.
    pub teams: &'a [LobbyTeam],
    /// Whether the person chooses; otherwise the facilitator gives it a seat.
    pub chooses: bool,
    /// The letters by which the person comes back on another device.
    pub letters: &'a str,
    /// What is said above.
    pub said: Option<&'a str>,
}

/// A team with its seats.
#[derive(Clone, Debug)]
pub struct LobbyTeam {
    /// Its name.
    pub name: String,
    /// Its seats.
    pub seats: [LobbySeat; 2],
}

/// A seat that somebody can take.
#[derive(Clone, Debug)]
pub struct LobbySeat {
    /// The seat.
    pub seat: Seat,
    /// The names of those who have it.
    pub people: Vec<String>,
    /// Whether a computer partner has it.
    pub partner: bool,
    /// What a button sends; `None` if nobody else can take it.
    pub take: Option<String>,
}

/// The page at the door.
#[must_use]
pub fn door(text: &Text, door: &Door) -> Body {
    let content = html! {
        main.narrow #door {
            h1 { (text.get("door-title")) }
            p { (text.get("door-about")) }
            (notice(door.refused))
            form method="post" action="/join" {
                @match door.code {
                    Some(code) => input type="hidden" name="code" value=(code);,
                    None => {
                        label for="code" { (text.get("door-code")) }
                        input #code name="code" required maxlength="12" autocapitalize="characters" autocomplete="off" spellcheck="false";
                    }
                }
                label for="name" { (text.get("door-name")) }
                input #name name="name" value=(door.name) required maxlength="40" autocomplete="nickname";
                p.small.muted { (text.get("door-name-about")) }
                button.main type="submit" { (text.get("door-enter")) }
            }
            details open[door.back || !door.returning.is_empty()] {
                summary { (text.get("door-back")) }
                @if let Some(code) = door.code {
                    form.presses method="post" action="/return" {
                        input type="hidden" name="code" value=(code);
                        @for (person, name) in door.returning { button type="submit" name="person" value=(person) { (name) } }
                    }
                }
                form method="post" action="/back" {
                    @if let Some(code) = door.code { input type="hidden" name="code" value=(code); }
                    label for="own" { (text.get("door-own-code")) }
                    input #own name="own" required maxlength="12" autocapitalize="characters" autocomplete="off" spellcheck="false";
                    button type="submit" { (text.get("door-come-back")) }
                }
            }
            (languages(text))
        }
    };
    Body { title: text.get("door-title"), content, waits: false }
}

/// Where somebody takes a seat.
#[must_use]
pub fn lobby(text: &Text, lobby: &Lobby) -> Body {
    let content = html! {
        main #lobby {
            h1 { (text.with("lobby-title", &[("name", &lobby.name)])) }
            p { (text.get("lobby-about")) }
            (notice(lobby.said))
            form method="post" action="/sit" {
                p {
                    @if lobby.chooses { button.main type="submit" name="place" value="any" { (text.get("lobby-any")) } }
                    @else { b { (text.get("lobby-assigned")) } }
                }
                div.teams {
                    @for team in lobby.teams {
                        section.card {
                            h2 { (team.name) }
                            @for seat in &team.seats { (self::seat(text, seat)) }
                        }
                    }
                }
            }
            p.small.muted { (text.with("own-code", &[("code", &lobby.letters)])) }
            (languages(text))
        }
    };
    Body { title: text.get("lobby-short"), content, waits: true }
}

fn seat(text: &Text, seat: &LobbySeat) -> Markup {
    let people = seat.people.join(", ");
    html! {
        button.answer type="submit" name="place" value=[seat.take.as_deref()] disabled[seat.take.is_none()] {
            b class=(super::seat::class(seat.seat)) { (text::seat(text, seat.seat)) }
            span.small {
                @match (people.is_empty(), seat.partner) {
                    (_, true) => { (text.get("console-partner-plays")) }
                    (true, false) => { (text.get("lobby-free")) }
                    (false, false) => { (people) }
                }
            }
        }
    }
}

/// The languages that a device can choose.
fn languages(text: &Text) -> Markup {
    html! {
        form.languages method="post" action="/language" {
            @for language in text::languages() {
                button type="submit" name="language" value=(language) lang=(language) disabled[language == text.language()] {
                    (Text::new(&language).get("language-name"))
                }
            }
        }
    }
}
