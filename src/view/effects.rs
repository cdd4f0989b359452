//! What an answer does to the six numbers, as ranges, by what the viewer knows; later effects with their quarter.

use serde::Serialize;

use super::look::Look;
use super::wall::{SIX, Six};
use super::{Band, Viewer};
use crate::sim::formula::win_rate;
use crate::sim::{Answer, Deal, Fact, Quantity, Quarter, Response, Seat};
use crate::text::{self, quarter_name};

/// Quarters until a customer renews for the first time.
const FIRST_RENEWAL: u8 = 4;
/// A champion of whom the viewer knows nothing.
const ORDINARY_CHAMPION: f64 = 0.5;

/// What an answer does to one of the six numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// The number's key.
    pub key: &'static str,
    /// The number.
    pub label: String,
    /// The change in the number's own unit; what depends on winning is weighed by the chance to win.
    pub band: Band,
    /// The same in words.
    pub shown: String,
    /// When: now, or from a later quarter.
    pub when: String,
    /// Whether it is a good change.
    pub good: bool,
}

impl Look<'_> {
    /// What an answer does to the six numbers; those that it leaves alone are left out.
    pub fn effects(&self, answer: &Answer) -> Vec<Effect> {
        let won = self.chance(answer);
        let arr = self.deal.arr.f64();
        let signed = Band { low: arr * won.low, high: arr * won.high };
        let state = self.game.state();
        let quota = state.get(Quantity::Quota).max(1.0);
        let paid = self.fee(answer.response).map(|fee| Band { low: fee.low * won.low, high: fee.high * won.high });
        let mark = self.coherence(answer.response);
        let left = self.leaving(signed);
        let no = answer.response == Response::Decline;
        let trust = if no { self.trust_cost(answer) } else { 0.0 };
        let renewal = state.quarter.plus(FIRST_RENEWAL);
        let now = state.quarter;
        let changes: [(&str, Band, Quarter); 6] = [
            ("measure-cash", paid.unwrap_or_default(), now),
            ("measure-arr", signed, now),
            ("measure-attainment", Band { low: signed.low / quota, high: signed.high / quota }, now),
            ("measure-retention", Band { low: -left.high, high: -left.low }, renewal),
            ("measure-coherence", Band { low: -mark.high, high: -mark.low }, self.delivery(answer)),
            ("measure-trust", Band { low: -trust, high: -trust }, now),
        ];
        changes.into_iter().filter_map(|(key, band, when)| self.effect(key, band, when)).collect()
    }

    fn effect(&self, key: &'static str, band: Band, when: Quarter) -> Option<Effect> {
        let six: &Six = SIX.iter().find(|six| six.key == key)?;
        let shown = text::change_range(self.text, six.unit, band.low, band.high);
        let moved = shown.chars().any(|digit| ('1'..='9').contains(&digit));
        let when = match when == self.game.state().quarter {
            true => self.text.get("effect-now"),
            false => {
                self.text.with("effect-from", &[("quarter", &quarter_name(self.text, self.game.scenario(), when))])
            }
        };
        moved.then(|| Effect { key, label: self.text.get(key), band, shown, when, good: band.low + band.high > 0.0 })
    }

    /// The chance to win with an answer: the deal as the viewer knows it, times what the answer does.
    fn chance(&self, answer: &Answer) -> Band {
        let champion = if self.knows(Fact::Champion(self.deal.id)) { self.deal.champion } else { ORDINARY_CHAMPION };
        // Pushes and discounts are sales' private plan.
        let sells = self.viewer == Viewer::Seat(Seat::Sales);
        let (pushes, discount) = if sells { (self.deal.pushes, self.deal.discount) } else { (0, None) };
        let plain = Deal { ask: None, champion, pushes, discount, ..self.deal.clone() };
        let base = win_rate(self.game.scenario(), self.game.state(), &plain);
        let most = self.game.scenario().rules.win_max;
        let factor = self.win(answer.response, answer);
        Band { low: (base * factor.low).min(most), high: (base * factor.high).min(most) }
    }

    fn fee(&self, response: Response) -> Option<Band> {
        let weeks = self.weeks(response).filter(|_| response == Response::PaidExtension)?;
        let rate = self.game.scenario().rules.paid_fee_per_week;
        Some(Band { low: weeks.low * rate, high: weeks.high * rate })
    }

    /// ARR that such customers take with them at their first renewal, as a share of today's ARR.
    fn leaving(&self, signed: Band) -> Band {
        let segment = &self.game.scenario().segments[self.deal.segment.index()];
        let arr = self.game.state().get(Quantity::Arr).max(1.0);
        Band { low: signed.low * segment.churn / arr, high: signed.high * segment.churn / arr }
    }

    /// The quarter in which the work of an answer should be delivered.
    fn delivery(&self, answer: &Answer) -> Quarter {
        let next = self.game.state().quarter.plus(1);
        match answer.response {
            Response::ProductiseLater => next.plus(1),
            Response::RoadmapPromise => answer.due.unwrap_or(next),
            _ => next,
        }
    }
}

/// The largest change of a number among several answers, for a common axis.
#[must_use]
pub fn widest<'a>(effects: impl Iterator<Item = &'a Effect>) -> f64 {
    effects
        .map(|effect| libm::fabs(effect.band.low).max(libm::fabs(effect.band.high)))
        .fold(f64::MIN_POSITIVE, f64::max)
}
