//! The door: a seat acts only for itself, and only on what still lies on the table.

use std::sync::Arc;

use off_roadmap::ids::Seat;
use off_roadmap::play::door::execute;
use off_roadmap::play::{Stamp, TurnedAway};
use off_roadmap::policy::{self, Policy};
use off_roadmap::run::{Log, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{Answer, Command, Phase, ProductPlan, Refusal, Response, SalesPlan, Step};

fn session() -> Log {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scenarios/minimal.ron");
    let scenario = Arc::new(Shelf::built_in().load(path).expect("the fixture is fine"));
    Log::new(scenario.clone(), 7, Team::named("Juniper", &scenario))
}

/// Plays on by a policy, up to a step.
fn up_to(session: &mut Log, policy: &dyn Policy, wanted: impl Fn(&Step) -> bool) -> Step {
    loop {
        let step = session.game().steps().into_iter().next().expect("there is always a step");
        if wanted(&step) {
            return step;
        }
        let command = policy::command(policy, session.game(), &step).expect("a policy answers every step");
        session.execute(&command).expect("a policy does what is allowed");
    }
}

fn by(id: &str) -> &'static dyn Policy {
    policy::by_id(id).expect("it is built in")
}

fn plan(session: &Log, seat: Seat) -> Command {
    let state = session.game().state();
    match seat {
        Seat::Product => Command::PlanProduct(ProductPlan { allocation: state.allocation, moves: Vec::new() }),
        Seat::Sales => Command::PlanSales(SalesPlan { target: state.target.clone(), ..SalesPlan::default() }),
    }
}

#[test]
fn a_seat_is_turned_away_with_what_belongs_to_the_other_one_in_a_whole_game_of_every_policy() {
    for policy in policy::ALL {
        let mut session = session();
        while session.game().state().phase != Phase::Ended {
            let step = session.game().steps().into_iter().next().expect("there is always a step");
            let Some(command) = policy::command(policy, session.game(), &step) else { break };
            let owner = command.seat().expect("it belongs to a seat");
            let (before, stamp) = (session.game().hash(), Stamp::of(session.game()));
            let turned = execute(&mut session, owner.other(), &command, &stamp);
            assert_eq!(turned, Err(TurnedAway::NotYours), "{command:?}");
            assert_eq!(session.game().hash(), before);
            execute(&mut session, owner, &command, &stamp).expect("its owner may");
        }
        assert_eq!(session.game().state().phase, Phase::Ended, "{}", policy.id());
    }
}

#[test]
fn the_other_side_s_plan_makes_nothing_stale() {
    let mut session = session();
    up_to(&mut session, by("bridge"), |step| matches!(step, Step::Plan(_)));
    let stamp = Stamp::of(session.game());
    for seat in [Seat::Sales, Seat::Product] {
        let plan = plan(&session, seat);
        execute(&mut session, seat, &plan, &stamp).expect("both planned on the same page");
    }
    assert_eq!(session.game().state().phase, Phase::Table);
    let late = plan(&session, Seat::Product);
    assert_eq!(execute(&mut session, Seat::Product, &late, &stamp), Err(TurnedAway::Stale), "planning is over");
}

#[test]
fn a_signature_on_a_table_that_the_other_side_has_signed_since_is_stale() {
    let mut session = session();
    let Step::Answer(_, deal) = up_to(&mut session, by("bridge"), |step| matches!(step, Step::Answer(..))) else {
        panic!("it is an answer")
    };
    let sign = |seat, response| Command::SignAnswer { seat, deal, answer: Answer::plain(response) };
    let seen = Stamp::of(session.game());
    execute(&mut session, Seat::Sales, &sign(Seat::Sales, Response::BuildAsAsked), &seen).expect("it is the first");
    let late = sign(Seat::Product, Response::Decline);
    assert_eq!(execute(&mut session, Seat::Product, &late, &seen), Err(TurnedAway::Stale));
    let asks = Command::Escalate { seat: Seat::Product, deal };
    assert_eq!(execute(&mut session, Seat::Product, &asks, &seen), Err(TurnedAway::Stale));
    let now = Stamp::of(session.game());
    execute(&mut session, Seat::Product, &late, &now).expect("it was made on what lies there");
}

#[test]
fn what_the_rules_refuse_is_refused_at_the_door_with_their_reason() {
    let mut session = session();
    up_to(&mut session, by("bridge"), |step| matches!(step, Step::Plan(_)));
    let stamp = Stamp::of(session.game());
    let plan = plan(&session, Seat::Product);
    execute(&mut session, Seat::Product, &plan, &stamp).expect("it is the first");
    let again = execute(&mut session, Seat::Product, &plan, &stamp);
    assert_eq!(again, Err(TurnedAway::Refused(Refusal::AlreadySigned(Seat::Product))));
}

#[test]
fn a_stamp_travels_as_text() {
    let mut session = session();
    up_to(&mut session, by("bridge"), |step| matches!(step, Step::Answer(..)));
    let stamp = Stamp::of(session.game());
    let text = serde_json::to_string(&stamp).expect("it is plain data");
    assert_eq!(serde_json::from_str::<Stamp>(&text).expect("it is a stamp"), stamp);
}
