//! A game in the hands of people: from a step to a page, from an act to a command of the rules. It knows no window, no
//! terminal and no network; front ends show its pages and send its acts.
//!
//! | module | what it is |
//! |---|---|
//! | `act` | what a lead can do |
//! | `agreed` | what both leads sign |
//! | `draft` | what is about to be signed |
//! | `desk` | the draft of the open step, with undo, for each card by itself |
//! | `page` | what one seat sees now, as plain data |
//! | `expire` | what is signed for a seat whose time is up |
//! | `door` | executes commands for one seat, and rejects what is not its own or out of date |
//! | `hot_seat` | two people, or one beside a computer partner, on one machine |
//! | `pair` | two people, or one beside a computer partner, each on devices of their own |

mod act;
mod agreed;
mod desk;
pub mod door;
mod draft;
mod expire;
mod hot_seat;
mod page;
mod pair;

pub use act::{Act, Share};
pub use agreed::Agreed;
pub use desk::Desk;
pub use door::{Stamp, TurnedAway};
pub use draft::{Draft, signable};
pub use hot_seat::{Did, HotSeat, Letter, PartnerDid, Signed};
pub use page::{Page, Tab, page_of};
pub use pair::{Acted, Means, Pair, Seen, Undo};
