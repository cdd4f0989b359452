//! Handles the keys of a frame one after the other. Tracks the modifiers that were held when each key went down, and
//! what a key means on a keyboard without Latin letters.
//!
//! Bevy only knows which keys are held at the end of a frame. If a frame takes long, or a program sends the keys, a
//! chord may be over by then. And if switching the layout renames a modifier, Bevy never sees its release.

use std::collections::BTreeMap;

use bevy::ecs::system::SystemState;
use bevy::input::ButtonState;
use bevy::input::InputSystems;
use bevy::input::keyboard::{Key, KeyCode, KeyboardFocusLost, KeyboardInput};
use bevy::input_focus::{InputFocusSystems, dispatch_focused_input};
use bevy::prelude::*;

/// The modifiers that are held, by key code, and which letters the keyboard has.
#[derive(Resource, Default, Debug)]
pub(super) struct Keys {
    held: BTreeMap<KeyCode, Modifier>,
    /// Whether the last letter that was typed is not a Latin one.
    foreign: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Modifier {
    Shift,
    Control,
    Alt,
    AltGraph,
    Super,
}

impl Keys {
    /// Whether Shift is held.
    pub(super) fn shift(&self) -> bool {
        self.holds(Modifier::Shift)
    }

    /// Whether a modifier is held that turns a letter into a command. Text typed with `AltGr` is not a command, even
    /// where the system reports `AltGr` as Ctrl and Alt.
    pub(super) fn command(&self) -> bool {
        self.holds(Modifier::Super) || (self.holds(Modifier::Control) && !self.holds(Modifier::AltGraph))
    }

    /// Whether Alt is held.
    pub(super) fn alt(&self) -> bool {
        self.holds(Modifier::Alt)
    }

    /// What a key means as a shortcut: what is printed on it, or, on a keyboard without Latin letters, what a US
    /// keyboard has in its place.
    pub(super) fn meant(&self, input: &KeyboardInput) -> Key {
        let foreign = match &input.logical_key {
            Key::Character(typed) => self.foreign && !typed.chars().all(|char| char.is_ascii_digit()),
            _ => false,
        };
        let place = if foreign { letter_at(input.key_code).or_else(|| mark_at(input)) } else { None };
        place.map_or_else(|| input.logical_key.clone(), |char| Key::Character(char.to_string().into()))
    }

    fn holds(&self, modifier: Modifier) -> bool {
        self.held.values().any(|&held| held == modifier)
    }

    /// Updates the held modifiers after a key event.
    fn follow(&mut self, input: &KeyboardInput) {
        match (input.state, modifier(input)) {
            (ButtonState::Pressed, Some(modifier)) => {
                self.held.insert(input.key_code, modifier);
            }
            // Identify the key by its code, because its meaning depends on the layout, which may have changed since.
            (ButtonState::Released, _) => {
                self.held.remove(&input.key_code);
            }
            _ => {}
        }
        if let Key::Character(typed) = &input.logical_key {
            if typed.chars().any(is_foreign) {
                self.foreign = true;
            } else if typed.chars().any(char::is_alphabetic) {
                self.foreign = false;
            }
        }
    }

    /// Sets the inputs that Bevy's own widgets read.
    fn tell(&self, meanings: &mut ButtonInput<Key>, places: &mut ButtonInput<KeyCode>) {
        // A text field knows one modifier for commands. Keyboards and remote desktops made for
        // another system send the other.
        let (own, other) =
            if cfg!(target_os = "macos") { (Key::Super, Key::Control) } else { (Key::Control, Key::Super) };
        let held = [(Key::Shift, self.shift()), (Key::Alt, self.alt()), (own, self.command()), (other, false)];
        for (key, held) in held {
            set(meanings, key, held);
        }
        set(places, KeyCode::ShiftLeft, self.shift());
        set(places, KeyCode::ShiftRight, false);
    }
}

fn set<T: Clone + Eq + std::hash::Hash + Send + Sync + 'static>(keys: &mut ButtonInput<T>, key: T, held: bool) {
    match (keys.pressed(key.clone()), held) {
        (false, true) => keys.press(key),
        (true, false) => keys.release(key),
        _ => {}
    }
}

