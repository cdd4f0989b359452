//! The built-in players: each plays both seats, or one seat beside a person, through the same commands as people.
//!
//! A policy knows only what its seat may know ([`Sight`]). Each file is one strategy; its first sentence is the rule
//! of thumb.

mod accept_all;
mod altered;
mod bridge;
mod craft;
mod decline_all;
mod dictator;
mod incentives;
mod opportunist;
mod paid;
mod partner;
mod purist;
mod quadrant;
mod quadrant_proactive;
mod random;
mod reason;
mod reformer;
mod repair_first;
mod seat;
mod sight;
mod turnaround;

pub use altered::{Altered, Change};
pub use partner::Partner;
pub use reason::{Reason, reason};
pub use seat::command;
pub use sight::{Prospect, Request, Sight};

use crate::sim::{Allocation, DealId, House, ProductMove, Response, SalesMove};

/// A strategy for both seats.
pub trait Policy: Sync {
    /// Its name on the command line and in the claims of scenarios.
    fn id(&self) -> &'static str;

    /// Where engineering goes.
    fn allocation(&self, sight: &Sight) -> Allocation;

    /// Moves that the Product Lead would like to make, the dearest wish first; attention and the rules cut the list.
    fn product_moves(&self, _sight: &Sight) -> Vec<ProductMove> {
        Vec::new()
    }

    /// The target mix over the segments, in percent.
    fn target(&self, sight: &Sight) -> Vec<u8> {
        sight.market_mix()
    }

    /// Moves that the Sales Lead would like to make, the dearest wish first.
    fn sales_moves(&self, _sight: &Sight) -> Vec<SalesMove> {
        Vec::new()
    }

    /// Deals that the Sales Lead would like to push, the dearest first.
    fn pushes(&self, sight: &Sight) -> Vec<DealId> {
        craft::push_the_largest(sight)
    }

    /// The standing answers for small asks.
    fn house(&self, sight: &Sight) -> House;

    /// The answers to a card that it would sign, the best first.
    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response>;

    /// Whether fitting evidence of the other side changes its mind.
    fn listens(&self) -> bool {
        true
    }

    /// Whether it brings evidence for its answers.
    fn defends(&self) -> bool {
        false
    }
}

/// All policies, in the order of every table.
pub const ALL: [&dyn Policy; 14] = [
    &accept_all::AcceptAll,
    &decline_all::DeclineAll,
    &purist::Purist,
    &quadrant::Quadrant,
    &quadrant_proactive::QuadrantProactive,
    &opportunist::Opportunist,
    &bridge::Bridge,
    &paid::Paid,
    &repair_first::RepairFirst,
    &dictator::Dictator,
    &reformer::Reformer,
    &turnaround::Turnaround,
    &incentives::Incentives,
    &random::Random,
];

/// The policy that follows no rule: a floor for the others, and no colleague.
pub const DICE: &str = "random";

/// Who decides what nobody decided, where a game is played again: by rules that everybody can follow.
pub const STAND_IN: &dyn Policy = &quadrant::Quadrant;

/// The policy of a name.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static dyn Policy> {
    ALL.into_iter().find(|policy| policy.id() == id)
}
