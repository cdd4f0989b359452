//! Several saved runs side by side: the list of runs, the six numbers, the products, and how each
//! answered the same cards.

use bevy::prelude::*;

use super::{chart, desk, open_runs};
use crate::app::director::{Act, CompareAct, ComparePage, ComparePart, LobbyAct, RunChoice};
use crate::app::theme::{Token, Tone, space};
use crate::app::widgets::{Area, Button, Choice, TextKind, Ui};
use crate::chart::{compared, line_sample, lines, lines_summary, ranges, ranges_summary, results as results_of};
use crate::text::{Text, Unit};
use crate::view::{ComparedAnswer, ComparedCard, Comparison, ContrastTold, HabitRow, Ranked};

/// Heights of the chart of a number, and of a product map.
const NUMBER: f32 = 190.0;
const MAP: f32 = 300.0;
/// Height of a team in the picture of the results.
const RESULT: f32 = 34.0;
/// Up to this many teams get columns side by side, however little room there is.
const FEW: usize = 2;
/// Width of a quarter's name.
const QUARTER: f32 = 44.0;
/// Width and height of the sample of a team's line.
const SAMPLE: (f32, f32) = (36.0, 16.0);

/// Draws the comparison.
pub(super) fn draw(ui: &mut Ui, text: &Text, page: &ComparePage) {
    ui.body_area(Area::grid(&[1.0, 3.2], space::M).tweak(desk::one_row), |ui| {
        ui.area(Area::card().grow(1.0), |ui| {
            ui.heading(text.get("compare-runs"));
            ui.scroll("compare-runs", space::S, |ui| {
                if page.runs.is_empty() {
                    ui.note(text.get("compare-none"));
                }
                for (i, run) in page.runs.iter().enumerate() {
                    choice(ui, text, run, i);
                }
                open_runs::more(ui, text, page.more);
            });
        });
        ui.area(Area::column(space::S).ring_room().grow(1.0), |ui| match &page.compared {
            Some(comparison) => beside(ui, text, comparison, page),
            None => {
                ui.heading(text.get("compare-title"));
                ui.body(text.get(if page.coming { "compare-coming" } else { "compare-choose" }));
            }
        });
    });
}

/// A run that can be switched on and off, or the reason why it cannot be chosen.
fn choice(ui: &mut Ui, text: &Text, run: &RunChoice, position: usize) {
    ui.area(Area::column(0.0).firm(), |ui| {
        match &run.why_not {
            Some(reason) if !run.chosen => {
                ui.muted(run.team.clone());
                for words in [&run.about, reason].into_iter().filter(|words| !words.is_empty()) {
                    ui.caption(words.clone());
                }
            }
            _ => {
                ui.toggle(
                    format!("run-{position}"),
                    run.team.clone(),
                    run.chosen,
                    Act::Compare(CompareAct::Pick(run.path.clone())),
                );
                ui.caption(run.about.clone());
                let key = if run.ended { "compare-debrief" } else { "compare-go-on" };
                ui.area(Area::row(0.0).firm(), |ui| {
                    let open = Button::quiet(format!("open-{position}"), text.get(key)).small();
                    ui.button(open.sends(Act::Lobby(LobbyAct::Continue(run.path.clone()))));
                });
            }
        };
    });
}

fn beside(ui: &mut Ui, text: &Text, comparison: &Comparison, page: &ComparePage) {
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        for other in ComparePart::ALL {
            let choice = Choice::tab(other.key(), text.get(other.key()), other == page.part).tone(Tone::Joint);
            ui.choice(choice.sends(Act::Compare(CompareAct::Part(other))));
        }
    });
    if let Some(saved) = &page.saved {
        let (tone, told) = match saved {
            Ok(told) => (Tone::Joint, told),
            Err(problem) => (Tone::Caution, problem),
        };
        ui.area(Area::soft(tone).firm(), |ui| {
            ui.note(told.clone());
        });
    }
    ui.scroll("compared", space::S, |ui| {
        for note in &comparison.notes {
            ui.area(Area::soft(Tone::Caution).firm(), |ui| {
                ui.note(note.clone());
            });
        }
        match page.part {
            ComparePart::Why => why(ui, text, comparison),
            ComparePart::Numbers => numbers(ui, text, comparison),
            ComparePart::Products => products(ui, comparison),
            ComparePart::Cards => cards(ui, text, comparison),
        }
    });
}

