//! Texts in quotes: straight quotes, and what people and word processors use instead.

use super::letters::{code, is_refused};
use super::literal::Cursor;
use super::tree::Span;
use crate::scenario::encoding::garbled;
use crate::scenario::message::Message;

/// Characters that are used as quotes elsewhere.
const OTHER_QUOTES: [char; 14] = ['\'', '‘', '’', '‚', '‛', '“', '”', '„', '«', '»', '‹', '›', '`', '´'];

/// Whether a character is used as a quote elsewhere, but not in RON.
pub fn is_other_quote(sign: char) -> bool {
    OTHER_QUOTES.contains(&sign)
}

impl Cursor<'_> {
    /// Whether a raw text such as `r#"…"#` comes next.
    pub fn at_raw_text(&self) -> bool {
        self.rest().strip_prefix('r').is_some_and(|rest| rest.trim_start_matches('#').starts_with('"'))
    }

    /// Takes a quoted text, raw or not. One that is not closed, or is cut short by a quote inside it, is noted and
    /// repaired. `None` if it cannot be read.
    pub fn text(&mut self) -> Option<String> {
        let start = self.at;
        let raw = self.at_raw_text();
        match if raw { self.raw_length() } else { self.text_length() } {
            Some(length) if raw || self.ends_well(start, start + length) => self.at += length,
            None if raw => {
                self.at += self.line().len();
                self.note_since(start, "finding-text-open", "hint-close-text");
                return None;
            }
            _ => return Some(self.mended_text()),
        }
        // The message of `ron` exists only in English, so it is not shown; the cause is always a backslash.
        let Ok(text) = ron::from_str::<String>(self.between(start, self.at)) else {
            self.note_since(start, "finding-text-unreadable", "hint-backslash");
            return None;
        };
        Some(self.without_commands(start, text))
    }

    /// Takes a text in quotes of another kind.
    pub fn other_text(&mut self) -> String {
        let start = self.at;
        let line = self.line();
        let first = line.chars().next().map_or(0, char::len_utf8);
        let closing = line.char_indices().skip(1).filter(|(_, c)| is_other_quote(*c) || *c == '"').find(|(at, c)| {
            let after = start + at + c.len_utf8();
            self.ends_well(start, after) && !self.between(after, after + 1).starts_with(is_other_quote)
        });
        let (end, after) = match closing {
            Some((at, sign)) => (at, at + sign.len_utf8()),
            None => {
                let end = content_end(line);
                (end.max(first), end.max(first))
            }
        };
        let text = line[first..end].to_owned();
        self.at = start + first;
        self.note_since(start, "finding-other-quote", Message::new("hint-write").with("form", quoted(&text)));
        self.at = start + after;
        self.without_commands(start, text)
    }

    /// Takes, within one line, a text whose closing quote is missing or that contains quotes.
    fn mended_text(&mut self) -> String {
        let start = self.at;
        let line = self.line();
        let quotes: Vec<usize> = quotes_in(line).collect();
        let whole = |index: &usize| self.ends_well(start, start + quotes[*index] + 1);
        let inner = quotes.get(1).copied().filter(|&at| !self.opens_another(line, at, quotes.len()));
        let last = (2..quotes.len()).find(whole);
        if let (Some(inner), Some(last)) = (inner, last) {
            let place = Span { start: start + inner, end: start + inner + 1, ..self.since(start) };
            self.note(place, "finding-inner-quote", "hint-inner-quote");
            self.at = start + quotes[last] + 1;
            return self.without_commands(start, line[1..quotes[last]].to_owned());
        }
        let end = content_end(line).max(1);
        let text = line[1..end].to_owned();
        self.at = start + end;
        match text.char_indices().next_back().filter(|(_, sign)| is_other_quote(*sign) && *sign != '\'') {
            Some((at, sign)) => {
                let place = Span { start: start + 1 + at, end: start + 1 + at + sign.len_utf8(), ..self.since(start) };
                let text = text[..at].to_owned();
                self.note(place, "finding-other-quote", Message::new("hint-write").with("form", quoted(&text)));
                self.without_commands(start, text)
            }
            None => {
                self.note_since(start, "finding-text-open", "hint-close-text");
                self.without_commands(start, text)
            }
        }
    }

    /// Whether the second quote of a line begins another text, because the first text was never closed.
    fn opens_another(&self, line: &str, at: usize, quotes: usize) -> bool {
        !quotes.is_multiple_of(2) && line[..at].trim_end().ends_with([':', ',', '[', '(', '{'])
    }

    /// Whether what follows a text is something that can follow a text.
    fn ends_well(&self, start: usize, after: usize) -> bool {
        let rest = self.from(after);
        let behind = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        let spans_lines = self.between(start, after).contains('\n');
        let next = if spans_lines { rest.trim_start() } else { behind };
        match next.chars().next() {
            None | Some(')' | ']' | '}' | ':' | ';' | '=' | '#' | '，' | '；') => true,
            Some('\n') => !spans_lines,
            Some('/') => next.starts_with("//") || next.starts_with("/*"),
            Some(',') => {
                let item = next[1..].trim_start();
                !item.starts_with(char::is_alphabetic) || next[1..].starts_with(['\n', '\r']) || is_item(item)
            }
            Some('"') => !spans_lines && behind.len() < rest.len(),
            Some(_) => !spans_lines && is_field(behind),
        }
    }

    /// The text without characters that could control a terminal; the first one is noted, and so are letters that
    /// another program has garbled.
    fn without_commands(&mut self, start: usize, text: String) -> String {
        if let Some((found, meant)) = garbled(&text) {
            let written = self.between(start, self.at).find(&found).map_or(start, |at| start + at);
            let place = Span { start: written, end: written + found.len(), ..self.since(start) };
            let message = Message::new("finding-garbled").with("found", found).with("meant", meant);
            self.note(place, message, "hint-garbled");
        }
        let Some(sign) = text.chars().find(|&sign| is_refused(sign) && sign != '\r') else {
            return text.replace("\r\n", "\n").replace('\r', "\n");
        };
        let written = self.between(start, self.at);
        let escaped =
            || ["\\u", "\\x", "\\0", "\\"].iter().find_map(|escape| written.find(escape).map(|at| (at, escape.len())));
        let (at, length) = written.find(sign).map(|at| (at, sign.len_utf8())).or_else(escaped).unwrap_or((0, 1));
        let place = Span { start: start + at, end: start + at + length, ..self.since(start) };
        self.note(place, Message::new("finding-control").with("code", code(sign)), "hint-remove-letter");
        text.chars().filter(|&sign| !is_refused(sign)).collect()
    }

    /// Length in bytes of the raw text that comes next.
    fn raw_length(&self) -> Option<usize> {
        let rest = self.rest();
        let raw = rest.strip_prefix('r')?;
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        let content = 1 + hashes + 1;
        Some(content + rest.get(content..)?.find(&end)? + end.len())
    }

    /// Length in bytes of the quoted text that comes next.
    fn text_length(&self) -> Option<usize> {
        quotes_in(self.rest()).nth(1).map(|at| at + 1)
    }
}

