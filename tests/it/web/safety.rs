//! Who is let in, and what is turned away.

use off_roadmap::ids::Seat;
use off_roadmap::room::{Audience, Gate, PersonId, Place, RoomCommand, TeamId};
use tempfile::tempdir;

use super::hosted::{Device, Hosted, SEED, free_port, press_on, program, short};

#[test]
fn only_the_code_opens_the_door_and_capitals_and_blanks_do_not_matter() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut device = Device::new(&host.links.join);
    let wrong = device.post("/join", &[("code", "AAAA"), ("name", "Eve")]);
    assert_eq!(wrong.status, 403);
    assert!(device.cookies.is_empty() && wrong.text.contains("value=\"Eve\""), "the name need not be typed again");
    assert_eq!(device.get("/AAAA").status, 404);
    let typed = format!(" {} ", host.links.code.to_lowercase());
    assert_eq!(device.post("/join", &[("code", &typed), ("name", "Eve")]).step(), "lobby");
    assert!(device.get(&host.links.join).text.contains("Eve"), "whoever is in already goes on");
}

#[test]
fn nameless_people_and_a_locked_door_get_a_sentence() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut device = Device::new(&host.links.join);
    let nameless = device.post("/join", &[("code", &host.links.code), ("name", " \u{200b} ")]);
    assert!(nameless.status == 409 && nameless.text.contains("Type a name"), "{}", nameless.text);
    host.console().post("/console", &[("act", &json(&RoomCommand::Lock(true)))]);
    let locked = device.post("/join", &[("code", &host.links.code), ("name", "Eve")]);
    assert!(locked.status == 409 && locked.text.contains("The door is locked"), "{}", locked.text);
}

fn json(command: &RoomCommand) -> String {
    serde_json::to_string(command).expect("it is plain data")
}

#[test]
fn the_link_to_the_console_works_once_and_nobody_else_can_facilitate() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut console = host.console();
    assert_eq!(console.get("/console").status, 200);
    let mut second = Device::new(&host.links.console);
    let used = second.get(&host.links.console);
    assert!(used.status == 409 && used.text.contains("has been used"), "{}", used.text);
    assert_eq!(second.get("/console").status, 403);
    let mut player = host.seated("Ada", 0, Seat::Product);
    for path in ["/console", "/console/events", "/wall", "/wall/events"] {
        assert_eq!(player.get(path).status, 403, "{path}");
    }
    assert_eq!(player.post("/console", &[("act", &json(&RoomCommand::OpenGate(Gate::FIRST)))]).status, 403);
    assert_eq!(player.get("/seat").step(), "held");
}

#[test]
fn a_console_sends_no_commands_of_people_or_of_the_clock() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut console = host.console();
    let enter = RoomCommand::Enter { name: "Mallory".to_owned(), bot: None };
    for command in [enter, RoomCommand::HostReturned, RoomCommand::Connect { person: PersonId(0), connected: true }] {
        let answer = console.post("/console", &[("act", &json(&command))]);
        assert!(answer.status == 200 && !answer.text.contains("Mallory"));
    }
}

#[test]
fn what_comes_from_another_site_is_turned_away() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut device = host.join("Ada");
    let place = [("place", "any")];
    for foreign in [("origin", "http://evil.example"), ("sec-fetch-site", "cross-site"), ("host", "evil.example")] {
        let answer = device.send("/sit", &place, &[foreign]);
        assert!([403, 421].contains(&answer.status), "{foreign:?}: {}", answer.status);
    }
    let own = device.base.clone();
    assert_eq!(device.send("/sit", &place, &[("origin", &own), ("sec-fetch-site", "same-origin")]).status, 303);
}

#[test]
fn every_answer_forbids_scripts_and_frames_of_others() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut device = host.join("<script>alert(1)</script>");
    for path in ["/", "/seat", "/style.css", "/page.js", "/nowhere/at/all"] {
        let answer = device.get(path);
        let policy = answer.headers.get("content-security-policy").expect("it is set").to_str().expect("it is text");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert!(!answer.text.contains("<script>alert"), "{path}");
    }
    let loaded = device.get("/page.js").text;
    // The name of XHTML is no address.
    let loaded = loaded.replace("http://www.w3.org/1999/xhtml", "");
    assert!(!loaded.contains("http://") && !loaded.contains("https://"), "it loads nothing from elsewhere");
}

