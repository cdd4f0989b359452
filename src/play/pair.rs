//! Two leads with devices of their own: a desk for each seat, one for the table that both share, and what a seat does
//! there. Several devices of one seat share its desk.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::act::Act;
use super::desk::Desk;
use super::door::{self, Stamp, TurnedAway};
use super::draft::signable;
use super::expire;
use super::page::{Page, page_of};
use crate::ids::{DealId, PerSeat, Quarter, Seat};
use crate::policy::{self, Policy};
use crate::run::{Chair, Log, Signer};
use crate::sim::{Command, Event, Game, Step};
use crate::text::Teller;
use crate::view::{self, CeoLetter};

/// A game of two leads who each see only their own pages.
#[derive(Debug)]
pub struct Pair {
    log: Log,
    private: PerSeat<Bench>,
    /// What both sign lies on one desk: a change by either is seen by both.
    table: Bench,
    /// The cards of this quarter that the CEO decided, each with the game just before the CEO was asked.
    asked: Vec<(DealId, Game)>,
}

/// A desk, the step of a quarter that its draft is for, how often it has changed, and how often when that step began.
#[derive(Debug, Default)]
struct Bench {
    desk: Desk,
    step: Option<(Quarter, Step)>,
    edition: u64,
    begun: u64,
}

/// What an act was made on: the table as it was, and the draft as it was, in private or on the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Seen {
    stamp: Stamp,
    table: bool,
    edition: u64,
}

/// What an act means.
#[derive(Clone, Debug, PartialEq)]
pub enum Means {
    /// A signature.
    Sign(Command),
    /// A change of the draft, or another card.
    Draft,
    /// Taking back the last signature.
    TakeBack,
    /// Nothing.
    Nothing,
}

/// What a seat can take back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The last change of its draft.
    Change,
    /// Its last signature.
    Signature,
}

/// What an act did.
#[derive(Clone, Debug, PartialEq)]
pub enum Acted {
    /// It changed the draft, or what lies on the table.
    Drafted,
    /// It changed nothing.
    Nothing,
    /// It was signed, and what happened then, including what a computer partner did in response.
    Signed(Vec<Event>),
    /// The last signature of the seat was taken back.
    TookBack,
}

impl Bench {
    /// Begins the draft for a step, unless it is the one that is already open.
    fn turn_to(&mut self, log: &Log, step: &Step) {
        let open = Some((log.game().state().quarter, shared(step)));
        if self.step != open {
            self.desk.begin(log.game(), step, log.partner().map(|partner| partner.seat));
            self.step = open;
            self.edition += 1;
            self.begun = self.edition;
        }
    }
}

/// Whether an act means something else when it is done twice.
fn is_relative(act: Act) -> bool {
    matches!(act, Act::Undo | Act::ProductMove(_) | Act::SalesMove(_) | Act::Push(_))
}

/// A step without the seat that is to sign next, if both sign.
fn shared(step: &Step) -> Step {
    match *step {
        Step::House(_) => Step::House(Seat::Product),
        Step::Answer(_, deal) => Step::Answer(Seat::Product, deal),
        ref private => private.clone(),
    }
}

impl Pair {
    /// The game of a log.
    #[must_use]
    pub fn new(log: Log) -> Self {
        let mut pair = Self { log, private: PerSeat::default(), table: Bench::default(), asked: Vec::new() };
        pair.let_partner_act();
        pair.follow();
        pair
    }

    /// The same game from the beginning of a quarter, to be played again; `None` if it has not got that far.
    #[must_use]
    pub fn play_again_from(&self, quarter: Quarter) -> Option<Self> {
        let mut again = Self::new(self.log.play_again_from(quarter)?);
        again.replace(self);
        Some(again)
    }

    /// Takes the place of another game of the same team: no page of that one counts any more.
    pub fn replace(&mut self, other: &Self) {
        let next = self.newest_edition().max(other.newest_edition()) + 1;
        let renew = |bench: &mut Bench| (bench.edition, bench.begun) = (next, next);
        renew(&mut self.table);
        Seat::BOTH.into_iter().for_each(|seat| renew(self.private.get_mut(seat)));
    }

    fn newest_edition(&self) -> u64 {
        let private = Seat::BOTH.into_iter().map(|seat| self.private.get(seat));
        private.chain([&self.table]).map(|bench| bench.edition).max().unwrap_or(0)
    }

