//! What the moves of the two leads do, and when.

use off_roadmap::ids::{Quarter, Seat, SegmentId};
use off_roadmap::scenario::Scenario;
use off_roadmap::sim::formula::{churn_risk, mix, win_rate};
use off_roadmap::sim::{
    Answer, Command, Customer, Event, Evidence, Fact, House, PaperFate, Phase, ProductMove, Quantity, Reform, Refusal,
    Response, Rule, SalesMove, Subject,
};

use crate::rules::driver::{CARD, NO_HOUSE, Play, Script, lab, near};

/// A laboratory after one plan, without anybody else asking.
fn planned(script: &Script) -> Play {
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.plan(script);
    play
}

fn rate(play: &Play) -> f64 {
    let mut fair = (**play.game.scenario()).clone();
    fair.segments.iter_mut().for_each(|segment| segment.win = 0.1);
    win_rate(&fair, play.game.state(), play.deal())
}

#[test]
fn a_prospect_call_needs_the_consent_of_sales() {
    let call = Script::product(&[ProductMove::ProspectCall(CARD)]);
    let alone = planned(&call);
    assert!(alone.events.iter().any(|event| matches!(event, Event::CallRefused(CARD, _))));
    assert!(Seat::BOTH.iter().all(|&seat| !alone.game.state().knows(seat, Fact::Need(CARD))));
    let together = planned(&call.and_sales(&[SalesMove::BringProductIn(CARD)]));
    assert!(together.game.state().both_know(Fact::Need(CARD)));
    assert!(together.game.state().both_know(Fact::Dealbreaker(CARD)));
}

#[test]
fn qualifying_tells_the_fit_to_sales_alone_until_the_pipeline_is_shared() {
    let qualified = planned(&Script::sales(&[SalesMove::Qualify(CARD)]));
    assert!(qualified.game.state().knows(Seat::Sales, Fact::Fit(CARD)));
    assert!(!qualified.game.state().knows(Seat::Product, Fact::Fit(CARD)));
    let shared = planned(&Script::sales(&[SalesMove::Qualify(CARD), SalesMove::SharePipeline]));
    assert!(shared.game.state().both_know(Fact::Fit(CARD)));
}

#[test]
fn sharing_the_pipeline_tells_product_what_sales_knows_and_earns_trust() {
    let silent = planned(&Script::default());
    let shared = planned(&Script::sales(&[SalesMove::SharePipeline]));
    for fact in [Fact::Champion(CARD), Fact::Competitor(CARD), Fact::SalesNote(CARD)] {
        assert!(!silent.game.state().knows(Seat::Product, fact));
        assert!(shared.game.state().knows(Seat::Product, fact));
    }
    assert!(!shared.game.state().knows(Seat::Product, Fact::Fit(CARD)));
    assert!(near(shared.get(Quantity::Trust) - silent.get(Quantity::Trust), 0.03));
}

#[test]
fn a_promise_before_asking_binds_costs_trust_at_once_and_lifts_the_win_rate() {
    let mut promised = planned(&Script::sales(&[SalesMove::PrePromise(CARD)]));
    assert!(near(promised.moved(Quantity::Trust, Rule::PrePromise, 1), -0.08));
    assert!(near(rate(&promised) / rate(&planned(&Script::default())), 1.1));
    promised.house(NO_HOUSE);
    promised.stances(CARD, Response::Decline, Response::BuildAsAsked);
    assert_eq!(promised.open(Answer::plain(Response::Decline)), Err(Refusal::BoundByPromise));
    assert_eq!(promised.open(Answer::plain(Response::BuildAsAsked)), Ok(()));
}

#[test]
fn a_discount_lifts_the_win_rate_and_lowers_the_arr() {
    let discount = Script { answer: Script::yes().answer, ..Script::sales(&[SalesMove::Discount(CARD)]) };
    assert!(near(rate(&planned(&discount)) / rate(&planned(&Script::default())), 1.25));
    let mut easy = lab(&["belmont"]);
    easy.quota.first = 1_000_000_000;
    let full = Play::quarters(easy.clone(), 7, &[Script::yes()]).customer().arr.f64();
    let less = Play::quarters(easy, 7, &[discount]).customer().arr.f64();
    assert!(near(less, full * 0.85));
}

