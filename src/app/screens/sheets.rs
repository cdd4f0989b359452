//! The sheets over the page: the help, the product map with the debt, and those for the CEO and for unsaved games.

use bevy::prelude::*;

use super::{Shown, chart, desk, ledger, letter, prose, unsaved};
use crate::app::director::{Act, SheetPage, WindowAct};
use crate::app::theme::{Icon, Tone, space};
use crate::app::widgets::{Area, Button, Primary, Shortcut, TextKind, Ui, panel, sheet};
use crate::text::Text;
use crate::view::{DebtLedger, ProductMap, Term, Topic};

/// Keys that work everywhere, and what they do.
const KEYS: [(&str, &str); 14] = [
    ("keys-enter", "keys-enter-about"),
    ("keys-tab", "keys-tab-about"),
    ("keys-space", "keys-space-about"),
    ("keys-slider", "keys-slider-about"),
    ("keys-escape", "keys-escape-about"),
    ("keys-answers", "keys-answers-about"),
    ("keys-letters", "keys-letters-about"),
    ("keys-undo", "keys-undo-about"),
    ("keys-page", "keys-page-about"),
    ("keys-drag", "keys-drag-about"),
    ("keys-map", "keys-map-about"),
    ("keys-help", "keys-help-about"),
    ("keys-settings", "keys-settings-about"),
    ("keys-full-screen", "keys-full-screen-about"),
];
/// The rules on one page.
const RULES: [&str; 9] = [
    "rule-quarter",
    "rule-special",
    "rule-table",
    "rule-quadrant-cells",
    "rule-debt",
    "rule-evidence",
    "rule-together",
    "rule-paper",
    "rule-end",
];

/// Marks the sheet that is open with its name.
#[derive(Component, PartialEq, Eq)]
struct Open(&'static str);

#[derive(Component)]
struct OpenPanel;

pub(super) fn plugin(app: &mut App) {
    let content = panel::<OpenPanel, Shown<Option<SheetPage>>>(|ui, shown| {
        if let Some(part) = &shown.part {
            content(ui, &shown.text, part);
        }
    });
    app.add_systems(Update, (open, content).chain());
}

/// Opens, closes or replaces the sheet. A sheet whose content changes stays open, because somebody may be typing on it.
fn open(page: Option<Res<Shown<Option<SheetPage>>>>, open: Query<(Entity, &Open)>, mut commands: Commands) {
    let Some(page) = page.filter(|page| page.is_changed()) else { return };
    let wanted = page.part.as_ref().map(name);
    if let (Some(name), Ok((_, open))) = (wanted, open.single())
        && open.0 == name
    {
        return;
    }
    for (entity, _) in &open {
        commands.entity(entity).despawn();
    }
    if let Some(name) = wanted {
        sheet(&mut commands, "sheet", |ui| {
            ui.panel(Area::column(0.0).grow(1.0), OpenPanel);
        })
        .insert(Open(name));
    }
}

fn name(part: &SheetPage) -> &'static str {
    match part {
        SheetPage::Help(_) => "help",
        SheetPage::Map(..) => "map",
        SheetPage::AskCeo(_) => "ask-ceo",
        SheetPage::Letter(_) => "letter",
        SheetPage::Unsaved(_) => "unsaved",
    }
}

fn content(ui: &mut Ui, text: &Text, part: &SheetPage) {
    if let SheetPage::Unsaved(page) = part {
        return unsaved::draw(ui, text, page);
    }
    ui.page(name(part), |ui| match part {
        SheetPage::Help(played) => help(ui, text, played.as_deref()),
        SheetPage::Map(sheet) => product(ui, text, &sheet.0, &sheet.1, &sheet.2),
        SheetPage::AskCeo(question) => letter::question(ui, text, question),
        SheetPage::Letter(told) => letter::draw(ui, text, told),
        SheetPage::Unsaved(_) => {}
    });
    match part {
        SheetPage::AskCeo(_) => letter::question_foot(ui, text),
        SheetPage::Letter(_) => go_on(ui, text),
        _ => way_back(ui, text),
    }
}

/// The foot of a sheet that only has to be read.
fn go_on(ui: &mut Ui, text: &Text) {
    ui.bottom_bar(
        |_| {},
        |ui| {
            let read = Button::primary("shut", text.get("letter-read")).key(Shortcut::Enter);
            ui.button(read.sends(Act::Window(WindowAct::Shut)));
        },
    );
}

fn way_back(ui: &mut Ui, text: &Text) {
    ui.bottom_bar(
        |ui| {
            let shut = Button::secondary("shut", text.get("sheet-close")).icon(Icon::ArrowLeft).key(Shortcut::Escape);
            // Focus this button first, so that the page does not scroll when the sheet opens.
            ui.button(shut.sends(Act::Window(WindowAct::Shut))).insert(Primary);
        },
        |_| {},
    );
}

/// Terms as links to their meaning.
fn links(ui: &mut Ui, title: String, terms: &[(Term, String)]) {
    ui.label(title);
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        for (term, name) in terms {
            let button = Button::secondary(term.key(), name.clone()).tone(Tone::Joint);
            ui.button(button.sends(Act::Window(WindowAct::Explain(0, Topic::Term(*term)))));
        }
    });
}

/// The product map on the left, the debt on the right.
fn product(ui: &mut Ui, text: &Text, map: &ProductMap, owed: &DebtLedger, seed: &str) {
    ui.body_area(Area::grid(&[1.9, 1.0], space::M).tweak(desk::one_row), |ui| {
        ui.area(Area::card().grow(1.0), |ui| {
            ui.heading(text.get("map-title"));
            let rest = Node { width: percent(100), flex_grow: 1.0, min_height: px(0), ..default() };
            chart::product_map_in(ui, map, rest);
            ui.note(map.summary.clone());
            ui.caption(text.get("map-legend"));
            ui.caption(seed);
        });
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("bills", space::S, |ui| {
                ledger::draw(ui, text, owed);
                links(ui, text.get("explained-see"), &[Term::Debt, Term::Interest].map(|term| (term, term.name(text))));
            });
        });
    });
}

fn help(ui: &mut Ui, text: &Text, played: Option<&str>) {
    // As wide as the window, because this page needs all the room.
    ui.body_area(Area::column(0.0), |ui| {
        ui.scroll("sheet-page", space::M, |ui| help_page(ui, text, played));
    });
}

/// The keys that work everywhere.
pub(super) fn keys(ui: &mut Ui, text: &Text) {
    for (key, about) in KEYS {
        ui.area(Area::grid(&[1.0, 2.0], space::S).firm(), |ui| {
            ui.label(text.get(key));
            ui.note(text.get(about));
        });
    }
}

fn help_page(ui: &mut Ui, text: &Text, played: Option<&str>) {
    ui.title(text.get("help-title"));
    if let Some(played) = played {
        ui.muted(played);
    }
    ui.area(Area::grid(&[1.2, 1.0], space::L).firm(), |ui| {
        ui.area(Area::column(space::S).firm(), |ui| {
            ui.heading(text.get("help-rules"));
            for key in RULES {
                prose(ui, text, TextKind::Note, &text.get(key), 0, None);
            }
        });
        ui.area(Area::column(space::S).firm(), |ui| {
            ui.heading(text.get("help-keys"));
            keys(ui, text);
        });
    });
    let terms: Vec<(Term, String)> = Term::ALL.iter().map(|&term| (term, term.name(text))).collect();
    links(ui, text.get("help-words"), &terms);
}
