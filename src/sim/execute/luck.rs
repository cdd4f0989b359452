//! Rerolls whatever the dice have not decided yet, and draws anew whatever neither lead knows.

use super::pipeline::{HEARD_RIGHT, alignment_error, shared_chance, simplified, true_effort};
use super::turn::Turn;
use crate::ids::{Seat, SegmentId};
use crate::sim::dice::{Purpose, Roll};
use crate::sim::{AskText, Deal, Event, Fact, Quantity};

/// What is drawn anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anew {
    /// Only the dice: what cards hide stays as it is.
    Dice,
    /// The dice, and every fact that neither lead knows, as likely as it is by what they know together. So a decision is
    /// judged by what could be known when it was signed.
    DiceAndHidden,
}

/// Gives every open deal a new die. What its card says stays the same.
pub fn turned(turn: &mut Turn, anew: Anew) {
    let mut rolls = turn.dice().rolls(Purpose::OtherLuck, turn.state().quarter.0);
    let open: Vec<Deal> = turn.state().deals.values().filter(|deal| deal.outcome.is_none()).cloned().collect();
    for mut deal in open {
        let roll = rolls.of(deal.id.0);
        deal.die = roll.unit();
        if anew == Anew::DiceAndHidden {
            hide(turn, roll, &mut deal);
        }
        turn.emit(Event::DealTurned(Box::new(deal)));
    }
    if anew == Anew::DiceAndHidden {
        customers(turn);
        work(turn);
    }
}

/// Whether neither lead knows a fact.
fn hidden(turn: &Turn, fact: Fact) -> bool {
    !Seat::BOTH.iter().any(|&seat| turn.state().knows(seat, fact))
}

/// Draws what a deal hides, as it was drawn when the deal came, given what is known of it.
fn hide(turn: &Turn, roll: &mut Roll, deal: &mut Deal) {
    let rules = &turn.scenario().rules;
    let heard = roll.unit() < HEARD_RIGHT;
    deal.competitor_has = deal.competitor_heard == heard;
    let (low, high) = if hidden(turn, Fact::Champion(deal.id)) { (0.0, 1.0) } else { deal.champion_seems() };
    deal.champion = low + (high - low) * roll.unit();
    let (fit, align) = (roll.normal(), roll.normal());
    let prior = Normal { mean: turn.scenario().segments[deal.segment.index()].fit, spread: rules.fit_spread };
    let fit_known = !hidden(turn, Fact::Fit(deal.id));
    let Some(ask) = deal.ask.as_mut() else {
        if !fit_known {
            deal.fit = prior.at(fit);
        }
        return;
    };
    // The estimate of alignment says something about the fit, too, since alignment grows with it.
    let (base, slope) = (rules.alignment_base, rules.alignment_fit);
    let off = alignment_error(turn.get(Quantity::Discovery));
    if !fit_known {
        let seen = (ask.alignment_estimate - base) / slope.max(f64::EPSILON);
        let blurred = libm::hypot(rules.alignment_spread, off) / slope.max(f64::EPSILON);
        deal.fit = prior.given(seen, blurred).at(fit);
    }
    let aligned = Normal { mean: base + slope * deal.fit, spread: rules.alignment_spread };
    ask.alignment = aligned.given(ask.alignment_estimate, off).at(align);
    hide_ask(turn, roll, deal);
}

/// Draws what the special of a deal hides.
fn hide_ask(turn: &Turn, roll: &mut Roll, deal: &mut Deal) {
    let rules = &turn.scenario().rules;
    let need = hidden(turn, Fact::Need(deal.id));
    let breaks = hidden(turn, Fact::Dealbreaker(deal.id));
    let Some(ask) = deal.ask.as_mut() else { return };
    ask.effort = true_effort(rules, ask.effort_estimate, roll);
    let (simplify, dealbreaker, shared) = (roll.unit(), roll.unit(), roll.unit());
    if need {
        ask.simplify = simplified(simplify);
    }
    if breaks {
        ask.dealbreaker = dealbreaker < rules.dealbreaker_chance;
    }
    // Hand-written specials always belong to a theme.
    if matches!(ask.text, AskText::Template(_)) {
        ask.shared = shared < shared_chance(rules, ask.alignment);
    }
}

/// Draws the fit of the customers that nobody qualified.
fn customers(turn: &mut Turn) {
    let spread = turn.scenario().rules.fit_spread;
    let fit_of = |segment: SegmentId| Normal { mean: turn.scenario().segments[segment.index()].fit, spread };
    let mut rolls = turn.dice().rolls(Purpose::OtherFit, turn.state().quarter.0);
    let unknown = turn
        .state()
        .customers
        .values()
        .filter(|customer| customer.deal.is_none_or(|deal| hidden(turn, Fact::Fit(deal))));
    let drawn: Vec<Event> = unknown
        .map(|customer| Event::FitTurned(customer.id, fit_of(customer.segment).at(rolls.of(customer.id.0).normal())))
        .collect();
    drawn.into_iter().for_each(|event| turn.emit(event));
}

/// Draws the true size of the work that nobody has begun.
fn work(turn: &mut Turn) {
    let rules = &turn.scenario().rules;
    let mut rolls = turn.dice().rolls(Purpose::OtherWork, turn.state().quarter.0);
    let unknown = turn.state().works.values().filter(|work| work.open() && !work.begun);
    let drawn: Vec<Event> = unknown
        .map(|work| Event::EffortTurned(work.id, true_effort(rules, work.estimate, rolls.of(work.id.0))))
        .collect();
    drawn.into_iter().for_each(|event| turn.emit(event));
}

/// A normally distributed number of which only 0..1 is possible.
#[derive(Clone, Copy, Debug)]
struct Normal {
    mean: f64,
    spread: f64,
}

impl Normal {
    /// What remains possible once the number was seen as `seen`, with an error of `off` (Bayes' rule for two normal
    /// distributions).
    fn given(self, seen: f64, off: f64) -> Self {
        let (own, other) = (self.spread * self.spread, off * off);
        if own + other <= 0.0 {
            return Self { mean: seen, spread: 0.0 };
        }
        let weight = own / (own + other);
        Self { mean: self.mean + weight * (seen - self.mean), spread: libm::sqrt(own * other / (own + other)) }
    }

    /// The number at a standard normal deviation.
    fn at(self, deviation: f64) -> f64 {
        (self.mean + self.spread * deviation).clamp(0.0, 1.0)
    }
}
