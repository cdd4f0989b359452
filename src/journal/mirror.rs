//! A second copy of a room in another folder, such as a USB stick. It follows on a thread of its own, so nobody waits for
//! a slow stick, and catches up by itself when the stick was away. Another machine goes on from it as from the room.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::key::{Holder, KeyHash};
use super::opening::Opening;
use super::problem::JournalError;
use super::store::{Entry, Journal};

/// How often the mirror tries again to write what it could not.
const AGAIN: Duration = Duration::from_secs(1);

/// What the room wrote down at once.
pub(super) type Written = (Vec<Entry>, Vec<(KeyHash, Option<Holder>)>);

/// A mirror that follows a room until it is dropped.
#[derive(Debug)]
pub struct Mirror {
    path: PathBuf,
    queue: Option<Sender<Written>>,
    thread: Option<JoinHandle<()>>,
    lag: Lag,
}

/// How far a mirror is behind.
#[derive(Clone, Debug, Default)]
pub struct Lag(Arc<RwLock<Option<Behind>>>);

/// Since when something is not in the mirror, and why, if it cannot be written.
#[derive(Debug)]
struct Behind {
    since: Instant,
    why: Option<JournalError>,
}

impl Lag {
    /// The seconds by which the mirror is behind, and why it cannot be written; `None` if it has everything.
    pub fn behind<T>(&self, tell: impl FnOnce(u32, Option<&JournalError>) -> T) -> Option<T> {
        let behind = self.0.read().unwrap_or_else(PoisonError::into_inner);
        behind.as_ref().map(|behind| {
            let seconds = behind.since.elapsed().as_secs().try_into().unwrap_or(u32::MAX);
            tell(seconds, behind.why.as_ref())
        })
    }

    fn set(&self, behind: Option<Behind>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = behind;
    }
}

impl Mirror {
    /// Begins to mirror the room of a journal in a folder, with everything that it has so far.
    ///
    /// # Errors
    /// The folder cannot be written, or another room has the same name there.
    pub fn start(folder: &Path, journal: &Journal, opening: &Opening) -> Result<Self, JournalError> {
        // A stick that is not there must not become a folder on this machine.
        if !folder.is_dir() {
            return Err(missing(folder));
        }
        let name = journal.path().file_name().map_or_else(PathBuf::new, PathBuf::from);
        let path = folder.join(name);
        let same = |a: &Path, b: &Path| a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a));
        if same(&path, journal.path()) {
            return Err(JournalError::OtherRoom(path));
        }
        let mut copy = match path.exists() {
            true => {
                let (copy, of) = Journal::open(&path)?;
                if of.code != opening.code || of.seeds != opening.seeds {
                    return Err(JournalError::OtherRoom(path));
                }
                copy
            }
            false => Journal::create(&path, opening)?,
        };
        copy.catch_up(journal)?;
        let (queue, waiting) = channel();
        let lag = Lag::default();
        let told = lag.clone();
        let thread = thread::Builder::new().name("mirror".to_owned()).spawn(move || follow(copy, &waiting, &told));
        let thread = thread.map_err(|reason| JournalError::Folder { path: path.clone(), reason })?;
        Ok(Self { path, queue: Some(queue), thread: Some(thread), lag })
    }

    /// How far it is behind.
    #[must_use]
    pub fn lag(&self) -> Lag {
        self.lag.clone()
    }

    /// Its file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes over what the room wrote down.
    pub(super) fn take(&self, written: Written) {
        if let Some(queue) = &self.queue {
            let _ = queue.send(written);
        }
    }
}

impl Drop for Mirror {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn missing(path: &Path) -> JournalError {
    JournalError::Folder { path: path.to_path_buf(), reason: ErrorKind::NotFound.into() }
}

/// Writes what comes, and what could not be written before, until nothing comes any more.
fn follow(copy: Journal, waiting: &Receiver<Written>, lag: &Lag) {
    let mut copy = Copy { path: copy.path().to_path_buf(), next: copy.next(), open: Some(copy) };
    let mut pending = Written::default();
    let mut since = Instant::now();
    loop {
        let more = waiting.recv_timeout(AGAIN);
        let last = matches!(more, Err(RecvTimeoutError::Disconnected));
        if let Ok(written) = more {
            if nothing(&pending) {
                since = Instant::now();
                lag.set(Some(Behind { since, why: None }));
            }
            for (entries, keys) in std::iter::once(written).chain(waiting.try_iter()) {
                pending.0.extend(entries);
                pending.1.extend(keys);
            }
        }
        if !nothing(&pending) {
            match copy.write(&pending) {
                Ok(()) => {
                    pending = Written::default();
                    lag.set(None);
                }
                Err(why) => lag.set(Some(Behind { since, why: Some(why) })),
            }
        }
        if last {
            return;
        }
    }
}

fn nothing((entries, keys): &Written) -> bool {
    entries.is_empty() && keys.is_empty()
}

/// The copy. A stick that was pulled out and put in again has another file behind the same name, so it is opened anew
/// after a failure.
struct Copy {
    path: PathBuf,
    /// The number of the first entry that it does not have.
    next: i64,
    open: Option<Journal>,
}

impl Copy {
    fn write(&mut self, (entries, keys): &Written) -> Result<(), JournalError> {
        if !self.path.exists() {
            self.open = None;
            return Err(missing(&self.path));
        }
        let mut open = match self.open.take() {
            Some(open) => open,
            None => Journal::open(&self.path)?.0,
        };
        // What was written before it failed need not be written again.
        let ahead = usize::try_from(open.next() - self.next).map_err(|_| JournalError::Diverged(self.next))?;
        open.append(entries.get(ahead..).unwrap_or_default(), keys)?;
        self.next = open.next();
        self.open = Some(open);
        Ok(())
    }
}
