//! The whole state of a run. It changes only through [`apply`](super::apply); everybody else reads it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ids::{CardId, CustomerId, DealId, DecisionId, GateId, NewsId, SegmentId, TemplateId, ThemeId, WorkId};
use super::ledger::Quantity;
use super::moves::{Allocation, ProductMove, ProductPlan, Reform, STEP, SalesMove, SalesPlan};
use super::response::{Answer, House, Response};
use super::units::{Money, Quarter};
use crate::scenario::Scenario;

/// One of the two leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seat {
    /// The Product Lead.
    Product,
    /// The Sales Lead.
    Sales,
}

impl Seat {
    /// Both seats.
    pub const BOTH: [Self; 2] = [Self::Product, Self::Sales];

    /// The other lead.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Product => Self::Sales,
            Self::Sales => Self::Product,
        }
    }
}

/// A value for each seat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerSeat<T> {
    /// The Product Lead's.
    pub product: T,
    /// The Sales Lead's.
    pub sales: T,
}

impl<T> PerSeat<T> {
    /// The value of a seat.
    pub fn get(&self, seat: Seat) -> &T {
        match seat {
            Seat::Product => &self.product,
            Seat::Sales => &self.sales,
        }
    }

    /// The value of a seat, to change it.
    pub(super) fn get_mut(&mut self, seat: Seat) -> &mut T {
        match seat {
            Seat::Product => &mut self.product,
            Seat::Sales => &mut self.sales,
        }
    }
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

/// The whole state of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    pub deals: BTreeMap<DealId, Deal>,
    /// Customers that pay today.
    pub customers: BTreeMap<CustomerId, Customer>,
    /// The names of customers that left.
    pub former: BTreeMap<CustomerId, Name>,
    /// Specials that were accepted and won.
    pub works: BTreeMap<WorkId, Work>,
    /// Themes that are productised.
    pub themes_built: BTreeSet<ThemeId>,
    /// Facts that a seat learned.
    pub facts: BTreeSet<(Seat, Fact)>,
    /// Everything that was signed.
    pub decisions: Vec<Decision>,
    /// The standing answers in force.
    pub house: House,
    /// The signed decision behind the standing answers, if any yet.
    pub house_decision: Option<DecisionId>,
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
            deals: BTreeMap::new(),
            customers: BTreeMap::new(),
            former: BTreeMap::new(),
            works: BTreeMap::new(),
            themes_built: BTreeSet::new(),
            facts: BTreeSet::new(),
            decisions: Vec::new(),
            house: House::default(),
            house_decision: None,
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

    /// Deals that are still open, in order of their id.
    pub fn open_deals(&self) -> impl Iterator<Item = &Deal> {
        self.deals.values().filter(|deal| deal.outcome.is_none())
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

/// A range that a lead predicts, in the measure's own unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Range {
    /// Whether a result lies within.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// A deal in the pipeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deal {
    /// Its id.
    pub id: DealId,
    /// Who it is.
    pub name: Name,
    /// The quarter it entered the pipeline (0 = there at the start).
    pub opened: Quarter,
    /// The quarter it is decided in.
    pub closes: Quarter,
    /// Segment of the market.
    pub segment: SegmentId,
    /// ARR before discounts.
    pub arr: Money,
    /// Whether it is one of the big ones.
    pub big: bool,
    /// Whether it is shown by name; the rest is the run rate.
    pub named: bool,
    /// True fit to the strategy. Hidden until qualified.
    pub fit: f64,
    /// Strength of the champion. Sales' own.
    pub champion: f64,
    /// Whether the competitor has what is asked. Hidden.
    pub competitor_has: bool,
    /// What sales hears about it, right 70 % of the time. Sales' own.
    pub competitor_heard: bool,
    /// The die that decides it: won if it falls under the win rate. Hidden.
    pub die: f64,
    /// What it asks for, if anything.
    pub ask: Option<Ask>,
    /// Push tokens on it.
    pub pushes: u8,
    /// The decision to push, discount or bring in, that touched it last.
    pub discount: Option<DecisionId>,
    /// Whether sales brought product in.
    pub consent: bool,
    /// Whether sales promised its special before asking.
    pub prepromised: Option<DecisionId>,
    /// How it ended.
    pub outcome: Option<DealOutcome>,
}

/// The name of a customer or prospect, by its source in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Name {
    /// A hand-written prospect.
    Card(CardId),
    /// First and second word from the scenario's lists.
    Words(u16, u16),
}

/// How a deal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DealOutcome {
    /// Won; the customer it became.
    Won(CustomerId),
    /// Lost.
    Lost,
}

