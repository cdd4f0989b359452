//! Signing: what is drafted becomes a command of the rules; a computer partner answers at once.

use super::{Play, Showing};
use crate::sim::{Answer, Command, DealId, Event, Phase, Quarter, Refusal, Seat, Step};
use crate::text::{self, Text};
use crate::view::{self, StepKind};

impl Play {
    /// The briefing is read by the seat that has the machine, the review by both.
    pub(super) fn read(&mut self, text: &Text, step: &Step) {
        match *step {
            Step::ReadBriefing(seat) => self.execute(text, &Command::Read { seat }),
            Step::ReadReview(_) => {
                // A computer partner reads by itself, and with the second reader the review is over.
                for seat in Seat::BOTH {
                    let open = matches!(self.step(), Step::ReadReview(_));
                    if open && !*self.session.game().state().turn.read.get(seat) {
                        self.execute(text, &Command::Read { seat });
                    }
                }
                if self.session.game().state().phase == Phase::Ended {
                    self.showing = Showing::Echo;
                }
            }
            _ => {}
        }
    }

    pub(super) fn sign(&mut self, text: &Text, step: &Step) {
        let command = match *step {
            Step::Plan(Seat::Product) => Command::PlanProduct(self.draft.product.clone()),
            Step::Plan(Seat::Sales) => Command::PlanSales(self.draft.sales.clone()),
            Step::Stance(seat, deal) => match self.draft.stance {
                Some(stance) => Command::TakeStance { seat, deal, stance },
                None => return,
            },
            Step::Predict(seat) => match self.draft.range() {
                Some(range) => Command::Predict { seat, range },
                None => return,
            },
            _ => return,
        };
        self.execute(text, &command);
    }

    pub(super) fn sign_as(&mut self, text: &Text, step: &Step, seat: Seat) {
        let command = match (step, self.draft.answer) {
            (Step::House(_), _) => Command::SignHouse { seat, house: self.draft.house },
            (Step::Answer(_, deal), Some(answer)) => Command::SignAnswer { seat, deal: *deal, answer },
            _ => return,
        };
        self.execute(text, &command);
    }

    /// The CEO chooses between the two sides: what each signed, or else its stance.
    pub(super) fn escalate(&mut self, text: &Text, seat: Seat, deal: DealId) {
        self.execute(text, &Command::Escalate { seat, deal });
    }

    /// Does a command of a person; a computer partner answers at once.
    fn execute(&mut self, text: &Text, command: &Command) {
        let before = self.step();
        let game = matches!(before, Step::Predict(_)).then(|| Box::new(self.session.game().clone()));
        let happened = self.session.execute(command).map(|mut events| {
            events.extend(self.let_partner_act());
            events
        });
        match happened {
            Ok(events) => {
                self.notice = events.iter().find_map(|event| self.told_at_the_table(text, event));
                if let Some(record) = events.iter().find_map(closed) {
                    self.showing = Showing::Close(record, 0);
                    let steps = self.close(text, record).steps;
                    self.close_steps = steps.len();
                    self.gate_step = steps.iter().position(|step| step.kind == StepKind::Gates);
                    self.before = game;
                    self.holder = None;
                }
                // The second signature under the same draft is still to come: keep what was agreed on.
                if self.step_changed(&before) {
                    self.redraft();
                } else if let Some(offer) = events.iter().find_map(|event| self.offered(event)) {
                    self.draft.answer = Some(offer);
                }
            }
            Err(refusal) => self.notice = Some(self.refusal(text, &refusal)),
        }
    }

    /// What happens while a computer partner does what is its turn.
    pub(super) fn let_partner_act(&mut self) -> Vec<Event> {
        let mut happened = Vec::new();
        let Some(partner) = self.session.partner() else { return happened };
        while let Some(command) = partner.command(self.session.game()) {
            match self.session.execute(&command) {
                Ok(events) => happened.extend(events),
                Err(_) => break,
            }
        }
        happened
    }

    /// Whether the game asks for something else now than another signature under the same draft.
    fn step_changed(&self, before: &Step) -> bool {
        match (before, self.step()) {
            (Step::House(_), Step::House(_)) => false,
            (Step::Answer(_, was), Step::Answer(_, now)) => *was != now,
            _ => true,
        }
    }

    /// What a computer partner would sign instead of what the person signed.
    fn offered(&self, event: &Event) -> Option<Answer> {
        match *event {
            Event::AnswerSigned(seat, _, answer) => {
                self.session.partner().filter(|partner| partner.seat == seat).map(|_| answer)
            }
            _ => None,
        }
    }

    /// What everybody at the table hears: what the CEO decided, or what a computer partner offers.
    fn told_at_the_table(&self, text: &Text, event: &Event) -> Option<String> {
        let game = self.session.game();
        match *event {
            Event::Answered(deal, _) => view::ceo_decided(game, text, deal),
            Event::AnswerSigned(seat, deal, _) => {
                let partner = self.session.partner().filter(|partner| partner.seat == seat)?;
                view::partner_offers(game, text, &partner, deal)
            }
            _ => None,
        }
    }

    fn refusal(&self, text: &Text, refusal: &Refusal) -> String {
        let game = self.session.game();
        text::refusal(text, game.scenario(), game.state(), refusal)
    }
}

fn closed(event: &Event) -> Option<Quarter> {
    match event {
        Event::QuarterClosed(record) => Some(record.quarter),
        _ => None,
    }
}
