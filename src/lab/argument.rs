//! What can be said of several runs beyond their numbers: what each comes to with other dice, and which of their
//! differences mattered.

use std::collections::BTreeMap;

use super::contrasts::{Contrast, Finished, contrasts};
use super::spread::Spread;
use crate::sim::{Game, Phase};

/// Other games in which the decisions of a team are tried.
const GAMES: u32 = 100;

/// What can be said of several runs. Positions of teams are those of the runs it was made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Argument {
    /// The largest group of finished runs that have the same deck, by their positions: only these can be compared.
    pub same_deck: Vec<usize>,
    /// What the decisions of each of these come to with other dice, in the same order.
    pub spreads: Vec<Spread>,
    /// The cards that they answered differently and where that mattered, the largest difference first.
    pub contrasts: Vec<Contrast>,
}

impl Argument {
    /// Compares runs, finished or not. Takes about a tenth of a second for a run, and a second or two for the cards.
    #[must_use]
    pub fn of(runs: &[Finished]) -> Self {
        let games = runs.iter().map(|run| run.game).enumerate();
        let same_deck = largest_deck(games.filter(|(_, game)| game.state().phase == Phase::Ended));
        let group: Vec<Finished> = same_deck.iter().map(|&at| runs[at]).collect();
        let spreads = group.iter().map(|team| Spread::of(team.run, team.game, GAMES)).collect();
        let mut contrasts = if group.len() > 1 { contrasts(&group) } else { Vec::new() };
        for side in contrasts.iter_mut().flat_map(|contrast| &mut contrast.sides) {
            side.team = same_deck[side.team];
        }
        Self { same_deck, spreads, contrasts }
    }
}

/// The largest group of games with the same version of the same scenario and the same seed, of games with their positions.
/// Of groups of one size, the one that begins first.
#[must_use]
pub fn largest_deck<'a>(games: impl Iterator<Item = (usize, &'a Game)>) -> Vec<usize> {
    let mut decks: BTreeMap<(&str, u64), Vec<usize>> = BTreeMap::new();
    for (at, game) in games {
        decks.entry((&game.scenario().hash, game.state().seed)).or_default().push(at);
    }
    decks.into_values().max_by_key(|group| (group.len(), usize::MAX - group[0])).unwrap_or_default()
}
