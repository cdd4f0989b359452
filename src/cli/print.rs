//! `off-roadmap print`: sheets of paper for teams without devices, for a whole scenario or the quarter that a run is in.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::output::{Kind, Output};
use super::{fail, harmless, language, print};
use crate::ids::Seat;
use crate::page::{Paper, SHEETS_MARK, cards_page, decisions_page, poster_page, quarter_page, roles_page};
use crate::run::{RUN_ENDING, Session};
use crate::scenario::{FileKind, Scenario, Shelf};
use crate::sim::Game;
use crate::text::{Teller, Text};
use crate::view::{self, NotNow};

/// The seed of the game whose beginning is printed; it is the same with every other one.
const ANY_SEED: u64 = 0;

/// Make sheets to print for teams that play without devices: roles, cards, decisions and the wall of a scenario, or what
/// a team needs in the next quarter of its run.
#[derive(Args, Clone, Debug)]
pub struct PrintArgs {
    /// Id on the shelf, path of a scenario file, or a run file.
    #[arg(value_name = "SCENARIO|RUN")]
    pub what: String,
    /// Folder for the sheets.
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    /// Size of the paper.
    #[arg(long, value_enum, default_value_t)]
    pub paper: PaperSize,
    /// The language of the sheets.
    #[arg(long, value_name = "LANGUAGE", value_parser = language, default_value = "en")]
    pub language: String,
    /// Replace existing files, even if this command did not make them.
    #[arg(long)]
    pub force: bool,
}

/// A size of paper, as it is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PaperSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl From<PaperSize> for Paper {
    fn from(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Self::A4,
            PaperSize::Letter => Self::Letter,
        }
    }
}

/// Runs the command: 1 if there is no such scenario or run, or the sheets cannot be written.
#[must_use]
pub fn run(args: &PrintArgs) -> ExitCode {
    match sheets(args).and_then(|(text, files)| save(args, &text, files)) {
        Ok(code) => code,
        Err(problem) => fail(&problem),
    }
}

/// The files by their names, and the words of their language.
fn sheets(args: &PrintArgs) -> Result<(Arc<Text>, Vec<(String, String)>), String> {
    let text = Arc::new(Text::new(&args.language));
    let mut shelf = Shelf::default();
    shelf.speak(&args.language);
    let path = Path::new(&args.what);
    let is_run = path.file_name().is_some_and(|name| FileKind::of(name).is_run());
    let files = match is_run {
        true => of_run(args, path, &text, &shelf)?,
        false => {
            let scenario = shelf.load(&args.what).map_err(|error| error.to_string())?;
            of_scenario(args.paper.into(), &Teller::new(text.clone(), Arc::new(scenario)))
        }
    };
    Ok((text, files))
}

fn of_scenario(paper: Paper, text: &Teller) -> Vec<(String, String)> {
    let scenario: Arc<Scenario> = Arc::new(text.scenario().clone());
    let start = Game::new(scenario.clone(), ANY_SEED);
    let title = &scenario.meta.title;
    let roles = Seat::BOTH.map(|seat| view::role_sheet(text, seat));
    let files = [
        ("roles.html", roles_page(text, paper, &roles, &view::table_rules(text))),
        ("cards.html", cards_page(text, paper, title, &view::special_cards(text))),
        ("decisions.html", decisions_page(text, paper, title, &view::blank_decisions(text, &start))),
        ("wall.html", poster_page(text, paper, &view::poster(text, &start))),
    ];
    files.map(|(name, page)| (name.to_owned(), page)).into()
}

fn of_run(args: &PrintArgs, path: &Path, text: &Arc<Text>, shelf: &Shelf) -> Result<Vec<(String, String)>, String> {
    let find = |id: &str| shelf.load(id).map(Arc::new).map_err(|error| error.to_string());
    let session = Session::open(path, find).map_err(|error| error.to_string())?;
    let teller = Teller::new(text.clone(), session.game().scenario().clone());
    let sheets = view::quarter_sheets(session.log(), &teller).map_err(|why| {
        let key = match why {
            NotNow::Closing => "paper-run-closing",
            NotNow::Ended => "paper-run-ended",
        };
        text.with(key, &[("path", &args.what)])
    })?;
    let stem = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = stem.strip_suffix(RUN_ENDING).unwrap_or(&stem).trim_end_matches(".ron").to_owned();
    let table = if sheets.seats.is_empty() { "-table" } else { "" };
    let name = format!("{stem}-q{}{table}.html", session.game().state().quarter.0);
    Ok(vec![(name, quarter_page(&teller, args.paper.into(), &sheets))])
}

/// Writes all files, or none if one of them cannot be.
fn save(args: &PrintArgs, text: &Text, files: Vec<(String, String)>) -> Result<ExitCode, String> {
    let shown = args.out.display().to_string();
    if args.out.is_file() {
        return Err(text.with("paper-folder", &[("path", &shown)]));
    }
    let mut begun = Vec::new();
    for (name, page) in &files {
        begun.push((Output::begin(&args.out.join(name), Kind::Page(SHEETS_MARK), args.force)?, page));
    }
    for (output, page) in begun {
        output.write_whole(page.as_bytes())?;
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let told = text.with("paper-saved", &[("folder", &shown), ("files", &names.join(", "))]);
    Ok(print(&format!("{}\n", harmless(&told))))
}
