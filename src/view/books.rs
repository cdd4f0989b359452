//! The whole ledger by what stands behind it: for each decision the chain of its effects, and what no decision caused.
//!
//! Nothing is left out and nothing is counted twice, so decisions and the rest add up to every number as it stands.

use std::collections::BTreeMap;

use crate::ids::{DecisionId, Quarter};
use crate::sim::{Cause, DealOutcome, Entry, Game, Quantity, Rule, State, Subject};

/// What no decision caused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// What the company had at the start.
    Start,
    /// The customers from before the start, who grew.
    Before,
    /// Deals that asked for nothing, and competitors.
    Market,
    /// Renewals that the dice decided against the company at the rate at which some customers always leave.
    Chance,
    /// News and gates.
    Intervention,
    /// What follows by itself from everything together: revenue, cost, wear.
    Course,
}

impl Source {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::Start, Self::Before, Self::Market, Self::Chance, Self::Intervention, Self::Course];

    /// The source of an entry that has no decision.
    fn of(state: &State, cause: &Cause) -> Self {
        match cause.rule {
            Rule::Start => Self::Start,
            Rule::News | Rule::Gate => Self::Intervention,
            Rule::DealWon | Rule::MarketMoves => Self::Market,
            Rule::Churn => Self::Chance,
            Rule::Expansion if from_a_deal(state, cause) => Self::Market,
            Rule::Expansion => Self::Before,
            _ => Self::Course,
        }
    }
}

/// Whether a customer came with a deal of this run.
fn from_a_deal(state: &State, cause: &Cause) -> bool {
    let won = |deal: &crate::sim::Deal| match (deal.outcome, cause.subject) {
        (Some(DealOutcome::Won(id)), Some(Subject::Customer(customer))) => id == customer,
        _ => false,
    };
    state.deals.values().any(won)
}

/// Something that a decision led to, with what it changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// When.
    pub quarter: Quarter,
    /// The rule, and what it worked on.
    pub cause: Cause,
    /// What changed, in stored units; no number twice.
    pub amounts: Vec<(Quantity, i64)>,
    /// The earlier effect of the same decision that it follows from, by its position; `None` if it follows from the decision.
    pub led_by: Option<usize>,
}

impl Effect {
    /// The change of a number, in its stored unit.
    #[must_use]
    pub fn amount(&self, quantity: Quantity) -> i64 {
        self.amounts.iter().find(|(other, _)| *other == quantity).map_or(0, |(_, amount)| *amount)
    }

    fn add(&mut self, entry: &Entry) {
        match self.amounts.iter_mut().find(|(quantity, _)| *quantity == entry.quantity) {
            Some((_, amount)) => *amount += entry.amount,
            None => self.amounts.push((entry.quantity, entry.amount)),
        }
    }
}

/// The ledger of a game by what stands behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Books {
    /// The effects of each decision that had any, in order.
    pub decisions: BTreeMap<DecisionId, Vec<Effect>>,
    /// What no decision caused, in stored units, by source and number.
    pub rest: BTreeMap<(Source, Quantity), i64>,
}

impl Books {
    /// Sorts a ledger. Empty if the game keeps none.
    #[must_use]
    pub fn of(game: &Game) -> Self {
        let state = game.state();
        let mut books = Self::default();
        for entry in game.ledger() {
            match entry.cause.decision {
                Some(id) => enter(state, books.decisions.entry(id).or_default(), entry),
                None => {
                    *books.rest.entry((Source::of(state, &entry.cause), entry.quantity)).or_default() += entry.amount;
                }
            }
        }
        books
    }

    /// What all decisions together changed a number by, in its stored unit.
    #[must_use]
    pub fn decided(&self, quantity: Quantity) -> i64 {
        self.decisions.values().flatten().map(|effect| effect.amount(quantity)).sum()
    }

    /// What a source that is no decision changed a number by, in its stored unit.
    #[must_use]
    pub fn given(&self, source: Source, quantity: Quantity) -> i64 {
        self.rest.get(&(source, quantity)).copied().unwrap_or(0)
    }
}

/// Enters what a decision changed: into the effect of the same rule on the same subject in the same quarter, or as a new one.
fn enter(state: &State, effects: &mut Vec<Effect>, entry: &Entry) {
    let Entry { quarter, cause, .. } = *entry;
    match effects.iter_mut().rfind(|effect| effect.quarter == quarter && effect.cause == cause) {
        Some(effect) => effect.add(entry),
        None => {
            let led_by = effects.iter().rposition(|before| leads(state, &before.cause, before.quarter, entry));
            effects.push(Effect { quarter, cause, amounts: vec![(entry.quantity, entry.amount)], led_by });
        }
    }
}

/// Whether an effect leads to an entry of the same decision, as far as the rules say: the same special, deal or customer at
/// the next step of its way.
fn leads(state: &State, before: &Cause, when: Quarter, entry: &Entry) -> bool {
    let [special, later] = [before.subject, entry.cause.subject].map(|subject| special_of(state, subject));
    let same_special = special.is_some() && special == later;
    let [customer, leaver] = [before.subject, entry.cause.subject].map(|subject| customer_of(state, subject));
    let same_customer = customer.is_some() && customer == leaver;
    match (before.rule, entry.cause.rule) {
        (Rule::DealWon, Rule::WorkAccepted | Rule::Discount) => same_customer,
        (Rule::WorkAccepted, Rule::WorkGrew | Rule::WorkDone | Rule::LatePromise | Rule::Fee) => same_special,
        (Rule::WorkDone, Rule::NewUpkeep | Rule::MisalignedWork | Rule::AlignedWork | Rule::PromiseKept) => {
            same_special
        }
        (Rule::LatePromise | Rule::Sunset, Rule::LatePromise | Rule::Sunset) => {
            before.rule == entry.cause.rule && same_customer && leaves(entry)
        }
        (Rule::DealWon, Rule::Churn | Rule::Expansion) => same_customer,
        (Rule::Churn | Rule::LatePromise, Rule::WorkDropped) => same_customer && when == entry.quarter,
        _ => false,
    }
}

/// Whether an entry is about a customer that left or stayed, and not about its special.
fn leaves(entry: &Entry) -> bool {
    matches!(entry.cause.subject, Some(Subject::Customer(_)))
}

fn special_of(state: &State, subject: Option<Subject>) -> Option<crate::ids::WorkId> {
    match subject {
        Some(Subject::Work(id)) => state.works.get(&id).map(|work| work.id),
        _ => None,
    }
}

/// The customer that a subject is about.
pub(super) fn customer_of(state: &State, subject: Option<Subject>) -> Option<crate::ids::CustomerId> {
    match subject? {
        Subject::Customer(id) => Some(id),
        Subject::Work(id) => state.works.get(&id).map(|work| work.customer),
        Subject::Deal(id) => match state.deals.get(&id)?.outcome? {
            DealOutcome::Won(customer) => Some(customer),
            DealOutcome::Lost => None,
        },
        Subject::News(_) | Subject::Gate(_) => None,
    }
}
