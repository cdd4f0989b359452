//! Off-Roadmap: a workshop simulation about product and sales in a B2B software company.
//!
//! # Map
//!
//! | module | what it is |
//! |---|---|
//! | [`sim`] | the rules: state, commands, checks, events, the close of a quarter, the ledger |
//! | [`scenario`] | scenario files: from text a person wrote to a checked scenario, errors with their place |
//! | [`lab`] | many runs: balance, insights, the claims of scenarios |
//! | [`policy`] | the built-in players, one strategy a file |
//! | [`run`] | run files: the log that is the save, replayed and verified, or played again with one decision changed |
//! | [`view`] | what one seat may see on one screen, as plain data |
//! | [`chart`] | pictures: data → SVG → pixels, the same in the window and in a file |
//! | [`text`] | language files, number formats, the words for things of the rules |
//! | [`terminal`] | the game by lines |
//! | [`cli`] | the command line, one file per command |
//! | `app` | the window: the director (which page comes next), screens, widgets, theme; Bevy lives here alone |
//!
//! A turn flows one way: `Command → check → execute → Event → apply → view → screen`.
//!
//! # Invariants
//!
//! - `sim`, `scenario`, `policy`, `lab`, `run`, `view`, `chart` and `text` name neither Bevy nor the clock, and open no files
//!   but in `scenario::shelf` and `run::store`, and for the fonts of the system in `chart::fonts`. A run uses one thread; only `lab` plays several at once. Building without the feature `app` proves the first.
//! - People, policies, scripts and tests send the same [`sim::Command`]; nothing else changes a game.
//! - Only `sim::apply` changes a [`sim::State`]; a refused command changes nothing.
//! - Every number changes by entries of the ledger, and they add up exactly.
//! - A view is made for a viewer from what that viewer knows; a screen that has no secret cannot leak it.
//! - The same run file leads to the same states everywhere: counter-based dice, integers for stocks, `libm` for
//!   powers, ordered collections only.
//! - Screens are functions of a frame of plain data and send acts; widgets know nothing of the game.

#[cfg(feature = "app")]
pub mod app;
pub mod chart;
pub mod cli;
pub mod lab;
pub mod policy;
pub mod run;
pub mod scenario;
pub mod sim;
pub mod terminal;
pub mod text;
pub mod view;
