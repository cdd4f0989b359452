//! What the desks and the table share: moves grouped by kind, attention points, the effect of something, and layout.

use std::collections::BTreeSet;

use bevy::ui::{
    GridTrack, MaxTrackSizingFunction, MinTrackSizingFunction, Node, RepeatedGridTrack, UiRect, Val, auto, px,
};

use super::weighed;
use crate::app::director::{Act, ShowAct};
use crate::app::theme::{Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, Choice, RangeBar, Span, TextKind, Tile, Ui};
use crate::text::Text;
use crate::view::{Door, MoveOption, NumberEffect};

/// Width of the name of a number in an effect, and the least width of its axis.
pub(super) const NUMBER: f32 = 112.0;
const AXIS: f32 = 20.0;
/// Height of a line of caption text.
pub(super) const LINE: f32 = 20.0;
/// Width of the note beside a move.
const NOTE: f32 = 340.0;

/// Limits a grid to one row as high as the body, so that whatever does not fit scrolls inside its own card.
pub(super) fn one_row(node: &mut Node) {
    node.grid_template_rows =
        vec![GridTrack::minmax(MinTrackSizingFunction::Px(0.0), MaxTrackSizingFunction::Fraction(1.0))];
}

/// A column in the middle of the screen, which scrolls if it is too high.
pub(super) fn middle(ui: &mut Ui, name: &str, width: f32, draw: impl FnOnce(&mut Ui)) {
    column(ui, name, width, auto(), draw);
}

/// The same at the top of the screen, so that it can grow downwards without moving what is above.
pub(super) fn top(ui: &mut Ui, name: &str, width: f32, draw: impl FnOnce(&mut Ui)) {
    column(ui, name, width, px(space::M), draw);
}

fn column(ui: &mut Ui, name: &str, width: f32, margin: Val, draw: impl FnOnce(&mut Ui)) {
    ui.body_area(Area::column(0.0), |ui| {
        ui.scroll(name, 0.0, |ui| {
            // In a row, the width of the column is fixed before its content is measured.
            let row = Area::row(0.0).centered().firm().tweak(|node| node.margin = UiRect::vertical(margin));
            ui.area(row, |ui| {
                let column = Area::column(space::M).tweak(|node| {
                    node.flex_basis = px(width);
                    node.min_width = px(0);
                });
                ui.area(column, draw);
            });
        });
    });
}

/// The effect of something on a number: how much, and when. With `most`, it has an axis from `-most` to `most`.
pub(super) fn effect(ui: &mut Ui, effect: &NumberEffect, most: Option<f64>) {
    let tone = weighed(&effect.shown, Some(effect.good));
    ui.area(Area::row(space::XS).wrap().tweak(|node| node.row_gap = px(0)).firm(), |ui| {
        ui.area(Area::row(0.0).width(NUMBER), |ui| {
            ui.caption(effect.label.clone());
        });
        ui.area(Area::row(0.0).firm(), |ui| {
            ui.rich(TextKind::Caption, [Span::toned(effect.shown.clone(), tone)]);
        });
        ui.area(Area::column(0.0).grow(1.0).min_width(AXIS), |ui| {
            if let Some(most) = most {
                let share = |value: f64| (0.5 + 0.46 * value / most) as f32;
                ui.marked_range(RangeBar { low: share(effect.band.low), high: share(effect.band.high), tone }, [0.5]);
            }
        });
        ui.area(Area::row(0.0).firm(), |ui| {
            ui.caption(effect.when.clone());
        });
    });
}

/// Draws the moves of a desk. A kind with a single move is a tile; a kind with targets is a tile that opens them.
pub(super) fn moves<M: Copy + PartialEq>(
    ui: &mut Ui,
    text: &Text,
    tone: Tone,
    moves: &[MoveOption<M>],
    attention: (u8, u8),
    across: usize,
    open: &BTreeSet<usize>,
    act: fn(M) -> Act,
) {
    ui.area(Area::row(space::S).between().firm(), |ui| {
        let (left, all) = attention;
        ui.subheading(text.with("moves-title", &[("left", &left), ("all", &all)]));
        ui.dots(tone, usize::from(left), usize::from(all));
    });
    chosen(ui, text, moves, across);
    let groups = groups(moves);
    // The targets of a kind open right below its row.
    let across = if ui.narrow() { 1 } else { across };
    ui.area(Area::column(space::XS).spot("spot-moves"), |ui| {
        let mut rest = groups.as_slice();
        let mut at = 0;
        while !rest.is_empty() {
            let (row, after) = rest.split_at(rest.len().min(across.max(1)));
            // Columns of equal width, but none narrower than its longest word.
            let columns = Area::grid(&vec![1.0; across.max(1)], space::XS).firm().tweak(|node| {
                for column in &mut node.grid_template_columns {
                    *column = RepeatedGridTrack::minmax(
                        1,
                        MinTrackSizingFunction::MinContent,
                        MaxTrackSizingFunction::Fraction(1.0),
                    );
                }
            });
            ui.area(columns, |ui| {
                for (i, group) in row.iter().enumerate() {
                    draw_group(ui, text, tone, group, at + i + 1, act);
                }
            });
            for (i, group) in row.iter().enumerate() {
                let number = at + i + 1;
                if open.contains(&number) && group.len() > 1 {
                    targets(ui, text, tone, group, number, act);
                }
            }
            at += row.len();
            rest = after;
        }
    });
}

