//! A workshop hosted by the real program, and devices that speak to it as browsers without scripts do.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use off_roadmap::ids::Seat;
use off_roadmap::room::{Place, TeamId};
use serde::Deserialize;

/// A host that runs. It is killed when this is dropped.
pub struct Hosted {
    program: Child,
    pub links: Links,
    folder: PathBuf,
}

/// What `host --json` prints.
#[derive(Clone, Debug, Deserialize)]
pub struct Links {
    pub join: String,
    pub code: String,
    pub console: String,
    pub wall: String,
    pub room: PathBuf,
}

pub const SEED: u64 = 7_654_321;

/// A scenario of few quarters.
pub fn short() -> &'static str {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scenarios/minimal.ron")
}

impl Hosted {
    /// Hosts a room in a folder; the room of an earlier host goes on.
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        Self::listening(folder, "127.0.0.1:0", arguments)
    }

    /// The same at an address of one's own choice.
    pub fn at(folder: &Path, listen: &str, arguments: &[&str]) -> Self {
        Self::listening(folder, listen, arguments)
    }

    /// A new room that can be reached at every address of this machine.
    pub fn in_the_room(folder: &Path, teams: usize) -> Self {
        let mut host =
            Self::listening(folder, "0.0.0.0:0", &[short(), "--teams", &teams.to_string(), "--minutes", "30"]);
        // Whatever networks this machine is in, it reaches itself.
        let port = host.links.console.split(':').nth(2).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        host.links.join = format!("http://127.0.0.1:{port}/{}", host.links.code);
        host
    }

    /// A host of a room in this file.
    pub fn kept_in(folder: &Path, room: &Path, arguments: &[&str]) -> Self {
        Self::run(folder, "127.0.0.1:0", room, arguments)
    }

    fn listening(folder: &Path, listen: &str, arguments: &[&str]) -> Self {
        Self::run(folder, listen, &folder.join("a.room"), arguments)
    }

    fn run(folder: &Path, listen: &str, room: &Path, arguments: &[&str]) -> Self {
        let mut program = program(folder)
            .args(["host", "--json", "--no-window", "--listen", listen, "--room"])
            .arg(room)
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let output = program.stdout.take().expect("it is piped");
        BufReader::new(output).read_line(&mut line).expect("it can be read");
        let links = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{line:?}: {error}"));
        Self { program, links, folder: folder.to_path_buf() }
    }

    /// A new room of a short game without a clock.
    pub fn new_room(folder: &Path, teams: usize) -> Self {
        let (seed, teams) = (SEED.to_string(), teams.to_string());
        Self::start(folder, &[short(), "--seed", &seed, "--teams", &teams, "--minutes", "0"])
    }

    /// Ends the host without any warning.
    pub fn kill(&mut self) {
        self.program.kill().expect("it runs");
        self.program.wait().expect("it ends");
    }

    /// Ends the host as Ctrl+C does, and says whether it ended well.
    pub fn interrupt(&mut self) -> bool {
        interrupt(&self.program);
        self.program.wait().expect("it ends").success()
    }

    /// Waits until the host ends by itself, and says whether it ended well.
    pub fn ends(&mut self) -> bool {
        self.program.wait().expect("it ends").success()
    }

    /// The console, opened by the link.
    pub fn console(&self) -> Device {
        let mut console = Device::new(&self.links.console);
        console.get(&self.links.console);
        console
    }

    /// A device whose person has joined under a name.
    pub fn join(&self, name: &str) -> Device {
        let mut device = Device::new(&self.links.join);
        let answer = device.post("/join", &[("code", &self.links.code), ("name", name)]);
        assert_eq!(answer.status, 200, "{}", answer.text);
        device
    }

    /// A device whose person sits somewhere.
    pub fn seated(&self, name: &str, team: u16, seat: Seat) -> Device {
        let mut device = self.join(name);
        let place = serde_json::to_string(&Place { team: TeamId(team), seat }).expect("it is plain data");
        let answer = device.post("/sit", &[("place", &place)]);
        assert_eq!(answer.status, 200, "{}", answer.text);
        device
    }

    /// The run files that were saved.
    pub fn runs(&self) -> Vec<PathBuf> {
        let runs = std::fs::read_dir(self.folder.join("runs")).into_iter().flatten();
        runs.flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == "ron"))
            .collect()
    }
}

pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it listens").port()
}

/// Interrupts a program as Ctrl+C does.
pub fn interrupt(program: &Child) {
    let kill = format!("kill -INT {}", program.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().expect("a shell runs").success());
}

impl Drop for Hosted {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The program, with a folder of its own for everything that it keeps.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("off-roadmap"));
    command.env("HOME", folder).env("XDG_DATA_HOME", folder).env("OFF_ROADMAP_RUNS", folder.join("runs"));
    command
}

/// A browser without scripts: it keeps cookies, follows links and sends forms.
#[derive(Clone)]
pub struct Device {
    agent: ureq::Agent,
    pub base: String,
    pub cookies: BTreeMap<String, String>,
    language: &'static str,
}

/// An answer, after all redirects.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub text: String,
    pub headers: ureq::http::HeaderMap,
}

/// A button of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    pub value: String,
    pub class: String,
}

impl Device {
    /// A device that speaks to the host of a link.
    pub fn new(link: &str) -> Self {
        Self::trusting(link, ureq::tls::RootCerts::PlatformVerifier)
    }

