//! Acts: everything that a lead can do in a game, on any front end.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{DealId, Quarter, Seat};
use crate::sim::{Cell, Evidence, ProductMove, Response, SalesMove};

/// Something that a lead did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum Act {
    /// Take the machine, as the seat that was called.
    Take,
    /// Mark the page as read by its seat.
    Read,
    /// Set a share of engineering, in percent.
    Allocate(Share, u8),
    /// Set a segment's share of the target, in percent.
    Target(usize, u8),
    /// Add or remove a move of the Product Lead.
    ProductMove(ProductMove),
    /// Add or remove a move of the Sales Lead.
    SalesMove(SalesMove),
    /// Spend a push token on a deal.
    Push(DealId),
    /// Take back the push tokens on a deal.
    Unpush(DealId),
    /// Set a standing answer of the house quadrant.
    House(Cell, Response),
    /// Show a card.
    Card(DealId),
    /// Choose a response: as a stance in private, as an answer at the table.
    Respond(Response),
    /// Choose the evidence for an answer, or none.
    Defend(Option<Evidence>),
    /// Choose the quarter by which a promise is due.
    Due(Quarter),
    /// Move the lower end of the prediction to this number of steps.
    Low(i32),
    /// Move the upper end of the prediction to this number of steps.
    High(i32),
    /// Take back the last change of the draft, or the last signature if nothing is drafted.
    Undo,
    /// Sign the plan, the stance or the prediction of the seat that has the machine.
    Sign,
    /// Sign at the table, as this seat.
    SignAs(Seat),
    /// Ask the CEO.
    Escalate,
}

/// A share of engineering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Share {
    /// The roadmap.
    Roadmap,
    /// The backlog of specials.
    Specials,
    /// Repair.
    Repair,
    /// Discovery.
    Discovery,
}
