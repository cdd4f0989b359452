//! A run finds its scenario again wherever both were copied, and recognises it however an editor has saved it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assert_cmd::Command;
use off_roadmap::run::{RunFile, Session};
use off_roadmap::scenario::{Scenario, Shelf};
use off_roadmap::text::Text;

use crate::run::support::{SCENARIO, play, team};

/// The text of a scenario that is not built in.
fn mine() -> String {
    fs::read_to_string(SCENARIO).unwrap().replacen("id: \"minimal\"", "id: \"mine\"", 1)
}

fn write(path: &Path, text: &str) -> PathBuf {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
    path.to_owned()
}

fn load(place: &str) -> Result<Arc<Scenario>, String> {
    Shelf::built_in().load(place).map(Arc::new).map_err(|error| error.to_string())
}

/// Plays a few commands of the scenario in a file, and returns the text of the run.
fn run_of(file: &Path) -> String {
    let mut session = Session::new(load(&file.display().to_string()).unwrap(), 7, team(), None);
    play(&mut session, 4);
    session.run().to_text()
}

/// A run whose scenario's folder is gone, and a folder to which the scenario was copied.
fn lost() -> (String, tempfile::TempDir) {
    let first = tempfile::tempdir().unwrap();
    let text = run_of(&write(&first.path().join("mine.ron"), &mine()));
    (text, tempfile::tempdir().unwrap())
}

fn opens(run: &Path) -> Result<Session, String> {
    Session::open(run, load).map_err(|error| error.to_string())
}

fn off_roadmap(folder: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("off-roadmap").unwrap();
    command.current_dir(folder).env("OFF_ROADMAP_RUNS", folder.join("runs")).env_remove("DISPLAY").args(args).assert()
}

#[test]
fn the_scenario_is_found_where_it_was_beside_the_run_and_in_folders_of_scenarios() {
    for place in ["mine.ron", "runs/mine.ron", "runs/scenarios/mine.ron", "scenarios/mine.ron"] {
        let (text, folder) = lost();
        write(&folder.path().join(place), &mine());
        let run = write(&folder.path().join("runs/a.run.ron"), &text);
        let opened = opens(&run).unwrap_or_else(|problem| panic!("{place}: {problem}"));
        let noted = opened.run().scenario_file.clone().unwrap();
        assert!(Path::new(&noted).is_absolute() && Path::new(&noted).is_file(), "{noted}");
    }
}

#[test]
fn a_file_under_another_name_is_known_by_what_it_means() {
    let (text, folder) = lost();
    write(&folder.path().join("mine (1).ron"), &mine());
    write(&folder.path().join("other.ron"), &mine().replacen("cash: 6000000", "cash: 6000001", 1));
    assert!(opens(&write(&folder.path().join("a.run.ron"), &text)).is_ok());
}

#[test]
fn of_two_files_the_unchanged_one_is_taken() {
    let (text, folder) = lost();
    write(&folder.path().join("mine.ron"), &mine().replacen("cash: 6000000", "cash: 6000001", 1));
    let run = write(&folder.path().join("a.run.ron"), &text);
    assert!(opens(&run).unwrap_err().contains("has changed since"));
    write(&folder.path().join("scenarios/mine.ron"), &mine());
    assert!(opens(&run).is_ok());
}

#[test]
fn paths_of_another_system_are_understood() {
    for noted in [r"C:\\Users\\Ada\\scenarios\\mine.ron", "/Users/ada/scenarios/mine.ron", r"scenarios\\mine.ron"] {
        let (text, folder) = lost();
        write(&folder.path().join("mine.ron"), &mine());
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let line = lines.iter_mut().find(|line| line.contains("scenario_file:")).unwrap();
        *line = format!("    scenario_file: Some(\"{noted}\"),");
        let run = RunFile::parse(&lines.join("\n")).unwrap().to_text();
        let opened = opens(&write(&folder.path().join("a.run.ron"), &run));
        assert!(opened.is_ok(), "{noted}: {}", opened.unwrap_err());
    }
}

#[test]
fn a_missing_scenario_is_asked_for_by_title_id_and_file() {
    let (text, folder) = lost();
    let run = write(&folder.path().join("a.run.ron"), &text);
    let problem = Session::open(&run, load).unwrap_err();
    for language in ["en", "de"] {
        let told = problem.told(&Text::new(language));
        let title = load(SCENARIO).unwrap().meta.title.clone();
        for word in [title.as_str(), "`mine`", "mine.ron", "scenarios"] {
            assert!(told.contains(word), "{word} is missing in {told}");
        }
        assert!(!told.contains(['{', '⟨']), "{told}");
    }
}

#[test]
fn a_scenario_that_broke_is_told_with_what_is_wrong() {
    let (text, folder) = lost();
    write(&folder.path().join("mine.ron"), &mine().replacen("cash:", "kash:", 1));
    let told = opens(&write(&folder.path().join("a.run.ron"), &text)).unwrap_err();
    assert!(told.contains("mine.ron") && told.contains("cannot be played"), "{told}");
}

