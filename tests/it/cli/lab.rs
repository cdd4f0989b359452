//! The commands in which policies play: what they print, and how they end.

use std::path::Path;

use assert_cmd::Command;

fn off_roadmap(folder: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder).args(args).assert()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

#[test]
fn simulate_writes_one_row_per_run_with_hash_version_and_seed() {
    let folder = folder();
    let args = ["simulate", "scale-up", "--policy", "purist", "--policy", "paid", "--seeds", "3", "--first-seed", "9"];
    off_roadmap(folder.path(), &[&args[..], &["--format", "csv", "--out", "rows.csv"]].concat()).success();
    let mut rows = csv::Reader::from_path(folder.path().join("rows.csv")).expect("it was written");
    let head = rows.headers().expect("it has a head").clone();
    let at = |name| head.iter().position(|column| column == name).expect("the column is there");
    let (policy, seed, hash, engine) = (at("policy"), at("seed"), at("scenario_hash"), at("engine"));
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("it is a row")).collect();
    let told: Vec<(&str, &str)> = rows.iter().map(|row| (&row[policy], &row[seed])).collect();
    assert_eq!(
        told,
        [("purist", "9"), ("purist", "10"), ("purist", "11"), ("paid", "9"), ("paid", "10"), ("paid", "11")]
    );
    assert!(rows.iter().all(|row| row[hash].len() > 8 && &row[engine] == env!("CARGO_PKG_VERSION")));
}

#[test]
fn simulate_prints_one_json_document() {
    let folder = folder();
    let args = ["simulate", "scale-up", "--policy", "random", "--seeds", "2", "--format", "json"];
    let printed = off_roadmap(folder.path(), &args).success().get_output().stdout.clone();
    let document: serde_json::Value = serde_json::from_slice(&printed).expect("it is JSON");
    assert_eq!(document.as_array().map(Vec::len), Some(2));
}

#[test]
fn the_runs_of_a_simulation_can_be_verified() {
    let folder = folder();
    let args = ["simulate", "scale-up", "--policy", "bridge", "--seeds", "1", "--first-seed", "4", "--runs", "runs"];
    off_roadmap(folder.path(), &args).success();
    off_roadmap(folder.path(), &["replay", "runs/scale-up-bridge-4.run.ron"]).success();
}

#[test]
fn an_unknown_policy_or_scenario_is_told() {
    let folder = folder();
    off_roadmap(folder.path(), &["simulate", "scale-up", "--policy", "lucky"]).code(2);
    off_roadmap(folder.path(), &["simulate", "nowhere"]).code(1);
    off_roadmap(folder.path(), &["balance", "nowhere"]).code(1);
}

#[test]
fn one_scenario_is_not_judged_by_what_only_a_shelf_can_hold() {
    let folder = folder();
    let told = off_roadmap(folder.path(), &["balance", "scale-up", "--seeds", "4", "--json"]);
    let balance: serde_json::Value = serde_json::from_slice(&told.get_output().stdout).expect("it is JSON");
    let conditions = balance["conditions"].as_array().expect("they are a list");
    let numbers: Vec<_> = conditions.iter().filter_map(|condition| condition["number"].as_u64()).collect();
    assert_eq!(numbers, [3, 4, 5, 6]);
}

#[test]
fn a_claim_that_does_not_hold_fails_the_check() {
    let folder = folder();
    let source = include_str!("../../../scenarios/scale-up.ron");
    let boast = "tests: [\n        (policy: \"accept-all\", seeds: 3, share: 1, holds: AtLeast(Coherence, 0.9)),";
    std::fs::write(folder.path().join("boast.ron"), source.replacen("tests: [", boast, 1)).expect("it can be written");
    off_roadmap(folder.path(), &["check", "boast.ron"]).success();
    let told = off_roadmap(folder.path(), &["check", "boast.ron", "--run-tests"]).code(1);
    assert!(String::from_utf8_lossy(&told.get_output().stdout).contains("DOES NOT HOLD"));
}

