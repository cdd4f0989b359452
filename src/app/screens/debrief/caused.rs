//! What caused it: the company over time with its turning points, compared with the built-in policies; the product
//! before and after; what became of the demand for specials; every decision and what it moved; and what is still owed.

use super::super::{chart, ledger, weighed};
use super::{again, columns, reveal};
use crate::app::director::{Act, Around, WindowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::chart::{caused, dots, lines, lines_summary};
use crate::text::Text;
use crate::view::{DOTS, Debrief, DecisionLine, Topic, TurningPoint};

/// The position of the question about causes among the scenario's questions, which are in the order of the steps.
const CAUSED: usize = 2;
/// Height of the chart, and of the pictures below it.
const CHART: f32 = 330.0;
const BELOW: f32 = 150.0;
/// Height of a row of dots.
const DOTS_HEIGHT: f32 = 12.0;

/// Draws what caused it.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief, around: &Around) {
    columns(ui, &[2.2, 1.0], |ui| {
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("caused", space::S, |ui| {
                company(ui, text, debrief, around);
                ui.area(Area::grid(&[1.0, 1.0, 1.0], space::S).firm(), |ui| {
                    for (key, map) in [("map-before", &around.maps[0]), ("map-after", &around.maps[1])] {
                        picture(ui, text.get(key), |ui| chart::product_map(ui, map, BELOW));
                    }
                    picture(ui, text.get("reveal-title"), |ui| reveal::draw(ui, text, debrief, around.drawn));
                });
                ui.area(Area::grid(&[1.5, 1.0], space::S).firm().align_start(), |ui| {
                    every(ui, text, debrief);
                    ui.area(Area::card().firm(), |ui| ledger::draw(ui, text, &debrief.ledger));
                });
            });
        });
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("turning", space::S, |ui| turning(ui, text, debrief, around));
        });
    });
}

fn company(ui: &mut Ui, text: &Text, debrief: &Debrief, around: &Around) {
    let shown = caused(text, debrief, &around.envelope, |point| again::to_sit_at(point, around).is_none());
    let told = lines_summary(&shown, text);
    ui.area(Area::card().padding(space::M, space::S).firm(), |ui| {
        ui.subheading(shown.title.clone());
        chart::draw(ui, CHART, told, move |size, palette| lines(&shown, size, palette));
    });
}

fn picture(ui: &mut Ui, title: String, draw: impl FnOnce(&mut Ui)) {
    ui.area(Area::card().padding(space::S, space::S), |ui| {
        ui.label(title);
        draw(ui);
    });
}

/// The turning points, and a question to discuss.
fn turning(ui: &mut Ui, text: &Text, debrief: &Debrief, around: &Around) {
    ui.heading(text.get("turning-title"));
    match &debrief.turning {
        None => {
            ui.muted(text.get("turning-coming"));
        }
        Some(turning) => {
            ui.caption(turning.about.clone());
            for (at, point) in turning.points.iter().enumerate() {
                match again::to_sit_at(point, around) {
                    Some(table) => again::draw(ui, text, table),
                    None => turned(ui, text, point, at),
                }
            }
        }
    }
    if let Some(prompt) = debrief.prompts.get(CAUSED).or(debrief.prompts.first()) {
        ui.area(Area::soft(Tone::Joint).padding(space::M, space::S).firm(), |ui| {
            ui.toned(TextKind::Label, Tone::Joint, text.get("talk-title"));
            ui.body(prompt.clone());
        });
    }
}

/// A turning point. If it is a decision, it leads to everything that it moved.
fn turned(ui: &mut Ui, text: &Text, point: &TurningPoint, position: usize) {
    let title = match point.mark {
        Some(mark) => format!("{mark} · {}", point.title),
        None => point.title.clone(),
    };
    let area = Area::column(space::XXS).padding(space::S, space::XS);
    let Some(decision) = point.decision else {
        ui.area(Area::card().padding(space::XXS, space::XXS).firm(), |ui| {
            ui.area(area, |ui| told(ui, text, point, title));
        });
        return;
    };
    let said = format!("{title} {}", point.amount);
    let explain = Act::Window(WindowAct::Explain(0, Topic::Decision(decision)));
    ui.area(Area::card().padding(space::XXS, space::XXS).firm(), |ui| {
        ui.leading(format!("turning-{position}"), said, area, explain, |ui| told(ui, text, point, title));
        if point.again.is_some() {
            again::back(ui, text, decision);
        }
    });
}

/// What was decided, what other ways would have been worth, what it led to, what was known and what was true.
fn told(ui: &mut Ui, text: &Text, point: &TurningPoint, title: String) {
    ui.area(Area::row(space::S).between().align_start(), |ui| {
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.label(title);
        });
        ui.area(Area::row(0.0).firm(), |ui| {
            ui.toned(TextKind::Figure, weighed(&point.amount, Some(point.good)), point.amount.clone());
        });
    });
    if let Some(contrary) = &point.contrary {
        ui.label(contrary.clone());
    }
    for way in &point.ways {
        ui.toned(TextKind::Caption, Tone::Joint, way.told.clone());
        let better = way.better;
        let counted = text.with("turning-dots", &[("dots", &better), ("of", &DOTS)]);
        chart::draw(ui, DOTS_HEIGHT, counted, move |size, palette| dots(better, DOTS, size, palette));
    }
    if let Some(others) = &point.others {
        ui.caption(others.clone());
    }
    if let Some(moved) = &point.moved {
        ui.caption(moved.clone());
    }
    for line in point.known.iter().flat_map(|known| known.lines(text)) {
        ui.caption(line);
    }
    if let Some(truth) = &point.truth {
        ui.caption(text.with("truth-true", &[("what", truth)]));
    }
    if let Some(stances) = &point.stances {
        ui.caption(stances.clone());
    }
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
        let moved = line.moved_line();
        ui.caption(if moved.is_empty() { line.by.clone() } else { format!("{} · {moved}", line.by) });
    });
}
