//! Deals entering the pipeline. Every team gets the same deck; decisions only thin it out.

use std::collections::BTreeSet;

use super::names::Names;
use super::turn::Turn;
use crate::ids::{CardId, DealId, Money, PerSeat, Quarter, SegmentId, TemplateId, ThemeId};
use crate::scenario::{Rules, Scenario, Template};
use crate::sim::dice::{Purpose, Roll};
use crate::sim::formula::{Demand, mix, reach};
use crate::sim::{Ask, AskText, Deal, Event, Name, Phase, Quantity};

/// Deal ids are `STRIDE × opening + slot`, with separate ranges of slots for named, ordinary and prospected deals.
const STRIDE: u32 = 1000;
const ORDINARY_FROM: u32 = 100;
const PROSPECTED_FROM: u32 = 900;
/// The mix of prospected deals: only the first segment, the ICP.
const ICP_ONLY: [f64; 1] = [1.0];
/// How many cards fit on one table.
const CARDS_PER_TABLE: usize = 4;
/// How often what sales hears about the competitor is right.
pub(super) const HEARD_RIGHT: f64 = 0.7;
/// Spread of a template ask's estimated effort around the template's own.
const TEMPLATE_SPREAD: f64 = 0.3;
/// Spread of the error in an ask's estimated alignment when discovery is 0.
const ALIGNMENT_ERROR: f64 = 0.15;

/// Opens the deals left over from the two quarters before the start, and the prospects known from the start.
pub(super) fn open_before_start(turn: &mut Turn) {
    open_ordinary(turn, 0);
    open_ordinary(turn, 1);
    open_named(turn, Quarter(0));
}

/// Opens the deals of a quarter.
pub(super) fn open(turn: &mut Turn, quarter: Quarter) {
    let (opened, asked, base) = open_ordinary(turn, quarter.0.saturating_add(1));
    turn.emit(Event::DemandCounted(opened, asked, base));
    open_named(turn, quarter);
}

/// Opens the deals that prospecting in the ICP found.
pub(super) fn open_prospected(turn: &mut Turn) {
    let quarter = turn.state().quarter;
    let found = turn.scenario().rules.prospecting_deals as u32;
    let opening = Opening { mix: ICP_ONLY.into(), ..Opening::of(turn, quarter) };
    let mut rolls = turn.dice().rolls(Purpose::ProspectedDeal, quarter.0);
    for slot in 0..found {
        let id = DealId(u32::from(quarter.0.saturating_add(1)) * STRIDE + PROSPECTED_FROM + slot);
        let place = ordinary_slots(turn.scenario()) + slot;
        let number = deal_number(turn.scenario(), quarter.0.saturating_add(1), place);
        turn.emit(Event::DealOpened(opening.deal(rolls.of(slot), id, number).0));
    }
}

/// Opens the ordinary deals of an opening, except those already decided before the start (openings 0 and 1).
/// Returns how many came, how many asked, and how many would have asked at the initial precedent.
fn open_ordinary(turn: &mut Turn, number: u8) -> (u32, u32, u32) {
    let rules = &turn.scenario().rules;
    let most = rules.reach_base + rules.reach_trust;
    let slots = ordinary_slots(turn.scenario());
    let presence = if most > 0.0 { reach(turn.scenario(), turn.state()) / most } else { 0.0 };
    let quarter = Quarter(number.saturating_sub(1));
    let early = u8::from(number == 0);
    let (mut opened, mut asked, mut base) = (0, 0, 0);
    let opening = Opening::of(turn, quarter);
    let mut rolls = turn.dice().rolls(Purpose::Deal, number);
    for slot in 0..slots {
        let roll = rolls.of(slot);
        if roll.unit() >= presence {
            continue;
        }
        let id = DealId(u32::from(number) * STRIDE + ORDINARY_FROM + slot);
        let (mut deal, base_ask) = opening.deal(roll, id, deal_number(turn.scenario(), number, slot));
        deal.closes.0 -= early;
        if deal.closes <= quarter {
            continue;
        }
        opened += 1;
        asked += u32::from(deal.ask.is_some());
        base += u32::from(base_ask);
        turn.emit(Event::DealOpened(deal));
    }
    (opened, asked, base)
}

