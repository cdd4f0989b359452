//! Which decisions and habits of a run could have been better.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use off_roadmap::lab::{Choice, Gain, Habit, Instead, MEASURED, Point, Stats, Verdict, tried, verdicts};
use off_roadmap::policy::Altered;
use off_roadmap::run::{Fork, Session};
use off_roadmap::sim::formula::value;
use off_roadmap::sim::{Anew, Decision, DecisionKind, Response};

use super::{by, played};

/// What the best other way would have been worth in `count` futures that had no part in finding it.
fn measured(session: &Session, verdict: &Verdict, count: u64) -> Stats {
    let changes = &verdict.ways[0].0.changes;
    let first = changes.iter().map(|change| change.decision).min().unwrap();
    let fork = Fork::at(session.run(), session.game(), first).unwrap();
    let worth = |future: u64, otherwise: &[_]| {
        let game = fork.with_luck((2 << 32) + future, Anew::DiceAndHidden, otherwise).unwrap().game;
        value(game.scenario(), game.state()).total
    };
    (0..count).map(|future| worth(future, changes) - worth(future, &[])).collect()
}

fn mean(verdict: &Verdict) -> f64 {
    verdict.ways[0].1.difference.mean()
}

fn agrees(gain: &Gain, with: &Stats) {
    let apart = (gain.difference.mean() - with.mean()).abs();
    let errors = libm::hypot(gain.difference.error(), with.error());
    assert!(apart < 4.0 * errors, "{gain:?} {with:?}");
}

/// The verdict on a decision that is like this one.
fn on<'a>(session: &Session, all: &'a [Verdict], wanted: impl Fn(&Decision) -> bool) -> Option<&'a Verdict> {
    let decisions = &session.game().state().decisions;
    all.iter().find(|verdict| match verdict.choice {
        Choice::Decision(id) => wanted(&decisions[id.index()]),
        Choice::Habit(_) => false,
    })
}

/// Declines everything, but builds what is asked for in the second quarter.
fn builds_in_the_second_quarter() -> Altered {
    Altered {
        answers: Some(|sight, _, answers| if sight.quarter() == 2 { vec![Response::BuildAsAsked] } else { answers }),
        ..Altered::of(by("decline-all"))
    }
}

#[test]
fn a_card_built_against_all_habit_is_found_with_what_that_cost() {
    let session = played(&builds_in_the_second_quarter(), 7);
    let found = verdicts(session.run(), session.game());
    let built = |made: &Decision| {
        made.quarter.0 == 2
            && matches!(made.kind, DecisionKind::Answer(_, answer) if answer.response == Response::BuildAsAsked)
    };
    let verdict = on(&session, &found.avoidable, built).expect("the mistake is named");
    let instead = &verdict.ways[0].0.instead;
    assert!(matches!(instead, Instead::This(Some(DecisionKind::Answer(..)))), "{instead:?}");
    agrees(&verdict.ways[0].1, &measured(&session, verdict, 160));
}

#[test]
fn who_sits_down_at_the_table_of_a_mistake_again_is_told_that_another_answer_was_better() {
    let session = played(&builds_in_the_second_quarter(), 7);
    let found = verdicts(session.run(), session.game());
    let answered = |point: &&Point| point.then.is_some() && !point.good;
    let point = found.points.iter().find(answered).expect("the mistake is told");
    let then = point.then.as_ref().unwrap();
    assert_eq!(then.game.state().quarter.0, 2, "the table as it was");
    let signed: Vec<_> = then.attempts.iter().filter(|attempt| attempt.signed).collect();
    assert!(matches!(signed[..], [built] if built.answer.response == Response::BuildAsAsked && !built.right));
    let best = then.attempts.iter().max_by(|a, b| a.gain.mean().total_cmp(&b.gain.mean())).unwrap();
    assert!(best.right);
    // The same way and the same amount as in the list of turning points.
    let (way, gain) = &point.verdict.ways[0];
    let Instead::This(Some(DecisionKind::Answer(_, answer))) = &way.instead else { panic!("{way:?}") };
    assert_eq!((answer, gain.difference), (&best.answer, best.gain));
    let order: Vec<_> = then.attempts.iter().map(|attempt| attempt.answer.response).collect();
    assert!(Response::ALL.iter().filter(|response| order.contains(response)).eq(&order), "places tell nothing");
}

#[test]
fn what_came_out_other_than_it_deserved_is_told_first() {
    for (policy, seed) in [("quadrant", 6), ("incentives", 5)] {
        let session = played(by(policy), seed);
        let points = verdicts(session.run(), session.game()).points;
        assert!(points[0].contrary, "{policy}: this run has such a choice");
        assert!(points.is_sorted_by_key(|point| !point.contrary), "{policy}");
        for point in points.iter().filter(|point| point.contrary) {
            let expected = point.verdict.ways[0].1.difference.mean();
            assert!(expected * point.own < 0.0, "{policy}: {expected} on average, {} in this run", point.own);
        }
    }
}

#[test]
fn a_habit_that_no_single_decision_explains_is_found_with_what_it_cost() {
    let session = played(by("accept-all"), 7);
    let found = verdicts(session.run(), session.game());
    let verdict = &found.avoidable[0];
    assert_eq!(verdict.choice, Choice::Habit(Habit::Split), "engineering works on specials quarter after quarter");
    assert_eq!(verdict.ways[0].0.instead, Instead::More(0), "the roadmap starves");
    agrees(&verdict.ways[0].1, &measured(&session, verdict, 160));
    let single = |verdict: &Verdict| matches!(verdict.choice, Choice::Decision(_)).then(|| mean(verdict));
    let largest = found.avoidable.iter().filter_map(single).fold(0.0, f64::max);
    assert!(mean(verdict) > 2.0 * largest, "{} {largest}", mean(verdict));
}

#[test]
fn a_verdict_and_what_if_tell_the_same_figure() {
    let session = played(by("quadrant-proactive"), 7);
    let found = verdicts(session.run(), session.game());
    let single = found.avoidable.iter().find(|verdict| matches!(verdict.choice, Choice::Decision(_))).unwrap();
    let change = &single.ways[0].0.changes[0];
    let made = &session.game().state().decisions[change.decision.index()];
    let tried = tried(session.run(), session.game(), made, MEASURED);
    let same = tried.iter().find(|tried| tried.change == *change).unwrap();
    assert_eq!(same.apart.difference, single.ways[0].1.difference);
}

#[test]
fn the_same_decision_is_never_good_in_one_place_and_bad_in_another() {
    for id in ["accept-all", "quadrant", "bridge"] {
        let session = played(by(id), 3);
        let found = verdicts(session.run(), session.game());
        assert!(found.avoidable.iter().all(|bad| found.merits.iter().all(|good| good.choice != bad.choice)), "{id}");
        assert!(found.avoidable.iter().all(|bad| mean(bad) > 0.0) && found.merits.iter().all(|good| mean(good) < 0.0));
    }
}

#[test]
fn a_race_misses_little_of_what_trying_everything_finds() {
    // Few seeds, because trying everything takes half a minute for each.
    for seed in [0, 2] {
        let session = played(by("random"), seed);
        let found = verdicts(session.run(), session.game());
        let named = found.avoidable.iter().map(mean).fold(0.0, f64::max);
        let every = session.game().state().decisions.iter();
        let every = every.flat_map(|made| tried(session.run(), session.game(), made, MEASURED));
        let best = every.map(|way| way.apart).filter(|way| way.told_from_luck());
        let best = best.map(|way| way.difference.mean()).fold(0.0, f64::max);
        assert!(named > 0.8 * best, "seed {seed}: {named} {best}");
    }
}
