//! What one seat may see on one screen.

pub mod driver;
mod languages;
mod paper;
mod reveal;
mod secrets;
mod told;
mod words;
