//! The Sales Lead's desk: the pipeline by expected close, the quota, the target mix, the moves, and the renewals.

use std::collections::BTreeSet;

use super::desk::{self, LINE};
use crate::app::director::{Act, WindowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Button, RangeBar, Slider, Span, TextKind, Ui};
use crate::play;
use crate::text::Text;
use crate::view::{DealCard, PipelineColumn, Renewal, SalesDesk, Term, Topic};

/// Widths of the pipeline and of the plan, chosen so that all columns, including those of the pipeline, are
/// whole pixels of the design.
const COLUMNS: [f32; 2] = [733.0, 491.0];
/// How much longer the axis of the quota is than what is shown on it.
const AXIS_ROOM: f64 = 1.04;
/// Number of moves side by side.
const MOVES: usize = 2;

/// Draws the desk.
pub(super) fn draw(ui: &mut Ui, text: &Text, desk: &SalesDesk, says: Option<&str>, open: &BTreeSet<usize>) {
    ui.body_area(Area::grid(&COLUMNS, space::M).tweak(desk::one_row), |ui| {
        let card = Area::card().padding(space::M, space::S).grow(1.0).spot("spot-pipeline");
        ui.area(card, |ui| pipeline(ui, text, desk));
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("sales-plan", space::S, |ui| {
                target(ui, text, desk);
                let attention = (desk.attention, desk.attention_all);
                desk::announced(ui, Tone::Product, says);
                desk::moves(ui, text, Tone::Sales, &desk.moves, attention, MOVES, open, |made| {
                    Act::Play(play::Act::SalesMove(made))
                });
                renewals(ui, text, &desk.renewals);
            });
        });
    });
}

fn pipeline(ui: &mut Ui, text: &Text, desk: &SalesDesk) {
    ui.area(Area::row(space::S).between().firm(), |ui| {
        ui.row(space::XS, |ui| {
            ui.role_shape(Tone::Sales);
            ui.heading(text.get("pipeline-title"));
        });
        ui.tag(Tone::Sales, text.with("pushes-left", &[("count", &desk.pushes)]));
    });
    quota(ui, text, desk);
    let shares = vec![1.0; desk.columns.len()];
    ui.area(Area::grid(&shares, space::S).ring_room().grow(1.0).tweak(desk::one_row), |ui| {
        for (i, PipelineColumn { name: title, deals }) in desk.columns.iter().enumerate() {
            ui.area(Area::column(space::XS).ring_room().grow(1.0), |ui| {
                ui.rich(TextKind::Caption, [Span::strong(title.clone())]);
                if deals.is_empty() {
                    ui.caption(text.get("no-deals"));
                }
                ui.scroll(format!("pipeline-{i}"), space::XS, |ui| {
                    for deal in deals {
                        card(ui, text, deal);
                    }
                    // Small deals are decided this quarter, so they are listed in its column.
                    if i == 0 {
                        ui.caption(desk.run_rate.clone());
                    }
                });
            });
        }
    });
}

/// What this quarter is likely to bring, on an axis with marks where the commission rate rises; and
/// the commission so far.
fn quota(ui: &mut Ui, text: &Text, desk: &SalesDesk) {
    let bar = &desk.bar;
    let furthest = bar.marks.iter().map(|mark| mark.from).fold(bar.quota.max(bar.likely.high), f64::max);
    let share = |dollars: f64| (dollars / (furthest * AXIS_ROOM).max(1.0)) as f32;
    let likely = RangeBar { low: share(bar.likely.low), high: share(bar.likely.high), tone: Tone::Sales };
    let mut marks: Vec<(f32, String)> = bar.marks.iter().map(|mark| (share(mark.from), mark.name.clone())).collect();
    if marks.is_empty() {
        marks.push((share(bar.quota), text.with("quota-alone", &[("quota", &desk.quota)])));
    }
    // If there are marks, they already explain the commission.
    let pay = (bar.marks.is_empty()).then(|| desk.pay.clone());
    ui.area(Area::column(space::XXS).firm(), |ui| {
        ui.area(Area::row(space::S).between(), |ui| {
            let explain = Act::Window(WindowAct::Explain(0, Topic::Term(Term::Quota)));
            ui.area(Area::column(0.0).grow(1.0), |ui| {
                ui.leading("quota", bar.line.clone(), Area::row(0.0), explain, |ui| {
                    ui.note(bar.line.clone());
                });
            });
            ui.caption(text.with("commission-so-far", &[("commission", &desk.commission)]));
        });
        ui.named_range(likely, marks);
        if let Some(pay) = pay {
            ui.caption(pay);
        }
    });
}

