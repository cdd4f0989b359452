//! How the company works: engineering, customers, money, gates, the echo year, the end.

use off_roadmap::ids::{DealId, Quarter, Seat};
use off_roadmap::scenario::{Condition, Measure, Scenario, When};
use off_roadmap::sim::formula::{Demand, churn_risk, runway_quarters, value};
use off_roadmap::sim::{
    Allocation, Answer, By, Command, Event, Evidence, House, Phase, ProductPlan, Quantity, Range, Refusal, Response,
    Rule, SalesMove, SalesPlan, Step,
};

use crate::rules::driver::{CARD, Play, Script, lab, near};
use crate::view::driver::scenario;

#[test]
fn repair_lifts_coherence_and_removes_upkeep() {
    let run = |repair: u8| Play::quarters(lab(&["belmont"]), 7, &[Script::default().split(90 - repair, 5, repair, 5)]);
    let (none, some) = (run(0), run(30));
    assert_eq!(none.moved(Quantity::Coherence, Rule::Repair, 1), 0.0);
    assert!(some.at(Quantity::Coherence, 1) > none.at(Quantity::Coherence, 1));
    assert!(some.at(Quantity::Upkeep, 1) < none.at(Quantity::Upkeep, 1));
    assert!(none.moved(Quantity::Coherence, Rule::Decay, 1) < 0.0);
}

#[test]
fn the_roadmap_lifts_the_market_gap_and_the_market_moves_against_it() {
    let run =
        |roadmap: u8| Play::quarters(lab(&["belmont"]), 7, &[Script::default().split(roadmap, 0, 90 - roadmap, 10)]);
    let (little, much) = (run(10), run(80));
    assert!(much.at(Quantity::Gap, 1) > little.at(Quantity::Gap, 1));
    assert!(near(much.moved(Quantity::Gap, Rule::MarketMoves, 1), -0.075));
}

#[test]
fn discovery_follows_the_weeks_on_it_and_makes_the_roadmap_worth_more() {
    let run = |discovery: u8| {
        let split = Script::default().split(60, 0, 40 - discovery, discovery);
        Play::quarters(lab(&["belmont"]), 7, &[split.clone(), split])
    };
    let (blind, curious) = (run(0), run(20));
    assert!(curious.at(Quantity::Discovery, 1) > blind.at(Quantity::Discovery, 1));
    let gain = |play: &Play, quarter| play.moved(Quantity::Gap, Rule::RoadmapWork, quarter);
    assert!(near(gain(&curious, 1), gain(&blind, 1)));
    assert!(gain(&curious, 2) > gain(&blind, 2));
}

fn with(change: impl FnOnce(&mut Scenario)) -> Scenario {
    let mut lab = lab(&["belmont"]);
    change(&mut lab);
    lab
}

#[test]
fn low_coherence_raises_drag_and_the_sales_cycle_and_the_risk_at_renewal() {
    let at = |coherence| {
        Play::quarters(
            with(|lab| (lab.company.coherence, lab.rules.deals_per_quarter) = (coherence, 60.0)),
            7,
            &[Script::default()],
        )
    };
    let (poor, good) = (at(0.3), at(0.9));
    let drag = |play: &Play| play.game.state().history[1].capacity.drag;
    assert!(drag(&poor) > drag(&good));
    let cycle = |play: &Play| {
        let deals = play.game.state().deals.values().filter(|deal| deal.opened == Quarter(1));
        let (sum, count) = deals.fold((0, 0), |(sum, n), deal| (sum + u32::from(deal.closes.0 - deal.opened.0), n + 1));
        f64::from(sum) / f64::from(count)
    };
    assert!(cycle(&poor) > cycle(&good));
    let risk = |play: &Play| {
        let state = play.game.state();
        churn_risk(play.game.scenario(), state, state.customers.values().next().expect("a customer")).coherence
    };
    assert!(risk(&poor) > 0.0 && risk(&good) == 0.0);
}

#[test]
fn revenue_off_strategy_eats_support() {
    let support = |fit| {
        let scenario = with(|lab| lab.segments.iter_mut().for_each(|segment| segment.fit = fit));
        Play::quarters(scenario, 7, &[Script::default()]).game.state().history[1].capacity.support
    };
    assert!(support(0.2) > 2.0 * support(0.9));
}

#[test]
fn upkeep_and_backlog_take_capacity_and_morale() {
    let capacity = |upkeep| {
        let play = Play::quarters(with(|lab| lab.company.upkeep = upkeep), 7, &[Script::default()]);
        play.game.state().history[1].capacity.available
    };
    assert!(near(capacity(10.0) - capacity(60.0), 50.0));
    let yes = Play::quarters(with(|_| ()), 7, &[Script::yes()]);
    let no = Play::quarters(with(|_| ()), 7, &[Script::default()]);
    assert!(yes.at(Quantity::Morale, 1) < no.at(Quantity::Morale, 1));
    assert!(yes.moved(Quantity::Trust, Rule::BacklogWeighs, 1) < 0.0);
}

