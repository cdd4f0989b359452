//! What people, devices and the clock ask of a room. A journal of these, with their moments, is the room.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Audience, Gate, Pace, PersonId, Place, Seating, TeamId, WallSays};
use crate::ids::{Quarter, Seat};
use crate::play::{Act, Seen};
use crate::sim::Command;
use crate::view::Shape;

/// A command of a room. Who may send it is decided by whoever takes it in: a device acts for its own person only, and
/// the facilitator's commands come from a console.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum RoomCommand {
    /// Somebody comes in under a name.
    Enter {
        /// What the person wants to be called.
        name: String,
        /// The policy by which it plays, if it is a program and no person.
        #[serde(default)]
        bot: Option<String>,
    },
    /// A person takes a seat, or changes to it before the game has begun.
    Sit {
        /// Who.
        person: PersonId,
        /// The team.
        team: TeamId,
        /// The seat.
        seat: Seat,
    },
    /// The facilitator gives a person a seat, or moves it to another one.
    Assign {
        /// Who.
        person: PersonId,
        /// Where.
        place: Place,
    },
    /// The facilitator gives a seat to everybody who has none.
    AssignAll,
    /// The facilitator changes how people come to their seats.
    SetSeating(Seating),
    /// The facilitator lets those whose devices are gone come back without their codes for a while, or no longer does.
    LetReturn(bool),
    /// A person gives the seat up.
    Rise {
        /// Who.
        person: PersonId,
    },
    /// A person asks the facilitator to come, or no longer does.
    Call {
        /// Who.
        person: PersonId,
        /// Whether it asks.
        on: bool,
    },
    /// A person draws from memory what became of the demand for specials, and sees it then.
    Draw {
        /// Who.
        person: PersonId,
        /// The curve; `None` to see it without drawing.
        shape: Option<Shape>,
    },
    /// The facilitator says something; an empty text takes it back.
    Say {
        /// To whom.
        to: Audience,
        /// What.
        text: String,
    },
    /// A device of a person has connected, or lost its connection.
    Connect {
        /// Whose.
        person: PersonId,
        /// Whether it has connected.
        connected: bool,
    },
    /// A person acts for its seat.
    Act {
        /// Who.
        person: PersonId,
        /// What.
        act: Act,
        /// The page that it was made on.
        seen: Box<Seen>,
    },
    /// A program signs for its seat, without a draft.
    Sign {
        /// Who.
        person: PersonId,
        /// What.
        command: Box<Command>,
        /// The page that it was made on.
        seen: Box<Seen>,
    },
    /// The facilitator opens a gate for all teams, and those before it.
    OpenGate(Gate),
    /// The facilitator stops or resumes everything but reading.
    Pause(bool),
    /// The facilitator adds minutes to the quarter, or takes some away.
    AddMinutes(i32),
    /// The facilitator changes when gates open.
    SetPace(Pace),
    /// The facilitator changes what the wall says of the teams.
    SetWall(WallSays),
    /// The facilitator lets nobody else in, or opens the door again.
    Lock(bool),
    /// The facilitator lets a stand-in sign for an absent seat, or stops it.
    StandIn {
        /// The team.
        team: TeamId,
        /// The seat.
        seat: Seat,
        /// Whether it is to sign.
        on: bool,
    },
    /// The facilitator lets a computer partner play a seat that nobody has, or takes it away.
    Partner {
        /// The team.
        team: TeamId,
        /// The seat that the partner plays, and its policy; `None` for no partner.
        chair: Option<crate::run::Chair>,
    },
    /// The facilitator takes a team back to the beginning of a quarter, which it plays again. What it had played is kept.
    Rewind {
        /// The team.
        team: TeamId,
        /// The quarter.
        quarter: Quarter,
    },
    /// The facilitator lets a team go on as if it had not been taken back, as long as it has signed nothing since.
    UndoRewind {
        /// The team.
        team: TeamId,
    },
    /// Time has passed.
    Tick,
    /// The host is back after it was away. Every device has to connect again, and the clock stands until the facilitator
    /// goes on.
    HostReturned,
}
