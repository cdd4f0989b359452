//! The pages outside a game: what they find on disk, what they offer, and how they warn before anything is lost.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use bevy::ecs::query::With;
use bevy::input::keyboard::Key;
use bevy::math::UVec2;
use bevy::prelude::Entity;
use bevy::window::{PrimaryWindow, WindowCloseRequested};
use off_roadmap::app::director::{Body, Director, Leaving, Opening, Outside, SheetPage, UnsavedPage};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::settings::{Settings, SettingsFile};
use off_roadmap::app::stage;
use off_roadmap::app::theme::TextScale;
use off_roadmap::policy::STAND_IN;
use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::text::Text;

use crate::app::game::outside;
use crate::run::support;

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
    // Looking at the page again does not draw another seed.
    for press in ["help", "shut", "start"] {
        game.press(press).unwrap();
    }
    assert_eq!(director(&mut game).session().unwrap().run().seed, 101);
}

#[test]
fn the_seed_of_today_stands_beside_its_date() {
    let mut game = window_of(Outside { today: || 20_261_128, ..outside() });
    game.press("new-game").unwrap();
    game.press("scenario-scale-up").unwrap();
    game.press("seed-today").unwrap();
    assert!(shows(&mut game, "Seed 20261128 is the seed for 28 November 2026."));
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
    while !matches!(body(&mut game), Body::Review(..)) {
        crate::app::game::go_on(&mut game);
    }
    assert!(shows(&mut game, "Seed 482913"), "in the review");
    let mut over = support::session(None);
    support::play_out(&mut over);
    let director = Director::new(Arc::new(Text::default()), outside(), Opening::Session(Box::new(over)));
    let mut game = Headless::new(UVec2::new(1280, 800), |app| stage(app, director));
    game.press("next").unwrap();
    assert!(matches!(body(&mut game), Body::Debrief(..)) && shows(&mut game, "Seed 7"), "in the debrief");
}

/// Saves a run of a team after this many commands, or a finished one.
fn run_of(folder: &Path, team: &str, commands: Option<usize>) {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").unwrap());
    let path = Some(folder.join(format!("{}.run.ron", team.to_lowercase())));
    let mut session = Session::new(scenario.clone(), 7, Team::named(team, &scenario), path);
    match commands {
        None => session.play_by(STAND_IN),
        Some(most) => assert_eq!(support::play(&mut session, most), most),
    }
}

/// Makes a file look this many days old.
fn age(folder: &Path, team: &str, days: u64) {
    let file = fs::File::options().write(true).open(folder.join(format!("{team}.run.ron"))).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(days * 24 * 60 * 60)).unwrap();
}

/// Runs that cannot be replayed: one with older rules, one that was cut off, and one of a scenario that was edited.
fn refused(folder: &Path) {
    run_of(folder, "Older", Some(5));
    run_of(folder, "Cut", Some(5));
    run_of(folder, "Edited", Some(5));
    let change = |team: &str, change: &dyn Fn(&str) -> String| {
        let path = folder.join(format!("{team}.run.ron"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, change(&text)).unwrap();
    };
    change("older", &|text| text.replacen("rules: 5", "rules: 3", 1));
    change("cut", &|text| text[..500].to_owned());
    change("edited", &|text| {
        let hash = text.lines().find(|line| line.trim().starts_with("scenario_hash")).unwrap();
        text.replacen(hash, "    scenario_hash: \"0123456789abcdef\",", 1)
    });
}

fn beside(runs: &Path) -> Outside {
    Outside { runs: Some(runs.into()), ..outside() }
}

#[test]
fn what_cannot_be_compared_stands_in_the_list_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    refused(folder.path());
    let mut game = window_of(beside(folder.path()));
    game.press("compare-runs").unwrap();
    for reason in
        ["The run was played with version 3 of the rules", "cut off after line", "has changed since this run was"]
    {
        assert!(shows(&mut game, reason), "{reason}: {:?}", game.texts());
    }
    assert!(!shows(&mut game, "No run is saved yet."));
    assert!(!game.buttons().iter().any(|(name, _)| name.starts_with("run-")), "none of them can be chosen");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
}

