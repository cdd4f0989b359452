//! Off-Roadmap: a workshop simulation about product and sales in a B2B software company.
//!
//! # Map
//!
//! From the lowest layer to the highest; a layer names only those above it in this table, which `tests/it/layers.rs`
//! checks. `policy` and `text` do not know each other, nor do `view` and `data`.
//!
//! | module | what it is |
//! |---|---|
//! | [`ids`] | strong ids and the few words that every layer shares: seats, money, quarters |
//! | [`scenario`] | scenario files: from an author's text to a checked scenario, or to its mistakes with their places |
//! | [`sim`] | the rules: state, commands, checks, events, the close of a quarter, the ledger |
//! | [`sight`] | who may know what: a game as one seat sees it, or both at the table |
//! | [`policy`] | the built-in players, one strategy per file |
//! | [`text`] | language files, number formats, the words for parts of the rules, and the teller of a game |
//! | [`run`] | the log of a run and the file that keeps it; it is replayed to verify it, or to try another decision |
//! | [`lab`] | playing many runs: balance, insights, the claims of scenarios |
//! | [`view`] | what one seat may see on one screen, as plain data |
//! | [`data`] | runs as tables for those who study them, and the dictionary of their columns |
//! | [`chart`] | pictures: data → SVG → pixels, the same in the window and in files |
//! | [`slide`] | slides for a debrief: what is on them, where it stands, and as a PowerPoint file |
//! | [`play`] | a game in the hands of people: drafts, undo, the hot seat; a front end shows it and sends acts |
//! | [`page`] | pages for a browser: HTML from plain data |
//! | [`room`] | a workshop of many teams on their own devices: people, seats, gates, stand-ins; a state machine like `sim` |
//! | `journal` | keeps a room on disk; feature `room` |
//! | `bots` | programs that join a room and play it as devices do; feature `room` |
//! | `web` | serves a room: routes, cookies, streams, limits; feature `room` |
//! | [`terminal`] | the game in a terminal, line by line |
//! | `app` | the window: the director (which page comes next), screens, widgets, theme; only this uses Bevy |
//! | [`cli`] | the command line, one file per command |
//!
//! A turn flows one way: `Act → Command → check → execute → Event → apply → view → Page → screen`.
//!
//! # Invariants
//!
//! - Below `journal` and `terminal` nothing uses Bevy, the network or the clock, or opens files, except in
//!   `scenario::shelf`, `run::store` and `run::drive` (which also asks the clock how old leftover files are), and for
//!   system fonts in `chart::fonts`. A build without the features `app` and `room` proves that they need neither.
//! - A run uses one thread; only `lab` plays several runs at once.
//! - People, policies, scripts and tests send the same [`sim::Command`]; nothing else changes a game.
//! - Only `sim::apply` changes a [`sim::State`]; a refused command changes nothing.
//! - Every number changes only by ledger entries, which add up exactly.
//! - A view for a viewer is made only from what that viewer knows, so a screen has no secrets that it could leak.
//!   [`play::Pair::page`] is the only way to the page of a seat on a device of its own.
//! - Commands sent on behalf of one seat are executed by [`play::door`]. It rejects a command of the other seat, and a
//!   signature made on a page that is out of date.
//! - A game has no language. Views take a [`text::Teller`] for the words.
//! - The same run file leads to the same states everywhere: counter-based dice, integers for stocks, `libm` for
//!   powers, ordered collections only.
//! - A [`room::Room`] changes only by commands that carry their time. What it accepted is on disk before anybody is told,
//!   and leads to the same room again.
//! - No page of a device tells a seed or a hash of a state: every secret of a game follows from its seed.
//! - Screens are functions of a frame of plain data, and send acts; widgets know nothing about the game.

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "room")]
pub mod bots;
pub mod chart;
pub mod cli;
pub mod data;
pub mod ids;
#[cfg(feature = "room")]
pub mod journal;
pub mod lab;
pub mod page;
pub mod play;
pub mod policy;
pub mod room;
pub mod run;
pub mod scenario;
pub mod sight;
pub mod sim;
pub mod slide;
pub mod terminal;
pub mod text;
pub mod view;
#[cfg(feature = "room")]
pub mod web;
