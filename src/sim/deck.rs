//! Which hand-written prospects enter in which quarter. Depends only on scenario and seed, so it is the same for every
//! team.

use super::dice::{Dice, Purpose};
use crate::ids::CardId;
use crate::scenario::{Card, Scenario};

/// The hand-written prospects of a run, dealt out over its quarters.
#[derive(Clone, Debug)]
pub struct Deck {
    quarters: Vec<Vec<CardId>>,
}

impl Deck {
    /// Deals out the cards of a scenario.
    ///
    /// Each quarter takes first the cards that must enter now, then one hidden profile. Further hidden profiles are
    /// used only when no other card fits, so that there is one for as many quarters as possible.
    #[must_use]
    pub fn new(scenario: &Scenario, dice: &Dice) -> Self {
        let mut left = shuffled(scenario, dice);
        // Nothing enters in the last quarter: it would be decided only after the end and never reach the table.
        let quarters = (0..scenario.meta.quarters).map(|quarter| deal(scenario, &mut left, quarter)).collect();
        Self { quarters }
    }

    /// The cards that enter the pipeline in a quarter (0 = they are there at the start).
    #[must_use]
    pub fn cards(&self, quarter: u8) -> &[CardId] {
        self.quarters.get(usize::from(quarter)).map_or(&[], Vec::as_slice)
    }
}

fn deal(scenario: &Scenario, left: &mut Vec<CardId>, at: u8) -> Vec<CardId> {
    // The prospects at the start fill the first two tables.
    let places = usize::from(scenario.named_per_quarter) * if at == 0 { 2 } else { 1 };
    let card = |id: &CardId| &scenario.specials[id.index()];
    let mut dealt = take(left, usize::MAX, |id| last_chance(card(id), at));
    if !dealt.iter().any(|id| card(id).hidden_profile) && dealt.len() < places {
        dealt.extend(take(left, 1, |id| card(id).hidden_profile && may_enter(card(id), at)));
    }
    dealt.extend(take(left, places.saturating_sub(dealt.len()), |id| {
        !card(id).hidden_profile && may_enter(card(id), at)
    }));
    dealt.extend(take(left, places.saturating_sub(dealt.len()), |id| may_enter(card(id), at)));
    dealt
}

/// Takes up to `most` fitting cards, keeping their order.
fn take(left: &mut Vec<CardId>, most: usize, fits: impl Fn(&CardId) -> bool) -> Vec<CardId> {
    let mut taken = Vec::new();
    left.retain(|id| {
        let take = taken.len() < most && fits(id);
        if take {
            taken.push(*id);
        }
        !take
    });
    taken
}

fn may_enter(card: &Card, at: u8) -> bool {
    card.enters.is_none_or(|(first, last)| first <= at && at <= last)
}

fn last_chance(card: &Card, at: u8) -> bool {
    card.enters.is_some_and(|(first, last)| first <= at && at == last)
}

fn shuffled(scenario: &Scenario, dice: &Dice) -> Vec<CardId> {
    let count = u16::try_from(scenario.specials.len()).unwrap_or(u16::MAX);
    let mut order: Vec<(f64, CardId)> =
        (0..count).map(|i| (dice.roll(Purpose::CardOrder, 0, u32::from(i)).unit(), CardId(i))).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    order.into_iter().map(|(_, id)| id).collect()
}
