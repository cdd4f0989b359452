//! Where teams wait for each other: before a briefing, and before the close of a quarter is told. Between gates a team
//! goes on alone.

use serde::{Deserialize, Serialize};

use crate::ids::Quarter;
use crate::sim::{Phase, State};

/// A gate. Gates have the order in which a game comes to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gate {
    /// The quarter.
    pub quarter: Quarter,
    /// Whether it stands before the close is told, rather than before the briefing.
    pub close: bool,
}

impl Gate {
    /// The gate before the first briefing.
    pub const FIRST: Self = Self { quarter: Quarter(1), close: false };

    /// The last gate that a game has come to. The rules open the next phase inside the last signature of the one before,
    /// so a game stands behind its gate already; what is held back is its pages.
    #[must_use]
    pub fn of(state: &State) -> Self {
        Self { quarter: state.quarter, close: state.phase >= Phase::Review }
    }

    /// The gate after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self.close {
            false => Self { close: true, ..self },
            true => Self { quarter: self.quarter.plus(1), close: false },
        }
    }
}
