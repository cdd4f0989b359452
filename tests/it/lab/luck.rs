//! Separating luck from decisions: the same decision in many futures.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use off_roadmap::lab::{Futures, apart};
use off_roadmap::policy;
use off_roadmap::run::{Fork, Otherwise, Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{Answer, By, Deal, DecisionKind, Game, Response};

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
    after.turn_luck(1);
    let dice = |game: &Game| game.state().deals.values().map(|deal| deal.die).collect::<Vec<_>>();
    assert!(dice(&before).iter().zip(&dice(&after)).all(|(before, after)| before != after));
    let shown =
        |game: &Game| game.state().deals.values().map(|deal| Deal { die: 0.0, ..deal.clone() }).collect::<Vec<_>>();
    assert_eq!(shown(&before), shown(&after));
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
    let ends: Vec<String> = (0..4).map(|luck| fork.with_luck(luck, None).unwrap().game.hash()).collect();
    assert!(ends.iter().all(|end| *end != session.game().hash()));
    assert!((1..4).all(|luck| ends[luck] != ends[luck - 1]));
    assert_eq!(ends[2], fork.with_luck(2, None).unwrap().game.hash());
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
