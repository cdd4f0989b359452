//! The window in a made-up language, which finds every text that comes from the code.

use std::collections::BTreeSet;
use std::sync::Arc;

use bevy::math::UVec2;
use off_roadmap::app::director::{Director, Opening, Outside};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::settings::SettingsFile;
use off_roadmap::app::{stage, tour};
use off_roadmap::scenario::Shelf;
use off_roadmap::text::Text;

/// What is the same in every language: keys on key-caps, the names that the test types, units.
const EVERYWHERE: [&str; 8] = ["Enter", "Esc", "Ctrl", "Juniper", "English", "Deutsch", "ARR", "ICP"];
/// Shorter runs of letters are units and single keys.
const WORD: usize = 3;

fn window(text: Text) -> Headless {
    let settings = SettingsFile::default();
    let outside = Outside { shelf: Shelf::built_in(), runs: None, settings, free_seed: || 7, today: || 7 };
    let text = Arc::new(text);
    Headless::new(UVec2::new(1280, 720), |app| stage(app, Director::new(text, outside, Opening::Title)))
}

/// Every text of every scenario on the shelf.
pub fn told_by_scenarios() -> Vec<String> {
    let mut told = BTreeSet::new();
    for item in Shelf::built_in().list() {
        let scenario = item.scenario().expect("the shelf is fine");
        collect(&serde_json::to_value(scenario).expect("it is plain data"), &mut told);
    }
    let mut told: Vec<String> = told.into_iter().filter(|text| text.len() >= WORD).collect();
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

/// A word of a text that neither the made-up language nor a scenario has told.
pub fn foreign(shown: &str, told: &[String]) -> Option<String> {
    let mut rest = shown.replace('\u{A0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    for text in told.iter().map(String::as_str).chain(EVERYWHERE) {
        rest = rest.replace(text, "");
    }
    let word = rest.split(|c: char| !c.is_ascii_alphabetic()).find(|run| run.len() >= WORD);
    word.map(str::to_owned)
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
        Ok(())
    })
    .expect("the tour reaches the debrief");
    assert_eq!(forgotten, BTreeSet::new());
}
