//! Units of the rules: whole dollars, thousandths of an engineer-week, millionths of a share.
//!
//! Stocks are integers so that the entries of a ledger add up exactly and a state hashes the same on every
//! platform. Formulas compute in `f64` (only `+ − × ÷` and `libm`) and round once, when an entry is made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whole dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// Rounds a computed amount to whole dollars.
    #[must_use]
    pub fn round(dollars: f64) -> Self {
        Self(round(dollars))
    }

    /// The amount as a float, for formulas.
    #[must_use]
    pub fn f64(self) -> f64 {
        self.0 as f64
    }
}

/// How many ledger units make one unit of a share (coherence 0.75 is stored as 750 000).
pub const SHARE_ONE: f64 = 1_000_000.0;
/// How many ledger units make one engineer-week.
pub const WEEK_ONE: f64 = 1_000.0;

/// Rounds half away from zero. Out-of-range values become the nearest bound and NaN becomes 0; never panics.
#[must_use]
pub fn round(value: f64) -> i64 {
    libm::round(value) as i64
}

/// A quarter of the game, counted from 1. Quarter 0 is the start; the echo year follows the last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Quarter(pub u8);

impl Quarter {
    /// The quarter `n` later.
    #[must_use]
    pub fn plus(self, n: u8) -> Self {
        Self(self.0.saturating_add(n))
    }
}
