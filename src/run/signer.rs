//! Who signed a command, if not the lead whose seat it is for.

use serde::{Deserialize, Serialize};

/// Who signed a command in place of a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Signer {
    /// A computer partner that has the seat.
    Partner,
    /// A policy that stood in for somebody who was absent.
    StandIn,
    /// The clock of a workshop, when the time was up.
    Clock,
}
