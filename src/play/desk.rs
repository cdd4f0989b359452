//! A desk: what is about to be signed, every change of which can be undone, for each card of the table by itself.

use std::collections::BTreeMap;

use super::act::Act;
use super::agreed::Agreed;
use super::draft::Draft;
use crate::ids::{DealId, Seat};
use crate::sim::{Command, Game, Step};
use crate::view;

/// The draft of the step that is open, with its undo steps, and the drafts of the other cards.
#[derive(Debug, Default)]
pub struct Desk {
    pub(super) draft: Draft,
    /// Earlier drafts of the same step.
    undo: Vec<Draft>,
    /// The drafts for the other cards of the table, each with its undo steps.
    cards: BTreeMap<DealId, (Draft, Vec<Draft>)>,
    /// The card that is shown.
    card: Option<DealId>,
}

impl Desk {
    /// What is about to be signed.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The card that is shown at the table.
    #[must_use]
    pub fn card(&self) -> Option<DealId> {
        self.card
    }

    /// Whether a change can be undone.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a draft that nobody has signed.
    #[must_use]
    pub fn drafted(&self) -> bool {
        self.can_undo() || !self.cards.is_empty()
    }

    /// The command that an act signs at a step; `None` if something is missing in the draft.
    pub(super) fn signs(&self, step: &Step, act: Act) -> Option<Command> {
        let draft = &self.draft;
        Some(match (act, step) {
            (Act::Sign, Step::Plan(Seat::Product)) => Command::PlanProduct(draft.product.clone()),
            (Act::Sign, Step::Plan(Seat::Sales)) => Command::PlanSales(draft.sales.clone()),
            (Act::Sign, &Step::Stance(seat, deal)) => Command::TakeStance { seat, deal, stance: draft.stance? },
            (Act::Sign, &Step::Predict(seat)) => Command::Predict { seat, range: draft.range()? },
            (Act::SignAs(seat), Step::House(_)) => Agreed::House(draft.house).command(seat),
            (Act::SignAs(seat), &Step::Answer(_, deal)) => Agreed::Answer(deal, draft.answer?).command(seat),
            (Act::Escalate, &Step::Answer(seat, deal)) => Command::Escalate { seat, deal },
            _ => return None,
        })
    }

    /// Begins the draft of a step, or continues it for a card that was open before. `partner` is the seat that a
    /// computer plays.
    pub(super) fn begin(&mut self, game: &Game, step: &Step, partner: Option<Seat>) {
        self.undo.clear();
        if let Step::Answer(_, deal) = *step {
            self.card = Some(deal);
            if let Some((draft, undo)) = self.cards.remove(&deal) {
                (self.draft, self.undo) = (draft, undo);
                return;
            }
        }
        self.draft = Draft::for_step(game, step, partner);
    }

    /// Turns to another card; the draft for the current one is kept until it is shown again.
    pub(super) fn turn_to(&mut self, step: &Step, deal: DealId) {
        if let Step::Answer(_, before) = *step
            && self.can_undo()
        {
            self.cards.insert(before, (self.draft.clone(), std::mem::take(&mut self.undo)));
        }
        self.card = Some(deal);
    }

    /// Forgets the draft of a card, and shows the card.
    pub(super) fn forget(&mut self, deal: DealId) {
        self.cards.remove(&deal);
        self.card = Some(deal);
    }

    /// Takes back the last change. Returns whether there was one.
    pub(super) fn undo(&mut self) -> bool {
        let before = self.undo.pop();
        let undone = before.is_some();
        self.draft = before.unwrap_or_else(|| std::mem::take(&mut self.draft));
        undone
    }

    /// Keeps the draft as it is, so that undo does not go back beyond a signature.
    pub(super) fn settle(&mut self) {
        self.undo.clear();
    }

    /// Changes the draft, if that is what an act does; what changes nothing is nothing to undo.
    pub(super) fn change(&mut self, game: &Game, step: &Step, act: Act) -> bool {
        let before = self.draft.clone();
        let draft = &mut self.draft;
        let end = |steps: i32| f64::from(steps) * view::predict_step(game);
        match act {
            Act::Allocate(share, percent) => draft.allocate(share, percent),
            Act::Target(segment, percent) => draft.target(segment, percent),
            Act::ProductMove(made) => toggle(&mut draft.product.moves, made),
            Act::SalesMove(made) => toggle(&mut draft.sales.moves, made),
            Act::Push(deal) => draft.sales.pushes.push(deal),
            Act::Unpush(deal) => draft.sales.pushes.retain(|&other| other != deal),
            Act::House(cell, response) => draft.house.answers[cell as usize] = response,
            Act::Respond(response) if matches!(step, Step::Stance(..)) => draft.stance = Some(response),
            Act::Respond(response) => draft.respond(game.state(), response),
            Act::Defend(evidence) => draft.defend(evidence),
            Act::Due(quarter) => draft.due(quarter),
            Act::Low(steps) => draft.predict_low(end(steps)),
            Act::High(steps) => draft.predict_high(end(steps)),
            Act::Take | Act::Read | Act::Card(_) | Act::Undo | Act::Sign | Act::SignAs(_) | Act::Escalate => {
                return false;
            }
        }
        if self.draft != before {
            self.undo.push(before);
        }
        true
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
}
