//! The command line as scripts use it: exit codes, messages, a game in the terminal, and the verification of its run.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, ChildStdin, Output, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::Command;

use crate::run::support::SCENARIO;

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

/// Plays the first scenario with empty lines and saves the run.
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
fn where_only_a_window_will_do_a_missing_one_ends_the_program_with_a_code_of_its_own() {
    let folder = folder();
    let game = off_roadmap(folder.path())
        .args(["play", "scale-up", "--window", "--run", "game.run.ron"])
        .output()
        .expect("the program runs");
    assert_eq!(game.status.code(), Some(3));
    assert!(words(&game.stderr).starts_with("error: "), "{}", words(&game.stderr));
    assert!(game.stdout.is_empty(), "it does not go on by lines: {}", words(&game.stdout));
    assert!(!folder.path().join("game.run.ron").exists());
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

#[cfg(target_os = "linux")]
#[test]
fn a_person_whose_output_is_piped_leaves_at_the_end_of_the_input() {
    let folder = folder();
    let program = assert_cmd::cargo::cargo_bin("off-roadmap");
    let play = format!("{} play scale-up --seed 7 --terminal --run game.run.ron | cat", program.display());
    // `script` provides a terminal, so that a person seems to close the input.
    let typed = ["-qec", play.as_str(), "/dev/null"];
    let mut command = std::process::Command::new("script");
    command.current_dir(folder.path()).env("OFF_ROADMAP_RUNS", folder.path()).args(typed).stdin(Stdio::piped());
    // Skip the test on machines without `script`.
    let Ok(mut person) = command.stdout(Stdio::piped()).spawn() else { return };
    person.stdin.take().expect("its input is a pipe").write_all(b"\n\n\n\n").expect("it reads");
    let output = person.wait_with_output().expect("it runs");
    let told = words(&output.stdout);
    assert!(told.contains("You left the game."), "{told}");
    assert!(!told.contains("Debrief"), "{told}");
}

#[test]
fn a_window_of_forty_columns_is_not_overrun() {
    let folder = folder();
    for (columns, most) in [("40", 40), ("", 80), ("wide", 80)] {
        let play = ["play", "scale-up", "--seed", "7", "--terminal", "--run", "a.run.ron", "--team", "川流"];
        let game = off_roadmap(folder.path()).env("COLUMNS", columns).args(play).output().expect("the program runs");
        let widest = words(&game.stdout).lines().map(unicode_width::UnicodeWidthStr::width).max();
        assert!(widest.is_some_and(|widest| widest <= most), "{columns}: {widest:?}");
        fs::remove_file(folder.path().join("a.run.ron")).expect("the run was saved");
    }
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let folder = folder();
    fs::write(folder.path().join("broken.ron"), "(format: 1, id: 5)").expect("the folder can be written");
    let program = assert_cmd::cargo::cargo_bin("off-roadmap");
    let check = format!("{} check broken.ron", program.display());
    for (variable, value, colours) in [("TERM", "xterm", true), ("TERM", "dumb", false), ("NO_COLOR", "1", false)] {
        let mut command = std::process::Command::new("script");
        command.current_dir(folder.path()).env_remove("NO_COLOR").env("TERM", "xterm").env(variable, value);
        let Ok(output) = command.args(["-qec", check.as_str(), "/dev/null"]).stdin(Stdio::null()).output() else {
            return;
        };
        assert_eq!(words(&output.stdout).contains('\u{1b}'), colours, "{variable}={value}: {}", words(&output.stdout));
    }
}

#[test]
fn a_translation_that_cannot_be_used_is_told_once_when_the_game_begins() {
    let folder = folder();
    let minimal = include_str!("../scenarios/minimal.ron");
    fs::write(folder.path().join("mine.ron"), minimal).expect("the folder can be written");
    fs::write(folder.path().join("mine.de.ron"), "{ \"title\": ").expect("the folder can be written");
    let told = |language: &str| {
        let args = ["play", "mine.ron", "--terminal", "--language", language, "--run", &format!("{language}.run.ron")];
        let game = off_roadmap(folder.path()).args(args).output().expect("the program runs");
        assert!(game.status.success(), "{}", words(&game.stderr));
        words(&game.stderr).lines().filter(|line| line.contains("mine.de.ron")).count()
    };
    assert_eq!((told("de"), told("en")), (1, 0));
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
    assert!(words(&play.stderr).contains("continues in the terminal"), "{}", words(&play.stderr));
}

#[test]
fn the_shelf_lists_the_shipped_scenario() {
    let folder = folder();
    let list = off_roadmap(folder.path()).arg("scenarios").output().expect("the program runs");
    assert!(list.status.success() && words(&list.stdout).contains("scale-up"));
}

#[test]
fn a_run_of_a_scenario_file_is_verified_and_goes_on_from_another_folder() {
    let (here, there) = (folder(), folder());
    fs::copy(SCENARIO, here.path().join("mine.ron")).expect("the folder can be written");
    let play = off_roadmap(here.path())
        .args(["play", "mine.ron", "--terminal", "--run", "game.run.ron"])
        .output()
        .expect("the program runs");
    assert!(play.status.success(), "{}", words(&play.stderr));
    let run = here.path().join("game.run.ron");
    for args in [&["replay"][..], &["play", "--terminal", "--run"]] {
        let output = off_roadmap(there.path()).args(args).arg(&run).output().expect("the program runs");
        assert!(output.status.success(), "{}", words(&output.stderr));
    }
    fs::remove_file(here.path().join("mine.ron")).expect("the file is there");
    let gone = off_roadmap(there.path()).arg("replay").arg(&run).output().expect("the program runs");
    assert_eq!(gone.status.code(), Some(1));
    assert!(words(&gone.stderr).contains("mine.ron"), "{}", words(&gone.stderr));
}

#[test]
fn what_contradicts_the_run_that_goes_on_is_refused() {
    let folder = folder();
    played(folder.path());
    fs::copy(SCENARIO, folder.path().join("mine.ron")).expect("the folder can be written");
    let before = fs::read(folder.path().join("game.run.ron")).expect("the run was saved");
    for (args, named) in
        [(&["--seed", "8"][..], "seed 7"), (&["--team", "Others"], "\"Others\""), (&["mine.ron"], "`minimal`")]
    {
        let output = off_roadmap(folder.path())
            .args(["play", "--terminal", "--run", "game.run.ron"])
            .args(args)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        let complaint = words(&output.stderr);
        assert!(complaint.contains(named) && complaint.lines().count() == 1, "{complaint}");
    }
    assert_eq!(fs::read(folder.path().join("game.run.ron")).expect("the file is still there"), before);
}

/// Continues a run with these arguments and this input; returns the output.
fn goes_on(folder: &Path, args: &[&str], typed: &str) -> String {
    let play = ["play", "--terminal", "--run", "game.run.ron"];
    let played = off_roadmap(folder).args(play).args(args).write_stdin(typed).output().expect("the program runs");
    assert!(played.status.success(), "{args:?}: {}", words(&played.stderr));
    words(&played.stdout)
}

#[test]
fn the_computer_takes_the_chair_of_who_left_and_gives_it_back() {
    let folder = folder();
    let two = goes_on(folder.path(), &["scale-up", "--seed", "7"], "\n\n\nquit\n");
    assert!(!two.contains("the computer plays"), "{two}");

    let quarter_two = "\n".repeat(24) + "quit\n";
    let alone = goes_on(folder.path(), &["--partner", "quadrant-proactive", "--seat", "sales"], &quarter_two);
    assert!(alone.contains("the computer plays the Product Lead (“Works early together”)."), "{alone}");
    assert!(alone.contains("I will sign") && !alone.contains("Product Lead, from and to"), "{alone}");
    // Naming the partner once is enough: whoever continues the run need not name it again.
    let still = goes_on(folder.path(), &[], "quit\n");
    assert!(still.contains("the computer plays the Product Lead"), "{still}");

    let back = goes_on(folder.path(), &["--partner", "none"], "");
    assert!(back.contains("a person plays the Product Lead again."), "{back}");
    let replay = off_roadmap(folder.path()).args(["replay", "game.run.ron"]).output().expect("the program runs");
    let told = words(&replay.stdout);
    assert!(replay.status.success() && told.contains("the computer plays") && told.contains("again."), "{told}");
    let run = fs::read_to_string(folder.path().join("game.run.ron")).expect("the run was saved");
    assert!(run.contains("taken_over: [") && !run.contains("partner: Some("), "{run}");
}

#[test]
fn nobody_takes_a_chair_in_a_run_that_is_over() {
    let folder = folder();
    played(folder.path());
    let args = ["play", "--terminal", "--run", "game.run.ron", "--partner", "quadrant"];
    let output = off_roadmap(folder.path()).args(args).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output.stderr).contains("is a finished run"), "{}", words(&output.stderr));
}

