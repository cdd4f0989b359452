//! The minutes of a quarter, shared out over its phases.

use super::RoomTime;
use crate::ids::Quarter;
use crate::sim::Phase;

/// The share of a quarter's minutes that is over when a phase should be.
const ENDS: [(Phase, f64); 5] =
    [(Phase::Briefing, 0.12), (Phase::Plan, 0.45), (Phase::Table, 0.82), (Phase::Close, 0.88), (Phase::Review, 1.0)];
/// The first quarter takes this many times as long: everything is new.
const FIRST: u64 = 2;

/// The clock of a room. It stands while the room is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    minutes: u32,
    /// When the quarter began, as if there had been no pauses.
    began: RoomTime,
    paused_since: Option<RoomTime>,
}

impl Clock {
    pub(super) fn new(minutes: u32) -> Self {
        Self { minutes, began: RoomTime::default(), paused_since: None }
    }

    /// Begins a quarter.
    pub(super) fn begin(&mut self, now: RoomTime) {
        self.began = now;
        self.paused_since = self.paused_since.map(|_| now);
    }

    pub(super) fn pause(&mut self, now: RoomTime, paused: bool) {
        match (paused, self.paused_since) {
            (true, None) => self.paused_since = Some(now),
            (false, Some(since)) => {
                self.paused_since = None;
                self.began = RoomTime(self.began.0 + now.0.saturating_sub(since.0));
            }
            _ => {}
        }
    }

    /// Adds minutes to the quarter, or takes some away.
    pub(super) fn add(&mut self, minutes: i32) {
        self.began = RoomTime(self.began.0.saturating_add_signed(i64::from(minutes) * 60_000));
    }

    /// Milliseconds until a moment that [`Self::end`] gave.
    pub(super) fn left(&self, end: RoomTime, now: RoomTime) -> i64 {
        self.paused_since.unwrap_or(now).until(end)
    }

    /// When a phase of a quarter ends; `None` for the end of the game.
    pub(super) fn end(&self, quarter: Quarter, phase: Phase) -> Option<RoomTime> {
        let (_, share) = ENDS.into_iter().find(|(other, _)| *other == phase)?;
        let times = if quarter == Quarter(1) { FIRST } else { 1 };
        let whole = u64::from(self.minutes) * 60_000 * times;
        Some(RoomTime(self.began.0 + (share * whole as f64) as u64))
    }
}
