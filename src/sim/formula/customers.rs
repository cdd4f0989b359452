//! Why customers leave, and what off-strategy customers cost.

use super::support;
use crate::ids::{DecisionId, Quarter, SegmentId};
use crate::scenario::{Rules, Scenario};
use crate::sim::{Customer, Debt, Quantity, SalesMove, State};

/// Quarters over which upkeep counts as debt.
const UPKEEP_QUARTERS: f64 = 8.0;
/// Renewals are yearly, so about a quarter of the customers is due each quarter.
const RENEWALS_PER_YEAR: f64 = 4.0;

/// The risk that a customer leaves at renewal, split into parts; each is a probability in 0..1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChurnRisk {
    /// The base churn of the segment.
    pub base: f64,
    /// Because the product is incoherent.
    pub coherence: f64,
    /// Because the product lags its market.
    pub gap: f64,
    /// Because a promise was late or broken.
    pub late: f64,
    /// Because a special was sunset.
    pub sunset: f64,
    /// Because the renewal is at a new price.
    pub reprice: f64,
}

impl ChurnRisk {
    /// The whole risk.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.base + self.coherence + self.gap + self.late + self.sunset + self.reprice
    }
}

/// What affects all renewals of the current quarter alike, computed once for all customers.
#[derive(Clone, Copy, Debug)]
pub struct Renewals<'a> {
    scenario: &'a Scenario,
    quarter: Quarter,
    coherence: f64,
    gap: f64,
    repricing: Option<DecisionId>,
}

impl<'a> Renewals<'a> {
    /// The renewals of a state's quarter.
    #[must_use]
    pub fn of(scenario: &'a Scenario, state: &State) -> Self {
        let rules = &scenario.rules;
        let missing = (rules.churn_coherence_from - state.get(Quantity::Coherence)).max(0.0);
        let reprice = |(made, _): &&(SalesMove, DecisionId)| *made == SalesMove::RepriceOffStrategy;
        Self {
            scenario,
            quarter: state.quarter,
            coherence: rules.churn_coherence * missing,
            gap: rules.churn_gap * (-state.get(Quantity::Gap)).max(0.0),
            repricing: state.turn.sales_moves.iter().find(reprice).map(|&(_, decision)| decision),
        }
    }

    /// `base(segment) + 0.20·max(0, 0.75−Q) + 0.12·max(0, −G) + 0.15·late`, lower if sales works on the renewal.
    #[must_use]
    pub fn risk(&self, customer: &Customer) -> ChurnRisk {
        let rules = &self.scenario.rules;
        let saved = customer.saving.is_some_and(|(quarter, _)| quarter == self.quarter);
        let factor = if saved { rules.save_factor } else { 1.0 };
        let when = |holds: bool, chance: f64| if holds { chance * factor } else { 0.0 };
        ChurnRisk {
            base: self.scenario.segments[customer.segment.index()].churn * factor,
            coherence: self.coherence * factor,
            gap: self.gap * factor,
            late: when(customer.let_down.is_some(), rules.churn_late),
            sunset: when(customer.sunset.is_some(), rules.churn_sunset),
            reprice: when(self.repriced(customer).is_some(), rules.churn_reprice),
        }
    }

    /// The decision to reprice, if this customer renews off strategy in the quarter it was made for.
    #[must_use]
    pub fn repriced(&self, customer: &Customer) -> Option<DecisionId> {
        let due = customer.renews == self.quarter && customer.segment != SegmentId(0);
        self.repricing.filter(|_| due)
    }
}

/// The risk that one customer leaves at its renewal.
#[must_use]
pub fn churn_risk(scenario: &Scenario, state: &State, customer: &Customer) -> ChurnRisk {
    Renewals::of(scenario, state).risk(customer)
}

/// Revenue debt and its interest, in dollars. `fit` returns a customer's fit, true or believed, in 0..1.
#[must_use]
pub fn debt(scenario: &Scenario, state: &State, fit: impl Fn(&Customer) -> f64) -> Debt {
    let week_cost = scenario.rules.week_cost;
    let best_churn = scenario.segments.first().map_or(0.0, |segment| segment.churn);
    let upkeep = state.get(Quantity::Upkeep) * week_cost;
    let mut debt = Debt {
        promises: state.get(Quantity::Backlog) * week_cost,
        upkeep: upkeep_debt(&scenario.rules, state.get(Quantity::Upkeep)),
        ..Debt::default()
    };
    let renewals = Renewals::of(scenario, state);
    let mut expected_loss = 0.0;
    for customer in state.customers.values() {
        debt.misfit += customer.arr.f64() * (1.0 - fit(customer));
        let extra = (renewals.risk(customer).total() - best_churn).max(0.0);
        expected_loss += customer.arr.f64() * extra / RENEWALS_PER_YEAR;
    }
    let off_share = debt.misfit / state.get(Quantity::Arr).max(1.0);
    let support = support(&scenario.rules, state.get(Quantity::Engineering), off_share);
    debt.interest = support * week_cost + upkeep + expected_loss;
    debt
}

/// The debt for this many engineer-weeks of upkeep per quarter, in dollars.
#[must_use]
pub fn upkeep_debt(rules: &Rules, weeks: f64) -> f64 {
    weeks * rules.week_cost * UPKEEP_QUARTERS
}

/// What makes up the interest on revenue debt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interest {
    /// Engineer-weeks of support for customers off strategy.
    pub support: f64,
    /// Engineer-weeks of upkeep.
    pub upkeep: f64,
    /// ARR expected to be lost at renewals beyond the base rate, in dollars.
    pub renewals: f64,
}

/// The parts of the interest on a debt as of now. The debt may be true or believed.
#[must_use]
pub fn interest(scenario: &Scenario, state: &State, debt: &Debt) -> Interest {
    let off_share = debt.misfit / state.get(Quantity::Arr).max(1.0);
    let support = support(&scenario.rules, state.get(Quantity::Engineering), off_share);
    let upkeep = state.get(Quantity::Upkeep);
    Interest { support, upkeep, renewals: debt.interest - (upkeep + support) * scenario.rules.week_cost }
}
