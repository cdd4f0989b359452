//! What a finding says, as data: the key of a text in the language files, and what is filled in.

use std::io::ErrorKind;

/// A text that is not yet told in any language; [`crate::text::message`] tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Key of the text in the language files.
    pub key: &'static str,
    /// What is filled in, by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// What is filled into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Something out of a file or of its format, the same in every language.
    Word(String),
    /// How many there are; words may depend on it.
    Count(usize),
    /// A text inside the text.
    Message(Message),
    /// Why a file cannot be opened.
    Disk(ErrorKind),
}

impl Message {
    /// A text of the language files.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Fills something in.
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
