//! A card: alone with it for the stance, together over it for the answer.

use bevy::prelude::*;

use super::{desk, tone};
use crate::app::director::{Act, TableTab};
use crate::app::theme::{Token, Tone, radius, space};
use crate::app::widgets::{Area, Arrive, Button, Range, TextKind, Tile, Ui};
use crate::sim::{Response, Seat};
use crate::text::{self, Text};
use crate::view::{Band, Card, Effect, ResponseOption, Stances, widest};

/// The board is this high; the width follows its column.
const BOARD: f32 = 176.0;
/// Win factors from none to this are shown on the axis of a response.
const MOST_WIN: f64 = 2.5;
/// Widths of the words and of the axes.
const RANGES: (f32, f32) = (48.0, 84.0);

/// Milliseconds until the two stances are turned over: the page comes first.
const REVEAL: u16 = 250;

/// Draws a card for a private stance.
pub(super) fn stance(ui: &mut Ui, text: &Text, seat: Seat, card: &Card, chosen: Option<Response>) {
    ui.body_area(Area::grid(&[1.0, 1.0, 1.15], space::M).tweak(desk::one_row), |ui| {
        story(ui, text, card);
        middle(ui, text, card, chosen, None);
        ui.area(Area::column(space::XS).ring_room().grow(1.0), |ui| {
            ui.subheading(text.get("stance-title"));
            ui.scroll("responses", space::XS, |ui| {
                for option in &card.responses {
                    // A stance is what one would do; whether it can be done is settled at the table.
                    let tile = tile(option).tone(tone(seat)).chosen(chosen == Some(option.response));
                    ui.tile(tile.subtitle(subtitle(option)), |ui| bands(ui, text, option, card));
                }
            });
        });
    });
}

/// Draws a card for both.
pub(super) fn table(ui: &mut Ui, text: &Text, card: &Card, tabs: &[TableTab], says: Option<&str>) {
    ui.body_area(Area::column(space::S), |ui| {
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for tab in tabs {
                draw_tab(ui, tab);
            }
        });
        ui.area(Area::grid(&[1.0, 1.0, 1.15], space::M).ring_room().grow(1.0).tweak(desk::one_row), |ui| {
            story(ui, text, card);
            let chosen = card.responses.iter().find(|option| option.chosen).map(|option| option.response);
            middle(ui, text, card, chosen, says);
            answers(ui, text, card);
        });
    });
}

fn draw_tab(ui: &mut Ui, tab: &TableTab) {
    let name = format!("card-{}", tab.deal.0);
    let label = match &tab.answer {
        Some(answer) => format!("{}: {answer}", tab.customer),
        None => tab.customer.clone(),
    };
    if tab.answer.is_some() {
        ui.tag(Tone::Good, label);
    } else {
        let new = if tab.shown { Button::primary } else { Button::secondary };
        ui.button(new(name, label).tone(Tone::Joint).sends(Act::Card(tab.deal)));
    }
}

/// Who asks for what, and what the viewer knows about it.
fn story(ui: &mut Ui, text: &Text, card: &Card) {
    ui.area(Area::card().grow(1.0), |ui| {
        ui.scroll("story", space::S, |ui| {
            ui.row(0.0, |ui| {
                ui.tag(Tone::Joint, card.position.clone());
            });
            ui.heading(card.customer.clone());
            ui.muted(card.about.clone());
            ui.body(text.with("quote", &[("words", &card.quote)]));
            fact(ui, &text.get("card-ask"), &card.ask);
            fact(ui, &text.get("card-deal-label"), &card.deal_line);
            fact(ui, &text.get("card-theme-label"), &card.theme);
            fact(ui, &text.get("card-effort-label"), &card.effort_line);
            for (seat, note) in &card.notes {
                ui.area(Area::soft(tone(*seat)), |ui| {
                    ui.row(space::XS, |ui| {
                        ui.role_shape(tone(*seat));
                        ui.label(text.with("note-of", &[("seat", &text::seat(text, *seat))]));
                    });
                    ui.note(note.clone());
                });
            }
            for known in &card.facts {
                ui.note(known.clone());
            }
            if let Some(need) = &card.need {
                ui.area(Area::soft(Tone::Good), |ui| {
                    ui.label(text.get("need-found"));
                    ui.note(need.clone());
                    if let Some(dealbreaker) = &card.dealbreaker {
                        ui.note(dealbreaker.clone());
                    }
                });
            }
        });
    });
}

