//! A game has no language: its words come from the teller.

use std::sync::Arc;

use off_roadmap::ids::Seat;
use off_roadmap::scenario::{Scenario, Shelf};
use off_roadmap::sight::Viewer;
use off_roadmap::sim::{Event, Game};
use off_roadmap::text::{Teller, Text};
use off_roadmap::view::{self, Moment};

use crate::view::driver::{Style, json, play, told};

fn scenario(language: &str) -> Scenario {
    let mut shelf = Shelf::built_in();
    shelf.speak(language);
    shelf.load("scale-up").expect("it is built in")
}

fn teller(language: &str) -> Teller {
    Teller::new(Arc::new(Text::new(language)), Arc::new(scenario(language)))
}

/// All pages of a whole game of a scenario, as a teller tells them.
fn pages(played: Scenario, teller: &Teller) -> Vec<String> {
    let mut pages = Vec::new();
    let watch = |game: &Game, events: &[Event]| {
        for viewer in [Viewer::Table, Viewer::Seat(Seat::Product), Viewer::Seat(Seat::Sales)] {
            pages.push(told(game, teller, viewer, events));
        }
    };
    let game = play(played, 8, Style::Curious, watch);
    pages.push(json(&view::debrief(&game, teller, &[], None)));
    pages.push(json(&view::product_map(&game, teller, Moment::Now)));
    pages.push(json(&view::debt_ledger(&game, teller)));
    pages
}

#[test]
fn no_page_has_a_word_of_the_scenario_that_the_game_was_started_with() {
    let (from_english, from_german) = (pages(scenario("en"), &teller("en")), pages(scenario("de"), &teller("en")));
    for (ours, theirs) in from_english.iter().zip(&from_german) {
        let mut lines = ours.lines().zip(theirs.lines());
        assert_eq!(lines.find(|(ours, theirs)| ours != theirs), None);
    }
    assert_eq!(from_english.len(), from_german.len());
}

#[test]
fn two_people_read_one_game_in_two_languages_at_the_same_time() {
    let (english, german) = (teller("en"), teller("de"));
    let mut read = 0;
    play(scenario("en"), 8, Style::Curious, |game, events| {
        for seat in Seat::BOTH {
            let pages = [&english, &german].map(|teller| told(game, teller, Viewer::Seat(seat), events));
            let about = [&english, &german].map(|teller| teller.scenario().roles.product.about.clone());
            if seat == Seat::Product {
                assert!(pages[0].contains(&about[0]) && pages[1].contains(&about[1]), "each reads its own language");
            }
            assert!(!pages[1].contains(&about[0]) && !pages[0].contains(&about[1]));
            read += 1;
        }
    });
    assert!(read > 100, "{read}");
}
