//! Tells a game in a language: the texts of the language, and the words of the game's scenario in it.

use core::ops::Deref;
use std::sync::Arc;

use super::{Numbers, Text};
use crate::scenario::Scenario;

/// The texts of a language with the words of one scenario in it.
///
/// A game has no language: it uses its scenario only for the rules. The words come from a teller, so two people can read
/// one game in two languages at the same time.
#[derive(Clone, Debug)]
pub struct Teller {
    text: Arc<Text>,
    scenario: Arc<Scenario>,
}

impl Teller {
    /// Tells games of a scenario, with the words that `scenario` has.
    #[must_use]
    pub fn new(text: Arc<Text>, scenario: Arc<Scenario>) -> Self {
        Self { text, scenario }
    }

    /// The scenario, for its words.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }
}

impl Deref for Teller {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.text
    }
}

impl AsRef<Numbers> for Teller {
    fn as_ref(&self) -> &Numbers {
        self.numbers()
    }
}
