//! The company before the first quarter: its numbers, its customers, its pipeline.

use super::names::Names;
use super::{briefing, pipeline, turn::Turn};
use crate::ids::{CustomerId, Money, PerSeat, Quarter, SegmentId, TemplateId, WEEK_ONE, WorkId, round};
use crate::scenario::Company;
use crate::sim::dice::{Purpose, Roll};
use crate::sim::formula::{debt, gross_retention, support_weeks};
use crate::sim::{AskText, Capacity, Cause, Customer, Event, Quantity, Record, Response, Rule, Work};

/// Quarters over which the starting customers' renewals are spread.
const RENEWAL_QUARTERS: u32 = 4;
/// Keeps ids of specials from before the start apart from those of deals.
const SPECIALS_FROM: u32 = 1_000_000;
/// Smallest customer at the start, relative to a typical one.
const SMALLEST: f64 = 0.15;

/// Founds the company and begins the first quarter.
pub(in crate::sim) fn start(turn: &mut Turn) {
    stocks(turn);
    customers(turn);
    specials(turn);
    record(turn);
    pipeline::open_before_start(turn);
    briefing::begin(turn, Quarter(1));
}

fn stocks(turn: &mut Turn) {
    let rules = &turn.scenario().rules;
    let (need, speed) = (rules.need_base, rules.market_speed);
    for (quantity, amount) in given(&turn.scenario().company) {
        turn.change(quantity, amount, Cause::rule(Rule::Start));
    }
    turn.change(Quantity::Need, need, Cause::rule(Rule::Start));
    turn.change(Quantity::MarketSpeed, speed, Cause::rule(Rule::Start));
}

fn given(company: &Company) -> [(Quantity, f64); 14] {
    [
        (Quantity::Cash, company.cash as f64),
        (Quantity::Engineering, company.engineering),
        (Quantity::Upkeep, company.upkeep),
        (Quantity::Coherence, company.coherence),
        (Quantity::Gap, company.gap),
        (Quantity::Precedent, company.precedent),
        (Quantity::Trust, company.trust),
        (Quantity::Confidence, company.confidence),
        (Quantity::Morale, company.morale),
        (Quantity::Discovery, company.discovery),
        (Quantity::Enablement, company.enablement),
        (Quantity::Vision, company.tokens.0),
        (Quantity::Strategy, company.tokens.1),
        (Quantity::Impact, company.tokens.2),
    ]
}

/// Draws customers until they add up exactly to the starting ARR.
fn customers(turn: &mut Turn) {
    let company = &turn.scenario().company;
    let names = Names::of(turn.scenario(), turn.dice());
    let mut rolls = turn.dice().rolls(Purpose::StartCustomer, 0);
    let mut left = company.arr;
    let mut next = 0;
    while left > 0 {
        let mut customer = draw(turn, names, rolls.of(next), CustomerId(next));
        let smallest = (company.customer_size as f64 * SMALLEST) as i64;
        if left - customer.arr.0 < smallest {
            customer.arr = Money(left);
        }
        left -= customer.arr.0;
        next += 1;
        let cause = Cause::rule(Rule::Start);
        turn.change_stored(Quantity::Arr, customer.arr.0, cause);
        turn.emit(Event::CustomerJoined(customer));
    }
}

fn draw(turn: &Turn, names: Names, roll: &mut Roll, id: CustomerId) -> Customer {
    let scenario = turn.scenario();
    let rules = &scenario.rules;
    let segment = roll.pick(scenario.segments.iter().map(|segment| segment.customer_share));
    let size = scenario.company.customer_size as f64 * scenario.segments[segment].size;
    let arr = (size * roll.lognormal(rules.deal_size_spread)).max(size * SMALLEST).max(1.0);
    let fit = (scenario.segments[segment].fit + rules.fit_spread * roll.normal()).clamp(0.0, 1.0);
    let name = names.of_first_customer(id.0);
    Customer {
        id,
        name,
        segment: SegmentId(u8::try_from(segment).unwrap_or(0)),
        arr: Money::round(arr),
        fit,
        renews: Quarter(1 + u8::try_from(roll.below(RENEWAL_QUARTERS)).unwrap_or(0)),
        deal: None,
        let_down: None,
        sunset: None,
        saving: None,
    }
}

/// Distributes the starting upkeep over specials that customers hold; the worse the fit, the more a customer asked for.
fn specials(turn: &mut Turn) {
    let upkeep = turn.get(Quantity::Upkeep);
    let count = u32::from(turn.scenario().company.live_specials);
    let holders: Vec<(CustomerId, f64)> =
        turn.state().customers.values().map(|customer| (customer.id, 1.0 - customer.fit)).collect();
    let all: f64 = holders.iter().map(|(_, misfit)| misfit).sum();
    for number in 0..count {
        let mut roll = turn.dice().roll(Purpose::StartWork, 0, number);
        let Some(&(customer, misfit)) = holders.get(roll.pick(holders.iter().map(|(_, misfit)| misfit / all))) else {
            return;
        };
        if let Some(work) =
            special(turn, &mut roll, WorkId(SPECIALS_FROM + number), customer, misfit, upkeep / f64::from(count))
        {
            turn.emit(Event::WorkStarted(Box::new(work)));
        }
    }
}

/// A special built as asked, long before the start, so it has no decision behind it.
fn special(turn: &Turn, roll: &mut Roll, id: WorkId, customer: CustomerId, misfit: f64, upkeep: f64) -> Option<Work> {
    let scenario = turn.scenario();
    let position = roll.below(u32::try_from(scenario.templates.len()).unwrap_or(0));
    let template = scenario.templates.get(position as usize)?;
    let effort = upkeep / scenario.rules.build_upkeep.max(f64::EPSILON);
    let alignment = (1.0 - misfit) * roll.unit();
    Some(Work {
        id,
        ask: AskText::Template(TemplateId(u16::try_from(position).unwrap_or(0))),
        customer,
        response: Response::BuildAsAsked,
        theme: template.theme,
        shared: false,
        estimate: effort,
        effort,
        remaining: 0,
        begun: true,
        alignment_estimate: alignment,
        alignment,
        escrow: Money(0),
        starts: Quarter(0),
        due: Quarter(0),
        delivered: Some(Quarter(0)),
        late: false,
        upkeep: round(upkeep * WEEK_ONE),
        sunset: false,
        cancelled: false,
        decision: None,
    })
}

/// Records the start as record 0, so that every quarter has a record before it.
fn record(turn: &mut Turn) {
    let (scenario, state) = (turn.scenario(), turn.state());
    let record = Record {
        quarter: Quarter(0),
        stocks: state.stocks.clone(),
        gross_retention: gross_retention(scenario, state),
        attainment: 1.0,
        debt: debt(scenario, state, |customer| customer.fit),
        capacity: Capacity::default(),
        won: 0,
        lost: 0,
        opened: 0,
        asked: 0,
        base_asked: 0,
        left: 0,
        predictions: PerSeat::default(),
        predicted: 0.0,
    };
    let support = support_weeks(scenario, state);
    turn.emit(Event::Supported(support));
    turn.emit(Event::QuarterClosed(Box::new(record)));
}
