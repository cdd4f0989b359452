//! Saving: nothing is lost, no file of somebody else is overwritten, and a game never stops because of the disk.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::run::{Broken, RunFile, Session, SessionError, StoreError, free_path, list};
use off_roadmap::sim::{Command, Event, ProductPlan};
use off_roadmap::text::Text;

use crate::run::support::{find, next_command, play, play_out, scenario, session};

fn files(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The number of commands in a file.
fn saved(path: &Path) -> usize {
    let run = RunFile::parse(&fs::read_to_string(path).unwrap()).unwrap();
    run.quarters.iter().map(|log| log.commands.len()).sum()
}

#[test]
fn every_signed_command_is_on_disk_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("runs/deep/a.run.ron");
    let mut session = session(Some(path.clone()));
    assert!(!path.exists());
    for signed in 1..12 {
        assert_eq!(play(&mut session, 1), 1);
        assert_eq!(session.save_problem(&Text::default()), None);
        assert_eq!(saved(&path), signed);
    }
    assert_eq!(files(path.parent().unwrap()), ["a.run.ron"], "nothing is left beside it");
}

#[test]
fn a_refused_command_is_not_saved() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.run.ron");
    let mut session = session(Some(path.clone()));
    play(&mut session, 1);
    let before = fs::read(&path).unwrap();
    session.execute(&Command::PlanProduct(ProductPlan::default())).unwrap_err();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn an_opened_run_goes_on_where_it_stopped() {
    let dir = tempfile::tempdir().unwrap();
    let (path, straight) = (dir.path().join("a.run.ron"), dir.path().join("b.run.ron"));
    play(&mut session(Some(path.clone())), 17);
    let mut opened = Session::open(&path, find).unwrap();
    play_out(&mut opened);
    play_out(&mut session(Some(straight.clone())));
    assert_eq!(fs::read_to_string(path).unwrap(), fs::read_to_string(straight).unwrap());
}

#[test]
fn the_events_of_a_quarter_are_there_after_opening() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.run.ron");
    let mut played = session(Some(path.clone()));
    while played.game().state().quarter < Quarter(3) {
        play(&mut played, 1);
    }
    let opened = Session::open(&path, find).unwrap();
    for quarter in 1..=3 {
        assert_eq!(opened.log().events(Quarter(quarter)), played.log().events(Quarter(quarter)));
    }
    assert!(opened.log().events(Quarter(2)).contains(&Event::Read(Seat::Sales)));
    assert_eq!(opened.log().events(Quarter(3)).first(), Some(&Event::QuarterBegan(Quarter(3))));
}

#[test]
fn what_a_crash_leaves_beside_the_file_does_no_harm() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.run.ron");
    play(&mut session(Some(path.clone())), 5);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(dir.path().join(".a.run.ron.x1y2z3.tmp"), &text[..text.len() / 2]).unwrap();
    let mut opened = Session::open(&path, find).unwrap();
    assert_eq!(play(&mut opened, 3), 3);
    assert_eq!(opened.save_problem(&Text::default()), None);
    assert_eq!(list(dir.path()).len(), 1);
}

#[test]
fn what_a_crash_left_long_ago_is_removed_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let long_ago = SystemTime::now() - Duration::from_secs(2 * 60 * 60);
    let leave = |name: &str, changed: SystemTime| {
        let file = fs::File::create(dir.path().join(name)).unwrap();
        file.set_modified(changed).unwrap();
    };
    leave(".run-x1y2z3.tmp", long_ago);
    leave(".run-being-written.tmp", SystemTime::now());
    leave(".notes.tmp", long_ago);
    leave(".run-x1y2z3.tmp.bak", long_ago);
    let path = dir.path().join("a.run.ron");
    play(&mut session(Some(path.clone())), 1);
    let kept = [".notes.tmp", ".run-being-written.tmp", ".run-x1y2z3.tmp.bak", "a.run.ron"];
    assert_eq!(files(dir.path()), kept);
    leave(".run-a4b5c6.tmp", long_ago);
    Session::open(&path, find).unwrap();
    assert_eq!(files(dir.path()), kept);
}

