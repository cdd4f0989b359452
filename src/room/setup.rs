//! What the facilitator decides before anybody arrives.

use schemars::JsonSchema;
use std::sync::Arc;

use crate::scenario::Scenario;

/// A room before it opens.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The scenario that all teams play.
    pub scenario: Arc<Scenario>,
    /// The seed of each team, which is every secret of its game. As many as there are teams.
    pub seeds: Vec<u64>,
    /// What the Product Lead and the Sales Lead are called, whoever plays them: people come and go.
    pub leads: [String; 2],
    /// When teams wait for each other.
    pub pace: Pace,
    /// Minutes for a quarter; the first one takes twice as long. `None` for a room without a clock.
    pub minutes: Option<u32>,
}

/// When the gates open. It can be changed while teams play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, JsonSchema)]
pub enum Pace {
    /// The facilitator opens every gate.
    ByHand,
    /// A gate opens when every team that plays has come to it. Where a team's time is up, the room signs for it.
    Together,
    /// No team waits for another.
    Free,
}

/// What the wall says of the teams. It can be changed at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, JsonSchema)]
pub struct WallSays {
    /// Whether the teams have their names there.
    pub names: bool,
    /// Whether they stand in the order of what their companies are worth, once all of them have been told.
    pub ranks: bool,
    /// What it shows of the demand for specials in place of the teams, once all of them are over.
    #[serde(default)]
    pub demand: WallDemand,
}

/// What the wall shows of the demand for specials in the debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, JsonSchema)]
pub enum WallDemand {
    /// Nothing.
    #[default]
    Nothing,
    /// What people drew from memory.
    Drawn,
    /// What came, in all teams.
    Came,
}

impl Default for WallSays {
    fn default() -> Self {
        Self { names: true, ranks: false, demand: WallDemand::Nothing }
    }
}

/// How people come to their seats. It can be changed at any time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, JsonSchema)]
pub enum Seating {
    /// Everybody chooses a seat.
    #[default]
    Free,
    /// The facilitator gives everybody a seat.
    Assigned,
    /// Who comes in gets a seat at once: every seat once before any twice.
    Automatic,
}
