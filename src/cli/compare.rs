//! `off-roadmap compare`: several runs side by side, as a table or as a page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::table::{table, words};
use super::{fail, harmless, print};
use crate::chart::compare_page;
use crate::lab;
use crate::run::{self, Session};
use crate::scenario::Shelf;
use crate::sim::Phase;
use crate::text::Text;
use crate::view::{self, ComparedCard, Comparison, Entrant};

/// Put several runs side by side.
#[derive(Args, Clone, Debug)]
pub struct CompareArgs {
    /// The run files, or folders of them.
    #[arg(required = true, value_name = "RUN")]
    pub runs: Vec<PathBuf>,
    /// Write a page that a browser shows and prints, instead of a table.
    #[arg(long, value_name = "FILE.html")]
    pub out: Option<PathBuf>,
}

/// Runs the command: 1 if a run cannot be read or does not hold.
#[must_use]
pub fn run(args: &CompareArgs) -> ExitCode {
    let text = Text::default();
    let runs: Vec<PathBuf> = args.runs.iter().flat_map(|path| files(path)).collect();
    if let Some(out) = &args.out
        && runs.iter().any(|run| same_file(run, out))
    {
        return fail(&text.with("compare-run-in-the-way", &[("path", &out.display().to_string())]));
    }
    let sessions = match open(&runs) {
        Ok(sessions) => sessions,
        Err(problem) => return fail(&problem),
    };
    let (sessions, copies) = run::once(sessions);
    let mut compared = compare(&sessions, &text);
    compared.notes.extend(copies.iter().map(|copy| {
        let key = if copy.earlier { "compare-earlier" } else { "compare-copy" };
        text.with(key, &[("copy", &copy.path.display().to_string()), ("of", &copy.of.display().to_string())])
    }));
    match &args.out {
        None => print(&report(&compared, &text)),
        Some(out) => match run::write(out, &compare_page(&compared, &text)) {
            Ok(()) => print(&format!("{}\n", text.with("compare-saved", &[("path", &out.display().to_string())]))),
            Err(problem) => fail(&problem),
        },
    }
}

/// The run files of a folder, the oldest first; a file is itself.
fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let found: Vec<PathBuf> = run::list(path).into_iter().rev().map(|listed| listed.path).collect();
    // Reading the folder itself says what is wrong with it.
    if found.is_empty() { vec![path.to_owned()] } else { found }
}

/// A page must not take the place of a run.
fn same_file(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

fn open(runs: &[PathBuf]) -> Result<Vec<Session>, String> {
    let shelf = Shelf::default();
    let find = |id: &str| shelf.load(id).map(Arc::new).map_err(|error| error.to_string());
    runs.iter().map(|path| Session::open(path, find).map_err(|error| error.to_string())).collect()
}

fn compare(sessions: &[Session], text: &Text) -> Comparison {
    let mut known: BTreeMap<(String, u64), Option<f64>> = BTreeMap::new();
    let entrants: Vec<Entrant> = sessions
        .iter()
        .map(|session| {
            let game = session.game();
            let deck = (game.scenario().hash.clone(), game.state().seed);
            let over = game.state().phase == Phase::Ended;
            let par = over.then(|| *known.entry(deck).or_insert_with(|| par(session))).flatten();
            let team = session.team();
            Entrant { team: &team.name, leads: [&team.product, &team.sales], game, par }
        })
        .collect();
    view::compare(&entrants, text)
}

/// What the best policy makes of the same company and seed.
fn par(session: &Session) -> Option<f64> {
    let game = session.game();
    lab::par(game.scenario(), game.state().seed).first().map(|&(_, value)| value)
}

fn report(compared: &Comparison, text: &Text) -> String {
    let mut report = teams(compared, text);
    for note in &compared.notes {
        report += &format!("\n{}\n", harmless(note));
    }
    if compared.cards.is_empty() {
        return report;
    }
    if !compared.parting.is_empty() {
        report += &format!("\n{}\n", harmless(&compared.parting));
    }
    report + "\n" + &cards(compared, text)
}

fn teams(compared: &Comparison, text: &Text) -> String {
    let keys = ["compare-team", "compare-scenario", "compare-seed", "compare-value", "compare-par"];
    let mut head: Vec<String> = keys.into_iter().map(|key| text.get(key)).collect();
    head.extend(compared.numbers.iter().map(|number| number.label.clone()));
    let rows = compared.teams.iter().map(|team| {
        let mut row = vec![team.name.clone(), team.scenario.clone(), team.seed.clone()];
        row.extend([team.value.clone(), team.par.clone()]);
        row.extend(team.six.iter().cloned());
        row.iter().map(|cell| harmless(cell)).collect()
    });
    table(&refs(&head), rows) + "\n"
}

fn cards(compared: &Comparison, text: &Text) -> String {
    let mut head = vec![String::new(), text.get("compare-quarter"), text.get("compare-card")];
    head.extend(compared.teams.iter().map(|team| harmless(&team.name)));
    let row = |card: &ComparedCard| {
        let mark = if card.parted { "≠" } else { "" };
        let mut row = vec![mark.to_owned(), card.quarter.clone(), card.customer.clone()];
        row.extend(card.answers.iter().map(|given| match given.outcome.as_str() {
            "" => given.answer.clone(),
            outcome => format!("{} · {outcome}", given.answer),
        }));
        row.iter().map(|cell| harmless(cell)).collect()
    };
    words(&refs(&head), compared.cards.iter().map(row)) + "\n"
}

fn refs(head: &[String]) -> Vec<&str> {
    head.iter().map(String::as_str).collect()
}
