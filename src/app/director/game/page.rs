//! The page of a game: the wall, the body for the current step, and what can be done next.

use super::{Play, Showing};
use crate::app::director::act::{Act, DebriefStep};
use crate::app::director::foot::{self, Foot};
use crate::app::director::frame::{Action, Around, Body, Frame, HandOver, Head, PredictDraft, ToldClose};
use crate::ids::{Quarter, Seat};
use crate::play::{self, Page};
use crate::sim::Step;
use crate::text::{Teller, letters};
use crate::view::{self, Moment};

/// How many steps an end of a prediction can be away from the usual one.
const PREDICT_REACH: i32 = 30;

/// The body of a page, whose page it is, and its foot.
type Middle = (Body, Option<Seat>, Foot);

impl Play {
    pub(in super::super) fn frame(&self, text: &Teller) -> Frame {
        let (body, owner, foot) = match self.showing {
            Showing::Close(quarter, step) => {
                let close = self.close(text, quarter);
                let foot = foot::close(text, step, close.steps.len());
                (Body::Close(Box::new(self.told_close(text, close)), step), None, foot)
            }
            Showing::Echo => {
                let debrief = self.debrief(text);
                let foot = foot::echo(text, debrief.insolvent);
                (Body::Echo(Box::new(debrief)), None, foot)
            }
            Showing::Debrief(step) => self.debrief_page(text, step),
            Showing::Step => self.step_page(text).unwrap_or_else(|| (Body::Nothing, None, foot::nothing(text))),
        };
        let wall = match (&body, &self.before) {
            (Body::Close(told, step), Some(before)) if *step < told.close.steps.len() => {
                let before = view::wall(before, text, &self.session().log().team_name(text));
                view::wall_at(text, &before, &self.wall(text), &told.close, *step)
            }
            _ => self.wall(text),
        };
        let head = Head { wall, owner, notice: self.session().save_problem(text) };
        // Between two private pages there is nothing to read but who comes.
        let between = matches!(body, Body::HandOver(_));
        let wall = (!between).then_some(head);
        let foot = Foot { notice: self.notice.clone().filter(|_| !between), ..foot };
        Frame { wall, body, foot, note: None, sheet: None, plates: Vec::new() }
    }

    fn wall(&self, text: &Teller) -> view::Wall {
        view::wall(self.game(), text, &self.session().log().team_name(text))
    }

    pub(super) fn close(&self, text: &Teller, quarter: Quarter) -> view::Close {
        view::close(self.game(), text, quarter, self.session().log().events(quarter))
    }

    /// The close, with the product and the debt before and after it.
    fn told_close(&self, text: &Teller, close: view::Close) -> ToldClose {
        let after = self.game();
        let before = self.before.as_deref().unwrap_or(after);
        ToldClose {
            close,
            maps: [before, after].map(|game| view::product_map(game, text, Moment::Now)),
            ledgers: [before, after].map(|game| view::debt_ledger(game, text)),
        }
    }

    /// The page of the current step; `None` if what the step is about does not exist, which the rules should prevent.
    fn step_page(&self, text: &Teller) -> Option<Middle> {
        let step = self.step();
        if let Some(seat) = self.seat.hand_over(&step) {
            let name = letters::shown(self.session().team().lead(seat));
            let foot = foot::hand_over(text, seat, &name);
            let back = self.may_take_back().then(|| Action { bare: false, ..foot::take_back(text) });
            let help = Some(foot::open_help(text));
            let ways = foot.left.iter().cloned().chain(back).chain(help).chain(foot.right.iter().cloned()).collect();
            let problem = self.session().save_problem(text);
            let sheet = HandOver { to: seat, name, task: foot::task(text, &step), problem, ways };
            return Some((Body::HandOver(sheet), None, foot));
        }
        let undo = self.seat.desk().can_undo();
        let mut middle = self.open_page(text, &step, undo)?;
        if self.warned {
            foot::insist(text, &mut middle.2);
        }
        if !undo && self.may_take_back() {
            for action in middle.2.left.iter_mut().filter(|action| action.act == Act::Play(play::Act::Undo)) {
                *action = foot::take_back(text);
            }
        }
        Some(middle)
    }

