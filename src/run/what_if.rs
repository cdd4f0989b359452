//! What if: replaying a run on the same seed with some decisions changed.
//!
//! Everything else is done as it was signed. What is no longer possible is dropped, and where a decision is missing, a
//! stand-in decides. The result lists both.

use std::slice;

use super::file::{QuarterLog, RunFile, Team};
use super::log::Log;
use super::signer::Signer;
use crate::ids::{DealId, DecisionId, Quarter, Seat};
use crate::policy::{self, STAND_IN};
use crate::sight::Sight;
use crate::sim::{
    Allocation, Anew, Answer, Cell, Command, Decision, DecisionKind, Game, House, Phase, ProductPlan, Refusal,
    Response, SalesPlan, State, Step, check,
};

/// Percentage points by which a plan is shifted.
pub const SHIFT: u8 = 10;
/// Far more steps than a game has. Stops a stand-in that gets stuck from looping forever.
const MOST_STEPS: usize = 10_000;

/// A different choice for one decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Otherwise {
    /// The decision.
    pub decision: DecisionId,
    /// What is decided instead, in its quarter; `None` leaves out a move or a push.
    pub to: Option<DecisionKind>,
}

impl Otherwise {
    /// The other choices for a decision, whether or not they were possible then. For a card, every other answer. For a
    /// plan or a house quadrant, the one before it and shifts in each direction. For a move or a push, leaving it out.
    #[must_use]
    pub fn of(game: &Game, decision: &Decision) -> Vec<Self> {
        let earlier = game.state().decisions.iter().take(decision.id.index()).rev();
        let mut before = earlier.map(|earlier| &earlier.kind);
        let to: Vec<Option<DecisionKind>> = match &decision.kind {
            DecisionKind::Answer(deal, answer) => {
                let others = Response::ALL.into_iter().filter(|&response| response != answer.response);
                let answer = |response| DecisionKind::Answer(*deal, check::bare(decision.quarter, response));
                others.map(|response| Some(answer(response))).collect()
            }
            DecisionKind::House(_) => {
                let before = before.find(|kind| matches!(kind, DecisionKind::House(_))).cloned();
                let everywhere = Response::STANDING.map(|response| House { answers: [response; Cell::ALL.len()] });
                before.into_iter().chain(everywhere.map(DecisionKind::House)).map(Some).collect()
            }
            DecisionKind::Allocation(split) => {
                let before = before.find(|kind| matches!(kind, DecisionKind::Allocation(_))).cloned();
                let shifted = shifts(&split.shares()).into_iter().filter_map(|shares| Allocation::of(&shares));
                before.into_iter().chain(shifted.map(DecisionKind::Allocation)).map(Some).collect()
            }
            DecisionKind::Target(mix) => {
                let before = before.find(|kind| matches!(kind, DecisionKind::Target(_))).cloned();
                before.into_iter().chain(shifts(mix).into_iter().map(DecisionKind::Target)).map(Some).collect()
            }
            DecisionKind::Push(_) | DecisionKind::Product(_) | DecisionKind::Sales(_) => vec![None],
        };
        let mut ways: Vec<Self> = Vec::new();
        for to in to.into_iter().filter(|to| to.as_ref() != Some(&decision.kind)) {
            if !ways.iter().any(|way| way.to == to) {
                ways.push(Self { decision: decision.id, to });
            }
        }
        ways
    }
}

/// One version per share.
fn shifts(shares: &[u8]) -> Vec<Vec<u8>> {
    (0..shares.len()).filter_map(|more| shifted(shares, more)).collect()
}

/// Shares in percent of which one has [`SHIFT`] points more, taken from the largest of the others. `None` if none of these
/// has so many.
#[must_use]
pub fn shifted(shares: &[u8], more: usize) -> Option<Vec<u8>> {
    let less = (0..shares.len()).filter(|&other| other != more).max_by_key(|&other| shares[other])?;
    let mut shifted = shares.to_vec();
    shifted[less] = shares[less].checked_sub(SHIFT)?;
    *shifted.get_mut(more)? += SHIFT;
    Some(shifted)
}

/// A run with some decisions changed.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The game, played through its echo year.
    pub game: Game,
    /// Decisions of the run that were no longer possible, in order.
    pub dropped: Vec<DecisionId>,
    /// Cards that the stand-in answered, with the quarters in which they were on the table.
    pub stood_in: Vec<(Quarter, DealId)>,
    /// Everything that was signed from the changed decision on, and who signed it if not a lead.
    signed: Vec<(Command, Option<Signer>)>,
}

