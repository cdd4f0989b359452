//! The one thread that changes a room. It carries out what waits, writes all of it in one go, and only then tells those
//! who asked that it is done. Everybody else only reads.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use super::kept::{Answer, Changed, Clock, Done, KeptRoom, NotDone, Task};
use super::key::{Holder, KeyHash};
use super::mirror::Mirror;
use super::opening::Opening;
use super::problem::JournalError;
use super::runs::Runs;
use super::shelf::delete_files;
use super::store::{Entry, Journal};
use crate::ids::Quarter;
use crate::room::{Room, RoomCommand, RoomEvent, RoomRefusal, RoomTime, TeamId, Touches};
use crate::scenario::Scenario;

/// How long the thread waits for work before it looks at the clock.
const TICK: Duration = Duration::from_millis(200);
/// If the clock stands still or jumps by more than this, the machine slept.
const SLEPT: Duration = Duration::from_secs(5);
/// The most tasks that are carried out and written in one transaction.
const TOGETHER: usize = 500;

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
            left: RwLock::default(),
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
        let (mut was_behind, mut were_away) = (false, 0);
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
            // Time alone makes a stand-in possible, which the console offers.
            let away = self.kept.room().long_away(self.kept.now());
            if away != were_away {
                were_away = away;
                (self.changed)(&Changed { people: true, ..Changed::default() });
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
        let mut left = delete_files(&path, &self.runs.files()).left;
        if let Some(mirror) = self.mirror {
            let path = mirror.path().to_path_buf();
            drop(mirror);
            left.extend(delete_files(&path, &[]).left);
        }
        *self.kept.left.write().unwrap_or_else(PoisonError::into_inner) = left;
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
                match self.kept.holder(&link).filter(|_| !used) {
                    Some(Holder::ConsoleLink(who)) => {
                        batch.keys.extend([(link, None), (key, Some(Holder::Console(who)))]);
                        batch.changed.all = true;
                        Ok(Done::Carried)
                    }
                    _ => Err(NotDone::NoSuchLink),
                }
            }
            Task::Give(key, holder) => {
                // The devices that the person has are told of another one.
                if let Holder::Person(person) = holder {
                    let place = room.person(person).and_then(|person| person.place);
                    batch.changed.teams.extend(place.map(|place| place.team));
                    batch.changed.people = true;
                }
                batch.keys.push((key, Some(holder)));
                Ok(Done::Carried)
            }
            Task::Revoke(name) => {
                let who = Some(name);
                let keys = self.kept.keys.read().unwrap_or_else(PoisonError::into_inner);
                let theirs =
                    |holder: &Holder| matches!(holder, Holder::Console(of) | Holder::ConsoleLink(of) if *of == who);
                batch.keys.extend(keys.iter().filter(|(_, holder)| theirs(holder)).map(|(key, _)| (*key, None)));
                batch.changed.all = true;
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
        for (id, team) in self.kept.room().teams() {
            if !team.pair().log().run().quarters.is_empty() {
                self.runs.save(id, team);
            }
        }
    }

    /// Saves the runs of the teams that came to another quarter, or to the end, and those that were left by a rewind.
    fn save_runs(&self, room: &Room, batch: &Batch) {
        for entry in &batch.entries {
            if let RoomCommand::Rewind { team: id, .. } = entry.command
                && let Some(team) = room.team(id)
            {
                self.runs.save_left(id, team);
            }
        }
        let came = batch.entries.iter().flat_map(|entry| &entry.quarters).map(|(team, _)| *team);
        let ended =
            batch.changed.teams.iter().copied().filter(|team| room.team(*team).is_some_and(|team| team.ended()));
        for id in came.chain(ended).collect::<BTreeSet<_>>() {
            if let Some(team) = room.team(id) {
                self.runs.save(id, team);
            }
        }
    }

    fn learn_keys(&self, batch: &Batch) {
        let mut keys = self.kept.keys.write().unwrap_or_else(PoisonError::into_inner);
        for (hash, holder) in &batch.keys {
            match holder {
                Some(holder) => drop(keys.insert(*hash, holder.clone())),
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
