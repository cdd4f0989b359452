//! The game in the terminal, played by scripts.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::PathBuf;
use std::sync::Arc;

use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::play::HotSeat;
use off_roadmap::run::{Chair, Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{Answer, By, DecisionKind, Phase, ProductMove, Response, SalesMove};
use off_roadmap::terminal::{Screen, play};
use off_roadmap::text::Text;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scenarios/minimal.ron");

pub(super) fn session(path: Option<PathBuf>) -> HotSeat {
    session_with(None, path)
}

fn session_with(partner: Option<Chair>, path: Option<PathBuf>) -> HotSeat {
    let scenario = Shelf::built_in().load(FIXTURE).unwrap();
    let team = Team { name: "Juniper".to_owned(), product: "Ana".to_owned(), sales: "Ben".to_owned(), partner };
    HotSeat::new(Session::new(Arc::new(scenario), 7, team, path))
}

fn by_lines(game: &mut HotSeat, script: &str, screen: Screen) -> String {
    let mut output = Vec::new();
    play(game, &Text::default(), &mut script.as_bytes(), &mut output, screen).unwrap();
    String::from_utf8(output).unwrap()
}

fn played(script: &str) -> (HotSeat, String) {
    let mut session = session(None);
    let output = by_lines(&mut session, script, Screen::script());
    (session, output)
}

#[test]
fn the_end_of_the_input_plays_a_game_to_its_debrief() {
    let (session, output) = played("");
    assert_eq!(session.game().state().phase, Phase::Ended);
    assert!(output.contains("Debrief · Juniper"), "{output}");
    assert!(!output.contains('⟨'), "{output}");
}

#[test]
fn the_seed_is_told_at_the_beginning_and_at_the_end() {
    let (_, output) = played("");
    assert!(output.matches("Seed 7: everybody who plays this scenario with it").count() == 2, "{output}");
    let (_, output) = played("\nquit\n");
    assert!(output.trim_end().lines().rev().take(4).any(|line| line.starts_with("Seed 7:")), "{output}");
}

#[test]
fn empty_lines_alone_play_a_game_to_its_debrief() {
    let (by_lines, _) = played(&"\n".repeat(400));
    let (by_end, _) = played("");
    assert_eq!(by_lines.game().hash(), by_end.game().hash());
}

#[test]
fn what_became_of_demand_is_drawn_before_it_is_told() {
    let (_, output) = played("");
    let (before, after) = output.split_once("Which curve do you remember?").expect("it is asked");
    assert!(before.contains("4. It rose and fell") && !before.contains("Asks per hundred deals"), "{before}");
    assert!(after.contains("came because of what you had said yes to before") && !after.contains("sketch"), "{after}");
    let prompts = before.matches("> \n").count() + before.matches("Press Enter to continue. \n").count();
    let (_, output) = played(&("\n".repeat(prompts) + "7\n3\n"));
    let after = output.split("Which curve do you remember?").last().expect("it is asked again");
    assert!(output.contains("“7” is none of these curves") && after.contains("asked  sketch"), "{output}");
}

#[test]
fn a_script_makes_decisions_and_they_count() {
    let script = "\n\n\
        roadmap 50\nrepair 15\nmove vision\nmove track\n\
        undo\nmove funnel\n?\nshow\ndone\n\
        push 1\nmove bring 1\nmove 7 1\nmove 7 1\ntarget 70 30\ndone\n";
    let (session, output) = played(script);
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
    let nonsense = "xyzzy\n\nxyzzy\nroadmap 9999999999999\nmove\nmove 0\nmove 999\npush -1\ntarget 1 2 3\n\
        defend\nby 9\n0\n-1\n1 1 1 1\n\u{1F600}\nroadmap 33\ndone\n";
    let (session, output) = played(&nonsense.repeat(60));
    assert_eq!(session.game().state().phase, Phase::Ended);
    for sentence in ["“xyzzy” is not a command here.", "“xyzzy” does nothing here"] {
        assert!(output.contains(sentence), "{sentence}: {output}");
    }
}

/// The lines up to the first card: both briefings, two plans with a prospect call, the house quadrant.
const TO_FIRST_CARD: &str = "\n\nmove prospect belmont\ndone\nmove bring belmont\ndone\n4 5\ndone\n";

fn answers(session: &HotSeat) -> Vec<(By, Answer)> {
    let answer = |kind: &DecisionKind| match kind {
        DecisionKind::Answer(_, answer) => Some(*answer),
        _ => None,
    };
    let decisions = session.game().state().decisions.iter();
    decisions.filter_map(|decision| Some((decision.by, answer(&decision.kind)?))).collect()
}

#[test]
fn a_call_that_sales_prepared_finds_the_need_and_opens_an_answer() {
    let (session, output) = played(&format!("{TO_FIRST_CARD}3\n1\n3\ndefend strategy\ndone\n"));
    assert!(output.contains("Belmont Bank really needs:"), "{output}");
    let (by, answer) = answers(&session)[0];
    assert_eq!(by, By::Both);
    assert_eq!(answer.response, Response::Simplify);
    assert!(answer.defence.is_some());
    assert_eq!(session.game().state().house.answers[3], Response::Decline);
}

#[test]
fn a_promise_names_its_quarter_and_the_ceo_decides_when_asked() {
    let (session, output) = played(&format!("{TO_FIRST_CARD}6\n6\nby 3\n\n1\n7\nask ceo\n"));
    let answers = answers(&session);
    assert_eq!(answers[0].1.due, Some(Quarter(4)), "{output}");
    assert!(matches!(answers[1].0, By::Ceo(_)), "{output}");
}

#[test]
fn a_blocked_answer_says_why_and_the_table_asks_again() {
    let (session, output) = played(&format!("{TO_FIRST_CARD}1\n1\n8\ndefend vision\n7\nask ceo\ndone\n"));
    assert!(output.contains("! Nothing built so far covers it."), "{output}");
    assert!(output.contains("! You have no Vision evidence"), "{output}");
    assert!(output.contains("! You agree; there is nothing for the CEO to decide."), "{output}");
    assert_eq!(answers(&session)[0].1.response, Response::Decline);
}

#[test]
fn a_person_hands_private_pages_over_and_nobody_else_is_asked_to() {
    let person = by_lines(&mut session(None), "\n\n\n\nquit\n", Screen::person());
    assert!(person.contains("Next: Ana (Product Lead)."), "{person}");
    assert!(person.contains("Next: Ben (Sales Lead)."), "{person}");
    assert!(person.contains("\x1b[2J"));
    let first = person.split("\x1b[2J").next().unwrap();
    assert!(first.contains("Two leads run one company") && first.contains("Next: Ana"), "it stays to be read: {first}");
    let (_, script) = played("");
    assert!(!script.contains("looks away") && !script.contains('\x1b'), "{script}");
}

#[test]
fn a_person_who_closes_the_input_leaves_a_saved_game_that_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("juniper.run.ron");
    let mut game = session(Some(path.clone()));
    let output = by_lines(&mut game, "\n\n\n\n", Screen::person());
    assert!(output.contains("You left the game. It is saved in"), "{output}");
    assert_eq!(game.game().state().phase, Phase::Plan);
    let scenario = game.game().scenario().clone();
    let mut again = HotSeat::new(Session::open(&path, |_| Ok(scenario.clone())).unwrap());
    let rest = by_lines(&mut again, "", Screen::script());
    assert!(rest.contains("The run is saved in"), "{rest}");
    let (whole, _) = played("");
    assert_eq!(again.game().hash(), whole.game().hash());
}

