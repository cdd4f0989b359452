//! Messages of findings as data: the key of a text in the language files, and values to fill in.

use std::io::ErrorKind;

/// A message in no particular language; [`crate::text::message`] writes it in one.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Key of the text in the language files.
    pub key: &'static str,
    /// Values to fill in, by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// A value to fill into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Something from the file or its format; the same in every language.
    Word(String),
    /// A count, for texts that depend on it.
    Count(usize),
    /// Another message inside this one.
    Message(Message),
    /// Why a file cannot be opened.
    Disk(ErrorKind),
}

impl Message {
    /// A message with a key and no values.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Adds a value to fill in.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

impl From<&str> for Arg {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<String> for Arg {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<char> for Arg {
    fn from(sign: char) -> Self {
        Self::Word(sign.to_string())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<u8> for Arg {
    fn from(count: u8) -> Self {
        Self::Count(count.into())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<ErrorKind> for Arg {
    fn from(kind: ErrorKind) -> Self {
        Self::Disk(kind)
    }
}