fn modifier(input: &KeyboardInput) -> Option<Modifier> {
    match (&input.logical_key, input.key_code) {
        (Key::Shift, _) => Some(Modifier::Shift),
        (Key::Control, _) => Some(Modifier::Control),
        (Key::Alt | Key::Meta, _) => Some(Modifier::Alt),
        (Key::AltGraph, _) => Some(Modifier::AltGraph),
        (Key::Super | Key::Hyper, _) => Some(Modifier::Super),
        // With Alt held, Shift may mean "next layout", but it is held all the same.
        (Key::Unidentified(_) | Key::GroupNext | Key::GroupPrevious, KeyCode::ShiftLeft | KeyCode::ShiftRight) => {
            Some(Modifier::Shift)
        }
        _ => None,
    }
}

/// Whether a letter belongs to a script other than Latin.
fn is_foreign(char: char) -> bool {
    char.is_alphabetic() && !char.is_ascii() && !matches!(char, '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// The Latin letter that a US keyboard has in a place.
fn letter_at(place: KeyCode) -> Option<char> {
    Some(match place {
        KeyCode::KeyA => 'a',
        KeyCode::KeyB => 'b',
        KeyCode::KeyC => 'c',
        KeyCode::KeyD => 'd',
        KeyCode::KeyE => 'e',
        KeyCode::KeyF => 'f',
        KeyCode::KeyG => 'g',
        KeyCode::KeyH => 'h',
        KeyCode::KeyI => 'i',
        KeyCode::KeyJ => 'j',
        KeyCode::KeyK => 'k',
        KeyCode::KeyL => 'l',
        KeyCode::KeyM => 'm',
        KeyCode::KeyN => 'n',
        KeyCode::KeyO => 'o',
        KeyCode::KeyP => 'p',
        KeyCode::KeyQ => 'q',
        KeyCode::KeyR => 'r',
        KeyCode::KeyS => 's',
        KeyCode::KeyT => 't',
        KeyCode::KeyU => 'u',
        KeyCode::KeyV => 'v',
        KeyCode::KeyW => 'w',
        KeyCode::KeyX => 'x',
        KeyCode::KeyY => 'y',
        KeyCode::KeyZ => 'z',
        _ => return None,
    })
}

/// The punctuation mark that a US keyboard has in a place, if this keyboard has a letter there instead. If it has a
/// mark there, the key means that mark.
fn mark_at(input: &KeyboardInput) -> Option<char> {
    let Key::Character(typed) = &input.logical_key else { return None };
    if !typed.chars().any(is_foreign) {
        return None;
    }
    match input.key_code {
        KeyCode::Comma => Some(','),
        KeyCode::Period => Some('.'),
        KeyCode::Slash => Some('/'),
        _ => None,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Keys>()
        .add_systems(PreUpdate, dispatch.in_set(InputFocusSystems::Dispatch).after(InputSystems));
}

/// The messages to read in every frame.
type News = (MessageReader<'static, 'static, KeyboardInput>, MessageReader<'static, 'static, KeyboardFocusLost>);

/// Dispatches the keys of a frame one by one, each with the modifiers that were held at that moment. Calls the dispatch
/// function of Bevy's `InputDispatchPlugin`, which is disabled in this app.
fn dispatch(world: &mut World, news: &mut SystemState<News>, mut relay: Local<Messages<KeyboardInput>>) {
    let Ok((mut inputs, mut lost)) = news.get_mut(world) else { return };
    let inputs: Vec<_> = inputs.read().cloned().collect();
    let lost = lost.read().count() > 0;
    for input in inputs {
        world.resource_mut::<Keys>().follow(&input);
        tell(world);
        relay.clear();
        relay.write(input);
        std::mem::swap(&mut *relay, &mut *world.resource_mut::<Messages<KeyboardInput>>());
        if let Err(error) = world.run_system_cached(dispatch_focused_input::<KeyboardInput>) {
            error!("a key was lost: {error}");
        }
        std::mem::swap(&mut *relay, &mut *world.resource_mut::<Messages<KeyboardInput>>());
    }
    // After leaving the window, keys are released elsewhere, and no release arrives here.
    if lost {
        world.resource_mut::<Keys>().held.clear();
    }
    tell(world);
}

/// Shows Bevy's own widgets the modifiers that are held at this moment.
fn tell(world: &mut World) {
    world.resource_scope(|world, keys: Mut<Keys>| {
        world.resource_scope(|world, mut meanings: Mut<ButtonInput<Key>>| {
            keys.tell(&mut meanings, &mut world.resource_mut::<ButtonInput<KeyCode>>());
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(keys: &mut Keys, code: KeyCode, key: Key) -> Key {
        let (logical_key, state, window) = (key, ButtonState::Pressed, Entity::PLACEHOLDER);
        let input = KeyboardInput { key_code: code, logical_key, state, text: None, repeat: false, window };
        keys.follow(&input);
        keys.meant(&input)
    }

    fn char(typed: &str) -> Key {
        Key::Character(typed.into())
    }

    #[test]
    fn a_key_without_a_latin_letter_means_its_place() {
        let mut keys = Keys::default();
        assert_eq!(pressed(&mut keys, KeyCode::KeyZ, char("я")), char("z"));
        assert_eq!(pressed(&mut keys, KeyCode::KeyE, char("ε")), char("e"));
        assert_eq!(pressed(&mut keys, KeyCode::KeyM, char("צ")), char("m"));
        assert_eq!(pressed(&mut keys, KeyCode::Comma, char("б")), char(","));
        // Keyboards with such letters also have keys with marks.
        assert_eq!(pressed(&mut keys, KeyCode::KeyQ, char("/")), char("q"));
        assert_eq!(pressed(&mut keys, KeyCode::Digit7, char("?")), char("?"));
    }

    #[test]
    fn on_a_latin_keyboard_a_key_means_what_is_printed_on_it() {
        let mut keys = Keys::default();
        // French, and Dvorak.
        assert_eq!(pressed(&mut keys, KeyCode::KeyW, char("z")), char("z"));
        assert_eq!(pressed(&mut keys, KeyCode::KeyM, char(",")), char(","));
        assert_eq!(pressed(&mut keys, KeyCode::KeyE, char(".")), char("."));
        assert_eq!(pressed(&mut keys, KeyCode::Minus, char("ß")), char("ß"));
        // Typing Latin letters shows that the keyboard was switched back.
        assert_eq!(pressed(&mut keys, KeyCode::KeyA, char("ф")), char("a"));
        assert_eq!(pressed(&mut keys, KeyCode::KeyQ, char("a")), char("a"));
    }

    #[test]
    fn a_modifier_that_a_switch_of_the_layout_renames_is_released_all_the_same() {
        let mut keys = Keys::default();
        pressed(&mut keys, KeyCode::AltLeft, Key::Alt);
        pressed(&mut keys, KeyCode::ShiftLeft, Key::GroupNext);
        assert!(keys.alt() && keys.shift());
        for (key_code, logical_key) in [(KeyCode::AltLeft, Key::Meta), (KeyCode::ShiftLeft, Key::Shift)] {
            let (state, window) = (ButtonState::Released, Entity::PLACEHOLDER);
            keys.follow(&KeyboardInput { key_code, logical_key, state, text: None, repeat: false, window });
        }
        assert!(!keys.alt() && !keys.shift());
    }

    #[test]
    fn what_is_typed_with_alt_gr_is_text() {
        let mut keys = Keys::default();
        pressed(&mut keys, KeyCode::ControlLeft, Key::Control);
        assert!(keys.command());
        pressed(&mut keys, KeyCode::AltRight, Key::AltGraph);
        assert!(!keys.command());
    }
}