#[test]
fn a_game_that_cannot_be_saved_is_played_to_its_end_and_says_so() {
    let folder = folder();
    fs::write(folder.path().join("file"), "in the way").expect("the folder can be written");
    let play = off_roadmap(folder.path())
        .args(["play", "scale-up", "--seed", "7", "--terminal", "--run", "file/game.run.ron"])
        .output()
        .expect("the program runs");
    assert_eq!(play.status.code(), Some(1));
    let (story, complaint) = (words(&play.stdout), words(&play.stderr));
    assert!(story.contains("game.run.ron cannot be saved") && !story.contains("The run is saved"), "{story}");
    assert!(
        complaint.starts_with("error: file/game.run.ron cannot be saved") && complaint.lines().count() == 1,
        "{complaint}"
    );
}

#[test]
fn who_leaves_before_signing_is_not_told_that_something_is_saved() {
    let folder = folder();
    let play = off_roadmap(folder.path())
        .args(["play", "scale-up", "--terminal", "--run", "game.run.ron"])
        .write_stdin("quit\n")
        .output()
        .expect("the program runs");
    assert!(play.status.success() && !words(&play.stdout).contains("saved"), "{}", words(&play.stdout));
    assert!(!folder.path().join("game.run.ron").exists());
}

/// A game of which something is saved, and which waits for more.
fn waiting(folder: &Path) -> (Child, ChildStdin) {
    let mut game = std::process::Command::new(assert_cmd::cargo::cargo_bin("off-roadmap"))
        .current_dir(folder)
        .args(["play", "scale-up", "--terminal", "--run", "game.run.ron"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut lines = game.stdin.take().expect("its input is a pipe");
    // Enough for some pages. The input stays open, so the game waits instead of playing to its end.
    lines.write_all(&[b'\n'; 12]).expect("it reads");
    let (run, begun) = (folder.join("game.run.ron"), Instant::now());
    while !run.exists() && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(1));
    }
    (game, lines)
}

