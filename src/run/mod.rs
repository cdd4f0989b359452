//! Runs: a game with its log. The log is the save; loading replays and verifies it.
//!
//! [`RunFile`] is pure data with a text form; only `store` and `drive` touch the file system.

mod chair;
mod copies;
mod drive;
mod file;
mod log;
mod refuge;
mod rename;
mod replay;
mod scenario;
mod session;
mod signer;
mod store;
mod told;
mod what_if;

pub use chair::{Chair, TakenOver};
pub use copies::{CopyOf, once, once_each};
pub(crate) use drive::{aside, put, sweep};
pub use file::{Broken, FORMAT, QuarterLog, RULES, RunFile, Team};
pub use log::Log;
pub use refuge::{Refuge, refuges, typed_folder};
pub use rename::{Names, rename};
pub use replay::{Mismatch, Place, Replayed, replay};
pub use scenario::NoScenario;
#[cfg(feature = "app")]
pub(crate) use scenario::scenario_of;
pub use session::{SaveProblem, Session, SessionError};
pub use signer::Signer;
pub(crate) use store::plain;
pub use store::{
    Listed, RUN_ENDING, RUNS_VARIABLE, StoreError, folders_with_runs, free_page, free_path, list, named_path, read,
    runs_dir, slug, write, write_new,
};
pub use what_if::{Fork, Otherwise, SHIFT, WhatIf, branch, shifted, what_if};
