//! The effects of an answer on the six numbers, as ranges from what the viewer knows. Later effects have their quarter.

use serde::Serialize;

use super::look::Look;
use super::prospect::champion_band;
use super::six::SIX;
use super::{Band, Viewer};
use crate::ids::{CustomerId, Quarter, Seat};
use crate::sim::formula::{churn_risk, contract, fee, price, schedule, win_rate};
use crate::sim::{Answer, Customer, Deal, Fact, Game, Quantity, Response};
use crate::text::{self, Text, quarter_name};

/// An effect on one of the six numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// The number's key.
    pub key: &'static str,
    /// The number.
    pub label: String,
    /// The change in the number's own unit. If it depends on winning, it is multiplied by the chance to win.
    pub band: Band,
    /// The same in words.
    pub shown: String,
    /// When it happens: now, or from a later quarter on.
    pub when: String,
    /// Whether it is a good change.
    pub good: bool,
}

impl Effect {
    /// A change of one of the six numbers, by key; `None` if it is too small to show.
    pub(super) fn of(game: &Game, text: &Text, key: &str, band: Band, when: Quarter) -> Option<Self> {
        let six = SIX.iter().find(|six| six.key == key)?;
        let shown = text::change_range(text, six.unit, band.low, band.high);
        let moved = shown.chars().any(|digit| ('1'..='9').contains(&digit));
        let when = match when <= game.state().quarter {
            true => text.get("effect-now"),
            false => text.with("effect-from", &[("quarter", &quarter_name(text, game.scenario(), when))]),
        };
        let good = band.low + band.high > 0.0;
        moved.then(|| Self { key: six.key, label: text.get(six.key), band, shown, when, good })
    }
}

