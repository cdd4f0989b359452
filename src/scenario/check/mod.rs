//! Checking the parts of a scenario against their ranges and against each other.
//!
//! Every check runs on what could be read; a value that could not be read is not reported twice.

mod cards;
mod company;
mod market;
mod rules;
mod story;
mod warnings;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::document::Document;
use super::draft::Draft;
use super::finding::Severity;
use super::read::{Problem, Span, list, suggest};

pub use story::POLICIES;

/// Everything that is wrong with a draft, given what was wrong with reading it.
pub fn check(document: &Document, draft: &Draft, unread: &[Problem]) -> Vec<(Severity, Problem)> {
    let unread = unread.iter().map(|problem| problem.path.clone()).collect();
    let mut checker = Checker { document, draft, unread, found: Vec::new() };
    company::check(&mut checker);
    market::check(&mut checker);
    cards::check(&mut checker);
    story::check(&mut checker);
    rules::check(&mut checker);
    let broken = checker.found.iter().any(|(severity, _)| *severity == Severity::Error);
    if !broken && checker.unread.is_empty() && !document.partial {
        warnings::check(&mut checker);
    }
    checker.found
}

/// A draft under check and what was found so far.
struct Checker<'a> {
    document: &'a Document,
    draft: &'a Draft,
    /// Paths of the values that are stand-ins.
    unread: BTreeSet<String>,
    found: Vec<(Severity, Problem)>,
}

impl Checker<'_> {
    fn error(&mut self, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        self.error_at(self.document.span(path), path, message, hint);
    }

    fn error_at(&mut self, span: Span, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        if self.was_read(path) {
            let problem = Problem { span, path: path.into(), message: message.into(), hint: hint.into() };
            self.found.push((Severity::Error, problem));
        }
    }

    fn warning(&mut self, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        let span = self.document.span(path);
        let problem = Problem { span, path: path.into(), message: message.into(), hint: hint.into() };
        self.found.push((Severity::Warning, problem));
    }

    /// Whether neither the value nor anything around it is a stand-in.
    fn was_read(&self, path: &str) -> bool {
        let ends = path.char_indices().filter(|(_, c)| matches!(c, '.' | '[')).map(|(at, _)| at).chain([path.len()]);
        ends.into_iter().all(|end| !self.unread.contains(&path[..end]))
    }

    /// Whether anything below a path is a stand-in.
    fn has_stand_ins(&self, path: &str) -> bool {
        self.unread.range(path.to_owned()..).take_while(|other| other.starts_with(path)).next().is_some()
    }

    /// The last quarter that is played, if it is known.
    fn last_quarter(&self) -> Option<u8> {
        let quarters = self.draft.meta.as_ref()?.quarters;
        (company::QUARTERS.contains(&i64::from(quarters)) && self.was_read("meta.quarters")).then_some(quarters)
    }

    fn text(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.error(path, format!("`{}` is blank", name(path)), "write the text");
        }
    }

    fn texts(&mut self, at: &str, texts: &[(&str, &str)]) {
        for (field, text) in texts {
            self.text(&format!("{at}.{field}"), text);
        }
    }

    fn number(&mut self, path: &str, value: f64, range: RangeInclusive<f64>) {
        if !range.contains(&value) {
            let (min, max) = (plain(*range.start()), plain(*range.end()));
            let message = format!("`{}` is {}, but it goes from {min} to {max}", name(path), plain(value));
            let percent = max == "1" && value > 1.0 && value <= 100.0;
            let hint = if percent {
                format!("a share: write {} for {} %", value / 100.0, plain(value))
            } else {
                format!("choose a number from {min} to {max}")
            };
            self.error(path, message, hint);
        }
    }

    fn whole(&mut self, path: &str, value: i64, range: RangeInclusive<i64>) {
        if !range.contains(&value) {
            let (min, max) = (grouped(*range.start()), grouped(*range.end()));
            let message = format!("`{}` is {}, but it goes from {min} to {max}", name(path), grouped(value));
            self.error(path, message, format!("choose a whole number from {min} to {max}"));
        }
    }

    /// Checks shares from 0 to 1.
    fn shares(&mut self, at: &str, shares: &[(&str, f64)]) {
        for (field, share) in shares {
            self.number(&format!("{at}.{field}"), *share, 0.0..=1.0);
        }
    }

    /// Checks a quarter of the game.
    fn quarter(&mut self, path: &str, quarter: u8) {
        let last = self.last_quarter().unwrap_or(u8::MAX);
        if !(1..=last).contains(&quarter) {
            let range =
                if last == u8::MAX { "count from 1".into() } else { format!("the game has quarters 1 to {last}") };
            self.error(path, format!("quarter {quarter} is not played"), range);
        }
    }

    /// Checks that a list has enough elements.
    fn at_least(&mut self, path: &str, found: usize, least: usize, what: &str) {
        if found < least {
            self.error(
                path,
                format!("too few {what}: {found}, at least {least} are needed"),
                format!("add {}", least - found),
            );
        }
    }

    /// Checks that a list is not longer than the game can handle.
    fn at_most(&mut self, path: &str, found: usize, most: usize) {
        if found > most {
            self.error(
                path,
                format!("{found} entries, the game takes at most {most}"),
                format!("remove {}", found - most),
            );
        }
    }

    /// Checks the identifiers of a list: their letters, and that each is there once.
    fn ids<'b>(&mut self, at: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (i, id) in ids.enumerate() {
            let path = format!("{at}[{i}].id");
            self.id(&path, id);
            if !id.is_empty() && !seen.insert(id) {
                self.error(&path, format!("the id \"{id}\" is used twice in `{at}`"), "give each its own id");
            }
        }
    }

    fn id(&mut self, path: &str, id: &str) {
        let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(fine) {
            let hint = "an id has small letters a to z, digits and hyphens, like \"scale-up\"";
            self.error(path, format!("\"{}\" is not an id", id.escape_debug()), hint);
        }
    }

    /// Checks that an id names one of the known things.
    fn refers(&mut self, path: &str, id: &str, known: Option<&[&str]>, what: &str) {
        let Some(known) = known else { return };
        if known.contains(&id) {
            return;
        }
        let hint = match suggest(id, known.iter().copied()) {
            Some(close) => format!("did you mean \"{close}\"?"),
            None if known.is_empty() => format!("the scenario has no {what} yet"),
            None => format!("the scenario has {}", list(known.iter().copied())),
        };
        self.error(path, format!("there is no {what} \"{}\"", id.escape_debug()), hint);
    }
}

/// The name of the value at the end of a path.
fn name(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// A number as a person would write it into the file.
fn plain(value: f64) -> String {
    let whole = value as i64;
    if whole as f64 == value { grouped(whole) } else { format!("{value}") }
}

/// A whole number with underscores between groups of three digits.
fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if value < 0 { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits.len() > 4 {
            text.push('_');
        }
        text.push(digit);
    }
    text
}
