//! Why a command is not allowed in a room now. Nothing changed.

use crate::play::TurnedAway;

/// Why a command was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomRefusal {
    /// There is no such person or team, or no such policy.
    Unknown,
    /// The door is locked.
    Locked,
    /// A name is needed.
    NoName,
    /// As many people share the seat as can.
    SeatFull,
    /// The facilitator gives the seats, or moves people once the game has begun.
    FacilitatorSeats,
    /// The person has no seat.
    NoSeat,
    /// A computer partner plays the seat; it gives its chair up at a briefing.
    PartnerPlays,
    /// People of a team change seats only at a briefing, because each seat knows what the other must not.
    OnlyAtBriefing,
    /// The room is paused.
    Paused,
    /// The team waits at a gate.
    Held,
    /// The gate is open already, or no team has come near it.
    NoSuchGate,
    /// The team is at the beginning of that quarter, has not come to it, or has seen its debrief.
    NotPlayed,
    /// The team still plays, so there is nothing to look back on.
    NotOver,
    /// The team was not taken back, or has signed something since.
    NotRewound,
    /// A stand-in signs only for a seat of which no device is connected.
    Present,
    /// The seat turned the act away.
    TurnedAway(TurnedAway),
}
