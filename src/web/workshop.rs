//! Opens a workshop and runs it: the room and its journal, a port, the links to it. The same for the command line and the
//! window.

use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum_server::tls_rustls::RustlsConfig;
use serde::Serialize;
use tokio::net::TcpListener;

use super::address::{Address, addresses};
use super::host::{Host, Keys, Versions};
use super::opened::{room, tellers};
use super::routes::serve;
use super::{awake, tls};
use crate::journal::{JournalError, KeptRoom, Mirror, Runs, Task};
use crate::room::Pace;
use crate::run::plain;
use crate::text::Text;

/// The port, unless another is asked for.
const PORT: u16 = 7878;
/// As many ports after it are tried.
const PORTS: u16 = 10;

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
    /// Whether it is a rehearsal: marked, and not kept.
    pub rehearsal: bool,
    /// Address and port to listen on.
    pub listen: Option<SocketAddr>,
    /// Address under which devices reach this host, if it has a name or is behind a proxy.
    pub public_url: Option<String>,
    /// Files with a certificate and its key, to speak TLS.
    pub tls: Option<(PathBuf, PathBuf)>,
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
    tls: Option<RustlsConfig>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was closed and goes on whenever its room is opened again.
    Closed,
    /// Its room was deleted, or was a rehearsal. Has a sentence for each file that could not be deleted.
    Deleted(Vec<String>),
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
        // Before a room is begun that could not be mirrored.
        if let Some(folder) = wanted.mirror.as_ref().filter(|folder| !folder.is_dir()) {
            let reason = io::ErrorKind::NotFound.into();
            return Err(told(JournalError::Folder { path: folder.clone(), reason }));
        }
        let tls = tls::config(wanted, text).await?;
        let listener = listen(wanted, text).await?;
        let local = listener.local_addr().map_err(|error| plain(&error))?;
        let (journal, opening, scenario) = room(wanted, text)?;
        let path = journal.path().to_path_buf();
        let versions = Arc::new(Versions::new(opening.teams.len()));
        let runs = wanted.runs.as_ref().filter(|_| !opening.rehearsal);
        let runs = runs.map_or_else(Runs::default, |folder| Runs::new(folder, &opening));
        let mirror = wanted.mirror.as_ref().map(|folder| Mirror::start(folder, &journal, &opening));
        let mirror = mirror.transpose().map_err(told)?;
        let counted = versions.clone();
        let tellers = tellers(&opening, &scenario);
        let kept = KeptRoom::start(journal, opening, scenario, runs, mirror, move |changed| counted.count(changed))
            .map_err(told)?;
        let here = here(local);
        let reached = match &wanted.public_url {
            Some(url) => vec![Address::new(url.clone())],
            None => addresses(local.ip(), local.port()),
        };
        let plain_here = tls.is_none().then(|| here.clone());
        let made = Host::new(kept, versions, tellers, reached, wanted.public_url.clone(), plain_here).await;
        let (host, keys) = made.map_err(|_| text.get("room-disk-full"))?;
        // For the facilitator who sits at this machine, whatever the network does.
        let own = wanted.public_url.clone().unwrap_or(here);
        let reachable = host.base() != own || !own.contains("//127.");
        let links = links(&host, &keys, &own, &path);
        Ok(Self { host, links, reachable, listener, tls })
    }

    /// Serves devices until `stop` is done or the room is deleted. Nothing that was accepted is lost.
    ///
    /// # Errors
    /// The network fails.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<Ended> {
        let host = self.host;
        let mut deleted = host.kept.deleted();
        let _awake = awake::keep().await;
        let ends = async move {
            tokio::select! {
                () = stop => {}
                _ = deleted.wait_for(|deleted| *deleted) => {}
            }
        };
        serve(self.listener, self.tls, host.clone(), ends).await?;
        // A room that is gone closes nothing.
        let _ = host.ask(if host.stays() { Task::Close } else { Task::Delete }).await;
        Ok(match *host.kept.deleted().borrow() {
            true => Ended::Deleted(host.not_deleted()),
            false => Ended::Closed,
        })
    }
}

/// The address at which this machine reaches itself.
fn here(local: SocketAddr) -> String {
    let ip = if local.ip().is_unspecified() { IpAddr::from(Ipv4Addr::LOCALHOST) } else { local.ip() };
    format!("http://{}", SocketAddr::new(ip, local.port()))
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
