//! What a comparison says first: who is ahead, why, whether it was luck, which differences mattered, and what each team did
//! again and again.

use schemars::JsonSchema;
use serde::Serialize;

use super::Amount;
use super::dots::{DOTS, dots};
use super::entrant::Entrant;
use super::past::{label, tabled};
use crate::lab::{Argument, Contrast, Side, Spread, ranks};
use crate::sim::formula::{Value, value};
use crate::sim::{By, DecisionKind, Game, Quantity, Response, Settled};
use crate::text::{self, Text};

/// Contrasts to show.
pub(super) const CONTRASTS: usize = 3;
/// Parts that the sentence about a team names.
const NAMED: usize = 3;
/// Share of the other games that a team's range leaves out at each end.
const LEFT_OUT: f64 = 0.1;

/// What can be said of several runs.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Argued {
    /// The teams that can be ranked, best first.
    pub ranking: Vec<Ranked>,
    /// What the ranking means, and who is not in it.
    pub about: Vec<String>,
    /// Cards that were answered differently and where that mattered.
    pub contrasts: Vec<ContrastTold>,
    /// What each team did again and again; the cells have the order of all teams.
    pub habits: Vec<HabitRow>,
}

/// A team in the ranking.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Ranked {
    /// Its position among all teams.
    pub team: usize,
    /// Its rank; teams that cannot be told apart share one.
    pub rank: String,
    /// Its name.
    pub name: String,
    /// Company value.
    pub value: String,
    /// The same, in dollars.
    pub worth: f64,
    /// The range in which eight of ten results lie if the dice fall differently, in dollars.
    pub range: [f64; 2],
    /// Why it is ahead or behind, in a sentence.
    pub why: String,
    /// What the same decisions come to on other dice, in a sentence.
    pub luck: String,
    /// From the average of the ranked teams to its own value, part by part.
    pub bridge: Vec<Amount>,
    /// The same parts, the largest first.
    pub largest: Vec<Amount>,
}

/// A card that was answered differently, and what that was worth.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ContrastTold {
    /// The quarter and the prospect.
    pub title: String,
    /// The request.
    pub ask: String,
    /// Who answered what.
    pub answers: Vec<String>,
    /// What the answers of others would have been worth.
    pub sides: Vec<String>,
}

/// What each team did of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct HabitRow {
    /// What it is.
    pub label: String,
    /// One cell for each team.
    pub cells: Vec<String>,
    /// By what to order them; the same order.
    pub numbers: Vec<f64>,
    /// Whether these numbers are shares, 0..1.
    pub share: bool,
}

pub(super) fn argued(runs: &[Entrant], names: &[String], argument: &Argument, text: &Text) -> Argued {
    Argued {
        ranking: ranking(runs, names, argument, text),
        about: about(runs, argument, text),
        contrasts: argument.contrasts.iter().take(CONTRASTS).filter_map(|it| contrast(runs, names, it, text)).collect(),
        habits: habits(runs, text),
    }
}

fn about(runs: &[Entrant], argument: &Argument, text: &Text) -> Vec<String> {
    let ranked = argument.same_deck.len();
    let games = argument.spreads.first().map_or(0, |spread| spread.others.len());
    let mut about = vec![text.with("argued-about", &[("games", &games)])];
    if ranked < runs.len() {
        about.push(text.with("argued-some", &[("ranked", &ranked), ("all", &runs.len())]));
    }
    about
}

fn ranking(runs: &[Entrant], names: &[String], argument: &Argument, text: &Text) -> Vec<Ranked> {
    let mut ordered: Vec<(usize, &Spread)> = argument.same_deck.iter().copied().zip(&argument.spreads).collect();
    ordered.sort_by(|a, b| b.1.own.total_cmp(&a.1.own));
    let spreads: Vec<&Spread> = ordered.iter().map(|(_, spread)| *spread).collect();
    let parts: Vec<[f64; PARTS.len()]> = ordered.iter().map(|(at, _)| parts(runs[*at].game)).collect();
    let average = average(&parts);
    let all = ordered.iter().zip(ranks(&spreads)).zip(&parts);
    all.map(|((&(team, spread), rank), parts)| {
        let apart = std::array::from_fn(|part| parts[part] - average[part]);
        Ranked {
            team,
            rank: text.with("argued-rank", &[("rank", &rank)]),
            name: names[team].clone(),
            value: text::dollars(text, spread.own),
            worth: spread.own,
            range: range(spread),
            why: why(&apart, ordered.len(), text),
            luck: luck(spread, text),
            bridge: bridge(&apart, text),
            largest: largest(&apart, text),
        }
    })
    .collect()
}

/// The range that holds the results of eight of ten other games.
fn range(spread: &Spread) -> [f64; 2] {
    let mut others = spread.others.clone();
    others.sort_by(f64::total_cmp);
    let last = others.len().saturating_sub(1);
    let out = (last as f64 * LEFT_OUT) as usize;
    [out, last - out].map(|at| others.get(at).copied().unwrap_or(spread.own))
}

