//! `off-roadmap print`, run as a program, and its loop: print, play, type in, print the next quarter.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const FILES: [&str; 4] = ["roles.html", "cards.html", "decisions.html", "wall.html"];

fn off_roadmap(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder).env("OFF_ROADMAP_RUNS", folder.join("runs")).env_remove("DISPLAY");
    command
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

fn page(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("it was written")
}

/// What the command says when it refuses.
fn refused(folder: &Path, args: &[&str]) -> String {
    let output = off_roadmap(folder).arg("print").args(args).assert().failure().get_output().stderr.clone();
    String::from_utf8_lossy(&output).into_owned()
}

#[test]
fn the_sheets_of_a_scenario_are_four_files_that_need_nothing_else() {
    let folder = folder();
    for (language, paper, size, facts) in [
        (
            "en",
            "a4",
            "size:A4;",
            [
                ("roles.html", "Only you know this"),
                ("cards.html", "Castell Expo"),
                ("decisions.html", "Q4 2028 · quarter 8 of 8"),
                ("wall.html", "How it felt"),
            ],
        ),
        (
            "de",
            "letter",
            "size:letter;",
            [
                ("roles.html", "Das weißt nur du"),
                ("cards.html", "Castell Expo"),
                ("decisions.html", "Q4 2028 · Quartal 8 von 8"),
                ("wall.html", "Wie es sich anfühlte"),
            ],
        ),
    ] {
        off_roadmap(folder.path())
            .args(["print", "scale-up", "--out", "sheets", "--language", language, "--paper", paper])
            .assert()
            .success();
        for name in FILES {
            let page = page(&folder.path().join("sheets"), name);
            for needs in ["<script", "<link", "<img", "src=", "@import", "url("] {
                assert!(!page.contains(needs), "{name}: {needs}");
            }
            assert!(page.contains(size) && page.contains(&format!("lang=\"{language}\"")), "{name}");
            assert!(!page.contains('⟨') && !page.contains("NaN"), "{name}");
        }
        for (name, fact) in facts {
            assert!(page(&folder.path().join("sheets"), name).contains(fact), "{name}: {fact}");
        }
    }
}

#[test]
fn the_boxes_of_a_sheet_are_numbered_as_they_are_typed_in() {
    let folder = folder();
    off_roadmap(folder.path()).args(["print", "scale-up", "--out", "."]).assert().success();
    let page = page(folder.path(), "decisions.html");
    let first = page.split("</section>").next().expect("there is a sheet");
    let numbers = first.split("class=\"number\">").skip(1).filter_map(|rest| rest.split('<').next()?.parse().ok());
    let mut numbers: Vec<u8> = numbers.collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=11).collect::<Vec<u8>>());
}

#[test]
fn nothing_is_replaced_that_the_command_did_not_make_and_then_nothing_is_written() {
    let folder = folder();
    fs::write(folder.path().join("cards.html"), "mine").expect("it can be written");
    fs::write(folder.path().join("notes.txt"), "mine too").expect("it can be written");
    let told = refused(folder.path(), &["scale-up", "--out", "."]);
    assert!(told.contains("cards.html") && told.contains("--force"), "{told}");
    assert!(!folder.path().join("roles.html").exists(), "none is written if one cannot be");
    assert_eq!(page(folder.path(), "cards.html"), "mine");
    off_roadmap(folder.path()).args(["print", "scale-up", "--out", ".", "--force"]).assert().success();
    assert!(page(folder.path(), "cards.html").contains("Castell Expo"));
    off_roadmap(folder.path()).args(["print", "heavy-debt", "--out", "."]).assert().success();
    assert!(!page(folder.path(), "cards.html").contains("Castell Expo"), "an earlier output of its own is replaced");
    assert_eq!(page(folder.path(), "notes.txt"), "mine too");
}