/// What a deal asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Where its texts come from.
    pub text: AskText,
    /// Theme of the request.
    pub theme: ThemeId,
    /// Whether a productised theme can cover it, and building it for everybody can build the theme. Hidden.
    pub shared: bool,
    /// Estimated effort in engineer-weeks.
    pub effort_estimate: f64,
    /// True effort. Hidden.
    pub effort: f64,
    /// Estimated strategic alignment.
    pub alignment_estimate: f64,
    /// True strategic alignment. Hidden.
    pub alignment: f64,
    /// Share of the effort that solves the true need. Hidden until found.
    pub simplify: f64,
    /// Whether the deal truly depends on it. Hidden until found.
    pub dealbreaker: bool,
    /// The private stances.
    pub stances: PerSeat<Option<Response>>,
    /// The signatures.
    pub signed: PerSeat<Option<Answer>>,
    /// The answer in force.
    pub answer: Option<Settled>,
}

/// An answer in force, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The answer.
    pub answer: Answer,
    /// Who decided.
    pub by: By,
    /// The decision.
    pub decision: Option<DecisionId>,
    /// Whether a token that fits defends it.
    pub defended: bool,
}

/// Where the texts of an ask come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AskText {
    /// A hand-written special.
    Card(CardId),
    /// A template.
    Template(TemplateId),
}

/// A paying customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// Its id.
    pub id: CustomerId,
    /// Who it is.
    pub name: Name,
    /// Segment of the market.
    pub segment: SegmentId,
    /// Annual recurring revenue.
    pub arr: Money,
    /// True fit to the strategy. Hidden until qualified.
    pub fit: f64,
    /// The quarter of the next renewal.
    pub renews: Quarter,
    /// The deal it came from; none for customers from before the start.
    pub deal: Option<DealId>,
    /// A promise to it is late or was broken: the decision behind it.
    pub let_down: Option<Option<DecisionId>>,
    /// A special of it was sunset: the decision.
    pub sunset: Option<DecisionId>,
    /// The quarter in which sales works on its renewal, and the decision.
    pub saving: Option<(Quarter, DecisionId)>,
}

/// A special that was accepted and won.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Work {
    /// Its id.
    pub id: WorkId,
    /// The request.
    pub ask: AskText,
    /// The customer that waits for it, or has it.
    pub customer: CustomerId,
    /// How it is done.
    pub response: Response,
    /// Theme of the request.
    pub theme: ThemeId,
    /// Whether others ask for the same, so that building it for everybody builds the theme. Hidden.
    pub shared: bool,
    /// Effort as it was estimated, in engineer-weeks.
    pub estimate: f64,
    /// True effort, in engineer-weeks.
    pub effort: f64,
    /// What is still to do, milli-weeks; by the estimate until work begins.
    pub remaining: i64,
    /// Whether work began, so that its true size is known.
    pub begun: bool,
    /// Strategic alignment as it was estimated.
    pub alignment_estimate: f64,
    /// True strategic alignment.
    pub alignment: f64,
    /// What is left of the customer's fee until it is delivered, in dollars.
    pub escrow: Money,
    /// First quarter in which work on it may start.
    pub starts: Quarter,
    /// The quarter in which the customer expects it.
    pub due: Quarter,
    /// The quarter it was delivered in.
    pub delivered: Option<Quarter>,
    /// Whether it turned late.
    pub late: bool,
    /// Upkeep that it added, milli-weeks per quarter.
    pub upkeep: i64,
    /// Whether it was taken out of the product again.
    pub sunset: bool,
    /// The decision behind it.
    pub decision: Option<DecisionId>,
}

impl Work {
    /// Whether it is part of the product today.
    #[must_use]
    pub fn live(&self) -> bool {
        self.delivered.is_some() && !self.sunset
    }
}

/// A fact that one seat may know and the other not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fact {
    /// The strength of a deal's champion.
    Champion(DealId),
    /// What is heard about the competitor.
    Competitor(DealId),
    /// What sales knows about the special (its private note).
    SalesNote(DealId),
    /// What product knows about the special (its private note).
    ProductNote(DealId),
    /// The estimate of effort, with its spread.
    Estimate(DealId),
    /// The request of a deal before it comes to the table.
    Request(DealId),
    /// The true need.
    Need(DealId),
    /// Whether the dealbreaker is real.
    Dealbreaker(DealId),
    /// The true fit of a prospect.
    Fit(DealId),
}

/// A signed decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Its id: the position in the list.
    pub id: DecisionId,
    /// When it was signed.
    pub quarter: Quarter,
    /// Who decided.
    pub by: By,
    /// What was decided.
    pub kind: DecisionKind,
}

