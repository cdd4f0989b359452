//! The rules of the game. No Bevy, no clock, no file access.
//!
//! A turn flows one way: [`Command`] → `check` → `execute` → [`Event`] → `apply`. Only `apply` changes a [`State`], and
//! only [`Game`] calls it.

mod apply;
mod by_id;
pub mod check;
mod command;
mod customer;
mod deal;
mod deals;
mod decision;
mod deck;
mod dice;
mod event;
mod execute;
mod fact;
pub mod formula;
mod game;
mod ledger;
mod moves;
mod normal;
mod record;
mod refusal;
mod response;
mod state;
mod step;
mod work;

pub use by_id::{ById, Keyed};
pub use command::Command;
pub use customer::Customer;
pub use deal::{Ask, AskText, Deal, DealOutcome, Name, Settled};
pub use deals::Deals;
pub use decision::{By, Decision, DecisionKind};
pub use deck::Deck;
pub use dice::{Dice, Purpose, Roll};
pub use event::{Event, PaperFate};
pub use execute::Anew;
pub use fact::Fact;
pub use game::Game;
pub use ledger::{Cause, Entry, Quantity, Rule, Subject};
pub use moves::{
    ATTENTION, Allocation, PUSHES, PUSHES_PER_DEAL, ProductMove, ProductPlan, Reform, STEP, SalesMove, SalesPlan,
};
pub use record::{Capacity, Debt, Range, Record};
pub use refusal::Refusal;
pub use response::{Answer, Cell, Evidence, House, Response, Terms};
pub use state::{Phase, State, Turn, market_mix};
pub use step::Step;
pub use work::Work;
