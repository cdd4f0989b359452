//! The pages outside a game: what they find on disk, what they offer, and what they say before anything is lost.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bevy::input::keyboard::Key;
use bevy::math::UVec2;
use off_roadmap::app::director::{Body, Director, Opening, Outside, SheetPage};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::stage;
use off_roadmap::text::Text;

use super::app_game::outside;

fn window_of(outside: Outside) -> Headless {
    let director = Director::new(Arc::new(Text::default()), outside, Opening::Title);
    Headless::new(UVec2::new(1280, 800), |app| stage(app, director))
}

fn director(game: &mut Headless) -> &mut Director {
    &mut game.world().resource_mut::<Directing>().into_inner().0
}

fn body(game: &mut Headless) -> Body {
    director(game).frame().body
}

fn shows(game: &mut Headless, words: &str) -> bool {
    game.texts().iter().any(|text| text.contains(words))
}

#[test]
fn an_empty_seed_shows_the_one_that_will_be_played_and_can_be_drawn_again() {
    static DRAWN: AtomicU64 = AtomicU64::new(100);
    let draw = || DRAWN.fetch_add(1, Ordering::Relaxed);
    let mut game = window_of(Outside { free_seed: draw, ..outside() });
    game.press("new-game").unwrap();
    game.press("scenario-scale-up").unwrap();
    let Body::Setup(setup) = body(&mut game) else { panic!("the team is set up") };
    assert!(setup.seed.is_empty() && setup.seed_about.contains("seed 100, drawn at random"), "{setup:?}");
    assert!(shows(&mut game, "100 (random)") && shows(&mut game, "seed 100, drawn at random"));
    game.press("seed-free").unwrap();
    assert!(shows(&mut game, "seed 101, drawn at random"));
    // Looking at the page again draws nothing.
    game.key(Key::Character("?".into()));
    game.key(Key::Escape);
    game.press("start").unwrap();
    assert_eq!(director(&mut game).session().unwrap().run().seed, 101);
}

#[test]
fn the_seed_of_today_stands_beside_its_date() {
    let mut game = window_of(Outside { today: || 20_261_128, ..outside() });
    game.press("new-game").unwrap();
    game.press("scenario-scale-up").unwrap();
    game.press("seed-today").unwrap();
    assert!(shows(&mut game, "Seed 20261128 is the one of 28 November 2026."));
    game.type_text("seed", "11").unwrap();
    assert!(shows(&mut game, "You play with seed 11."));
    game.type_text("seed", "eleven").unwrap();
    assert!(!shows(&mut game, "You play with seed"));
}

#[test]
fn the_seed_stands_on_the_sheets_in_the_review_and_in_the_debrief() {
    let mut game = window_of(Outside { free_seed: || 482_913, ..outside() });
    for press in ["new-game", "scenario-scale-up", "partner-sales", "start"] {
        game.press(press).unwrap();
    }
    for sheet in ["help", "map"] {
        game.press(sheet).unwrap();
        let page = director(&mut game).frame().sheet;
        assert!(matches!(page, Some(SheetPage::Help(_) | SheetPage::Map(_))));
        assert!(shows(&mut game, "Seed 482913"), "{sheet}");
        game.press("shut").unwrap();
    }
    let (mut reviews, mut debriefs) = (0, 0);
    for _ in 0..400 {
        match body(&mut game) {
            Body::Review(..) => reviews += usize::from(shows(&mut game, "Seed 482913")),
            Body::Debrief(..) => debriefs += usize::from(shows(&mut game, "Seed 482913")),
            _ => {}
        }
        if debriefs > 0 {
            break;
        }
        let foot = director(&mut game).frame().foot;
        let next = foot.right.last().unwrap();
        let press = if next.blocked.is_some() { "respond-6" } else { next.name };
        game.press(press).unwrap();
    }
    assert!(reviews > 6 && debriefs == 1, "{reviews} reviews, {debriefs} debriefs");
}
