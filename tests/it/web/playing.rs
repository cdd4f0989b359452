//! Whole games over the network.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::room::{Audience, Gate, Pace, PersonId, RoomCommand, TeamId, WallDemand, WallSays};
use tempfile::tempdir;

use super::hosted::{Device, Hosted, SEED, interrupt, press_on, program};

/// As many presses are enough for a game of a short scenario.
const ENOUGH: usize = 400;

/// Two teams of two, whose first gate is open.
fn seated(host: &Hosted) -> (Device, Vec<Device>) {
    let mut devices = Vec::new();
    for (team, names) in [["Ada", "Ben"], ["Cem", "Dana"]].into_iter().enumerate() {
        for (name, seat) in names.into_iter().zip(Seat::BOTH) {
            devices.push(host.seated(name, team as u16, seat));
        }
    }
    let mut console = host.console();
    facilitate(&mut console, &RoomCommand::OpenGate(Gate::FIRST));
    (console, devices)
}

fn facilitate(console: &mut Device, command: &RoomCommand) -> super::hosted::Answer {
    let act = serde_json::to_string(command).expect("it is plain data");
    let answer = console.post("/console", &[("act", &act)]);
    assert_eq!(answer.status, 200, "{command:?}: {}", answer.text);
    answer
}

/// Lets devices play until all have come to a step that begins like this.
fn play_until(devices: &mut [Device], step: &str) {
    for _ in 0..ENOUGH {
        let mut there = true;
        for device in &mut *devices {
            let page = press_on(device);
            assert!(page.status == 200 || page.status == 409, "{} at {}: {}", page.status, page.step(), page.text);
            there &= page.step().starts_with(step);
        }
        if there {
            return;
        }
    }
    let stuck: Vec<String> = devices.iter_mut().map(|device| device.get("/seat").step()).collect();
    panic!("nobody gets to {step}: {stuck:?}");
}

#[test]
fn two_teams_play_a_whole_game_with_forms_alone_and_their_runs_hold() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 2);
    let (mut console, mut devices) = seated(&host);
    let early = console.get("/console/compare");
    assert!(early.text.contains("data-live=\"/console/events\""), "nothing is compared before all have played");
    play_until(&mut devices, "debrief");
    compared(&mut console, &mut devices[0]);
    revealed(&host, &mut console, &mut devices);
    assert!(host.interrupt(), "it ends well");
    let runs = host.runs();
    assert_eq!(runs.len(), 2, "{runs:?}");
    for run in runs {
        let replayed = program(folder.path()).arg("replay").arg(&run).output().expect("it runs");
        let told = String::from_utf8_lossy(&replayed.stdout).into_owned();
        assert!(replayed.status.success() && told.contains("company value"), "{}: {told}", run.display());
    }
}

/// The console leads to the teams side by side, which argues as soon as that was worked out; nobody else may see it.
fn compared(console: &mut Device, seat: &mut Device) {
    assert!(console.get("/console").text.contains("href=\"/console/compare\""));
    let until = Instant::now() + Duration::from_secs(120);
    let page = loop {
        let page = console.get("/console/compare").text;
        if page.contains("What each team did again and again") {
            break page;
        }
        assert!(Instant::now() < until && page.contains("Playing each team"), "{page}");
        sleep(Duration::from_millis(500));
    };
    assert!(page.contains("With other dice, the same decisions come to"), "{page}");
    let refused = seat.get("/console/compare");
    assert!(refused.status >= 400 && !refused.text.contains("other dice"), "{}", refused.text);
}

/// Two people draw the demand for specials, and the wall shows what they drew and then what came, when it is asked to.
fn revealed(host: &Hosted, console: &mut Device, devices: &mut [Device]) {
    for shape in ["\"Steady\"", "\"Late\"", "null"].into_iter().zip(&mut *devices) {
        let (shape, device) = shape;
        assert_eq!(device.post("/draw", &[("shape", shape)]).status, 200);
    }
    assert_eq!(devices[3].post("/draw", &[("shape", "Circle")]).status, 400);
    let page = console.get("/console").text;
    assert!(page.contains("what people drew (2 of 4)"), "{page}");
    let mut wall = Device::new(&host.links.wall);
    let mut shown = |console: &mut Device, demand: WallDemand| {
        facilitate(console, &RoomCommand::SetWall(WallSays { demand, ..WallSays::default() }));
        wall.get(&host.links.wall).text
    };
    let drew = shown(console, WallDemand::Drawn);
    assert!(drew.contains("2 people have drawn.") && drew.matches("class=\"count\"").count() == 4, "{drew}");
    let came = shown(console, WallDemand::Came);
    assert!(came.contains("Specials requested per hundred deals") && came.contains("of 2 teams"), "{came}");
    assert!(shown(console, WallDemand::Nothing).contains("Company value"), "the teams are back");
}

