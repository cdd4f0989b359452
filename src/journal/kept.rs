//! A room that is kept: everybody reads it here, and asks its one thread to change it.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::time::Instant;

use tokio::sync::watch;

use super::key::{Holder, KeyHash};
use super::mirror::Lag;
use super::opening::Opening;
use super::problem::JournalError;
use crate::room::{PersonId, Room, RoomCommand, RoomRefusal, RoomTime, TeamId};
use crate::scenario::Scenario;

/// A mirror that is this many seconds behind is told.
const SLOW: u32 = 2;

/// Something to do in a room.
#[derive(Debug)]
pub enum Task {
    /// Carry out a command.
    Command(RoomCommand),
    /// Let a person in who will show this key.
    Enter {
        /// The name of the person.
        name: String,
        /// The policy by which it plays, if it is a program and no person.
        bot: Option<String>,
        /// The hash of the key.
        key: KeyHash,
    },
    /// Make a key to the console out of a link that works once.
    UseLink {
        /// The hash of the key in the link.
        link: KeyHash,
        /// The hash of the new key.
        key: KeyHash,
    },
    /// Give out a key.
    Give(KeyHash, Holder),
    /// Take the console from a co-facilitator, and a link that was not used.
    Revoke(String),
    /// Keep the room for longer than rooms are, or no longer.
    Keep(bool),
    /// Write everything down, and stop.
    Close,
    /// Stop, and delete everything that was kept of the room.
    Delete,
}

/// What came of a task. It is safe on disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// It was carried out.
    Carried,
    /// This person came in.
    Entered(PersonId),
}

/// Why a task was not done. Nothing changed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotDone {
    /// The rules of the room refuse it.
    Refused(RoomRefusal),
    /// The link was used before, or never given out.
    NoSuchLink,
    /// It cannot be written down, for example because the disk is full.
    NotKept,
    /// The room has been closed.
    Closed,
}

/// What has changed, so that pages have to be drawn again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Teams whose pages changed.
    pub teams: BTreeSet<TeamId>,
    /// Whether somebody came, went, or has another seat.
    pub people: bool,
    /// Whether something changed for everybody.
    pub all: bool,
}

pub(super) type Answer = Box<dyn FnOnce(Result<Done, NotDone>) + Send>;

/// A room, the keys to it, and the way to the thread that changes it.
pub struct KeptRoom {
    /// How it was opened.
    pub opening: Opening,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    pub(super) room: RwLock<Room>,
    pub(super) keys: RwLock<BTreeMap<KeyHash, Holder>>,
    /// What keeps the room from being written down.
    pub(super) trouble: RwLock<Option<JournalError>>,
    /// Whether it is kept for longer than rooms are.
    pub(super) kept: AtomicBool,
    pub(super) deleted: watch::Sender<bool>,
    /// What could not be deleted with the room, and why.
    pub(super) left: RwLock<Vec<(PathBuf, std::io::Error)>>,
    /// How far the mirror is behind, if there is one.
    pub(super) lag: Option<Lag>,
    pub(super) clock: Clock,
    pub(super) tasks: Sender<(Task, Answer)>,
}

/// The time of a room, which goes on where it was when the room was kept last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) from: RoomTime,
    pub(super) started: Instant,
}

impl Clock {
    fn now(&self) -> RoomTime {
        RoomTime(self.from.0 + u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX / 2))
    }
}

impl core::fmt::Debug for KeptRoom {
    fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        f.debug_struct("KeptRoom").field("code", &self.opening.code).finish_non_exhaustive()
    }
}

thread_local! {
    /// Whether this thread reads a room.
    static READS: Cell<bool> = const { Cell::new(false) };
}

/// A room that somebody reads.
#[derive(Debug)]
pub struct Reading<'a>(RwLockReadGuard<'a, Room>);

impl Deref for Reading<'_> {
    type Target = Room;

    fn deref(&self) -> &Room {
        &self.0
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        READS.set(false);
    }
}

