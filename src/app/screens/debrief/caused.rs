//! What caused it: the company over time with its turning points, compared with the built-in policies; the product
//! before and after; where the demand for specials came from; every decision and what it moved; and what is still owed.

use super::super::{chart, ledger, weighed};
use super::{columns, over_time};
use crate::app::director::{Act, Around, WindowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::chart::{Decided, LineChart, Mark, Series, lines, lines_summary};
use crate::ids::Seat;
use crate::sim::By;
use crate::text::{self, Text, Unit};
use crate::view::{Debrief, DecisionLine, DemandPoint, Topic, TurningPoint};

/// The position of the question about causes among the scenario's questions, which are in the order of the steps.
const CAUSED: usize = 2;
/// Height of the chart, and of the pictures below it.
const CHART: f32 = 330.0;
const BELOW: f32 = 150.0;

/// Draws what caused it.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief, around: &Around) {
    columns(ui, &[2.2, 1.0], |ui| {
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("caused", space::S, |ui| {
                company(ui, text, debrief, &around.envelope);
                ui.area(Area::grid(&[1.0, 1.0, 1.0], space::S).firm(), |ui| {
                    for (key, map) in [("map-before", &around.maps[0]), ("map-after", &around.maps[1])] {
                        picture(ui, text.get(key), None, |ui| chart::product_map(ui, map, BELOW));
                    }
                    demand(ui, text, debrief);
                });
                ui.area(Area::grid(&[1.5, 1.0], space::S).firm().align_start(), |ui| {
                    every(ui, text, debrief);
                    ui.area(Area::card().firm(), |ui| ledger::draw(ui, text, &debrief.ledger));
                });
            });
        });
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("turning", space::S, |ui| turning(ui, text, debrief, &around.instead));
        });
    });
}

/// ARR and revenue debt with the turning points, and the range in which most of the policies were until the
/// company's last quarter.
fn company(ui: &mut Ui, text: &Text, debrief: &Debrief, envelope: &[(f64, f64)]) {
    let at = |point: &TurningPoint| usize::from(point.line.at.0);
    let mark = |point: &TurningPoint| Mark { quarter: at(point), label: point.name.clone(), good: point.good };
    let arr = Series {
        name: text.get("measure-arr"),
        values: debrief.timeline.iter().map(|point| point.six[1].unwrap_or(f64::NAN)).collect(),
        marks: debrief.turning_points.iter().map(mark).collect(),
    };
    let debt = Series {
        name: text.get("measure-debt"),
        values: debrief.timeline.iter().map(|point| point.debt).collect(),
        marks: Vec::new(),
    };
    let title = text.get("caused-chart");
    let shown = LineChart {
        band: envelope.iter().take(debrief.timeline.len()).copied().collect(),
        band_label: text.get("caused-envelope"),
        decided: decided(text, debrief),
        ..over_time(text, debrief, title.clone(), Unit::Dollars, vec![arr, debt])
    };
    let told = lines_summary(&shown, text);
    ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
        ui.subheading(title);
        chart::draw(ui, CHART, told, move |size, palette| lines(&shown, size, palette));
    });
}

/// The decisions that people or the CEO made, by who signed them. Leaves out what follows from the house quadrant, from
/// reforms, and from the autopilot of the echo year.
fn decided(text: &Text, debrief: &Debrief) -> Decided {
    let who = |line: &DecisionLine| match line.who {
        By::Product => Some(Some(Seat::Product)),
        By::Sales => Some(Some(Seat::Sales)),
        By::Both | By::Ceo(_) => Some(None),
        By::House | By::Reform(_) | By::Autopilot => None,
    };
    let marks = debrief.decisions.iter().filter_map(|line| Some((usize::from(line.at.0), who(line)?)));
    Decided {
        marks: marks.collect(),
        labels: [text::seat(text, Seat::Product), text::seat(text, Seat::Sales), text.get("decided-both")],
    }
}

fn picture(ui: &mut Ui, title: String, about: Option<String>, draw: impl FnOnce(&mut Ui)) {
    ui.area(Area::card().padding(space::S, space::S), |ui| {
        ui.label(title);
        if let Some(about) = about {
            ui.caption(about);
        }
        draw(ui);
    });
}