    /// The game, and everything that was signed.
    #[must_use]
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// What a seat does next; `None` if it has to wait for the other one. Both come to the table together: who has taken
    /// all stances predicts or waits until the other has, too. At the table it is the card that both look at.
    #[must_use]
    pub fn step(&self, seat: Seat) -> Option<Step> {
        let steps = self.log.game().steps();
        let own = |step: &&Step| step.seat().is_none_or(|other| other == seat);
        let first = |wanted: &dyn Fn(&Step) -> bool| steps.iter().filter(own).find(|step| wanted(step)).cloned();
        let predicts = |step: &Step| matches!(step, Step::Predict(_));
        let shown = |step: &Step| matches!(step, Step::Answer(_, deal) if Some(*deal) == self.table.desk.card());
        let alone = first(&|step| step.private() && !predicts(step));
        if alone.is_some() || steps.iter().any(|step| matches!(step, Step::Stance(..))) {
            return alone.or_else(|| first(&predicts));
        }
        first(&shown).or_else(|| first(&|step| !step.private())).or_else(|| first(&predicts))
    }

    /// What is about to be signed on the page that a seat sees.
    #[must_use]
    pub fn desk(&self, seat: Seat) -> &Desk {
        &self.bench(seat).desk
    }

    /// What a seat can take back: the last change of its draft, or else its last signature, if nobody has acted on it.
    #[must_use]
    pub fn undo(&self, seat: Seat) -> Option<Undo> {
        match self.desk(seat).can_undo() {
            true => Some(Undo::Change),
            false => (self.can_take_back(seat)).then_some(Undo::Signature),
        }
    }

    /// Whether a seat can take its last signature back: nobody has acted on it, and nobody has learned anything by it.
    /// Once all stances are shown, none can be taken back.
    fn can_take_back(&self, seat: Seat) -> bool {
        let steps = self.log.game().steps();
        let shown = !steps.iter().any(|step| matches!(step, Step::Stance(..)));
        let stance = matches!(self.log.last(), Some(Command::TakeStance { .. }));
        self.log.signed_last() == Some(seat) && !(stance && shown)
    }

    /// Whether the game waits for a seat. At the table both are waited for until both have signed the same.
    #[must_use]
    pub fn awaits(&self, seat: Seat) -> bool {
        let state = self.log.game().state();
        let unsigned = |signed: [bool; 2], same: bool| {
            let [own, other] = if seat == Seat::Product { signed } else { [signed[1], signed[0]] };
            !own || (other && !same)
        };
        match self.step(seat) {
            Some(Step::Debrief) | None => false,
            Some(Step::House(_)) => {
                let [product, sales] = Seat::BOTH.map(|seat| *state.turn.house_signed.get(seat));
                unsigned([product.is_some(), sales.is_some()], product == sales)
            }
            Some(Step::Answer(_, deal)) => {
                let ask = state.deals.get(&deal).and_then(|deal| deal.ask.as_ref());
                let signed = |seat| ask.and_then(|ask| *ask.signed.get(seat));
                let [product, sales] = Seat::BOTH.map(signed);
                unsigned([product.is_some(), sales.is_some()], product == sales)
            }
            Some(_) => true,
        }
    }

    /// The letters of the CEO in this quarter, the last one first.
    #[must_use]
    pub fn letters(&self, teller: &Teller) -> Vec<CeoLetter> {
        let (game, team) = (self.log.game(), self.log.team());
        let leads = Seat::BOTH.map(|seat| team.lead(seat));
        let letter = |(deal, before): &(DealId, Game)| view::ceo_letter(before, game, teller, *deal, leads);
        self.asked.iter().rev().filter_map(letter).collect()
    }

    /// What a seat sees.
    #[must_use]
    pub fn page(&self, seat: Seat, teller: &Teller) -> Page {
        let page = self.step(seat).and_then(|step| page_of(&self.log, &step, self.desk(seat), teller));
        page.unwrap_or(Page::Waiting)
    }

    /// What an act of a seat is made on now. A page carries it, and its acts bring it back.
    #[must_use]
    pub fn seen(&self, seat: Seat) -> Seen {
        Seen { stamp: Stamp::of(self.log.game()), table: self.at_table(seat), edition: self.bench(seat).edition }
    }