impl KeptRoom {
    /// The room as it is now. Nothing changes while somebody reads it, so a thread reads it once at a time: if the thread
    /// that changes it came in between, each would wait for the other.
    pub fn room(&self) -> Reading<'_> {
        debug_assert!(!READS.replace(true), "this thread reads the room already");
        Reading(self.room.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What a key opens.
    #[must_use]
    pub fn holder(&self, key: &KeyHash) -> Option<Holder> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// The letters by which a person comes back on another device.
    #[must_use]
    pub fn letters_of(&self, person: PersonId) -> Option<String> {
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        keys.iter().find(|(_, holder)| **holder == Holder::Person(person)).map(|(hash, _)| hash.letters())
    }

    /// How many devices were let in as a person.
    #[must_use]
    pub fn devices_of(&self, person: PersonId) -> usize {
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        keys.values().filter(|holder| **holder == Holder::Person(person)).count()
    }

    /// The co-facilitators by name, and whether each has opened the console.
    #[must_use]
    pub fn co_facilitators(&self) -> BTreeMap<String, bool> {
        let mut all = BTreeMap::new();
        for holder in self.keys.read().unwrap_or_else(PoisonError::into_inner).values() {
            match holder {
                Holder::Console(Some(name)) => drop(all.insert(name.clone(), true)),
                Holder::ConsoleLink(Some(name)) => drop(all.entry(name.clone()).or_insert(false)),
                Holder::Console(None) | Holder::ConsoleLink(None) | Holder::Person(_) | Holder::Wall => {}
            }
        }
        all
    }

    /// The person who comes back with these letters.
    #[must_use]
    pub fn person_with(&self, letters: &str) -> Option<PersonId> {
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        keys.iter().find_map(|(hash, holder)| match holder {
            Holder::Person(person) if hash.letters().eq_ignore_ascii_case(letters) => Some(*person),
            _ => None,
        })
    }

    /// Whether the room is kept for longer than rooms are.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.kept.load(Ordering::Relaxed)
    }

    /// Whether the room was deleted, now and later.
    #[must_use]
    pub fn deleted(&self) -> watch::Receiver<bool> {
        self.deleted.subscribe()
    }

    /// What could not be deleted with the room, each told by a function.
    pub fn left(&self, tell: impl FnMut(&(PathBuf, std::io::Error)) -> String) -> Vec<String> {
        self.left.read().unwrap_or_else(PoisonError::into_inner).iter().map(tell).collect()
    }

    /// Why the mirror does not have everything, told by a function of the seconds by which it is behind and of what keeps it
    /// from being written; `None` if it keeps up, or there is none.
    pub fn mirror_is_behind(&self, tell: impl FnOnce(u32, Option<&JournalError>) -> String) -> Option<String> {
        let told = |seconds, why: Option<&JournalError>| (seconds >= SLOW).then(|| tell(seconds, why));
        self.lag.as_ref()?.behind(told).flatten()
    }

    /// Whether there is a mirror.
    #[must_use]
    pub fn is_mirrored(&self) -> bool {
        self.lag.is_some()
    }

    /// The time of the room.
    #[must_use]
    pub fn now(&self) -> RoomTime {
        self.clock.now()
    }

    /// Why nothing can be written down now, told by a function; `None` if everything is well.
    pub fn trouble(&self, tell: impl FnOnce(&JournalError) -> String) -> Option<String> {
        self.trouble.read().unwrap_or_else(PoisonError::into_inner).as_ref().map(tell)
    }

    /// Has something done. `answer` is called once it is safe on disk, or refused.
    pub fn ask(&self, task: Task, answer: impl FnOnce(Result<Done, NotDone>) + Send + 'static) {
        if let Err(unsent) = self.tasks.send((task, Box::new(answer))) {
            unsent.0.1(Err(NotDone::Closed));
        }
    }
}
