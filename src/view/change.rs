//! A change and its parts, written so that what is read adds up exactly, in the unit in which the number is shown.

use super::explain::{explain, unit};
use super::six::{SIX, Six};
use super::{Amount, Cause, Line};
use crate::sim::{DecisionId, Game, Quantity, Quarter, Record};
use crate::text::{self, Text, Unit};

/// Quarters of the window that retention looks back over.
const YEAR: u8 = 4;

/// What moved a number in a quarter.
pub(super) struct Change {
    style: Style,
    parts: Vec<Piece>,
}

/// How an amount is read: as text of its unit, or in tenths, which can be made to add up.
#[derive(Clone, Copy)]
pub(super) enum Style {
    /// Dollars and counts.
    Whole(Unit),
    /// A value of 1 is `scale` on the screen, followed by the sign of its unit.
    Tenths { scale: f64, unit: Unit },
}

impl Style {
    pub(super) fn unit(unit: Unit) -> Self {
        match unit {
            Unit::Percent | Unit::Index => Self::Tenths { scale: 100.0, unit },
            Unit::Weeks => Self::Tenths { scale: 1.0, unit },
            Unit::Dollars | Unit::Count => Self::Whole(unit),
        }
    }

    pub(super) fn quantity(quantity: Quantity) -> Self {
        match quantity {
            Quantity::Vision | Quantity::Strategy | Quantity::Impact => Self::Tenths { scale: 1.0, unit: Unit::Count },
            other => Self::unit(unit(other)),
        }
    }
}

/// A part of a change, in the unit of the change.
pub(super) struct Piece {
    pub text: String,
    pub value: f64,
    pub decision: Option<DecisionId>,
}

/// A part as it is read: the piece, its amount in words, and whether it lifts the number.
pub(super) struct Read {
    pub text: String,
    pub amount: String,
    pub up: bool,
    pub decision: Option<DecisionId>,
}

impl Change {
    pub(super) fn new(style: Style, parts: Vec<Piece>) -> Self {
        Self { style, parts }
    }

    /// What moved a number of the ledger.
    pub(super) fn of(game: &Game, text: &Text, quantity: Quantity, quarter: Quarter) -> Self {
        let piece = |line: Line| Piece {
            value: line.stored as f64 / quantity.unit(),
            text: line.text,
            decision: line.decision,
        };
        let lines = explain(game, text, quantity, quarter);
        Self::new(Style::quantity(quantity), lines.into_iter().map(piece).collect())
    }

    /// What moved one of the six numbers, in points where it is a share; nothing before the first close.
    pub(super) fn of_six(game: &Game, text: &Text, six: &Six, quarter: Quarter) -> Self {
        let (quantity, sign) = six.behind;
        let history = &game.state().history;
        let found = history.iter().position(|record| record.quarter == quarter).filter(|&at| at > 0);
        let Some((before, record)) = found.map(|at| (&history[at - 1], &history[at])) else {
            return Self::new(Style::unit(six.unit), Vec::new());
        };
        let mut change = Self::of(game, text, quantity, quarter);
        if six.unit != Unit::Percent {
            return change;
        }
        // The ledger has dollars; what is shown is a share of something.
        let per_dollar =
            if quantity == Quantity::Bookings { per_signed(&change, record) } else { per_lost(history, record) };
        for part in &mut change.parts {
            part.value *= sign as f64 * per_dollar;
        }
        // What the past has to do with it: the rest of the way from the last value to this one.
        let rest = (six.then)(record) - six.before(game.scenario(), before) - change.whole();
        let key = if quantity == Quantity::Bookings { "explained-last-quarter" } else { "explained-last-year" };
        change.parts.push(Piece { text: text.get(key), value: rest, decision: None });
        change.style = Style::unit(six.unit);
        change.parts.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
        change
    }

    /// The whole change.
    pub(super) fn whole(&self) -> f64 {
        self.parts.iter().map(|part| part.value).sum()
    }

