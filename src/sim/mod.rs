//! The rules of the game. No Bevy, no clock, no files.
//!
//! A turn flows one way: [`Command`] → `check` → `execute` → [`Event`] → `apply`. Only `apply` changes a
//! [`State`], and only [`Game::execute`] calls it.

mod apply;
pub mod check;
mod command;
mod deck;
mod dice;
mod event;
mod execute;
pub mod formula;
mod game;
mod ids;
mod ledger;
mod moves;
mod refusal;
mod response;
mod state;
mod step;
mod units;

pub use command::Command;
pub use deck::cards_of;
pub use dice::{Dice, Purpose, Roll};
pub use event::{Event, PaperFate};
pub use game::Game;
pub use ids::{CardId, CustomerId, DealId, DecisionId, GateId, NewsId, SegmentId, TemplateId, ThemeId, WorkId};
pub use ledger::{Cause, Entry, Quantity, Rule, Subject};
pub use moves::{
    ATTENTION, Allocation, PUSHES, PUSHES_PER_DEAL, ProductMove, ProductPlan, Reform, STEP, SalesMove, SalesPlan,
};
pub use refusal::Refusal;
pub use response::{Answer, Cell, Evidence, House, Response, Terms};
pub use state::{
    Ask, AskText, By, Capacity, Customer, Deal, DealOutcome, Debt, Decision, DecisionKind, Fact, Name, PerSeat, Phase,
    Range, Record, Seat, Settled, State, Step, Turn, Work, market_mix,
};
pub use units::{Money, Quarter, SHARE_ONE, WEEK_ONE, round};
