//! Passes a [`Node`] tree to serde, noting each mistake and putting a stand-in in its place.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::num::IntErrorKind;
use std::ops::RangeInclusive;

use serde::Deserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::fields::{join, match_fields};
use super::number::{Meant, meant, shifted};
use super::tree::{Field, Kind, Node, Problem};
use super::variant::Variant;
use crate::scenario::message::Message;

/// Reads typed values from a tree and collects what is wrong with them.
#[derive(Default)]
pub struct Reader {
    problems: RefCell<Vec<Problem>>,
    /// Fields known to be missing: (path of the group, field).
    missing: RefCell<BTreeSet<(String, &'static str)>>,
    /// Paths of values that the parser could not read and has reported.
    unread: RefCell<BTreeSet<String>>,
}

impl Reader {
    /// Reads one value. Mistakes in it are noted and replaced by stand-ins; `None` if there is no stand-in.
    pub fn read<T: DeserializeOwned>(&self, node: &Node, path: &str) -> Option<T> {
        let before = self.problems.borrow().len();
        loop {
            match T::deserialize(De::new(Some(node), path.to_owned(), self)) {
                Ok(value) => return Some(value),
                // Only serde knows which fields are optional. This one is not, so try again with a stand-in for it.
                Err(Stop::Missing(Some(group), field)) if !self.is_missing(&group, field) => {
                    self.missing.borrow_mut().insert((group, field));
                    self.problems.borrow_mut().truncate(before);
                }
                Err(stop) => {
                    let message = Message::new("finding-unreadable-value").with("reason", stop.to_string());
                    self.note(node, path, message, "hint-compare");
                    return None;
                }
            }
        }
    }

    /// Reads a list, each element separately.
    pub fn read_list<T: DeserializeOwned>(&self, node: &Node, path: &str) -> Option<Vec<T>> {
        if matches!(node.kind, Kind::Broken) {
            self.unread.borrow_mut().insert(path.to_owned());
            return None;
        }
        let Kind::List(items) = &node.kind else {
            self.note(node, path, node.instead_of("kind-list"), "hint-list-around");
            return None;
        };
        items.iter().enumerate().map(|(i, item)| self.read(item, &format!("{path}[{i}]"))).collect()
    }

    /// All problems, and the paths of all stand-ins.
    pub fn into_problems(self) -> (Vec<Problem>, BTreeSet<String>) {
        let problems = self.problems.into_inner();
        let mut unread = self.unread.into_inner();
        unread.extend(problems.iter().map(|problem| problem.path.to_string()));
        (problems, unread)
    }

    /// Adds problems found elsewhere.
    pub fn extend(&self, problems: impl IntoIterator<Item = Problem>) {
        self.problems.borrow_mut().extend(problems);
    }

    /// Notes a problem with a value.
    pub fn note(&self, node: &Node, path: &str, message: impl Into<Message>, hint: impl Into<Message>) {
        self.problems.borrow_mut().push(Problem::new(node.head(), path, message, hint));
    }

