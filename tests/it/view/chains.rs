//! What decisions led to, and where the final numbers came from.

use std::sync::Arc;

use off_roadmap::lab;
use off_roadmap::policy::{self, Policy};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::formula::value;
use off_roadmap::sim::{Game, Quantity, Rule, Subject};
use off_roadmap::text::Text;
use off_roadmap::view::{self, Books, Debrief, Source};
use proptest::prelude::*;

use crate::telling::telling;
use crate::view::driver::{Style, play, scenario};

fn with(policy: &dyn Policy, scenario: &str, seed: u64) -> Game {
    let scenario = Arc::new(Shelf::built_in().load(scenario).expect("it is built in"));
    lab::play_with(&scenario, seed, |_| policy)
}

fn by(id: &str) -> &'static dyn Policy {
    policy::by_id(id).expect("it is built in")
}

fn debrief(game: &Game) -> Debrief {
    view::debrief(game, &telling(&Text::default(), game), &[], None)
}

/// Checks that all chains and what no decision caused add up to every number of a game, to the stored unit.
fn adds_up(game: &Game) {
    let books = Books::of(game);
    for quantity in Quantity::ALL {
        let rest: i64 = Source::ALL.into_iter().map(|source| books.given(source, quantity)).sum();
        assert_eq!(books.decided(quantity) + rest, game.state().stock(quantity), "{quantity:?}");
    }
    let worth = value(game.scenario(), game.state()).total;
    let rows = debrief(game).origins.rows;
    let (total, parts) = rows.split_last().expect("there is a total");
    for number in 0..3 {
        assert_eq!(parts.iter().map(|row| row.dollars[number]).sum::<i64>(), total.dollars[number]);
    }
    let [arr, cash, whole] = total.dollars;
    assert_eq!([arr, cash], [game.state().stock(Quantity::Arr), game.state().stock(Quantity::Cash)]);
    assert!((whole as f64 - worth).abs() <= 0.5, "{whole} {worth}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn chains_and_the_rest_add_up_to_every_number_in_any_game(seed in any::<u64>(), which in 0..policy::ALL.len()) {
        let ids = ["scale-up", "heavy-debt", "role-swap"];
        adds_up(&with(policy::ALL[which], ids[which % ids.len()], seed));
    }

    #[test]
    fn they_add_up_whatever_moves_are_used(seed in any::<u64>(), curious in any::<bool>()) {
        let style = if curious { Style::Curious } else { Style::Builds };
        adds_up(&play(scenario(&[]), seed, style, |_, _| {}));
    }
}

#[test]
fn a_lost_renewal_follows_from_the_late_promise_to_the_same_customer() {
    let mut found = 0;
    for seed in 0..12 {
        let game = with(by("accept-all"), "scale-up", seed);
        for effects in Books::of(&game).decisions.values() {
            for effect in effects.iter().filter(|it| it.cause.rule == Rule::LatePromise && it.amount(Quantity::Arr) < 0)
            {
                let Some(Subject::Customer(lost)) = effect.cause.subject else { panic!("{effect:?}") };
                let late = &effects[effect.led_by.expect("a promise was late before")];
                let Some(Subject::Work(work)) = late.cause.subject else { panic!("{late:?}") };
                assert_eq!(game.state().works.get(&work).map(|work| work.customer), Some(lost));
                assert_eq!(late.amount(Quantity::PromisesBroken), 1);
                assert!(late.quarter <= effect.quarter);
                let accepted = &effects[late.led_by.expect("it was accepted before")];
                assert_eq!(accepted.cause.rule, Rule::WorkAccepted);
                found += 1;
            }
        }
    }
    assert!(found >= 3, "only {found} customers left over a late promise");
}

#[test]
fn an_effect_only_follows_from_one_before_it() {
    for policy in policy::ALL {
        for effects in Books::of(&with(policy, "scale-up", 5)).decisions.values() {
            for (at, effect) in effects.iter().enumerate() {
                let led = effect.led_by.map(|led| (led, effects[led].quarter));
                assert!(led.is_none_or(|(led, when)| led < at && when <= effect.quarter), "{effect:?}");
            }
        }
    }
}

#[test]
fn a_chain_is_short_in_order_and_each_step_follows_from_one_that_is_shown() {
    let debrief = debrief(&with(by("accept-all"), "scale-up", 7));
    assert!(debrief.chains.iter().any(|chain| chain.rest.is_some()));
    for chain in &debrief.chains {
        assert!(chain.links.len() <= 6, "{chain:?}");
        for (at, link) in chain.links.iter().enumerate() {
            assert!(!link.amounts.is_empty() && !link.text.is_empty(), "{link:?}");
            let before = &chain.links[..at];
            assert!(link.depth == 0 || before.iter().any(|other| other.depth + 1 == link.depth), "{chain:?}");
        }
    }
}

#[test]
fn a_chain_runs_into_the_echo_year() {
    let debrief = debrief(&with(by("accept-all"), "scale-up", 7));
    let echo: Vec<&str> =
        debrief.timeline.iter().filter(|point| point.echo).map(|point| point.label.as_str()).collect();
    let links = debrief.chains.iter().flat_map(|chain| &chain.links);
    assert!(links.filter(|link| echo.contains(&link.quarter.as_str())).count() > 3);
}

#[test]
fn upkeep_that_took_the_weeks_of_a_late_promise_is_told_without_taking_it_from_the_books() {
    let games = (0..12).map(|seed| with(by("accept-all"), "scale-up", seed));
    let told: Vec<String> = games.flat_map(|game| debrief(&game).chains).flat_map(|chain| chain.touched).collect();
    assert!(told.iter().any(|told| told == "The books give a late promise to the decision that made it."));
    assert!(told.iter().any(|told| told.contains("then left in")), "{told:?}");
}
