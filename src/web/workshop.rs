//! Opens a workshop and runs it: the room and its journal, a port, the links to it. The same for the command line and the
//! window.

use std::collections::BTreeMap;
use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::address::addresses;
use super::host::{Host, Keys, Versions};
use super::routes::serve;
use crate::journal::{Holder, Journal, JournalError, KeptRoom, Key, Mirror, Opening, ROOM_ENDING, Runs, Task, code};
use crate::room::Pace;
use crate::run::plain;
use crate::scenario::{Scenario, Shelf};
use crate::text::{self, Teller, Text, languages};

/// The scenario of a workshop, unless another is asked for.
const FIRST_SCENARIO: &str = "scale-up";
/// The port, unless another is asked for.
const PORT: u16 = 7878;
/// As many ports after it are tried.
const PORTS: u16 = 10;
/// Letters of the code of a room that only devices nearby can reach, and of one on the internet.
const CODE: (usize, usize) = (4, 8);
/// Teams, and minutes for a quarter, unless something else is asked for.
const TEAMS: usize = 6;
const MINUTES: u32 = 15;

/// What is asked of a workshop. What is left out is as usual; a room that goes on is as it was opened.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Id of a scenario on the shelf, or path of a scenario file.
    pub scenario: Option<String>,
    /// Number of teams.
    pub teams: Option<usize>,
    /// Seeds of the teams.
    pub seeds: Option<Seeds>,
    /// When teams wait for each other.
    pub pace: Option<Pace>,
    /// Minutes for a quarter; 0 for no clock.
    pub minutes: Option<u32>,
    /// Address and port to listen on.
    pub listen: Option<SocketAddr>,
    /// Address under which devices reach this host, if it is behind a proxy.
    pub public_url: Option<String>,
    /// File that keeps the room; if it is there, its room goes on.
    pub room: Option<PathBuf>,
    /// Folder for a second copy of the room, which follows it.
    pub mirror: Option<PathBuf>,
    /// Folder for the rooms that are given no file; `None` if the system has no place for it.
    pub rooms: Option<PathBuf>,
    /// Folder for the runs of the teams; `None` to keep them in the room alone.
    pub runs: Option<PathBuf>,
}

/// The seeds of the teams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeds {
    /// This one for every team.
    Same(u64),
    /// Another one for each team.
    Each,
}

/// A workshop that devices can join as soon as it runs.
#[derive(Debug)]
pub struct Workshop {
    /// What all requests share.
    pub host: Arc<Host>,
    /// Where everything is.
    pub links: Links,
    /// Whether devices other than this one can reach it.
    pub reachable: bool,
    listener: TcpListener,
}

/// Where everything is, as a program reads it.
#[derive(Clone, Debug, Serialize)]
pub struct Links {
    /// The address that devices open.
    pub join: String,
    /// The code of the room.
    pub code: String,
    /// The console; this link works once.
    pub console: String,
    /// The wall.
    pub wall: String,
    /// The file that keeps the room.
    pub room: String,
}

/// How a workshop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was closed and goes on whenever its room is opened again.
    Closed,
    /// Its room was deleted.
    Deleted,
}

impl Workshop {
    /// Opens a workshop in the language of a text.
    ///
    /// # Errors
    /// A sentence that says why it cannot be opened.
    pub async fn open(wanted: &Wanted, text: &Text) -> Result<Self, String> {
        let told = |error: JournalError| error.told(text);
        // If it cannot be raised, fewer devices can be connected at once.
        let _ = rlimit::increase_nofile_limit(u64::MAX);
        let listener = listen(wanted, text).await?;
        let local = listener.local_addr().map_err(|error| plain(&error))?;
        let (journal, opening, scenario) = room(wanted, text)?;
        let path = journal.path().to_path_buf();
        let versions = Arc::new(Versions::new(opening.teams.len()));
        let runs = wanted.runs.as_ref().map_or_else(Runs::default, |folder| Runs::new(folder, &opening));
        let mirror = wanted.mirror.as_ref().map(|folder| Mirror::start(folder, &journal, &opening));
        let mirror = mirror.transpose().map_err(told)?;
        let counted = versions.clone();
        let tellers = tellers(&opening, &scenario);
        let kept = KeptRoom::start(journal, opening, scenario, runs, mirror, move |changed| counted.count(changed))
            .map_err(told)?;
        let reached = addresses(local.ip(), local.port());
        let made = Host::new(kept, versions, tellers, reached, wanted.public_url.clone()).await;
        let (host, keys) = made.map_err(|_| text.get("room-disk-full"))?;
        let own = own_address(wanted, &host, local);
        let reachable = host.base() != own || !own.contains("//127.");
        let links = links(&host, &keys, &own, &path);
        Ok(Self { host, links, reachable, listener })
    }

