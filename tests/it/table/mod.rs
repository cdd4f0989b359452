//! The table of two leads: what they answer together.

mod answers;
mod steps;