#[test]
fn each_push_lifts_the_win_rate_and_a_deal_takes_two() {
    let push = |pushes: usize| Script { pushes: vec![CARD; pushes], ..Script::default() };
    let plain = rate(&planned(&push(0)));
    assert!(near(rate(&planned(&push(1))) / plain, 1.15));
    assert!(near(rate(&planned(&push(2))) / plain, 1.15 * 1.15));
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.read();
    let target = play.game.state().target.clone();
    let plan = off_roadmap::sim::SalesPlan { target, pushes: vec![CARD; 3], moves: vec![] };
    let refused = play.game.check(&Command::PlanSales(plan));
    assert_eq!(refused, Err(Refusal::TooManyPushesOnDeal { allowed: 2 }));
}

#[test]
fn push_tokens_of_earlier_quarters_stay_on_a_deal() {
    let mut waiting = lab(&["belmont", "arden"]);
    waiting.specials[1].enters = Some((0, 0));
    waiting.named_per_quarter = 1;
    waiting.segments.iter_mut().for_each(|segment| segment.cycle = (4, 4));
    let mut play = Play::new(waiting, 7);
    let later =
        play.game.state().open_deals().filter(|deal| deal.named).map(|deal| deal.id).last().expect("two are open");
    play.quarter(&Script { pushes: vec![later], ..Script::default() });
    play.read();
    let target = play.game.state().target.clone();
    let push =
        |pushes| Command::PlanSales(off_roadmap::sim::SalesPlan { target: target.clone(), pushes, moves: vec![] });
    assert_eq!(play.game.check(&push(vec![later])), Ok(()));
    assert_eq!(play.game.check(&push(vec![later; 2])), Err(Refusal::TooManyPushesOnDeal { allowed: 2 }));
}

#[test]
fn working_on_a_renewal_halves_its_risk_in_the_quarter_it_is_due() {
    let mut risky = lab(&["belmont"]);
    risky.segments.iter_mut().for_each(|segment| segment.churn = 0.2);
    risky.company.coherence = 0.4;
    let due = |play: &Play, quarter: u8| -> Customer {
        let mut customers = play.game.state().customers.values();
        customers.find(|customer| customer.renews == Quarter(quarter)).expect("one is due").clone()
    };
    let mut play = Play::new(risky, 7);
    let (now, later) = (due(&play, 1), due(&play, 2));
    let risk = |play: &Play, customer: &Customer| {
        churn_risk(
            play.game.scenario(),
            play.game.state(),
            play.game.state().customers.get(&customer.id).expect("it is there"),
        )
        .total()
    };
    let before = (risk(&play, &now), risk(&play, &later));
    play.plan(&Script::sales(&[SalesMove::SaveRenewal(now.id)]));
    assert!(near(risk(&play, &now), before.0 / 2.0));
    assert_eq!(risk(&play, &later), before.1);
    let mut other = Play::new(lab(&["belmont"]), 7);
    other.read();
    let later = due(&other, 2);
    let plan = off_roadmap::sim::SalesPlan {
        target: other.game.state().target.clone(),
        pushes: vec![],
        moves: vec![SalesMove::SaveRenewal(later.id)],
    };
    assert_eq!(other.game.check(&Command::PlanSales(plan)), Err(Refusal::NotDue(later.id)));
}

