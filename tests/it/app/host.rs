//! A workshop that is hosted from the window.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use bevy::math::UVec2;
use off_roadmap::app::director::{Act, Body, Director, HostAct, HostField, Lobby, LobbyAct, Opening, Outside};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::stage;
use off_roadmap::text::Text;

use crate::app::game::outside;
use crate::web::hosted::Device;

fn window_of(folder: &Path, browse: fn(&str) -> io::Result<()>) -> Headless {
    let (rooms, runs) = (Some(folder.join("rooms")), Some(folder.join("runs")));
    let outside = Outside { rooms, runs, browse, ..outside() };
    let director = Director::new(Arc::new(Text::default()), outside, Opening::Title);
    Headless::new(UVec2::new(1280, 800), |app| stage(app, director))
}

fn director(game: &mut Headless) -> &mut Director {
    &mut game.world().resource_mut::<Directing>().into_inner().0
}

fn act(game: &mut Headless, act: LobbyAct) {
    game.world().write_message(Act::Lobby(act));
    game.update();
}

fn shows(game: &mut Headless, words: &str) -> bool {
    game.texts().iter().any(|text| text.contains(words))
}

/// A window with an open workshop of two teams without a clock.
fn opened(folder: &Path, browse: fn(&str) -> io::Result<()>) -> Headless {
    let mut game = window_of(folder, browse);
    game.press("host-workshop").unwrap();
    for (field, typed) in [(HostField::Teams, "2"), (HostField::Minutes, "0")] {
        act(&mut game, LobbyAct::Host(HostAct::Type(field, typed.to_owned())));
    }
    game.press("open-workshop").unwrap();
    game
}

#[test]
fn a_workshop_is_opened_and_shows_who_is_there_and_goes_on_after_it_was_ended() {
    static LINKS: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let browse = |link: &str| {
        LINKS.lock().unwrap().push(link.to_owned());
        Ok(())
    };
    let folder = tempfile::tempdir().unwrap();
    let mut game = opened(folder.path(), browse);
    let Body::Hosted(page) = director(&mut game).frame().body else { panic!("it runs") };
    assert!(shows(&mut game, &page.url) && shows(&mut game, "Aspen") && !shows(&mut game, "Cedar"));

    game.press("open-console").unwrap();
    game.press("open-console").unwrap();
    game.press("open-wall").unwrap();
    let links = LINKS.lock().unwrap().clone();
    for link in &links {
        assert_eq!(Device::new(link).get(link).status, 200, "every press gives a link that works: {link}");
    }
    let mut device = Device::new(&links[0]);
    let joined = device.post("/join", &[("code", &page.code), ("name", "Adelaide")]);
    assert_eq!(joined.step(), "lobby", "{}", joined.text);
    act(&mut game, LobbyAct::LookAgain);
    assert!(shows(&mut game, "Adelaide"));

    game.press("back").unwrap();
    assert!(shows(&mut game, &format!("Room {} is open", page.code)), "it runs on");
    assert_eq!(device.get("/seat").status, 200);
    game.press("host-workshop").unwrap();
    game.press("close-workshop").unwrap();
    assert!(shows(&mut game, &page.code) && shows(&mut game, "2 teams"), "its room can go on");
    game.press(&format!("room-{}", page.code)).unwrap();
    let Body::Hosted(again) = director(&mut game).frame().body else { panic!("it goes on") };
    assert_eq!((again.code, again.arriving), (page.code, vec!["Adelaide".to_owned()]));
}

#[test]
fn a_rehearsal_leaves_no_room_to_go_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = window_of(folder.path(), |_| Ok(()));
    game.press("host-workshop").unwrap();
    game.press("host-field-rehearsal").unwrap();
    game.press("open-workshop").unwrap();
    assert!(shows(&mut game, "nothing of it is kept"));
    game.press("close-workshop").unwrap();
    assert!(matches!(director(&mut game).frame().body, Body::Host(_)) && !shows(&mut game, "Go on with a room"));
    assert_eq!(folder.path().join("rooms").read_dir().unwrap().count(), 0);
}

#[test]
fn what_is_typed_wrong_is_told_and_no_workshop_opens() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = window_of(folder.path(), |_| Ok(()));
    game.press("host-workshop").unwrap();
    act(&mut game, LobbyAct::Host(HostAct::Type(HostField::Teams, "501".to_owned())));
    assert!(shows(&mut game, "from 1 to 500"));
    act(&mut game, LobbyAct::Host(HostAct::Open));
    assert!(matches!(director(&mut game).frame().body, Body::Host(_)));
    act(&mut game, LobbyAct::Host(HostAct::Type(HostField::Teams, "3".to_owned())));
    act(&mut game, LobbyAct::Host(HostAct::Type(HostField::Seed, "seven".to_owned())));
    assert!(shows(&mut game, "A seed is a whole number"));
    act(&mut game, LobbyAct::Host(HostAct::Each(true)));
    assert!(!shows(&mut game, "A seed is a whole number"), "none is needed");
}

#[test]
fn a_browser_that_does_not_open_leaves_its_address() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = opened(folder.path(), |_| Err(io::Error::other("nothing opens links here")));
    game.press("open-console").unwrap();
    assert!(shows(&mut game, "nothing opens links here") && shows(&mut game, "/console?key="));
}

#[test]
fn a_deleted_room_leaves_the_page_that_opens_one() {
    let folder = tempfile::tempdir().unwrap();
    static CONSOLE: Mutex<String> = Mutex::new(String::new());
    let browse = |link: &str| {
        link.clone_into(&mut CONSOLE.lock().unwrap());
        Ok(())
    };
    let mut game = opened(folder.path(), browse);
    let Body::Hosted(page) = director(&mut game).frame().body else { panic!("it runs") };
    game.press("open-console").unwrap();
    let link = CONSOLE.lock().unwrap().clone();
    let mut console = Device::new(&link);
    console.get(&link);
    console.send("/console", &[("delete", &page.code)], &[]);
    for _ in 0..200 {
        act(&mut game, LobbyAct::LookAgain);
        if matches!(director(&mut game).frame().body, Body::Host(_)) {
            assert!(!folder.path().join("rooms").read_dir().unwrap().flatten().any(|_| true));
            act(&mut game, LobbyAct::Go(Lobby::Title));
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("the workshop runs on");
}
