//! Programs that play and facilitate through the interface of a host.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use off_roadmap::ids::Seat;
use off_roadmap::room::{Gate, Place, RoomCommand, TeamId};
use serde_json::{Value, json};
use tempfile::tempdir;

use super::hosted::{Hosted, SEED, program, short};

/// A program that holds a key.
struct Client {
    agent: ureq::Agent,
    base: String,
    key: String,
}

impl Client {
    fn of(host: &Hosted) -> Self {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let base = host.links.join.split('/').take(3).collect::<Vec<_>>().join("/");
        Self { agent, base, key: String::new() }
    }

    /// A bot on a seat.
    fn seated(host: &Hosted, team: u16, seat: Seat) -> Self {
        let mut client = Self::of(host);
        let join = json!({ "code": host.links.code, "name": "Bot", "bot": "bridge" });
        let (status, joined) = client.post("/api/join", &join);
        assert_eq!(status, 200, "{joined}");
        client.key = joined["key"].as_str().expect("a key").to_owned();
        let (status, sheet) = client.post("/api/seat/sit", &json!({ "place": { "team": team, "seat": seat } }));
        assert_eq!(status, 200, "{sheet}");
        client
    }

    /// The facilitator.
    fn console(host: &Hosted) -> Self {
        let mut client = Self::of(host);
        let link = host.links.console.split("key=").nth(1).expect("a key");
        let (status, opened) = client.post("/api/console/open", &json!({ "key": link }));
        assert_eq!(status, 200, "{opened}");
        client.key = opened["key"].as_str().expect("a key").to_owned();
        client
    }

    fn get(&self, path: &str) -> (u16, Value) {
        let request = self.agent.get(format!("{}{path}", self.base));
        read(request.header("authorization", format!("Bearer {}", self.key)).call())
    }

    fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let request = self.agent.post(format!("{}{path}", self.base));
        let request = request.header("authorization", format!("Bearer {}", self.key));
        read(request.header("content-type", "application/json").send(body.to_string()))
    }

    /// Signs what its policy advises, if it is its turn.
    fn sign(&self) -> bool {
        let (status, advice) = self.get("/api/seat/advice");
        assert_eq!(status, 200, "{advice}");
        if advice["command"].is_null() {
            return false;
        }
        let (status, answer) = self.post("/api/seat/sign", &advice);
        assert_eq!(status, 200, "{advice}: {answer}");
        true
    }
}

