//! The order of the steps in a quarter, and what is on the table before anybody signs.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use off_roadmap::ids::{DealId, Seat};
use off_roadmap::sight::Viewer;
use off_roadmap::sim::{
    Answer, By, Command, Phase, ProductPlan, Quantity, Range, Refusal, Response, Rule, SalesMove, Step, check,
};
use off_roadmap::text::Text;
use off_roadmap::view::{self, Door};

use crate::rules::driver::{CARD, NO_HOUSE, Play, Script, lab};
use crate::view::driver::scenario;

use crate::telling::telling;

const RANGE: Range = Range { low: 0.0, high: 1.0 };

/// A game at a table with one card.
fn at_the_table() -> Play {
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.plan(&Script::default());
    play.house(NO_HOUSE);
    play
}

fn predict(seat: Seat) -> Command {
    Command::Predict { seat, range: RANGE }
}

fn stance(seat: Seat, stance: Response) -> Command {
    Command::TakeStance { seat, deal: CARD, stance }
}

#[test]
fn who_has_said_what_it_would_do_may_predict_at_once_and_the_last_signature_closes_the_quarter() {
    let mut play = at_the_table();
    assert_eq!(play.game.check(&predict(Seat::Product)), Err(Refusal::StancesFirst));
    play.act(&stance(Seat::Product, Response::Decline));
    assert_eq!(play.game.check(&predict(Seat::Sales)), Err(Refusal::StancesFirst), "its own stance is missing");
    play.act(&predict(Seat::Product));
    assert_eq!(play.game.check(&predict(Seat::Product)), Err(Refusal::AlreadySigned(Seat::Product)));
    play.act(&stance(Seat::Sales, Response::Decline));
    play.act(&predict(Seat::Sales));
    assert_eq!(play.game.state().phase, Phase::Table);
    for seat in Seat::BOTH {
        play.act(&Command::SignAnswer { seat, deal: CARD, answer: Answer::plain(Response::Decline) });
    }
    assert_eq!(play.game.state().phase, Phase::Review, "nothing is left to wait for");
}

#[test]
fn the_same_quarter_comes_out_whenever_the_predictions_were_made() {
    let mut late = at_the_table();
    late.answer(CARD, Answer::plain(Response::Decline));
    late.close();
    let mut early = at_the_table();
    early.stances(CARD, Response::Decline, Response::Decline);
    for seat in Seat::BOTH {
        early.act(&predict(seat));
    }
    for seat in Seat::BOTH {
        early.act(&Command::SignAnswer { seat, deal: CARD, answer: Answer::plain(Response::Decline) });
    }
    assert_eq!(early.game.hash(), late.game.hash());
}

#[test]
fn what_the_ceo_costs_is_booked_before_the_quarter_closes() {
    let mut play = at_the_table();
    play.stances(CARD, Response::Decline, Response::BuildAsAsked);
    for seat in Seat::BOTH {
        play.act(&predict(seat));
    }
    play.act(&Command::Escalate { seat: Seat::Product, deal: CARD });
    assert_eq!(play.game.state().phase, Phase::Review);
    assert!(play.moved(Quantity::Trust, Rule::Escalation, 1) < 0.0, "in the quarter in which the CEO was asked");
    let record = play.game.state().history.last().unwrap();
    let mut other = at_the_table();
    other.stances(CARD, Response::Decline, Response::BuildAsAsked);
    other.act(&Command::Escalate { seat: Seat::Product, deal: CARD });
    other.close();
    assert_eq!(Some(record), other.game.state().history.last());
}

#[test]
fn one_machine_changes_hands_once_for_each_seat_between_the_house_and_the_answers() {
    let mut play = Play::new(scenario(&[]), 7);
    while play.game.state().cards().len() < 2 {
        if play.game.state().phase != Phase::Briefing {
            play.table(&Script::default());
            play.close();
            play.read();
        }
        play.plan(&Script::default());
    }
    play.house(NO_HOUSE);
    let (mut holder, mut holders) = (None, Vec::new());
    loop {
        let step = Step::at_one_machine(&play.game.steps(), holder).cloned().unwrap();
        let seat = step.seat().unwrap();
        match step {
            Step::Stance(_, deal) => play.act(&Command::TakeStance { seat, deal, stance: Response::Decline }),
            Step::Predict(_) => play.act(&predict(seat)),
            _ => break,
        };
        if holder != Some(seat) {
            holders.push(seat);
        }
        holder = Some(seat);
    }
    assert_eq!(holders, Seat::BOTH);
    assert!(matches!(play.game.steps()[0], Step::Answer(..)));
}

