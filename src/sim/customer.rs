//! A paying customer.

use serde::{Deserialize, Serialize};

use super::{Keyed, Name};
use crate::ids::{CustomerId, DealId, DecisionId, Money, Quarter, SegmentId};

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
    /// Set if a promise to it is late or was broken; the inner value is the decision behind the promise, if any.
    pub let_down: Option<Option<DecisionId>>,
    /// The decision to sunset one of its specials.
    pub sunset: Option<DecisionId>,
    /// The quarter in which sales works on its renewal, and the decision to do so.
    pub saving: Option<(Quarter, DecisionId)>,
}

impl Keyed for Customer {
    type Id = CustomerId;

    fn id(&self) -> CustomerId {
        self.id
    }
}
