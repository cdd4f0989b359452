//! Logs of runs, and the files that keep them.

mod file;
mod save;
mod scenario;
pub mod support;
mod what_if;
