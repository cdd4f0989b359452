//! The eight responses to a special, the three kinds of evidence, and the house quadrant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::Quarter;
use crate::scenario::Rules;

/// What a team does with a special.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Response {
    /// Build what was asked, for this customer.
    BuildAsAsked,
    /// Build the part that carries the deal.
    Descope,
    /// Solve the true need instead of the request; possible only if the need is known.
    Simplify,
    /// Build it for everybody, one quarter later.
    ProductiseLater,
    /// Build it outside the product, for a fee.
    PaidExtension,
    /// Promise it on the roadmap by a named quarter.
    RoadmapPromise,
    /// Say no.
    Decline,
    /// A productised theme already covers it.
    AlreadyHave,
}

impl Response {
    /// All responses, in the order of the table.
    pub const ALL: [Self; 8] = [
        Self::BuildAsAsked,
        Self::Descope,
        Self::Simplify,
        Self::ProductiseLater,
        Self::PaidExtension,
        Self::RoadmapPromise,
        Self::Decline,
        Self::AlreadyHave,
    ];

    /// Responses allowed as standing answers for small asks: those that need no knowledge of the particular deal.
    pub const STANDING: [Self; 5] =
        [Self::BuildAsAsked, Self::Descope, Self::ProductiseLater, Self::PaidExtension, Self::Decline];

    /// Whether the response creates work.
    #[must_use]
    pub fn builds(self) -> bool {
        !matches!(self, Self::Decline | Self::AlreadyHave)
    }

    /// The numbers of this response.
    #[must_use]
    pub fn terms(self, r: &Rules) -> Terms {
        let terms = |effort, win, coherence, upkeep, aligned, precedent| Terms {
            effort,
            win,
            coherence,
            upkeep,
            aligned,
            precedent,
        };
        match self {
            Self::BuildAsAsked => terms(
                r.build_effort,
                r.build_win,
                r.build_coherence,
                r.build_upkeep,
                r.build_aligned,
                r.build_precedent,
            ),
            Self::Descope => terms(
                r.descope_effort,
                r.descope_win,
                r.descope_coherence,
                r.descope_upkeep,
                r.descope_aligned,
                r.descope_precedent,
            ),
            // Placeholder: the effort of simplifying depends on the need, so it comes from the ask.
            Self::Simplify => terms(
                1.0,
                r.simplify_win,
                r.simplify_coherence,
                r.simplify_upkeep,
                r.simplify_aligned,
                r.simplify_precedent,
            ),
            Self::ProductiseLater => terms(
                r.productise_effort,
                r.productise_win,
                r.productise_coherence,
                r.productise_upkeep,
                r.productise_aligned,
                0.0,
            ),
            Self::PaidExtension => {
                terms(r.paid_effort, r.paid_win, r.paid_coherence, r.paid_upkeep, r.paid_aligned, r.paid_precedent)
            }
            Self::RoadmapPromise => terms(
                r.promise_effort,
                r.promise_win,
                r.promise_coherence,
                r.promise_upkeep,
                r.promise_aligned,
                r.promise_precedent,
            ),
            Self::Decline => terms(0.0, r.decline_win, 0.0, 0.0, 0.0, 0.0),
            Self::AlreadyHave => terms(0.0, r.have_win, 0.0, 0.0, 0.0, 0.0),
        }
    }
}

/// The effects of a response, as in the table of the rule book.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Effort relative to building it as asked.
    pub effort: f64,
    /// Factor on the win rate.
    pub win: f64,
    /// Loss of coherence relative to building it as asked.
    pub coherence: f64,
    /// Upkeep per quarter as a share of effort.
    pub upkeep: f64,
    /// Share of aligned effort that counts as roadmap.
    pub aligned: f64,
    /// Weight in the precedent.
    pub precedent: f64,
}

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Evidence {
    /// From publishing the vision.
    Vision,
    /// From ICP and win/loss work.
    Strategy,
    /// From tracking specials and from renewal data.
    Impact,
}

impl Evidence {
    /// The three kinds.
    pub const ALL: [Self; 3] = [Self::Vision, Self::Strategy, Self::Impact];
}

/// A signed answer to a special.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// What is done.
    pub response: Response,
    /// The token that defends it, if any.
    #[serde(default)]
    pub defence: Option<Evidence>,
    /// The quarter named in a roadmap promise.
    #[serde(default)]
    pub due: Option<Quarter>,
}

impl Answer {
    /// An answer without defence or date.
    #[must_use]
    pub fn plain(response: Response) -> Self {
        Self { response, defence: None, due: None }
    }
}

/// A cell of effort × strategic alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Cell {
    /// Little effort, on strategy.
    SmallOn,
    /// Much effort, on strategy.
    BigOn,
    /// Little effort, off strategy.
    SmallOff,
    /// Much effort, off strategy.
    BigOff,
}

impl Cell {
    /// The four cells.
    pub const ALL: [Self; 4] = [Self::SmallOn, Self::BigOn, Self::SmallOff, Self::BigOff];

    /// The cell of an ask, by its *estimated* effort and alignment.
    #[must_use]
    pub fn of(effort: f64, alignment: f64, engineering: f64, rules: &Rules) -> Self {
        match (effort >= rules.big_ask_effort * engineering, alignment >= rules.on_strategy_alignment) {
            (false, true) => Self::SmallOn,
            (true, true) => Self::BigOn,
            (false, false) => Self::SmallOff,
            (true, false) => Self::BigOff,
        }
    }
}

/// The house quadrant: a standing answer for each cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct House {
    /// Answers in the order of [`Cell::ALL`].
    pub answers: [Response; 4],
}

impl House {
    /// The standing answer of a cell.
    #[must_use]
    pub fn answer(&self, cell: Cell) -> Response {
        self.answers[cell as usize]
    }
}

impl Default for House {
    /// What a company does by default if it never talked about it: small things get built, big ones are descoped.
    fn default() -> Self {
        Self { answers: [Response::BuildAsAsked, Response::Descope, Response::BuildAsAsked, Response::Descope] }
    }
}
