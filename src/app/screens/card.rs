//! A card: for one lead who takes a private stance, and for both who agree on an answer.

use bevy::prelude::*;

use super::{chart, desk, tone};
use crate::app::director::Act;
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Arrive, Choice, RangeBar, Shortcut, Span, TextKind, Tile, Ui};
use crate::chart::board;
use crate::ids::Seat;
use crate::play::{self, Tab};
use crate::sight::Band;
use crate::sim::Response;
use crate::text::{self, Text};
use crate::view::{Card, Note, NumberEffect, PromiseQuarter, ResponseOption, Stances, widest};

/// Widths of the story, the board and the answers, chosen so that all are whole pixels of the design.
const COLUMNS: [f32; 3] = [350.0, 384.0, 474.0];
/// The least and greatest height of the board, which takes the room that the words around it leave.
const BOARD: (f32, f32) = (150.0, 300.0);
/// Widths of the axis and of the figures beside an answer.
const RANGES: (f32, f32) = (84.0, 102.0);
/// Width of the label of a fact in the story.
const LABEL: f32 = 72.0;

/// Height of one line of the effects of an answer, including the gap below.
const EFFECT: f32 = 23.0;

/// Milliseconds until the two stances are turned over, so that the page has appeared by then.
const REVEAL: u16 = 250;

/// Draws a card for a private stance.
pub(super) fn stance(ui: &mut Ui, text: &Text, seat: Seat, card: &Card, chosen: Option<Response>) {
    ui.body_area(Area::grid(&COLUMNS, space::M).tweak(desk::one_row), |ui| {
        story(ui, text, card);
        middle(ui, text, card, chosen, None);
        ui.area(Area::column(space::XS).ring_room().grow(1.0), |ui| {
            answers_title(ui, text, &text.get("stance-title"), card);
            answers(ui, card, |option| {
                let tile = tile(option).tone(tone(seat)).chosen(chosen == Some(option.response));
                tile.blocked_by(option.why_not.clone()).subtitle(option.about.clone())
            });
        });
    });
}

/// Draws a card for both leads.
pub(super) fn table(ui: &mut Ui, text: &Text, card: &Card, tabs: &[Tab], says: Option<&str>) {
    ui.body_area(Area::column(space::XS), |ui| {
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for (i, tab) in tabs.iter().enumerate() {
                draw_tab(ui, i, tab);
            }
        });
        ui.area(Area::grid(&COLUMNS, space::M).ring_room().grow(1.0).tweak(desk::one_row), |ui| {
            story(ui, text, card);
            let chosen = card.responses.iter().find(|option| option.chosen).map(|option| option.response);
            middle(ui, text, card, chosen, says);
            ui.area(Area::column(space::XS).ring_room().grow(1.0), |ui| {
                answers_title(ui, text, &text.get("answers-title"), card);
                answers(ui, card, |option| {
                    let tile = tile(option).chosen(option.chosen).revealed(option.chosen);
                    tile.blocked_by(option.why_not.clone()).subtitle(option.about.clone())
                });
                let promised = |option: &ResponseOption| option.chosen && option.response == Response::RoadmapPromise;
                let promised = card.responses.iter().any(promised);
                // Nothing above may move when this appears. Where the page scrolls, it comes last;
                // elsewhere the answers shrink.
                let below = ui.narrow();
                if promised && !below {
                    promise(ui, text, card);
                }
                defence(ui, text, card);
                if promised && below {
                    promise(ui, text, card);
                }
            });
        });
    });
}

fn draw_tab(ui: &mut Ui, place: usize, tab: &Tab) {
    match &tab.answer {
        Some(answer) => {
            let tone = if tab.overruled { Tone::Caution } else { Tone::Good };
            ui.tag(tone, format!("{}: {answer}", tab.customer));
        }
        None => {
            let choice = Choice::tab(format!("card-{}", tab.deal.0), tab.customer.clone(), tab.shown);
            let key = Shortcut::Function(u8::try_from(place + 1).unwrap_or(u8::MAX));
            ui.choice(choice.tone(Tone::Joint).small().key(key).sends(Act::Play(play::Act::Card(tab.deal))));
        }
    }
}