#[test]
fn trust_decides_how_many_of_the_same_deals_show_up() {
    let deals = |trust| {
        let play = Play::new(with(|lab| (lab.company.trust, lab.rules.deals_per_quarter) = (trust, 100.0)), 7);
        play.game.state().deals.keys().collect::<Vec<DealId>>()
    };
    let (few, many) = (deals(0.1), deals(0.9));
    assert!(few.len() < many.len());
    assert!(few.iter().all(|id| many.contains(id)), "trust thins the deals and brings no others");
}

#[test]
fn precedent_and_need_raise_the_chance_that_a_deal_asks() {
    let game = Play::new(scenario(&[]), 7).game;
    let demand = Demand::of(game.scenario(), game.state());
    let chance = |precedent| demand.chance(&game.scenario().segments[0], false, precedent);
    assert!(near(chance(0.0), 0.14));
    assert!(near(chance(1.0), 0.14 + 0.45));
}

#[test]
fn commission_is_accelerated_past_quota_and_again_past_125_percent() {
    let run = |quota: i64| Play::quarters(with(|lab| lab.quota.first = quota), 7, &[Script::default()]);
    // The quota decides how much accelerated reps give away, so the bookings with the far quota are not comparable.
    let mut rates = Vec::new();
    for quota in [1_000_000_000, 900_000, 300_000, 100_000] {
        let play = run(quota);
        let bookings = play.at(Quantity::Bookings, 1);
        let (quota, over) = (quota as f64, bookings / quota as f64);
        let first = (bookings.min(1.25 * quota) - quota).max(0.0);
        let second = (bookings - 1.25 * quota).max(0.0);
        let expected = 0.1 * (bookings.min(quota) + 1.5 * first + 2.0 * second);
        let paid = play.moved(Quantity::Commission, Rule::Commission, 1);
        assert!((paid - expected).abs() <= 1.0, "{paid} for {over}, expected {expected}");
        rates.push(paid / bookings);
    }
    assert!(near(rates[0], 0.1) && rates[3] > rates[2] && rates[3] > 0.15, "{rates:?}");
}

#[test]
fn good_customers_grow_at_renewal() {
    let growth = |fit| {
        let scenario = with(|lab| lab.segments.iter_mut().for_each(|segment| segment.fit = fit));
        Play::quarters(scenario, 7, &[Script::default()]).moved(Quantity::Arr, Rule::Expansion, 1)
    };
    assert!(growth(0.9) > growth(0.4) && growth(0.4) > 0.0);
}

#[test]
fn the_echo_year_has_four_quarters_and_ends_the_run() {
    let mut play = Play::new(lab(&["belmont"]), 7);
    for _ in 0..5 {
        play.quarter(&Script::default());
    }
    play.until_review(&Script::default());
    assert_eq!((play.game.state().quarter, play.game.state().phase), (Quarter(6), Phase::Review));
    let before = play.events.len();
    play.read();
    let began = play.events[before..].iter().filter(|event| matches!(event, Event::QuarterBegan(_))).count();
    assert_eq!(began, 4);
    let state = play.game.state();
    assert_eq!((state.quarter, state.phase, state.insolvent), (Quarter(10), Phase::Ended, false));
    assert_eq!(state.history.len(), 11);
    assert_eq!(play.game.steps(), [Step::Debrief]);
}

#[test]
fn promises_fall_due_in_the_echo_year_and_nobody_is_blamed_for_its_declines() {
    let mut asking = lab(&["belmont"]);
    asking.rules.need_base = 0.5;
    let mut play = Play::new(asking, 7);
    for _ in 0..5 {
        play.quarter(&Script::default().split(100, 0, 0, 0));
    }
    let build = House { answers: [Response::BuildAsAsked; 4] };
    play.quarter(&Script { house: Some(build), ..Script::default().split(100, 0, 0, 0) });
    let late = (7..=10).map(|quarter| play.moved(Quantity::PromisesBroken, Rule::LatePromise, quarter)).sum::<f64>();
    assert!(late > 0.0);
    let blamed = (7..=10).map(|quarter| play.moved(Quantity::Trust, Rule::UndefendedNo, quarter)).sum::<f64>();
    assert_eq!(blamed, 0.0);
    let autopilot = |event: &Event| matches!(event, Event::Answered(_, settled) if settled.by == By::Autopilot);
    assert!(play.events.iter().any(autopilot));
}

