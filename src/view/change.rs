//! A change and its parts, written so that the displayed amounts add up exactly, in the unit in which the number is
//! shown. If there are too many parts, they are grouped by kind of cause.

use super::explain::{explain, unit};
use super::six::{SIX, Six};
use super::{Amount, CauseLine, LedgerLine};
use crate::ids::{DecisionId, Quarter};
use crate::sim::{Cause, Game, Quantity, Record, Rule};
use crate::text::{self, Teller, Text, Unit};

/// Quarters that gross retention looks back.
const YEAR: u8 = 4;

/// What moved a number in a quarter.
pub(super) struct Change {
    style: Style,
    parts: Vec<Piece>,
}

/// How amounts are written: in their unit, or in tenths that are rounded to add up.
#[derive(Clone, Copy)]
pub(super) enum Style {
    /// Dollars and counts.
    Whole(Unit),
    /// A value of 1 is shown as `scale`, followed by its unit.
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

/// One part of a change, in the same unit.
pub(super) struct Piece {
    pub text: String,
    pub value: f64,
    /// The rule that caused it; `None` if it is not from the ledger.
    pub rule: Option<Rule>,
    pub decision: Option<DecisionId>,
    /// What it comes from in the ledger, of which the decisions are told.
    pub causes: Vec<Cause>,
}

impl Piece {
    /// A part that is not from the ledger.
    pub(super) fn plain(text: String, value: f64) -> Self {
        Self { text, value, rule: None, decision: None, causes: Vec::new() }
    }

    /// The kind of cause, for grouping; `None` if it is never grouped.
    fn kind(&self) -> Option<(Rule, bool)> {
        self.rule.filter(|&rule| text::has_group(rule)).map(|rule| (rule, self.value > 0.0))
    }
}

/// A part as displayed: text, amount in words, and whether it raises the number.
pub(super) struct Read {
    pub text: String,
    pub amount: String,
    pub up: bool,
    pub decision: Option<DecisionId>,
    pub causes: Vec<Cause>,
}

impl Change {
    pub(super) fn new(style: Style, parts: Vec<Piece>) -> Self {
        Self { style, parts }
    }

    /// What moved a ledger quantity in a quarter.
    pub(super) fn of(game: &Game, text: &Teller, quantity: Quantity, quarter: Quarter) -> Self {
        let piece = |line: LedgerLine| Piece {
            value: line.stored as f64 / quantity.unit(),
            text: line.text,
            rule: Some(line.rule),
            decision: line.decision,
            causes: line.causes,
        };
        let lines = explain(game, text, quantity, quarter);
        Self::new(Style::quantity(quantity), lines.into_iter().map(piece).collect())
    }

    /// What moved one of the six numbers, in points if it is a share; empty before the first close.
    pub(super) fn of_six(game: &Game, text: &Teller, six: &Six, quarter: Quarter) -> Self {
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
        // The ledger is in dollars, but the number is a share. Convert.
        let per_dollar =
            if quantity == Quantity::Bookings { per_signed(&change, record) } else { per_lost(history, record) };
        for part in &mut change.parts {
            part.value *= sign as f64 * per_dollar;
        }
        // The rest of the change comes from earlier quarters dropping out of the number.
        let rest = (six.then)(record) - six.before(game.scenario(), before) - change.whole();
        let key = if quantity == Quantity::Bookings { "explained-last-quarter" } else { "explained-last-year" };
        change.parts.push(Piece::plain(text.get(key), rest));
        change.style = Style::unit(six.unit);
        change.parts.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
        change
    }

    /// The whole change.
    pub(super) fn whole(&self) -> f64 {
        self.parts.iter().map(|part| part.value).sum()
    }

