//! What if: one decision of a run is changed, and the rest stays as it was signed.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use off_roadmap::ids::Quarter;
use off_roadmap::policy;
use off_roadmap::run::{Otherwise, RunFile, Session, Team, branch, replay, what_if};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{Answer, By, Decision, DecisionKind, Phase, Quantity, Response};

/// A finished run of a policy in the scale-up.
fn played(policy: &str, seed: u64) -> Session {
    played_in("scale-up", policy, seed)
}

fn played_in(scenario: &str, policy: &str, seed: u64) -> Session {
    let scenario = Arc::new(Shelf::built_in().load(scenario).unwrap());
    let mut session = Session::new(scenario.clone(), seed, Team::named("Blue", &scenario), None);
    session.play_by(policy::by_id(policy).unwrap());
    session
}

/// A change that replaces a decision.
fn instead(decision: &Decision, kind: DecisionKind) -> Otherwise {
    Otherwise { decision: decision.id, to: Some(kind) }
}

/// A change of the answer to a card.
fn answered(decision: &Decision, response: Response) -> Otherwise {
    let DecisionKind::Answer(deal, _) = decision.kind else { panic!("it is a card") };
    instead(decision, DecisionKind::Answer(deal, Answer::plain(response)))
}

/// The answers that both leads signed, each with a change that repeats it.
fn answers(session: &Session) -> Vec<(&Decision, Otherwise)> {
    let change = |decision: &Decision| match decision.kind {
        DecisionKind::Answer(..) if decision.by == By::Both => Some(instead(decision, decision.kind.clone())),
        _ => None,
    };
    let decisions = session.game().state().decisions.iter();
    decisions.filter_map(|decision| Some((decision, change(decision)?))).collect()
}

#[test]
fn the_same_answer_again_leads_to_the_same_end() {
    let session = played("bridge", 7);
    let answers = answers(&session);
    assert!(answers.len() > 10);
    for (_, change) in answers {
        let again = what_if(session.run(), session.game(), &change).unwrap();
        assert_eq!(again.game.hash(), session.game().hash());
        assert_eq!((again.dropped.len(), again.stood_in.len()), (0, 0));
    }
}

#[test]
fn another_answer_stands_in_the_other_run_and_all_before_it_is_the_same() {
    let session = played("accept-all", 7);
    for (decision, _) in answers(&session) {
        let DecisionKind::Answer(deal, _) = decision.kind else { continue };
        let decline = answered(decision, Response::Decline);
        let other = what_if(session.run(), session.game(), &decline).unwrap().game;
        let settled = other.state().deals.get(&deal).unwrap().ask.as_ref().unwrap().answer.unwrap();
        assert_eq!((settled.answer.response, settled.by), (Response::Decline, By::Both));
        let before = |record: &&off_roadmap::sim::Record| record.quarter < decision.quarter;
        let (ours, theirs) = (&session.game().state().history, &other.state().history);
        assert!(ours.iter().take_while(before).eq(theirs.iter().take_while(before)));
        assert_eq!(other.state().phase, Phase::Ended);
    }
}

#[test]
fn every_kind_of_decision_can_go_otherwise() {
    let session = played("quadrant-proactive", 7);
    let (state, mut kinds) = (session.game().state(), [0; 5]);
    for decision in &state.decisions {
        let kind = match decision.kind {
            DecisionKind::Product(_) => 0,
            DecisionKind::Sales(_) | DecisionKind::Push(_) => 1,
            DecisionKind::Allocation(_) => 2,
            DecisionKind::Target(_) => 3,
            DecisionKind::House(_) => 4,
            DecisionKind::Answer(..) => continue,
        };
        let ways = Otherwise::of(session.game(), decision);
        assert!(!ways.is_empty() && ways.iter().all(|way| way.to.as_ref() != Some(&decision.kind)));
        // Check one way per decision, because checking all would take too long.
        let way = &ways[decision.id.index() % ways.len()];
        let Some(other) = what_if(session.run(), session.game(), way) else { continue };
        let same = |made: &&Decision| made.quarter == decision.quarter && made.kind == decision.kind;
        assert!(!other.game.state().decisions.iter().any(|made| same(&made)), "{decision:?}");
        assert_eq!(other.game.state().phase, Phase::Ended);
        kinds[kind] += 1;
    }
    assert!(kinds.iter().all(|&count| count > 3), "{kinds:?}");
}

