//! What one seat may see on one screen.

pub mod driver;
mod languages;
mod paper;
mod secrets;
mod told;
mod words;
