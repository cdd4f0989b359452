//! How a room was opened: everything that its first moment follows from.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ids::Seat;
use crate::room::{Pace, Room, Setup};
use crate::scenario::Scenario;
use crate::text::{self, Text};

/// How a room was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The code by which people find the room.
    pub code: String,
    /// Id of the scenario on the shelf, or the path of its file.
    pub scenario: String,
    /// Hash of the meaning of the scenario.
    pub scenario_hash: String,
    /// Names of the teams.
    pub teams: Vec<String>,
    /// The seed of each team, which is every secret of its game.
    pub seeds: Vec<u64>,
    /// When teams wait for each other.
    pub pace: Pace,
    /// Minutes for a quarter; `None` for a room without a clock.
    pub minutes: Option<u32>,
    /// The language of the wall, and of the console and devices that ask for no other.
    pub language: String,
    /// Whether the room is kept for longer than rooms are.
    #[serde(default)]
    pub kept: bool,
    /// Whether it is a rehearsal: it is marked, no run of it is saved, and it is deleted when it ends unless it is kept.
    #[serde(default)]
    pub rehearsal: bool,
}

impl Opening {
    /// The scenario as part of a file name.
    #[must_use]
    pub fn scenario_name(&self) -> &str {
        Path::new(&self.scenario).file_stem().and_then(|stem| stem.to_str()).unwrap_or(&self.scenario)
    }

    /// The room as it was opened.
    #[must_use]
    pub fn room(&self, scenario: &Arc<Scenario>) -> Room {
        let text = Text::new(&self.language);
        let setup = Setup {
            scenario: scenario.clone(),
            seeds: self.seeds.clone(),
            leads: Seat::BOTH.map(|seat| text::seat(&text, seat)),
            pace: self.pace,
            minutes: self.minutes,
        };
        let names: Vec<&str> = self.teams.iter().map(String::as_str).collect();
        Room::new(&setup, &names)
    }
}