/// Replays a run with one decision changed; `played` is the finished game of the run. `None` if the change was not
/// possible.
#[must_use]
pub fn what_if(run: &RunFile, played: &Game, change: &Otherwise) -> Option<WhatIf> {
    Fork::at(run, played, change.decision)?.gone(slice::from_ref(change))
}

/// A run with one decision changed, as a run of its own: its log says that it was played again from the quarter of that
/// decision on, and where a stand-in signed. `played` is the finished game of the run. `None` if the change was not
/// possible.
#[must_use]
pub fn branch(run: &RunFile, played: &Game, change: &Otherwise, name: &str) -> Option<Log> {
    let fork = Fork::at(run, played, change.decision)?;
    let other = fork.gone(slice::from_ref(change))?;
    let quarter = played.state().decisions.get(change.decision.index())?.quarter;
    let team = Team { name: name.to_owned(), ..run.team.clone() };
    let mut log = Log::new(played.scenario().clone(), run.seed, team);
    for (command, signer) in fork.before.into_iter().chain(other.signed) {
        log.sign(&command, signer).ok()?;
    }
    log.left(run, quarter);
    Some(log)
}

/// A run up to one of its decisions, from where it can continue in different ways.
#[derive(Clone, Debug)]
pub struct Fork<'a> {
    played: &'a Game,
    /// The game just before the decision was signed.
    game: Game,
    /// Everything that was signed until then, and who signed it if not a lead.
    before: Vec<(Command, Option<Signer>)>,
    /// The commands from there on, each with its quarter and who signed it if not a lead.
    left: Vec<(u8, &'a Command, Option<Signer>)>,
}

impl<'a> Fork<'a> {
    /// Plays a run up to the moment before a decision was signed; `played` is the finished game of the run. `None` if
    /// nobody signed it, as in the echo year.
    #[must_use]
    pub fn at(run: &'a RunFile, played: &'a Game, decision: DecisionId) -> Option<Self> {
        let decision = played.state().decisions.get(decision.index())?;
        let mut game = Game::without_ledger(played.scenario().clone(), run.seed);
        let mut left: Vec<(u8, &Command, Option<Signer>)> = run.quarters.iter().flat_map(QuarterLog::signed).collect();
        let carried =
            |&(quarter, command, _): &(u8, &Command, _)| quarter == decision.quarter.0 && carries(command, decision);
        let at = left.iter().position(carried)?;
        let mut before = Vec::new();
        for (_, command, signer) in left.drain(..at) {
            // It cannot be refused, because it was done before.
            let _ = game.advance(command);
            before.push((command.clone(), signer));
        }
        Some(Self { played, game, before, left })
    }

    /// The game just before the decision was signed.
    #[must_use]
    pub fn game(&self) -> &Game {
        &self.game
    }

    /// Continues the run with changes, of this decision and of later ones. `None` if none of them was possible.
    #[must_use]
    pub fn gone(&self, changes: &[Otherwise]) -> Option<WhatIf> {
        self.gone_from(self.game.clone(), changes)
    }

    /// Continues the run in another future, with changes or without any, as it was signed. `None` if none of the changes
    /// was possible.
    #[must_use]
    pub fn with_luck(&self, luck: u64, anew: Anew, changes: &[Otherwise]) -> Option<WhatIf> {
        let mut game = self.game.clone();
        game.turn_luck(luck, anew);
        self.gone_from(game, changes)
    }

    fn gone_from(&self, game: Game, changes: &[Otherwise]) -> Option<WhatIf> {
        let told = WhatIf { game, dropped: Vec::new(), stood_in: Vec::new(), signed: Vec::new() };
        let mut again = Again { played: self.played, changes, told, signer: None };
        for &(quarter, command, signer) in &self.left {
            again.catch_up(|state| state.quarter.0 < quarter);
            if again.told.game.state().quarter.0 == quarter {
                again.signer = signer;
                again.signed(command);
            }
        }
        again.catch_up(|_| true);
        again.told.dropped.sort_unstable();
        again.told.dropped.dedup();
        again.changed().then_some(again.told)
    }
}

