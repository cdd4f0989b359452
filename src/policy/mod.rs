//! The built-in players: each plays both seats, or one seat beside a person, through the same commands as people.
//!
//! A policy knows only what its seat may know ([`Sight`]). Each file is one strategy; its first sentence is the rule of
//! thumb behind it.

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
mod turnaround;

pub use altered::{Altered, Wishes};
pub use partner::Partner;
pub use reason::{Reason, reason};
pub use seat::command;

use crate::ids::DealId;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Response, SalesMove};

/// A strategy for both seats.
pub trait Policy: Sync {
    /// Its name on the command line and in claims of scenarios.
    fn id(&self) -> &'static str;

    /// Where engineering goes.
    fn allocation(&self, sight: &Sight) -> Allocation;

    /// Moves that the Product Lead would like to make, most wanted first. Attention and the rules shorten the list.
    fn product_moves(&self, _sight: &Sight) -> Vec<ProductMove> {
        Vec::new()
    }

    /// The target mix over the segments, in percent.
    fn target(&self, sight: &Sight) -> Vec<u8> {
        sight.market_mix()
    }

    /// Moves that the Sales Lead would like to make, most wanted first.
    fn sales_moves(&self, _sight: &Sight) -> Vec<SalesMove> {
        Vec::new()
    }

    /// Deals that the Sales Lead would like to push, most wanted first.
    fn pushes(&self, sight: &Sight) -> Vec<DealId> {
        craft::push_the_largest(sight)
    }

    /// The standing answers for small asks.
    fn house(&self, sight: &Sight) -> House;

    /// The answers to a card that it would sign, best first.
    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response>;

    /// Whether fitting evidence from the other side changes its mind.
    fn listens(&self) -> bool {
        true
    }

    /// Whether it uses evidence for its answers.
    fn defends(&self) -> bool {
        false
    }
}

/// All policies, in the order used in every table.
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

/// The policy that follows no rule: a baseline for the others, but not offered as a partner.
pub const DICE: &str = "random";

/// Fills in missing decisions when a game is replayed. Its rules are easy to follow.
pub const STAND_IN: &dyn Policy = &quadrant::Quadrant;

/// The policy with this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static dyn Policy> {
    ALL.into_iter().find(|policy| policy.id() == id)
}