/// The chosen moves, on lines that are reserved for them.
fn chosen<M>(ui: &mut Ui, text: &Text, moves: &[MoveOption<M>], across: usize) {
    let chosen: Vec<&str> = moves.iter().filter(|one| one.chosen).map(|one| one.title.as_str()).collect();
    let lines = if across > 2 && !ui.narrow() { 1.0 } else { 2.0 };
    ui.area(Area::column(0.0).min_height(lines * LINE).firm(), |ui| {
        match chosen.as_slice() {
            [] => ui.caption(text.get("moves-none-chosen")),
            moves => ui.rich(TextKind::Caption, [Span::toned(moves.join(" · "), Tone::Joint)]),
        };
    });
}

/// What the computer partner announces before the person plans.
pub(super) fn announced(ui: &mut Ui, tone: Tone, says: Option<&str>) {
    if let Some(says) = says {
        ui.area(Area::soft(tone).firm(), |ui| {
            ui.note(says);
        });
    }
}

/// Groups the moves by kind, in the order in which the kinds first appear.
fn groups<M>(moves: &[MoveOption<M>]) -> Vec<Vec<&MoveOption<M>>> {
    let mut groups: Vec<Vec<&MoveOption<M>>> = Vec::new();
    for one in moves {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| first.kind == one.kind)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

fn draw_group<M: Copy>(
    ui: &mut Ui,
    text: &Text,
    tone: Tone,
    group: &[&MoveOption<M>],
    number: usize,
    act: fn(M) -> Act,
) {
    let [first, others @ ..] = group else { return };
    let cost = usize::from(first.cost);
    if others.is_empty() {
        let tile = Tile::new(format!("move-{}", first.id), first.title.clone())
            .subtitle(first.about.clone())
            .tone(tone)
            .trailing_top()
            .free()
            .chosen(first.chosen)
            .blocked_by(first.why_not.clone())
            .reason_aside()
            .sends(act(first.made));
        ui.tile(tile, |ui| {
            ui.dots(tone, cost, cost);
            if first.why_not.is_none() {
                moved(ui, text, first);
            }
        });
        return;
    }
    let subtitle = if each_its_own(group) {
        group.iter().map(|one| one.target.as_str()).collect::<Vec<_>>().join(" · ")
    } else {
        first.about.clone()
    };
    let title = text.with("moves-of-kind", &[("kind", &first.kind), ("count", &group.len())]);
    let tile = Tile::new(format!("kind-{number}"), title)
        .subtitle(subtitle)
        .tone(tone)
        .trailing_top()
        .action()
        .chosen(group.iter().any(|one| one.chosen))
        .blocked_by(nothing_left(group))
        .reason_aside()
        .sends(Act::Show(ShowAct::Group(number)));
    ui.tile(tile, |ui| {
        ui.dots(tone, cost, cost);
    });
}

/// Whether the moves of a kind do different things, as board papers do.
fn each_its_own<M>(group: &[&MoveOption<M>]) -> bool {
    group.windows(2).any(|pair| pair[0].about != pair[1].about)
}

/// The reason why no move of a kind can be added, if it is the same for all of them.
fn nothing_left<M>(group: &[&MoveOption<M>]) -> Option<String> {
    let first = group.first()?.why_not.clone()?;
    group.iter().all(|one| one.why_not.as_ref() == Some(&first)).then_some(first)
}

/// A note beside a move, which shows what it does.
fn moved<M>(ui: &mut Ui, text: &Text, one: &MoveOption<M>) {
    ui.aside(NOTE, |ui| {
        ui.label(one.title.clone());
        for moved in &one.effects {
            effect(ui, moved, None);
        }
        if one.effects.is_empty() {
            ui.caption(text.get("moves-nothing-yet"));
        }
        if !one.gives.is_empty() {
            ui.note(one.gives.clone());
        }
    });
}

fn target<M: Copy>(ui: &mut Ui, text: &Text, tone: Tone, one: &MoveOption<M>, act: fn(M) -> Act) {
    let choice = Choice::check(format!("move-{}", one.id), one.aimed_at(), one.chosen);
    let choice = choice.tone(tone).small().blocked_by(one.why_not.clone()).sends(act(one.made));
    ui.choice_with(choice, |ui| {
        if one.why_not.is_none() {
            moved(ui, text, one);
        }
    });
}

fn targets<M: Copy>(ui: &mut Ui, text: &Text, tone: Tone, group: &[&MoveOption<M>], number: usize, act: fn(M) -> Act) {
    ui.revealed(Area::soft(tone).firm().named(format!("targets-{number}")), |ui| {
        if each_its_own(group) {
            for one in group {
                ui.rich(TextKind::Caption, [Span::strong(one.target.clone()), Span::plain(format!(": {}", one.about))]);
            }
        } else if let Some(first) = group.first() {
            ui.caption(first.about.clone());
        }
        for (door, heading) in Door::groups(group.iter().map(|one| one.door)) {
            if let Some(heading) = heading {
                ui.area(Area::row(space::XS).firm(), |ui| {
                    match door {
                        Some(Door::Open) => ui.icon(Icon::Check, size::CAPTION, Token::Strong(Tone::Good)),
                        _ => ui.icon(Icon::Lock, size::CAPTION, Token::Muted),
                    };
                    ui.area(Area::column(0.0).grow(1.0), |ui| {
                        ui.caption(text.get(heading));
                    });
                });
            }
            ui.area(Area::row(space::XS).wrap(), |ui| {
                for one in group.iter().filter(|one| one.door == door) {
                    target(ui, text, tone, one, act);
                }
            });
        }
    });
}
