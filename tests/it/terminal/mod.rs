//! A game by lines.

mod play;
mod typed;
