//! `off-roadmap host`: runs a workshop that people join with their own devices.

use std::collections::BTreeMap;
use std::io::{Write, stdout};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use tokio::net::TcpListener;

use super::play::{FIRST_SCENARIO, free_seed, usual_language};
use super::{count, done, fail, harmless, json_line, language, seed};
use crate::journal::{Journal, JournalError, KeptRoom, Opening, ROOM_ENDING, Runs, Task, code, rooms_dir};
use crate::room::Pace;
use crate::run::{plain, runs_dir};
use crate::scenario::{Scenario, Shelf};
use crate::text::{self, Teller, Text, languages};
use crate::web::{Host, Keys, Versions, addresses, serve};

/// The port, unless another is asked for.
const PORT: u16 = 7878;
/// As many ports after it are tried.
const PORTS: u16 = 10;
/// Letters of the code of a room that only devices nearby can reach, and of one on the internet.
const CODE: (usize, usize) = (4, 8);

/// Host a workshop: teams join with their own devices.
#[derive(Args, Clone, Debug)]
pub struct HostArgs {
    /// Id of a scenario on the shelf, or path of a scenario file.
    pub scenario: Option<String>,
    /// Number of teams.
    #[arg(long, value_name = "N", value_parser = count(1..=500))]
    pub teams: Option<u32>,
    /// Seed of the random numbers, the same for all teams, or `each` for another one for each team; the default is a
    /// random one for all.
    #[arg(long, value_name = "N|each", value_parser = seeds, allow_negative_numbers = true)]
    pub seed: Option<Seeds>,
    /// When teams wait for each other.
    #[arg(long, value_enum)]
    pub pace: Option<PaceName>,
    /// Minutes for a quarter, or 0 for no clock; the first quarter has twice as many.
    #[arg(long, value_name = "M", value_parser = count(0..=240))]
    pub minutes: Option<u32>,
    /// Language of the wall, such as `de`; every device can choose its own.
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub language: Option<String>,
    /// Address and port to listen on; the default is every address of this machine.
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen: Option<SocketAddr>,
    /// Address under which devices reach this host, if it is behind a proxy.
    #[arg(long, value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// File that keeps the room; if it is there, its room goes on.
    #[arg(long, value_name = "FILE")]
    pub room: Option<PathBuf>,
    /// Open no window on this machine; a host opens none so far, so scripts can say so already.
    #[arg(long)]
    pub no_window: bool,
    /// Print one line of JSON with all addresses as soon as devices can join, and nothing else.
    #[arg(long)]
    pub json: bool,
}

/// Seeds, as they are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeds {
    /// This one for every team.
    Same(u64),
    /// Another one for each team.
    Each,
}

/// A pace, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PaceName {
    /// The facilitator opens every gate.
    Hand,
    /// A gate opens when all teams have come to it, or their time is up.
    Together,
    /// No team waits for another.
    Free,
}

impl From<PaceName> for Pace {
    fn from(name: PaceName) -> Self {
        match name {
            PaceName::Hand => Self::ByHand,
            PaceName::Together => Self::Together,
            PaceName::Free => Self::Free,
        }
    }
}

/// Where everything is, as a program reads it.
#[derive(serde::Serialize)]
struct Links {
    join: String,
    code: String,
    console: String,
    wall: String,
    room: String,
}

/// Runs the command.
#[must_use]
pub fn run(args: &HostArgs) -> ExitCode {
    let text = Text::new(&args.language.clone().unwrap_or_else(usual_language));
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&plain(&error)),
    };
    match runtime.block_on(host(args, &text)) {
        Ok(code) => code,
        Err(problem) => fail(&problem),
    }
}

