//! A RON text as a tree in which every value knows its place.

/// A stretch of one of the files that a scenario is made from, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Position of the file among the sources.
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
}

/// Something wrong at a place.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Where in the text.
    pub span: Span,
    /// Where in the data, like `specials[3].theme`.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
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
}

/// A named field.
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
    /// The value as a sentence part: "the text \"x\"".
    pub fn describe(&self) -> String {
        match &self.kind {
            Kind::Bool(value) => format!("`{value}`"),
            Kind::Number(text) => format!("the number {text}"),
            Kind::Text(text) => format!("the text \"{}\"", shorten(text)),
            Kind::Word(word) => format!("the name `{word}`"),
            Kind::List(_) => "a list".into(),
            Kind::Map(_) => "a map".into(),
            Kind::Tuple(Some(name), _) | Kind::Struct(Some(name), _) => format!("`{name}(…)`"),
            Kind::Tuple(None, items) => format!("a group of {} values", items.len()),
            Kind::Struct(None, _) => "a group of named fields".into(),
        }
    }

    /// The value one step further down: a field or key by name, or an item by position.
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

    /// The place where the value begins: all of a short value, the opening of one with content.
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
