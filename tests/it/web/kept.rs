//! What is kept of a room, and what can be had from it afterwards.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, SystemTime};

use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::room::{Gate, Place, RoomCommand, TeamId};
use serde_json::Value;
use tempfile::tempdir;

use super::hosted::{Device, Hosted, free_port, press_on, program, short};

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
    to_the_second_quarter(&mut devices);
    assert!(host.interrupt());
    let journal = rusqlite::Connection::open(&host.links.room).expect("it is a database");
    let changed = journal.execute("UPDATE quarters SET hash = 'another'", []).expect("it can be changed");
    assert_eq!(changed, 1, "one team came to one other quarter");
    drop(journal);
    let room = host.links.room.display().to_string();
    let (well, words) = told(folder.path(), &["host", "--json", "--listen", "127.0.0.1:0", "--room", &room]);
    assert!(!well && words.contains("breaks off at command"), "{words}");
}

#[test]
fn what_a_team_left_when_it_was_taken_back_is_a_run_of_its_own_and_both_can_be_told_apart() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 1);
    let mut devices = [host.seated("Ada", 0, Seat::Product), host.seated("Ben", 0, Seat::Sales)];
    let press = |console: &mut Device, command: &RoomCommand| {
        console.post("/console", &[("act", &serde_json::to_string(command).expect("it is plain data"))])
    };
    let mut console = host.console();
    press(&mut console, &RoomCommand::OpenGate(Gate::FIRST));
    let rewind = RoomCommand::Rewind { team: TeamId(0), quarter: Quarter(1) };
    let page = press(&mut console, &rewind);
    assert!(page.status == 409 && page.text.contains("has signed nothing in it"), "{}", page.text);
    to_the_second_quarter(&mut devices);
    let page = press(&mut console, &rewind);
    for wanted in ["<h2>Aspen (again from Q1 2026)</h2>", "Undo: go on in Q2 2026"] {
        assert!(page.text.contains(wanted), "{wanted}");
    }
    let told = devices[0].get("/seat").text;
    assert!(told.contains("taken your team back to Q1 2026"), "{told}");
    to_the_second_quarter(&mut devices);
    host.kill();
    let mut host = Hosted::start(folder.path(), &[]);
    assert!(host.console().get("/console").text.contains("Aspen (again from Q1 2026)"), "after a restart, too");
    assert!(host.interrupt());

    let mut runs = host.runs();
    runs.sort_by_key(|path| path.as_os_str().len());
    let runs: Vec<String> = runs.iter().map(|path| path.display().to_string()).collect();
    assert!(matches!(runs.as_slice(), [first, again] if again.contains("-again-1") && !first.contains("again")));
    let (well, words) = self::told(folder.path(), &["replay", &runs[1]]);
    assert!(well && words.contains("From Q1 2026 on it was played again"), "{words}");
    let (_, words) = self::told(folder.path(), &["compare", &runs[0], &runs[1]]);
    assert!(words.contains("Aspen (again from Q1 2026) had played Q1 2026"), "{words}");
    let out = folder.path().join("export").display().to_string();
    let (well, words) = self::told(folder.path(), &["export", &host.links.room.display().to_string(), "--out", &out]);
    assert!(well && words.contains("2 runs"), "{words}");
    let again: Vec<String> = rows(&out, "runs").iter().map(|run| run["again_from"].clone()).collect();
    assert_eq!(again, ["", "1"], "the run that the team left comes first");
    let decisions = rows(&out, "decisions");
    for again in [false, true] {
        let of = decisions_of(&decisions, again);
        assert!(!of.is_empty() && of.iter().all(|row| row["room_seconds"].parse::<f64>().is_ok()), "{of:?}");
    }
    let last = |again| decisions_of(&decisions, again).last().map(|row| row["signed_at"].clone());
    assert!(last(false) < last(true), "it was played again later");

    let room = host.links.room.display().to_string();
    let both = folder.path().join("both").display().to_string();
    let kept = folder.path().join("runs").display().to_string();
    let (well, words) = self::told(folder.path(), &["export", &kept, &room, "--out", &both]);
    assert!(well && words.contains("2 runs") && words.contains("is a copy of"), "{words}");
    assert_eq!(rows(&both, "decisions"), decisions, "what the room knows is kept");

    assert!(self::told(folder.path(), &["rooms", "--delete", &room]).0);
    assert_eq!(host.runs(), Vec::<std::path::PathBuf>::new(), "both are deleted with the room");
}

