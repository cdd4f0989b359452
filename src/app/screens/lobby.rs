//! Title, shelf, team set-up, and the page that hands the machine over between two private pages.

use bevy::prelude::*;

use super::{chart, desk, foot, tone};
use crate::app::director::{
    Act, CompareAct, HandOver, Lobby, LobbyAct, SeedChoice, Setup, SetupField, ShelfCard, Title,
};
use crate::app::theme::{Face, Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, Button, Shortcut, TextField, TextKind, Tile, Ui};
use crate::ids::Seat;
use crate::run::Chair;
use crate::text::Text;
use crate::text::letters::LONGEST_NAME;

const COLUMN: f32 = 720.0;
/// Width of the words on the title; the product is visible beside them.
const TITLE: f32 = 560.0;
/// Width and height of the product map on a card of the shelf.
const MAP: Vec2 = Vec2::new(212.0, 136.0);
/// Number of digits of the largest seed.
const LONGEST_SEED: usize = 20;
/// Distance from the top of a label to the top of its field.
const BELOW_LABEL: f32 = 26.0;

/// Draws the title: the product of the last run in the background, and what to do in front of it.
pub(super) fn title(ui: &mut Ui, text: &Text, title: &Title) {
    ui.area(Area::column(0.0).grow(1.0), |ui| {
        chart::backdrop(ui, &title.map);
        ui.body_area(Area::row(0.0).align_stretch(), |ui| {
            ui.area(
                Area::column(0.0).ring_room().tweak(|node| (node.width, node.max_width) = (px(TITLE), percent(100))),
                |ui| {
                    ui.scroll("page", 0.0, |ui| {
                        let column = Area::column(space::M).padding(space::L, 0.0).firm();
                        ui.area(column.tweak(|node| node.margin = UiRect::vertical(auto())), |ui| {
                            invitation(ui, text, title);
                        });
                    });
                },
            );
        });
    });
}

fn invitation(ui: &mut Ui, text: &Text, title: &Title) {
    ui.row(space::S, |ui| {
        ui.role_shape(Tone::Joint);
        ui.toned(TextKind::Note, Tone::Joint, text.get("game-kind"));
    });
    ui.display(text.get("game-title")).insert(Face::Display.at(size::POSTER));
    ui.body(text.get("game-about"));
    if let Some(problem) = &title.problem {
        ui.area(Area::soft(Tone::Debt), |ui| {
            ui.note(problem.clone());
        });
    }
    ui.area(Area::column(space::S).padding(0.0, space::S), |ui| {
        if let Some(run) = &title.last {
            let tile = Tile::new("continue-run", text.get("continue"))
                .subtitle(format!("{} · {}", run.team, run.about))
                .tone(Tone::Joint)
                .action()
                .sends(run.act.clone());
            ui.tile(tile, |_| {});
        }
        if title.open > usize::from(title.last.is_some()) {
            let all = Tile::new("open-runs", text.with("open-all", &[("count", &title.open)]))
                .key(Shortcut::Char('a'))
                .action()
                .sends(Act::Lobby(LobbyAct::Go(Lobby::Open)));
            ui.tile(all, |_| {});
        }
        let play = Tile::new("new-game", text.get("play"))
            .subtitle(text.get("play-about"))
            .key(Shortcut::Char('p'))
            .action()
            .sends(Act::Lobby(LobbyAct::Go(Lobby::Shelf)));
        ui.tile(play, |_| {});
        #[cfg(feature = "room")]
        workshop(ui, text, title);
        let compare = Tile::new("compare-runs", text.get("compare-start"))
            .subtitle(text.get("compare-start-about"))
            .action()
            .key(Shortcut::Char('c'))
            .sends(Act::Compare(CompareAct::Open(true)));
        ui.tile(compare, |_| {});
    });
}

/// Leads to the workshop that this window hosts, or to the page that opens one.
#[cfg(feature = "room")]
fn workshop(ui: &mut Ui, text: &Text, title: &Title) {
    let about = match &title.hosts {
        Some(code) => text.with("host-start-running", &[("code", code)]),
        None => text.get("host-start-about"),
    };
    let host = Tile::new("host-workshop", text.get("host-start"))
        .subtitle(about)
        .tone(if title.hosts.is_some() { Tone::Good } else { Tone::Neutral })
        .action()
        .key(Shortcut::Char('h'))
        .sends(Act::Lobby(LobbyAct::Go(Lobby::Host)));
    ui.tile(host, |_| {});
}