    /// The same, which believes what these certificates say.
    pub fn trusting(link: &str, roots: ureq::tls::RootCerts) -> Self {
        let config = ureq::Agent::config_builder()
            .tls_config(ureq::tls::TlsConfig::builder().root_certs(roots).build())
            .http_status_as_error(false)
            .max_redirects(0)
            // A host closes the connection of a form that it turned away unread.
            .max_idle_connections(0)
            .timeout_global(Some(Duration::from_secs(30)));
        let base = link.split('/').take(3).collect::<Vec<_>>().join("/");
        Self { agent: config.build().into(), base, cookies: BTreeMap::new(), language: "en" }
    }

    /// The same device in German.
    pub fn in_german(mut self) -> Self {
        self.language = "de";
        self
    }

    pub fn get(&mut self, path: &str) -> Answer {
        let answer = self.ask(path);
        self.follow(answer)
    }

    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.send(path, fields, &[]);
        self.follow(answer)
    }

    /// Sends a form with more headers, and follows no redirect.
    pub fn send(&mut self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.post(self.url(path)).header("cookie", self.cookie());
        for (name, value) in headers.iter().chain(&[("accept-language", self.language)]) {
            request = request.header(*name, *value);
        }
        let sent = request.send_form(fields.iter().copied());
        self.read(sent)
    }

    /// The events of a stream: as many as are read.
    pub fn events(&self, path: &str) -> impl Iterator<Item = (String, String)> + use<> {
        let answer = self.agent.get(self.url(path)).header("cookie", self.cookie()).call().expect("it answers");
        assert_eq!(answer.status(), 200);
        let mut lines = BufReader::new(answer.into_body().into_reader()).lines();
        std::iter::from_fn(move || {
            let (mut name, mut data) = (String::new(), String::new());
            loop {
                let line = lines.next()?.ok()?;
                match line.split_once(": ") {
                    Some(("event", of)) => of.clone_into(&mut name),
                    Some(("data", of)) => data += of,
                    _ if line.is_empty() && !name.is_empty() => return Some((name, data)),
                    _ => {}
                }
            }
        })
    }

    fn ask(&mut self, path: &str) -> Answer {
        let request = self.agent.get(self.url(path)).header("cookie", self.cookie());
        let sent = request.header("accept-language", self.language).call();
        self.read(sent)
    }

    fn url(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}; ")).collect()
    }

    fn read(&mut self, sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
        let (head, body) = sent.expect("it answers").into_parts();
        for cookie in head.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().expect("it is text").split(';').next().unwrap_or_default();
            let (name, value) = cookie.split_once('=').expect("it has a name");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let mut text = String::new();
        body.into_reader().read_to_string(&mut text).expect("it is text");
        Answer { status: head.status.as_u16(), text, headers: head.headers }
    }

    fn follow(&mut self, mut answer: Answer) -> Answer {
        while let Some(to) = answer.headers.get("location").map(|to| to.to_str().expect("it is text").to_owned()) {
            answer = self.ask(&to);
        }
        answer
    }
}

impl Answer {
    /// The buttons that can be pressed.
    pub fn buttons(&self) -> Vec<Button> {
        let all = self.text.split("<button ").skip(1).filter_map(|rest| rest.split_once('>'));
        let button = |(head, _): (&str, &str)| {
            let attribute = |name: &str| {
                let found = head.split(&format!("{name}=\"")).nth(1)?.split('"').next()?;
                Some(found.replace("&quot;", "\"").replace("&amp;", "&"))
            };
            let value = attribute("value").filter(|_| !head.contains(" disabled"))?;
            Some(Button { value, class: attribute("class").unwrap_or_default() })
        };
        all.filter_map(button).collect()
    }

    /// What a press on the page brings back.
    pub fn seen(&self) -> String {
        let value = self.text.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        value.expect("it is a page of the game").replace("&quot;", "\"")
    }

    /// The step that the page is about: `plan-Q1-2027`.
    pub fn step(&self) -> String {
        let main = self.text.split("<main ").nth(1).and_then(|rest| rest.split("id=\"").nth(1));
        main.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    }
}

/// Presses what leads on at a page: signs if it can, and answers first if it has to.
pub fn press_on(device: &mut Device) -> Answer {
    let page = device.get("/seat");
    if page.text.contains("class=\"waits\"") {
        return page;
    }
    let buttons = page.buttons();
    let first = |wanted: &dyn Fn(&Button) -> bool| buttons.iter().find(|button| wanted(button));
    let main = first(&|button| button.class == "main");
    // The first press on an end of a prediction sets it.
    let end = || match low_is_set(&page) {
        false => first(&|button| button.value.contains("\"Low\"")),
        true => first(&|button| button.value.contains("\"High\"")),
    };
    let answer = || first(&|button| button.class == "answer");
    let press = main.or_else(|| if page.step().starts_with("predict") { end() } else { answer() });
    match press {
        Some(button) => device.post("/act", &[("act", &button.value), ("seen", &page.seen())]),
        None => page,
    }
}

/// Whether the lower end of a prediction has been set.
fn low_is_set(page: &Answer) -> bool {
    let first = page.text.split("<output>").nth(1).and_then(|rest| rest.split("</output>").next()).unwrap_or_default();
    first.chars().any(|letter| letter.is_ascii_digit())
}
