//! What is kept of a room, and what can be had from it afterwards.

use std::path::Path;

use off_roadmap::ids::Seat;
use off_roadmap::room::{Gate, RoomCommand};
use serde_json::Value;
use tempfile::tempdir;

use super::hosted::{Hosted, press_on, program, short};

/// What a command prints, and whether it ended well.
fn told(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = program(folder).args(arguments).output().expect("it runs");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn an_export_has_the_runs_and_everything_that_was_done_but_no_names() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 1);
    let mut devices = [host.seated("Adelaide", 0, Seat::Product), host.seated("Benedikt", 0, Seat::Sales)];
    let open = serde_json::to_string(&RoomCommand::OpenGate(Gate::FIRST)).expect("it is plain data");
    host.console().post("/console", &[("act", &open)]);
    for device in &mut devices {
        press_on(device);
    }
    assert!(host.interrupt());

    let out = folder.path().join("export");
    let (room, to) = (host.links.room.display().to_string(), out.display().to_string());
    let (well, words) = told(folder.path(), &["export", &room, "--out", &to]);
    assert!(well && words.contains("one run"), "{words}");
    let read = |name: &str| std::fs::read_to_string(out.join(name)).expect("it is there");
    let (json, csv) = (read("acts.json"), read("acts.csv"));
    for name in ["Adelaide", "Benedikt", "seen"] {
        assert!(!json.contains(name) && !csv.contains(name), "{name}");
    }
    let acts: Vec<Value> = serde_json::from_str(&json).expect("it is JSON");
    let whats: Vec<&str> = acts.iter().filter_map(|act| act["what"].as_str()).collect();
    assert_eq!(whats, ["Enter", "Sit", "Enter", "Sit", "OpenGate", "Act", "Act"]);
    assert_eq!(
        (&acts[5]["team"], &acts[5]["seat"], &acts[5]["detail"]["act"]),
        (&"Aspen".into(), &"Product".into(), &"Read".into())
    );
    assert_eq!(csv.lines().count(), acts.len() + 1);
    let mut files = std::fs::read_dir(&out).expect("it is there").flatten().map(|entry| entry.path());
    let run = files.find(|path| path.to_string_lossy().ends_with(".run.ron")).expect("a run");
    assert!(told(folder.path(), &["replay", &run.display().to_string()]).0);

    let (well, words) = told(folder.path(), &["export", &room, "--out", &to]);
    assert!(!well && words.contains("is not empty"), "{words}");
}

#[test]
fn rooms_lists_what_is_kept_here_and_how_to_go_on() {
    let folder = tempdir().expect("it can be made");
    assert!(told(folder.path(), &["rooms"]).1.contains("No room is kept"));
    let rooms = folder.path().join("off-roadmap/rooms");
    std::fs::create_dir_all(&rooms).expect("it can be made");
    std::fs::write(rooms.join("notes.room"), "my notes").expect("it can be written");
    let mut host = Hosted::kept_in(folder.path(), &rooms.join("kqzm.room"), &[short(), "--teams", "3"]);
    host.join("Ada");
    host.kill();
    let (well, words) = told(folder.path(), &["rooms"]);
    assert!(well && words.contains("3 teams, one person; not begun; last used 20"), "{words}");
    assert!(words.contains("host --room") && words.contains("notes.room is not a room"), "{words}");
}

#[test]
fn a_room_whose_scenario_was_changed_does_not_go_on_before_the_old_file_is_back() {
    let folder = tempdir().expect("it can be made");
    let scenario = folder.path().join("mine.ron");
    std::fs::copy(short(), &scenario).expect("it can be copied");
    let mut host = Hosted::start(folder.path(), &[&scenario.display().to_string(), "--teams", "1"]);
    host.join("Ada");
    host.kill();
    let text = std::fs::read_to_string(&scenario).expect("it is there");
    std::fs::write(&scenario, text.replacen("cash: 6000000", "cash: 7000000", 1)).expect("it can be written");
    let room = host.links.room.display().to_string();
    let (well, words) = told(folder.path(), &["host", "--json", "--listen", "127.0.0.1:0", "--room", &room]);
    assert!(!well && words.contains("was changed since this room was opened"), "{words}");
    std::fs::write(&scenario, text).expect("it can be written");
    Hosted::start(folder.path(), &[]);
}

#[test]
fn a_journal_that_does_not_lead_to_the_same_games_is_told_where_it_breaks_off() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 1);
    let mut devices = [host.seated("Ada", 0, Seat::Product), host.seated("Ben", 0, Seat::Sales)];
    let open = serde_json::to_string(&RoomCommand::OpenGate(Gate::FIRST)).expect("it is plain data");
    host.console().post("/console", &[("act", &open)]);
    while !devices[0].get("/seat").step().contains("Q2") {
        for device in &mut devices {
            press_on(device);
        }
    }
    assert!(host.interrupt());
    let journal = rusqlite::Connection::open(&host.links.room).expect("it is a database");
    let changed = journal.execute("UPDATE quarters SET hash = 'another'", []).expect("it can be changed");
    assert_eq!(changed, 1, "one team came to one other quarter");
    drop(journal);
    let room = host.links.room.display().to_string();
    let (well, words) = told(folder.path(), &["host", "--json", "--listen", "127.0.0.1:0", "--room", &room]);
    assert!(!well && words.contains("breaks off at command"), "{words}");
}
