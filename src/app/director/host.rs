//! Hosting a workshop from the window: the page that opens it, and the one that shows who is there. What happens in the
//! workshop is the console's.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Director;
use super::act::{HostAct, HostField, Lobby};
use super::foot;
use super::frame::{Body, Foot, HostRunning, HostSetup, HostedTeam, KeptRoom};
use crate::app::clock;
use crate::ids::Seat;
use crate::journal::{self, Journal};
use crate::room::{Pace, Place};
use crate::run::plain;
use crate::web::{Running, Seeds, Wanted, people, position, watching};

/// The scenario, unless another is chosen.
const FIRST_SCENARIO: &str = "scale-up";
/// Most teams, and most minutes for a quarter.
const MOST_TEAMS: u32 = 500;
const MOST_MINUTES: u32 = 240;
/// How many kept rooms are offered.
const OFFERED: usize = 4;

/// A workshop before it is opened, or while it runs.
#[derive(Debug)]
pub(super) struct Hosting {
    scenario: String,
    teams: String,
    minutes: String,
    seed: String,
    each: bool,
    rehearsal: bool,
    pace: Pace,
    rooms: Vec<KeptRoom>,
    running: Option<Running>,
    problem: Option<String>,
}

impl Default for Hosting {
    fn default() -> Self {
        Self {
            scenario: FIRST_SCENARIO.to_owned(),
            teams: "6".to_owned(),
            minutes: "15".to_owned(),
            seed: String::new(),
            each: false,
            rehearsal: false,
            pace: Pace::Together,
            rooms: Vec::new(),
            running: None,
            problem: None,
        }
    }
}

impl Hosting {
    fn teams(&self) -> Option<usize> {
        number(&self.teams, 1, MOST_TEAMS).map(|teams| teams as usize)
    }

    fn minutes(&self) -> Option<u32> {
        number(&self.minutes, 0, MOST_MINUTES)
    }

    /// The seeds; the room draws one if none is typed. `Err` if what is typed is no seed.
    fn seeds(&self) -> Result<Option<Seeds>, std::num::ParseIntError> {
        match self.seed.trim() {
            _ if self.each => Ok(Some(Seeds::Each)),
            "" => Ok(None),
            typed => typed.parse().map(|seed| Some(Seeds::Same(seed))),
        }
    }
}

fn number(typed: &str, least: u32, most: u32) -> Option<u32> {
    typed.trim().parse().ok().filter(|number| (least..=most).contains(number))
}

impl Director {
    pub(super) fn host_frame(&self) -> (Body, Foot) {
        match &self.hosting.running {
            Some(running) => (Body::Hosted(self.running_page(running)), foot::hosted(&self.text)),
            None => {
                let setup = self.host_setup();
                let foot = foot::host(&self.text, &setup);
                (Body::Host(setup), foot)
            }
        }
    }

    /// The code of the workshop that runs.
    pub(super) fn hosts(&self) -> Option<String> {
        self.hosting.running.as_ref().map(|running| running.links.code.clone())
    }

    /// Looks at the rooms that can go on, and whether the workshop still runs.
    pub(super) fn look_at_rooms(&mut self) {
        if self.hosting.running.as_ref().is_some_and(Running::ended) {
            self.hosting.running = None;
        }
        self.hosting.rooms = match (&self.hosting.running, &self.outside.rooms) {
            (None, Some(folder)) => kept(folder, |used, teams, scenario| {
                let title = self.found.shelf.iter().find(|item| item.id == scenario).and_then(|item| item.scenario());
                let title = title.map_or_else(|| scenario.to_owned(), |scenario| scenario.meta.title.clone());
                let time = clock::when(&self.text, used);
                self.text.with("host-kept", &[("scenario", &title), ("teams", &teams), ("time", &time)])
            }),
            _ => Vec::new(),
        };
    }

    pub(super) fn host_act(&mut self, act: HostAct) {
        let hosting = &mut self.hosting;
        hosting.problem = None;
        match act {
            HostAct::Scenario(id) => hosting.scenario = id,
            HostAct::Type(HostField::Teams, typed) => hosting.teams = typed,
            HostAct::Type(HostField::Minutes, typed) => hosting.minutes = typed,
            HostAct::Type(HostField::Seed, typed) => hosting.seed = typed,
            HostAct::Pace(pace) => hosting.pace = pace,
            HostAct::Each(each) => hosting.each = each,
            HostAct::Rehearsal(rehearsal) => hosting.rehearsal = rehearsal,
            HostAct::Open => self.open_workshop(None),
            HostAct::GoOn(path) => self.open_workshop(Some(path)),
            HostAct::Prefer(base) => {
                if let Some(running) = &hosting.running {
                    running.host.prefer(&base);
                }
            }
            HostAct::Console => {
                let link = hosting.running.as_ref().and_then(Running::console_link);
                self.browse(link);
            }
            HostAct::Wall => {
                let link = hosting.running.as_ref().map(|running| running.links.wall.clone());
                self.browse(link);
            }
            HostAct::Close => {
                hosting.running = None;
                self.go(Lobby::Host);
            }
        }
    }

