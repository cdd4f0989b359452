//! A hosted workshop: the real program, spoken to over the network.

mod browser;
pub mod hosted;
mod kept;
mod playing;
mod programs;
mod safety;
