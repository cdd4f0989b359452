//! The whole state of a run. It changes only through [`apply`](super::apply); everybody else reads it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ids::{CustomerId, DealId, DecisionId, GateId, NewsId, ThemeId};
use super::moves::{Allocation, ProductMove, ProductPlan, Reform, STEP, SalesMove, SalesPlan};
use super::{
    ById, Customer, Deal, Deals, Decision, Fact, House, Name, PerSeat, Quantity, Quarter, Range, Record, Seat, Work,
};
use crate::scenario::Scenario;

/// The whole state of a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct State {
    /// The seed of every draw.
    pub seed: u64,
    /// The quarter being played, or echoed.
    pub quarter: Quarter,
    /// The phase of the quarter.
    pub phase: Phase,
    /// Every number of the ledger, in the order of [`Quantity::ALL`].
    pub stocks: Vec<i64>,
    /// Deals that were ever opened, by id.
    pub deals: Deals,
    /// Customers that pay today.
    pub customers: ById<Customer>,
    /// The names of customers that left.
    pub former: BTreeMap<CustomerId, Name>,
    /// Specials that were accepted and won.
    pub works: ById<Work>,
    /// Themes that are productised.
    pub themes_built: BTreeSet<ThemeId>,
    /// Facts that a seat learned.
    pub facts: BTreeSet<(Seat, Fact)>,
    /// Everything that was signed.
    pub decisions: Vec<Decision>,
    /// The standing answers in force.
    pub house: House,
    /// The allocation in force.
    pub allocation: Allocation,
    /// The target mix in force, percent per segment.
    pub target: Vec<u8>,
    /// What the seats did in this phase and quarter.
    pub turn: Turn,
    /// Rules changed by board papers: the quarter from which each is in force.
    pub reforms: BTreeMap<Reform, Quarter>,
    /// Quarters in a row in which kit and coaching both happened.
    pub enablement_streak: u8,
    /// Quarters in a row with win/loss interviews.
    pub winloss_streak: u8,
    /// Whether the strategy was published.
    pub strategy_published: bool,
    /// Impact tokens on their way: the decision to track, last quarter.
    pub tracking: Option<DecisionId>,
    /// News that happened.
    pub news: Vec<(Quarter, NewsId)>,
    /// Gates that were checked, and whether they were passed.
    pub gates: BTreeMap<GateId, bool>,
    /// Quotas are multiplied by this (news).
    pub quota_factor: f64,
    /// Engineer-weeks that support took last quarter.
    pub support_weeks: f64,
    /// One record per closed quarter, the start first.
    pub history: Vec<Record>,
    /// Whether the cash ran out.
    pub insolvent: bool,
}

impl State {
    /// The state before the company exists; [`super::execute`] fills it by events.
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

    /// A hash of everything in it.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hasher = std::io::BufWriter::new(blake3::Hasher::new());
        // Writing plain data cannot fail; if it did, an empty hash would make every replay refuse.
        let written = serde_json::to_writer(&mut hasher, self);
        match (written, hasher.into_inner()) {
            (Ok(()), Ok(hasher)) => hasher.finalize().to_hex()[..16].to_owned(),
            _ => String::new(),
        }
    }

    /// A number of the ledger in its stored unit.
    #[must_use]
    pub fn stock(&self, quantity: Quantity) -> i64 {
        self.stocks[quantity as usize]
    }

    /// A number of the ledger in its own unit: dollars, weeks, or shares 0..1.
    #[must_use]
    pub fn get(&self, quantity: Quantity) -> f64 {
        self.stock(quantity) as f64 / quantity.unit()
    }

    /// Whether a seat knows a fact: by its trade, or because it learned it.
    #[must_use]
    pub fn knows(&self, seat: Seat, fact: Fact) -> bool {
        self.knows_by_trade(seat, fact) || self.facts.contains(&(seat, fact))
    }

    /// Sales talks to prospects from the start; product sees a request when it comes to the table.
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

    /// Whether both seats learned a fact, so that it may lie on the table.
    #[must_use]
    pub fn both_know(&self, fact: Fact) -> bool {
        Seat::BOTH.iter().all(|&seat| self.knows(seat, fact))
    }

    /// Whether a reform is in force in the current quarter.
    #[must_use]
    pub fn in_force(&self, reform: Reform) -> bool {
        self.reforms.get(&reform).is_some_and(|&from| self.quarter >= from)
    }

    /// Deals that are still open, those that close first in front.
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

/// The market's own mix in steps of five percent, the rest on the first segment.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// What the seats did so far in the current quarter; emptied when the next one begins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// Who read the briefing, or the review.
    pub read: PerSeat<bool>,
    /// The Product Lead's signed plan.
    pub product_plan: Option<ProductPlan>,
    /// The Sales Lead's signed plan.
    pub sales_plan: Option<SalesPlan>,
    /// Moves that happened, with their decisions.
    pub product_moves: Vec<(ProductMove, DecisionId)>,
    /// Moves that happened, with their decisions.
    pub sales_moves: Vec<(SalesMove, DecisionId)>,
    /// Each seat's signature under the house quadrant.
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
    /// Deals that entered this quarter; of them those that ask, and those that would ask at the first precedent.
    pub demand: (u32, u32, u32),
}
