//! How likely a deal is to be won, and how much effort an answer to its special takes.

use crate::ids::SegmentId;
use crate::scenario::{Rules, Scenario};
use crate::sim::{Answer, Ask, Deal, Evidence, Quantity, Response, State};

/// Estimated alignment from which vision evidence supports a yes, and below which it supports a no.
const CLEARLY_ON: f64 = 0.6;
const CLEARLY_OFF: f64 = 0.4;
/// How many past requests on a theme make impact evidence support a yes.
const SHARED_REQUESTS: usize = 3;
/// Coherence at which win rates are exactly those of the segment.
const NEUTRAL_COHERENCE: f64 = 0.7;

/// Chance that a deal is won, given the answer in force: `base(1+0.7G)(1+0.35(Q−0.7))(1+0.25N) × …`.
#[must_use]
pub fn win_rate(scenario: &Scenario, state: &State, deal: &Deal) -> f64 {
    let rules = &scenario.rules;
    let base = scenario.segments[deal.segment.index()].win;
    let product = (1.0 + rules.win_gap * state.get(Quantity::Gap))
        * (1.0 + rules.win_coherence * (state.get(Quantity::Coherence) - NEUTRAL_COHERENCE));
    let selling = (1.0 + rules.win_enablement * state.get(Quantity::Enablement))
        * (1.0 + rules.win_champion * (deal.champion - 0.5));
    let pushes = libm::pow(rules.win_push, f64::from(deal.pushes));
    let discount = if deal.discount.is_some() { rules.win_discount } else { 1.0 };
    let promised = if deal.prepromised.is_some() { rules.prepromise_win } else { 1.0 };
    let response = deal.ask.as_ref().map_or(1.0, |ask| match ask.answer {
        Some(settled) => response_factor(rules, ask, deal.competitor_has, settled.answer.response, settled.defended),
        None => 1.0,
    });
    (base * product * selling * pushes * discount * promised * response).clamp(0.0, rules.win_max)
}

/// How a response changes the win rate: a factor.
#[must_use]
pub fn response_factor(rules: &Rules, ask: &Ask, competitor_has: bool, response: Response, defended: bool) -> f64 {
    match response {
        Response::Decline => decline_factor(rules, ask.dealbreaker, competitor_has, defended),
        _ => response.terms(rules).win,
    }
}

/// How a no changes the win rate: a factor, lower if the ask is a true dealbreaker or the competitor has what is asked
/// for.
#[must_use]
pub fn decline_factor(rules: &Rules, dealbreaker: bool, competitor_has: bool, defended: bool) -> f64 {
    let plain = if dealbreaker { rules.decline_win } else { rules.decline_win_soft };
    let against = if competitor_has { rules.win_competitor } else { 1.0 };
    let defence = if defended { rules.decline_win_defended } else { 0.0 };
    (plain * against + defence).min(1.0)
}

/// True effort of an answer, in engineer-weeks.
#[must_use]
pub fn answer_effort(rules: &Rules, ask: &Ask, discovery: f64, response: Response) -> f64 {
    ask.effort * effort_factor(rules, ask, discovery, response)
}

/// Estimated effort of an answer, in engineer-weeks.
#[must_use]
pub fn answer_estimate(rules: &Rules, ask: &Ask, discovery: f64, response: Response) -> f64 {
    ask.effort_estimate * effort_factor(rules, ask, discovery, response)
}

fn effort_factor(rules: &Rules, ask: &Ask, discovery: f64, response: Response) -> f64 {
    match response {
        Response::Simplify => ask.simplify,
        Response::Descope => rules.descope_effort - rules.descope_effort_discovery * discovery,
        other => other.terms(rules).effort,
    }
}

/// Whether a kind of evidence fits an answer: vision is about direction, strategy about customers, impact about cost.
#[must_use]
pub fn fits(scenario: &Scenario, state: &State, deal: &Deal, answer: &Answer, evidence: Evidence) -> bool {
    let Some(ask) = &deal.ask else { return false };
    let no = answer.response == Response::Decline;
    match (evidence, no) {
        (Evidence::Vision, true) => ask.alignment_estimate < CLEARLY_OFF,
        (Evidence::Vision, false) => ask.alignment_estimate >= CLEARLY_ON,
        (Evidence::Strategy, no) => (deal.segment == SegmentId(0)) != no,
        (Evidence::Impact, true) => {
            ask.effort_estimate >= scenario.rules.big_ask_effort * state.get(Quantity::Engineering)
        }
        (Evidence::Impact, false) => state.deals.requests_before(ask.theme, deal.closes) >= SHARED_REQUESTS,
    }
}
