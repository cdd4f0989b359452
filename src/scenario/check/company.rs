//! Checks the company, the length of the game, the quota and the roles.

use std::ops::RangeInclusive;

use super::{Checker, from_to};
use crate::scenario::message::Message;
use crate::scenario::model::{Company, Meta, Role};

/// Allowed numbers of quarters.
pub const QUARTERS: RangeInclusive<i64> = 4..=12;
const MINUTES: RangeInclusive<i64> = 15..=480;
const DIFFICULTY: RangeInclusive<i64> = 1..=5;
const YEARS: RangeInclusive<i64> = 1990..=2100;
/// Allowed amounts in dollars.
pub const DOLLARS: RangeInclusive<i64> = 1..=100_000_000_000;
const BONUS: RangeInclusive<i64> = 0..=10_000_000;
/// Allowed engineer-weeks per quarter.
const ENGINEERING: RangeInclusive<f64> = 10.0..=100_000.0;
/// Allowed market gaps.
pub const GAP: RangeInclusive<f64> = -0.6..=0.6;
/// Allowed numbers of specials that customers hold at the start.
const LIVE_SPECIALS: RangeInclusive<i64> = 0..=500;
const TOKENS: RangeInclusive<f64> = 0.0..=10.0;
/// Allowed numbers of customers at the start, computed as ARR over the size of a typical one.
const CUSTOMERS: RangeInclusive<i64> = 5..=5_000;

pub fn check(c: &mut Checker) {
    let draft = c.draft;
    if let Some(id) = &draft.id {
        c.id("id", id);
        // It would be mistaken for an option on the command line.
        if id.starts_with('-') {
            c.error("id", Message::new("finding-id-hyphen").with("id", id.as_str()), "hint-id-hyphen");
        }
    }
    if let Some(meta) = &draft.meta {
        check_meta(c, meta);
    }
    if let Some(company) = &draft.company {
        check_company(c, company);
    }
    if let Some(quota) = &draft.quota {
        c.whole("quota.first", quota.first, DOLLARS);
        c.number("quota.growth", quota.growth, -0.5..=1.0);
    }
    if let Some(roles) = &draft.roles {
        role(c, "roles.product", &roles.product);
        role(c, "roles.sales", &roles.sales);
    }
}

fn check_meta(c: &mut Checker, meta: &Meta) {
    c.texts("meta", &[("title", &meta.title), ("situation", &meta.situation), ("lesson", &meta.lesson)]);
    c.whole("meta.minutes", meta.minutes.into(), MINUTES);
    c.whole("meta.difficulty", meta.difficulty.into(), DIFFICULTY);
    c.whole("meta.quarters", meta.quarters.into(), QUARTERS);
}

fn check_company(c: &mut Checker, company: &Company) {
    c.texts("company", &[("name", &company.name), ("about", &company.about)]);
    c.whole("company.first_quarter[0]", company.first_quarter.0.into(), 1..=4);
    c.whole("company.first_quarter[1]", company.first_quarter.1.into(), YEARS);
    c.whole("company.cash", company.cash, 0..=*DOLLARS.end());
    c.whole("company.arr", company.arr, DOLLARS);
    customers(c, company);
    c.number("company.engineering", company.engineering, ENGINEERING);
    c.number("company.upkeep", company.upkeep, 0.0..=company.engineering.max(0.0));
    c.whole("company.live_specials", company.live_specials.into(), LIVE_SPECIALS);
    c.number("company.gap", company.gap, GAP);
    let shares = [
        ("coherence", company.coherence),
        ("precedent", company.precedent),
        ("trust", company.trust),
        ("confidence", company.confidence),
        ("morale", company.morale),
        ("discovery", company.discovery),
        ("enablement", company.enablement),
        ("gross_retention", company.gross_retention),
    ];
    c.shares("company", &shares);
    for (i, tokens) in [company.tokens.0, company.tokens.1, company.tokens.2].into_iter().enumerate() {
        c.number(&format!("company.tokens[{i}]"), tokens, TOKENS);
    }
}

/// Checks that the size of a customer leads to a sensible number of them.
fn customers(c: &mut Checker, company: &Company) {
    let path = "company.customer_size";
    if company.customer_size < 1 {
        c.whole(path, company.customer_size, DOLLARS);
    } else if c.was_read("company.arr") && DOLLARS.contains(&company.arr) {
        let customers = company.arr / company.customer_size;
        if !CUSTOMERS.contains(&customers) {
            let message = from_to("finding-customers", &CUSTOMERS.start().to_string(), &CUSTOMERS.end().to_string());
            c.error(path, message.with("found", customers.to_string()), "hint-customers");
        }
    }
}

fn role(c: &mut Checker, at: &str, role: &Role) {
    c.texts(at, &[("name", &role.name), ("about", &role.about)]);
    c.whole(&format!("{at}.bonus"), role.bonus, BONUS);
}
