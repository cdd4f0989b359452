//! A game in the hands of people: from a step to a page, from an act to a command of the rules. It knows no window, no
//! terminal and no network; front ends show its pages and send its acts.
//!
//! | module | what it is |
//! |---|---|
//! | `act` | what a lead can do |
//! | `draft` | what is about to be signed |
//! | `desk` | the draft of the open step, with undo, for each card by itself |
//! | `hot_seat` | two people, or one beside a computer partner, on one machine |

mod act;
mod desk;
mod draft;
mod hot_seat;

pub use act::{Act, Share};
pub use desk::Desk;
pub use draft::Draft;
pub use hot_seat::{Agreed, Did, HotSeat, Letter, PartnerDid, Signed};
