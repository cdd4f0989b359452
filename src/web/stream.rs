//! Tells open pages and programs what changed: a stream of events, each of which is the whole page, or data, again. A device that lost its
//! stream opens another one and is up to date.

use std::convert::Infallible;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::mpsc;
use tokio::sync::watch::Receiver;
use tokio::time::sleep;
use tokio_stream::wrappers::ReceiverStream;

use super::cookie;
use super::host::Host;
use super::{console, seat, sheet, wall};
use crate::journal::{KeyHash, Task};
use crate::page::Body;
use crate::room::{PersonId, RoomCommand};
use crate::text::Teller;

/// Interval of the heartbeat. A device reopens a stream that is silent for two and a half of these.
const BEAT: Duration = Duration::from_secs(15);
/// The shortest time between two events of a seat's page, so that many changes at once are sent once.
const SEAT_PAUSE: Duration = Duration::from_millis(40);
/// The same for pages that show everybody.
const ROOM_PAUSE: Duration = Duration::from_millis(400);

/// Who looks at a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Viewer {
    Person(PersonId),
    /// With the key, which can be taken away.
    Console(KeyHash),
    Wall,
}

/// What each event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A page, for a browser.
    Page,
    /// Data, for a program.
    Data,
}

pub(super) async fn of_person(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    person(host, &headers, Form::Page)
}

pub(super) async fn of_console(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    console(host, &headers, Form::Page)
}

pub(super) async fn of_wall(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    wall(host, &headers, Form::Page)
}

pub(super) async fn data_of_person(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    person(host, &headers, Form::Data)
}

pub(super) async fn data_of_console(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    console(host, &headers, Form::Data)
}

pub(super) async fn data_of_wall(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    wall(host, &headers, Form::Data)
}

fn person(host: Arc<Host>, headers: &HeaderMap, form: Form) -> Response {
    let person = cookie::person(&host, headers);
    stream(host, headers, person.map(Viewer::Person), form)
}

fn console(host: Arc<Host>, headers: &HeaderMap, form: Form) -> Response {
    let key = cookie::console(&host, headers);
    stream(host, headers, key.map(Viewer::Console), form)
}

fn wall(host: Arc<Host>, headers: &HeaderMap, form: Form) -> Response {
    let may_see = wall::may_see(&host, headers);
    stream(host, headers, may_see.then_some(Viewer::Wall), form)
}

/// The stream of a viewer; nobody without a key has one.
fn stream(host: Arc<Host>, headers: &HeaderMap, viewer: Option<Viewer>, form: Form) -> Response {
    let Some(viewer) = viewer else { return StatusCode::FORBIDDEN.into_response() };
    let language = match viewer {
        Viewer::Wall => host.own_language().to_owned(),
        Viewer::Person(_) | Viewer::Console(_) => cookie::language(&host, headers).to_owned(),
    };
    let (events, receiver) = mpsc::channel(2);
    tokio::spawn(async move {
        connect(&host, viewer, true).await;
        follow(&host, (viewer, form), &language, &events).await;
        connect(&host, viewer, false).await;
    });
    let mut answer = Sse::new(ReceiverStream::new(receiver)).into_response();
    // Some proxies collect an answer until it is complete, which this one never is.
    answer.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    answer
}

/// Notes that a device of a person came or went.
async fn connect(host: &Host, viewer: Viewer, connected: bool) {
    if let Viewer::Person(person) = viewer {
        // It may have been removed meanwhile.
        let _ = host.ask(Task::Command(RoomCommand::Connect { person, connected })).await;
    }
}

type Events = mpsc::Sender<Result<Event, Infallible>>;

