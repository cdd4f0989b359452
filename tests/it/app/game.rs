//! The whole game in the window, played by its buttons without a display.

use std::collections::BTreeSet;
use std::sync::Arc;

use bevy::ecs::query::With;
use bevy::input::keyboard::Key;
use bevy::input_focus::InputFocusVisible;
use bevy::math::UVec2;
use bevy::prelude::{Color, Name, Outline};
use bevy::text::TextBackgroundColor;
use bevy::window::{Window, WindowMode};
use off_roadmap::app::director::{Act, Body, Director, Frame, Lobby, LobbyAct, Opening, Outside, SheetPage};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::settings::SettingsFile;
use off_roadmap::app::theme::{Edge, Fill, TextScale, Theme, Token};
use off_roadmap::app::widgets::Primary;
use off_roadmap::app::{stage, tour};
use off_roadmap::ids::Seat;
use off_roadmap::policy::STAND_IN;
use off_roadmap::run::{Chair, Session, Team};
use off_roadmap::scenario::{Measure, Shelf};
use off_roadmap::sim::{Phase, Response};
use off_roadmap::text::Text;
use off_roadmap::view::{Term, Topic};

use crate::run::support::{self, SCENARIO};

/// Only the shipped scenarios, nothing on disk, and fixed seeds.
pub fn outside() -> Outside {
    Outside {
        shelf: Shelf::built_in(),
        runs: None,
        rooms: None,
        settings: SettingsFile::default(),
        free_seed: || 7,
        today: || 7,
        browse: |_| Ok(()),
    }
}

fn window(size: UVec2, opening: Opening) -> Headless {
    Headless::new(size, |app| stage(app, Director::new(Arc::new(Text::default()), outside(), opening)))
}

pub fn in_game(size: UVec2) -> Headless {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("the shipped scenario is fine"));
    let team = Team { name: "Juniper".into(), product: "Ada".into(), sales: "Bo".into(), partner: None };
    window(size, Opening::Session(Box::new(Session::new(scenario, 7, team, None))))
}

fn phase(window: &mut Headless) -> Phase {
    let directing = window.world().resource::<Directing>();
    directing.0.session().expect("a game is on the screen").game().state().phase
}

/// A window size, and a text size in percent.
type Sight = (u32, u32, u16);

/// The extremes of what can be set, and what most people will have.
const SIGHTS: [Sight; 12] = [
    (1280, 720, 80),
    (3840, 2160, 80),
    (3840, 2160, 200),
    (1280, 720, 200),
    (1280, 720, 175),
    (1280, 720, 150),
    (1920, 1080, 150),
    (1280, 720, 130),
    (1280, 720, 110),
    (1280, 800, 100),
    (1920, 1080, 100),
    (1280, 720, 100),
];

/// Resizes the window and the text of the open page.
fn look(game: &mut Headless, (width, height, percent): Sight) {
    *game.world().resource_mut::<TextScale>() = TextScale(f32::from(percent) / 100.0);
    game.resize(UVec2::new(width, height));
}

/// Plays a whole game and lists what cannot be read on its screens in any of the windows.
fn problems_of_a_game(language: &str) -> BTreeSet<String> {
    let director = Director::new(Arc::new(Text::new(language)), outside(), Opening::Title);
    let mut game = Headless::new(UVec2::new(1280, 720), |app| stage(app, director));
    let mut problems = BTreeSet::new();
    tour::play(&mut game, |game, name| {
        problems.extend(faint(game).map(|problem| format!("{name}: {problem}")));
        for sight in SIGHTS {
            look(game, sight);
            let holes = game.texts().into_iter().filter(|text| text.contains('⟨'));
            let found = game.layout_problems().into_iter().chain(holes);
            problems.extend(found.map(|problem| format!("{name}, {sight:?}: {problem}")));
        }
        Ok(())
    })
    .expect("the tour reaches the debrief");
    problems
}

/// Finds a track whose empty part has no border; it is so faint that only the border shows it.
fn faint(game: &mut Headless) -> Option<String> {
    let mut rails = game.world().query::<(&Fill, Option<&Edge>)>();
    let mut rails = rails.iter(game.world()).filter(|(fill, _)| fill.0 == Token::Rail);
    rails
        .find(|(_, edge)| edge.map(|edge| edge.0) != Some(Token::Control))
        .map(|_| "a rail without a border".to_owned())
}

fn assert_none(problems: &BTreeSet<String>) {
    let list: Vec<&str> = problems.iter().map(String::as_str).collect();
    assert!(list.is_empty(), "{} problems:\n{}", list.len(), list.join("\n"));
}

