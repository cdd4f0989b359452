//! Playing many runs.

mod luck;
mod policies;