/// Who asks for what, and what the viewer knows about that.
fn story(ui: &mut Ui, text: &Text, card: &Card) {
    ui.area(Area::card().padding(space::M, space::S).grow(1.0), |ui| {
        // A scroll area of its own for every card, so that each starts at its top.
        ui.scroll(format!("story-{}", card.deal.0), space::XS, |ui| {
            ui.area(Area::row(space::XS).between().wrap(), |ui| {
                ui.heading(card.customer.clone());
                ui.tag(Tone::Joint, card.position.clone());
            });
            ui.caption(card.about.clone());
            ui.body(text.with("quote", &[("words", &card.quote)]));
            ui.column(space::XXS, |ui| {
                fact(ui, &text.get("card-ask"), &card.ask);
                fact(ui, &text.get("card-deal-label"), &card.deal_line);
                fact(ui, &text.get("card-theme-label"), &card.theme);
                fact(ui, &text.get("card-effort-label"), card.effort.as_ref().unwrap_or(&text.get("card-effort-none")));
            });
            for Note { seat, text: note } in &card.notes {
                ui.area(Area::soft(tone(*seat)), |ui| {
                    ui.row(space::XS, |ui| {
                        ui.role_shape(tone(*seat));
                        ui.rich(
                            TextKind::Caption,
                            [Span::toned(text.with("note-of", &[("seat", &text::seat(text, *seat))]), tone(*seat))],
                        );
                    });
                    ui.note(note.clone());
                });
            }
            ui.column(0.0, |ui| {
                for known in &card.facts {
                    ui.caption(known.clone());
                }
            });
            if let Some(need) = &card.need {
                ui.area(Area::soft(Tone::Good), |ui| {
                    ui.rich(TextKind::Caption, [Span::toned(text.get("need-found"), Tone::Good)]);
                    ui.note(need.clone());
                    if let Some(dealbreaker) = &card.dealbreaker {
                        ui.caption(dealbreaker.clone());
                    }
                });
            }
        });
    });
}

fn fact(ui: &mut Ui, label: &str, value: &str) {
    ui.area(Area::row(space::XS).align_start(), |ui| {
        ui.area(Area::column(0.0).width(LABEL), |ui| {
            ui.muted(label);
        });
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.label(value);
        });
    });
}

/// The board, both stances, and the effects of one answer: the one under the pointer or the keyboard focus, or
/// otherwise the chosen one.
fn middle(ui: &mut Ui, text: &Text, card: &Card, chosen: Option<Response>, says: Option<&str>) {
    ui.area(Area::card().padding(space::M, space::S).grow(1.0), |ui| {
        ui.scroll("board", space::XS, |ui| {
            let (least, most) = BOARD;
            let room = Node {
                width: percent(100),
                flex_grow: 1.0,
                flex_basis: px(least),
                min_height: px(least),
                max_height: px(most),
                ..default()
            };
            let drawn = card.board.clone();
            chart::draw_in(ui, room, drawn.summary.clone(), move |size, palette| board(&drawn, size, palette));
            if let Stances::Revealed { product, sales, agree } = &card.stances {
                ui.area(Area::grid(&[1.0, 1.0], space::XS).firm(), |ui| {
                    stance_slot(ui, text, card, Seat::Product, product);
                    stance_slot(ui, text, card, Seat::Sales, sales);
                });
                match says {
                    Some(says) => {
                        ui.note(text.with("quote", &[("words", &says)]));
                        ui.caption(text.get("partner-alone"));
                    }
                    None if *agree => {
                        ui.caption(text.get("stances-agree"));
                    }
                    None => {
                        ui.caption(text.with("stances-differ", &[("trust", &card.ceo_cost)]));
                    }
                }
            }
        });
        // The effects are always shown in full; what is above them scrolls. Where the answers are below them, their
        // room is kept even while no answer is being looked at, so that the answers do not move.
        let lines = if ui.narrow() { card.numbers.len() + 1 } else { 0 };
        let effects = Area::column(0.0).min_height(EFFECT * lines as f32).firm().named("effects");
        ui.area(effects, |ui| previews(ui, text, card, chosen));
    });
}

/// The stance of a lead; both stances are turned over at the same time.
fn stance_slot(ui: &mut Ui, text: &Text, card: &Card, seat: Seat, stance: &str) {
    let name = format!("stance-{seat:?}-{}", card.deal.0);
    let area = Area::soft(tone(seat)).tweak(|node| node.row_gap = px(0));
    ui.arriving(name, Arrive::flip().after(REVEAL), area, |ui| {
        ui.area(Area::row(space::XXS), |ui| {
            ui.role_shape(tone(seat));
            ui.area(Area::column(0.0).grow(1.0), |ui| {
                ui.caption(text.with("stance-of", &[("seat", &text::seat(text, seat))]));
            });
        });
        ui.label(stance);
    });
}

/// The effects of every answer, of which one is shown at a time.
fn previews(ui: &mut Ui, text: &Text, card: &Card, chosen: Option<Response>) {
    for option in card.responses.iter().filter(|option| option.why_not.is_none()) {
        ui.preview_of(name(option), Area::column(2.0).firm(), |ui| effects(ui, text, card, option));
    }
    ui.preview_else(Area::column(2.0).firm(), |ui| {
        match card.responses.iter().find(|option| Some(option.response) == chosen) {
            Some(option) => effects(ui, text, card, option),
            None => {
                ui.muted(text.get("effects-none"));
            }
        }
    });
}