#[test]
fn a_renewal_that_sales_works_on_tells_what_the_specials_of_the_customer_are_worth() {
    let mut old = lab(&["belmont"]);
    old.company.live_specials = 40;
    let told = |special: bool| {
        let mut play = Play::new(old.clone(), 7);
        let works = play.game.state().works.clone();
        let has = |customer: &Customer| works.values().any(|work| work.customer == customer.id) == special;
        let due = |customer: &&Customer| customer.renews == Quarter(1) && has(customer);
        let id = play.game.state().customers.values().find(due).expect("one of each is due").id;
        play.until_review(&Script::sales(&[SalesMove::SaveRenewal(id)]));
        let cause = |entry: &&off_roadmap::sim::Entry| entry.cause.rule == Rule::RenewalTold;
        let entry = play.game.ledger().iter().find(cause);
        assert!(entry.is_none_or(|entry| entry.cause.subject == Some(Subject::Customer(id))));
        assert!(entry.is_none_or(|entry| entry.cause.decision.is_some()));
        play.moved(Quantity::Impact, Rule::RenewalTold, 1)
    };
    assert!(near(told(true), old.rules.impact_renewal));
    assert_eq!(told(false), 0.0);
}

#[test]
fn a_sunset_removes_the_upkeep_and_marks_the_customer() {
    let mut play = Play::quarters(lab(&["belmont"]), 7, &[Script::yes(), Script::default()]);
    let (work, upkeep) = (play.work().clone(), play.get(Quantity::Upkeep));
    assert!(work.upkeep > 0);
    play.plan(&Script::product(&[ProductMove::Sunset(work.id)]));
    assert!(near(upkeep - play.get(Quantity::Upkeep), work.upkeep as f64 / 1000.0));
    assert!(play.moved(Quantity::Coherence, Rule::Sunset, 3) > 0.0);
    assert!(play.customer().sunset.is_some() && !play.work().live());
    let risk = churn_risk(play.game.scenario(), play.game.state(), play.customer());
    assert!(near(risk.sunset, 0.25));
}

#[test]
fn a_sunset_after_repair_removes_only_the_upkeep_that_repair_left() {
    let mut old = lab(&["belmont"]);
    old.company.live_specials = 4;
    let mut play = Play::new(old, 7);
    let before = play.get(Quantity::Upkeep);
    play.quarter(&Script::default().split(40, 0, 60, 0));
    let repaired = play.get(Quantity::Upkeep);
    assert!(repaired < before);
    let work = play.game.state().works.values().next().expect("four are there").id;
    play.plan(&Script::product(&[ProductMove::Sunset(work)]));
    assert!((play.get(Quantity::Upkeep) / repaired - 0.75).abs() < 0.01);
}

#[test]
fn a_theme_is_covered_only_while_what_was_built_for_everybody_lives() {
    let wait = Script::default().split(40, 60, 0, 0);
    let scripts =
        [Script::answering(Answer::plain(Response::ProductiseLater)), wait.clone(), wait.clone(), wait.clone(), wait];
    let mut play = Play::quarters(lab(&["belmont"]), 7, &scripts);
    let theme = play.work().theme;
    assert!(play.game.state().themes_built.contains(&theme));
    play.plan(&Script::product(&[ProductMove::Sunset(play.work().id)]));
    assert!(!play.game.state().themes_built.contains(&theme));
}

#[test]
fn new_prices_reach_renewals_off_strategy_that_are_due_and_nobody_else() {
    let mut play = Play::new(lab(&["belmont"]), 7);
    let before = play.game.state().customers.clone();
    play.until_review(&Script::sales(&[SalesMove::RepriceOffStrategy]));
    let raised = |id| {
        let mut entries = play.game.ledger().iter();
        entries.any(|entry| entry.cause.rule == Rule::Repriced && entry.cause.subject == Some(Subject::Customer(id)))
    };
    let due_off = |customer: &Customer| customer.renews == Quarter(1) && customer.segment != SegmentId(0);
    assert!(before.values().any(due_off) && !before.values().all(due_off));
    for customer in before.values() {
        assert_eq!(raised(customer.id), due_off(customer));
    }
}

#[test]
fn a_new_price_drives_customers_away() {
    let left = |moves: &[SalesMove]| {
        let mut unhappy = lab(&["belmont"]);
        unhappy.rules.churn_reprice = 1.0;
        let mut play = Play::new(unhappy, 7);
        play.until_review(&Script::sales(moves));
        play.moved(Quantity::Arr, Rule::Repriced, 1)
    };
    assert_eq!(left(&[]), 0.0);
    assert!(left(&[SalesMove::RepriceOffStrategy]) < 0.0);
}

