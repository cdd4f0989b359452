//! What an answer to a special promises: a price, a fee, a contract, a quarter.

use crate::scenario::Rules;
use crate::sim::{Answer, Quarter, Response};

/// Contracts run a year, unless a rule says otherwise.
const CONTRACT: u8 = 4;

/// Quarters until the first renewal: who pays for an extension of its own signs for longer.
#[must_use]
pub fn contract(rules: &Rules, response: Option<Response>) -> u8 {
    if response == Some(Response::PaidExtension) { rules.paid_contract as u8 } else { CONTRACT }
}

/// The fee for so many weeks of work, in dollars; none but for a paid extension.
#[must_use]
pub fn fee(rules: &Rules, response: Response, weeks: f64) -> f64 {
    if response == Response::PaidExtension { weeks * rules.paid_fee_per_week } else { 0.0 }
}

/// The ARR that is signed, in dollars: less a discount, and less what accelerated reps give away.
#[must_use]
pub fn price(rules: &Rules, arr: f64, discounted: bool, accelerated: bool) -> f64 {
    let discount = if discounted { rules.discount_share } else { 0.0 };
    let creep = if accelerated { rules.discount_creep } else { 0.0 };
    arr * (1.0 - discount) * (1.0 - creep)
}

/// The first quarter of work, and the quarter in which the customer expects it, for a deal that is won in a quarter.
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