#[test]
fn a_signature_is_taken_back_until_the_other_side_has_the_machine() {
    let mut game = session(None);
    // Both briefings, the plan of sales, and the machine goes to product.
    let lines = "\n\n\n\ntarget 50 50\ndone\nundo\ndone\n\nundo\n";
    let output = by_lines(&mut game, lines, Screen::person());
    assert_eq!(output.matches("The signature is taken back.").count(), 1, "{output}");
    assert_eq!(output.matches("There is nothing to take back.").count(), 1, "by product\n{output}");
    let signed = game.session().run().to_text();
    assert_eq!(signed.matches("PlanSales").count(), 1, "{signed}");
    assert!(signed.contains("target: [50, 50]"), "it is the draft again, and signed again: {signed}");
}

#[test]
fn a_person_who_closes_the_input_over_a_draft_is_told_that_it_is_not_saved() {
    let lost = "What you changed here was not signed";
    let output = by_lines(&mut session(None), "\n\n\n\ntarget 50 50\n", Screen::person());
    assert!(output.contains(lost), "{output}");
    let output = by_lines(&mut session(None), "\n\n\n\n", Screen::person());
    assert!(!output.contains(lost), "nothing was changed: {output}");
}

#[test]
fn an_empty_line_after_the_warning_of_an_unsigned_plan_stays_and_signs_nothing() {
    let mut game = session(None);
    let output = by_lines(&mut game, "\n\n\n\ntarget 50 50\nquit\n\n", Screen::person());
    assert!(output.contains("What you changed here is not signed"), "{output}");
    assert!(!game.session().run().to_text().contains("PlanSales"), "{output}");
}