#[test]
fn specials_from_before_the_start_carry_the_upkeep_and_can_be_sunset() {
    let mut old = lab(&["belmont"]);
    old.company.live_specials = 4;
    let mut play = Play::new(old, 7);
    let work = play.game.state().works.values().next().expect("four are there").clone();
    assert_eq!(play.game.state().works.len(), 4);
    assert!(near(work.upkeep as f64 / 1000.0, play.get(Quantity::Upkeep) / 4.0));
    let upkeep = play.get(Quantity::Upkeep);
    play.plan(&Script::product(&[ProductMove::Sunset(work.id)]));
    assert!(near(play.get(Quantity::Upkeep), upkeep * 0.75));
    assert!(play.game.state().customers.get(&work.customer).is_some_and(|customer| customer.sunset.is_some()));
}

#[test]
fn enablement_works_only_with_kit_and_coaching_from_the_second_quarter_in_a_row() {
    let kit = Script::product(&[ProductMove::EnablementKit]);
    let coaching = Script::sales(&[SalesMove::CoachReps]);
    let both = kit.clone().and_sales(&[SalesMove::CoachReps]);
    let gains = |scripts: &[Script]| {
        let play = Play::quarters(lab(&["belmont"]), 7, scripts);
        let gain = |quarter| play.moved(Quantity::Enablement, Rule::EnablementWork, quarter);
        (1..=scripts.len() as u8).map(gain).collect::<Vec<f64>>()
    };
    let (full, hardly) = (0.22 * 0.9, 0.22 * 0.9 * 0.1);
    let same = |got: Vec<f64>, want: &[f64]| assert!(got.iter().zip(want).all(|(a, b)| near(*a, *b)), "{got:?}");
    same(gains(&[both.clone(), both.clone(), both.clone()]), &[hardly, full, full]);
    same(gains(&[kit.clone(), kit.clone(), kit]), &[hardly, hardly, hardly]);
    same(gains(&[coaching.clone(), coaching]), &[hardly, hardly]);
    same(gains(&[both.clone(), Script::default(), both]), &[hardly, 0.0, hardly]);
}

#[test]
fn win_loss_interviews_work_from_the_second_quarter_in_a_row() {
    let ask = Script::product(&[ProductMove::WinLoss]);
    let play = Play::quarters(lab(&["belmont"]), 7, &[ask.clone(), ask.clone(), Script::default(), ask]);
    let gain = |quarter| play.moved(Quantity::Strategy, Rule::WinLossLearned, quarter);
    let gains = [gain(1), gain(2), gain(3), gain(4)];
    assert!(gains.iter().zip([0.1, 1.0, 0.0, 0.1]).all(|(a, b)| near(*a, b)), "{gains:?}");
    let idle = Play::quarters(lab(&["belmont"]), 7, &[Script::default(), Script::default()]);
    assert!(play.at(Quantity::Discovery, 2) > idle.at(Quantity::Discovery, 2));
}

#[test]
fn published_evidence_is_there_at_once_and_fades_by_a_quarter() {
    let mut bare = lab(&["belmont"]);
    bare.company.tokens = (0.0, 0.0, 0.0);
    let mut play = Play::new(bare, 7);
    let publish = Script::product(&[ProductMove::PublishVision, ProductMove::PublishStrategy]);
    play.plan(&publish);
    assert_eq!((play.get(Quantity::Vision), play.get(Quantity::Strategy)), (2.0, 1.5));
    play.table(&Script::default());
    play.close();
    assert!(near(play.get(Quantity::Vision), 1.5) && near(play.get(Quantity::Strategy), 1.125));
    play.read();
    play.read();
    let plan = off_roadmap::sim::ProductPlan { moves: vec![ProductMove::PublishVision], ..Default::default() };
    assert_eq!(play.game.check(&Command::PlanProduct(plan)), Err(Refusal::StillFresh(Evidence::Vision)));
}

