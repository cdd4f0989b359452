//! Strong ids and the few words that every layer shares: seats, money, quarters. It uses nothing of the rest.
//!
//! An id is a position in an ordered collection and stays the same for a whole run.

mod seat;
mod units;

pub use seat::{PerSeat, Seat};
pub use units::{Money, Quarter, SHARE_ONE, WEEK_ONE, round};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($inner:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl $name {
            /// The position in the collection that owns the identified thing.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A deal in the pipeline; also identifies the special that the deal asks for.
    DealId(u32);
    /// A paying customer.
    CustomerId(u32);
    /// A special that was accepted: work in the backlog, later bespoke code in the product.
    WorkId(u32);
    /// A signed decision.
    DecisionId(u32);
    /// A segment of the market, in the order of the scenario.
    SegmentId(u8);
    /// A product theme, in the order of the scenario.
    ThemeId(u8);
    /// A hand-written special of the scenario.
    CardId(u16);
    /// A template for small asks.
    TemplateId(u16);
    /// A scheduled or conditional event of the scenario.
    NewsId(u16);
    /// A gate of the scenario, such as a funding round.
    GateId(u16);
}
