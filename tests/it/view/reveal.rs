//! The reveal: what became of demand, whose stance was nearer, what one seat knew, and how wide predictions were.

use std::collections::BTreeMap;
use std::sync::Arc;

use off_roadmap::ids::{DealId, Seat};
use off_roadmap::lab;
use off_roadmap::policy;
use off_roadmap::scenario::{Card, Shelf};
use off_roadmap::sim::{Event, Fact, Game};
use off_roadmap::text::{Text, languages};
use off_roadmap::view::{self, Debrief};

use crate::telling::telling;
use crate::view::driver::{Style, play, scenario, with_cards};

fn debrief(game: &Game) -> Debrief {
    view::debrief(game, &telling(&Text::default(), game), &[], None)
}

fn by_policy(id: &str, seed: u64) -> Game {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
    let policy = policy::by_id(id).expect("there is such a policy");
    lab::play_with(&scenario, seed, |_| policy)
}

#[test]
fn who_says_yes_to_everything_drove_demand_up_and_who_does_not_is_told_that_it_did_not() {
    let drew = |id: &str| (1..=8).filter(|&seed| debrief(&by_policy(id, seed)).reveal.drawn_first).count();
    let (yes, no) = (drew("accept-all"), drew("purist"));
    assert!(yes >= 6, "{yes} of 8");
    assert_eq!(no, 0, "there is nothing to reveal");
    let told = debrief(&by_policy("purist", 3)).reveal.told;
    assert!(told.contains("did not rise") || told.contains("would have come anyway"), "{told}");
}

#[test]
fn the_sentence_of_the_reveal_adds_up_and_says_what_the_curve_shows() {
    for seed in 1..=8 {
        let page = debrief(&by_policy("accept-all", seed));
        let Some(rise) = page.reveal.rise.filter(|_| page.reveal.drawn_first) else { continue };
        let third = |of: fn(&view::DemandPoint) -> f64, last: bool| {
            let all: Vec<f64> = page.demand.iter().map(of).collect();
            let some = if last { &all[all.len() - rise.quarters..] } else { &all[..rise.quarters] };
            some.iter().sum::<f64>() / some.len() as f64
        };
        // Quarters weigh as much as deals entered in them, so the plain mean is only close.
        assert!((third(|point| point.asked, false) - rise.from).abs() < 2.0, "{rise:?}");
        assert!((third(|point| point.asked, true) - rise.to).abs() < 2.0, "{rise:?}");
        let numbers: Vec<i64> =
            page.reveal.told.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
        let [_, _, from, to, own, all, share] = numbers.as_slice() else { panic!("{}", page.reveal.told) };
        assert_eq!(to - from, *all, "{}", page.reveal.told);
        assert!(own <= all && (50..=100).contains(share), "{}", page.reveal.told);
    }
}

#[test]
fn several_teams_are_told_what_their_curves_have_in_common() {
    let text = Text::default();
    let games: Vec<Game> = (1..=3).map(|seed| by_policy("accept-all", seed)).collect();
    let own = games.iter().filter(|game| debrief(game).reveal.drawn_first).count();
    let all = view::demanded(games.iter().map(|game| (game, "Aspen")), &text);
    assert_eq!(all.teams.len(), 3);
    assert_eq!(all.told.len(), 1 + usize::from(own == 3), "{:?}", all.told);
    assert!(all.told[0].contains(&format!("In {own} of them")), "{:?}", all.told);
    let alone = view::demanded([(&games[0], "Aspen")], &text);
    assert_eq!(alone.told, Vec::<String>::new(), "one team has nothing in common with anybody");
}

/// The debrief of a game in which Product would build every card and Sales would decline it.
fn disagreed(change: impl Fn(&mut Card)) -> Debrief {
    debrief(&play(with_cards(change), 5, Style::Curious, |_, _| {}))
}

