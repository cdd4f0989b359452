//! The wall: the quarter and its phases, six numbers, and revenue debt; and a notice if something is wrong.

use bevy::math::Vec2;

use super::{judged, review, tone};
use crate::app::director::{Act, Head, WindowAct};
use crate::app::theme::{Icon, Line, Token, Tone, radius, space};
use crate::app::widgets::{Area, Arrive, TextKind, Ui, told};
use crate::text::{Text, Value, measure_key};
use crate::view::{PhaseMark, Term, Topic, TrackMark, Wall, WallDebt, WallNumber, trend};

const COMPANY: f32 = 240.0;
/// Padding around the track of the quarters.
const TRACK: f32 = 2.0;
const HEIGHT: f32 = 104.0;
/// Number of causes in a note if there is little room. Pressing the number shows them all.
const FEW: usize = 2;
const SPARK: Vec2 = Vec2::new(46.0, 26.0);
/// The name of the debt on the wall, which is also the key of its label.
const DEBT: &str = "measure-debt";
/// Size of the mark of a phase that is over or still to come.
const SIGN: f32 = 10.0;

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

/// For narrow room: only the names and the values. Pressing a number shows what moved it.
fn short(ui: &mut Ui, text: &Text, wall: &Wall) {
    ui.top_bar(|ui| {
        ui.area(Area::column(0.0).grow(1.0).padding(0.0, space::XXS), |ui| {
            ui.area(Area::row(space::S).wrap(), |ui| {
                ui.label(wall.company.clone());
                ui.caption(wall.team.clone());
                ui.caption(text.with("wall-quarter", &[("quarter", &wall.position), ("phase", &wall.phase)]));
            });
            ui.area(Area::row(0.0).wrap().between(), |ui| {
                let cell = || Area::column(0.0).padding(space::XXS, 0.0).firm();
                for one in &wall.numbers {
                    marked(ui, measure_key(one.measure), marking(one), Area::row(0.0).firm(), |ui| {
                        number(ui, text, one, cell(), |ui| {
                            ui.caption(one.label.clone());
                            ui.subheading(one.value.clone());
                        });
                    });
                }
                if let Some(debt) = &wall.debt {
                    marked(ui, DEBT, debt_marking(debt), Area::row(0.0).firm(), |ui| {
                        owed(ui, text, debt, cell(), |ui| {
                            ui.caption(text.get(DEBT));
                            ui.toned(TextKind::Subheading, Tone::Debt, debt.total.clone());
                        });
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
                let outer = || Area::row(0.0).grow_from_word(1.0).align_stretch();
                // Start at the top, so that names and values line up whatever is below them.
                let cell = || Area::column(0.0).grow_from_word(1.0).padding(space::S, space::S);
                for one in &wall.numbers {
                    marked(ui, measure_key(one.measure), marking(one), outer(), |ui| {
                        ui.upright();
                        number(ui, text, one, cell(), |ui| figure(ui, text, one));
                    });
                }
                if let Some(debt) = &wall.debt {
                    marked(ui, DEBT, debt_marking(debt), outer(), |ui| {
                        ui.upright();
                        owed(ui, text, debt, cell(), |ui| self::debt(ui, text, debt));
                    });
                }
            });
        });
    });
}

/// Set if the step of the close that is being shown moved a number: its old value, and whether the change is good.
type Marking = Option<(String, Option<bool>)>;

fn marking(number: &WallNumber) -> Marking {
    number.moved.map(|from| (format!("{from}"), number.good))
}

fn debt_marking(debt: &WallDebt) -> Marking {
    debt.moved.then(|| (debt.total.clone(), Some(false)))
}

/// A part of the wall. If the step of the close that is being shown moved it, it stands out and beats once.
fn marked(ui: &mut Ui, key: &str, marking: Marking, area: Area, draw: impl FnOnce(&mut Ui)) {
    let Some((from, good)) = marking else {
        ui.area(area, draw);
        return;
    };
    let plate = area.fill(Token::Soft(judged(good))).edge(Token::Strong(judged(good))).line(Line::Bottom(4.0));
    ui.arriving(format!("moved-{key}-{from}"), Arrive::beat(), plate, draw);
}

fn company(ui: &mut Ui, text: &Text, wall: &Wall) {
    let block = Area::column(TRACK).width(COMPANY).centered();
    ui.area(block.tweak(|node| node.padding.right = bevy::ui::px(space::S)), |ui| {
        ui.subheading(wall.company.clone());
        ui.caption(text.with("wall-team", &[("team", &wall.team), ("quarter", &wall.quarter)]));
        ui.area(Area::row(space::XXS).padding(0.0, TRACK), |ui| {
            for mark in &wall.track {
                let (fill, edge) = match mark {
                    TrackMark::Done => (Token::Ink, Token::Ink),
                    TrackMark::Now => (Token::Strong(Tone::Joint), Token::Strong(Tone::Joint)),
                    TrackMark::Ahead => (Token::Rail, Token::Control),
                };
                let piece = Area::row(0.0).height(6.0).width(20.0).rounded(radius::ROUND);
                ui.area(piece.fill(fill).edge(edge), |_| {});
            }
        })
        .insert(told(wall.position.clone()));
        phases(ui, text, wall);
    });
}

/// The phases of the quarter: a tick for each one that is over, the name of the current
/// one, a ring for each one to come.
fn phases(ui: &mut Ui, text: &Text, wall: &Wall) {
    if wall.phases.is_empty() {
        ui.caption(wall.phase.clone());
        return;
    }
    let at = wall.phases.iter().position(|phase| phase.mark == TrackMark::Now).map_or(wall.phases.len(), |at| at + 1);
    let words = text.with("wall-phase", &[("phase", &wall.phase), ("number", &at), ("all", &wall.phases.len())]);
    let here = Area::row(0.0).padding(space::XS, 0.0).rounded(radius::ROUND).fill(Token::Soft(Tone::Joint));
    let here = here.edge(Token::Strong(Tone::Joint)).firm();
    ui.area(Area::row(space::XS), |ui| {
        for PhaseMark { name, mark } in &wall.phases {
            match mark {
                TrackMark::Done => ui.icon(Icon::Check, SIGN + 2.0, Token::Ink),
                TrackMark::Now => ui.area(here.clone(), |ui| {
                    ui.toned(TextKind::Caption, Tone::Joint, name.clone());
                }),
                TrackMark::Ahead => ui.icon(Icon::Circle, SIGN, Token::Muted),
            };
        }
    })
    .insert(told(words));
}

/// A number that explains itself: in short while the pointer or the keyboard focus is on it, in full when pressed.
fn number(ui: &mut Ui, text: &Text, number: &WallNumber, area: Area, shown: impl FnOnce(&mut Ui)) {
    let opens = Act::Window(WindowAct::Explain(0, Topic::Term(number.term)));
    let said = [("label", &number.label), ("value", &number.value), ("change", &number.change)];
    let said = text.with("wall-said", &said.map(|(name, value)| (name, value as &dyn Value)));
    ui.explained(measure_key(number.measure), said, area, opens, shown, |ui| note(ui, text, number));
}

fn figure(ui: &mut Ui, text: &Text, number: &WallNumber) {
    ui.caption(number.label.clone());
    if number.change.is_empty() {
        // A number without a change yet is shown less prominently.
        ui.toned(TextKind::Figure, Tone::Neutral, number.value.clone());
        return;
    }
    // What it is about takes the whole width, so the line of its history stands beside the value.
    let long = number.term == Term::Quota;
    ui.area(Area::row(space::XXS).between(), |ui| {
        value(ui, text, number);
        if long {
            spark(ui, text, number);
        }
    });
    ui.area(Area::row(space::XXS).between().min_height(SPARK.y), |ui| {
        let words = Area::row(space::XXS);
        ui.area(if number.good.is_some() { words.firm() } else { words.grow(1.0) }, |ui| {
            if let Some(good) = number.good {
                let glyph = if good { Icon::ArrowUp } else { Icon::ArrowDown };
                ui.icon(glyph, 14.0, Token::Strong(judged(number.good)));
            }
            ui.toned(TextKind::Caption, judged(number.good), number.change.clone());
        });
        if !long {
            spark(ui, text, number);
        }
    });
}

/// The value, counting from where it was if this step of the close moved it.
fn value(ui: &mut Ui, text: &Text, number: &WallNumber) {
    let Some(from) = number.moved else {
        ui.figure(number.value.clone());
        return;
    };
    let (to, unit) = (number.amount, number.unit);
    let name = format!("count-{:?}-{from}-{to}", number.measure);
    let numbers = text.numbers().clone();
    ui.counted(name, Arrive::grow(), TextKind::Figure, move |share| {
        unit.write(&numbers, from + (to - from) * f64::from(share))
    });
}

/// The values so far as a small line, unless this step of the close moved the number.
fn spark(ui: &mut Ui, text: &Text, number: &WallNumber) {
    let ([first, .., last], None) = (number.history.as_slice(), number.moved) else { return };
    let values: Vec<f32> = number.history.iter().map(|&value| value as f32).collect();
    let (from, to) = (number.unit.write(text, *first), number.unit.write(text, *last));
    let words = text.with("chart-line", &[("name", &number.label), ("from", &from), ("to", &to)]);
    let trend = trend(text, number.unit, &number.history);
    ui.sparkline(&values, SPARK, judged(trend), words);
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

/// The revenue debt, which explains itself like a number.
fn owed(ui: &mut Ui, text: &Text, debt: &WallDebt, area: Area, shown: impl FnOnce(&mut Ui)) {
    let opens = Act::Window(WindowAct::Explain(0, Topic::Term(Term::Debt)));
    let (label, cost) = (text.get(DEBT), text.with("wall-interest", &[("interest", &debt.interest)]));
    let said = text.with("wall-said", &[("label", &label), ("value", &debt.total), ("change", &cost)]);
    let note = |ui: &mut Ui| {
        ui.label(label);
        ui.note(Term::Debt.about(text));
        ui.note(text.with("debt-interest", &[("interest", &debt.interest)]));
        ui.caption(text.get("explained-press"));
    };
    ui.explained(DEBT, said, area, opens, shown, note);
}

/// The revenue debt, and what it costs per quarter.
fn debt(ui: &mut Ui, text: &Text, debt: &WallDebt) {
    ui.caption(text.get(DEBT));
    ui.toned(TextKind::Figure, Tone::Debt, debt.total.clone());
    ui.area(Area::row(space::XXS).min_height(SPARK.y), |ui| {
        ui.hatched_legend(Tone::Debt, text.with("wall-interest", &[("interest", &debt.interest)]));
    });
}
