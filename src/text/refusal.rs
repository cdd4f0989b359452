//! Why something is not possible now, and what to do about it.

use super::label::{customer_name, deal_name, evidence, phase, reform, response, seat, work_name};
use super::{Teller, Value, count, decimal, quarter_name, weeks};
use crate::sim::{Refusal, State};

/// Why something is refused, and what to do about it.
#[must_use]
pub fn refusal(text: &Teller, state: &State, refusal: &Refusal) -> String {
    let key = refusal.key();
    let one = |name: &str, value: &dyn Value| text.with(key, &[(name, value)]);
    let tokens = |tenths: u16| match tenths % 10 {
        0 => count(f64::from(tenths) / 10.0),
        _ => decimal(text, f64::from(tenths) / 10.0),
    };
    match *refusal {
        Refusal::WrongPhase { now, needs } => {
            text.with(key, &[("now", &phase(text, now)), ("needs", &phase(text, needs))])
        }
        Refusal::AlreadySigned(who) => one("seat", &seat(text, who)),
        Refusal::SharesDoNotSum(sum) => one("sum", &u32::from(sum)),
        Refusal::NotAStep(share) => one("share", &share),
        Refusal::WrongSegments { given, needed } => text.with(key, &[("given", &given), ("needed", &needed)]),
        Refusal::NotEnoughAttention { needed, there } => text.with(key, &[("needed", &needed), ("there", &there)]),
        Refusal::TooManyPushes { allowed } | Refusal::TooManyPushesOnDeal { allowed } => one("allowed", &allowed),
        Refusal::NoSuchDeal(id)
        | Refusal::NotNamed(id)
        | Refusal::NothingAsked(id)
        | Refusal::QualifiedAlready(id)
        | Refusal::BroughtInAlready(id)
        | Refusal::PromisedAlready(id)
        | Refusal::DiscountedAlready(id)
        | Refusal::NotOnTable(id) => one("name", &deal_name(text, state, id)),
        Refusal::NoSuchCustomer(id) | Refusal::NotDue(id) => one("name", &customer_name(text, state, id)),
        Refusal::NoSuchWork(id) => one("name", &work_name(text, state, id)),
        Refusal::StillFresh(kind) | Refusal::NoToken(kind) => one("evidence", &evidence(text, kind)),
        Refusal::NotEnoughEvidence { needed, there } => {
            text.with(key, &[("needed", &tokens(needed)), ("there", &tokens(there))])
        }
        Refusal::AdoptedAlready(changed) => one("reform", &reform(text, changed)),
        Refusal::NotStanding(wanted) => one("response", &response(text, wanted)),
        Refusal::DueOutOfRange { first, last } => {
            text.with(key, &[("first", &quarter_name(text, first)), ("last", &quarter_name(text, last))])
        }
        Refusal::OverBudget { left } => one("left", &weeks(text, f64::from(left))),
        Refusal::MoveTwice
        | Refusal::KnownAlready
        | Refusal::OnePaper
        | Refusal::SupportOrBlock
        | Refusal::HouseFirst
        | Refusal::Settled
        | Refusal::StancesFirst
        | Refusal::BoundByPromise
        | Refusal::NeedUnknown
        | Refusal::NothingCoversIt
        | Refusal::BuiltForOneCustomer
        | Refusal::ThemeFallsShort
        | Refusal::CoveredAlready
        | Refusal::DueWithoutPromise
        | Refusal::PaidOnly
        | Refusal::NothingToEscalate
        | Refusal::BadRange => text.get(key),
    }
}
