//! Run files: what was written can be read again, and every modification is found.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::{Arc, LazyLock};

use expect_test::expect;
use off_roadmap::run::{Broken, RunFile, Team, replay};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{Game, Phase};
use proptest::prelude::*;

use crate::run::support::{find, play, play_out, scenario, session};

/// The text of a finished run, as on disk.
fn finished() -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.run.ron");
    let mut session = session(Some(path.clone()));
    play_out(&mut session);
    assert_eq!(session.game().state().phase, Phase::Ended);
    std::fs::read_to_string(path).unwrap()
}

/// The result of reading and replaying a text.
fn verdict(text: &str) -> Result<(), String> {
    let run = RunFile::parse(text).map_err(|broken| broken.to_string())?;
    replay(&run, &find(&run.scenario)?).map(|_| ()).map_err(|mismatch| mismatch.to_string())
}

fn sentence(text: &str) -> String {
    verdict(text).unwrap_err()
}

#[test]
fn a_finished_run_replays_to_the_same_state() {
    let text = finished();
    let run = RunFile::parse(&text).unwrap();
    assert!(run.sealed() && run.ended);
    let replayed = replay(&run, &scenario()).unwrap();
    assert_eq!(replayed.game.hash(), run.quarters.last().unwrap().state);
}

#[test]
fn a_file_that_is_read_and_written_again_is_the_same_text() {
    let text = finished();
    assert_eq!(RunFile::parse(&text).unwrap().to_text(), text);
}

#[test]
fn a_file_of_an_older_format_holds_and_is_written_as_it_is_now() {
    let scale_up = Arc::new(Shelf::built_in().load("scale-up").unwrap());
    let holds = |text: &str| replay(&RunFile::parse(text).unwrap(), &scale_up).is_ok();
    for text in [include_str!("older/format-1.run.ron"), include_str!("older/format-2.run.ron")] {
        assert!(holds(text));
        let run = RunFile::parse(text).unwrap();
        assert!(run.quarters.iter().all(|log| log.signed_by.is_empty()) && run.again_from.is_none());
        let again = run.to_text();
        assert!(again.contains("format: 3,"));
        assert!(holds(&again));
    }
}

#[test]
fn other_line_ends_and_indentation_change_nothing() {
    let text = finished();
    assert_eq!(verdict(&text.replace('\n', "\r\n")), Ok(()));
    assert_eq!(verdict(&text.replace("\n        ", "\n\t")), Ok(()));
}

#[test]
fn a_changed_command_is_named_with_its_line() {
    let text = finished().replacen("roadmap: 60, specials: 25", "roadmap: 55, specials: 30", 1);
    expect!["quarter 1, command 3 (PlanProduct, line 22): it leads to a different state than the file says; the command, or its mark, was changed"]
        .assert_eq(&sentence(&text));
}

#[test]
fn a_command_that_the_rules_refuse_is_named_with_the_reason() {
    let text = finished().replacen("roadmap: 60", "roadmap: 65", 1);
    expect!["quarter 1, command 3 (PlanProduct, line 22): it cannot be done there (The shares sum to 105 %. Make them 100 %)"]
        .assert_eq(&sentence(&text));
}

#[test]
fn a_deal_that_does_not_exist_is_told_by_its_number() {
    let text = finished();
    let start = text.find("SignAnswer(").expect("an answer was signed");
    let number = text[start..].find("deal: ").expect("it is for a deal") + start + "deal: ".len();
    let end = text[number..].find(',').expect("more follows") + number;
    let changed = format!("{}987654{}", &text[..number], &text[end..]);
    assert!(sentence(&changed).contains("#987654 is not on this quarter's table"), "{}", sentence(&changed));
}

#[test]
fn a_changed_seed_is_found_at_the_start() {
    let text = finished().replacen("seed: 7", "seed: 8", 1);
    expect!["the run does not hold from the start: the seed, or the hash of the start, was changed"]
        .assert_eq(&sentence(&text));
}

#[test]
fn a_changed_hash_of_a_quarter_is_named() {
    let text = finished();
    let hash = RunFile::parse(&text).unwrap().quarters[1].state.clone();
    let text = text.replacen(&hash, &hash.chars().rev().collect::<String>(), 1);
    expect![
        "quarter 2: its commands lead to a different state than the file says; the hash of the quarter was changed"
    ]
    .assert_eq(&sentence(&text));
}

#[test]
fn a_changed_name_is_found_by_the_seal() {
    let text = finished().replacen("Blue Team", "Best Team", 1);
    expect!["every quarter holds, but the seal does not: the head of the file (engine, team), its end, or the seal was changed by hand"]
        .assert_eq(&sentence(&text));
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let text = finished();
    let end = text.trim_end().len();
    for cut in (7..end).step_by(7) {
        assert!(matches!(RunFile::parse(&text[..cut]), Err(Broken::CutOff(_))), "cut at {cut}");
    }
}

