//! Two leads with devices of their own: each acts on its own pages, and both at one table.

use std::sync::Arc;

use off_roadmap::ids::{DealId, Quarter, Seat};
use off_roadmap::play::{Act, Acted, Page, Pair, Seen, Share, TurnedAway};
use off_roadmap::policy::{self, Policy};
use off_roadmap::run::{Chair, Log, Signer, Team, replay};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{By, Cell, Evidence, Phase, ProductMove, Response, SalesMove, Step};
use off_roadmap::text::Text;
use proptest::prelude::*;

use crate::telling::telling;

fn pair_with(partner: Option<Chair>) -> Pair {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scenarios/minimal.ron");
    let scenario = Arc::new(Shelf::built_in().load(path).expect("the fixture is fine"));
    Pair::new(Log::new(scenario.clone(), 7, Team { partner, ..Team::named("Juniper", &scenario) }))
}

fn pair() -> Pair {
    pair_with(None)
}

fn by(id: &str) -> &'static dyn Policy {
    policy::by_id(id).expect("it is built in")
}

/// Lets a policy play both seats, up to a page of the Product Lead.
fn up_to(pair: &mut Pair, policy: &dyn Policy, wanted: impl Fn(&Step) -> bool) {
    while !pair.step(Seat::Product).is_some_and(|step| wanted(&step)) {
        let signed = Seat::BOTH.into_iter().any(|seat| pair.stand_in(seat, policy).is_some());
        assert!(signed, "nobody has anything to do in {:?}", pair.log().game().steps());
    }
}

fn act(pair: &mut Pair, seat: Seat, act: Act) -> Result<Acted, TurnedAway> {
    let seen = pair.seen(seat);
    pair.act(seat, act, &seen)
}

fn name(pair: &Pair, seat: Seat) -> &'static str {
    match pair.page(seat, &telling(&Text::default(), pair.log().game())) {
        Page::Briefing(_) => "briefing",
        Page::ProductDesk { .. } => "product desk",
        Page::SalesDesk { .. } => "sales desk",
        Page::House { .. } => "house",
        Page::Stance { .. } => "stance",
        Page::Table { .. } => "table",
        Page::Predict { .. } => "predict",
        Page::Review { .. } => "review",
        Page::Waiting => "waiting",
        Page::Debrief => "debrief",
    }
}

#[test]
fn whoever_plays_a_game_comes_to_its_end_and_never_do_both_wait() {
    for policy in policy::ALL {
        let mut pair = pair();
        while pair.log().game().state().phase != Phase::Ended {
            let pages = Seat::BOTH.map(|seat| name(&pair, seat));
            assert_ne!(pages, ["waiting"; 2], "{}: {:?}", policy.id(), pair.log().game().steps());
            assert!(Seat::BOTH.into_iter().any(|seat| pair.stand_in(seat, policy).is_some()), "{}", policy.id());
        }
        assert_eq!(Seat::BOTH.map(|seat| name(&pair, seat)), ["debrief"; 2]);
        replay(pair.log().run(), pair.log().game().scenario()).expect("the run holds");
    }
}

#[test]
fn both_come_to_the_table_together() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Stance(..)));
    while matches!(pair.step(Seat::Product), Some(Step::Stance(..) | Step::Predict(_))) {
        pair.stand_in(Seat::Product, by("bridge")).expect("it has a stance to take");
    }
    assert_eq!([name(&pair, Seat::Product), name(&pair, Seat::Sales)], ["waiting", "stance"]);
    while matches!(pair.step(Seat::Sales), Some(Step::Stance(..) | Step::Predict(_))) {
        pair.stand_in(Seat::Sales, by("bridge")).expect("it has a stance to take");
    }
    assert_eq!([name(&pair, Seat::Product), name(&pair, Seat::Sales)], ["table", "table"]);
}

