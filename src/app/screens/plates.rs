//! Explanations pinned over the page. Each leads to the decisions and terms behind it, which open beside it.

use bevy::prelude::*;

use super::{Shown, prose, weighed};
use crate::app::director::{Act, WindowAct};
use crate::app::theme::{Icon, Room, Tone, space};
use crate::app::widgets::{Area, Button, Eye, Line, Plates, Primary, Shortcut, TextKind, Ui};
use crate::app::widgets::{lay_out, open_plates, panel};
use crate::text::Text;
use crate::view::{Explained, Part, TermLink, Topic};

/// The number of plates that are visible at once: if there is room for two, a plate stays beside the one it led to.
fn most(narrow: bool) -> usize {
    if narrow { 1 } else { 2 }
}

#[derive(Component)]
struct PlatesPanel;

pub(super) fn plugin(app: &mut App) {
    let draw = panel::<PlatesPanel, Shown<Vec<Explained>>>(draw);
    app.add_systems(Update, (open, draw).chain());
}

fn open(
    shown: Option<Res<Shown<Vec<Explained>>>>,
    room: Res<Room>,
    eye: Eye,
    roots: Query<(Entity, &Plates)>,
    mut rows: Query<&mut Node, With<PlatesPanel>>,
    mut placed: Local<(usize, Vec2)>,
    mut commands: Commands,
) {
    let Some(shown) = shown else { return };
    let count = shown.part.len().min(most(*room == Room::Narrow));
    match roots.single() {
        Ok((root, _)) if count == 0 => commands.entity(root).despawn(),
        Ok((_, plates)) => {
            let wanted = (count, eye.window());
            if *placed != wanted
                && let Ok(mut row) = rows.single_mut()
            {
                *row = lay_out(plates, &eye, count);
                *placed = wanted;
            }
        }
        Err(_) if count > 0 => {
            *placed = (count, eye.window());
            open_plates(&mut commands, &eye, count, PlatesPanel, Act::Window(WindowAct::Shut));
        }
        Err(_) => {}
    }
}

fn draw(ui: &mut Ui, shown: &Shown<Vec<Explained>>) {
    let all = shown.part.len();
    for (depth, explained) in shown.part.iter().enumerate().skip(all.saturating_sub(most(ui.narrow()))) {
        ui.plate(|ui| plate(ui, &shown.text, explained, depth, depth + 1 == all));
    }
}

/// A plate. The top one can be closed. What a plate leads to opens beside it.
fn plate(ui: &mut Ui, text: &Text, explained: &Explained, depth: usize, top: bool) {
    ui.area(Area::row(space::S).between().align_start().firm(), |ui| {
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.subheading(explained.title.clone());
            if let Some(value) = &explained.value {
                ui.toned(TextKind::Figure, Tone::Joint, value.clone());
            }
        });
        if top {
            let close = Button::quiet("unpin", text.get("sheet-close")).icon(Icon::Cross).bare();
            ui.button(close.key(Shortcut::Escape).sends(Act::Window(WindowAct::Shut))).insert(Primary);
        }
    });
    let about = match explained.topic {
        Topic::Term(term) => Some(term),
        _ => None,
    };
    ui.scroll_fit(format!("plate-{depth}"), space::XS, |ui| {
        if !explained.about.is_empty() {
            prose(ui, text, TextKind::Note, &explained.about, depth + 1, about);
        }
        if explained.parts.is_empty() && matches!(explained.topic, Topic::Decision(_)) {
            ui.muted(text.get("decision-moved-nothing"));
        }
        for (i, part) in explained.parts.iter().enumerate() {
            self::part(ui, part, depth, i);
        }
        if let Some(whole) = &explained.whole {
            ui.divider();
            ui.line(
                Line::new(whole.text.clone(), whole.amount.clone()).named().tone(weighed(&whole.amount, whole.good)),
            );
        }
        if !explained.see.is_empty() {
            ui.caption(text.get("explained-see"));
            ui.area(Area::row(space::XS).wrap().firm(), |ui| {
                for TermLink { term, name } in &explained.see {
                    let below = if top { "" } else { "below-" };
                    let button = Button::secondary(format!("{below}{}", term.key()), name.clone()).tone(Tone::Joint);
                    ui.button(button.sends(Act::Window(WindowAct::Explain(depth + 1, Topic::Term(*term)))));
                }
            });
        }
    });
}

fn part(ui: &mut Ui, part: &Part, depth: usize, position: usize) {
    let line = Line::new(part.amount.text.clone(), part.amount.amount.clone());
    let line = line.tone(weighed(&part.amount.amount, part.amount.good)).below(part.behind.clone());
    ui.line(match part.leads {
        Some(topic) => {
            line.leads(format!("part-{depth}-{position}"), Act::Window(WindowAct::Explain(depth + 1, topic)))
        }
        None => line,
    });
}
