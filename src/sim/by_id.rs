//! Things with an id in one block of memory, in order of their ids: almost every rule walks all of them.

use serde::{Serialize, Serializer};

/// What has an id of its own.
pub trait Keyed {
    /// The type of the id.
    type Id: Copy + Ord + Serialize;

    /// The id.
    fn id(&self) -> Self::Id;
}

/// Things in order of their ids.
#[derive(Clone, Debug, PartialEq)]
pub struct ById<T> {
    things: Vec<T>,
}

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self { things: Vec::new() }
    }
}

impl<T: Keyed> ById<T> {
    fn place(&self, id: T::Id) -> Result<usize, usize> {
        // New ones mostly come last.
        match self.things.last() {
            Some(last) if last.id() >= id => self.things.binary_search_by_key(&id, Keyed::id),
            _ => Err(self.things.len()),
        }
    }

    /// Adds a thing; one with the same id is replaced.
    pub(super) fn insert(&mut self, thing: T) {
        match self.place(thing.id()) {
            Ok(there) => self.things[there] = thing,
            Err(place) => self.things.insert(place, thing),
        }
    }

    /// Takes a thing out.
    pub(super) fn remove(&mut self, id: T::Id) -> Option<T> {
        self.place(id).ok().map(|there| self.things.remove(there))
    }

    /// A thing, to change anything but its id.
    pub(super) fn get_mut(&mut self, id: T::Id) -> Option<&mut T> {
        self.place(id).ok().map(|there| &mut self.things[there])
    }

    /// The thing with an id.
    #[must_use]
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        self.place(*id).ok().map(|there| &self.things[there])
    }

    /// Whether there is one with an id.
    #[must_use]
    pub fn contains_key(&self, id: &T::Id) -> bool {
        self.place(*id).is_ok()
    }

    /// All of them, in order of their ids.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.things.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.things.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }
}

/// Written as a map of the things by id.
impl<T: Keyed + Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.things.iter().map(|thing| (thing.id(), thing)))
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
        assert_eq!((things.len(), things.contains_key(&1)), (5, false));
    }
}
