//! The echo year, and the debrief in its parts.

use bevy::ui::percent;

use super::{briefing::amount, chart, desk, judged};
use crate::app::director::Act;
use crate::app::theme::{Icon, Token, Tone, size, space};
use crate::app::widgets::{Area, Button, Span, TextKind, Ui};
use crate::chart::{LineChart, Mark, Series, lines as lines_of, lines_summary};
use crate::text::{Text, Unit};
use crate::view::{CardTruth, Debrief, DecisionLine, ParRow, ProductMap, TimelinePoint};

const ECHO: f32 = 820.0;
/// Height of the bar of what a way to play reached.
const BAR: f32 = 6.0;
/// Height of a product map.
const MAP: f32 = 340.0;
/// Height of a chart.
const CHART: f32 = 150.0;

/// Draws what the echo year did.
pub(super) fn echo(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    desk::middle(ui, "echo", ECHO, |ui| {
        ui.area(Area::card().padding(space::L, space::L), |ui| {
            let key = if debrief.insolvent { "echo-title-insolvent" } else { "echo-title" };
            ui.title(text.get(key));
            ui.body(text.get(if debrief.insolvent { "echo-about-insolvent" } else { "echo-about" }));
            for line in &debrief.echo {
                amount(ui, line);
                ui.divider();
            }
            ui.toned(TextKind::Heading, Tone::Joint, text.with("echo-value", &[("value", &debrief.value)]));
        });
    });
}

/// Draws a part of the debrief.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief, maps: &[ProductMap; 2], tab: usize) {
    let parts = ["debrief-happened", "debrief-timeline", "debrief-decisions", "debrief-cards", "debrief-talk"];
    ui.body_area(Area::column(space::S), |ui| {
        ui.area(Area::row(space::XS).wrap().firm(), |ui| {
            for (i, key) in parts.iter().enumerate() {
                let new = if i == tab { Button::primary } else { Button::quiet };
                ui.button(new(format!("part-{i}"), text.get(key)).sends(Act::Tab(i)));
            }
        });
        match tab {
            0 => scores(ui, text, debrief),
            1 => timeline(ui, text, debrief, maps),
            2 => decisions(ui, debrief),
            3 => cards(ui, text, debrief),
            _ => talk(ui, text, debrief),
        }
    });
}

fn scores(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.area(Area::grid(&[1.0, 1.0, 1.0], space::M).grow(1.0).tweak(desk::one_row), |ui| {
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("value", space::XS, |ui| {
                ui.heading(text.get("debrief-value"));
                ui.toned(TextKind::Display, Tone::Joint, debrief.value.clone());
                ui.note(debrief.par.line.clone());
                ui.divider();
                for part in &debrief.value_parts {
                    amount(ui, part);
                }
            });
        });
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("par", space::S, |ui| {
                ui.heading(text.get("par-title"));
                for row in &debrief.par.rows {
                    reached(ui, row);
                }
            });
        });
        ui.area(Area::card().grow(1.0), |ui| {
            ui.scroll("scores", space::S, |ui| {
                ui.heading(text.get("debrief-scores"));
                for score in &debrief.scores {
                    amount(ui, score);
                }
                ui.divider();
                ui.heading(text.get("debrief-badges"));
                for badge in &debrief.badges {
                    let (glyph, tone) =
                        if badge.earned { (Icon::Check, Tone::Good) } else { (Icon::Cross, Tone::Neutral) };
                    ui.area(Area::row(space::S).align_start(), |ui| {
                        ui.icon(glyph, size::BODY, Token::Strong(tone));
                        ui.area(Area::column(0.0).grow(1.0), |ui| {
                            ui.label(badge.title.clone());
                            ui.note(badge.about.clone());
                        });
                    });
                }
            });
        });
    });
}

/// A way to play, and a bar as long as what it reached.
fn reached(ui: &mut Ui, row: &ParRow) {
    let tone = if row.own { Tone::Joint } else { Tone::Neutral };
    ui.area(Area::column(space::XXS).firm(), |ui| {
        ui.area(Area::row(space::S).between(), |ui| {
            if row.own {
                ui.label(row.name.clone());
            } else {
                ui.note(row.name.clone());
            }
            ui.toned(TextKind::Label, tone, row.amount.clone());
        });
        let share = row.share as f32 * 100.0;
        let bar = Area::row(0.0).height(BAR).rounded(BAR / 2.0).fill(Token::Strong(tone));
        ui.area(bar.tweak(move |node| node.width = percent(share)), |_| {});
    });
}

fn timeline(ui: &mut Ui, text: &Text, debrief: &Debrief, maps: &[ProductMap; 2]) {
    let measures = [
        ("measure-cash", Unit::Dollars),
        ("measure-arr", Unit::Dollars),
        ("measure-attainment", Unit::Percent),
        ("measure-retention", Unit::Percent),
        ("measure-coherence", Unit::Index),
        ("measure-trust", Unit::Index),
    ];
    let measures: Vec<_> = measures.into_iter().enumerate().collect();
    ui.scroll("timeline", space::S, |ui| {
        ui.muted(text.get("timeline-about"));
        for row in measures.chunks(3) {
            ui.area(Area::grid(&[1.0, 1.0, 1.0], space::S).firm(), |ui| {
                for &(i, (key, unit)) in row {
                    let values: Vec<f64> = debrief.timeline.iter().map(|point| point.six[i]).collect();
                    line(ui, text, (key, unit), values, debrief);
                }
            });
        }
        ui.area(Area::grid(&[1.0, 2.0], space::S).firm(), |ui| {
            let debt: Vec<f64> = debrief.timeline.iter().map(|point| point.debt).collect();
            line(ui, text, ("measure-debt", Unit::Dollars), debt, debrief);
            demand(ui, text, debrief);
        });
        ui.area(Area::grid(&[1.0, 1.0], space::S).firm(), |ui| {
            for (key, map) in [("map-before", &maps[0]), ("map-after", &maps[1])] {
                ui.card(|ui| {
                    ui.label(text.get(key));
                    chart::product_map(ui, map, MAP);
                    ui.caption(map.summary.clone());
                });
            }
        });
        marks(ui, text, debrief);
    });
}

