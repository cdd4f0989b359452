//! What happened: what the company and both leads achieved, the six numbers from start to end, and what was luck.

use bevy::ui::percent;

use super::super::briefing::amount;
use super::{column, columns, number};
use crate::app::director::{Act, WindowAct};
use crate::app::theme::{Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, Line, TextKind, Ui};
use crate::text::Text;
use crate::view::{Badge, Debrief, ParRow, Term, Topic, six_numbers};

/// Height of the bar that shows what a policy achieved.
const BAR: f32 = 6.0;
/// Height of the chart of a number.
const LINE: f32 = 104.0;
/// Draws what happened.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    columns(ui, &[1.0, 0.9, 1.9], |ui| {
        column(ui, "value", |ui| {
            value(ui, text, debrief);
            ui.divider();
            ui.label(text.get("par-title"));
            for row in &debrief.par.rows {
                reached(ui, row);
            }
        });
        column(ui, "scores", |ui| {
            ui.heading(text.get("debrief-scores"));
            for score in &debrief.scores {
                amount(ui, score);
            }
            ui.divider();
            ui.heading(text.get("debrief-badges"));
            for one in &debrief.badges {
                badge(ui, one);
            }
        });
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("six", space::XS, |ui| {
                let numbers: Vec<_> = six_numbers().into_iter().enumerate().collect();
                for row in numbers.chunks(2) {
                    ui.area(Area::grid(&[1.0, 1.0], space::XS).firm(), |ui| {
                        for &(i, six) in row {
                            let values =
                                debrief.timeline.iter().map(|point| point.six[i].unwrap_or(f64::NAN)).collect();
                            number(ui, text, debrief, six, values, LINE);
                        }
                    });
                }
                ui.area(Area::card().padding(space::M, space::S).firm(), |ui| luck(ui, text, debrief));
            });
        });
    });
}

/// How much of the result was luck, and what was decided.
fn luck(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.heading(text.get("luck-title"));
    let Some(luck) = &debrief.luck else {
        ui.muted(text.get("luck-coming"));
        return;
    };
    ui.note(luck.told.clone());
    if !luck.falls.is_empty() {
        ui.caption(text.get("luck-falls"));
        for fall in &luck.falls {
            ui.note(format!("• {fall}"));
        }
    }
    ui.note(luck.decided.clone());
    for part in &luck.parts {
        amount(ui, part);
    }
    ui.caption(luck.about.clone());
}

/// The value of the company, which leads to how it is made up.
fn value(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    let title = text.get("debrief-value");
    let said = format!("{title} {}", debrief.value);
    ui.leading(
        "value-explained",
        said,
        Area::column(space::XS).firm(),
        Act::Window(WindowAct::Explain(0, Topic::Term(Term::Value))),
        |ui| {
            ui.label(title);
            ui.toned(TextKind::Number, Tone::Joint, debrief.value.clone());
            ui.note(debrief.par.line.clone());
            for part in &debrief.value_parts {
                amount(ui, part);
            }
        },
    );
}

/// What one policy, or the team, achieved, with a bar in proportion.
fn reached(ui: &mut Ui, row: &ParRow) {
    let tone = if row.own { Tone::Joint } else { Tone::Neutral };
    ui.area(Area::column(space::XXS).padding(0.0, 1.0).firm(), |ui| {
        let line = Line::new(row.name.clone(), row.amount.clone()).tone(tone);
        ui.line(if row.own { line.named() } else { line });
        let share = row.share as f32 * 100.0;
        let bar = Area::row(0.0).height(BAR).rounded(BAR / 2.0).fill(Token::Strong(tone));
        ui.area(bar.tweak(move |node| node.width = percent(share)), |_| {});
        if let Some(about) = &row.about {
            ui.caption(about.clone());
        }
    });
}

fn badge(ui: &mut Ui, badge: &Badge) {
    let (glyph, tone) = if badge.earned { (Icon::Check, Tone::Good) } else { (Icon::Cross, Tone::Neutral) };
    ui.area(Area::row(space::S).align_start().firm(), |ui| {
        ui.icon(glyph, size::BODY, Token::Strong(tone));
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.label(badge.title.clone());
            ui.note(badge.about.clone());
        });
    });
}
