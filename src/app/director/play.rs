//! A game on the screen: who has the machine, what is drafted, which step is next.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::act::{Act, DebriefStep};
use super::draft::Draft;
use super::frame::{Body, Frame, HandOver, Head, PredictDraft, SheetPage, TableTab, ToldClose};
use super::notes::Moments;
use super::{Play, foot};
use crate::lab;
use crate::run::Session;
use crate::scenario::Scenario;
use crate::sim::{
    Command, DealId, Entry, Event, Game, Phase, Quantity, Quarter, Record, Refusal, Response, Seat, Step,
};
use crate::text::{self, Text};
use crate::view::{self, Moment, Told, Viewer};

/// How many steps a prediction may lie off the range it starts from.
const PREDICT_REACH: i32 = 30;

/// A point of a number from 0 to 100.
const POINT: f64 = 0.01;

/// Quarters after the game that are told as well.
const ECHO: u8 = 4;

/// What is shown before the next step of the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Showing {
    /// Nothing: the next step.
    Step,
    /// The close of a quarter, up to a step.
    Close(Quarter, usize),
    /// The echo year.
    Echo,
    /// The debrief, and which step is open.
    Debrief(DebriefStep),
}

impl Play {
    pub(super) fn new(session: Session) -> Self {
        let ended = session.game().state().phase == Phase::Ended;
        let mut play = Self {
            session,
            holder: None,
            draft: Draft::default(),
            undo: Vec::new(),
            cards: BTreeMap::new(),
            card: None,
            group: 0,
            refused: None,
            showing: if ended { Showing::Echo } else { Showing::Step },
            before: None,
            close_steps: 0,
            par: OnceLock::new(),
        };
        play.let_partner_act();
        play.redraft();
        play
    }

    /// The step on the screen: the holder goes on first, private steps come before open ones. Beside a computer
    /// partner all steps are those of the person.
    fn step(&self) -> Step {
        let mut steps = self.session.game().steps();
        steps.retain(|step| step.seat().is_none_or(|seat| self.session.human(seat)));
        let mine = |step: &&Step| step.private() && step.seat() == self.holder;
        let at_card = |step: &&Step| matches!(step, Step::Answer(_, deal) if Some(*deal) == self.card);
        let chosen = steps.iter().find(mine).or_else(|| steps.iter().find(|step| step.private()));
        chosen.or_else(|| steps.iter().find(at_card)).or_else(|| steps.first()).cloned().unwrap_or(Step::Debrief)
    }

    /// Whether the machine must change hands before the step.
    fn hand_over(&self, step: &Step) -> Option<Seat> {
        if self.session.partner().is_some() {
            return None;
        }
        step.seat().filter(|&seat| step.private() && self.holder != Some(seat))
    }

    fn redraft(&mut self) {
        let step = self.step();
        if !step.private() {
            self.holder = None;
        }
        self.undo.clear();
        self.group = 0;
        if let Step::Answer(_, deal) = step {
            self.card = Some(deal);
            if let Some((draft, undo)) = self.cards.remove(&deal) {
                (self.draft, self.undo) = (draft, undo);
                return;
            }
        }
        self.draft =
            Draft::for_step(self.session.game(), &step, self.session.partner().map(|partner| partner.seat.other()));
        if let Step::Predict(_) = step {
            self.draft.range = view::predict(self.session.game(), &Text::default()).start;
        }
    }

    /// Looks at another card; what was drafted for this one stays for when it is looked at again.
    fn look_at(&mut self, step: &Step, deal: DealId) {
        if let Step::Answer(_, before) = *step
            && !self.undo.is_empty()
        {
            self.cards.insert(before, (self.draft.clone(), std::mem::take(&mut self.undo)));
        }
        self.card = Some(deal);
        self.redraft();
    }