#[test]
fn a_whole_game_in_english_fits_or_scrolls_in_every_window_with_text_of_every_size() {
    assert_none(&problems_of_a_game("en"));
}

#[test]
fn a_whole_game_in_german_fits_or_scrolls_in_every_window_with_text_of_every_size() {
    assert_none(&problems_of_a_game("de"));
}

#[test]
fn a_note_beside_a_number_stays_in_every_window() {
    let mut game = in_game(UVec2::new(1280, 720));
    while !matches!(game.world().resource::<Directing>().0.frame().body, Body::Review(..)) {
        go_on(&mut game);
    }
    let mut problems = BTreeSet::new();
    for sight in SIGHTS {
        look(&mut game, sight);
        for name in ["measure-cash", "measure-arr", "measure-retention", "measure-trust"] {
            game.focus(name).expect("the wall has the number");
            game.world().resource_mut::<InputFocusVisible>().0 = true;
            game.settle();
            problems.extend(game.layout_problems().into_iter().map(|problem| format!("{name}, {sight:?}: {problem}")));
        }
    }
    assert_none(&problems);
}

#[test]
fn enter_alone_leads_from_the_title_to_the_first_table() {
    let mut game = in_game(UVec2::new(1280, 800));
    for _ in 0..40 {
        if phase(&mut game) == Phase::Table {
            return;
        }
        game.key(Key::Enter);
    }
    panic!("still in {:?}, focus on {:?}", phase(&mut game), game.focused());
}

#[test]
fn what_is_private_to_one_seat_is_not_on_the_screen_of_the_other() {
    let mut game = in_game(UVec2::new(1280, 800));
    let scenario = Shelf::built_in().load("scale-up").expect("the shipped scenario is fine");
    let briefing = &scenario.briefings[0];
    let shown = |game: &mut Headless, page: &str| game.texts().iter().any(|text| text == page);
    assert!(!shown(&mut game, &briefing.product), "nobody has taken the machine yet");
    game.press("take").expect("the hand-over sheet is there");
    assert!(shown(&mut game, &briefing.product) && !shown(&mut game, &briefing.sales));
    game.press("read").expect("the briefing can be read");
    assert!(!shown(&mut game, &briefing.product) && !shown(&mut game, &briefing.sales));
    game.press("take").expect("the other seat is called");
    assert!(shown(&mut game, &briefing.sales) && !shown(&mut game, &briefing.product));
}

#[test]
fn undo_goes_back_within_a_plan_and_not_across_a_signature() {
    let mut game = in_game(UVec2::new(1280, 800));
    for press in ["take", "read", "take", "read"] {
        game.press(press).expect("the briefings are read");
    }
    game.set_value("target-0", 60).expect("the sales desk is open");
    game.press("undo").expect("there is something to undo");
    assert!(game.press("undo").is_err(), "nothing is left to undo");
    game.press("sign").expect("what is not used is said first");
    game.press("sign").expect("the plan can be signed");
    game.press("take").expect("product is called");
    assert!(game.press("undo").is_err(), "a signature stands");
}

#[test]
fn a_game_that_is_left_waits_with_what_was_drafted_in_it() {
    let runs = tempfile::tempdir().expect("a folder for runs");
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("the shipped scenario is fine"));
    let path = Some(runs.path().join("a.run.ron"));
    let opening = Opening::Session(Box::new(Session::new(scenario, 7, support::team(), path)));
    let outside = Outside { runs: Some(runs.path().into()), ..outside() };
    let mut game = Headless::new(UVec2::new(1280, 800), |app| {
        stage(app, Director::new(Arc::new(Text::default()), outside, opening));
    });
    for press in ["take", "read", "take", "read"] {
        game.press(press).expect("the briefings are read");
    }
    game.set_value("target-0", 60).expect("the sales desk is open");
    game.key(Key::Escape);
    game.press("continue-run").expect("the title offers the run");
    game.press("take").expect("nobody knows who sits before it now");
    let Body::SalesDesk(desk, ..) = game.world().resource::<Directing>().0.frame().body else { panic!("the desk") };
    assert_eq!(desk.target[0].percent, 60);
    game.press("undo").expect("the change can still be taken back");
}

#[test]
fn escape_goes_back_from_a_field_too() {
    let mut game = window(UVec2::new(1280, 800), Opening::Title);
    for press in ["new-game", "scenario-scale-up"] {
        game.press(press).expect("a newcomer gets here");
    }
    assert_eq!(game.focused().as_deref(), Some("team"), "the name has the keyboard");
    game.key(Key::Escape);
    assert!(matches!(game.world().resource::<Directing>().0.frame().body, Body::Shelf(_)));
}

