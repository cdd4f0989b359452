//! The pages of a browser, in whole games.

use std::sync::Arc;

use off_roadmap::ids::Seat;
use off_roadmap::page::{DebriefPage, DrawFirst, SeatPage, Status, document, seat_page, style};
use off_roadmap::play::{Act, Page, Pair};
use off_roadmap::policy;
use off_roadmap::run::{Log, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::Phase;
use off_roadmap::text::{Text, languages};
use off_roadmap::view::{self, Shape};

use crate::telling::telling;

fn pair(team: &str) -> Pair {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
    Pair::new(Log::new(scenario.clone(), 7_654_321, Team::named(team, &scenario)))
}

fn html(pair: &Pair, seat: Seat, text: &Text) -> String {
    drawn(pair, seat, text, DrawFirst::Asked)
}

/// The page of a seat whose person is so far with drawing.
fn drawn(pair: &Pair, seat: Seat, text: &Text, draw_first: DrawFirst) -> String {
    let game = pair.log().game();
    let teller = telling(text, game);
    let page = pair.page(seat, &teller);
    let quarter = game.state().quarter;
    let close =
        matches!(page, Page::Review { .. }).then(|| view::close(game, &teller, quarter, pair.log().events(quarter)));
    let debrief = view::debrief(game, &teller, &[], None);
    let maps = [view::Moment::Start, view::Moment::Now].map(|moment| view::product_map(game, &teller, moment));
    let debriefs = || DebriefPage { debrief: &debrief, envelope: &[], maps: &maps, whole: false, draw_first };
    let from = SeatPage {
        seat,
        wall: &view::wall(game, &teller, &pair.log().team().name),
        page: &page,
        desk: pair.desk(seat),
        undo: pair.undo(seat),
        seen: &pair.seen(seat),
        close: close.as_ref(),
        debrief: (page == Page::Debrief).then(debriefs),
        ceo: &pair.letters(&teller),
        status: Status::default(),
    };
    document(&teller, &seat_page(&teller, from), None)
}

/// What the buttons of a page send.
fn acts(html: &str) -> Vec<Act> {
    let values = html.split("name=\"act\" value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let plain = values.map(|value| value.replace("&quot;", "\""));
    plain.map(|value| serde_json::from_str(&value).unwrap_or_else(|error| panic!("{value}: {error}"))).collect()
}

fn whole_game(text: &Text, mut look: impl FnMut(&Pair, Seat, &str)) {
    let mut pair = pair("Juniper");
    let policy = policy::by_id("bridge").expect("it is built in");
    loop {
        for seat in Seat::BOTH {
            let html = html(&pair, seat, text);
            look(&pair, seat, &html);
        }
        if !Seat::BOTH.into_iter().any(|seat| pair.stand_in(seat, policy).is_some()) {
            assert_eq!(pair.log().game().state().phase, Phase::Ended);
            return;
        }
    }
}

#[test]
fn every_page_of_a_game_is_whole_in_every_language_and_never_tells_the_seed_or_a_state() {
    for language in languages() {
        let mut forms = 0;
        whole_game(&Text::new(&language), |pair, seat, html| {
            let step = pair.step(seat);
            assert!(html.ends_with("</html>") && html.contains("<form method=\"post\""), "{step:?}");
            assert!(!html.contains(" style=") && !html.contains("<script>") && !html.contains(" title="), "{step:?}");
            assert!(!html.contains('⟨') && !html.contains("NaN"), "{step:?}: {html}");
            assert!(!html.contains("7654321") && !html.contains("7,654,321"), "{step:?} tells the seed");
            assert!(!html.contains(&pair.log().game().hash()[..12]), "{step:?} tells the state");
            assert!(html.contains(&format!("lang=\"{language}\"")));
            forms += usize::from(!acts(html).is_empty());
        });
        assert!(forms > 100, "{forms}");
    }
}

