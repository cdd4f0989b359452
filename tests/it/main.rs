//! All integration tests in one binary, because every binary would link Bevy again.

#[cfg(feature = "app")]
mod app;
mod charts;
mod cli;
mod data;
mod golden;
mod lab;
mod layers;
mod page;
mod play;
mod properties;
mod room;
mod rules;
mod run;
mod scenario;
mod slides;
mod sources;
mod table;
mod telling;
mod terminal;
mod text_keys;
mod view;
#[cfg(feature = "room")]
mod web;
