//! What both desks share: moves grouped by kind, attention points, a grid of one row.

use bevy::ui::{GridTrack, MaxTrackSizingFunction, MinTrackSizingFunction, Node, UiRect, auto, px};

use crate::app::director::Act;
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Button, Tile, Ui};
use crate::text::Text;
use crate::view::MoveOption;

/// One row as high as the body, so that what is too much scrolls inside its card.
pub(super) fn one_row(node: &mut Node) {
    node.grid_template_rows =
        vec![GridTrack::minmax(MinTrackSizingFunction::Px(0.0), MaxTrackSizingFunction::Fraction(1.0))];
}

/// A column in the middle of the screen, which scrolls when it is too high.
pub(super) fn middle(ui: &mut Ui, name: &str, width: f32, draw: impl FnOnce(&mut Ui)) {
    ui.body_area(Area::column(0.0), |ui| {
        ui.scroll(name, 0.0, |ui| {
            // In a row the width is settled before anything is measured in it.
            let row = Area::row(0.0).centered().firm().tweak(|node| node.margin = UiRect::vertical(auto()));
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

/// Draws the moves of a desk: kinds with a single move as tiles, kinds with targets as a tile that opens them.
pub(super) fn moves<M: Copy + PartialEq>(
    ui: &mut Ui,
    text: &Text,
    tone: Tone,
    moves: &[MoveOption<M>],
    attention: (u8, u8),
    open: usize,
    act: fn(M) -> Act,
) {
    ui.area(Area::row(space::S).between().firm(), |ui| {
        let (left, all) = attention;
        ui.subheading(text.with("moves-title", &[("left", &left), ("all", &all)]));
        ui.dots(tone, usize::from(left), usize::from(all));
    });
    let groups = groups(moves);
    ui.column(space::XS, |ui| {
        let mut rest = groups.as_slice();
        let mut at = 0;
        while !rest.is_empty() {
            let (row, after) = rest.split_at(rest.len().min(2));
            ui.area(Area::grid(&[1.0, 1.0], space::XS).firm(), |ui| {
                for (i, group) in row.iter().enumerate() {
                    draw_group(ui, text, tone, group, at + i + 1, act);
                }
            });
            for (i, group) in row.iter().enumerate() {
                if at + i + 1 == open && group.len() > 1 {
                    targets(ui, tone, group, open, act);
                }
            }
            at += row.len();
            rest = after;
        }
    });
}

/// Moves of a kind follow one another.
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
    let chosen: Vec<&str> = group.iter().filter(|one| one.chosen).map(|one| one.target.as_str()).collect();
    let cost = usize::from(first.cost);
    if others.is_empty() {
        let tile = Tile::new(format!("move-{}", first.id), first.title.clone())
            .subtitle(first.about.clone())
            .tone(tone)
            .trailing_top()
            .free()
            .chosen(first.chosen)
            .blocked_by(first.why_not.clone())
            .sends(act(first.made));
        ui.tile(tile, |ui| {
            ui.dots(tone, cost, cost);
        });
        return;
    }
    let subtitle = match chosen.as_slice() {
        [] => first.about.clone(),
        targets => targets.join(", "),
    };
    let title = text.with("moves-of-kind", &[("kind", &first.kind), ("count", &group.len())]);
    let tile = Tile::new(format!("kind-{number}"), title)
        .subtitle(subtitle)
        .tone(tone)
        .trailing_top()
        .action()
        .chosen(!chosen.is_empty())
        .sends(Act::Group(number));
    ui.tile(tile, |ui| {
        ui.dots(tone, cost, cost);
    });
}

fn targets<M: Copy>(ui: &mut Ui, tone: Tone, group: &[&MoveOption<M>], number: usize, act: fn(M) -> Act) {
    ui.revealed(Area::soft(tone).firm().named(format!("targets-{number}")), |ui| {
        if let Some(first) = group.first() {
            ui.caption(first.about.clone());
        }
        ui.area(Area::row(space::XS).wrap(), |ui| {
            for one in group {
                let name = format!("move-{}", one.id);
                let new = if one.chosen { Button::primary } else { Button::secondary };
                ui.button(
                    new(name, one.target.clone()).tone(tone).blocked_by(one.why_not.clone()).sends(act(one.made)),
                );
            }
        });
    });
}
