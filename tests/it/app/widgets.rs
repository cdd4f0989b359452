//! What the widgets promise: intents, keys, focus, rebuilding, scaling.

use bevy::input::keyboard::Key;
use bevy::math::UVec2;
use off_roadmap::app::headless::Headless;

use off_roadmap::app::widgets::{Button, Shortcut, sheet};

use crate::app::gallery::{self, Gallery, Intent};

const DESIGN: UVec2 = UVec2::new(1280, 800);

fn gallery() -> Headless {
    Headless::new(DESIGN, |app| {
        app.add_plugins(gallery::plugin);
    })
}

fn model(game: &mut Headless) -> Gallery {
    game.world().resource::<Gallery>().clone()
}

#[test]
fn every_usual_window_shows_the_whole_screen() {
    let mut game = gallery();
    for (width, height) in [(1280, 800), (1280, 720), (1920, 1080), (3840, 2160)] {
        game.resize(UVec2::new(width, height));
        let problems = game.layout_problems();
        assert!(problems.is_empty(), "{width}×{height}:\n{}", problems.join("\n"));
    }
}

#[test]
fn a_pressed_button_sends_its_message() {
    let mut game = gallery();
    game.press("answer/2").unwrap();
    assert_eq!(model(&mut game).picked, 2);
}

#[test]
fn a_blocked_button_says_why_and_still_takes_the_focus() {
    let mut game = gallery();
    let refusal = game.press("undo").unwrap_err();
    assert!(refusal.contains("Nothing to undo"), "{refusal}");
    assert!(game.texts().contains(&"Nothing to undo".to_string()));
    game.focus("undo").unwrap();
    game.key(Key::Enter);
    assert_eq!(game.focused().as_deref(), Some("undo"));
    assert_eq!(model(&mut game).signed, 0, "Enter on a blocked button must not reach the primary action");
}

#[test]
fn a_missing_button_is_named_with_those_that_exist() {
    let mut game = gallery();
    let refusal = game.press("sing").unwrap_err();
    assert!(refusal.contains("sign") && refusal.contains("undo"), "{refusal}");
}

#[test]
fn a_screen_opens_with_its_primary_action_in_focus_and_enter_goes_on() {
    let mut game = gallery();
    assert_eq!(game.focused().as_deref(), Some("sign"));
    game.key(Key::Enter);
    assert_eq!(model(&mut game).signed, 1);
}

#[test]
fn focus_survives_a_rebuild_by_name() {
    let mut game = gallery();
    game.focus("answer/3").unwrap();
    game.key(Key::Space);
    assert_eq!(model(&mut game).picked, 3);
    assert_eq!(game.focused().as_deref(), Some("answer/3"));
    // The choice is already made, so Enter presses the primary action.
    game.key(Key::Enter);
    assert_eq!(model(&mut game).signed, 1);
}

#[test]
fn tab_and_arrows_walk_over_the_screen() {
    let mut game = gallery();
    game.focus("answer/0").unwrap();
    game.key(Key::ArrowDown);
    assert_eq!(game.focused().as_deref(), Some("answer/1"));
    game.key(Key::Tab);
    assert_eq!(game.focused().as_deref(), Some("answer/2"));
    game.chord(&[Key::Shift], Key::Tab);
    assert_eq!(game.focused().as_deref(), Some("answer/1"));
    game.key(Key::ArrowLeft);
    let left = game.focused().unwrap();
    assert!(!left.starts_with("answer"), "{left}");
}

#[test]
fn a_slider_moves_by_keys_in_its_steps_and_stops_at_its_ends() {
    let mut game = gallery();
    game.focus("weeks/roadmap").unwrap();
    game.key(Key::ArrowRight);
    assert_eq!(model(&mut game).weeks, 49);
    game.key(Key::End);
    game.key(Key::ArrowRight);
    assert_eq!(model(&mut game).weeks, 98);
    assert_eq!(game.focused().as_deref(), Some("weeks/roadmap"));
    game.set_value("weeks/roadmap", 30).unwrap();
    assert_eq!(model(&mut game).weeks, 30);
    assert!(game.set_value("weeks/repair", 10).unwrap_err().contains("Q3"));
}

