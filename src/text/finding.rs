//! Findings about a scenario in the words of a language. The command line prints the same ones in English.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Text, disk, seen};
use crate::scenario::{Arg, LoadError, Message};

/// A message of the scenario checker, in words.
#[must_use]
pub fn message(text: &Text, message: &Message) -> String {
    let mut args = FluentArgs::new();
    for (name, arg) in &message.args {
        args.set(*name, filled_in(text, arg));
    }
    text.format(message.key, &args)
}

fn filled_in(text: &Text, arg: &Arg) -> FluentValue<'static> {
    match arg {
        Arg::Word(word) => FluentValue::from(seen(word)),
        Arg::Count(count) => FluentValue::from(*count),
        Arg::Message(inner) => FluentValue::from(message(text, inner)),
        Arg::Disk(kind) => FluentValue::from(disk(text, *kind).unwrap_or_else(|| kind.to_string())),
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&message(&Text::default(), self))
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for LoadError {}