/// Draws the shelf.
pub(super) fn shelf(ui: &mut Ui, text: &Text, cards: &[ShelfCard]) {
    ui.body_area(Area::column(space::M), |ui| {
        ui.title(text.get("shelf-title"));
        ui.scroll("shelf", space::M, |ui| {
            for row in cards.chunks(2) {
                ui.area(Area::grid(&[1.0, 1.0], space::M).firm(), |ui| {
                    for card in row {
                        if card.errors.is_empty() { playable(ui, text, card) } else { broken(ui, text, card) }
                    }
                });
            }
        });
    });
}

fn playable(ui: &mut Ui, text: &Text, card: &ShelfCard) {
    let tile = Tile::new(format!("scenario-{}", card.id), card.title.clone())
        // The text wraps on the card, whatever line breaks it has in the file.
        .subtitle(card.situation.split_whitespace().collect::<Vec<_>>().join(" "))
        .large()
        .action()
        .sends(Act::Lobby(LobbyAct::Choose(card.id.clone())));
    ui.tile(tile, |ui| {
        ui.area(Area::row(space::M).align_start().grow(1.0), |ui| {
            ui.area(Area::column(0.0).grow(1.0), |ui| {
                if let Some(lesson) = &card.lesson {
                    ui.area(Area::soft(Tone::Joint), |ui| {
                        ui.caption(text.get("shelf-lesson"));
                        ui.note(lesson.clone());
                    });
                }
            });
            // The company at a glance: how much product there is, and how well it fits together.
            ui.area(Area::column(0.0).width(MAP.x), |ui| chart::product_map(ui, &card.map, MAP.y));
        });
        ui.area(Area::row(space::XS).wrap(), |ui| {
            ui.tag(Tone::Neutral, card.facts.clone());
            if let Some(best) = &card.best {
                ui.icon_tag(Tone::Good, Icon::Trophy, best.clone());
            }
        });
    });
}

fn broken(ui: &mut Ui, text: &Text, card: &ShelfCard) {
    ui.card(|ui| {
        ui.row(space::XS, |ui| {
            ui.icon(Icon::Warning, size::BODY, Token::Strong(Tone::Debt));
            ui.subheading(card.title.clone());
            ui.toned(TextKind::Note, Tone::Debt, text.with("shelf-broken", &[("count", &card.errors.len())]));
        });
        for error in &card.errors {
            ui.caption(error.clone());
        }
    });
}

/// Draws the team set-up.
pub(super) fn setup(ui: &mut Ui, text: &Text, setup: &Setup) {
    desk::top(ui, "page", COLUMN, |ui| {
        ui.title(setup.scenario.clone());
        ui.muted(setup.situation.clone());
        ui.text_field(field(text, "team", "setup-team", &setup.team, SetupField::Team).first());
        ui.area(Area::grid(&[1.0, 1.0], space::M), |ui| {
            ui.text_field(field(text, "product", "setup-product", &setup.product, SetupField::Product));
            ui.text_field(field(text, "sales", "setup-sales", &setup.sales, SetupField::Sales));
        });
        ui.area(Area::row(space::S).align_start(), |ui| {
            ui.area(Area::column(0.0).grow(1.0), |ui| {
                let seed = TextField::new("seed", text.get("setup-seed"), setup.seed.clone())
                    .hint(setup.seed_hint.clone())
                    .error(setup.seed_error.clone())
                    .at_most(LONGEST_SEED, text.with("seed-longest", &[("most", &LONGEST_SEED)]))
                    .on_change(|typed| Act::Lobby(LobbyAct::Type(SetupField::Seed, typed.to_owned())));
                ui.text_field(seed);
            });
            ui.area(Area::row(space::XS).tweak(|node| node.padding.top = px(BELOW_LABEL)), |ui| {
                ui.button(
                    Button::secondary("seed-today", text.get("seed-today"))
                        .sends(Act::Lobby(LobbyAct::Seed(SeedChoice::Today))),
                );
                ui.button(
                    Button::secondary("seed-free", text.get("seed-free"))
                        .sends(Act::Lobby(LobbyAct::Seed(SeedChoice::Free))),
                );
            });
        });
        ui.note(setup.seed_about.clone());
        ui.muted(text.get("setup-note"));
        partner(ui, text, setup);
    });
}

