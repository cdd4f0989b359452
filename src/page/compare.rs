//! Several runs on one page: who is ahead, why, and whether it was luck; where it mattered; what each team did again and
//! again; and then the numbers, the products and every card.

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};

use super::document::Body;
use super::file::{File, file};
use super::part::{PICTURE, amount, picture};
use super::reveal::of_all;
use crate::chart::{
    Palette, Size, compared as lines_of, line_sample, lines, lines_summary, product_map, ranges, ranges_summary,
    results as results_of,
};
use crate::text::{Text, Unit};
use crate::view::{Argued, ComparedCard, ComparedNumber, ComparedTeam, Comparison, ContrastTold, HabitRow, Ranked};

/// What such a file is, in its head.
pub const COMPARISON_MARK: &str = "Off-Roadmap comparison";

/// Size of the picture of a number, and of a product map.
const NUMBER: Size = Size { width: 400.0, height: 230.0 };
const MAP: Size = Size { width: 560.0, height: 380.0 };
/// Size of a line sample in the legend.
const SAMPLE: Size = Size { width: 36.0, height: 12.0 };
/// Width of the picture of the results, and height of a team in it.
const RESULTS: (f64, f64) = (640.0, 34.0);
/// More teams than that get no columns of their own: the lowest, the middle and the highest is told.
const COLUMNS: usize = 8;

/// The class of what is about the highlighted team.
const MARKED: &str = "marked";

/// Whether a team is the highlighted one.
fn is_marked(compared: &Comparison, team: usize) -> Option<&'static str> {
    (compared.marked == Some(team)).then_some(MARKED)
}

/// The colours of a team's pictures: grey if another team is highlighted.
fn shade(compared: &Comparison, team: usize) -> Palette {
    if compared.marked.is_some_and(|marked| marked != team) { PICTURE.grey() } else { PICTURE }
}

/// The name of a team, which says for a screen reader that it is highlighted.
fn named(compared: &Comparison, team: usize, name: &str, text: &Text) -> Markup {
    html! { (name) @if is_marked(compared, team).is_some() { span.unseen { " (" (text.get("marked-team")) ")" } } }
}

/// The whole page, as a file.
#[must_use]
pub fn compare_page(compared: &Comparison, text: &Text) -> String {
    let title = text.get("compare-title");
    let names: Vec<&str> = compared.teams.iter().map(|team| team.name.as_str()).collect();
    let foot = format!("{title}: {}", names.join(", "));
    file(text, &File { title: &title, mark: COMPARISON_MARK, foot: &foot, content: content(compared, text) })
}

/// The same as a page of a room.
#[must_use]
pub fn compare_body(compared: &Comparison, text: &Text) -> Body {
    let content = html! { main.file { (content(compared, text)) } };
    Body { title: text.get("compare-title"), content, waits: false }
}

fn content(compared: &Comparison, text: &Text) -> Markup {
    html! {
        h1 { (text.get("compare-title")) }
        @for note in &compared.notes { p.soft { (note) } }
        @match &compared.argued {
            Some(argued) => (argument(argued, compared, text)),
            None => p.soft.joint { (text.get("argued-coming")) },
        }
        (section(text, "reveal-teams-title", None, &of_all(text, &compared.demand)))
        (section(text, "compare-teams", Some("compare-teams-about"), &teams(compared, text)))
        (section(text, "compare-numbers", Some("compare-numbers-about"), &numbers(compared, text)))
        (section(text, "compare-maps", Some("compare-maps-about"), &maps(compared)))
        (section(text, "compare-cards", Some("compare-cards-about"), &cards(compared, text)))
    }
}

fn section(text: &Text, title: &str, about: Option<&str>, inside: &Markup) -> Markup {
    html! {
        section {
            h2 { (text.get(title)) }
            @if let Some(about) = about { p.muted { (text.get(about)) } }
            (inside)
        }
    }
}