/// The effects of an answer on the six numbers. A number has the same axis for all answers.
fn effects(ui: &mut Ui, text: &Text, card: &Card, option: &ResponseOption) {
    ui.label(text.with("effects-title", &[("answer", &option.title)]));
    for number in &card.numbers {
        let same = |other: &&NumberEffect| other.measure == number.measure;
        let Some(effect) = option.effects.iter().find(same) else {
            ui.area(Area::row(space::XS).firm(), |ui| {
                ui.area(Area::row(0.0).width(desk::NUMBER), |ui| {
                    ui.caption(number.label.clone());
                });
                let unknown = option.unknown.contains(&number.measure);
                ui.caption(text.get(if unknown { "not-known" } else { "no-change" }));
            });
            continue;
        };
        let most = widest(card.responses.iter().flat_map(|option| option.effects.iter().filter(same)));
        desk::effect(ui, effect, Some(most));
    }
}

/// The title of the answers, the headings of their ranges, and what the chances leave out.
fn answers_title(ui: &mut Ui, text: &Text, title: &str, card: &Card) {
    ui.area(Area::row(space::S).between().firm(), |ui| {
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.label(title);
        });
        ui.area(Area::row(space::XXS).firm(), |ui| {
            ui.rich(
                TextKind::Caption,
                [
                    Span::toned(text.get("range-win"), Tone::Good),
                    Span::muted(" · "),
                    Span::toned(text.get("range-debt"), Tone::Debt),
                ],
            );
        });
    });
    if let Some(left_out) = &card.left_out {
        ui.caption(left_out.clone());
    }
}

/// The eight answers, as high as there is room for.
fn answers(ui: &mut Ui, card: &Card, tile: impl Fn(&ResponseOption) -> Tile) {
    ui.scroll("responses", 0.0, |ui| {
        ui.area(Area::column(space::XXS).firm().spot("spot-answers"), |ui| {
            for (i, option) in card.responses.iter().enumerate() {
                let key = char::from_digit(i as u32 + 1, 10).map(Shortcut::Char);
                ui.tile(tile(option).compact().keys(key), |ui| {
                    if option.why_not.is_none() {
                        bands(ui, option, card);
                    }
                });
            }
        });
    });
}

fn promise(ui: &mut Ui, text: &Text, card: &Card) {
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        ui.caption(text.get("promise-by"));
        for PromiseQuarter { quarter, name } in &card.promise_quarters {
            let choice = Choice::new(format!("due-{}", quarter.0), name.clone(), card.due == Some(*quarter));
            ui.choice(choice.small().sends(Act::Play(play::Act::Due(*quarter))));
        }
    });
}

/// The kinds of evidence for defending an answer, and which of them fit it.
fn defence(ui: &mut Ui, text: &Text, card: &Card) {
    ui.area(Area::column(space::XXS).firm(), |ui| {
        let fitting = card.defences.iter().filter(|defence| defence.fits && defence.why_not.is_none());
        let names: Vec<String> = fitting.map(|defence| text::evidence(text, defence.evidence)).collect();
        ui.caption(match names.is_empty() {
            true => text.get("defend-title"),
            false => text.with("defend-title-fits", &[("list", &names.join(", "))]),
        });
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for defence in &card.defences {
                let wanted = (!defence.chosen).then_some(defence.evidence);
                let name = format!("defend-{}", defence.evidence as usize);
                let choice = Choice::check(name, defence.label.clone(), defence.chosen).tone(Tone::Caution).small();
                ui.choice(choice.blocked_by(defence.why_not.clone()).sends(Act::Play(play::Act::Defend(wanted))));
            }
        });
    });
}

fn name(option: &ResponseOption) -> String {
    format!("respond-{}", option.response as usize)
}

fn tile(option: &ResponseOption) -> Tile {
    Tile::new(name(option), option.title.clone()).draggable().sends(Act::Play(play::Act::Respond(option.response)))
}

/// What an answer does to the chance to win the deal, and to revenue debt.
fn bands(ui: &mut Ui, option: &ResponseOption, card: &Card) {
    let most_chance = card.responses.iter().map(|option| option.chance.high).fold(f64::MIN_POSITIVE, f64::max);
    let most_debt = card.responses.iter().map(|option| option.debt.high).fold(1.0, f64::max);
    let band = |band: Band, most: f64, tone| {
        let share = |value: f64| (value / most) as f32;
        RangeBar { low: share(band.low), high: share(band.high), tone }
    };
    ui.area(Area::column(0.0).firm(), |ui| {
        ui.range(RANGES, band(option.chance, most_chance, Tone::Good), option.chance_line.clone());
        ui.range(RANGES, band(option.debt, most_debt, Tone::Debt), option.debt_line.clone());
    });
}
