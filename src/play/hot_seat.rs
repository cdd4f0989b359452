//! The hot seat: a game on one machine that two people share, or that one person plays beside a computer partner. Who
//! has the machine, which step is next, and how acts become commands of the rules.

use super::act::Act;
use super::agreed::Agreed;
use super::desk::Desk;
use crate::ids::{DealId, Quarter, Seat};
use crate::run::Session;
use crate::sim::{Answer, Command, Event, Game, Phase, Refusal, Step};

/// A game on one machine.
#[derive(Debug)]
pub struct HotSeat {
    session: Session,
    /// The seat that has the machine for a private step.
    holder: Option<Seat>,
    /// Whether the game was left since; if so, somebody else may be at the machine now.
    away: bool,
    desk: Desk,
    /// A letter from the CEO that nobody has put away.
    letter: Option<Letter>,
    /// What a computer partner did in response to the last command, until somebody asks.
    partner_did: Vec<PartnerDid>,
}

/// A letter from the CEO.
#[derive(Debug)]
pub struct Letter {
    /// The game before the CEO was asked.
    pub before: Box<Game>,
    /// The card that it is about.
    pub deal: DealId,
}

/// Something that a computer partner did.
#[derive(Debug)]
pub struct PartnerDid {
    /// What it did.
    pub command: Command,
    /// The game right after it.
    pub after: Box<Game>,
}

/// What an act did.
#[derive(Debug)]
pub enum Did {
    /// It changed a draft.
    Drafted,
    /// It changed what is shown, or nothing.
    Shown,
    /// It took the last signature back.
    TookBack,
    /// It was signed.
    Signed(Signed),
    /// The rules refused it.
    Refused(Refusal),
}

/// What came of a signature.
#[derive(Debug)]
pub struct Signed {
    /// What happened, including what a computer partner did in response.
    pub events: Vec<Event>,
    /// The game before the signature.
    pub before: Box<Game>,
}

impl Signed {
    /// The quarter that was closed by it.
    #[must_use]
    pub fn closed(&self) -> Option<Quarter> {
        self.events.iter().find_map(|event| match event {
            Event::QuarterClosed(record) => Some(record.quarter),
            _ => None,
        })
    }
}

impl HotSeat {
    /// Puts a game on the machine. A computer partner acts at once if it is its turn.
    #[must_use]
    pub fn new(session: Session) -> Self {
        let mut game =
            Self { session, holder: None, away: false, desk: Desk::default(), letter: None, partner_did: Vec::new() };
        game.let_partner_act();
        game.begin();
        game
    }

    /// The game, its log and where it is saved.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The same, to save it elsewhere. What is signed goes through [`HotSeat::act`].
    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// The game.
    #[must_use]
    pub fn game(&self) -> &Game {
        self.session.game()
    }

    /// What is about to be signed.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Comes back to a game that was left. Somebody else may be at the machine now.
    pub fn come_back(&mut self) {
        self.away = true;
        self.letter = None;
    }

    /// The letter from the CEO, until it is put away.
    #[must_use]
    pub fn letter(&self) -> Option<&Letter> {
        self.letter.as_ref()
    }

    /// Puts the letter away after it was read.
    pub fn put_letter_away(&mut self) {
        self.letter = None;
    }

    /// The current step. Private steps come before shared ones, so that the machine is handed over as rarely as
    /// possible. With a computer partner, all steps are the person's, who predicts only after the table is done.
    #[must_use]
    pub fn step(&self) -> Step {
        let game = self.session.game();
        let mut steps = game.steps();
        if self.session.log().partner().is_some() {
            let early = |step: &Step| matches!(step, Step::Predict(_)) && game.state().phase == Phase::Table;
            steps.retain(|step| step.seat().is_none_or(|seat| self.session.log().human(seat)) && !early(step));
        }
        let at_card = |step: &&Step| matches!(step, Step::Answer(_, deal) if Some(*deal) == self.desk.card());
        let next = Step::at_one_machine(&steps, self.holder);
        let shared = next.filter(|step| !step.private()).and_then(|_| steps.iter().find(at_card));
        shared.or(next).cloned().unwrap_or(Step::Debrief)
    }

    /// The seat to which the machine must be handed over before a step.
    #[must_use]
    pub fn hand_over(&self, step: &Step) -> Option<Seat> {
        if self.session.log().partner().is_some() {
            return None;
        }
        step.seat().filter(|&seat| step.private() && (self.away || self.holder != Some(seat)))
    }

    /// Whether the person at the machine may take back the last signature: only its own seat in private, anybody in the
    /// open.
    #[must_use]
    pub fn may_take_back(&self) -> bool {
        let step = self.step();
        let here = |seat| !step.private() || self.hand_over(&step).is_some() || self.holder == Some(seat);
        self.session.log().signed_last().filter(|&seat| self.session.log().human(seat)).is_some_and(here)
    }

