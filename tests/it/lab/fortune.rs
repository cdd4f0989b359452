//! Luck and skill in a run: start, decisions and luck add up, and luck comes to nothing on average.

use off_roadmap::lab::{Fortune, PLAYS_ON, Stats};
use off_roadmap::policy::Altered;
use off_roadmap::run::Session;
use off_roadmap::sim::Response;
use off_roadmap::sim::formula::value;

use super::{by, played};

/// Futures that are enough for a test of many runs.
const FEW: u64 = 4;

fn fortune(session: &Session, futures: u64) -> Fortune {
    Fortune::over(session.run(), session.game(), futures)
}

#[test]
fn start_decisions_and_luck_add_up_to_the_result_and_so_do_the_quarters() {
    for id in ["accept-all", "quadrant-proactive", "random"] {
        let session = played(by(id), 7);
        let fortune = fortune(&session, 8);
        let result = value(session.game().scenario(), session.game().state()).total;
        assert!((fortune.result - result).abs() < 0.01);
        let sum = fortune.start.mean() + fortune.decisions.mean() + fortune.luck.mean();
        assert!((sum - result).abs() < 1.0, "{id}: {sum} {result}");
        let quarters = |of: fn(&off_roadmap::lab::QuarterFortune) -> Stats| -> f64 {
            fortune.quarters.iter().map(|(_, quarter)| of(quarter).mean()).sum()
        };
        assert!((quarters(|it| it.luck) - fortune.luck.mean()).abs() < 1.0, "{id}");
        assert!((quarters(|it| it.decisions) - fortune.decisions.mean()).abs() < 1.0, "{id}");
        let numbers: Vec<u8> = fortune.quarters.iter().map(|(quarter, _)| quarter.0).collect();
        assert_eq!(numbers, (1..=9).collect::<Vec<u8>>(), "the echo year counts as the ninth quarter");
    }
}

#[test]
fn luck_comes_to_nothing_on_average_whoever_plays() {
    // Three standard errors: one in a hundred such tests would fail for three strategies if the seeds were not fixed.
    for id in ["accept-all", "quadrant-proactive", "random"] {
        let luck: Stats = (0..100).map(|seed| fortune(&played(by(id), seed), FEW).luck.mean()).collect();
        assert!(luck.mean().abs() < 3.0 * luck.error(), "{id}: {luck:?}");
    }
}

#[test]
fn the_strategy_that_plays_on_has_decided_nothing_else_than_itself() {
    for seed in 0..4 {
        let fortune = fortune(&played(PLAYS_ON, seed), FEW);
        assert!(fortune.decisions.mean().abs() < 1.0, "{seed}: {:?}", fortune.decisions);
        assert!(fortune.luck.error() > 0.0);
    }
}

#[test]
fn one_bad_quarter_is_found_in_that_quarter_and_luck_does_not_take_the_blame() {
    let lapse = Altered {
        answers: Some(|sight, _, answers| if sight.quarter() == 3 { vec![Response::BuildAsAsked] } else { answers }),
        ..Altered::of(PLAYS_ON)
    };
    for seed in 0..4 {
        let fortune = fortune(&played(&lapse, seed), FEW);
        for (quarter, it) in &fortune.quarters {
            let decided = it.decisions.mean().abs() > 1.0;
            assert!(!decided || quarter.0 == 3, "{seed} {quarter:?}: {:?}", it.decisions);
        }
    }
}

#[test]
fn the_falls_that_are_named_are_those_furthest_from_what_was_to_be_expected() {
    let fortune = fortune(&played(by("quadrant"), 7), 32);
    assert_eq!(fortune.falls.len(), 3);
    let surprises: Vec<f64> = fortune.falls.iter().map(|fall| fall.surprise().abs()).collect();
    assert!(surprises.is_sorted_by(|one, other| one >= other), "{surprises:?}");
    for fall in &fortune.falls {
        assert!((0.0..=1.0).contains(&fall.chance) && fall.arr > 0.0 && fall.quarter.0 > 0, "{fall:?}");
        assert_eq!(fall.good, fall.surprise() > 0.0, "{fall:?}");
    }
}

#[test]
fn the_same_run_has_the_same_luck_whenever_it_is_asked() {
    let session = played(by("bridge"), 3);
    assert_eq!(fortune(&session, FEW), fortune(&session, FEW));
}
