//! The console: what the facilitator sees and does.

use maud::{Markup, html};

use super::document::Body;
use super::part::{Clock, countdown, notice};
use super::qr::qr;
use crate::ids::Seat;
use crate::text::{self, Text};

/// The console.
#[derive(Clone, Debug)]
pub struct Console {
    /// The title of the scenario.
    pub scenario: String,
    /// The code of the room.
    pub code: String,
    /// Where devices can come in, the likeliest address first.
    pub addresses: Vec<Address>,
    /// The address of the wall.
    pub wall: String,
    /// Whether the teams can be compared.
    pub compares: bool,
    /// How far the teams are.
    pub position: String,
    /// What was said last, or is wrong now.
    pub said: Vec<String>,
    /// Who needs the facilitator, the most urgent first.
    pub needs: Vec<String>,
    /// What can be done with the room as a whole.
    pub room: Vec<Press>,
    /// When gates open: the possible paces.
    pub paces: Vec<Press>,
    /// What the wall may say of the teams.
    pub wall_says: Vec<Press>,
    /// Whether the next gate cannot be opened because no team has come to it.
    pub nobody_there: bool,
    /// Why the next gate is still closed: who is unfinished, and where.
    pub unfinished: Vec<String>,
    /// The teams.
    pub teams: Vec<ConsoleTeam>,
    /// Those who have no seat, with their numbers.
    pub watching: Vec<(u32, String)>,
    /// How people come to their seats: the possible ways, and what else can be done about seats.
    pub seatings: Vec<Press>,
    /// Who can be moved: the value of a choice and its name.
    pub people: Vec<(String, String)>,
    /// Where to.
    pub places: Vec<(String, String)>,
    /// To whom something can be said.
    pub says: Vec<Say>,
    /// Who has a console, too.
    pub facilitators: Vec<(String, CoFacilitator)>,
    /// Whether bots could play free teams now, if it is a rehearsal.
    pub rehearsal: Option<bool>,
    /// Whether the room is kept for longer than rooms are.
    pub kept: bool,
    /// Whether a second copy follows.
    pub mirrored: bool,
}

/// How far a co-facilitator is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoFacilitator {
    /// The console is open.
    Here,
    /// The link was not used yet; `None` if it was given before the host was started again.
    Invited(Option<String>),
}

/// To whom the facilitator can say something.
#[derive(Clone, Debug)]
pub struct Say {
    /// Who it is.
    pub to: String,
    /// What its button sends.
    pub value: String,
    /// What was said last, and is still shown.
    pub said: Option<String>,
}

/// Somebody on a seat.
#[derive(Clone, Debug)]
pub struct ConsolePerson {
    /// The number.
    pub id: u32,
    /// The name; that of a bot has its policy, too.
    pub name: String,
    /// Whether a device of the person is connected.
    pub connected: bool,
    /// Answers a call for help; `None` if there is none.
    pub call: Option<Press>,
    /// Frees the seat.
    pub rise: Press,
}

/// An address of this machine.
#[derive(Clone, Debug)]
pub struct Address {
    /// The whole address, with the code.
    pub url: String,
    /// Whether a device came in through it.
    pub arrived: bool,
    /// What makes it the first one; `None` if it is.
    pub prefer: Option<String>,
}

/// Something that can be done.
#[derive(Clone, Debug)]
pub struct Press {
    /// What it is called.
    pub label: String,
    /// What the button sends; `None` if it cannot be done now.
    pub value: Option<String>,
    /// How it is shown.
    pub look: Look,
}

/// How something that can be done is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Like any other.
    Plain,
    /// As what the facilitator most likely does next.
    Main,
    /// As what is so already.
    Chosen,
}

/// A team on the console.
#[derive(Clone, Debug)]
pub struct ConsoleTeam {
    /// Its name.
    pub name: String,
    /// The quarter and the phase.
    pub phase: String,
    /// Whether it waits at the gate.
    pub held: bool,
    /// The time until its phase should be done.
    pub clock: Option<Clock>,
    /// Its seats.
    pub seats: [ConsoleSeat; 2],
    /// Undoes that it was taken back to an earlier quarter; `None` if it was not, or has signed something since.
    pub undo: Option<Press>,
    /// Takes it back to an earlier quarter, the latest first.
    pub rewinds: Vec<Press>,
}

/// A seat on the console.
#[derive(Clone, Debug)]
pub struct ConsoleSeat {
    /// The seat.
    pub seat: Seat,
    /// The value of the seat among the places.
    pub place: String,
    /// Where its page can be looked at.
    pub look: String,
    /// Those who have it.
    pub people: Vec<ConsolePerson>,
    /// What it does now, in words.
    pub doing: String,
    /// Whether the team waits for it.
    pub missing: bool,
    /// What can be done for it.
    pub acts: Vec<Press>,
}

