//! The page of a game: the wall, the body for the current step, and what can be done next.

use super::{Play, Showing};
use crate::app::director::act::{Act, DebriefStep};
use crate::app::director::foot::{self, Foot};
use crate::app::director::frame::{Action, Around, Body, Frame, HandOver, Head, PredictDraft, TableTab, ToldClose};
use crate::ids::{DealId, Quarter, Seat};
use crate::lab::{self, Field};
use crate::play;
use crate::sight::Viewer;
use crate::sim::{Answer, By, Step};
use crate::text::{self, Teller, letters};
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
                let before = view::wall(before, text, &self.session().team().name);
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
        view::wall(self.game(), text, &self.session().team().name)
    }

    /// The results of the policies on the same seed, computed when first needed.
    fn field(&self) -> &Field {
        let game = self.game();
        self.field.get_or_init(|| lab::field(game.scenario(), game.state().seed))
    }

    pub(super) fn close(&self, text: &Teller, quarter: Quarter) -> view::Close {
        view::close(self.game(), text, quarter, self.session().events(quarter))
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
        let mut middle = self.open_page(text, step, undo)?;
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

    /// The page of a step, for whoever may see it.
    fn open_page(&self, text: &Teller, step: Step, undo: bool) -> Option<Middle> {
        let game = self.game();
        Some(match step {
            Step::ReadBriefing(seat) => {
                (Body::Briefing(view::briefing(game, text, seat)), Some(seat), foot::briefing(text, seat))
            }
            Step::Plan(Seat::Product) => {
                let desk = view::product_desk(game, text, &self.seat.desk().draft().product);
                let desk = match self.session().partner() {
                    Some(partner) => desk.with_doors(&view::opened(game, &partner)),
                    None => desk,
                };
                let foot = foot::plan(text, Seat::Product, (desk.attention, 0), desk.why_not.clone(), undo);
                let map = view::product_map(game, text, Moment::Now);
                (
                    Body::ProductDesk(Box::new(desk), map, self.announced(text), self.groups.clone()),
                    Some(Seat::Product),
                    foot,
                )
            }
            Step::Plan(Seat::Sales) => {
                let desk = view::sales_desk(game, text, &self.seat.desk().draft().sales);
                let foot = foot::plan(text, Seat::Sales, (desk.attention, desk.pushes), desk.why_not.clone(), undo);
                (Body::SalesDesk(desk, self.announced(text), self.groups.clone()), Some(Seat::Sales), foot)
            }
            Step::House(_) => {
                let desk = view::house(game, text, &self.seat.desk().draft().house);
                let foot = foot::table(text, &self.people(desk.signed), None, None, undo);
                let outcome = view::outcome(game, text, Viewer::Table, self.session().events(game.state().quarter));
                let partner = self.session().partner();
                let says = partner
                    .and_then(|partner| view::partner_proposes(game, text, &partner, &self.seat.desk().draft().house));
                (Body::House(desk, outcome, says), None, foot)
            }
            Step::Stance(seat, deal) => self.stance_page(text, seat, deal, undo)?,
            Step::Answer(_, deal) => self.table_page(text, deal, undo)?,
            Step::Predict(seat) => {
                let predict = view::predict(game, text);
                let draft = self.predict_draft(&predict);
                let set = self.seat.desk().draft().range().is_some();
                (Body::Predict(seat, predict, draft), Some(seat), foot::predict(text, seat, set, undo))
            }
            Step::ReadReview(_) => {
                let review = view::review(game, text, game.state().quarter)?;
                let last = game.state().quarter.0 >= game.scenario().meta.quarters;
                let foot = foot::review(text, last);
                let (map, ledger) = (view::product_map(game, text, Moment::Now), view::debt_ledger(game, text));
                (Body::Review(Box::new(review), map, ledger), None, foot)
            }
            Step::Debrief => self.debrief_page(text, DebriefStep::Felt),
        })
    }

    /// What the computer partner announces before the person plans.
    fn announced(&self, text: &Teller) -> Option<String> {
        view::announced(self.game(), text, &self.session().partner()?)
    }

    pub(super) fn debrief(&self, text: &Teller) -> view::Debrief {
        view::debrief(self.game(), text, &self.field().reached)
    }

    fn debrief_page(&self, text: &Teller, step: DebriefStep) -> Middle {
        let maps = [Moment::Start, Moment::Now].map(|moment| view::product_map(self.game(), text, moment));
        let debrief = self.debrief(text);
        let supposed = (step == DebriefStep::WhatIf).then(|| self.supposed(text)).flatten();
        let instead = if step == DebriefStep::Caused { self.instead(text, &debrief) } else { Vec::new() };
        let around = Around { maps, envelope: self.field().envelope.clone(), instead, supposed };
        (Body::Debrief(Box::new(debrief), Box::new(around), step), None, foot::debrief(text, step))
    }

    fn stance_page(&self, text: &Teller, seat: Seat, deal: DealId, undo: bool) -> Option<Middle> {
        let draft = self.seat.desk().draft().stance.map(Answer::plain);
        let card = view::card(self.game(), text, Viewer::Seat(seat), deal, draft.as_ref())?;
        let foot = foot::stance(text, seat, self.seat.desk().draft().stance, undo);
        Some((Body::Stance(seat, Box::new(card), self.seat.desk().draft().stance), Some(seat), foot))
    }

    fn table_page(&self, text: &Teller, deal: DealId, undo: bool) -> Option<Middle> {
        let game = self.game();
        let draft = self.seat.desk().draft().answer;
        let card = view::card(game, text, Viewer::Table, deal, draft.as_ref())?;
        // If a computer partner made the last offer, the person can still sign an answer that they already signed.
        let last = game.state().deals.get(&deal).and_then(|deal| deal.ask.as_ref()?.signed_last);
        let offered = last.is_some_and(|last| !self.session().human(last));
        let signed =
            card.signed.clone().map(|(seat, signed, _)| (seat, signed.is_some() && signed == draft && !offered));
        let foot = foot::table(text, &self.people(signed), Some(&card), card.why_not.clone(), undo);
        let says = self.session().partner().and_then(|partner| view::partner_says(game, text, &partner, deal));
        Some((Body::Table(Box::new(card), self.tabs(text), says), None, foot))
    }

    /// The signatures that people have to give.
    fn people(&self, signed: [(Seat, bool); 2]) -> Vec<(Seat, bool)> {
        signed.into_iter().filter(|(seat, _)| self.session().human(*seat)).collect()
    }

    fn tabs(&self, text: &Teller) -> Vec<TableTab> {
        let game = self.game();
        let state = game.state();
        let settled = |deal| state.deals.get(&deal).and_then(|deal| deal.ask.as_ref()?.answer);
        let tab = |&deal: &DealId| TableTab {
            deal,
            customer: text::deal_name(text, state, deal),
            answer: settled(deal).map(|settled| text::response(text, settled.answer.response)),
            overruled: settled(deal).is_some_and(|settled| matches!(settled.by, By::Ceo(_))),
            shown: self.seat.desk().card() == Some(deal),
        };
        state.cards().iter().map(tab).collect()
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
