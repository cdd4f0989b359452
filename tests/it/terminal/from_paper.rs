//! What a team decided on paper, typed in box by box.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::play::HotSeat;
use off_roadmap::sim::{Answer, By, DecisionKind, Phase, ProductMove, Response, SalesMove, Step};
use off_roadmap::terminal::{Screen, type_in};
use off_roadmap::text::Text;

use super::play::session;

/// Boxes 1 to 5: a split, the vision and a call to Belmont, a target, two pushes on Belmont, and Product brought in there.
const PLANS: &str = "50 25 15 10\n5, 2 2\n70 30\n2 2\n7 2\n";

fn typed(game: &mut HotSeat, lines: &str) -> String {
    let mut output = Vec::new();
    type_in(game, &Text::default(), &mut lines.as_bytes(), &mut output, Screen::script()).unwrap();
    String::from_utf8(output).unwrap()
}

/// A game whose plans are typed in, and how many cards lie on its table.
fn at_table() -> (HotSeat, usize) {
    let mut game = session(None);
    typed(&mut game, PLANS);
    let cards = game.game().state().cards().len();
    (game, cards)
}

/// Boxes 6 to 10, where both leads would do the same with every card.
fn boxes(cards: usize, product: &str, sales: &str) -> String {
    let all = |answer: &str| vec![answer; cards].join(" ");
    format!("1 2 7 7\n{}\n0.9M 1.2M\n{}\n800k-1.1M\n", all(product), all(sales))
}

fn answers(game: &HotSeat) -> Vec<(By, Answer)> {
    let answer = |kind: &DecisionKind| match kind {
        DecisionKind::Answer(_, answer) => Some(*answer),
        _ => None,
    };
    let decisions = game.game().state().decisions.iter();
    decisions.filter_map(|decision| Some((decision.by, answer(&decision.kind)?))).collect()
}

#[test]
fn a_sheet_typed_in_box_by_box_decides_what_stands_on_it() {
    let (mut game, cards) = at_table();
    let decided = |wanted: &dyn Fn(&DecisionKind) -> bool| {
        game.game().state().decisions.iter().any(|decision| wanted(&decision.kind))
    };
    assert!(decided(&|kind| matches!(kind, DecisionKind::Allocation(split) if split.shares() == [50, 25, 15, 10])));
    assert!(decided(&|kind| matches!(kind, DecisionKind::Product(ProductMove::PublishVision))));
    assert!(decided(&|kind| matches!(kind, DecisionKind::Product(ProductMove::ProspectCall(_)))));
    assert!(decided(&|kind| matches!(kind, DecisionKind::Sales(SalesMove::BringProductIn(_)))));
    assert!(decided(&|kind| matches!(kind, DecisionKind::Target(target) if target == &[70, 30])));
    assert!(decided(&|kind| matches!(kind, DecisionKind::Push(_))));
    let output = typed(&mut game, &format!("{}{}", boxes(cards, "7", "1"), "7 s\nceo\n2\n2\n"));
    assert!(output.contains("2 Belmont Bank") && output.contains("really needs"), "{output}");
    let answers = answers(&game);
    assert_eq!(answers[0].1.response, Response::Decline, "{output}");
    assert!(answers[0].1.defence.is_some() && matches!(answers[1].0, By::Ceo(_)), "{output}");
    let state = game.game().state();
    assert_eq!((state.quarter, state.phase), (Quarter(2), Phase::Plan), "{output}");
    assert_eq!(state.house.answers.map(|answer| answer == Response::Decline), [false, false, true, true]);
    assert!(output.contains("Payslips") && output.contains("Prediction"), "the results can be read out: {output}");
}

#[test]
fn a_quarter_takes_one_line_for_each_box_and_nothing_waits_or_is_hidden() {
    let (mut game, cards) = at_table();
    let rows = "2\n".repeat(cards);
    let output = typed(&mut game, &format!("{}{rows}", boxes(cards, "2", "2")));
    assert_eq!(game.game().state().quarter, Quarter(2), "{output}");
    for waiting in ["Press Enter", "looks away", "Both leads, please"] {
        assert!(!output.contains(waiting), "{output}");
    }
    let prompts = output.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()) && line.contains('>'));
    assert!(prompts.count() <= 6 + cards + 1, "{output}");
}

#[test]
fn the_end_of_the_input_leaves_and_decides_nothing_more() {
    let mut game = session(None);
    typed(&mut game, "50 25 15 10\n");
    let state = game.game().state();
    assert_eq!((state.quarter, state.phase), (Quarter(1), Phase::Plan));
    assert!(state.turn.product_plan.is_none(), "the plan of Product is two boxes");
    typed(&mut game, "\n\n\n\n\n");
    assert_eq!(game.game().state().phase, Phase::Table, "empty boxes of a plan leave what stands");
    let output = typed(&mut game, "\n\n\n");
    let output = output.split_whitespace().collect::<Vec<_>>().join(" ");
    let stances = game.game().steps().into_iter().filter(|step| matches!(step, Step::Stance(Seat::Product, _)));
    assert!(stances.count() > 1 && output.contains("in the order of the cards"), "no stance is made up: {output}");
}

#[test]
fn what_cannot_be_typed_is_told_with_its_reason_and_asked_again() {
    let mut game = session(None);
    let output = typed(
        &mut game,
        "50 25\n33 33 34 0\n\nxyzzy\n99\n2\n2 77\n8 1\n5 5\n\n50 51\n\n77\n2 2 2\n\n11 9\n12\n?\n\n9 9 9 9\n3 3 3 3\n\n",
    );
    for told in [
        "Type four percentages",
        "“xyzzy” is not a number.",
        "There is no move with the number 99.",
        "Move 2 needs the number of its target",
        "Move 2 77 is not possible now",
        "“Publish the vision” stands there twice.",
        "No open deal has the number 77.",
        "Type the numbers of the moves",
        "in the order of the cards",
    ] {
        let words = output.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(told), "{told}: {output}");
    }
}

#[test]
fn undo_goes_back_a_box_and_takes_back_a_signature() {
    let mut game = session(None);
    // Back from the moves to the split; then back from the target to what Product signed.
    typed(&mut game, "60 20 10 10\nundo\n40 40 10 10\n\nundo\n30 50 10 10\n\n\n\n\n");
    assert_eq!(game.game().state().phase, Phase::Table);
    assert_eq!(game.game().state().allocation.shares(), [30, 50, 10, 10]);
}

#[test]
fn a_promise_names_its_quarter_by_its_number_in_the_year() {
    let (mut game, cards) = at_table();
    typed(&mut game, &format!("{}6 q4\n6 by 3\n", boxes(cards, "6", "6")));
    let due: Vec<_> = answers(&game).into_iter().filter_map(|(_, answer)| answer.due).collect();
    assert_eq!(due[..2], [Quarter(4), Quarter(3)]);
}