fn fact(ui: &mut Ui, label: &str, value: &str) {
    ui.area(Area::row(space::S).align_start(), |ui| {
        ui.area(Area::column(0.0).width(76.0), |ui| {
            ui.muted(label);
        });
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.label(value);
        });
    });
}

fn middle(ui: &mut Ui, text: &Text, card: &Card, chosen: Option<Response>, says: Option<&str>) {
    ui.area(Area::card().grow(1.0), |ui| {
        ui.scroll("board", space::S, |ui| {
            ui.subheading(text.get("board-title"));
            board(ui, text, card);
            if let Stances::Revealed { product, sales, .. } = &card.stances {
                ui.area(Area::grid(&[1.0, 1.0], space::XS).firm(), |ui| {
                    stance_slot(ui, text, card, Seat::Product, product);
                    stance_slot(ui, text, card, Seat::Sales, sales);
                });
            }
            if let Some(says) = says {
                ui.body(text.with("quote", &[("words", &says)]));
            }
            if let Some(option) = card.responses.iter().find(|option| Some(option.response) == chosen) {
                effects(ui, text, card, option);
            }
            if let Stances::Revealed { agree, .. } = &card.stances {
                let key = match (says, agree) {
                    (Some(_), _) => "partner-alone",
                    (None, true) => "stances-agree",
                    (None, false) => "stances-differ",
                };
                ui.note(text.get(key));
            }
            ui.caption(text.get("board-axes"));
        });
    });
}

/// What a lead stands for; both slots are turned over together.
fn stance_slot(ui: &mut Ui, text: &Text, card: &Card, seat: Seat, stance: &str) {
    let name = format!("stance-{seat:?}-{}", card.deal.0);
    ui.arriving(name, Arrive::flip().after(REVEAL), Area::soft(tone(seat)), |ui| {
        ui.area(Area::row(space::XXS).wrap(), |ui| {
            ui.role_shape(tone(seat));
            ui.caption(text.with("stance-of", &[("seat", &text::seat(text, seat))]));
        });
        ui.label(stance);
    });
}

/// What the chosen answer does to the six numbers. Every number has one axis for all answers.
fn effects(ui: &mut Ui, text: &Text, card: &Card, option: &ResponseOption) {
    ui.divider();
    ui.label(text.with("effects-title", &[("answer", &option.title)]));
    for effect in &option.effects {
        let same = |other: &&Effect| other.key == effect.key;
        let most = widest(card.responses.iter().flat_map(|option| option.effects.iter().filter(same)));
        let share = |value: f64| (0.5 + 0.46 * value / most) as f32;
        let tone = if effect.good { Tone::Good } else { Tone::Debt };
        ui.area(Area::grid(&[1.0, 1.0], space::XS).firm(), |ui| {
            ui.area(Area::column(0.0), |ui| {
                ui.note(effect.label.clone());
                ui.caption(effect.when.clone());
            });
            ui.area(Area::column(0.0), |ui| {
                ui.toned(TextKind::Label, tone, effect.shown.clone());
                ui.marked_range(Range { low: share(effect.band.low), high: share(effect.band.high), tone }, [0.5]);
            });
        });
    }
}

/// Effort × alignment in four cells, the card as a box as wide and high as its uncertainty.
fn board(ui: &mut Ui, text: &Text, card: &Card) {
    let cells = [
        ("cell-small-on", Tone::Good, 0.0, 0.0),
        ("cell-big-on", Tone::Product, 0.5, 0.0),
        ("cell-small-off", Tone::Caution, 0.0, 0.5),
        ("cell-big-off", Tone::Debt, 0.5, 0.5),
    ];
    ui.area(Area::column(0.0).height(BOARD).edge(Token::Line).rounded(radius::CONTROL), |ui| {
        for (key, tone, left, top) in cells {
            let cell = Area::column(0.0).fill(Token::Soft(tone)).padding(space::XXS + 2.0, space::XXS);
            // The names stand at the outer edges, where no spot lies over them.
            let cell = if top > 0.0 { cell.at_end() } else { cell };
            ui.area(cell.tweak(|node| place(node, left, top, 0.5, 0.5)), |ui| {
                // As wide as the cell, so that lines are broken where they are measured.
                ui.caption(text.get(key)).insert(Node { width: percent(100), ..default() });
            });
        }
        if let Some(effort) = card.effort {
            // The line between small and big lies in the middle; the far right is three times that.
            let across =
                |weeks: f64| (weeks / card.big_from / 2.0).min(0.5 + weeks / card.big_from / 12.0).clamp(0.0, 0.97);
            let down = |alignment: f64| (1.0 - alignment / card.on_from / 2.0).clamp(0.0, 0.97);
            let (left, right) = (across(effort.low), across(effort.high));
            let (top, bottom) = (down(card.alignment.high), down(card.alignment.low));
            let spot = Area::column(0.0)
                .rounded(radius::ROUND)
                .fill(Token::Edge(Tone::Joint))
                .edge(Token::Strong(Tone::Joint))
                .centered()
                .align_center();
            let place = move |node: &mut Node| {
                place(node, left as f32, top as f32, (right - left).max(0.04) as f32, (bottom - top).max(0.06) as f32);
            };
            ui.area(spot.tweak(place), |ui| {
                ui.area(
                    Area::row(0.0).width(10.0).height(10.0).rounded(radius::ROUND).fill(Token::Strong(Tone::Joint)),
                    |_| {},
                );
            });
        }
    });
}