#[test]
fn no_value_repeats_the_label_before_it() {
    for language in languages() {
        let mut labels = 0;
        whole_game(&Text::new(&language), |pair, seat, html| {
            let facts = html.split("<p><b>").skip(1).filter_map(|rest| rest.split("</p>").next()?.split_once("</b> "));
            for (label, value) in facts {
                labels += 1;
                let repeats = value.to_lowercase().starts_with(&label.to_lowercase());
                assert!(!repeats, "{:?}: {label} {value}", pair.step(seat));
            }
        });
        assert!(labels > 100, "{labels}");
    }
}

#[test]
fn the_curve_of_demand_is_on_no_page_before_its_person_drew_it() {
    let mut pair = pair("Juniper");
    let policy = policy::by_id("accept-all").expect("it is built in");
    while Seat::BOTH.into_iter().any(|seat| pair.stand_in(seat, policy).is_some()) {}
    for language in languages() {
        let text = Text::new(&language);
        let teller = telling(&text, pair.log().game());
        let debrief = view::debrief(pair.log().game(), &teller, &[], None);
        assert!(debrief.reveal.drawn_first, "it said yes to everything");
        let curve = text.get("demand-title");
        let asked = html(&pair, Seat::Sales, &text);
        assert!(!asked.contains(&curve) && !asked.contains(&debrief.reveal.told), "{asked}");
        let choices = asked.split("formaction=\"/draw\" name=\"shape\" value=\"").skip(1);
        let choices: Vec<Option<Shape>> = choices
            .filter_map(|rest| serde_json::from_str(&rest.split('"').next()?.replace("&quot;", "\"")).ok())
            .collect();
        assert_eq!(choices, Shape::ALL.map(Some).into_iter().chain([None]).collect::<Vec<_>>());
        for shape in choices {
            let seen = drawn(&pair, Seat::Sales, &text, DrawFirst::Seen(shape));
            assert!(seen.contains(&curve) && seen.contains(&debrief.reveal.told) && !seen.contains("/draw"));
            assert_eq!(seen.contains(&text.get("reveal-sketch")), shape.is_some());
        }
    }
}

#[test]
fn what_a_seat_has_to_do_next_is_a_button_of_its_page() {
    whole_game(&Text::default(), |pair, seat, html| {
        let Some(turn) = pair.turn(seat) else { return };
        let acts = acts(html);
        let blocked = html.contains("class=\"main\" disabled");
        let next = |act: &Act| matches!(act, Act::Sign | Act::Read) || *act == Act::SignAs(seat);
        assert!(blocked || acts.iter().any(next), "{turn:?}: {acts:?}");
        assert!(!acts.contains(&Act::SignAs(seat.other())), "{turn:?}");
    });
}

#[test]
fn an_act_on_a_page_can_be_sent_back_and_counts() {
    let mut pair = pair("Juniper");
    let html = html(&pair, Seat::Product, &Text::default());
    let seen =
        html.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("it is there");
    let seen = serde_json::from_str(&seen.replace("&quot;", "\"")).expect("it is what was written");
    let [act] = acts(&html).try_into().expect("one button");
    pair.act(Seat::Product, act, &seen).expect("it is its briefing");
    assert!(matches!(pair.page(Seat::Product, &telling(&Text::default(), pair.log().game())), Page::Waiting));
}

#[test]
fn names_are_text_whatever_they_contain() {
    let pair = pair("<script>alert(1)</script>\" onload=\"x");
    let html = html(&pair, Seat::Sales, &Text::default());
    assert!(!html.contains("<script>alert") && !html.contains("\" onload=\"x"), "{html}");
    assert!(html.contains("&lt;script&gt;"));
}

#[test]
fn the_style_sheet_has_the_colours_of_all_themes_and_loads_nothing() {
    let style = style();
    for theme in ["color-scheme:light", "prefers-color-scheme:dark", "prefers-contrast:more", "--product-soft:"] {
        assert!(style.contains(theme), "{theme}");
    }
    assert!(!style.contains("url(") && !style.contains("@import"));
    let used: Vec<&str> = style.split("var(--").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(used.len() > 20);
    for name in used {
        assert!(style.contains(&format!("--{name}:")), "--{name} is no colour");
    }
}