#[test]
fn a_run_that_somebody_went_on_with_elsewhere_is_read_again() {
    let runs = tempfile::tempdir().expect("a folder for runs");
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("the shipped scenario is fine"));
    let path = runs.path().join("a.run.ron");
    let opening = Opening::Session(Box::new(Session::new(scenario.clone(), 7, support::team(), Some(path.clone()))));
    let outside = Outside { runs: Some(runs.path().into()), ..outside() };
    let mut game = Headless::new(UVec2::new(1280, 800), |app| {
        stage(app, Director::new(Arc::new(Text::default()), outside, opening));
    });
    for press in ["take", "read", "leave"] {
        game.press(press).expect("one briefing is read");
    }
    let mut elsewhere = Session::open(&path, |_| Ok(scenario.clone())).expect("the run is saved");
    elsewhere.play_by(STAND_IN);
    game.press("compare-runs").expect("the title compares runs");
    game.press("open-0").expect("the run is over now");
    assert!(matches!(game.world().resource::<Directing>().0.frame().body, Body::Echo(_)));
}

#[test]
fn enter_after_a_click_goes_on_because_nobody_sees_what_has_the_keyboard() {
    let mut game = in_game(UVec2::new(1280, 800));
    game.press("take").expect("product is called");
    let plates = |game: &mut Headless| game.world().resource::<Directing>().0.frame().plates.len();
    game.click("measure-cash").expect("the wall is there");
    assert_eq!(plates(&mut game), 1);
    game.click("unpin").expect("the explanation closes");
    game.key(Key::Enter);
    assert_eq!(plates(&mut game), 0, "the number is not explained again");
    assert!(matches!(game.world().resource::<Directing>().0.frame().body, Body::HandOver(_)), "the page was read");
}

#[test]
fn a_note_points_at_the_answers_as_a_whole() {
    let mut game = in_game(UVec2::new(1280, 800));
    go_to(&mut game, "stance");
    let pointed = game.world().resource::<Theme>().color(Token::Point);
    let mut rings = game.world().query::<(&Name, &Outline)>();
    let ringed: Vec<String> =
        rings.iter(game.world()).filter(|(_, ring)| ring.color == pointed).map(|(name, _)| name.to_string()).collect();
    assert_eq!(ringed, ["spot-answers"]);
}

#[test]
fn settings_are_taken_in_the_middle_of_a_game_and_lose_nothing() {
    let mut game = in_game(UVec2::new(1280, 800));
    for press in ["take", "read", "take", "read", "settings", "theme-dark", "text-130"] {
        game.press(press).unwrap_or_else(|problem| panic!("{problem}"));
    }
    assert_eq!(*game.world().resource::<Theme>(), Theme::Dark);
    assert_eq!(*game.world().resource::<TextScale>(), TextScale(1.3));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.key(Key::Escape);
    game.set_value("target-0", 60).expect("the sales desk is still there");
}

#[test]
fn the_title_goes_on_with_a_run_of_a_scenario_file() {
    let runs = tempfile::tempdir().expect("a folder for runs");
    let path = runs.path().join("a.run.ron");
    let shelf = Shelf::built_in();
    let scenario = Arc::new(shelf.load(SCENARIO).expect("the scenario of the tests is fine"));
    let mut session = Session::new(scenario, 7, support::team(), Some(path));
    support::play(&mut session, 5);
    let outside = Outside { shelf, runs: Some(runs.path().into()), ..outside() };
    let director = Director::new(Arc::new(Text::default()), outside, Opening::Title);
    let mut game = Headless::new(UVec2::new(1280, 800), |app| stage(app, director));
    game.press("continue-run").expect("the title offers the run");
    let directing = game.world().resource::<Directing>();
    let opened = directing.0.session().expect("the run is open");
    assert_eq!(opened.run().quarters, session.run().quarters);
}

#[test]
fn a_seed_that_is_no_number_is_refused_with_a_sentence() {
    let mut game = window(UVec2::new(1280, 800), Opening::Title);
    game.press("new-game").expect("the title offers a game");
    game.press("scenario-scale-up").expect("the shelf has the first scenario");
    game.type_text("seed", "seven").expect("the seed is a field");
    assert!(game.press("start").is_err());
    assert!(game.texts().iter().any(|text| text.contains("whole number")));
    game.type_text("seed", "18446744073709551616").expect("the seed is a field");
    assert!(game.press("start").is_err());
    assert!(game.texts().iter().any(|text| text.contains("18446744073709551615")), "the largest one is told");
    game.type_text("seed", "18446744073709551615").expect("the seed is a field");
    game.press("start").expect("the largest number starts the game");
}

