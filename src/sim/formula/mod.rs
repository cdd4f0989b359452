//! The formulas of the rule book: pure functions of a scenario and a state.

mod capacity;
mod ceo;
mod customers;
mod demand;
mod evidence;
mod measure;
mod pay;
mod product;
mod terms;
mod trust;
mod value;
mod winning;

pub use capacity::{capacity, off_share, support, support_weeks, upkeep_left, upkeep_of};
pub use ceo::CeoLeaning;
pub use customers::{ChurnRisk, Interest, Renewals, churn_risk, debt, interest, upkeep_debt};
pub use demand::{Demand, mix, reach};
pub use evidence::{impact_tokens, kept_up, renewal_impact};
pub use measure::{
    attainment, bookings, gross_retention, last_measure, measure, most, points, predicted, runway_quarters,
    telling_width,
};
pub use pay::{SECOND_ACCELERATOR, outcome_score, pay, product_pay, sales_pay};
pub use product::{aligned_gain, coherence_hit, new_upkeep, repair_gain, repaired_upkeep, roadmap_gain, sunset_gain};
pub use terms::{contract, fee, price, schedule};
pub use trust::{decided_arr, together, trust_of_no};
pub use value::{Value, value};
pub use winning::{answer_effort, answer_estimate, decline_factor, fits, response_factor, win_rate};
