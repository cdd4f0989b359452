//! Scenario files: reading them, and what can be wrong with them.

mod errors;
mod findings;
mod fuzz;
mod load;
mod reference;
mod shelf;
mod slips;
mod texts;
