//! `off-roadmap replay`: replays a run, verifies every quarter, and prints how it ended.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::{fail, print};
use crate::ids::Quarter;
use crate::run::Session;
use crate::scenario::Shelf;
use crate::sim::{Phase, formula};
use crate::text::{Teller, Text, dollars, quarter_name};

/// Verify a run: replay it and compare every quarter.
#[derive(Args, Clone, Debug)]
pub struct ReplayArgs {
    /// The run file.
    pub run: PathBuf,
}

/// Runs the command: 0 if every quarter holds, 1 if not.
#[must_use]
pub fn run(args: &ReplayArgs) -> ExitCode {
    let shelf = Shelf::default();
    let find = |id: &str| shelf.load(id).map(Arc::new).map_err(|error| error.to_string());
    match Session::open(&args.run, find) {
        Ok(session) => print(&report(&session)),
        Err(error) => fail(&error),
    }
}

fn report(session: &Session) -> String {
    let game = session.game();
    let (scenario, state) = (game.scenario(), game.state());
    let text = Teller::new(Arc::new(Text::default()), scenario.clone());
    let mut report = text.with(
        "replay-holds",
        &[
            ("quarters", &session.run().quarters.len()),
            ("team", &session.team().name),
            ("scenario", &scenario.meta.title),
            ("seed", &session.run().seed.to_string()),
        ],
    );
    report.push('\n');
    for chair in &session.run().taken_over {
        report += &chair.told(&text);
        report.push('\n');
    }
    if let Some(quarter) = session.run().again_from {
        report += &text.with("replay-again", &[("quarter", &quarter_name(&text, Quarter(quarter)))]);
        report.push('\n');
    }
    if state.phase == Phase::Ended {
        let value = dollars(&text, formula::value(scenario, state).total);
        report += &text.with("replay-ended", &[("value", &value)]);
    } else {
        let phase = crate::text::phase(&text, state.phase);
        let quarter = quarter_name(&text, state.quarter);
        report += &text.with("replay-open", &[("quarter", &quarter), ("phase", &phase)]);
    }
    report.push('\n');
    report
}