#[test]
fn a_host_that_is_closed_in_the_middle_of_a_quarter_leaves_every_run_as_far_as_it_is() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 2);
    let (_, mut devices) = seated(&host);
    press_on(&mut devices[0]);
    assert!(host.interrupt());
    let runs = host.runs();
    assert_eq!(runs.len(), 1, "only one team has begun: {runs:?}");
    let text = std::fs::read_to_string(&runs[0]).expect("it is there");
    assert!(text.contains("Read(seat: Product)") && text.contains("ended: false"), "{text}");
}

#[test]
fn a_room_goes_on_after_the_host_was_killed_at_the_page_that_everybody_had() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 2);
    let (mut console, mut devices) = seated(&host);
    play_until(&mut devices, "stance");
    let before: Vec<String> = devices.iter_mut().map(|device| body(&device.get("/seat").text)).collect();
    host.kill();

    let host = Hosted::start(folder.path(), &[]);
    for device in devices.iter_mut().chain([&mut console]) {
        device.base = Device::new(&host.links.join).base;
    }
    let paused = devices[0].get("/seat").text;
    assert!(paused.contains("has paused the game"), "{paused}");
    facilitate(&mut console, &RoomCommand::Pause(false));
    let after: Vec<String> = devices.iter_mut().map(|device| body(&device.get("/seat").text)).collect();
    assert_eq!(before, after);
    play_until(&mut devices, "debrief");
}

/// The body of a page.
fn body(page: &str) -> String {
    page.split("<body").nth(1).unwrap_or_default().to_owned()
}

#[test]
fn every_accepted_signature_survives_a_kill_right_after_its_answer() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 1);
    let mut device = host.seated("Ada", 0, Seat::Product);
    let mut mate = host.seated("Ben", 0, Seat::Sales);
    facilitate(&mut host.console(), &RoomCommand::OpenGate(Gate::FIRST));
    press_on(&mut mate);
    let signed = press_on(&mut device).step();
    assert!(signed.starts_with("plan"), "{signed}");
    host.kill();
    let host = Hosted::start(folder.path(), &[]);
    device.base = Device::new(&host.links.join).base;
    assert_eq!(device.get("/seat").step(), signed);
}

#[test]
fn what_one_lead_signs_the_other_hears_at_once_and_only_what_it_may_know() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut ada = host.seated("Ada", 0, Seat::Product);
    let mut ben = host.seated("Ben", 0, Seat::Sales);
    let mut console = host.console();
    let mut heard = ben.events("/events");
    let (name, page) = heard.next().expect("the page as it is now");
    assert!(name == "page" && page.contains("id=\"held\""), "{page}");
    facilitate(&mut console, &RoomCommand::OpenGate(Gate::FIRST));
    let (_, page) = heard.next().expect("the gate is open");
    assert!(page.contains("id=\"briefing-"), "{page}");
    press_on(&mut ben);
    press_on(&mut ada);
    let plan = heard.find(|(_, page)| page.contains("id=\"plan-")).expect("both have read").1;
    assert!(!plan.contains(&SEED.to_string()));
    assert!(!plan.contains("Ada"), "a desk is private");
}

#[test]
fn somebody_comes_back_on_another_device_with_the_own_code_of_the_first() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut phone = host.seated("Ada", 0, Seat::Product);
    let page = phone.get("/seat").text;
    let own = page.split("own code: ").nth(1).and_then(|rest| rest.split('<').next()).expect("it is told").to_owned();
    let mut tablet = Device::new(&host.links.join);
    let wrong = tablet.post("/back", &[("own", "QQQQQ")]);
    assert!(wrong.status == 403 && wrong.text.contains("Nobody here has this code"), "{}", wrong.text);
    let back = tablet.post("/back", &[("own", &format!(" {} ", own.to_lowercase()))]);
    assert!(back.text.contains("Aspen") && back.text.contains("Product Lead"), "{}", back.text);
    facilitate(&mut host.console(), &RoomCommand::OpenGate(Gate::FIRST));
    press_on(&mut tablet);
    assert!(phone.get("/seat").step().starts_with("waiting"), "both devices have the seat");
}

