//! The shelf, and the two commands that show it.

use std::fs;
use std::path::Path;

use off_roadmap::cli::check::{CheckArgs, check};
use off_roadmap::cli::scenarios::list;
use off_roadmap::scenario::{Item, LoadError, Shelf, check_file};
use off_roadmap::text::{Paper, Text, report};
use tempfile::TempDir;

const MINIMAL: &str = include_str!("../scenarios/minimal.ron");
const EIGHT: &str = include_str!("../scenarios/eight_mistakes.ron");

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder for the test");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file for the test");
    }
    folder
}

fn args(path: &Path, json: bool) -> CheckArgs {
    CheckArgs { paths: vec![path.display().to_string()], json, run_tests: false }
}

#[test]
fn every_built_in_scenario_is_fine() {
    for item in Shelf::built_in().list() {
        assert!(
            item.scenario().is_some(),
            "{}\n{}",
            item.file,
            report(&Text::default(), &item.checked.report, Paper::PLAIN)
        );
    }
}

#[test]
fn the_shelf_lists_broken_scenarios_with_their_findings() {
    let folder =
        folder(&[("good.ron", MINIMAL), ("bad.ron", EIGHT), ("worse.ron", "(format: 1,,"), ("x.run.ron", "()")]);
    let items = Shelf::built_in().with_folder(folder.path()).list();
    let item = |id: &str| items.iter().find(|item| item.id == id).unwrap_or_else(|| panic!("no {id} in the list"));
    assert!(item("minimal").scenario().is_some());
    assert_eq!(item("eight-mistakes").checked.report.errors().count(), 8);
    assert_eq!(item("worse").checked.report.errors().count(), 2);
    let text = list(&items);
    assert!(text.contains("A first quarter"), "{text}");
    assert!(text.contains("cannot be played: 8 errors"), "{text}");
}

#[test]
fn the_shelf_names_a_translation_that_cannot_be_used() {
    let folder = folder(&[("mine.ron", MINIMAL), ("mine.de.ron", "{ \"title\": \"Meins\"")]);
    let text = list(&Shelf::built_in().with_folder(folder.path()).list());
    let told = text.lines().find(|line| line.contains("translation")).unwrap_or_else(|| panic!("{text}"));
    assert!(told.contains("mine.de.ron` to see why"), "{told}");
    let folder = self::folder(&[("mine.ron", MINIMAL), ("mine.de.ron", "{ \"title\": \"Meins\" }")]);
    let text = list(&Shelf::built_in().with_folder(folder.path()).list());
    assert!(!text.contains("translation"), "one that is not finished can be used: {text}");
}

#[test]
fn a_translation_is_found_by_its_language_in_capitals_and_with_a_region_too() {
    for name in ["mine.de.ron", "mine.DE.ron", "mine.de-AT.ron"] {
        let folder = folder(&[("mine.ron", MINIMAL), (name, "{ \"title\": \"Meins\" }")]);
        let mut shelf = Shelf::built_in().with_folder(folder.path());
        shelf.speak("de");
        let path = folder.path().join("mine.ron").display().to_string();
        assert_eq!(shelf.load(&path).expect("it is playable").meta.title, "Meins", "{name}");
        assert_eq!(shelf.load("minimal").expect("it is on the shelf").meta.title, "Meins", "{name}");
    }
}

#[test]
fn two_scenarios_of_a_folder_with_one_id_are_an_error() {
    let folder = folder(&[("a.ron", MINIMAL), ("b.ron", MINIMAL)]);
    let items = Shelf::built_in().with_folder(folder.path()).list();
    let broken = items.iter().find(|item| item.file.ends_with("b.ron")).expect("the second file is listed");
    assert!(broken.checked.report.findings[0].message.to_string().contains("belongs to"));
}