/// A deal: who and how much, what they ask for, what is known about them, and whether it is pushed.
fn card(ui: &mut Ui, text: &Text, deal: &DealCard) {
    let id = deal.deal.0;
    ui.area(Area::card().padding(space::S, space::XS).firm().tweak(|node| node.row_gap = bevy::ui::px(2)), |ui| {
        ui.label(deal.customer.clone());
        ui.caption(format!("{} · {}", deal.arr, deal.segment));
        if !deal.ask.is_empty() {
            ui.rich(TextKind::Caption, [Span::strong(text.with("deal-asks", &[("ask", &deal.ask)]))]);
        }
        for known in [&deal.champion, &deal.competitor].into_iter().filter(|words| !words.is_empty()) {
            ui.caption(known.clone());
        }
        // A reserved line, because it comes and goes with a move, and the cards below must not.
        ui.area(Area::column(0.0).min_height(LINE).firm(), |ui| {
            if deal.consent {
                ui.rich(TextKind::Caption, [Span::toned(text.get("deal-consent"), Tone::Product)]);
            }
        });
        if let Some(fit) = &deal.fit {
            ui.rich(TextKind::Caption, [Span::strong(fit.clone())]);
        }
        ui.area(Area::row(space::XXS).between().wrap(), |ui| {
            ui.row(space::XXS, |ui| {
                let push = Button::secondary(format!("push-{id}"), text.get("push")).tone(Tone::Sales).small();
                let push = push.spoken_as(text.with("push-for", &[("customer", &deal.customer)]));
                let push = push.blocked_by(deal.why_not_push.clone()).reason_aside();
                ui.button(push.sends(Act::Play(play::Act::Push(deal.deal))));
                // Tokens spent in earlier quarters are shown as empty dots.
                if deal.pushes + deal.pushed_before > 0 {
                    ui.dots(Tone::Sales, deal.pushes, deal.pushes + deal.pushed_before);
                }
            });
            if deal.pushes > 0 {
                let back = Button::quiet(format!("unpush-{id}"), text.with("unpush", &[("count", &deal.pushes)]));
                ui.button(back.tone(Tone::Sales).small().sends(Act::Play(play::Act::Unpush(deal.deal))));
            }
        });
    });
}

fn renewals(ui: &mut Ui, text: &Text, renewals: &[Renewal]) {
    ui.subheading(text.get("renewals-title"));
    if renewals.is_empty() {
        ui.muted(text.get("no-renewals"));
    }
    for renewal in renewals {
        ui.area(Area::row(space::S).between().firm(), |ui| {
            ui.area(Area::column(0.0).grow(1.0), |ui| {
                ui.note(format!("{} · {}", renewal.name, renewal.segment));
            });
            if renewal.let_down {
                ui.tag(Tone::Debt, text.get("renewal-late"));
            }
            ui.toned(TextKind::Label, Tone::Neutral, renewal.arr.clone());
        });
    }
}

fn target(ui: &mut Ui, text: &Text, desk: &SalesDesk) {
    ui.area(Area::card().firm(), |ui| {
        ui.subheading(text.get("target-title"));
        for (i, row) in desk.target.iter().enumerate() {
            let value = text.with("target-value", &[("percent", &row.percent), ("market", &row.market)]);
            let slider = Slider::new(format!("target-{i}"), row.name.clone(), i32::from(row.percent), 0, 100)
                .step(i32::from(crate::sim::STEP))
                .tone(Tone::Sales)
                .label_width(150.0)
                .value_text(value)
                .sends(move |percent| Act::Play(play::Act::Target(i, u8::try_from(percent).unwrap_or(0))));
            ui.slider(slider);
        }
        if let Some(goes_on) = &desk.goes_on {
            ui.toned(TextKind::Note, Tone::Caution, goes_on.clone());
        }
    });
}
