//! The terms that an answer to a special commits to: price, fee, contract, dates.

use crate::ids::Quarter;
use crate::scenario::Rules;
use crate::sim::{Answer, Response};

/// Quarters that a contract usually runs.
const CONTRACT: u8 = 4;

/// Quarters until the first renewal; customers with a paid extension may sign for longer.
#[must_use]
pub fn contract(rules: &Rules, response: Option<Response>) -> u8 {
    if response == Some(Response::PaidExtension) { rules.paid_contract as u8 } else { CONTRACT }
}

/// The fee for this many weeks of work, in dollars; 0 for anything but a paid extension.
#[must_use]
pub fn fee(rules: &Rules, response: Response, weeks: f64) -> f64 {
    if response == Response::PaidExtension { weeks * rules.paid_fee_per_week } else { 0.0 }
}

/// The signed ARR, in dollars: reduced by a discount, and by what accelerated reps give away.
#[must_use]
pub fn price(rules: &Rules, arr: f64, discounted: bool, accelerated: bool) -> f64 {
    let discount = if discounted { rules.discount_share } else { 0.0 };
    let creep = if accelerated { rules.discount_creep } else { 0.0 };
    arr * (1.0 - discount) * (1.0 - creep)
}

/// For a deal won in a quarter: the first quarter of work, and the quarter in which the customer expects the result.
#[must_use]
pub fn schedule(rules: &Rules, won: Quarter, answer: &Answer) -> (Quarter, Quarter) {
    let next = won.plus(1);
    let grace = rules.late_grace as u8;
    match answer.response {
        Response::ProductiseLater => (next.plus(1), next.plus(1 + grace)),
        Response::RoadmapPromise => (next, answer.due.unwrap_or(next)),
        _ => (next, won.plus(grace).max(next)),
    }
}
