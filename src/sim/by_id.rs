//! An ordered collection of things with ids, kept in contiguous memory because almost every rule walks all of them.

use serde::{Serialize, Serializer};

/// A thing with its own id.
pub trait Keyed {
    /// The type of the id.
    type Id: Copy + Ord + Serialize;

    /// The id.
    fn id(&self) -> Self::Id;
}

/// Things in order of their ids. Removing one leaves a gap, so the hundreds behind it need not move.
#[derive(Clone, Debug)]
pub struct ById<T: Keyed> {
    ids: Vec<T::Id>,
    /// In the order of `ids`; `None` where a thing was removed.
    things: Vec<Option<T>>,
}

impl<T: Keyed> Default for ById<T> {
    fn default() -> Self {
        Self { ids: Vec::new(), things: Vec::new() }
    }
}

/// Equal if they hold the same things; gaps do not count.
impl<T: Keyed + PartialEq> PartialEq for ById<T> {
    fn eq(&self, other: &Self) -> bool {
        self.values().eq(other.values())
    }
}

impl<T: Keyed> ById<T> {
    fn place(&self, id: T::Id) -> Result<usize, usize> {
        // Ids are mostly added in increasing order, so try the end first.
        match self.ids.last() {
            Some(&last) if last >= id => self.ids.binary_search(&id),
            _ => Err(self.ids.len()),
        }
    }

    /// Adds a thing, replacing any with the same id.
    pub(super) fn insert(&mut self, thing: T) {
        match self.place(thing.id()) {
            Ok(there) => self.things[there] = Some(thing),
            Err(place) => {
                self.ids.insert(place, thing.id());
                self.things.insert(place, Some(thing));
            }
        }
    }

    /// Takes a thing out.
    pub(super) fn remove(&mut self, id: T::Id) -> Option<T> {
        let there = self.place(id).ok()?;
        self.things[there].take()
    }

    /// A thing, to change. Its id must stay the same.
    pub(super) fn get_mut(&mut self, id: T::Id) -> Option<&mut T> {
        self.place(id).ok().and_then(|there| self.things[there].as_mut())
    }

    /// The thing with an id.
    #[must_use]
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        self.place(*id).ok().and_then(|there| self.things[there].as_ref())
    }

    /// Whether there is a thing with this id.
    #[must_use]
    pub fn contains_key(&self, id: &T::Id) -> bool {
        self.get(id).is_some()
    }

    /// All of them, in order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.things.iter().flatten()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values().count()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values().next().is_none()
    }
}

/// Serialized as a map from id to thing.
impl<T: Keyed + Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.values().map(|thing| (thing.id(), thing)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Thing(u32, char);

    impl Keyed for Thing {
        type Id = u32;

        fn id(&self) -> u32 {
            self.0
        }
    }

    #[test]
    fn things_are_found_and_walked_by_id_whatever_came_and_went() {
        let mut things = ById::default();
        for id in [5, 1, 9, 3, 7] {
            things.insert(Thing(id, 'a'));
        }
        assert_eq!(things.remove(1), Some(Thing(1, 'a')));
        assert_eq!(things.remove(4), None);
        things.insert(Thing(4, 'b'));
        things.insert(Thing(9, 'c'));
        things.get_mut(3).expect("it is there").1 = 'd';
        let walked: Vec<(u32, char)> = things.values().map(|thing| (thing.0, thing.1)).collect();
        assert_eq!(walked, [(3, 'd'), (4, 'b'), (5, 'a'), (7, 'a'), (9, 'c')]);
        assert!(walked.iter().all(|(id, letter)| things.get(id).is_some_and(|thing| thing.1 == *letter)));
        assert_eq!((things.len(), things.contains_key(&1), things.get(&1)), (5, false, None));
        let mut same = ById::default();
        for (id, letter) in walked {
            same.insert(Thing(id, letter));
        }
        assert_eq!(things, same, "what was taken out before makes no difference");
        things.insert(Thing(1, 'e'));
        assert_eq!(things.values().next(), Some(&Thing(1, 'e')), "a gap is filled again");
        assert!(things != same && !things.is_empty());
    }
}
