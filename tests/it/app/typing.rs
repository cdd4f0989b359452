//! Typing as people and programs do it: fast, on every keyboard, with the clipboard, and more than fits.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::{Arc, Mutex};

use bevy::input::ButtonState::{self, Pressed, Released};
use bevy::input::keyboard::{Key, KeyCode, KeyboardFocusLost};
use bevy::math::UVec2;
use off_roadmap::app::headless::Headless;
use off_roadmap::app::widgets::{Exchange, SystemClipboard};

use crate::app::gallery::{self, Gallery};

fn gallery() -> Headless {
    Headless::new(UVec2::new(1280, 800), |app| {
        app.add_plugins(gallery::plugin);
    })
}

/// The gallery with the focus in its field, which contains this text.
fn typing(text: &str) -> Headless {
    let mut game = gallery();
    game.type_text("team", text).unwrap();
    game
}

fn typed(game: &mut Headless) -> String {
    game.world().resource::<Gallery>().team.clone()
}

fn char(typed: &str) -> Key {
    Key::Character(typed.into())
}

/// A key that is pressed and released while others are held, all within a frame.
fn chord(held: &[(KeyCode, Key)], place: KeyCode, key: Key) -> Vec<(KeyCode, Key, ButtonState)> {
    let down = held.iter().map(|(place, key)| (*place, key.clone(), Pressed));
    let up = held.iter().rev().map(|(place, key)| (*place, key.clone(), Released));
    down.chain([(place, key.clone(), Pressed), (place, key, Released)]).chain(up).collect()
}

const CONTROL: (KeyCode, Key) = (KeyCode::ControlLeft, Key::Control);
const SHIFT: (KeyCode, Key) = (KeyCode::ShiftLeft, Key::Shift);

/// A clipboard that is shared with another program.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Option<String>>>);

impl Exchange for Shared {
    fn read(&mut self) -> Option<String> {
        self.0.lock().unwrap().clone()
    }

    fn write(&mut self, text: String) {
        *self.0.lock().unwrap() = Some(text);
    }
}

fn with_clipboard(game: &mut Headless, text: &str) -> Shared {
    let shared = Shared(Arc::new(Mutex::new(Some(text.to_owned()))));
    game.world().insert_resource(SystemClipboard(Box::new(shared.clone())));
    shared
}

#[test]
fn a_blank_and_a_correction_are_typed_while_shift_is_still_held() {
    let mut game = typing("Team");
    game.chord(&[Key::Shift], Key::Space);
    game.chord(&[Key::Shift], char("B"));
    game.chord(&[Key::Shift], char("X"));
    game.chord(&[Key::Shift], Key::Backspace);
    assert_eq!(typed(&mut game), "Team B");
}

#[test]
fn a_chord_that_is_over_within_a_frame_keeps_its_modifier() {
    let mut game = typing("Aspen");
    game.keys_at_once(&chord(&[CONTROL], KeyCode::KeyA, char("a")));
    game.key(char("B"));
    assert_eq!(typed(&mut game), "B", "Ctrl+A chose everything and typed nothing");

    let mut game = gallery();
    game.focus("answer/2").unwrap();
    game.keys_at_once(&chord(&[SHIFT], KeyCode::Tab, Key::Tab));
    assert_eq!(game.focused().as_deref(), Some("answer/1"), "Shift+Tab goes back");
    game.key(Key::Enter);
    assert_eq!(game.world().resource::<Gallery>().signed, 1);
    game.look();
    game.keys_at_once(&chord(&[CONTROL], KeyCode::KeyZ, char("z")));
    assert_eq!(game.world().resource::<Gallery>().signed, 0, "Ctrl+Z takes back");
}

#[test]
fn keys_of_one_frame_are_done_in_their_order() {
    let mut game = typing("");
    let mut keys = Vec::new();
    for (place, letter) in [(KeyCode::KeyA, "A"), (KeyCode::KeyB, "b")] {
        let held: &[_] = if letter == "A" { &[SHIFT] } else { &[] };
        keys.extend(chord(held, place, char(letter)));
    }
    keys.extend(chord(&[], KeyCode::Backspace, Key::Backspace));
    keys.extend(chord(&[], KeyCode::KeyC, char("c")));
    game.keys_at_once(&keys);
    assert_eq!(typed(&mut game), "Ac");
}

#[test]
fn a_switch_of_the_layout_leaves_no_modifier_behind() {
    let mut game = typing("a");
    // Alt and Shift switch to another layout, in which the same keys have other names when they are released.
    game.keys_at_once(&[
        (KeyCode::AltLeft, Key::Alt, Pressed),
        (KeyCode::ShiftLeft, Key::GroupNext, Pressed),
        (KeyCode::ShiftLeft, Key::GroupNext, Released),
        (KeyCode::AltLeft, Key::Meta, Released),
    ]);
    game.key(char("б"));
    game.key(Key::Backspace);
    game.key(char("в"));
    assert_eq!(typed(&mut game), "aв");
}

