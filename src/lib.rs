//! Off-Roadmap: a workshop simulation about product and sales in a B2B software company.

#[cfg(feature = "app")]
pub mod app;
pub mod cli;
pub mod run;
pub mod scenario;
pub mod sim;
pub mod terminal;
pub mod text;
pub mod view;