/// The rows of a table of an export, each as its values by column.
fn rows(folder: &str, table: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(folder).join(format!("{table}.csv"));
    csv::Reader::from_path(path).expect("it is there").deserialize().map(|row| row.expect("it is a row")).collect()
}

/// Those of a run that was played again, or of the one before.
fn decisions_of(rows: &[BTreeMap<String, String>], again: bool) -> Vec<&BTreeMap<String, String>> {
    rows.iter().filter(|row| row["run"].contains("-again-") == again).collect()
}

#[test]
fn several_rooms_are_exported_together_and_each_keeps_its_files() {
    let folder = tempdir().expect("it can be made");
    let mut codes = Vec::new();
    for file in ["a.room", "b.room"] {
        let mut host =
            Hosted::kept_in(folder.path(), &folder.path().join(file), &[short(), "--teams", "2", "--minutes", "0"]);
        codes.push(host.links.code.to_lowercase());
        assert!(host.interrupt());
    }
    let at = |name: &str| folder.path().join(name).display().to_string();
    let out = at("data");
    let (well, words) = told(folder.path(), &["export", &at("a.room"), &at("b.room"), "--out", &out, "--decimal", ","]);
    assert!(well && words.contains("4 runs") && words.contains("entries"), "{words}");
    for code in &codes {
        let files = files(&Path::new(&out).join(code));
        let ends = |ending: &str| files.iter().filter(|file| file.ends_with(ending)).count();
        assert_eq!((ends(".run.ron"), ends("acts.csv"), ends("acts.json")), (2, 1, 1), "{files:?}");
    }
    let acts = std::fs::read_to_string(Path::new(&out).join(&codes[0]).join("acts.csv")).expect("it is there");
    assert!(acts.starts_with("\u{feff}number;time;room_seconds;person;team;seat;what;detail\n"), "{acts}");
    let dictionary = std::fs::read_to_string(Path::new(&out).join("dictionary.csv")).expect("it is there");
    assert_eq!(dictionary.lines().filter(|line| line.starts_with("acts;")).count(), 8 + 1);
    let (well, words) = told(folder.path(), &["export", "ZZZZ", "--out", &out]);
    assert!(!well && words.contains("is not empty"), "{words}");
    let (well, words) = told(folder.path(), &["export", "ZZZZ", "--out", &at("elsewhere")]);
    assert!(!well && words.contains("no room ZZZZ") && !folder.path().join("elsewhere").exists(), "{words}");
}

/// Plays on with forms until the second quarter.
fn to_the_second_quarter(devices: &mut [Device]) {
    while !devices[0].get("/seat").step().contains("Q2") {
        for device in &mut *devices {
            press_on(device);
        }
    }
}

/// Everything in a folder and below.
fn files(folder: &Path) -> Vec<String> {
    let inside = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut all: Vec<String> =
        inside.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path.display().to_string()] }).collect();
    all.sort();
    all
}

/// A room of one team that has begun, in the folder of rooms.
fn begun(folder: &Path, code: &str) -> (Hosted, Device) {
    let host = Hosted::kept_in(
        folder,
        &folder.join(format!("off-roadmap/rooms/{code}.room")),
        &[short(), "--teams", "1", "--minutes", "0"],
    );
    let mut devices = [host.seated("Ada", 0, Seat::Product), host.seated("Ben", 0, Seat::Sales)];
    let open = serde_json::to_string(&RoomCommand::OpenGate(Gate::FIRST)).expect("it is plain data");
    let mut console = host.console();
    console.post("/console", &[("act", &open)]);
    devices.iter_mut().for_each(|device| drop(press_on(device)));
    (host, console)
}

