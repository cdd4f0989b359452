//! The wall: six numbers, the quarter track, revenue debt; and a notice when something is wrong.

use bevy::math::Vec2;

use super::{judged, review, tone};
use crate::app::director::{Act, Head};
use crate::app::theme::{Icon, Token, Tone, radius, space};
use crate::app::widgets::{Area, TextKind, Ui};
use crate::text::{Text, Value};
use crate::view::{QuarterMark, Topic, Wall, WallNumber};

const COMPANY: f32 = 236.0;
const HEIGHT: f32 = 104.0;
/// Causes in the note where there is little room; pressed, the number shows them all.
const FEW: usize = 2;
const SPARK: Vec2 = Vec2::new(56.0, 26.0);

/// Draws the wall.
pub(super) fn draw(ui: &mut Ui, text: &Text, head: &Head) {
    if ui.narrow() {
        short(ui, text, &head.wall);
    } else {
        whole(ui, text, &head.wall);
    }
    if let Some(seat) = head.owner {
        ui.owner_rule(tone(seat));
    }
    if let Some(notice) = &head.notice {
        ui.area(Area::soft(Tone::Caution).padding(space::L, space::XS).rounded(0.0), |ui| {
            ui.note(notice.clone());
        });
    }
}

/// Where room is narrow: the names and the six numbers alone. What moved them is a press away.
fn short(ui: &mut Ui, text: &Text, wall: &Wall) {
    ui.top_bar(|ui| {
        ui.area(Area::column(0.0).grow(1.0).padding(0.0, space::XXS), |ui| {
            ui.area(Area::row(space::S).wrap(), |ui| {
                ui.label(wall.company.clone());
                ui.caption(wall.team.clone());
                ui.caption(text.with("wall-quarter", &[("quarter", &wall.quarter), ("phase", &wall.phase)]));
            });
            ui.area(Area::row(0.0).wrap().between(), |ui| {
                for one in &wall.numbers {
                    let area = Area::column(0.0).padding(space::XXS, 0.0).firm();
                    number(ui, text, one, area, |ui| {
                        ui.caption(one.label.clone());
                        ui.subheading(one.value.clone());
                    });
                }
            });
        });
    });
}

fn whole(ui: &mut Ui, text: &Text, wall: &Wall) {
    ui.top_bar(|ui| {
        ui.area(Area::row(0.0).grow(1.0).align_stretch().min_height(HEIGHT), |ui| {
            company(ui, text, wall);
            ui.area(Area::row(0.0).grow(1.0).wrap().align_stretch(), |ui| {
                for one in &wall.numbers {
                    ui.area(Area::row(0.0).grow_from_word(1.0).align_stretch(), |ui| {
                        ui.upright();
                        let area = Area::column(0.0).grow_from_word(1.0).padding(space::S, space::XS).centered();
                        number(ui, text, one, area, |ui| figure(ui, one));
                    });
                }
            });
        });
    });
}

fn company(ui: &mut Ui, text: &Text, wall: &Wall) {
    ui.area(Area::column(space::XXS).width(COMPANY).padding(0.0, space::XS).centered(), |ui| {
        ui.subheading(wall.company.clone());
        ui.caption(wall.team.clone());
        ui.area(Area::row(space::XXS), |ui| {
            for mark in &wall.track {
                let (fill, edge) = match mark {
                    QuarterMark::Done => (Token::Ink, Token::Ink),
                    QuarterMark::Now => (Token::Strong(Tone::Joint), Token::Strong(Tone::Joint)),
                    QuarterMark::Ahead => (Token::Rail, Token::Control),
                };
                let piece = Area::row(0.0).height(8.0).width(20.0).rounded(radius::ROUND);
                ui.area(piece.fill(fill).edge(edge), |_| {});
            }
        });
        ui.caption(text.with("wall-quarter", &[("quarter", &wall.quarter), ("phase", &wall.phase)]));
    });
}

/// A number that explains itself: in short under the pointer or the keyboard, wholly when pressed.
fn number(ui: &mut Ui, text: &Text, number: &WallNumber, area: Area, shown: impl FnOnce(&mut Ui)) {
    let opens = Act::Explain(0, Topic::Term(number.term));
    let said = [("label", &number.label), ("value", &number.value), ("change", &number.change)];
    let said = text.with("wall-said", &said.map(|(name, value)| (name, value as &dyn Value)));
    ui.explained(number.key, said, area, opens, shown, |ui| note(ui, text, number));
}

fn figure(ui: &mut Ui, number: &WallNumber) {
    ui.caption(number.label.clone());
    if number.change.is_empty() {
        // What has nothing to say yet stays quiet.
        ui.toned(TextKind::Figure, Tone::Neutral, number.value.clone());
        return;
    }
    ui.figure(number.value.clone());
    ui.area(Area::row(space::XXS).between(), |ui| {
        ui.area(Area::row(space::XXS).firm(), |ui| {
            if let Some(good) = number.good {
                let glyph = if good { Icon::ArrowUp } else { Icon::ArrowDown };
                ui.icon(glyph, 14.0, Token::Strong(judged(number.good)));
            }
            ui.toned(TextKind::Caption, judged(number.good), number.change.clone());
        });
        if number.history.len() > 1 {
            let values: Vec<f32> = number.history.iter().map(|&value| value as f32).collect();
            ui.sparkline(&values, SPARK, judged(number.good));
        }
    });
}

fn note(ui: &mut Ui, text: &Text, number: &WallNumber) {
    ui.label(number.label.clone());
    ui.note(number.term.about(text));
    let most = if ui.narrow() { FEW } else { number.causes.len() };
    for cause in number.causes.iter().take(most) {
        review::cause(ui, cause);
    }
    ui.caption(text.get("explained-press"));
}
