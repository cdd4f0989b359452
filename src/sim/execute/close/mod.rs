//! The quarter resolves, step by step: work, deals, customers, product, people, money.

mod customers;
mod deals;
mod money;
mod people;
mod product;
mod work;

use super::{briefing, turn::Turn};
use crate::ids::GateId;
use crate::sim::formula::{attainment, debt, gross_retention, measure, predicted};
use crate::sim::{Capacity, Cause, Event, Phase, Quantity, Record, Rule, Subject};

/// What one step of a close leaves for later ones.
#[derive(Default)]
struct Tally {
    capacity: Capacity,
    won: u32,
    lost: u32,
    left: u32,
}

/// Closes the quarter and leads to its review, or to the end if the cash ran out.
pub(super) fn quarter(turn: &mut Turn) {
    resolve(turn);
    if turn.get(Quantity::Cash) < 0.0 {
        turn.emit(Event::RanOutOfCash);
    } else {
        turn.emit(Event::PhaseBegan(Phase::Review));
    }
}

/// The steps of every quarter, including those of the echo year.
pub(super) fn resolve(turn: &mut Turn) {
    let mut tally = Tally::default();
    work::engineering(turn, &mut tally);
    deals::close(turn, &mut tally);
    customers::renew(turn, &mut tally);
    product::update(turn, &tally);
    people::update(turn);
    money::settle(turn);
    gates(turn);
    record(turn, tally);
}

fn gates(turn: &mut Turn) {
    for (i, gate) in turn.scenario().gates.iter().enumerate() {
        if gate.after != turn.state().quarter.0 {
            continue;
        }
        let id = GateId(u16::try_from(i).unwrap_or(u16::MAX));
        let passed = briefing::holds(&gate.needs, |number| measure(turn.scenario(), turn.state(), number));
        turn.emit(Event::GateChecked(id, passed));
        let outcome = if passed { &gate.passed } else { &gate.failed };
        briefing::effects(turn, &outcome.effects, Cause::rule(Rule::Gate).about(Subject::Gate(id)));
    }
}

fn record(turn: &mut Turn, tally: Tally) {
    let (scenario, state) = (turn.scenario(), turn.state());
    let (opened, asked, base_asked) = state.turn.demand;
    let number = predicted(scenario, state.quarter);
    let record = Record {
        quarter: state.quarter,
        stocks: state.stocks.clone(),
        gross_retention: gross_retention(scenario, state),
        attainment: attainment(state),
        debt: debt(scenario, state, |customer| customer.fit),
        capacity: tally.capacity,
        won: tally.won,
        lost: tally.lost,
        opened,
        asked,
        base_asked,
        left: tally.left,
        predictions: state.turn.predictions,
        predicted: measure(scenario, state, number),
    };
    turn.emit(Event::QuarterClosed(Box::new(record)));
}
