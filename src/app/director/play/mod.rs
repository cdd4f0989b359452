//! A game on the screen: who has the machine, which step is next, and how acts change the game.
//!
//! | module | what it is |
//! |---|---|
//! | `change` | changes the draft |
//! | `sign` | turns the draft into a command of the rules, and handles its events |
//! | `letter` | the question to the CEO, and the letter that comes back |
//! | `suppose` | computes what would have followed from another decision |
//! | `told` | what the players may know so far |
//! | `page` | makes the page that shows all of that |

mod change;
mod letter;
mod page;
mod sign;
mod suppose;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use suppose::Supposing;

use super::act::{Act, DebriefStep};
use super::draft::Draft;
use crate::ids::{DealId, DecisionId, Quarter, Seat};
use crate::lab::{Field, Tried};
use crate::run::Session;
use crate::sim::{Game, Phase, Step};
use crate::text::Teller;

/// A game on the screen.
#[derive(Debug)]
pub(super) struct Play {
    pub(super) session: Session,
    /// The seat that has the machine for a private step.
    holder: Option<Seat>,
    /// Whether the game was left since; if so, somebody else may be at the machine now.
    away: bool,
    draft: Draft,
    /// Earlier drafts of the same step, for undo.
    undo: Vec<Draft>,
    /// The drafts for the other cards of the table, each with its undo steps.
    cards: BTreeMap<DealId, (Draft, Vec<Draft>)>,
    /// The card that is shown.
    card: Option<DealId>,
    /// The groups of moves that are open. Several can be open, because closing one would move what is below it up.
    groups: BTreeSet<usize>,
    /// Whether there was a warning about what signing this draft would give up.
    warned: bool,
    /// What the players should know after the last act: a warning, a refusal, that a signature was taken
    /// back, or the offer of a partner.
    notice: Option<String>,
    showing: Showing,
    /// The game before the close. It is shown until the last step, so that nothing gives the end away.
    before: Option<Box<Game>>,
    /// The number of steps of the close that is being shown.
    close_steps: usize,
    /// The step among them that is about a gate; skipping stops there.
    gate_step: Option<usize>,
    /// The results of the policies with the same company and seed.
    field: OnceLock<Field>,
    /// The turning points, each with the other ways in which it could have gone.
    turns: OnceLock<Vec<(DecisionId, Vec<Tried>)>>,
    /// The decision that *What if* is showing.
    supposed: Option<Supposing>,
    /// A letter from the CEO that nobody has put away: the game before the CEO was asked, and the card.
    letter: Option<(Box<Game>, DealId)>,
}

/// What is shown before the next step of the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Showing {
    /// Nothing, but the next step itself.
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
            away: false,
            draft: Draft::default(),
            undo: Vec::new(),
            cards: BTreeMap::new(),
            card: None,
            groups: BTreeSet::new(),
            warned: false,
            notice: None,
            showing: if ended { Showing::Echo } else { Showing::Step },
            before: None,
            close_steps: 0,
            gate_step: None,
            field: OnceLock::new(),
            turns: OnceLock::new(),
            supposed: None,
            letter: None,
        };
        play.let_partner_act();
        play.redraft();
        play
    }

    /// Returns to the screen with its drafts. Somebody else may be at the machine now.
    pub(super) fn come_back(&mut self) {
        self.away = true;
        self.letter = None;
        self.notice = None;
    }

    /// Whether there is a draft that nobody has signed.
    pub(super) fn drafted(&self) -> bool {
        !self.undo.is_empty() || !self.cards.is_empty()
    }

    /// The current step. Private steps come before shared ones, so that the machine is handed over as rarely as
    /// possible. With a computer partner, all steps are the person's, who predicts only after the table is done.
    fn step(&self) -> Step {
        let game = self.session.game();
        let mut steps = game.steps();
        if self.session.partner().is_some() {
            let early = |step: &Step| matches!(step, Step::Predict(_)) && game.state().phase == Phase::Table;
            steps.retain(|step| step.seat().is_none_or(|seat| self.session.human(seat)) && !early(step));
        }
        let at_card = |step: &&Step| matches!(step, Step::Answer(_, deal) if Some(*deal) == self.card);
        let next = Step::at_one_machine(&steps, self.holder);
        let shared = next.filter(|step| !step.private()).and_then(|_| steps.iter().find(at_card));
        shared.or(next).cloned().unwrap_or(Step::Debrief)
    }

    /// The seat to which the machine must be handed over before the step.
    fn hand_over(&self, step: &Step) -> Option<Seat> {
        if self.session.partner().is_some() {
            return None;
        }
        step.seat().filter(|&seat| step.private() && (self.away || self.holder != Some(seat)))
    }

    fn redraft(&mut self) {
        let step = self.step();
        if !step.private() {
            self.holder = None;
        }
        self.undo.clear();
        self.groups.clear();
        self.warned = false;
        if let Step::Answer(_, deal) = step {
            self.card = Some(deal);
            if let Some((draft, undo)) = self.cards.remove(&deal) {
                (self.draft, self.undo) = (draft, undo);
                return;
            }
        }
        self.draft = Draft::for_step(self.session.game(), &step, self.session.partner().map(|partner| partner.seat));
    }

    /// Opens or closes a group of moves.
    fn turn_group(&mut self, group: usize) {
        if !self.groups.remove(&group) {
            self.groups.insert(group);
        }
    }

    /// Shows another card; the draft for the current one is kept until it is shown again.
    fn look_at(&mut self, step: &Step, deal: DealId) {
        if let Step::Answer(_, before) = *step
            && !self.undo.is_empty()
        {
            self.cards.insert(before, (self.draft.clone(), std::mem::take(&mut self.undo)));
        }
        self.card = Some(deal);
        self.redraft();
    }

    pub(super) fn act(&mut self, text: &Teller, act: Act) {
        let step = self.step();
        self.notice = None;
        self.change(&step, &act);
        if !matches!(act, Act::Sign | Act::SignAs(_)) {
            self.warned = false;
        }
        match act {
            Act::Take => (self.holder, self.away) = (self.hand_over(&step), false),
            Act::Next | Act::Skip => self.next(text, act == Act::Skip),
            Act::Step(step) => self.debrief_step(text, step),
            Act::Suppose(decision) => self.suppose(decision),
            Act::Way(way) => self.look_at_way(way),
            Act::Group(group) => self.turn_group(group),
            Act::Card(deal) => self.look_at(&step, deal),
            Act::Undo => {
                if let Some(before) = self.undo.pop() {
                    self.draft = before;
                } else if self.may_take_back() {
                    self.take_back(text);
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
            _ => {}
        }
    }

    fn next(&mut self, text: &Teller, skip: bool) {
        let ended = self.session.game().state().phase == Phase::Ended;
        self.showing = match self.showing {
            Showing::Close(quarter, step) => {
                let last = self.close_steps;
                let skipped = self.gate_step.filter(|&gate| step < gate).unwrap_or(last);
                match step {
                    step if step < last => Showing::Close(quarter, if skip { skipped } else { step + 1 }),
                    _ if ended => Showing::Echo,
                    _ => Showing::Step,
                }
            }
            Showing::Echo => Showing::Debrief(DebriefStep::Felt),
            Showing::Debrief(step) => return self.debrief_step(text, step.next().unwrap_or(step)),
            Showing::Step => Showing::Step,
        };
    }
}
