//! The Product Lead's desk: the capacity bar, the four shares and their effect, and the moves; beside them the product,
//! what is promised, evidence and themes.

use std::collections::BTreeSet;

use super::{briefing::amount, chart, desk, weighed};
use crate::app::director::{Act, Sheet, WindowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, MeterPart, Slider, Span, TextKind, Ui};
use crate::play::{self, Share};
use crate::sim::check::token_stock;
use crate::text::Text;
use crate::view::{
    AllocationRow, Amount, BacklogRow, CapacityPart, PartKind, ProductDesk, ProductMap, RequestRow, Term, Topic,
};

/// The share of the bar that one letter takes. A part narrower than its name is drawn without it.
const LETTER: f64 = 0.0115;

/// Height of the product map.
const MAP: f32 = 210.0;
/// Number of moves side by side.
const MOVES: usize = 3;

/// Draws the desk.
pub(super) fn draw(
    ui: &mut Ui,
    text: &Text,
    desk: &ProductDesk,
    map: &ProductMap,
    says: Option<&str>,
    open: &BTreeSet<usize>,
) {
    ui.body_area(Area::grid(&[2.0, 1.0], space::M).tweak(desk::one_row), |ui| {
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("product-plan", space::S, |ui| {
                engineering(ui, text, desk);
                let attention = (desk.attention, desk.attention_all);
                desk::announced(ui, Tone::Sales, says);
                desk::moves(ui, text, Tone::Product, &desk.moves, attention, MOVES, open, |made| {
                    Act::Play(play::Act::ProductMove(made))
                });
            });
        });
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("product-side", space::S, |ui| {
                product(ui, text, desk, map);
                ui.area(Area::card().padding(space::M, space::S).firm(), |ui| side(ui, text, desk));
            });
        });
    });
}

/// The product map as a button that opens the full map.
fn product(ui: &mut Ui, text: &Text, desk: &ProductDesk, map: &ProductMap) {
    ui.area(Area::card().padding(space::XS, space::XS).firm(), |ui| {
        let area = Area::column(space::XXS).padding(space::XS, space::XXS);
        ui.leading("open-map", text.get("map-open"), area, Act::Window(WindowAct::Open(Sheet::Map)), |ui| {
            ui.area(Area::row(space::S).between(), |ui| {
                ui.subheading(text.get("map-title"));
                ui.tag(Tone::Neutral, desk.coherence_now.clone());
            });
            chart::product_map(ui, map, MAP);
            ui.caption(text.with("map-specials", &[("specials", &map.specials.len()), ("older", &map.older)]));
        });
    });
}

fn engineering(ui: &mut Ui, text: &Text, desk: &ProductDesk) {
    ui.area(
        Area::card().padding(space::M, space::S).firm().tweak(|node| node.row_gap = bevy::ui::px(space::XXS)),
        |ui| {
            ui.area(Area::row(space::S).between(), |ui| {
                ui.row(space::XS, |ui| {
                    ui.role_shape(Tone::Product);
                    ui.heading(text.get("engineering-title"));
                });
                let explain = Act::Window(WindowAct::Explain(0, Topic::Term(Term::Capacity)));
                ui.leading("capacity", desk.headline.clone(), Area::row(0.0), explain, |ui| {
                    ui.muted(desk.headline.clone());
                });
            });
            let all: f64 = desk.bar.iter().map(|part| part.weeks).sum();
            ui.meter(desk.bar.iter().map(|part| segment(part, all)));
            ui.area(Area::row(space::M).wrap().firm(), |ui| {
                for part in desk.bar.iter().filter(|part| eaten(part.kind)) {
                    let words = format!("{} {:.0}", part.label, part.weeks);
                    let explain = Act::Window(WindowAct::Explain(0, Topic::Term(term(part.kind))));
                    let name = format!("eaten-{}", term(part.kind).key());
                    ui.leading(name, words.clone(), Area::row(0.0), explain, |ui| {
                        ui.hatched_legend(part_tone(part.kind), words);
                    });
                }
            });
            ui.area(Area::column(space::XXS).firm().spot("spot-shares"), |ui| {
                for row in &desk.rows {
                    share_slider(ui, text, row);
                }
            });
            preview(ui, text, &desk.preview);
            if let Some(goes_on) = &desk.goes_on {
                ui.toned(TextKind::Note, Tone::Caution, goes_on.clone());
            }
        },
    );
}

fn share_slider(ui: &mut Ui, text: &Text, row: &AllocationRow) {
    let share = share(row.kind);
    let slider = Slider::new(format!("share-{}", name(share)), row.label.clone(), i32::from(row.percent), 0, 100)
        .step(i32::from(crate::sim::STEP))
        .tone(part_tone(row.kind))
        .value_text(text.with("share-value", &[("weeks", &row.weeks), ("percent", &row.percent)]))
        .sends(move |percent| Act::Play(play::Act::Allocate(share, u8::try_from(percent).unwrap_or(0))));
    ui.slider(slider);
}

/// What the split would do, in one line.
fn preview(ui: &mut Ui, text: &Text, lines: &[Amount]) {
    let mut spans = vec![Span::muted(text.get("split-title"))];
    for (i, line) in lines.iter().enumerate() {
        let before = if i == 0 { " " } else { " · " };
        spans.push(Span::plain(format!("{before}{} ", line.text)));
        spans.push(Span::toned(line.amount.clone(), weighed(&line.amount, line.good)));
    }
    ui.rich(TextKind::Note, spans);
}

