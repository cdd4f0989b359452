//! What if: a run played again on the same seed, with one decision changed.
//!
//! Everything else is done as it was signed. What cannot be done any more is left out, what nobody decided is decided
//! by a stand-in, and the result names both.

use super::file::RunFile;
use crate::policy::{self, STAND_IN};
use crate::sim::{
    Answer, Command, DealId, Decision, DecisionId, DecisionKind, Game, Phase, ProductPlan, Quarter, Refusal, Response,
    SalesPlan, Seat, State, Step, check,
};

/// A game has far fewer steps; a stand-in that could not go on would otherwise go on for ever.
const MOST_STEPS: usize = 10_000;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A card gets another answer.
    Answer(DealId, Answer),
    /// A decision is not taken: a move or a push is left out, and a split of engineering, a target mix or a house
    /// quadrant stays for this quarter as it was before.
    Without(DecisionId),
}

impl Change {
    /// The other ways a decision could have gone; those of a card whether or not they were possible then.
    #[must_use]
    pub fn of(decision: &Decision) -> Vec<Self> {
        match decision.kind {
            DecisionKind::Answer(deal, answer) => {
                let others = Response::ALL.into_iter().filter(|&response| response != answer.response);
                others.map(|response| Self::Answer(deal, check::bare(decision.quarter, response))).collect()
            }
            _ => vec![Self::Without(decision.id)],
        }
    }
}

/// A run with one decision changed.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The game, through its echo year.
    pub game: Game,
    /// Decisions of the run that could not be taken any more, in their order.
    pub dropped: Vec<DecisionId>,
    /// Cards that the stand-in answered, and the quarters on whose table they lay.
    pub stood_in: Vec<(Quarter, DealId)>,
}

/// Plays a run again with one decision changed; `played` is the game that the run leads to. Nothing if the change
/// could not be made in it.
#[must_use]
pub fn what_if(run: &RunFile, played: &Game, change: Change) -> Option<WhatIf> {
    let mut again = Again {
        played,
        change,
        changed: false,
        told: WhatIf {
            game: Game::without_ledger(played.scenario().clone(), run.seed),
            dropped: Vec::new(),
            stood_in: Vec::new(),
        },
    };
    for log in &run.quarters {
        again.catch_up(|state| state.quarter.0 < log.quarter);
        for command in &log.commands {
            if again.told.game.state().quarter.0 == log.quarter {
                again.signed(command);
            }
        }
    }
    again.catch_up(|_| true);
    again.told.dropped.sort_unstable();
    again.told.dropped.dedup();
    again.changed.then_some(again.told)
}

/// A run that is played again.
struct Again<'a> {
    played: &'a Game,
    change: Change,
    /// Whether the change is made.
    changed: bool,
    told: WhatIf,
}