/// The most ordinary deals that one opening can have.
fn ordinary_slots(scenario: &Scenario) -> u32 {
    (scenario.rules.most_deals() as u32).min(PROSPECTED_FROM - ORDINARY_FROM)
}

/// The number of a deal among all that could ever come up. Each opening reserves places for its ordinary deals,
/// followed by those for prospected ones.
fn deal_number(scenario: &Scenario, opening: u8, place: u32) -> u32 {
    u32::from(opening) * (ordinary_slots(scenario) + scenario.rules.prospecting_deals as u32) + place
}

/// What the deals that enter in a quarter have in common.
struct Opening<'a> {
    scenario: &'a Scenario,
    names: Names,
    quarter: Quarter,
    /// The mix of segments that the deals come from, 0..1 per segment.
    mix: Vec<f64>,
    demand: Demand<'a>,
    precedent: f64,
    /// The precedent at the start of the run.
    first_precedent: f64,
    coherence: f64,
    discovery: f64,
}

impl<'a> Opening<'a> {
    fn of(turn: &Turn<'a>, quarter: Quarter) -> Self {
        let (scenario, state) = (turn.scenario(), turn.state());
        Self {
            scenario,
            names: Names::of(scenario, turn.dice()),
            quarter,
            mix: mix(scenario, state),
            demand: Demand::of(scenario, state),
            precedent: state.get(Quantity::Precedent),
            first_precedent: state.history.first().map_or(0.0, |record| record.get(Quantity::Precedent)),
            coherence: state.get(Quantity::Coherence),
            discovery: state.get(Quantity::Discovery),
        }
    }

    /// Draws the ordinary deal with this number. Also returns whether it would have asked at the initial precedent.
    fn deal(&self, roll: &mut Roll, id: DealId, number: u32) -> (Deal, bool) {
        let rules = &self.scenario.rules;
        let segment = SegmentId(u8::try_from(roll.pick(self.mix.iter().copied())).unwrap_or(0));
        let terms = &self.scenario.segments[segment.index()];
        let big = roll.unit() < rules.big_deal_chance;
        let size = rules.deal_size * terms.size * if big { rules.big_deal_factor } else { 1.0 };
        let arr = Money::round((size * roll.lognormal(rules.deal_size_spread)).max(1.0));
        let fit = (terms.fit + rules.fit_spread * roll.normal()).clamp(0.0, 1.0);
        let closes = self.closes(roll, segment, big);
        let competitor_has = roll.unit() < 0.5;
        let competitor_heard = competitor_has == (roll.unit() < HEARD_RIGHT);
        let (champion, die) = (roll.unit(), roll.unit());
        let die_ask = roll.unit();
        let asks = |precedent| die_ask < self.demand.chance(terms, big, precedent);
        let ask = if asks(self.precedent) { self.template_ask(roll, fit, big) } else { None };
        let deal = Deal {
            id,
            name: self.names.of_deal(number),
            opened: self.quarter,
            closes,
            segment,
            arr,
            big,
            // A deal that asks is shown by name if it is big or as large as a typical big one; the others are the run
            // rate.
            named: ask.is_some() && (big || as_large_as_big(self.scenario, arr)),
            fit,
            champion,
            competitor_has,
            competitor_heard,
            die,
            ask: ask.map(Box::new),
            pushes: 0,
            discount: None,
            consent: false,
            prepromised: None,
            outcome: None,
        };
        (deal, asks(self.first_precedent))
    }