#[test]
fn tracking_specials_pays_in_impact_one_quarter_later_and_more_with_more_of_them() {
    let track = Script::product(&[ProductMove::TrackSpecials]);
    let early = Play::quarters(lab(&["belmont"]), 7, std::slice::from_ref(&track));
    assert_eq!(early.at(Quantity::Impact, 1), 0.0);
    assert!(near(early.get(Quantity::Impact), 1.0));
    let built = Play::quarters(lab(&["belmont"]), 7, &[Script::yes(), Script::default(), track]);
    assert!(near(built.get(Quantity::Impact), 1.1));
}

fn with_tokens(tokens: (f64, f64, f64)) -> Scenario {
    let mut lab = lab(&["belmont"]);
    lab.company.tokens = tokens;
    lab
}

fn paper(reform: Reform, sales: &[SalesMove]) -> Script {
    Script::product(&[ProductMove::BoardPaper(reform)]).and_sales(sales)
}

#[test]
fn a_board_paper_in_money_with_evidence_and_support_changes_a_rule_two_quarters_later() {
    let mut play = Play::new(with_tokens((2.0, 1.0, 1.0)), 7);
    play.plan(&paper(Reform::PaidOnly, &[SalesMove::SupportPaper]));
    assert_eq!(play.game.state().reforms.get(&Reform::PaidOnly), Some(&Quarter(3)));
    let left = Evidence::ALL.map(|kind| play.get(off_roadmap::sim::check::token_stock(kind)));
    assert!(near(left.iter().sum(), 1.0), "{left:?}");
    play.table(&Script::default());
    for quarter in 1..=3 {
        assert_eq!(play.game.state().in_force(Reform::PaidOnly), quarter == 3);
        play.close();
        play.read();
        play.plan(&Script::default());
        play.table(&Script::default());
    }
}

#[test]
fn a_board_paper_without_evidence_is_refused() {
    let mut play = Play::new(with_tokens((0.0, 1.0, 1.5)), 7);
    play.read();
    let moves = vec![ProductMove::BoardPaper(Reform::PaidOnly)];
    let plan = off_roadmap::sim::ProductPlan { moves, ..Default::default() };
    let refused = play.game.check(&Command::PlanProduct(plan));
    assert_eq!(refused, Err(Refusal::NotEnoughEvidence { needed: 30, there: 25 }));
}

#[test]
fn a_board_paper_that_sales_does_not_support_or_blocks_fails_and_keeps_its_evidence() {
    let fate = |sales: &[SalesMove]| {
        let mut play = Play::new(with_tokens((2.0, 1.0, 1.0)), 7);
        play.plan(&paper(Reform::SpecialsBudget, sales));
        assert!(play.game.state().reforms.is_empty());
        assert_eq!(off_roadmap::sim::check::tokens(play.game.state()), 4.0);
        let rejected = |event: &Event| if let Event::PaperRejected(fate, _) = event { Some(*fate) } else { None };
        (play.events.iter().find_map(rejected), play.moved(Quantity::Trust, Rule::PaperBlocked, 1))
    };
    assert_eq!(fate(&[]), (Some(PaperFate::Unsupported), 0.0));
    let (blocked, trust) = fate(&[SalesMove::BlockPaper]);
    assert_eq!(blocked, Some(PaperFate::Blocked));
    assert!(near(trust, -0.05));
}

#[test]
fn the_paper_we_should_be_product_led_always_fails_and_costs_trust() {
    for sales in [vec![], vec![SalesMove::SupportPaper]] {
        let mut play = Play::new(with_tokens((3.0, 3.0, 3.0)), 7);
        play.plan(&Script::product(&[ProductMove::BoardPaperProductLed]).and_sales(&sales));
        assert!(near(play.moved(Quantity::Trust, Rule::ProductLedPaper, 1), -0.1));
        assert!(play.game.state().reforms.is_empty());
        assert!(play.events.iter().any(|event| matches!(event, Event::PaperRejected(PaperFate::NotInMoney, _))));
    }
}

