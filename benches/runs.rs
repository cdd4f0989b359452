//! Runs per second, beside the bare arithmetic of the same model.

fn main() {}
