//! Hosting a workshop: the page that opens it, and the one that shows how to get in and who is there.

use bevy::prelude::*;

use super::{chart, desk};
use crate::app::director::{Act, HostAct, HostField, HostRunning, HostSetup, LobbyAct};
use crate::app::theme::{Face, Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, Button, Choice, Shortcut, TextField, TextKind, Tile, Ui};
use crate::chart::qr;
use crate::room::Pace;
use crate::text::Text;

const COLUMN: f32 = 820.0;
/// Sides of the code that phones read.
const CODE: f32 = 260.0;
/// Number of letters of the longest entries.
const LONGEST: usize = 20;

fn host(act: HostAct) -> Act {
    Act::Lobby(LobbyAct::Host(act))
}

/// Draws the page that opens a workshop.
pub(super) fn setup(ui: &mut Ui, text: &Text, page: &HostSetup) {
    desk::top(ui, "page", COLUMN, |ui| {
        ui.title(text.get("host-title"));
        ui.muted(text.get("host-page-about"));
        problem(ui, page.problem.as_ref());
        kept(ui, text, page);
        ui.label(text.get("host-scenario"));
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for (id, title) in &page.scenarios {
                let choice = Choice::new(format!("scenario-{id}"), title.clone(), *id == page.scenario);
                ui.choice(choice.sends(host(HostAct::Scenario(id.clone()))));
            }
        });
        ui.area(Area::grid(&[1.0, 1.0], space::M), |ui| {
            let (teams, minutes) = (page.teams_error.clone(), page.minutes_error.clone());
            ui.text_field(field(text, &page.teams, HostField::Teams).error(teams).first());
            ui.text_field(field(text, &page.minutes, HostField::Minutes).error(minutes));
        });
        ui.muted(text.get("host-first-quarter"));
        pace(ui, text, page.pace);
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for (key, rehearsal) in [("host-real", false), ("host-field-rehearsal", true)] {
                let choice = Choice::new(key, text.get(key), page.rehearsal == rehearsal);
                ui.choice(choice.sends(host(HostAct::Rehearsal(rehearsal))));
            }
        });
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for (key, each) in [("host-seed-same", false), ("host-seed-each", true)] {
                let choice = Choice::new(key, text.get(key), page.each == each);
                ui.choice(choice.sends(host(HostAct::Each(each))));
            }
        });
        if !page.each {
            let seed = field(text, &page.seed, HostField::Seed).hint(text.get("host-seed-hint"));
            ui.text_field(seed.error(page.seed_error.clone()));
        }
    });
}

fn problem(ui: &mut Ui, problem: Option<&String>) {
    if let Some(problem) = problem {
        ui.area(Area::soft(Tone::Debt), |ui| {
            ui.note(problem.clone());
        });
    }
}

/// The rooms that can go on.
fn kept(ui: &mut Ui, text: &Text, page: &HostSetup) {
    if page.rooms.is_empty() {
        return;
    }
    ui.label(text.get("host-go-on"));
    for row in page.rooms.chunks(2) {
        ui.area(Area::grid(&[1.0, 1.0], space::S).firm(), |ui| {
            for room in row {
                let tile = Tile::new(format!("room-{}", room.code), room.code.clone()).subtitle(room.about.clone());
                ui.tile(tile.action().sends(host(HostAct::GoOn(room.path.clone()))), |_| {});
            }
        });
    }
}

fn pace(ui: &mut Ui, text: &Text, chosen: Pace) {
    ui.label(text.get("host-pace"));
    ui.area(Area::grid(&[1.0, 1.0, 1.0], space::XS).firm(), |ui| {
        for (key, about, pace) in [
            ("pace-together", "pace-together-about", Pace::Together),
            ("pace-hand", "pace-hand-about", Pace::ByHand),
            ("pace-free", "pace-free-about", Pace::Free),
        ] {
            let tile = Tile::new(key, text.get(key)).subtitle(text.get(about));
            ui.tile(tile.chosen(pace == chosen).sends(host(HostAct::Pace(pace))), |_| {});
        }
    });
}

