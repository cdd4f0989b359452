//! The record made when a quarter closes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Quantity;
use crate::ids::{PerSeat, Quarter};

/// The widest range that still counts as a prediction, relative to the result.
const WIDEST: f64 = 0.5;

/// A range that a lead predicts, in the measure's own unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Range {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Range {
    /// Whether a prediction held: the result is inside the range, and the range is at most half as wide as the result.
    /// A wider one could hardly have missed.
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
    /// Every ledger quantity at its end.
    pub stocks: Vec<i64>,
    /// Gross retention over the last four quarters, 0..1.
    pub gross_retention: f64,
    /// Bookings over quota.
    pub attainment: f64,
    /// True revenue debt, in dollars.
    pub debt: Debt,
    /// How the capacity of engineering is made up.
    pub capacity: Capacity,
    /// Deals that were won.
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
    /// The actual value of the predicted number.
    pub predicted: f64,
}

impl Record {
    /// A ledger quantity in its own unit.
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
    /// What the debt costs this quarter: support, upkeep, and expected loss at renewals above the base rate.
    pub interest: f64,
}

impl Debt {
    /// The whole debt.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.misfit + self.promises + self.upkeep
    }
}

/// How the capacity of engineering is made up, in engineer-weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Capacity {
    /// On paper.
    pub paper: f64,
    /// Lost because of low morale.
    pub morale: f64,
    /// Lost to incoherence and the drag that is always there.
    pub drag: f64,
    /// Taken by upkeep.
    pub upkeep: f64,
    /// Taken by support for off-strategy customers.
    pub support: f64,
    /// Added back by the floor if the deductions took too much.
    pub floor: f64,
    /// Left to allocate.
    pub available: f64,
    /// Spent on the roadmap.
    pub roadmap: f64,
    /// Spent on specials.
    pub specials: f64,
    /// Spent on repair.
    pub repair: f64,
    /// Spent on discovery.
    pub discovery: f64,
}

impl Capacity {
    /// A percentage of the available capacity, in engineer-weeks.
    #[must_use]
    pub fn share(&self, percent: u8) -> f64 {
        self.available * f64::from(percent) / 100.0
    }
}