#[test]
fn a_call_reaches_the_console_and_words_of_the_facilitator_those_they_are_for() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 2);
    let (mut console, mut devices) = seated(&host);
    let mut wall = Device::new(&host.links.wall);
    wall.get(&host.links.wall);
    devices[0].post("/call", &[("call", "true")]);
    assert!(console.get("/console").text.contains("asks for you"));
    let answer = RoomCommand::Call { person: PersonId(0), on: false };
    assert!(!facilitate(&mut console, &answer).text.contains("asks for you"));
    assert!(!devices[0].get("/seat").text.contains("has been asked"));

    let team = serde_json::to_string(&Audience::Team(TeamId(1))).expect("it is plain data");
    console.post("/console", &[("say", &team), ("words", "Look at <b>page</b> two")]);
    let shown =
        devices.iter_mut().map(|device| device.get("/seat").text.contains("Look at &lt;b&gt;page&lt;/b&gt; two"));
    assert_eq!(shown.collect::<Vec<_>>(), [false, false, true, true]);
    assert!(!wall.get("/wall").text.contains("page two"));
    console.post("/console", &[("say", "\"All\""), ("words", "Break until four")]);
    assert!(wall.get("/wall").text.contains("Break until four"));
    console.post("/console", &[("say", "\"All\""), ("words", "")]);
    assert!(!wall.get("/wall").text.contains("Break until four"));
}

#[test]
fn a_seat_that_the_facilitator_frees_can_be_taken_by_somebody_else() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut ada = host.seated("Ada", 0, Seat::Product);
    let mut console = host.console();
    facilitate(&mut console, &RoomCommand::Rise { person: PersonId(0) });
    assert_eq!(ada.get("/seat").step(), "lobby");
    let mut ben = host.seated("Ben", 0, Seat::Product);
    assert_eq!(ben.get("/seat").step(), "held");
}

#[test]
fn a_person_changes_the_seat_itself_until_the_game_begins() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut ada = host.seated("Ada", 0, Seat::Product);
    assert!(ada.get("/seat").text.contains("formaction=\"/rise\""));
    assert_eq!(ada.post("/rise", &[]).step(), "lobby");
    ada.post("/sit", &[("place", "any")]);
    facilitate(&mut host.console(), &RoomCommand::OpenGate(Gate::FIRST));
    assert!(!ada.get("/seat").text.contains("/rise"));
    assert!(ada.post("/rise", &[]).step().starts_with("briefing"), "it has the pages of its seat in its head");
}

#[test]
fn during_a_pause_everything_can_be_read_and_nothing_pressed() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 2);
    let (mut console, mut devices) = seated(&host);
    facilitate(&mut console, &RoomCommand::Pause(true));
    let page = devices[0].get("/seat");
    assert!(page.step().starts_with("briefing") && page.text.contains("<fieldset disabled>"), "{}", page.text);
    let main = page.buttons().into_iter().find(|button| button.class == "main").expect("it is there").value;
    let refused = devices[0].post("/act", &[("act", &main), ("seen", &page.seen())]);
    assert!(refused.status == 409 && refused.text.matches("has paused the game").count() == 1, "{}", refused.text);
}

#[test]
fn the_host_says_in_words_what_room_it_is_and_how_to_go_on() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 2);
    seated(&host);
    host.kill();
    let mut program = program(folder.path());
    program.args(["host", "--listen", "127.0.0.1:0", "--room"]).arg(&host.links.room);
    let mut child = program.stdout(Stdio::piped()).spawn().expect("it starts");
    let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut told = String::new();
    while !told.contains("Ctrl+C") {
        assert!(output.read_line(&mut told).expect("it is text") > 0, "it ended: {told}");
    }
    interrupt(&child);
    output.read_to_string(&mut told).expect("it is text");
    assert!(child.wait().expect("it ends").success());
    for words in ["2 teams · no clock", "goes on, and is paused: Briefing of Q1", "Only this machine", "host --room"] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn a_device_sees_the_game_in_its_own_language() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut ada = host.seated("Ada", 0, Seat::Product);
    let mut ben = host.seated("Ben", 0, Seat::Sales).in_german();
    facilitate(&mut host.console(), &RoomCommand::OpenGate(Gate::FIRST));
    assert!(ada.get("/seat").text.contains("lang=\"en\""));
    let german = ben.get("/seat").text;
    assert!(german.contains("lang=\"de\"") && german.contains("Was das Board will"), "{german}");
    ben.post("/language", &[("language", "en")]);
    assert!(ben.get("/seat").text.contains("lang=\"en\""));
}

#[test]
fn the_wall_shows_who_arrives_and_later_the_numbers_of_closed_quarters_only() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 2);
    let mut wall = Device::new(&host.links.wall);
    let (mut console, mut devices) = {
        let welcome = wall.get(&host.links.wall).text;
        assert!(welcome.contains("<svg") && welcome.contains(&host.links.code), "{welcome}");
        seated(&host)
    };
    facilitate(&mut console, &RoomCommand::SetPace(Pace::ByHand));
    let start = wall.get("/wall").text;
    play_until(&mut devices, "held");
    assert_eq!(values(&wall.get("/wall").text), values(&start), "nobody has seen the close yet");
    let waiting = values(&devices[0].get("/seat").text);
    assert!(waiting.windows(6).any(|six| six == &values(&start)[1..7]), "nor has who waits for it: {waiting:?}");
    facilitate(&mut console, &RoomCommand::OpenGate(Gate::FIRST.next()));
    assert_ne!(values(&wall.get("/wall").text), values(&start));
}

