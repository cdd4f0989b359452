//! The rules of the game. No Bevy, no clock, no files.

mod ids;
mod ledger;
mod moves;
mod response;
mod units;

pub use ids::{CardId, CustomerId, DealId, DecisionId, GateId, NewsId, SegmentId, TemplateId, ThemeId, WorkId};
pub use ledger::{Cause, Entry, Quantity, Rule, Subject};
pub use moves::{
    ATTENTION, Allocation, PUSHES, PUSHES_PER_DEAL, ProductMove, ProductPlan, Reform, STEP, SalesMove, SalesPlan,
};
pub use response::{Answer, Cell, Evidence, House, Response, Terms};
pub use units::{Money, Quarter, SHARE_ONE, WEEK_ONE, round};
