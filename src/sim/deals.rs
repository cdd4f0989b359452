//! All deals of a run, indexed by id and by the quarter in which they are decided.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::Deal;
use crate::ids::{DealId, Quarter, ThemeId};

/// Marks an id without a deal in `places`.
const NOWHERE: u32 = u32::MAX;

/// All deals of a run. Almost every rule asks for the deals of one quarter, so there is an index by quarter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deals {
    /// In the order in which they were opened; `places` and `closing` hold positions in it.
    opened: Vec<Deal>,
    /// Position by id. A plain vector works because ids are small numbers with few gaps.
    places: Vec<u32>,
    /// Positions by closing quarter, each list in order of ids.
    closing: Vec<Vec<u32>>,
    /// How many deals that close in a quarter ask for a theme.
    requests: BTreeMap<(ThemeId, Quarter), usize>,
}

impl Deals {
    /// Adds a deal with a new id. Its closing quarter and theme must not change afterwards.
    pub(super) fn insert(&mut self, deal: Deal) {
        let place = self.opened.len() as u32;
        let (id, quarter) = (deal.id.index(), usize::from(deal.closes.0));
        if self.places.len() <= id {
            self.places.resize(id + 1, NOWHERE);
        }
        self.places[id] = place;
        if self.closing.len() <= quarter {
            self.closing.resize_with(quarter + 1, Vec::new);
        }
        let closing = &mut self.closing[quarter];
        let before = |&other: &u32| self.opened[other as usize].id < deal.id;
        // Ids are mostly added in increasing order, so try the end first.
        let at = if closing.last().is_none_or(before) { closing.len() } else { closing.partition_point(before) };
        closing.insert(at, place);
        if let Some(ask) = &deal.ask {
            *self.requests.entry((ask.theme, deal.closes)).or_default() += 1;
        }
        self.opened.push(deal);
    }

    fn place(&self, id: DealId) -> Option<usize> {
        self.places.get(id.index()).filter(|&&place| place != NOWHERE).map(|&place| place as usize)
    }

    /// A deal.
    #[must_use]
    pub fn get(&self, id: &DealId) -> Option<&Deal> {
        self.place(*id).map(|place| &self.opened[place])
    }

    /// A deal, to change. Its id, closing quarter and theme must stay the same because they are indexed.
    pub(super) fn get_mut(&mut self, id: DealId) -> Option<&mut Deal> {
        self.place(id).map(|place| &mut self.opened[place])
    }

    /// The ids of all deals, in order.
    pub fn keys(&self) -> impl Iterator<Item = DealId> {
        self.values().map(|deal| deal.id)
    }

    /// Every deal that was ever opened, in order of the ids.
    pub fn values(&self) -> impl Iterator<Item = &Deal> {
        self.places.iter().filter(|&&place| place != NOWHERE).map(|&place| &self.opened[place as usize])
    }

    /// Deals that are decided in a quarter, in order of the ids.
    pub fn closing(&self, quarter: Quarter) -> impl Iterator<Item = &Deal> {
        self.closing.get(usize::from(quarter.0)).into_iter().flatten().map(|&place| &self.opened[place as usize])
    }

    /// Deals that are decided in a quarter or later, quarter by quarter.
    pub fn closing_from(&self, quarter: Quarter) -> impl Iterator<Item = &Deal> {
        self.closing.iter().skip(quarter.0.into()).flatten().map(|&place| &self.opened[place as usize])
    }

    /// How many deals that are decided before a quarter asked for a theme.
    #[must_use]
    pub fn requests_before(&self, theme: ThemeId, quarter: Quarter) -> usize {
        self.requests.range((theme, Quarter(0))..(theme, quarter)).map(|(_, count)| count).sum()
    }
}

/// Serialized as a map from id to deal; the indexes follow from it.
impl Serialize for Deals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.values().map(|deal| (deal.id, deal)))
    }
}