    /// Serves devices until `stop` is done or the room is deleted. Nothing that was accepted is lost.
    ///
    /// # Errors
    /// The network fails.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<Ended> {
        let host = self.host;
        let mut deleted = host.kept.deleted();
        let ends = async move {
            tokio::select! {
                () = stop => {}
                _ = deleted.wait_for(|deleted| *deleted) => {}
            }
        };
        serve(self.listener, host.clone(), ends).await?;
        // A room that is gone closes nothing.
        let _ = host.ask(Task::Close).await;
        Ok(if *host.kept.deleted().borrow() { Ended::Deleted } else { Ended::Closed })
    }
}

/// A workshop that runs in threads of its own, until this is dropped.
#[derive(Debug)]
pub struct Running {
    /// What all requests share.
    pub host: Arc<Host>,
    /// Where everything is.
    pub links: Links,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Opens a workshop in the language of a text, and runs it.
    ///
    /// # Errors
    /// A sentence that says why it cannot be opened.
    pub fn start(wanted: Wanted, text: Arc<Text>) -> Result<Self, String> {
        let (stop, stopped) = oneshot::channel();
        let (opened, wait) = mpsc::channel();
        let run = move || {
            let opening = async {
                let workshop = Workshop::open(&wanted, &text).await?;
                // Whoever waits for it may have gone, and then it is stopped, too.
                let _ = opened.send(Ok((workshop.host.clone(), workshop.links.clone())));
                let stop = async { drop(stopped.await) };
                workshop.run(stop).await.map(drop).map_err(|error| plain(&error))
            };
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
            let ran = runtime.map_err(|error| plain(&error)).and_then(|runtime| runtime.block_on(opening));
            if let Err(problem) = ran {
                let _ = opened.send(Err(problem));
            }
        };
        let thread = thread::Builder::new().name("workshop".to_owned()).spawn(run).map_err(|error| plain(&error))?;
        let (host, links) = wait.recv().map_err(|_| String::new())??;
        Ok(Self { host, links, stop: Some(stop), thread: Some(thread) })
    }

    /// Whether it has ended by itself: its room was deleted, or the network failed.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// A new link to the console. It works once.
    #[must_use]
    pub fn console_link(&self) -> Option<String> {
        let key = Key::new().ok()?;
        let (given, wait) = mpsc::channel();
        self.host.kept.ask(Task::Give(key.hash(), Holder::ConsoleLink), move |done| {
            let _ = given.send(done.is_ok());
        });
        let own = self.links.console.split('?').next().unwrap_or_default();
        wait.recv().ok().filter(|given| *given).map(|_| format!("{own}?key={}", key.as_str()))
    }
}