async fn host(args: &HostArgs, text: &Text) -> Result<ExitCode, String> {
    let told = |error: JournalError| error.told(text);
    // If it cannot be raised, fewer devices can be connected at once.
    let _ = rlimit::increase_nofile_limit(u64::MAX);
    let listener = listen(args, text).await?;
    let local = listener.local_addr().map_err(|error| plain(&error))?;
    let (journal, opening, scenario) = room(args, text)?;
    let path = journal.path().to_path_buf();
    let versions = Arc::new(Versions::new(opening.teams.len()));
    let runs = match runs_dir() {
        Some(folder) => Runs::new(&folder, &opening),
        None => Runs::default(),
    };
    let counted = versions.clone();
    let tellers = tellers(&opening, &scenario);
    let kept =
        KeptRoom::start(journal, opening, scenario, runs, move |changed| counted.count(changed)).map_err(told)?;
    let reached = addresses(local.ip(), local.port());
    let made = Host::new(kept.clone(), versions, tellers, reached, args.public_url.clone()).await;
    let (host, keys) = made.map_err(|_| text.get("room-disk-full"))?;
    // Before anything is printed: a script may end the host as soon as it reads that.
    let interrupted = interrupted().map_err(|error| plain(&error))?;
    let printed = print(args, text, &host, &keys, local, &path);
    serve(listener, host.clone(), interrupted).await.map_err(|error| plain(&error))?;
    let _ = host.ask(Task::Close).await;
    let closed = text.with("host-closed", &[("room", &harmless(&path.display().to_string()))]) + "\n";
    let printed = printed.and_then(|()| if args.json { Ok(()) } else { stdout().write_all(closed.as_bytes()) });
    Ok(done(printed, "the output cannot be written"))
}

/// Hears from now on whether somebody ends the program, and waits for it.
#[cfg(unix)]
fn interrupted() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Hears from now on whether somebody ends the program, and waits for it.
#[cfg(windows)]
fn interrupted() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::windows::{ctrl_c, ctrl_close};
    let (mut interrupt, mut close) = (ctrl_c()?, ctrl_close()?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = close.recv() => {}
        }
    })
}