#[test]
fn nothing_lies_on_the_table_where_the_stances_differ() {
    let proposed = |play: &Play, partner| check::proposed(play.game.scenario(), play.game.state(), CARD, partner);
    let mut differ = at_the_table();
    differ.stances(CARD, Response::Decline, Response::BuildAsAsked);
    assert_eq!(proposed(&differ, None), None);
    let mut agree = at_the_table();
    agree.stances(CARD, Response::Decline, Response::Decline);
    assert_eq!(proposed(&agree, None), Some(Answer::plain(Response::Decline)));

    // What a person has signed is proposed; what a computer signs is not, if it is only its own stance.
    let signed = Command::SignAnswer { seat: Seat::Product, deal: CARD, answer: Answer::plain(Response::Decline) };
    differ.act(&signed);
    assert_eq!(proposed(&differ, None), Some(Answer::plain(Response::Decline)));
    assert_eq!(proposed(&differ, Some(Seat::Product)), None);
    let offer = Answer::plain(Response::Descope);
    differ.act(&Command::SignAnswer { seat: Seat::Product, deal: CARD, answer: offer });
    assert_eq!(proposed(&differ, Some(Seat::Product)), Some(offer), "what it offers instead is one");
}

/// The deals of the calls that Product can make, with their doors, in order.
fn doors(play: &Play) -> Vec<(DealId, Option<Door>)> {
    let draft = ProductPlan { allocation: play.game.state().allocation, moves: Vec::new() };
    let desk = view::product_desk(&play.game, &telling(&Text::default(), &play.game), &draft);
    let call = |made| match made {
        off_roadmap::sim::ProductMove::ProspectCall(id) => Some(id),
        _ => None,
    };
    desk.moves.iter().filter_map(|option| Some((call(option.made)?, option.door))).collect()
}

#[test]
fn product_sees_where_sales_has_opened_the_door_as_soon_as_it_is_known() {
    let mut play = Play::new(scenario(&[]), 7);
    assert!(doors(&play).iter().all(|(_, door)| *door == Some(Door::Closed)));
    let last = doors(&play).last().unwrap().0;
    play.read();
    play.act(&Command::PlanSales(off_roadmap::sim::SalesPlan {
        target: play.game.state().target.clone(),
        moves: vec![SalesMove::BringProductIn(last)],
        ..Default::default()
    }));
    assert!(doors(&play).iter().all(|(_, door)| *door == Some(Door::Closed)), "a plan is private until both signed");
    let allocation = play.game.state().allocation;
    play.act(&Command::PlanProduct(ProductPlan { allocation, moves: Vec::new() }));
    let outcome = view::outcome(&play.game, &telling(&Text::default(), &play.game), Viewer::Table, &play.events);
    assert!(outcome.lines.iter().any(|line| line.text.contains("Sales has brought Product in")), "{outcome:?}");
    if play.game.state().deals.get(&last).unwrap().outcome.is_none() {
        assert_eq!(doors(&play)[0], (last, Some(Door::Open)), "the open door comes first");
    }
}

#[test]
fn a_letter_of_the_ceo_tells_whom_the_ceo_heard_and_why_as_things_were_then() {
    let mut play = at_the_table();
    play.stances(CARD, Response::Decline, Response::BuildAsAsked);
    let text = Text::default();
    let question = view::ceo_question(&play.game, &telling(&text, &play.game), CARD, ["Ada", ""]).unwrap();
    assert_eq!(question.sides.each_ref().map(|side| side.who.as_str()), ["For Ada", "For the Sales Lead"]);
    assert!(question.how.contains("−5"), "{question:?}");
    for seat in Seat::BOTH {
        play.act(&predict(seat));
    }
    let before = play.game.clone();
    play.act(&Command::Escalate { seat: Seat::Product, deal: CARD });
    let letter = view::ceo_letter(&before, &play.game, &telling(&text, &before), CARD, ["Ada", ""]).unwrap();
    let settled = play.deal().ask.as_ref().unwrap().answer.unwrap();
    assert_eq!(settled.by, By::Ceo(letter.listened_to));
    assert!(letter.decision.contains(&off_roadmap::text::response(&text, settled.answer.response)), "{letter:?}");
    assert!(!letter.reasons.is_empty() && letter.cost == "Trust −5", "{letter:?}");
    assert_eq!(
        letter.date,
        view::ceo_letter(&before, &play.game, &telling(&text, &before), CARD, ["", ""]).unwrap().date
    );
    assert_eq!(
        view::ceo_letter(&before, &before, &telling(&text, &before), CARD, ["", ""]),
        None,
        "nobody has decided yet"
    );
}