/// Who decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// The Product Lead alone.
    Product,
    /// The Sales Lead alone.
    Sales,
    /// Both, with two signatures.
    Both,
    /// The CEO, after an escalation: the side whose answer was taken.
    Ceo(Seat),
    /// The house quadrant.
    House,
    /// A rule in force, such as a specials budget.
    Reform(Reform),
    /// Nobody: the echo year runs by itself.
    Autopilot,
}

impl From<Seat> for By {
    fn from(seat: Seat) -> Self {
        match seat {
            Seat::Product => Self::Product,
            Seat::Sales => Self::Sales,
        }
    }
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DecisionKind {
    /// How engineering is split.
    Allocation(Allocation),
    /// The target mix over the segments.
    Target(Vec<u8>),
    /// A push token on a deal.
    Push(DealId),
    /// A move of the Product Lead.
    Product(ProductMove),
    /// A move of the Sales Lead.
    Sales(SalesMove),
    /// The house quadrant.
    House(House),
    /// The answer to a special.
    Answer(DealId, Answer),
}

/// The numbers of a closed quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The quarter; 0 is the start.
    pub quarter: Quarter,
    /// Every number of the ledger at its end.
    pub stocks: Vec<i64>,
    /// Gross retention over the last four quarters, 0..1.
    pub gross_retention: f64,
    /// Bookings over quota.
    pub attainment: f64,
    /// Revenue debt, in dollars, as it truly is.
    pub debt: Debt,
    /// How the capacity of engineering came about.
    pub capacity: Capacity,
    /// Deals that closed: won and lost.
    pub won: u32,
    /// Deals that were lost.
    pub lost: u32,
    /// Deals that entered the pipeline.
    pub opened: u32,
    /// Deals that entered and asked for a special.
    pub asked: u32,
    /// Deals that would have asked at the precedent of the start: the base demand.
    pub base_asked: u32,
    /// Customers that left.
    pub left: u32,
    /// The two predictions.
    pub predictions: PerSeat<Option<Range>>,
    /// What the predicted number became.
    pub predicted: f64,
}

impl Record {
    /// A number of the ledger in its own unit.
    #[must_use]
    pub fn get(&self, quantity: Quantity) -> f64 {
        self.stocks[quantity as usize] as f64 / quantity.unit()
    }
}

/// Revenue debt, in dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Debt {
    /// ARR × (1 − fit) over all customers.
    pub misfit: f64,
    /// Value of open promises.
    pub promises: f64,
    /// Upkeep of bespoke work over eight quarters.
    pub upkeep: f64,
    /// What it cost this quarter: support, upkeep, and expected loss at renewals above the base rate.
    pub interest: f64,
}

impl Debt {
    /// The whole debt.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.misfit + self.promises + self.upkeep
    }
}

/// How the capacity of engineering came about, in engineer-weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Capacity {
    /// On paper.
    pub paper: f64,
    /// Lost to low morale.
    pub morale: f64,
    /// Lost to drag.
    pub drag: f64,
    /// Eaten by upkeep.
    pub upkeep: f64,
    /// Eaten by support for customers off strategy.
    pub support: f64,
    /// Given back by the floor, if all of that took too much.
    pub floor: f64,
    /// Left to give.
    pub available: f64,
    /// Went into the roadmap.
    pub roadmap: f64,
    /// Went into specials.
    pub specials: f64,
    /// Went into repair.
    pub repair: f64,
    /// Went into discovery.
    pub discovery: f64,
}

/// Who wants to do what next; the front ends ask for nothing else.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A seat reads the briefing.
    ReadBriefing(Seat),
    /// A seat plans in private.
    Plan(Seat),
    /// Both agree on the house quadrant; the seat signs next.
    House(Seat),
    /// A seat takes a private stance on a card.
    Stance(Seat, DealId),
    /// Both agree on an answer to a card; the seat signs next.
    Answer(Seat, DealId),
    /// A seat predicts a number.
    Predict(Seat),
    /// A seat reads the review.
    ReadReview(Seat),
    /// The run is over.
    Debrief,
}

impl Step {
    /// The seat that acts.
    #[must_use]
    pub fn seat(&self) -> Option<Seat> {
        match *self {
            Self::ReadBriefing(seat)
            | Self::Plan(seat)
            | Self::House(seat)
            | Self::Stance(seat, _)
            | Self::Answer(seat, _)
            | Self::Predict(seat)
            | Self::ReadReview(seat) => Some(seat),
            Self::Debrief => None,
        }
    }

    /// Whether the seat acts in private, so that the other lead should look away.
    #[must_use]
    pub fn private(&self) -> bool {
        matches!(self, Self::ReadBriefing(_) | Self::Plan(_) | Self::Stance(..) | Self::Predict(_))
    }
}
