//! `off-roadmap report`, run as a program.

use std::path::Path;

use assert_cmd::Command;

fn off_roadmap(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder);
    command
}

/// A folder with a finished run of the policy and one that was left in the middle.
fn runs() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let args = ["simulate", "scale-up", "--policy", "accept-all", "--seeds", "1", "--first-seed", "7", "--runs", "."];
    off_roadmap(folder.path()).args(args).assert().success();
    let args = ["play", "scale-up", "--terminal", "--seed", "4", "--run", "open.run.ron"];
    off_roadmap(folder.path()).args(args).write_stdin("\n\n\n\nquit\n").assert().success();
    folder
}

const RUN: &str = "scale-up-accept-all-7.run.ron";

#[test]
fn a_report_is_one_file_with_everything_open_that_needs_nothing_else() {
    let folder = runs();
    off_roadmap(folder.path()).args(["report", RUN]).assert().success();
    let page = std::fs::read_to_string(folder.path().join("scale-up-accept-all-7.html")).expect("it was written");
    for needs in ["<script", "<link", "<img", "src=", "@import", "url("] {
        assert!(!page.contains(needs), "{needs}");
    }
    assert_eq!(page.matches("<details").count(), page.matches("<details open").count(), "paper cannot be unfolded");
    for told in ["Says yes", "What turned it", "Again and again: Engineering", "What was true", "Chooses at random"] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains('⟨') && !page.contains("NaN"));
    let choices = page.matches("<input type=\"radio\"").count();
    assert_eq!((choices, page.matches("class=\"told told-").count()), (5, 5), "each choice shows a curve");
}

#[test]
fn a_report_is_in_the_language_that_is_asked_for() {
    let folder = runs();
    let made = off_roadmap(folder.path()).args(["report", RUN, "--language", "de", "--out", "-"]).assert().success();
    let page = String::from_utf8_lossy(&made.get_output().stdout).into_owned();
    assert!(page.contains("<html lang=\"de\">") && page.contains("Was den Ausschlag gab"), "{page:.300}");
}

#[test]
fn a_run_that_goes_on_has_no_report_and_no_report_replaces_what_is_none() {
    let folder = runs();
    let report = |args: &[&str]| off_roadmap(folder.path()).arg("report").args(args).assert();
    let told = report(&["open.run.ron"]).failure().get_output().stderr.clone();
    assert!(String::from_utf8_lossy(&told).contains("not finished yet"));
    assert!(!folder.path().join("open.html").exists());
    std::fs::write(folder.path().join("mine.html"), "my notes").expect("it can be written");
    report(&[RUN, "--out", "mine.html"]).failure();
    report(&[RUN, "--out", RUN]).failure();
    assert_eq!(std::fs::read_to_string(folder.path().join("mine.html")).expect("it is there"), "my notes");
    report(&[RUN, "--out", "mine.html", "--force"]).success();
    report(&[RUN, "--out", "mine.html"]).success();
}
