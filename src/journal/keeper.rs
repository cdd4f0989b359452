//! The one thread that changes a room. It carries out what waits, writes all of it in one go, and only then tells those
//! who asked that it is done. Everybody else only reads.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use super::key::{Holder, KeyHash};
use super::mirror::{Lag, Mirror};
use super::opening::Opening;
use super::problem::JournalError;
use super::runs::Runs;
use super::shelf::delete_files;
use super::store::{Entry, Journal};
use crate::ids::Quarter;
use crate::room::{PersonId, Room, RoomCommand, RoomEvent, RoomRefusal, RoomTime, TeamId, Touches};
use crate::scenario::Scenario;

/// How long the thread waits for work before it looks at the clock.
const TICK: Duration = Duration::from_millis(200);
/// If the clock stands still or jumps by more than this, the machine slept.
const SLEPT: Duration = Duration::from_secs(5);
/// A mirror that is this many seconds behind is told.
const SLOW: u32 = 2;
/// The most tasks that are carried out and written in one transaction.
const TOGETHER: usize = 500;

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

type Answer = Box<dyn FnOnce(Result<Done, NotDone>) + Send>;

/// A room, the keys to it, and the way to the thread that changes it.
pub struct KeptRoom {
    /// How it was opened.
    pub opening: Opening,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    room: RwLock<Room>,
    keys: RwLock<BTreeMap<KeyHash, Holder>>,
    /// What keeps the room from being written down.
    trouble: RwLock<Option<JournalError>>,
    /// Whether it is kept for longer than rooms are.
    kept: AtomicBool,
    deleted: watch::Sender<bool>,
    /// How far the mirror is behind, if there is one.
    lag: Option<Lag>,
    clock: Clock,
    tasks: Sender<(Task, Answer)>,
}

/// The time of a room, which goes on where it was when the room was kept last.
#[derive(Clone, Copy, Debug)]
struct Clock {
    from: RoomTime,
    started: Instant,
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

impl KeptRoom {
    /// Goes on with the room of a journal, in a thread of its own, and saves the runs of its teams in a folder.
    /// `changed` is called whenever pages have to be drawn again.
    ///
    /// # Errors
    /// The scenario was changed, or the journal does not lead to the same games.
    pub fn start(
        journal: Journal,
        opening: Opening,
        scenario: Arc<Scenario>,
        runs: Runs,
        mirror: Option<Mirror>,
        changed: impl Fn(&Changed) + Send + 'static,
    ) -> Result<Arc<Self>, JournalError> {
        let (room, from) = journal.replay(&opening, &scenario)?;
        let keys = journal.keys()?.into_iter().collect();
        let (tasks, waiting) = channel();
        let kept = AtomicBool::new(opening.kept);
        let lag = mirror.as_ref().map(Mirror::lag);
        let kept = Arc::new(Self {
            opening,
            scenario,
            room: RwLock::new(room),
            keys: RwLock::new(keys),
            trouble: RwLock::new(None),
            kept,
            deleted: watch::Sender::new(false),
            lag,
            clock: Clock { from, started: Instant::now() },
            tasks,
        });
        let keeper = Keeper { kept: kept.clone(), journal, runs, mirror, changed: Box::new(changed) };
        let host_returned = (from > RoomTime::default()).then_some(RoomCommand::HostReturned);
        thread::Builder::new()
            .name("room".to_owned())
            .spawn(move || keeper.run(&waiting, host_returned))
            .map_err(|reason| JournalError::Folder { path: "room".into(), reason })?;
        Ok(kept)
    }

