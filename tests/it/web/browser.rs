//! A workshop in a real browser: twelve seats, the console and the wall, each in a window of its own.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::wd::{Capabilities, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use off_roadmap::ids::Seat;
use serde_json::json;
use tempfile::tempdir;

use super::hosted::{Hosted, Links, program};

/// How long a page may take to follow an act.
const SOON: Duration = Duration::from_secs(20);
/// Width and height of a phone, a laptop and a projector: each quarter is played at another size.
const SIZES: [(u32, u32); 3] = [(360, 640), (1280, 800), (1920, 1080)];
/// How long a whole game may take, on a machine that does other things as well.
const GAME: Duration = Duration::from_secs(900);

/// What a page must hold wherever it is: nothing scrolls sideways, and what can be pressed is large enough for a thumb.
const FITS: &str = "
    const small = [...document.querySelectorAll('button, summary')].filter((it) => {
      const box = it.getBoundingClientRect();
      return box.width > 0 && (box.height < 43.5 || box.width < 43.5);
    });
    return [document.documentElement.scrollWidth <= innerWidth, small.map((it) => it.outerHTML.slice(0, 120))];";

/// What leads on at a page: the main button, or else an answer, or the ends of a prediction.
const LEADS_ON: &str = "
    const main = document.querySelector('main');
    if (!main || document.querySelector('.waits') || main.id.startsWith('debrief')) return null;
    const press = document.querySelector('.foot .main:not([disabled])')
      || document.querySelector('.answers .answer:not([disabled]):not(.chosen)')
      || [...document.querySelectorAll('.stepper')].map((it) => it.lastElementChild)
           .find((it) => !/[0-9]/.test(it.previousElementSibling.textContent));
    if (press) {
      press.dataset.leadsOn = '';
      press.scrollIntoView({ block: 'center' });
    }
    return press ? main.textContent + press.value + document.querySelector('[name=seen]').value : null;";

/// A driver of browsers that is killed when this is dropped.
struct Driver(Child, u16);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a driver, if one is installed. Where all checks run there must be one.
fn driver() -> Option<Driver> {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port is free");
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={}", free.port())).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        Ok(child) => Some(Driver(child, free.port())),
        Err(error) if std::env::var_os("CI").is_some() => panic!("chromedriver is missing: {error}"),
        Err(_) => None,
    }
}

async fn browser(driver: &Driver, profile: &std::path::Path) -> Client {
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--lang=en-US",
    ];
    let mut arguments: Vec<String> = arguments.map(str::to_owned).into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let mut wanted = Capabilities::new();
    wanted.insert("goog:chromeOptions".to_owned(), json!({ "args": arguments }));
    let address = format!("http://127.0.0.1:{}", driver.1);
    let started = Instant::now();
    loop {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        match builder.capabilities(wanted.clone()).connect(&address).await {
            Ok(client) => return client,
            Err(_) if started.elapsed() < SOON => tokio::time::sleep(Duration::from_millis(100)).await,
            Err(error) => panic!("no browser: {error}"),
        }
    }
}

/// A link of the host at another address of this machine: for a browser, another place with cookies of its own.
fn at(link: &str, number: usize) -> String {
    link.replacen("127.0.0.1", &format!("127.0.0.{number}"), 1)
}

async fn text(client: &Client, script: &str) -> String {
    client.execute(script, Vec::new()).await.expect("it runs").as_str().unwrap_or_default().to_owned()
}

/// The step that a window shows.
async fn step(client: &Client) -> String {
    text(client, "return document.querySelector('main')?.id ?? ''").await
}

async fn wait_for(client: &Client, what: &str) {
    let found = client.wait().at_most(SOON).for_element(Locator::Css(what)).await;
    if let Err(error) = found {
        panic!("{what} does not come: {error}; there is {}", text(client, "return document.body.innerHTML").await);
    }
}