#[test]
fn a_broken_file_is_told_where() {
    let text = finished().replacen("seed: 7", "sead: 7", 1);
    assert!(matches!(RunFile::parse(&text), Err(Broken::Syntax { line: 9, .. })), "{:?}", RunFile::parse(&text));
}

#[test]
fn other_formats_rules_and_scenarios_are_refused_in_one_sentence() {
    let text = finished();
    let changed = |from: &str, to: &str| sentence(&text.replacen(from, to, 1));
    expect!["the run file has format 4, this program reads format 3; use the program that wrote it"]
        .assert_eq(&changed("format: 3,", "format: 4, rooms: [],"));
    expect!["the run was played with version 9 of the rules (off-roadmap 0.1.0), this program has version 5; it would end differently here, so it is left as it is"]
        .assert_eq(&changed("rules: 5,", "rules: 9,"));
    let id = scenario().id.clone();
    expect![[r#"there is no scenario "moonbase""#]]
        .assert_eq(&changed(&format!("scenario: \"{id}\""), "scenario: \"moonbase\""));
    expect!["the scenario `minimal` has changed since this run was played, so the run cannot be replayed with it"]
        .assert_eq(&changed("scenario_hash: \"", "scenario_hash: \"0"));
}

#[test]
fn names_cannot_command_a_terminal() {
    let named = |name: &str| Team { name: name.to_owned(), ..Team::default() };
    let run = RunFile::new(&Game::new(scenario(), 7), named(" Blue\n\u{1b}[31mTeam "));
    assert_eq!(run.team.name, "Blue [31mTeam");
    let text = finished().replacen("Blue Team", "Blue\\u{1b}[31mTeam", 1);
    assert_eq!(RunFile::parse(&text).unwrap().team.name, "Blue[31mTeam");
}

#[test]
fn foreign_files_are_refused() {
    for text in ["(format: 1)", "{\"a\": 1}", "hello", "OffRoadmapScenario(", "\u{0}\u{1}"] {
        assert_eq!(RunFile::parse(text), Err(Broken::Foreign), "{text:?}");
    }
    for text in ["", "\u{feff}\r\n"] {
        assert_eq!(RunFile::parse(text), Err(Broken::Empty), "{text:?}");
    }
}

#[test]
fn every_single_changed_letter_or_digit_is_found() {
    let text = finished();
    let mut bytes = text.clone().into_bytes();
    // To be quick, check only some places and one other byte each; the property test below covers the rest.
    for at in (0..bytes.len()).step_by(37).filter(|&at| text.as_bytes()[at].is_ascii_alphanumeric()) {
        let was = bytes[at];
        bytes[at] = if was == b'7' { b'3' } else { b'7' };
        let changed = String::from_utf8(bytes.clone()).unwrap();
        assert!(
            verdict(&changed).is_err(),
            "byte {at}: {}",
            changed.lines().nth(text[..at].lines().count().saturating_sub(1)).unwrap()
        );
        bytes[at] = was;
    }
}

/// The text of a run with a few commands.
fn short() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        let mut session = session(None);
        play(&mut session, 6);
        session.run().to_text()
    });
    &TEXT
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_other_letter_or_digit_anywhere_is_found(at in any::<prop::sample::Index>(), to in "[0-9A-Za-z]") {
        let text = short();
        let places: Vec<usize> =
            (0..text.len()).filter(|&at| text.as_bytes()[at].is_ascii_alphanumeric()).collect();
        let at = places[at.index(places.len())];
        prop_assume!(text[at..=at] != *to);
        let changed = format!("{}{to}{}", &text[..at], &text[at + 1..]);
        prop_assert!(verdict(&changed).is_err());
    }

    #[test]
    fn any_other_character_anywhere_is_found(at in any::<prop::sample::Index>(), to in any::<char>()) {
        let text = short();
        let places: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !c.is_whitespace()).collect();
        let (at, was) = places[at.index(places.len())];
        prop_assume!(was != to);
        let changed = format!("{}{to}{}", &text[..at], &text[at + was.len_utf8()..]);
        prop_assert!(verdict(&changed).is_err(), "{}", changed);
    }

    #[test]
    fn any_character_that_is_missing_or_too_many_is_found(at in any::<prop::sample::Index>(), new in "[!-~]") {
        let text = short();
        let places: Vec<usize> = text.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, _)| at).collect();
        let at = places[at.index(places.len())];
        let (head, tail) = text.split_at(at);
        for changed in [format!("{head}{}", &tail[1..]), format!("{head}{new}{tail}"), format!("{text}{new}")] {
            prop_assert!(verdict(&changed).is_err(), "{}", changed);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(cut in any::<prop::sample::Index>(), tail in "\\PC{0,40}") {
        let text = short();
        let cut = cut.index(text.len());
        let _ = verdict(&format!("{}{tail}", &text[..cut]));
        let _ = verdict(&tail);
    }
}
