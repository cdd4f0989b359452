//! `off-roadmap guide`: a facilitator's guide to a scenario as one HTML file.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::fail;
use super::page_file::PageFile;
use crate::lab::{self, Job, Stats};
use crate::page::{GUIDE_MARK, guide_page};
use crate::policy;
use crate::scenario::Scenario;
use crate::text::Teller;
use crate::view;

/// Games from which the average of a strategy is taken.
const GAMES: u32 = 40;

/// Make a facilitator's guide to a scenario: plans, what happens when, what is true, and questions.
#[derive(Args, Clone, Debug)]
pub struct GuideArgs {
    /// Id on the shelf, or path of a scenario file.
    pub scenario: String,
    /// Where the guide goes.
    #[command(flatten)]
    pub page: PageFile,
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
    let shelf = args.page.shelf();
    let scenario = Arc::new(shelf.load(&args.scenario).map_err(|error| error.to_string())?);
    let begun = args.page.begin(format!("{}-guide.html", scenario.id), GUIDE_MARK)?;
    let teller = Teller::new(begun.text.clone(), scenario.clone());
    let page = guide_page(&teller, &view::guide(&teller, &reached(&scenario)));
    Ok(begun.save(&page))
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