    pub(super) fn act(&mut self, text: &Text, act: Act) {
        self.refused = None;
        let step = self.step();
        match act {
            Act::Take => {
                self.holder = self.hand_over(&step);
                self.redraft();
            }
            Act::Next | Act::Skip => self.next(act == Act::Skip),
            Act::Step(step) => self.showing = Showing::Debrief(step),
            Act::Group(group) => self.group = group,
            Act::Card(deal) => self.look_at(&step, deal),
            Act::Undo => {
                if let Some(before) = self.undo.pop() {
                    self.draft = before;
                }
            }
            Act::Read => self.read(text, &step),
            Act::Sign => self.sign(text, &step),
            Act::SignAs(seat) => self.sign_as(text, &step, seat),
            Act::Escalate => {
                if let Step::Answer(seat, deal) = step {
                    self.escalate(text, seat, deal);
                }
            }
            change => self.change(&step, &change),
        }
    }

    /// Changes the draft; what changes nothing is nothing to undo.
    fn change(&mut self, step: &Step, act: &Act) {
        let before = self.draft.clone();
        let draft = &mut self.draft;
        match *act {
            Act::Allocate(share, percent) => draft.allocate(share, percent),
            Act::Target(segment, percent) => draft.target(segment, percent),
            Act::ProductMove(made) => toggle(&mut draft.product.moves, made),
            Act::SalesMove(made) => toggle(&mut draft.sales.moves, made),
            Act::Push(deal) => draft.sales.pushes.push(deal),
            Act::Unpush(deal) => draft.sales.pushes.retain(|&other| other != deal),
            Act::House(cell, response) => draft.house.answers[cell as usize] = response,
            Act::Respond(response) if matches!(step, Step::Stance(..)) => draft.stance = Some(response),
            Act::Respond(response) => draft.respond(self.session.game().state(), response),
            Act::Defend(evidence) => {
                if let Some(answer) = &mut draft.answer {
                    answer.defence = evidence;
                }
            }
            Act::Due(quarter) => {
                if let Some(answer) = &mut draft.answer {
                    answer.due = Some(quarter);
                }
            }
            Act::Low(steps) => {
                let step = self.prediction_step();
                self.draft.range.low = f64::from(steps) * step;
                self.draft.range.high = self.draft.range.high.max(self.draft.range.low);
            }
            Act::High(steps) => {
                let step = self.prediction_step();
                self.draft.range.high = f64::from(steps) * step;
                self.draft.range.low = self.draft.range.low.min(self.draft.range.high);
            }
            _ => {}
        }
        if self.draft != before {
            self.undo.push(before);
        }
    }

    fn prediction_step(&self) -> f64 {
        view::predict(self.session.game(), &Text::default()).step
    }