#[test]
fn the_very_last_seeds_are_played_and_those_beyond_are_refused() {
    let folder = folder();
    let last = u64::MAX.to_string();
    let from = (u64::MAX - 1).to_string();
    let args =
        ["simulate", "scale-up", "--policy", "random", "--format", "json", "--seeds", "2", "--first-seed", &from];
    let printed = off_roadmap(folder.path(), &args).success().get_output().stdout.clone();
    let rows: serde_json::Value = serde_json::from_slice(&printed).expect("it is JSON");
    let seeds: Vec<&str> =
        rows.as_array().expect("it is a list").iter().filter_map(|row| row["seed"].as_str()).collect();
    assert_eq!(seeds, [from.as_str(), &last], "as text: JSON is exact up to 2^53 only");
    for command in [&["simulate", "scale-up"][..], &["balance", "scale-up"], &["insights"]] {
        let told = off_roadmap(folder.path(), &[command, &["--seeds", "3", "--first-seed", &from]].concat()).code(1);
        let told = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
        assert!(told.contains(&last) && told.lines().count() == 1, "{told}");
    }
    let told = off_roadmap(folder.path(), &["balance", "scale-up", "--seeds", "2", "--first-seed", &from, "--json"]);
    let balance: serde_json::Value = serde_json::from_slice(&told.get_output().stdout).expect("it is JSON");
    assert_eq!(balance["first_seed"], *from);

    let game = ["play", "scale-up", "--terminal", "--run", "last.run.ron", "--seed", &last];
    off_roadmap(folder.path(), &game).success();
    off_roadmap(folder.path(), &["replay", "last.run.ron"]).success();
}

#[test]
fn numbers_that_are_none_are_refused_with_what_can_be_typed() {
    let folder = folder();
    let refused = |args: &[&str]| {
        let told = off_roadmap(folder.path(), args).code(2);
        let told = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
        assert!(told.contains("whole number"), "{args:?}: {told}");
    };
    for wrong in ["-1", "1.5", "", "1e3", "18446744073709551616", "99999999999999999999999"] {
        refused(&["play", "--terminal", "--seed", wrong]);
        for command in [&["simulate", "scale-up"][..], &["balance"], &["insights"]] {
            refused(&[command, &["--first-seed", wrong]].concat());
            refused(&[command, &["--seeds", wrong]].concat());
        }
    }
    refused(&["simulate", "scale-up", "--seeds", "0"]);
    refused(&["balance", "--seeds", "1"]);
}

#[test]
fn rows_never_take_the_place_of_their_scenario_and_a_failure_leaves_the_old_ones_whole() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let at = |name: &str| folder.path().join(name);
    let simulate = |args: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("off-roadmap").expect("the program is built");
        command.current_dir(folder.path()).args(["simulate", "scale-up", "--policy", "purist", "--seeds", "2"]);
        command.args(["--format", "csv"]).args(args).assert()
    };
    let read = |name: &str| std::fs::read_to_string(at(name)).expect("it is there");
    std::fs::copy("scenarios/scale-up.ron", at("my.ron")).expect("it can be copied");
    simulate(&["--out", "my.ron"]).code(1);
    assert!(read("my.ron").contains("specials"));

    simulate(&["--out", "rows.csv"]).success();
    let rows = read("rows.csv");
    assert_eq!(rows.lines().count(), 3);
    std::fs::write(at("afile"), "").expect("it can be written");
    simulate(&["--out", "rows.csv", "--runs", "afile/x"]).code(1);
    assert_eq!(read("rows.csv"), rows);
    simulate(&["--out", "rows.csv"]).success();
    assert_eq!(std::fs::read_dir(folder.path()).expect("it is a folder").count(), 3, "nothing is left aside");
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_read_enough_ends_the_simulation() {
    use std::io::{BufRead, BufReader};
    let program = assert_cmd::cargo::cargo_bin("off-roadmap");
    let mut command = std::process::Command::new(program);
    command.args(["simulate", "scale-up", "--seeds", "10000000", "--policy", "decline-all", "--format", "csv"]);
    let mut child = command.stdout(std::process::Stdio::piped()).spawn().expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("it has an output")).lines();
    assert!(lines.next().is_some_and(|line| line.is_ok()));
    drop(lines);
    // Otherwise it would play for days.
    assert!(child.wait().expect("it ends").success());
}
