//! A RON text as a tree in which every value has its place in the text.

use crate::scenario::message::{Arg, Message};

/// A range of bytes in one of the files of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Position of the file among the sources.
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
}

/// Something wrong, and where.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Where in the text.
    pub span: Span,
    /// Where in the data, like `specials[3].theme`. A `Box<str>` to keep it small, because every step of the parser may
    /// return a problem.
    pub path: Box<str>,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub hint: Message,
}

impl Problem {
    /// A problem at a place; the path is empty for a syntax error.
    pub fn new(span: Span, path: impl Into<Box<str>>, message: impl Into<Message>, hint: impl Into<Message>) -> Self {
        Self { span, path: path.into(), message: message.into(), hint: hint.into() }
    }
}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// The place.
    pub span: Span,
    /// The value.
    pub kind: Kind,
}

/// A value.
#[derive(Clone, Debug)]
pub enum Kind {
    /// `true` or `false`.
    Bool(bool),
    /// A number as written, without underscores.
    Number(String),
    /// A text in quotes.
    Text(String),
    /// A bare name, such as `Outcomes`.
    Word(String),
    /// `[a, b]`
    List(Vec<Node>),
    /// `{ a: b }`
    Map(Vec<(Node, Node)>),
    /// `(a, b)` or `Name(a, b)`
    Tuple(Option<String>, Vec<Node>),
    /// `(a: b)` or `Name(a: b)`
    Struct(Option<String>, Vec<Field>),
    /// Something that could not be read and has been reported.
    Broken,
}

/// A named field. Without a name it is a gap, where fields could not be read.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// The place of the name.
    pub span: Span,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// The value as part of a sentence: "the text \"x\"".
    pub fn describe(&self) -> Arg {
        let the = |key, written: &str| Message::new(key).with("written", written);
        let message = match &self.kind {
            Kind::Bool(value) => return format!("`{value}`").into(),
            Kind::Broken => return "…".into(),
            Kind::Tuple(Some(name), _) | Kind::Struct(Some(name), _) => return format!("`{name}(…)`").into(),
            Kind::Number(text) => the("kind-the-number", text),
            Kind::Text(text) => the("kind-the-text", &shorten(text)),
            Kind::Word(word) => the("kind-the-name", word),
            Kind::List(_) => "kind-list".into(),
            Kind::Map(_) => "kind-map".into(),
            Kind::Tuple(None, items) => Message::new("kind-group").with("count", items.len()),
            Kind::Struct(None, _) => "kind-fields".into(),
        };
        message.into()
    }

    /// Whether fields may be missing only because they could not be read.
    pub fn has_gaps(&self) -> bool {
        matches!(&self.kind, Kind::Struct(_, fields) if fields.iter().any(|field| field.name.is_empty()))
    }

    /// Says that something other than this value belongs here.
    pub fn instead_of(&self, expected: impl Into<Message>) -> Message {
        Message::new("finding-expected").with("expected", expected.into()).with("found", self.describe())
    }

    /// The value one level down: a field or key by name, or an item by position.
    pub fn child(&self, step: &str) -> Option<&Node> {
        let position = || step.parse::<usize>().ok();
        match &self.kind {
            Kind::List(items) | Kind::Tuple(_, items) => items.get(position()?),
            Kind::Struct(_, fields) => fields.iter().find(|f| f.name == step).map(|f| &f.value),
            Kind::Map(entries) => {
                let named = |key: &Node| matches!(&key.kind, Kind::Text(text) if text == step);
                entries.iter().find(|(key, _)| named(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The place of a key of a map.
    pub fn key(&self, key: &str) -> Option<Span> {
        let Kind::Map(entries) = &self.kind else { return None };
        let named = |node: &Node| matches!(&node.kind, Kind::Text(text) if text == key);
        entries.iter().rev().find(|(name, _)| named(name)).map(|(name, _)| name.span)
    }

    /// The part to point at: all of a short value, or the opening of one with content.
    pub fn head(&self) -> Span {
        let name = match &self.kind {
            Kind::List(_) | Kind::Map(_) | Kind::Tuple(None, _) | Kind::Struct(None, _) => 0,
            Kind::Tuple(Some(name), _) | Kind::Struct(Some(name), _) => name.len(),
            _ => return self.span,
        };
        Span { end: (self.span.start + name.max(1)).min(self.span.end), ..self.span }
    }
}

fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.chars().count() <= LONGEST {
        return text.escape_debug().to_string();
    }
    let start: String = text.chars().take(LONGEST).collect();
    format!("{}…", start.escape_debug())
}

/// The steps of a path like `specials[3].theme`.
pub fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split(['.', '[', ']']).filter(|step| !step.is_empty())
}
