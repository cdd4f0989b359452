//! `off-roadmap host`: runs a workshop that people join with their own devices.

use std::io::{Write, stderr, stdout};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::play::usual_language;
use super::{count, done, fail, harmless, json_line, language, seed};
use crate::journal::{self, rooms_dir};
use crate::room::Pace;
use crate::run::{plain, runs_dir};
use crate::text::{Text, Value};
use crate::web::{Ended, Links, Seeds, Wanted, Workshop};

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
    /// Address under which devices reach this host, if it has a name or is behind a proxy.
    #[arg(long, value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// Files with a certificate and its private key, in PEM, to speak TLS; `--public-url` names whom it is for.
    #[arg(long, value_name = "CERT,KEY", value_parser = tls)]
    pub tls: Option<(PathBuf, PathBuf)>,
    /// File that keeps the room; if it is there, its room goes on.
    #[arg(long, value_name = "FILE")]
    pub room: Option<PathBuf>,
    /// Folder, such as a USB stick, for a second copy of the room that follows within seconds; another machine goes on
    /// from it with `--room`.
    #[arg(long, value_name = "FOLDER")]
    pub mirror: Option<PathBuf>,
    /// A rehearsal: console and wall say so, bots can play the free teams, no run is saved, and the room is deleted when
    /// the host ends, unless the console keeps it.
    #[arg(long)]
    pub rehearsal: bool,
    /// Open no window on this machine; a host opens none so far, so scripts can say so already.
    #[arg(long)]
    pub no_window: bool,
    /// Print one line of JSON with all addresses as soon as devices can join, and nothing else.
    #[arg(long)]
    pub json: bool,
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

impl From<&HostArgs> for Wanted {
    fn from(args: &HostArgs) -> Self {
        Self {
            scenario: args.scenario.clone(),
            teams: args.teams.map(|teams| teams as usize),
            seeds: args.seed,
            pace: args.pace.map(Pace::from),
            minutes: args.minutes,
            listen: args.listen,
            public_url: args.public_url.clone(),
            tls: args.tls.clone(),
            room: args.room.clone(),
            mirror: args.mirror.clone(),
            rehearsal: args.rehearsal,
            rooms: rooms_dir(),
            runs: runs_dir(),
        }
    }
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
    for gone in rooms_dir().map_or_else(Vec::new, |folder| journal::expire(&folder)) {
        let gone = text.with("room-expired", &[("room", &gone)]);
        let _ = writeln!(stderr(), "{}", harmless(&gone));
    }
    let workshop = Workshop::open(&Wanted::from(args), text).await?;
    let (room, rehearsal) = (workshop.links.room.clone(), workshop.host.opening().rehearsal);
    // Before anything is printed: a script may end the host as soon as it reads that.
    let interrupted = interrupted().map_err(|error| plain(&error))?;
    let printed = print(args, text, &workshop);
    let ended = workshop.run(interrupted).await.map_err(|error| plain(&error))?;
    let closed = match ended {
        Ended::Closed => text.with("host-closed", &[("room", &harmless(&room))]),
        Ended::Deleted(left) if left.is_empty() && rehearsal => text.get("host-rehearsed"),
        Ended::Deleted(left) if left.is_empty() => text.get("host-deleted"),
        Ended::Deleted(left) => return Err(left.join(" ")),
    };
    let print = || stdout().write_all((closed + "\n").as_bytes());
    let printed = printed.and_then(|()| if args.json { Ok(()) } else { print() });
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

/// Says where everything is.
fn print(args: &HostArgs, text: &Text, workshop: &Workshop) -> std::io::Result<()> {
    let links = &workshop.links;
    let words = match args.json {
        true => json_line(links),
        false => {
            let Links { join, code, console, wall, room } = links;
            let room = harmless(room);
            let links: [(&str, &dyn Value); 5] =
                [("join", join), ("code", code), ("console", console), ("wall", wall), ("room", &room)];
            let ends = if workshop.host.stays() { text.get("host-ends") + "\n" } else { String::new() };
            about(text, workshop) + &text.with("host-links", &links) + "\n" + &ends
        }
    };
    let mut output = stdout().lock();
    output.write_all(words.as_bytes())?;
    output.flush()
}

/// What kind of room it is, whether it goes on, and whether devices can reach it at all.
fn about(text: &Text, workshop: &Workshop) -> String {
    let host = &workshop.host;
    let opening = host.opening();
    let minutes = opening
        .minutes
        .map_or_else(|| text.get("host-no-clock"), |minutes| text.with("host-minutes", &[("minutes", &minutes)]));
    let room =
        text.with("host-about", &[("scenario", &host.title()), ("teams", &opening.teams.len()), ("minutes", &minutes)]);
    let rehearsal = opening.rehearsal.then(|| text.get("host-rehearsal"));
    let goes_on = host.position().map(|position| text.with("host-continues", &[("position", &position)]));
    let alone = (!workshop.reachable).then(|| text.get("host-loopback"));
    [Some(room), rehearsal, goes_on, alone].into_iter().flatten().map(|line| line + "\n").collect::<String>() + "\n"
}

/// Parses `--seed`.
fn seeds(typed: &str) -> Result<Seeds, String> {
    if typed.trim().eq_ignore_ascii_case("each") {
        return Ok(Seeds::Each);
    }
    seed(typed).map(Seeds::Same).map_err(|problem| format!("{problem}, or `each`"))
}

/// Parses `--tls`.
fn tls(typed: &str) -> Result<(PathBuf, PathBuf), String> {
    match typed.split_once(',') {
        Some((certificate, key)) if !certificate.is_empty() && !key.is_empty() => Ok((certificate.into(), key.into())),
        _ => Err("this must be two files, such as fullchain.pem,privkey.pem".to_owned()),
    }
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