/// Who is ahead, why, and whether it was luck; where it mattered; what each team did again and again.
fn why(ui: &mut Ui, text: &Text, comparison: &Comparison) {
    let Some(argued) = &comparison.argued else {
        ui.muted(text.get("argued-coming"));
        return;
    };
    if argued.ranking.len() > 1 {
        for about in &argued.about {
            ui.caption(about.clone());
        }
        results(ui, text, &argued.ranking);
        for team in &argued.ranking {
            ranked(ui, team);
        }
        ui.heading(text.get("argued-contrasts"));
        if argued.contrasts.is_empty() {
            ui.note(text.get("argued-no-contrasts"));
        } else {
            ui.caption(text.get("argued-contrasts-about"));
        }
        for told in &argued.contrasts {
            contrast(ui, told);
        }
    }
    ui.heading(text.get("habits-title"));
    ui.caption(text.get("habits-about"));
    habits(ui, text, comparison, &argued.habits);
}

/// What the teams reached, each on what its decisions come to with other dice.
fn results(ui: &mut Ui, text: &Text, ranking: &[Ranked]) {
    let rows = results_of(ranking, None);
    let told = ranges_summary(&rows, Unit::Dollars, text);
    let numbers = text.numbers().clone();
    ui.area(Area::card().padding(space::S, space::XS).firm(), |ui| {
        ui.label(text.get("argued-chart"));
        ui.caption(text.get("argued-chart-about"));
        let height = RESULT * (rows.len() as f32 + 1.5);
        chart::draw(ui, height, told, move |size, palette| ranges(&rows, Unit::Dollars, &numbers, size, palette));
    });
}

fn ranked(ui: &mut Ui, team: &Ranked) {
    ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
        ui.area(Area::row(space::S).between(), |ui| {
            ui.subheading(format!("{} {}", team.rank, team.name));
            ui.text(TextKind::Figure, team.value.clone());
        });
        for told in [&team.luck, &team.why] {
            ui.note(told.clone());
        }
    });
}

fn contrast(ui: &mut Ui, told: &ContrastTold) {
    ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
        ui.subheading(told.title.clone());
        ui.caption(told.ask.clone());
        for answer in &told.answers {
            ui.note(answer.clone());
        }
        for side in &told.sides {
            ui.toned(TextKind::Note, Tone::Joint, side.clone());
        }
    });
}

fn habits(ui: &mut Ui, text: &Text, comparison: &Comparison, habits: &[HabitRow]) {
    let count = comparison.teams.len();
    ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
        let names = comparison.teams.iter().map(|team| team.name.clone());
        line(ui, count, |ui| {
            ui.caption(text.get("compare-team"));
            for name in names {
                ui.label(name);
            }
        });
        for habit in habits {
            ui.divider();
            line(ui, count, |ui| {
                ui.caption(habit.label.clone());
                for cell in &habit.cells {
                    ui.note(cell.clone());
                }
            });
        }
    });
}

/// A line with a label and a cell for each team.
fn line(ui: &mut Ui, teams: usize, cells: impl FnOnce(&mut Ui)) {
    let columns: Vec<f32> = std::iter::once(1.6).chain(std::iter::repeat_n(1.0, teams)).collect();
    ui.area(Area::grid(&columns, space::S).firm(), cells);
}

fn numbers(ui: &mut Ui, text: &Text, comparison: &Comparison) {
    teams(ui, text, comparison);
    six(ui, text, comparison, NUMBER);
}

/// The six numbers, with a line for each run.
pub(super) fn six(ui: &mut Ui, text: &Text, comparison: &Comparison, height: f32) {
    for row in comparison.numbers.chunks(3) {
        ui.area(Area::grid(&[1.0, 1.0, 1.0], space::S).firm(), |ui| {
            for number in row {
                let shown = compared(comparison, number, text);
                let told = lines_summary(&shown, text);
                ui.area(Area::card().padding(space::S, space::XS).tweak(|node| node.row_gap = px(0)), |ui| {
                    ui.label(number.label.clone());
                    chart::draw(ui, height, told, move |size, palette| lines(&shown, size, palette));
                });
            }
        });
    }
}

