//! The small pieces of a RON text: white space, comments, names, numbers, quoted text.

use super::tree::{Problem, Span};
use crate::scenario::message::Message;

/// A place in a text that moves forward.
pub struct Cursor<'a> {
    text: &'a str,
    file: usize,
    /// The next byte; always at the start of a character.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// The start of a text.
    pub fn new(text: &'a str, file: usize) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, file, at }
    }

    /// What is left.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes a character if it is the next one.
    pub fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// The stretch from a byte to here.
    pub fn since(&self, start: usize) -> Span {
        Span { file: self.file, start, end: self.at }
    }

    /// A problem at the next character.
    pub fn problem(&self, message: impl Into<Message>, hint: impl Into<Message>) -> Problem {
        let end = self.at + self.peek().map_or(0, char::len_utf8);
        Problem::new(Span { file: self.file, start: self.at, end }, "", message, hint)
    }

    /// Skips white space and comments.
    pub fn skip_space(&mut self) -> Result<(), Problem> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if self.rest().starts_with("//") {
                self.at += self.rest().find(['\n', '\r']).unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.skip_block()?;
            } else {
                return Ok(());
            }
        }
    }

    /// Skips a block comment; they nest.
    fn skip_block(&mut self) -> Result<(), Problem> {
        let unclosed = self.problem("finding-comment-open", "hint-close-comment");
        let mut depth = 0_usize;
        loop {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return Ok(());
                }
            } else {
                let Some(next) = self.peek() else { return Err(unclosed) };
                self.at += next.len_utf8();
            }
        }
    }

    /// Takes a name; empty if none comes next.
    pub fn name(&mut self) -> &'a str {
        let rest = self.rest();
        if !rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return "";
        }
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Takes a number; the text comes back without underscores.
    pub fn number(&mut self) -> Result<String, Problem> {
        let rest = self.rest();
        let signed = usize::from(rest.starts_with(['+', '-']));
        let more = |(at, c): (usize, char)| {
            let exponent_sign = matches!(c, '+' | '-') && rest[..at].ends_with(['e', 'E']);
            !(c.is_ascii_alphanumeric() || c == '.' || c == '_' || exponent_sign)
        };
        let length = rest.char_indices().skip(signed).find(|&next| more(next)).map_or(rest.len(), |(at, _)| at);
        let start = self.at;
        self.at += length;
        let written = rest[..length].replace('_', "");
        match written.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(written),
            _ => {
                let message = Message::new("finding-not-a-number").with("found", &rest[..length]);
                Err(Problem::new(self.since(start), "", message, "hint-numbers"))
            }
        }
    }

    /// Whether a raw text such as `r#"…"#` comes next.
    pub fn at_raw_text(&self) -> bool {
        self.rest().strip_prefix('r').is_some_and(|rest| rest.trim_start_matches('#').starts_with('"'))
    }

    /// Takes a text in quotes, raw or not.
    pub fn text(&mut self) -> Result<String, Problem> {
        let start = self.at;
        let Some(length) = self.text_length() else {
            let mut unclosed = self.problem("finding-text-open", "hint-close-text");
            unclosed.span.end = self.at + self.rest().find('\n').unwrap_or(self.rest().len());
            return Err(unclosed);
        };
        let written = &self.rest()[..length];
        self.at += length;
        // What `ron` says about it is told in English alone; it is always about a backslash.
        ron::from_str(written)
            .map_err(|_| Problem::new(self.since(start), "", "finding-text-unreadable", "hint-backslash"))
    }

    /// Bytes of the text in quotes that comes next.
    fn text_length(&self) -> Option<usize> {
        let rest = self.rest();
        if let Some(raw) = rest.strip_prefix('r') {
            let hashes = raw.len() - raw.trim_start_matches('#').len();
            let end = format!("\"{}", "#".repeat(hashes));
            let content = 1 + hashes + 1;
            return Some(content + rest.get(content..)?.find(&end)? + end.len());
        }
        let mut escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return Some(at + 1),
                _ => {}
            }
        }
        None
    }
}
