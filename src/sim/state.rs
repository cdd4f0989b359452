//! The whole state of a run. Only [`apply`](super::apply) changes it; all other code reads it.

use schemars::JsonSchema;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::moves::{Allocation, ProductMove, ProductPlan, Reform, STEP, SalesMove, SalesPlan};
use super::{ById, Customer, Deal, Deals, Decision, Fact, House, Name, Quantity, Range, Record, Work};
use crate::ids::{CustomerId, DealId, DecisionId, GateId, NewsId, PerSeat, Quarter, Seat, ThemeId};
use crate::scenario::Scenario;

/// The whole state of a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct State {
    /// The seed of every draw.
    pub seed: u64,
    /// The current quarter; also counts on through the echo year.
    pub quarter: Quarter,
    /// The phase of the quarter.
    pub phase: Phase,
    /// Every ledger quantity, in the order of [`Quantity::ALL`].
    pub stocks: Vec<i64>,
    /// Deals that were ever opened, by id.
    pub deals: Deals,
    /// The customers that pay now.
    pub customers: ById<Customer>,
    /// The names of customers that left.
    pub former: BTreeMap<CustomerId, Name>,
    /// Specials that were accepted and whose deals were won.
    pub works: ById<Work>,
    /// Themes that are productised.
    pub themes_built: BTreeSet<ThemeId>,
    /// Facts that a seat learned.
    pub facts: BTreeSet<(Seat, Fact)>,
    /// Everything that was decided, in order.
    pub decisions: Vec<Decision>,
    /// The standing answers in force.
    pub house: House,
    /// The allocation in force.
    pub allocation: Allocation,
    /// The target mix in force, percent per segment.
    pub target: Vec<u8>,
    /// What the seats did in this phase and quarter.
    pub turn: Turn,
    /// Rules changed by board papers, each with the quarter from which it is in force.
    pub reforms: BTreeMap<Reform, Quarter>,
    /// Quarters in a row with both kit and coaching.
    pub enablement_streak: u8,
    /// Quarters in a row with win/loss interviews.
    pub winloss_streak: u8,
    /// Whether the strategy was published.
    pub strategy_published: bool,
    /// The decision to track specials last quarter, whose impact tokens are still to come.
    pub tracking: Option<DecisionId>,
    /// News that happened.
    pub news: Vec<(Quarter, NewsId)>,
    /// Gates that were checked, and whether they were passed.
    pub gates: BTreeMap<GateId, bool>,
    /// Factor on all quotas, changed by news and gates.
    pub quota_factor: f64,
    /// Engineer-weeks that support took last quarter.
    pub support_weeks: f64,
    /// One record per closed quarter, beginning with the start.
    pub history: Vec<Record>,
    /// Whether the cash ran out.
    pub insolvent: bool,
}

impl State {
    /// The state before the company exists; [`super::execute`] fills it through events.
    #[must_use]
    pub(super) fn empty(scenario: &Scenario, seed: u64) -> Self {
        Self {
            seed,
            quarter: Quarter(0),
            phase: Phase::Briefing,
            stocks: vec![0; Quantity::COUNT],
            deals: Deals::default(),
            customers: ById::default(),
            former: BTreeMap::new(),
            works: ById::default(),
            themes_built: BTreeSet::new(),
            facts: BTreeSet::new(),
            decisions: Vec::new(),
            house: House::default(),
            allocation: Allocation::default(),
            target: market_mix(scenario),
            turn: Turn::default(),
            reforms: BTreeMap::new(),
            enablement_streak: 0,
            winloss_streak: 0,
            strategy_published: false,
            tracking: None,
            news: Vec::new(),
            gates: BTreeMap::new(),
            quota_factor: 1.0,
            support_weeks: 0.0,
            history: Vec::new(),
            insolvent: false,
        }
    }

    /// A hash of the whole state.
    #[must_use]
    pub fn hash(&self) -> String {
        // Writing plain data cannot fail. If it did, the empty hash would make every replay refuse the run.
        serde_json::to_vec(self).map_or_else(|_| String::new(), |state| blake3::hash(&state).to_hex()[..16].to_owned())
    }

    /// A ledger quantity in its stored unit.
    #[must_use]
    pub fn stock(&self, quantity: Quantity) -> i64 {
        self.stocks[quantity as usize]
    }

    /// A ledger quantity in its own unit: dollars, weeks, or shares 0..1.
    #[must_use]
    pub fn get(&self, quantity: Quantity) -> f64 {
        self.stock(quantity) as f64 / quantity.unit()
    }

