//! `off-roadmap export` of runs, run as a program. What it saves of a room is tested where rooms are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use off_roadmap::data::tables;

fn off_roadmap(folder: &Path, args: &[&str]) -> Assert {
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder).env("XDG_DATA_HOME", folder).args(args).assert()
}

/// A folder with a run of each of two policies, and one of another scenario.
fn runs() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for (scenario, policy) in [("scale-up", "accept-all"), ("scale-up", "purist"), ("heavy-debt", "quadrant")] {
        let args = ["simulate", scenario, "--policy", policy, "--first-seed", "4", "--seeds", "1", "--runs", "runs"];
        off_roadmap(folder.path(), &args).success();
    }
    folder
}

const RUN: &str = "runs/scale-up-accept-all-4.run.ron";

fn printed(told: &Assert) -> String {
    String::from_utf8_lossy(&told.get_output().stdout).into_owned()
}

fn errors(told: &Assert) -> String {
    String::from_utf8_lossy(&told.get_output().stderr).into_owned()
}

/// The rows of a CSV file, each as its values by column.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_path(path).expect("it is there").deserialize().map(|row| row.expect("it is a row")).collect()
}

/// The names of the columns of a CSV file.
fn head(path: &Path) -> Vec<String> {
    csv::Reader::from_path(path)
        .expect("it is there")
        .headers()
        .expect("it has a head")
        .iter()
        .map(str::to_owned)
        .collect()
}

