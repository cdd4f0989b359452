//! What was decided, and who decided.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::moves::{Allocation, ProductMove, Reform, SalesMove};
use super::{Answer, House};
use crate::ids::{DealId, DecisionId, Quarter, Seat};

/// A signed decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Its id: the position in the list.
    pub id: DecisionId,
    /// When it was signed.
    pub quarter: Quarter,
    /// Who decided.
    pub by: By,
    /// What was decided.
    pub kind: DecisionKind,
}

/// Who decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum By {
    /// The Product Lead alone.
    Product,
    /// The Sales Lead alone.
    Sales,
    /// Both, with two signatures.
    Both,
    /// The CEO, after an escalation; the seat is the side whose answer was taken.
    Ceo(Seat),
    /// The house quadrant.
    House,
    /// A rule in force, such as a specials budget.
    Reform(Reform),
    /// Nobody: the echo year runs by itself.
    Autopilot,
}

impl From<Seat> for By {
    fn from(seat: Seat) -> Self {
        match seat {
            Seat::Product => Self::Product,
            Seat::Sales => Self::Sales,
        }
    }
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DecisionKind {
    /// How engineering is split.
    Allocation(Allocation),
    /// The target mix over the segments.
    Target(Vec<u8>),
    /// A push token on a deal.
    Push(DealId),
    /// A move of the Product Lead.
    Product(ProductMove),
    /// A move of the Sales Lead.
    Sales(SalesMove),
    /// The house quadrant.
    House(House),
    /// The answer to a special.
    Answer(DealId, Answer),
}

impl DecisionKind {
    /// The deal that it is about, if it is about one.
    #[must_use]
    pub fn deal(&self) -> Option<DealId> {
        match *self {
            Self::Answer(deal, _)
            | Self::Push(deal)
            | Self::Product(ProductMove::ProspectCall(deal))
            | Self::Sales(
                SalesMove::Qualify(deal)
                | SalesMove::BringProductIn(deal)
                | SalesMove::PrePromise(deal)
                | SalesMove::Discount(deal),
            ) => Some(deal),
            _ => None,
        }
    }
}
