//! The window, driven without a screen.

mod gallery;
mod game;
#[cfg(feature = "room")]
mod host;
mod language;
mod lobby;
mod motion;
mod pictures;
mod presses;
mod spoken;
mod story;
mod table;
mod told;
mod typing;
mod widgets;
