//! All deals of a run, found by id and by the quarter in which they are decided.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::{Deal, DealId, Quarter};

/// All deals of a run. Almost every rule asks for those of one quarter, so the quarters are indexed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deals {
    by_id: BTreeMap<DealId, Box<Deal>>,
    /// Ids in order, by the number of the quarter.
    closing: Vec<Vec<DealId>>,
}

impl Deals {
    /// Adds a deal. When it closes is settled with that.
    pub(super) fn insert(&mut self, deal: Box<Deal>) {
        let quarter = usize::from(deal.closes.0);
        if self.closing.len() <= quarter {
            self.closing.resize_with(quarter + 1, Vec::new);
        }
        let ids = &mut self.closing[quarter];
        if let Err(place) = ids.binary_search(&deal.id) {
            ids.insert(place, deal.id);
        }
        self.by_id.insert(deal.id, deal);
    }

    /// A deal.
    #[must_use]
    pub fn get(&self, id: &DealId) -> Option<&Deal> {
        self.by_id.get(id).map(AsRef::as_ref)
    }

    /// A deal, to change anything but when it closes.
    pub(super) fn get_mut(&mut self, id: DealId) -> Option<&mut Deal> {
        self.by_id.get_mut(&id).map(AsMut::as_mut)
    }

    /// The ids of all deals, in order.
    pub fn keys(&self) -> impl Iterator<Item = DealId> {
        self.by_id.keys().copied()
    }

    /// Every deal that was ever opened, in order of the ids.
    pub fn values(&self) -> impl Iterator<Item = &Deal> {
        self.by_id.values().map(AsRef::as_ref)
    }

    /// Deals that are decided in a quarter or later, quarter by quarter.
    pub fn closing_from(&self, quarter: Quarter) -> impl Iterator<Item = &Deal> {
        self.closing.iter().skip(quarter.0.into()).flatten().filter_map(|id| self.get(id))
    }

    /// Deals that are decided in a quarter, in order of the ids.
    pub fn closing(&self, quarter: Quarter) -> impl Iterator<Item = &Deal> {
        self.closing.get(usize::from(quarter.0)).into_iter().flatten().filter_map(|id| self.get(id))
    }
}

/// The index follows from the deals and is not written.
impl Serialize for Deals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.by_id.serialize(serializer)
    }
}
