//! A workshop: people with devices, teams that each play a game, gates at which teams wait for each other, and a clock.
//!
//! A state machine like the rules of a game: `RoomCommand → check → RoomEvent → apply`. Time comes in with each command;
//! the room knows no network, no files and no clock, so a journal of its commands leads to the same room again.
//!
//! | module | what it is |
//! |---|---|
//! | `setup` | what the facilitator decides before anybody arrives |
//! | `command` | what people, devices and the clock ask of a room |
//! | `event` | what happened then |
//! | `refusal` | why something is not allowed |
//! | `check` | which events a command leads to |
//! | `state` | the room, and how events change it |
//! | `clock` | the minutes of a quarter |
//! | `team` | the game of a team, and who plays for whom |
//! | `gate` | where teams wait, in the order of a game |
//! | `sheet` | what a person sees |

mod check;
mod clock;
mod command;
mod event;
mod gate;
mod refusal;
mod setup;
mod sheet;
mod state;
mod team;

pub use command::RoomCommand;
pub use event::{RoomEvent, Touches};
pub use gate::Gate;
pub use refusal::RoomRefusal;
pub use setup::{Pace, Seating, Setup, WallDemand, WallSays};
pub use sheet::Sheet;
pub use state::{Drawing, Person, Place, Room};
pub use team::{RoomTeam, StandIn};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A person in a room, in the order of arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct PersonId(pub u32);

/// A team of a room, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct TeamId(pub u16);

/// To whom the facilitator says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Audience {
    /// Everybody, the wall included.
    All,
    /// A team.
    Team(TeamId),
    /// A seat of a team.
    Seat(Place),
}

/// A time of a room, in milliseconds since it was opened. It never goes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct RoomTime(pub u64);

impl RoomTime {
    /// This many seconds later.
    #[must_use]
    pub fn plus_seconds(self, seconds: u64) -> Self {
        Self(self.0 + seconds * 1_000)
    }

    /// Milliseconds until another time; negative if it is past.
    #[must_use]
    pub fn until(self, other: Self) -> i64 {
        let ms = |time: Self| i64::try_from(time.0).unwrap_or(i64::MAX);
        ms(other) - ms(self)
    }
}