#[test]
fn a_run_that_cannot_be_saved_is_told_once_and_goes_on() {
    let mut game = session(Some(PathBuf::from("/proc/no/such/folder/juniper.run.ron")));
    let output = by_lines(&mut game, "", Screen::script());
    assert_eq!(game.game().state().phase, Phase::Ended);
    let told = output.lines().filter(|line| line.starts_with("! ") && line.contains("/proc/no/such"));
    assert_eq!(told.count(), 1, "{output}");
}

/// The lines up to the answer of the first card, with stances that differ: both briefings, two plans, the house,
/// Product declines, Sales builds.
const TO_DIFFERING_STANCES: &str = "\n\n\n\n\n7\n1\n";

#[test]
fn where_the_stances_differ_an_empty_line_of_a_person_signs_nothing_and_one_of_a_script_asks_the_ceo() {
    let (by_script, output) = played(&format!("{TO_DIFFERING_STANCES}\n"));
    assert!(output.contains("Both sign [ask ceo] >"), "{output}");
    assert!(matches!(answers(&by_script)[0].0, By::Ceo(_)), "{output}");

    // People hand the machine over, which takes an extra Enter every time.
    let mut game = session(None);
    let to_table = "\n\n".repeat(2) + "\n" + "\n\n" + "\n\n" + "\n7\n7\n7\n\n" + "\n1\n1\n1\n\n" + "\n";
    let output = by_lines(&mut game, &format!("{to_table}\n\ndone\n7\n\nquit\n"), Screen::person());
    let told = output.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("You disagree: an answer by its number, or `ask ceo` > ! You disagree"), "{output}");
    let answered = answers(&game);
    assert_eq!(answered.len(), 1, "{output}");
    assert_eq!((answered[0].0, answered[0].1.response), (By::Both, Response::Decline), "what was chosen by its number");
}

#[test]
fn a_letter_of_the_ceo_stands_as_a_block_and_says_whom_the_ceo_heard_and_what_it_cost() {
    let (session, output) = played(&format!("{TO_DIFFERING_STANCES}ask ceo\n"));
    let letter: Vec<&str> = output.lines().filter(|line| line.starts_with("  │ ")).collect();
    let by = answers(&session)[0].0;
    let heard = if by == By::Ceo(Seat::Sales) { "I side with Ben" } else { "I side with Ana" };
    for words in ["To Ana and Ben", "What Ana wanted: Decline", "What Ben wanted: Build as asked", heard, "Trust −5"]
    {
        assert!(letter.iter().any(|line| line.contains(words)), "{words}: {letter:#?}");
    }
}