#[test]
fn a_run_that_does_not_hold_says_so_as_soon_as_it_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    run_of(folder.path(), "Forged", Some(9));
    let path = folder.path().join("forged.run.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("seed: 7", "seed: 8", 1)).unwrap();
    let mut game = window_of(beside(folder.path()));
    game.press("compare-runs").unwrap();
    assert!(shows(&mut game, "does not hold from the start"), "{:?}", game.texts());
}

#[test]
fn a_long_list_of_runs_says_how_many_more_there_are_and_shows_them() {
    let folder = tempfile::tempdir().unwrap();
    run_of(folder.path(), "Juniper", Some(5));
    for number in 0..130 {
        fs::copy(folder.path().join("juniper.run.ron"), folder.path().join(format!("copy-{number}.run.ron"))).unwrap();
    }
    let mut game = window_of(beside(folder.path()));
    let rows = |game: &mut Headless| match body(game) {
        Body::Compare(page) => page.runs.len(),
        Body::Open(page) => page.runs.len(),
        other => panic!("a list of runs is open: {other:?}"),
    };
    for page in ["compare-runs", "open-runs"] {
        game.press(page).unwrap();
        assert_eq!(rows(&mut game), 60);
        assert!(shows(&mut game, "Show 71 older runs"));
        for _ in 0..2 {
            game.press("more").unwrap();
        }
        assert_eq!(rows(&mut game), 131);
        assert!(game.press("more").is_err());
        game.press("back").unwrap();
    }
}

#[test]
fn every_unfinished_game_can_go_on_however_many_newer_files_there_are() {
    let folder = tempfile::tempdir().unwrap();
    run_of(folder.path(), "Juniper", Some(9));
    run_of(folder.path(), "Aspen", Some(5));
    age(folder.path(), "juniper", 40);
    run_of(folder.path(), "Demo", Some(1));
    run_of(folder.path(), "Done", None);
    for number in 0..14 {
        fs::copy(folder.path().join("done.run.ron"), folder.path().join(format!("copy-{number}.run.ron"))).unwrap();
    }
    refused(folder.path());
    for team in ["older", "cut", "edited"] {
        age(folder.path(), team, 3);
    }
    let mut game = window_of(beside(folder.path()));
    let Body::Title(title) = body(&mut game) else { panic!("the title") };
    assert_eq!(title.last.map(|run| run.team).as_deref(), Some("Demo"), "the newest one is offered first");
    assert!(shows(&mut game, "All 6 unfinished games"));
    game.key(Key::Character("a".into()));
    let Body::Open(page) = body(&mut game) else { panic!("the list") };
    let teams: Vec<&str> = page.runs.iter().map(|run| run.team.as_str()).collect();
    assert_eq!(teams[..3], ["Demo", "Aspen", "Juniper"], "what can go on comes first");
    assert!(page.runs[0].about.starts_with("The scale-up · Q1 2027 · today "), "{:?}", page.runs[0]);
    assert!(page.runs[2].about.contains(" 20"), "a date: {:?}", page.runs[2]);
    let blocked = page.runs.iter().filter(|run| run.why_not.is_some()).count();
    assert_eq!(blocked, 3, "what cannot go on says why: {page:?}");
    assert!(game.press("game-3").is_err(), "a run that cannot go on is no button");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.press("game-2").unwrap();
    assert_eq!(director(&mut game).session().unwrap().team().name, "Juniper");
}

/// A game of Juniper that cannot be saved, because a file is in the place of the folder.
fn unsaved(folder: &Path) -> Headless {
    fs::write(folder.join("afile"), "in the way").unwrap();
    let mut game = window_of(beside(&folder.join("afile/runs")));
    assert!(shows(&mut game, "afile/runs cannot be read"), "the title says it before anybody plays");
    for press in ["new-game", "scenario-scale-up"] {
        game.press(press).unwrap();
    }
    game.type_text("team", "Juniper").unwrap();
    for press in ["start", "take", "read"] {
        game.press(press).unwrap();
    }
    game
}

fn sheet(game: &mut Headless) -> UnsavedPage {
    match director(game).frame().sheet {
        Some(SheetPage::Unsaved(page)) => *page,
        other => panic!("the sheet about what is not saved is not open: {other:?}"),
    }
}