#[test]
fn a_number_explains_itself_while_the_keyboard_is_on_it() {
    let mut game = gallery();
    let note = "Trust, quarter on quarter".to_string();
    assert!(!game.texts().contains(&note));
    game.focus("wall/Coherence").unwrap();
    game.key(Key::ArrowRight);
    assert_eq!(game.focused().as_deref(), Some("wall/Trust"));
    assert!(game.texts().contains(&note));
    assert!(game.layout_problems().is_empty(), "{:?}", game.layout_problems());
    game.key(Key::ArrowLeft);
    assert!(!game.texts().contains(&note));
}

#[test]
fn a_sheet_keeps_the_keyboard_until_it_is_gone() {
    let mut game = gallery();
    game.focus("answer/3").unwrap();
    let sheet = sheet(&mut game.world().commands(), "handover", |ui| {
        ui.bottom_bar(
            |_| {},
            |ui| {
                ui.button(Button::secondary("handover/back", "Back").key(Shortcut::Escape).sends(Intent::Undo));
                ui.button(Button::primary("handover/go", "I am Sales").key(Shortcut::Enter).sends(Intent::Weeks(0)));
            },
        );
    })
    .id();
    game.settle();
    assert_eq!(game.focused().as_deref(), Some("handover/go"));
    for _ in 0..3 {
        game.key(Key::Tab);
        assert!(game.focused().unwrap().starts_with("handover"), "{:?}", game.focused());
        game.key(Key::ArrowUp);
        assert!(game.focused().unwrap().starts_with("handover"), "{:?}", game.focused());
    }
    game.focus("handover/go").unwrap();
    game.key(Key::Enter);
    assert_eq!((model(&mut game).weeks, model(&mut game).signed), (0, 0));
    game.world().despawn(sheet);
    game.settle();
    assert_eq!(game.focused().as_deref(), Some("answer/3"));
}

#[test]
fn shortcuts_work_from_anywhere_but_not_while_typing() {
    let mut game = gallery();
    game.key(Key::Enter);
    game.chord(&[Key::Control], Key::Character("z".into()));
    assert_eq!(model(&mut game).signed, 0);
    game.key(Key::Enter);
    game.focus("team").unwrap();
    game.chord(&[Key::Control], Key::Character("z".into()));
    assert_eq!(model(&mut game).signed, 1);
}

#[test]
fn typing_reaches_the_model_and_the_cursor_stays_where_it_is() {
    let mut game = gallery();
    game.type_text("team", "Alr").unwrap();
    game.key(Key::ArrowLeft);
    game.key(Key::Character("d".into()));
    game.key(Key::Character("e".into()));
    assert_eq!(model(&mut game).team, "Alder");
    assert_eq!(game.focused().as_deref(), Some("team"));
    game.key(Key::Enter);
    assert_eq!(model(&mut game).team, "Alder!");
    assert_eq!(model(&mut game).signed, 0, "Enter in a field must not reach the primary action as well");
}

#[test]
fn a_wheel_over_the_bar_scrolls_too() {
    let mut game = gallery();
    game.resize(UVec2::new(1280, 600));
    assert_eq!(game.scroll_position("answers"), Some(0.0));
    game.wheel_over_bar("answers", -1.0).unwrap();
    assert!(game.scroll_position("answers").unwrap() > 0.0);
}

#[test]
fn the_focused_item_scrolls_into_view_and_the_place_survives_a_rebuild() {
    let mut game = gallery();
    game.focus("answer/8").unwrap();
    game.key(Key::Tab);
    assert_eq!(game.focused().as_deref(), Some("answer/9"));
    let scrolled = game.scroll_position("answers").unwrap();
    assert!(scrolled > 0.0, "{scrolled}");
    game.key(Key::Space);
    assert_eq!(model(&mut game).picked, 9);
    assert_eq!(game.scroll_position("answers").unwrap(), scrolled);
}
