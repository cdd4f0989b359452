//! The close: what happened, step by step, at the players' pace, and a bar from ARR to ARR at its end.

use bevy::prelude::*;

use super::briefing::amount;
use super::desk;
use crate::app::theme::{Token, Tone, radius, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::text::{Text, dollars, signed_dollars};
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
    let top = bar.start + bar.won + bar.grown;
    let lowest = bar.end.min(bar.start) * 0.8;
    let share = |value: f64| (((value - lowest) / (top - lowest).max(1.0)) as f32).clamp(0.0, 1.0);
    let columns = [
        ("waterfall-start", lowest, bar.start, dollars(bar.start), Tone::Neutral),
        ("waterfall-won", bar.start, bar.start + bar.won, signed_dollars(bar.won), Tone::Good),
        ("waterfall-grown", bar.start + bar.won, top, signed_dollars(bar.grown), Tone::Good),
        ("waterfall-left", bar.end, top, signed_dollars(bar.left), Tone::Debt),
        ("waterfall-end", lowest, bar.end, dollars(bar.end), Tone::Neutral),
    ];
    ui.area(Area::grid(&[1.0; 5], space::M).firm(), |ui| {
        for (key, from, to, words, tone) in columns {
            ui.area(Area::column(space::XS).align_center(), |ui| {
                ui.toned(TextKind::Label, tone, words);
                ui.area(Area::column(0.0).height(BAR).wide(), |ui| {
                    let (bottom, height) = (share(from), share(to) - share(from));
                    let fill = Area::column(0.0).fill(Token::Strong(tone)).rounded(3.0).tweak(|node| {
                        node.position_type = PositionType::Absolute;
                        node.left = percent(0);
                        node.width = percent(100);
                        node.bottom = percent(bottom * 100.0);
                        node.height = percent(height * 100.0);
                        node.min_height = px(2);
                    });
                    ui.area(fill, |_| {});
                });
                ui.caption(text.get(key));
            });
        }
    });
    ui.muted(text.get("waterfall-note"));
}
