//! The only place where a state changes: one arm per event, no decisions.

use super::event::Event;
use super::ledger::Entry;
use super::moves::{ProductMove, SalesMove};
use super::response::Response;
use super::{Ask, Deal, DealOutcome, Phase, State, Turn, Work};
use crate::ids::{CustomerId, DealId, DecisionId, Money, WorkId};

/// Applies an event to the state. Always inlined, see [`emit`](super::execute::Turn::emit).
#[inline(always)]
pub(super) fn apply(state: &mut State, event: Event) {
    match event {
        Event::Changed(entry) => change(state, &entry),
        Event::QuarterBegan(quarter) => {
            state.quarter = quarter;
            state.turn = Turn::default();
        }
        Event::PhaseBegan(phase) => {
            state.phase = phase;
            state.turn.read = Default::default();
        }
        Event::DealOpened(deal) => state.deals.insert(deal),
        Event::DealTurned(turned) => with_deal(state, turned.id, |deal| *deal = *turned),
        Event::FitTurned(customer, fit) => {
            if let Some(customer) = state.customers.get_mut(customer) {
                customer.fit = fit;
            }
        }
        Event::EffortTurned(work, effort) => {
            if let Some(work) = state.works.get_mut(work) {
                work.effort = effort;
            }
        }
        Event::CustomerJoined(customer) => state.customers.insert(customer),
        Event::Read(seat) => *state.turn.read.get_mut(seat) = true,
        Event::ProductPlanned(plan) => {
            state.allocation = plan.allocation;
            state.turn.product_plan = Some(plan);
        }
        Event::SalesPlanned(plan) => {
            state.target.clone_from(&plan.target);
            state.turn.sales_plan = Some(plan);
        }
        Event::Decided(decision) => state.decisions.push(decision),
        Event::ProductMoved(done, decision) => {
            if done == ProductMove::TrackSpecials {
                state.tracking = Some(decision);
            }
            state.turn.product_moves.push((done, decision));
        }
        Event::SalesMoved(done, decision) => {
            sales_move(state, done, decision);
            state.turn.sales_moves.push((done, decision));
        }
        Event::Pushed(deal) => with_deal(state, deal, |deal| deal.pushes += 1),
        Event::Learned(seat, fact) => {
            state.facts.insert((seat, fact));
        }
        Event::StrategyPublished => state.strategy_published = true,
        Event::ReformAdopted(reform, from, _) => {
            state.reforms.insert(reform, from);
        }
        Event::SpecialSunset(id, decision) => sunset(state, id, decision),
        Event::StreaksCounted { enablement, winloss } => {
            state.enablement_streak = enablement;
            state.winloss_streak = winloss;
        }
        Event::ImpactTold => state.tracking = None,
        Event::DemandCounted(opened, asked, base) => state.turn.demand = (opened, asked, base),
        Event::Supported(weeks) => state.support_weeks = weeks,
        Event::TableSet { cards, small } => {
            state.turn.cards = cards;
            state.turn.small_asks = small;
        }
        Event::HouseSigned(seat, house) => *state.turn.house_signed.get_mut(seat) = Some(house),
        Event::HouseSettled(house, _) => {
            state.house = house;
            state.turn.house_settled = true;
        }
        Event::StanceTaken(seat, deal, stance) => with_ask(state, deal, |ask| {
            *ask.stances.get_mut(seat) = Some(stance);
        }),
        Event::AnswerSigned(seat, deal, answer) => with_ask(state, deal, |ask| {
            *ask.signed.get_mut(seat) = Some(answer);
            ask.signed_last = Some(seat);
        }),
        Event::Answered(deal, settled) => {
            if settled.answer.response == Response::Decline {
                state.turn.declined.push((deal, settled.decision, settled.defended));
            }
            with_ask(state, deal, |ask| ask.answer = Some(settled));
        }
        Event::BudgetClaimed(weeks) => state.turn.budget_used += weeks,
        Event::Predicted(seat, range) => *state.turn.predictions.get_mut(seat) = Some(range),
        Event::WorkGrew(id, amount) => {
            if let Some(work) = state.works.get_mut(id) {
                work.remaining += amount;
                work.begun = true;
            }
        }
        Event::WorkDone(id, amount) => {
            if let Some(work) = state.works.get_mut(id) {
                work.remaining -= amount;
            }
        }
        Event::WorkDelivered(id, upkeep) => {
            let quarter = state.quarter;
            if let Some(work) = state.works.get_mut(id) {
                work.delivered = Some(quarter);
                work.upkeep = upkeep;
            }
        }
        Event::WorkDropped(id) => {
            if let Some(work) = state.works.get_mut(id) {
                work.cancelled = true;
                work.remaining = 0;
            }
        }
        Event::WorkLate(id) => {
            if let Some(work) = state.works.get_mut(id) {
                work.late = true;
                if let Some(customer) = state.customers.get_mut(work.customer) {
                    customer.let_down = Some(work.decision);
                }
            }
        }
        Event::ThemeBuilt(theme, _) => {
            state.themes_built.insert(theme);
        }
        Event::DealWon(id, customer) => {
            with_deal(state, id, |deal| deal.outcome = Some(DealOutcome::Won(customer.id)));
            state.customers.insert(customer);
        }
        Event::DealLost(id) => with_deal(state, id, |deal| deal.outcome = Some(DealOutcome::Lost)),
        Event::WorkStarted(work) => {
            state.works.insert(*work);
        }
        Event::Renewed(id, growth) => renew(state, id, growth),
        Event::CustomerLeft(id) => {
            if let Some(customer) = state.customers.remove(id) {
                state.former.insert(id, customer.name);
            }
        }
        Event::NewsHappened(id) => state.news.push((state.quarter, id)),
        Event::QuotaScaled(factor) => state.quota_factor *= factor,
        Event::GateChecked(id, passed) => {
            state.gates.insert(id, passed);
        }
        Event::QuarterClosed(record) => state.history.push(*record),
        Event::RanOutOfCash => {
            state.insolvent = true;
            state.phase = Phase::Ended;
        }
        Event::CallRefused(..) | Event::PaperRejected(..) | Event::StancesRevealed(_) | Event::Escalated(..) => {}
    }
}

