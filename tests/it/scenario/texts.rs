//! Scenarios in another language.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::sync::Arc;

use off_roadmap::lab;
use off_roadmap::policy;
use off_roadmap::scenario::{Scenario, Shelf, Texts, Verdict, check_file};

#[test]
fn a_translation_changes_every_text_and_nothing_else() {
    let english = Shelf::built_in().load("scale-up").unwrap();
    let mut shelf = Shelf::built_in();
    shelf.speak("de");
    let german = shelf.load("scale-up").unwrap();
    assert_eq!((&german.id, &german.hash, &german.rules), (&english.id, &english.hash, &english.rules));
    assert_ne!(german.meta.title, english.meta.title);
    for (ours, theirs) in english.specials.iter().zip(&german.specials) {
        assert_eq!(
            (&ours.id, ours.arr, ours.segment, &ours.customer),
            (&theirs.id, theirs.arr, theirs.segment, &theirs.customer)
        );
        assert_ne!((&ours.quote, &ours.ask, &ours.need), (&theirs.quote, &theirs.ask, &theirs.need));
    }
    let played = |scenario: &Scenario| {
        lab::play(policy::by_id("bridge").unwrap(), &Arc::new(scenario.clone()), 7).state().hash()
    };
    assert_eq!(played(&english), played(&german), "a run is the same in every language");
}

#[test]
fn every_shipped_scenario_is_told_in_german_without_a_sentence_left_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut shelf = Shelf::built_in();
    let ids: Vec<String> = shelf.list().into_iter().map(|item| item.id).collect();
    shelf.speak("de");
    for id in ids {
        let checked = check_file(&folder.join(format!("{id}.de.ron")));
        assert_eq!(checked.report.findings, Vec::new(), "{id}");
        assert!(matches!(checked.verdict, Verdict::Texts(_)), "{id}");
        let (english, german) = (Shelf::built_in().load(&id).unwrap(), shelf.load(&id).unwrap());
        assert_eq!(english.hash, german.hash, "{id}");
        assert_ne!(english.meta.situation, german.meta.situation, "{id}");
    }
}

#[test]
fn a_text_at_a_place_that_the_scenario_lacks_is_found_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = Shelf::built_in().check("scale-up").unwrap().report.sources[0].text.clone();
    std::fs::write(folder.path().join("mine.ron"), text).unwrap();
    let translation = folder.path().join("mine.de.ron");
    std::fs::write(&translation, "{\n  \"title\": \"Meins\",\n  \"specials.castel.quote\": \"…\",\n}").unwrap();
    let report = check_file(&translation).report;
    let told: Vec<_> = report.errors().map(|finding| (finding.line, finding.message.to_string())).collect();
    assert_eq!(told, [(3, "the scenario has no text at \"specials.castel.quote\"".to_owned())]);
    let twice = "{\n\"title\": \"Meins\",\n\"title\": \"Deins\",\n\"specials.castell.quote\": \" \",\n}";
    std::fs::write(&translation, twice).unwrap();
    let report = check_file(&translation).report;
    let told: Vec<_> = report.errors().map(|finding| (finding.line, finding.path.as_str())).collect();
    assert_eq!(told, [(3, "title"), (4, "specials.castell.quote")], "twice, and blank");
    std::fs::write(&translation, "{ \"id\": \"other\" }").unwrap();
    assert!(check_file(&translation).report.has_errors(), "an id is no text");
}

#[test]
fn a_translation_that_is_not_finished_says_how_much_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::built_in();
    let text = shelf.check("scale-up").unwrap().report.sources[0].text.clone();
    std::fs::write(folder.path().join("mine.ron"), text).unwrap();
    let mut texts: Texts = ron::from_str(include_str!("../../../scenarios/scale-up.de.ron")).unwrap();
    texts.remove("specials.castell.quote");
    texts.remove("goals.1");
    let translation = folder.path().join("mine.de.ron");
    std::fs::write(&translation, ron::to_string(&texts).unwrap()).unwrap();
    let checked = check_file(&translation);
    let told: Vec<String> = checked.report.warnings().map(|finding| finding.message.to_string()).collect();
    assert_eq!(told, ["2 sentences are not translated, the first at \"goals.1\""]);
    assert!(matches!(checked.verdict, Verdict::Texts(title) if title == "The scale-up"));
}
