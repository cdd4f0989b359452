//! The window in a made-up language, which finds texts that are written in the code.

use std::collections::BTreeSet;
use std::sync::Arc;

use bevy::math::UVec2;
use off_roadmap::app::director::{Act, Body, Director, Opening, Outside};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::{stage, tour};
use off_roadmap::ids::Seat;
use off_roadmap::play;
use off_roadmap::run::{Session, Team, free_path};
use off_roadmap::scenario::Shelf;
use off_roadmap::text::Text;

use crate::app::game::outside;

/// What is the same in every language: names that the test types, names of languages, and labels of keys.
const EVERYWHERE: [&str; 7] = ["Juniper", "English", "Deutsch", "F1", "F2", "F3", "F4"];
/// Texts of a scenario up to this length are ids and numbers.
const TOLD: usize = 3;

fn window(text: Text) -> Headless {
    let text = Arc::new(text);
    Headless::new(UVec2::new(1280, 720), |app| stage(app, Director::new(text, outside(), Opening::Title)))
}

/// Every text of every scenario on the shelf.
pub fn told_by_scenarios() -> Vec<String> {
    let mut told = BTreeSet::new();
    for item in Shelf::built_in().list() {
        let scenario = item.scenario().expect("the shelf is fine");
        collect(&serde_json::to_value(scenario).expect("it is plain data"), &mut told);
    }
    let mut told: Vec<String> = told.into_iter().filter(|text| text.len() >= TOLD).collect();
    told.sort_by_key(|text| std::cmp::Reverse(text.len()));
    told
}

fn collect(value: &serde_json::Value, told: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => {
            told.insert(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        serde_json::Value::Array(all) => all.iter().for_each(|value| collect(value, told)),
        serde_json::Value::Object(all) => all.values().for_each(|value| collect(value, told)),
        _ => {}
    }
}

/// Finds something that comes neither from the made-up language nor from a scenario: a word, a unit after a number, a
/// sign of English numbers. Single letters are ignored, because they are keys.
pub fn foreign(shown: &str, told: &[String]) -> Option<String> {
    let mut rest = shown.replace('\u{A0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    for text in told.iter().map(String::as_str).chain(EVERYWHERE) {
        rest = rest.replace(text, "");
    }
    let letters: Vec<char> = std::iter::once(' ').chain(rest.chars()).chain([' ']).collect();
    let odd = letters.windows(3).find(|around| {
        let [before, here, after] = [around[0], around[1], around[2]];
        let beside = |test: fn(&char) -> bool| test(&before) || test(&after);
        here.is_ascii_alphabetic() && (beside(char::is_ascii_alphabetic) || beside(char::is_ascii_digit))
            || here == '.' && before.is_ascii_digit() && after.is_ascii_digit()
            || matches!(here, '$' | '%')
    });
    odd.map(|around| around.iter().collect())
}

#[test]
fn a_made_up_language_leaves_no_text_of_the_code_on_any_screen() {
    let told = told_by_scenarios();
    let mut forgotten = BTreeSet::new();
    let mut game = window(Text::made_up());
    tour::play(&mut game, |game, name| {
        for shown in game.texts() {
            forgotten.extend(foreign(&shown, &told).map(|word| format!("{name}: “{word}” in “{shown}”")));
        }
        // Its texts are long, so check that they fit.
        forgotten.extend(game.layout_problems().into_iter().map(|problem| format!("{name}: {problem}")));
        Ok(())
    })
    .expect("the tour reaches the debrief");
    assert_eq!(forgotten, BTreeSet::new());
}

#[test]
fn a_broken_scenario_on_the_shelf_is_told_in_the_language_of_the_player() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("broken.ron");
    std::fs::write(&file, include_str!("../scenarios/eight_mistakes.ron")).expect("it can be written");
    let shelf = Shelf::built_in().with_folder(folder.path());
    let outside = Outside { shelf, ..outside() };
    let director = Director::new(Arc::new(Text::new("de")), outside, Opening::Title);
    let mut game = Headless::new(UVec2::new(1280, 720), |app| stage(app, director));
    game.press("new-game").expect("the title offers a game");
    let told = format!("{}:13:21 erwartet wird eine ganze Zahl, gefunden wurde der Text \"easy\"", file.display());
    let texts = game.texts();
    assert!(texts.contains(&told), "{texts:?}");
    assert!(texts.iter().any(|text| text == "nicht spielbar: 8 Fehler"), "{texts:?}");
}

