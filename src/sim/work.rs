//! A special that was accepted: what was promised to whom, by when, and what it costs to keep.

use serde::{Deserialize, Serialize};

use super::{AskText, Keyed, Response};
use crate::ids::{CustomerId, DecisionId, Money, Quarter, ThemeId, WorkId};

/// A special that was accepted and whose deal was won.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Work {
    /// Its id.
    pub id: WorkId,
    /// The request.
    pub ask: AskText,
    /// The customer that is waiting for it or has it.
    pub customer: CustomerId,
    /// How it is done.
    pub response: Response,
    /// Theme of the request.
    pub theme: ThemeId,
    /// Whether others ask for the same thing, so building it for everybody builds the theme. Hidden.
    pub shared: bool,
    /// Estimated effort, in engineer-weeks.
    pub estimate: f64,
    /// True effort, in engineer-weeks.
    pub effort: f64,
    /// Work still to do, in milli-weeks; based on the estimate until work begins.
    pub remaining: i64,
    /// Whether work has begun, so its true size is known.
    pub begun: bool,
    /// Estimated strategic alignment.
    pub alignment_estimate: f64,
    /// True strategic alignment.
    pub alignment: f64,
    /// The part of the customer's fee that is paid on delivery, in dollars.
    pub escrow: Money,
    /// First quarter in which work on it can start.
    pub starts: Quarter,
    /// The quarter in which the customer expects it.
    pub due: Quarter,
    /// The quarter it was delivered in.
    pub delivered: Option<Quarter>,
    /// Whether it became late.
    pub late: bool,
    /// Upkeep that it added, in milli-weeks per quarter.
    pub upkeep: i64,
    /// Whether it was taken out of the product again.
    pub sunset: bool,
    /// Whether it was dropped before it was delivered, because its customer left.
    pub cancelled: bool,
    /// The decision behind it.
    pub decision: Option<DecisionId>,
}

impl Keyed for Work {
    type Id = WorkId;

    fn id(&self) -> WorkId {
        self.id
    }
}

impl Work {
    /// Whether it is still to be delivered.
    #[must_use]
    pub fn open(&self) -> bool {
        self.delivered.is_none() && !self.cancelled
    }

    /// Whether it is, or will be, part of the product for all customers.
    #[must_use]
    pub fn for_everybody(&self) -> bool {
        self.response == Response::ProductiseLater && self.shared
    }

    /// Whether it is part of the product today.
    #[must_use]
    pub fn live(&self) -> bool {
        self.delivered.is_some() && !self.sunset
    }
}