fn inside(folder: &Path) -> BTreeSet<String> {
    let inside = std::fs::read_dir(folder).expect("it is a folder").flatten();
    inside.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn every_column_that_is_written_is_in_the_dictionary_and_the_other_way_round() {
    let folder = runs();
    let told = off_roadmap(folder.path(), &["export", "runs", "--out", "data"]).success();
    assert!(printed(&told).contains("data has 3 runs in 7 tables; dictionary.csv says"), "{}", printed(&told));
    let data = folder.path().join("data");
    let mut expected: BTreeSet<String> = tables().iter().map(|table| format!("{}.csv", table.name)).collect();
    expected.insert("dictionary.csv".to_owned());
    assert_eq!(inside(&data), expected);
    let mut explained: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows(&data.join("dictionary.csv")) {
        let columns = explained.entry(row["table"].clone()).or_default();
        columns.extend((!row["column"].is_empty()).then(|| row["column"].clone()));
    }
    for (table, columns) in &explained {
        assert_eq!(&head(&data.join(format!("{table}.csv"))), columns, "{table}");
    }
    assert_eq!(explained.len() + 1, expected.len());
}

#[test]
fn every_row_stands_by_itself() {
    let folder = runs();
    off_roadmap(folder.path(), &["export", "runs", "--out", "data"]).success();
    for table in tables() {
        let rows = rows(&folder.path().join(format!("data/{}.csv", table.name)));
        let runs: BTreeSet<&str> = rows.iter().map(|row| row["run"].as_str()).collect();
        assert_eq!(runs.len(), 3, "{}: {runs:?}", table.name);
        for row in &rows {
            assert!(row["scenario_hash"].len() > 8 && row["seed"] == "4" && row["engine"] == env!("CARGO_PKG_VERSION"));
            assert!(row["run"].starts_with(&row["scenario"]), "{}", row["run"]);
        }
    }
}

#[test]
fn a_german_spreadsheet_gets_its_signs_and_a_mark_that_it_is_unicode() {
    let folder = runs();
    let at = folder.path();
    off_roadmap(at, &["rename", RUN, "--team", "Übersee; Süd"]).success();
    off_roadmap(at, &["export", RUN, "--out", "data", "--separator", ";", "--decimal", ","]).success();
    for file in inside(&at.join("data")) {
        let text = std::fs::read_to_string(at.join("data").join(&file)).expect("it is text");
        assert!(text.starts_with("\u{feff}"), "{file}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        assert!(reader.records().all(|row| row.is_ok()), "{file}");
    }
    let text = std::fs::read_to_string(at.join("data/runs.csv")).expect("it is text");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let row: BTreeMap<String, String> = reader.deserialize().next().expect("it has a row").expect("it is a row");
    assert_eq!(row["team"], "Übersee; Süd");
    let (whole, decimals) = row["gross_retention"].split_once(',').expect("a number has a comma");
    assert!(whole == "0" && decimals.parse::<u64>().is_ok(), "{}", row["gross_retention"]);
    off_roadmap(at, &["export", RUN, "--out", "comma", "--decimal", ","]).success();
    let alone = std::fs::read_to_string(at.join("comma/runs.csv")).expect("it is text");
    assert_eq!(alone, text, "a decimal comma alone brings the semicolon");
}

#[test]
fn json_and_parquet_come_with_the_same_dictionary() {
    let folder = runs();
    for format in ["json", "parquet"] {
        off_roadmap(folder.path(), &["export", RUN, "--out", format, "--format", format]).success();
        let data = folder.path().join(format);
        let mut expected: BTreeSet<String> = tables().iter().map(|table| format!("{}.{format}", table.name)).collect();
        expected.insert("dictionary.csv".to_owned());
        assert_eq!(inside(&data), expected);
    }
    let runs = std::fs::read_to_string(folder.path().join("json/runs.json")).expect("it is there");
    let runs: serde_json::Value = serde_json::from_str(&runs).expect("it is JSON");
    assert!(runs[0]["company_value"].as_i64().is_some_and(|value| value > 0), "{runs}");
    let parquet = std::fs::read(folder.path().join("parquet/runs.parquet")).expect("it is there");
    assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"));
}

#[test]
fn of_a_folder_what_can_be_exported_is_and_the_rest_is_told() {
    let folder = runs();
    let at = folder.path();
    let run = std::fs::read_to_string(at.join(RUN)).expect("it is there");
    std::fs::write(at.join("runs/cut.run.ron"), &run[..500]).expect("it can be written");
    std::fs::write(at.join("runs/old.run.ron"), run.replace("rules: 5", "rules: 2")).expect("it can be written");
    std::fs::write(at.join("runs/twice.run.ron"), &run).expect("it can be written");
    std::fs::create_dir(at.join("runs/more")).expect("it can be made");
    std::fs::write(at.join("runs/more/inside.run.ron"), &run).expect("it can be written");
    let told = off_roadmap(at, &["export", "runs", "--out", "data"]).code(1);
    let errors = errors(&told);
    for (file, why) in [("cut.run.ron", "cut off"), ("old.run.ron", "version 2"), ("more", "name it as well")] {
        assert!(errors.lines().any(|line| line.contains(file) && line.contains(why)), "{file}: {errors}");
    }
    assert!(printed(&told).contains("is a copy of") && printed(&told).contains("3 runs"), "{}", printed(&told));
    assert_eq!(rows(&at.join("data/runs.csv")).len(), 3);
}

#[test]
fn runs_of_one_file_name_are_told_apart_by_their_folders() {
    let folder = runs();
    let at = folder.path();
    for (table, run) in [("one", RUN), ("two", "runs/scale-up-purist-4.run.ron")] {
        std::fs::create_dir(at.join(table)).expect("it can be made");
        std::fs::copy(at.join(run), at.join(table).join("team.run.ron")).expect("it can be copied");
    }
    off_roadmap(at, &["export", "one", "two/team.run.ron", "--out", "data"]).success();
    let names: Vec<String> = rows(&at.join("data/runs.csv")).into_iter().map(|row| row["run"].clone()).collect();
    assert_eq!(names, ["one/team", "two/team"]);
}

#[test]
fn names_stay_names_and_those_of_people_are_left_out() {
    let folder = runs();
    let at = folder.path();
    let args = ["--team", "=<b>\"فريق\"</b>", "--product", "Adelaide", "--sales", "Benedikt"];
    off_roadmap(at, &[&["rename", RUN][..], &args].concat()).success();
    off_roadmap(at, &["export", RUN, "--out", "data"]).success();
    assert_eq!(rows(&at.join("data/runs.csv"))[0]["team"], "'=<b>\"فريق\"</b>");
    for file in inside(&at.join("data")) {
        let text = std::fs::read_to_string(at.join("data").join(&file)).expect("it is text");
        assert!(!text.contains("Adelaide") && !text.contains("Benedikt"), "{file}");
    }
}

#[test]
fn an_unfinished_run_is_exported_as_far_as_it_goes() {
    let folder = runs();
    let at = folder.path();
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    let args = ["play", "scale-up", "--terminal", "--seed", "4", "--run", "open.run.ron"];
    command.current_dir(at).args(args).write_stdin("\n\n\n\nquit\n").assert().success();
    off_roadmap(at, &["export", "open.run.ron", "--out", "data"]).success();
    let run = &rows(&at.join("data/runs.csv"))[0];
    assert_eq!((run["finished"].as_str(), run["company_value"].as_str()), ("false", ""));
}

#[test]
fn what_cannot_be_right_is_refused_in_a_sentence_and_leaves_nothing() {
    let folder = runs();
    let at = folder.path();
    let refused = |code: i32, args: &[&str], why: &str| {
        let told = off_roadmap(at, &[&["export"][..], args].concat()).code(code);
        assert!(errors(&told).contains(why), "{args:?}: {}", errors(&told));
        assert!(!at.join("data").exists(), "{args:?}");
    };
    refused(2, &["--out", "data"], "RUN|ROOM");
    refused(2, &[RUN], "--out");
    refused(2, &[RUN, "--out", "data", "--format", "xlsx"], "xlsx");
    for separator in ["", ";;", "a", "7", "\"", "é", "\n"] {
        refused(2, &[RUN, "--out", "data", "--separator", separator], "a separator is one character");
    }
    for decimal in ["", ";", "..", "point"] {
        refused(2, &[RUN, "--out", "data", "--decimal", decimal], "a decimal sign is");
    }
    refused(2, &[RUN, "--out", "data", "--separator", ",", "--decimal", ","], "cannot both be ,");
    refused(2, &[RUN, "--out", "data", "--separator", "."], "cannot both be .");
    refused(1, &["nowhere.run.ron", RUN, "--out", "data"], "nowhere.run.ron");
    std::fs::write(at.join("foreign.ron"), "(hello: 1)").expect("it can be written");
    refused(1, &["foreign.ron", "--out", "data"], "not a run file");
    std::fs::create_dir(at.join("empty")).expect("it can be made");
    refused(1, &["empty", "--out", "data"], "has no run");
    refused(1, &[RUN, "--out", "foreign.ron"], "is not empty");
    refused(1, &[RUN, "--out", "runs"], "is not empty");
    refused(1, &[RUN, "--out", "foreign.ron/data"], "cannot be written");
}
