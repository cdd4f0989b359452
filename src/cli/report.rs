//! `off-roadmap report`: the debrief of a finished run as one HTML file, to take home or to print.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::charts::ChartFiles;
use super::debriefed::Debriefed;
use super::fail;
use super::page_file::PageFile;
use crate::chart::{Palette, debrief_charts};
use crate::page::{DebriefPage, DrawFirst, Played, REPORT_MARK, report_page};
use crate::run::{RUN_ENDING, Session};
use crate::sim::Phase;

/// Make a team's report: its debrief as one HTML file, to read on any device or to print.
#[derive(Args, Clone, Debug)]
pub struct ReportArgs {
    /// The run file.
    pub run: PathBuf,
    /// Where the report goes.
    #[command(flatten)]
    pub page: PageFile,
    /// Where its charts go.
    #[command(flatten)]
    pub charts: ChartFiles,
}

/// Runs the command: 1 if the run cannot be replayed, or goes on.
#[must_use]
pub fn run(args: &ReportArgs) -> ExitCode {
    match report(args) {
        Ok(code) => code,
        Err(problem) => fail(&problem),
    }
}

fn report(args: &ReportArgs) -> Result<ExitCode, String> {
    let begun = args.page.begin(usual(&args.run), REPORT_MARK)?;
    let (text, shelf) = (&begun.text, args.page.shelf());
    let find = |id: &str| shelf.load(id).map(Arc::new).map_err(|error| error.to_string());
    let session = Session::open(&args.run, find).map_err(|error| error.to_string())?;
    let game = session.game();
    if game.state().phase != Phase::Ended {
        return Err(text.with("report-goes-on", &[("path", &args.run.display().to_string())]));
    }
    args.charts.begin(text)?;
    let Debriefed { teller, team, field, debrief, maps } = Debriefed::of(&session, text);
    let leads = session.team();
    let played = Played { team: &team, leads: [&leads.product, &leads.sales], scenario: &teller.scenario().meta.title };
    let charts = || debrief_charts(&debrief, &field.envelope, &maps, &teller, &Palette::print());
    if args.charts.charts.is_some() {
        args.charts.save(&charts(), args.page.force, text)?;
    }
    let (envelope, draw_first) = (&field.envelope[..], DrawFirst::Here);
    let from = DebriefPage { debrief: &debrief, envelope, maps: &maps, whole: true, draw_first };
    Ok(begun.save(&report_page(&teller, &played, from)))
}

/// The name of a run with another ending.
fn usual(run: &Path) -> String {
    let name = run.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(RUN_ENDING).unwrap_or(&name).trim_end_matches(".ron");
    format!("{stem}.html")
}