    /// A hand-written prospect; dice decide whatever its card leaves open.
    fn named(&self, roll: &mut Roll, id: DealId, card_id: CardId) -> Deal {
        let card = &self.scenario.specials[card_id.index()];
        let competitor_heard = card.competitor_has == (roll.unit() < HEARD_RIGHT);
        let die = roll.unit();
        let big = as_large_as_big(self.scenario, Money(card.arr));
        Deal {
            id,
            name: Name::Card(card_id),
            opened: self.quarter,
            closes: self.closes(roll, card.segment, big),
            segment: card.segment,
            arr: Money(card.arr),
            big,
            named: true,
            fit: card.fit,
            champion: card.champion,
            competitor_has: card.competitor_has,
            competitor_heard,
            die,
            ask: Some(Box::new(card_ask(card_id, card, card.theme))),
            pushes: 0,
            discount: None,
            consent: false,
            prepromised: None,
            outcome: None,
        }
    }

    /// When a deal is decided: after the segment's sales cycle, one quarter later if it is big, and later still if the
    /// product is incoherent.
    fn closes(&self, roll: &mut Roll, segment: SegmentId, big: bool) -> Quarter {
        let (short, long) = self.scenario.segments[segment.index()].cycle;
        let cycle = u32::from(short) + roll.below(u32::from(long.saturating_sub(short)) + 1) + u32::from(big);
        let drag = 1.0 + self.scenario.rules.cycle_drag * (1.0 - self.coherence);
        let length = f64::from(cycle) * drag + roll.unit();
        self.quarter.plus(length.clamp(1.0, 8.0) as u8)
    }

    fn template_ask(&self, roll: &mut Roll, fit: f64, big: bool) -> Option<Ask> {
        let rules = &self.scenario.rules;
        let position = roll.below(u32::try_from(self.scenario.templates.len()).unwrap_or(0));
        let template: &Template = self.scenario.templates.get(position as usize)?;
        let alignment =
            (rules.alignment_base + rules.alignment_fit * fit + rules.alignment_spread * roll.normal()).clamp(0.0, 1.0);
        let error = alignment_error(self.discovery) * roll.normal();
        let size = if big { rules.big_effort_factor } else { 1.0 };
        let effort_estimate = template.effort * size * roll.lognormal(TEMPLATE_SPREAD);
        let effort = true_effort(rules, effort_estimate, roll);
        Some(Ask {
            text: AskText::Template(TemplateId(u16::try_from(position).unwrap_or(0))),
            theme: template.theme,
            shared: roll.unit() < shared_chance(rules, alignment),
            effort_estimate,
            effort,
            alignment_estimate: (alignment + error).clamp(0.0, 1.0),
            alignment,
            simplify: simplified(roll.unit()),
            dealbreaker: roll.unit() < rules.dealbreaker_chance,
            stances: PerSeat::default(),
            signed: PerSeat::default(),
            signed_last: None,
            answer: None,
        })
    }
}

/// Spread of the error in an ask's estimated alignment at a level of discovery, 0..1.
pub(super) fn alignment_error(discovery: f64) -> f64 {
    ALIGNMENT_ERROR * (1.0 - discovery)
}

/// True effort of an ask of which the estimate is known, in engineer-weeks.
pub(super) fn true_effort(rules: &Rules, estimate: f64, roll: &mut Roll) -> f64 {
    let sigma = rules.effort_spread;
    let grown = rules.effort_bias * libm::exp(-sigma * sigma / 2.0) * roll.lognormal(sigma);
    estimate * grown
}

/// Effort of solving only the true need, as a share of the full effort; `die` is in 0..1.
pub(super) fn simplified(die: f64) -> f64 {
    0.3 + 0.2 * die
}

/// The chance that others ask for the same as a template.
pub(super) fn shared_chance(rules: &Rules, alignment: f64) -> f64 {
    rules.theme_share * (alignment + 0.3)
}

/// Whether a deal is at least as large as a typical big one.
fn as_large_as_big(scenario: &Scenario, arr: Money) -> bool {
    arr.0 as f64 >= scenario.rules.deal_size * scenario.rules.big_deal_factor
}

