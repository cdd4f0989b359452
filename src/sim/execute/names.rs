//! Names of customers: two words from the scenario's lists, with no pair used twice in a game.

use crate::scenario::Scenario;
use crate::sim::Name;
use crate::sim::dice::{Dice, Purpose};

/// All pairs of the scenario's words, in an order set by the seed. Deals take names from the front and the starting
/// customers from the back. Each goes by a number that no decision changes, so a seed has the same names for every
/// team. A name repeats only if the scenario has fewer pairs than the game has customers.
#[derive(Clone, Copy)]
pub(super) struct Names {
    seconds: u32,
    pairs: u32,
    first: u32,
    step: u32,
}

impl Names {
    pub(super) fn of(scenario: &Scenario, dice: &Dice) -> Self {
        let count = |words: &[String]| u32::from(u16::try_from(words.len()).unwrap_or(u16::MAX)).max(1);
        let seconds = count(&scenario.names.second);
        // Both factors are below 2^16.
        let pairs = count(&scenario.names.first) * seconds;
        let mut roll = dice.roll(Purpose::Names, 0, 0);
        let (first, mut step) = (roll.below(pairs), roll.below(pairs).max(1));
        // A step coprime to the number of pairs visits each pair exactly once.
        while common_divisor(step, pairs) > 1 {
            step = step % pairs + 1;
        }
        Self { seconds, pairs, first, step }
    }

    /// The name of a deal, by its number among all deals that could ever come up.
    pub(super) fn of_deal(self, number: u32) -> Name {
        self.at(number % self.pairs)
    }

    /// The name of a customer that is there from the start.
    pub(super) fn of_first_customer(self, number: u32) -> Name {
        self.at(self.pairs - 1 - number % self.pairs)
    }

    fn at(self, place: u32) -> Name {
        let pair = (u64::from(self.first) + u64::from(self.step) * u64::from(place)) % u64::from(self.pairs);
        // Both are below the number of words, which fits.
        let word = |number: u64| u16::try_from(number).unwrap_or(0);
        Name::Words(word(pair / u64::from(self.seconds)), word(pair % u64::from(self.seconds)))
    }
}

/// Euclid's algorithm.
fn common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn every_pair_comes_once(firsts in 1_u32..40, seconds in 1_u32..40, first in 0_u32..2000, step in 1_u32..2000) {
            let pairs = firsts * seconds;
            prop_assume!(common_divisor(step, pairs) == 1);
            let names = Names { seconds, pairs, first, step };
            let all: BTreeSet<(u16, u16)> = (0..pairs).filter_map(|number| match names.of_deal(number) {
                Name::Words(first, second) => Some((first, second)),
                Name::Card(_) => None,
            }).collect();
            prop_assert_eq!(all.len(), pairs as usize);
            prop_assert!(all.iter().all(|&(first, second)| u32::from(first) < firsts && u32::from(second) < seconds));
            prop_assert_eq!(names.of_first_customer(0), names.of_deal(pairs - 1));
        }
    }
}
