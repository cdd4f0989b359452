//! Engineering: how much capacity is left, what it delivers, what slips.

use super::super::turn::Turn;
use super::Tally;
use crate::ids::{CustomerId, WEEK_ONE, WorkId, round};
use crate::sim::formula::{aligned_gain, capacity, coherence_hit, new_upkeep, support_weeks};
use crate::sim::{Cause, Event, Quantity, Response, Rule, Subject, Work};

/// Spends the capacity as planned; what the specials do not need goes to the roadmap.
pub(super) fn engineering(turn: &mut Turn, tally: &mut Tally) {
    let support = support_weeks(turn.scenario(), turn.state());
    let mut given = capacity(turn.scenario(), turn.state(), support);
    let allocation = turn.state().allocation;
    let for_specials = given.share(allocation.specials);
    (given.repair, given.discovery) = (given.share(allocation.repair), given.share(allocation.discovery));
    let roadmap = given.share(allocation.roadmap);
    given.specials = specials(turn, for_specials);
    given.roadmap = roadmap + for_specials - given.specials;
    turn.emit(Event::Supported(support));
    tally.capacity = given;
    slips(turn);
}

/// Works through the backlog in order of due dates. Returns the weeks it took.
fn specials(turn: &mut Turn, weeks: f64) -> f64 {
    let quarter = turn.state().quarter;
    let mut open: Vec<(crate::ids::Quarter, WorkId)> = turn
        .state()
        .works
        .values()
        .filter(|work| work.open() && work.starts <= quarter)
        .map(|work| (work.due, work.id))
        .collect();
    open.sort_unstable();
    let mut left = round(weeks * WEEK_ONE);
    let budget = left;
    for (_, id) in open {
        if left <= 0 {
            break;
        }
        left -= advance(turn, id, left);
    }
    (budget - left) as f64 / WEEK_ONE
}

/// Spends up to `most` milli-weeks on one special. Returns what it took.
fn advance(turn: &mut Turn, id: WorkId, most: i64) -> i64 {
    let Some(work) = turn.state().works.get(&id).cloned() else { return 0 };
    let cause = |rule| Cause::rule(rule).about(Subject::Work(id)).by(work.decision);
    let mut remaining = work.remaining;
    if !work.begun {
        // The true size shows only once work begins.
        let grown = round((work.effort - work.estimate) * WEEK_ONE).max(-remaining);
        turn.emit(Event::WorkGrew(id, grown));
        turn.change_stored(Quantity::Backlog, grown, cause(Rule::WorkGrew));
        remaining += grown;
    }
    let done = remaining.min(most);
    turn.emit(Event::WorkDone(id, done));
    turn.change_stored(Quantity::Backlog, -done, cause(Rule::WorkDone));
    credit_roadmap(turn, &work, done as f64 / WEEK_ONE);
    if done == remaining {
        deliver(turn, &work);
    }
    done
}

/// Work that is in line with the strategy also moves the market gap.
fn credit_roadmap(turn: &mut Turn, work: &Work, weeks: f64) {
    let rules = &turn.scenario().rules;
    let share = weeks / turn.get(Quantity::Engineering);
    let gain = aligned_gain(rules, turn.get(Quantity::Gap), work.response, work.alignment, share);
    let cause = Cause::rule(Rule::AlignedWork).about(Subject::Work(work.id)).by(work.decision);
    turn.change(Quantity::Gap, gain, cause);
}

fn deliver(turn: &mut Turn, work: &Work) {
    let rules = &turn.scenario().rules;
    let cause = |rule| Cause::rule(rule).about(Subject::Work(work.id)).by(work.decision);
    let upkeep = round(new_upkeep(rules, work.response, work.effort) * WEEK_ONE);
    let hit = coherence_hit(rules, turn.get(Quantity::Engineering), work.response, work.effort, work.alignment);
    turn.emit(Event::WorkDelivered(work.id, upkeep));
    turn.change_stored(Quantity::Upkeep, upkeep, cause(Rule::NewUpkeep));
    turn.change(Quantity::Coherence, -hit, cause(Rule::MisalignedWork));
    // If the customer has left, this keeps no promise, and the rest of the fee is not paid.
    if turn.state().customers.contains_key(&work.customer) {
        if !work.late && turn.state().quarter <= work.due {
            turn.change(Quantity::PromisesKept, 1.0, cause(Rule::PromiseKept));
        }
        turn.change_stored(Quantity::Cash, work.escrow.0, cause(Rule::Fee));
    }
    if work.for_everybody() && !turn.state().themes_built.contains(&work.theme) {
        turn.emit(Event::ThemeBuilt(work.theme, work.id));
    }
}

/// Drops what a departed customer was waiting for, unless it is being built for everybody.
pub(super) fn drop_work_of(turn: &mut Turn, customer: CustomerId) {
    let dropped: Vec<Work> = turn
        .state()
        .works
        .values()
        .filter(|work| work.customer == customer && work.open() && work.response != Response::ProductiseLater)
        .cloned()
        .collect();
    for work in dropped {
        let cause = Cause::rule(Rule::WorkDropped).about(Subject::Work(work.id)).by(work.decision);
        turn.emit(Event::WorkDropped(work.id));
        turn.change_stored(Quantity::Backlog, -work.remaining, cause);
    }
}

/// Marks open work as late, once, when its due quarter passes.
fn slips(turn: &mut Turn) {
    let quarter = turn.state().quarter;
    let late: Vec<Work> = turn
        .state()
        .works
        .values()
        .filter(|work| work.open() && !work.late && work.due <= quarter)
        .filter(|work| turn.state().customers.contains_key(&work.customer))
        .cloned()
        .collect();
    for work in late {
        let cause = Cause::rule(Rule::LatePromise).about(Subject::Work(work.id)).by(work.decision);
        turn.emit(Event::WorkLate(work.id));
        turn.change(Quantity::PromisesBroken, 1.0, cause);
        turn.change(Quantity::Trust, -turn.scenario().rules.trust_late, cause);
    }
}