/// Whether a command, from the same quarter, is the one that signed a decision.
fn carries(command: &Command, decision: &Decision) -> bool {
    match (command, &decision.kind) {
        (Command::SignAnswer { deal, .. } | Command::Escalate { deal, .. }, DecisionKind::Answer(decided, _)) => {
            deal == decided
        }
        (Command::PlanProduct(_), DecisionKind::Allocation(_) | DecisionKind::Product(_))
        | (Command::PlanSales(_), DecisionKind::Target(_) | DecisionKind::Sales(_) | DecisionKind::Push(_))
        | (Command::SignHouse { .. }, DecisionKind::House(_)) => true,
        _ => false,
    }
}

/// Whether two decisions are the same, whatever evidence defends them.
fn same(one: &DecisionKind, other: &DecisionKind) -> bool {
    match (one, other) {
        (DecisionKind::Answer(deal, answer), DecisionKind::Answer(other, to)) => {
            deal == other && answer.response == to.response
        }
        _ => one == other,
    }
}

/// Changes what a command carries from one decision to another, or leaves it out.
fn alter(command: &mut Command, from: &DecisionKind, to: Option<&DecisionKind>) {
    match (command, from, to) {
        (Command::PlanProduct(plan), _, Some(DecisionKind::Allocation(split))) => plan.allocation = *split,
        (Command::PlanSales(plan), _, Some(DecisionKind::Target(mix))) => plan.target.clone_from(mix),
        (Command::SignHouse { house, .. }, _, Some(DecisionKind::House(other))) => *house = *other,
        (Command::PlanProduct(plan), DecisionKind::Product(made), None) => plan.moves.retain(|other| other != made),
        (Command::PlanSales(plan), DecisionKind::Sales(made), None) => plan.moves.retain(|other| other != made),
        (Command::PlanSales(plan), DecisionKind::Push(deal), None) => plan.pushes.retain(|other| other != deal),
        _ => {}
    }
}

/// A run being replayed.
struct Again<'a> {
    played: &'a Game,
    /// The changes to make.
    changes: &'a [Otherwise],
    told: WhatIf,
    /// Who signed the command that is being done again, if not a lead.
    signer: Option<Signer>,
}