fn place(node: &mut Node, left: f32, top: f32, width: f32, height: f32) {
    node.position_type = PositionType::Absolute;
    node.left = percent(left * 100.0);
    node.top = percent(top * 100.0);
    node.width = percent(width * 100.0);
    node.height = percent(height * 100.0);
}

fn answers(ui: &mut Ui, text: &Text, card: &Card) {
    ui.area(Area::column(space::XS).ring_room().grow(1.0), |ui| {
        ui.label(text.get("answers-title"));
        ui.scroll("responses", space::XS, |ui| {
            for option in &card.responses {
                let tile =
                    tile(option).chosen(option.chosen).revealed(option.chosen).blocked_by(option.why_not.clone());
                ui.tile(tile.subtitle(option.about.clone()), |ui| {
                    if option.why_not.is_none() {
                        bands(ui, text, option, card);
                    }
                });
                if option.chosen && option.response == Response::RoadmapPromise {
                    promise(ui, card);
                }
            }
        });
        ui.caption(text.get("defend-title"));
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for defence in &card.defences {
                let name = format!("defend-{}", defence.evidence as usize);
                let new = if defence.chosen { Button::primary } else { Button::secondary };
                let label = match defence.fits && defence.why_not.is_none() {
                    true => text.with("defence-fits", &[("label", &defence.label)]),
                    false => defence.label.clone(),
                };
                let wanted = (!defence.chosen).then_some(defence.evidence);
                let blocked = defence.why_not.as_ref().map(|_| String::new());
                ui.button(new(name, label).tone(Tone::Caution).blocked_by(blocked).sends(Act::Defend(wanted)));
            }
        });
    });
}

fn promise(ui: &mut Ui, card: &Card) {
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        for (quarter, name) in &card.promise_quarters {
            let chosen = card.due == Some(*quarter);
            let new = if chosen { Button::primary } else { Button::secondary };
            ui.button(new(format!("due-{}", quarter.0), name.clone()).sends(Act::Due(*quarter)));
        }
    });
}

fn tile(option: &ResponseOption) -> Tile {
    Tile::new(format!("respond-{}", option.response as usize), option.title.clone())
        .sends(Act::Respond(option.response))
}

/// In private, what cannot be done is still a stance; it says so.
fn subtitle(option: &ResponseOption) -> String {
    match &option.why_not {
        Some(reason) => reason.clone(),
        None => option.about.clone(),
    }
}

/// What an answer does to the chance to win, and to revenue debt.
fn bands(ui: &mut Ui, text: &Text, option: &ResponseOption, card: &Card) {
    // What the customer owes the product anyway is the same under every answer: the axis begins there.
    let least_debt = card.responses.iter().map(|option| option.debt.low).fold(f64::INFINITY, f64::min);
    let most_debt = card.responses.iter().map(|option| option.debt.high).fold(least_debt + 1.0, f64::max);
    let band = |band: Band, least: f64, most: f64, tone| {
        let share = |value: f64| ((value - least) / (most - least)) as f32;
        Range { low: share(band.low), high: share(band.high), tone }
    };
    ui.area(Area::column(0.0).firm(), |ui| {
        let win = band(option.win, 0.0, MOST_WIN, Tone::Good);
        ui.range(text.get("range-win"), RANGES, win);
        let debt = band(option.debt, least_debt, most_debt, Tone::Debt);
        ui.range(text.get("range-debt"), RANGES, debt);
    });
}