impl Look<'_> {
    /// The effects of an answer on those of the six numbers that it moves.
    pub fn effects(&self, answer: &Answer) -> Vec<Effect> {
        let won = self.chance(answer);
        let arr = self.price();
        let signed = Band { low: arr * won.low, high: arr * won.high };
        let state = self.game.state();
        let quota = state.get(Quantity::Quota).max(1.0);
        let paid = self.fee(answer.response).map(|fee| Band { low: fee.low * won.low, high: fee.high * won.high });
        let mark = self.coherence(answer.response);
        let renewal = state.quarter.plus(contract(&self.game.scenario().rules, Some(answer.response)));
        let left = self.leaving(signed, renewal);
        let no = answer.response == Response::Decline;
        let trust = if no { self.trust_cost(answer) } else { 0.0 };
        let now = state.quarter;
        let changes: [(&str, Band, Quarter); 6] = [
            ("measure-cash", paid.unwrap_or_default(), now),
            ("measure-arr", signed, now),
            ("measure-attainment", Band { low: signed.low / quota, high: signed.high / quota }, now),
            ("measure-retention", Band { low: -left.high, high: -left.low }, renewal),
            ("measure-coherence", Band { low: -mark.high, high: -mark.low }, self.delivery(answer)),
            ("measure-trust", Band { low: -trust, high: -trust }, now),
        ];
        let effect = |(key, band, when)| Effect::of(self.game, self.text, key, band, when);
        changes.into_iter().filter_map(effect).collect()
    }

    /// The chance to win with an answer, 0..1: what the viewer knows about the deal, times the effect of the answer.
    /// Pushes and discounts are left out, so the number is the same in private and at the table.
    pub fn chance(&self, answer: &Answer) -> Band {
        let bare = Deal { ask: None, pushes: 0, discount: None, ..self.deal.clone() };
        let base = chance(self.game, self.viewer, &bare);
        let most = self.game.scenario().rules.win_max;
        let factor = self.win(answer);
        Band { low: (base.low * factor.low).min(most), high: (base.high * factor.high).min(most) }
    }

    /// ARR if the deal is signed, in dollars, without a discount. Assumes that reps give nothing away, since nobody
    /// knows yet whether they will be past their quota.
    fn price(&self) -> f64 {
        price(&self.game.scenario().rules, self.deal.arr.f64(), false, false)
    }

    /// What the chances leave out. For sales, the effect of its own pushes and discounts, or `None` if there are none;
    /// for others, a note that these are not included.
    pub fn left_out(&self) -> Option<String> {
        if !sells(self.viewer) {
            return Some(self.text.get("chances-shared"));
        }
        let rules = &self.game.scenario().rules;
        let (pushes, discounted) = (self.deal.pushes, self.deal.discount.is_some());
        let key = match (pushes > 0, discounted) {
            (false, false) => return None,
            (true, false) => "own-pushes",
            (false, true) => "own-discount",
            (true, true) => "own-both",
        };
        let off = text::percent(self.text, rules.discount_share);
        let what = self.text.with(key, &[("pushes", &pushes), ("off", &off)]);
        let factor = libm::pow(rules.win_push, f64::from(pushes)) * if discounted { rules.win_discount } else { 1.0 };
        let (factor, most) = (text::hundredths(self.text, factor), text::percent(self.text, rules.win_max));
        Some(self.text.with("chances-own", &[("what", &what), ("factor", &factor), ("most", &most)]))
    }

    /// The fee for the work, in dollars.
    fn fee(&self, response: Response) -> Option<Band> {
        let weeks = self.weeks(response)?;
        let of = |weeks| fee(&self.game.scenario().rules, response, weeks);
        Some(Band { low: of(weeks.low), high: of(weeks.high) })
    }

    /// ARR that customers like this one are expected to take away at their first renewal, as a share of today's ARR, if
    /// the product stays as it is.
    fn leaving(&self, signed: Band, renews: Quarter) -> Band {
        let customer = Customer {
            id: CustomerId(self.deal.id.0),
            name: self.deal.name,
            segment: self.deal.segment,
            arr: self.deal.arr,
            fit: self.deal.fit,
            renews,
            deal: Some(self.deal.id),
            let_down: None,
            sunset: None,
            saving: None,
        };
        let churn = churn_risk(self.game.scenario(), self.game.state(), &customer).total().clamp(0.0, 1.0);
        let arr = self.game.state().get(Quantity::Arr).max(1.0);
        Band { low: signed.low * churn / arr, high: signed.high * churn / arr }
    }

    /// The quarter in which the customer expects delivery.
    fn delivery(&self, answer: &Answer) -> Quarter {
        schedule(&self.game.scenario().rules, self.game.state().quarter, answer).1
    }
}

/// Whether the viewer may see pushes and discounts, which are private to sales.
fn sells(viewer: Viewer) -> bool {
    viewer == Viewer::Seat(Seat::Sales)
}

/// The chance to win a deal before any answer to its special, 0..1, as far as the viewer knows. The champion's strength
/// is a rough range to those who know it, and completely unknown to others.
pub(super) fn chance(game: &Game, viewer: Viewer, deal: &Deal) -> Band {
    let (scenario, state) = (game.scenario(), game.state());
    let champion = match viewer.knows(state, Fact::Champion(deal.id)) {
        true => champion_band(deal),
        false => Band { low: 0.0, high: 1.0 },
    };
    let mut plain = Deal { ask: None, ..deal.clone() };
    if !sells(viewer) {
        (plain.pushes, plain.discount) = (0, None);
    }
    let with = |champion| win_rate(scenario, state, &Deal { champion, ..plain.clone() });
    Band { low: with(champion.low), high: with(champion.high) }
}

/// The largest change among several effects on a number, for a common axis.
#[must_use]
pub fn widest<'a>(effects: impl Iterator<Item = &'a Effect>) -> f64 {
    effects
        .map(|effect| libm::fabs(effect.band.low).max(libm::fabs(effect.band.high)))
        .fold(f64::MIN_POSITIVE, f64::max)
}