    /// The room as it is now.
    pub fn room(&self) -> RwLockReadGuard<'_, Room> {
        self.room.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a key opens.
    #[must_use]
    pub fn holder(&self, key: &KeyHash) -> Option<Holder> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).get(key).copied()
    }

    /// The letters by which a person comes back on another device.
    #[must_use]
    pub fn letters_of(&self, person: PersonId) -> Option<String> {
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        keys.iter().find(|(_, holder)| **holder == Holder::Person(person)).map(|(hash, _)| hash.letters())
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

/// What the thread owns.
struct Keeper {
    kept: Arc<KeptRoom>,
    journal: Journal,
    runs: Runs,
    mirror: Option<Mirror>,
    changed: Box<dyn Fn(&Changed) + Send>,
}

/// What was done and has to be written down.
#[derive(Default)]
struct Batch {
    entries: Vec<Entry>,
    keys: Vec<(KeyHash, Option<Holder>)>,
    kept: Option<bool>,
    changed: Changed,
    answers: Vec<(Answer, Result<Done, NotDone>)>,
}

impl Keeper {
    fn run(mut self, waiting: &Receiver<(Task, Answer)>, first: Option<RoomCommand>) {
        if let Some(command) = first {
            self.together(vec![(Task::Command(command), Box::new(|_| {}))]);
        }
        let mut seen = (Instant::now(), SystemTime::now());
        let mut was_behind = false;
        loop {
            let next = match waiting.recv_timeout(TICK) {
                Ok(task) => Some(task),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let slept = has_slept(&mut seen);
            let all = next.into_iter().chain(waiting.try_iter().take(TOGETHER));
            let ends = |(task, _): &(Task, Answer)| matches!(task, Task::Close | Task::Delete);
            let (close, mut tasks): (Vec<_>, Vec<_>) = all.partition(ends);
            if slept {
                tasks.insert(0, (Task::Command(RoomCommand::Pause(true)), Box::new(|_| {})));
            } else {
                tasks.push((Task::Command(RoomCommand::Tick), Box::new(|_| {})));
            }
            self.together(tasks);
            let behind = self.kept.mirror_is_behind(|_, _| String::new()).is_some();
            if behind != was_behind {
                was_behind = behind;
                (self.changed)(&Changed { all: true, ..Changed::default() });
            }
            if !close.is_empty() {
                match close.iter().any(|(task, _)| matches!(task, Task::Delete)) {
                    true => self.delete(),
                    false => self.close(),
                }
                // The program may end as soon as this is answered.
                close.into_iter().for_each(|(_, answer)| answer(Ok(Done::Carried)));
                return;
            }
        }
    }

    fn close(mut self) {
        self.save_all_runs();
        self.runs.finish();
    }

    fn delete(mut self) {
        self.runs.finish();
        let path = self.journal.path().to_path_buf();
        drop(self.journal);
        delete_files(&path, &self.runs.files());
        if let Some(mirror) = self.mirror {
            let path = mirror.path().to_path_buf();
            drop(mirror);
            delete_files(&path, &[]);
        }
        self.kept.deleted.send_replace(true);
    }

    /// Carries out tasks, writes them down together, and answers.
    fn together(&mut self, tasks: Vec<(Task, Answer)>) {
        let kept = self.kept.clone();
        let mut batch = Batch::default();
        {
            // Nobody reads what is not safe yet.
            let mut room = kept.room.write().unwrap_or_else(PoisonError::into_inner);
            let stopped = self.kept.trouble(|_| String::new()).is_some() && !self.recovers(&mut room, &mut batch);
            for (task, answer) in tasks {
                let result = if stopped { Err(NotDone::NotKept) } else { self.carry_out(&mut room, task, &mut batch) };
                batch.answers.push((answer, result));
            }
            if let Err(error) = self.keep(&batch) {
                self.give_up(&mut room, &mut batch, error);
            }
            self.save_runs(&room, &batch);
        }
        self.learn_keys(&batch);
        if batch.changed != Changed::default() {
            (self.changed)(&batch.changed);
        }
        for (answer, result) in batch.answers {
            answer(result);
        }
    }

    fn keep(&mut self, batch: &Batch) -> Result<(), JournalError> {
        if let Some(kept) = batch.kept {
            self.journal.keep(kept)?;
            self.kept.kept.store(kept, Ordering::Relaxed);
        }
        if batch.entries.is_empty() && batch.keys.is_empty() {
            return Ok(());
        }
        self.append(&batch.entries, &batch.keys)
    }

    fn append(&mut self, entries: &[Entry], keys: &[(KeyHash, Option<Holder>)]) -> Result<(), JournalError> {
        self.journal.append(entries, keys)?;
        if let Some(mirror) = &self.mirror {
            mirror.take((entries.to_vec(), keys.to_vec()));
        }
        Ok(())
    }

    /// Goes back to what is written down, and refuses everything that is not.
    fn give_up(&mut self, room: &mut Room, batch: &mut Batch, error: JournalError) {
        if let Ok((before, _)) = self.journal.replay(&self.kept.opening, &self.kept.scenario) {
            *room = before;
        }
        let answers = std::mem::take(&mut batch.answers);
        let not_kept = answers.into_iter().map(|(answer, _)| (answer, Err(NotDone::NotKept))).collect();
        *batch = Batch { answers: not_kept, changed: Changed { all: true, ..Changed::default() }, ..Batch::default() };
        self.set_trouble(Some(error));
    }

    /// Tries whether the room can be kept again. It is paused then, so that the facilitator goes on deliberately.
    fn recovers(&mut self, room: &mut Room, batch: &mut Batch) -> bool {
        let now = self.kept.now();
        let entry = Entry { at: now, clock: clock(), command: RoomCommand::Pause(true), quarters: Vec::new() };
        if self.append(&[entry], &[]).is_err() {
            return false;
        }
        // Only what is on disk counts, the pause included.
        let Ok((kept, _)) = self.journal.replay(&self.kept.opening, &self.kept.scenario) else { return false };
        *room = kept;
        batch.changed.all = true;
        self.set_trouble(None);
        true
    }

    fn set_trouble(&self, trouble: Option<JournalError>) {
        *self.kept.trouble.write().unwrap_or_else(PoisonError::into_inner) = trouble;
    }

    fn carry_out(&self, room: &mut Room, task: Task, batch: &mut Batch) -> Result<Done, NotDone> {
        match task {
            Task::Command(command) => self.execute(room, command, batch).map(|_| Done::Carried),
            Task::Enter { name, bot, key } => {
                let events = self.execute(room, RoomCommand::Enter { name, bot }, batch)?;
                let entered = events.iter().find_map(|event| match event {
                    RoomEvent::Entered { person, .. } => Some(*person),
                    _ => None,
                });
                let person = entered.ok_or(NotDone::Refused(RoomRefusal::Unknown))?;
                batch.keys.push((key, Some(Holder::Person(person))));
                Ok(Done::Entered(person))
            }
            Task::UseLink { link, key } => {
                let used = batch.keys.iter().any(|(hash, _)| *hash == link);
                if used || self.kept.holder(&link) != Some(Holder::ConsoleLink) {
                    return Err(NotDone::NoSuchLink);
                }
                batch.keys.extend([(link, None), (key, Some(Holder::Console))]);
                Ok(Done::Carried)
            }
            Task::Give(key, holder) => {
                batch.keys.push((key, Some(holder)));
                Ok(Done::Carried)
            }
            Task::Keep(kept) => {
                batch.kept = Some(kept);
                Ok(Done::Carried)
            }
            Task::Close | Task::Delete => Ok(Done::Carried),
        }
    }

    fn execute(&self, room: &mut Room, command: RoomCommand, batch: &mut Batch) -> Result<Vec<RoomEvent>, NotDone> {
        let at = self.kept.now();
        let before: Vec<Quarter> = quarters(room).collect();
        let events = room.execute(at, &command).map_err(NotDone::Refused)?;
        if events.is_empty() {
            return Ok(events);
        }
        let turned = room.teams().zip(quarters(room).zip(before)).filter(|(_, (now, before))| now != before);
        let hash = |((id, team), _): ((TeamId, &crate::room::RoomTeam), _)| (id, team.pair().log().game().hash());
        batch.entries.push(Entry { at, clock: clock(), quarters: turned.map(hash).collect(), command });
        for event in &events {
            match event.touches() {
                Touches::Team(team) => drop(batch.changed.teams.insert(team)),
                Touches::People => batch.changed.people = true,
                Touches::All => batch.changed.all = true,
            }
        }
        Ok(events)
    }

    /// Saves the runs of all teams that have begun, as far as they are.
    fn save_all_runs(&self) {
        for (team, of_room) in self.kept.room().teams() {
            let run = of_room.pair().log().run();
            if !run.quarters.is_empty() {
                self.runs.save(team, run.clone());
            }
        }
    }

    /// Saves the runs of the teams that came to another quarter, or to the end.
    fn save_runs(&self, room: &Room, batch: &Batch) {
        let came = batch.entries.iter().flat_map(|entry| &entry.quarters).map(|(team, _)| *team);
        let ended =
            batch.changed.teams.iter().copied().filter(|team| room.team(*team).is_some_and(|team| team.ended()));
        for team in came.chain(ended).collect::<BTreeSet<_>>() {
            if let Some(team_of_room) = room.team(team) {
                self.runs.save(team, team_of_room.pair().log().run().clone());
            }
        }
    }

    fn learn_keys(&self, batch: &Batch) {
        let mut keys = self.kept.keys.write().unwrap_or_else(PoisonError::into_inner);
        for (hash, holder) in &batch.keys {
            match holder {
                Some(holder) => drop(keys.insert(*hash, *holder)),
                None => drop(keys.remove(hash)),
            }
        }
    }
}

fn quarters(room: &Room) -> impl Iterator<Item = Quarter> {
    room.teams().map(|(_, team)| team.pair().log().game().state().quarter)
}

/// Whether the machine slept, or its clock was set, since this was last asked.
fn has_slept(seen: &mut (Instant, SystemTime)) -> bool {
    let (now, date) = (Instant::now(), SystemTime::now());
    let passed = now.duration_since(seen.0);
    // The one clock stands while the machine sleeps, the other does not.
    let jumped = match date.duration_since(seen.1) {
        Ok(by_date) => by_date.abs_diff(passed) > SLEPT,
        Err(_) => true,
    };
    *seen = (now, date);
    passed > SLEPT || jumped
}

/// Milliseconds since 1970.
fn clock() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|passed| passed.as_millis().try_into().ok()).unwrap_or(0)
}