/// A game with a reform adopted in the first quarter, stopped in the third, where a card waits for its answer.
fn reformed(reform: Reform, effort: f64) -> Play {
    let mut scenario = with_tokens((2.0, 1.0, 1.0));
    let mut card = scenario.specials[0].clone();
    (card.id, card.enters, card.effort) = ("later".into(), Some((2, 2)), effort);
    scenario.segments.iter_mut().for_each(|segment| segment.cycle = (1, 1));
    scenario.rules.cycle_drag = 0.0;
    scenario.specials.push(card);
    let first = paper(reform, &[SalesMove::SupportPaper]);
    let mut play = Play::quarters(scenario, 7, &[first, Script::default()]);
    play.plan(&Script::default());
    play
}

fn answers(mut play: Play) -> impl Fn(Response) -> Result<(), Refusal> {
    play.house(NO_HOUSE);
    let deal = play.game.state().cards()[0];
    play.stances(deal, Response::Decline, Response::Decline);
    move |response| play.game.check(&Command::SignAnswer { seat: Seat::Sales, deal, answer: Answer::plain(response) })
}

#[test]
fn while_only_paid_specials_are_allowed_other_yeses_are_refused() {
    let play = reformed(Reform::PaidOnly, 20.0);
    let house = Command::SignHouse { seat: Seat::Sales, house: House::default() };
    assert_eq!(play.game.check(&house), Err(Refusal::PaidOnly));
    let open = answers(play);
    assert_eq!(open(Response::BuildAsAsked), Err(Refusal::PaidOnly));
    assert_eq!(open(Response::Descope), Err(Refusal::PaidOnly));
    for allowed in [Response::PaidExtension, Response::ProductiseLater, Response::Decline] {
        assert_eq!(open(allowed), Ok(()));
    }
}

#[test]
fn a_specials_budget_refuses_what_it_cannot_hold() {
    let open = answers(reformed(Reform::SpecialsBudget, 20.0));
    assert_eq!(open(Response::BuildAsAsked), Ok(()));
    let open = answers(reformed(Reform::SpecialsBudget, 200.0));
    assert!(matches!(open(Response::BuildAsAsked), Err(Refusal::OverBudget { .. })));
    assert_eq!(open(Response::Decline), Ok(()));
}

#[test]
fn commission_on_retained_revenue_pays_no_accelerator() {
    let pay = |reform| {
        let mut scenario = with_tokens((2.0, 1.0, 1.0));
        scenario.quota.first = 100_000;
        let first = paper(reform, &[SalesMove::SupportPaper]);
        let play = Play::quarters(scenario, 7, &[first, Script::default(), Script::default()]);
        let quarter = |n| {
            play.moved(Quantity::Commission, Rule::Commission, n) / play.game.state().history[n as usize].attainment
        };
        (quarter(2), quarter(3))
    };
    let (retained, other) = (pay(Reform::RetainedCommission), pay(Reform::SpecialsBudget));
    assert!(near(retained.0, other.0));
    assert!(retained.1 < 0.7 * other.1);
}

#[test]
fn a_funnel_review_shows_product_the_requests_before_they_come_to_the_table() {
    let mut two = lab(&["belmont", "corvia"]);
    two.specials[1].enters = Some((1, 1));
    let seen = |script: &Script| {
        let mut play = Play::new(two.clone(), 7);
        play.plan(script);
        let state = play.game.state();
        let later = state.open_deals().find(|deal| deal.named && deal.closes > state.quarter).expect("a later one").id;
        [Fact::Request(later), Fact::Estimate(later), Fact::ProductNote(later)]
            .map(|fact| state.knows(Seat::Product, fact))
    };
    assert_eq!(seen(&Script::default()), [false; 3]);
    assert_eq!(seen(&Script::product(&[ProductMove::FunnelReview])), [true; 3]);
}