#[test]
fn what_cannot_be_printed_is_told_in_a_sentence() {
    let folder = folder();
    assert!(refused(folder.path(), &["nothing", "--out", "x"]).contains("nothing"));
    assert!(refused(folder.path(), &["scale-up", "--out", "x", "--paper", "a5"]).contains("a4"));
    assert!(refused(folder.path(), &["gone.run.ron", "--out", "x"]).contains("gone.run.ron"));
    fs::write(folder.path().join("file"), "").expect("it can be written");
    assert!(refused(folder.path(), &["scale-up", "--out", "file"]).contains("name a folder"));
    if cfg!(unix) {
        assert!(refused(folder.path(), &["scale-up", "--out", "/proc/none"]).contains("cannot be written"));
    }
    assert!(!folder.path().join("x").exists());
}

/// A quarter of scale-up with seed 7, which has four cards on its first table.
const QUARTER: &str = "55 25 10 10\n1\n45 30 25\n1 3\n1, 7 3\n\
    1 2 7 7\n2 2 1 7\n800k 1.2M\n1 1 1 1\n0.9M 1.3M\n2\nceo\n1\n7\n";

#[test]
fn after_a_quarter_is_typed_in_the_sheets_of_the_next_one_can_be_printed() {
    let folder = folder();
    let play = ["play", "scale-up", "--seed", "7", "--team", "Red", "--run", "red.run.ron", "--from-paper"];
    off_roadmap(folder.path()).args(play).write_stdin("").assert().success();
    off_roadmap(folder.path()).args(["print", "red.run.ron", "--out", "sheets"]).assert().success();
    let first = page(&folder.path().join("sheets"), "red-q1.html");
    let typed =
        off_roadmap(folder.path()).args(play).write_stdin(QUARTER).assert().success().get_output().stdout.clone();
    let told = String::from_utf8_lossy(&typed).into_owned();
    assert!(told.contains("Payslips") && told.contains("off-roadmap print"), "{told}");
    off_roadmap(folder.path()).args(["print", "red.run.ron", "--out", "sheets"]).assert().success();
    let second = page(&folder.path().join("sheets"), "red-q2.html");
    for (page, quarter) in [(&first, "Q1 2027"), (&second, "Q2 2027")] {
        assert!(page.contains("Red") && page.contains(quarter) && page.contains("Amara Nwosu"), "{quarter}");
    }
    assert!(first.contains("Castell Expo") && !second.contains("Special 1 of 0"));
    off_roadmap(folder.path()).args(["replay", "red.run.ron"]).assert().success();
}

#[test]
fn once_the_plans_are_typed_in_only_the_table_is_printed() {
    let folder = folder();
    let play = ["play", "scale-up", "--seed", "7", "--team", "Red", "--run", "red.run.ron", "--from-paper"];
    let plans: String = QUARTER.lines().take(5).map(|line| format!("{line}\n")).collect();
    off_roadmap(folder.path()).args(play).write_stdin(plans).assert().success();
    off_roadmap(folder.path()).args(["print", "red.run.ron", "--out", "."]).assert().success();
    let table = page(folder.path(), "red-q1-table.html");
    assert!(!table.contains("Only you know this") && table.contains("Castell Expo"));
}

#[test]
fn a_run_without_a_next_quarter_or_with_a_computer_partner_is_told() {
    let folder = folder();
    let play = ["play", "scale-up", "--seed", "7", "--terminal", "--run"];
    let simulated = ["simulate", "scale-up", "--policy", "quadrant", "--seeds", "1", "--runs", "done"];
    off_roadmap(folder.path()).args(simulated).assert().success();
    let done =
        fs::read_dir(folder.path().join("done")).expect("there are runs").flatten().next().expect("there is one");
    let done = done.path().display().to_string();
    assert!(refused(folder.path(), &[&done, "--out", "x"]).contains("played to its end"));
    let with_partner = ["solo.run.ron", "--partner", "quadrant"];
    off_roadmap(folder.path()).args(play).args(with_partner).write_stdin("quit\n").assert().success();
    let typed = off_roadmap(folder.path()).args(["play", "--run", "solo.run.ron", "--from-paper"]).assert();
    let told = String::from_utf8_lossy(&typed.failure().get_output().stderr).into_owned();
    assert!(told.contains("computer partner"), "{told}");
}