    /// The parts and the whole as they are read. Dollars are long enough to be read as they are; anything else is
    /// written in tenths, and what the tenths leave over goes where it is missed most.
    pub(super) fn read(self, text: &Text) -> (Vec<Read>, String) {
        let whole = self.whole();
        let read =
            |part: Piece, amount: String, up: bool| Read { text: part.text, amount, up, decision: part.decision };
        match self.style {
            Style::Whole(unit) => {
                let parts = self.parts.into_iter().map(|part| {
                    let amount = text::change(text, unit, part.value);
                    let up = part.value > 0.0;
                    read(part, amount, up)
                });
                (parts.collect(), text::change(text, unit, whole))
            }
            Style::Tenths { scale, unit } => {
                let values: Vec<f64> = self.parts.iter().map(|part| part.value * scale).collect();
                let tenths = tenths(&values);
                let written = |tenths: i64| text::change_in_tenths(text, unit, tenths as f64 / 10.0);
                let sum: i64 = tenths.iter().sum();
                let seen = self.parts.into_iter().zip(tenths).filter(|(_, tenths)| *tenths != 0);
                (seen.map(|(part, tenths)| read(part, written(tenths), tenths > 0)).collect(), written(sum))
            }
        }
    }

    /// At most so many parts, the last one for what there is no room for.
    pub(super) fn at_most(self, text: &Text, most: usize) -> Self {
        if self.parts.len() > most { self.largest(text, most.saturating_sub(1)) } else { self }
    }

    /// The largest parts, and the rest as one.
    pub(super) fn largest(mut self, text: &Text, most: usize) -> Self {
        self.parts.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
        if self.parts.len() > most {
            let rest = self.parts.split_off(most);
            let value = rest.iter().map(|part| part.value).sum();
            let words = text.with("causes-rest", &[("count", &rest.len())]);
            self.parts.push(Piece { text: words, value, decision: None });
        }
        self
    }

    /// The largest parts as causes, and the rest as one.
    pub(super) fn causes(self, text: &Text, most: usize) -> Vec<Cause> {
        let cause = |read: Read| Cause { text: read.text, amount: read.amount, up: read.up };
        self.largest(text, most).read(text).0.into_iter().map(cause).collect()
    }
}

/// The change of one of the six numbers, by the word that explains it.
pub(super) fn six(term: super::Term) -> Option<&'static Six> {
    SIX.iter().find(|six| six.term == term)
}

impl Read {
    /// The line of a part whose number is better when it rises, or worse.
    pub(super) fn line(self, better: bool) -> Amount {
        Amount { text: self.text, amount: self.amount, good: Some(self.up == better) }
    }
}

/// What a dollar that was signed is worth in attainment.
fn per_signed(signed: &Change, record: &Record) -> f64 {
    let dollars = signed.whole();
    if dollars > 0.0 { record.attainment / dollars } else { 0.0 }
}

/// What a dollar that was lost is worth in retention: a share of the ARR of a year ago.
fn per_lost(history: &[Record], record: &Record) -> f64 {
    let year_ago = |other: &&Record| other.quarter.plus(YEAR) <= record.quarter;
    let base = history.iter().rfind(year_ago).or(history.first());
    1.0 / base.map_or(1.0, |base| base.get(Quantity::Arr)).max(1.0)
}

/// The values in tenths, rounded so that they sum to their rounded sum: those that lose most by it are lifted.
fn tenths(values: &[f64]) -> Vec<i64> {
    let sum: f64 = values.iter().sum();
    let mut rounded: Vec<i64> = values.iter().map(|value| libm::floor(value * 10.0) as i64).collect();
    let missing = libm::round(sum * 10.0) as i64 - rounded.iter().sum::<i64>();
    let mut order: Vec<usize> = (0..values.len()).collect();
    let lost = |at: &usize| values[*at] * 10.0 - libm::floor(values[*at] * 10.0);
    order.sort_by(|a, b| lost(b).total_cmp(&lost(a)));
    for at in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        rounded[at] += 1;
    }
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_sum_to_their_rounded_sum() {
        assert_eq!(tenths(&[0.34, 0.34, 0.34]), [4, 3, 3]);
        assert_eq!(tenths(&[-0.34, -0.34, -0.34]), [-3, -3, -4]);
        assert_eq!(tenths(&[12.06, -71.31, 0.02]), [121, -713, 0]);
        assert_eq!(tenths(&[]), Vec::<i64>::new());
    }
}