#[test]
fn a_person_who_asks_the_ceo_is_asked_whether_that_is_meant() {
    let to_table = "\n\n".repeat(2) + "\n" + "\n\n" + "\n\n" + "\n7\n7\n7\n\n" + "\n1\n1\n1\n\n" + "\n";
    let asking = |answer: &str| {
        let mut game = session(None);
        let output = by_lines(&mut game, &format!("{to_table}ask ceo\n{answer}\nquit\n"), Screen::person());
        (answers(&game).len(), output.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let (none, output) = asking("");
    assert_eq!(none, 0, "{output}");
    assert!(output.contains("nobody can take that back (trust −5)"), "{output}");
    let (one, output) = asking("yes");
    assert_eq!(one, 1, "{output}");
}

#[test]
fn a_stance_that_is_locked_at_the_table_is_refused_with_its_reason() {
    // Nobody has made a prospect call, so the card cannot be answered with *simplify*.
    let (session, output) = played("\n\n\n\n\n3\n7\n7\n");
    assert!(output.contains("! The need is hearsay so far."), "{output}");
    assert_eq!(answers(&session)[0].1.response, Response::Decline, "{output}");
}

#[test]
fn two_people_hand_the_machine_over_five_times_in_a_quarter() {
    let mut game = session(None);
    let output = by_lines(&mut game, &"\n7\n".repeat(40), Screen::person());
    // Both leads come together for the house, and again for the answers and the close.
    let first = output.split("Both leads, please.").take(2);
    assert_eq!(first.map(|part| part.matches("Next: ").count()).sum::<usize>(), 5, "{output}");
}

/// A game with a person as the Sales Lead beside a Product Lead who declines everything.
fn beside_a_refuser() -> HotSeat {
    session_with(Some(Chair { seat: Seat::Product, persona: "decline-all".to_owned() }), None)
}

#[test]
fn one_person_plays_with_a_computer_partner_who_gives_reasons() {
    let mut game = beside_a_refuser();
    // An empty line signs nothing if the stances differ.
    let output = by_lines(&mut game, &"\n7\n".repeat(300), Screen::person());
    assert_eq!(game.game().state().phase, Phase::Ended, "{output}");
    assert!(output.contains("Ana (Product Lead): I will sign “Decline”."), "{output}");
    let note = &game.game().scenario().specials[0].product_note;
    let told = output.find(note.as_str()).expect("the partner tells what it was told in private");
    assert!(output[..told].contains("I will sign"), "not before its stance lies on the table");
    assert!(!output.contains("looks away"));
}

#[test]
fn a_partner_who_insists_leaves_it_to_the_ceo() {
    let mut game = beside_a_refuser();
    let output = by_lines(&mut game, "\n\n\n1\n1\ndone\n1\ndone\n", Screen::script());
    assert!(output.contains("We do not agree. Let the CEO decide."), "{output}");
    assert!(answers(&game).iter().any(|(by, _)| matches!(by, By::Ceo(_))), "{output}");
    assert_eq!(game.game().state().phase, Phase::Ended);
}

#[test]
fn a_person_who_leaves_a_game_that_cannot_be_saved_is_asked_for_another_folder() {
    let dir = tempfile::tempdir().unwrap();
    let (blocked, other) = (dir.path().join("file"), dir.path().join("other"));
    std::fs::write(&blocked, "in the way").unwrap();
    let mut game = session(Some(blocked.join("a.run.ron")));
    // Take the machine, read, leave; an empty line tries again, then a folder is typed.
    let output = by_lines(&mut game, &format!("\n\n\nquit\n\n{}\n", other.display()), Screen::person());
    assert!(output.contains("The game is not saved. Where should it go?"), "{output}");
    assert_eq!(output.matches("A number or a folder").count(), 2, "{output}");
    let saved = game.session().saved_at().expect("it is saved now").to_path_buf();
    assert!(saved.starts_with(&other) && output.contains("It is saved in"), "{output}");
    let mut numbered = session(Some(blocked.join("a.run.ron")));
    let output = by_lines(&mut numbered, "\n\n\nquit\n99\nquit\n", Screen::person());
    assert!(
        numbered.session().unsaved() && output.contains("“99”"),
        "a number that is not in the list is no folder: {output}"
    );
    let mut lost = session(Some(blocked.join("a.run.ron")));
    let output = by_lines(&mut lost, "\n\n\nquit\nquit\n", Screen::person());
    assert!(lost.session().unsaved() && output.contains("cannot be saved"), "{output}");
    let output = by_lines(&mut lost, "quit\n", Screen::script());
    assert!(!output.contains("Where should it go?"), "a script is not asked");
}