impl Again<'_> {
    /// Whether a change took effect, if there should be one.
    fn changed(&self) -> bool {
        self.changes.is_empty() || self.changes.iter().any(|change| self.took_effect(change))
    }

    fn took_effect(&self, change: &Otherwise) -> bool {
        let Some(decision) = self.played.state().decisions.get(change.decision.index()) else { return false };
        let made = &self.told.game.state().decisions;
        let taken =
            |kind: &DecisionKind| made.iter().any(|made| made.quarter == decision.quarter && same(&made.kind, kind));
        match &change.to {
            Some(to) => taken(to),
            None => !taken(&decision.kind),
        }
    }

    /// Does what was signed, with the changes of what this command carries.
    fn signed(&mut self, command: &Command) {
        let (quarter, played) = (self.told.game.state().quarter, self.played);
        let mut changed = command.clone();
        for change in self.changes {
            let decision = played.state().decisions.get(change.decision.index());
            let Some(decision) = decision.filter(|made| made.quarter == quarter && carries(command, made)) else {
                continue;
            };
            match (&decision.kind, &change.to) {
                // As it was signed, with the evidence it had.
                (kind, Some(to)) if kind == to => {}
                (DecisionKind::Answer(deal, _), Some(DecisionKind::Answer(_, answer))) => {
                    return self.answer(*deal, *answer);
                }
                (kind, to) => alter(&mut changed, kind, to.as_ref()),
            }
        }
        self.obey(changed);
    }

    /// Both sign another answer, with the evidence that product has for it. Other signatures for the card are refused
    /// afterwards.
    fn answer(&mut self, deal: DealId, answer: Answer) {
        let defence = Sight::of(&self.told.game, Seat::Product).defence(deal, &answer);
        let answer = Answer { defence: answer.defence.or(defence), ..answer };
        for seat in Seat::BOTH {
            // May be refused because the card is settled or the answer is not possible.
            let _ = self.try_to(Command::SignAnswer { seat, deal, answer }, self.signer);
        }
    }

    /// Does as much of a command as is still possible. The stand-in plays until the command's phase begins.
    fn obey(&mut self, command: Command) {
        for _ in 0..MOST_STEPS {
            match self.told.game.check(&command) {
                Err(Refusal::WrongPhase { now, needs }) if now < needs => self.stand_in(),
                Err(Refusal::HouseFirst) => self.stand_in(),
                Ok(()) => return self.go(command, self.signer),
                Err(_) => return self.mend(command),
            }
        }
    }

    /// Does what is possible of a refused command, and notes the rest as dropped.
    fn mend(&mut self, command: Command) {
        let quarter = self.told.game.state().quarter;
        match command {
            Command::PlanProduct(plan) => {
                let (scenario, state) = (self.told.game.scenario(), self.told.game.state());
                let allowed = |before: &[_], new| check::product_move(scenario, state, before, new).is_ok();
                let (moves, lost) = possible(&plan.moves, allowed);
                self.drop_all(quarter, lost.into_iter().map(DecisionKind::Product));
                self.go(Command::PlanProduct(ProductPlan { moves, ..plan }), self.signer);
            }
            Command::PlanSales(plan) => {
                let state = self.told.game.state();
                let (pushes, lost) = possible(&plan.pushes, |before, new| check::push(state, before, new).is_ok());
                let lost: Vec<_> = lost.into_iter().map(DecisionKind::Push).collect();
                let (moves, more) = possible(&plan.moves, |before, new| check::sales_move(state, before, new).is_ok());
                self.drop_all(quarter, lost.into_iter().chain(more.into_iter().map(DecisionKind::Sales)));
                self.go(Command::PlanSales(SalesPlan { pushes, moves, ..plan }), self.signer);
            }
            Command::SignAnswer { seat, deal, answer } => {
                let bare = Command::SignAnswer { seat, deal, answer: Answer { defence: None, ..answer } };
                if answer.defence.is_none() || self.try_to(bare, self.signer).is_err() {
                    self.drop_answer(deal);
                }
            }
            Command::Escalate { deal, .. } => self.drop_answer(deal),
            // Nothing to note: these are settled, or the dropped answer is noted already.
            Command::Read { .. } | Command::SignHouse { .. } | Command::TakeStance { .. } | Command::Predict { .. } => {
            }
        }
    }

    /// Notes the decisions of a quarter that are no longer possible.
    fn drop_all(&mut self, quarter: Quarter, lost: impl Iterator<Item = DecisionKind>) {
        let decisions = &self.played.state().decisions;
        for kind in lost {
            let same = |decision: &&Decision| decision.quarter == quarter && decision.kind == kind;
            self.told.dropped.extend(decisions.iter().find(same).map(|decision| decision.id));
        }
    }

    /// Notes an answer that is no longer possible.
    fn drop_answer(&mut self, deal: DealId) {
        let ask = self.played.state().deals.get(&deal).and_then(|deal| deal.ask.as_ref());
        self.told.dropped.extend(ask.and_then(|ask| ask.answer?.decision));
    }

    /// Lets the stand-in play while the game is behind.
    fn catch_up(&mut self, behind: impl Fn(&State) -> bool) {
        for _ in 0..MOST_STEPS {
            let state = self.told.game.state();
            if state.phase == Phase::Ended || !behind(state) {
                return;
            }
            self.stand_in();
        }
    }

    /// Takes the next step with the stand-in's choice.
    fn stand_in(&mut self) {
        let game = &self.told.game;
        let Some(step) = game.steps().into_iter().next() else { return };
        if let Step::Stance(_, deal) | Step::Answer(_, deal) = step {
            let card = (game.state().quarter, deal);
            if !self.told.stood_in.contains(&card) {
                self.told.stood_in.push(card);
            }
        }
        if let Some(command) = policy::command(STAND_IN, &self.told.game, &step) {
            self.go(command, Some(Signer::StandIn));
        }
    }

    /// Does what was checked.
    fn go(&mut self, command: Command, signer: Option<Signer>) {
        let done = self.try_to(command, signer);
        debug_assert!(done.is_ok(), "it was checked: {done:?}");
    }

    /// Does something that may be refused.
    fn try_to(&mut self, command: Command, signer: Option<Signer>) -> Result<(), Refusal> {
        self.told.game.advance(&command)?;
        self.told.signed.push((command, signer));
        Ok(())
    }
}

/// Which items of a list are possible, one after the other, and which are not.
fn possible<T: Copy>(wanted: &[T], allowed: impl Fn(&[T], T) -> bool) -> (Vec<T>, Vec<T>) {
    let (mut done, mut lost) = (Vec::new(), Vec::new());
    for &new in wanted {
        if allowed(&done, new) { done.push(new) } else { lost.push(new) }
    }
    (done, lost)
}
