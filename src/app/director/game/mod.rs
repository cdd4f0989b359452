//! A game on the screen: what is shown of it, and what acts change there. The game itself is played in the hot seat.
//!
//! | module | what it is |
//! |---|---|
//! | `sign` | what is told after a signature, and warned of before one |
//! | `letter` | the question to the CEO, and the letter that comes back |
//! | `suppose` | computes what would have followed from another decision |
//! | `told` | what the players may know so far |
//! | `page` | makes the page that shows all of that |

mod letter;
mod page;
mod sign;
mod suppose;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use suppose::Supposing;

use super::act::{DebriefStep, ShowAct};
use super::frame::{AgainAt, Drawn};
use super::late::Late;
use crate::ids::{DecisionId, Quarter};
use crate::lab::{self, Benchmark, Fortune, Verdicts};
use crate::play::{self, HotSeat};
use crate::run::Session;
use crate::sim::{Game, Phase, Step};
use crate::text::Teller;

/// A game on the screen.
#[derive(Debug)]
pub(super) struct Play {
    seat: HotSeat,
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
    /// The results of the policies with the same company and seed, once the game is over.
    field: Late<Benchmark>,
    /// Which decisions and habits clearly mattered, once the game is over.
    verdicts: Late<Verdicts>,
    /// What was luck, once the game is over.
    fortune: Late<Fortune>,
    /// The decision that *What if* is showing.
    supposed: Option<Supposing>,
    /// The tables that people sat down at again.
    again: BTreeMap<DecisionId, AgainAt>,
    /// Whether they drew what became of demand.
    drawn: Drawn,
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
            seat: HotSeat::new(session),
            groups: BTreeSet::new(),
            warned: false,
            notice: None,
            showing: Showing::Step,
            before: None,
            close_steps: 0,
            gate_step: None,
            field: Late::Unasked,
            verdicts: Late::Unasked,
            fortune: Late::Unasked,
            supposed: None,
            again: BTreeMap::new(),
            drawn: Drawn::NotYet,
        };
        if ended {
            play.end();
        }
        play
    }

    /// Shows the echo year, and begins to compute what the debrief compares the game with.
    fn end(&mut self) {
        self.showing = Showing::Echo;
        if self.field.here().is_none() && !self.field.is_coming() {
            let (scenario, seed) = (self.game().scenario().clone(), self.game().state().seed);
            self.field = Late::ask(move || lab::field(&scenario, seed));
        }
        if self.verdicts.here().is_none() && !self.verdicts.is_coming() {
            let (run, game) = (self.session().run().clone(), self.game().clone());
            self.verdicts = Late::ask(move || lab::verdicts(&run, &game));
        }
        if self.fortune.here().is_none() && !self.fortune.is_coming() {
            let (run, game) = (self.session().run().clone(), self.game().clone());
            self.fortune = Late::ask(move || Fortune::of(&run, &game));
        }
    }

    /// Whether something about the game is being computed.
    pub(super) fn awaits(&self) -> bool {
        let supposed = self.supposed.as_ref().is_some_and(Supposing::awaits);
        supposed || self.field.is_coming() || self.verdicts.is_coming() || self.fortune.is_coming()
    }

    /// Takes in what has been computed meanwhile, and returns whether there was anything.
    pub(super) fn arrive(&mut self) -> bool {
        let supposed = self.supposed.as_mut().is_some_and(Supposing::arrive);
        let (field, verdicts, fortune) = (self.field.arrive(), self.verdicts.arrive(), self.fortune.arrive());
        supposed || field || verdicts || fortune
    }

    pub(super) fn session(&self) -> &Session {
        self.seat.session()
    }

    pub(super) fn session_mut(&mut self) -> &mut Session {
        self.seat.session_mut()
    }

    /// Returns to the screen with its drafts. Somebody else may be at the machine now.
    pub(super) fn come_back(&mut self) {
        self.seat.come_back();
        self.notice = None;
    }

    /// Whether there is a draft that nobody has signed.
    pub(super) fn drafted(&self) -> bool {
        self.seat.desk().drafted()
    }

    fn game(&self) -> &Game {
        self.seat.game()
    }

    fn step(&self) -> Step {
        self.seat.step()
    }

    /// Opens or closes a group of moves.
    fn turn_group(&mut self, group: usize) {
        if !self.groups.remove(&group) {
            self.groups.insert(group);
        }
    }

    /// Shows something else of the game.
    pub(super) fn show(&mut self, text: &Teller, act: ShowAct) {
        (self.notice, self.warned) = (None, false);
        match act {
            ShowAct::Next => self.next(text, false),
            ShowAct::Skip => self.next(text, true),
            ShowAct::Step(step) => self.debrief_step(text, step),
            ShowAct::Suppose(decision) => self.suppose(decision),
            ShowAct::Way(way) => self.look_at_way(way),
            ShowAct::KeepBranch => self.notice = self.keep_branch(text),
            ShowAct::Again(decision, answer) => self.again.entry(decision).or_default().given = Some(answer),
            ShowAct::Draw(shape) => self.drawn = Drawn::Seen(shape),
            ShowAct::Told(decision, told) => self.again.entry(decision).or_default().told = told,
            ShowAct::Group(group) => self.turn_group(group),
        }
    }

    /// Plays on.
    pub(super) fn act(&mut self, text: &Teller, act: play::Act) {
        let signs = matches!(act, play::Act::Sign | play::Act::SignAs(_));
        if signs && self.gives_up(text) {
            return;
        }
        let step = self.step();
        let did = self.seat.act(act);
        // A refused signature needs no second warning.
        self.warned &= signs && matches!(did, play::Did::Refused(_));
        if self.step() != step {
            self.groups.clear();
        }
        self.tell(text, did);
    }

    fn next(&mut self, text: &Teller, skip: bool) {
        let ended = self.game().state().phase == Phase::Ended;
        self.showing = match self.showing {
            Showing::Close(quarter, step) => {
                let last = self.close_steps;
                let skipped = self.gate_step.filter(|&gate| step < gate).unwrap_or(last);
                match step {
                    step if step < last => Showing::Close(quarter, if skip { skipped } else { step + 1 }),
                    _ if ended => return self.end(),
                    _ => Showing::Step,
                }
            }
            Showing::Echo => Showing::Debrief(DebriefStep::Felt),
            Showing::Debrief(step) => return self.debrief_step(text, step.next().unwrap_or(step)),
            Showing::Step => Showing::Step,
        };
    }
}