#[test]
fn late_doubled_and_foreign_presses_change_nothing() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut ada = host.seated("Ada", 0, Seat::Product);
    let mut ben = host.seated("Ben", 0, Seat::Sales);
    host.console().post("/console", &[("act", &json(&RoomCommand::OpenGate(Gate::FIRST)))]);
    press_on(&mut ada);
    press_on(&mut ben);
    let plan = ada.get("/seat");
    let sign = plan.buttons().into_iter().find(|button| button.class == "main").expect("it can be signed").value;
    let press = [("act", sign.as_str()), ("seen", &plan.seen())];
    let signed = ada.post("/act", &press);
    assert!(signed.step().starts_with("waiting"), "{}", signed.step());
    let again = ada.post("/act", &press);
    assert!(again.step().starts_with("waiting"), "{}", again.text);
    let seen = ben.get("/seat").seen();
    let foreign = ben.post("/act", &[("act", "{\"SignAs\":\"Product\"}"), ("seen", &seen)]);
    assert!(foreign.status == 409 && foreign.step().starts_with("plan"), "{}", foreign.text);
    let broken = ben.post("/act", &[("act", "nonsense"), ("seen", "{}")]);
    assert!(broken.status == 400 && broken.step().starts_with("plan"), "{}", broken.text);
}

#[test]
fn no_page_of_a_device_tells_the_seed_or_a_state() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut devices = [host.seated("Ada", 0, Seat::Product), host.seated("Ben", 0, Seat::Sales)];
    let mut wall = Device::new(&host.links.wall);
    wall.get(&host.links.wall);
    host.console().post("/console", &[("act", &json(&RoomCommand::OpenGate(Gate::FIRST)))]);
    for _ in 0..30 {
        for device in &mut devices {
            let page = press_on(device);
            assert!(!page.text.contains(&SEED.to_string()), "{}", page.step());
        }
        assert!(!wall.get("/wall").text.contains(&SEED.to_string()));
    }
}

#[test]
fn a_room_that_another_host_has_open_and_a_file_that_is_no_room_get_a_sentence() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let refused = |room: &std::path::Path| {
        let output =
            program(folder.path()).args(["host", "--json", "--listen", "127.0.0.1:0", "--room"]).arg(room).output();
        let output = output.expect("it runs");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let told = refused(&host.links.room);
    assert!(told.contains("open in another host"), "{told}");
    let text = folder.path().join("notes.room");
    std::fs::write(&text, "my notes").expect("it can be written");
    let told = refused(&text);
    assert!(told.contains("is not a room"), "{told}");
    assert_eq!(std::fs::read_to_string(&text).expect("it is there"), "my notes");
}

#[test]
fn the_facilitator_sees_the_page_of_a_seat_after_a_question_and_can_press_nothing_on_it() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut player = host.seated("Ada", 0, Seat::Product);
    let mut console = host.console();
    console.post("/console", &[("act", &json(&RoomCommand::OpenGate(Gate::FIRST)))]);
    let link = "/console/seat?team=0&seat=Product";
    assert!(console.get("/console").text.contains(&link.replace('&', "&amp;")));
    let question = console.get(link);
    assert!(question.text.contains("belongs to its seat alone") && !question.text.contains("id=\"briefing"));
    let answer = console.post(link, &[]);
    assert_eq!(answer.headers["refresh"], "30;url=/console", "it closes by itself");
    let shown = answer.text;
    assert!(shown.contains("id=\"briefing"), "{shown}");
    assert!(shown.contains("<fieldset disabled") && !shown.contains("your own code"), "{shown}");
    for mut other in [player.clone(), host.join("Eve")] {
        assert_eq!(other.get(link).status, 403);
        assert_eq!(other.post(link, &[]).status, 403);
    }
    assert_eq!(console.post("/console/seat?team=9&seat=Sales", &[]).status, 404);
    assert!(player.get("/seat").text.contains("your own code"));
}