fn read(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> (u16, Value) {
    let mut answer = answer.expect("it answers");
    let text = answer.body_mut().with_config().limit(20_000_000).read_to_string().expect("it is text");
    (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

#[test]
fn two_bots_play_a_whole_game_and_its_run_holds() {
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::new_room(folder.path(), 1);
    let bots = Seat::BOTH.map(|seat| Client::seated(&host, 0, seat));
    let console = Client::console(&host);
    let (status, room) = console.post("/api/console", &json!(RoomCommand::OpenGate(Gate::FIRST)));
    assert_eq!((status, &room["teams"][0]["seats"][0]["people"][0]["bot"]), (200, &json!("bridge")));
    let mut told = String::new();
    for _ in 0..300 {
        for bot in &bots {
            bot.sign();
        }
        told += &bots[0].get("/api/seat").1.to_string();
        if bots[0].get("/api/seat").1["shows"]["Debrief"].is_object() {
            break;
        }
        assert!(!told.contains(&SEED.to_string()), "the seed is every secret");
    }
    let (_, sheet) = bots[1].get("/api/seat");
    assert!(sheet["shows"]["Debrief"]["value"].is_string(), "{sheet}");
    assert!(host.interrupt());
    let run = host.runs().pop().expect("a run");
    assert!(program(folder.path()).arg("replay").arg(&run).output().expect("it runs").status.success());
}

#[test]
fn a_team_that_is_ahead_is_not_told_the_seed_with_which_others_still_play() {
    let folder = tempdir().expect("it can be made");
    let (seed, teams) = (SEED.to_string(), ["--teams", "2", "--minutes", "0", "--pace", "free"]);
    let host = Hosted::start(folder.path(), &[&[short(), "--seed", &seed], &teams[..]].concat());
    let bots = Seat::BOTH.map(|seat| Client::seated(&host, 0, seat));
    let behind = Client::seated(&host, 1, Seat::Product);
    let console = Client::console(&host);
    console.post("/api/console", &json!(RoomCommand::OpenGate(Gate::FIRST)));
    while bots.iter().any(Client::sign) {}
    let debrief = |bot: &Client| bot.get("/api/seat").1["shows"]["Debrief"].clone();
    assert!(debrief(&bots[0]).is_object() && !debrief(&bots[0]).to_string().contains(&seed));
    assert!(behind.sign(), "the other team still plays");
    console.post("/api/console", &json!(RoomCommand::Rise { person: off_roadmap::room::PersonId(2) }));
    assert_eq!(debrief(&bots[0])["seed"], json!(seed), "now nobody does");
}

#[test]
fn acts_of_a_page_and_signatures_on_a_stale_page_are_answered_with_a_sentence() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let product = Client::seated(&host, 0, Seat::Product);
    let console = Client::console(&host);
    console.post("/api/console", &json!(RoomCommand::OpenGate(Gate::FIRST)));
    let (_, sheet) = product.get("/api/seat");
    let seen = &sheet["shows"]["Page"]["seen"];
    assert!(sheet["shows"]["Page"]["page"]["Briefing"].is_object(), "{sheet}");
    let (status, sheet) = product.post("/api/seat/act", &json!({ "act": "Read", "seen": seen }));
    assert_eq!(status, 200, "{sheet}");
    assert_eq!(sheet["shows"]["Page"]["page"], "Waiting", "for the other briefing");
    assert!(sheet["numbers"]["debt"].is_null(), "the first close tells it first");
    let (status, refused) =
        product.post("/api/seat/sign", &json!({ "command": { "Read": { "seat": "Product" } }, "seen": seen }));
    assert_eq!((status, refused["why"].is_string()), (409, true), "{refused}");
    let (status, refused) =
        product.post("/api/seat/sign", &json!({ "command": { "Read": { "seat": "Sales" } }, "seen": seen }));
    assert!(status == 409 && refused["why"].as_str().is_some_and(|why| why.contains("other seat")), "{refused}");
}

#[test]
fn nothing_is_done_without_the_key_for_it_and_people_get_no_advice() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let (nobody, bot) = (Client::of(&host), Client::seated(&host, 0, Seat::Sales));
    let (_, document) = nobody.get("/api/openapi.json");
    let paths = document["paths"].as_object().expect("paths");
    let mut closed = BTreeSet::new();
    for (path, operations) in paths {
        for (method, operation) in operations.as_object().expect("operations") {
            let open = operation["security"].as_array().is_some_and(Vec::is_empty);
            let ask = |client: &Client| match method.as_str() {
                "get" => client.get(path).0,
                _ => client.post(path, &json!(null)).0,
            };
            if !open && method == "get" {
                assert!([401, 403].contains(&ask(&nobody)), "{method} {path}");
                closed.insert(path.as_str());
            }
            if path.contains("console") && !open && method == "get" {
                assert!([401, 403].contains(&ask(&bot)), "{method} {path}");
            }
        }
    }
    assert!(closed.len() >= 6, "{closed:?}");
    let pause = json!(RoomCommand::Pause(true));
    assert_eq!(bot.post("/api/console", &pause).0, 401);
    let mut person = Client::of(&host);
    let (_, joined) = person.post("/api/join", &json!({ "code": host.links.code, "name": "Ada" }));
    person.key = joined["key"].as_str().expect("a key").to_owned();
    assert_eq!(person.get("/api/seat/advice").0, 403);
    let console = Client::console(&host);
    let assign = RoomCommand::Assign {
        person: off_roadmap::room::PersonId(1),
        place: Place { team: TeamId(0), seat: Seat::Product },
    };
    assert_eq!(console.post("/api/console", &json!(assign)).0, 200);
    assert_eq!(console.post("/api/console", &json!("Tick")).0, 409, "the clock is not the facilitator's");
    assert_eq!(nobody.post("/api/join", &json!({ "code": "AAAA", "name": "Eve" })).0, 403);
    assert_eq!(nobody.post("/api/join", &json!({ "code": host.links.code, "name": "Eve", "bot": "nobody" })).0, 409);
    let (status, unread) = nobody.post("/api/join", &json!({ "name": 7 }));
    assert!(status == 422 && unread["why"].as_str().is_some_and(|why| why.contains("name")), "{unread}");
}

#[test]
fn every_type_that_the_document_names_is_described_in_it() {
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    let (_, document) = Client::of(&host).get("/api/openapi.json");
    let text = document.to_string();
    let named = text.split("\"#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next());
    let missing: BTreeSet<&str> = named.filter(|name| document["components"]["schemas"][name].is_null()).collect();
    assert_eq!(missing, BTreeSet::new());
    assert!(
        !document["components"]["schemas"]["PersonSheet"].is_null()
            && !document["components"]["schemas"]["Page"].is_null()
    );
}

#[test]
fn bots_fill_the_free_teams_of_a_room_come_back_to_a_host_that_was_killed_and_play_to_the_debrief() {
    let folder = tempdir().expect("it can be made");
    let listen = format!("127.0.0.1:{}", free_port());
    let start = |arguments: &[&str]| Hosted::at(folder.path(), &listen, arguments);
    let mut host = start(&[short(), "--teams", "3", "--minutes", "0"]);
    host.seated("Ada", 1, Seat::Sales);
    let report = folder.path().join("report.json");
    let bots = program(folder.path())
        .args(["bots", &host.links.join, "--policy", "bridge", "--policy", "accept-all", "--think", "0", "--report"])
        .arg(&report)
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut console = Client::console(&host);
    wait_until(|| console.get("/api/console").1["teams"][2]["seats"][1]["people"][0]["connected"] == true);
    console.post("/api/console", &json!(RoomCommand::Rise { person: off_roadmap::room::PersonId(0) }));
    console.post("/api/console", &json!(RoomCommand::OpenGate(Gate::FIRST)));
    wait_until(|| console.get("/api/console").1["teams"][0]["quarter"].as_u64() >= Some(2));
    host.kill();
    let host = start(&[]);
    console = Client::console(&host);
    console.post("/api/console", &json!(RoomCommand::Pause(false)));
    let output = bots.wait_with_output().expect("it ends");
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && words.contains("4 bots signed"), "{words}");
    let report: Value = serde_json::from_str(&std::fs::read_to_string(&report).expect("saved")).expect("JSON");
    assert!(report["signatures"].as_u64() > Some(50) && report["streams_lost"].as_u64() >= Some(4), "{report}");
    let (_, room) = console.get("/api/console");
    assert_eq!((&room["teams"][0]["ended"], &room["teams"][1]["ended"]), (&json!(true), &json!(false)), "one is Ada's");
}

#[test]
fn bots_without_a_room_say_what_is_missing() {
    let told = |link: &str| {
        let output = program(Path::new("/tmp")).args(["bots", link]).output().expect("it runs");
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(told("KQZM").contains("not the link that devices open"));
    assert!(told(&format!("http://127.0.0.1:{}/KQZM", free_port())).contains("No host answers"));
    let folder = tempdir().expect("it can be made");
    let host = Hosted::new_room(folder.path(), 1);
    assert!(told(&format!("{}X", host.links.join)).contains("not the code"));
    host.seated("Ada", 0, Seat::Product);
    assert!(told(&host.links.join).contains("No team of this room has two free seats"));
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it listens").port()
}

fn wait_until(done: impl Fn() -> bool) {
    for _ in 0..600 {
        if done() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("it takes too long");
}
