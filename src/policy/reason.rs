//! The reasons a computer partner gives for what it wants, based on what its seat knows.

use crate::sight::Request;
use crate::sim::{Cell, Response};

/// A plain reason for a stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Much work for something off strategy.
    BigAndOff,
    /// Off strategy, however little work.
    Off,
    /// No capacity is left for it.
    NoRoom,
    /// On strategy, and little work.
    SmallAndOn,
    /// Others asked for the same theme.
    Shared,
    /// On strategy, so everybody should have it.
    ForEverybody,
    /// The deal is worth the work.
    Money,
    /// The part that carries the deal is enough.
    PartIsEnough,
    /// The true need is smaller than the request.
    TrueNeed,
    /// Customers who want something special should pay for it.
    PaysForIt,
    /// It cannot start now.
    Later,
    /// It exists already.
    There,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 12] = [
        Self::BigAndOff,
        Self::Off,
        Self::NoRoom,
        Self::SmallAndOn,
        Self::Shared,
        Self::ForEverybody,
        Self::Money,
        Self::PartIsEnough,
        Self::TrueNeed,
        Self::PaysForIt,
        Self::Later,
        Self::There,
    ];

    /// Key of its text in the language files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::BigAndOff => "reason-big-and-off",
            Self::Off => "reason-off",
            Self::NoRoom => "reason-no-room",
            Self::SmallAndOn => "reason-small-and-on",
            Self::Shared => "reason-shared",
            Self::ForEverybody => "reason-for-everybody",
            Self::Money => "reason-money",
            Self::PartIsEnough => "reason-part-is-enough",
            Self::TrueNeed => "reason-true-need",
            Self::PaysForIt => "reason-pays-for-it",
            Self::Later => "reason-later",
            Self::There => "reason-there",
        }
    }
}

/// How many requests on a theme make a partner call it shared.
const SHARED: usize = 2;

/// Why somebody who sees this request would give this answer.
#[must_use]
pub fn reason(request: &Request, response: Response) -> Reason {
    match response {
        Response::Decline => match request.cell {
            Cell::BigOff => Reason::BigAndOff,
            Cell::SmallOff => Reason::Off,
            Cell::SmallOn | Cell::BigOn => Reason::NoRoom,
        },
        Response::BuildAsAsked if request.cell == Cell::SmallOn => Reason::SmallAndOn,
        Response::BuildAsAsked => Reason::Money,
        Response::Descope => Reason::PartIsEnough,
        Response::Simplify => Reason::TrueNeed,
        Response::ProductiseLater if request.asked_before >= SHARED => Reason::Shared,
        Response::ProductiseLater => Reason::ForEverybody,
        Response::PaidExtension => Reason::PaysForIt,
        Response::RoadmapPromise => Reason::Later,
        Response::AlreadyHave => Reason::There,
    }
}
