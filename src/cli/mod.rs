//! The commands of the command line, one file each.

pub mod check;
#[cfg(feature = "app")]
pub mod pictures;
pub mod play;
pub mod replay;
pub mod scenarios;

use std::fmt::Display;
use std::io::{Write, stderr};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A workshop simulation about product and sales. Without a command, the game opens.
#[derive(Parser, Clone, Debug)]
#[command(name = "off-roadmap", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Subcommand, Clone, Debug)]
pub enum Command {
    /// Play a scenario.
    Play(play::PlayArgs),
    /// Check scenario files.
    Check(check::CheckArgs),
    /// Verify a run: play it again and compare every quarter.
    Replay(replay::ReplayArgs),
    /// Save a picture of every screen.
    #[cfg(feature = "app")]
    Pictures(pictures::PicturesArgs),
    /// List the shelf.
    Scenarios,
}

/// Runs a command.
#[must_use]
pub fn run(cli: Cli) -> ExitCode {
    match cli.command.unwrap_or_else(|| Command::Play(play::PlayArgs::default())) {
        Command::Play(args) => play::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Replay(args) => replay::run(&args),
        #[cfg(feature = "app")]
        Command::Pictures(args) => pictures::run(&args),
        Command::Scenarios => scenarios::run(),
    }
}

/// One sentence on standard error, and the exit code of a failure.
fn fail(problem: &dyn Display) -> ExitCode {
    // Nothing is left to tell when nobody reads the errors.
    let _ = writeln!(stderr(), "error: {problem}");
    ExitCode::FAILURE
}
