//! Where teams wait for each other: before a briefing, before the close of a quarter is told, and before the debrief.
//! Between gates a team goes on alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::Quarter;
use crate::sim::{Game, Phase};

/// A gate. Gates have the order in which a game comes to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
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
    pub fn of(game: &Game) -> Self {
        let state = game.state();
        match state.phase {
            // Also a company that ran out of cash: its debrief would tell the others which cards come.
            Phase::Ended => Self::debrief(game.scenario().meta.quarters),
            phase => Self { quarter: state.quarter, close: phase >= Phase::Review },
        }
    }

    /// The gate before the debrief of games with this many quarters: it stands where another briefing would.
    #[must_use]
    pub fn debrief(quarters: u8) -> Self {
        Self { quarter: Quarter(quarters).plus(1), close: false }
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