    /// Performs an act of a seat. A signature counts only for the draft that its page showed, and so does what would mean
    /// something else if it came twice. Any other change of a draft needs only a page of the same step: of several
    /// devices, the later one wins.
    ///
    /// # Errors
    /// Why it was turned away; nothing changed.
    pub fn act(&mut self, seat: Seat, act: Act, made_on: &Seen) -> Result<Acted, TurnedAway> {
        let step = self.step(seat);
        match (self.check(seat, act, made_on)?, step) {
            (Means::Sign(command), Some(step)) => {
                self.note_question(&command);
                let events = door::execute(&mut self.log, seat, &command, &made_on.stamp)?;
                // Undo must not go back beyond a signature.
                let bench = if step.private() { self.private.get_mut(seat) } else { &mut self.table };
                bench.desk.settle();
                Ok(Acted::Signed(self.after(events)))
            }
            (Means::Draft, Some(step)) => Ok(self.draft(seat, &step, act)),
            (Means::TakeBack, _) => Ok(self.take_back(seat)),
            (Means::Nothing | Means::Sign(_) | Means::Draft, _) => Ok(Acted::Nothing),
        }
    }

    /// What an act of a seat means now.
    ///
    /// # Errors
    /// Why it would be turned away.
    pub fn check(&self, seat: Seat, act: Act, made_on: &Seen) -> Result<Means, TurnedAway> {
        let bench = self.bench(seat);
        let same_step = made_on.table == self.at_table(seat) && made_on.edition >= bench.begun;
        let same_draft = same_step && made_on.edition == bench.edition;
        if act == Act::Undo && !bench.desk.can_undo() {
            return if same_draft { Ok(Means::TakeBack) } else { Err(TurnedAway::Stale) };
        }
        let Some(step) = self.step(seat) else { return Ok(Means::Nothing) };
        let command = match act {
            Act::SignAs(other) if other != seat => return Err(TurnedAway::NotYours),
            Act::Read => reading(&step),
            // A device acts for one seat, so it need not say for which one it signs.
            Act::Sign if !step.private() => bench.desk.signs(&step, Act::SignAs(seat)),
            Act::Sign | Act::SignAs(_) | Act::Escalate => bench.desk.signs(&step, act),
            // Says only that somebody is there.
            Act::Take => return Ok(Means::Nothing),
            _ if if is_relative(act) { same_draft } else { same_step } => return Ok(Means::Draft),
            _ => return Err(TurnedAway::Stale),
        };
        let Some(command) = command else { return Ok(Means::Nothing) };
        let drafted = !matches!(command, Command::Read { .. } | Command::Escalate { .. });
        if drafted && !same_draft {
            return Err(TurnedAway::Stale);
        }
        door::check(&self.log, seat, &command, &made_on.stamp)?;
        Ok(Means::Sign(command))
    }

    /// Gives a seat to a computer partner, or both seats to people.
    pub fn take_chairs(&mut self, partner: Option<Chair>) {
        self.log.take_chairs(partner);
        self.let_partner_act();
        self.follow();
    }

    /// The step that waits for the signature of a seat; `None` if the seat has nothing to sign, or has signed and the
    /// other one has not.
    #[must_use]
    pub fn turn(&self, seat: Seat) -> Option<Step> {
        let step = self.step(seat).filter(|step| *step != Step::Debrief)?;
        let next = self.log.game().steps().into_iter().find(|next| shared(next) == shared(&step))?;
        (next == step).then_some(step)
    }

    /// What a policy would sign at the next step of a seat. `None` if it is not its turn.
    #[must_use]
    pub fn advice(&self, seat: Seat, policy: &dyn Policy) -> Option<Command> {
        let step = self.turn(seat)?;
        let game = self.log.game();
        let wanted = policy::command(policy, game, &step)?;
        // It may want evidence that is spent by now.
        Some(match step {
            Step::Answer(seat, deal) if game.check(&wanted).is_err() => {
                Command::SignAnswer { seat, deal, answer: signable(game, seat, deal) }
            }
            _ => wanted,
        })
    }

    /// Signs the next step of a seat as a policy would, for somebody who is absent. `None` if it is not its turn.
    pub fn stand_in(&mut self, seat: Seat, policy: &dyn Policy) -> Option<Vec<Event>> {
        let command = self.advice(seat, policy)?;
        self.note_question(&command);
        let events = self.log.execute_for(Signer::StandIn, &command).ok()?;
        Some(self.after(events))
    }

    /// Whether a seat can sign this command now, which was made on a page without changing the draft there.
    ///
    /// # Errors
    /// Why it would be turned away.
    pub fn check_command(&self, seat: Seat, command: &Command, made_on: &Seen) -> Result<(), TurnedAway> {
        door::check(&self.log, seat, command, &made_on.stamp)
    }

