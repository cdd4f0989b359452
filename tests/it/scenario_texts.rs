//! A scenario told in another language.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::sync::Arc;

use off_roadmap::lab;
use off_roadmap::policy;
use off_roadmap::scenario::{Scenario, Shelf, Texts, check_file, translated};

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
fn the_shipped_texts_fit_their_scenario_and_leave_no_sentence_out() {
    let english = Shelf::built_in().load("scale-up").unwrap();
    let texts: Texts = ron::from_str(include_str!("../../scenarios/scale-up.de.ron")).unwrap();
    assert_eq!(translated(&english, &texts).1, Vec::<String>::new());
    let mut shelf = Shelf::built_in();
    shelf.speak("de");
    let german = shelf.load("scale-up").unwrap();
    let sentences = |scenario: &Scenario| {
        let told = (&scenario.meta, &scenario.goals, &scenario.prompts, &scenario.debrief, &scenario.briefings);
        let more =
            (&scenario.events, &scenario.gates, &scenario.specials, &scenario.templates, &scenario.company.about);
        let text = serde_json::to_string(&(told, more, &scenario.segments, &scenario.themes, &scenario.roles)).unwrap();
        text.split('"').filter(|text| text.split(' ').count() > 3).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let names: BTreeSet<String> = english.specials.iter().map(|card| card.customer.clone()).collect();
    let left: Vec<_> = sentences(&english).intersection(&sentences(&german)).cloned().collect();
    let left: Vec<_> = left.into_iter().filter(|text| !names.contains(text)).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn a_text_at_a_place_that_the_scenario_lacks_is_found_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = Shelf::built_in().check("scale-up").unwrap().report.sources[0].text.clone();
    std::fs::write(folder.path().join("mine.ron"), text).unwrap();
    let translation = folder.path().join("mine.de.ron");
    std::fs::write(&translation, "{\n  \"title\": \"Meins\",\n  \"specials.castel.quote\": \"…\",\n}").unwrap();
    let report = check_file(&translation).report;
    assert_eq!(report.findings.len(), 1);
    assert_eq!(
        (report.findings[0].line, report.findings[0].message.to_string().as_str()),
        (3, "the scenario has no text at \"specials.castel.quote\"")
    );
    std::fs::write(&translation, "{ \"id\": \"other\" }").unwrap();
    assert!(check_file(&translation).report.has_errors(), "an id is no text");
}
