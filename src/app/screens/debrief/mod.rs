//! The debrief, in the order in which people need it: how it felt, what happened, what caused it, what was
//! true, what if, what next.

mod again;
mod cards;
mod caused;
mod echo;
mod felt;
mod happened;
mod next;
mod reveal;
mod what_if;

pub(super) use echo::echo;

use super::{chart, desk};
use crate::app::director::{Act, Around, DebriefStep, ShowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Choice, Span, TextKind, Ui};
use crate::chart::{lines, lines_summary, over_time};
use crate::scenario::Measure;
use crate::text::{self, Text, Unit};
use crate::view::Debrief;

/// Draws a step of the debrief.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief, around: &Around, step: DebriefStep) {
    ui.body_area(Area::column(space::S), |ui| {
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for other in DebriefStep::ALL {
                let name = format!("part-{}", other.key());
                let choice = Choice::tab(name, text.get(other.key()), other == step).tone(Tone::Joint);
                ui.choice(choice.sends(Act::Show(ShowAct::Step(other))));
            }
            ui.muted(text.with("seed-of", &[("seed", &debrief.seed)]));
        });
        match step {
            DebriefStep::Felt => felt::draw(ui, text, debrief),
            DebriefStep::Happened => happened::draw(ui, text, debrief),
            DebriefStep::Caused => caused::draw(ui, text, debrief, around),
            DebriefStep::Cards => cards::draw(ui, text, debrief),
            DebriefStep::WhatIf => what_if::draw(ui, text, debrief, around.supposed.as_ref()),
            DebriefStep::Next => next::draw(ui, text, debrief),
        }
    });
}

/// A card with a number over the quarters: its name, its first and last value, and its chart.
fn number(
    ui: &mut Ui,
    text: &Text,
    debrief: &Debrief,
    (measure, unit): (Measure, Unit),
    values: Vec<f64>,
    height: f32,
) {
    let name = text::measure(text, measure);
    let write = |value: Option<&f64>| value.map_or_else(String::new, |&value| unit.write(text, value));
    // Some numbers do not exist in every quarter.
    let known = |value: &&f64| value.is_finite();
    let (first, last) = (values.iter().find(known), values.iter().rfind(known));
    let ends = [Span::muted(format!("{} → ", write(first))), Span::strong(write(last))];
    let lines_of = over_time(text, debrief, name.clone(), unit, values);
    let told = lines_summary(&lines_of, text);
    ui.area(Area::card().padding(space::S, space::XS).tweak(|node| node.row_gap = bevy::ui::px(0)), |ui| {
        ui.area(Area::row(space::S).between().firm(), |ui| {
            ui.label(name);
            ui.rich(TextKind::Note, ends);
        });
        chart::draw(ui, height, told, move |size, palette| lines(&lines_of, size, palette));
    });
}

/// A card as high as the step, whose content scrolls.
fn column(ui: &mut Ui, name: &str, draw: impl FnOnce(&mut Ui)) {
    ui.area(Area::card().grow(1.0), |ui| ui.scroll(name, space::S, draw));
}

/// Columns as high as the step.
fn columns(ui: &mut Ui, shares: &[f32], draw: impl FnOnce(&mut Ui)) {
    ui.area(Area::grid(shares, space::M).ring_room().grow(1.0).tweak(desk::one_row), draw);
}