#[test]
fn a_copy_that_keeps_the_id_of_a_built_in_scenario_says_that_it_hides_it() {
    let built_in = include_str!("../../../scenarios/scale-up.ron");
    let more = built_in.replace("minutes: 90", "minutes: 100");
    let folder = folder(&[("same.ron", built_in), ("copy.ron", more.as_str())]);
    let warnings = |name: &str| {
        let checked = check_file(&folder.path().join(name));
        assert!(!checked.report.has_errors());
        checked.report.warnings().map(|warning| warning.message.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(warnings("same.ron"), Vec::<String>::new(), "what the game brings stands in its own place");
    let [warning] = warnings("copy.ron").try_into().expect("one warning");
    assert!(warning.contains("\"scale-up\"") && warning.contains("takes its place"), "{warning}");
}

#[test]
fn a_scenario_loads_by_its_id_and_by_its_path() {
    let folder = folder(&[("good.ron", MINIMAL)]);
    let shelf = Shelf::built_in().with_folder(folder.path());
    let by_id = shelf.load("minimal").expect("the id is on the shelf");
    let by_path = shelf.load(&folder.path().join("good.ron").display().to_string()).expect("the file is there");
    assert_eq!(by_id, by_path);
}

#[test]
fn an_unknown_id_names_the_known_ones_and_the_closest() {
    let folder = folder(&[("good.ron", MINIMAL)]);
    let refusal = Shelf::built_in().with_folder(folder.path()).load("minmal").expect_err("there is no such id");
    assert!(refusal.to_string().starts_with("there is no scenario \"minmal\""));
    let LoadError::Unknown { known, hint, .. } = refusal else { panic!("{refusal}") };
    assert!(known.contains(&"minimal".to_owned()));
    assert!(hint.to_string().starts_with("did you mean \"minimal\"?"), "{hint}");
}

#[test]
fn a_path_that_leads_nowhere_is_a_usage_error() {
    let folder = folder(&[]);
    assert_eq!(check(&args(&folder.path().join("no.ron"), false), &Shelf::built_in(), Paper::PLAIN).code, 2);
    let empty = check(&args(folder.path(), false), &Shelf::built_in(), Paper::PLAIN);
    assert_eq!(empty.code, 2);
    assert!(empty.complaint.contains("contains no scenario"), "{}", empty.complaint);
}

#[test]
fn a_folder_is_checked_file_by_file() {
    let folder = folder(&[("good.ron", MINIMAL), ("bad.ron", EIGHT)]);
    let outcome = check(&args(folder.path(), false), &Shelf::built_in(), Paper::PLAIN);
    assert_eq!(outcome.code, 1);
    assert!(outcome.output.contains("bad.ron: 8 errors"), "{}", outcome.output);
    assert!(outcome.output.contains("good.ron: \"A first quarter\" is fine"), "{}", outcome.output);
    let good = check(&args(&folder.path().join("good.ron"), false), &Shelf::built_in(), Paper::PLAIN);
    assert_eq!(good.code, 0);
}

#[test]
fn json_is_one_document_with_every_finding() {
    let folder = folder(&[("bad.ron", EIGHT)]);
    let outcome = check(&args(folder.path(), true), &Shelf::built_in(), Paper::PLAIN);
    let json: serde_json::Value = serde_json::from_str(&outcome.output).expect("one JSON document");
    assert_eq!(json["errors"], 8);
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(8));
    assert_eq!(json["findings"][0]["line"], 13);
    assert_eq!(json["findings"][0]["severity"], "error");
    assert_eq!(json["findings"][0]["key"], "finding-expected");
    assert_eq!(json["findings"][0]["message"], "expected a whole number, found the text \"easy\"");
    assert_eq!(json["findings"][0]["hint"], "write a number like 12 or 1_000_000, without quotes");
}

#[test]
fn a_file_that_is_no_text_is_a_finding() {
    let folder = folder(&[]);
    let path = folder.path().join("picture.ron");
    fs::write(&path, b"(format: 1, \xff\xfe)").expect("a file for the test");
    let outcome = check(&args(&path, false), &Shelf::built_in(), Paper::PLAIN);
    assert_eq!(outcome.code, 1);
    assert!(outcome.output.contains("not UTF-8"), "{}", outcome.output);
}

#[test]
fn a_mistake_in_a_base_is_shown_once() {
    let child = |id: &str| {
        let meta = "(title: \"T\", situation: \"S\", lesson: \"L\", minutes: 60, difficulty: 1, quarters: 4)";
        format!("(format: 1, extends: \"base.ron\", id: \"{id}\", meta: {meta})")
    };
    let base = MINIMAL.replace("id: \"minimal\",", "").replace("trust: 0.6", "trust: 6");
    let (one, two) = (child("one"), child("two"));
    let folder = folder(&[("base.ron", &base), ("one.ron", &one), ("two.ron", &two)]);
    let outcome = check(&args(folder.path(), false), &Shelf::built_in(), Paper::PLAIN);
    assert_eq!(outcome.output.matches("`trust` is 6").count(), 1, "{}", outcome.output);
    assert_eq!(outcome.code, 1);
}

#[test]
fn a_copy_beside_its_original_is_told_by_the_shelf_and_by_every_check_with_both_names() {
    let folder = folder(&[("mine.ron", MINIMAL), ("mine - Copy.ron", MINIMAL), ("mine (1).ron", MINIMAL)]);
    let shelf = Shelf::built_in().with_folder(folder.path());
    let place = |name: &str| folder.path().join(name);
    for path in [folder.path().to_path_buf(), place("mine - Copy.ron"), "minimal".into()] {
        let outcome = check(&args(&path, false), &shelf, Paper::PLAIN);
        assert_eq!(outcome.code, 1, "{}", outcome.output);
        let original = place("mine.ron").display().to_string();
        assert!(outcome.output.contains(&format!("belongs to {original} already")), "{}", outcome.output);
        assert!(outcome.output.contains("mine - Copy.ron:"), "{}", outcome.output);
    }
    assert_eq!(check(&args(&place("mine.ron"), false), &shelf, Paper::PLAIN).code, 0, "the original keeps its id");
    let listed = list(&shelf.list());
    assert!(listed.contains("A first quarter"), "{listed}");
    assert!(
        listed.contains(&format!("run `off-roadmap check \"{}\"`", place("mine - Copy.ron").display())),
        "{listed}"
    );
}

#[test]
fn texts_that_belong_to_no_scenario_are_told() {
    let folder = folder(&[("mine.ron", MINIMAL), ("gone.de.ron", "{}")]);
    let outcome = check(&args(folder.path(), false), &Shelf::built_in(), Paper::PLAIN);
    assert_eq!(outcome.code, 1);
    assert!(outcome.output.contains("gone.ron is not there"), "{}", outcome.output);
}

/// A folder with a scenario that can be played.
fn with_mine() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let text = include_str!("../scenarios/minimal.ron");
    std::fs::write(folder.path().join("Mine.RON"), text).expect("it can be written");
    folder
}

