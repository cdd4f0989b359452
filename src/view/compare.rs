//! Several runs side by side: teams, the six numbers, the products, and the cards on which they diverged.

use schemars::JsonSchema;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::argued::{Argued, argued};
use super::entrant::Entrant;
use super::past::{label, tabled};
use super::product_map::{Moment, ProductMap, product_map};
use super::reveal::{Demanded, demanded};
use super::six::{SIX, Six};
use crate::ids::{DealId, Quarter};
use crate::lab::{Argument, largest_deck};
use crate::sim::formula::value;
use crate::sim::{By, Deal, DealOutcome, Game, Phase, Record, Response};
use crate::text::{self, Text, Unit};

/// Several runs side by side. All lists inside have the order of the teams.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// What to know before comparing: other scenarios, other seeds, unfinished runs.
    pub notes: Vec<String>,
    /// The teams.
    pub teams: Vec<ComparedTeam>,
    /// The position of the team that is highlighted, if one is.
    pub marked: Option<usize>,
    /// Names of the quarters.
    pub quarters: Vec<String>,
    /// Position of the first echo quarter, if it is the same for all.
    pub echo: Option<usize>,
    /// The six numbers.
    pub numbers: Vec<ComparedNumber>,
    /// What was asked for in each team, one curve over another.
    pub demand: Demanded,
    /// The product maps as of now.
    pub maps: Vec<ProductMap>,
    /// The cards of all tables; empty if the runs do not have the same deck.
    pub cards: Vec<ComparedCard>,
    /// Where the runs diverged, in a sentence; empty if fewer than two have the same deck.
    pub parting: String,
    /// Who is ahead, why, and whether it was luck; `None` while that is computed, or if nobody asked.
    pub argued: Option<Argued>,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ComparedTeam {
    /// Its name, made distinct from the others.
    pub name: String,
    /// The scenario.
    pub scenario: String,
    /// The seed.
    pub seed: String,
    /// Company value after the echo year, or how far the run has got.
    pub value: String,
    /// Company value as a share of par.
    pub par: String,
    /// The six numbers as of now.
    pub six: Vec<String>,
}

/// One of the six numbers, for all teams.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ComparedNumber {
    /// Its name.
    pub label: String,
    /// How it is written.
    pub unit: Unit,
    /// Its values by team and quarter; `None` where there is no value.
    pub lines: Vec<Vec<Option<f64>>>,
}

/// A card that was on at least one table.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ComparedCard {
    /// The deal that asked.
    pub deal: DealId,
    /// The quarter.
    pub quarter: String,
    /// The prospect.
    pub customer: String,
    /// The request.
    pub ask: String,
    /// What each team did with it.
    pub answers: Vec<ComparedAnswer>,
    /// Whether two teams answered it differently.
    pub parted: bool,
    /// Whether it is the first on which they diverged.
    pub first: bool,
}

/// What a team did with a card.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ComparedAnswer {
    /// The answer, or why there is none.
    pub answer: String,
    /// How the deal ended; empty if it is still open.
    pub outcome: String,
    /// The response given at the table.
    #[serde(skip)]
    given: Option<Response>,
}

/// Puts runs side by side; `argument` is what can be said of the same runs, if somebody worked that out.
#[must_use]
pub fn compare(runs: &[Entrant], argument: Option<&Argument>, text: &Text) -> Comparison {
    let names = names(runs, text);
    let deck = largest_deck(runs.iter().map(|run| run.game).enumerate());
    let cards = cards(runs, &deck, text);
    let (quarters, echo) = quarters(runs, text);
    Comparison {
        notes: notes(runs, &names, text),
        teams: runs.iter().zip(&names).map(|(run, name)| team(run, name, text)).collect(),
        marked: None,
        quarters,
        echo,
        numbers: numbers(runs, text),
        demand: demanded(runs.iter().zip(&names).map(|(run, name)| (run.game, name.as_str())), text),
        maps: runs.iter().map(|run| product_map(run.game, run.teller, Moment::Now)).collect(),
        parting: if deck.len() > 1 { parting(&cards, &names, text) } else { String::new() },
        argued: argument.map(|argument| argued(runs, &names, argument, text)),
        cards,
    }
}

fn ended(run: &Entrant) -> bool {
    run.game.state().phase == Phase::Ended
}

/// The names of the teams. Teams with the same name get the first mark that is different for each of them: the leads,
/// the seed, the scenario, the company's value, or a current number. If there is none, they are numbered.
fn names(runs: &[Entrant], text: &Text) -> Vec<String> {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, run) in runs.iter().enumerate() {
        alike.entry(named(run).to_lowercase()).or_default().push(i);
    }
    let mut names: Vec<String> = runs.iter().map(named).collect();
    for group in alike.into_values().filter(|group| group.len() > 1) {
        let marks: Vec<Vec<String>> = group.iter().map(|&i| marks(&runs[i], text)).collect();
        let tells = |mark: &usize| {
            let all: BTreeSet<&String> = marks.iter().map(|marks| &marks[*mark]).collect();
            all.len() == group.len() && marks.iter().all(|marks| !marks[*mark].is_empty())
        };
        let telling = (0..marks[0].len()).find(tells);
        for (count, &i) in group.iter().enumerate() {
            let mark = telling.map_or_else(|| (count + 1).to_string(), |mark| marks[count][mark].clone());
            names[i] = format!("{} ({mark})", named(&runs[i]));
        }
    }
    names
}