/// The parts that company value is made of, by their names.
const PARTS: [&str; 9] = [
    "argued-arr",
    "value-growth",
    "value-retention",
    "value-coherence",
    "value-gap",
    "value-off-share",
    "value-concentration",
    "value-limits",
    "value-cash",
];

/// Company value as amounts in dollars that add up to it: ARR at the base multiple, what each part of the multiple adds to
/// that, and cash.
fn parts(game: &Game) -> [f64; PARTS.len()] {
    let (state, worth) = (game.state(), value(game.scenario(), game.state()));
    let arr = state.get(Quantity::Arr);
    let base = if state.insolvent { worth.multiple } else { game.scenario().rules.value_base };
    let Value { growth, retention, coherence, gap, off_share, concentration, .. } = worth;
    let multiple = [growth, retention, coherence, gap, off_share, concentration];
    let limits = worth.multiple - base - multiple.iter().sum::<f64>();
    let [growth, retention, coherence, gap, off_share, concentration] = multiple.map(|part| part * arr);
    let cash = worth.total - worth.multiple * arr;
    [base * arr, growth, retention, coherence, gap, off_share, concentration, limits * arr, cash]
}

fn average(all: &[[f64; PARTS.len()]]) -> [f64; PARTS.len()] {
    std::array::from_fn(|part| all.iter().map(|parts| parts[part]).sum::<f64>() / all.len().max(1) as f64)
}

fn bridge(apart: &[f64; PARTS.len()], text: &Text) -> Vec<Amount> {
    told(PARTS.into_iter().zip(*apart), text)
}

fn largest(apart: &[f64; PARTS.len()], text: &Text) -> Vec<Amount> {
    let mut parts: Vec<(&str, f64)> = PARTS.into_iter().zip(*apart).collect();
    parts.sort_by(|a, b| libm::fabs(b.1).total_cmp(&libm::fabs(a.1)));
    told(parts.into_iter(), text)
}

/// Parts of a value as lines. What rounds to nothing is left out.
fn told<'a>(parts: impl Iterator<Item = (&'a str, f64)>, text: &Text) -> Vec<Amount> {
    let line = |(key, amount): (&str, f64)| Amount {
        text: text.get(key),
        amount: text::signed_dollars(text, amount),
        good: Some(amount >= 0.0),
    };
    parts.filter(|(_, amount)| libm::fabs(*amount) >= 500.0).map(line).collect()
}

/// How far a team is from the average, and the parts that brought it there.
fn why(apart: &[f64; PARTS.len()], teams: usize, text: &Text) -> String {
    let total: f64 = apart.iter().sum();
    if teams < 2 {
        return String::new();
    }
    let mut largest: Vec<(&str, f64)> = PARTS.into_iter().zip(*apart).collect();
    largest.sort_by(|a, b| libm::fabs(b.1).total_cmp(&libm::fabs(a.1)));
    let named = largest.into_iter().take(NAMED).filter(|(_, amount)| libm::fabs(*amount) >= 500.0);
    let named: Vec<String> =
        named.map(|(key, amount)| format!("{} {}", text.get(key), text::signed_dollars(text, amount))).collect();
    let key = if total >= 0.0 { "argued-above" } else { "argued-below" };
    text.with(key, &[("amount", &text::dollars(text, libm::fabs(total))), ("parts", &named.join(", "))])
}

fn luck(spread: &Spread, text: &Text) -> String {
    let above = spread.above_mean();
    let key = if above >= 0.0 { "argued-lucky" } else { "argued-unlucky" };
    text.with(
        key,
        &[
            ("mean", &text::dollars(text, spread.mean())),
            ("amount", &text::dollars(text, libm::fabs(above))),
            ("better", &spread.beaten()),
            ("games", &spread.others.len()),
        ],
    )
}

fn contrast(runs: &[Entrant], names: &[String], contrast: &Contrast, text: &Text) -> Option<ContrastTold> {
    let Side { team, .. } = contrast.sides.first()?;
    let Entrant { game, teller, .. } = runs.get(*team)?;
    let deal = game.state().deals.get(&contrast.deal)?;
    let given = |run: &Entrant| {
        let all = run.game.state().decisions.iter();
        all.filter(|made| matches!(made.by, By::Both | By::Ceo(_))).find_map(|made| match made.kind {
            DecisionKind::Answer(deal, answer) if deal == contrast.deal => Some(answer.response),
            _ => None,
        })
    };
    let who = |response: Response| {
        let all = runs.iter().zip(names).filter(|(run, _)| given(run) == Some(response));
        let all: Vec<&str> = all.map(|(_, name)| name.as_str()).collect();
        let told = |all: Vec<&str>| {
            let answer = text::response(text, response);
            text.with("argued-answered", &[("answer", &answer), ("teams", &all.join(", "))])
        };
        (!all.is_empty()).then(|| told(all))
    };
    Some(ContrastTold {
        title: format!("{} · {}", label(game, teller, deal.closes), text::deal_name(teller, game.state(), deal.id)),
        ask: text::ask_name(teller, game.state(), deal.id),
        answers: Response::ALL.into_iter().filter_map(who).collect(),
        sides: contrast.sides.iter().map(|it| side(names, it, text)).collect(),
    })
}