/// The term that explains a part of the capacity.
fn term(kind: PartKind) -> Term {
    match kind {
        PartKind::Upkeep => Term::Upkeep,
        PartKind::Drag => Term::Drag,
        PartKind::Support => Term::Fit,
        PartKind::Specials => Term::Backlog,
        PartKind::Repair => Term::Repair,
        PartKind::Discovery => Term::Discovery,
        PartKind::Roadmap | PartKind::Free => Term::Capacity,
    }
}

/// Whether a part is gone before anybody plans. Such parts are named below the bar.
fn eaten(kind: PartKind) -> bool {
    matches!(kind, PartKind::Upkeep | PartKind::Drag | PartKind::Support)
}

/// A part of the bar. If it is too narrow for its name, it shows only its weeks; the sliders have all the names.
fn segment(part: &CapacityPart, all: f64) -> MeterPart {
    let named = format!("{} {:.0}", part.label, part.weeks);
    let fits = part.weeks >= LETTER * (named.chars().count() + 2) as f64 * all;
    let label = if fits && !eaten(part.kind) { named } else { format!("{:.0}", part.weeks) };
    let weeks = part.weeks as f32;
    match part.kind {
        kind if eaten(kind) => MeterPart::hatched(label, weeks, part_tone(kind)),
        // Lighter, because the roadmap already has the full colour of the same tone.
        PartKind::Discovery => MeterPart::tinted(label, weeks, part_tone(part.kind)),
        _ => MeterPart::solid(label, weeks, part_tone(part.kind)),
    }
}

fn part_tone(kind: PartKind) -> Tone {
    match kind {
        PartKind::Upkeep => Tone::Debt,
        PartKind::Drag => Tone::Caution,
        PartKind::Support | PartKind::Free => Tone::Neutral,
        PartKind::Roadmap | PartKind::Discovery => Tone::Product,
        PartKind::Specials => Tone::Joint,
        PartKind::Repair => Tone::Good,
    }
}

fn share(kind: PartKind) -> Share {
    match kind {
        PartKind::Specials => Share::Specials,
        PartKind::Repair => Share::Repair,
        PartKind::Discovery => Share::Discovery,
        _ => Share::Roadmap,
    }
}

fn name(share: Share) -> &'static str {
    match share {
        Share::Roadmap => "roadmap",
        Share::Specials => "specials",
        Share::Repair => "repair",
        Share::Discovery => "discovery",
    }
}

fn side(ui: &mut Ui, text: &Text, desk: &ProductDesk) {
    if !desk.requests.is_empty() {
        ui.subheading(text.get("requests-title"));
        for row in &desk.requests {
            request(ui, text, row);
        }
        ui.divider();
    }
    ui.subheading(text.get("backlog-title"));
    if desk.backlog.is_empty() {
        ui.muted(text.get("backlog-empty"));
    }
    for row in &desk.backlog {
        backlog(ui, text, row);
    }
    ui.divider();
    ui.subheading(text.get("evidence-title"));
    ui.area(Area::row(space::XS).wrap(), |ui| {
        for token in &desk.tokens {
            let tone = if token.usable { Tone::Caution } else { Tone::Neutral };
            let words = format!("{} {}", token.label, token.shown);
            let explain = Act::Window(WindowAct::Explain(0, Topic::Number(token_stock(token.evidence))));
            let name = format!("evidence-{:?}", token.evidence).to_lowercase();
            ui.leading(name, words.clone(), Area::row(0.0), explain, |ui| {
                ui.tag(tone, words);
            });
        }
    });
    ui.divider();
    ui.subheading(text.get("coherence-title"));
    if desk.coherence.is_empty() {
        ui.muted(text.get("nothing-moved"));
    }
    for part in &desk.coherence {
        amount(ui, part);
    }
    ui.divider();
    ui.subheading(text.get("themes-title"));
    for theme in &desk.themes {
        ui.area(Area::row(space::S).between(), |ui| {
            ui.area(Area::column(0.0).grow(1.0), |ui| {
                ui.note(theme.name.clone());
            });
            if theme.built {
                ui.tag(Tone::Good, text.get("theme-built"));
            } else {
                ui.toned(TextKind::Caption, Tone::Neutral, text.with("theme-asked", &[("count", &theme.asked)]));
            }
        });
    }
}

/// A request that will come to the table, as far as Product knows it.
fn request(ui: &mut Ui, text: &Text, row: &RequestRow) {
    ui.area(Area::row(space::S).between().align_start(), |ui| {
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.label(row.customer.clone());
            ui.caption(text.with(
                "request-row",
                &[("ask", &row.ask), ("effort", &row.effort_line), ("alignment", &row.alignment_line)],
            ));
            for note in &row.notes {
                ui.caption(note.text.clone());
            }
        });
        ui.tag(Tone::Joint, row.comes.clone());
    });
}

fn backlog(ui: &mut Ui, text: &Text, row: &BacklogRow) {
    ui.area(Area::row(space::S).between().align_start(), |ui| {
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            ui.label(row.customer.clone());
            ui.caption(
                text.with("backlog-row", &[("ask", &row.ask), ("response", &row.response), ("left", &row.left)]),
            );
        });
        if row.late {
            ui.tag(Tone::Debt, text.with("backlog-late", &[("due", &row.due)]));
        } else {
            ui.tag(Tone::Neutral, text.with("backlog-due", &[("due", &row.due)]));
        }
    });
}
