//! A word of the game explained: what it means, what it is today, and what moved it, adding up exactly.

use super::explain::{explain, shown};
use super::wall::SIX;
use super::{Amount, Term};
use crate::sim::formula::debt;
use crate::sim::{Customer, Debt, Fact, Game, Quarter, Record};
use crate::text::{self, Text};

/// A word explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The word.
    pub term: Term,
    /// Its name.
    pub title: String,
    /// What it means.
    pub about: String,
    /// Its value today, if it is a number that both know.
    pub value: Option<String>,
    /// What the parts below are parts of.
    pub whole: Option<Amount>,
    /// The parts; they add up to the whole.
    pub parts: Vec<Part>,
    /// The words it leads to.
    pub see: Vec<(Term, String)>,
}

/// A part of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is and how much.
    pub amount: Amount,
    /// The decision behind it: when, who, what.
    pub behind: Option<String>,
}

/// Explains a word; in a game with its numbers as they were written down at the end of a quarter.
#[must_use]
pub fn explained(game: Option<(&Game, Quarter)>, text: &Text, term: Term) -> Explained {
    let (value, whole, parts) =
        game.map_or((None, None, Vec::new()), |(game, quarter)| numbers(game, text, term, quarter));
    Explained {
        term,
        title: term.name(text),
        about: term.about(text),
        value,
        whole,
        parts,
        see: term.see().iter().map(|&term| (term, term.name(text))).collect(),
    }
}

type Numbers = (Option<String>, Option<Amount>, Vec<Part>);

fn numbers(game: &Game, text: &Text, term: Term, quarter: Quarter) -> Numbers {
    match term {
        Term::Debt | Term::Interest => of_debt(game, text, term),
        _ => of_the_six(game, text, term, quarter).unwrap_or_default(),
    }
}

fn of_the_six(game: &Game, text: &Text, term: Term, quarter: Quarter) -> Option<Numbers> {
    let six = SIX.iter().find(|six| six.term == term)?;
    let (quantity, sign) = six.behind;
    let record = last(game, quarter)?;
    let value = Some(six.unit.write((six.then)(record)));
    if record.quarter == Quarter(0) {
        return Some((value, None, Vec::new()));
    }
    let amount = |words: String, stored: i64| Amount {
        text: words,
        amount: shown(quantity, sign * stored),
        good: Some(sign * stored > 0),
    };
    let lines = explain(game, text, quantity, record.quarter);
    let sum = lines.iter().map(|line| line.stored).sum();
    let name = text::quarter_name(game.scenario(), record.quarter);
    let moved = text.with("explained-moved", &[("what", &text::quantity(text, quantity)), ("quarter", &name)]);
    let part = |line: super::Line| Part { amount: amount(line.text, line.stored), behind: line.behind };
    Some((value, Some(amount(moved, sum)), lines.into_iter().map(part).collect()))
}

fn last(game: &Game, quarter: Quarter) -> Option<&Record> {
    game.state().history.iter().rfind(|record| record.quarter <= quarter)
}

/// Revenue debt as the books say.
pub(super) fn booked_debt(game: &Game) -> Debt {
    debt(game.scenario(), game.state(), |customer| booked_fit(game, customer))
}

/// How the books say that a customer fits: as its segment does, unless both know better.
pub(super) fn booked_fit(game: &Game, customer: &Customer) -> f64 {
    let known = customer.deal.is_some_and(|deal| game.state().both_know(Fact::Fit(deal)));
    let segment = || game.scenario().segments.get(customer.segment.index()).map_or(1.0, |segment| segment.fit);
    if known { customer.fit } else { segment() }
}

fn of_debt(game: &Game, text: &Text, term: Term) -> Numbers {
    let books = booked_debt(game);
    let amount = |key: &str, dollars: f64| Amount { text: text.get(key), amount: text::dollars(dollars), good: None };
    if term == Term::Interest {
        return (Some(text::dollars(books.interest)), None, Vec::new());
    }
    let parts = [("debt-misfit", books.misfit), ("debt-promises", books.promises), ("debt-upkeep", books.upkeep)];
    let parts = parts.map(|(key, dollars)| Part { amount: amount(key, dollars), behind: None });
    (Some(text::dollars(books.total())), Some(amount("debt-total", books.total())), parts.into())
}
