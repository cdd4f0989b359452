//! Renewals: who leaves and why, who stays and grows.

use super::super::turn::Turn;
use super::{Tally, work};
use crate::ids::{DecisionId, Money};
use crate::sim::dice::Purpose;
use crate::sim::formula::{ChurnRisk, Renewals, renewal_impact};
use crate::sim::{Cause, Customer, Event, Quantity, Rule, Subject};

/// Decides every renewal that is due, in order of the customers' ids.
pub(super) fn renew(turn: &mut Turn, tally: &mut Tally) {
    let quarter = turn.state().quarter;
    let due: Vec<Customer> =
        turn.state().customers.values().filter(|customer| customer.renews == quarter).cloned().collect();
    let mut dice = turn.dice().units(Purpose::Renewal, quarter.0);
    // Read once: no renewal changes what weighs on the others.
    let renewals = Renewals::of(turn.scenario(), turn.state());
    for customer in due {
        let risk = renewals.risk(&customer);
        let new_price = renewals.repriced(&customer);
        learn(turn, &customer);
        let die = dice.of(customer.id.0);
        if die < risk.total() {
            tally.left += 1;
            let cause = cause_of_leaving(turn, &customer, &risk, new_price, die);
            leave(turn, &customer, cause);
        } else {
            stay(turn, &customer, new_price);
        }
    }
}

/// Working on a renewal shows what the customer's specials are worth to it.
fn learn(turn: &mut Turn, customer: &Customer) {
    let quarter = turn.state().quarter;
    let Some((_, decision)) = customer.saving.filter(|&(when, _)| when == quarter) else { return };
    let tokens = renewal_impact(&turn.scenario().rules, turn.state(), customer.id);
    let cause = Cause::rule(Rule::RenewalTold).about(Subject::Customer(customer.id)).by(Some(decision));
    turn.change(Quantity::Impact, tokens, cause);
}

/// The part of the risk that the die fell into: without it, this customer would have stayed.
fn cause_of_leaving(
    turn: &Turn,
    customer: &Customer,
    risk: &ChurnRisk,
    new_price: Option<DecisionId>,
    die: f64,
) -> Cause {
    let parts = [
        (risk.base, Rule::Churn, customer.deal.and_then(|deal| turn.decision_of(deal))),
        (risk.coherence, Rule::IncoherenceWeighs, None),
        (risk.gap, Rule::MarketMoves, None),
        (risk.late, Rule::LatePromise, customer.let_down.flatten()),
        (risk.sunset, Rule::Sunset, customer.sunset),
        (risk.reprice, Rule::Repriced, new_price),
    ];
    let mut upper = 0.0;
    for (chance, rule, decision) in parts {
        upper += chance;
        if die < upper {
            return Cause::rule(rule).about(Subject::Customer(customer.id)).by(decision);
        }
    }
    Cause::rule(Rule::Churn).about(Subject::Customer(customer.id))
}

fn leave(turn: &mut Turn, customer: &Customer, cause: Cause) {
    turn.emit(Event::CustomerLeft(customer.id));
    turn.change_stored(Quantity::Arr, -customer.arr.0, cause);
    turn.change_stored(Quantity::LostArr, customer.arr.0, cause);
    work::drop_work_of(turn, customer.id);
}

/// `0.07 · fit · (1+G)`: well-fitting customers grow, and more so if the product leads its market. A new price is added
/// to that.
fn stay(turn: &mut Turn, customer: &Customer, new_price: Option<DecisionId>) {
    let rules = &turn.scenario().rules;
    let rate = rules.expansion * customer.fit * (1.0 + turn.get(Quantity::Gap));
    let growth = Money::round(customer.arr.f64() * rate);
    let raise = Money::round(if new_price.is_some() { customer.arr.f64() * rules.reprice_raise } else { 0.0 });
    let decision = customer.deal.and_then(|deal| turn.decision_of(deal));
    let cause = Cause::rule(Rule::Expansion).about(Subject::Customer(customer.id)).by(decision);
    turn.emit(Event::Renewed(customer.id, Money(growth.0 + raise.0)));
    turn.change_stored(Quantity::Arr, growth.0, cause);
    turn.change_stored(Quantity::Arr, raise.0, Cause { rule: Rule::Repriced, decision: new_price, ..cause });
}