#[test]
fn what_the_system_calls_text_is_typed_whatever_is_held() {
    let mut game = typing("a");
    game.chord(&[Key::Alt], char("å"));
    game.chord(&[Key::Control, Key::AltGraph], char("@"));
    game.chord(&[Key::AltGraph], char("€"));
    assert_eq!(typed(&mut game), "aå@€");
}

#[test]
fn who_leaves_the_window_with_a_key_held_holds_it_no_more() {
    let mut game = typing("a");
    game.keys_at_once(&[(KeyCode::ControlLeft, Key::Control, Pressed)]);
    game.world().write_message(KeyboardFocusLost);
    game.settle();
    game.key(char("b"));
    assert_eq!(typed(&mut game), "ab");
}

#[test]
fn a_text_of_another_program_can_be_pasted_by_every_usual_chord() {
    for (held, key) in [(Key::Control, char("v")), (Key::Shift, Key::Insert), (Key::Super, char("v"))] {
        let mut game = typing("");
        with_clipboard(&mut game, " 184467\r\n");
        game.chord(&[held], key);
        assert_eq!(typed(&mut game), " 184467");
    }
}

#[test]
fn what_is_copied_or_cut_goes_to_other_programs() {
    let mut game = typing("Aspen");
    let shared = with_clipboard(&mut game, "before");
    game.chord(&[Key::Control], char("a"));
    game.chord(&[Key::Control], Key::Insert);
    assert_eq!(shared.0.lock().unwrap().as_deref(), Some("Aspen"));
    game.chord(&[Key::Control], char("x"));
    assert_eq!(typed(&mut game), "");
    game.chord(&[Key::Control], char("v"));
    game.chord(&[Key::Control], char("v"));
    assert_eq!(typed(&mut game), "AspenAspen");
}

#[test]
fn copying_and_pasting_works_on_a_keyboard_without_latin_letters() {
    let mut game = typing("");
    with_clipboard(&mut game, "Берёза");
    game.keys_at_once(&chord(&[CONTROL], KeyCode::KeyV, char("м")));
    assert_eq!(typed(&mut game), "Берёза");
    game.keys_at_once(&chord(&[CONTROL], KeyCode::KeyA, char("ф")));
    game.key(Key::Delete);
    assert_eq!(typed(&mut game), "");
}

#[test]
fn fields_copy_among_themselves_where_there_is_no_clipboard() {
    let mut game = typing("Aspen");
    game.chord(&[Key::Control], char("a"));
    game.chord(&[Key::Control], char("c"));
    game.key(Key::End);
    game.chord(&[Key::Control], char("v"));
    assert_eq!(typed(&mut game), "AspenAspen");
}

#[test]
fn a_full_field_says_so_and_cuts_what_is_pasted() {
    let mut game = typing("");
    with_clipboard(&mut game, &"é".repeat(60));
    game.chord(&[Key::Control], char("v"));
    assert_eq!(typed(&mut game), "é".repeat(gallery::LONGEST));
    assert!(game.texts().iter().any(|text| text == gallery::FULL), "{:?}", game.texts());
    game.key(char("x"));
    assert_eq!(typed(&mut game), "é".repeat(gallery::LONGEST));
    // Typing replaces the selection.
    game.chord(&[Key::Shift], Key::ArrowLeft);
    game.key(char("x"));
    assert_eq!(typed(&mut game), "é".repeat(gallery::LONGEST - 1) + "x");
    game.key(Key::Backspace);
    assert!(!game.texts().iter().any(|text| text == gallery::FULL));
}

#[test]
fn what_cannot_be_seen_is_not_typed() {
    let mut game = typing("");
    with_clipboard(&mut game, "A\u{202e}b\u{200b}\n<b>&{ }\"\u{1b}[31m");
    game.chord(&[Key::Control], char("v"));
    assert_eq!(typed(&mut game), "Ab <b>&{ }\"[31m");
}

#[test]
fn a_shortcut_is_reached_on_a_keyboard_without_latin_letters() {
    let mut game = gallery();
    game.key(Key::Enter);
    game.look();
    game.keys_at_once(&chord(&[CONTROL], KeyCode::KeyZ, char("я")));
    assert_eq!(game.world().resource::<Gallery>().signed, 0);
    game.key(Key::Enter);
    game.look();
    // On a French keyboard, the key in this place is another letter.
    game.keys_at_once(&chord(&[CONTROL], KeyCode::KeyZ, char("w")));
    assert_eq!(game.world().resource::<Gallery>().signed, 1);
    game.keys_at_once(&chord(&[CONTROL], KeyCode::KeyW, char("z")));
    assert_eq!(game.world().resource::<Gallery>().signed, 0);
}

#[test]
fn letters_that_no_font_has_are_named_below_the_field() {
    let mut game = typing("Zoë Жук");
    let said = |game: &mut Headless| game.texts().iter().any(|text| text == gallery::UNREADABLE);
    assert!(!said(&mut game));
    game.type_text("team", "A\u{10fffd}").unwrap();
    assert!(said(&mut game));
    game.key(Key::Backspace);
    assert!(!said(&mut game));
}