#[test]
fn the_facilitator_deletes_a_room_by_its_code_and_nothing_of_it_is_left() {
    let folder = tempdir().expect("it can be made");
    let (mut host, mut console) = begun(folder.path(), "kqzm");
    let wrong = console.post("/console", &[("delete", "AAAA")]);
    assert!(wrong.status == 403 && wrong.text.contains("not the code"), "{}", wrong.text);
    let device = host.join("Cleo");
    let mut events = device.events("/events");
    events.next().expect("its page");
    console.send("/console", &[("delete", &host.links.code)], &[]);
    let farewell = events.find(|(name, _)| name != "page" && name != "beat").expect("it is told");
    assert!(farewell.0 == "over" && farewell.1.contains("deleted the room"), "{farewell:?}");
    assert!(host.ends(), "the workshop is over");
    assert_eq!(files(folder.path()), Vec::<String>::new());
}

#[test]
fn what_cannot_be_deleted_with_a_room_is_named() {
    let folder = tempdir().expect("it can be made");
    let (mut host, mut console) = begun(folder.path(), "kqzm");
    // Nobody deletes a folder in place of a file, not even somebody who may do everything.
    std::fs::create_dir_all(folder.path().join("off-roadmap/rooms/kqzm.room-shm/inside")).expect("it can be made");
    console.send("/console", &[("delete", &host.links.code)], &[]);
    assert!(!host.ends(), "it did not delete everything");
    assert!(!folder.path().join("off-roadmap/rooms/kqzm.room").exists());
}

#[test]
fn a_room_is_deleted_with_its_runs_but_not_while_it_is_open() {
    let folder = tempdir().expect("it can be made");
    let (mut host, _) = begun(folder.path(), "kqzm");
    let (well, words) = told(folder.path(), &["rooms", "--delete", "kqzm"]);
    assert!(!well && words.contains("is open in another host"), "{words}");
    assert!(host.interrupt());
    std::fs::write(folder.path().join("runs/mine.run.ron"), "of another game").expect("it can be written");
    let (well, words) = told(folder.path(), &["rooms", "--delete", "KQZM"]);
    assert!(well && words.contains("and one run file"), "{words}");
    let left = files(folder.path());
    assert!(left.len() == 1 && left[0].ends_with("mine.run.ron"), "{left:?}");
}

#[test]
fn a_rehearsal_says_so_everywhere_and_leaves_nothing_unless_it_is_kept() {
    let folder = tempdir().expect("it can be made");
    let room = folder.path().join("off-roadmap/rooms/kqzm.room");
    let arguments = [short(), "--teams", "3", "--minutes", "0", "--rehearsal"];
    let mut host = Hosted::kept_in(folder.path(), &room, &arguments);
    let mut console = host.console();
    assert!(console.get("/console").text.contains("<b>Rehearsal.</b>"));
    assert!(console.get("/wall").text.contains("Rehearsal"));
    let mut device = host.join("Ada");
    assert!(device.get("/seat").text.contains("nothing of it is kept"), "before a seat is taken, too");
    device.post("/sit", &[("place", &place(0, Seat::Product))]);

    let page = console.post("/console", &[("bots", "true")]).text;
    assert!(!page.contains("name=\"bots\""), "they are asked only once");
    wait_until(|| console.get("/console").text.matches("(bot: ").count() == 4);
    assert!(!console.get("/console").text.contains("Bot 5"), "nobody plays in the team of a person");
    let open = serde_json::to_string(&RoomCommand::OpenGate(Gate::FIRST)).expect("it is plain data");
    console.post("/console", &[("act", &open)]);
    assert!(device.get("/seat").text.contains("nothing of it is kept"));
    assert!(told(folder.path(), &["rooms"]).1.contains("open in another host"));
    assert!(host.interrupt());
    assert_eq!(files(folder.path()).iter().filter(|path| path.contains("kqzm") || path.contains("runs/")).count(), 0);

    let mut host = Hosted::kept_in(folder.path(), &room, &arguments);
    assert_eq!(host.console().post("/console", &[("keep", "true")]).status, 200);
    assert!(host.interrupt());
    assert!(told(folder.path(), &["rooms"]).1.contains("; a rehearsal; kept until you delete it"));
}

