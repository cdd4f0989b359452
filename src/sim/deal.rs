//! A deal in the pipeline, and the special it asks for.

use serde::{Deserialize, Serialize};

use super::{Answer, By, Response};
use crate::ids::{
    CardId, CustomerId, DealId, DecisionId, Money, PerSeat, Quarter, Seat, SegmentId, TemplateId, ThemeId,
};

/// A deal in the pipeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deal {
    /// Its id.
    pub id: DealId,
    /// Who it is.
    pub name: Name,
    /// The quarter it entered the pipeline (0 = there at the start).
    pub opened: Quarter,
    /// The quarter it is decided in.
    pub closes: Quarter,
    /// Segment of the market.
    pub segment: SegmentId,
    /// ARR before discounts.
    pub arr: Money,
    /// Whether it is one of the big ones.
    pub big: bool,
    /// Whether it is shown by name; the others are the run rate.
    pub named: bool,
    /// True fit to the strategy. Hidden until qualified.
    pub fit: f64,
    /// Strength of the champion. Known only to sales.
    pub champion: f64,
    /// Whether the competitor has what is asked for. Hidden.
    pub competitor_has: bool,
    /// What sales hears about that, right 70 % of the time. Known only to sales.
    pub competitor_heard: bool,
    /// The die that decides the deal: it is won if the die is below the win rate. Hidden.
    pub die: f64,
    /// What it asks for, if anything. Boxed because most of the many deals ask for nothing.
    pub ask: Option<Box<Ask>>,
    /// Push tokens on it.
    pub pushes: u8,
    /// The decision to give a discount.
    pub discount: Option<DecisionId>,
    /// Whether sales brought product in.
    pub consent: bool,
    /// Whether sales promised its special before asking.
    pub prepromised: Option<DecisionId>,
    /// How it ended.
    pub outcome: Option<DealOutcome>,
}

/// Where a weak champion ends and where a strong one begins.
const ONE_THIRD: f64 = 0.34;
const TWO_THIRDS: f64 = 0.67;

impl Deal {
    /// The strengths of a champion, 0..1, that make the same impression as this one in conversation: weak, fair or strong.
    #[must_use]
    pub fn champion_seems(&self) -> (f64, f64) {
        Self::seems(self.champion)
    }

    /// The same for any strength of a champion.
    #[must_use]
    pub fn seems(champion: f64) -> (f64, f64) {
        match champion {
            weak if weak < ONE_THIRD => (0.0, ONE_THIRD),
            fair if fair < TWO_THIRDS => (ONE_THIRD, TWO_THIRDS),
            _ => (TWO_THIRDS, 1.0),
        }
    }
}

/// The name of a customer or prospect, by its source in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Name {
    /// A hand-written prospect.
    Card(CardId),
    /// First and second word from the scenario's lists.
    Words(u16, u16),
}

/// How a deal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DealOutcome {
    /// Won; the customer it became.
    Won(CustomerId),
    /// Lost.
    Lost,
}

/// What a deal asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Where its texts come from.
    pub text: AskText,
    /// Theme of the request.
    pub theme: ThemeId,
    /// Whether a productised theme can cover it, and whether building it for everybody builds the theme. Hidden.
    pub shared: bool,
    /// Estimated effort in engineer-weeks.
    pub effort_estimate: f64,
    /// True effort. Hidden.
    pub effort: f64,
    /// Estimated strategic alignment.
    pub alignment_estimate: f64,
    /// True strategic alignment. Hidden.
    pub alignment: f64,
    /// Effort of solving only the true need, as a share of the full effort. Hidden until found.
    pub simplify: f64,
    /// Whether the deal truly depends on it. Hidden until found.
    pub dealbreaker: bool,
    /// The private stances.
    pub stances: PerSeat<Option<Response>>,
    /// The signatures.
    pub signed: PerSeat<Option<Answer>>,
    /// Who signed last. No rule uses it, so it is not part of the state's hash.
    #[serde(skip)]
    pub signed_last: Option<Seat>,
    /// The answer in force.
    pub answer: Option<Settled>,
}

/// An answer in force, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The answer.
    pub answer: Answer,
    /// Who decided.
    pub by: By,
    /// The decision.
    pub decision: Option<DecisionId>,
    /// Whether a fitting token defends it.
    pub defended: bool,
}

/// Where the texts of an ask come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AskText {
    /// A hand-written special.
    Card(CardId),
    /// A template.
    Template(TemplateId),
}
