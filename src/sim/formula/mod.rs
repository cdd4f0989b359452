//! The formulas of the rule book: pure functions of a scenario and a state.

mod capacity;
mod customers;
mod demand;
mod measure;
mod pay;
mod product;
mod terms;
mod value;
mod winning;

pub use capacity::{capacity, off_share, support_weeks, upkeep_of};
pub use customers::{ChurnRisk, Renewals, churn_risk, debt};
pub use demand::{Demand, mix, reach};
pub use measure::{attainment, bookings, gross_retention, last_measure, measure, predicted, runway_quarters};
pub use pay::{SECOND_ACCELERATOR, outcome_score, pay, product_pay, sales_pay};
pub use product::{aligned_gain, coherence_hit, repair_gain, repaired_upkeep, roadmap_gain};
pub use terms::{contract, fee, schedule};
pub use value::{Value, value};
pub use winning::{answer_effort, answer_estimate, fits, response_factor, win_rate};
