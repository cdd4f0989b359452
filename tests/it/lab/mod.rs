//! Playing many runs.

mod luck;
mod policies;
mod verdicts;
