//! The command line as scripts use it: exit codes, sentences, a game by lines, its run verified.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

fn off_roadmap(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder).env("OFF_ROADMAP_RUNS", folder.join("runs")).env_remove("DISPLAY");
    command
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Plays the first scenario by empty lines, into a run file.
fn played(folder: &Path) -> Output {
    off_roadmap(folder)
        .args(["play", "scale-up", "--seed", "7", "--terminal", "--run", "game.run.ron"])
        .output()
        .expect("the program runs")
}

#[test]
fn a_script_of_empty_lines_plays_a_game_to_its_debrief_and_its_run_holds() {
    let folder = folder();
    let game = played(folder.path());
    assert!(game.status.success(), "{}", words(&game.stderr));
    let replay = off_roadmap(folder.path()).args(["replay", "game.run.ron"]).output().expect("the program runs");
    assert!(replay.status.success(), "{}", words(&replay.stderr));
    assert!(words(&replay.stdout).contains("ended with a company value"), "{}", words(&replay.stdout));
}

#[test]
fn one_changed_digit_is_found_and_told_where() {
    let folder = folder();
    played(folder.path());
    let path = folder.path().join("game.run.ron");
    let text = fs::read_to_string(&path).expect("the run was saved");
    let changed = text.replacen("seed: 7", "seed: 8", 1);
    assert_ne!(text, changed, "the run names its seed");
    fs::write(&path, &changed).expect("the file can be changed");
    let replay = off_roadmap(folder.path()).args(["replay", "game.run.ron"]).output().expect("the program runs");
    assert_eq!(replay.status.code(), Some(1));
    let complaint = words(&replay.stderr);
    assert!(complaint.starts_with("error: ") && complaint.contains("the seed"), "{complaint}");
    assert_eq!(fs::read_to_string(&path).expect("the file is still there"), changed, "the file is left untouched");
}

#[test]
fn an_unknown_scenario_is_one_sentence_that_names_what_there_is() {
    let folder = folder();
    let play = off_roadmap(folder.path()).args(["play", "scale-upp", "--terminal"]).output().expect("the program runs");
    assert_eq!(play.status.code(), Some(1));
    let complaint = words(&play.stderr);
    assert!(complaint.contains("scale-up") && complaint.lines().count() == 1, "{complaint}");
}

#[test]
fn wrong_flags_are_usage_errors() {
    let folder = folder();
    for args in [&["play", "--seed", "seven"][..], &["play", "--fast"], &["fly"], &["replay"]] {
        let output = off_roadmap(folder.path()).args(args).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn a_missing_or_foreign_run_is_refused_and_left_untouched() {
    let folder = folder();
    let missing = off_roadmap(folder.path()).args(["replay", "nothing.run.ron"]).output().expect("the program runs");
    assert_eq!(missing.status.code(), Some(1));
    let foreign = folder.path().join("foreign.run.ron");
    fs::write(&foreign, "a shopping list").expect("the folder can be written");
    let play = off_roadmap(folder.path())
        .args(["play", "scale-up", "--terminal", "--run", "foreign.run.ron"])
        .output()
        .expect("the program runs");
    assert_eq!(play.status.code(), Some(1), "{}", words(&play.stderr));
    assert_eq!(fs::read_to_string(&foreign).expect("the file is still there"), "a shopping list");
}

#[test]
fn without_a_display_the_game_says_so_and_goes_on_by_lines() {
    let folder = folder();
    let play = off_roadmap(folder.path()).args(["play", "scale-up", "--seed", "3"]).output().expect("the program runs");
    assert!(play.status.success(), "{}", words(&play.stderr));
    assert!(words(&play.stderr).contains("goes on in the terminal"), "{}", words(&play.stderr));
}

#[test]
fn the_shelf_lists_the_shipped_scenario() {
    let folder = folder();
    let list = off_roadmap(folder.path()).arg("scenarios").output().expect("the program runs");
    assert!(list.status.success() && words(&list.stdout).contains("scale-up"));
}
