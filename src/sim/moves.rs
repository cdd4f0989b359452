//! The moves that cost attention, and the plans that contain them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{CustomerId, DealId, WorkId};

/// Attention points per lead and quarter.
pub const ATTENTION: u8 = 3;
/// Push tokens of the Sales Lead per quarter.
pub const PUSHES: usize = 3;
/// Most push tokens on one deal.
pub const PUSHES_PER_DEAL: usize = 2;
/// Step, in percent, in which allocation and target mix move.
pub const STEP: u8 = 5;

/// A move of the Product Lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum ProductMove {
    /// See the requests of the named deals before they come to the table.
    FunnelReview,
    /// Find out the true need and whether the dealbreaker is real; sales must bring product in.
    ProspectCall(DealId),
    /// Learn why deals are really won and lost.
    WinLoss,
    /// Write material for the reps. It works only if sales coaches on it, and from the second quarter in a row on.
    EnablementKit,
    /// Say where the product is going: gives vision tokens.
    PublishVision,
    /// Say who the product is for: gives strategy tokens and lets the mix move.
    PublishStrategy,
    /// Count what past specials earned and cost: gives impact tokens next quarter.
    TrackSpecials,
    /// Ask the board, in money, to change a rule.
    BoardPaper(Reform),
    /// Tell the board that the company should be product-led.
    BoardPaperProductLed,
    /// Take a special out of the product.
    Sunset(WorkId),
}

impl ProductMove {
    /// Attention points it costs.
    #[must_use]
    pub fn cost(self) -> u8 {
        match self {
            Self::FunnelReview
            | Self::ProspectCall(_)
            | Self::WinLoss
            | Self::PublishVision
            | Self::TrackSpecials
            | Self::Sunset(_) => 1,
            Self::EnablementKit | Self::PublishStrategy | Self::BoardPaperProductLed => 2,
            Self::BoardPaper(_) => 3,
        }
    }
}

/// A move of the Sales Lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum SalesMove {
    /// Find out whether a prospect truly fits.
    Qualify(DealId),
    /// Let product talk to a prospect.
    BringProductIn(DealId),
    /// Coach the reps on the enablement kit.
    CoachReps,
    /// Tell product what sales knows about the pipeline.
    SharePipeline,
    /// Promise a special before asking.
    PrePromise(DealId),
    /// Give a discount.
    Discount(DealId),
    /// Work on a renewal that is due.
    SaveRenewal(CustomerId),
    /// Make off-strategy customers that renew this quarter pay what they cost, or leave.
    RepriceOffStrategy,
    /// Look for prospects in the ICP.
    ProspectIcp,
    /// Support this quarter's board paper.
    SupportPaper,
    /// Block this quarter's board paper.
    BlockPaper,
}

impl SalesMove {
    /// Attention points it costs.
    #[must_use]
    pub fn cost(self) -> u8 {
        match self {
            Self::RepriceOffStrategy => 2,
            _ => 1,
        }
    }
}

/// A permanent rule change that a board paper can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Reform {
    /// Commission is paid on ARR that is still there a year later.
    RetainedCommission,
    /// New specials may claim only a fixed share of engineering.
    SpecialsBudget,
    /// Specials are built only for a fee or for everybody.
    PaidOnly,
}

impl Reform {
    /// All reforms.
    pub const ALL: [Self; 3] = [Self::RetainedCommission, Self::SpecialsBudget, Self::PaidOnly];
}

/// How the Product Lead splits engineering, in percent (steps of five, sum 100).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Allocation {
    /// The roadmap.
    pub roadmap: u8,
    /// The backlog of specials.
    pub specials: u8,
    /// Repair of the product.
    pub repair: u8,
    /// Discovery with customers and prospects.
    pub discovery: u8,
}

impl Allocation {
    /// The four shares in the order of the desk.
    #[must_use]
    pub fn shares(self) -> [u8; 4] {
        [self.roadmap, self.specials, self.repair, self.discovery]
    }

    /// Builds an allocation from four shares in that order; `None` if there are not four.
    #[must_use]
    pub fn of(shares: &[u8]) -> Option<Self> {
        let &[roadmap, specials, repair, discovery] = shares else { return None };
        Some(Self { roadmap, specials, repair, discovery })
    }
}

impl Default for Allocation {
    fn default() -> Self {
        Self { roadmap: 60, specials: 25, repair: 5, discovery: 10 }
    }
}

/// The Product Lead's signed plan of a quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProductPlan {
    /// Where engineering goes.
    pub allocation: Allocation,
    /// Moves, in the order they were chosen.
    #[serde(default)]
    pub moves: Vec<ProductMove>,
}

/// The Sales Lead's signed plan of a quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SalesPlan {
    /// Target mix over the segments, in percent (steps of five, sum 100).
    pub target: Vec<u8>,
    /// Deals that get a push token; a deal may be named twice.
    #[serde(default)]
    pub pushes: Vec<DealId>,
    /// Moves, in the order they were chosen.
    #[serde(default)]
    pub moves: Vec<SalesMove>,
}