    /// Signs a command as it is, as programs do: they have no drafts.
    ///
    /// # Errors
    /// Why it was turned away; nothing changed.
    pub fn sign(&mut self, seat: Seat, command: &Command, made_on: &Seen) -> Result<Vec<Event>, TurnedAway> {
        self.check_command(seat, command, made_on)?;
        self.note_question(command);
        let events = self.log.execute(command).map_err(TurnedAway::Refused)?;
        Ok(self.after(events))
    }

    /// Signs for a seat whose time is up, so that its step ends. `None` if it has nothing to sign.
    pub fn expire(&mut self, seat: Seat, policy: &dyn Policy) -> Option<Vec<Event>> {
        let step = self.turn(seat)?;
        let game = self.log.game();
        let wanted = expire::commands(game, &step, &self.private.get(seat).desk, policy);
        let command = wanted.into_iter().find(|command| game.check(command).is_ok())?;
        self.note_question(&command);
        let events = self.log.execute_for(Signer::Clock, &command).ok()?;
        Some(self.after(events))
    }

    /// Changes a draft, or turns to another card.
    fn draft(&mut self, seat: Seat, step: &Step, act: Act) -> Acted {
        let bench = if step.private() { self.private.get_mut(seat) } else { &mut self.table };
        let before = (bench.desk.draft().clone(), bench.desk.card());
        match act {
            Act::Undo => drop(bench.desk.undo()),
            Act::Card(deal) if !step.private() => bench.desk.turn_to(step, deal),
            Act::Card(_) => {}
            _ => drop(bench.desk.change(self.log.game(), step, act)),
        }
        if before == (bench.desk.draft().clone(), bench.desk.card()) {
            return Acted::Nothing;
        }
        bench.edition += 1;
        self.follow();
        Acted::Drafted
    }

    /// Takes the last signature back, if it is this seat's and nobody has acted on it, and makes it the draft again.
    fn take_back(&mut self, seat: Seat) -> Acted {
        if !self.can_take_back(seat) {
            return Acted::Nothing;
        }
        let Some(command) = self.log.take_back() else { return Acted::Nothing };
        if let Command::SignAnswer { deal, .. } = command {
            self.table.desk.forget(deal);
        }
        self.follow();
        let private = self.step(seat).is_some_and(|step| step.private());
        let bench = if private { self.private.get_mut(seat) } else { &mut self.table };
        bench.desk.draft.sign_again(command);
        bench.edition += 1;
        Acted::TookBack
    }

    /// Keeps the game as it is before the CEO is asked, for the letter. Letters of earlier quarters are put away.
    fn note_question(&mut self, command: &Command) {
        let quarter = self.log.game().state().quarter;
        self.asked.retain(|(_, before)| before.state().quarter == quarter);
        if let Command::Escalate { deal, .. } = command {
            self.asked.push((*deal, self.log.game().clone()));
        }
    }

    /// Lets a computer partner respond to a signature, and opens the desks of the steps that come next.
    fn after(&mut self, mut events: Vec<Event>) -> Vec<Event> {
        events.extend(self.let_partner_act());
        self.follow();
        events
    }

    fn let_partner_act(&mut self) -> Vec<Event> {
        let mut happened = Vec::new();
        while let Some(command) = self.log.partner().and_then(|partner| partner.command(self.log.game())) {
            self.note_question(&command);
            match self.log.execute(&command) {
                Ok(events) => happened.extend(events),
                Err(_) => break,
            }
        }
        happened
    }

    /// Turns every desk to the step that is open on it now.
    fn follow(&mut self) {
        let next = Seat::BOTH.map(|seat| self.step(seat));
        if let Some(step) = next.iter().flatten().find(|step| !step.private()) {
            self.table.turn_to(&self.log, step);
        }
        for (seat, step) in Seat::BOTH.into_iter().zip(&next) {
            if let Some(step) = step.as_ref().filter(|step| step.private()) {
                self.private.get_mut(seat).turn_to(&self.log, step);
            }
        }
    }

    fn bench(&self, seat: Seat) -> &Bench {
        if self.at_table(seat) { &self.table } else { self.private.get(seat) }
    }

    fn at_table(&self, seat: Seat) -> bool {
        self.step(seat).is_some_and(|step| !step.private())
    }
}

/// Reading a page, if it is one to read.
fn reading(step: &Step) -> Option<Command> {
    match *step {
        Step::ReadBriefing(seat) | Step::ReadReview(seat) => Some(Command::Read { seat }),
        _ => None,
    }
}
