//! From RON text to a [`Node`] tree; the first mistake of the syntax ends it.

use super::literal::Cursor;
use super::tree::{Field, Kind, Node, Problem, Span};
use crate::scenario::message::Message;

/// No scenario needs more; a file that nests deeper is refused before it can overflow the stack.
const DEEPEST: usize = 32;

/// Reads a whole text; `file` is its position among the sources.
pub fn parse(text: &str, file: usize) -> Result<Node, Problem> {
    let mut parser = Parser { cursor: Cursor::new(text, file), depth: 0 };
    parser.cursor.skip_space()?;
    if parser.cursor.rest().starts_with("#!") {
        return Err(parser.cursor.problem("finding-enable", "hint-remove-line"));
    }
    let node = parser.value()?;
    parser.cursor.skip_space()?;
    match parser.cursor.peek() {
        None => Ok(node),
        Some(_) => Err(parser.cursor.problem("finding-after-the-end", "hint-one-scenario")),
    }
}

struct Parser<'a> {
    cursor: Cursor<'a>,
    depth: usize,
}

impl Parser<'_> {
    fn value(&mut self) -> Result<Node, Problem> {
        let start = self.cursor.at;
        let kind = match self.cursor.peek() {
            Some('[') => self.nested('[', ']', Self::list)?,
            Some('{') => self.nested('{', '}', Self::map)?,
            Some('(') => self.group(None)?,
            Some('"') => Kind::Text(self.cursor.text()?),
            Some('r') if self.cursor.at_raw_text() => Kind::Text(self.cursor.text()?),
            Some('0'..='9' | '+' | '-' | '.') => Kind::Number(self.cursor.number()?),
            Some(c) if c.is_alphabetic() || c == '_' => self.word()?,
            other => return Err(self.no_value(other)),
        };
        Ok(Node { span: self.cursor.since(start), kind })
    }

    fn no_value(&self, found: Option<char>) -> Problem {
        match found {
            None => self.cursor.problem("finding-file-ends", "hint-add-value"),
            Some('\'' | '‘' | '’' | '“' | '”' | '„') => {
                self.cursor.problem("finding-other-quote", "hint-straight-quotes")
            }
            Some(')' | ']' | '}' | ',') => self.cursor.problem("finding-value-missing", "hint-add-value"),
            Some(c) => {
                let message = Message::new("finding-no-value").with("found", c.escape_debug().to_string());
                self.cursor.problem(message, "hint-values")
            }
        }
    }

    fn word(&mut self) -> Result<Kind, Problem> {
        let name = self.cursor.name().to_owned();
        let after_name = self.cursor.at;
        self.cursor.skip_space()?;
        if self.cursor.peek() == Some('(') {
            return self.group(Some(name));
        }
        self.cursor.at = after_name;
        Ok(match name.as_str() {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            _ => Kind::Word(name),
        })
    }

    /// Runs `content` between two brackets.
    fn nested(
        &mut self,
        open: char,
        close: char,
        content: fn(&mut Self, Brackets) -> Result<Kind, Problem>,
    ) -> Result<Kind, Problem> {
        let start = self.cursor.at;
        self.cursor.take(open);
        if self.depth == DEEPEST {
            let place = self.cursor.since(start);
            return Err(Problem::new(place, "", "finding-too-deep", "hint-fewer-levels"));
        }
        self.depth += 1;
        let kind = content(self, Brackets { open, close, place: self.cursor.since(start) })?;
        self.depth -= 1;
        Ok(kind)
    }

    fn group(&mut self, name: Option<String>) -> Result<Kind, Problem> {
        let kind = self.nested('(', ')', |parser, brackets| {
            let start = parser.cursor.at;
            parser.cursor.skip_space()?;
            let named = !parser.cursor.name().is_empty() && {
                parser.cursor.skip_space()?;
                matches!(parser.cursor.peek(), Some(':' | '='))
            };
            parser.cursor.at = start;
            if named { parser.fields(brackets) } else { parser.items(brackets).map(|items| Kind::Tuple(None, items)) }
        })?;
        Ok(match kind {
            Kind::Struct(_, fields) => Kind::Struct(name, fields),
            Kind::Tuple(_, items) => Kind::Tuple(name, items),
            other => other,
        })
    }

    fn list(&mut self, brackets: Brackets) -> Result<Kind, Problem> {
        self.items(brackets).map(Kind::List)
    }

    fn items(&mut self, brackets: Brackets) -> Result<Vec<Node>, Problem> {
        let mut items = Vec::new();
        while !self.closed(brackets)? {
            items.push(self.value()?);
            self.comma(brackets)?;
        }
        Ok(items)
    }

    fn map(&mut self, brackets: Brackets) -> Result<Kind, Problem> {
        let mut entries = Vec::new();
        while !self.closed(brackets)? {
            let key = self.value()?;
            self.colon()?;
            let value = self.value()?;
            entries.push((key, value));
            self.comma(brackets)?;
        }
        Ok(Kind::Map(entries))
    }

    fn fields(&mut self, brackets: Brackets) -> Result<Kind, Problem> {
        let mut fields = Vec::new();
        while !self.closed(brackets)? {
            let start = self.cursor.at;
            let name = self.cursor.name().to_owned();
            if name.is_empty() {
                let hint = if self.digit_next() { "hint-one-number" } else { "hint-name-and-value" };
                return Err(self.cursor.problem("finding-name-missing", hint));
            }
            let span = self.cursor.since(start);
            self.colon()?;
            let value = self.value()?;
            fields.push(Field { name, span, value });
            self.comma(brackets)?;
        }
        Ok(Kind::Struct(None, fields))
    }

    fn colon(&mut self) -> Result<(), Problem> {
        self.cursor.skip_space()?;
        if !self.cursor.take(':') {
            return Err(self.cursor.problem("finding-colon-missing", "hint-name-and-value"));
        }
        self.cursor.skip_space()
    }

    /// Takes the closing bracket if it comes next.
    fn closed(&mut self, brackets: Brackets) -> Result<bool, Problem> {
        self.cursor.skip_space()?;
        if self.cursor.peek().is_none() {
            let Brackets { open, close, place } = brackets;
            let message = Message::new("finding-bracket-open").with("open", open);
            return Err(Problem::new(place, "", message, Message::new("hint-close-bracket").with("close", close)));
        }
        Ok(self.cursor.take(brackets.close))
    }

    /// Takes the comma after a value; the closing bracket may stand there instead.
    fn comma(&mut self, brackets: Brackets) -> Result<(), Problem> {
        let end = self.cursor.at;
        self.cursor.skip_space()?;
        match self.cursor.peek() {
            Some(',') => self.cursor.at += 1,
            Some(c) if c == brackets.close => {}
            None => {}
            Some(c @ (')' | ']' | '}')) => {
                let message = Message::new("finding-other-bracket").with("found", c).with("open", brackets.open);
                let hint = Message::new("hint-close-before").with("close", brackets.close);
                return Err(self.cursor.problem(message, hint));
            }
            Some(_) => {
                let hint = if self.digit_next() { "hint-one-number" } else { "hint-commas" };
                self.cursor.at = end;
                let message = Message::new("finding-comma-missing").with("close", brackets.close);
                return Err(self.cursor.problem(message, hint));
            }
        }
        Ok(())
    }

    /// Digits where nothing that begins with one can stand: the rest of a large number with gaps in it.
    fn digit_next(&self) -> bool {
        self.cursor.peek().is_some_and(|c| c.is_ascii_digit())
    }
}

/// A pair of brackets that is open.
#[derive(Clone, Copy)]
struct Brackets {
    open: char,
    close: char,
    place: Span,
}
