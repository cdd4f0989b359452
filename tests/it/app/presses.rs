//! Presses are what was meant: nobody signs what has only just appeared, there is a warning before anything is given
//! up, and a signature can be taken back until somebody acts on it.

use bevy::input::ButtonState::{Pressed, Released};
use bevy::input::keyboard::{Key, KeyCode};
use bevy::math::UVec2;
use off_roadmap::app::director::{Body, Frame};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::ids::Seat;
use off_roadmap::sim::Response;

use crate::app::game::in_game;

fn game() -> Headless {
    in_game(UVec2::new(1280, 800))
}

fn frame(game: &mut Headless) -> Frame {
    game.world().resource::<Directing>().0.frame()
}

fn body(game: &mut Headless) -> Body {
    frame(game).body
}

fn notice(game: &mut Headless) -> String {
    frame(game).foot.notice.unwrap_or_default()
}

/// A game in which both have read their briefings, and the plan of one lead is open.
fn planning() -> Headless {
    let mut game = game();
    for press in ["take", "read", "take", "read"] {
        game.press(press).expect("the briefings are read");
    }
    game
}

/// Predicts as a lead who has taken all stances.
fn predict(game: &mut Headless) {
    let Body::Predict(_, page, _) = body(game) else { panic!("a prediction") };
    let steps = |value: f64| (value / page.step).round() as i32;
    game.set_value("predict-low", steps(page.usual.low)).expect("a low end can be set");
    game.set_value("predict-high", steps(page.usual.high)).expect("and a high one");
    game.press("sign").expect("then it is signed");
}

#[test]
fn a_double_click_does_not_press_what_lies_behind_it() {
    let mut game = game();
    game.double_click("take").expect("the sheet is there");
    assert!(matches!(body(&mut game), Body::Briefing(_)), "the briefing waits to be read");
    game.double_click("read").expect("it can be read");
    assert!(matches!(body(&mut game), Body::HandOver(_)));
    game.click("take").unwrap();
    game.double_click("read").unwrap();
    assert!(matches!(body(&mut game), Body::SalesDesk(..) | Body::ProductDesk(..)), "the plan is not signed");
    assert_eq!(notice(&mut game), "", "nor was that tried");
}

#[test]
fn enter_twice_does_not_sign_what_lies_behind_it() {
    let enter = [(KeyCode::Enter, Key::Enter, Pressed), (KeyCode::Enter, Key::Enter, Released)];
    let mut game = game();
    game.key(Key::Enter);
    for _ in 0..10 {
        game.keys_at_once(&enter);
        assert!(matches!(body(&mut game), Body::Briefing(_)), "nobody can have read it yet");
    }
    // The same if a slow frame gets both presses at once.
    game.look();
    game.keys_at_once(&[enter.clone(), enter].concat());
    assert!(matches!(body(&mut game), Body::HandOver(_)), "one Enter read one page");
}

#[test]
fn the_same_button_can_be_pressed_again_at_once() {
    let mut game = planning();
    let names: Vec<_> = game.buttons().into_iter().filter(|(_, usable)| *usable).map(|(name, _)| name).collect();
    let made = names.iter().find(|name| name.starts_with("move-")).expect("there are moves").clone();
    let before = body(&mut game);
    game.double_click(&made).expect("it is on the screen");
    assert_eq!(body(&mut game), before, "taken, and dropped again");
}

#[test]
fn a_plan_that_leaves_attention_unused_says_so_before_it_is_signed() {
    let mut game = planning();
    let desk = body(&mut game);
    game.press("sign").unwrap();
    assert!(notice(&mut game).contains("attention points") && notice(&mut game).contains("Sign again"));
    assert_eq!(body(&mut game), desk, "nothing is signed");
    assert_eq!(frame(&mut game).foot.right[0].label, "Sign anyway");
    // A changed plan is another plan, so the warning comes again.
    game.set_value("target-0", 60).unwrap();
    game.press("sign").unwrap();
    game.press("sign").unwrap();
    assert!(matches!(body(&mut game), Body::HandOver(_)));
}

#[test]
fn a_plan_can_be_taken_back_while_the_other_side_is_only_called() {
    let mut game = planning();
    game.set_value("target-0", 60).unwrap();
    game.press("sign").unwrap();
    game.press("sign").unwrap();
    assert!(matches!(body(&mut game), Body::HandOver(_)));
    game.press("undo").expect("the signature can be taken back");
    let Body::HandOver(sheet) = body(&mut game) else { panic!("the plan is private") };
    assert_eq!(sheet.to, Seat::Sales, "whoever sits here, the plan is for Sales to see");
    game.press("take").unwrap();
    let Body::SalesDesk(desk, ..) = body(&mut game) else { panic!("the desk of sales") };
    assert_eq!(desk.target[0].percent, 60, "with what was planned");
}

#[test]
fn a_stance_can_be_taken_back_by_its_seat_and_not_by_the_other() {
    let mut game = planning();
    while !matches!(body(&mut game), Body::Stance(..)) {
        game.key(Key::Enter);
    }
    let Body::Stance(seat, first, _) = body(&mut game) else { panic!("a stance") };
    game.press("respond-6").unwrap();
    game.press("sign").unwrap();
    game.press("undo").expect("the stance can be taken back");
    game.press("take").expect("by its seat");
    let Body::Stance(again, card, stance) = body(&mut game) else { panic!("the stance again") };
    assert_eq!((again, card.customer, stance), (seat, first.customer, Some(Response::Decline)));
    while matches!(body(&mut game), Body::Stance(who, ..) if who == seat) {
        game.press("respond-6").unwrap();
        game.press("sign").unwrap();
    }
    predict(&mut game);
    game.press("take").expect("the other side comes");
    assert!(game.press("undo").is_err(), "the other side takes nothing back");
}

#[test]
fn an_answer_at_the_table_can_be_taken_back_until_the_other_side_signs() {
    let mut game = planning();
    while !matches!(body(&mut game), Body::Table(..)) {
        match body(&mut game) {
            Body::Stance(_, _, None) => game.press("respond-6").unwrap(),
            Body::Predict(..) => predict(&mut game),
            _ => game.key(Key::Enter),
        }
    }
    let signed = |game: &mut Headless| frame(game).foot.right.iter().filter(|action| action.done).count();
    game.press("respond-6").unwrap();
    game.press("sign-product").unwrap();
    assert_eq!(signed(&mut game), 1);
    game.press("undo").expect("the signature can be taken back");
    assert_eq!(signed(&mut game), 0);
    assert!(notice(&mut game).contains("taken back"));
}

#[test]
fn after_a_pinned_number_enter_does_what_the_main_button_says() {
    let mut game = planning();
    game.focus("measure-cash").unwrap();
    game.key(Key::Enter);
    assert_eq!(frame(&mut game).plates.len(), 1);
    game.key(Key::Escape);
    assert_eq!(frame(&mut game).plates.len(), 0);
    game.key(Key::Enter);
    assert_eq!(frame(&mut game).plates.len(), 0, "Enter does not open it again");
    assert!(notice(&mut game).contains("Sign again"), "it signs, as the main button says");
    // The keyboard continues from where it was.
    game.focus("measure-cash").unwrap();
    game.key(Key::Character("?".into()));
    game.key(Key::Escape);
    assert_eq!(game.focused().as_deref(), Some("measure-cash"));
    game.key(Key::Space);
    assert_eq!(frame(&mut game).plates.len(), 1);
}