#[test]
fn a_folder_that_cannot_be_written_stops_no_game() {
    let dir = tempfile::tempdir().unwrap();
    let blocked = dir.path().join("file");
    fs::write(&blocked, "in the way").unwrap();
    let path = blocked.join("a.run.ron");
    let mut session = session(Some(path.clone()));
    assert_eq!(play(&mut session, 3), 3);
    let problem = session.save_problem(&Text::default()).unwrap();
    assert!(problem.contains("cannot be saved") && problem.contains("The game continues"), "{problem}");
    assert!(!problem.contains("os error"), "{problem}");

    fs::remove_file(&blocked).unwrap();
    assert_eq!(play(&mut session, 1), 1);
    assert_eq!(session.save_problem(&Text::default()), None);
    assert_eq!(saved(&path), 4, "the next signature saves everything");
}

#[test]
fn a_foreign_file_is_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.run.ron");
    fs::write(&path, "my notes").unwrap();
    let mut session = session(Some(path.clone()));
    play(&mut session, 2);
    assert_eq!(fs::read_to_string(&path).unwrap(), "my notes");
    let aside = dir.path().join("a-1.run.ron");
    assert_eq!(session.path(), Some(aside.as_path()));
    assert!(session.save_problem(&Text::default()).unwrap().contains("a-1.run.ron"));
    assert_eq!(saved(&aside), 2);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_no_reason_to_lose_a_run() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.run.ron");
    std::os::unix::fs::symlink(dir.path().join("nowhere"), &path).unwrap();
    let mut session = session(Some(path));
    play(&mut session, 2);
    assert_eq!(session.saved_at(), Some(dir.path().join("a-1.run.ron").as_path()));
}

#[test]
fn only_what_is_on_disk_is_called_saved() {
    let dir = tempfile::tempdir().unwrap();
    let blocked = dir.path().join("file");
    let mut session = session(Some(blocked.join("a.run.ron")));
    assert_eq!(session.saved_at(), None, "nothing is signed");
    fs::write(&blocked, "in the way").unwrap();
    play(&mut session, 1);
    assert_eq!(session.saved_at(), None);
    assert!(session.save_again().is_err());
    fs::remove_file(&blocked).unwrap();
    assert!(session.save_again().is_ok());
    assert_eq!((session.saved_at(), session.save_problem(&Text::default())), (session.path(), None));
}

#[test]
fn two_windows_on_one_run_do_not_destroy_each_other() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.run.ron");
    play(&mut session(Some(path.clone())), 4);
    let mut one = Session::open(&path, find).unwrap();
    let mut two = Session::open(&path, find).unwrap();
    play(&mut one, 2);
    play(&mut two, 1);
    assert_eq!(one.save_problem(&Text::default()), None);
    assert!(two.save_problem(&Text::default()).is_some());
    play(&mut one, 2);
    assert!(Session::open(&path, find).is_ok());
    assert!(Session::open(two.path().unwrap(), find).is_ok());
}

#[test]
fn a_changed_file_is_refused_and_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.run.ron");
    play(&mut session(Some(path.clone())), 9);
    let changed = fs::read_to_string(&path).unwrap().replacen("seed: 7", "seed: 9", 1);
    fs::write(&path, &changed).unwrap();
    let error = Session::open(&path, find).unwrap_err();
    assert!(matches!(error, SessionError::Mismatch { .. }));
    assert!(error.to_string().starts_with(&path.display().to_string()));
    assert_eq!(fs::read_to_string(&path).unwrap(), changed);
}

#[test]
fn a_missing_file_a_folder_and_bytes_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let problem = |path: &Path| Session::open(path, find).unwrap_err();
    assert!(matches!(problem(&dir.path().join("none.run.ron")), SessionError::Store(StoreError::Read { .. })));
    assert!(matches!(problem(dir.path()), SessionError::Store(StoreError::Read { .. })));
    let bytes = dir.path().join("b.run.ron");
    fs::write(&bytes, [0xff, 0xfe, 0x00]).unwrap();
    assert!(matches!(problem(&bytes), SessionError::Store(StoreError::Foreign(_))));
}