#[test]
fn words_to_a_seat_reach_that_seat_alone() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let (mut product, mut sales) = (host.seated("Ada", 0, Seat::Product), host.seated("Ben", 0, Seat::Sales));
    let to = serde_json::to_string(&Audience::Seat(Place { team: TeamId(0), seat: Seat::Sales })).expect("plain data");
    let answer = host.console().post("/console", &[("say", &to), ("words", "Think of the renewal.")]);
    assert!(answer.text.contains("Think of the renewal."), "{}", answer.text);
    assert!(sales.get("/seat").text.contains("Think of the renewal."));
    assert!(!product.get("/seat").text.contains("Think of the renewal."));
}

#[test]
fn a_person_moves_to_another_seat_before_the_game_and_asks_the_facilitator_afterwards() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 2);
    let mut player = host.seated("Ada", 0, Seat::Product);
    let place = |team| serde_json::to_string(&Place { team: TeamId(team), seat: Seat::Sales }).expect("plain data");
    assert_eq!(player.post("/sit", &[("place", &place(0))]).status, 200);
    let mut console = host.console();
    console.post("/console", &[("act", &json(&RoomCommand::OpenGate(Gate::FIRST)))]);
    let refused = player.post("/sit", &[("place", &place(1))]);
    assert!(refused.status == 409 && refused.text.contains("Ask the facilitator for another seat"));
    let moved = console.post("/console", &[("person", "0"), ("place", &place(1))]);
    assert!(moved.text.contains("Ada (Birch · Sales Lead)"), "{}", moved.text);
    assert!(player.get("/seat").text.contains("Birch"));
}

#[test]
fn who_is_gone_comes_back_without_a_code_only_while_the_facilitator_lets_people_return() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let _gone = host.seated("Ada", 0, Seat::Product);
    let here = host.seated("Ben", 0, Seat::Sales);
    let mut stream = here.events("/events");
    stream.next().expect("its page");
    let mut new = Device::new(&host.links.join);
    let as_ada = [("code", host.links.code.as_str()), ("person", "0")];
    assert!(!new.get(&host.links.join).text.contains("Ada"), "nobody outside reads who is here");
    assert_eq!(new.post("/return", &as_ada).status, 403);
    host.console().post("/console", &[("act", &json(&RoomCommand::LetReturn(true)))]);
    let door = new.get(&host.links.join).text;
    assert!(door.contains("Ada") && !door.contains("Ben"), "who is connected is here: {door}");
    assert_eq!(new.post("/return", &[("code", "AAAA"), ("person", "0")]).status, 403);
    assert_eq!(new.post("/return", &[("code", &host.links.code), ("person", "1")]).status, 403);
    assert!(new.post("/return", &as_ada).text.contains("Product Lead"));
}

#[test]
fn a_co_facilitator_has_a_console_by_a_link_that_works_once_until_it_is_taken_away() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut console = host.console();
    let page = console.post("/console", &[("facilitator", " Bea ")]).text;
    assert!(page.contains("The console of Bea opens once") && page.contains("link not used yet"), "{page}");
    let link =
        page.split("small address\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a link").to_owned();
    let mut second = Device::new(&link);
    assert_eq!(second.get(&link).status, 200);
    assert_eq!(Device::new(&link).get(&link).status, 409);
    assert!(!console.get("/console").text.contains("link not used yet"));
    assert_eq!(console.post("/console", &[("facilitator", "\u{202e} ")]).status, 409, "a name is needed");
    let twin = console.post("/console", &[("facilitator", "Bea")]).text;
    assert!(twin.contains("The console of Bea 2 opens once"));

    let mut events = second.events("/console/events");
    assert_eq!(events.next().expect("its page").0, "page");
    assert_eq!(host.join("Eve").post("/console", &[("revoke", "Bea")]).status, 403);
    assert_eq!(console.post("/console", &[("revoke", "Bea")]).status, 200);
    let (_, told) = events.find(|(name, _)| name == "over").expect("it is told");
    assert!(told.contains("taken away"), "{told}");
    assert_eq!(second.get("/console").status, 403);
    assert_eq!(second.get("/wall").status, 403);
    assert!(console.get("/console").text.contains("Bea 2"), "the others stay");
    let pause = json(&RoomCommand::Pause(true));
    assert_eq!(second.post("/console", &[("act", &pause)]).status, 403);
}

