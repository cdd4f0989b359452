//! The Sales Lead's desk: the pipeline by expected close, target mix, renewals, moves.

use super::desk;
use crate::app::director::Act;
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Button, Range, Slider, TextKind, Ui};
use crate::text::Text;
use crate::view::{DealCard, QuotaBar, SalesDesk, Term, Topic};

/// The axis of the quota is this much longer than what stands on it.
const AXIS_ROOM: f64 = 1.08;

/// Draws the desk.
pub(super) fn draw(ui: &mut Ui, text: &Text, desk: &SalesDesk, open: usize) {
    ui.body_area(Area::grid(&[1.0, 1.0], space::M).tweak(desk::one_row), |ui| {
        ui.area(Area::card().grow(1.0), |ui| pipeline(ui, text, desk));
        ui.area(Area::column(0.0).ring_room().grow(1.0), |ui| {
            ui.scroll("sales-plan", space::S, |ui| {
                target(ui, text, desk);
                let attention = (desk.attention, desk.attention_all);
                desk::moves(ui, text, Tone::Sales, &desk.moves, attention, open, Act::SalesMove);
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
    ui.scroll("pipeline", space::S, |ui| {
        quota(ui, &desk.bar);
        ui.muted(text.with("sales-quota", &[("quota", &desk.quota), ("pay", &desk.pay)]));
        for (column, deals) in &desk.columns {
            ui.subheading(column.clone());
            if deals.is_empty() {
                ui.muted(text.get("no-deals"));
            }
            for deal in deals {
                card(ui, text, deal);
            }
        }
        ui.muted(desk.run_rate.clone());
        ui.divider();
        ui.subheading(text.get("renewals-title"));
        if desk.renewals.is_empty() {
            ui.muted(text.get("no-renewals"));
        }
        for renewal in &desk.renewals {
            ui.area(Area::row(space::S).between(), |ui| {
                ui.area(Area::column(0.0).grow(1.0), |ui| {
                    ui.note(format!("{} · {}", renewal.name, renewal.segment));
                });
                if renewal.let_down {
                    ui.tag(Tone::Debt, text.get("renewal-late"));
                }
                ui.toned(TextKind::Label, Tone::Neutral, renewal.arr.clone());
            });
        }
    });
}

/// What this quarter is likely to bring, on an axis with the quota and the marks from which commission grows.
fn quota(ui: &mut Ui, bar: &QuotaBar) {
    let most = bar.marks.iter().copied().fold(bar.quota.max(bar.likely.high), f64::max) * AXIS_ROOM;
    let share = |dollars: f64| (dollars / most.max(1.0)) as f32;
    let marks = bar.marks.iter().copied().chain([bar.quota]).map(share);
    let likely = Range { low: share(bar.likely.low), high: share(bar.likely.high), tone: Tone::Sales };
    let explain = Act::Explain(0, Topic::Term(Term::Quota));
    ui.leading("quota", bar.line.clone(), Area::column(0.0).firm(), explain, |ui| {
        ui.caption(bar.line.clone());
    });
    ui.marked_range(likely, marks);
}

fn card(ui: &mut Ui, text: &Text, deal: &DealCard) {
    let id = deal.deal.0;
    ui.area(Area::card().padding(space::S, space::XS).firm(), |ui| {
        ui.area(Area::row(space::S).wrap().between(), |ui| {
            ui.area(Area::column(0.0).grow_from_word(1.0), |ui| {
                ui.label(deal.customer.clone());
                ui.caption(format!("{} · {}", deal.arr, deal.segment));
            });
            ui.row(space::XS, |ui| {
                if deal.consent {
                    ui.tag(Tone::Product, text.get("deal-consent"));
                }
                if let Some(fit) = &deal.fit {
                    ui.tag(Tone::Neutral, fit.clone());
                }
                if deal.pushes > 0 {
                    let back = Button::quiet(format!("unpush-{id}"), text.with("unpush", &[("count", &deal.pushes)]));
                    ui.button(back.tone(Tone::Sales).sends(Act::Unpush(deal.deal)));
                }
                let push = Button::secondary(format!("push-{id}"), text.get("push")).tone(Tone::Sales);
                // Why there is none left is said once, above; a reason per card would drown the cards.
                let blocked = deal.why_not_push.as_ref().map(|_| String::new());
                ui.button(push.blocked_by(blocked).sends(Act::Push(deal.deal)));
            });
        });
        if !deal.ask.is_empty() {
            ui.note(text.with("deal-asks", &[("ask", &deal.ask)]));
            ui.caption(format!("{} · {}", deal.champion, deal.competitor));
        } else {
            ui.caption(deal.champion.clone());
        }
    });
}

fn target(ui: &mut Ui, text: &Text, desk: &SalesDesk) {
    ui.area(Area::card().firm(), |ui| {
        ui.subheading(text.get("target-title"));
        for (i, row) in desk.target.iter().enumerate() {
            let value = text.with("target-value", &[("percent", &row.percent), ("market", &row.market)]);
            let slider = Slider::new(format!("target-{i}"), row.name.clone(), i32::from(row.percent), 0, 100)
                .step(i32::from(crate::sim::STEP))
                .tone(Tone::Sales)
                .label_width(200.0)
                .value_text(value)
                .sends(move |percent| Act::Target(i, u8::try_from(percent).unwrap_or(0)));
            ui.slider(slider);
        }
    });
}
