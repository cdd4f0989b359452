//! Playing many runs.

mod argument;
mod luck;
mod policies;
mod verdicts;