/// Two people, or one person in either chair with a computer partner in the other.
fn partner(ui: &mut Ui, text: &Text, setup: &Setup) {
    let first = setup.personas.first().map_or("", |persona| persona.id);
    let persona = setup.partner.as_ref().map_or_else(|| first.to_owned(), |chair| chair.persona.clone());
    let chair = |seat| Some(Chair { seat, persona: persona.clone() });
    let chairs =
        [("partner-none", None), ("partner-sales", chair(Seat::Sales)), ("partner-product", chair(Seat::Product))];
    ui.label(text.get("setup-partner"));
    ui.area(Area::grid(&[1.0, 1.0, 1.0], space::XS).firm(), |ui| {
        for (key, wanted) in chairs {
            let tone = wanted.as_ref().map_or(Tone::Joint, |chair: &Chair| tone(chair.seat.other()));
            let tile = Tile::new(key, text.get(key))
                .subtitle(text.get(&format!("{key}-about")))
                .tone(tone)
                .chosen(setup.partner == wanted)
                .sends(Act::Lobby(LobbyAct::Partner(wanted)));
            ui.tile(tile, |_| {});
        }
    });
    let Some(chosen) = &setup.partner else { return };
    ui.label(text.get("setup-persona"));
    for row in setup.personas.chunks(2) {
        ui.area(Area::grid(&[1.0, 1.0], space::XS).firm(), |ui| {
            for persona in row {
                let wanted = Chair { seat: chosen.seat, persona: persona.id.to_owned() };
                let tile = Tile::new(format!("persona-{}", persona.id), persona.name.clone())
                    .subtitle(persona.about.clone())
                    .tone(tone(chosen.seat))
                    .chosen(*chosen == wanted)
                    .sends(Act::Lobby(LobbyAct::Partner(Some(wanted))));
                ui.tile(tile, |_| {});
            }
        });
    }
}

fn field(text: &Text, name: &str, key: &str, value: &str, field: SetupField) -> TextField {
    TextField::new(name, text.get(key), value)
        .hint(text.get("setup-name-hint"))
        .unreadable(text.get("name-unreadable"))
        .at_most(LONGEST_NAME, text.with("name-longest", &[("most", &LONGEST_NAME)]))
        .on_change(move |typed| Act::Lobby(LobbyAct::Type(field, typed.to_owned())))
}

/// Draws the page between two private pages. The whole window has the colour of the next player.
pub(super) fn hand_over(ui: &mut Ui, text: &Text, sheet: &HandOver) {
    let tone = tone(sheet.to);
    let [others @ .., way_on] = sheet.ways.as_slice() else { return };
    ui.area(Area::column(0.0).grow(1.0).fill(Token::Soft(tone)), |ui| {
        ui.owner_rule(tone);
        desk::middle(ui, "page", COLUMN, |ui| {
            ui.row(space::S, |ui| {
                ui.icon(Icon::EyeOff, size::TITLE, Token::Strong(tone));
                ui.role_shape(tone);
                ui.toned(TextKind::Subheading, tone, crate::text::seat(text, sheet.to));
            });
            ui.display(text.with("hand-over", &[("name", &sheet.name)]));
            ui.body(sheet.task.clone());
            ui.note(text.get("hand-over-note"));
            if let Some(problem) = &sheet.problem {
                ui.area(Area::soft(Tone::Caution), |ui| {
                    ui.note(problem.clone());
                });
            }
            ui.area(Area::row(space::S).padding(0.0, space::S).wrap(), |ui| {
                foot::button(ui, Button::primary(way_on.name, way_on.label.clone()), way_on, way_on.icon);
                for other in others {
                    foot::button(ui, Button::quiet(other.name, other.label.clone()), other, other.icon);
                }
            });
        });
    });
}
