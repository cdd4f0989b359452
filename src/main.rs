//! The command line of Off-Roadmap: parse, dispatch, exit code.

use std::process::ExitCode;

use clap::Parser;
use off_roadmap::cli::{self, Cli};

fn main() -> ExitCode {
    cli::run(Cli::parse())
}
