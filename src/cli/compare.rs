//! `off-roadmap compare`: several runs side by side, as a table, as an HTML page, and as slides for a debrief.

use std::collections::BTreeMap;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{ArgGroup, Args};

use super::charts::ChartFiles;
use super::debriefed::Debriefed;
use super::output::{Kind, Output, saved};
use super::runs::{Opened, open};
use super::slides::SlidesFile;
use super::table::{table, words};
use super::{fail, harmless, language, print};
use crate::chart::{Palette, comparison_charts};
use crate::lab::{self, Argument, Finished};
use crate::page::{COMPARISON_MARK, compare_page};
use crate::run::{self, Session};
use crate::sim::Phase;
use crate::slide::{Deck, Played, Room, room_deck, team_deck};
use crate::text::{Teller, Text};
use crate::view::{self, ComparedCard, Comparison, Entrant, Ranked, RoomDebrief};

/// Compare several runs side by side.
#[derive(Args, Clone, Debug)]
#[command(group(ArgGroup::new("files").args(["out", "slides", "charts"]).multiple(true)))]
pub struct CompareArgs {
    /// Run files, or folders of run files.
    #[arg(required = true, value_name = "RUN")]
    pub runs: Vec<PathBuf>,
    /// Write an HTML page, to view in a browser or to print, instead of a table.
    #[arg(long, value_name = "FILE.html")]
    pub out: Option<PathBuf>,
    /// Write slides for a debrief: a page to present, or a PowerPoint file. Of one run, they are the debrief of its team.
    #[arg(long, value_name = "FILE.html|FILE.pptx")]
    pub slides: Option<PathBuf>,
    /// Where the charts go.
    #[command(flatten)]
    pub charts: ChartFiles,
    /// Mark this team everywhere; the others are grey in all charts.
    #[arg(long, value_name = "TEAM")]
    pub highlight: Option<String>,
    /// Replace an existing file, even if this command did not make it.
    #[arg(long, requires = "files")]
    pub force: bool,
    /// The language of the comparison.
    #[arg(long, value_name = "LANGUAGE", value_parser = language, default_value = "en")]
    pub language: String,
}

/// Runs the command: 1 if a run had to be left out, or none is left.
#[must_use]
pub fn run(args: &CompareArgs) -> ExitCode {
    match told(args, &Arc::new(Text::new(&args.language))) {
        Ok(code) => code,
        Err(problem) => fail(&problem),
    }
}

fn told(args: &CompareArgs, text: &Arc<Text>) -> Result<ExitCode, String> {
    let page =
        args.out.as_deref().map(|out| Output::begin(out, Kind::Page(COMPARISON_MARK), args.force)).transpose()?;
    let slides = args.slides.as_deref().map(|path| SlidesFile::begin(path, args.force, text)).transpose()?;
    args.charts.begin(text)?;
    let Opened { runs: sessions, left_out, missing } = open(&args.runs, text, |session| session);
    // Failing to open a run that was named is an error; a folder may contain anything, so what cannot be opened there
    // is only left out.
    if missing || sessions.is_empty() {
        return Ok(left_out.iter().fold(ExitCode::FAILURE, |_, problem| fail(problem)));
    }
    let left_out: Vec<String> =
        left_out.iter().map(|problem| text.with("compare-left-out", &[("problem", problem)])).collect();
    let (sessions, copies) = run::once(sessions);
    let (mut compared, debrief) = compare(&sessions, text);
    compared.marked =
        args.highlight.as_deref().map(|team| highlighted(team, &compared, &sessions, text)).transpose()?;
    compared.notes.extend(copies.iter().map(|copy| copy.told(text)));
    let table = page.is_none() && slides.is_none() && args.charts.charts.is_none();
    let deck = slides.is_some().then(|| deck(&sessions, &compared, &debrief, text)).transpose()?;
    // A terminal shows them already: standard error says them, too.
    if !table || !stdout().is_terminal() {
        compared.notes.extend(left_out.iter().cloned());
    }
    if args.charts.charts.is_some() {
        args.charts.save(&comparison_charts(&compared, text, &Palette::print()), args.force, text)?;
    }
    let mut codes = Vec::new();
    if table {
        codes.push(print(&report(&compared, text)));
    }
    if let Some(page) = page {
        codes.push(saved(page, &compare_page(&compared, text), args.out.as_deref().unwrap_or(Path::new("")), text));
    }
    if let (Some(slides), Some(deck)) = (slides, deck) {
        codes.push(slides.save(&deck, text));
    }
    let done = codes.into_iter().find(|code| *code != ExitCode::SUCCESS).unwrap_or(ExitCode::SUCCESS);
    Ok(left_out.iter().fold(done, |_, problem| fail(problem)))
}