#[test]
fn hidden_files_and_helpers_of_editors_are_no_scenarios_and_a_wrong_name_gets_a_sentence() {
    let folder = with_mine();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("._Mine.RON"), b"\x00\x05").expect("it can be written");
    std::fs::write(at("Mine.RON~"), "(").expect("it can be written");
    std::fs::write(at("other.ron.txt"), "(").expect("it can be written");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", at(".#Mine.RON")).expect("it can be linked");
    let shelf = Shelf::built_in().with_folder(folder.path());
    let files: Vec<Item> = shelf.list().into_iter().filter(|item| !item.file.starts_with("built-in")).collect();
    let names: Vec<&str> = files.iter().filter_map(|item| item.file.rsplit('/').next()).collect();
    assert_eq!(names, ["Mine.RON", "other.ron.txt"]);
    assert!(files[0].scenario().is_some());
    let finding = &files[1].checked.report.findings[0];
    assert_eq!((finding.message.key, finding.hint.key), ("finding-misnamed", "hint-rename"));
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_scenarios_is_not_waited_for() {
    let folder = with_mine();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe.ron")).status();
    assert!(made.is_ok_and(|made| made.success()));
    let shelf = Shelf::built_in().with_folder(folder.path());
    let pipe = shelf.list().into_iter().find(|item| item.file.ends_with("pipe.ron")).expect("it is told");
    assert_eq!(pipe.checked.report.findings[0].message.key, "finding-no-file");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_told_and_the_rest_goes_on() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_mine();
    let private = folder.path().join("private");
    std::fs::create_dir(&private).expect("it can be made");
    std::fs::set_permissions(&private, std::fs::Permissions::from_mode(0o000)).expect("it is ours");
    let items = Shelf::built_in().with_folder(folder.path()).list();
    assert!(items.iter().any(|item| item.file.ends_with("Mine.RON") && item.scenario().is_some()));
    // Root can read any folder.
    if std::fs::read_dir(&private).is_err() {
        let told = items.iter().find(|item| item.file.ends_with("private")).expect("it is told");
        assert_eq!(told.checked.report.findings[0].hint.key, "hint-permission");
    }
    std::fs::set_permissions(&private, std::fs::Permissions::from_mode(0o700)).expect("it is ours");
}