    /// Opens a workshop, or goes on with the room in a file.
    fn open_workshop(&mut self, room: Option<PathBuf>) {
        let hosting = &self.hosting;
        if hosting.running.is_some() {
            return;
        }
        let (Some(teams), Some(minutes), Ok(seeds)) = (hosting.teams(), hosting.minutes(), hosting.seeds()) else {
            return;
        };
        let (rooms, runs) = (self.outside.rooms.clone(), self.run_folder().cloned());
        let wanted = match room {
            Some(room) => Wanted { room: Some(room), rooms, runs, ..Wanted::default() },
            None => Wanted {
                scenario: Some(hosting.scenario.clone()),
                teams: Some(teams),
                seeds,
                pace: Some(hosting.pace),
                minutes: Some(minutes),
                rehearsal: hosting.rehearsal,
                rooms,
                runs,
                ..Wanted::default()
            },
        };
        match Running::start(wanted, self.text.clone()) {
            Ok(running) => self.hosting.running = Some(running),
            Err(problem) => self.hosting.problem = Some(problem),
        }
    }

    fn browse(&mut self, link: Option<String>) {
        let Some(link) = link else { return };
        if let Err(error) = (self.outside.browse)(&link) {
            let problem = self.text.with("host-no-browser", &[("link", &link), ("reason", &plain(&error))]);
            self.hosting.problem = Some(problem);
        }
    }

    fn host_setup(&self) -> HostSetup {
        let hosting = &self.hosting;
        let scenarios = self.found.shelf.iter().filter_map(|item| Some((item.id.clone(), item.scenario()?)));
        let wrong = |wrong: bool, key: &str, most: u32| wrong.then(|| self.text.with(key, &[("most", &most)]));
        HostSetup {
            scenarios: scenarios.map(|(id, scenario)| (id, scenario.meta.title.clone())).collect(),
            scenario: hosting.scenario.clone(),
            teams: hosting.teams.clone(),
            teams_error: wrong(hosting.teams().is_none(), "host-teams-error", MOST_TEAMS),
            minutes: hosting.minutes.clone(),
            minutes_error: wrong(hosting.minutes().is_none(), "host-minutes-error", MOST_MINUTES),
            seed: hosting.seed.clone(),
            seed_error: hosting
                .seeds()
                .is_err()
                .then(|| self.text.with("seed-error", &[("most", &u64::MAX.to_string())])),
            each: hosting.each,
            rehearsal: hosting.rehearsal,
            pace: hosting.pace,
            rooms: hosting.rooms.clone(),
            problem: hosting.problem.clone(),
        }
    }

    fn running_page(&self, running: &Running) -> HostRunning {
        let host = &running.host;
        let (addresses, room) = (host.addresses(), host.room());
        let team = |(id, team): (_, &crate::room::RoomTeam)| HostedTeam {
            name: team.pair().log().team().name.clone(),
            people: Seat::BOTH.into_iter().flat_map(|seat| people(&room, Place { team: id, seat })).collect(),
        };
        HostRunning {
            title: host.title().to_owned(),
            code: host.code().to_owned(),
            position: position(&self.tells(host.scenario()), &room),
            url: format!("{}/{}", host.base(), host.code()),
            addresses: addresses.into_iter().map(|address| (address.base, address.arrived)).collect(),
            teams: room.teams().map(team).collect(),
            arriving: watching(&room).map(|(_, name)| name).collect(),
            room: host.stays().then(|| running.links.room.clone()),
            problem: self.hosting.problem.clone(),
        }
    }
}

/// The rooms of a folder that can go on, the last used one first, each told by when it was used, its number of teams and
/// its scenario.
fn kept(folder: &Path, told: impl Fn(SystemTime, usize, &str) -> String) -> Vec<KeptRoom> {
    let room = |(used, path): (SystemTime, PathBuf)| {
        let (_, opening) = Journal::open(&path).ok()?;
        let about = told(used, opening.teams.len(), &opening.scenario);
        Some(KeptRoom { code: opening.code, about, path })
    };
    journal::rooms(folder).into_iter().filter_map(room).take(OFFERED).collect()
}
