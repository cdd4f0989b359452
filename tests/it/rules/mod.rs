//! The rules of a game: command in, events out.

mod answers;
mod causes;
mod company;
pub mod driver;
mod moves;