    /// The parts and the whole as displayed. Dollars are precise enough as they are. Anything else is written in
    /// tenths, with the rounding error given to the parts that lost most by rounding.
    pub(super) fn read(self, text: &Text) -> (Vec<Read>, String) {
        let whole = self.whole();
        let read = |part: Piece, amount: String, up: bool| {
            let Piece { text, decision, causes, .. } = part;
            Read { text, amount, up, decision, causes }
        };
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

    /// Fits the parts into `lines` lines: the largest by name, the others grouped by kind. What still does not fit
    /// becomes one sum, which must not be larger than the smallest part above it; it takes a few more lines if that is
    /// needed.
    pub(super) fn in_lines(mut self, text: &Text, lines: usize) -> Self {
        self.parts = largest_first(same_words_once(self.parts));
        let room = |named: usize| named + kinds(&self.parts[named..]) <= lines;
        if self.parts.len() > lines {
            let named = (0..lines).rev().find(|&named| room(named)).unwrap_or(0);
            let others = self.parts.split_off(named);
            let groups = by_kind(text, &self.parts, others);
            self.parts = with_rest(text, std::mem::take(&mut self.parts), groups, lines);
        }
        self
    }

    /// The parts in `lines` lines, as causes.
    pub(super) fn causes(self, text: &Text, lines: usize) -> Vec<CauseLine> {
        let cause = |read: Read| CauseLine { text: read.text, amount: read.amount, up: read.up };
        self.in_lines(text, lines).read(text).0.into_iter().map(cause).collect()
    }
}

/// Several causes of one kind: how many, and their sum.
type Group = (usize, Piece);

/// Merges parts with the same text.
fn same_words_once(parts: Vec<Piece>) -> Vec<Piece> {
    let mut once: Vec<Piece> = Vec::new();
    for part in parts {
        match once.iter_mut().find(|other| other.text == part.text && (other.value > 0.0) == (part.value > 0.0)) {
            Some(other) => other.value += part.value,
            None => once.push(part),
        }
    }
    once
}

fn largest_first(mut parts: Vec<Piece>) -> Vec<Piece> {
    parts.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
    parts
}

/// How many lines these parts take if each kind takes one.
fn kinds(parts: &[Piece]) -> usize {
    let mut seen = Vec::new();
    let new = |part: &&Piece| {
        let kind = part.kind();
        let new = kind.is_none() || !seen.contains(&kind);
        seen.push(kind);
        new
    };
    parts.iter().filter(new).count()
}

/// Groups parts by kind; a part that is alone in its kind keeps its name. `named` are the parts listed by name beside
/// them.
fn by_kind(text: &Text, named: &[Piece], parts: Vec<Piece>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for part in parts {
        let kind = part.kind();
        match groups.iter_mut().find(|(_, group)| kind.is_some() && group.kind() == kind) {
            Some((count, group)) => {
                *count += 1;
                group.value += part.value;
            }
            None => groups.push((1, part)),
        }
    }
    for (count, group) in groups.iter_mut().filter(|(count, _)| *count > 1) {
        let more = named.iter().any(|part| part.kind() == group.kind());
        let of = group.rule.map_or_else(String::new, |rule| text::causes(text, rule, *count, more));
        *group = Piece { rule: group.rule, ..Piece::plain(of, group.value) };
    }
    groups
}

/// The named parts and the groups, largest first. If there are too many, the smallest are summed up in one line.
fn with_rest(text: &Text, named: Vec<Piece>, groups: Vec<Group>, lines: usize) -> Vec<Piece> {
    let mut all: Vec<Group> = named.into_iter().map(|part| (1, part)).chain(groups).collect();
    all.sort_by(|(_, a), (_, b)| b.value.abs().total_cmp(&a.value.abs()));
    let sum = |rest: &[Group]| rest.iter().map(|(_, part)| part.value).sum::<f64>();
    // A rest of only one part could as well be named.
    let fits = |told: &usize| all.len() - told > 1 && sum(&all[*told..]).abs() <= all[told - 1].1.value.abs();
    if all.len() > lines
        && let Some(told) = (lines.max(2) - 1..all.len()).find(fits)
    {
        let rest = all.split_off(told);
        let count: usize = rest.iter().map(|(count, _)| count).sum();
        all.push((1, Piece::plain(text.with("causes-rest", &[("count", &count)]), sum(&rest))));
    }
    all.into_iter().map(|(_, part)| part).collect()
}

/// The one of the six numbers that a term explains.
pub(super) fn six(term: super::Term) -> Option<&'static Six> {
    SIX.iter().find(|six| six.term == term)
}

impl Read {
    /// The part as a line. `better` is whether a rise of the number is good.
    pub(super) fn line(self, better: bool) -> Amount {
        Amount { text: self.text, amount: self.amount, good: Some(self.up == better) }
    }
}

/// How much attainment each signed dollar adds.
fn per_signed(signed: &Change, record: &Record) -> f64 {
    let dollars = signed.whole();
    if dollars > 0.0 { record.attainment / dollars } else { 0.0 }
}

/// How much retention each lost dollar costs: its share of the ARR a year ago.
fn per_lost(history: &[Record], record: &Record) -> f64 {
    let year_ago = |other: &&Record| other.quarter.plus(YEAR) <= record.quarter;
    let base = history.iter().rfind(year_ago).or(history.first());
    1.0 / base.map_or(1.0, |base| base.get(Quantity::Arr)).max(1.0)
}

/// Rounds values to tenths so that they add up to the rounded sum: those cut most by rounding down are rounded up.
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

