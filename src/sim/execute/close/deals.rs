//! Deciding deals: a deal is won if its die is below the win rate.

use super::super::turn::Turn;
use super::Tally;
use crate::ids::{CustomerId, DealId, DecisionId, Money, Seat, WEEK_ONE, WorkId, round};
use crate::scenario::Pay;
use crate::sim::formula::{answer_effort, answer_estimate, attainment, contract, fee, pay, price, schedule, win_rate};
use crate::sim::{Ask, Cause, Customer, Deal, Decision, DecisionKind, Event, Quantity, Rule, Settled, Subject, Work};

/// Keeps ids of customers from deals apart from those the company started with.
const CUSTOMERS_FROM: u32 = 1_000_000;

/// Decides every deal that closes now, in order of its id.
pub(super) fn close(turn: &mut Turn, tally: &mut Tally) {
    let due: Vec<DealId> = turn.state().due_deals().map(|deal| deal.id).collect();
    for id in due {
        let Some(deal) = turn.state().deals.get(&id) else { continue };
        if deal.die < win_rate(turn.scenario(), turn.state(), deal) {
            tally.won += 1;
            let deal = deal.clone();
            win(turn, &deal);
        } else {
            tally.lost += 1;
            turn.emit(Event::DealLost(id));
        }
    }
}

fn win(turn: &mut Turn, deal: &Deal) {
    let parts = parts_of_price(turn, deal);
    let arr = Money(parts.iter().map(|(dollars, _)| dollars).sum());
    let answered = deal.ask.as_ref().and_then(|ask| ask.answer).map(|settled| settled.answer.response);
    let customer = Customer {
        id: CustomerId(CUSTOMERS_FROM + deal.id.0),
        name: deal.name,
        segment: deal.segment,
        arr,
        fit: deal.fit,
        renews: turn.state().quarter.plus(contract(&turn.scenario().rules, answered)),
        deal: Some(deal.id),
        let_down: None,
        sunset: None,
        saving: None,
    };
    let id = customer.id;
    turn.emit(Event::DealWon(deal.id, customer));
    for (dollars, cause) in parts {
        turn.change_stored(Quantity::Arr, dollars, cause);
        turn.change_stored(Quantity::Bookings, dollars, cause);
    }
    if let Some((ask, settled)) = deal.ask.as_ref().and_then(|ask| Some((ask, ask.answer?)))
        && settled.answer.response.builds()
    {
        accept(turn, deal, ask, &settled, id);
    }
}

/// The parts of the signed ARR, in dollars: what was asked, minus a discount, minus what accelerated reps give away.
fn parts_of_price(turn: &Turn, deal: &Deal) -> [(i64, Cause); 3] {
    let paid_on_bookings = pay(turn.scenario(), turn.state(), Seat::Sales) == Pay::Bookings;
    let accelerated = paid_on_bookings && attainment(turn.state()) > 1.0;
    let discounted = deal.discount.is_some();
    let price = |discounted, accelerated| {
        Money::round(price(&turn.scenario().rules, deal.arr.f64(), discounted, accelerated)).0
    };
    let agreed = price(discounted, false);
    let cause = |rule, decision| Cause::rule(rule).about(Subject::Deal(deal.id)).by(decision);
    [
        (deal.arr.0, cause(Rule::DealWon, won_by(turn, deal))),
        (agreed - deal.arr.0, cause(Rule::Discount, deal.discount)),
        (price(discounted, accelerated) - agreed, cause(Rule::DiscountCreep, None)),
    ]
}

/// The decision that won the deal. A push, a discount or a promise before asking counts only if the deal would have
/// been lost without it; otherwise it is the answer to the special.
fn won_by(turn: &Turn, deal: &Deal) -> Option<DecisionId> {
    let lost = |without: Deal| deal.die >= win_rate(turn.scenario(), turn.state(), &without);
    let pushed = |decision: &&Decision| decision.kind == DecisionKind::Push(deal.id);
    if deal.pushes > 0 && lost(Deal { pushes: 0, ..deal.clone() }) {
        turn.state().decisions.iter().rfind(pushed).map(|decision| decision.id)
    } else if deal.discount.is_some() && lost(Deal { discount: None, ..deal.clone() }) {
        deal.discount
    } else if deal.prepromised.is_some() && lost(Deal { prepromised: None, ..deal.clone() }) {
        deal.prepromised
    } else {
        turn.decision_of(deal.id)
    }
}

/// A special enters the backlog.
fn accept(turn: &mut Turn, deal: &Deal, ask: &Ask, settled: &Settled, customer: CustomerId) {
    let rules = &turn.scenario().rules;
    let discovery = turn.get(Quantity::Discovery);
    let response = settled.answer.response;
    let estimate = answer_estimate(rules, ask, discovery, response);
    let (starts, due) = schedule(rules, turn.state().quarter, &settled.answer);
    let fee = fee(rules, response, estimate);
    let upfront = fee * rules.paid_upfront;
    let work = Work {
        id: WorkId(deal.id.0),
        ask: ask.text,
        customer,
        response,
        theme: ask.theme,
        shared: ask.shared,
        estimate,
        effort: answer_effort(rules, ask, discovery, response),
        remaining: round(estimate * WEEK_ONE),
        begun: false,
        alignment_estimate: ask.alignment_estimate,
        alignment: ask.alignment,
        escrow: Money::round(fee - upfront),
        starts,
        due,
        delivered: None,
        late: false,
        upkeep: 0,
        sunset: false,
        cancelled: false,
        decision: settled.decision,
    };
    let cause = Cause::rule(Rule::WorkAccepted).about(Subject::Work(work.id)).by(settled.decision);
    let weeks = work.remaining;
    turn.emit(Event::WorkStarted(Box::new(work)));
    turn.change_stored(Quantity::Backlog, weeks, cause);
    turn.change(Quantity::Cash, upfront, Cause { rule: Rule::Fee, ..cause });
}