/// Presses the close button of the window manager.
fn ask_to_close(game: &mut Headless) {
    let mut windows = game.world().query_filtered::<Entity, With<PrimaryWindow>>();
    let window = windows.single(game.world()).unwrap();
    game.world().write_message(WindowCloseRequested { window });
    game.settle();
}

fn closes(game: &mut Headless) -> bool {
    director(game).wants_to_quit()
}

#[test]
fn the_sheet_between_two_pages_says_that_the_game_is_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = unsaved(folder.path());
    assert!(matches!(body(&mut game), Body::HandOver(_)));
    assert!(shows(&mut game, "cannot be saved"), "{:?}", game.texts());
    assert_eq!(game.layout_problems(), Vec::<String>::new());
}

#[test]
fn leaving_a_game_that_is_not_saved_says_so_and_the_title_goes_on_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = unsaved(folder.path());
    game.key(Key::Escape);
    let page = sheet(&mut game);
    assert_eq!(page.way, Leaving::Leave);
    assert!(page.lost[0].starts_with("Juniper (The scale-up, Q1 2027) is not saved: "), "{page:?}");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.key(Key::Enter);
    assert!(director(&mut game).session().is_some(), "Enter goes back to the game");
    game.key(Key::Escape);
    game.press("save-again").unwrap();
    assert!(sheet(&mut game).told.is_some_and(|told| told.is_err()));
    game.press("way-out").unwrap();
    let Body::Title(title) = body(&mut game) else { panic!("the title") };
    let last = title.last.expect("the game is within reach");
    assert!(last.team == "Juniper" && last.about.ends_with("not saved"), "{last:?}");
    // Leaving another game must not drop the first one.
    for press in ["new-game", "scenario-scale-up", "start", "take", "read"] {
        game.press(press).unwrap();
    }
    game.key(Key::Escape);
    game.press("way-out").unwrap();
    game.press("open-runs").unwrap();
    game.press("game-1").unwrap();
    assert_eq!(director(&mut game).session().unwrap().team().name, "Juniper");
    assert!(matches!(body(&mut game), Body::HandOver(_)), "where it was left");
}

#[test]
fn a_game_that_is_not_saved_goes_to_another_folder_and_is_found_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other");
    let mut game = unsaved(folder.path());
    game.key(Key::Escape);
    assert!(game.press("save-in-typed").is_err(), "nothing is typed yet");
    game.type_text("folder", &folder.path().join("afile").display().to_string()).unwrap();
    game.press("save-in-typed").unwrap();
    assert!(sheet(&mut game).told.is_some_and(|told| told.is_err()), "that is no folder");
    game.type_text("folder", &other.display().to_string()).unwrap();
    assert_eq!(game.focused().as_deref(), Some("folder"), "the field stays under the fingers");
    game.press("save-in-typed").unwrap();
    let page = sheet(&mut game);
    assert!(page.lost.is_empty() && page.told.is_some_and(|told| told.is_ok()));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.press("way-out").unwrap();
    let Body::Title(title) = body(&mut game) else { panic!("the title") };
    let last = title.last.expect("the run is found in its new folder");
    assert!(last.team == "Juniper" && !last.about.contains("not saved"), "{last:?}");
    ask_to_close(&mut game);
    assert!(closes(&mut game), "nothing would be lost");
    // The next window looks in that folder too.
    let known = Settings { other_runs: vec![other], ..Settings::default() };
    let runs = Some(folder.path().join("afile/runs"));
    let mut next = window_of(Outside { runs, settings: SettingsFile::fixed(known), ..outside() });
    next.press("continue-run").unwrap();
    assert_eq!(director(&mut next).session().unwrap().team().name, "Juniper");
}

#[test]
fn leaving_tries_again_and_says_nothing_if_that_works() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = unsaved(folder.path());
    fs::remove_file(folder.path().join("afile")).unwrap();
    game.key(Key::Escape);
    assert!(matches!(body(&mut game), Body::Title(title) if title.last.is_some()));
    assert_eq!(director(&mut game).frame().sheet, None);
    ask_to_close(&mut game);
    assert!(closes(&mut game));
}