/// The numbers on the wall.
fn values(wall: &str) -> Vec<String> {
    wall.split("<b>").skip(1).filter_map(|rest| rest.split("</b>").next()).map(str::to_owned).collect()
}

#[test]
fn the_console_names_at_its_top_who_needs_the_facilitator() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 2);
    let (mut console, mut devices) = seated(&host);
    let mut again = console.clone();
    let mut needs = || {
        let page = console.get("/console").text;
        let told = page.split("Needs you:</b>").nth(1).and_then(|rest| rest.split("</p>").next());
        told.unwrap_or_default().trim().to_owned()
    };
    assert_eq!(needs(), "");
    devices[0].post("/call", &[("call", "true")]);
    host.join("Zoe");
    assert_eq!(needs(), "Ada (Aspen · Product Lead) asks for you · Zoe has no seat");
    facilitate(&mut again, &RoomCommand::Rise { person: PersonId(3) });
    assert_eq!(
        needs(),
        "Ada (Aspen · Product Lead) asks for you · nobody sits on Birch · Sales Lead · Dana has no seat · Zoe has no seat"
    );
}

#[test]
fn the_console_says_why_the_next_gate_is_closed_and_that_the_door_is_locked() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 2);
    let (mut console, mut devices) = seated(&host);
    let page = console.get("/console").text;
    assert!(page.contains("No team has come there yet."), "{page}");
    assert!(page.contains("Still playing: Aspen (Briefing), Birch (Briefing)"), "{page}");
    assert!(!page.contains("The door is locked"));
    facilitate(&mut console, &RoomCommand::Lock(true));
    play_until(&mut devices[..2], "held");
    let page = console.get("/console").text;
    assert!(page.contains("Still playing: Birch (") && !page.contains("No team has come there yet."), "{page}");
    assert!(page.contains("The door is locked: nobody else can come in."), "{page}");
}

#[test]
fn the_wall_shows_names_and_the_ranking_as_the_facilitator_likes() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 2);
    let (mut console, mut devices) = seated(&host);
    let mut wall = Device::new(&host.links.wall);
    let mut shown = |says: Option<WallSays>| {
        if let Some(says) = says {
            facilitate(&mut console, &RoomCommand::SetWall(says));
        }
        wall.get(&host.links.wall).text
    };
    assert!(shown(None).contains("<h2>Aspen</h2>"));
    let nameless = shown(Some(WallSays { names: false, ..WallSays::default() }));
    assert!(!nameless.contains("Aspen") && nameless.matches("<svg").count() >= 2, "their numbers are there");
    assert!(!shown(Some(WallSays { ranks: true, ..WallSays::default() })).contains("1. "), "nobody has ended");
    play_until(&mut devices, "debrief");
    let ranked = shown(None);
    assert!(ranked.contains("<h2>1. ") && ranked.contains("Company value"), "{ranked}");
}

#[test]
fn the_wall_tells_phase_and_time_of_the_team_that_is_furthest_behind() {
    let folder = tempdir().expect("it can be made");
    let host =
        Hosted::start(folder.path(), &[super::hosted::short(), "--teams", "2", "--minutes", "60", "--pace", "hand"]);
    let (mut console, mut devices) = seated(&host);
    play_until(&mut devices[..2], "held");
    facilitate(&mut console, &RoomCommand::OpenGate(Gate { quarter: Quarter(1), close: true }));
    for _ in 0..20 {
        devices[..2].iter_mut().for_each(|device| drop(press_on(device)));
    }
    devices[2..].iter_mut().for_each(|device| drop(press_on(device)));
    let wall = console.get("/wall").text;
    let head = wall.split("<h1>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
    assert_eq!(head, "Q1 2026 · Plan", "one team waits for its second briefing, the other one plans");
}

#[test]
fn the_console_says_that_teams_ahead_know_what_comes_if_nobody_waits_and_all_have_one_seed() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 2);
    let mut console = host.console();
    let warned = |page: &str| page.contains("teams that are ahead know what comes");
    assert!(!warned(&console.get("/console").text));
    assert!(warned(&facilitate(&mut console, &RoomCommand::SetPace(Pace::Free)).text));

    let folder = tempdir().expect("it can be made");
    let host =
        Hosted::start(folder.path(), &[super::hosted::short(), "--teams", "2", "--seed", "each", "--pace", "free"]);
    assert!(!warned(&host.console().get("/console").text));
}