impl Again<'_> {
    /// Does what was signed, changed if it is what is to be changed.
    fn signed(&mut self, command: &Command) {
        match (self.change, command) {
            (Change::Answer(changed, answer), Command::SignAnswer { deal, .. } | Command::Escalate { deal, .. })
                if changed == *deal =>
            {
                self.answer_otherwise(changed, answer);
            }
            (Change::Without(id), _) => match self.played.state().decisions.get(id.index()) {
                Some(decision) if decision.quarter == self.told.game.state().quarter => {
                    let command = self.without(decision, command.clone());
                    self.obey(command);
                }
                _ => self.obey(command.clone()),
            },
            _ => self.obey(command.clone()),
        }
    }

    /// Both sign the other answer; whatever they signed for the card is left out.
    fn answer_otherwise(&mut self, deal: DealId, answer: Answer) {
        if !self.changed {
            let sign = |seat| Command::SignAnswer { seat, deal, answer };
            self.changed = Seat::BOTH.into_iter().all(|seat| self.told.game.advance(&sign(seat)).is_ok());
        }
    }

    /// What is signed where a decision is not taken.
    fn without(&mut self, decision: &Decision, command: Command) -> Command {
        let now = self.told.game.state();
        let before = self.changed;
        self.changed = true;
        match (command, &decision.kind) {
            (Command::PlanProduct(plan), DecisionKind::Allocation(_)) => {
                Command::PlanProduct(ProductPlan { allocation: now.allocation, ..plan })
            }
            (Command::PlanProduct(mut plan), DecisionKind::Product(made)) => {
                plan.moves.retain(|other| other != made);
                Command::PlanProduct(plan)
            }
            (Command::PlanSales(plan), DecisionKind::Target(_)) => {
                Command::PlanSales(SalesPlan { target: now.target.clone(), ..plan })
            }
            (Command::PlanSales(mut plan), DecisionKind::Sales(made)) => {
                plan.moves.retain(|other| other != made);
                Command::PlanSales(plan)
            }
            (Command::PlanSales(mut plan), DecisionKind::Push(deal)) => {
                plan.pushes.retain(|other| other != deal);
                Command::PlanSales(plan)
            }
            (Command::SignHouse { seat, .. }, DecisionKind::House(_)) => Command::SignHouse { seat, house: now.house },
            (other, _) => {
                self.changed = before;
                other
            }
        }
    }

    /// Does a command as far as it can still be done; until its phase begins, the stand-in decides.
    fn obey(&mut self, command: Command) {
        for _ in 0..MOST_STEPS {
            match self.told.game.check(&command) {
                Err(Refusal::WrongPhase { now, needs }) if now < needs => self.stand_in(),
                Err(Refusal::HouseFirst) => self.stand_in(),
                Ok(()) => return self.go(&command),
                Err(_) => return self.mend(command),
            }
        }
    }

    /// Does of a refused command what can be done, and names the rest.
    fn mend(&mut self, command: Command) {
        let quarter = self.told.game.state().quarter;
        match command {
            Command::PlanProduct(plan) => {
                let (scenario, state) = (self.told.game.scenario(), self.told.game.state());
                let allowed = |before: &[_], new| check::product_move(scenario, state, before, new).is_ok();
                let (moves, lost) = possible(&plan.moves, allowed);
                self.drop_all(quarter, lost.into_iter().map(DecisionKind::Product));
                self.go(&Command::PlanProduct(ProductPlan { moves, ..plan }));
            }
            Command::PlanSales(plan) => {
                let state = self.told.game.state();
                let (pushes, lost) = possible(&plan.pushes, |before, new| check::push(state, before, new).is_ok());
                let lost: Vec<_> = lost.into_iter().map(DecisionKind::Push).collect();
                let (moves, more) = possible(&plan.moves, |before, new| check::sales_move(state, before, new).is_ok());
                self.drop_all(quarter, lost.into_iter().chain(more.into_iter().map(DecisionKind::Sales)));
                self.go(&Command::PlanSales(SalesPlan { pushes, moves, ..plan }));
            }
            Command::SignAnswer { seat, deal, answer } => {
                let bare = Command::SignAnswer { seat, deal, answer: Answer { defence: None, ..answer } };
                if answer.defence.is_none() || self.told.game.advance(&bare).is_err() {
                    self.drop_answer(deal);
                }
            }
            Command::Escalate { deal, .. } => self.drop_answer(deal),
            // What these were about is settled, or the answer to it is named.
            Command::Read { .. } | Command::SignHouse { .. } | Command::TakeStance { .. } | Command::Predict { .. } => {
            }
        }
    }

    /// Names the decisions of a quarter that can no longer be taken.
    fn drop_all(&mut self, quarter: Quarter, lost: impl Iterator<Item = DecisionKind>) {
        let decisions = &self.played.state().decisions;
        for kind in lost {
            let same = |decision: &&Decision| decision.quarter == quarter && decision.kind == kind;
            self.told.dropped.extend(decisions.iter().find(same).map(|decision| decision.id));
        }
    }

    /// Names an answer that can no longer be given.
    fn drop_answer(&mut self, deal: DealId) {
        let ask = self.played.state().deals.get(&deal).and_then(|deal| deal.ask.as_ref());
        self.told.dropped.extend(ask.and_then(|ask| ask.answer?.decision));
    }

    /// Lets the stand-in decide while something is left to decide.
    fn catch_up(&mut self, behind: impl Fn(&State) -> bool) {
        for _ in 0..MOST_STEPS {
            let state = self.told.game.state();
            if state.phase == Phase::Ended || !behind(state) {
                return;
            }
            self.stand_in();
        }
    }

    /// Takes the next step as the stand-in would.
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
            self.go(&command);
        }
    }

    fn go(&mut self, command: &Command) {
        let done = self.told.game.advance(command);
        debug_assert!(done.is_ok(), "{command:?} was checked: {done:?}");
    }
}

/// What of a list can be done, one after the other, and what cannot.
fn possible<T: Copy>(wanted: &[T], allowed: impl Fn(&[T], T) -> bool) -> (Vec<T>, Vec<T>) {
    let (mut done, mut lost) = (Vec::new(), Vec::new());
    for &new in wanted {
        if allowed(&done, new) { done.push(new) } else { lost.push(new) }
    }
    (done, lost)
}