/// The positions of quotes that are not escaped by a backslash.
fn quotes_in(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut escaped = false;
    text.char_indices().filter_map(move |(at, c)| {
        let quote = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        quote.then_some(at)
    })
}

/// Where a text at the start of a line ends if its closing quote is missing: before the next field or text, or before
/// the comma and closing brackets at the end of the line.
fn content_end(line: &str) -> usize {
    let next_field = line.match_indices(',').find(|(at, _)| is_field(line[at + 1..].trim_start())).map(|(at, _)| at);
    if let Some(end) = next_field {
        return end;
    }
    let item = line.match_indices(',').find(|(at, _)| line[at + 1..].trim_start().starts_with('"')).map(|(at, _)| at);
    let mut content = &line[..item.unwrap_or(line.len())];
    loop {
        let shorter = content.trim_end().trim_end_matches([',', ';']);
        let bracket = [('(', ')'), ('[', ']'), ('{', '}')].iter().find_map(|(open, close)| {
            let inside = shorter.strip_suffix(*close)?;
            (!inside.contains(*open)).then_some(inside)
        });
        let shorter = bracket.unwrap_or(shorter);
        if shorter.len() == content.len() {
            return content.len();
        }
        content = shorter;
    }
}

/// Whether a text begins with a field: a name, then a colon or an equals sign.
pub fn is_field(text: &str) -> bool {
    let name = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let begins = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    begins && text[name..].trim_start_matches([' ', '\t']).starts_with([':', '='])
}

/// Whether a text begins with a field, also one without its colon, or with a name followed by a comma or a bracket.
fn is_item(text: &str) -> bool {
    let name = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    is_field(text) || text[name..].trim_start().starts_with([',', ')', ']', '}', '(', '"'])
}

/// A text as written in the format; a long one is cut.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let start: String = text.chars().filter(|&sign| !is_refused(sign)).take(LONGEST).collect();
    let cut = if text.chars().count() > LONGEST { "…" } else { "" };
    format!("\"{}{cut}\"", start.replace('"', "\\\""))
}