/// The name of a team, which says so if it played a quarter again.
fn named(run: &Entrant) -> String {
    text::team_name(run.teller, run.team.trim(), run.again_from)
}

/// Marks that may distinguish a team from others of the same name, best first.
fn marks(run: &Entrant, text: &Text) -> Vec<String> {
    let (scenario, state) = (run.game.scenario(), run.game.state());
    let leads: Vec<&str> = run.leads.into_iter().filter(|name| !name.is_empty()).collect();
    let seed = text.with("compare-seed-of", &[("seed", &state.seed.to_string())]);
    let worth = text::dollars(text, value(scenario, state).total);
    let six = SIX.iter().map(|six| format!("{} {}", six.label(text), now(run.game, text, six)));
    [leads.join(" & "), seed, run.teller.scenario().meta.title.clone(), worth, place(run, text)]
        .into_iter()
        .chain(six)
        .collect()
}

fn notes(runs: &[Entrant], names: &[String], text: &Text) -> Vec<String> {
    let list = |all: BTreeSet<String>| all.into_iter().collect::<Vec<_>>().join(", ");
    let titles: BTreeSet<String> = runs.iter().map(|run| run.teller.scenario().meta.title.clone()).collect();
    let versions: BTreeSet<&str> = runs.iter().map(|run| run.game.scenario().hash.as_str()).collect();
    let seeds: BTreeSet<String> = runs.iter().map(|run| run.game.state().seed.to_string()).collect();
    let mut notes = Vec::new();
    if runs.len() < 2 {
        notes.push(text.get("compare-one"));
    }
    if titles.len() > 1 {
        notes.push(text.with("compare-scenarios", &[("list", &list(titles))]));
    } else if versions.len() > 1 {
        notes.push(text.get("compare-versions"));
    }
    if seeds.len() > 1 {
        notes.push(text.with("compare-seeds", &[("list", &list(seeds))]));
    }
    for (run, name) in runs.iter().zip(names).filter(|(run, _)| !ended(run)) {
        notes.push(text.with("compare-open", &[("team", name), ("where", &place(run, text))]));
    }
    let again = |(run, name): (&Entrant, &String)| {
        let quarter = text::quarter_name(run.teller, run.again_from?);
        Some(text.with("compare-again", &[("team", name), ("quarter", &quarter)]))
    };
    notes.extend(runs.iter().zip(names).filter_map(again));
    notes
}

/// How far an unfinished run has got.
fn place(run: &Entrant, text: &Text) -> String {
    let state = run.game.state();
    format!("{}, {}", label(run.game, run.teller, state.quarter), text::phase(text, state.phase))
}

fn team(run: &Entrant, name: &str, text: &Text) -> ComparedTeam {
    let (scenario, state) = (run.game.scenario(), run.game.state());
    let worth = value(scenario, state).total;
    let share = run.par.filter(|par| *par > 0.0).map(|par| text::percent(text, worth / par));
    ComparedTeam {
        name: name.to_owned(),
        scenario: run.teller.scenario().meta.title.clone(),
        seed: state.seed.to_string(),
        value: if ended(run) { text::dollars(text, worth) } else { place(run, text) },
        par: share.filter(|_| ended(run)).unwrap_or_else(|| text.get("not-yet")),
        six: SIX.iter().map(|six| now(run.game, text, six)).collect(),
    }
}

/// The current value of a number, or a dash if it has none yet.
fn now(game: &Game, text: &Text, six: &Six) -> String {
    let known = six.last(game, game.state().quarter).is_some();
    if known { six.unit.write(text, (six.now)(game)) } else { text.get("not-yet") }
}

/// The quarters of the longest run, and where the echo year begins if that is the same for all.
fn quarters(runs: &[Entrant], text: &Text) -> (Vec<String>, Option<usize>) {
    let played = |run: &Entrant| run.game.scenario().meta.quarters;
    let Some(longest) = runs.iter().max_by_key(|run| run.game.state().history.len()) else {
        return (Vec::new(), None);
    };
    let alike = runs.iter().all(|run| played(run) == played(longest));
    let record =
        |record: &Record| if alike { label(longest.game, longest.teller, record.quarter) } else { plain(record, text) };
    let history = &longest.game.state().history;
    let echo = history.iter().position(|record| record.quarter.0 > played(longest)).filter(|_| alike);
    (history.iter().map(record).collect(), echo)
}

