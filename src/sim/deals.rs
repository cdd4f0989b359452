//! All deals of a run, found by id and by the quarter in which they are decided.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::{Deal, DealId, Quarter};

/// All deals of a run. Almost every rule asks for those of one quarter, so the quarters are indexed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deals {
    /// In the order in which they were opened; the other two fields point into it.
    opened: Vec<Deal>,
    by_id: BTreeMap<DealId, usize>,
    /// In order of the ids, by the number of the quarter.
    closing: Vec<Vec<usize>>,
}

impl Deals {
    /// Adds a deal; its id is new. When it closes is settled with that.
    pub(super) fn insert(&mut self, deal: Deal) {
        let place = self.opened.len();
        let quarter = usize::from(deal.closes.0);
        if self.closing.len() <= quarter {
            self.closing.resize_with(quarter + 1, Vec::new);
        }
        let closing = &mut self.closing[quarter];
        let at = closing.partition_point(|&other| self.opened[other].id < deal.id);
        closing.insert(at, place);
        self.by_id.insert(deal.id, place);
        self.opened.push(deal);
    }

    /// A deal.
    #[must_use]
    pub fn get(&self, id: &DealId) -> Option<&Deal> {
        self.by_id.get(id).map(|&place| &self.opened[place])
    }

    /// A deal, to change anything but its id and when it closes.
    pub(super) fn get_mut(&mut self, id: DealId) -> Option<&mut Deal> {
        self.by_id.get(&id).map(|&place| &mut self.opened[place])
    }

    /// The ids of all deals, in order.
    pub fn keys(&self) -> impl Iterator<Item = DealId> {
        self.by_id.keys().copied()
    }

    /// Every deal that was ever opened, in order of the ids.
    pub fn values(&self) -> impl Iterator<Item = &Deal> {
        self.by_id.values().map(|&place| &self.opened[place])
    }

    /// Deals that are decided in a quarter, in order of the ids.
    pub fn closing(&self, quarter: Quarter) -> impl Iterator<Item = &Deal> {
        self.closing.get(usize::from(quarter.0)).into_iter().flatten().map(|&place| &self.opened[place])
    }

    /// Deals that are decided in a quarter or later, quarter by quarter.
    pub fn closing_from(&self, quarter: Quarter) -> impl Iterator<Item = &Deal> {
        self.closing.iter().skip(quarter.0.into()).flatten().map(|&place| &self.opened[place])
    }
}

/// Written as a map of the deals by id; the rest follows from it.
impl Serialize for Deals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.by_id.iter().map(|(id, &place)| (id, &self.opened[place])))
    }
}
