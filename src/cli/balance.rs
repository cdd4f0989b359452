//! `off-roadmap balance`: whether the scenarios teach what they claim, as a table and seven conditions.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::bar::bar;
use super::table::table;
use super::{count, enough_seeds, fail, print, seed};
use crate::lab::{self, Balance, ScenarioTable};
use crate::policy;
use crate::scenario::{Scenario, Shelf};
use crate::text::{Text, dollars, percent};

/// Check that the scenarios teach what they claim.
#[derive(Args, Clone, Debug)]
pub struct BalanceArgs {
    /// Ids of scenarios on the shelf, or paths of scenario files; the default is the whole shelf.
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// Number of seeds for each policy and scenario.
    #[arg(long, default_value_t = 200, value_parser = count(2..=1_000_000), allow_negative_numbers = true)]
    pub seeds: u32,
    /// The first seed.
    #[arg(long, default_value_t = lab::FIRST_SEED, value_parser = seed, allow_negative_numbers = true)]
    pub first_seed: u64,
    /// Print the result as one JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Runs the command: 0 if all conditions hold, 1 if not.
#[must_use]
pub fn run(args: &BalanceArgs) -> ExitCode {
    if let Err(problem) = enough_seeds(args.first_seed, args.seeds) {
        return fail(&problem);
    }
    let scenarios = match scenarios(&args.scenarios) {
        Ok(scenarios) => scenarios,
        Err(problem) => return fail(&problem),
    };
    let runs = scenarios.len() * policy::ALL.len() * args.seeds as usize;
    let bar = bar(runs as u64);
    let balance = lab::balance(&scenarios, args.seeds, args.first_seed, || bar.inc(1));
    bar.finish_and_clear();
    let printed = print(&if args.json { super::json(&balance) } else { text(&balance) });
    if balance.holds() { printed } else { ExitCode::FAILURE }
}

/// The scenarios with these ids or paths; with none given, every playable scenario on the shelf.
pub(super) fn scenarios(names: &[String]) -> Result<Vec<Arc<Scenario>>, String> {
    let shelf = Shelf::default();
    if names.is_empty() {
        return Ok(shelf.list().iter().filter_map(|item| item.scenario().cloned()).map(Arc::new).collect());
    }
    names.iter().map(|name| shelf.load(name).map(Arc::new).map_err(|error| error.to_string())).collect()
}

fn text(balance: &Balance) -> String {
    let mut text: String = balance.tables.iter().map(scenario).collect();
    for condition in &balance.conditions {
        let mark = if condition.broken.is_empty() { "holds" } else { "BROKEN" };
        text += &format!("{}. {mark}: {}\n", condition.number, condition.what);
        for place in &condition.broken {
            text += &format!("     {place}\n");
        }
    }
    if !balance.of_shelf() {
        text += "Conditions 1, 2 and 7 only apply to four scenarios or more and are left out.\n";
    }
    text
}

fn scenario(of: &ScenarioTable) -> String {
    let text = Text::default();
    let head =
        ["policy", "value", "± s.e.", "of best", "Q1–Q3 bookings", "ARR", "GRR", "coherence", "trust", "survived"];
    let rows = of.rows.iter().map(|row| {
        vec![
            row.policy.to_owned(),
            dollars(&text, row.value),
            dollars(&text, row.error),
            percent(&text, row.of_best),
            dollars(&text, row.early_bookings),
            dollars(&text, row.arr),
            percent(&text, row.gross_retention),
            percent(&text, row.coherence),
            percent(&text, row.trust),
            percent(&text, row.survived),
        ]
    });
    let lead = match (&of.intended, of.lead) {
        (Some(policy), Some((mean, error))) => {
            format!(
                "{policy} should win; its lead over the next best is {} ± {}\n",
                dollars(&text, mean),
                dollars(&text, error)
            )
        }
        _ => String::new(),
    };
    format!("{}\n{}\n{lead}\n", of.scenario, table(&head, rows))
}