#[test]
fn closing_the_window_asks_once_before_a_game_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = unsaved(folder.path());
    ask_to_close(&mut game);
    assert_eq!((sheet(&mut game).way, closes(&mut game)), (Leaving::Close, false));
    game.key(Key::Escape);
    assert!(director(&mut game).session().is_some() && director(&mut game).frame().sheet.is_none());
    game.key(Key::Escape);
    game.press("way-out").unwrap();
    game.press("quit").unwrap();
    assert!(!closes(&mut game), "*Quit* asks too");
    assert_eq!(sheet(&mut game).lost.len(), 1);
    ask_to_close(&mut game);
    assert!(closes(&mut game), "the second time means it");
}

#[test]
fn closing_the_window_says_that_a_plan_is_not_signed() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = window_of(beside(folder.path()));
    for press in ["new-game", "scenario-scale-up", "start", "take", "read", "take", "read"] {
        game.press(press).unwrap();
    }
    game.set_value("target-0", 60).unwrap();
    game.key(Key::Escape);
    assert!(matches!(body(&mut game), Body::Title(_)), "leaving loses nothing");
    ask_to_close(&mut game);
    let page = sheet(&mut game);
    assert!(page.lost.is_empty() && page.drafts[0].contains("not signed"), "{page:?}");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.key(Key::Escape);
    for press in ["continue-run", "take", "undo"] {
        game.press(press).unwrap();
    }
    ask_to_close(&mut game);
    assert!(closes(&mut game), "what was taken back is no draft");
}

#[test]
fn a_game_that_is_compared_from_keeps_its_drafts_while_another_run_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    run_of(folder.path(), "Done", None);
    let mut game = window_of(beside(folder.path()));
    for press in ["new-game", "scenario-scale-up", "start", "take", "read", "take", "read"] {
        game.press(press).unwrap();
    }
    game.set_value("target-0", 60).unwrap();
    for press in ["leave", "compare-runs"] {
        game.press(press).unwrap();
    }
    let Body::Compare(page) = body(&mut game) else { panic!("the comparison is open") };
    let done = page.runs.iter().position(|run| run.team == "Done").unwrap();
    game.press(&format!("open-{done}")).unwrap();
    game.key(Key::Escape);
    assert!(matches!(body(&mut game), Body::Compare(_)), "back to where it was opened");
    game.key(Key::Escape);
    for press in ["continue-run", "take"] {
        game.press(press).unwrap();
    }
    let Body::SalesDesk(desk, ..) = body(&mut game) else { panic!("the desk") };
    assert_eq!(desk.target[0].percent, 60);
}

#[test]
fn the_pages_outside_a_game_fit_or_scroll_in_every_window_and_language() {
    let folder = tempfile::tempdir().unwrap();
    refused(folder.path());
    run_of(folder.path(), "Juniper and the very long names", Some(5));
    fs::write(folder.path().join("afile"), "in the way").unwrap();
    let mut problems = Vec::new();
    for language in ["en", "de"] {
        let outside = Outside { runs: Some(folder.path().join("afile/runs")), ..outside() };
        let known = Settings { other_runs: vec![folder.path().to_path_buf()], ..Settings::default() };
        let outside = Outside { settings: SettingsFile::fixed(known), ..outside };
        let director = Director::new(Arc::new(Text::new(language)), outside, Opening::Title);
        let mut game = Headless::new(UVec2::new(1280, 720), |app| stage(app, director));
        let pages: [&[&str]; 7] = [
            &[],
            &["open-runs"],
            &["back", "compare-runs"],
            &["back", "new-game", "scenario-scale-up"],
            &["start", "take", "read", "leave"],
            &["shut", "take"],
            &["leave", "way-out", "quit"],
        ];
        for presses in pages {
            for press in presses {
                game.press(press).unwrap_or_else(|problem| panic!("{language}: {problem}"));
            }
            for (width, height, percent) in
                [(1280, 720, 100), (1280, 800, 150), (1920, 1080, 100), (1280, 720, 200), (1280, 720, 80)]
            {
                *game.world().resource_mut::<TextScale>() = TextScale(percent as f32 / 100.0);
                game.resize(UVec2::new(width, height));
                let holes = game.texts().into_iter().filter(|text| text.contains('⟨'));
                let found = game.layout_problems().into_iter().chain(holes);
                problems.extend(found.map(|problem| format!("{language} {presses:?} {width} {percent}: {problem}")));
            }
        }
    }
    assert_eq!(problems, Vec::<String>::new());
}
