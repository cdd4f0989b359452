//! The small pieces of a RON text: white space, comments, names, numbers. Slips are noted, and read as what was meant.

use super::letters::{code, is_invisible, look_alike};
use super::number::{self, Meant};
use super::tree::{Problem, Span};
use crate::scenario::message::Message;

/// Reading stops after this many slips in one file.
pub const MOST_SLIPS: usize = 100;

/// A position that moves forward through a text, and the slips found so far.
pub struct Cursor<'a> {
    text: &'a str,
    file: usize,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    /// The next byte; always at the start of a character.
    pub at: usize,
    /// The slips so far; at most one of each kind at the same place.
    pub slips: Vec<Problem>,
}

impl<'a> Cursor<'a> {
    /// At the start of a text.
    pub fn new(text: &'a str, file: usize) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Self { text, file, lines, at, slips: Vec::new() }
    }

    /// The remaining text.
    pub fn rest(&self) -> &'a str {
        self.from(self.at)
    }

    /// The rest of the line.
    pub fn line(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())]
    }

    /// The text from a position on.
    pub fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The text between two positions.
    pub fn between(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end.min(self.text.len())).unwrap_or_default()
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves past the next character, if any.
    pub fn skip(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// Moves past a character if it comes next; returns whether it did.
    pub fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.skip();
        }
        found
    }

    /// The span from a position to here.
    pub fn since(&self, start: usize) -> Span {
        Span { file: self.file, start, end: self.at }
    }

    /// The span of the next character.
    pub fn here(&self) -> Span {
        Span { file: self.file, start: self.at, end: self.at + self.peek().map_or(0, char::len_utf8) }
    }

    /// Notes a slip.
    pub fn note(&mut self, place: Span, message: impl Into<Message>, hint: impl Into<Message>) {
        let message = message.into();
        let known = |slip: &Problem| slip.span.start == place.start && slip.message.key == message.key;
        if self.slips.len() < MOST_SLIPS && !self.slips.iter().any(known) {
            self.slips.push(Problem::new(place, "", message, hint));
        }
    }

    /// Notes a slip in the span from a position to here.
    pub fn note_since(&mut self, start: usize, message: impl Into<Message>, hint: impl Into<Message>) {
        self.note(self.since(start), message, hint);
    }

    /// Notes a slip at the next character.
    pub fn note_here(&mut self, message: impl Into<Message>, hint: impl Into<Message>) {
        self.note(self.here(), message, hint);
    }

    /// The indentation of the line at a position, in characters.
    pub fn indent(&self, at: usize) -> usize {
        let line = self.line_start(at);
        self.from(line).chars().take_while(|c| c.is_whitespace() && *c != '\n').count()
    }

    /// Whether there is only white space before a position in its line.
    pub fn begins_line(&self, at: usize) -> bool {
        self.between(self.line_start(at), at).chars().all(char::is_whitespace)
    }

    /// The line number of a position, counted from 1.
    pub fn line_number(&self, at: usize) -> usize {
        // A file of one long line is searched as fast as one of many.
        self.lines.partition_point(|&start| start <= at)
    }

    fn line_start(&self, at: usize) -> usize {
        self.lines[self.line_number(at) - 1]
    }

    /// Skips white space and comments.
    pub fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += self.line().len();
            } else if rest.starts_with("/*") {
                self.skip_block();
            } else if let Some(mark) = self.conflict_mark() {
                self.note_here(Message::new("finding-conflict").with("mark", mark), "hint-conflict");
                self.skip_conflict(mark);
            } else if let Some(sign) = foreign_comment(rest).or_else(|| self.begins_with_semicolon()) {
                self.note_here(Message::new("finding-comment-sign").with("sign", sign), "hint-comment");
                self.at += self.line().len();
            } else if let Some(sign) = self.peek().filter(|sign| is_invisible(*sign)) {
                self.note_here(Message::new("finding-invisible").with("code", code(sign)), "hint-remove-letter");
                self.skip();
            } else {
                return;
            }
        }
    }

    /// A `;` that begins a line, as comments do elsewhere.
    fn begins_with_semicolon(&self) -> Option<&'static str> {
        (self.rest().starts_with("; ") && self.begins_line(self.at)).then_some(";")
    }

    /// A mark that a version control system leaves where two people have changed the same lines.
    fn conflict_mark(&self) -> Option<&'static str> {
        let begins = self.at == self.line_start(self.at);
        ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].into_iter().find(|mark| begins && self.rest().starts_with(mark))
    }

    /// Goes on with one of the two versions.
    fn skip_conflict(&mut self, mark: &str) {
        let other = self.rest().find("\n>>>>>>>").filter(|_| mark != "<<<<<<<" && mark != ">>>>>>>");
        self.at += other.map_or(0, |end| end + 1);
        self.at += self.line().len();
    }

    /// Skips a block comment; these can be nested. One that is never closed ends with its line.
    fn skip_block(&mut self) {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else if self.peek().is_none() {
                self.at = start;
                self.at += self.line().len();
                let place = Span { end: start + 2, ..self.since(start) };
                self.note(place, "finding-comment-open", "hint-close-comment");
                return;
            } else {
                self.skip();
            }
        }
    }

    /// Takes a name; returns an empty one if there is none.
    pub fn name(&mut self) -> String {
        let rest = self.rest();
        if !rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return String::new();
        }
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || is_invisible(c))).unwrap_or(rest.len());
        let start = self.at;
        let written = &rest[..length];
        if let Some((at, sign)) = written.char_indices().find(|(_, sign)| is_invisible(*sign)) {
            self.at = start + at;
            self.note_here(Message::new("finding-invisible").with("code", code(sign)), "hint-remove-letter");
        }
        self.at = start + length;
        let name: String = written.chars().filter(|&sign| !is_invisible(sign)).collect();
        let Some((letter, plain)) = look_alike(&name) else { return name };
        let message = Message::new("finding-look-alike").with("found", name).with("letter", letter);
        let hint = Message::new("hint-retype").with("name", plain.as_str());
        self.note_since(start, message.with("code", code(letter)), hint);
        plain
    }

    /// Takes a number and returns it without underscores; `None` if it is ambiguous. `alone` is whether a comma
    /// followed by a digit cannot begin another value.
    pub fn number(&mut self, alone: bool) -> Option<String> {
        let start = self.at;
        let written = &self.rest()[..number::length(self.rest(), alone)];
        self.at += written.len().max(self.peek().map_or(0, char::len_utf8));
        let plain = written.replace('_', "");
        let finite = |text: &str| text.parse::<f64>().is_ok_and(f64::is_finite);
        if finite(&plain) {
            return Some(plain);
        }
        let write = |form: String| Message::new("hint-write").with("form", form);
        let (hint, value) = match number::meant(written) {
            Meant::Number(number) => (write(number.clone()), Some(number)),
            Meant::Share(share, percent) => {
                (Message::new("hint-share").with("share", share.as_str()).with("percent", percent), Some(share))
            }
            Meant::Either(thousands, decimal) => {
                (Message::new("hint-either-number").with("thousands", thousands).with("decimal", decimal), None)
            }
            Meant::Unit(unit) => (Message::new("hint-unit").with("unit", unit), None),
            Meant::Span(first, last) => (Message::new("hint-span").with("form", format!("({first}, {last})")), None),
            Meant::Unknown => ("hint-numbers".into(), None),
        };
        self.note_since(start, Message::new("finding-not-a-number").with("found", written), hint);
        value.map(|number| number.replace('_', "")).filter(|number| finite(number))
    }
}

/// The sign that begins a comment in other formats, if one comes next. `--` is not a number, which has at most one
/// sign.
fn foreign_comment(rest: &str) -> Option<&'static str> {
    let attribute = rest.starts_with("#!");
    ["#", "--"].into_iter().find(|sign| rest.starts_with(sign) && !attribute)
}
