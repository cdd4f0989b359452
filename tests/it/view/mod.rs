//! What one seat may see on one screen.

mod chains;
pub mod driver;
mod languages;
mod paper;
mod reveal;
mod secrets;
mod told;
mod words;