    /// Performs an act of a person at the machine, and lets a computer partner respond.
    pub fn act(&mut self, act: Act) -> Did {
        let step = self.step();
        match act {
            Act::Take => {
                if let Some(called) = self.hand_over(&step) {
                    (self.holder, self.away) = (Some(called), false);
                }
                Did::Shown
            }
            Act::Card(deal) => {
                self.desk.turn_to(&step, deal);
                self.begin();
                Did::Shown
            }
            Act::Undo if self.desk.undo() => Did::Shown,
            Act::Undo if self.may_take_back() => self.take_back(),
            Act::Undo => Did::Shown,
            Act::Read => self.read(&step),
            Act::Sign | Act::SignAs(_) | Act::Escalate => match self.desk.signs(&step, act) {
                Some(command) => self.done(&command),
                None => Did::Shown,
            },
            draft => match self.desk.change(self.session.game(), &step, draft) {
                true => Did::Drafted,
                false => Did::Shown,
            },
        }
    }

    /// Executes a command of a person, and lets a computer partner respond.
    ///
    /// # Errors
    /// Why it is not allowed now; nothing changed.
    pub fn execute(&mut self, command: &Command) -> Result<Signed, Refusal> {
        let step = self.step();
        let before = Box::new(self.session.game().clone());
        self.partner_did.clear();
        let mut events = self.session.execute(command)?;
        if let Command::Escalate { deal, .. } = *command {
            self.letter = Some(Letter { before: before.clone(), deal });
        }
        events.extend(self.let_partner_act());
        if events.iter().any(|event| matches!(event, Event::QuarterClosed(_))) {
            self.holder = None;
        }
        // Undo must not go back beyond a signature.
        if matches!(command, Command::SignHouse { .. } | Command::SignAnswer { .. }) {
            self.desk.settle();
        }
        // If the second signature under the same draft is still missing, keep what was agreed on.
        if self.has_left(&step) {
            self.begin();
        } else if let Some(offer) = events.iter().find_map(|event| self.offered(event)) {
            self.desk.draft.answer = Some(offer);
        }
        Ok(Signed { events, before })
    }

    /// Signs for a seat what both leads agreed on, and for the other seat too if a person plays it and its signature is
    /// still missing.
    ///
    /// # Errors
    /// Why it cannot be signed.
    pub fn sign_together(&mut self, seat: Seat, agreed: Agreed) -> Result<Signed, Refusal> {
        let mut signed = self.execute(&agreed.command(seat))?;
        let other = seat.other();
        if self.session.log().human(other) && !agreed.settled(self.session.game()) {
            signed.events.extend(self.execute(&agreed.command(other))?.events);
        }
        Ok(signed)
    }

    /// What a computer partner did in response to the last command, once.
    pub fn take_partner_did(&mut self) -> Vec<PartnerDid> {
        std::mem::take(&mut self.partner_did)
    }

    fn done(&mut self, command: &Command) -> Did {
        self.execute(command).map_or_else(Did::Refused, Did::Signed)
    }

    /// Marks a page as read: a briefing by the seat that has the machine, the review by both seats.
    fn read(&mut self, step: &Step) -> Did {
        match *step {
            Step::ReadBriefing(seat) => self.done(&Command::Read { seat }),
            Step::ReadReview(_) => {
                let mut did = Did::Shown;
                // A computer partner reads by itself, and the review is over after the second reader, so check before
                // each.
                for seat in Seat::BOTH {
                    let open = matches!(self.step(), Step::ReadReview(_));
                    if open && !*self.session.game().state().turn.read.get(seat) {
                        did = self.done(&Command::Read { seat });
                    }
                }
                did
            }
            _ => Did::Shown,
        }
    }

    /// Takes the last signature back, and makes it the draft of its seat again.
    fn take_back(&mut self) -> Did {
        let Some(seat) = self.session.log().signed_last() else { return Did::Shown };
        let Some(command) = self.session.take_back() else { return Did::Shown };
        // The same seat continues, but has to take the machine again first.
        (self.holder, self.away) = (Some(seat), true);
        if let Command::SignAnswer { deal, .. } = command {
            self.desk.forget(deal);
        }
        self.begin();
        self.desk.draft.sign_again(command);
        Did::TookBack
    }

    /// Begins the current step.
    fn begin(&mut self) {
        let step = self.step();
        if !step.private() {
            self.holder = None;
        }
        let partner = self.session.log().partner().map(|partner| partner.seat);
        self.desk.begin(self.session.game(), &step, partner);
    }

    /// Lets a computer partner act for as long as it is its turn, and returns the events.
    fn let_partner_act(&mut self) -> Vec<Event> {
        let mut happened = Vec::new();
        let Some(partner) = self.session.log().partner() else { return happened };
        while let Some(command) = partner.command(self.session.game()) {
            let asks = matches!(command, Command::Escalate { .. });
            let before = asks.then(|| Box::new(self.session.game().clone()));
            match self.session.execute(&command) {
                Ok(events) => happened.extend(events),
                Err(_) => break,
            }
            if let (Command::Escalate { deal, .. }, Some(before)) = (&command, before) {
                self.letter = Some(Letter { before, deal: *deal });
            }
            self.partner_did.push(PartnerDid { command, after: Box::new(self.session.game().clone()) });
        }
        happened
    }

    /// Whether the next step is something other than another signature under the same draft.
    fn has_left(&self, before: &Step) -> bool {
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
                self.session.log().partner().filter(|partner| partner.seat == seat).map(|_| answer)
            }
            _ => None,
        }
    }
}
