//! Intents: the messages that widgets send when they are used. The caller supplies them; widgets never interpret them.

use std::sync::Arc;

use bevy::ecs::event::EntityEvent;
use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::ui::InteractionDisabled;
use bevy::ui_widgets::Activate;

/// Sends a message when the widget is activated by a click, a key or a shortcut.
#[derive(Component, Clone)]
pub struct OnActivate(Arc<dyn Fn(&mut Commands) + Send + Sync>);

impl OnActivate {
    /// Sends a copy of this message each time.
    pub fn send<M: Message + Clone>(message: M) -> Self {
        Self(Arc::new(move |commands| {
            commands.write_message(message.clone());
        }))
    }
}

/// Sends a message made from the new value of a slider.
#[derive(Component, Clone)]
pub struct OnValue(Arc<dyn Fn(i32, &mut Commands) + Send + Sync>);

impl OnValue {
    /// Sends the message that `map` makes from the value.
    pub fn send<M: Message>(map: impl Fn(i32) -> M + Send + Sync + 'static) -> Self {
        Self(Arc::new(move |value, commands| {
            commands.write_message(map(value));
        }))
    }

    pub(super) fn emit(&self, value: i32, commands: &mut Commands) {
        (self.0)(value, commands);
    }
}

/// Sends a message made from the text of a field.
#[derive(Clone)]
pub struct OnText(Arc<dyn Fn(&str, &mut Commands) + Send + Sync>);

impl OnText {
    /// Sends the message that `map` makes from the text.
    pub fn send<M: Message>(map: impl Fn(&str) -> M + Send + Sync + 'static) -> Self {
        Self(Arc::new(move |text, commands| {
            commands.write_message(map(text));
        }))
    }

    pub(super) fn emit(&self, text: &str, commands: &mut Commands) {
        (self.0)(text, commands);
    }
}

/// Sends a message made from the complete text of a field, when Enter is pressed in it.
#[derive(Component, Clone)]
pub(super) struct OnSubmit(pub OnText);

/// Enter was pressed in a field.
#[derive(EntityEvent, Clone, Copy, Debug)]
pub(super) struct Submit {
    pub entity: Entity,
}

/// The names of keys in the player's language.
#[derive(Resource, Clone, Debug, PartialEq, Eq)]
pub struct KeyNames {
    /// The key for the primary action.
    pub enter: String,
    /// The key that goes back.
    pub escape: String,
    /// The modifier key of shortcuts.
    pub control: String,
}

impl Default for KeyNames {
    fn default() -> Self {
        Self { enter: "Enter".into(), escape: "Esc".into(), control: "Ctrl".into() }
    }
}

/// A key that activates a widget from anywhere on the screen, except while somebody is typing.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// The Enter key, when the focused widget has no use for it.
    Enter,
    /// The Escape key.
    Escape,
    /// A character, whichever keys produce it: `'e'`, `'?'`.
    Char(char),
    /// Ctrl (or Cmd) with a character.
    Ctrl(char),
    /// A function key, from F1 to F12.
    Function(u8),
}

impl Shortcut {
    /// The label of the key-cap.
    pub(super) fn cap(&self, names: &KeyNames) -> String {
        match self {
            Self::Enter => names.enter.clone(),
            Self::Escape => names.escape.clone(),
            Self::Char(char) => char.to_uppercase().collect(),
            Self::Ctrl(char) => format!("{} {}", names.control, char.to_uppercase()),
            Self::Function(number) => format!("F{number}"),
        }
    }

    /// Whether a key press means this shortcut.
    pub(super) fn matches(&self, key: &Key, ctrl: bool) -> bool {
        match (self, key) {
            (Self::Enter, Key::Enter) | (Self::Escape, Key::Escape) => !ctrl,
            (Self::Char(wanted), Key::Character(typed)) => !ctrl && same_char(typed, *wanted),
            (Self::Ctrl(wanted), Key::Character(typed)) => ctrl && same_char(typed, *wanted),
            (Self::Function(number), key) => !ctrl && function_key(*number).as_ref() == Some(key),
            _ => false,
        }
    }
}

fn function_key(number: u8) -> Option<Key> {
    let keys =
        [Key::F1, Key::F2, Key::F3, Key::F4, Key::F5, Key::F6, Key::F7, Key::F8, Key::F9, Key::F10, Key::F11, Key::F12];
    keys.into_iter().nth(usize::from(number).checked_sub(1)?)
}

fn same_char(typed: &str, wanted: char) -> bool {
    typed.chars().flat_map(char::to_lowercase).eq(wanted.to_lowercase())
}

/// Why a widget cannot be used now; the text is never empty. The widget can still have the focus, so that the
/// reason can be read out.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
#[require(InteractionDisabled)]
pub struct Blocked(String);

impl Blocked {
    /// Blocks a widget for a reason. Returns `None` for an empty one, because nothing is blocked without a reason.
    pub fn new(reason: impl Into<String>) -> Option<Self> {
        Some(reason.into()).filter(|reason| !reason.trim().is_empty()).map(Self)
    }

    /// The reason.
    pub fn reason(&self) -> &str {
        &self.0
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<KeyNames>().add_observer(send_intent);
}

fn send_intent(
    activate: On<Activate>,
    widgets: Query<&OnActivate, Without<InteractionDisabled>>,
    mut commands: Commands,
) {
    if let Ok(intent) = widgets.get(activate.entity) {
        (intent.0)(&mut commands);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortcut_is_what_is_typed_not_where_the_key_lies() {
        let z = Key::Character("Z".into());
        assert!(Shortcut::Char('z').matches(&z, false));
        assert!(Shortcut::Ctrl('z').matches(&z, true));
        assert!(!Shortcut::Ctrl('z').matches(&z, false));
        assert!(!Shortcut::Char('z').matches(&z, true));
        assert!(Shortcut::Char('?').matches(&Key::Character("?".into()), false));
        assert!(Shortcut::Enter.matches(&Key::Enter, false));
        assert!(Shortcut::Function(2).matches(&Key::F2, false));
        assert!(!Shortcut::Function(2).matches(&Key::F1, false) && !Shortcut::Function(0).matches(&Key::F1, false));
    }
}
