//! Several runs beside each other: where they ended, and on which card they parted.

use serde::Serialize;

use super::debrief::{debrief, tabled};
use crate::sim::{DealId, Game};
use crate::text::{self, Text};

/// A run to compare: its team and its game.
#[derive(Clone, Copy, Debug)]
pub struct Contender<'a> {
    /// Name of the team.
    pub team: &'a str,
    /// The game as it stands.
    pub game: &'a Game,
    /// What the policies make of its seed, by id, in dollars, the best first.
    pub reached: &'a [(&'static str, f64)],
}

/// Several runs beside each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// One per run.
    pub runs: Vec<ComparedRun>,
    /// What makes the runs hard to compare; none if they share scenario and seed.
    pub unlike: Option<String>,
    /// Every card that lay on a table in any of them, in order.
    pub cards: Vec<ComparedCard>,
}

/// A run among others.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedRun {
    /// The team.
    pub team: String,
    /// Title of the scenario.
    pub scenario: String,
    /// The seed.
    pub seed: String,
    /// Company value.
    pub value: String,
    /// The same as a share of par.
    pub par: String,
    /// The six numbers by quarter.
    pub six: Vec<[f64; 6]>,
    /// The names of the quarters.
    pub quarters: Vec<String>,
    /// The first quarter of the echo year among them.
    pub echo: usize,
}

/// A card and what each run answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedCard {
    /// When it lay on the table.
    pub quarter: String,
    /// The prospect.
    pub customer: String,
    /// The request.
    pub ask: String,
    /// The answer of each run; none where the card did not come.
    pub answers: Vec<Option<String>>,
    /// Whether the runs answered differently.
    pub parted: bool,
}

/// Compares runs.
#[must_use]
pub fn comparison(runs: &[Contender], text: &Text) -> Comparison {
    Comparison {
        runs: runs.iter().map(|run| compared(run, text)).collect(),
        unlike: unlike(runs, text),
        cards: cards(runs, text),
    }
}

fn compared(run: &Contender, text: &Text) -> ComparedRun {
    let page = debrief(run.game, text, run.reached);
    let best = run.reached.first().map_or(page.worth, |best| best.1);
    ComparedRun {
        team: run.team.to_owned(),
        scenario: run.game.scenario().meta.title.clone(),
        seed: run.game.state().seed.to_string(),
        value: page.value,
        par: text::percent(if best > 0.0 { page.worth / best } else { 1.0 }),
        echo: page.timeline.iter().position(|point| point.echo).unwrap_or(page.timeline.len()),
        six: page.timeline.iter().map(|point| point.six).collect(),
        quarters: page.timeline.into_iter().map(|point| point.label).collect(),
    }
}

fn unlike(runs: &[Contender], text: &Text) -> Option<String> {
    let first = runs.first()?;
    let differs = |other: &dyn Fn(&Contender) -> String| runs.iter().any(|run| other(run) != other(first));
    if differs(&|run| run.game.scenario().hash.clone()) {
        return Some(text.get("compare-scenarios"));
    }
    differs(&|run| run.game.state().seed.to_string()).then(|| text.get("compare-seeds"))
}

/// Deals are the same in every run of a seed, so their cards can be laid beside each other.
fn cards(runs: &[Contender], text: &Text) -> Vec<ComparedCard> {
    if unlike(runs, text).is_some() {
        return Vec::new();
    }
    let mut ids: Vec<(u8, DealId)> =
        runs.iter().flat_map(|run| tabled(run.game.state()).map(|(deal, _)| (deal.closes.0, deal.id))).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|(_, id)| card(runs, text, id)).collect()
}

fn card(runs: &[Contender], text: &Text, id: DealId) -> ComparedCard {
    let answer = |run: &Contender| {
        let (_, settled) = tabled(run.game.state()).find(|(deal, _)| deal.id == id)?;
        Some(text::response(text, settled.answer.response))
    };
    let answers: Vec<Option<String>> = runs.iter().map(answer).collect();
    let told = runs.iter().zip(&answers).find(|(_, answer)| answer.is_some()).map(|(run, _)| run.game);
    let words = |game: &Game| {
        let (scenario, state) = (game.scenario(), game.state());
        let quarter =
            state.deals.get(&id).map_or_else(String::new, |deal| super::debrief::label(game, text, deal.closes));
        (quarter, text::deal_name(scenario, state, id), text::ask_name(scenario, state, id))
    };
    let (quarter, customer, ask) = told.map(words).unwrap_or_default();
    let mut given = answers.iter().flatten();
    let first = given.next();
    let parted = given.any(|answer| Some(answer) != first);
    ComparedCard { quarter, customer, ask, answers, parted }
}
