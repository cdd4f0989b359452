//! What one seat may know and the other not.

use serde::{Deserialize, Serialize};

use super::DealId;

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
