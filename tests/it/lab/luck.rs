//! Separating luck from decisions: the same decision in many futures.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use off_roadmap::ids::{DealId, Quarter, Seat};
use off_roadmap::lab::{Futures, Stats, apart};
use off_roadmap::policy;
use off_roadmap::run::{Fork, Otherwise, Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sight::Sight;
use off_roadmap::sim::{Anew, Answer, By, Deal, DecisionKind, Fact, Game, Phase, Response};
use off_roadmap::text::{Teller, Text};
use off_roadmap::view::debt_ledger;

fn played(policy: &str) -> Session {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").unwrap());
    let mut session = Session::new(scenario.clone(), 7, Team::named("Blue", &scenario), None);
    session.play_by(policy::by_id(policy).unwrap());
    session
}

/// For every card, a change to the same answer and one to another answer.
fn cards(session: &Session, other: Response) -> Vec<[Otherwise; 2]> {
    let decisions = session.game().state().decisions.iter().filter(|decision| decision.by == By::Both);
    decisions
        .filter_map(|decision| {
            let DecisionKind::Answer(deal, _) = decision.kind else { return None };
            let other = DecisionKind::Answer(deal, Answer::plain(other));
            let change = |kind| Otherwise { decision: decision.id, to: Some(kind) };
            Some([change(decision.kind.clone()), change(other)])
        })
        .collect()
}

#[test]
fn other_luck_changes_what_the_dice_decide_and_nothing_that_can_be_seen() {
    let session = played("quadrant");
    let before = Game::new(session.game().scenario().clone(), 7);
    let mut after = before.clone();
    after.turn_luck(1, Anew::Dice);
    let dice = |game: &Game| game.state().deals.values().map(|deal| deal.die).collect::<Vec<_>>();
    assert!(dice(&before).iter().zip(&dice(&after)).all(|(before, after)| before != after));
    let shown =
        |game: &Game| game.state().deals.values().map(|deal| Deal { die: 0.0, ..deal.clone() }).collect::<Vec<_>>();
    assert_eq!(shown(&before), shown(&after));
}

/// A game of which two quarters were played, at its third table.
fn at_a_table() -> Game {
    let session = played("quadrant-proactive");
    let mut game = Game::new(session.game().scenario().clone(), 7);
    let commands = session.run().quarters.iter().flat_map(|log| &log.commands);
    for command in commands {
        if (game.state().quarter, game.state().phase) == (Quarter(3), Phase::Table) {
            break;
        }
        game.advance(command).unwrap();
    }
    game
}

#[test]
fn facts_that_neither_lead_knows_are_drawn_anew_and_nothing_that_either_sees_changes() {
    let before = at_a_table();
    let mut after = before.clone();
    after.turn_luck(1, Anew::DiceAndHidden);
    let text = Teller::new(Text::default().into(), before.scenario().clone());
    for seat in Seat::BOTH {
        let seen = |game: &Game| {
            let sight = Sight::of(game, seat);
            let deals = game.state().deals.values().filter(|deal| deal.outcome.is_none());
            let deal =
                |deal: &Deal| (sight.request(deal.id), sight.fit(deal), sight.champion(deal), sight.chance(deal));
            (deals.map(deal).collect::<Vec<_>>(), debt_ledger(game, &text))
        };
        assert_eq!(format!("{:?}", seen(&before)), format!("{:?}", seen(&after)));
    }
    let hidden = |game: &Game| {
        let asks = game.state().deals.values().filter_map(|deal| deal.ask.as_ref()).map(|ask| ask.effort);
        asks.chain(game.state().customers.values().map(|customer| customer.fit)).collect::<Vec<_>>()
    };
    let same = hidden(&before).iter().zip(&hidden(&after)).filter(|(before, after)| before == after).count();
    assert!(same * 2 < hidden(&before).len(), "most of what nobody knows is another: {same}");
}

#[test]
fn what_is_drawn_anew_is_as_likely_as_the_rules_say_and_what_was_found_out_stays() {
    let before = at_a_table();
    let rules = &before.scenario().rules;
    let found = |deal: &Deal, fact: fn(DealId) -> Fact| {
        Seat::BOTH.iter().any(|&seat| before.state().knows(seat, fact(deal.id)))
    };
    let (mut breaks, mut has, mut grown, mut kept) = (Stats::default(), Stats::default(), Stats::default(), 0);
    for luck in 0..200 {
        let mut game = before.clone();
        game.turn_luck(luck, Anew::DiceAndHidden);
        for deal in game.state().deals.values().filter(|deal| deal.outcome.is_none()) {
            let was = &before.state().deals.get(&deal.id).unwrap();
            has.push(f64::from(u8::from(deal.competitor_has == deal.competitor_heard)));
            let Some((ask, ask_was)) = deal.ask.as_ref().zip(was.ask.as_ref()) else { continue };
            grown.push(ask.effort / ask.effort_estimate);
            if found(deal, Fact::Dealbreaker) {
                assert_eq!(ask.dealbreaker, ask_was.dealbreaker, "a known dealbreaker stays");
                kept += 1;
            } else {
                breaks.push(f64::from(u8::from(ask.dealbreaker)));
            }
            if found(deal, Fact::Fit) {
                assert_eq!(deal.fit.to_bits(), was.fit.to_bits(), "a known fit stays");
            }
        }
    }
    assert!(kept > 0, "somebody found out about a dealbreaker");
    let about = |stats: Stats, expected: f64| (stats.mean() - expected).abs() < 4.0 * stats.error();
    assert!(about(breaks, rules.dealbreaker_chance), "{breaks:?}");
    assert!(about(has, 0.7), "what sales hears is right in seven of ten: {has:?}");
    assert!(about(grown, rules.effort_bias), "{grown:?}");
}

#[test]
fn the_same_decision_is_worth_the_same_in_every_future() {
    let session = played("quadrant");
    for [same, _] in cards(&session, Response::Decline).into_iter().step_by(5) {
        let fork = Fork::at(session.run(), session.game(), same.decision).unwrap();
        let apart = apart(&fork, &Futures::of(&fork, 8), &same).unwrap();
        assert_eq!((apart.difference.mean(), apart.difference.error(), apart.better + apart.worse), (0.0, 0.0, 0));
    }
}

#[test]
fn futures_differ_from_one_another_and_from_the_run() {
    let session = played("quadrant");
    let [same, _] = cards(&session, Response::Decline).remove(0);
    let fork = Fork::at(session.run(), session.game(), same.decision).unwrap();
    let ends: Vec<String> = (0..4).map(|luck| fork.with_luck(luck, Anew::Dice, &[]).unwrap().game.hash()).collect();
    assert!(ends.iter().all(|end| *end != session.game().hash()));
    assert!((1..4).all(|luck| ends[luck] != ends[luck - 1]));
    assert_eq!(ends[2], fork.with_luck(2, Anew::Dice, &[]).unwrap().game.hash());
}

#[test]
fn a_difference_is_told_with_its_error_and_the_futures_in_which_it_is_a_gain() {
    let session = played("accept-all");
    let [_, decline] = cards(&session, Response::Decline).remove(0);
    let fork = Fork::at(session.run(), session.game(), decline.decision).unwrap();
    let apart = apart(&fork, &Futures::of(&fork, 40), &decline).unwrap();
    assert_eq!(apart.difference.count(), 40);
    assert!(apart.better + apart.worse <= 40 && apart.difference.error() > 0.0);
    assert!(apart.better > 0 && apart.worse > 0, "{apart:?}");
}