impl Drop for Running {
    /// Nothing that was accepted is lost, and devices are told.
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The address of this machine for the facilitator who sits at it, whatever the network does.
fn own_address(wanted: &Wanted, host: &Host, local: SocketAddr) -> String {
    match (&wanted.public_url, local.ip()) {
        (Some(_), _) => host.base(),
        (None, ip) if ip.is_unspecified() => {
            format!("http://{}", SocketAddr::new(IpAddr::from(Ipv4Addr::LOCALHOST), local.port()))
        }
        (None, _) => format!("http://{local}"),
    }
}

fn links(host: &Host, keys: &Keys, own: &str, path: &Path) -> Links {
    Links {
        join: format!("{}/{}", host.base(), host.code()),
        code: host.code().to_owned(),
        console: format!("{own}/console?key={}", keys.console.as_str()),
        wall: format!("{own}/wall?key={}", keys.wall.as_str()),
        room: path.display().to_string(),
    }
}

/// Listens on the address that was asked for, or on the first free port.
async fn listen(wanted: &Wanted, text: &Text) -> Result<TcpListener, String> {
    let ports: Vec<SocketAddr> = match wanted.listen {
        Some(address) => vec![address],
        None => (PORT..PORT + PORTS).map(|port| (Ipv4Addr::UNSPECIFIED, port).into()).collect(),
    };
    let mut problem = String::new();
    for address in ports {
        match TcpListener::bind(address).await {
            Ok(listener) => return Ok(listener),
            Err(error) => {
                let at = address.to_string();
                problem = match error.kind() {
                    std::io::ErrorKind::AddrInUse => text.with("host-port-in-use", &[("address", &at)]),
                    _ => text.with("host-cannot-listen", &[("address", &at), ("reason", &plain(&error))]),
                };
            }
        }
    }
    Err(problem)
}

/// The room to go on with, or a new one.
fn room(wanted: &Wanted, text: &Text) -> Result<(Journal, Opening, Arc<Scenario>), String> {
    let told = |error: JournalError| error.told(text);
    if let Some(path) = wanted.room.as_deref().filter(|path| path.exists()) {
        let (journal, opening) = Journal::open(path).map_err(told)?;
        let scenario = load(&opening.scenario, &opening.language, text)?;
        if let Some(problem) = contradiction(wanted, &opening, text) {
            return Err(problem);
        }
        return Ok((journal, opening, Arc::new(scenario)));
    }
    let scenario = load(wanted.scenario.as_deref().unwrap_or(FIRST_SCENARIO), text.language(), text)?;
    let opening = opening(wanted, text, &scenario)?;
    let path = match (&wanted.room, &wanted.rooms) {
        (Some(path), _) => path.clone(),
        (None, Some(folder)) => folder.join(format!("{}.{ROOM_ENDING}", opening.code.to_lowercase())),
        (None, None) => return Err(text.get("host-no-folder")),
    };
    let journal = Journal::create(&path, &opening).map_err(told)?;
    Ok((journal, opening, Arc::new(scenario)))
}

/// Loads the scenario of a room in a language.
///
/// # Errors
/// A sentence that says why not.
pub fn load(id: &str, language: &str, text: &Text) -> Result<Scenario, String> {
    let mut shelf = Shelf::default();
    shelf.speak(language);
    shelf.load(id).map_err(|error| text::message(text, &error.message()))
}

/// What is asked for that contradicts the room that is to go on, as a sentence.
fn contradiction(wanted: &Wanted, opening: &Opening, text: &Text) -> Option<String> {
    let other_scenario = wanted.scenario.as_ref().is_some_and(|scenario| *scenario != opening.scenario);
    let other = [
        ("SCENARIO", other_scenario),
        ("--teams", wanted.teams.is_some_and(|teams| teams != opening.teams.len())),
        (
            "--seed",
            wanted.seeds.is_some_and(|seeds| {
                seeds != Seeds::Each && opening.seeds.iter().any(|&seed| Seeds::Same(seed) != seeds)
            }),
        ),
        ("--pace", wanted.pace.is_some_and(|pace| pace != opening.pace)),
        (
            "--minutes",
            wanted.minutes.is_some_and(|minutes| Some(minutes).filter(|&minutes| minutes > 0) != opening.minutes),
        ),
    ];
    let (option, _) = other.into_iter().find(|(_, other)| *other)?;
    Some(text.with("host-goes-on", &[("option", &option)]))
}

fn opening(wanted: &Wanted, text: &Text, scenario: &Scenario) -> Result<Opening, String> {
    let teams = team_names(text, wanted.teams.unwrap_or(TEAMS));
    let random = || getrandom::u64().map_err(|_| text.get("host-no-chance"));
    let length = if wanted.public_url.is_some() { CODE.1 } else { CODE.0 };
    Ok(Opening {
        code: code(random()?, length),
        scenario: scenario.place(),
        scenario_hash: scenario.hash.clone(),
        seeds: match wanted.seeds {
            Some(Seeds::Same(seed)) => vec![seed; teams.len()],
            Some(Seeds::Each) => teams.iter().map(|_| random()).collect::<Result<_, _>>()?,
            None => vec![random()?; teams.len()],
        },
        teams,
        pace: wanted.pace.unwrap_or(Pace::Together),
        minutes: match wanted.minutes {
            Some(0) => None,
            minutes => Some(minutes.unwrap_or(MINUTES)),
        },
        language: text.language().to_owned(),
        kept: false,
    })
}

/// Names for teams: those of the language first, then numbers.
fn team_names(text: &Text, count: usize) -> Vec<String> {
    let names = text.get("team-names");
    let named = names.split(',').map(|name| name.trim().to_owned());
    let numbered = (1..).map(|number: usize| text.with("team-numbered", &[("number", &number)]));
    match named.clone().count() >= count {
        true => named.take(count).collect(),
        false => numbered.take(count).collect(),
    }
}

/// The words of a room in its own language and in all others. The games of a room have no language.
fn tellers(opening: &Opening, scenario: &Arc<Scenario>) -> (Teller, BTreeMap<String, Teller>) {
    let teller = |language: String| {
        let mut shelf = Shelf::default();
        shelf.speak(&language);
        let translated = shelf.load(&opening.scenario).map_or_else(|_| scenario.clone(), Arc::new);
        (language.clone(), Teller::new(Arc::new(Text::new(&language)), translated))
    };
    let own = Teller::new(Arc::new(Text::new(&opening.language)), scenario.clone());
    (own, languages().into_iter().map(teller).collect())
}
