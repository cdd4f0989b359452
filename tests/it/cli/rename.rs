//! `off-roadmap rename`: a run still verifies under other names, and renaming cannot make a broken run verify.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;

const RUN: &str = "scale-up-bridge-4.run.ron";

fn off_roadmap(folder: &Path, args: &[&str]) -> Assert {
    Command::cargo_bin("off-roadmap").unwrap().current_dir(folder).args(args).assert()
}

/// A folder with a run in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let args = ["simulate", "scale-up", "--policy", "bridge", "--seeds", "1", "--first-seed", "4", "--runs", "."];
    off_roadmap(folder.path(), &args).success();
    folder
}

fn told(assert: &Assert) -> String {
    let output = assert.get_output();
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}

#[test]
fn a_renamed_run_is_verified_under_its_new_names_and_is_the_only_file() {
    let folder = folder();
    let at = folder.path();
    let names = ["--team", " J\u{fc}niper & Co. ", "--product", "Ada", "--sales", "Ben"];
    let renamed = told(&off_roadmap(at, &[&["rename", RUN][..], &names].concat()).success());
    assert!(renamed.contains("J\u{fc}niper & Co.") && renamed.contains("Ada"), "{renamed}");
    let replayed = told(&off_roadmap(at, &["replay", RUN]).success());
    assert!(replayed.contains("J\u{fc}niper & Co.,"), "{replayed}");
    off_roadmap(at, &["rename", RUN, "--sales", "Cleo"]).success();
    let text = fs::read_to_string(at.join(RUN)).unwrap();
    assert!(text.contains("product: \"Ada\"") && text.contains("sales: \"Cleo\""), "what is not named stays");
    assert_eq!(fs::read_dir(at).unwrap().count(), 1);
}

#[test]
fn nothing_is_no_name_and_no_name_is_no_command() {
    let folder = folder();
    let before = fs::read(folder.path().join(RUN)).unwrap();
    off_roadmap(folder.path(), &["rename", RUN]).code(2);
    off_roadmap(folder.path(), &["rename", RUN, "--team", " \t"]).code(2);
    off_roadmap(folder.path(), &["rename", "nowhere.run.ron", "--team", "Ash"]).code(1);
    assert_eq!(fs::read(folder.path().join(RUN)).unwrap(), before);
}

#[test]
fn a_run_that_was_changed_by_hand_is_not_sealed_again() {
    let folder = folder();
    let path = folder.path().join(RUN);
    let changed = fs::read_to_string(&path).unwrap().replacen("seed: 4", "seed: 5", 1);
    fs::write(&path, &changed).unwrap();
    let problem = told(&off_roadmap(folder.path(), &["rename", RUN, "--team", "Ash"]).code(1));
    assert!(problem.contains("seal"), "{problem}");
    assert_eq!(fs::read_to_string(&path).unwrap(), changed);
}

#[test]
fn a_run_that_an_editor_saved_as_utf_16_is_renamed_where_it_is() {
    let folder = folder();
    let run = folder.path().join(RUN);
    let text = fs::read_to_string(&run).unwrap();
    let wide = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    fs::write(&run, wide).unwrap();
    off_roadmap(folder.path(), &["rename", RUN, "--team", "Juniper"]).success();
    let replayed = told(&off_roadmap(folder.path(), &["replay", RUN]).success());
    assert!(replayed.contains("Juniper"), "{replayed}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is saved beside it");
}

#[test]
fn a_name_is_as_long_as_in_the_game_at_most() {
    let folder = folder();
    let long = "x".repeat(25);
    for name in ["--team", "--product", "--sales"] {
        let refused = told(&off_roadmap(folder.path(), &["rename", RUN, name, &long]).code(2));
        assert!(refused.contains("at most 24 letters; this one has 25"), "{refused}");
        off_roadmap(folder.path(), &["rename", RUN, name, &long[1..]]).success();
    }
}

#[cfg(unix)]
#[test]
fn who_may_read_or_write_a_run_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder();
    let run = folder.path().join(RUN);
    let mode = |mode| fs::set_permissions(&run, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o600);
    off_roadmap(folder.path(), &["rename", RUN, "--team", "Juniper"]).success();
    assert_eq!(fs::metadata(&run).unwrap().permissions().mode() & 0o777, 0o600);
    mode(0o444);
    let refused = told(&off_roadmap(folder.path(), &["rename", RUN, "--team", "Rowan"]).code(1));
    assert!(refused.contains("permission denied"), "{refused}");
    assert!(fs::read_to_string(&run).unwrap().contains("Juniper"));
}