/// Collects the foreign texts of the open page.
fn look(game: &mut Headless, told: &[String], place: &str, forgotten: &mut BTreeSet<String>) {
    for shown in game.texts() {
        forgotten.extend(foreign(&shown, told).map(|word| format!("{place}: “{word}” in “{shown}”")));
    }
}

#[test]
fn refusals_a_partner_and_the_end_of_the_money_are_told_in_a_made_up_language_too() {
    let told = told_by_scenarios();
    let mut forgotten = BTreeSet::new();
    // With a partner, who speaks, and with a run that cannot be saved, because a file is in the place of its folder.
    let place = tempfile::tempdir().expect("a folder for the test");
    let file = place.path().join("runs");
    std::fs::write(&file, "in the way").expect("it can be written");
    let outside = Outside { runs: Some(file.clone()), ..outside() };
    let director = Director::new(Arc::new(Text::made_up()), outside, Opening::Title);
    let mut game = Headless::new(UVec2::new(1280, 720), |app| stage(app, director));
    for press in ["new-game", "scenario-scale-up", "partner-sales", "persona-accept-all", "start"] {
        game.press(press).unwrap_or_else(|problem| panic!("{problem}"));
    }
    let mut told_here = told.clone();
    // First, because other texts are parts of it.
    told_here.insert(0, free_path(&file, "scale-up", &Text::made_up().get("team-default"), 7).display().to_string());
    let mut tables = 0;
    while tables < 2 {
        let frame = game.world().resource::<Directing>().0.frame();
        tables += usize::from(matches!(frame.body, Body::Table(..)));
        look(&mut game, &told_here, frame.body.name(), &mut forgotten);
        crate::app::game::go_on(&mut game);
    }
    // Acts that the rules refuse; no button offers them, so send them to the director.
    let mut directing = game.world().resource_mut::<Directing>();
    for act in [
        Act::Play(play::Act::Sign),
        Act::Play(play::Act::Read),
        Act::Play(play::Act::Escalate),
        Act::Play(play::Act::SignAs(Seat::Sales)),
        Act::Play(play::Act::SignAs(Seat::Product)),
    ] {
        directing.0.act(act);
        let notice = directing.0.frame().foot.notice;
        let found = notice.and_then(|notice| Some(format!("{} in “{notice}”", foreign(&notice, &told_here)?)));
        forgotten.extend(found);
    }
    // A company that runs out of cash.
    let mut poor = Shelf::built_in().load("scale-up").expect("the shipped scenario is fine");
    (poor.company.cash, poor.rules.other_costs) = (1000, 9_000_000.0);
    let team = Team { name: "Juniper".into(), ..Team::named("", &poor) };
    let session = Session::new(Arc::new(poor), 7, team, None);
    let opening = Opening::Session(Box::new(session));
    let director = Director::new(Arc::new(Text::made_up()), crate::app::game::outside(), opening);
    let mut game = Headless::new(UVec2::new(1280, 720), |app| stage(app, director));
    for _ in 0..60 {
        let frame = game.world().resource::<Directing>().0.frame();
        if matches!(frame.body, Body::Echo(_)) {
            look(&mut game, &told, "insolvent", &mut forgotten);
            break;
        }
        crate::app::game::go_on(&mut game);
    }
    assert_eq!(forgotten, BTreeSet::new());
}