    /// The page of a step, whose page it is, and its foot.
    fn open_page(&self, text: &Teller, step: &Step, undo: bool) -> Option<Middle> {
        let groups = || self.groups.clone();
        Some(match play::page_of(self.session().log(), step, self.seat.desk(), text)? {
            Page::Briefing(briefing) => {
                let seat = briefing.seat;
                (Body::Briefing(briefing), Some(seat), foot::briefing(text, seat))
            }
            Page::ProductDesk { desk, map, announced } => {
                let foot = foot::plan(text, Seat::Product, (desk.attention, 0), desk.why_not.clone(), undo);
                (Body::ProductDesk(desk, map, announced, groups()), Some(Seat::Product), foot)
            }
            Page::SalesDesk { desk, announced } => {
                let foot = foot::plan(text, Seat::Sales, (desk.attention, desk.pushes), desk.why_not.clone(), undo);
                (Body::SalesDesk(desk, announced, groups()), Some(Seat::Sales), foot)
            }
            Page::House { desk, outcome, says } => {
                let foot = foot::table(text, &self.people(desk.signed), None, None, undo);
                (Body::House(desk, outcome, says), None, foot)
            }
            Page::Stance { seat, card, stance } => {
                let foot = foot::stance(text, seat, stance, undo);
                (Body::Stance(seat, card, stance), Some(seat), foot)
            }
            Page::Table { card, tabs, signed, says } => {
                let foot = foot::table(text, &self.people(signed), Some(&card), card.why_not.clone(), undo);
                (Body::Table(card, tabs, says), None, foot)
            }
            Page::Predict { seat, predict } => {
                let draft = self.predict_draft(&predict);
                let set = self.seat.desk().draft().range().is_some();
                (Body::Predict(seat, predict, draft), Some(seat), foot::predict(text, seat, set, undo))
            }
            Page::Review { review, map, ledger, .. } => {
                let game = self.game();
                let last = game.state().quarter.0 >= game.scenario().meta.quarters;
                let seed = game.state().seed.to_string();
                (Body::Review(review, map, ledger, seed), None, foot::review(text, last))
            }
            Page::Debrief => self.debrief_page(text, DebriefStep::Felt),
            Page::Waiting => return None,
        })
    }

    pub(super) fn debrief(&self, text: &Teller) -> view::Debrief {
        let reached = self.field.here().map_or(&[][..], |field| &field.reached);
        let debrief = view::debrief(self.game(), text, reached, self.verdicts.here());
        debrief.with_luck(self.game(), text, self.fortune.here())
    }

    fn debrief_page(&self, text: &Teller, step: DebriefStep) -> Middle {
        let maps = [Moment::Start, Moment::Now].map(|moment| view::product_map(self.game(), text, moment));
        let debrief = self.debrief(text);
        let supposed = (step == DebriefStep::WhatIf).then(|| self.supposed(text)).flatten();
        let envelope = self.field.here().map_or_else(Vec::new, |field| field.envelope.clone());
        let around = Around { maps, envelope, supposed, again: self.again.clone(), drawn: self.drawn };
        (Body::Debrief(Box::new(debrief), Box::new(around), step), None, foot::debrief(text, step))
    }

    /// The signatures that people have to give.
    fn people(&self, signed: [(Seat, bool); 2]) -> Vec<(Seat, bool)> {
        signed.into_iter().filter(|(seat, _)| self.session().log().human(*seat)).collect()
    }

    fn predict_draft(&self, predict: &view::Predict) -> PredictDraft {
        let steps = |value: f64| libm::round(value / predict.step) as i32;
        let reach = (steps(predict.usual.low) - PREDICT_REACH, steps(predict.usual.high) + PREDICT_REACH);
        PredictDraft {
            low: self.seat.desk().draft().low.map(steps),
            high: self.seat.desk().draft().high.map(steps),
            limits: (reach.0.max(steps(predict.least)), predict.most.map_or(reach.1, |most| reach.1.min(steps(most)))),
        }
    }
}