/// The page.
#[must_use]
pub fn console(text: &Text, console: &Console) -> Body {
    let content = html! {
        header.wall {
            div.line {
                span { b { (text.get("console-title")) } " · " (console.scenario) " · " (console.position) }
                b { (console.code) }
            }
        }
        // In view wherever the press was.
        div.said {
            @if !console.needs.is_empty() {
                p.notice.needs role="status" { b { (text.get("console-needs")) } " " (console.needs.join(" · ")) }
            }
            @for said in &console.said { (notice(Some(said))) }
        }
        main #console {
            @if let Some(fill) = console.rehearsal { (rehearsal(text, fill)) }
            form method="post" action="/console" {
                section.card {
                    h1 { (text.get("console-room")) }
                    div.presses { @for press in &console.room { (self::press(press)) } }
                    @if !console.unfinished.is_empty() {
                        p.small {
                            @if console.nobody_there { (text.get("console-nobody-there")) " " }
                            (text.with("console-unfinished", &[("names", &console.unfinished.join(", "))])) }
                    }
                    div.presses {
                        span.small.muted { (text.get("console-pace")) }
                        @for press in &console.paces { (self::press(press)) }
                    }
                    div.presses {
                        span.small.muted { (text.get("console-wall")) }
                        @for press in &console.wall_says { (self::press(press)) }
                    }
                }
                div.teams { @for team in &console.teams { (self::team(text, team)) } }
            }
            (seating(text, console))
            // Enter in a form presses its first button.
            form method="post" action="/console" { (says(text, &console.says)) }
            form method="post" action="/console" { (way_in(text, console)) }
            (facilitators(text, &console.facilitators))
            (data(text, console))
        }
    };
    Body { title: text.get("console-title"), content, waits: true }
}

/// What a rehearsal is, and bots for it.
fn rehearsal(text: &Text, fill: bool) -> Markup {
    html! {
        section.card {
            p { b { (text.get("console-rehearsal")) } " " (text.get("console-rehearsal-about")) }
            @if fill {
                form method="post" action="/console" {
                    button.main type="submit" name="bots" value="true" { (text.get("console-bots")) }
                }
            }
        }
    }
}

fn team(text: &Text, team: &ConsoleTeam) -> Markup {
    html! {
        section.card {
            div.line { h2 { (team.name) } (countdown(text, team.clock)) }
            p.small.muted { (team.phase) @if team.held { " · " (text.get("console-held")) } }
            @for seat in &team.seats {
                div.seat data-place=(seat.place) {
                    div.line {
                        span {
                            b class=(super::seat::class(seat.seat)) { (text::seat(text, seat.seat)) } " "
                            @if !seat.people.is_empty() { a.small.look href=(seat.look) { (text.get("console-look")) } }
                        }
                        @if seat.missing { b { (seat.doing) } } @else { span.muted { (seat.doing) } }
                    }
                    @for person in &seat.people { (self::person(text, person)) }
                    @if seat.people.is_empty() { p.small.muted { (text.get("lobby-free")) } }
                    @if !seat.acts.is_empty() { div.presses { @for press in &seat.acts { (self::press(press)) } } }
                }
            }
            @if let Some(undo) = &team.undo { div.presses { (press(undo)) } }
            @if !team.rewinds.is_empty() {
                details.small {
                    summary { (text.get("console-more")) }
                    p.muted { (text.get("console-rewind-about")) }
                    div.presses { @for press in &team.rewinds { (self::press(press)) } }
                }
            }
        }
    }
}

fn person(text: &Text, person: &ConsolePerson) -> Markup {
    html! {
        details.person {
            summary draggable="true" data-person=(person.id) {
                (person.name) @if !person.connected { " " span.muted { (text.get("console-away")) } }
                @if person.call.is_some() { " " b.bad { (text.get("console-calls")) } }
            }
            (press(&person.rise))
        }
        @if let Some(call) = &person.call { (press(call)) }
    }
}

/// Who sits where, and how that can be changed.
fn seating(text: &Text, console: &Console) -> Markup {
    html! {
        section.card {
            h1 { (text.get("console-seats")) }
            form.presses method="post" action="/console" {
                @for press in &console.seatings { (self::press(press)) }
            }
            @if !console.watching.is_empty() {
                p {
                    (text.get("console-watching")) " "
                    @for (id, name) in &console.watching { span.person draggable="true" data-person=(id) { (name) } " " }
                }
            }
            @if !console.people.is_empty() {
                form.presses #move method="post" action="/console" {
                    (choice(text, "person", "console-move", &console.people))
                    (choice(text, "place", "console-move-to", &console.places))
                    button type="submit" { (text.get("console-move-now")) }
                }
                p.small.muted { (text.get("console-move-about")) }
            }
        }
    }
}

