//! What if: all decisions to choose from, the other ways in which one could have gone, and what each would have led to.

use super::super::{compare, weighed};
use super::columns;
use crate::app::director::{Act, ShowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Button, Choice, TextKind, Tile, Ui};
use crate::sim::By;
use crate::text::Text;
use crate::view::{Debrief, Supposed};

/// Height of the chart of a number.
const NUMBER: f32 = 150.0;

/// Draws the decisions, and what would have followed if the chosen one had gone another way.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief, supposed: Option<&Supposed>) {
    columns(ui, &[1.0, 2.4], |ui| {
        // If they are below each other, the result comes first.
        if ui.narrow() {
            outcome(ui, text, supposed);
            choices(ui, text, debrief, supposed);
        } else {
            choices(ui, text, debrief, supposed);
            outcome(ui, text, supposed);
        }
    });
}

fn choices(ui: &mut Ui, text: &Text, debrief: &Debrief, supposed: Option<&Supposed>) {
    ui.area(Area::card().grow(1.0), |ui| {
        ui.heading(text.get("what-if-decisions"));
        ui.scroll("decisions", space::XS, |ui| decisions(ui, debrief, supposed));
    });
}

fn outcome(ui: &mut Ui, text: &Text, supposed: Option<&Supposed>) {
    ui.area(Area::column(space::S).ring_room().grow(1.0), |ui| match supposed {
        // A scroll area of its own for every decision, so that each starts at its top.
        Some(supposed) => {
            ui.scroll(format!("supposed-{}", supposed.decision.0), space::S, |ui| otherwise(ui, text, supposed));
        }
        None => {
            ui.muted(text.get("nothing-moved"));
        }
    });
}

/// The decisions that people made, so none of the echo year.
fn decisions(ui: &mut Ui, debrief: &Debrief, supposed: Option<&Supposed>) {
    // Do not scroll to the chosen decision if the list is below the result, so that the page starts at the result.
    let beside = !ui.narrow();
    for line in debrief.decisions.iter().filter(|line| line.who != By::Autopilot) {
        let chosen = supposed.is_some_and(|supposed| supposed.decision == line.id);
        let title = format!("{} · {}", line.quarter, line.text);
        let tile = Tile::new(format!("suppose-{}", line.id.0), title).subtitle(line.by.clone()).tone(Tone::Joint);
        ui.tile(tile.chosen(chosen).revealed(chosen && beside).sends(Act::Show(ShowAct::Suppose(line.id))), |_| {});
    }
}

fn otherwise(ui: &mut Ui, text: &Text, supposed: &Supposed) {
    ui.heading(supposed.title.clone());
    if let Some(about) = &supposed.about {
        ui.muted(about.clone());
    }
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        for (i, way) in supposed.ways.iter().enumerate() {
            let choice = Choice::tab(format!("way-{i}"), way.label.clone(), way.shown).tone(Tone::Joint);
            ui.choice_with(choice.sends(Act::Show(ShowAct::Way(i))), |ui| {
                ui.toned(TextKind::Label, weighed(&way.difference, way.good), way.difference.clone());
            });
        }
    });
    if let Some(apart) = &supposed.apart {
        ui.area(Area::soft(Tone::Joint).firm(), |ui| {
            ui.note(apart.clone());
        });
    }
    if !supposed.ways.is_empty() {
        ui.area(Area::row(0.0).firm(), |ui| {
            let keep = Button::secondary("keep-branch", text.get("branch-keep")).small();
            ui.button(keep.sends(Act::Show(ShowAct::KeepBranch)));
        });
    }
    for note in &supposed.notes {
        ui.area(Area::soft(Tone::Caution).firm(), |ui| {
            ui.note(note.clone());
        });
    }
    if let Some(compared) = &supposed.compared {
        compare::six(ui, text, compared, NUMBER);
        compare::products(ui, compared);
    }
}