/// Waits until a page has words.
async fn wait_for_words(client: &Client, words: &str) {
    let started = Instant::now();
    loop {
        let all = text(client, "return document.body.textContent").await;
        if all.contains(words) {
            return;
        }
        assert!(started.elapsed() < SOON, "{words:?} does not come: {all}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn click(client: &Client, what: &str) {
    wait_for(client, what).await;
    client.find(Locator::Css(what)).await.expect("it is there").click().await.expect("it can be pressed");
}

async fn window(client: &Client, link: &str) -> WindowHandle {
    let opened = client.new_window(true).await.expect("it opens");
    client.switch_to_window(opened.handle.clone()).await.expect("it is open");
    client.goto(link).await.expect("it loads");
    opened.handle
}

async fn join(client: &Client, links: &Links, number: usize) -> WindowHandle {
    let window = window(client, &at(&links.join, number)).await;
    wait_for(client, "#name").await;
    let name = client.find(Locator::Css("#name")).await.expect("it is there");
    name.send_keys(&format!("Person {number}")).await.expect("it can be typed in");
    click(client, "button.main").await;
    click(client, "button[value=any]").await;
    wait_for(client, "#held").await;
    window
}

async fn fits(client: &Client) {
    let found = client.execute(FITS, Vec::new()).await.expect("it runs");
    assert_eq!(found, json!([true, []]), "at {}", step(client).await);
}

/// Presses what leads on, if anything does, and waits until the page has followed.
async fn press_on(client: &Client) {
    let before = text(client, LEADS_ON).await;
    if before.is_empty() {
        return;
    }
    // The other seat may have changed the page meanwhile; then it is looked at again.
    let Ok(found) = client.find(Locator::Css("[data-leads-on]")).await else { return };
    if let Err(error) = found.click().await {
        assert!(!error.to_string().contains("intercepted"), "something covers it at {}: {error}", step(client).await);
        return;
    }
    let pressed = Instant::now();
    while text(client, LEADS_ON).await == before {
        if pressed.elapsed() > SOON {
            panic!(
                "nothing follows a press at {}: {}",
                step(client).await,
                text(client, "return document.body.innerHTML").await
            );
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A button that was pressed has the focus, and is changed like any other: what paused the room lets it go on.
async fn a_pressed_button_changes(client: &Client) {
    for (pressed, then) in [("{\"Pause\":true}", "{\"Pause\":false}"), ("{\"Pause\":false}", "{\"Pause\":true}")] {
        click(client, &format!("button[value='{pressed}']")).await;
        wait_for(client, &format!("button[value='{then}']")).await;
    }
}

/// Three quick presses of + are three steps of five percent.
async fn quick_presses_are_several_steps(client: &Client) {
    wait_for(client, "main[id^=plan]").await;
    let share = "return document.querySelector('.stepper output').textContent.replace(/[^0-9]/g, '')";
    let before: u32 = text(client, share).await.parse().expect("it is a share");
    client
        .execute("document.querySelector('.stepper').scrollIntoView({ block: 'center' })", Vec::new())
        .await
        .expect("it runs");
    for _ in 0..3 {
        click(client, ".stepper button:last-child").await;
    }
    let pressed = Instant::now();
    while text(client, share).await != (before + 15).to_string() {
        assert!(pressed.elapsed() < SOON, "{before} became {}", text(client, share).await);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twelve_seats_play_a_whole_game_at_three_sizes_and_the_wall_follows() {
    let Some(driver) = driver() else { return };
    let folder = tempdir().expect("it can be made");
    let mut host = Hosted::in_the_room(folder.path(), 6);
    let client = browser(&driver, &folder.path().join("profile")).await;
    let size = |quarter: usize| {
        let (width, height) = SIZES[quarter % SIZES.len()];
        client.set_window_size(width, height)
    };
    size(0).await.expect("it can be resized");

    let console = window(&client, &host.links.console).await;
    let wall = window(&client, &at(&host.links.wall, 99)).await;
    let mut seats = Vec::new();
    for number in 2..2 + 6 * Seat::BOTH.len() {
        seats.push(join(&client, &host.links, number).await);
        fits(&client).await;
    }
    client.switch_to_window(wall.clone()).await.expect("it is open");
    for name in ["Person 2", "Person 13"] {
        wait_for_words(&client, name).await;
    }
    client.switch_to_window(console.clone()).await.expect("it is open");
    click(&client, "#console button.main").await;

    client.switch_to_window(console.clone()).await.expect("it is open");
    a_pressed_button_changes(&client).await;

    for seat in seats[..2].iter().rev() {
        client.switch_to_window(seat.clone()).await.expect("it is open");
        wait_for(&client, "main[id^=briefing]").await;
        // A press that came while the page was changing is made again.
        while step(&client).await.starts_with("briefing") {
            press_on(&client).await;
        }
    }
    quick_presses_are_several_steps(&client).await;

    let mut ended = vec![false; seats.len()];
    let (started, mut quarter) = (Instant::now(), 1);
    while !ended.iter().all(|ended| *ended) {
        assert!(started.elapsed() < GAME, "{ended:?}");
        for (seat, ended) in seats.iter().zip(&mut ended) {
            client.switch_to_window(seat.clone()).await.expect("it is open");
            let step = step(&client).await;
            *ended = step.starts_with("debrief");
            if let Some(next) = quarter_of(&step).filter(|next| *next > quarter) {
                quarter = next;
                size(quarter - 1).await.expect("it can be resized");
            }
            fits(&client).await;
            press_on(&client).await;
        }
    }
    assert_eq!(quarter, 4, "each was seen");
    client.switch_to_window(wall).await.expect("it is open");
    wait_for(&client, "#teams").await;
    for words in ["Revenue debt", "Company value"] {
        wait_for_words(&client, words).await;
    }
    client.close().await.expect("it closes");
    assert!(host.interrupt());
    let runs = host.runs();
    assert_eq!(runs.len(), 6);
    for run in runs {
        assert!(program(folder.path()).arg("replay").arg(run).output().expect("it runs").status.success());
    }
}

/// The quarter of a step: 2 for `plan-Q2-2026`.
fn quarter_of(step: &str) -> Option<usize> {
    step.split("-Q").nth(1)?.split('-').next()?.parse().ok()
}