#[test]
fn a_game_of_a_file_on_the_shelf_notes_it_and_gets_a_name_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("own.ron");
    std::fs::write(&file, include_str!("../scenarios/minimal.ron")).expect("it can be written");
    let runs = folder.path().join("runs");
    let shelf = Shelf::built_in().with_folder(folder.path());
    let outside = Outside { shelf, runs: Some(runs.clone()), ..outside() };
    let director = Director::new(Arc::new(Text::default()), outside, Opening::Title);
    let mut game = Headless::new(UVec2::new(1280, 800), |app| stage(app, director));
    for press in ["new-game", "scenario-minimal", "start", "take"] {
        game.press(press).unwrap_or_else(|problem| panic!("{problem}"));
    }
    let directing = game.world().resource::<Directing>();
    let session = directing.0.session().expect("the game has begun");
    assert_eq!(session.run().scenario_file.as_deref(), file.to_str());
    let name = session.path().and_then(|path| path.file_name()?.to_str()).expect("it has a place");
    assert_eq!(name, "minimal-our-team-kbbb.run.ron", "the last part is drawn");
}

#[test]
fn the_open_shelf_shows_a_file_as_it_was_saved_last_and_the_game_keeps_what_it_began_with() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("own.ron");
    let good = include_str!("../scenarios/minimal.ron");
    std::fs::write(&file, good).expect("it can be written");
    let shelf = Shelf::built_in().with_folder(folder.path());
    let mut director = Director::new(Arc::new(Text::default()), Outside { shelf, ..outside() }, Opening::Title);
    let card = |director: &Director| {
        let Body::Shelf(cards) = director.frame().body else { panic!("the shelf is open") };
        cards.into_iter().find(|card| card.id == "minimal").expect("the file is on the shelf")
    };
    director.act(Act::Lobby(LobbyAct::Go(Lobby::Shelf)));
    let title = card(&director).title;
    std::fs::write(&file, good.replace(&title, "Saved again")).expect("it can be written");
    director.act(Act::Lobby(LobbyAct::LookAgain));
    assert_eq!(card(&director).title, "Saved again");
    std::fs::write(&file, good.replacen("meta:", "mete:", 1)).expect("it can be written");
    director.act(Act::Lobby(LobbyAct::LookAgain));
    assert!(!card(&director).errors.is_empty());
    std::fs::write(&file, good).expect("it can be written");
    director.act(Act::Lobby(LobbyAct::LookAgain));
    director.act(Act::Lobby(LobbyAct::Choose("minimal".into())));
    director.act(Act::Lobby(LobbyAct::Start));
    std::fs::write(&file, good.replace(&title, "Saved in the middle")).expect("it can be written");
    director.act(Act::Lobby(LobbyAct::LookAgain));
    let session = director.session().expect("a game is on the screen");
    assert_eq!(session.game().scenario().meta.title, title);
}

/// Goes on by the primary action of whatever page is open, after choosing what that needs.
pub fn go_on(game: &mut Headless) {
    let Frame { body, foot, .. } = game.world().resource::<Directing>().0.frame();
    let next = foot.right.last().unwrap_or_else(|| panic!("nothing leads on: {foot:?}"));
    let done = match (&next.blocked, body) {
        (None, _) => game.press(next.name),
        (Some(_), Body::Predict(..)) => tour::foresee(game),
        (Some(_), _) => game.press("respond-6"),
    };
    done.unwrap_or_else(|problem| panic!("{problem}"));
}

#[test]
fn one_person_plays_either_chair_to_the_end_beside_a_partner_who_gives_reasons() {
    for (choice, mine) in [("partner-sales", "sign-product"), ("partner-product", "sign-sales")] {
        let mut game = window(UVec2::new(1280, 800), Opening::Title);
        for press in ["new-game", "scenario-scale-up", choice, "persona-accept-all"] {
            game.press(press).unwrap_or_else(|problem| panic!("{problem}"));
        }
        game.type_text("seed", "7").expect("there is a field for the seed");
        assert_eq!(game.layout_problems(), Vec::<String>::new());
        game.press("start").expect("everything is chosen");
        let (mut reasons, mut tables) = (0, 0);
        while phase(&mut game) != Phase::Ended {
            let body = game.world().resource::<Directing>().0.frame().body;
            assert!(!matches!(body, Body::HandOver(_)), "there is nobody to hand over to");
            if let Body::Table(_, _, says) = body {
                tables += 1;
                reasons += usize::from(says.is_some_and(|says| says.contains("I will sign")));
                let others = game.buttons().into_iter().filter(|(name, _)| name.starts_with("sign-") && name != mine);
                assert_eq!(others.count(), 0, "only the person signs");
                assert_eq!(game.layout_problems(), Vec::<String>::new());
            }
            go_on(&mut game);
        }
        assert!(tables > 8 && reasons == tables, "{reasons} reasons at {tables} tables");
        let frame = game.world().resource::<Directing>().0.frame();
        assert_eq!(frame.foot.notice, None, "at the echo year");
        assert_eq!(frame.wall.and_then(|head| head.notice), None, "at the echo year");
    }
}

