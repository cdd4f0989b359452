//! The close: what happened, step by step, at the players' pace, and a bar from ARR to ARR at its end.

use super::briefing::amount;
use super::{chart, desk};
use crate::app::theme::{Token, radius, space};
use crate::app::widgets::{Area, Ui};
use crate::chart::{waterfall as waterfall_of, waterfall_bars, waterfall_summary};
use crate::text::Text;
use crate::view::{Close, CloseStep, Waterfall};

const BAR: f32 = 300.0;

/// Draws the close up to a step; past the last one, the bar.
pub(super) fn draw(ui: &mut Ui, text: &Text, close: &Close, at: usize) {
    ui.body_area(Area::grid(&[1.0, 2.2], space::M).tweak(desk::one_row), |ui| {
        ui.area(Area::column(space::XS).ring_room().grow(1.0), |ui| {
            ui.heading(text.get("close-title"));
            ui.scroll("close-outline", space::XS, |ui| {
                for (i, step) in close.steps.iter().enumerate() {
                    outline(ui, step, i, at);
                }
            });
        });
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("close-step", space::S, |ui| match close.steps.get(at) {
                Some(step) => draw_step(ui, text, step),
                None => waterfall(ui, text, &close.waterfall),
            });
        });
    });
}

/// The steps so far with their sums; those to come by name only.
fn outline(ui: &mut Ui, step: &CloseStep, position: usize, at: usize) {
    let area = Area::column(0.0).padding(space::S, space::XS).rounded(radius::CONTROL).firm();
    let area = if position == at { area.fill(Token::Surface).edge(Token::Ink) } else { area };
    ui.area(area, |ui| {
        if position > at {
            ui.muted(step.title.clone());
        } else {
            ui.label(step.title.clone());
            ui.caption(step.summary.clone());
        }
    });
}

fn draw_step(ui: &mut Ui, text: &Text, step: &CloseStep) {
    ui.heading(step.title.clone());
    ui.muted(step.summary.clone());
    if step.lines.is_empty() {
        ui.note(text.get("nothing-moved"));
    }
    for line in &step.lines {
        amount(ui, line);
        ui.divider();
    }
}

/// From last quarter's ARR to this one's.
fn waterfall(ui: &mut Ui, text: &Text, bar: &Waterfall) {
    ui.heading(text.get("waterfall-title"));
    let bars = waterfall_bars(bar, text);
    chart::draw(ui, BAR, waterfall_summary(&bars), move |size, palette| waterfall_of(&bars, size, palette));
    ui.muted(text.get("waterfall-note"));
}
