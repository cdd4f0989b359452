//! The table in the window: what is on it, who has the machine, and that nothing moves under the pointer.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::input::keyboard::Key;
use bevy::math::{Rect, UVec2};
use off_roadmap::app::director::{Act, Body, Director, Frame, LobbyAct, Opening, Setting, ShowAct, WindowAct};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::{stage, tour};
use off_roadmap::ids::Seat;
use off_roadmap::play;
use off_roadmap::run::{Chair, Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{Phase, Response};
use off_roadmap::text::Text;

use crate::app::game::outside;

const SIZE: UVec2 = UVec2::new(1280, 800);

fn session(partner: Option<Chair>) -> Session {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").unwrap());
    let team = Team { name: "Juniper".into(), product: "Ada".into(), sales: "Bo".into(), partner };
    Session::new(scenario, 7, team, None)
}

fn director(partner: Option<Chair>) -> Director {
    Director::new(Arc::new(Text::default()), outside(), Opening::Session(Box::new(session(partner))))
}

fn window(size: UVec2, director: Director) -> Headless {
    Headless::new(size, |app| stage(app, director))
}

fn frame(game: &mut Headless) -> Frame {
    game.world().resource::<Directing>().0.frame()
}

fn phase(director: &Director) -> Phase {
    director.session().unwrap().game().state().phase
}

/// The stances of Product and Sales on every card.
struct Stances(Response, Response);

/// Presses the primary action of the page, after choosing what it needs: these stances, the usual prediction, and a no
/// where nothing is chosen at the table. Returns the number of presses.
fn press_on(director: &mut Director, stances: &Stances) -> usize {
    let mut presses = 1;
    match director.frame().body {
        Body::Stance(seat, _, None) => {
            director.act(Act::Play(play::Act::Respond(if seat == Seat::Product { stances.0 } else { stances.1 })));
            presses += 1;
        }
        Body::Predict(_, predict, draft) if draft.low.is_none() => {
            let steps = |value: f64| (value / predict.step).round() as i32;
            director.act(Act::Play(play::Act::Low(steps(predict.usual.low))));
            director.act(Act::Play(play::Act::High(steps(predict.usual.high))));
            presses += 2;
        }
        Body::Table(card, ..) if !card.responses.iter().any(|option| option.chosen) => {
            director.act(Act::Play(play::Act::Respond(Response::Decline)));
            presses += 1;
        }
        _ => {}
    }
    let frame = director.frame();
    let actions = match &frame.body {
        Body::HandOver(sheet) => sheet.ways.clone(),
        _ => frame.foot.right.clone(),
    };
    let next = actions.last().unwrap();
    assert_eq!(next.blocked, None, "{}", frame.body.name());
    director.act(next.act.clone());
    presses
}

/// Goes on until the page with this name is open.
fn go_to(director: &mut Director, page: &str, stances: &Stances) {
    for _ in 0..200 {
        if director.frame().body.name() == page {
            return;
        }
        press_on(director, stances);
    }
    panic!("{page} does not come");
}

const DIFFERENT: Stances = Stances(Response::Decline, Response::BuildAsAsked);
const SAME: Stances = Stances(Response::Decline, Response::Decline);

#[test]
fn where_the_stances_differ_nothing_is_chosen_and_two_enters_sign_nothing() {
    let mut director = director(None);
    go_to(&mut director, "table", &DIFFERENT);
    let mut game = window(SIZE, director);
    let chosen = |game: &mut Headless| {
        let Body::Table(card, ..) = frame(game).body else { panic!("a card is on the table") };
        card.responses.iter().find(|option| option.chosen).map(|option| option.response)
    };
    assert_eq!(chosen(&mut game), None);
    game.key(Key::Enter);
    game.key(Key::Enter);
    let signed = |game: &mut Headless| {
        let Body::Table(card, ..) = frame(game).body else { panic!("the same card is on the table") };
        card.signed.iter().any(|(_, answer, _)| answer.is_some())
    };
    assert!(!signed(&mut game), "nobody has chosen anything");
    assert!(game.texts().iter().any(|text| text.contains("choose an answer")), "the button says why");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.key(Key::Character("7".into()));
    assert_eq!(chosen(&mut game), Some(Response::Decline));
    game.key(Key::Enter);
    assert!(signed(&mut game));
}

#[test]
fn where_the_stances_agree_their_answer_is_chosen() {
    let mut director = director(None);
    go_to(&mut director, "table", &SAME);
    let Body::Table(card, ..) = director.frame().body else { panic!("a card is on the table") };
    let chosen = card.responses.iter().find(|option| option.chosen).map(|option| option.response);
    assert_eq!(chosen, Some(Response::Decline));
}

#[test]
fn a_computer_partner_that_differs_leaves_the_choice_to_the_person() {
    let partner = Some(Chair { seat: Seat::Product, persona: "decline-all".into() });
    let mut director = director(partner);
    go_to(&mut director, "table", &DIFFERENT);
    let Body::Table(card, ..) = director.frame().body else { panic!("a card is on the table") };
    assert!(card.responses.iter().all(|option| !option.chosen), "{:?}", card.signed);
}

#[test]
fn a_stance_has_the_locks_of_the_table() {
    let mut director = director(None);
    go_to(&mut director, "stance", &SAME);
    let mut game = window(SIZE, director);
    let Body::Stance(_, card, _) = frame(&mut game).body else { panic!("a stance is taken") };
    let locked: Vec<_> = card.responses.iter().filter(|option| option.why_not.is_some()).collect();
    assert!(locked.iter().any(|option| option.response == Response::Simplify), "nobody has called");
    for option in locked {
        let refused = game.press(&format!("respond-{}", option.response as usize)).unwrap_err();
        assert!(refused.contains(option.why_not.as_deref().unwrap()), "{refused}");
    }
}

/// Plays a quarter with four cards from its briefing to its review, and counts hand-overs and presses.
fn quarter_of_four_cards() -> (usize, usize) {
    for seed in 1..60 {
        let scenario = Arc::new(Shelf::built_in().load("scale-up").unwrap());
        let team = Team { name: "Juniper".into(), product: "Ada".into(), sales: "Bo".into(), partner: None };
        let session = Session::new(scenario, seed, team, None);
        let opening = Opening::Session(Box::new(session));
        let mut director = Director::new(Arc::new(Text::default()), outside(), opening);
        for _ in 0..4 {
            let (mut hands, mut presses, mut cards) = (0, 0, 0);
            while phase(&director) != Phase::Ended {
                let page = director.frame().body;
                hands += usize::from(matches!(page, Body::HandOver(_)));
                cards = cards.max(director.session().unwrap().game().state().cards().len());
                presses += press_on(&mut director, &SAME);
                if matches!(page, Body::Review(..)) {
                    break;
                }
            }
            if cards == 4 {
                return (hands, presses);
            }
        }
    }
    panic!("no quarter has four cards");
}

/// There would be seven hand-overs if every kind of private page had its own turn. The presses include both ends of two
/// predictions, and two signatures that need a second press because they give up attention.
#[test]
fn a_quarter_of_four_cards_takes_five_hand_overs_and_few_presses() {
    let (hands, presses) = quarter_of_four_cards();
    assert_eq!(hands, 5);
    assert!(presses <= 51, "{presses} presses");
}

#[test]
fn a_lead_sees_nothing_of_the_other_ones_stances_and_prediction_before_both_have_given_theirs() {
    let mut director = director(None);
    let mut seats = Vec::new();
    while director.frame().body.name() != "table" {
        match director.frame().body {
            Body::Stance(seat, card, _) => {
                assert!(matches!(card.stances, off_roadmap::view::Stances::Hidden(None)), "{:?}", card.stances);
                seats.push(seat);
            }
            Body::Predict(seat, ..) => seats.push(seat),
            _ => {}
        }
        press_on(&mut director, &DIFFERENT);
    }
    seats.dedup();
    assert_eq!(seats, Seat::BOTH, "each lead has one private turn for all of it");
}

#[test]
fn the_letter_of_the_ceo_lies_over_the_close_if_it_settles_the_last_card() {
    let mut director = director(None);
    go_to(&mut director, "table", &DIFFERENT);
    while director.session().unwrap().game().steps().len() > 2 {
        director.act(Act::Play(play::Act::Escalate));
        director.act(Act::Window(WindowAct::Shut));
    }
    director.act(Act::Play(play::Act::Escalate));
    let frame = director.frame();
    assert!(frame.sheet.is_some() && matches!(frame.body, Body::Close(..)), "{}", frame.body.name());
    director.act(Act::Window(WindowAct::Shut));
    assert_eq!(director.frame().sheet, None);
}

#[test]
fn playing_alone_nothing_speaks_to_two() {
    let words = ["each of you", "alk about", "both of you", "Redet", "jeder von euch"];
    for language in ["en", "de"] {
        let partner = Some(Chair { seat: Seat::Sales, persona: "incentives".into() });
        let opening = Opening::Session(Box::new(session(partner)));
        let director = Director::new(Arc::new(Text::new(language)), outside(), opening);
        let mut game = window(SIZE, director);
        let mut pages = Vec::new();
        for _ in 0..400 {
            let page = frame(&mut game).body.name();
            let found = game.texts().into_iter().find(|text| words.iter().any(|words| text.contains(words)));
            // The questions at the review were written by the scenario's author.
            assert!(found.is_none() || page == "review", "{page}: {found:?}");
            pages.push(page);
            if page == "title" {
                break;
            }
            let mut acts = game.world().resource_mut::<Directing>();
            press_on(&mut acts.0, &SAME);
            // Send any act, because the screens only notice at the next act what was done to the director directly.
            game.world().write_message(Act::Lobby(LobbyAct::LookAgain));
            game.settle();
        }
        assert!(pages.contains(&"debrief") && pages.contains(&"house"), "{pages:?}");
    }
}

/// What has moved on a page after something was pressed, beyond the rounding to whole pixels with text of 150 %.
fn moved(before: &BTreeMap<String, Rect>, after: &BTreeMap<String, Rect>) -> Vec<String> {
    let apart = |a: &Rect, b: &Rect| (a.min - b.min).abs().max_element().max((a.max - b.max).abs().max_element());
    let told = |(name, was): (&String, &Rect)| {
        let now = after.get(name)?;
        (apart(was, now) > 2.0).then(|| format!("{name} from {was:?} to {now:?}"))
    };
    before.iter().filter_map(told).collect()
}

/// Presses every choice on every page of a tour, and lists what moved.
fn movements(language: &str, size: UVec2, percent: u16) -> Vec<String> {
    let mut director = Director::new(Arc::new(Text::new(language)), outside(), Opening::Title);
    director.act(Act::Change(Setting::TextSize(percent)));
    let mut game = window(size, director);
    let mut found = Vec::new();
    tour::play(&mut game, |game, page| {
        // Pages on which everything depends on what is chosen, such as the text size or which runs are compared.
        if page == "settings" || page.starts_with("compare") || page.starts_with("debrief") || page == "shelf" {
            return Ok(());
        }
        for choice in game.choices() {
            let before = game.boxes();
            // Skip a choice that an earlier one has blocked.
            if game.press(&choice).is_ok() {
                let moved = moved(&before, &game.boxes());
                found.extend(moved.into_iter().take(3).map(|moved| format!("{page}, {choice}: {moved}")));
            }
        }
        if page == "setup" {
            game.press("partner-none")?;
        }
        Ok(())
    })
    .unwrap();
    found
}

fn assert_still(found: &[String]) {
    assert!(found.is_empty(), "{} movements:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nothing_moves_under_the_pointer_whatever_is_chosen_on_whatever_page_in_english() {
    assert_still(&movements("en", SIZE, 100));
}

#[test]
fn nothing_moves_under_the_pointer_whatever_is_chosen_on_whatever_page_in_german() {
    assert_still(&movements("de", SIZE, 100));
}

#[test]
fn nothing_moves_under_the_pointer_with_large_text_either() {
    assert_still(&movements("de", SIZE, 150));
}

#[test]
fn a_kind_of_moves_that_opens_moves_only_what_is_below_it_but_for_the_scrolling() {
    let mut director = director(None);
    go_to(&mut director, "sales-desk", &SAME);
    let mut game = window(SIZE, director);
    let kinds: Vec<String> =
        game.buttons().into_iter().map(|(name, _)| name).filter(|name| name.starts_with("kind-")).collect();
    assert!(kinds.len() > 2, "{kinds:?}");
    let moves = |name: &&String| name.starts_with("kind-") || name.starts_with("move-");
    for kind in &kinds {
        let before = game.boxes();
        game.press(kind).unwrap();
        let after = game.boxes();
        // What opens scrolls into view, and the whole list may move for that.
        let scrolled = after[kind].min.y - before[kind].min.y;
        let above = before.keys().filter(moves).filter(|name| before[*name].min.y <= before[kind].min.y);
        let moved: Vec<&String> =
            above.filter(|name| (after[*name].min.y - before[*name].min.y - scrolled).abs() > 1.0).collect();
        assert_eq!(moved, Vec::<&String>::new(), "{kind}");
    }
}

#[test]
fn a_move_for_a_deal_moves_no_card_of_the_pipeline() {
    let mut director = director(None);
    go_to(&mut director, "sales-desk", &SAME);
    let mut game = window(SIZE, director);
    let kinds: Vec<String> =
        game.buttons().into_iter().map(|(name, _)| name).filter(|name| name.starts_with("kind-")).collect();
    for kind in kinds {
        game.press(&kind).unwrap();
        let moves: Vec<String> =
            game.buttons().into_iter().map(|(name, _)| name).filter(|name| name.starts_with("move-")).collect();
        for chosen in moves {
            let before = game.boxes();
            if game.press(&chosen).is_ok() {
                let after = game.boxes();
                let moved: Vec<String> =
                    moved(&before, &after).into_iter().filter(|moved| moved.starts_with("push-")).collect();
                assert_eq!(moved, Vec::<String>::new(), "{chosen}");
                game.press(&chosen).unwrap();
            }
        }
    }
}

#[test]
fn with_large_text_a_kind_of_moves_opens_right_below_itself_and_the_quadrant_stays_a_quadrant() {
    let mut director = director(None);
    director.act(Act::Change(Setting::TextSize(150)));
    go_to(&mut director, "product-desk", &SAME);
    let mut game = window(SIZE, director);
    let boxes = game.boxes();
    let kind = boxes.keys().find(|name| name.starts_with("kind-")).unwrap().clone();
    game.press(&kind).unwrap();
    let boxes = game.boxes();
    let targets = boxes.iter().filter(|(name, _)| name.starts_with("move-prospect-call"));
    let first = targets.map(|(_, place)| place.min.y).fold(f32::MAX, f32::min);
    let next = boxes.iter().filter(|(name, place)| {
        (name.starts_with("kind-") || name.starts_with("move-"))
            && !name.starts_with("move-prospect-call")
            && place.min.y > boxes[&kind].max.y
    });
    let next = next.map(|(_, place)| place.min.y).fold(f32::MAX, f32::min);
    assert!(boxes[&kind].max.y <= first && first < next, "{kind}: {first} {next}");

    let mut director = crate::app::table::director(None);
    director.act(Act::Change(Setting::TextSize(150)));
    go_to(&mut director, "house", &SAME);
    let mut game = window(SIZE, director);
    let boxes = game.boxes();
    let cell = |at: usize| boxes[&format!("house-{at}-0")];
    assert!(cell(0).min.y == cell(1).min.y && cell(0).max.x < cell(1).min.x, "the first two stand side by side");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
}

#[test]
fn the_effects_of_an_answer_are_in_no_scroll_and_a_larger_window_shows_more_around_them() {
    let mut rooms = Vec::new();
    for size in [SIZE, UVec2::new(1920, 1080)] {
        let mut director = director(None);
        go_to(&mut director, "table", &DIFFERENT);
        director.act(Act::Change(Setting::Notes(false)));
        let mut game = window(size, director);
        game.press("respond-0").unwrap();
        let effects = game.place("effects").unwrap();
        assert!(effects.max.y <= game.boxes()["sign-product"].min.y, "{size}: {effects:?}");
        assert_eq!(game.layout_problems(), Vec::<String>::new());
        rooms.push(game.scroll_room("board").unwrap());
    }
    assert_eq!(rooms, [0.0, 0.0], "the board and the stances are seen as a whole");
}

#[test]
fn tab_comes_to_the_page_before_the_numbers_of_the_wall() {
    let mut director = director(None);
    go_to(&mut director, "stance", &SAME);
    let mut game = window(SIZE, director);
    let mut passed = Vec::new();
    for _ in 0..12 {
        game.key(Key::Tab);
        passed.extend(game.focused());
    }
    let wall = passed.iter().position(|name| name.starts_with("measure-")).unwrap_or(passed.len());
    let answers = passed[..wall].iter().filter(|name| name.starts_with("respond-")).count();
    assert!(answers > 3, "{passed:?}");
}

#[test]
fn a_page_of_the_close_that_has_nothing_to_tell_is_left_out() {
    let mut director = director(None);
    go_to(&mut director, "close", &SAME);
    let Body::Close(told, 0) = director.frame().body else { panic!("the close begins") };
    assert!(!told.close.steps.is_empty());
    for step in &told.close.steps {
        assert!(!step.lines.is_empty() || !step.moves.is_empty(), "{step:?}");
    }
    let all = told.close.steps.len();
    for _ in 0..all {
        director.act(Act::Show(ShowAct::Next));
    }
    assert!(matches!(director.frame().body, Body::Close(_, at) if at == all), "then the bar");
}
