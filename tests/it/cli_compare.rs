//! Runs beside each other, by the program itself.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

fn off_roadmap(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder).env_remove("DISPLAY");
    command
}

/// Saves one run of each policy on a seed; gives their files.
fn runs(folder: &Path, seed: &str) -> Vec<String> {
    let policies = ["accept-all", "purist"];
    let mut command = off_roadmap(folder);
    command.args(["simulate", "scale-up", "--seeds", "1", "--first-seed", seed, "--runs", seed]);
    for policy in policies {
        command.args(["--policy", policy]);
    }
    command.assert().success();
    let saved = std::fs::read_dir(folder.join(seed)).expect("the runs were saved");
    let mut files: Vec<String> = saved.map(|file| file.expect("it is there").path().display().to_string()).collect();
    files.sort();
    assert_eq!(files.len(), policies.len());
    files
}

fn told(command: &mut Command) -> String {
    String::from_utf8_lossy(&command.assert().success().get_output().stdout).into_owned()
}

#[test]
fn runs_of_one_seed_lie_card_by_card_beside_each_other_and_show_where_they_parted() {
    let folder = TempDir::new().expect("a folder");
    let told = told(off_roadmap(folder.path()).arg("compare").args(runs(folder.path(), "7")));
    assert!(told.contains("accept-all") && told.contains("purist"), "{told}");
    let parted = told.lines().find(|line| line.contains('≠')).expect("they parted somewhere");
    assert!(parted.contains("Build as asked"), "{parted}");
}

#[test]
fn runs_of_different_seeds_are_said_to_be_unlike() {
    let folder = TempDir::new().expect("a folder");
    let files = [runs(folder.path(), "7"), runs(folder.path(), "8")].concat();
    let told = told(off_roadmap(folder.path()).arg("compare").args(files));
    assert!(told.contains("different seeds") && !told.contains('≠'), "{told}");
}

#[test]
fn one_page_holds_words_pictures_and_tables_and_nothing_from_elsewhere() {
    let folder = TempDir::new().expect("a folder");
    let files = runs(folder.path(), "7");
    told(off_roadmap(folder.path()).arg("compare").args(files).args(["--out", "page.html"]));
    let page = std::fs::read_to_string(folder.path().join("page.html")).expect("it was written");
    assert!(page.matches("<svg").count() >= 6 + 2 + 2, "six numbers, two products, two keys");
    assert!(page.contains("class='parted'") && !page.contains('⟨'));
    for foreign in ["<script", "<link", "src=", "@import", "url(http"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}

#[test]
fn what_is_no_run_or_cannot_be_written_is_one_sentence() {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("notes.txt"), "hello").expect("a file");
    let failed = |args: &[&str]| {
        let output = off_roadmap(folder.path()).arg("compare").args(args).assert().failure();
        String::from_utf8_lossy(&output.get_output().stderr).into_owned()
    };
    assert!(failed(&["notes.txt"]).contains("not a run file"));
    assert!(failed(&["nowhere.ron"]).contains("nowhere.ron"));
    let files = runs(folder.path(), "7");
    let refused = failed(&[&files[0], "--out", "no/such/page.html"]);
    assert!(refused.contains("cannot be written") && refused.lines().count() == 1, "{refused}");
    off_roadmap(folder.path()).arg("compare").assert().code(2);
}
