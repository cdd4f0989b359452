//! Parses RON text into a [`Node`] tree. Mistakes are noted, and parsing continues after them where possible.

use super::brackets::{Brackets, Pair};
use super::letters::look_alike;
use super::literal::{Cursor, MOST_SLIPS};
use super::number;
use super::quote::{is_field, is_other_quote, quoted};
use super::tree::{Field, Kind, Node, Problem, Span};
use crate::scenario::message::Message;

/// No scenario needs more levels. A deeper file is refused before it overflows the stack.
const DEEPEST: usize = 32;

/// A parsed text.
pub struct Parsed {
    /// The tree, with gaps where something could not be read; `None` if the structure of the text is not clear.
    pub root: Option<Node>,
    /// Syntax errors.
    pub problems: Vec<Problem>,
}

impl Parsed {
    /// The tree of a text without any mistake.
    pub fn whole(self) -> Option<Node> {
        self.root.filter(|_| self.problems.is_empty())
    }
}

/// Parses a whole text; `file` is its position among the sources.
pub fn parse(text: &str, file: usize) -> Parsed {
    let (plain, uneven) = read(text, file, false);
    if !uneven {
        return plain;
    }
    let (by_indent, _) = read(text, file, true);
    // In a text without indentation, every line seems to close something. Then the second pass finds many more problems
    // and is not used.
    if by_indent.root.is_some() && by_indent.problems.len() <= plain.problems.len() + 5 {
        return by_indent;
    }
    Parsed { root: None, ..plain }
}

/// One pass over the text. Also returns whether brackets were uneven.
fn read(text: &str, file: usize, by_indent: bool) -> (Parsed, bool) {
    let mut parser =
        Parser { cursor: Cursor::new(text, file), brackets: Brackets::new(by_indent), hopeless: false, spoilt: false };
    let root = parser.root();
    let Parser { mut cursor, brackets, hopeless, .. } = parser;
    let problems = std::mem::take(&mut cursor.slips);
    let shapeless = hopeless || brackets.cut_off || problems.len() >= MOST_SLIPS;
    (Parsed { root: root.filter(|_| !shapeless), problems }, brackets.uneven)
}

struct Parser<'a> {
    cursor: Cursor<'a>,
    brackets: Brackets,
    /// Whether the tree cannot be trusted.
    hopeless: bool,
    /// Whether the group that was just read is of no use; why has been noted.
    spoilt: bool,
}

