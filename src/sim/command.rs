//! What people, computer partners and tests can do. Nothing else changes a game.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Range;
use super::moves::{ProductPlan, SalesPlan};
use super::response::{Answer, House, Response};
use crate::ids::{DealId, Seat};

/// One signed act of a seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum Command {
    /// The seat has read its briefing, or the review.
    Read {
        /// Who.
        seat: Seat,
    },
    /// The Product Lead signs the plan of the quarter.
    PlanProduct(ProductPlan),
    /// The Sales Lead signs the plan of the quarter.
    PlanSales(SalesPlan),
    /// The seat signs a house quadrant; it takes effect when both have signed the same one.
    SignHouse {
        /// Who.
        seat: Seat,
        /// The standing answers.
        house: House,
    },
    /// The seat takes a private stance on a card.
    TakeStance {
        /// Who.
        seat: Seat,
        /// The card.
        deal: DealId,
        /// What it would do.
        stance: Response,
    },
    /// The seat signs an answer; it takes effect when both have signed the same one.
    SignAnswer {
        /// Who.
        seat: Seat,
        /// The card.
        deal: DealId,
        /// The answer.
        answer: Answer,
    },
    /// The seat asks the CEO to decide between the two sides.
    Escalate {
        /// Who.
        seat: Seat,
        /// The card.
        deal: DealId,
    },
    /// The seat predicts this quarter's named number; when both have, the quarter closes.
    Predict {
        /// Who.
        seat: Seat,
        /// The range, in the number's own unit.
        range: Range,
    },
}

impl Command {
    /// The seat that gives this command; `None` if it belongs to no seat.
    #[must_use]
    pub fn seat(&self) -> Option<Seat> {
        Some(match *self {
            Self::PlanProduct(_) => Seat::Product,
            Self::PlanSales(_) => Seat::Sales,
            Self::Read { seat }
            | Self::SignHouse { seat, .. }
            | Self::TakeStance { seat, .. }
            | Self::SignAnswer { seat, .. }
            | Self::Escalate { seat, .. }
            | Self::Predict { seat, .. } => seat,
        })
    }
}