/// A choice among many, by the value that is sent and its name.
fn choice(text: &Text, name: &str, label: &str, among: &[(String, String)]) -> Markup {
    html! {
        label for=(name) { (text.get(label)) }
        select id=(name) name=(name) { @for (value, name) in among { option value=(value) { (name) } } }
    }
}

/// What the facilitator says, and to whom.
fn says(text: &Text, says: &[Say]) -> Markup {
    let among: Vec<(String, String)> = says.iter().map(|say| (say.value.clone(), say.to.clone())).collect();
    html! {
        section.card {
            h1 { label for="words" { (text.get("console-say")) } }
            input #words name="words" maxlength="300" autocomplete="off";
            div.presses {
                (choice(text, "say", "console-say-to", &among))
                button type="submit" { (text.get("console-say-now")) }
            }
            @for say in says {
                @if let Some(said) = &say.said { p.small { b { (say.to) ": " } (said) } }
            }
            p.small.muted { (text.get("console-say-about")) }
        }
    }
}

/// How devices come in.
fn way_in(text: &Text, console: &Console) -> Markup {
    html! {
        section.card {
            h1 { (text.get("console-way-in")) }
            div.columns {
                div {
                    @if let Some(first) = console.addresses.first() { (qr(&first.url, &text.get("wall-qr"))) }
                }
                div {
                    @for address in &console.addresses {
                        div.line {
                            span { @if address.arrived { b.good { "✓ " } } (address.url) }
                            @if let Some(prefer) = &address.prefer {
                                button type="submit" name="prefer" value=(prefer) { (text.get("console-prefer")) }
                            }
                        }
                    }
                    @if console.compares {
                        p { a href="/console/compare" target="_blank" rel="noopener" { b { (text.get("console-compare")) } } }
                    }
                    p { a href=(console.wall) target="_blank" rel="noopener" { (text.get("console-open-wall")) } }
                    details {
                        summary { (text.get("console-reach")) }
                        ul {
                            @for key in REACH { li { (text.get(key)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Who facilitates, too.
fn facilitators(text: &Text, facilitators: &[(String, CoFacilitator)]) -> Markup {
    html! {
        details.card {
            summary { (text.get("console-facilitators")) @if !facilitators.is_empty() { " (" (facilitators.len()) ")" } }
            p { (text.get("console-facilitators-about")) }
            form method="post" action="/console" {
                @for (name, how) in facilitators {
                    div.line {
                        span {
                            (text::seen(name))
                            @if *how != CoFacilitator::Here { " " span.muted { (text.get("console-link-unused")) } }
                        }
                        button.danger type="submit" name="revoke" value=(name) { (text.get("console-revoke")) }
                    }
                    @if let CoFacilitator::Invited(Some(link)) = how {
                        p.small.address { (link) }
                        (qr(link, &text.with("console-invited", &[("name", &text::seen(name)), ("link", link)])))
                    }
                }
            }
            form.presses method="post" action="/console" {
                label for="facilitator" { (text.get("console-facilitator-name")) }
                input #facilitator name="facilitator" required maxlength="24" autocomplete="off";
                button type="submit" { (text.get("console-invite")) }
            }
        }
    }
}

/// How long what people did is kept, and how it is deleted.
fn data(text: &Text, console: &Console) -> Markup {
    let (about, key) = match (console.kept, console.rehearsal) {
        (true, _) => ("console-data-kept", "console-keep-no-longer"),
        (false, Some(_)) => ("console-data-rehearsal", "console-keep-rehearsal"),
        (false, None) => ("console-data-about", "console-keep"),
    };
    html! {
        details.card {
            summary { (text.get("console-data")) }
            p { (text.get(about)) }
            @if console.mirrored { p { (text.get("console-mirrored")) } }
            form.presses method="post" action="/console" {
                button type="submit" name="keep" value=(!console.kept) { (text.get(key)) }
            }
            p { (text.get("console-delete-about")) }
            form.presses method="post" action="/console" {
                label for="delete" { (text.with("console-delete-code", &[("code", &console.code)])) }
                input #delete.short name="delete" required maxlength="12" autocomplete="off" autocapitalize="characters";
                button.danger type="submit" { (text.get("console-delete")) }
            }
        }
    }
}

/// What to try when no device arrives, the likeliest first.
const REACH: [&str; 6] =
    ["reach-same", "reach-address", "reach-firewall", "reach-guest", "reach-mobile", "reach-router"];

fn press(press: &Press) -> Markup {
    let class = match press.look {
        Look::Plain => None,
        Look::Main => Some("main"),
        Look::Chosen => Some("chosen"),
    };
    let chosen = (press.look == Look::Chosen).then_some("true");
    html! {
        button type="submit" name="act" value=[press.value.as_deref()] disabled[press.value.is_none()]
            class=[class] aria-pressed=[chosen] { (press.label) }
    }
}
