//! A game by lines.

mod from_paper;
mod play;
mod typed;