/// Where demand came from: the base demand was flat, and what came on top followed from the team's own precedents.
fn demand(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    let line = |key: &str, of: fn(&DemandPoint) -> f64| Series {
        name: text.get(key),
        values: debrief.demand.iter().map(of).collect(),
        marks: Vec::new(),
    };
    let shown = LineChart {
        title: text.get("demand-title"),
        unit: Unit::Count,
        numbers: text.numbers().clone(),
        quarters: debrief.demand.iter().map(|demand| demand.quarter.clone()).collect(),
        echo: None,
        echo_label: String::new(),
        series: vec![line("demand-asked", |demand| demand.asked), line("demand-base", |demand| demand.base)],
        band: Vec::new(),
        band_label: String::new(),
        decided: Decided::default(),
    };
    let told = lines_summary(&shown, text);
    picture(ui, text.get("demand-title"), Some(text.get("demand-about")), |ui| {
        chart::draw(ui, BELOW, told, move |size, palette| lines(&shown, size, palette));
    });
}

/// The three turning points, and a question to discuss.
fn turning(ui: &mut Ui, text: &Text, debrief: &Debrief, instead: &[Option<String>]) {
    ui.heading(text.get("turning-title"));
    ui.caption(text.get("turning-about"));
    if debrief.turning_points.is_empty() {
        ui.muted(text.get("nothing-moved"));
    }
    for (i, point) in debrief.turning_points.iter().enumerate() {
        turned(ui, text, point, instead.get(i).and_then(Option::as_deref), i);
    }
    if let Some(prompt) = debrief.prompts.get(CAUSED).or(debrief.prompts.first()) {
        ui.area(Area::soft(Tone::Joint).padding(space::M, space::S).firm(), |ui| {
            ui.toned(TextKind::Label, Tone::Joint, text.get("talk-title"));
            ui.body(prompt.clone());
        });
    }
}

/// A turning point: what was decided, what it led to, what was known and what was true. It leads to its decision.
fn turned(ui: &mut Ui, text: &Text, point: &TurningPoint, instead: Option<&str>, position: usize) {
    let title = format!("{} · {} · {}", position + 1, point.line.quarter, point.line.text);
    let said = format!("{title} {}", point.amount);
    let explain = Act::Window(WindowAct::Explain(0, Topic::Decision(point.line.id)));
    ui.area(Area::card().padding(space::XXS, space::XXS).firm(), |ui| {
        let area = Area::column(space::XXS).padding(space::S, space::XS);
        ui.leading(format!("turning-{position}"), said, area, explain, |ui| {
            ui.area(Area::row(space::S).between().align_start(), |ui| {
                ui.area(Area::column(0.0).grow(1.0), |ui| {
                    ui.label(title);
                });
                ui.area(Area::row(0.0).firm(), |ui| {
                    ui.toned(TextKind::Figure, weighed(&point.amount, Some(point.good)), point.amount.clone());
                });
            });
            ui.caption(moved(&point.line));
            if let Some(instead) = instead {
                ui.toned(TextKind::Caption, Tone::Joint, instead);
            }
            if let (Some(known), Some(truth)) = (&point.known, &point.truth) {
                ui.caption(text.with("truth-believed", &[("what", known)]));
                ui.caption(text.with("truth-true", &[("what", truth)]));
            }
            if let Some(stances) = &point.stances {
                ui.caption(stances.clone());
            }
        });
    });
}

/// What a decision moved, in one line.
fn moved(line: &DecisionLine) -> String {
    let moved: Vec<String> = line.moved.iter().map(|moved| format!("{} {}", moved.label, moved.amount)).collect();
    moved.join(" · ")
}

/// Every decision; each leads to everything that it moved.
fn every(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.area(Area::card().firm(), |ui| {
        ui.subheading(text.get("caused-every"));
        for line in &debrief.decisions {
            ui.divider();
            decision(ui, line);
        }
    });
}

fn decision(ui: &mut Ui, line: &DecisionLine) {
    let explain = Act::Window(WindowAct::Explain(0, Topic::Decision(line.id)));
    let said = format!("{} · {}", line.quarter, line.text);
    let area = Area::column(0.0).firm().padding(space::XS, space::XXS);
    ui.leading(format!("decision-{}", line.id.0), said.clone(), area, explain, |ui| {
        ui.note(said);
        let moved = moved(line);
        ui.caption(if moved.is_empty() { line.by.clone() } else { format!("{} · {moved}", line.by) });
    });
}