#[test]
fn a_draft_in_private_is_seen_by_nobody_else_and_one_at_the_table_by_both() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Plan(_)));
    let before = pair.seen(Seat::Sales);
    act(&mut pair, Seat::Product, Act::Allocate(Share::Repair, 30)).expect("it is its plan");
    assert_eq!(pair.desk(Seat::Product).draft().product.allocation.repair, 30);
    assert_ne!(pair.desk(Seat::Sales).draft().product.allocation.repair, 30);
    assert_eq!(pair.seen(Seat::Sales), before, "the page of sales is as it was");
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::House(_)));
    act(&mut pair, Seat::Sales, Act::House(Cell::SmallOff, Response::PaidExtension)).expect("it lies on the table");
    assert_eq!(pair.desk(Seat::Product).draft().house.answer(Cell::SmallOff), Response::PaidExtension);
}

#[test]
fn what_is_signed_is_what_the_page_showed() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::House(_)));
    let seen = Seat::BOTH.map(|seat| pair.seen(seat));
    act(&mut pair, Seat::Sales, Act::House(Cell::SmallOff, Response::PaidExtension)).expect("it lies on the table");
    let turned = pair.act(Seat::Product, Act::SignAs(Seat::Product), &seen[0]);
    assert_eq!(turned, Err(TurnedAway::Stale), "the draft has changed since");
    assert_eq!(act(&mut pair, Seat::Product, Act::SignAs(Seat::Sales)), Err(TurnedAway::NotYours));
    let fresh = pair.seen(Seat::Product);
    assert!(matches!(pair.act(Seat::Product, Act::Sign, &fresh), Ok(Acted::Signed(_))));
    let turned = pair.act(Seat::Sales, Act::Sign, &seen[1]);
    assert_eq!(turned, Err(TurnedAway::Stale), "product has signed since");
    assert!(matches!(act(&mut pair, Seat::Sales, Act::Sign), Ok(Acted::Signed(_))));
    assert_eq!(pair.log().game().state().house.answer(Cell::SmallOff), Response::PaidExtension);
}

#[test]
fn a_signature_that_comes_twice_counts_once() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Stance(..)));
    act(&mut pair, Seat::Product, Act::Respond(Response::Decline)).expect("it is its stance");
    let seen = pair.seen(Seat::Product);
    assert!(matches!(pair.act(Seat::Product, Act::Sign, &seen), Ok(Acted::Signed(_))));
    let signed = pair.log().game().hash();
    for _ in 0..2 {
        let again = pair.act(Seat::Product, Act::Sign, &seen);
        assert!(matches!(again, Ok(Acted::Nothing) | Err(TurnedAway::Stale)), "{again:?}");
    }
    assert_eq!(pair.log().game().hash(), signed);
}

#[test]
fn what_was_meant_for_an_earlier_page_changes_no_draft_of_a_later_one() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Stance(..)));
    let first = pair.seen(Seat::Product);
    act(&mut pair, Seat::Product, Act::Respond(Response::Decline)).expect("it is its stance");
    act(&mut pair, Seat::Product, Act::Sign).expect("it is its stance");
    assert!(matches!(pair.step(Seat::Product), Some(Step::Stance(..))), "the next card");
    let late = pair.act(Seat::Product, Act::Respond(Response::Decline), &first);
    assert_eq!(late, Err(TurnedAway::Stale));
    assert_eq!(pair.desk(Seat::Product).draft().stance, None);
}

#[test]
fn a_doubled_press_neither_takes_a_move_away_nor_takes_back_a_signature() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Plan(_)));
    let seen = pair.seen(Seat::Product);
    let chosen = Act::ProductMove(ProductMove::WinLoss);
    assert_eq!(pair.act(Seat::Product, chosen, &seen), Ok(Acted::Drafted));
    assert_eq!(pair.act(Seat::Product, chosen, &seen), Err(TurnedAway::Stale));
    assert_eq!(pair.desk(Seat::Product).draft().product.moves, [ProductMove::WinLoss]);
    let other = pair.act(Seat::Product, Act::Allocate(Share::Repair, 10), &seen);
    assert_eq!(other, Ok(Acted::Drafted), "another control of the same page still counts");
    act(&mut pair, Seat::Product, Act::Sign).expect("it is its plan");
    assert_eq!(pair.act(Seat::Product, Act::Undo, &seen), Err(TurnedAway::Stale));
    assert!(pair.log().game().state().turn.product_plan.is_some());
}