/// Sends the page of a viewer now and after each change, until the device is gone or the host closes.
async fn follow(host: &Arc<Host>, (viewer, form): (Viewer, Form), language: &str, events: &Events) {
    let mut sent = String::new();
    let mut closing = host.versions.closing();
    loop {
        // Subscribed before it is drawn, so that no change is missed.
        let mut subscribed = Subscriptions::of(host, viewer);
        if let Viewer::Console(key) = viewer
            && host.kept.holder(&key).is_none()
        {
            let taken = Event::default().event("over").data(host.teller(language).get("console-taken"));
            let _ = events.send(Ok(taken)).await;
            return;
        }
        let Some(page) = draw(host, viewer, form, language).await else { return };
        if page != sent {
            sent.clone_from(&page);
            if events.send(Ok(Event::default().event("page").data(page))).await.is_err() {
                return;
            }
        }
        sleep(if matches!(viewer, Viewer::Person(_)) { SEAT_PAUSE } else { ROOM_PAUSE }).await;
        loop {
            tokio::select! {
                () = subscribed.change() => break,
                () = events.closed() => return,
                () = closed(&mut closing) => {
                    let deleted = *host.kept.deleted().borrow();
                    let over = |key| Event::default().event("over").data(host.teller(language).get(key));
                    let farewell = match deleted {
                        true => over("page-deleted"),
                        false if !host.stays() => over("page-rehearsed"),
                        false => Event::default().event("closed").data("closed"),
                    };
                    let _ = events.send(Ok(farewell)).await;
                    return;
                }
                () = sleep(BEAT) => {
                    if events.send(Ok(Event::default().event("beat").data("beat"))).await.is_err() {
                        return;
                    }
                }
            }
        }
    }
}

/// Waits until the host closes.
async fn closed(closing: &mut Receiver<bool>) {
    // If nobody can say any more that it closes, it has closed.
    let _ = closing.wait_for(|closing| *closing).await;
}

/// The change counters that a page depends on.
struct Subscriptions {
    all: Receiver<u64>,
    people: Option<Receiver<u64>>,
    team: Option<Receiver<u64>>,
}

impl Subscriptions {
    fn of(host: &Host, viewer: Viewer) -> Self {
        let place = match viewer {
            Viewer::Person(person) => host.kept.room().person(person).and_then(|person| person.place),
            Viewer::Console(_) | Viewer::Wall => None,
        };
        let people = place.is_none().then(|| host.versions.people());
        Self { all: host.versions.all(), people, team: place.and_then(|place| host.versions.team(place.team)) }
    }

    fn change(&mut self) -> impl Future<Output = ()> {
        async fn changed(version: Option<&mut Receiver<u64>>) {
            let heard = match version {
                Some(version) => version.changed().await.is_ok(),
                None => false,
            };
            if !heard {
                std::future::pending::<()>().await;
            }
        }
        async {
            tokio::select! {
                () = changed(Some(&mut self.all)) => {}
                () = changed(self.people.as_mut()) => {}
                () = changed(self.team.as_mut()) => {}
            }
        }
    }
}

/// Draws a page, or writes its data, on a thread that may wait for the room.
async fn draw(host: &Arc<Host>, viewer: Viewer, form: Form, language: &str) -> Option<String> {
    let (host, language) = (host.clone(), language.to_owned());
    let drawn = tokio::task::spawn_blocking(move || {
        let teller = host.teller(&language);
        match form {
            Form::Page => page(&host, teller, viewer),
            Form::Data => data(&host, teller, viewer),
        }
    });
    drawn.await.ok().flatten()
}

fn page(host: &Host, teller: &Teller, viewer: Viewer) -> Option<String> {
    let body: Option<Body> = match viewer {
        Viewer::Person(person) => seat::body(host, teller, person, None),
        Viewer::Console(_) => Some(console::body(host, teller, None)),
        Viewer::Wall => Some(wall::body(host, teller)),
    };
    body.map(|body| body.content.into_string())
}

fn data(host: &Host, teller: &Teller, viewer: Viewer) -> Option<String> {
    let data = match viewer {
        Viewer::Person(person) => serde_json::to_string(&sheet::person_sheet(host, teller, person)?),
        Viewer::Console(_) => serde_json::to_string(&sheet::room_sheet(host, teller)),
        Viewer::Wall => serde_json::to_string(&sheet::wall_sheet(host, teller)),
    };
    data.ok()
}
