//! The close: shows what happened step by step at the players' pace, and at its end a waterfall
//! from the old ARR to the new.
//!
//! The lines of a step appear one after another, followed by the numbers of the wall that the step moved.

use bevy::prelude::*;

use super::briefing::amount;
use super::{chart, desk, judged, ledger};
use crate::app::director::ToldClose;
use crate::app::theme::{Icon, Token, Tone, radius, space};
use crate::app::widgets::{Area, Arrive, TextKind, Ui};
use crate::chart::{waterfall_bars, waterfall_growing, waterfall_summary};
use crate::text::{Text, Unit};
use crate::view::{BespokeTile, Close, CloseStep, District, NumberMove, ProductMap, StepKind};

/// Milliseconds between two lines.
const BEAT: u16 = 70;
/// Least heights of the waterfall and of the map.
const BAR: f32 = 260.0;
const MAP: f32 = 300.0;

/// Draws the close up to a step, or the waterfall after the last one.
pub(super) fn draw(ui: &mut Ui, text: &Text, told: &ToldClose, at: usize) {
    ui.body_area(Area::grid(&[1.0, 2.4], space::M).tweak(desk::one_row), |ui| {
        // If they are below each other, what happened comes first.
        if ui.narrow() {
            shown(ui, text, told, at);
            steps(ui, text, &told.close, at);
        } else {
            steps(ui, text, &told.close, at);
            shown(ui, text, told, at);
        }
    });
}

/// All steps of the close.
fn steps(ui: &mut Ui, text: &Text, close: &Close, at: usize) {
    ui.area(Area::column(space::XS).ring_room().grow(1.0), |ui| {
        ui.heading(text.get("close-title"));
        ui.scroll("close-outline", space::XXS, |ui| {
            for (i, step) in close.steps.iter().enumerate() {
                outline(ui, &step.title, &step.summary, i, at);
            }
            outline(ui, &text.get("waterfall-title"), "", close.steps.len(), at);
        });
    });
}

/// The current step.
fn shown(ui: &mut Ui, text: &Text, told: &ToldClose, at: usize) {
    ui.area(Area::card().grow(1.0), |ui| {
        ui.scroll("close-step", space::S, |ui| match told.close.steps.get(at) {
            Some(step) => draw_step(ui, text, told, step, at),
            None => whole(ui, text, &told.close),
        });
    });
}

/// One step of the list. Past steps and the current one have their sums, later ones only their names.
fn outline(ui: &mut Ui, title: &str, summary: &str, position: usize, at: usize) {
    let area = Area::row(space::XS).align_start().padding(space::S, space::XS).rounded(radius::CONTROL).firm();
    let here = position == at;
    let area = if here { area.fill(Token::Surface).edge(Token::Ink) } else { area };
    let (glyph, ink) = match position.cmp(&at) {
        core::cmp::Ordering::Less => (Icon::Check, Token::Ink),
        core::cmp::Ordering::Equal => (Icon::ChevronRight, Token::Ink),
        core::cmp::Ordering::Greater => (Icon::Circle, Token::Muted),
    };
    ui.area(area, |ui| {
        ui.area(Area::row(0.0).height(22.0), |ui| {
            ui.icon(glyph, 14.0, ink);
        });
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            if position > at {
                ui.muted(title);
            } else {
                ui.label(title);
                if !summary.is_empty() {
                    ui.caption(summary);
                }
            }
        });
    });
}

fn draw_step(ui: &mut Ui, text: &Text, told: &ToldClose, step: &CloseStep, at: usize) {
    ui.area(Area::column(0.0).firm(), |ui| {
        ui.heading(step.title.clone());
        ui.muted(step.summary.clone());
    });
    let after = BEAT * u16::try_from(step.lines.len()).unwrap_or(0);
    match step.kind {
        StepKind::Product => {
            beside(
                ui,
                &[1.0, 1.4],
                |ui| lines(ui, step, at),
                |ui| {
                    let name = format!("close-map-{at}");
                    chart::product_map_between(ui, (&name, Arrive::grow().after(after)), &told.maps, rest(MAP));
                    ui.caption(change_of_map(text, &told.maps));
                },
            );
        }
        StepKind::Debt => {
            let [before, now] = &told.ledgers;
            beside(
                ui,
                &[1.0, 1.0],
                |ui| ledger::interest(ui, now, "close-interest", 3 * BEAT),
                |ui| {
                    ui.muted(text.with("close-debt-before", &[("debt", &before.total)]));
                    ledger::short(ui, text, now);
                },
            );
        }
        _ => {
            lines(ui, step, at);
            ui.filler();
        }
    }
    moves(ui, text, &step.moves, at, after);
}

