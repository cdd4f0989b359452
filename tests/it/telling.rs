//! Tells a game with the words of its own scenario.

use std::sync::Arc;

use off_roadmap::sim::Game;
use off_roadmap::text::{Teller, Text};

/// A teller for a game, with these texts.
pub fn telling(text: &Text, game: &Game) -> Teller {
    Teller::new(Arc::new(text.clone()), game.scenario().clone())
}