/// Adds an entry to its number. `Renewed` and `DealWon` also update the ARR kept with each customer.
fn change(state: &mut State, entry: &Entry) {
    if let Some(stock) = state.stocks.get_mut(entry.quantity as usize) {
        *stock += entry.amount;
    }
}

fn with_deal(state: &mut State, id: DealId, change: impl FnOnce(&mut Deal)) {
    if let Some(deal) = state.deals.get_mut(id) {
        change(deal);
    }
}

fn with_ask(state: &mut State, id: DealId, change: impl FnOnce(&mut Ask)) {
    with_deal(state, id, |deal| {
        if let Some(ask) = &mut deal.ask {
            change(ask);
        }
    });
}

fn sales_move(state: &mut State, done: SalesMove, decision: DecisionId) {
    match done {
        SalesMove::BringProductIn(id) => with_deal(state, id, |deal| deal.consent = true),
        SalesMove::PrePromise(id) => with_deal(state, id, |deal| deal.prepromised = Some(decision)),
        SalesMove::Discount(id) => with_deal(state, id, |deal| deal.discount = Some(decision)),
        SalesMove::SaveRenewal(id) => {
            let quarter = state.quarter;
            if let Some(customer) = state.customers.get_mut(id) {
                customer.saving = Some((quarter, decision));
            }
        }
        _ => {}
    }
}

/// A theme counts as built only while some special built for everybody is still live, so sunsetting the last one
/// unbuilds the theme.
fn sunset(state: &mut State, id: WorkId, decision: DecisionId) {
    let Some(work) = state.works.get_mut(id) else { return };
    work.sunset = true;
    let (theme, customer) = (work.theme, work.customer);
    if let Some(customer) = state.customers.get_mut(customer) {
        customer.sunset = Some(decision);
    }
    if !state.works.values().any(|work| work.theme == theme && work.live() && work.for_everybody()) {
        state.themes_built.remove(&theme);
    }
}

/// At renewal a customer grows, commits for another year, and forgets past disappointments, except for late work it is
/// still waiting for.
fn renew(state: &mut State, id: CustomerId, growth: Money) {
    let waits = |work: &Work| work.customer == id && work.late && work.open();
    if let Some(customer) = state.customers.get_mut(id) {
        customer.arr = Money(customer.arr.0 + growth.0);
        customer.renews = customer.renews.plus(4);
        if customer.let_down.is_some() && !state.works.values().any(waits) {
            customer.let_down = None;
        }
        customer.sunset = None;
        customer.saving = None;
    }
}