fn argument(argued: &Argued, compared: &Comparison, text: &Text) -> Markup {
    html! {
        @if argued.ranking.len() > 1 {
            section {
                h2 { (text.get("compare-why")) }
                @for about in &argued.about { p.muted { (about) } }
                div.columns {
                    div { @for team in &argued.ranking { (ranked(team, compared, text)) } }
                    (results(&argued.ranking, compared.marked, text))
                }
            }
            section {
                h2 { (text.get("argued-contrasts")) }
                @if argued.contrasts.is_empty() {
                    p { (text.get("argued-no-contrasts")) }
                } @else {
                    p.muted { (text.get("argued-contrasts-about")) }
                    @for told in &argued.contrasts { (contrast(told)) }
                }
            }
        }
        (section(text, "habits-title", Some("habits-about"), &habits(&argued.habits, compared, text)))
    }
}

fn ranked(team: &Ranked, compared: &Comparison, text: &Text) -> Markup {
    let class = if is_marked(compared, team.team).is_some() { "card marked" } else { "card" };
    html! {
        div class=(class) {
            p.rank { (team.rank) " " (named(compared, team.team, &team.name, text)) " " b { (team.value) } }
            p { (team.luck) }
            @if !team.why.is_empty() {
                p { (team.why) }
                details {
                    summary { (text.with("argued-bridge", &[("team", &team.name)])) }
                    @for line in &team.bridge { (amount(line)) }
                }
            }
        }
    }
}

/// What the teams reached, each on what its decisions come to with other dice.
fn results(ranking: &[Ranked], marked: Option<usize>, text: &Text) -> Markup {
    let rows = results_of(ranking, marked);
    let size = Size { width: RESULTS.0, height: RESULTS.1 * (rows.len() as f64 + 1.5) };
    let drawn = ranges(&rows, Unit::Dollars, text.numbers(), size, &PICTURE);
    html! {
        div {
            h3 { (text.get("argued-chart")) }
            (picture(&drawn, &ranges_summary(&rows, Unit::Dollars, text)))
            p.small.muted { (text.get("argued-chart-about")) }
        }
    }
}

fn contrast(told: &ContrastTold) -> Markup {
    html! {
        div.card {
            h3 { (told.title) }
            p.muted { (told.ask) }
            ul { @for answer in &told.answers { li { (answer) } } }
            @for side in &told.sides { p { (side) } }
        }
    }
}