    /// The briefing is read by the seat that has the machine, the review by both.
    fn read(&mut self, text: &Text, step: &Step) {
        match *step {
            Step::ReadBriefing(seat) => self.execute(text, &Command::Read { seat }),
            Step::ReadReview(_) => {
                for seat in Seat::BOTH {
                    if !*self.session.game().state().turn.read.get(seat) {
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

    fn sign(&mut self, text: &Text, step: &Step) {
        let command = match *step {
            Step::Plan(Seat::Product) => Command::PlanProduct(self.draft.product.clone()),
            Step::Plan(Seat::Sales) => Command::PlanSales(self.draft.sales.clone()),
            Step::Stance(seat, deal) => match self.draft.stance {
                Some(stance) => Command::TakeStance { seat, deal, stance },
                None => return,
            },
            Step::Predict(seat) => Command::Predict { seat, range: self.draft.range },
            _ => return,
        };
        self.execute(text, &command);
    }

    fn sign_as(&mut self, text: &Text, step: &Step, seat: Seat) {
        let command = match (step, self.draft.answer) {
            (Step::House(_), _) => Command::SignHouse { seat, house: self.draft.house },
            (Step::Answer(_, deal), Some(answer)) => Command::SignAnswer { seat, deal: *deal, answer },
            _ => return,
        };
        self.execute(text, &command);
    }

    /// The CEO chooses between the two sides: what each signed, or else its stance.
    fn escalate(&mut self, text: &Text, seat: Seat, deal: DealId) {
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
                if let Some(record) = events.iter().find_map(closed) {
                    self.showing = Showing::Close(record, 0);
                    self.close_steps = self.close(text, record).steps.len();
                    self.before = game;
                    self.holder = None;
                }
                // The second signature under the same draft is still to come: keep what was agreed on.
                if self.step_changed(&before) {
                    self.redraft();
                }
            }
            Err(refusal) => self.refused = Some(self.refusal(text, &refusal)),
        }
    }

    /// What happens while a computer partner does what is its turn.
    fn let_partner_act(&mut self) -> Vec<Event> {
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

    fn refusal(&self, text: &Text, refusal: &Refusal) -> String {
        let game = self.session.game();
        text::refusal(text, game.scenario(), game.state(), refusal)
    }

    fn next(&mut self, skip: bool) {
        let ended = self.session.game().state().phase == Phase::Ended;
        self.showing = match self.showing {
            Showing::Close(quarter, step) => {
                let last = self.close_steps;
                match step {
                    step if step < last => Showing::Close(quarter, if skip { last } else { step + 1 }),
                    _ if ended => Showing::Echo,
                    _ => Showing::Step,
                }
            }
            Showing::Echo => Showing::Debrief(DebriefStep::Felt),
            Showing::Debrief(step) => Showing::Debrief(step.next().unwrap_or(step)),
            Showing::Step => Showing::Step,
        };
    }

    /// The product before the game and now.
    fn maps(&self, text: &Text) -> [view::ProductMap; 2] {
        [Moment::Start, Moment::Now].map(|moment| view::product_map(self.session.game(), text, moment))
    }

    /// The game as the players were told it: while a quarter is told, as it was before, until the last step.
    fn told_game(&self) -> &Game {
        match (self.showing, &self.before) {
            (Showing::Close(_, step), Some(before)) if step < self.close_steps => before,
            _ => self.session.game(),
        }
    }

    /// The product map and the debt ledger.
    pub(super) fn map_page(&self, text: &Text) -> SheetPage {
        let game = self.told_game();
        SheetPage::Map(Box::new((view::product_map(game, text, Moment::Now), view::debt_ledger(game, text))))
    }

    /// When a note of the first minutes is due.
    pub(super) fn moment(&self) -> Moments {
        let game = self.told_game();
        let moved = |wanted: &[Quantity]| {
            let new = |entry: &&Entry| entry.quarter > Quarter(0) && entry.quarter <= self.told().quarter;
            game.ledger().iter().filter(new).any(|entry| entry.amount > 0 && wanted.contains(&entry.quantity))
        };
        let coherence = |record: Option<&Record>| record.map_or(0.0, |record| record.get(Quantity::Coherence));
        let history = &game.state().history;
        Moments {
            first_quarter: game.state().quarter == Quarter(1),
            coherence: (coherence(history.first()) - coherence(history.last())).abs() >= POINT,
            debt: moved(&[Quantity::Upkeep, Quantity::Backlog]),
        }
    }

    /// The game as the players were told it, the last quarter of it that they know the end of, and who looks.
    pub(super) fn told(&self) -> Told<'_> {
        let game = self.told_game();
        let step = self.step();
        let private = step.seat().filter(|_| self.showing == Showing::Step && step.private());
        let viewer = private.map_or(Viewer::Table, Viewer::Seat);
        Told { game, quarter: game.state().quarter.plus(ECHO), viewer }
    }

    /// Tells the scenario in other words.
    pub(super) fn retell(&mut self, scenario: Arc<Scenario>) {
        if let Some(before) = &mut self.before {
            before.retell(scenario.clone());
        }
        self.session.retell(scenario);
    }

    /// What the policies reach on the same seed; worked out once, when somebody asks.
    fn par(&self) -> &[(&'static str, f64)] {
        let game = self.session.game();
        self.par.get_or_init(|| lab::par(game.scenario(), game.state().seed))
    }

    fn close(&self, text: &Text, quarter: Quarter) -> view::Close {
        view::close(self.session.game(), text, quarter, self.session.events(quarter))
    }

    /// The close with the product and the bills before and after it.
    fn told_close(&self, text: &Text, close: view::Close) -> ToldClose {
        let after = self.session.game();
        let before = self.before.as_deref().unwrap_or(after);
        ToldClose {
            close,
            maps: [before, after].map(|game| view::product_map(game, text, Moment::Now)),
            ledgers: [before, after].map(|game| view::debt_ledger(game, text)),
        }
    }

    pub(super) fn frame(&self, text: &Text) -> Frame {
        let (body, owner, foot) = match self.showing {
            Showing::Close(quarter, step) => {
                let close = self.close(text, quarter);
                let foot = foot::close(text, step, close.steps.len());
                (Body::Close(Box::new(self.told_close(text, close)), step), None, foot)
            }
            Showing::Echo => {
                let debrief = view::debrief(self.session.game(), text, self.par());
                let foot = foot::echo(text, debrief.insolvent);
                (Body::Echo(Box::new(debrief)), None, foot)
            }
            Showing::Debrief(step) => self.debrief_frame(text, step),
            Showing::Step => self.step_frame(text),
        };
        let wall = match (&body, &self.before) {
            (Body::Close(told, step), Some(before)) if *step < told.close.steps.len() => {
                let before = view::wall(before, text, &self.session.team().name);
                view::wall_at(text, &before, &self.wall(text), &told.close, *step)
            }
            _ => self.wall(text),
        };
        let problem = self.session.save_problem(text);
        let head = Head { wall, owner, notice: self.refused.clone().or(problem) };
        // Between two private pages there is nothing to read but who comes.
        let wall = (!matches!(body, Body::HandOver(_))).then_some(head);
        Frame { wall, body, foot, note: None, sheet: None, plates: Vec::new() }
    }

    fn wall(&self, text: &Text) -> view::Wall {
        view::wall(self.session.game(), text, &self.session.team().name)
    }

    fn step_frame(&self, text: &Text) -> (Body, Option<Seat>, foot::Foot) {
        let game = self.session.game();
        let step = self.step();
        if let Some(seat) = self.hand_over(&step) {
            let name = self.session.team().lead(seat).to_owned();
            let foot = foot::hand_over(text, seat, &name);
            let ways = foot.left.iter().chain([&foot::open_help(text)]).chain(&foot.right).cloned().collect();
            let sheet = HandOver { to: seat, name, task: foot::task(text, &step), ways };
            return (Body::HandOver(sheet), None, foot);
        }
        let undo = !self.undo.is_empty();
        match step {
            Step::ReadBriefing(seat) => {
                (Body::Briefing(view::briefing(game, text, seat)), Some(seat), foot::briefing(text, seat))
            }
            Step::Plan(Seat::Product) => {
                let desk = view::product_desk(game, text, &self.draft.product);
                let foot = foot::plan(text, Seat::Product, desk.why_not.clone(), undo);
                let map = view::product_map(game, text, Moment::Now);
                (Body::ProductDesk(Box::new(desk), map, self.group), Some(Seat::Product), foot)
            }
            Step::Plan(Seat::Sales) => {
                let desk = view::sales_desk(game, text, &self.draft.sales);
                let foot = foot::plan(text, Seat::Sales, desk.why_not.clone(), undo);
                (Body::SalesDesk(desk, self.group), Some(Seat::Sales), foot)
            }
            Step::House(_) => {
                let desk = view::house(game, text, &self.draft.house);
                let foot = foot::table(text, &self.people(desk.signed), None, None, undo);
                let outcome = view::outcome(game, text, Viewer::Table, self.session.events(game.state().quarter));
                (Body::House(desk, outcome), None, foot)
            }
            Step::Stance(seat, deal) => self.stance_frame(text, seat, deal, undo),
            Step::Answer(_, deal) => self.table_frame(text, deal, undo),
            Step::Predict(seat) => {
                let predict = view::predict(game, text);
                let draft = self.predict_draft(&predict);
                (Body::Predict(seat, predict, draft), Some(seat), foot::predict(text, seat, undo))
            }
            Step::ReadReview(_) => {
                let review = view::review(game, text, game.state().quarter);
                let last = game.state().quarter.0 >= game.scenario().meta.quarters;
                let foot = foot::review(text, last);
                let (map, ledger) = (view::product_map(game, text, Moment::Now), view::debt_ledger(game, text));
                let body = review.map_or(Body::Title(Default::default()), |review| Body::Review(review, map, ledger));
                (body, None, foot)
            }
            Step::Debrief => self.debrief_frame(text, DebriefStep::Felt),
        }
    }

    fn debrief_frame(&self, text: &Text, step: DebriefStep) -> (Body, Option<Seat>, foot::Foot) {
        let debrief = view::debrief(self.session.game(), text, self.par());
        (Body::Debrief(Box::new(debrief), self.maps(text), step), None, foot::debrief(text, step))
    }

    fn stance_frame(&self, text: &Text, seat: Seat, deal: DealId, undo: bool) -> (Body, Option<Seat>, foot::Foot) {
        let game = self.session.game();
        let draft = crate::sim::Answer::plain(self.draft.stance.unwrap_or(Response::Decline));
        let foot = foot::stance(text, seat, self.draft.stance, undo);
        match view::card(game, text, Viewer::Seat(seat), deal, &draft) {
            Some(card) => (Body::Stance(seat, Box::new(card), self.draft.stance), Some(seat), foot),
            None => (Body::Title(Default::default()), None, foot),
        }
    }

    fn table_frame(&self, text: &Text, deal: DealId, undo: bool) -> (Body, Option<Seat>, foot::Foot) {
        let game = self.session.game();
        let draft = self.draft.answer.unwrap_or(crate::sim::Answer::plain(Response::Decline));
        let Some(card) = view::card(game, text, Viewer::Table, deal, &draft) else {
            return (Body::Title(Default::default()), None, foot::Foot::default());
        };
        let signed = card.signed.clone().map(|(seat, signed, _)| (seat, signed == Some(draft)));
        let foot = foot::table(text, &self.people(signed), Some(&card), card.why_not.clone(), undo);
        let says = self.session.partner().and_then(|partner| view::partner_says(game, text, &partner, deal));
        (Body::Table(Box::new(card), self.tabs(text), says), None, foot)
    }

    /// The signatures that people give.
    fn people(&self, signed: [(Seat, bool); 2]) -> Vec<(Seat, bool)> {
        signed.into_iter().filter(|(seat, _)| self.session.human(*seat)).collect()
    }

    fn tabs(&self, text: &Text) -> Vec<TableTab> {
        let game = self.session.game();
        let state = game.state();
        let tab = |&deal: &DealId| TableTab {
            deal,
            customer: text::deal_name(game.scenario(), state, deal),
            answer: state
                .deals
                .get(&deal)
                .and_then(|deal| deal.ask.as_ref()?.answer)
                .map(|settled| text::response(text, settled.answer.response)),
            shown: self.card == Some(deal),
        };
        state.cards().iter().map(tab).collect()
    }

    fn predict_draft(&self, predict: &view::Predict) -> PredictDraft {
        let steps = |value: f64| libm::round(value / predict.step) as i32;
        PredictDraft {
            low: steps(self.draft.range.low),
            high: steps(self.draft.range.high),
            limits: (steps(predict.start.low) - PREDICT_REACH, steps(predict.start.high) + PREDICT_REACH),
        }
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(item),
    }
}

fn closed(event: &Event) -> Option<Quarter> {
    match event {
        Event::QuarterClosed(record) => Some(record.quarter),
        _ => None,
    }
}