#[test]
fn running_out_of_cash_ends_the_quarters_at_once_at_a_fraction_of_arr() {
    let poor = with(|lab| (lab.company.cash, lab.rules.other_costs) = (1000, 9_000_000.0));
    let mut play = Play::new(poor, 7);
    play.until_review(&Script::default());
    let state = play.game.state();
    assert_eq!((state.quarter, state.phase, state.insolvent), (Quarter(1), Phase::Ended, true));
    assert!(near(value(play.game.scenario(), state).total, 0.8 * state.get(Quantity::Arr)));
    assert!(play.events.contains(&Event::RanOutOfCash));
    let read = Command::Read { seat: Seat::Sales };
    assert!(matches!(play.game.check(&read), Err(Refusal::WrongPhase { now: Phase::Ended, .. })));
}

#[test]
fn a_gate_opens_or_stays_shut_after_its_quarter() {
    let gate = |bound: f64| {
        let mut lab = lab(&["belmont"]);
        lab.gates = scenario(&[]).gates;
        (lab.gates[0].after, lab.gates[0].needs) = (2, Condition::AtLeast(Measure::Arr, bound));
        Play::quarters(lab, 7, &[Script::default(), Script::default()])
    };
    let (passed, failed) = (gate(1.0), gate(1e12));
    assert_eq!(passed.moved(Quantity::Cash, Rule::Gate, 1), 0.0);
    assert_eq!(passed.moved(Quantity::Cash, Rule::Gate, 2), 4_000_000.0);
    assert_eq!(passed.moved(Quantity::Engineering, Rule::Gate, 2), 24.0);
    assert_eq!(failed.moved(Quantity::Cash, Rule::Gate, 2), 0.0);
    assert!(near(failed.moved(Quantity::Confidence, Rule::Gate, 2), -0.1));
    let record = passed.game.state().history.iter().find(|record| record.quarter == Quarter(2)).expect("it closed");
    let moved =
        passed.moved(Quantity::Engineering, Rule::Gate, 2) + passed.moved(Quantity::Engineering, Rule::Start, 0);
    assert_eq!(record.get(Quantity::Engineering), moved, "the record of the quarter has what the gate gave");
    assert_eq!(passed.game.state().gates.values().copied().collect::<Vec<_>>(), [true]);
    assert_eq!(failed.game.state().gates.values().copied().collect::<Vec<_>>(), [false]);
}

#[test]
fn news_happens_in_its_quarter_or_once_when_its_condition_holds() {
    let mut lab = lab(&["belmont"]);
    lab.events = scenario(&[]).events;
    lab.company.coherence = 0.4;
    let play = Play::quarters(lab, 7, &[Script::default(), Script::default(), Script::default()]);
    let quarters: Vec<u8> = play.game.state().news.iter().map(|(quarter, _)| quarter.0).collect();
    assert_eq!(quarters, [2, 3]);
    assert!(near(play.moved(Quantity::MarketSpeed, Rule::News, 3), 0.01));
}

#[test]
fn the_quota_grows_every_quarter() {
    let play = Play::quarters(with(|_| ()), 7, &[Script::default(), Script::default()]);
    assert!(near(play.at(Quantity::Quota, 1), 1_100_000.0));
    assert!(near(play.at(Quantity::Quota, 2), 1_100_000.0 * 1.03));
}

#[test]
fn a_command_of_another_phase_is_refused_with_both_phases() {
    let range = Range { low: 0.0, high: 1.0 };
    let seat = Seat::Product;
    let commands = |target: Vec<u8>| {
        let answer = Answer { defence: Some(Evidence::Strategy), ..Answer::plain(Response::Decline) };
        [
            (Command::PlanProduct(ProductPlan::default()), Phase::Plan),
            (Command::PlanSales(SalesPlan { target, ..SalesPlan::default() }), Phase::Plan),
            (Command::SignHouse { seat, house: House::default() }, Phase::Table),
            (Command::TakeStance { seat, deal: CARD, stance: Response::Decline }, Phase::Table),
            (Command::SignAnswer { seat, deal: CARD, answer }, Phase::Table),
            (Command::Escalate { seat, deal: CARD }, Phase::Table),
            (Command::Predict { seat, range }, Phase::Close),
        ]
    };
    let refuses = |play: &Play, now: Phase| {
        assert_eq!(play.game.state().phase, now);
        for (command, needs) in commands(play.game.state().target.clone()) {
            let refused = play.game.check(&command) == Err(Refusal::WrongPhase { now, needs });
            // A seat that has taken all its stances may predict while the table is still open.
            let early = now == Phase::Table && needs == Phase::Close;
            assert_eq!(refused, now != needs && !early, "{command:?} in {now:?}");
        }
        let reads = matches!(now, Phase::Briefing | Phase::Review);
        assert_eq!(play.game.check(&Command::Read { seat }).is_ok(), reads);
    };
    let mut play = Play::new(lab(&["belmont"]), 7);
    refuses(&play, Phase::Briefing);
    play.read();
    refuses(&play, Phase::Plan);
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.plan(&Script::default());
    refuses(&play, Phase::Table);
    play.table(&Script::default());
    refuses(&play, Phase::Close);
    play.close();
    refuses(&play, Phase::Review);
    play.read();
    play.until_the_end();
    refuses(&play, Phase::Ended);
}

