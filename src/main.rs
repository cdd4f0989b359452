//! The command line of Off-Roadmap.

fn main() {}
