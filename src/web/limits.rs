//! How often somebody may try something: so many times in a minute, for each who tries.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// After this long, tries no longer count.
const SPAN: Duration = Duration::from_secs(60);
/// With more entries than this, expired ones are removed.
const MANY: usize = 10_000;

/// Counts tries.
#[derive(Debug)]
pub(super) struct Limit<T> {
    most: u32,
    tries: Mutex<BTreeMap<T, (Instant, u32)>>,
}

impl<T: Ord> Limit<T> {
    /// Allows this many tries per minute.
    pub(super) fn new(most: u32) -> Self {
        Self { most, tries: Mutex::default() }
    }

    /// Counts a try. Whether it is one too many.
    pub(super) fn exceeded_by(&self, who: T) -> bool {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.len() > MANY {
            tries.retain(|_, (since, _)| since.elapsed() < SPAN);
        }
        let (since, count) = tries.entry(who).or_insert((Instant::now(), 0));
        if since.elapsed() >= SPAN {
            (*since, *count) = (Instant::now(), 0);
        }
        *count += 1;
        *count > self.most
    }
}

#[cfg(test)]
mod tests {
    use super::Limit;

    #[test]
    fn one_who_tries_too_often_does_not_stop_the_others() {
        let limit = Limit::new(2);
        assert!(!limit.exceeded_by(1) && !limit.exceeded_by(1));
        assert!(limit.exceeded_by(1));
        assert!(!limit.exceeded_by(2));
    }
}