/// The name of a quarter by number only, for runs whose echo years begin at different times.
fn plain(record: &Record, text: &Text) -> String {
    if record.quarter == Quarter(0) { text.get("start") } else { text::quarter_number(text, record.quarter.0) }
}

fn numbers(runs: &[Entrant], text: &Text) -> Vec<ComparedNumber> {
    SIX.iter()
        .map(|six| {
            let known =
                |run: &Entrant, record: &Record| six.known(run.game.scenario(), record).then(|| (six.then)(record));
            let line = |run: &Entrant| run.game.state().history.iter().map(|record| known(run, record)).collect();
            ComparedNumber { label: six.label(text), unit: six.unit, lines: runs.iter().map(line).collect() }
        })
        .collect()
}

/// Every card that was on a table of the runs with the same deck, and what each team did with it.
fn cards(runs: &[Entrant], deck: &[usize], text: &Text) -> Vec<ComparedCard> {
    let mut order: BTreeSet<(Quarter, DealId)> = BTreeSet::new();
    let mut seen: BTreeSet<DealId> = BTreeSet::new();
    for &run in deck {
        for (deal, _) in tabled(runs[run].game.state()) {
            if seen.insert(deal.id) {
                order.insert((deal.closes, deal.id));
            }
        }
    }
    let card = |(at, deal)| card(runs, deck, text, at, deal);
    let mut rows: Vec<ComparedCard> = order.into_iter().filter_map(card).collect();
    if let Some(first) = rows.iter_mut().find(|row| row.parted) {
        first.first = true;
    }
    rows
}

fn card(runs: &[Entrant], deck: &[usize], text: &Text, at: Quarter, id: DealId) -> Option<ComparedCard> {
    let asked = |run: &Entrant| run.game.state().deals.get(&id).is_some_and(|deal| deal.ask.is_some());
    let Entrant { game, teller, .. } = deck.iter().map(|&run| &runs[run]).find(|run| asked(run))?;
    let answer = |(position, run)| match deck.contains(&position) {
        true => answer(run, text, at, id),
        false => no_answer(text, "compare-other-cards"),
    };
    let answers: Vec<ComparedAnswer> = runs.iter().enumerate().map(answer).collect();
    let given: Vec<Response> = answers.iter().filter_map(|answer| answer.given).collect();
    Some(ComparedCard {
        deal: id,
        quarter: label(game, teller, at),
        customer: text::deal_name(teller, game.state(), id),
        ask: text::ask_name(teller, game.state(), id),
        answers,
        parted: given.windows(2).any(|pair| pair[0] != pair[1]),
        first: false,
    })
}

/// Why a team gave no answer.
fn no_answer(text: &Text, why: &str) -> ComparedAnswer {
    ComparedAnswer { answer: text.get(why), outcome: String::new(), given: None }
}

fn answer(run: &Entrant, text: &Text, at: Quarter, id: DealId) -> ComparedAnswer {
    let none = |key: &str| no_answer(text, key);
    let to_come = !ended(run) && at >= run.game.state().quarter;
    let Some(deal) = run.game.state().deals.get(&id) else {
        return none(if to_come { "compare-not-yet" } else { "compare-not-there" });
    };
    let Some(settled) = deal.ask.as_ref().and_then(|ask| ask.answer) else {
        if to_come {
            return none("compare-not-yet");
        }
        return none(if deal.ask.is_some() { "compare-not-asked" } else { "compare-no-ask" });
    };
    let response = text::response(text, settled.answer.response);
    let at_table = matches!(settled.by, By::Both | By::Ceo(_));
    let who = if settled.by == By::Both { String::new() } else { format!(" · {}", text::by(text, settled.by)) };
    ComparedAnswer {
        answer: format!("{response}{who}"),
        outcome: outcome(deal, text),
        given: at_table.then_some(settled.answer.response),
    }
}

fn outcome(deal: &Deal, text: &Text) -> String {
    match deal.outcome {
        Some(DealOutcome::Won(_)) => text.with("compare-won", &[("arr", &text::dollars(text, deal.arr.f64()))]),
        Some(DealOutcome::Lost) => text.with("compare-lost", &[("arr", &text::dollars(text, deal.arr.f64()))]),
        None => String::new(),
    }
}

fn parting(cards: &[ComparedCard], names: &[String], text: &Text) -> String {
    let Some(card) = cards.iter().find(|card| card.first) else { return text.get("compare-same") };
    let given = |(name, answer): (&String, &ComparedAnswer)| {
        answer.given.map(|_| text.with("compare-did", &[("team", name), ("answer", &answer.answer)]))
    };
    let all: Vec<String> = names.iter().zip(&card.answers).filter_map(given).collect();
    text.with(
        "compare-parting",
        &[("quarter", &card.quarter), ("customer", &card.customer), ("ask", &card.ask), ("answers", &all.join("; "))],
    )
}
