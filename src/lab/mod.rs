//! Playing many runs: policies on seeds, in parallel, with the same results for any number of threads.

mod argument;
mod attempt;
mod balance;
mod batch;
mod claims;
mod contrasts;
mod fortune;
mod habits;
mod insights;
mod luck;
mod par;
mod played;
mod points;
mod race;
mod rerun;
mod spread;
mod stats;
mod verdicts;

pub use argument::{Argument, largest_deck};
pub use attempt::Attempt;
pub use balance::{Balance, Requirement, ScenarioTable, balance};
pub use batch::{Job, each, each_until, seeds};
pub use claims::{ClaimResult, prove};
pub use contrasts::{Contrast, Finished, Side};
pub use fortune::{Fall, Fallen, Fortune, PLAYS_ON, QuarterFortune};
pub use habits::{Habit, Instead, Way};
pub use insights::{Insight, insight_count, insights};
pub use luck::{Apart, Futures, Tried, apart, tried};
pub use par::{Benchmark, field, par};
pub use played::{Played, play, play_with};
pub use points::{Point, Then};
pub use race::{Ending, Found, Gain, MEASURED, Raced, race};
pub use spread::{Spread, ranks};
pub use stats::Stats;
pub use verdicts::{Choice, Verdict, Verdicts, verdicts};

/// Writes a seed as text, because many JSON readers round a number above 2^53.
///
/// # Errors
/// Those of the writer.
pub fn as_text<S: serde::Serializer>(seed: &u64, writer: S) -> Result<S::Ok, S::Error> {
    writer.collect_str(seed)
}

/// First seed of a batch if none is given.
pub const FIRST_SEED: u64 = 1;
