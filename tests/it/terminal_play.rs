//! The game by lines, played by scripts.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{DecisionKind, Phase, ProductMove, SalesMove};
use off_roadmap::terminal::play;
use off_roadmap::text::Text;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scenarios/minimal.ron");

fn played(script: &[u8]) -> (Session, String) {
    let scenario = Shelf::built_in().load(FIXTURE).unwrap();
    let mut session = Session::new(Arc::new(scenario), 7, Team { name: "Juniper".to_owned(), ..Team::default() }, None);
    let mut output = Vec::new();
    let mut input = script;
    play(&mut session, &Text::default(), &mut input, &mut output, false).unwrap();
    (session, String::from_utf8(output).unwrap())
}

#[test]
fn the_end_of_the_input_plays_a_game_to_its_debrief() {
    let (session, output) = played(b"");
    assert_eq!(session.game().state().phase, Phase::Ended);
    assert!(output.contains("Debrief · Juniper"), "{output}");
    assert!(!output.contains('⟨'), "{output}");
}

#[test]
fn empty_lines_alone_play_a_game_to_its_debrief() {
    let (by_lines, _) = played("\n".repeat(400).as_bytes());
    let (by_end, _) = played(b"");
    assert_eq!(by_lines.game().hash(), by_end.game().hash());
}

#[test]
fn a_script_makes_decisions_and_they_count() {
    let script = "\n\n\
        roadmap 50\nrepair 15\nmove vision\nmove track\n\
        undo\nmove funnel\n?\nshow\ndone\n\
        push 1\nmove bring 1\ntarget 70 30\ndone\n";
    let (session, output) = played(script.as_bytes());
    let decided = |wanted: &dyn Fn(&DecisionKind) -> bool| {
        session.game().state().decisions.iter().any(|decision| decision.quarter.0 == 1 && wanted(&decision.kind))
    };
    assert!(decided(&|kind| matches!(kind, DecisionKind::Allocation(split) if split.roadmap == 50)), "{output}");
    assert!(decided(&|kind| matches!(kind, DecisionKind::Product(ProductMove::PublishVision))));
    assert!(!decided(&|kind| matches!(kind, DecisionKind::Product(ProductMove::TrackSpecials))));
    assert!(decided(&|kind| matches!(kind, DecisionKind::Push(_))));
    assert!(decided(&|kind| matches!(kind, DecisionKind::Sales(SalesMove::BringProductIn(_)))));
    assert!(decided(&|kind| matches!(kind, DecisionKind::Target(target) if target == &[70, 30])));
    assert_eq!(session.game().state().phase, Phase::Ended);
}

#[test]
fn input_that_means_nothing_gets_one_sentence_and_the_game_goes_on() {
    let nonsense = "xyzzy\nroadmap 9999999999999\nmove\nmove 0\nmove 999\npush -1\ntarget 1 2 3\n\
        defend\nby 9\n0\n-1\n1 1 1 1\n\u{1F600}\nroadmap 33\ndone\n";
    let (session, output) = played(nonsense.repeat(60).as_bytes());
    assert_eq!(session.game().state().phase, Phase::Ended);
    assert!(output.contains("“xyzzy” is no command here."), "{output}");
}
