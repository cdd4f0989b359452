//! The commands of the command line, one file each.

pub mod balance;
mod bar;
#[cfg(feature = "room")]
pub mod bots;
pub mod charts;
pub mod check;
pub mod compare;
mod debriefed;
pub mod export;
pub mod guide;
#[cfg(feature = "room")]
pub mod host;
pub mod insights;
mod output;
mod page_file;
#[cfg(feature = "app")]
pub mod pictures;
pub mod play;
pub mod print;
pub mod rename;
pub mod replay;
pub mod report;
#[cfg(feature = "room")]
pub mod rooms;
mod runs;
pub mod scenarios;
pub mod simulate;
mod slides;
mod table;

use std::fmt::Display;
use std::io::{self, Write, stderr, stdout};
use std::ops::RangeInclusive;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::run::plain;
use crate::text;

/// A workshop simulation about product and sales. Opens the game if no command is given.
#[derive(Parser, Clone, Debug)]
#[command(name = "off-roadmap", version = env!("OFF_ROADMAP_VERSION"))]
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
    /// Host a workshop: teams join with their own devices.
    #[cfg(feature = "room")]
    Host(host::HostArgs),
    /// Fill a room with bots, for a rehearsal or to load a host.
    #[cfg(feature = "room")]
    Bots(bots::BotsArgs),
    /// List the rooms that are kept on this machine.
    #[cfg(feature = "room")]
    Rooms(rooms::RoomsArgs),
    /// Save runs and rooms as tables, with a dictionary of their columns.
    Export(export::ExportArgs),
    /// Check scenario files.
    Check(check::CheckArgs),
    /// Verify a run: replay it and compare every quarter.
    Replay(replay::ReplayArgs),
    /// Rename the team or the leads of a run, which can still be verified afterwards.
    Rename(rename::RenameArgs),
    /// Make a team's report: its debrief as one HTML file, to read on any device or to print.
    Report(report::ReportArgs),
    /// Show several runs side by side.
    Compare(compare::CompareArgs),
    /// Save a picture of every screen.
    #[cfg(feature = "app")]
    Pictures(pictures::PicturesArgs),
    /// Let policies play a scenario on many seeds.
    Simulate(simulate::SimulateArgs),
    /// Check that the scenarios teach what they claim.
    Balance(balance::BalanceArgs),
    /// Run the claims of the game as paired experiments.
    Insights(insights::InsightsArgs),
    /// Make a facilitator's guide to a scenario: plans, what happens when, what is true, and questions.
    Guide(guide::GuideArgs),
    /// Make sheets to print for teams that play without devices.
    Print(print::PrintArgs),
    /// List the scenarios on the shelf.
    Scenarios,
}

/// Runs a command.
#[must_use]
pub fn run(cli: Cli) -> ExitCode {
    match cli.command.unwrap_or_else(|| Command::Play(play::PlayArgs::default())) {
        Command::Play(args) => play::run(&args),
        #[cfg(feature = "room")]
        Command::Host(args) => host::run(&args),
        #[cfg(feature = "room")]
        Command::Bots(args) => bots::run(&args),
        #[cfg(feature = "room")]
        Command::Rooms(args) => rooms::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Replay(args) => replay::run(&args),
        Command::Rename(args) => rename::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Compare(args) => compare::run(&args),
        #[cfg(feature = "app")]
        Command::Pictures(args) => pictures::run(&args),
        Command::Simulate(args) => simulate::run(&args),
        Command::Balance(args) => balance::run(&args),
        Command::Insights(args) => insights::run(&args),
        Command::Guide(args) => guide::run(&args),
        Command::Print(args) => print::run(&args),
        Command::Scenarios => scenarios::run(),
    }
}

/// Parses a language code, such as `de`, `DE` or `de-AT`; there must be texts in the language.
fn language(typed: &str) -> Result<String, String> {
    let all = text::languages();
    let code = typed.trim().split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase();
    match all.contains(&code) {
        true => Ok(code),
        false => Err(format!("there are no texts in this language; choose {}", all.join(" or "))),
    }
}

/// Parses a seed.
fn seed(typed: &str) -> Result<u64, String> {
    typed.trim().parse().map_err(|_| format!("a seed is a whole number from 0 to {}", u64::MAX))
}

/// Returns a parser for a whole number within limits.
fn count(limits: RangeInclusive<u32>) -> impl Fn(&str) -> Result<u32, String> + Clone + Send + Sync + 'static {
    move |typed| {
        let wrong = || format!("this must be a whole number from {} to {}", limits.start(), limits.end());
        typed.trim().parse().ok().filter(|count| limits.contains(count)).ok_or_else(wrong)
    }
}

/// Whether that many seeds follow the first one.
fn enough_seeds(first: u64, count: u32) -> Result<(), String> {
    let last = u64::MAX;
    match u64::from(count).saturating_sub(1) <= last - first {
        true => Ok(()),
        false => Err(format!(
            "{count} seeds from {first} on would go past the largest seed, {last}; use a lower first seed or fewer seeds"
        )),
    }
}

/// One line on standard error, and the exit code of a failure.
fn fail(problem: &dyn Display) -> ExitCode {
    // If nobody reads the errors, there is nobody to report that to.
    let _ = writeln!(stderr(), "error: {}", harmless(&problem.to_string()));
    ExitCode::FAILURE
}

/// Prints text, and gives the exit code of it.
fn print(text: &str) -> ExitCode {
    let printed = stdout().write_all(text.as_bytes()).and_then(|()| stdout().flush());
    done(printed, "the output cannot be written")
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).map_or_else(|error| format!("{{\"error\": \"{error}\"}}\n"), |text| text + "\n")
}

/// A value as one line of JSON.
#[cfg(feature = "room")]
fn json_line(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).map_or_else(|error| format!("{{\"error\": \"{error}\"}}\n"), |text| text + "\n")
}

/// The exit code of something that reads and prints; `what` starts the error message if it failed.
fn done(result: io::Result<()>, what: &str) -> ExitCode {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => fail(&format!("{what}: {}", plain(&error))),
        // A closed pipe is no error: the reader has seen enough.
        _ => ExitCode::SUCCESS,
    }
}

/// A text from a file, or a path, made safe to print: on one line, and without characters that control the terminal or
/// reverse the text direction.
fn harmless(text: &str) -> String {
    text::seen(&text.replace(['\n', '\r', '\t'], " "))
}
