//! `off-roadmap guide`: a facilitator's guide to a scenario as one HTML file.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::compare::save;
use super::output::{Kind, Output};
use super::{fail, language};
use crate::lab::{self, Job, Stats};
use crate::page::{GUIDE_MARK, guide_page};
use crate::policy;
use crate::scenario::{Scenario, Shelf};
use crate::text::{Teller, Text};
use crate::view;

/// Games from which the average of a strategy is taken.
const GAMES: u32 = 40;

/// Make a facilitator's guide to a scenario: plans, what happens when, what is true, and questions.
#[derive(Args, Clone, Debug)]
pub struct GuideArgs {
    /// Id on the shelf, or path of a scenario file.
    pub scenario: String,
    /// The file to write. The default is the id of the scenario with -guide.html, in this folder.
    #[arg(long, value_name = "FILE.html")]
    pub out: Option<PathBuf>,
    /// The language of the guide.
    #[arg(long, value_name = "LANGUAGE", value_parser = language, default_value = "en")]
    pub language: String,
    /// Replace an existing file, even if this command did not make it.
    #[arg(long)]
    pub force: bool,
}

/// Runs the command: 1 if there is no such scenario, or the file cannot be written.
#[must_use]
pub fn run(args: &GuideArgs) -> ExitCode {
    match guide(args) {
        Ok(code) => code,
        Err(problem) => fail(&problem),
    }
}

fn guide(args: &GuideArgs) -> Result<ExitCode, String> {
    let text = Arc::new(Text::new(&args.language));
    let mut shelf = Shelf::default();
    shelf.speak(&args.language);
    let scenario = Arc::new(shelf.load(&args.scenario).map_err(|error| error.to_string())?);
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}-guide.html", scenario.id)));
    let output = Output::begin(&out, Kind::Page(GUIDE_MARK), args.force)?;
    let teller = Teller::new(text.clone(), scenario.clone());
    let page = guide_page(&teller, &view::guide(&teller, &reached(&scenario)));
    Ok(save(output, &page, Some(&out), &text))
}

/// What each policy reaches on average, in dollars.
fn reached(scenario: &Arc<Scenario>) -> Vec<(&'static str, f64)> {
    let job = |policy| lab::seeds(1, GAMES).map(move |seed| Job { scenario: scenario.clone(), policy, seed });
    let mut values: Vec<(&str, Stats)> = policy::ALL.iter().map(|policy| (policy.id(), Stats::default())).collect();
    lab::each(policy::ALL.into_iter().flat_map(job), Job::run, |job, played| {
        if let Some((_, stats)) = values.iter_mut().find(|(id, _)| *id == job.policy.id()) {
            stats.push(played.value);
        }
    });
    values.into_iter().map(|(id, stats)| (id, stats.mean())).collect()
}