#[test]
fn a_rehearsal_that_did_not_end_well_goes_after_a_day() {
    let folder = tempdir().expect("it can be made");
    let room = folder.path().join("off-roadmap/rooms/kqzm.room");
    let mut host = Hosted::kept_in(folder.path(), &room, &[short(), "--rehearsal"]);
    host.kill();
    assert!(told(folder.path(), &["rooms"]).1.contains("; a rehearsal"), "it can go on");
    for file in files(&folder.path().join("off-roadmap")) {
        let yesterday = SystemTime::now() - Duration::from_secs(25 * 60 * 60);
        let file = std::fs::File::options().write(true).open(file).expect("it is there");
        file.set_modified(yesterday).expect("it can be set");
    }
    assert!(told(folder.path(), &["rooms"]).1.contains("No room is kept"));
}

fn place(team: u16, seat: Seat) -> String {
    serde_json::to_string(&Place { team: TeamId(team), seat }).expect("it is plain data")
}

#[test]
fn rooms_go_thirty_days_after_they_were_used_last_unless_they_are_kept() {
    let folder = tempdir().expect("it can be made");
    let days = |days: u64| SystemTime::now() - Duration::from_secs(days * 24 * 60 * 60);
    let rooms = [("late", 29), ("gone", 31), ("kept", 400)];
    for (code, _) in rooms {
        assert!(begun(folder.path(), code).0.interrupt());
    }
    assert!(told(folder.path(), &["rooms", "--keep", "kept"]).0);
    for (code, age) in rooms {
        let file = folder.path().join(format!("off-roadmap/rooms/{code}.room"));
        let file = std::fs::File::options().append(true).open(file).expect("it is there");
        file.set_modified(days(age)).expect("it can be set");
    }
    let notes = folder.path().join("off-roadmap/rooms/notes.room");
    std::fs::write(&notes, "my notes").expect("it can be written");
    std::fs::File::options().append(true).open(&notes).expect("there").set_modified(days(99)).expect("it can be set");
    let (well, words) = told(folder.path(), &["rooms"]);
    assert!(well && words.contains("Room GONE was not used for 30 days"), "{words}");
    assert!(words.contains("late.room") && words.contains("kept until you delete it"), "{words}");
    let names: Vec<String> = files(&folder.path().join("off-roadmap/rooms"));
    let names: Vec<&str> = names.iter().filter_map(|name| name.rsplit('/').next()).collect();
    assert_eq!(names, ["kept.room", "late.room", "notes.room"], "what is no room is left alone");
    assert_eq!(files(&folder.path().join("runs")).len(), 2);
    let listed = told(folder.path(), &["rooms"]).1;
    assert!(!listed.contains("was not used"), "looking at a room is not using it, and it goes once: {listed}");
}

