//! Motion shows what is new, only once; it keeps nobody waiting and can be turned off. And the
//! close does not give its end away.

use std::sync::Arc;

use bevy::input::keyboard::Key;
use bevy::math::UVec2;
use bevy::ui::UiTransform;
use off_roadmap::app::director::{Act, Body, Director, Frame, Opening, Outside, Setting, Sheet, ShowAct, WindowAct};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::stage;
use off_roadmap::app::widgets::{Arrive, Motion};
use off_roadmap::play;
use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::{Measure, Shelf};
use off_roadmap::text::Text;
use off_roadmap::view::{Explained, StepKind, Term, Topic, TrackMark};

use crate::app::game::outside;

fn director() -> Director {
    let shelf = Shelf::built_in();
    let scenario = Arc::new(shelf.load("scale-up").expect("the shipped scenario is fine"));
    let team = Team { name: "Juniper".into(), product: "Ada".into(), sales: "Bo".into(), partner: None };
    let session = Session::new(scenario, 7, team, None);
    let outside = Outside { shelf, ..outside() };
    Director::new(Arc::new(Text::default()), outside, Opening::Session(Box::new(session)))
}

/// Predicts that nothing will change.
pub fn foresee(director: &mut Director) {
    let Body::Predict(_, predict, _) = director.frame().body else { panic!("a prediction is open") };
    let steps = |value: f64| (value / predict.step).round() as i32;
    director.act(Act::Play(play::Act::Low(steps(predict.usual.low))));
    director.act(Act::Play(play::Act::High(steps(predict.usual.high))));
}

/// Goes on by the primary action until the body is a wanted one.
fn until(director: &mut Director, wanted: impl Fn(&Body) -> bool) -> Frame {
    loop {
        let frame = director.frame();
        if wanted(&frame.body) {
            return frame;
        }
        let next = frame.foot.right.last().expect("something leads on").clone();
        match (&next.blocked, &frame.body) {
            (None, _) => director.act(next.act),
            (Some(_), Body::Predict(..)) => foresee(director),
            (Some(_), _) => director.act(Act::Play(play::Act::Respond(off_roadmap::sim::Response::Decline))),
        }
    }
}

fn closing(body: &Body) -> bool {
    matches!(body, Body::Close(..))
}

/// A real window, at the step of the first close that is about the deals.
fn watched() -> Headless {
    let mut director = director();
    until(&mut director, closing);
    director.act(Act::Show(ShowAct::Next));
    Headless::new(UVec2::new(1280, 800), |app| {
        app.insert_resource(Motion::watched());
        stage(app, director);
    })
}

fn moving(game: &mut Headless) -> usize {
    game.world().query::<&Arrive>().iter(game.world()).count()
}

fn off_place(game: &mut Headless) -> usize {
    let mut nodes = game.world().query::<&UiTransform>();
    nodes.iter(game.world()).filter(|transform| **transform != UiTransform::IDENTITY).count()
}

/// The number of frames, of sixteen milliseconds each, until nothing moves any more.
fn frames_until_still(game: &mut Headless) -> usize {
    let frames = (0..400).take_while(|_| {
        game.update();
        moving(game) > 0
    });
    frames.count()
}

#[test]
fn the_lines_of_a_step_come_once_and_stand_when_the_page_is_drawn_again() {
    let mut game = watched();
    assert!(moving(&mut game) > 3, "the page and its lines are on their way");
    let frames = frames_until_still(&mut game);
    assert!((10..100).contains(&frames), "{frames} frames are no short motion");
    assert_eq!(off_place(&mut game), 0);
    game.press("next").expect("there is a next step");
    assert!(moving(&mut game) > 0, "the next step has new lines");
    frames_until_still(&mut game);
    // Another language for the same lines: everything is redrawn, but nothing is new.
    game.world().write_message(Act::Change(Setting::Language("de".into())));
    game.update();
    assert!(game.texts().iter().any(|text| text == "Quartalsabschluss"));
    assert_eq!((moving(&mut game), off_place(&mut game)), (0, 0));
}

#[test]
fn any_key_ends_every_motion_at_once() {
    let mut game = watched();
    assert!(moving(&mut game) > 3);
    game.key(Key::F1);
    assert_eq!((moving(&mut game), off_place(&mut game)), (0, 0));
}

