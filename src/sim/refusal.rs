//! Why a command is refused. A disabled button shows the same reason.

use serde::{Deserialize, Serialize};

use super::Phase;
use super::moves::Reform;
use super::response::{Evidence, Response};
use crate::ids::{CustomerId, DealId, Quarter, Seat, WorkId};

/// A reason why something is not possible now. Its text is in the language files under [`Refusal::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}", self.key())]
pub enum Refusal {
    /// The command belongs to another phase.
    WrongPhase {
        /// The phase the run is in.
        now: Phase,
        /// The phase it belongs to.
        needs: Phase,
    },
    /// The seat already signed this.
    AlreadySigned(Seat),
    /// The shares must sum to 100.
    SharesDoNotSum(u16),
    /// Shares move in steps of five percent.
    NotAStep(u8),
    /// One share per segment is needed.
    WrongSegments {
        /// How many there are.
        given: u8,
        /// How many are needed.
        needed: u8,
    },
    /// Not enough attention.
    NotEnoughAttention {
        /// Points that all chosen moves need.
        needed: u8,
        /// Points available per quarter.
        there: u8,
    },
    /// A move can be made once a quarter.
    MoveTwice,
    /// More push tokens than allowed.
    TooManyPushes {
        /// Allowed in all.
        allowed: u8,
    },
    /// More push tokens on one deal than allowed.
    TooManyPushesOnDeal {
        /// Allowed per deal.
        allowed: u8,
    },
    /// There is no such deal, or it has been decided.
    NoSuchDeal(DealId),
    /// The deal is part of the run rate; only named deals can be worked on.
    NotNamed(DealId),
    /// The deal asks for nothing, as far as the seat knows.
    NothingAsked(DealId),
    /// It is already known.
    KnownAlready,
    /// The fit is already known.
    QualifiedAlready(DealId),
    /// Product was already brought in.
    BroughtInAlready(DealId),
    /// It was already promised.
    PromisedAlready(DealId),
    /// It already has a discount.
    DiscountedAlready(DealId),
    /// There is no such customer.
    NoSuchCustomer(CustomerId),
    /// The renewal is not due this quarter.
    NotDue(CustomerId),
    /// There is no such special in the product.
    NoSuchWork(WorkId),
    /// The last vision or strategy still stands. It can be published again once its tokens are used up.
    StillFresh(Evidence),
    /// A board paper needs more evidence.
    NotEnoughEvidence {
        /// Tokens needed, in tenths.
        needed: u16,
        /// Tokens available, in tenths.
        there: u16,
    },
    /// The reform was already adopted.
    AdoptedAlready(Reform),
    /// One board paper per quarter.
    OnePaper,
    /// Support and block exclude each other.
    SupportOrBlock,
    /// A standing answer cannot need knowledge of a particular deal.
    NotStanding(Response),
    /// The house quadrant comes first.
    HouseFirst,
    /// It is already settled.
    Settled,
    /// The deal is not a card of this quarter's table.
    NotOnTable(DealId),
    /// Both leads have to take their stance first.
    StancesFirst,
    /// Sales promised it before asking: it cannot be declined.
    BoundByPromise,
    /// The true need is not known.
    NeedUnknown,
    /// No productised theme covers it.
    NothingCoversIt,
    /// What was built for this theme was built for single customers.
    BuiltForOneCustomer,
    /// The theme is productised, and this customer wants something else.
    ThemeFallsShort,
    /// A productised theme already covers it.
    CoveredAlready,
    /// The due quarter of a promise must be between the next one and a year ahead.
    DueOutOfRange {
        /// First allowed.
        first: Quarter,
        /// Last allowed.
        last: Quarter,
    },
    /// Only a roadmap promise names a quarter.
    DueWithoutPromise,
    /// No token of this kind is available.
    NoToken(Evidence),
    /// The board allows specials only for a fee, or for everybody.
    PaidOnly,
    /// The specials budget of the quarter is used up.
    OverBudget {
        /// Engineer-weeks left.
        left: u32,
    },
    /// The two sides agree, so there is nothing for the CEO to decide.
    NothingToEscalate,
    /// The ends of a range must be numbers, the lower end not above the upper.
    BadRange,
}

impl Refusal {
    /// Key of its text in the language files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::WrongPhase { .. } => "refusal-wrong-phase",
            Self::AlreadySigned(_) => "refusal-already-signed",
            Self::SharesDoNotSum(_) => "refusal-shares-do-not-sum",
            Self::NotAStep(_) => "refusal-not-a-step",
            Self::WrongSegments { .. } => "refusal-wrong-segments",
            Self::NotEnoughAttention { .. } => "refusal-not-enough-attention",
            Self::MoveTwice => "refusal-move-twice",
            Self::TooManyPushes { .. } => "refusal-too-many-pushes",
            Self::TooManyPushesOnDeal { .. } => "refusal-too-many-pushes-on-deal",
            Self::NoSuchDeal(_) => "refusal-no-such-deal",
            Self::NotNamed(_) => "refusal-not-named",
            Self::NothingAsked(_) => "refusal-nothing-asked",
            Self::KnownAlready => "refusal-known-already",
            Self::QualifiedAlready(_) => "refusal-qualified-already",
            Self::BroughtInAlready(_) => "refusal-brought-in-already",
            Self::PromisedAlready(_) => "refusal-promised-already",
            Self::DiscountedAlready(_) => "refusal-discounted-already",
            Self::NoSuchCustomer(_) => "refusal-no-such-customer",
            Self::NotDue(_) => "refusal-not-due",
            Self::NoSuchWork(_) => "refusal-no-such-work",
            Self::StillFresh(_) => "refusal-still-fresh",
            Self::NotEnoughEvidence { .. } => "refusal-not-enough-evidence",
            Self::AdoptedAlready(_) => "refusal-adopted-already",
            Self::OnePaper => "refusal-one-paper",
            Self::SupportOrBlock => "refusal-support-or-block",
            Self::NotStanding(_) => "refusal-not-standing",
            Self::HouseFirst => "refusal-house-first",
            Self::Settled => "refusal-settled",
            Self::NotOnTable(_) => "refusal-not-on-table",
            Self::StancesFirst => "refusal-stances-first",
            Self::BoundByPromise => "refusal-bound-by-promise",
            Self::NeedUnknown => "refusal-need-unknown",
            Self::NothingCoversIt => "refusal-nothing-covers-it",
            Self::BuiltForOneCustomer => "refusal-built-for-one-customer",
            Self::ThemeFallsShort => "refusal-theme-falls-short",
            Self::CoveredAlready => "refusal-covered-already",
            Self::DueOutOfRange { .. } => "refusal-due-out-of-range",
            Self::DueWithoutPromise => "refusal-due-without-promise",
            Self::NoToken(_) => "refusal-no-token",
            Self::PaidOnly => "refusal-paid-only",
            Self::OverBudget { .. } => "refusal-over-budget",
            Self::NothingToEscalate => "refusal-nothing-to-escalate",
            Self::BadRange => "refusal-bad-range",
        }
    }
}
