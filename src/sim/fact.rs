//! Facts that one seat may know and the other may not.

use serde::{Deserialize, Serialize};

use crate::ids::DealId;

/// A fact that one seat may know and the other may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fact {
    /// The strength of a deal's champion.
    Champion(DealId),
    /// What sales heard about the competitor.
    Competitor(DealId),
    /// What sales knows about the special: the private sales note.
    SalesNote(DealId),
    /// What product knows about the special: the private product note.
    ProductNote(DealId),
    /// The estimate of its effort, with the spread.
    Estimate(DealId),
    /// What a deal asks for, before it comes to the table.
    Request(DealId),
    /// The true need.
    Need(DealId),
    /// Whether the dealbreaker is real.
    Dealbreaker(DealId),
    /// The true fit of a prospect.
    Fit(DealId),
}