/// A number over the quarters, with the cards that were answered as marks.
fn line(ui: &mut Ui, text: &Text, (key, unit): (&str, Unit), values: Vec<f64>, debrief: &Debrief) {
    let name = text.get(key);
    let write = |value: Option<&f64>| value.map_or_else(String::new, |&value| unit.write(value));
    let ends = [Span::muted(format!("{} → ", write(values.first()))), Span::strong(write(values.last()))];
    let mark = |(quarter, point): (usize, &TimelinePoint)| {
        let built = point.marks.iter().any(|(_, built)| *built);
        (!point.marks.is_empty()).then(|| Mark { quarter, label: String::new(), built })
    };
    let marks = debrief.timeline.iter().enumerate().filter_map(mark).collect();
    let lines = LineChart {
        title: name.clone(),
        unit,
        quarters: debrief.timeline.iter().map(|point| point.label.clone()).collect(),
        echo: debrief.timeline.iter().position(|point| point.echo),
        echo_label: String::new(),
        series: vec![Series { name: String::new(), values, marks }],
    };
    let told = lines_summary(&lines, text);
    ui.area(Area::card().padding(space::M, space::S), |ui| {
        ui.area(Area::row(space::S).between(), |ui| {
            ui.label(name);
            ui.rich(TextKind::Note, ends);
        });
        chart::draw(ui, CHART, told, move |size, palette| lines_of(&lines, size, palette));
    });
}

/// The reveal: base demand was flat; the rise was the team's own precedent.
fn demand(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.card(|ui| {
        ui.label(text.get("demand-title"));
        ui.caption(text.get("demand-about"));
        ui.area(Area::row(space::M).wrap(), |ui| {
            for (quarter, base, asked) in &debrief.demand {
                ui.area(Area::column(0.0).width(70.0), |ui| {
                    ui.caption(quarter.clone());
                    ui.rich(
                        TextKind::Note,
                        [Span::muted(format!("{base:.0} → ")), Span::strong(format!("{asked:.0}"))],
                    );
                });
            }
        });
    });
}

fn marks(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.card(|ui| {
        ui.label(text.get("marks-title"));
        for point in debrief.timeline.iter().filter(|point| !point.marks.is_empty()) {
            ui.area(Area::row(space::XS).wrap(), |ui| {
                ui.area(Area::column(0.0).width(40.0), |ui| {
                    ui.label(point.label.clone());
                });
                for (customer, built) in &point.marks {
                    let tone = if *built { Tone::Joint } else { Tone::Neutral };
                    ui.tag(tone, customer.clone());
                }
            });
        }
    });
}

fn decisions(ui: &mut Ui, debrief: &Debrief) {
    ui.area(Area::card().grow(1.0), |ui| {
        ui.scroll("decisions", space::XS, |ui| {
            for line in &debrief.decisions {
                decision(ui, line);
                ui.divider();
            }
        });
    });
}

fn decision(ui: &mut Ui, line: &DecisionLine) {
    ui.area(Area::row(space::S).align_start().firm(), |ui| {
        ui.area(Area::column(0.0).width(40.0), |ui| {
            ui.label(line.quarter.clone());
        });
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.note(line.text.clone());
            ui.caption(line.by.clone());
        });
        ui.area(Area::row(space::XS).wrap().at_end().grow(1.0), |ui| {
            for moved in &line.moved {
                ui.tag(Tone::Neutral, format!("{} {}", moved.label, moved.amount));
            }
        });
    });
}

fn cards(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.scroll("cards", space::S, |ui| {
        ui.note(debrief.stances.clone());
        for row in debrief.cards.chunks(2) {
            ui.area(Area::grid(&[1.0, 1.0], space::S).firm(), |ui| {
                for card in row {
                    truth(ui, text, card);
                }
            });
        }
    });
}

fn truth(ui: &mut Ui, text: &Text, card: &CardTruth) {
    ui.card(|ui| {
        ui.area(Area::row(space::S).between(), |ui| {
            ui.label(format!("{} · {}", card.quarter, card.customer));
            ui.tag(Tone::Neutral, card.outcome.clone());
        });
        ui.note(card.ask.clone());
        ui.caption(text.with("truth-believed", &[("what", &card.believed)]));
        ui.caption(text.with("truth-true", &[("what", &card.truth)]));
        ui.caption(text.with("truth-answer", &[("stances", &card.stances), ("answer", &card.answer)]));
    });
}

fn talk(ui: &mut Ui, text: &Text, debrief: &Debrief) {
    ui.area(Area::soft(Tone::Joint).padding(space::L, space::L).grow(1.0), |ui| {
        ui.scroll("talk", space::M, |ui| {
            ui.heading(text.get("talk-title"));
            for prompt in &debrief.prompts {
                ui.body(prompt.clone());
            }
            ui.toned(TextKind::Note, judged(None), text.get("talk-note"));
        });
    });
}