#[test]
fn another_machine_goes_on_from_the_mirror_which_catches_up_with_what_it_has_missed() {
    let folder = tempdir().expect("it can be made");
    let stick = folder.path().join("stick");
    std::fs::create_dir(&stick).expect("it can be made");
    let mirror = stick.display().to_string();
    let mut host = Hosted::new_room(folder.path(), 1);
    let mut first = host.seated("Ada", 0, Seat::Product);
    assert!(host.interrupt());
    let mut host = Hosted::start(folder.path(), &["--mirror", &mirror]);
    assert!(host.console().get("/console").text.contains("A second copy of the room follows"));
    host.seated("Ben", 0, Seat::Sales);
    std::thread::sleep(Duration::from_millis(2_500));
    host.kill();
    // The link of this host is in the mirror, and is used while there is none.
    let port = free_port();
    let mut host = Hosted::at(folder.path(), &format!("127.0.0.1:{port}"), &[]);
    let link = host.links.console.clone();
    assert!(host.interrupt());
    let mut host = Hosted::at(folder.path(), &format!("127.0.0.1:{port}"), &["--mirror", &mirror]);
    assert!(host.interrupt());
    let mut host = Hosted::at(folder.path(), &format!("127.0.0.1:{port}"), &[]);
    assert_eq!(Device::new(&link).get(&link).status, 200);
    assert!(host.interrupt());
    assert!(Hosted::at(folder.path(), &format!("127.0.0.1:{port}"), &["--mirror", &mirror]).interrupt());

    let elsewhere = tempdir().expect("it can be made");
    let host = Hosted::kept_in(elsewhere.path(), &stick.join("a.room"), &[]);
    let used = link.replacen(&Device::new(&link).base, &Device::new(&host.links.join).base, 1);
    assert_eq!(Device::new(&used).get(&used).status, 409, "a used link is used there, too");
    first.base = Device::new(&host.links.join).base;
    assert_eq!(first.get("/seat").step(), "held", "the key of the device opens its page there");
    let console = host.console().get("/console").text;
    assert!(console.contains("Ada") && console.contains("Ben"), "{console}");
}

#[test]
fn a_stick_that_is_pulled_out_is_told_and_catches_up_when_it_is_back() {
    let folder = tempdir().expect("it can be made");
    let (stick, gone) = (folder.path().join("stick"), folder.path().join("gone"));
    std::fs::create_dir(&stick).expect("it can be made");
    let mirror = stick.display().to_string();
    let mut host = Hosted::start(folder.path(), &[short(), "--teams", "1", "--mirror", &mirror]);
    let mut console = host.console();
    std::fs::rename(&stick, &gone).expect("it can be pulled out");
    host.join("Ada");
    let behind = |console: &mut Device| console.get("/console").text.contains("has been behind for");
    wait_until(|| behind(&mut console));
    std::fs::rename(&gone, &stick).expect("it can be put in");
    wait_until(|| !behind(&mut console));
    assert!(host.interrupt());
    let (well, words) =
        told(folder.path(), &["host", "--room", &stick.join("a.room").display().to_string(), "--teams", "9"]);
    assert!(!well && words.contains("was opened otherwise"), "it is a whole room: {words}");
    let copy = rusqlite::Connection::open(stick.join("a.room")).expect("it is a database");
    let names: String =
        copy.query_row("SELECT group_concat(command) FROM commands", [], |row| row.get(0)).expect("it has commands");
    assert!(names.contains("Ada"), "{names}");
}

#[test]
fn a_mirror_never_takes_the_place_of_another_room() {
    let folder = tempdir().expect("it can be made");
    let stick = folder.path().join("stick");
    std::fs::create_dir(&stick).expect("it can be made");
    let mirror = stick.display().to_string();
    assert!(Hosted::start(folder.path(), &[short(), "--mirror", &mirror]).interrupt());
    std::fs::remove_file(folder.path().join("a.room")).expect("it is there");
    let room = folder.path().join("a.room").display().to_string();
    let (well, words) =
        told(folder.path(), &["host", short(), "--room", &room, "--mirror", &mirror, "--listen", "127.0.0.1:0"]);
    assert!(!well && words.contains("is a room already"), "{words}");
    let (well, words) = told(
        folder.path(),
        &[
            "host",
            short(),
            "--room",
            &folder.path().join("b.room").display().to_string(),
            "--mirror",
            "/nowhere/at/all",
            "--listen",
            "127.0.0.1:0",
        ],
    );
    assert!(!well && words.contains("/nowhere/at/all"), "{words}");
    assert!(!folder.path().join("b.room").exists(), "no room is begun");
}

fn wait_until(mut done: impl FnMut() -> bool) {
    for _ in 0..200 {
        if done() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("it takes too long");
}