/// Opens the hand-written prospects of a quarter. Each table gets a hidden profile while there are any, and no more
/// cards than it has time for.
fn open_named(turn: &mut Turn, quarter: Quarter) {
    let opening = Opening::of(turn, quarter);
    for (slot, &card) in turn.deck().cards(quarter.0).iter().enumerate() {
        let slot = u32::try_from(slot).unwrap_or(0);
        let id = DealId(u32::from(quarter.0.saturating_add(1)) * STRIDE + slot);
        let mut roll = turn.dice().roll(Purpose::NamedDeal, quarter.0, slot);
        let mut deal = opening.named(&mut roll, id, card);
        let next = quarter.plus(1);
        let first_table = quarter == Quarter(0) && slot < u32::from(turn.scenario().named_per_quarter);
        if first_table || is_missing_there(turn, &deal, next) {
            deal.closes = next;
        } else {
            deal.closes = free_table(turn, deal.closes);
        }
        turn.emit(Event::DealOpened(deal));
    }
}

/// Whether a deal is a hidden profile and this quarter's table has none yet.
fn is_missing_there(turn: &Turn, deal: &Deal, quarter: Quarter) -> bool {
    let hidden = |deal: &Deal| is_hidden(turn.scenario(), deal);
    hidden(deal) && !turn.state().deals.closing(quarter).any(hidden)
}

/// Whether the deal can be judged correctly only with both private notes together.
fn is_hidden(scenario: &Scenario, deal: &Deal) -> bool {
    matches!(deal.name, Name::Card(id) if scenario.specials[id.index()].hidden_profile)
}

/// The first quarter, starting at `from`, whose table has room for another card.
fn free_table(turn: &Turn, from: Quarter) -> Quarter {
    let named = |quarter| turn.state().deals.closing(quarter).filter(|deal| matches!(deal.name, Name::Card(_))).count();
    let mut quarter = from;
    while named(quarter) >= CARDS_PER_TABLE && quarter.0 < turn.scenario().meta.quarters {
        quarter = quarter.plus(1);
    }
    quarter
}

fn card_ask(id: CardId, card: &crate::scenario::Card, theme: ThemeId) -> Ask {
    Ask {
        text: AskText::Card(id),
        theme,
        shared: true,
        effort_estimate: card.effort,
        effort: card.true_effort,
        alignment_estimate: (card.alignment + card.alignment_error).clamp(0.0, 1.0),
        alignment: card.alignment,
        simplify: card.simplify,
        dealbreaker: card.dealbreaker,
        stances: PerSeat::default(),
        signed: PerSeat::default(),
        signed_last: None,
        answer: None,
    }
}

/// Sets the table: of the asks due now, two to four become cards, most at stake first. Hand-written prospects come
/// before the others, and a hidden profile before all. No two cards have the same wording: the smaller deal goes to the
/// house answer.
pub(super) fn set_table(turn: &mut Turn) {
    let state = turn.state();
    let mut due: Vec<&Deal> = state.due_deals().filter(|deal| deal.ask.is_some()).collect();
    let stake = |deal: &&Deal| (!matches!(deal.name, Name::Card(_)), -deal.arr.0, deal.id);
    due.sort_by_key(stake);
    if let Some(hidden) = due.iter().position(|deal| is_hidden(turn.scenario(), deal)) {
        due[..=hidden].rotate_right(1);
    }
    let (mut due, twins) = without_twins(due);
    let named = due.iter().filter(|deal| deal.named).count();
    let cards = named.clamp(2, CARDS_PER_TABLE).min(due.len());
    let small = [due.split_off(cards), twins].concat();
    due.sort_by_key(stake);
    let ids = |deals: Vec<&Deal>| deals.iter().map(|deal| deal.id).collect();
    let (cards, small) = (ids(due), ids(small));
    turn.emit(Event::TableSet { cards, small });
    turn.emit(Event::PhaseBegan(Phase::Table));
}

/// The first deal for each ask, and the deals that repeat one of those asks.
fn without_twins(due: Vec<&Deal>) -> (Vec<&Deal>, Vec<&Deal>) {
    let mut asked = BTreeSet::new();
    due.into_iter().partition(|deal| deal.ask.as_ref().is_some_and(|ask| asked.insert(ask.text)))
}
