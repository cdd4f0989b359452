//! What every control has: a name, a tone, a key, a reason while it is blocked, and what it sends.

use bevy::prelude::*;

use super::super::theme::Tone;
use super::intent::{Blocked, OnActivate, Shortcut};

/// The part of a control that does not depend on what kind it is.
#[derive(Clone)]
pub(super) struct Control {
    /// Its name, by which tests and scripts find it.
    pub name: String,
    pub tone: Tone,
    pub shortcut: Option<Shortcut>,
    pub blocked: Option<Blocked>,
    /// Whether the reason why it is blocked is in a note beside it.
    pub reason_aside: bool,
    pub intent: Option<OnActivate>,
}

impl Control {
    pub(super) fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            tone: Tone::Neutral,
            shortcut: None,
            blocked: None,
            reason_aside: false,
            intent: None,
        }
    }

    /// The reason why it is blocked.
    pub(super) fn reason(&self) -> Option<&str> {
        self.blocked.as_ref().map(Blocked::reason)
    }

    /// Adds what it sends, the key that it listens to, and why it is blocked.
    pub(super) fn equip(&self, entity: &mut EntityCommands) {
        if let Some(intent) = &self.intent {
            entity.insert(intent.clone());
        }
        if let Some(shortcut) = &self.shortcut {
            entity.insert(shortcut.clone());
        }
        if let Some(blocked) = &self.blocked {
            entity.insert(blocked.clone());
        }
    }
}

/// The methods that all builders of controls share; they have a field `control`.
macro_rules! builds_control {
    ($builder:ty) => {
        impl $builder {
            /// Takes the colour of a tone; what can be chosen does so when it is.
            pub fn tone(mut self, tone: Tone) -> Self {
                self.control.tone = tone;
                self
            }

            /// Shows a key-cap and listens to that key.
            pub fn key(self, shortcut: Shortcut) -> Self {
                self.keys(Some(shortcut))
            }

            /// Shows a key-cap and listens to that key, if there is one.
            pub fn keys(mut self, shortcut: Option<Shortcut>) -> Self {
                self.control.shortcut = shortcut;
                self
            }

            /// Blocks it for the given reason.
            pub fn blocked(self, reason: impl Into<String>) -> Self {
                self.blocked_by(Some(reason))
            }

            /// Blocks it if there is a reason, such as the refusal from the rules.
            pub fn blocked_by(mut self, reason: Option<impl Into<String>>) -> Self {
                self.control.blocked = reason.and_then(Blocked::new);
                self
            }

            /// Shows the reason why it is blocked in a note beside it, so that nothing moves when another choice
            /// blocks it.
            pub fn reason_aside(mut self) -> Self {
                self.control.reason_aside = true;
                self
            }

            /// Sends this message when used.
            pub fn sends<M: Message + Clone>(mut self, message: M) -> Self {
                self.control.intent = Some(OnActivate::send(message));
                self
            }
        }
    };
}

pub(super) use builds_control;