#[test]
fn a_card_that_one_turns_to_lies_before_both() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Answer(..)));
    let cards = pair.log().game().state().cards().to_vec();
    assert!(cards.len() > 1, "there is more than one card");
    act(&mut pair, Seat::Sales, Act::Card(cards[1])).expect("it lies on the table");
    for seat in Seat::BOTH {
        assert!(
            matches!(pair.step(seat), Some(Step::Answer(own, deal)) if own == seat && deal == cards[1]),
            "{seat:?}"
        );
    }
}

#[test]
fn a_seat_takes_back_its_own_signature_and_not_the_other_one_s() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Plan(_)));
    act(&mut pair, Seat::Product, Act::Allocate(Share::Repair, 30)).expect("it is its plan");
    assert!(matches!(act(&mut pair, Seat::Product, Act::Sign), Ok(Acted::Signed(_))));
    assert_eq!(name(&pair, Seat::Product), "waiting");
    assert_eq!(act(&mut pair, Seat::Sales, Act::Undo), Ok(Acted::Nothing));
    assert_eq!(act(&mut pair, Seat::Product, Act::Undo), Ok(Acted::TookBack));
    assert_eq!(name(&pair, Seat::Product), "product desk");
    assert_eq!(pair.desk(Seat::Product).draft().product.allocation.repair, 30, "it is the draft again");
}

#[test]
fn a_computer_partner_has_acted_before_a_lone_lead_sees_a_page() {
    let partner = Chair { seat: Seat::Sales, persona: "bridge".to_owned() };
    let mut pair = pair_with(Some(partner));
    while pair.log().game().state().phase != Phase::Ended {
        assert_ne!(name(&pair, Seat::Product), "waiting", "{:?}", pair.log().game().steps());
        pair.stand_in(Seat::Product, by("incentives")).expect("it is its turn");
    }
}

#[test]
fn if_time_runs_out_at_every_step_a_game_still_comes_to_its_end() {
    for policy in policy::ALL {
        let mut pair = pair();
        while pair.log().game().state().phase != Phase::Ended {
            let expired = Seat::BOTH.into_iter().any(|seat| pair.expire(seat, policy).is_some());
            assert!(expired, "{}: {:?}", policy.id(), pair.log().game().steps());
        }
    }
}

#[test]
fn the_run_says_what_the_clock_a_stand_in_or_a_partner_signed_and_the_review_tells_it() {
    let mut pair = pair();
    let bridge = by("bridge");
    while pair.log().game().state().phase != Phase::Review {
        let _ = pair.stand_in(Seat::Product, bridge);
        let _ = pair.expire(Seat::Sales, bridge);
    }
    let log = pair.log().signed_in(Quarter(1)).expect("it was played");
    for (at, command) in log.commands.iter().enumerate() {
        let expected = if command.seat() == Some(Seat::Product) { Signer::StandIn } else { Signer::Clock };
        assert_eq!(log.signed_by.get(&(at + 1)), Some(&expected), "{command:?}");
    }
    let Page::Review { signed_for, .. } = pair.page(Seat::Sales, &telling(&Text::default(), pair.log().game())) else {
        panic!("it is the review");
    };
    let [product, sales] = signed_for.as_slice() else { panic!("{signed_for:?}") };
    assert!(product.starts_with("A stand-in signed for the Product Lead") && product.contains("plan"), "{product}");
    assert!(sales.starts_with("Time was up") && sales.contains("Sales Lead"), "{sales}");

    let alone = pair_with(Some(Chair { seat: Seat::Sales, persona: "bridge".to_owned() }));
    let log = alone.log().signed_in(Quarter(1)).expect("the partner has read its briefing");
    assert_eq!(log.signed_by.values().collect::<Vec<_>>(), [&Signer::Partner]);
}

