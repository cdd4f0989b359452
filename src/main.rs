//! The command line of Off-Roadmap: parse, dispatch, exit code.

use std::process::ExitCode;

use clap::Parser;
use off_roadmap::cli::{self, Cli};

#[cfg(not(target_family = "wasm"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run(Cli::parse())
}
