//! The effects of an answer on the six numbers, as ranges from what the viewer knows. Later effects have their quarter.

use schemars::JsonSchema;
use serde::Serialize;

use super::look::Look;
use super::six::Six;
use crate::ids::Quarter;
use crate::scenario::Measure;
use crate::sight::Band;
use crate::sim::formula::contract;
use crate::sim::{Answer, Game, Quantity, Response};
use crate::text::{self, Teller, quarter_name};

/// An effect on one of the six numbers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct NumberEffect {
    /// Which number.
    pub measure: Measure,
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

impl NumberEffect {
    /// A change of one of the six numbers, or `None` if it is too small to show.
    pub(super) fn of(game: &Game, text: &Teller, measure: Measure, band: Band, when: Quarter) -> Option<Self> {
        let six = Six::of(measure)?;
        let shown = text::change_range(text, six.unit, band.low, band.high);
        let moved = six.unit.shows(band.low) || six.unit.shows(band.high);
        let when = match when <= game.state().quarter {
            true => text.get("effect-now"),
            false => text.with("effect-from", &[("quarter", &quarter_name(text, when))]),
        };
        let good = band.low + band.high > 0.0;
        moved.then(|| Self { measure, label: six.label(text), band, shown, when, good })
    }
}

impl Look<'_> {
    /// The effects of an answer on those of the six numbers that it moves.
    pub fn effects(&self, answer: &Answer) -> Vec<NumberEffect> {
        let won = self.seen.chance(answer);
        let arr = self.seen.price();
        let signed = Band { low: arr * won.low, high: arr * won.high };
        let state = self.game.state();
        let quota = state.get(Quantity::Quota).max(1.0);
        let paid = self.seen.fee(answer.response).map(|fee| Band { low: fee.low * won.low, high: fee.high * won.high });
        let mark = self.seen.coherence(answer.response);
        let renewal = state.quarter.plus(contract(&self.game.scenario().rules, Some(answer.response)));
        let left = self.seen.leaving(signed, renewal);
        let no = answer.response == Response::Decline;
        let trust = if no { self.seen.trust_cost(answer) } else { 0.0 };
        let now = state.quarter;
        let changes: [(Measure, Band, Quarter); 6] = [
            (Measure::Cash, paid.unwrap_or_default(), now),
            (Measure::Arr, signed, now),
            (Measure::QuotaAttainment, Band { low: signed.low / quota, high: signed.high / quota }, now),
            (Measure::GrossRetention, Band { low: -left.high, high: -left.low }, renewal),
            (Measure::Coherence, Band { low: -mark.high, high: -mark.low }, self.seen.delivery(answer)),
            (Measure::Trust, Band { low: -trust, high: -trust }, now),
        ];
        let effect = |(measure, band, when)| NumberEffect::of(self.game, self.text, measure, band, when);
        changes.into_iter().filter_map(effect).collect()
    }

    /// What the chances leave out. For sales, the effect of its own pushes and discounts, or `None` if there are none;
    /// for others, a note that these are not included.
    pub fn left_out(&self) -> Option<String> {
        if !self.seen.sight.sees_selling() {
            return Some(self.text.get("chances-shared"));
        }
        let rules = &self.game.scenario().rules;
        let (pushes, discounted) = (self.seen.deal.pushes, self.seen.deal.discount.is_some());
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
}

/// The largest change among several effects on a number, for a common axis.
#[must_use]
pub fn widest<'a>(effects: impl Iterator<Item = &'a NumberEffect>) -> f64 {
    effects
        .map(|effect| libm::fabs(effect.band.low).max(libm::fabs(effect.band.high)))
        .fold(f64::MIN_POSITIVE, f64::max)
}