fn side(names: &[String], side: &Side, text: &Text) -> String {
    let mean = side.gain.difference.mean();
    let key = if mean > 0.0 { "argued-side-better" } else { "argued-side-worse" };
    text.with(
        key,
        &[
            ("team", &names[side.team]),
            ("other", &text::response(text, side.other)),
            ("amount", &text::dollars(text, libm::fabs(mean))),
            ("error", &text::dollars(text, side.gain.difference.error())),
            ("dots", &dots(&side.gain)),
            ("of", &DOTS),
        ],
    )
}

/// What each team did again and again.
fn habits(runs: &[Entrant], text: &Text) -> Vec<HabitRow> {
    let row = |label: String, number: &dyn Fn(&Game) -> Option<f64>, write: &dyn Fn(&Game, f64) -> String| {
        let numbers: Vec<Option<f64>> = runs.iter().map(|run| number(run.game)).collect();
        let cell = |(run, number): (&Entrant, &Option<f64>)| {
            number.map_or_else(|| text.get("not-yet"), |number| write(run.game, number))
        };
        HabitRow {
            label,
            cells: runs.iter().zip(&numbers).map(cell).collect(),
            numbers: numbers.into_iter().map(Option::unwrap_or_default).collect(),
            share: false,
        }
    };
    let shares = |label: String, number: &dyn Fn(&Game) -> Option<f64>| {
        let percent = |_: &Game, share: f64| text::percent(text, share);
        HabitRow { share: true, ..row(label, number, &percent) }
    };
    let dollars = |_: &Game, amount: f64| text::dollars(text, amount);
    let answers = Response::ALL.map(|response| {
        shares(text::response(text, response), &|game| share(game, |it| it.answer.response == response))
    });
    let pay = [("score-sales", Quantity::Commission), ("score-product-bonus", Quantity::Bonus)];
    let pay = pay.map(|(key, quantity)| row(text.get(key), &|game| Some(game.state().get(quantity)), &dollars));
    let promises = |game: &Game, kept: f64| {
        format!("{} / {}", text::count(kept), text::count(game.state().get(Quantity::PromisesBroken)))
    };
    let on_table = |game: &Game| Some(tabled(game.state()).count() as f64);
    let splits = SHARES.iter().enumerate().map(|(at, key)| shares(text.get(key), &|game| average_share(game, at)));
    // An answer that nobody gave is no habit.
    let answers = answers.into_iter().filter(|row| row.numbers.iter().any(|number| *number > 0.0));
    [row(text.get("habits-cards"), &on_table, &|_, count| text::count(count))]
        .into_iter()
        .chain(answers)
        .chain([
            shares(text.get("habits-defended"), &|game| share(game, |it| it.defended)),
            shares(text.get("habits-ceo"), &|game| share(game, |it| matches!(it.by, By::Ceo(_)))),
        ])
        .chain(splits)
        .chain([row(text.get("habits-promises"), &|game| Some(game.state().get(Quantity::PromisesKept)), &promises)])
        .chain(pay)
        .collect()
}

/// Share of the cards at the table, 0..1; `None` if there was none.
fn share(game: &Game, of: impl Fn(&Settled) -> bool) -> Option<f64> {
    let all = tabled(game.state()).count();
    let some = tabled(game.state()).filter(|(_, settled)| of(settled)).count();
    (all > 0).then(|| some as f64 / all as f64)
}

/// The names of the shares of engineering, in the order of the desk.
const SHARES: [&str; 4] = ["habits-roadmap", "habits-specials", "habits-repair", "habits-discovery"];

/// A share of engineering on average over the quarters, 0..1; `None` if no quarter was planned.
fn average_share(game: &Game, share: usize) -> Option<f64> {
    let last = game.scenario().meta.quarters;
    let planned = game.state().decisions.iter().filter(|made| made.quarter.0 <= last);
    let shares: Vec<f64> = planned
        .filter_map(|made| match &made.kind {
            DecisionKind::Allocation(split) => Some(f64::from(split.shares()[share]) / 100.0),
            _ => None,
        })
        .collect();
    (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::lab;
    use crate::policy;
    use crate::scenario::Shelf;

    #[test]
    fn the_parts_of_a_value_add_up_to_it_whatever_became_of_the_company() {
        for id in ["scale-up", "heavy-debt"] {
            let scenario = Arc::new(Shelf::built_in().load(id).expect("it is built in"));
            for policy in policy::ALL {
                let game = lab::play(policy, &scenario, 3);
                let (sum, total): (f64, f64) = (parts(&game).iter().sum(), value(&scenario, game.state()).total);
                assert!((sum - total).abs() < 1.0, "{} {sum} {total}", policy.id());
            }
        }
    }
}