    /// Whether a seat knows a fact, either from its role or because it learned it.
    #[must_use]
    pub fn knows(&self, seat: Seat, fact: Fact) -> bool {
        self.knows_by_trade(seat, fact) || self.facts.contains(&(seat, fact))
    }

    /// Sales talks to prospects from the start; product sees a request only when it comes to the table.
    fn knows_by_trade(&self, seat: Seat, fact: Fact) -> bool {
        match (seat, fact) {
            (Seat::Sales, Fact::Champion(_) | Fact::Competitor(_) | Fact::SalesNote(_) | Fact::Request(_)) => true,
            (Seat::Product, Fact::Request(deal) | Fact::Estimate(deal) | Fact::ProductNote(deal)) => {
                self.came_to_table(deal)
            }
            _ => false,
        }
    }

    fn came_to_table(&self, deal: DealId) -> bool {
        self.deals
            .get(&deal)
            .is_some_and(|deal| deal.closes < self.quarter || deal.closes == self.quarter && self.phase >= Phase::Table)
    }

    /// Whether both seats know a fact, so it can be shown at the table.
    #[must_use]
    pub fn both_know(&self, fact: Fact) -> bool {
        Seat::BOTH.iter().all(|&seat| self.knows(seat, fact))
    }

    /// Whether a reform is in force in the current quarter.
    #[must_use]
    pub fn in_force(&self, reform: Reform) -> bool {
        self.reforms.get(&reform).is_some_and(|&from| self.quarter >= from)
    }

    /// Open deals, earliest closing quarter first.
    pub fn open_deals(&self) -> impl Iterator<Item = &Deal> {
        self.deals.closing_from(self.quarter).filter(|deal| deal.outcome.is_none())
    }

    /// Open deals that are decided in the current quarter, in order of their ids.
    pub fn due_deals(&self) -> impl Iterator<Item = &Deal> {
        self.deals.closing(self.quarter).filter(|deal| deal.outcome.is_none())
    }

    /// The cards of this quarter's table, most at stake first.
    #[must_use]
    pub fn cards(&self) -> &[DealId] {
        &self.turn.cards
    }
}

/// The market's own mix in steps of five percent; the rounding error goes to the first segment.
#[must_use]
pub fn market_mix(scenario: &Scenario) -> Vec<u8> {
    let step = f64::from(STEP);
    let mut target: Vec<u8> =
        scenario.segments.iter().map(|s| (libm::floor(s.market_share * 100.0 / step) * step) as u8).collect();
    let given: u8 = target.iter().skip(1).sum();
    if let Some(first) = target.first_mut() {
        *first = 100 - given;
    }
    target
}

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Phase {
    /// Both read what happened and their private page.
    Briefing,
    /// Both plan in private.
    Plan,
    /// The house quadrant, then the cards.
    Table,
    /// Both predict, then the quarter resolves.
    Close,
    /// Payouts, causes, reflection.
    Review,
    /// The run is over; the echo year has passed, or the cash ran out.
    Ended,
}

/// What the seats did so far in the current quarter; reset when the next one begins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// Who read the briefing, or the review.
    pub read: PerSeat<bool>,
    /// The Product Lead's signed plan.
    pub product_plan: Option<ProductPlan>,
    /// The Sales Lead's signed plan.
    pub sales_plan: Option<SalesPlan>,
    /// Product moves made, with their decisions.
    pub product_moves: Vec<(ProductMove, DecisionId)>,
    /// Sales moves made, with their decisions.
    pub sales_moves: Vec<(SalesMove, DecisionId)>,
    /// The house quadrant that each seat signed.
    pub house_signed: PerSeat<Option<House>>,
    /// Whether the house quadrant is settled for this quarter.
    pub house_settled: bool,
    /// Cards on the table, most at stake first.
    pub cards: Vec<DealId>,
    /// Small asks that the house quadrant answered.
    pub small_asks: Vec<DealId>,
    /// Each seat's prediction.
    pub predictions: PerSeat<Option<Range>>,
    /// Asks declined this quarter: the decision, and whether a fitting token defended it.
    pub declined: Vec<(DealId, Option<DecisionId>, bool)>,
    /// Engineer-weeks that this quarter's answers claimed so far; a specials budget caps them.
    pub budget_used: f64,
    /// Deals that entered this quarter, those that asked, and those that would have asked at the initial precedent.
    pub demand: (u32, u32, u32),
}