#[test]
fn a_game_beside_a_partner_goes_on_beside_it() {
    let runs = tempfile::tempdir().expect("a folder for runs");
    let path = runs.path().join("a.run.ron");
    let shelf = Shelf::built_in();
    let scenario = Arc::new(shelf.load("scale-up").expect("the shipped scenario is fine"));
    let partner = Some(Chair { seat: Seat::Sales, persona: "incentives".into() });
    let team = Team { name: "Juniper".into(), product: "Ada".into(), sales: "Bo".into(), partner: partner.clone() };
    let session = Session::new(scenario, 7, team, Some(path.clone()));
    let mut game = window(UVec2::new(1280, 800), Opening::Session(Box::new(session)));
    game.press("read").expect("the person reads its briefing at once");
    let again = Session::open(&path, |id| shelf.load(id).map(Arc::new).map_err(|error| error.to_string()));
    let again = again.expect("it was saved");
    assert_eq!(again.team().partner, partner);
    assert!(again.log().partner().is_some_and(|partner| partner.policy.id() == "incentives"));
}

#[test]
fn a_number_of_the_wall_opens_what_moved_it_and_words_lead_to_words() {
    let mut game = in_game(UVec2::new(1280, 720));
    while !matches!(game.world().resource::<Directing>().0.frame().body, Body::Review(..)) {
        go_on(&mut game);
    }
    let shown = |game: &mut Headless, words: &str| game.texts().iter().any(|text| text.contains(words));
    game.press("measure-cash").expect("the wall can be pressed");
    assert!(shown(&mut game, "Money in the bank") && shown(&mut game, "Cash in Q1 2027"));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.press("term-value").expect("the word leads on");
    assert!(shown(&mut game, "ARR times a multiple"));
    game.key(Key::Escape);
    assert!(shown(&mut game, "Money in the bank"), "back to where it came from");
    game.key(Key::Escape);
    assert!(!shown(&mut game, "Money in the bank"));
    assert_eq!(phase(&mut game), Phase::Review, "the page below was left alone");
    game.press("read").expect("the page goes on");
}

#[test]
fn help_opens_by_its_key_on_every_page_and_lists_every_word() {
    for mut window in [window(UVec2::new(1280, 720), Opening::Title), in_game(UVec2::new(1280, 720))] {
        window.key(Key::Character("?".into()));
        assert_eq!(window.layout_problems(), Vec::<String>::new());
        for term in Term::ALL {
            window.press(term.key()).unwrap_or_else(|problem| panic!("{problem}"));
            assert!(window.texts().iter().all(|text| !text.contains('⟨')), "{term:?}");
            assert_eq!(window.layout_problems(), Vec::<String>::new());
            window.key(Key::Escape);
        }
    }
}

#[test]
fn a_stance_opens_with_the_keyboard_on_an_answer_and_enter_never_opens_an_explanation() {
    let mut game = in_game(UVec2::new(1280, 800));
    while !matches!(game.world().resource::<Directing>().0.frame().body, Body::Stance(..)) {
        game.key(Key::Enter);
        assert_eq!(game.world().resource::<Directing>().0.frame().sheet, None);
    }
    let focused = game.focused().expect("something has the keyboard");
    assert!(focused.starts_with("respond-"), "the keyboard is on {focused}");
}

#[test]
fn the_keyboard_does_not_come_back_to_a_number_of_the_wall_two_pages_later() {
    let place = tempfile::tempdir().expect("a folder for the test");
    let outside = Outside { runs: Some(place.path().to_owned()), ..outside() };
    let director = Director::new(Arc::new(Text::default()), outside, Opening::Title);
    let mut game = Headless::new(UVec2::new(1280, 800), |app| stage(app, director));
    for press in ["new-game", "scenario-scale-up"] {
        game.press(press).expect("a newcomer gets here");
    }
    while !matches!(game.world().resource::<Directing>().0.frame().body, Body::SalesDesk(..)) {
        game.key(Key::Enter);
    }
    game.focus("measure-attainment").expect("the wall has the quota");
    game.key(Key::Escape);
    for page in ["continue", "take"] {
        assert_eq!(game.focused().as_deref(), Some(page));
        game.key(Key::Enter);
    }
    assert_ne!(game.focused().as_deref(), Some("measure-attainment"));
}

