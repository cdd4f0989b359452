//! What all requests share: the room, its words, the addresses of this machine, and the change counters.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{oneshot, watch};

use super::address::Address;
use super::found::Found;
use super::limits::Limit;
use super::words::position;
use crate::journal::{Changed, Done, Holder, JournalError, KeptRoom, Key, NotDone, Opening, Reading, Task};
use crate::page::CoFacilitator;
use crate::room::{PersonId, TeamId};
use crate::run::plain;
use crate::scenario::Scenario;
use crate::text::{self, Teller};

/// Acts per person and minute: far more than anybody can press.
const ACTS: u32 = 600;
/// People who may join per minute: more than any room holds.
const JOINS: u32 = 2_000;
/// Wrong codes per address and minute. Many devices may share an address.
const WRONG_CODES: u32 = 60;

/// What all requests share.
#[derive(Debug)]
pub struct Host {
    pub(super) kept: Arc<KeptRoom>,
    pub(super) versions: Arc<Versions>,
    pub(super) acts: Limit<PersonId>,
    pub(super) wrong_codes: Limit<IpAddr>,
    pub(super) joins: Limit<()>,
    pub(super) found: Found,
    /// The links of co-facilitators who have not used theirs. Only their hashes are on disk.
    invited: RwLock<BTreeMap<String, String>>,
    /// Whether bots play the free teams of a rehearsal.
    pub(super) rehearsing: AtomicBool,
    own: Teller,
    tellers: BTreeMap<String, Teller>,
    addresses: RwLock<Vec<Address>>,
    /// The address that a name gives to this machine, or to a proxy before it.
    public: Option<String>,
    /// The address at which programs on this machine reach it without TLS.
    here: Option<String>,
    wall: Key,
}

/// The links that a new host gives to the facilitator.
#[derive(Clone, Debug)]
pub struct Keys {
    /// For the console. It works once.
    pub console: Key,
    /// For the wall.
    pub wall: Key,
}

/// Change counters: one for each team, one for who is there, one for the whole room. A stream subscribes to those that
/// its page depends on.
#[derive(Debug)]
pub struct Versions {
    teams: Vec<watch::Sender<u64>>,
    people: watch::Sender<u64>,
    all: watch::Sender<u64>,
    closing: watch::Sender<bool>,
}

impl Versions {
    /// The counters of a room with this many teams.
    #[must_use]
    pub fn new(teams: usize) -> Self {
        let count = || watch::Sender::new(0);
        Self {
            teams: (0..teams).map(|_| count()).collect(),
            people: count(),
            all: count(),
            closing: watch::Sender::new(false),
        }
    }

    /// Raises the counters of what has changed.
    pub fn count(&self, changed: &Changed) {
        let raise = |version: &watch::Sender<u64>| version.send_modify(|version| *version += 1);
        changed.teams.iter().filter_map(|team| self.teams.get(usize::from(team.0))).for_each(raise);
        if changed.people || !changed.teams.is_empty() {
            raise(&self.people);
        }
        if changed.all {
            raise(&self.all);
        }
    }

    /// Subscribes to the changes of a team.
    pub(super) fn team(&self, team: TeamId) -> Option<watch::Receiver<u64>> {
        self.teams.get(usize::from(team.0)).map(watch::Sender::subscribe)
    }

    /// Subscribes to people coming and going, and to the progress of teams.
    pub(super) fn people(&self) -> watch::Receiver<u64> {
        self.people.subscribe()
    }

    /// Subscribes to what changes for everybody.
    pub(super) fn all(&self) -> watch::Receiver<u64> {
        self.all.subscribe()
    }

    /// Whether the host is closing.
    pub(super) fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }

    /// Ends all streams: open ones would keep the server from closing.
    pub(super) fn close(&self) {
        self.closing.send_replace(true);
    }
}

impl Host {
    /// A host of a room, with the words in its own language and in all languages. Returns it with new links for the
    /// facilitator.
    ///
    /// # Errors
    /// The links cannot be written down.
    pub async fn new(
        kept: Arc<KeptRoom>,
        versions: Arc<Versions>,
        tellers: (Teller, BTreeMap<String, Teller>),
        addresses: Vec<Address>,
        public: Option<String>,
        here: Option<String>,
    ) -> Result<(Arc<Self>, Keys), NotDone> {
        let key = || Key::new().map_err(|_| NotDone::NotKept);
        let keys = Keys { console: key()?, wall: key()? };
        let host = Arc::new(Self {
            kept,
            acts: Limit::new(ACTS),
            wrong_codes: Limit::new(WRONG_CODES),
            joins: Limit::new(JOINS),
            found: Found::new(versions.clone()),
            versions,
            invited: RwLock::default(),
            rehearsing: AtomicBool::new(false),
            own: tellers.0,
            tellers: tellers.1,
            addresses: RwLock::new(addresses),
            public,
            here,
            wall: keys.wall.clone(),
        });
        host.ask(Task::Give(keys.console.hash(), Holder::ConsoleLink(None))).await?;
        host.ask(Task::Give(keys.wall.hash(), Holder::Wall)).await?;
        Ok((host, keys))
    }