fn habits(habits: &[HabitRow], compared: &Comparison, text: &Text) -> Markup {
    let names: Vec<&str> = compared.teams.iter().map(|team| team.name.as_str()).collect();
    let few = names.len() <= COLUMNS;
    let heads: Vec<String> = match few {
        true => names.iter().map(|&name| name.to_owned()).collect(),
        false => ["habits-lowest", "habits-middle", "habits-highest"].iter().map(|key| text.get(key)).collect(),
    };
    let own = compared.marked.filter(|_| !few);
    let heads: Vec<String> = heads.into_iter().chain(own.map(|own| names[own].to_owned())).collect();
    let row = |habit: &HabitRow| match few {
        true => habit.cells.clone(),
        false => extremes(habit, &names).into_iter().chain(own.map(|own| habit.cells[own].clone())).collect(),
    };
    let mark = |column: usize| if few { is_marked(compared, column) } else { (column == 3).then_some(MARKED) };
    html! {
        div.scroll role="region" tabindex="0" aria-label=(text.get("habits-title")) {
            table {
                thead {
                    tr { td {} @for (at, head) in heads.iter().enumerate() { th scope="col" class=[mark(at)] { (head) } } }
                }
                tbody {
                    @for habit in habits {
                        tr {
                            th scope="row" { (habit.label) }
                            @for (at, cell) in row(habit).into_iter().enumerate() { td class=[mark(at)] { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// The lowest cell, the middle one and the highest, with the teams of the ends.
fn extremes(habit: &HabitRow, names: &[&str]) -> Vec<String> {
    let mut order: Vec<(f64, &str, &str)> = habit
        .numbers
        .iter()
        .zip(&habit.cells)
        .zip(names)
        .map(|((number, cell), name)| (*number, cell.as_str(), *name))
        .collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let with_name = |at: usize| order.get(at).map(|(_, cell, name)| format!("{cell} ({name})")).unwrap_or_default();
    let middle = order.get(order.len() / 2).map(|(_, cell, _)| (*cell).to_owned()).unwrap_or_default();
    vec![with_name(0), middle, with_name(order.len().saturating_sub(1))]
}

fn teams(compared: &Comparison, text: &Text) -> Markup {
    let head = ["compare-team", "compare-scenario", "compare-seed", "compare-value", "compare-par"];
    let words = |column: usize| (column >= 2).then_some("number");
    let heads = head.iter().map(|key| text.get(key)).chain(compared.numbers.iter().map(|number| number.label.clone()));
    let cells = |team: &ComparedTeam| {
        let first = [&team.scenario, &team.seed, &team.value, &team.par].map(String::clone);
        first.into_iter().chain(team.six.iter().cloned()).enumerate().collect::<Vec<_>>()
    };
    html! {
        div.scroll role="region" tabindex="0" aria-label=(text.get("compare-teams")) {
            table {
                thead { tr { @for (column, head) in heads.enumerate() { th scope="col" class=[words(column)] { (head) } } } }
                tbody {
                    @for (position, team) in compared.teams.iter().enumerate() {
                        tr class=[is_marked(compared, position)] {
                            th scope="row" {
                                (PreEscaped(line_sample(position, SAMPLE, &shade(compared, position)).ornament()))
                                " " (named(compared, position, &team.name, text))
                            }
                            @for (column, cell) in cells(team) { td class=[words(column + 1)] { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

fn numbers(compared: &Comparison, text: &Text) -> Markup {
    let drawn = |number: &ComparedNumber| {
        let chart = lines_of(compared, number, text);
        html! {
            div { h3 { (number.label) } (picture(&lines(&chart, NUMBER, &PICTURE), &lines_summary(&chart, text))) }
        }
    };
    html! { div.grid.three { @for number in &compared.numbers { (drawn(number)) } } }
}

fn maps(compared: &Comparison) -> Markup {
    html! {
        div.grid.wide {
            @for (at, (team, map)) in compared.teams.iter().zip(&compared.maps).enumerate() {
                div.seat {
                    h3 class=[is_marked(compared, at)] { (team.name) }
                    (picture(&product_map(map, MAP, &shade(compared, at)), &map.summary))
                    p.small.muted { (map.summary) }
                }
            }
        }
    }
}

fn cards(compared: &Comparison, text: &Text) -> Markup {
    html! {
        @if compared.cards.is_empty() { p { (text.get("compare-no-cards")) } }
        @if !compared.parting.is_empty() { p.soft.joint { (compared.parting) } }
        div.grid { @for row in &compared.cards { (card(row, compared, text)) } }
    }
}

/// A card, with the teams by what they did with it: readable with any number of teams, on a phone and on paper.
fn card(card: &ComparedCard, compared: &Comparison, text: &Text) -> Markup {
    let mut by_answer: BTreeMap<&str, Vec<(usize, &str, &str)>> = BTreeMap::new();
    for (at, (given, team)) in card.answers.iter().zip(&compared.teams).enumerate() {
        by_answer.entry(&given.answer).or_default().push((at, &team.name, &given.outcome));
    }
    let mut by_answer: Vec<_> = by_answer.into_iter().collect();
    by_answer.sort_by_key(|(_, teams)| std::cmp::Reverse(teams.len()));
    html! {
        div.seat {
            b { (card.quarter) " · " (card.customer) }
            @if card.parted { " " span.flag { "≠" @if card.first { " " (text.get("compare-first")) } } }
            p.small.muted { (card.ask) }
            @for (answer, teams) in by_answer {
                p.small {
                    b { (answer) } ": "
                    @for (at, (position, team, outcome)) in teams.into_iter().enumerate() {
                        @if at > 0 { ", " }
                        @if is_marked(compared, position).is_some() { b.marked { (team) } } @else { (team) }
                        @if !outcome.is_empty() { " (" (outcome) ")" }
                    }
                }
            }
        }
    }
}
