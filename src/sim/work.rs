//! A special that was accepted: what is promised to whom, by when, and what it costs to keep.

use serde::{Deserialize, Serialize};

use super::ids::{CustomerId, DecisionId, ThemeId, WorkId};
use super::{AskText, Keyed, Money, Quarter, Response};

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