#[test]
fn prospecting_opens_deals_in_the_ideal_segment() {
    let idle = planned(&Script::default());
    let busy = planned(&Script::sales(&[SalesMove::ProspectIcp]));
    let (before, after) = (&idle.game.state().deals, &busy.game.state().deals);
    let found: Vec<_> = after.values().filter(|deal| before.get(&deal.id).is_none()).collect();
    assert_eq!(found.len(), busy.game.scenario().rules.prospecting_deals as usize);
    assert!(found.iter().all(|deal| deal.segment == SegmentId(0) && deal.closes > Quarter(1)));
}

#[test]
fn the_mix_moves_to_the_ideal_segment_only_if_it_is_published_and_targeted_and_enablement_is_kept_up() {
    let share = |publish: bool, quarters: usize, target: &[u8]| {
        let moves: &[ProductMove] = if publish { &[ProductMove::PublishStrategy] } else { &[] };
        let taught = Script::product(&[ProductMove::EnablementKit]).and_sales(&[SalesMove::CoachReps]);
        let scripts = [vec![Script::product(moves)], vec![taught; quarters]].concat();
        let mut play = Play::quarters(with_tokens((0.0, 0.0, 0.0)), 7, &scripts);
        play.plan(&Script { target: Some(target.into()), ..Script::default() });
        mix(play.game.scenario(), play.game.state())[0]
    };
    let (aimed, at_rest) = ([80, 20], [60, 40]);
    let moved = |quarters, target| share(true, quarters, target) - share(false, quarters, target);
    assert!(moved(2, &aimed) > 0.02);
    assert!(near(moved(2, &at_rest), 0.0), "sales aims elsewhere");
    assert!(near(moved(0, &aimed), 0.0), "nobody coaches the reps");
    assert!(moved(1, &aimed) * 5.0 < moved(2, &aimed), "done once it is nearly nothing");
}

#[test]
fn working_together_earns_trust_only_while_it_is_kept_up() {
    let together = Script::product(&[ProductMove::FunnelReview]).and_sales(&[SalesMove::CoachReps]);
    let play = Play::quarters(lab(&["belmont"]), 7, &[together, Script::default()]);
    assert!(play.moved(Quantity::Trust, Rule::Relationship, 1) > 0.0);
    assert_eq!(play.moved(Quantity::Trust, Rule::Relationship, 2), 0.0);
}

#[test]
fn attention_has_three_points() {
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.read();
    assert_eq!(play.game.state().phase, Phase::Plan);
    let plan =
        |moves: Vec<ProductMove>| Command::PlanProduct(off_roadmap::sim::ProductPlan { moves, ..Default::default() });
    let three = vec![ProductMove::EnablementKit, ProductMove::WinLoss];
    assert_eq!(play.game.check(&plan(three.clone())), Ok(()));
    let four = [three, vec![ProductMove::FunnelReview]].concat();
    assert_eq!(play.game.check(&plan(four)), Err(Refusal::NotEnoughAttention { needed: 4, there: 3 }));
    let twice = vec![ProductMove::WinLoss, ProductMove::WinLoss];
    assert_eq!(play.game.check(&plan(twice)), Err(Refusal::MoveTwice));
}

#[test]
fn the_strategy_can_be_published_with_evidence_at_hand_but_not_again_while_it_is_fresh() {
    let mut play = Play::new(with_tokens((0.0, 2.0, 0.0)), 7);
    let publish = Script::product(&[ProductMove::PublishStrategy]);
    play.quarter(&publish);
    assert!(play.game.state().strategy_published);
    play.read();
    let plan = off_roadmap::sim::ProductPlan { allocation: play.game.state().allocation, moves: publish.product };
    let refused = play.game.check(&Command::PlanProduct(plan));
    assert_eq!(refused, Err(Refusal::StillFresh(Evidence::Strategy)));
}

#[test]
fn what_was_qualified_in_the_same_quarter_is_shared_too() {
    let script = Script::sales(&[SalesMove::SharePipeline, SalesMove::Qualify(CARD)]);
    let play = planned(&script);
    assert!(play.game.state().knows(Seat::Product, Fact::Fit(CARD)));
}