#[test]
fn a_new_team_types_its_name_first_and_enter_starts() {
    let mut game = window(UVec2::new(1280, 800), Opening::Title);
    for press in ["new-game", "scenario-scale-up"] {
        game.press(press).expect("a newcomer gets here");
    }
    assert_eq!(game.focused().as_deref(), Some("team"));
    for letter in ["A", "r", "k"] {
        game.key(Key::Character(letter.into()));
    }
    game.key(Key::Enter);
    game.key(Key::Enter);
    assert_eq!(game.world().resource::<Directing>().0.frame().wall.expect("a game").wall.team, "Ark");
}

#[test]
fn a_key_fills_the_screen_and_another_opens_the_settings_with_the_list_of_keys() {
    let mut game = window(UVec2::new(1280, 800), Opening::Title);
    let full = |game: &mut Headless| {
        let mut windows = game.world().query::<&Window>();
        let mode = windows.single(game.world()).expect("there is one window").mode;
        (game.world().resource::<Directing>().0.settings().full_screen, mode != WindowMode::Windowed)
    };
    game.key(Key::F11);
    assert_eq!(full(&mut game), (true, true));
    game.key(Key::F11);
    assert_eq!(full(&mut game), (false, false));
    game.chord(&[Key::Control], Key::Character(",".into()));
    assert!(matches!(game.world().resource::<Directing>().0.frame().body, Body::Settings(_)));
    assert!(game.texts().iter().any(|text| text == "Takes the last change back, up to your last signature."));
    game.press("window-full").expect("the settings offer the whole screen");
    assert_eq!(full(&mut game), (true, true));
}

/// Exactly one action leads on, except on the shelf, where the choice itself does, and in the
/// comparison, which leads nowhere.
#[test]
fn every_screen_of_a_game_has_exactly_one_primary_action() {
    let mut wrong = Vec::new();
    let mut game = window(UVec2::new(1280, 800), Opening::Title);
    tour::play(&mut game, |game, page| {
        let mut primaries = game.world().query_filtered::<&Name, With<Primary>>();
        // Ignore the primary actions of sheets and plates, which are pages of their own over this one.
        let over = |name: &String| !["unpin", "shut", "ask-ceo"].contains(&name.as_str());
        let names = primaries.iter(game.world()).map(ToString::to_string).filter(over);
        let names: Vec<String> = names.collect();
        let body = game.world().resource::<Directing>().0.frame().body.name();
        if names.len() != usize::from(!matches!(body, "shelf" | "compare")) {
            wrong.push(format!("{page}: {names:?}"));
        }
        Ok(())
    })
    .expect("the tour reaches the debrief");
    assert_eq!(wrong, Vec::<String>::new());
}

/// Goes on until the page with this name is open.
fn go_to(game: &mut Headless, page: &str) {
    while game.world().resource::<Directing>().0.frame().body.name() != page {
        go_on(game);
    }
}

#[test]
fn the_ceo_is_asked_twice_writes_a_letter_and_the_explanation_has_the_number_of_the_wall() {
    let mut game = window(UVec2::new(1280, 800), Opening::Title);
    game.press("new-game").unwrap();
    game.press("scenario-scale-up").unwrap();
    game.type_text("seed", "7").unwrap();
    game.press("start").unwrap();
    // Product answers the first card with `respond-6`, Sales with another answer, so that they disagree.
    for _ in 0..100 {
        match game.world().resource::<Directing>().0.frame().body {
            Body::Table(..) => break,
            Body::Stance(Seat::Sales, ..) => {
                game.press("respond-0").unwrap();
                game.press("sign").unwrap();
            }
            _ => go_on(&mut game),
        }
    }
    game.key(Key::Character("e".into()));
    assert!(shows(&mut game, "Ask the CEO to decide?") && shows(&mut game, "Asking moves trust by −5"));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.key(Key::Escape);
    assert_eq!(phase(&mut game), Phase::Table);
    assert!(game.world().resource::<Directing>().0.frame().sheet.is_none(), "nobody has asked");
    game.key(Key::Character("e".into()));
    game.key(Key::Enter);
    let Some(SheetPage::Letter(letter)) = game.world().resource::<Directing>().0.frame().sheet else {
        panic!("the CEO writes");
    };
    assert_eq!(letter.cost, "Trust −5");
    assert!(shows(&mut game, &letter.decision) && shows(&mut game, &letter.reasons[0]));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.key(Key::Enter);
    let wall = game.world().resource::<Directing>().0.frame().wall.expect("the game has a wall");
    game.press("measure-trust").unwrap();
    let frame = game.world().resource::<Directing>().0.frame();
    let trust = wall.wall.numbers.iter().find(|number| number.measure == Measure::Trust).expect("trust is on the wall");
    let plate = frame.plates.last().expect("it is explained");
    assert_eq!(plate.value.as_ref(), Some(&trust.value));
    assert_eq!(plate.parts.len(), 1, "nothing else moved trust yet: {:?}", plate.parts);
}