#[test]
fn a_run_that_was_played_by_id_from_a_folder_is_verified_from_elsewhere() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = write(&here.path().join("scenarios/mine.ron"), &mine());
    off_roadmap(here.path(), &["play", "mine", "--seed", "7", "--terminal", "--run", "a.run.ron"]).success();
    let run = here.path().join("a.run.ron");
    off_roadmap(there.path(), &["replay", run.to_str().unwrap()]).success();

    let copy = there.path().join("a.run.ron");
    fs::copy(&run, &copy).unwrap();
    fs::rename(&file, there.path().join("mine.ron")).unwrap();
    off_roadmap(here.path(), &["replay", copy.to_str().unwrap()]).success();
    off_roadmap(here.path(), &["compare", copy.to_str().unwrap()]).success();
    off_roadmap(here.path(), &["replay", run.to_str().unwrap()]).code(1);
}

#[test]
fn simulated_runs_of_a_scenario_file_are_verified_from_elsewhere() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(&here.path().join("scenarios/mine.ron"), &mine());
    off_roadmap(here.path(), &["simulate", "mine", "--policy", "bridge", "--seeds", "1", "--runs", "runs"]).success();
    let run = here.path().join("runs/mine-bridge-1.run.ron");
    off_roadmap(there.path(), &["replay", run.to_str().unwrap()]).success();
}

/// The same text as different editors and mail programs would save it.
fn resaved(text: &str) -> [(&'static str, String); 9] {
    [
        ("a byte order mark", format!("\u{feff}{text}")),
        ("Windows line endings", text.replace('\n', "\r\n")),
        ("old line endings", text.replace('\n', "\r")),
        ("blanks at line ends", text.replace(",\n", ", \t\n")),
        ("empty lines at the end", format!("{text}\n\n  \n")),
        ("no line ending at the end", text.trim_end().to_owned()),
        ("another indentation", text.replace("\n    ", "\n\t")),
        ("a comment", text.replacen("company:", "// What we know of it.\n    company:", 1)),
        ("a number written longer", text.replacen("cash: 6000000", "cash: 6_000_000", 1)),
    ]
}

#[test]
fn how_a_scenario_is_written_is_no_change_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(&folder.path().join("mine.ron"), &mine());
    let run = write(&folder.path().join("a.run.ron"), &run_of(&file));
    for (what, text) in resaved(&mine()) {
        write(&file, &text);
        assert!(opens(&run).is_ok(), "{what}: {}", opens(&run).unwrap_err());
    }
    write(&file, &mine().replacen("cash: 6000000", "cash: 6000001", 1));
    assert!(opens(&run).unwrap_err().contains("has changed since"));
}

#[test]
fn a_base_may_be_saved_by_another_editor_too() {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(SCENARIO).parent().unwrap();
    let copy = |name: &str| fs::read_to_string(from.join(name)).unwrap();
    let files = ["minimal.ron", "extends/child.ron", "extends/middle.ron"];
    files.iter().for_each(|name| drop(write(&folder.path().join(name), &copy(name))));
    let run = write(&folder.path().join("a.run.ron"), &run_of(&folder.path().join("extends/child.ron")));
    for name in files {
        write(&folder.path().join(name), &format!("\u{feff}{}", copy(name).replace('\n', " \r\n")));
        assert!(opens(&run).is_ok(), "{name}: {}", opens(&run).unwrap_err());
    }
}

/// The hash that earlier versions wrote into runs.
fn former_hash(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut hasher = blake3::Hasher::new();
    hasher.update(&(text.len() as u64).to_le_bytes());
    hasher.update(text.as_bytes());
    hasher.finalize().to_hex().to_string()
}

#[test]
fn runs_that_name_the_hash_of_the_text_still_hold() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    for (what, then) in resaved(&mine()).into_iter().chain([("nothing", mine())]) {
        write(&file, &then);
        let new = run_of(&file);
        let hash = RunFile::parse(&new).unwrap().scenario_hash;
        let old = RunFile::parse(&new.replacen(&hash, &former_hash(&then), 1)).unwrap().to_text();
        let run = write(&folder.path().join("a.run.ron"), &old);
        let mut opened = opens(&run).unwrap_or_else(|problem| panic!("{what}: {problem}"));
        // Continuing the run writes the hash of this version.
        play(&mut opened, 1);
        assert_eq!(RunFile::parse(&fs::read_to_string(&run).unwrap()).unwrap().scenario_hash, hash);
    }
}

#[test]
fn a_run_file_may_be_saved_by_another_editor() {
    let folder = tempfile::tempdir().unwrap();
    let text = run_of(&write(&folder.path().join("mine.ron"), &mine()));
    let ways = [
        format!("\u{feff}{text}"),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        format!("\u{feff}{}\r\n\r\n", text.replace('\n', " \r\n")),
        text.trim_end().to_owned(),
    ];
    for changed in ways {
        let run = write(&folder.path().join("a.run.ron"), &changed);
        assert!(opens(&run).is_ok(), "{}", opens(&run).unwrap_err());
    }
}