#[test]
fn names_of_new_runs_are_free_and_fit_every_file_system() {
    let dir = tempfile::tempdir().unwrap();
    let name = |team: &str| free_path(dir.path(), "scale-up", team, 7).file_name().unwrap().to_owned();
    assert_eq!(name("Team \u{dc}nicode / \"x\""), "scale-up-team-ünicode-x-kbbb.run.ron");
    fs::write(dir.path().join("scale-up-blue-kbbb.run.ron"), "").unwrap();
    assert_eq!(name("Blue"), "scale-up-blue-kbbb-1.run.ron");
    assert_eq!(name("../../etc"), "scale-up-etc-kbbb.run.ron");
    assert_eq!(name("\u{65e5}\u{672c}"), "scale-up-日本-kbbb.run.ron");
    assert_eq!(name("🚀"), "scale-up-kbbb.run.ron");
}

#[test]
fn equally_named_teams_of_two_laptops_get_files_of_other_names() {
    let names: std::collections::BTreeSet<_> =
        (0..1000).map(|chance| free_path(Path::new("none"), "scale-up", "Our team", chance * 997)).collect();
    assert_eq!(names.len(), 1000);
}

#[test]
fn the_list_of_runs_is_newest_first_and_says_what_cannot_be_opened() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(format!("{name}.run.ron"));
    play_out(&mut session(Some(path("over"))));
    let mut young = session(Some(path("young")));
    while young.game().state().quarter < Quarter(2) {
        play(&mut young, 1);
    }
    fs::write(path("broken"), "OffRoadmapRun(format: 1, ").unwrap();
    fs::write(path("bytes"), [0xff, 0xff]).unwrap();
    fs::write(dir.path().join("notes.txt"), "not a run").unwrap();
    for (age, name) in ["young", "over", "broken", "bytes"].iter().enumerate() {
        let file = fs::File::options().append(true).open(path(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(60 * age as u64)).unwrap();
    }

    let listed = list(dir.path());
    assert_eq!(
        listed.iter().map(|run| run.path.clone()).collect::<Vec<_>>(),
        ["young", "over", "broken", "bytes"].map(path)
    );
    let run = |at: usize| listed[at].run.as_ref().unwrap();
    assert_eq!((run(0).quarter, run(0).ended, run(0).team.name.as_str()), (2, false, "Blue Team"));
    assert_eq!((run(1).quarter, run(1).ended), (scenario().meta.quarters, true));
    assert_eq!(listed[2].run, Err(Broken::CutOff(1)));
    assert_eq!(listed[3].run, Err(Broken::Foreign));
    assert!(list(&path("nowhere")).is_empty());
}

#[test]
fn a_session_without_a_path_saves_nothing_and_complains_about_nothing() {
    let mut session = session(None);
    assert!(next_command(session.game()).is_some());
    play_out(&mut session);
    assert_eq!((session.path(), session.save_problem(&Text::default())), (None, None));
}

#[test]
fn a_signature_that_is_taken_back_is_gone_from_the_file_and_the_run_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.run.ron");
    let mut game = session(Some(path.clone()));
    while game.log().signed_last().is_none() {
        let command = next_command(game.game()).unwrap();
        game.execute(&command).unwrap();
    }
    let (signed, steps) = (game.game().hash(), game.game().steps());
    let command = game.take_back().expect("nobody has acted on it");
    assert_ne!(game.game().steps(), steps);
    let opened = Session::open(&path, find).expect("the file holds");
    assert_eq!(opened.game().hash(), game.game().hash());
    game.execute(&command).expect("the same can be signed again");
    assert_eq!(game.game().hash(), signed);
    assert_eq!(Session::open(&path, find).unwrap().game().hash(), signed);
}