#[test]
fn the_next_card_begins_without_the_answer_that_had_the_keyboard_on_the_last_one() {
    let mut game = window(UVec2::new(1280, 800), Opening::Title);
    game.press("new-game").unwrap();
    game.press("scenario-scale-up").unwrap();
    game.press("start").unwrap();
    go_to(&mut game, "stance");
    game.key(Key::Character("4".into()));
    assert_eq!(game.focused().as_deref(), Some("respond-3"));
    game.key(Key::Enter);
    assert!(matches!(game.world().resource::<Directing>().0.frame().body, Body::Stance(_, _, None)), "the next card");
    assert_ne!(game.focused().as_deref(), Some("respond-3"));
}

fn shows(game: &mut Headless, words: &str) -> bool {
    let words = words.replace('\u{A0}', " ");
    game.texts().iter().any(|text| text.contains(&words))
}

#[test]
fn an_answer_shows_what_it_would_move_while_the_keyboard_is_on_it_and_is_not_chosen_by_that() {
    let mut game = in_game(UVec2::new(1280, 800));
    go_to(&mut game, "table");
    game.press("respond-6").expect("a no is open");
    assert!(shows(&mut game, "What “Decline” moves"));
    game.focus("respond-1").expect("the answer is there");
    game.key(Key::ArrowUp);
    assert_eq!(game.focused().as_deref(), Some("respond-0"));
    assert!(shows(&mut game, "What “Build as asked” moves") && !shows(&mut game, "What “Decline” moves"));
    assert!(shows(&mut game, "Sign for Product") && shows(&mut game, "Decline"), "the answer that is chosen stays");
    game.focus("sign-product").expect("it can be signed");
    assert!(shows(&mut game, "What “Decline” moves"));
}

#[test]
fn every_answer_can_be_seen_without_scrolling_and_says_its_chance_and_its_debt() {
    let mut game = in_game(UVec2::new(1280, 800));
    for press in ["take", "notes-off"] {
        game.press(press).expect("the first page has notes");
    }
    go_to(&mut game, "table");
    let directing = game.world().resource::<Directing>();
    let Body::Table(card, ..) = directing.0.frame().body else { panic!("the table is open") };
    for option in card.responses.iter().filter(|option| option.why_not.is_none()) {
        assert!(option.chance.low < option.chance.high, "{option:?}");
        assert!(shows(&mut game, &option.chance_line) && shows(&mut game, &option.debt_line), "{option:?}");
    }
    for area in ["responses".to_owned(), "board".to_owned(), format!("story-{}", card.deal.0)] {
        game.focus("respond-7").expect("the last answer is there");
        assert_eq!(game.scroll_room(&area), Some(0.0), "{area} scrolls");
    }
}

#[test]
fn a_blocked_action_says_why_while_the_keyboard_is_on_it() {
    let mut game = in_game(UVec2::new(1280, 800));
    go_to(&mut game, "table");
    let silent: Vec<_> = game.controls().into_iter().filter(|one| one.blocked.as_deref() == Some("")).collect();
    assert_eq!(silent, Vec::new());
    assert!(!shows(&mut game, "Nothing to undo yet."));
    game.chord(&[Key::Control], Key::Character("z".into()));
    assert!(shows(&mut game, "Nothing to undo yet."));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
}

#[test]
fn the_key_of_an_answer_and_enter_sign_it() {
    let mut game = in_game(UVec2::new(1280, 800));
    while !matches!(game.world().resource::<Directing>().0.frame().body, Body::Stance(..)) {
        game.key(Key::Enter);
    }
    let customer = |game: &mut Headless| match game.world().resource::<Directing>().0.frame().body {
        Body::Stance(seat, card, stance) => Some((seat, card.customer, stance)),
        _ => None,
    };
    let (seat, first, _) = customer(&mut game).expect("a card");
    game.key(Key::Character("7".into()));
    assert_eq!(customer(&mut game), Some((seat, first.clone(), Some(Response::Decline))));
    game.key(Key::Enter);
    assert_ne!(customer(&mut game).map(|(_, customer, _)| customer), Some(first));
}

