//! The page of a seat has nothing that the seat may not know, in whole games of every policy.

use std::collections::BTreeMap;
use std::sync::Arc;

use expect_test::expect_file;
use off_roadmap::ids::Seat;
use off_roadmap::play::{Page, Pair};
use off_roadmap::policy::{self, Policy};
use off_roadmap::run::{Log, Team};
use off_roadmap::scenario::Scenario;
use off_roadmap::sight::Sight;
use off_roadmap::sim::{Fact, Game, Phase};
use off_roadmap::text::{Teller, Text};

use crate::telling::telling;
use crate::view::driver::{json, scenario, with_cards};

fn pair(scenario: &Scenario, seed: u64) -> Pair {
    let scenario = Arc::new(scenario.clone());
    Pair::new(Log::new(scenario.clone(), seed, Team::named("Juniper", &scenario)))
}

fn teller(pair: &Pair) -> Teller {
    telling(&Text::default(), pair.log().game())
}

fn own_page(pair: &Pair, seat: Seat) -> String {
    json(&pair.page(seat, &teller(pair)))
}

/// Lets a policy play both seats of two worlds, and compares the pages of the seats while `secret` is true for them.
/// Returns how many pages were compared.
fn compared(one: &Scenario, other: &Scenario, policy: &dyn Policy, secret: impl Fn(&Game, Seat) -> bool) -> usize {
    let mut pages = 0;
    for seed in 0..2 {
        let mut worlds = [pair(one, seed), pair(other, seed)];
        while worlds[0].log().game().state().phase != Phase::Ended {
            let game = worlds[0].log().game();
            let hidden: Vec<Seat> = Seat::BOTH.into_iter().filter(|&seat| secret(game, seat)).collect();
            for &seat in &hidden {
                let [left, right] = worlds.each_ref().map(|world| own_page(world, seat));
                let differs = left.lines().zip(right.lines()).find(|(left, right)| left != right);
                assert_eq!(differs, None, "{seat:?} of {} in {:?}", policy.id(), game.steps());
                assert_eq!(left.len(), right.len());
                pages += 1;
            }
            // Where the secret came out, a policy may go another way in the other world.
            if hidden.is_empty() {
                break;
            }
            let signed = worlds
                .each_mut()
                .map(|world| Seat::BOTH.into_iter().find(|&seat| world.stand_in(seat, policy).is_some()));
            if signed[0] != signed[1] {
                break;
            }
        }
    }
    pages
}

#[test]
fn no_page_has_a_need_or_a_dealbreaker_before_a_prospect_call_told_it() {
    let changed = with_cards(|card| {
        card.need = "Something else.".to_owned();
        card.dealbreaker = !card.dealbreaker;
        card.simplify = 0.8 - card.simplify;
    });
    let secret =
        |game: &Game, seat| !game.state().deals.keys().any(|deal| Sight::of(game, seat).knows(Fact::Need(deal)));
    let pages: usize = policy::ALL.into_iter().map(|policy| compared(&scenario(&[]), &changed, policy, secret)).sum();
    assert!(pages > 300, "only {pages} pages were compared");
}

#[test]
fn no_page_has_a_true_effort_an_alignment_or_a_fit_in_the_first_quarter() {
    let mut changed = with_cards(|card| {
        card.true_effort *= 2.0;
        // The estimate stays exactly 0.5.
        (card.alignment, card.alignment_error) = (0.25, 0.25);
        card.fit = 1.0 - card.fit;
    });
    changed.rules.effort_bias *= 1.5;
    let plain = with_cards(|card| (card.alignment, card.alignment_error) = (0.5, 0.0));
    let secret = |game: &Game, seat| {
        let known =
            |deal| Sight::of(game, seat).knows(Fact::Fit(deal)) || Sight::of(game, seat).knows(Fact::Need(deal));
        let open = game.state().quarter.0 == 1 && game.state().phase <= Phase::Close;
        open && !game.state().deals.keys().any(known)
    };
    let pages: usize = policy::ALL.into_iter().map(|policy| compared(&plain, &changed, policy, secret)).sum();
    assert!(pages > 100, "only {pages} pages were compared");
}

/// The file with the snapshot of a page.
fn snapshot(page: &Page) -> &'static str {
    match page {
        Page::Briefing(_) => "pages/briefing.json",
        Page::ProductDesk { .. } => "pages/product_desk.json",
        Page::SalesDesk { .. } => "pages/sales_desk.json",
        Page::House { .. } => "pages/house.json",
        Page::Stance { .. } => "pages/stance.json",
        Page::Table { .. } => "pages/table.json",
        Page::Predict { .. } => "pages/predict.json",
        Page::Review { .. } => "pages/review.json",
        Page::Waiting => "pages/waiting.json",
        Page::Debrief => "pages/debrief.json",
    }
}

#[test]
fn the_json_of_every_page_is_known() {
    let mut pair = pair(&scenario(&[]), 7);
    let policy = policy::by_id("bridge").expect("it is built in");
    let mut pages: BTreeMap<&str, Page> = BTreeMap::new();
    loop {
        for seat in Seat::BOTH {
            let page = pair.page(seat, &teller(&pair));
            // The second quarter has more to tell than the first one.
            if pair.log().game().state().quarter.0 <= 2 || page == Page::Debrief {
                pages.insert(snapshot(&page), page);
            }
        }
        if !Seat::BOTH.into_iter().any(|seat| pair.stand_in(seat, policy).is_some()) {
            break;
        }
    }
    assert_eq!(pages.len(), 10, "{:?}", pages.keys());
    for (file, page) in pages {
        let json = json(&page);
        assert!(!json.contains("NaN"), "{file}");
        expect_file![file].assert_eq(&(json + "\n"));
    }
}

#[test]
fn no_page_before_the_debrief_has_the_seed_or_a_state_because_they_tell_everything() {
    let mut pair = pair(&scenario(&[]), 7_654_321);
    let policy = policy::by_id("bridge").expect("it is built in");
    while pair.log().game().state().phase != Phase::Ended {
        for seat in Seat::BOTH {
            let json = own_page(&pair, seat);
            assert!(!json.contains("7654321"), "{:?} has the seed", pair.step(seat));
            assert!(!json.contains(&pair.log().game().hash()[..12]), "{:?} has the state", pair.step(seat));
        }
        Seat::BOTH.into_iter().find(|&seat| pair.stand_in(seat, policy).is_some()).expect("somebody has a step");
    }
}

#[test]
fn a_seat_that_has_signed_waits_for_the_other_one() {
    let mut pair = pair(&scenario(&[]), 7);
    pair.stand_in(Seat::Product, policy::ALL[0]).expect("it has a briefing to read");
    let pages = Seat::BOTH.map(|seat| pair.page(seat, &teller(&pair)));
    assert!(matches!(pages, [Page::Waiting, Page::Briefing(_)]), "{pages:?}");
}
