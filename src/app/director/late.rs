//! Values that take a while to compute. Each is computed on its own thread, so that no page and no act waits for it;
//! pages show it once it has arrived.

use std::thread::{self, JoinHandle};

/// A value that may still be on its way.
#[derive(Debug, Default)]
pub(super) enum Late<T> {
    /// Nobody asked for it.
    #[default]
    Unasked,
    /// It is being computed.
    Coming(JoinHandle<T>),
    /// It has arrived.
    Here(T),
}

impl<T: Send + 'static> Late<T> {
    /// Starts to compute a value.
    pub(super) fn ask(compute: impl FnOnce() -> T + Send + 'static) -> Self {
        Self::Coming(thread::spawn(compute))
    }

    /// The value, once it has arrived.
    pub(super) fn here(&self) -> Option<&T> {
        match self {
            Self::Here(value) => Some(value),
            Self::Unasked | Self::Coming(_) => None,
        }
    }

    /// Whether it is on its way.
    pub(super) fn is_coming(&self) -> bool {
        matches!(self, Self::Coming(_))
    }

    /// Takes the value in if it has arrived meanwhile, and returns whether it has.
    pub(super) fn arrive(&mut self) -> bool {
        let arrived = matches!(self, Self::Coming(computing) if computing.is_finished());
        if arrived && let Self::Coming(computing) = std::mem::take(self) {
            // A thread that panicked leaves nothing behind, as if nobody had asked.
            *self = computing.join().map_or(Self::Unasked, Self::Here);
        }
        arrived
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_value_is_on_its_way_until_it_arrives() {
        let (ready, wait) = channel();
        let mut late = Late::ask(move || wait.recv().unwrap_or(0));
        assert!(!late.arrive() && late.is_coming() && late.here().is_none());
        ready.send(7).expect("the thread waits");
        while !late.arrive() {
            thread::yield_now();
        }
        assert_eq!(late.here(), Some(&7));
        assert!(!late.arrive(), "it arrives once");
    }

    #[test]
    fn what_fails_to_be_computed_is_as_if_nobody_had_asked() {
        let mut late: Late<u8> = Late::ask(|| panic!("on purpose"));
        while !late.arrive() {
            thread::yield_now();
        }
        assert!(late.here().is_none() && !late.is_coming());
    }
}