/// Listens on the address that was asked for, or on the first free port.
async fn listen(args: &HostArgs, text: &Text) -> Result<TcpListener, String> {
    let ports: Vec<SocketAddr> = match args.listen {
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
fn room(args: &HostArgs, text: &Text) -> Result<(Journal, Opening, Arc<Scenario>), String> {
    let told = |error: JournalError| error.told(text);
    if let Some(path) = args.room.as_deref().filter(|path| path.exists()) {
        let (journal, opening) = Journal::open(path).map_err(told)?;
        let scenario = load(&opening.scenario, &opening.language, text)?;
        if let Some(problem) = contradiction(args, &opening, text) {
            return Err(problem);
        }
        return Ok((journal, opening, Arc::new(scenario)));
    }
    let scenario = load(args.scenario.as_deref().unwrap_or(FIRST_SCENARIO), text.language(), text)?;
    let opening = opening(args, text, &scenario)?;
    let path = match (&args.room, rooms_dir()) {
        (Some(path), _) => path.clone(),
        (None, Some(folder)) => folder.join(format!("{}.{ROOM_ENDING}", opening.code.to_lowercase())),
        (None, None) => return Err(text.get("host-no-folder")),
    };
    let journal = Journal::create(&path, &opening).map_err(told)?;
    Ok((journal, opening, Arc::new(scenario)))
}

pub(super) fn load(id: &str, language: &str, text: &Text) -> Result<Scenario, String> {
    let mut shelf = Shelf::default();
    shelf.speak(language);
    shelf.load(id).map_err(|error| text::message(text, &error.message()))
}

/// What on the command line contradicts the room that is to go on, as a sentence.
fn contradiction(args: &HostArgs, opening: &Opening, text: &Text) -> Option<String> {
    let other_scenario = args.scenario.as_ref().is_some_and(|scenario| *scenario != opening.scenario);
    let other = [
        ("SCENARIO", other_scenario),
        ("--teams", args.teams.is_some_and(|teams| teams as usize != opening.teams.len())),
        (
            "--seed",
            args.seed.is_some_and(|seeds| {
                seeds != Seeds::Each && opening.seeds.iter().any(|&seed| Seeds::Same(seed) != seeds)
            }),
        ),
        ("--pace", args.pace.is_some()),
        (
            "--minutes",
            args.minutes.is_some_and(|minutes| Some(minutes).filter(|&minutes| minutes > 0) != opening.minutes),
        ),
    ];
    let (option, _) = other.into_iter().find(|(_, other)| *other)?;
    Some(text.with("host-goes-on", &[("option", &option)]))
}

fn opening(args: &HostArgs, text: &Text, scenario: &Scenario) -> Result<Opening, String> {
    let teams = team_names(text, args.teams.unwrap_or(6) as usize);
    let random = || getrandom::u64().map_err(|_| text.get("host-no-chance"));
    let length = if args.public_url.is_some() { CODE.1 } else { CODE.0 };
    Ok(Opening {
        code: code(random()?, length),
        scenario: scenario.place(),
        scenario_hash: scenario.hash.clone(),
        seeds: match args.seed {
            Some(Seeds::Same(seed)) => vec![seed; teams.len()],
            Some(Seeds::Each) => teams.iter().map(|_| random()).collect::<Result<_, _>>()?,
            None => vec![free_seed(); teams.len()],
        },
        teams,
        pace: args.pace.unwrap_or(PaceName::Together).into(),
        minutes: match args.minutes {
            Some(0) => None,
            minutes => Some(minutes.unwrap_or(15)),
        },
        language: text.language().to_owned(),
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

/// Says where everything is.
fn print(
    args: &HostArgs,
    text: &Text,
    host: &Host,
    keys: &Keys,
    local: SocketAddr,
    path: &Path,
) -> std::io::Result<()> {
    let base = host.base();
    // The facilitator sits at this machine, whatever the network does.
    let own = match (&args.public_url, local.ip()) {
        (Some(_), _) => base.clone(),
        (None, ip) if ip.is_unspecified() => {
            format!("http://{}", SocketAddr::new(IpAddr::from(Ipv4Addr::LOCALHOST), local.port()))
        }
        (None, _) => format!("http://{local}"),
    };
    let links = Links {
        join: format!("{base}/{}", host.code()),
        code: host.code().to_owned(),
        console: format!("{own}/console?key={}", keys.console.as_str()),
        wall: format!("{own}/wall?key={}", keys.wall.as_str()),
        room: path.display().to_string(),
    };
    let words = match args.json {
        true => json_line(&links),
        false => {
            about(text, host, &own)
                + &text.with(
                    "host-links",
                    &[
                        ("join", &links.join),
                        ("code", &links.code),
                        ("console", &links.console),
                        ("wall", &links.wall),
                        ("room", &harmless(&links.room)),
                    ],
                )
                + "\n"
        }
    };
    let mut output = stdout().lock();
    output.write_all(words.as_bytes())?;
    output.flush()
}

/// What kind of room it is, whether it goes on, and whether devices can reach it at all.
fn about(text: &Text, host: &Host, own: &str) -> String {
    let opening = host.opening();
    let minutes = opening
        .minutes
        .map_or_else(|| text.get("host-no-clock"), |minutes| text.with("host-minutes", &[("minutes", &minutes)]));
    let room =
        text.with("host-about", &[("scenario", &host.title()), ("teams", &opening.teams.len()), ("minutes", &minutes)]);
    let goes_on = host.position().map(|position| text.with("host-continues", &[("position", &position)]));
    let alone = (host.base() == own).then(|| text.get("host-loopback")).filter(|_| own.contains("//127."));
    [Some(room), goes_on, alone].into_iter().flatten().map(|line| line + "\n").collect::<String>() + "\n"
}

/// Parses `--seed`.
fn seeds(typed: &str) -> Result<Seeds, String> {
    if typed.trim().eq_ignore_ascii_case("each") {
        return Ok(Seeds::Each);
    }
    seed(typed).map(Seeds::Same).map_err(|problem| format!("{problem}, or `each`"))
}

/// Parses `--public-url`.
fn public_url(typed: &str) -> Result<String, String> {
    let url = typed.trim().trim_end_matches('/');
    let name = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match name {
        Some(name) if !name.is_empty() && !name.contains(['/', '?', '#', ' ']) => Ok(url.to_owned()),
        _ => Err("this must be an address such as https://workshop.example.org, without a path".to_owned()),
    }
}