impl Parser<'_> {
    fn root(&mut self) -> Option<Node> {
        self.cursor.skip_space();
        let rest = self.cursor.rest();
        let wrong: Option<(&'static str, &'static str)> = match rest {
            "" => Some(("finding-empty-file", "hint-scenario")),
            _ if rest.starts_with("#!") => Some(("finding-enable", "hint-remove-line")),
            _ if rest.starts_with('<') => Some(("finding-web-page", "hint-plain-file")),
            _ if rest.starts_with("{\\rtf") => Some(("finding-office", "hint-plain-text")),
            _ if rest.starts_with("---") || is_field(rest) => Some(("finding-no-brackets", "hint-scenario")),
            _ => None,
        };
        if let Some((message, hint)) = wrong {
            self.cursor.note_here(message, hint);
            return None;
        }
        let node = self.value(false);
        self.cursor.skip_space();
        if self.cursor.peek().is_some() && !self.brackets.cut_off {
            self.cursor.note_here("finding-after-the-end", "hint-one-scenario");
            self.brackets.uneven = true;
            self.hopeless = true;
        }
        Some(node)
    }

    /// Parses a value. `alone` is whether it is the value of a field, so no other value can follow it.
    fn value(&mut self, alone: bool) -> Node {
        let start = self.cursor.at;
        let rest = self.cursor.rest();
        let kind = match self.cursor.peek() {
            Some('[') => self.nested('[', ']', Self::list),
            Some('{') => self.nested('{', '}', Self::map),
            Some('(') => self.group(None),
            Some('"') => self.cursor.text().map_or(Kind::Broken, Kind::Text),
            Some('r') if self.cursor.at_raw_text() => self.cursor.text().map_or(Kind::Broken, Kind::Text),
            Some(_) if number::begins(rest) => self.cursor.number(alone).map_or(Kind::Broken, Kind::Number),
            Some(c) if c.is_alphabetic() || c == '_' => self.word(),
            Some(c) if is_other_quote(c) => Kind::Text(self.cursor.other_text()),
            other => self.no_value(other),
        };
        Node { span: self.cursor.since(start), kind }
    }

    fn no_value(&mut self, found: Option<char>) -> Kind {
        match found {
            None => {
                self.cursor.note_here("finding-file-ends", "hint-add-value");
                self.hopeless = true;
            }
            Some(')' | ']' | '}' | ',' | ';') => self.cursor.note_here("finding-value-missing", "hint-add-value"),
            Some(c) => {
                let message = Message::new("finding-no-value").with("found", c.escape_debug().to_string());
                self.cursor.note_here(message, "hint-values");
                self.skip_to_next();
            }
        }
        Kind::Broken
    }

    /// Parses a bare name, or a text that somebody wrote without quotes.
    fn word(&mut self) -> Kind {
        let start = self.cursor.at;
        let name = self.cursor.name();
        let after_name = self.cursor.at;
        self.cursor.skip_space();
        if self.cursor.peek() == Some('(') {
            return self.group(Some(name));
        }
        if let Some((operator, condition)) = comparison(self.cursor.rest()) {
            return self.compared(start, name, operator, condition);
        }
        self.cursor.at = after_name;
        if self.is_bare_text() {
            return self.bare_text(start);
        }
        match name.as_str() {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            _ => Kind::Word(name),
        }
    }

    /// Parses a comparison that somebody wrote in place of a condition: `Coherence >= 0.56`.
    fn compared(&mut self, start: usize, name: String, operator: usize, condition: &str) -> Kind {
        let word = Node { span: self.cursor.since(start), kind: Kind::Word(name.clone()) };
        self.cursor.at += operator;
        self.cursor.skip_space();
        let from = self.cursor.at;
        let bound = number::begins(self.cursor.rest()).then(|| self.cursor.number(false)).flatten();
        let form = format!("{condition}({name}, {})", bound.as_deref().unwrap_or("…"));
        let kind = bound.map_or(Kind::Broken, Kind::Number);
        let bound = Node { span: self.cursor.since(from), kind };
        self.cursor.note_since(start, "finding-comparison", Message::new("hint-write").with("form", form));
        Kind::Tuple(Some(condition.to_owned()), vec![word, bound])
    }

    /// Whether more words follow a name on the same line.
    fn is_bare_text(&self) -> bool {
        let rest = self.cursor.line();
        let behind = rest.trim_start();
        let apart = behind.len() < rest.len();
        match behind.chars().next() {
            None | Some(',' | ';' | ')' | ']' | '}' | ':' | '=' | '#' | '，') => false,
            Some('/') => !behind.starts_with("//") && !behind.starts_with("/*"),
            Some('"') => !apart || behind.matches('"').count() % 2 == 1,
            Some(_) if is_field(behind) => false,
            Some(c) => c.is_alphanumeric() || !apart || matches!(c, '&' | '-' | '+' | '.'),
        }
    }

    /// Parses a text without quotes, up to a comma, a bracket or the end of its line.
    fn bare_text(&mut self, start: usize) -> Kind {
        self.cursor.at = start;
        let line = self.cursor.line();
        let length = line.find([',', ';', ')', ']', '}', '"']).or(line.find("//")).unwrap_or(line.len());
        let text = line[..length].trim_end().to_owned();
        self.cursor.at = start + if line[length..].starts_with('"') { length + 1 } else { text.len() };
        self.cursor.note_since(start, "finding-bare-text", Message::new("hint-write").with("form", quoted(&text)));
        Kind::Text(text)
    }

    /// Runs `content` for what is between two brackets.
    fn nested(&mut self, open: char, close: char, content: fn(&mut Self, Pair) -> Kind) -> Kind {
        let start = self.cursor.at;
        self.cursor.skip();
        if self.brackets.depth() == DEEPEST {
            self.cursor.note_since(start, "finding-too-deep", "hint-fewer-levels");
            self.hopeless = true;
            self.cursor.at += self.cursor.rest().len();
            self.brackets.cut_off = true;
            return Kind::Broken;
        }
        let pair = self.brackets.push(&self.cursor, open, close, start);
        let kind = content(self, pair);
        self.brackets.pop();
        kind
    }

    fn group(&mut self, name: Option<String>) -> Kind {
        let kind = self.nested('(', ')', |parser, pair| {
            let start = parser.cursor.at;
            parser.cursor.skip_space();
            let quoted = parser.cursor.take('"');
            let named = !parser.cursor.name().is_empty() && {
                let closes = !quoted || parser.cursor.take('"');
                parser.cursor.skip_space();
                closes
                    && matches!(parser.cursor.peek(), Some(':' | '=' | '：' | '"'))
                    && comparison(parser.cursor.rest()).is_none()
            };
            parser.cursor.at = start;
            if named { parser.fields(pair) } else { Kind::Tuple(None, parser.items(pair)) }
        });
        match kind {
            Kind::Tuple(..) if std::mem::take(&mut self.spoilt) => Kind::Broken,
            Kind::Struct(_, fields) => Kind::Struct(name, fields),
            Kind::Tuple(_, items) => Kind::Tuple(name, items),
            other => other,
        }
    }

    fn list(&mut self, pair: Pair) -> Kind {
        Kind::List(self.items(pair))
    }

    fn items(&mut self, pair: Pair) -> Vec<Node> {
        let mut items = Vec::new();
        while !self.closed(pair, false) {
            let before = self.cursor.at;
            if is_field(self.cursor.rest()) && comparison_after_name(self.cursor.rest()).is_none() {
                if !self.field_among_items(pair, &mut items) {
                    break;
                }
            } else {
                items.push(self.value(false));
            }
            self.comma(pair, before);
        }
        items
    }

    /// Reads a field where an item should be. Returns whether the items go on after it.
    fn field_among_items(&mut self, pair: Pair, items: &mut Vec<Node>) -> bool {
        let start = self.cursor.at;
        // Fields begin with small letters, and what a list may hold with capitals.
        if pair.open == '[' && self.cursor.rest().starts_with(char::is_uppercase) {
            items.push(self.item_with_colon());
            return true;
        }
        let line = |at| self.cursor.line_number(at);
        if pair.open == '[' && self.cursor.begins_line(start) && self.cursor.indent(start) > pair.indent {
            // A field of an element whose own bracket is missing.
            self.cursor.note_here(Message::new("finding-bracket-missing").with("open", '('), "hint-open-bracket");
            let inner = self.brackets.push(&self.cursor, '(', ')', start);
            let kind = self.fields(inner);
            self.brackets.pop();
            items.push(Node { span: self.cursor.since(start), kind });
            return true;
        }
        if pair.open == '(' && !items.is_empty() && line(start) == line(pair.place.start) {
            self.cursor.note_here("finding-mixed-group", "hint-name-all");
            self.fields(pair);
            items.clear();
            self.spoilt = true;
            return false;
        }
        // The list or group before it was never closed.
        self.brackets.give_up(&mut self.cursor, pair);
        false
    }

    /// Reads an item whose value stands behind a colon instead of in brackets: `Engineering: -8`.
    fn item_with_colon(&mut self) -> Node {
        let start = self.cursor.at;
        let name = self.cursor.name();
        self.cursor.skip_space();
        self.cursor.skip();
        self.cursor.skip_space();
        let from = self.cursor.at;
        let value = self.value(true);
        let form = format!("{name}({})", self.cursor.between(from, self.cursor.at).trim());
        self.cursor.note_since(start, "finding-item-colon", Message::new("hint-write").with("form", form));
        Node { span: self.cursor.since(start), kind: Kind::Tuple(Some(name), vec![value]) }
    }

    fn map(&mut self, pair: Pair) -> Kind {
        let mut entries = Vec::new();
        while !self.closed(pair, true) {
            let before = self.cursor.at;
            let key = self.value(false);
            self.colon(before);
            let value = self.value(true);
            entries.push((key, value));
            self.comma(pair, before);
        }
        Kind::Map(entries)
    }

    fn fields(&mut self, pair: Pair) -> Kind {
        let mut fields = Vec::new();
        while !self.closed(pair, true) {
            let before = self.cursor.at;
            if let Some(field) = fields.last_mut().filter(|field| self.goes_on_as_list(field)) {
                self.rest_of_list(field);
                self.comma(pair, before);
                continue;
            }
            let name = self.field_name();
            let span = self.cursor.since(before);
            let value = if name.is_empty() {
                // The next element of a list: the bracket of this one may be missing.
                self.brackets.uneven |= self.cursor.peek() == Some(pair.open) && self.cursor.begins_line(before);
                self.cursor.note_here("finding-name-missing", "hint-name-and-value");
                self.skip_to_next();
                Node { span, kind: Kind::Broken }
            } else {
                self.field_value(before, span)
            };
            fields.push(Field { name, span, value });
            self.comma(pair, before);
        }
        Kind::Struct(None, fields)
    }

    /// Whether another element follows the value of a field: the brackets of a list are missing around them.
    fn goes_on_as_list(&self, field: &Field) -> bool {
        let at = self.cursor.at;
        let group = matches!(field.value.kind, Kind::Struct(..) | Kind::Tuple(..));
        let deeper = self.cursor.begins_line(at) && self.cursor.indent(at) > self.cursor.indent(field.span.start);
        group && deeper && self.cursor.peek() == Some('(')
    }

    /// Reads the other elements of a list without brackets.
    fn rest_of_list(&mut self, field: &mut Field) {
        self.cursor.note(field.value.head(), "finding-list-missing", "hint-list-around-all");
        let first = std::mem::replace(&mut field.value.kind, Kind::Broken);
        let mut items = vec![Node { span: field.value.span, kind: first }];
        while self.cursor.peek() == Some('(') {
            items.push(self.value(false));
            self.cursor.skip_space();
            self.cursor.take(',');
            self.cursor.skip_space();
        }
        self.cursor.take(']');
        field.value.kind = Kind::List(items);
    }

    /// Parses the name of a field. Quotes around it, a habit from other formats, are noted.
    fn field_name(&mut self) -> String {
        if self.cursor.peek() != Some('"') {
            return self.cursor.name();
        }
        let start = self.cursor.at;
        let name = self.cursor.text().unwrap_or_default();
        let hint = Message::new("hint-without-quotes").with("name", name.as_str());
        self.cursor.note_since(start, "finding-quoted-field", hint);
        name
    }

    fn field_value(&mut self, start: usize, span: Span) -> Node {
        self.colon(start);
        if is_field(self.cursor.rest()) && comparison_after_name(self.cursor.rest()).is_none() {
            self.cursor.note(span, "finding-value-missing", "hint-add-value");
            return Node { span, kind: Kind::Broken };
        }
        self.value(true)
    }

    /// Takes the colon between a name that began at `start` and its value.
    fn colon(&mut self, start: usize) {
        let name = self.cursor.between(start, self.cursor.at).trim().to_owned();
        let end = self.cursor.at;
        self.cursor.skip_space();
        if !self.cursor.take(':') {
            let name = look_alike(&name).map_or(name, |(_, plain)| plain);
            let hint = Message::new("hint-write").with("form", format!("{name}: …"));
            match self.cursor.peek() {
                Some('=' | '：') => {
                    self.cursor.note_here("finding-colon-missing", hint);
                    self.cursor.skip();
                    self.cursor.take('>');
                }
                _ => {
                    let place = Span { start: end, end: end + 1, ..self.cursor.since(end) };
                    self.cursor.note(place, "finding-colon-missing", hint);
                }
            }
        } else if self.cursor.peek() == Some('=') {
            self.cursor
                .note_here("finding-colon-missing", Message::new("hint-write").with("form", format!("{name}: …")));
            self.cursor.skip();
        }
        self.cursor.skip_space();
    }

    /// Whether a pair of brackets ends here. Also true after too many slips, to stop reading.
    fn closed(&mut self, pair: Pair, fields: bool) -> bool {
        if self.cursor.slips.len() >= MOST_SLIPS {
            self.cursor.at += self.cursor.rest().len();
            return true;
        }
        self.brackets.closed(&mut self.cursor, pair, fields)
    }

    /// Takes the comma after a value that began at `before`. A closing bracket may follow instead.
    fn comma(&mut self, pair: Pair, before: usize) {
        let loose = std::mem::take(&mut self.brackets.loose);
        let end = self.cursor.at;
        self.cursor.skip_space();
        match self.cursor.peek() {
            Some(',') => self.cursor.skip(),
            Some(sign @ (';' | '，' | '；' | '、')) => {
                self.cursor.note_here(Message::new("finding-no-comma").with("found", sign), "hint-commas");
                self.cursor.skip();
            }
            None | Some(')' | ']' | '}') => {}
            Some(_) => {
                let next = self.cursor.at;
                // The indentation of the next line may show that a closing bracket is missing here, not a comma.
                let outside = self.brackets.by_indent && self.cursor.begins_line(next) && self.closes_here(pair, next);
                if !outside && !loose {
                    self.cursor.at = end;
                    let hint = if self.digits_at(next) { "hint-one-number" } else { "hint-commas" };
                    let message = Message::new("finding-comma-missing").with("close", pair.close);
                    self.cursor.note_here(message, hint);
                }
                self.cursor.at = next;
                if next == before || !self.begins_something() {
                    self.skip_to_next();
                    self.cursor.take(',');
                }
            }
        }
        if self.cursor.at == before && !matches!(self.cursor.peek(), Some(')' | ']' | '}') | None) {
            self.cursor.skip();
        }
    }

    fn closes_here(&self, pair: Pair, next: usize) -> bool {
        self.brackets.depth() > 1 && self.cursor.indent(next) <= self.cursor.indent(pair.place.start)
    }

    fn digits_at(&self, at: usize) -> bool {
        self.cursor.from(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a name or a value can begin here.
    fn begins_something(&self) -> bool {
        let rest = self.cursor.rest();
        number::begins(rest)
            || rest.starts_with(|c: char| {
                c.is_alphabetic() || matches!(c, '_' | '"' | '(' | '[' | '{') || is_other_quote(c)
            })
    }

    /// Moves to the next comma, closing bracket or line with a field.
    fn skip_to_next(&mut self) {
        let mut depth = 0_usize;
        while let Some(c) = self.cursor.peek() {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => return,
                ')' | ']' | '}' => depth -= 1,
                ',' | ';' if depth == 0 => return,
                '\n' if is_field(self.cursor.rest().trim_start()) => return,
                _ => {}
            }
            self.cursor.skip();
        }
    }
}

/// The comparison at the start of a text: its length, and the condition that it means.
fn comparison(text: &str) -> Option<(usize, &'static str)> {
    const SIGNS: [(&str, &str); 8] = [
        (">=", "AtLeast"),
        ("=>", "AtLeast"),
        ("≥", "AtLeast"),
        (">", "AtLeast"),
        ("<=", "Below"),
        ("=<", "Below"),
        ("≤", "Below"),
        ("<", "Below"),
    ];
    SIGNS.iter().find(|(sign, _)| text.starts_with(sign)).map(|(sign, condition)| (sign.len(), *condition))
}

/// The same, after a name.
fn comparison_after_name(text: &str) -> Option<(usize, &'static str)> {
    comparison(text.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').trim_start())
}
