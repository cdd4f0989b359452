//! The ledger: every change of a number, with its cause. The entries of a quantity add up exactly to its change.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{CustomerId, DealId, DecisionId, GateId, NewsId, Quarter, WorkId};

/// A number that changes only by entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Quantity {
    /// Cash, dollars.
    Cash,
    /// Annual recurring revenue, dollars.
    Arr,
    /// New ARR signed since the start, dollars.
    Bookings,
    /// ARR lost at renewals since the start, dollars.
    LostArr,
    /// Commission earned by the Sales Lead since the start, dollars.
    Commission,
    /// Bonus earned by the Product Lead since the start, dollars.
    Bonus,
    /// Quota of the current quarter, dollars.
    Quota,
    /// Engineering on paper, milli-weeks per quarter.
    Engineering,
    /// Upkeep of bespoke work, milli-weeks per quarter.
    Upkeep,
    /// Work promised and not done, milli-weeks.
    Backlog,
    /// Product coherence, millionths.
    Coherence,
    /// Market gap, millionths.
    Gap,
    /// Speed of the market per quarter, millionths.
    MarketSpeed,
    /// Chance that a deal asks at precedent 0, millionths.
    Need,
    /// Precedent, millionths.
    Precedent,
    /// Trust between product and sales, millionths.
    Trust,
    /// The CEO's confidence, millionths.
    Confidence,
    /// Morale of engineering, millionths.
    Morale,
    /// Discovery, millionths.
    Discovery,
    /// Enablement, millionths.
    Enablement,
    /// Vision tokens, millionths.
    Vision,
    /// Strategy tokens, millionths.
    Strategy,
    /// Impact tokens, millionths.
    Impact,
    /// Promises kept since the start, count.
    PromisesKept,
    /// Promises broken or late since the start, count.
    PromisesBroken,
}

impl Quantity {
    /// The number of quantities.
    pub const COUNT: usize = Self::PromisesBroken as usize + 1;

    /// All quantities, in order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Cash,
        Self::Arr,
        Self::Bookings,
        Self::LostArr,
        Self::Commission,
        Self::Bonus,
        Self::Quota,
        Self::Engineering,
        Self::Upkeep,
        Self::Backlog,
        Self::Coherence,
        Self::Gap,
        Self::MarketSpeed,
        Self::Need,
        Self::Precedent,
        Self::Trust,
        Self::Confidence,
        Self::Morale,
        Self::Discovery,
        Self::Enablement,
        Self::Vision,
        Self::Strategy,
        Self::Impact,
        Self::PromisesKept,
        Self::PromisesBroken,
    ];

    /// How many stored units make one unit: 1 for dollars and counts, more for fractions.
    #[must_use]
    pub fn unit(self) -> f64 {
        use crate::ids::{SHARE_ONE, WEEK_ONE};
        match self {
            Self::Cash
            | Self::Arr
            | Self::Bookings
            | Self::LostArr
            | Self::Commission
            | Self::Bonus
            | Self::Quota
            | Self::PromisesKept
            | Self::PromisesBroken => 1.0,
            Self::Engineering | Self::Upkeep | Self::Backlog => WEEK_ONE,
            _ => SHARE_ONE,
        }
    }
}

/// One change of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What changed.
    pub quantity: Quantity,
    /// When.
    pub quarter: Quarter,
    /// By how much, in the quantity's stored unit.
    pub amount: i64,
    /// Why.
    pub cause: Cause,
}

/// Why a number changed: the rule at work, what it worked on, and the decision behind it if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The rule.
    pub rule: Rule,
    /// What it worked on.
    pub subject: Option<Subject>,
    /// The decision that led to it, perhaps quarters ago.
    pub decision: Option<DecisionId>,
}

impl Cause {
    /// A rule without subject or decision.
    #[must_use]
    pub fn rule(rule: Rule) -> Self {
        Self { rule, subject: None, decision: None }
    }

    /// The same cause, about a subject.
    #[must_use]
    pub fn about(self, subject: Subject) -> Self {
        Self { subject: Some(subject), ..self }
    }

    /// The same cause, with the decision that led to it.
    #[must_use]
    pub fn by(self, decision: Option<DecisionId>) -> Self {
        Self { decision, ..self }
    }
}

/// What a rule worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// A deal, or the special it asks for.
    Deal(DealId),
    /// A customer.
    Customer(CustomerId),
    /// A special that was accepted.
    Work(WorkId),
    /// News.
    News(NewsId),
    /// A gate.
    Gate(GateId),
}