fn field(text: &Text, value: &str, field: HostField) -> TextField {
    let (name, label) = match field {
        HostField::Teams => ("teams", "host-field-teams"),
        HostField::Minutes => ("minutes", "host-field-minutes"),
        HostField::Seed => ("seed", "host-field-seed"),
    };
    TextField::new(name, text.get(label), value)
        .at_most(LONGEST, text.with("seed-longest", &[("most", &LONGEST)]))
        .on_change(move |typed| host(HostAct::Type(field, typed.to_owned())))
}

/// Draws the page of a workshop that runs.
pub(super) fn running(ui: &mut Ui, text: &Text, page: &HostRunning) {
    desk::top(ui, "page", COLUMN, |ui| {
        ui.title(text.with("host-running", &[("scenario", &page.title)]));
        ui.muted(page.position.clone());
        problem(ui, page.problem.as_ref());
        ui.area(Area::row(space::L).wrap().align_start(), |ui| {
            code(ui, text, page);
            ui.area(Area::column(space::S).grow(1.0).min_width(CODE), |ui| {
                ui.note(text.get("wall-scan"));
                ui.display(page.url.clone()).insert(Face::Display.at(size::TITLE));
                ui.toned(TextKind::Note, Tone::Joint, text.with("host-code", &[("code", &page.code)]));
                ui.area(Area::row(space::S).wrap().firm(), |ui| {
                    ui.button(
                        Button::primary("open-console", text.get("host-open-console"))
                            .key(Shortcut::Char('k'))
                            .sends(host(HostAct::Console)),
                    );
                    ui.button(
                        Button::secondary("open-wall", text.get("console-open-wall"))
                            .key(Shortcut::Char('w'))
                            .sends(host(HostAct::Wall)),
                    );
                });
                addresses(ui, text, page);
            });
        });
        here(ui, text, page);
        ui.muted(match &page.room {
            Some(room) => text.with("host-kept-in", &[("room", room)]),
            None => text.get("page-rehearsal"),
        });
    });
}

/// The code that a phone's camera reads.
fn code(ui: &mut Ui, text: &Text, page: &HostRunning) {
    let url = page.url.clone();
    let node = Node { width: px(CODE), height: px(CODE), flex_shrink: 0.0, ..default() };
    chart::draw_in(ui, node, text.get("wall-qr"), move |size, _| qr(&url, size.width.min(size.height)));
}

/// The addresses of this machine: a device may reach one and not another.
fn addresses(ui: &mut Ui, text: &Text, page: &HostRunning) {
    if page.addresses.len() < 2 {
        return;
    }
    ui.label(text.get("host-addresses"));
    for (position, (base, arrived)) in page.addresses.iter().enumerate() {
        let label = if *arrived { format!("✓ {base}") } else { base.clone() };
        let choice = Choice::new(format!("address-{position}"), label, position == 0);
        ui.row(0.0, |ui| {
            ui.choice(choice.sends(host(HostAct::Prefer(base.clone()))));
        });
    }
}

/// Who is there.
fn here(ui: &mut Ui, text: &Text, page: &HostRunning) {
    for row in page.teams.chunks(3) {
        ui.area(Area::grid(&[1.0, 1.0, 1.0], space::S).firm(), |ui| {
            for team in row {
                ui.area(Area::card().padding(space::M, space::S), |ui| {
                    ui.row(space::XS, |ui| {
                        if !team.people.is_empty() {
                            ui.icon(Icon::Check, size::SMALL, Token::Strong(Tone::Good));
                        }
                        ui.label(team.name.clone());
                    });
                    let people = team.people.join(", ");
                    ui.note(if people.is_empty() { text.get("lobby-free") } else { people });
                });
            }
        });
    }
    if !page.arriving.is_empty() {
        ui.note(format!("{} {}", text.get("console-watching"), page.arriving.join(", ")));
    }
}