    fn is_missing(&self, group: &str, field: &'static str) -> bool {
        self.missing.borrow().contains(&(group.to_owned(), field))
    }
}

/// Why serde stopped.
#[derive(Debug)]
pub(super) enum Stop {
    /// A field is missing. The path of its group is filled in when the error passes through that group.
    Missing(Option<String>, &'static str),
    /// Something else.
    Other(String),
}

impl Stop {
    fn inside(self, path: &str) -> Self {
        match self {
            Self::Missing(None, field) => Self::Missing(Some(path.to_owned()), field),
            other => other,
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(_, field) => write!(f, "the field `{field}` is missing"),
            Self::Other(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Other(message.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(None, field)
    }
}

/// A value being passed to serde; without a node it is a stand-in that fits any type.
pub(super) struct De<'a> {
    pub node: Option<&'a Node>,
    pub path: String,
    pub reader: &'a Reader,
}

impl<'a> De<'a> {
    /// A value to read. One that the parser could not read becomes a stand-in right away.
    pub fn new(node: Option<&'a Node>, path: String, reader: &'a Reader) -> Self {
        let broken = node.is_some_and(|node| matches!(node.kind, Kind::Broken));
        if broken {
            reader.unread.borrow_mut().insert(path.clone());
        }
        De { node: node.filter(|_| !broken), path, reader }
    }

    pub fn step(&self, node: Option<&'a Node>, step: &str) -> Self {
        let path = if step.starts_with('[') { format!("{}{step}", self.path) } else { join(&self.path, step) };
        Self::new(node, path, self.reader)
    }

    pub fn note(&self, message: impl Into<Message>, hint: impl Into<Message>) {
        if let Some(node) = self.node {
            self.reader.note(node, &self.path, message, hint);
        }
    }

    fn mismatch(&self, expected: impl Into<Message>, hint: impl Into<Message>) {
        if let Some(node) = self.node {
            self.note(node.instead_of(expected), hint);
        }
    }

    fn whole(&self, range: RangeInclusive<i64>) -> i64 {
        let (min, max) = (*range.start(), *range.end());
        match self.node.map(|node| &node.kind) {
            Some(Kind::Number(text)) => match text.parse::<i64>() {
                Ok(value) if range.contains(&value) => return value,
                Ok(value) if value > max => {
                    self.note(Message::new("finding-too-large").with("found", text.as_str()), "hint-smaller");
                }
                Ok(_) => {
                    let hint = Message::new("hint-from-on").with("min", min.to_string());
                    self.note(Message::new("finding-too-small").with("found", text.as_str()), hint);
                }
                Err(error) if *error.kind() == IntErrorKind::PosOverflow => {
                    self.note(Message::new("finding-too-large").with("found", text.as_str()), "hint-smaller");
                }
                Err(_) => self.mismatch("kind-whole", without_decimals(text, max)),
            },
            _ => self.mismatch("kind-whole", self.bare_number("hint-whole-number", "hint-whole-number-bare")),
        }
        0.clamp(min, max)
    }

    /// What to write where a number belongs: the one between the quotes, if there are any.
    fn bare_number(&self, number: &'static str, without_quotes: &'static str) -> Message {
        let Some(Kind::Text(text)) = self.node.map(|node| &node.kind) else { return number.into() };
        match meant(text.trim()) {
            Meant::Number(number) => Message::new("hint-without-quotes").with("name", number),
            _ => without_quotes.into(),
        }
    }

    fn float(&self) -> f64 {
        if let Some(Kind::Number(text)) = self.node.map(|node| &node.kind) {
            return text.parse().unwrap_or_default();
        }
        self.mismatch("kind-number", self.bare_number("hint-number", "hint-number-bare"));
        0.0
    }

    fn text(&self) -> String {
        if let Some(Kind::Text(text)) = self.node.map(|node| &node.kind) {
            return text.clone();
        }
        let bare = match self.node.map(|node| &node.kind) {
            Some(Kind::Word(word)) => Some(format!("\"{word}\"")),
            Some(Kind::Number(number)) => Some(format!("\"{number}\"")),
            _ => None,
        };
        let hint = bare.map_or("hint-text".into(), |form| Message::new("hint-write").with("form", form));
        self.mismatch("kind-text", hint);
        String::new()
    }

    /// The named fields of a group; wrong names are noted.
    pub fn fields(&self, known: &'static [&'static str]) -> Vec<(&'static str, &'a Field)> {
        match self.node.map(|node| &node.kind) {
            Some(Kind::Struct(_, fields)) => {
                let (matched, problems) = match_fields(fields, known, &self.path);
                self.reader.extend(problems);
                matched
            }
            Some(Kind::Tuple(_, items)) if items.is_empty() => Vec::new(),
            _ => {
                self.mismatch("kind-fields", "hint-fields");
                Vec::new()
            }
        }
    }

    /// Reads a group of named fields.
    pub fn group<V: Visitor<'a>>(self, known: &'static [&'static str], visitor: V) -> Result<V::Value, Stop> {
        let hole = match self.node.map(|node| &node.kind) {
            Some(Kind::Struct(..)) => false,
            Some(Kind::Tuple(_, items)) => !items.is_empty(),
            _ => true,
        };
        let matched = self.fields(known);
        let mut fields: Vec<(&'static str, De<'a>)> = Vec::new();
        for name in known {
            if let Some((_, field)) = matched.iter().find(|(other, _)| other == name) {
                fields.push((name, self.step(Some(&field.value), name)));
            } else if hole {
                fields.push((name, self.step(None, name)));
            } else if self.reader.is_missing(&self.path, name) {
                let place = self.step(self.node, name);
                if self.node.is_some_and(Node::has_gaps) {
                    self.reader.unread.borrow_mut().insert(place.path);
                } else {
                    let message = Message::new("finding-field-missing").with("field", *name);
                    place.note(message, Message::new("hint-add-field").with("field", *name));
                }
                fields.push((name, self.step(None, name)));
            }
        }
        let path = self.path;
        visitor.visit_map(Fields { left: fields.into_iter(), value: None }).map_err(|stop| stop.inside(&path))
    }

    /// The items of a group like `(a, b)`; stand-ins if there is no group of that length.
    pub fn items(&self, length: usize) -> Vec<De<'a>> {
        let found = match self.node.map(|node| &node.kind) {
            Some(Kind::Tuple(_, items)) if items.len() == length => Some(items),
            _ => {
                let hint = Message::new("hint-group").with("count", length);
                self.mismatch(Message::new("kind-group").with("count", length), hint);
                None
            }
        };
        (0..length).map(|i| self.step(found.and_then(|items| items.get(i)), &format!("[{i}]"))).collect()
    }
}

/// What to write instead of a number with decimals where a whole number belongs. The point may separate thousands, or
/// the amount may be in millions; digits are never just cut off.
fn without_decimals(written: &str, max: i64) -> Message {
    let write = |form: String| Message::new("hint-write").with("form", form);
    let plain = written.trim_start_matches('+');
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let Some(exact) = shifted(digits, 0).or_else(|| expanded(digits)) else { return "hint-whole-number".into() };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let three = part.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    match (three, exact.contains('.'), max == i64::MAX) {
        (true, ..) => write(format!("{sign}{}", shifted(digits, 3).unwrap_or_default())),
        (_, false, _) => write(format!("{sign}{exact}")),
        (_, true, true) => {
            let millions = format!("{sign}{}", shifted(digits, 6).unwrap_or_default());
            Message::new("hint-whole-amount").with("millions", millions).with("found", written)
        }
        (_, true, false) => "hint-no-decimals".into(),
    }
}

/// A whole number in scientific notation, such as `6e6`, in full.
fn expanded(written: &str) -> Option<String> {
    let (digits, power) = written.split_once(['e', 'E'])?;
    shifted(digits, power.parse().ok().filter(|power| (0..=18).contains(power))?)
}

macro_rules! whole {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        fn $method<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
            let value = self.whole(i64::from(<$type>::MIN)..=i64::from(<$type>::MAX));
            visitor.$visit(<$type>::try_from(value).unwrap_or_default())
        }
    )*};
}