#[cfg(unix)]
#[test]
fn a_game_that_is_interrupted_says_where_it_is_saved() {
    let folder = folder();
    let (game, _input) = waiting(folder.path());
    let kill = format!("kill -INT {}", game.id());
    assert!(std::process::Command::new("sh").args(["-c", &kill]).status().expect("a shell runs").success());
    let ended = game.wait_with_output().expect("it ends");
    assert_eq!(ended.status.code(), Some(130));
    let told = words(&ended.stderr);
    assert!(told.contains("It is saved in") && told.contains("game.run.ron"), "{told}");
}

#[test]
fn a_game_that_is_killed_at_any_moment_goes_on_from_the_last_signature() {
    let folder = folder();
    for moment in 0..8 {
        let (mut game, _input) = waiting(folder.path());
        std::thread::sleep(Duration::from_millis(moment * 5));
        game.kill().expect("it still waits for input");
        game.wait().expect("it is gone");
        let replay = off_roadmap(folder.path()).args(["replay", "game.run.ron"]).output().expect("the program runs");
        assert!(replay.status.success(), "killed at {moment}: {}", words(&replay.stderr));
    }
    let end = off_roadmap(folder.path())
        .args(["play", "--terminal", "--run", "game.run.ron"])
        .output()
        .expect("the program runs");
    assert!(end.status.success() && words(&end.stdout).contains("game.run.ron"), "{}", words(&end.stderr));
    let replay = off_roadmap(folder.path()).args(["replay", "game.run.ron"]).output().expect("the program runs");
    assert!(words(&replay.stdout).contains("ended with a company value"), "{}", words(&replay.stdout));
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_is_an_error_and_a_closed_pipe_is_none() {
    let folder = folder();
    played(folder.path());
    let program = assert_cmd::cargo::cargo_bin("off-roadmap");
    let commands =
        [&["scenarios"][..], &["check", "scale-up"], &["replay", "game.run.ron"], &["play", "scale-up", "--terminal"]];
    for args in commands {
        let full = fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        let mut command = std::process::Command::new(&program);
        command.current_dir(folder.path()).env("OFF_ROADMAP_RUNS", folder.path()).args(args).stdin(Stdio::null());
        let output = command.stdout(full).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(words(&output.stderr).contains("no space left on device\n"), "{}", words(&output.stderr));

        let (reader, writer) = std::io::pipe().expect("there are pipes");
        drop(reader);
        let output = command.stdout(writer).output().expect("the program runs");
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {}", words(&output.stderr));
    }
}

#[test]
fn one_person_plays_either_seat_beside_a_partner_that_gives_its_reasons() {
    for seat in ["product", "sales"] {
        let folder = folder();
        let args = ["play", "scale-up", "--seed", "7", "--partner", "quadrant-proactive", "--seat", seat];
        let game =
            off_roadmap(folder.path()).args(args).args(["--terminal", "--run", "partner.ron"]).assert().success();
        let told = String::from_utf8_lossy(&game.get_output().stdout).into_owned();
        assert!(told.contains("I will sign"), "the partner of {seat} says nothing");
        off_roadmap(folder.path()).args(["replay", "partner.ron"]).assert().success();
    }
}

#[test]
fn answers_from_a_file_of_another_editor_are_understood() {
    let folder = folder();
    let args = ["play", "scale-up", "--terminal", "--run", "game.run.ron"];
    off_roadmap(folder.path()).args(args).write_stdin("\u{feff}quit\r\n").assert().success();
    assert!(!folder.path().join("game.run.ron").exists(), "the first line was understood: nothing is signed");
    off_roadmap(folder.path()).args(args).write_stdin("\u{feff}\r\n\r\nquit\r\n").assert().success();
    assert!(folder.path().join("game.run.ron").exists(), "an empty line takes the default");
}

#[test]
fn a_team_name_that_is_too_long_is_refused_with_the_limit() {
    let folder = folder();
    let long = "é".repeat(25);
    let output = off_roadmap(folder.path())
        .args(["play", "scale-up", "--terminal", "--team", &long, "--run", "a.run.ron"])
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(words(&output.stderr).contains("at most 24 letters; this one has 25"), "{}", words(&output.stderr));
    assert!(!folder.path().join("a.run.ron").exists());
}