    /// Has something done, and waits until it is safe on disk.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn ask(&self, task: Task) -> Result<Done, NotDone> {
        let (answer, done) = oneshot::channel();
        self.kept.ask(task, |result| drop(answer.send(result)));
        done.await.unwrap_or(Err(NotDone::Closed))
    }

    /// The address that devices should use: the beginning of every link.
    #[must_use]
    pub fn base(&self) -> String {
        self.addresses().into_iter().next().map(|address| address.base).unwrap_or_default()
    }

    /// All addresses, the preferred one first.
    #[must_use]
    pub fn addresses(&self) -> Vec<Address> {
        self.addresses.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts an address first.
    pub fn prefer(&self, base: &str) {
        self.addresses.write().unwrap_or_else(PoisonError::into_inner).sort_by_key(|address| address.base != base);
    }

    /// The link by which programs on this machine join; `None` if they would have to speak TLS.
    pub(super) fn link_here(&self) -> Option<String> {
        self.here.as_ref().map(|here| format!("{here}/{}", self.code()))
    }

    /// Keeps the link of a co-facilitator at hand until it is used.
    pub(super) fn note_link(&self, name: String, link: String) {
        self.invited.write().unwrap_or_else(PoisonError::into_inner).insert(name, link);
    }

    /// The co-facilitators, and for each who has not opened the console the link, if this host gave it.
    pub(super) fn co_facilitators(&self) -> Vec<(String, CoFacilitator)> {
        let invited = self.invited.read().unwrap_or_else(PoisonError::into_inner);
        let one = |(name, opened): (String, bool)| match opened {
            true => (name, CoFacilitator::Here),
            false => {
                let link = invited.get(&name).cloned();
                (name, CoFacilitator::Invited(link))
            }
        };
        self.kept.co_facilitators().into_iter().map(one).collect()
    }

    /// Notes that a device came in by the name of a host.
    pub(super) fn arrived_by(&self, name: &str) {
        let mut all = self.addresses.write().unwrap_or_else(PoisonError::into_inner);
        let by = |address: &&mut Address| address.base.split("//").nth(1) == Some(name);
        all.iter_mut().filter(by).for_each(|address| address.arrived = true);
    }

    /// Whether the room is reached through TLS, so that keys must never travel without it.
    pub(super) fn secure(&self) -> bool {
        self.public.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// The name under which the room is reached from elsewhere.
    pub(super) fn public_name(&self) -> Option<&str> {
        self.public.as_deref()?.split("//").nth(1)?.split('/').next()
    }

    /// How the room was opened.
    #[must_use]
    pub fn opening(&self) -> &Opening {
        &self.kept.opening
    }

    /// Whether the room stays on this machine when the host ends: a rehearsal does so only if it is kept.
    #[must_use]
    pub fn stays(&self) -> bool {
        !self.opening().rehearsal || self.kept.is_kept()
    }

    /// The room as it is now.
    pub fn room(&self) -> Reading<'_> {
        self.kept.room()
    }

    /// The scenario.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.kept.scenario
    }

    /// The title of the scenario.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.own.scenario().meta.title
    }

    /// How far the room is; `None` if the game has not begun.
    #[must_use]
    pub fn position(&self) -> Option<String> {
        let room = self.kept.room();
        room.begun().then(|| position(&self.own, &room))
    }

    /// The code of the room.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.kept.opening.code
    }

    /// Whether the code of the room was typed. Codes are typed on phones: capitals and blanks do not count.
    pub(super) fn is_code(&self, typed: &str) -> bool {
        typed.trim().eq_ignore_ascii_case(self.code())
    }

    /// The link to the wall.
    #[must_use]
    pub fn wall_link(&self) -> String {
        format!("/wall?key={}", self.wall.as_str())
    }

    /// The words in a language of the room.
    pub(super) fn teller(&self, language: &str) -> &Teller {
        self.tellers.get(language).unwrap_or(&self.own)
    }

    /// A language, if there are words in it.
    pub(super) fn known_language(&self, code: &str) -> Option<&str> {
        self.tellers.get_key_value(code).map(|(code, _)| code.as_str())
    }

    /// The language of the wall.
    pub(super) fn own_language(&self) -> &str {
        &self.kept.opening.language
    }

    /// What is wrong with keeping the room, in words.
    pub(super) fn trouble(&self, teller: &Teller) -> Option<String> {
        self.kept.trouble(|error: &JournalError| error.told(teller))
    }

    /// What could not be deleted with the room, in words.
    pub(super) fn not_deleted(&self) -> Vec<String> {
        self.kept.left(|(path, reason)| {
            let path = text::seen(&path.display().to_string());
            self.own.with("room-folder", &[("path", &path), ("reason", &plain(reason))])
        })
    }

    /// How far the mirror is behind, in words.
    pub(super) fn mirror_is_behind(&self, teller: &Teller) -> Option<String> {
        self.kept.mirror_is_behind(|seconds, why| {
            let behind = teller.with("room-mirror-behind", &[("seconds", &seconds)]);
            why.map_or_else(|| behind.clone(), |why| format!("{behind} {}", why.told(teller)))
        })
    }
}