/// The position of the team with a name: as it is shown, or as it was given if only one team has that.
fn highlighted(wanted: &str, compared: &Comparison, sessions: &[Session], text: &Text) -> Result<usize, String> {
    let same = |name: &str| name.trim().to_lowercase() == wanted.trim().to_lowercase();
    let given: Vec<usize> = (0..sessions.len()).filter(|&at| same(&sessions[at].team().name)).collect();
    let shown = compared.teams.iter().position(|team| same(&team.name));
    shown.or(if let [only] = given[..] { Some(only) } else { None }).ok_or_else(|| {
        let teams: Vec<&str> = compared.teams.iter().map(|team| team.name.as_str()).collect();
        text.with("highlight-unknown", &[("team", &wanted), ("teams", &teams.join(", "))])
    })
}

/// The slides about the runs, or about the only one.
fn deck(sessions: &[Session], compared: &Comparison, debrief: &RoomDebrief, text: &Arc<Text>) -> Result<Deck, String> {
    let ended = |session: &Session| session.game().state().phase == Phase::Ended;
    if !sessions.iter().any(ended) {
        return Err(match sessions {
            [only] => {
                let path = only.path().unwrap_or(Path::new("")).display().to_string();
                text.with("slides-goes-on", &[("path", &path)])
            }
            _ => text.get("slides-runs"),
        });
    }
    let [only] = sessions else { return Ok(room_deck(text, Room { compared, debrief })) };
    let Debriefed { teller, team, field, debrief, maps } = Debriefed::of(only, text);
    let reached: Vec<f64> = field.reached.iter().map(|(_, value)| *value).collect();
    Ok(team_deck(
        text,
        Played {
            team: &team,
            scenario: &teller.scenario().meta.title,
            debrief: &debrief,
            envelope: &field.envelope,
            reached: &reached,
            maps: &maps,
        },
    ))
}

fn compare(sessions: &[Session], text: &Arc<Text>) -> (Comparison, RoomDebrief) {
    let mut known: BTreeMap<(String, u64), Option<f64>> = BTreeMap::new();
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
    (view::compare(&entrants, Some(&argument), text), view::room_debrief(&entrants, &argument, text))
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

/// The name of a team, with a sign if it is highlighted.
fn marked(compared: &Comparison, team: usize) -> String {
    let name = compared.teams.get(team).map_or("", |team| team.name.as_str());
    if compared.marked == Some(team) { format!("▸ {name}") } else { name.to_owned() }
}

fn teams(compared: &Comparison, text: &Text) -> String {
    let keys = ["compare-team", "compare-scenario", "compare-seed", "compare-value", "compare-par"];
    let mut head: Vec<String> = keys.into_iter().map(|key| text.get(key)).collect();
    head.extend(compared.numbers.iter().map(|number| number.label.clone()));
    let rows = compared.teams.iter().enumerate().map(|(at, team)| {
        let mut row = vec![marked(compared, at), team.scenario.clone(), team.seed.clone()];
        row.extend([team.value.clone(), team.par.clone()]);
        row.extend(team.six.iter().cloned());
        row.iter().map(|cell| harmless(cell)).collect()
    });
    table(&refs(&head), rows) + "\n"
}

fn cards(compared: &Comparison, text: &Text) -> String {
    let mut head = vec![String::new(), text.get("compare-quarter"), text.get("compare-card")];
    head.extend((0..compared.teams.len()).map(|at| harmless(&marked(compared, at))));
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
