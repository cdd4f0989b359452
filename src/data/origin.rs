//! Where a change of a number comes from.

use serde::Serialize;

use crate::sim::{Cause, Rule};

/// Where a change of a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Origin {
    /// A decision led to it, perhaps quarters ago.
    Decision,
    /// It is how the company was at the start.
    Start,
    /// Customers or competitors did it. Dice say which of them.
    Market,
    /// Only dice: work turned out larger or smaller than estimated.
    Luck,
    /// News of the scenario.
    News,
    /// A gate of the scenario, such as a funding round.
    Gate,
    /// The company goes on as it does every quarter: costs, pay, quota, decay.
    Running,
}

impl Origin {
    /// All of them.
    pub(super) const ALL: [Self; 7] =
        [Self::Decision, Self::Start, Self::Market, Self::Luck, Self::News, Self::Gate, Self::Running];

    /// The origin of a cause.
    #[must_use]
    pub fn of(cause: &Cause) -> Self {
        if cause.decision.is_some() { Self::Decision } else { Self::without_decision(cause.rule) }
    }

    /// Names every rule, so that a new one has to be put somewhere.
    fn without_decision(rule: Rule) -> Self {
        match rule {
            Rule::Start => Self::Start,
            Rule::News => Self::News,
            Rule::Gate => Self::Gate,
            Rule::WorkGrew => Self::Luck,
            Rule::DealWon
            | Rule::Churn
            | Rule::Expansion
            | Rule::Repriced
            | Rule::MarketMoves
            | Rule::WorkDropped
            | Rule::RenewalTold => Self::Market,
            Rule::Discount
            | Rule::DiscountCreep
            | Rule::Subscriptions
            | Rule::EngineeringCost
            | Rule::OtherCosts
            | Rule::Commission
            | Rule::Bonus
            | Rule::Fee
            | Rule::QuotaSet
            | Rule::WorkAccepted
            | Rule::WorkDone
            | Rule::NewUpkeep
            | Rule::RepairUpkeep
            | Rule::Sunset
            | Rule::MisalignedWork
            | Rule::Repair
            | Rule::Decay
            | Rule::RoadmapWork
            | Rule::AlignedWork
            | Rule::BespokeWins
            | Rule::Drift
            | Rule::UndefendedNo
            | Rule::DefendedNo
            | Rule::BacklogWeighs
            | Rule::Relationship
            | Rule::Escalation
            | Rule::PrePromise
            | Rule::LatePromise
            | Rule::PromiseKept
            | Rule::ProductLedPaper
            | Rule::PipelineShared
            | Rule::PaperBlocked
            | Rule::IncoherenceWeighs
            | Rule::Attainment
            | Rule::DiscoveryWork
            | Rule::EnablementWork
            | Rule::VisionPublished
            | Rule::StrategyPublished
            | Rule::WinLossLearned
            | Rule::ImpactTracked
            | Rule::TokenUsed
            | Rule::PaperWritten
            | Rule::TokenFaded => Self::Running,
        }
    }
}
