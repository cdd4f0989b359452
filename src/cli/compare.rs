//! `off-roadmap compare`: several runs side by side, as a table or as an HTML page.

use std::collections::BTreeMap;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::output::{Kind, Output, saved};
use super::runs::{Opened, open};
use super::table::{table, words};
use super::{fail, harmless, language, print};
use crate::lab::{self, Argument, Finished};
use crate::page::{COMPARISON_MARK, compare_page};
use crate::run::{self, Session};
use crate::sim::Phase;
use crate::text::{Teller, Text};
use crate::view::{self, ComparedCard, Comparison, Entrant, Ranked};

/// Compare several runs side by side.
#[derive(Args, Clone, Debug)]
pub struct CompareArgs {
    /// Run files, or folders of run files.
    #[arg(required = true, value_name = "RUN")]
    pub runs: Vec<PathBuf>,
    /// Write an HTML page, to view in a browser or to print, instead of a table.
    #[arg(long, value_name = "FILE.html")]
    pub out: Option<PathBuf>,
    /// Replace an existing file, even if this command did not make it.
    #[arg(long, requires = "out")]
    pub force: bool,
    /// The language of the comparison.
    #[arg(long, value_name = "LANGUAGE", value_parser = language, default_value = "en")]
    pub language: String,
}

/// Runs the command: 1 if a run had to be left out, or none is left.
#[must_use]
pub fn run(args: &CompareArgs) -> ExitCode {
    let text = Text::default();
    let output =
        match args.out.as_deref().map(|out| Output::begin(out, Kind::Page(COMPARISON_MARK), args.force)).transpose() {
            Ok(output) => output,
            Err(problem) => return fail(&problem),
        };
    let Opened { runs: sessions, left_out, missing } = open(&args.runs, &text, |session| session);
    // Failing to open a run that was named is an error; a folder may contain anything, so what cannot be opened there
    // is only left out.
    if missing || sessions.is_empty() {
        return left_out.iter().fold(ExitCode::FAILURE, |_, problem| fail(problem));
    }
    let left_out: Vec<String> =
        left_out.iter().map(|problem| text.with("compare-left-out", &[("problem", problem)])).collect();
    let (sessions, copies) = run::once(sessions);
    let mut compared = compare(&sessions, &text);
    compared.notes.extend(copies.iter().map(|copy| copy.told(&text)));
    // A terminal shows them already: standard error says them, too.
    if output.is_some() || !stdout().is_terminal() {
        compared.notes.extend(left_out.iter().cloned());
    }
    let done = match output {
        None => print(&report(&compared, &text)),
        Some(output) => {
            saved(output, &compare_page(&compared, &text), args.out.as_deref().unwrap_or(Path::new("")), &text)
        }
    };
    left_out.iter().fold(done, |_, problem| fail(problem))
}

fn compare(sessions: &[Session], text: &Text) -> Comparison {
    let mut known: BTreeMap<(String, u64), Option<f64>> = BTreeMap::new();
    let text = Arc::new(text.clone());
    let tellers: Vec<Teller> =
        sessions.iter().map(|session| Teller::new(text.clone(), session.game().scenario().clone())).collect();
    let entrants: Vec<Entrant> = sessions
        .iter()
        .zip(&tellers)
        .map(|(session, teller)| {
            let game = session.game();
            let deck = (game.scenario().hash.clone(), game.state().seed);
            let over = game.state().phase == Phase::Ended;
            let par = over.then(|| *known.entry(deck).or_insert_with(|| par(session))).flatten();
            let team = session.team();
            let again_from = session.log().again_from();
            Entrant { team: &team.name, again_from, leads: [&team.product, &team.sales], game, teller, par }
        })
        .collect();
    let finished = sessions.iter().map(|session| Finished { run: session.run(), game: session.game() });
    let argument = Argument::of(&finished.collect::<Vec<_>>());
    view::compare(&entrants, Some(&argument), &text)
}

/// The value that the best policy reaches with the same company and seed.
fn par(session: &Session) -> Option<f64> {
    let game = session.game();
    lab::par(game.scenario(), game.state().seed).first().map(|&(_, value)| value)
}

fn report(compared: &Comparison, text: &Text) -> String {
    let mut report = teams(compared, text);
    for team in compared.argued.iter().flat_map(|argued| &argued.ranking).filter(|team| !team.why.is_empty()) {
        let Ranked { rank, name, value, why, luck, .. } = team;
        report += &format!("\n{rank} {} {value}\n   {why}\n   {luck}\n", harmless(name));
    }
    for told in &compared.demand.told {
        report += &format!("\n{told}\n");
    }
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
    words(&refs(&head), 3, compared.cards.iter().map(row)) + "\n"
}

fn refs(head: &[String]) -> Vec<&str> {
    head.iter().map(String::as_str).collect()
}