#[test]
fn what_is_drafted_for_a_card_stays_while_another_is_looked_at() {
    let mut game = in_game(UVec2::new(1280, 800));
    // Both take their stances on every card first; then all cards are on the table.
    go_to(&mut game, "table");
    let cards: Vec<String> =
        game.buttons().into_iter().map(|(name, _)| name).filter(|name| name.starts_with("card-")).collect();
    assert!(cards.len() > 1, "{cards:?}");
    let shown = |game: &mut Headless| {
        let Body::Table(card, ..) = game.world().resource::<Directing>().0.frame().body else { panic!("a card") };
        (card.deal, card.responses.iter().find(|option| option.chosen).map(|option| option.response))
    };
    let (first, _) = shown(&mut game);
    game.press("respond-5").expect("a promise is open");
    let drafted = shown(&mut game);
    game.key(Key::F2);
    assert_ne!(shown(&mut game).0, first);
    game.key(Key::F1);
    assert_eq!(shown(&mut game), drafted);
    game.press("undo").expect("the change can still be taken back");
    assert_ne!(shown(&mut game), drafted);
}

/// Presses Tab until the focus is on something whose name has this prefix.
fn tab_to(game: &mut Headless, prefix: &str) -> String {
    for _ in 0..60 {
        game.key(Key::Tab);
        if let Some(name) = game.focused().filter(|name| name.starts_with(prefix)) {
            return name;
        }
    }
    panic!("the keyboard does not come to {prefix}");
}

#[test]
fn a_word_in_a_text_is_reached_by_tab_stands_inverted_and_is_opened_by_enter() {
    let mut game = window(UVec2::new(1280, 720), Opening::Title);
    game.key(Key::Character("?".into()));
    let inverted = |game: &mut Headless| {
        let mut grounds = game.world().query::<(&Name, &TextBackgroundColor)>();
        let inverted = grounds.iter(game.world()).filter(|(_, ground)| ground.0 != Color::NONE);
        inverted.map(|(name, _)| name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(inverted(&mut game), Vec::<String>::new());
    let word = tab_to(&mut game, "link-");
    assert_eq!(inverted(&mut game), std::slice::from_ref(&word));
    game.key(Key::Enter);
    let plates = game.world().resource::<Directing>().0.frame().plates;
    let [plate] = plates.as_slice() else { panic!("Enter opens one explanation: {plates:?}") };
    assert!(matches!(plate.topic, Topic::Term(term) if word == format!("link-{}", term.key())), "{word}");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.key(Key::Escape);
    assert_eq!(game.focused(), Some(word), "back to the word");
    // Links are reached among the controls: arrow keys go there and back.
    game.key(Key::ArrowRight);
    game.key(Key::ArrowDown);
    assert!(game.focused().is_some());
    game.key(Key::Escape);
    assert_eq!(game.world().resource::<Directing>().0.frame().sheet, None);
}

#[test]
fn a_word_in_an_explanation_leads_on_by_the_keyboard() {
    let mut game = in_game(UVec2::new(1280, 720));
    game.press("take").expect("the machine is handed over");
    game.press("measure-coherence").expect("the wall can be pressed");
    tab_to(&mut game, "link-");
    game.key(Key::Space);
    assert_eq!(game.world().resource::<Directing>().0.frame().plates.len(), 2);
}

#[test]
fn an_answer_that_is_dragged_onto_a_signature_is_chosen_and_one_let_go_elsewhere_is_not() {
    let mut game = in_game(UVec2::new(1280, 800));
    for press in ["take", "notes-off"] {
        game.press(press).expect("the first page has notes");
    }
    go_to(&mut game, "stance");
    let stance = |game: &mut Headless| match game.world().resource::<Directing>().0.frame().body {
        Body::Stance(_, _, stance) => stance,
        _ => panic!("a stance is taken"),
    };
    game.drag("respond-1", "respond-6").expect("both are there");
    assert_eq!(stance(&mut game), None, "an answer is no place of a signature");
    game.drag("respond-0", "sign").expect("both are there");
    assert_eq!(stance(&mut game), Some(Response::BuildAsAsked));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    go_to(&mut game, "table");
    let chosen = |game: &mut Headless| {
        let Body::Table(card, ..) = game.world().resource::<Directing>().0.frame().body else { panic!("a card") };
        card.responses.iter().find(|option| option.chosen).map(|option| option.response)
    };
    game.drag("respond-6", "sign-sales").expect("both are there");
    assert_eq!(chosen(&mut game), Some(Response::Decline));
    game.drag("respond-0", "sign-product").expect("both are there");
    assert_eq!(chosen(&mut game), Some(Response::BuildAsAsked), "the same as a click, and nothing is signed");
    assert_eq!(phase(&mut game), Phase::Table);
    game.press("undo").expect("like a click it can be taken back");
    assert_eq!(chosen(&mut game), Some(Response::Decline));
}