    fn parts(of: &[(Rule, f64)]) -> Change {
        let piece = |(i, &(rule, value)): (usize, &(Rule, f64))| Piece {
            rule: Some(rule),
            ..Piece::plain(format!("{rule:?} {i}"), value)
        };
        Change::new(Style::unit(Unit::Dollars), of.iter().enumerate().map(piece).collect())
    }

    fn lines(change: Change, lines: usize) -> Vec<(String, f64)> {
        let told = change.in_lines(&Text::default(), lines).parts;
        told.into_iter().map(|part| (part.text, part.value)).collect()
    }

    #[test]
    fn what_there_is_no_room_for_is_grouped_by_its_kind() {
        let lost = parts(&[
            (Rule::Churn, -9.0),
            (Rule::Churn, -5.0),
            (Rule::Churn, -4.0),
            (Rule::DealWon, 8.0),
            (Rule::IncoherenceWeighs, -3.0),
        ]);
        let told = lines(lost, 4);
        let words: Vec<&str> = told.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(
            words,
            ["Churn 0", "Customers who left at renewal: 2 more", "DealWon 3", "IncoherenceWeighs 4"],
            "{told:?}"
        );
        assert!((told[1].1 + 9.0).abs() < 1e-9);
    }

    #[test]
    fn a_rest_without_a_name_is_never_larger_than_what_is_named_and_never_hides_one_cause() {
        // No two of these can be grouped.
        let alone =
            [Rule::Repair, Rule::Decay, Rule::Drift, Rule::News, Rule::Gate, Rule::BacklogWeighs, Rule::Attainment];
        for size in 2..=alone.len() {
            for step in [0.0, 0.5, 3.0] {
                let of: Vec<(Rule, f64)> = (0..size).map(|i| (alone[i], 10.0 - step * i as f64)).collect();
                let whole: f64 = of.iter().map(|(_, value)| value).sum();
                for most in 2..=size {
                    let told = lines(parts(&of), most);
                    assert!((told.iter().map(|(_, value)| value).sum::<f64>() - whole).abs() < 1e-9);
                    if let Some((words, value)) = told.iter().find(|(words, _)| words.contains("smaller")) {
                        let least = told.iter().filter(|other| other.0 != *words).map(|(_, value)| value.abs());
                        assert!(value.abs() <= least.fold(f64::MAX, f64::min), "{told:?}");
                        assert!(!words.contains("One"), "{told:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn tenths_sum_to_their_rounded_sum() {
        assert_eq!(tenths(&[0.34, 0.34, 0.34]), [4, 3, 3]);
        assert_eq!(tenths(&[-0.34, -0.34, -0.34]), [-3, -3, -4]);
        assert_eq!(tenths(&[12.06, -71.31, 0.02]), [121, -713, 0]);
        assert_eq!(tenths(&[]), Vec::<i64>::new());
    }
}