#[test]
fn what_cannot_be_done_any_more_and_what_nobody_decided_is_named() {
    let (mut dropped, mut stood_in, mut changed) = (0, 0, 0);
    for seed in 1..3 {
        let session = played("bridge", seed);
        let (scenario, state) = (session.game().scenario(), session.game().state());
        for decision in &state.decisions {
            let change = match decision.kind {
                DecisionKind::Answer(..) => answered(decision, Response::BuildAsAsked),
                _ => Otherwise { decision: decision.id, to: None },
            };
            let Some(other) = what_if(session.run(), session.game(), &change) else { continue };
            changed += 1;
            dropped += other.dropped.len();
            stood_in += other.stood_in.len();
            for id in &other.dropped {
                // It was decided in the same quarter or later, and is not decided in the changed run.
                let lost = &state.decisions[id.index()];
                assert!(lost.quarter >= decision.quarter);
                let same = |other: &Decision| other.quarter == lost.quarter && other.kind == lost.kind;
                assert!(!other.game.state().decisions.iter().any(same), "{lost:?}");
            }
            for (quarter, deal) in &other.stood_in {
                assert!(quarter.0 <= scenario.meta.quarters);
                let answered = other.game.state().deals.get(deal).and_then(|deal| deal.ask.as_ref()?.answer);
                assert!(answered.is_some());
            }
        }
    }
    assert!(changed > 100 && dropped > 0 && stood_in > 0, "{changed} {dropped} {stood_in}");
}

#[test]
fn an_answer_that_was_not_possible_is_no_what_if() {
    let session = played("accept-all", 7);
    let (first, _) = answers(&session)[0];
    for response in [Response::AlreadyHave, Response::RoadmapPromise] {
        let change = answered(first, response);
        assert!(what_if(session.run(), session.game(), &change).is_none(), "{response:?}");
    }
}

#[test]
fn a_run_that_went_bankrupt_is_played_on_by_the_stand_in() {
    let found = (1..20).find_map(|seed| {
        let session = played_in("hungry-series-a", "decline-all", seed);
        let state = session.game().state();
        let saved = |decision: &Decision| {
            let ways = Otherwise::of(session.game(), decision);
            let other = ways.iter().find_map(|way| what_if(session.run(), session.game(), way))?.game;
            (!other.state().insolvent).then_some(other)
        };
        let other = if state.insolvent { state.decisions.iter().find_map(saved)? } else { return None };
        Some((session.game().state().history.len(), other))
    });
    let (quarters, other) = found.expect("one of these companies can be saved by one decision");
    assert!(other.state().history.len() > quarters);
    assert!(other.state().get(Quantity::Cash) >= 0.0);
}

#[test]
fn a_branch_is_a_run_of_its_own_that_can_be_verified_and_says_where_it_left() {
    let session = played("accept-all", 7);
    let (decision, _) = answers(&session).into_iter().find(|(decision, _)| decision.quarter.0 == 3).unwrap();
    let change = answered(decision, Response::Decline);
    let other = what_if(session.run(), session.game(), &change).unwrap();
    let branch = branch(session.run(), session.game(), &change, "Q3: Decline (Blue)").unwrap();
    assert_eq!(branch.game().hash(), other.game.hash());
    assert_eq!((branch.again_from(), branch.team().name.as_str()), (Some(Quarter(3)), "Q3: Decline (Blue)"));
    let read = RunFile::parse(&branch.run().to_text()).unwrap();
    assert!(read.sealed());
    assert_eq!(replay(&read, session.game().scenario()).unwrap().game.hash(), other.game.hash());
    // Cards that the stand-in answered, if any, are marked as its own.
    let marked = read.quarters.iter().any(|log| !log.signed_by.is_empty());
    assert_eq!(marked, !other.stood_in.is_empty(), "{:?}", other.stood_in);
}

#[test]
fn a_branch_of_a_branch_has_both_changes() {
    let session = played("accept-all", 7);
    let (first, _) = answers(&session).into_iter().find(|(decision, _)| decision.quarter.0 == 2).unwrap();
    let once = branch(session.run(), session.game(), &answered(first, Response::Decline), "one").unwrap();
    let decisions = &once.game().state().decisions;
    let card =
        |made: &&Decision| made.quarter.0 == 5 && matches!(made.kind, DecisionKind::Answer(..)) && made.by == By::Both;
    let second = decisions.iter().find(card).unwrap();
    let twice = branch(once.run(), once.game(), &answered(second, Response::Decline), "two").unwrap();
    assert_eq!(twice.again_from(), Some(Quarter(2)), "the earlier one counts");
    let declined = |quarter: u8| {
        twice.game().state().decisions.iter().any(|made| {
            made.quarter.0 == quarter
                && matches!(made.kind, DecisionKind::Answer(_, answer) if answer.response == Response::Decline)
        })
    };
    assert!(declined(2) && declined(5));
}
