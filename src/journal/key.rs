//! The keys that let devices in: a device holds the key, the journal only its hash.

use serde::{Deserialize, Serialize};

use crate::room::PersonId;
use crate::text::letters;

/// Bytes of a key.
const LENGTH: usize = 16;
/// Letters of the code by which a person comes back.
const OWN: usize = 5;
const LETTERS: &[u8; 16] = b"BCDFGHJKLMNPRSTX";

/// A secret that a device holds, as it is written in a cookie or a link.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

/// The hash of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyHash(pub(super) [u8; 32]);

/// What a key opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holder {
    /// The pages of a person.
    Person(PersonId),
    /// The console of a facilitator.
    Console(Facilitator),
    /// A link to the console. It works once, and becomes a key.
    ConsoleLink(Facilitator),
    /// The wall.
    Wall,
}

/// Who has a console: the one who opened the room, or a co-facilitator by name.
pub type Facilitator = Option<String>;

impl KeyHash {
    /// The letters by which a person comes back on another device. They open nothing but that person's own pages.
    #[must_use]
    pub fn letters(&self) -> String {
        let letter = |byte: &u8| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]);
        self.0.iter().take(OWN).map(letter).collect()
    }
}

/// A code of letters that neither look nor sound alike, and without vowels, so that it spells no word.
#[must_use]
pub fn code(chance: u64, length: usize) -> String {
    letters::spelled(chance, LETTERS, length)
}

impl Key {
    /// A new key from the system's random numbers.
    ///
    /// # Errors
    /// The system has none.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// A key that a device shows.
    #[must_use]
    pub fn shown(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its hash.
    #[must_use]
    pub fn hash(&self) -> KeyHash {
        KeyHash(*blake3::hash(self.0.as_bytes()).as_bytes())
    }
}

/// Never tells the secret.
impl core::fmt::Debug for Key {
    fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        f.write_str("Key(…)")
    }
}
