//! A bot on its seat: it looks, thinks, and signs what its policy would, until the debrief.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::sleep;

use super::Manner;
use super::client::{Client, Problem};
use super::report::Measured;

/// How long a bot waits before it comes back to a host that is away.
const AWAY: Duration = Duration::from_millis(500);
/// How often it looks by itself, in case nothing changes.
const LOOK: Duration = Duration::from_secs(5);

/// When each seat of a team has signed last and its team-mate has not seen it yet.
pub(super) type Signed = Mutex<[Option<Instant>; 2]>;

pub(super) struct Bot {
    client: Client,
    place: Value,
    think: Duration,
    pages: bool,
    measured: Arc<Measured>,
    signed: Arc<Signed>,
}

impl Bot {
    pub(super) fn new(
        client: Client,
        place: Value,
        manner: &Manner,
        measured: &Arc<Measured>,
        signed: &Arc<Signed>,
    ) -> Self {
        let (measured, signed) = (measured.clone(), signed.clone());
        Self { client, place, think: manner.think, pages: manner.pages, measured, signed }
    }

    /// Plays until the debrief. It comes back by itself when the host was away.
    pub(super) async fn play(self) {
        let (changes, mut changed) = watch::channel(0_u64);
        let sit = json!({ "place": self.place });
        while let Err(Problem::Unreachable(_)) = self.client.post("/api/seat/sit", &sit).await {
            sleep(AWAY).await;
        }
        tokio::select! {
            () = self.follow(&changes) => {}
            () = self.sign_on(&mut changed) => {}
        }
    }

    /// Follows what it sees, again whenever the stream ends.
    async fn follow(&self, changes: &watch::Sender<u64>) {
        let path = if self.pages { "/events" } else { "/api/seat/events" };
        loop {
            if let Ok(mut stream) = self.client.stream(path).await {
                while stream.next().await.is_some() {
                    if let Some(since) = self.mark(1 - self.seat()).take() {
                        self.measured.seen(since.elapsed());
                    }
                    changes.send_modify(|count| *count += 1);
                }
            }
            self.measured.lost();
            sleep(AWAY).await;
        }
    }

    /// Signs whenever it is its turn.
    async fn sign_on(&self, changed: &mut watch::Receiver<u64>) {
        loop {
            match self.turn().await {
                Ok(true) => {}
                Ok(false) => {
                    // The seat may be needed without anything new on its page, so it looks by itself now and then.
                    let _ = tokio::time::timeout(LOOK, changed.changed()).await;
                    if self.over().await {
                        return;
                    }
                }
                Err(Problem::Unreachable(_)) => sleep(AWAY).await,
                Err(_) => sleep(LOOK).await,
            }
        }
    }

    /// Signs, if it is its turn. Whether it was.
    async fn turn(&self) -> Result<bool, Problem> {
        let advice = self.client.get("/api/seat/advice").await?;
        if advice["command"].is_null() {
            return Ok(false);
        }
        sleep(self.think).await;
        // Meanwhile the team-mate may have acted.
        let advice = if self.think.is_zero() { advice } else { self.client.get("/api/seat/advice").await? };
        if advice["command"].is_null() {
            return Ok(false);
        }
        let began = Instant::now();
        // What comes next on its own page comes from itself.
        self.mark(1 - self.seat()).take();
        self.mark(self.seat()).replace(began);
        match self.client.post("/api/seat/sign", &advice).await {
            Ok(_) => {
                self.measured.signed(began.elapsed());
                Ok(true)
            }
            Err(problem) => {
                self.mark(self.seat()).take();
                self.measured.refused();
                Err(problem)
            }
        }
    }

    async fn over(&self) -> bool {
        self.client.get("/api/seat").await.is_ok_and(|sheet| sheet["shows"]["Debrief"].is_object())
    }

    fn seat(&self) -> usize {
        usize::from(self.place["seat"] == "Sales")
    }

    /// When a seat of the team has signed something that the other has not seen yet.
    fn mark(&self, seat: usize) -> Mark<'_> {
        Mark { signed: &self.signed, seat }
    }
}

struct Mark<'a> {
    signed: &'a Signed,
    seat: usize,
}

impl Mark<'_> {
    fn take(&self) -> Option<Instant> {
        self.set(None)
    }

    fn replace(&self, at: Instant) {
        self.set(Some(at));
    }

    fn set(&self, at: Option<Instant>) -> Option<Instant> {
        let mut signed = self.signed.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut signed[self.seat], at)
    }
}