#[test]
fn plans_move_in_steps_of_five_and_sum_to_a_hundred() {
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.read();
    let split = |roadmap, specials, repair, discovery| {
        let allocation = Allocation { roadmap, specials, repair, discovery };
        play.game.check(&Command::PlanProduct(ProductPlan { allocation, moves: vec![] }))
    };
    assert_eq!(split(50, 30, 10, 10), Ok(()));
    assert_eq!(split(52, 28, 10, 10), Err(Refusal::NotAStep(52)));
    assert_eq!(split(50, 30, 10, 5), Err(Refusal::SharesDoNotSum(95)));
    let aim = |target: Vec<u8>| play.game.check(&Command::PlanSales(SalesPlan { target, ..SalesPlan::default() }));
    assert_eq!(aim(vec![50, 50]), Ok(()));
    assert_eq!(aim(vec![100]), Err(Refusal::WrongSegments { given: 1, needed: 2 }));
    assert_eq!(aim(vec![255, 5]), Err(Refusal::SharesDoNotSum(260)));
}

#[test]
fn news_that_waits_for_attainment_reads_the_quarter_that_closed() {
    let waits = |needs: Condition| {
        let mut lab = lab(&["belmont"]);
        let mut news = scenario(&[]).events;
        news.truncate(1);
        news[0].when = When::If { from: 2, holds: needs };
        lab.events = news;
        let play = Play::quarters(lab, 7, &[Script::default(), Script::default()]);
        let reached = play.game.state().history[1].attainment;
        assert!(reached > 0.0);
        (play.game.state().news.len(), reached)
    };
    let (_, reached) = waits(Condition::AtLeast(Measure::QuotaAttainment, 0.0));
    assert_eq!(waits(Condition::AtLeast(Measure::QuotaAttainment, reached * 0.99)).0, 1);
    assert_eq!(waits(Condition::Below(Measure::QuotaAttainment, reached * 0.2)).0, 0);
}

#[test]
fn in_the_echo_year_what_is_built_is_sold_and_what_was_promised_is_owed() {
    let mut game = scenario(&[]);
    game.meta.quarters = 2;
    game.rules.need_base = 0.9;
    game.rules.theme_share = 2.0;
    let mut play = Play::new(game, 7);
    play.until_review(&Script::answering(Answer::plain(Response::ProductiseLater)));
    play.read();
    let open: Vec<DealId> = play.game.state().deals.values().filter(|deal| deal.named).map(|deal| deal.id).collect();
    let late = |id: &&DealId| play.game.state().deals.get(id).is_some_and(|deal| deal.closes.0 > 2);
    let promised = open.iter().find(late).copied();
    let moves: Vec<SalesMove> = promised.into_iter().map(SalesMove::PrePromise).collect();
    play.until_review(&Script::sales(&moves));
    play.events.clear();
    play.read();
    let answers = play.events.iter().filter_map(|event| match event {
        Event::Answered(id, settled) => Some((*id, settled.answer.response, settled.by)),
        _ => None,
    });
    for (id, response, by) in answers {
        let owed = Some(id) == promised;
        assert_eq!(by, if owed { By::Sales } else { By::Autopilot });
        let ask = play.game.state().deals.get(&id).and_then(|deal| deal.ask.clone()).expect("it asks");
        if response == Response::AlreadyHave {
            assert!(ask.shared && play.game.state().themes_built.contains(&ask.theme));
        } else {
            assert_eq!(response, if owed { Response::BuildAsAsked } else { Response::Decline });
        }
    }
}

#[test]
fn the_ceo_knows_in_the_first_quarter_how_long_the_cash_lasts() {
    let runway = |cash: i64| {
        let play = Play::new(with(|lab| (lab.company.cash, lab.rules.other_costs) = (cash, 9_000_000.0)), 7);
        runway_quarters(play.game.scenario(), play.game.state())
    };
    assert!(runway(1_000_000) < 3.0);
    assert!(runway(900_000_000) > 3.0);
}
