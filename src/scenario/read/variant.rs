//! Passes a variant such as `Quarter(3)` to serde.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, VariantAccess, Visitor};

use super::fields::{list, suggest};
use super::reader::{De, Items, Stop};
use super::tree::Kind;
use crate::scenario::message::Message;

/// A variant being passed to serde.
pub(super) struct Variant<'a> {
    de: De<'a>,
    name: &'static str,
}

impl<'a> Variant<'a> {
    /// The variant that a value names. If it names none, that is noted and the first one without content stands in.
    pub fn new(mut de: De<'a>, variants: &'static [&'static str]) -> Self {
        let found = match de.node.map(|node| &node.kind) {
            Some(Kind::Word(name) | Kind::Tuple(Some(name), _) | Kind::Struct(Some(name), _)) => Some(name),
            _ => None,
        };
        if let Some(name) = found.and_then(|found| variants.iter().find(|name| *name == found)) {
            return Self { de, name };
        }
        if let Some(node) = de.node {
            let meant = match &node.kind {
                Kind::Text(text) => Some(text),
                _ => found,
            };
            let hint = match meant.and_then(|meant| suggest(meant, variants.iter().copied())) {
                Some(name) if found.is_none() => Message::new("hint-without-quotes").with("name", name),
                Some(name) => Message::new("hint-did-you-mean").with("name", name),
                None => Message::new("hint-one-of").with("names", list(variants.iter().copied())),
            };
            let message = match found {
                Some(found) => Message::new("finding-no-variant").with("found", found.as_str()),
                None => node.instead_of("kind-name"),
            };
            de.note(message, hint);
        }
        de.node = None;
        Self { de, name: variants.first().copied().unwrap_or_default() }
    }

    fn wants(&self, form: Message) {
        self.de.note(Message::new("finding-other-form").with("name", self.name), form);
    }

    /// A hint to write the form with unnamed values.
    fn with_values(&self, count: usize) -> Message {
        Message::new("hint-write-values").with("name", self.name).with("count", count)
    }

    /// Notes a wrong form and continues without the content.
    fn without_content(mut self, form: Message) -> De<'a> {
        self.wants(form);
        self.de.node = None;
        self.de
    }
}

fn written(form: &str) -> Message {
    Message::new("hint-write").with("form", form)
}

impl<'a> EnumAccess<'a> for Variant<'a> {
    type Error = Stop;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self), Stop> {
        let name = seed.deserialize(StrDeserializer::<Stop>::new(self.name))?;
        Ok((name, self))
    }
}

impl<'a> VariantAccess<'a> for Variant<'a> {
    type Error = Stop;

    fn unit_variant(self) -> Result<(), Stop> {
        if !matches!(self.de.node.map(|node| &node.kind), None | Some(Kind::Word(_))) {
            self.wants(written(self.name));
        }
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Stop> {
        let content = match self.de.node.map(|node| &node.kind) {
            Some(Kind::Tuple(_, items)) if items.len() == 1 => self.de.step(items.first(), "[0]"),
            _ => {
                let form = self.with_values(1);
                self.without_content(form)
            }
        };
        seed.deserialize(content)
    }

    fn tuple_variant<V: Visitor<'a>>(self, length: usize, visitor: V) -> Result<V::Value, Stop> {
        let content = match self.de.node.map(|node| &node.kind) {
            Some(Kind::Tuple(_, items)) if items.len() == length => self.de,
            _ => {
                let form = self.with_values(length);
                self.without_content(form)
            }
        };
        visitor.visit_seq(Items { left: content.items(length).into_iter() })
    }

    fn struct_variant<V: Visitor<'a>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Stop> {
        let content = match self.de.node.map(|node| &node.kind) {
            Some(Kind::Struct(..)) => self.de,
            _ => {
                let named: Vec<String> = fields.iter().map(|field| format!("{field}: …")).collect();
                let form = written(&format!("{}({})", self.name, named.join(", ")));
                self.without_content(form)
            }
        };
        content.group(fields, visitor)
    }
}
