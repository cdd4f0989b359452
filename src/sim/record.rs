//! What is written down when a quarter closes.

use serde::{Deserialize, Serialize};

use super::{PerSeat, Quantity, Quarter};

/// Width of a range that still says something, relative to the result.
const WIDEST: f64 = 0.5;

/// A range that a lead predicts, in the measure's own unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Range {
    /// Whether a prediction held: the result lies within, and the range said something. One that is wider than half
    /// of the result could not have missed.
    #[must_use]
    pub fn held(&self, result: f64) -> bool {
        let width = self.high - self.low;
        self.low <= result && result <= self.high && width <= WIDEST * result.abs()
    }
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

impl Capacity {
    /// Engineer-weeks of a percentage of what is left to give.
    #[must_use]
    pub fn share(&self, percent: u8) -> f64 {
        self.available * f64::from(percent) / 100.0
    }
}
