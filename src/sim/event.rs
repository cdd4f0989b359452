//! What happens in a game. Events are the only thing that changes it, and all that a screen needs to show.

use serde::{Deserialize, Serialize};

use super::ledger::Entry;
use super::moves::{ProductMove, ProductPlan, Reform, SalesMove, SalesPlan};
use super::response::{Answer, House, Response};
use super::{Customer, Deal, Decision, Fact, Phase, Range, Record, Settled, Work};
use crate::ids::{CustomerId, DealId, DecisionId, GateId, Money, NewsId, Quarter, Seat, ThemeId, WorkId};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// A number changed.
    Changed(Entry),
    /// A quarter began.
    QuarterBegan(Quarter),
    /// A phase began.
    PhaseBegan(Phase),
    /// A deal entered the pipeline.
    DealOpened(Deal),
    /// An open deal got a new die, and perhaps other secrets. Only experiments do this and the two below; no command leads
    /// to them.
    DealTurned(Box<Deal>),
    /// A customer got another fit.
    FitTurned(CustomerId, f64),
    /// A special got another true effort, in engineer-weeks.
    EffortTurned(WorkId, f64),
    /// A customer was there from the start.
    CustomerJoined(Customer),
    /// A seat read its page.
    Read(Seat),
    /// The Product Lead signed a plan.
    ProductPlanned(ProductPlan),
    /// The Sales Lead signed a plan.
    SalesPlanned(SalesPlan),
    /// Something was decided.
    Decided(Decision),
    /// A move of the Product Lead happened.
    ProductMoved(ProductMove, DecisionId),
    /// A move of the Sales Lead happened.
    SalesMoved(SalesMove, DecisionId),
    /// A prospect call did not happen, because sales did not bring product in.
    CallRefused(DealId, DecisionId),
    /// A deal got a push token.
    Pushed(DealId),
    /// A seat learned a fact.
    Learned(Seat, Fact),
    /// The strategy is published.
    StrategyPublished,
    /// The board adopted a reform; it is in force from the given quarter on.
    ReformAdopted(Reform, Quarter, DecisionId),
    /// The board did not adopt the paper.
    PaperRejected(PaperFate, DecisionId),
    /// A special was taken out of the product.
    SpecialSunset(WorkId, DecisionId),
    /// Streaks of kept-up work were updated.
    StreaksCounted {
        /// Quarters in a row with kit and coaching.
        enablement: u8,
        /// Quarters in a row with win/loss interviews.
        winloss: u8,
    },
    /// The tracked impact of specials became evidence.
    ImpactTold,
    /// How many deals entered, how many of them asked, and how many would have asked at the initial precedent.
    DemandCounted(u32, u32, u32),
    /// Engineer-weeks that support took.
    Supported(f64),
    /// The asks of the quarter are on the table: cards, and small asks for the house quadrant.
    TableSet {
        /// Cards, most at stake first.
        cards: Vec<DealId>,
        /// Small asks.
        small: Vec<DealId>,
    },
    /// A seat signed a house quadrant.
    HouseSigned(Seat, House),
    /// The house quadrant is in force.
    HouseSettled(House, DecisionId),
    /// A seat took its private stance.
    StanceTaken(Seat, DealId, Response),
    /// Both have taken a stance, so the stances are shown.
    StancesRevealed(DealId),
    /// A seat signed an answer.
    AnswerSigned(Seat, DealId, Answer),
    /// The CEO was asked.
    Escalated(Seat, DealId),
    /// An answer is in force.
    Answered(DealId, Settled),
    /// An answer claimed engineer-weeks of the quarter's specials budget.
    BudgetClaimed(f64),
    /// A seat predicted.
    Predicted(Seat, Range),
    /// A special turned out larger (or smaller) than estimated, by this many milli-weeks.
    WorkGrew(WorkId, i64),
    /// Milli-weeks were spent on a special.
    WorkDone(WorkId, i64),
    /// A special was delivered; it needs this many milli-weeks of upkeep per quarter.
    WorkDelivered(WorkId, i64),
    /// A special was dropped, because its customer left.
    WorkDropped(WorkId),
    /// A special is now late.
    WorkLate(WorkId),
    /// A theme is productised.
    ThemeBuilt(ThemeId, WorkId),
    /// A deal was won and became a customer.
    DealWon(DealId, Customer),
    /// A deal was lost.
    DealLost(DealId),
    /// A special entered the backlog.
    WorkStarted(Box<Work>),
    /// A customer renewed, and its ARR grew by this amount.
    Renewed(CustomerId, Money),
    /// A customer left.
    CustomerLeft(CustomerId),
    /// News.
    NewsHappened(NewsId),
    /// News or a gate changed the quota from now on.
    QuotaScaled(f64),
    /// A gate was checked.
    GateChecked(GateId, bool),
    /// The quarter is closed.
    QuarterClosed(Box<Record>),
    /// The cash ran out.
    RanOutOfCash,
}

/// Why the board did not adopt a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PaperFate {
    /// Sales did not support it.
    Unsupported,
    /// Sales blocked it.
    Blocked,
    /// It asked for power instead of naming a benefit in money.
    NotInMoney,
}
