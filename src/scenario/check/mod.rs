//! Checks the parts of a scenario against their ranges and against each other.
//!
//! Every check runs on whatever could be read. A value that could not be read has been reported, so it is not checked.

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
use super::message::Message;
use super::read::{Problem, Span, code, list, look_alike, shifted, suggest};

pub use story::POLICIES;

/// Everything that is wrong with a draft. `unread` has the paths of values that could not be read.
pub fn check(document: &Document, draft: &Draft, unread: BTreeSet<String>) -> Vec<(Severity, Problem)> {
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

/// A draft being checked, and what was found so far.
struct Checker<'a> {
    document: &'a Document,
    draft: &'a Draft,
    /// Paths of values that were replaced by stand-ins.
    unread: BTreeSet<String>,
    found: Vec<(Severity, Problem)>,
}

impl Checker<'_> {
    fn error(&mut self, path: &str, message: impl Into<Message>, hint: impl Into<Message>) {
        self.error_at(self.document.span(path), path, message, hint);
    }

    fn error_at(&mut self, span: Span, path: &str, message: impl Into<Message>, hint: impl Into<Message>) {
        if self.was_read(path) {
            self.found.push((Severity::Error, Problem::new(span, path, message, hint)));
        }
    }

    fn warning(&mut self, path: &str, message: impl Into<Message>, hint: impl Into<Message>) {
        let span = self.document.span(path);
        self.found.push((Severity::Warning, Problem::new(span, path, message, hint)));
    }

    /// Whether neither the value nor anything that contains it is a stand-in.
    fn was_read(&self, path: &str) -> bool {
        let ends = path.char_indices().filter(|(_, c)| matches!(c, '.' | '[')).map(|(at, _)| at).chain([path.len()]);
        ends.into_iter().all(|end| !self.unread.contains(&path[..end]))
    }

    /// Whether a path or anything below it is a stand-in.
    fn has_stand_ins(&self, path: &str) -> bool {
        self.unread.range(path.to_owned()..).take_while(|other| other.starts_with(path)).next().is_some()
    }

    /// The last quarter that is played, if known.
    fn last_quarter(&self) -> Option<u8> {
        let quarters = self.draft.meta.as_ref()?.quarters;
        (company::QUARTERS.contains(&i64::from(quarters)) && self.was_read("meta.quarters")).then_some(quarters)
    }

    fn text(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.error(path, Message::new("finding-blank").with("field", name(path)), "hint-write-text");
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
            let hint = in_percent(value, &range).unwrap_or_else(|| from_to("hint-choose-number", &min, &max));
            self.error(path, out_of_range(name(path), plain(value), &min, &max), hint);
        }
    }

    fn whole(&mut self, path: &str, value: i64, range: RangeInclusive<i64>) {
        if !range.contains(&value) {
            let (min, max) = (grouped(*range.start()), grouped(*range.end()));
            let message = out_of_range(name(path), grouped(value), &min, &max);
            self.error(path, message, from_to("hint-choose-whole", &min, &max));
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
            let hint = match last {
                u8::MAX => "hint-count-from-one".into(),
                _ => Message::new("hint-quarters").with("last", last),
            };
            self.error(path, Message::new("finding-quarter-not-played").with("quarter", quarter), hint);
        }
    }

    /// Checks that a list has enough elements; `what` selects the word for them in the message.
    fn at_least(&mut self, path: &str, found: usize, least: usize, what: &'static str) {
        if found < least {
            let message = Message::new("finding-too-few").with("what", what).with("found", found);
            let hint = Message::new("hint-add-some").with("count", least - found);
            self.error(path, message.with("least", least), hint);
        }
    }

    /// Checks that a list is no longer than the game can handle.
    fn at_most(&mut self, path: &str, found: usize, most: usize) {
        if found > most {
            let message = Message::new("finding-too-many").with("found", found).with("most", most);
            self.error(path, message, Message::new("hint-remove-some").with("count", found - most));
        }
    }

    /// Checks the ids of a list: allowed letters and no duplicates.
    fn ids<'b>(&mut self, at: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (i, id) in ids.enumerate() {
            let path = format!("{at}[{i}].id");
            self.id(&path, id);
            if !id.is_empty() && !seen.insert(id) {
                let message = Message::new("finding-id-twice").with("id", id).with("list", at);
                self.error(&path, message, "hint-own-id");
            }
        }
    }

    fn id(&mut self, path: &str, id: &str) {
        let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(fine) {
            let message = Message::new("finding-no-id").with("found", id.escape_debug().to_string());
            self.error(path, message, "hint-id");
        }
    }

    /// Checks that an id refers to a known thing; `what` selects the word for its kind in the message.
    fn refers(&mut self, path: &str, id: &str, known: Option<&[&str]>, what: &'static str) {
        let Some(known) = known else { return };
        if known.contains(&id) {
            return;
        }
        let typed = look_alike(id).filter(|(_, plain)| known.contains(&plain.as_str()));
        if let Some((letter, plain)) = typed {
            let message = Message::new("finding-look-alike").with("found", id).with("letter", letter);
            let hint = Message::new("hint-retype").with("name", plain);
            return self.error(path, message.with("code", code(letter)), hint);
        }
        let hint = match suggest(id, known.iter().copied()) {
            Some(close) => Message::new("hint-did-you-mean-text").with("name", close),
            None if known.is_empty() => Message::new("hint-none-yet").with("what", what),
            None => Message::new("hint-known").with("names", list(known.iter().copied())),
        };
        let message = Message::new("finding-unknown").with("what", what);
        self.error(path, message.with("id", id.escape_debug().to_string()), hint);
    }
}

/// A hint if a share was written in percent.
fn in_percent(value: f64, range: &RangeInclusive<f64>) -> Option<Message> {
    let percent = (*range.end() - 1.0).abs() < f64::EPSILON && value > 1.0 && value <= 100.0;
    let share = shifted(&value.to_string(), -2).filter(|_| percent)?;
    Some(Message::new("hint-share").with("share", share).with("percent", plain(value)))
}

/// The last part of a path.
fn name(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Says that a value is outside its range.
fn out_of_range(name: &str, found: String, min: &str, max: &str) -> Message {
    from_to("finding-out-of-range", min, max).with("name", name).with("found", found)
}

/// A message about a range.
fn from_to(key: &'static str, min: &str, max: &str) -> Message {
    Message::new(key).with("min", min).with("max", max)
}

/// A number as an author would write it.
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
