//! Signing: turns the draft into a command of the rules. A computer partner responds at once.

use super::{Play, Showing};
use crate::app::director::foot;
use crate::ids::{DealId, Quarter, Seat};
use crate::sim::{Answer, Command, Event, Phase, Refusal, Response, Step};
use crate::text::{self, Teller};
use crate::view::{self, StepKind};

impl Play {
    /// Marks a page as read: a briefing by the seat that has the machine, the review by both seats.
    pub(super) fn read(&mut self, text: &Teller, step: &Step) {
        match *step {
            Step::ReadBriefing(seat) => self.execute(text, &Command::Read { seat }),
            Step::ReadReview(_) => {
                // A computer partner reads by itself, and the review is over after the second
                // reader, so check before each.
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

    pub(super) fn sign(&mut self, text: &Teller, step: &Step) {
        if self.gives_up(text, step) {
            return;
        }
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

    pub(super) fn sign_as(&mut self, text: &Teller, step: &Step, seat: Seat) {
        if self.gives_up(text, step) {
            return;
        }
        let command = match (step, self.draft.answer) {
            (Step::House(_), _) => Command::SignHouse { seat, house: self.draft.house },
            (Step::Answer(_, deal), Some(answer)) => Command::SignAnswer { seat, deal: *deal, answer },
            _ => return,
        };
        self.execute(text, &command);
    }

    /// Warns once about what a signature under this draft gives up. Returns whether it has just done so; the next
    /// signature goes through.
    fn gives_up(&mut self, text: &Teller, step: &Step) -> bool {
        let game = self.session.game();
        let unused = |left: u8, pushes: usize| {
            foot::unused(text, left, pushes).map(|what| text.with("sign-unused", &[("what", &what)]))
        };
        let given_up = match step {
            Step::Plan(Seat::Product) => unused(view::product_desk(game, text, &self.draft.product).attention, 0),
            Step::Plan(Seat::Sales) => {
                let desk = view::sales_desk(game, text, &self.draft.sales);
                unused(desk.attention, desk.pushes)
            }
            Step::House(_) if !self.draft.house.answers.iter().all(|&answer| answer == Response::Decline) => None,
            Step::House(_) => {
                let signed = &game.state().turn.house_signed;
                let first = signed.product.is_none() && signed.sales.is_none();
                first.then(|| text.get("house-all-declined"))
            }
            _ => None,
        };
        let Some(what) = given_up.filter(|_| !self.warned) else { return false };
        self.warned = true;
        self.notice = Some(text.with("sign-gives-up", &[("what", &what)]));
        true
    }

    /// Whether whoever is at the machine may take back the last signature: only its own seat in
    /// private, anybody in the open.
    pub(super) fn may_take_back(&self) -> bool {
        let step = self.step();
        let here = |seat| !step.private() || self.hand_over(&step).is_some() || self.holder == Some(seat);
        let signed = self.session.signed_last().filter(|&seat| self.session.human(seat));
        self.showing == Showing::Step && signed.is_some_and(here)
    }

    /// Takes the last signature back, and makes it the draft of its seat again.
    pub(super) fn take_back(&mut self, text: &Teller) {
        let Some(seat) = self.session.signed_last() else { return };
        let Some(command) = self.session.take_back() else { return };
        // The same seat continues, but has to take the machine again first.
        (self.holder, self.away) = (Some(seat), true);
        if let Command::SignAnswer { deal, .. } = command {
            self.cards.remove(&deal);
            self.card = Some(deal);
        }
        self.redraft();
        match command {
            Command::PlanProduct(plan) => self.draft.product = plan,
            Command::PlanSales(plan) => self.draft.sales = plan,
            Command::TakeStance { stance, .. } => self.draft.stance = Some(stance),
            Command::SignHouse { house, .. } => self.draft.house = house,
            Command::SignAnswer { answer, .. } => self.draft.answer = Some(answer),
            Command::Predict { range, .. } => (self.draft.low, self.draft.high) = (Some(range.low), Some(range.high)),
            Command::Read { .. } | Command::Escalate { .. } => {}
        }
        self.notice = Some(text.get("taken-back"));
    }

    /// Asks the CEO to choose between the two sides: what each lead has signed, or otherwise their stance.
    pub(super) fn escalate(&mut self, text: &Teller, seat: Seat, deal: DealId) {
        self.execute(text, &Command::Escalate { seat, deal });
    }

    /// Executes a person's command, and lets a computer partner respond.
    fn execute(&mut self, text: &Teller, command: &Command) {
        let before = self.step();
        // A quarter closes after one of these, so keep the game as it was before.
        let last = matches!(before, Step::Predict(_) | Step::Answer(..));
        let game = last.then(|| Box::new(self.session.game().clone()));
        let happened = self.session.execute(command).map(|mut events| {
            if let (Command::Escalate { deal, .. }, Some(game)) = (command, &game) {
                self.letter = Some((game.clone(), *deal));
            }
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
                // Undo must not go back beyond a signature.
                if matches!(command, Command::SignHouse { .. } | Command::SignAnswer { .. }) {
                    self.undo.clear();
                }
                // If the second signature under the same draft is still missing, keep what was agreed on.
                if self.step_changed(&before) {
                    self.redraft();
                } else if let Some(offer) = events.iter().find_map(|event| self.offered(event)) {
                    self.draft.answer = Some(offer);
                }
            }
            Err(refusal) => self.notice = Some(self.refusal(text, &refusal)),
        }
    }

    /// Lets a computer partner act for as long as it is its turn, and returns the events.
    pub(super) fn let_partner_act(&mut self) -> Vec<Event> {
        let mut happened = Vec::new();
        let Some(partner) = self.session.partner() else { return happened };
        while let Some(command) = partner.command(self.session.game()) {
            let asks = matches!(command, Command::Escalate { .. });
            let before = asks.then(|| Box::new(self.session.game().clone()));
            match self.session.execute(&command) {
                Ok(events) => happened.extend(events),
                Err(_) => break,
            }
            if let (Command::Escalate { deal, .. }, Some(before)) = (command, before) {
                self.letter = Some((before, deal));
            }
        }
        happened
    }

    /// Whether the next step is something other than another signature under the same draft.
    fn step_changed(&self, before: &Step) -> bool {
        match (before, self.step()) {
            (Step::House(_), Step::House(_)) => false,
            (Step::Answer(_, was), Step::Answer(_, now)) => *was != now,
            _ => true,
        }
    }

    /// The answer that a computer partner has signed, as a counter-offer to what the person signed.
    fn offered(&self, event: &Event) -> Option<Answer> {
        match *event {
            Event::AnswerSigned(seat, _, answer) => {
                self.session.partner().filter(|partner| partner.seat == seat).map(|_| answer)
            }
            _ => None,
        }
    }

    /// What an event tells everybody at the table: the offer of a computer partner.
    fn told_at_the_table(&self, text: &Teller, event: &Event) -> Option<String> {
        let Event::AnswerSigned(seat, deal, _) = *event else { return None };
        let partner = self.session.partner().filter(|partner| partner.seat == seat)?;
        view::partner_offers(self.session.game(), text, &partner, deal)
    }

    fn refusal(&self, text: &Teller, refusal: &Refusal) -> String {
        let game = self.session.game();
        text::refusal(text, game.state(), refusal)
    }
}

fn closed(event: &Event) -> Option<Quarter> {
    match event {
        Event::QuarterClosed(record) => Some(record.quarter),
        _ => None,
    }
}
