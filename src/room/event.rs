//! What happened in a room. Only events change it.

use serde::{Deserialize, Serialize};

use super::{Audience, Gate, Pace, PersonId, Place, RoomTime, Seating, TeamId, WallSays};
use crate::ids::{Quarter, Seat};
use crate::play::{Act, Seen};
use crate::run::Chair;
use crate::sim::Command;
use crate::view::Shape;

/// Whose pages an event changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touches {
    /// Those of a team, and what tells how far it is.
    Team(TeamId),
    /// What tells who is there.
    People,
    /// All.
    All,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RoomEvent {
    /// Somebody came in.
    Entered {
        /// Who.
        person: PersonId,
        /// Under which name.
        name: String,
        /// The policy by which it plays, if it is a program and no person.
        bot: Option<String>,
    },
    /// A person has a seat.
    Seated {
        /// Who.
        person: PersonId,
        /// The team.
        team: TeamId,
        /// The seat.
        seat: Seat,
    },
    /// A person has no seat any more.
    Rose {
        /// Who.
        person: PersonId,
    },
    /// A person asked the facilitator to come, or no longer does.
    Called {
        /// Who.
        person: PersonId,
        /// Whether it asks.
        on: bool,
    },
    /// A person drew what became of the demand for specials, and sees it from now on.
    Drew {
        /// Of which team.
        team: TeamId,
        /// Who.
        person: PersonId,
        /// The curve; `None` if it did not want to draw.
        shape: Option<Shape>,
    },
    /// The facilitator said something, in place of what it said to the same people before.
    Said {
        /// To whom.
        to: Audience,
        /// What; empty if it is taken back.
        text: String,
    },
    /// A device connected, or lost its connection.
    Connected {
        /// Whose.
        person: PersonId,
        /// Whether it connected.
        connected: bool,
    },
    /// A seat acted.
    Acted {
        /// The team.
        team: TeamId,
        /// The seat.
        seat: Seat,
        /// What it did.
        act: Act,
        /// The page that it was made on.
        seen: Box<Seen>,
    },
    /// A seat signed.
    Signed {
        /// The team.
        team: TeamId,
        /// The seat.
        seat: Seat,
        /// What it signed.
        command: Box<Command>,
        /// The page that it was made on.
        seen: Box<Seen>,
    },
    /// A gate is open.
    GateOpened(Gate),
    /// Everything but reading stopped, or goes on.
    Paused(bool),
    /// The host was away: no device is connected.
    HostReturned,
    /// The quarter has more minutes, or fewer.
    MinutesAdded(i32),
    /// The time of a team was up, and the room signed what was missing in its phase.
    Expired {
        /// The team.
        team: TeamId,
    },
    /// People come to their seats in another way.
    SeatingSet(Seating),
    /// Until this moment, those whose devices are gone come back without their codes; `None` if they do no longer.
    Returning(Option<RoomTime>),
    /// Gates open in another way.
    PaceSet(Pace),
    /// The wall says something else of the teams.
    WallSet(WallSays),
    /// The door was locked, or opened.
    Locked(bool),
    /// A stand-in will sign for a seat from this moment on; `None` if it no longer does.
    StandInSet {
        /// The team.
        team: TeamId,
        /// The seat.
        seat: Seat,
        /// When it signs next.
        signs: Option<RoomTime>,
    },
    /// A stand-in signed the next step of a seat.
    StoodIn {
        /// The team.
        team: TeamId,
        /// The seat.
        seat: Seat,
    },
    /// A computer partner plays a seat, or people play both.
    PartnerSet {
        /// The team.
        team: TeamId,
        /// The seat and the policy.
        chair: Option<Chair>,
    },
    /// A team plays again from the beginning of a quarter.
    Rewound {
        /// The team.
        team: TeamId,
        /// The quarter.
        quarter: Quarter,
    },
    /// A team goes on as if it had not been taken back.
    RewindUndone {
        /// The team.
        team: TeamId,
    },
}

impl RoomEvent {
    /// Whose pages it changes.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Acted { team, .. }
            | Self::Signed { team, .. }
            | Self::Expired { team }
            | Self::StandInSet { team, .. }
            | Self::StoodIn { team, .. }
            | Self::PartnerSet { team, .. }
            | Self::Drew { team, .. }
            // The waiting page of a team names those it waits for.
            | Self::Seated { team, .. } => Touches::Team(*team),
            Self::Said { to: Audience::Team(team) | Audience::Seat(Place { team, .. }), .. } => Touches::Team(*team),
            Self::Entered { .. } | Self::Connected { .. } => Touches::People,
            Self::Rose { .. }
            | Self::Called { .. }
            | Self::Said { to: Audience::All, .. }
            | Self::GateOpened(_)
            | Self::HostReturned
            | Self::Paused(_)
            | Self::MinutesAdded(_)
            | Self::PaceSet(_)
            | Self::SeatingSet(_)
            | Self::WallSet(_)
            | Self::Returning(_)
            | Self::Locked(_)
            // Those who waited for the team no longer do.
            | Self::Rewound { .. }
            | Self::RewindUndone { .. } => Touches::All,
        }
    }
}
