//! Asking the CEO: the page that says what it costs before anybody asks, and the letter that comes back.

use bevy::math::Rot2;
use bevy::prelude::*;
use bevy::ui::UiTransform;

use super::{desk, tone};
use crate::app::director::{Act, WindowAct};
use crate::app::theme::{Fill, Icon, Line, Token, Tone, radius, size, space};
use crate::app::widgets::{Area, Arrive, Button, Shortcut, TextKind, Ui};
use crate::ids::Seat;
use crate::play;
use crate::text::Text;
use crate::view::{CeoLetter, CeoQuestion, Side};

/// Width of the paper.
const PAPER: f32 = 720.0;
/// The angle of the sheet below the letter, in degrees.
const TURNED: f32 = 1.1;

/// Draws what asking the CEO would mean, before it is done.
pub(super) fn question(ui: &mut Ui, text: &Text, question: &CeoQuestion) {
    desk::middle(ui, "ceo-question", PAPER, |ui| {
        ui.area(Area::card().padding(space::XL, space::L), |ui| {
            ui.row(space::S, |ui| {
                ui.icon(Icon::Scale, size::TITLE, Token::Ink);
                ui.title(text.get("ceo-ask-title"));
            });
            ui.subheading(question.subject.clone());
            sides(ui, &question.sides, None);
            ui.body(text.get("ceo-ask-about"));
            ui.area(Area::soft(Tone::Debt).padding(space::M, space::S), |ui| {
                ui.note(question.how.clone());
            });
        });
    });
}

/// The buttons of that page: back, or to the CEO.
pub(super) fn question_foot(ui: &mut Ui, text: &Text) {
    let back = Button::secondary("shut", text.get("back")).icon(Icon::ArrowLeft).key(Shortcut::Escape);
    let ask = Button::primary("ask-ceo", text.get("ask-ceo")).icon(Icon::Scale).key(Shortcut::Enter);
    ui.bottom_bar(
        |ui| {
            ui.button(back.sends(Act::Window(WindowAct::Shut)));
        },
        |ui| {
            ui.button(ask.sends(Act::Play(play::Act::Escalate)));
        },
    );
}

/// Draws the letter.
pub(super) fn draw(ui: &mut Ui, text: &Text, letter: &CeoLetter) {
    desk::middle(ui, "ceo-letter", PAPER, |ui| {
        ui.arriving("letter", Arrive::rise(), Area::column(0.0).padding(0.0, space::S), |ui| {
            below(ui);
            let across = if ui.narrow() { space::M } else { space::XXL };
            let paper = Area::card().padding(across, space::L).rounded(radius::CONTROL);
            ui.area(paper, |ui| page(ui, text, letter));
        });
    });
}

/// Another sheet under the letter, slightly turned, so that it looks as if it lies on a desk.
fn below(ui: &mut Ui) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(0),
        right: px(0),
        top: px(space::S),
        bottom: px(space::S),
        ..default()
    };
    let turned = UiTransform::from_rotation(Rot2::degrees(TURNED));
    ui.spawn((node, turned, Fill(Token::Line), Pickable::IGNORE));
}

fn page(ui: &mut Ui, text: &Text, letter: &CeoLetter) {
    ui.area(Area::row(space::S).between().align_baseline(), |ui| {
        ui.heading(letter.company.clone());
        ui.muted(letter.date.clone());
    });
    ui.area(Area::column(2.0).firm(), |ui| {
        ui.spawn((Node::default(), Line::Flat(2.0), Fill(Token::Ink), Pickable::IGNORE));
        ui.divider();
    });
    ui.area(Area::column(0.0).firm(), |ui| {
        ui.muted(letter.to.clone());
        ui.subheading(letter.subject.clone());
    });
    ui.body(letter.opening.clone());
    sides(ui, &letter.sides, Some(letter.listened_to));
    let heard = tone(letter.listened_to);
    ui.toned(TextKind::Heading, heard, letter.decision.clone());
    for reason in &letter.reasons {
        ui.body(reason.clone());
    }
    ui.area(Area::row(space::S).align_start().firm(), |ui| {
        ui.icon_tag(Tone::Debt, Icon::ArrowDown, letter.cost.clone());
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.note(letter.moral.clone());
        });
    });
    ui.area(Area::row(0.0).at_end().firm(), |ui| {
        ui.area(Area::column(space::XXS), |ui| {
            ui.heading(letter.signature.clone());
            ui.area(Area::column(0.0).min_width(180.0), |ui| ui.divider());
            ui.caption(text.with("ceo-letter-office", &[("company", &letter.company)]));
        });
    });
}

/// What both sides want, side by side. The side that the CEO took is marked.
fn sides(ui: &mut Ui, sides: &[Side; 2], heard: Option<Seat>) {
    ui.area(Area::grid(&[1.0, 1.0], space::S).firm(), |ui| {
        for side in sides {
            let tone = tone(side.seat);
            let area = Area::soft(tone).padding(space::M, space::S);
            let was_heard = heard == Some(side.seat);
            let area = if was_heard { area.edge(Token::Strong(tone)).line(Line::Around(2.0)) } else { area };
            ui.area(area, |ui| {
                ui.row(space::XS, |ui| {
                    ui.role_shape(tone);
                    ui.area(Area::column(0.0).grow(1.0), |ui| {
                        ui.caption(side.who.clone());
                    });
                    if was_heard {
                        ui.icon(Icon::Check, size::BODY, Token::Strong(tone));
                    }
                });
                ui.subheading(side.answer.clone());
            });
        }
    });
}