/// What a step says, with a picture beside it.
fn beside(ui: &mut Ui, shares: &[f32], told: impl FnOnce(&mut Ui), picture: impl FnOnce(&mut Ui)) {
    ui.area(Area::grid(shares, space::L).firm().tweak(|node| node.flex_grow = 1.0), |ui| {
        ui.area(Area::column(space::M), told);
        ui.area(Area::column(space::XS), picture);
    });
}

/// A box that takes the remaining room, but is never lower than this.
fn rest(least: f32) -> Node {
    Node {
        width: percent(100),
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(least),
        flex_shrink: 0.0,
        ..default()
    }
}

fn lines(ui: &mut Ui, step: &CloseStep, at: usize) {
    ui.area(Area::column(0.0).firm(), |ui| {
        for (i, line) in step.lines.iter().enumerate() {
            let arrive = Arrive::rise().after(BEAT * u16::try_from(i).unwrap_or(0));
            let area = Area::column(space::XS).padding(0.0, space::XXS).firm();
            ui.arriving(format!("close-line-{at}-{i}"), arrive, area, |ui| {
                amount(ui, line);
                ui.divider();
            });
        }
    });
}

/// The numbers of the wall that the step moved, each with its old and its new value.
fn moves(ui: &mut Ui, text: &Text, moves: &[NumberMove], at: usize, after: u16) {
    if moves.is_empty() {
        return;
    }
    ui.area(Area::row(space::S).wrap().firm(), |ui| {
        for (i, made) in moves.iter().enumerate() {
            let tone = judged(made.from.map(|_| made.up));
            let area = Area::soft(tone).padding(space::M, space::XS);
            let arrive = Arrive::rise().after(after + BEAT * u16::try_from(i).unwrap_or(0));
            ui.arriving(format!("close-moved-{at}-{i}"), arrive, area, |ui| {
                ui.caption(made.label.clone());
                ui.area(Area::row(space::XS).align_baseline(), |ui| {
                    if let Some(from) = made.from {
                        ui.muted(format!("{} →", made.unit.write(text, from)));
                    }
                    ui.figure(made.unit.write(text, made.to));
                    if made.from.is_some() {
                        change(ui, TextKind::Label, tone, made.up, &made.amount);
                    }
                });
            });
        }
    });
}

/// A change with an arrow for its direction.
fn change(ui: &mut Ui, kind: TextKind, tone: Tone, up: bool, amount: &str) {
    ui.row(space::XXS, |ui| {
        ui.icon(if up { Icon::ArrowUp } else { Icon::ArrowDown }, 14.0, Token::Strong(tone));
        ui.toned(kind, tone, amount);
    });
}

/// What is new on the map, in words.
fn change_of_map(text: &Text, [before, after]: &[ProductMap; 2]) -> String {
    let tiles = |map: &ProductMap| map.districts.iter().map(District::tiles).sum::<u32>();
    let new = |special: &&BespokeTile| !before.specials.iter().any(|old| old.id == special.id);
    text.with(
        "close-map",
        &[
            ("from", &Unit::Index.write(text, before.coherence)),
            ("to", &Unit::Index.write(text, after.coherence)),
            ("tiles", &tiles(after).saturating_sub(tiles(before))),
            ("specials", &after.specials.iter().filter(new).count()),
        ],
    )
}

/// The waterfall from last quarter's ARR to this one's, and every number that moved.
fn whole(ui: &mut Ui, text: &Text, close: &Close) {
    let bars = waterfall_bars(&close.waterfall, text);
    ui.heading(text.get("waterfall-title"));
    let words = waterfall_summary(&bars);
    chart::draw_growing(ui, ("close-waterfall", Arrive::grow()), rest(BAR), words, move |share, size, palette| {
        waterfall_growing(&bars, share, size, palette)
    });
    ui.caption(text.get("waterfall-note"));
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        for moved in &close.moved {
            let tone = judged(Some(moved.up));
            ui.area(Area::soft(tone), |ui| {
                ui.caption(moved.label.clone());
                change(ui, TextKind::Label, tone, moved.up, &moved.amount);
            });
        }
    });
}
