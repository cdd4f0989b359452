//! A hosted workshop: the real program, spoken to over the network.

mod hosted;
mod playing;
mod safety;
