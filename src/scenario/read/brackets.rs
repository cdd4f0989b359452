//! Matches brackets, even in a text in which some are missing, wrong or surplus.
//!
//! The first pass takes brackets as they come. If they do not match, a second pass also uses the indentation, as people
//! do, and so finds the bracket that was left open instead of the place where parsing got stuck.

use super::literal::Cursor;
use super::tree::{Problem, Span};
use crate::scenario::message::Message;

/// An open pair of brackets.
#[derive(Clone, Copy)]
pub struct Pair {
    /// The opening bracket.
    pub open: char,
    /// The closing bracket that matches it.
    pub close: char,
    /// The place of the opening bracket.
    pub place: Span,
    /// Indentation of the line with the opening bracket.
    pub indent: usize,
}

/// The open brackets, outermost first.
#[derive(Default)]
pub struct Brackets {
    open: Vec<Pair>,
    /// Whether to use indentation to decide what belongs together.
    pub by_indent: bool,
    /// Whether some bracket was wrong.
    pub uneven: bool,
    /// Whether the text ended before its brackets were closed.
    pub cut_off: bool,
    /// Whether a pair just ended without its closing bracket, so a missing comma after it is no mistake.
    pub loose: bool,
}

impl Brackets {
    /// No brackets open yet.
    pub fn new(by_indent: bool) -> Self {
        Self { by_indent, ..Self::default() }
    }

    /// How many brackets are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Opens a pair; its opening bracket was just taken.
    pub fn push(&mut self, cursor: &Cursor, open: char, close: char, start: usize) -> Pair {
        let pair = Pair { open, close, place: cursor.since(start), indent: cursor.indent(start) };
        self.open.push(pair);
        pair
    }

    /// Ends the innermost pair.
    pub fn pop(&mut self) {
        self.open.pop();
    }

    /// Whether the innermost pair ends here; takes its closing bracket if there is one. `fields` is whether it holds
    /// fields.
    pub fn closed(&mut self, cursor: &mut Cursor, pair: Pair, fields: bool) -> bool {
        loop {
            cursor.skip_space();
            let Some(next) = cursor.peek() else { return self.ends_open(cursor, pair) };
            if matches!(next, ',' | ';') {
                cursor.note_here("finding-comma-twice", "hint-remove-comma");
                cursor.skip();
                continue;
            }
            let earlier_line = cursor.line_number(pair.place.start) < cursor.line_number(cursor.at);
            let by_indent = self.by_indent && earlier_line && cursor.begins_line(cursor.at);
            let indent = cursor.indent(cursor.at);
            let closing = matches!(next, ')' | ']' | '}');
            if by_indent && self.depth() > 1 && (indent < pair.indent || (indent == pair.indent && !closing)) {
                return self.never_closed(cursor, pair);
            }
            if !closing {
                return false;
            }
            let surplus = self.by_indent && earlier_line && self.is_surplus(cursor, pair, by_indent, indent);
            if surplus || (next != pair.close && earlier_line && !self.matches_outer(next) && !by_indent) {
                self.uneven = true;
                cursor.note_here(Message::new("finding-bracket-surplus").with("found", next), "hint-remove-bracket");
                cursor.skip();
                cursor.take(',');
                continue;
            }
            if next == pair.close {
                cursor.skip();
                return true;
            }
            return self.closed_otherwise(cursor, pair, next, earlier_line, by_indent && indent == pair.indent, fields);
        }
    }

    /// Whether a closing bracket matches nothing: it is indented deeper than the line that opened the pair, or follows
    /// the content of a block on the same line.
    fn is_surplus(&self, cursor: &Cursor, pair: Pair, begins_line: bool, indent: usize) -> bool {
        let rest = cursor.from(pair.place.end);
        let block = rest.lines().next().is_none_or(|line| line.trim().is_empty() || line.trim().starts_with("//"));
        if begins_line { indent > pair.indent } else { block }
    }

    fn matches_outer(&self, close: char) -> bool {
        self.open.iter().rev().skip(1).any(|outer| outer.close == close)
    }

    fn closed_otherwise(
        &mut self,
        cursor: &mut Cursor,
        pair: Pair,
        found: char,
        earlier_line: bool,
        aligned: bool,
        fields: bool,
    ) -> bool {
        let Pair { open, close, place, .. } = pair;
        if !earlier_line {
            let message = Message::new("finding-other-bracket").with("found", found).with("open", open);
            cursor.note_here(message, Message::new("hint-close-with").with("close", close));
            cursor.skip();
            return true;
        }
        self.uneven = true;
        if !aligned {
            return self.never_closed(cursor, pair);
        }
        let line = cursor.line_number(cursor.at);
        let message = Message::new("finding-closed-otherwise").with("open", open).with("found", found);
        let form = match (fields, found) {
            (true, _) | (_, ')') => "( )",
            (_, ']') => "[ ]",
            _ => "{ }",
        };
        cursor.note(place, message.with("line", line), Message::new("hint-write").with("form", form));
        cursor.skip();
        true
    }

    fn never_closed(&mut self, cursor: &mut Cursor, pair: Pair) -> bool {
        self.uneven = true;
        self.loose = true;
        let message = Message::new("finding-bracket-open").with("open", pair.open);
        cursor.note(pair.place, message, Message::new("hint-close-bracket").with("close", pair.close));
        true
    }

    /// At the end of the text only the innermost bracket is reported; the others are probably open because of it.
    fn ends_open(&mut self, cursor: &mut Cursor, pair: Pair) -> bool {
        if self.cut_off {
            return true;
        }
        self.cut_off = true;
        let in_a_text = |slip: &Problem| slip.message.key == "finding-text-open" && slip.span.start > pair.place.start;
        if cursor.slips.last().is_some_and(in_a_text) {
            self.uneven = true;
            return true;
        }
        self.never_closed(cursor, pair)
    }

    /// The innermost pair was never closed, because what comes next can only be outside it.
    pub fn give_up(&mut self, cursor: &mut Cursor, pair: Pair) {
        self.never_closed(cursor, pair);
    }
}
