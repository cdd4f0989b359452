//! What the window explains before it matters: notes, predictions, board papers, news, the last plan.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use bevy::math::UVec2;
use off_roadmap::app::director::{Act, Body, Director, Opening, Setting};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::{stage, tour};
use off_roadmap::ids::Seat;
use off_roadmap::policy;
use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::{Measure, Shelf};
use off_roadmap::sim::{Game, Phase, Step};
use off_roadmap::text::Text;
use off_roadmap::view;

use crate::telling::telling;

/// A game of the first scenario, played by a policy up to a wanted step.
fn until(wanted: impl Fn(&Game, &Step) -> bool) -> Director {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").unwrap());
    let mut session = Session::new(scenario.clone(), 7, Team::named("Juniper", &scenario), None);
    let policy = policy::by_id("quadrant").unwrap();
    loop {
        let step = session.game().steps().into_iter().next().unwrap();
        if wanted(session.game(), &step) {
            let outside = crate::app::game::outside();
            return Director::new(Arc::new(Text::default()), outside, Opening::Session(Box::new(session)));
        }
        session.execute(&policy::command(policy, session.game(), &step).unwrap()).unwrap();
    }
}

fn window(director: Director) -> Headless {
    Headless::new(UVec2::new(1280, 800), |app| stage(app, director))
}

fn shown(window: &mut Headless, words: &str) -> bool {
    window.texts().iter().any(|text| text.contains(words))
}

#[test]
fn the_note_on_coherence_comes_in_the_quarter_in_which_it_first_moves() {
    let mut director = until(|game, _| game.state().phase == Phase::Review);
    let moved = {
        let wall = view::wall(
            director.session().unwrap().game(),
            &telling(&Text::default(), director.session().unwrap().game()),
            "Juniper",
        );
        wall.numbers.into_iter().find(|number| number.measure == Measure::Coherence).unwrap().good.is_some()
    };
    let mut seen = Vec::new();
    while let Some(note) = director.frame().note {
        seen.push(note.key);
        director.act(Act::Change(Setting::NoteRead(note.key)));
    }
    assert!(moved && seen.contains(&"note-coherence"), "{seen:?}");
}

#[test]
fn a_prediction_starts_from_nothing_and_says_what_it_would_be_worth() {
    let mut game = window(until(|game, _| game.state().phase == Phase::Close));
    game.press("take").unwrap();
    assert!(game.press("sign").is_err(), "there is nothing to sign");
    assert!(shown(&mut game, "not set") && shown(&mut game, "Set both ends first."));
    tour::foresee(&mut game).unwrap();
    assert!(shown(&mut game, "points if it holds"), "{:?}", game.texts());
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.press("undo").unwrap();
    assert!(game.press("sign").is_err(), "one end alone is no prediction");
    tour::foresee(&mut game).unwrap();
    game.press("sign").unwrap();
}

#[test]
fn news_come_before_what_the_review_has_told() {
    let mut game = window(until(|game, step| {
        let news = game.state().news.iter().any(|(quarter, _)| *quarter == game.state().quarter);
        game.state().quarter.0 > 1 && news && matches!(step, Step::ReadBriefing(_))
    }));
    game.press("take").unwrap();
    let Body::Briefing(page) = game.world().resource::<Directing>().0.frame().body else { panic!("the briefing") };
    let texts = game.texts();
    let at = |words: &str| texts.iter().position(|text| text.contains(words)).unwrap();
    assert!(at(&page.news[0].title) < at("What moved ARR last quarter"), "{texts:?}");
}

#[test]
fn the_last_desks_say_that_their_plans_go_on_in_the_echo_year() {
    for seat in Seat::BOTH {
        let mut game = window(until(|game, step| {
            game.state().quarter.0 == game.scenario().meta.quarters && *step == Step::Plan(seat)
        }));
        game.press("take").unwrap();
        assert!(shown(&mut game, "holds through the echo year"), "{seat:?}: {:?}", game.texts());
        assert_eq!(game.layout_problems(), Vec::<String>::new());
    }
    let mut game = window(until(|game, step| {
        game.state().quarter.0 == game.scenario().meta.quarters && matches!(step, Step::ReadReview(_))
    }));
    assert!(shown(&mut game, "engineering carries on with your last split"), "{:?}", game.texts());
}