#[test]
fn a_stance_can_be_taken_back_until_all_are_shown() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Stance(..)));
    while pair.log().game().steps().iter().filter(|step| matches!(step, Step::Stance(..))).count() > 1 {
        Seat::BOTH.into_iter().find_map(|seat| pair.stand_in(seat, by("bridge"))).expect("somebody has to choose");
    }
    let last =
        pair.log().game().steps().into_iter().find(|step| matches!(step, Step::Stance(..))).expect("one is left");
    let seat = last.seat().expect("a stance is one seat's");
    act(&mut pair, seat, Act::Respond(Response::Decline)).expect("it can be chosen");
    act(&mut pair, seat, Act::Sign).expect("it can be signed");
    assert_eq!(pair.undo(seat), None, "both know what the other would do");
    assert_eq!(act(&mut pair, seat, Act::Undo), Ok(Acted::Nothing));
}

#[test]
fn at_the_table_both_are_waited_for_until_both_have_signed() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::House(_)));
    assert!(Seat::BOTH.into_iter().all(|seat| pair.awaits(seat)));
    act(&mut pair, Seat::Sales, Act::Sign).expect("it is on the table");
    assert!(pair.awaits(Seat::Product) && !pair.awaits(Seat::Sales));
    let outdated = |pair: &Pair| match pair.page(Seat::Sales, &telling(&Text::default(), pair.log().game())) {
        Page::House { desk, .. } => desk.outdated,
        _ => panic!("it is the house quadrant"),
    };
    assert_eq!(outdated(&pair), []);
    act(&mut pair, Seat::Product, Act::House(Cell::SmallOn, Response::PaidExtension)).expect("it can be changed");
    assert_eq!(outdated(&pair), [Seat::Sales], "who signed is told that it no longer counts");
}

#[test]
fn the_letter_of_the_ceo_lies_before_both_for_the_rest_of_the_quarter() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Stance(..)));
    let wanted = [(Seat::Product, Response::Decline), (Seat::Sales, Response::BuildAsAsked)];
    while pair.log().game().steps().iter().any(|step| matches!(step, Step::Stance(..))) {
        for (seat, response) in wanted {
            let _ = act(&mut pair, seat, Act::Respond(response));
            let _ = act(&mut pair, seat, Act::Sign);
        }
    }
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Answer(..)));
    let teller = telling(&Text::default(), pair.log().game());
    assert!(pair.letters(&teller).is_empty());
    act(&mut pair, Seat::Sales, Act::Escalate).expect("they disagree");
    let [letter] = pair.letters(&teller).try_into().expect("one letter");
    assert!(letter.decision.contains("Decline") || letter.decision.contains("Build as asked"), "{}", letter.decision);
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Plan(_)));
    assert!(pair.letters(&teller).is_empty(), "a quarter later it is put away");
}

#[test]
fn nobody_takes_back_what_a_stand_in_signed() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Plan(_)));
    pair.stand_in(Seat::Product, by("bridge")).expect("it is its turn");
    let seen = pair.seen(Seat::Product);
    assert_eq!(pair.act(Seat::Product, Act::Undo, &seen), Ok(Acted::Nothing));
}

#[test]
fn what_a_seat_drafted_is_signed_when_its_time_is_up() {
    let mut pair = pair();
    up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Plan(_)));
    act(&mut pair, Seat::Product, Act::Allocate(Share::Repair, 30)).expect("it is its plan");
    pair.expire(Seat::Product, by("bridge")).expect("it has a plan to sign");
    let plan = pair.log().game().state().turn.product_plan.clone().expect("it is signed");
    assert_eq!(plan.allocation.repair, 30);
}