#[test]
fn with_reduced_motion_everything_stands_where_it_belongs_at_once() {
    let mut game = watched();
    for press in ["settings", "motion", "back"] {
        game.press(press).unwrap_or_else(|problem| panic!("{problem}"));
    }
    assert_eq!(*game.world().resource::<Motion>(), Motion { watched: true, wanted: false });
    while game.press("next").is_ok() && closing(&game.world().resource::<Directing>().0.frame().body) {
        assert_eq!((moving(&mut game), off_place(&mut game)), (0, 0));
    }
}

#[test]
fn pictures_and_tests_see_how_things_end() {
    let mut director = director();
    until(&mut director, closing);
    let mut game = Headless::new(UVec2::new(1280, 800), |app| stage(app, director));
    assert_eq!((moving(&mut game), off_place(&mut game)), (0, 0));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
}

#[test]
fn each_number_stays_as_it_was_until_its_step_and_nothing_else_gives_the_end_away() {
    let mut director = director();
    let before = until(&mut director, |body| matches!(body, Body::Predict(..))).wall.expect("a game has a wall").wall;
    let sheet = |director: &mut Director, act: Act| {
        director.act(act);
        let Frame { sheet, plates, .. } = director.frame();
        director.act(Act::Window(WindowAct::Shut));
        (sheet, plates)
    };
    let word = |term| Act::Window(WindowAct::Explain(0, Topic::Term(term)));
    let sheets = [Act::Window(WindowAct::Open(Sheet::Map)), word(Term::Debt), word(Term::Interest), word(Term::Cash)];
    let shown = sheets.clone().map(|wanted| sheet(&mut director, wanted));
    let mut told: Vec<Measure> = Vec::new();
    let mut frame = until(&mut director, closing);
    while let Body::Close(page, step) = &frame.body
        && let Some(telling) = page.close.steps.get(*step)
    {
        let wall = &frame.wall.as_ref().expect("a game has a wall").wall;
        told.extend(telling.moves.iter().map(|made| made.measure));
        for (was, is) in before.numbers.iter().zip(&wall.numbers) {
            if !told.contains(&was.measure) {
                assert_eq!(is, was, "step {step} does not tell {:?}", was.measure);
            }
            let now = telling.moves.iter().any(|made| made.measure == is.measure && made.from.is_some());
            assert_eq!(is.moved.is_some(), now, "step {step} marks {:?}", is.measure);
        }
        assert_eq!(wall.debt.as_ref().is_some_and(|debt| debt.moved), telling.kind == StepKind::Debt);
        for (wanted, before) in sheets.iter().zip(&shown) {
            let now = sheet(&mut director, wanted.clone());
            let value = |plates: &[Explained]| plates.last().and_then(|plate| plate.value.clone());
            assert_eq!((&now.0, value(&now.1)), (&before.0, value(&before.1)), "step {step} gives {wanted:?} away");
        }
        director.act(Act::Show(ShowAct::Next));
        frame = director.frame();
    }
    assert!(matches!(&frame.body, Body::Close(..)), "the bar comes last");
    let wall = frame.wall.expect("a game has a wall").wall;
    let after = until(&mut director, |body| matches!(body, Body::Review(..))).wall.expect("a game has a wall").wall;
    assert_eq!((&wall.numbers, &wall.debt), (&after.numbers, &after.debt));
    assert!(wall.numbers.iter().all(|number| number.moved.is_none()) && wall.debt.is_some() && before.debt.is_none());
    assert_ne!(sheet(&mut director, Act::Window(WindowAct::Open(Sheet::Map))).0, shown[0].0);
}

#[test]
fn the_machine_is_handed_over_on_a_sheet_that_shows_nothing_else() {
    let mut game = Headless::new(UVec2::new(1280, 720), |app| stage(app, director()));
    let names: Vec<String> = game.buttons().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 3, "the way on, the way out and the help: {names:?}");
    assert!(!game.texts().iter().any(|text| text.contains("ARR")), "the wall is away");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.key(Key::Enter);
    assert!(game.press("read").is_ok(), "Enter took the machine");
}

#[test]
fn the_wall_marks_one_of_the_five_phases() {
    let mut director = director();
    let wall = until(&mut director, closing).wall.expect("a game has a wall").wall;
    let marks: Vec<TrackMark> = wall.phases.iter().map(|phase| phase.mark).collect();
    let (done, now, ahead) = (TrackMark::Done, TrackMark::Now, TrackMark::Ahead);
    assert_eq!(marks, [done, done, done, now, ahead]);
    assert_eq!(wall.phases[3].name, wall.phase);
}
