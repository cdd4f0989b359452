//! `off-roadmap insights`: tests the claims of the game as paired experiments.

use std::process::ExitCode;

use clap::Args;

use super::bar::bar;
use super::table::table;
use super::{count, enough_seeds, fail, print, seed};
use crate::lab::{self, Insight};
use crate::text::{Text, decimal, dollars};

/// Test the claims of the game with paired experiments.
#[derive(Args, Clone, Debug)]
pub struct InsightsArgs {
    /// Number of pairs of runs for each experiment.
    #[arg(long, default_value_t = 200, value_parser = count(2..=1_000_000), allow_negative_numbers = true)]
    pub seeds: u32,
    /// The first seed.
    #[arg(long, default_value_t = lab::FIRST_SEED, value_parser = seed, allow_negative_numbers = true)]
    pub first_seed: u64,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Runs the command: 0 if every claim holds, 1 if not.
#[must_use]
pub fn run(args: &InsightsArgs) -> ExitCode {
    if let Err(problem) = enough_seeds(args.first_seed, args.seeds) {
        return fail(&problem);
    }
    let bar = bar(lab::insight_count() as u64 * u64::from(args.seeds));
    let findings = match lab::insights(args.seeds, args.first_seed, || bar.inc(1)) {
        Ok(findings) => findings,
        Err(problem) => return fail(&problem),
    };
    bar.finish_and_clear();
    let printed = print(&if args.json { super::json(&findings) } else { told(&findings) });
    if findings.iter().all(|finding| finding.holds) { printed } else { ExitCode::FAILURE }
}

fn told(findings: &[Insight]) -> String {
    let text = Text::default();
    let number = |value: f64| if value.abs() >= 1_000.0 { dollars(&text, value) } else { decimal(&text, value) };
    let rows = findings.iter().map(|finding| {
        vec![
            format!("{}\n  {}", finding.claim, finding.measured),
            number(finding.effect),
            number(finding.error),
            if finding.holds { "holds" } else { "DOES NOT HOLD" }.to_owned(),
        ]
    });
    format!("{}\n", table(&["claim", "effect", "± s.e.", "verdict"], rows))
}
