//! Why something was not done, in words.

use crate::journal::NotDone;
use crate::play::TurnedAway;
use crate::room::{RoomRefusal, RoomTeam};
use crate::text::{self, Teller};

/// The sentence that a device is told. `team` is the team of the person, if it has one.
pub(super) fn told(teller: &Teller, why: &NotDone, team: Option<&RoomTeam>) -> String {
    let key = match why {
        NotDone::Refused(RoomRefusal::TurnedAway(TurnedAway::Refused(refusal))) => {
            return match team {
                Some(team) => text::refusal(teller, team.pair().log().game().state(), refusal),
                None => teller.get("refused-stale"),
            };
        }
        NotDone::Refused(refusal) => key(refusal),
        NotDone::NoSuchLink => "refused-link",
        NotDone::NotKept => "room-disk-full",
        NotDone::Closed => "room-closed",
    };
    teller.get(key)
}

fn key(refusal: &RoomRefusal) -> &'static str {
    match refusal {
        RoomRefusal::Unknown => "refused-unknown",
        RoomRefusal::Locked => "refused-locked",
        RoomRefusal::NoName => "refused-no-name",
        RoomRefusal::SeatFull => "refused-seat-full",
        RoomRefusal::FacilitatorSeats => "refused-facilitator-seats",
        RoomRefusal::NoSeat => "refused-no-seat",
        RoomRefusal::PartnerPlays => "refused-partner",
        RoomRefusal::OnlyAtBriefing => "refused-only-at-briefing",
        RoomRefusal::Paused => "room-paused",
        RoomRefusal::Held => "refused-held",
        RoomRefusal::NoSuchGate => "refused-gate",
        RoomRefusal::NotPlayed => "refused-not-played",
        RoomRefusal::NotOver => "refused-not-over",
        RoomRefusal::NotRewound => "refused-not-rewound",
        RoomRefusal::Present => "refused-present",
        RoomRefusal::TurnedAway(TurnedAway::NotYours) => "refused-not-yours",
        RoomRefusal::TurnedAway(_) => "refused-stale",
    }
}
