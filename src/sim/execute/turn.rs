//! What an executor works with: it reads the state, and changes it only by emitting events.

use crate::ids::{DealId, DecisionId, WEEK_ONE, round};
use crate::scenario::Scenario;
use crate::sim::apply::apply;
use crate::sim::dice::Dice;
use crate::sim::{By, Cause, Decision, DecisionKind, Deck, Entry, Event, Quantity, State};

/// One command being executed.
pub(in crate::sim) struct Turn<'a> {
    scenario: &'a Scenario,
    dice: &'a Dice,
    deck: &'a Deck,
    state: &'a mut State,
    listeners: Listeners<'a>,
}

impl<'a> Turn<'a> {
    /// Begins work on a state.
    pub(in crate::sim) fn new(
        scenario: &'a Scenario,
        luck: (&'a Dice, &'a Deck),
        state: &'a mut State,
        listeners: Listeners<'a>,
    ) -> Self {
        Self { scenario, dice: luck.0, deck: luck.1, state, listeners }
    }

    /// The scenario.
    pub(super) fn scenario(&self) -> &'a Scenario {
        self.scenario
    }

    /// The dice of the run.
    pub(super) fn dice(&self) -> &'a Dice {
        self.dice
    }

    /// The hand-written prospects, dealt out.
    pub(super) fn deck(&self) -> &'a Deck {
        self.deck
    }

    /// The state as it is now.
    pub(super) fn state(&self) -> &State {
        self.state
    }

    /// A ledger quantity in its own unit.
    pub(super) fn get(&self, quantity: Quantity) -> f64 {
        self.state.get(quantity)
    }

    /// Emits an event. Always inlined: callers know the kind of event, so the compiler drops the other arms of `apply`.
    #[inline(always)]
    pub(super) fn emit(&mut self, event: Event) {
        self.listeners.hear(&event);
        apply(self.state, event);
    }

    /// Signs a decision and returns its id.
    pub(super) fn decide(&mut self, by: By, kind: DecisionKind) -> DecisionId {
        let id = DecisionId(u32::try_from(self.state.decisions.len()).unwrap_or(u32::MAX));
        let quarter = self.state.quarter;
        self.emit(Event::Decided(Decision { id, quarter, by, kind }));
        id
    }

    /// The decision behind the answer to a deal's special, if there is one.
    pub(super) fn decision_of(&self, deal: DealId) -> Option<DecisionId> {
        self.state.deals.get(&deal)?.ask.as_ref()?.answer?.decision
    }

    /// Changes a number by an amount in its own unit.
    pub(super) fn change(&mut self, quantity: Quantity, amount: f64, cause: Cause) {
        self.change_stored(quantity, round(amount * quantity.unit()), cause);
    }

    /// Like [`Turn::change`], but splits the amount over several decisions by weight, one entry each. The entries add
    /// up to exactly what [`Turn::change`] would book.
    pub(super) fn change_by(&mut self, quantity: Quantity, amount: f64, cause: Cause, led: &[(f64, DecisionId)]) {
        let total = round(amount * quantity.unit());
        let all: f64 = led.iter().map(|(weight, _)| weight).sum();
        let (mut weights, mut given) = (0.0, 0);
        for &(weight, decision) in led {
            weights += weight;
            let part = round(total as f64 * weights / all) - given;
            given += part;
            self.change_stored(quantity, part, cause.by(Some(decision)));
        }
    }

    /// Changes a number by an amount in its stored unit, clamped to the number's limits; the entry holds the clamped
    /// amount.
    pub(super) fn change_stored(&mut self, quantity: Quantity, amount: i64, cause: Cause) {
        let now = self.state.stock(quantity);
        let (low, high) = self.limits(quantity);
        let amount = now.saturating_add(amount).clamp(low, high) - now;
        if amount != 0 {
            let quarter = self.state.quarter;
            self.emit(Event::Changed(Entry { quantity, quarter, amount, cause }));
        }
    }

    fn limits(&self, quantity: Quantity) -> (i64, i64) {
        const ONE: i64 = crate::ids::SHARE_ONE as i64;
        const MOST: i64 = i64::MAX / 4;
        match quantity {
            Quantity::Cash => (-MOST, MOST),
            Quantity::Gap => {
                let limit = round(self.scenario.rules.gap_limit * crate::ids::SHARE_ONE);
                (-limit, limit)
            }
            Quantity::Coherence
            | Quantity::Precedent
            | Quantity::Trust
            | Quantity::Confidence
            | Quantity::Morale
            | Quantity::Discovery
            | Quantity::Enablement
            | Quantity::MarketSpeed
            | Quantity::Need => (0, ONE),
            Quantity::Vision | Quantity::Strategy | Quantity::Impact => (0, 10 * ONE),
            Quantity::Engineering => (WEEK_ONE as i64, MOST),
            _ => (0, MOST),
        }
    }
}

/// Where events go besides the state.
#[derive(Default)]
pub(in crate::sim) struct Listeners<'a> {
    /// The ledger of the run, if it is kept.
    pub(in crate::sim) ledger: Option<&'a mut Vec<Entry>>,
    /// The events of the command, if the caller wants them.
    pub(in crate::sim) events: Option<&'a mut Vec<Event>>,
}

impl Listeners<'_> {
    #[inline(always)]
    fn hear(&mut self, event: &Event) {
        if let (Some(ledger), Event::Changed(entry)) = (&mut self.ledger, event) {
            ledger.push(*entry);
        }
        if let Some(events) = &mut self.events {
            events.push(event.clone());
        }
    }
}