#[test]
fn a_card_whose_time_is_up_gets_the_answer_for_which_both_stand_or_the_ceo_decides() {
    for (sales, ceo) in [(Response::Decline, false), (Response::PaidExtension, true)] {
        let mut pair = pair();
        up_to(&mut pair, by("bridge"), |step| matches!(step, Step::Stance(..)));
        for (seat, stance) in [(Seat::Product, Response::Decline), (Seat::Sales, sales)] {
            while matches!(pair.step(seat), Some(Step::Stance(..))) {
                act(&mut pair, seat, Act::Respond(stance)).expect("it is its stance");
                act(&mut pair, seat, Act::Sign).expect("it is its stance");
            }
        }
        let Some(Step::Answer(_, deal)) = pair.step(Seat::Product) else { panic!("the table is open") };
        let settled = |pair: &Pair| {
            let ask = pair.log().game().state().deals.get(&deal).and_then(|deal| deal.ask.clone());
            ask.and_then(|ask| ask.answer)
        };
        for _ in 0..4 {
            if settled(&pair).is_none() {
                Seat::BOTH.into_iter().find_map(|seat| pair.expire(seat, by("bridge"))).expect("it is open");
            }
        }
        let settled = settled(&pair).expect("it is answered");
        assert_eq!(matches!(settled.by, By::Ceo(_)), ceo, "{settled:?}");
        assert!(ceo || settled.answer.response == Response::Decline);
    }
}

/// Anything that a device may send.
fn any_act() -> impl Strategy<Value = Act> {
    let deal = prop_oneof![(0..6_u32).prop_map(DealId), (1000..1006_u32).prop_map(DealId)];
    let share = prop_oneof![Just(Share::Roadmap), Just(Share::Specials), Just(Share::Repair), Just(Share::Discovery)];
    let response = || (0..Response::ALL.len()).prop_map(|at| Response::ALL[at]);
    prop_oneof![
        6 => Just(Act::Sign),
        4 => Just(Act::Read),
        2 => Just(Act::Undo),
        1 => Just(Act::Take),
        1 => Just(Act::Escalate),
        1 => Just(Act::SignAs(Seat::Sales)),
        2 => (share, any::<u8>()).prop_map(|(share, percent)| Act::Allocate(share, percent)),
        2 => (0..4_usize, any::<u8>()).prop_map(|(segment, percent)| Act::Target(segment, percent)),
        1 => Just(Act::ProductMove(ProductMove::WinLoss)),
        1 => Just(Act::SalesMove(SalesMove::CoachReps)),
        2 => deal.clone().prop_map(Act::Push),
        2 => deal.prop_map(Act::Card),
        2 => response().prop_map(|response| Act::House(Cell::SmallOff, response)),
        6 => response().prop_map(Act::Respond),
        1 => Just(Act::Defend(Some(Evidence::Strategy))),
        1 => (0..9_u8).prop_map(|quarter| Act::Due(Quarter(quarter))),
        3 => (-20..20_i32).prop_map(Act::Low),
        3 => (-20..20_i32).prop_map(Act::High),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_devices_send_the_run_holds_and_nobody_is_stuck(
        acts in prop::collection::vec((any::<bool>(), any::<bool>(), any_act()), 1..200),
    ) {
        let mut pair = pair();
        let mut old: Option<Seen> = None;
        for (product, late, act) in acts {
            let seat = if product { Seat::Product } else { Seat::Sales };
            let seen = old.take().filter(|_| late).unwrap_or_else(|| pair.seen(seat));
            let before = pair.log().game().hash();
            old = Some(pair.seen(seat));
            match pair.act(seat, act, &seen) {
                Ok(Acted::Signed(_) | Acted::TookBack) => {}
                _ => prop_assert_eq!(pair.log().game().hash(), before, "only signatures change a game"),
            }
            let teller = telling(&Text::default(), pair.log().game());
            let waits = Seat::BOTH.map(|seat| pair.page(seat, &teller) == Page::Waiting);
            prop_assert_ne!(waits, [true; 2]);
        }
        prop_assert!(replay(pair.log().run(), pair.log().game().scenario()).is_ok());
    }
}