macro_rules! rules_at_work {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        /// A rule that changes a number. There is one for each term of a formula, so every change can be explained.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// All rules.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Key of its text in the language files.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

rules_at_work! {
    /// The state at the start.
    Start = "rule-start";
    /// A deal was won.
    DealWon = "rule-deal-won";
    /// A discount was given on a deal.
    Discount = "rule-discount";
    /// Reps past their quota gave away part of a price.
    DiscountCreep = "rule-discount-creep";
    /// A customer left at renewal.
    Churn = "rule-churn";
    /// A customer grew at renewal.
    Expansion = "rule-expansion";
    /// An off-strategy customer pays more since its renewal, or left because of the new price.
    Repriced = "rule-repriced";
    /// Subscription revenue less cost of service.
    Subscriptions = "rule-subscriptions";
    /// Cost of engineering.
    EngineeringCost = "rule-engineering-cost";
    /// Other costs.
    OtherCosts = "rule-other-costs";
    /// Commission paid.
    Commission = "rule-commission";
    /// Bonus paid.
    Bonus = "rule-bonus";
    /// Fee of a paid extension.
    Fee = "rule-fee";
    /// The quota of a quarter is set.
    QuotaSet = "rule-quota-set";
    /// A special entered the backlog.
    WorkAccepted = "rule-work-accepted";
    /// A special turned out larger than estimated.
    WorkGrew = "rule-work-grew";
    /// Weeks of work were done.
    WorkDone = "rule-work-done";
    /// Work was dropped, because its customer left.
    WorkDropped = "rule-work-dropped";
    /// A delivered special needs upkeep.
    NewUpkeep = "rule-new-upkeep";
    /// Repair removed upkeep.
    RepairUpkeep = "rule-repair-upkeep";
    /// A special was sunset.
    Sunset = "rule-sunset";
    /// Misaligned work was built in.
    MisalignedWork = "rule-misaligned-work";
    /// Repair.
    Repair = "rule-repair";
    /// Decay by itself.
    Decay = "rule-decay";
    /// Work on the roadmap.
    RoadmapWork = "rule-roadmap-work";
    /// Specials in line with the strategy.
    AlignedWork = "rule-aligned-work";
    /// Competitors shipped.
    MarketMoves = "rule-market-moves";
    /// Precedent moved towards the share of bespoke work in the wins.
    BespokeWins = "rule-bespoke-wins";
    /// A stock moved towards its resting value.
    Drift = "rule-drift";
    /// Asks were declined without defence.
    UndefendedNo = "rule-undefended-no";
    /// Asks were declined with a fitting token.
    DefendedNo = "rule-defended-no";
    /// Promised work is still waiting.
    BacklogWeighs = "rule-backlog-weighs";
    /// Both sides work together.
    Relationship = "rule-relationship";
    /// The CEO was asked.
    Escalation = "rule-escalation";
    /// A special was promised before asking.
    PrePromise = "rule-pre-promise";
    /// A promise was broken or late.
    LatePromise = "rule-late-promise";
    /// A promise was kept.
    PromiseKept = "rule-promise-kept";
    /// The paper "we should be product-led".
    ProductLedPaper = "rule-product-led-paper";
    /// Sales shared the pipeline.
    PipelineShared = "rule-pipeline-shared";
    /// Sales blocked a board paper.
    PaperBlocked = "rule-paper-blocked";
    /// The product is incoherent.
    IncoherenceWeighs = "rule-incoherence-weighs";
    /// Quota attainment.
    Attainment = "rule-attainment";
    /// Work on discovery.
    DiscoveryWork = "rule-discovery-work";
    /// Kit and coaching.
    EnablementWork = "rule-enablement-work";
    /// The vision was published.
    VisionPublished = "rule-vision-published";
    /// The strategy was published.
    StrategyPublished = "rule-strategy-published";
    /// Win/loss interviews.
    WinLossLearned = "rule-win-loss-learned";
    /// The impact of specials was tracked.
    ImpactTracked = "rule-impact-tracked";
    /// A renewal showed what the customer's specials are worth.
    RenewalTold = "rule-renewal-told";
    /// A token defended a decision.
    TokenUsed = "rule-token-used";
    /// Evidence was used in a board paper.
    PaperWritten = "rule-paper-written";
    /// Evidence lost value with age.
    TokenFaded = "rule-token-faded";
    /// News.
    News = "rule-news";
    /// A gate.
    Gate = "rule-gate";
}