impl<'a> Deserializer<'a> for De<'a> {
    type Error = Stop;

    whole! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
    }

    fn deserialize_u64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_u64(self.whole(0..=i64::MAX).unsigned_abs())
    }

    fn deserialize_f32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_f64(self.float())
    }

    fn deserialize_f64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_f64(self.float())
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
        if let Some(Kind::Bool(value)) = self.node.map(|node| &node.kind) {
            return visitor.visit_bool(*value);
        }
        let word = match self.node.map(|node| &node.kind) {
            Some(Kind::Word(word) | Kind::Text(word) | Kind::Number(word)) => word.to_lowercase(),
            _ => String::new(),
        };
        let hint = match word.as_str() {
            "true" | "yes" | "on" | "1" | "ja" | "wahr" | "y" => Message::new("hint-write").with("form", "true"),
            "false" | "no" | "off" | "0" | "nein" | "falsch" | "n" => Message::new("hint-write").with("form", "false"),
            _ => "hint-bool".into(),
        };
        self.mismatch("kind-bool", hint);
        visitor.visit_bool(false)
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_string(self.text())
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_string(self.text())
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.node.map(|node| &node.kind) {
            None => visitor.visit_none(),
            Some(Kind::Word(word)) if word == "None" => visitor.visit_none(),
            Some(Kind::Word(word)) if ["none", "null", "nil"].contains(&word.to_lowercase().as_str()) => {
                let message = Message::new("finding-no-variant").with("found", word.as_str());
                self.note(message, Message::new("hint-write").with("form", "None"));
                visitor.visit_none()
            }
            Some(Kind::Tuple(Some(name), items)) if name == "Some" && items.len() == 1 => {
                visitor.visit_some(self.step(items.first(), "[0]"))
            }
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, _: &'static str, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Stop> {
        let items = match self.node.map(|node| &node.kind) {
            Some(Kind::List(items)) => items.as_slice(),
            _ => {
                self.mismatch("kind-list", "hint-list");
                &[]
            }
        };
        let items: Vec<De<'a>> =
            items.iter().enumerate().map(|(i, item)| self.step(Some(item), &format!("[{i}]"))).collect();
        visitor.visit_seq(Items { left: items.into_iter() })
    }

    fn deserialize_tuple<V: Visitor<'a>>(self, length: usize, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_seq(Items { left: self.items(length).into_iter() })
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if let Some(Kind::Struct(Some(found), _)) = self.node.map(|node| &node.kind)
            && found != name
        {
            let message = Message::new("finding-expected")
                .with("expected", format!("`{name}(…)`"))
                .with("found", format!("`{found}(…)`"));
            self.note(message, "hint-name-optional");
        }
        self.group(known, visitor)
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        visitor.visit_enum(Variant::new(self, variants))
    }

    fn deserialize_any<V: Visitor<'a>>(self, _: V) -> Result<V::Value, Stop> {
        Err(Stop::Other("this kind of value is not used in scenarios".into()))
    }

    serde::forward_to_deserialize_any! { <V: Visitor<'a>> char bytes byte_buf unit unit_struct map identifier ignored_any }
}

pub(super) struct Items<'a> {
    pub left: std::vec::IntoIter<De<'a>>,
}

impl<'a> SeqAccess<'a> for Items<'a> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Stop> {
        self.left.next().map(|item| seed.deserialize(item)).transpose()
    }
}

struct Fields<'a> {
    left: std::vec::IntoIter<(&'static str, De<'a>)>,
    value: Option<De<'a>>,
}

impl<'a> MapAccess<'a> for Fields<'a> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        let Some((name, value)) = self.left.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(de::value::StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        match self.value.take() {
            Some(value) => seed.deserialize(value),
            None => Err(Stop::Other("a field has no value".into())),
        }
    }
}