#[test]
fn a_stance_was_nearer_only_where_both_halves_of_the_truth_speak_for_it() {
    let told = |dealbreaker: bool, alignment: f64| {
        let page = disagreed(|card| (card.dealbreaker, card.alignment) = (dealbreaker, alignment));
        // Only the hand-written cards were changed.
        let names: Vec<String> = scenario(&[]).specials.iter().map(|card| card.customer.clone()).collect();
        let pairs: Vec<_> = page.pairs.into_iter().filter(|pair| names.contains(&pair.customer)).collect();
        assert!(!pairs.is_empty() && pairs.iter().all(|pair| !pair.agree));
        pairs.into_iter().map(|pair| pair.nearer).collect::<Vec<_>>()
    };
    let says = |nearer: &Option<String>, who: &str| nearer.as_ref().is_some_and(|told| told.starts_with(who));
    assert!(told(true, 0.9).iter().all(|nearer| says(nearer, "Product Lead was nearer")));
    assert!(told(false, 0.1).iter().all(|nearer| says(nearer, "Sales Lead was nearer")));
    assert!(told(true, 0.1).iter().chain(&told(false, 0.9)).all(Option::is_none), "either answer has its price");
}

#[test]
fn stances_that_were_the_same_have_no_nearer_one() {
    let page = debrief(&play(scenario(&[]), 5, Style::Builds, |_, _| {}));
    assert!(page.pairs.iter().all(|pair| pair.agree && pair.nearer.is_none()), "{:?}", page.pairs);
}

/// What each seat knew of each card when it was answered: the fit, and the two notes.
fn known_when_signed(seed: u64) -> (Game, BTreeMap<DealId, [[bool; 3]; 2]>) {
    let mut known = BTreeMap::new();
    let game = play(scenario(&[]), seed, Style::Curious, |game, events| {
        let state = game.state();
        for event in events {
            let Event::Answered(deal, _) = *event else { continue };
            let facts = [Fact::Fit(deal), Fact::ProductNote(deal), Fact::SalesNote(deal)];
            known.entry(deal).or_insert_with(|| Seat::BOTH.map(|seat| facts.map(|fact| state.knows(seat, fact))));
        }
    });
    (game, known)
}

#[test]
fn what_is_called_untold_was_known_to_one_seat_only_when_it_was_signed() {
    let mut told = 0;
    for seed in 0..6 {
        let (game, known) = known_when_signed(seed);
        for one in debrief(&game).untold {
            told += 1;
            let [product, sales] = known[&one.deal];
            let fit = sales[0] && !product[0];
            let notes = [product[1] && !sales[1], sales[2] && !product[2]];
            match () {
                () if one.told.contains("Sales had found out") => assert!(fit, "{one:?}"),
                () => {
                    assert_eq!(one.told.contains("Only Product could read"), notes[0], "{one:?}");
                    assert_eq!(one.told.contains("Only Sales could read"), notes[1], "{one:?}");
                }
            }
        }
    }
    assert!(told > 5, "{told}");
}

#[test]
fn a_card_is_named_at_most_once_among_what_was_untold() {
    for seed in 0..6 {
        let untold = debrief(&known_when_signed(seed).0).untold;
        let mut deals: Vec<DealId> = untold.iter().map(|one| one.deal).collect();
        deals.dedup();
        assert_eq!(deals.len(), untold.len());
    }
}

#[test]
fn predictions_are_counted_and_nobody_gets_a_score_for_so_few() {
    for language in languages() {
        let text = Text::new(&language);
        let game = play(scenario(&[]), 5, Style::Builds, |_, _| {});
        let page = view::debrief(&game, &telling(&text, &game), &[], None);
        assert_eq!(page.foresight.len(), 2);
        for lead in &page.foresight {
            assert_eq!(lead.foreseen.len(), usize::from(game.scenario().meta.quarters));
            let held = lead.foreseen.iter().filter(|one| one.came == view::Came::Held).count();
            assert!(lead.told.contains(&held.to_string()), "{}", lead.told);
        }
        let scored = |words: &str| words.to_lowercase().contains("point") || words.to_lowercase().contains("punkt");
        assert!(!page.scores.iter().any(|score| scored(&score.text)), "{:?}", page.scores);
        assert!(!page.foresight.iter().any(|lead| scored(&lead.told)));
    }
}