#[test]
fn a_wrong_code_of_ones_own_can_be_typed_again() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut device = Device::new(&host.links.join);
    let door = device.post("/back", &[("own", "AAAAA"), ("code", &host.links.code)]).text;
    assert!(door.contains("Nobody here has this code") && door.contains("<details open"), "{door}");
    assert!(door.contains(&format!("value=\"{}\"", host.links.code)), "the code of the room need not be typed: {door}");
}

#[test]
fn a_device_is_told_when_another_one_comes_in_under_the_same_name() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let mut first = host.seated("Ada", 0, Seat::Product);
    let page = first.get("/seat").text;
    let letters = page.split("your own code: ").nth(1).and_then(|rest| rest.get(..5)).expect("letters").to_owned();
    let mut events = first.events("/events");
    assert!(!events.next().expect("its page").1.contains("under your name"));
    assert_eq!(Device::new(&host.links.join).post("/back", &[("own", &letters)]).status, 200);
    let page = events.find(|(name, _)| name == "page").expect("it is told");
    assert!(page.1.contains("2 devices have come in under your name"), "{}", page.1);
}

#[test]
fn behind_tls_everything_is_reached_by_the_name_of_the_certificate_and_no_key_travels_without_it() {
    let folder = tempdir().expect("it can be made");
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("it can be made");
    let [certificate, key] = ["certificate.pem", "key.pem"].map(|name| folder.path().join(name));
    std::fs::write(&certificate, made.cert.pem()).expect("it can be written");
    std::fs::write(&key, made.signing_key.serialize_pem()).expect("it can be written");
    let files = format!("{},{}", certificate.display(), key.display());
    let port = free_port();
    let (listen, public) = (format!("127.0.0.1:{port}"), format!("https://localhost:{port}"));
    let mut host =
        Hosted::at(folder.path(), &listen, &[short(), "--tls", &files, "--public-url", &public, "--teams", "1"]);
    for link in [&host.links.join, &host.links.console, &host.links.wall] {
        assert!(link.starts_with(&public), "{link}");
    }
    let own = ureq::tls::Certificate::from_der(made.cert.der()).to_owned();
    let roots = || ureq::tls::RootCerts::Specific(std::sync::Arc::new(vec![own.clone()]));
    let mut device = Device::trusting(&host.links.join, roots());
    let joined = device.send("/join", &[("code", &host.links.code), ("name", "Ada")], &[]);
    let cookie = joined.headers.get("set-cookie").and_then(|cookie| cookie.to_str().ok()).expect("a key");
    assert!(cookie.ends_with("; Secure"), "{cookie}");
    assert!(device.post("/sit", &[("place", "any")]).text.contains("Product Lead"));
    let mut console = Device::trusting(&host.links.console, roots());
    let page = console.get(&host.links.console).text;
    assert!(page.contains(&format!("✓ </b>{public}")), "{page}");
    assert!(device.events("/events").next().expect("its page").1.contains("Aspen"));
    assert!(host.interrupt(), "open streams keep nothing from ending");
}

#[test]
fn a_certificate_that_cannot_be_used_is_told_with_its_file() {
    let folder = tempdir().expect("it can be made");
    let text = folder.path().join("text.pem").display().to_string();
    std::fs::write(&text, "no certificate").expect("it can be written");
    let told = |tls: &str, url: &str| {
        let arguments = ["host", "--json", "--listen", "127.0.0.1:0", "--tls", tls, "--public-url", url];
        let output = program(folder.path()).args(arguments).output().expect("it runs");
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let there = "https://workshop.example.org";
    let missing = told(&format!("{text},missing.pem"), there);
    assert!(missing.contains("missing.pem cannot be used"), "{missing}");
    let wrong = told(&format!("{text},{text}"), there);
    assert!(wrong.contains("text.pem are no certificate"), "{wrong}");
    assert!(told(&text, there).contains("two files"));
    assert!(told(&format!("{text},{text}"), "http://workshop.example.org").contains("--public-url"));
}