/// The teams, each with a sample of its line, the value of its company, and how near that is to par.
fn teams(ui: &mut Ui, text: &Text, comparison: &Comparison) {
    let row = |ui: &mut Ui, kind: TextKind, line: Option<(usize, &str)>, cells: [&str; 4]| {
        ui.area(Area::row(space::S).firm(), |ui| {
            ui.area(Area::row(0.0).width(SAMPLE.0), |ui| sample(ui, line));
            ui.area(Area::grid(&[1.6, 1.6, 1.0, 0.8], space::S).grow(1.0).rigid(), |ui| {
                for cell in cells {
                    ui.text(kind, cell);
                }
            });
        });
    };
    ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
        let head = ["compare-team", "compare-scenario", "compare-value", "compare-par"].map(|key| text.get(key));
        row(ui, TextKind::Caption, None, head.each_ref().map(String::as_str));
        for (i, team) in comparison.teams.iter().enumerate() {
            row(ui, TextKind::Label, Some((i, &team.name)), [&team.name, &team.scenario, &team.value, &team.par]);
        }
        ui.caption(text.get("compare-teams-about"));
    });
}

/// A sample of how a team's line is drawn in the charts.
fn sample(ui: &mut Ui, line: Option<(usize, &str)>) {
    let Some((position, team)) = line else { return };
    let node = Node { width: px(SAMPLE.0), height: px(SAMPLE.1), ..default() };
    chart::draw_in(ui, node, team, move |size, palette| line_sample(position, size, palette));
}

pub(super) fn products(ui: &mut Ui, comparison: &Comparison) {
    let all: Vec<_> = comparison.teams.iter().zip(&comparison.maps).collect();
    for row in all.chunks(2) {
        ui.area(Area::grid(&[1.0, 1.0], space::S).firm(), |ui| {
            for (team, map) in row {
                ui.area(Area::card().padding(space::M, space::S), |ui| {
                    ui.label(team.name.clone());
                    chart::product_map(ui, map, MAP);
                    ui.caption(map.summary.clone());
                });
            }
        });
    }
}

fn cards(ui: &mut Ui, text: &Text, comparison: &Comparison) {
    if comparison.cards.is_empty() {
        ui.note(text.get("compare-no-cards"));
        return;
    }
    if !comparison.parting.is_empty() {
        ui.area(Area::soft(Tone::Joint).padding(space::M, space::S).firm(), |ui| {
            ui.body(comparison.parting.clone());
        });
    }
    ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
        let names = comparison.teams.iter().map(|team| team.name.clone());
        row(
            ui,
            comparison.teams.len(),
            |_| {},
            |ui| {
                ui.caption(text.get("compare-card"));
                for name in names {
                    ui.label(name);
                }
            },
        );
        for card in &comparison.cards {
            ui.divider();
            draw_card(ui, text, card);
        }
    });
}

/// A row of the table: the quarter, the card, and a column for each team.
fn row(ui: &mut Ui, teams: usize, quarter: impl FnOnce(&mut Ui), rest: impl FnOnce(&mut Ui)) {
    let mut shares = vec![1.4];
    shares.resize(1 + teams, 1.0);
    ui.area(Area::row(space::S).align_start().firm(), |ui| {
        ui.area(Area::column(0.0).width(QUARTER), quarter);
        let columns = Area::grid(&shares, space::S).grow(1.0);
        ui.area(if teams > FEW { columns } else { columns.rigid() }, rest);
    });
}

fn draw_card(ui: &mut Ui, text: &Text, card: &ComparedCard) {
    let quarter = |ui: &mut Ui| {
        ui.label(card.quarter.clone());
    };
    row(ui, card.answers.len(), quarter, |ui| {
        ui.area(Area::column(0.0), |ui| {
            ui.label(card.customer.clone());
            ui.caption(card.ask.clone());
            if card.first {
                ui.toned(TextKind::Caption, Tone::Joint, format!("≠ {}", text.get("compare-first")));
            }
        });
        for answer in &card.answers {
            answered(ui, answer, card.parted);
        }
    });
}

fn answered(ui: &mut Ui, answer: &ComparedAnswer, parted: bool) {
    let area = Area::column(0.0).padding(space::XS, space::XXS);
    let area = if parted { area.fill(Token::Soft(Tone::Joint)).rounded(space::XXS) } else { area };
    ui.area(area, |ui| {
        ui.note(if parted { format!("≠ {}", answer.answer) } else { answer.answer.clone() });
        if !answer.outcome.is_empty() {
            ui.caption(answer.outcome.clone());
        }
    });
}
