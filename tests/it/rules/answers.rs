//! What answers to specials do, and when.

use std::sync::Arc;

use off_roadmap::ids::{DealId, Quarter, Seat};
use off_roadmap::lab::play_with;
use off_roadmap::policy;
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::formula::{churn_risk, response_factor, win_rate};
use off_roadmap::sim::{
    Answer, By, Cell, Command, Event, Evidence, Fact, Game, House, Name, Phase, ProductMove, Quantity, Refusal,
    Response, Rule, SalesMove, check,
};

use crate::rules::driver::{CARD, NO_HOUSE, Play, Script, lab, near};
use crate::view::driver::{Style, play, scenario};

fn no(defence: Option<Evidence>) -> Script {
    Script::answering(Answer { response: Response::Decline, defence, due: None })
}

fn promise(due: u8) -> Answer {
    Answer { response: Response::RoadmapPromise, defence: None, due: Some(Quarter(due)) }
}

#[test]
fn an_undefended_no_costs_trust_in_the_quarter_it_is_given() {
    let with = Play::quarters(lab(&["belmont"]), 7, &[no(None)]);
    let without = Play::quarters(lab(&["belmont"]), 7, &[Script::yes()]);
    assert!(with.moved(Quantity::Trust, Rule::UndefendedNo, 1) < 0.0);
    assert!(with.at(Quantity::Trust, 1) < without.at(Quantity::Trust, 1));
}

#[test]
fn a_no_that_a_fitting_token_defends_costs_half_the_trust_and_keeps_more_of_the_deal() {
    let plain = Play::quarters(lab(&["belmont"]), 7, &[no(None)]);
    let defended = Play::quarters(lab(&["belmont"]), 7, &[no(Some(Evidence::Strategy))]);
    let lost = plain.moved(Quantity::Trust, Rule::UndefendedNo, 1);
    assert!(near(defended.moved(Quantity::Trust, Rule::DefendedNo, 1), lost / 2.0));
    assert_eq!(defended.moved(Quantity::Trust, Rule::UndefendedNo, 1), 0.0);
    assert!(near(defended.moved(Quantity::Strategy, Rule::TokenUsed, 1), -1.0));
    let rules = &defended.game.scenario().rules;
    let ask = defended.deal().ask.as_ref().expect("it asks");
    let factor = |defended| response_factor(rules, ask, false, Response::Decline, defended);
    assert!(factor(true) > factor(false));
}

#[test]
fn a_token_that_does_not_fit_defends_nothing_and_is_used_up() {
    // Strategy only counts as evidence against off-strategy customers, and Arden is in the ideal segment.
    let play = Play::quarters(lab(&["arden"]), 7, &[no(Some(Evidence::Strategy))]);
    assert!(play.moved(Quantity::Trust, Rule::UndefendedNo, 1) < 0.0);
    assert_eq!(play.moved(Quantity::Trust, Rule::DefendedNo, 1), 0.0);
    assert!(near(play.moved(Quantity::Strategy, Rule::TokenUsed, 1), -1.0));
}

#[test]
fn a_defence_needs_a_token() {
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.plan(&Script::default());
    play.house(NO_HOUSE);
    play.stances(CARD, Response::Decline, Response::Decline);
    let vision = Answer { defence: Some(Evidence::Vision), ..Answer::plain(Response::Decline) };
    assert_eq!(play.open(vision), Err(Refusal::NoToken(Evidence::Vision)));
}

#[test]
fn building_as_asked_raises_precedent_and_a_defended_yes_does_not() {
    let built = Play::quarters(lab(&["arden"]), 7, &[Script::yes()]);
    let answer = Answer { defence: Some(Evidence::Strategy), ..Answer::plain(Response::BuildAsAsked) };
    let defended = Play::quarters(lab(&["arden"]), 7, &[Script::answering(answer)]);
    let declined = Play::quarters(lab(&["arden"]), 7, &[no(None)]);
    assert!(built.moved(Quantity::Precedent, Rule::BespokeWins, 1) > 0.0);
    assert_eq!(defended.moved(Quantity::Precedent, Rule::BespokeWins, 1), 0.0);
    assert_eq!(defended.get(Quantity::Precedent), declined.get(Quantity::Precedent));
}

#[test]
fn precedent_raises_the_number_of_asks_one_quarter_later() {
    let play = |script: Script| {
        let mut lab = lab(&["arden"]);
        lab.specials[0].arr = 9_000_000;
        lab.rules.deals_per_quarter = 300.0;
        lab.rules.need_precedent = 0.9;
        Play::quarters(lab, 7, &[script, Script::default()])
    };
    let (built, declined) = (play(Script::yes()), play(no(None)));
    let asked = |play: &Play, quarter: usize| play.game.state().history[quarter].asked;
    assert_eq!(asked(&built, 1), asked(&declined, 1));
    assert!(asked(&built, 2) > asked(&declined, 2));
}

#[test]
fn a_special_costs_upkeep_and_coherence_when_it_is_delivered_not_when_it_is_signed() {
    let built = Play::quarters(lab(&["belmont"]), 7, &[Script::yes(), Script::default()]);
    assert_eq!(built.moved(Quantity::Upkeep, Rule::NewUpkeep, 1), 0.0);
    assert_eq!(built.moved(Quantity::Coherence, Rule::MisalignedWork, 1), 0.0);
    assert!(built.moved(Quantity::Backlog, Rule::WorkAccepted, 1) > 0.0);
    assert!(near(built.moved(Quantity::Upkeep, Rule::NewUpkeep, 2), 40.0 * 0.05));
    let hit = 40.0 / 300.0 * (0.5 * (1.0 - 0.15) + 0.03);
    assert!(near(built.moved(Quantity::Coherence, Rule::MisalignedWork, 2), -hit));
    assert_eq!(built.work().delivered, Some(Quarter(2)));
}

#[test]
fn a_special_turns_out_as_large_as_it_is_only_when_work_begins() {
    let built = Play::quarters(lab(&["belmont"]), 7, &[Script::yes(), Script::default()]);
    assert!(near(built.moved(Quantity::Backlog, Rule::WorkAccepted, 1), 22.0));
    assert!(near(built.moved(Quantity::Backlog, Rule::WorkGrew, 2), 40.0 - 22.0));
}

#[test]
fn responses_order_by_coherence_hit_upkeep_and_win_rate() {
    let hurt = |response| {
        let answer = Script::answering(Answer::plain(response));
        let busy = Script::default().split(40, 50, 5, 5);
        let play = Play::quarters(lab(&["belmont"]), 7, &[answer, busy.clone(), busy]);
        let sum = |quantity, rule| (2..=3).map(|quarter| play.moved(quantity, rule, quarter)).sum::<f64>();
        (-sum(Quantity::Coherence, Rule::MisalignedWork), sum(Quantity::Upkeep, Rule::NewUpkeep))
    };
    let (build, descope) = (hurt(Response::BuildAsAsked), hurt(Response::Descope));
    let (paid, productise) = (hurt(Response::PaidExtension), hurt(Response::ProductiseLater));
    assert!(build.0 > descope.0 && descope.0 > productise.0 && build.0 > paid.0 && productise.0 > 0.0);
    assert!(build.1 > descope.1 && build.1 > paid.1 && descope.1 > productise.1 && productise.1 > 0.0);
    let rules = lab(&["belmont"]).rules;
    let win = |response: Response| response.terms(&rules).win;
    let order = [Response::BuildAsAsked, Response::Simplify, Response::Descope, Response::RoadmapPromise];
    assert!(order.windows(2).all(|pair| win(pair[0]) > win(pair[1])));
    assert!(win(Response::PaidExtension) < win(Response::Descope) && win(Response::Decline) < 1.0);
}

#[test]
fn productising_starts_a_quarter_later_builds_the_theme_and_opens_already_have() {
    let later = |first: Response| {
        let answer = Script::answering(Answer::plain(first));
        let empty = Script::default();
        let mut play = Play::quarters(lab(&["arden", "corvia"]), 7, &[answer, empty.clone(), empty.clone()]);
        while play.game.state().cards().is_empty() {
            play.plan(&empty);
            play.house(NO_HOUSE);
            if play.game.state().cards().is_empty() {
                play.close();
                play.read();
            }
        }
        let card = play.game.state().cards()[0];
        play.stances(card, Response::Decline, Response::Decline);
        let answer = Answer::plain(Response::AlreadyHave);
        let have = play.game.check(&Command::SignAnswer { seat: Seat::Sales, deal: card, answer });
        (play, have)
    };
    let (productised, have) = later(Response::ProductiseLater);
    assert_eq!(have, Ok(()));
    assert_eq!((productised.work().starts, productised.work().delivered), (Quarter(3), Some(Quarter(3))));
    assert!(productised.events.iter().any(|event| matches!(event, Event::ThemeBuilt(..))));
    let (built, have) = later(Response::BuildAsAsked);
    assert_eq!(have, Err(Refusal::BuiltForOneCustomer), "it says why what was built does not cover it");
    assert_eq!(built.work().delivered, Some(Quarter(2)));
}

#[test]
fn a_theme_that_is_built_and_falls_short_of_an_ask_says_so() {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
    let found = std::cell::Cell::new(0);
    for (policy, seed) in policy::ALL.into_iter().flat_map(|policy| [(policy, 7), (policy, 8)]) {
        let _ = play_with(&scenario, seed, |game| {
            let state = game.state();
            for deal in state.deals.values() {
                let Some(ask) = deal.ask.as_ref().filter(|ask| state.themes_built.contains(&ask.theme)) else {
                    continue;
                };
                let short = check::response(state, deal, ask, Response::AlreadyHave) == Err(Refusal::ThemeFallsShort);
                assert_eq!(short, !ask.shared, "seed {seed}");
                found.set(found.get() + usize::from(short));
            }
            policy
        });
    }
    assert!(found.get() > 0);
}

#[test]
fn a_paid_extension_brings_its_fee_when_the_deal_is_won() {
    let paid = Script::answering(Answer::plain(Response::PaidExtension));
    let play = Play::quarters(lab(&["belmont"]), 7, std::slice::from_ref(&paid));
    assert!(near(play.moved(Quantity::Cash, Rule::Fee, 1), 22.0 * 1.1 * 4500.0));
    let mut hopeless = lab(&["belmont"]);
    hopeless.rules.win_max = 0.0;
    let lost = Play::quarters(hopeless, 7, &[paid]);
    assert_eq!(lost.moved(Quantity::Cash, Rule::Fee, 1), 0.0);
    assert!(lost.game.state().works.is_empty());
}

#[test]
fn the_rest_of_a_fee_waits_in_escrow_until_delivery_and_its_customer_signs_for_longer() {
    let mut escrow = lab(&["belmont"]);
    escrow.rules.paid_upfront = 0.25;
    escrow.rules.paid_contract = 8.0;
    let paid = Script::answering(Answer::plain(Response::PaidExtension)).split(40, 50, 5, 5);
    let play = Play::quarters(escrow, 7, &[paid.clone(), paid.clone(), paid]);
    let fee = 22.0 * 1.1 * 4500.0;
    let delivered = play.work().delivered.expect("half of engineering delivers it").0;
    assert!(near(play.moved(Quantity::Cash, Rule::Fee, 1), 0.25 * fee));
    assert!(near(play.moved(Quantity::Cash, Rule::Fee, delivered), 0.75 * fee));
    assert_eq!(play.customer().renews, Quarter(9));
}

#[test]
fn a_roadmap_promise_names_a_quarter_from_the_next_to_a_year_ahead() {
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.plan(&Script::default());
    play.house(NO_HOUSE);
    play.stances(CARD, Response::Decline, Response::Decline);
    let refused = Err(Refusal::DueOutOfRange { first: Quarter(2), last: Quarter(5) });
    assert_eq!(play.open(Answer::plain(Response::RoadmapPromise)), refused);
    assert_eq!(play.open(promise(1)), refused);
    assert_eq!(play.open(promise(6)), refused);
    assert_eq!(play.open(promise(2)), Ok(()));
    let dated = Answer { due: Some(Quarter(2)), ..Answer::plain(Response::Decline) };
    assert_eq!(play.open(dated), Err(Refusal::DueWithoutPromise));
}

#[test]
fn a_late_promise_marks_the_customer_costs_trust_and_raises_the_risk_at_renewal() {
    let run =
        |split: Script| Play::quarters(lab(&["belmont"]), 7, &[Script::answering(promise(3)), split.clone(), split]);
    let (kept, late) = (run(Script::default().split(60, 30, 5, 5)), run(Script::default().split(90, 0, 5, 5)));
    let risk = |play: &Play| churn_risk(play.game.scenario(), play.game.state(), play.customer());
    assert_eq!(kept.get(Quantity::PromisesKept), 1.0);
    assert!(!kept.work().late && kept.customer().let_down.is_none());
    assert_eq!(risk(&kept).late, 0.0);
    assert!(late.work().late && late.customer().let_down.is_some());
    assert_eq!(late.moved(Quantity::PromisesBroken, Rule::LatePromise, 2), 0.0);
    assert_eq!(late.moved(Quantity::PromisesBroken, Rule::LatePromise, 3), 1.0);
    assert!(near(late.moved(Quantity::Trust, Rule::LatePromise, 3), -0.02));
    assert!(near(risk(&late).late, 0.15));
}

#[test]
fn simplifying_is_refused_until_both_know_the_true_need() {
    let simplify = |script: &Script| {
        let mut play = Play::new(lab(&["arden"]), 7);
        play.plan(script);
        play.house(NO_HOUSE);
        play.stances(CARD, Response::Decline, Response::Decline);
        play.open(Answer::plain(Response::Simplify))
    };
    let called = Script::product(&[ProductMove::ProspectCall(CARD)]);
    assert_eq!(simplify(&Script::default()), Err(Refusal::NeedUnknown));
    assert_eq!(simplify(&called), Err(Refusal::NeedUnknown));
    assert_eq!(simplify(&called.and_sales(&[SalesMove::BringProductIn(CARD)])), Ok(()));
}

#[test]
fn small_asks_get_the_standing_answer_of_their_cell() {
    let mut many = scenario(&[]);
    many.rules.need_base = 0.9;
    let house =
        House { answers: [Response::Descope, Response::PaidExtension, Response::Decline, Response::ProductiseLater] };
    let mut play = Play::new(many, 3);
    play.plan(&Script::default());
    play.house(house);
    let (state, rules) = (play.game.state(), &play.game.scenario().rules);
    assert!(state.turn.small_asks.len() > 5);
    for id in &state.turn.small_asks {
        let ask = state.deals.get(id).expect("it was opened").ask.as_ref().expect("it asks");
        let engineering = state.get(Quantity::Engineering);
        let cell = Cell::of(ask.effort_estimate, ask.alignment_estimate, engineering, rules);
        let settled = ask.answer.expect("answered by the house");
        assert_eq!((settled.answer, settled.by), (Answer::plain(house.answer(cell)), By::House));
    }
}

#[test]
fn the_house_quadrant_needs_both_signatures_and_comes_before_the_cards() {
    let mut play = Play::new(lab(&["arden"]), 7);
    play.plan(&Script::default());
    let stance = Command::TakeStance { seat: Seat::Sales, deal: CARD, stance: Response::Decline };
    play.act(&Command::SignHouse { seat: Seat::Product, house: NO_HOUSE });
    play.act(&Command::SignHouse { seat: Seat::Sales, house: House::default() });
    assert_eq!(play.game.check(&stance), Err(Refusal::HouseFirst));
    play.act(&Command::SignHouse { seat: Seat::Sales, house: NO_HOUSE });
    assert_eq!(play.game.check(&stance), Ok(()));
    assert_eq!(play.game.state().house, NO_HOUSE);
    let single = House { answers: [Response::Simplify; 4] };
    let mut other = Play::new(lab(&["arden"]), 7);
    other.plan(&Script::default());
    let refused = other.game.check(&Command::SignHouse { seat: Seat::Sales, house: single });
    assert_eq!(refused, Err(Refusal::NotStanding(Response::Simplify)));
}

#[test]
fn an_answer_needs_both_stances_and_two_equal_signatures() {
    let mut play = Play::new(lab(&["arden"]), 7);
    play.plan(&Script::default());
    play.house(NO_HOUSE);
    let sign = |seat, response| Command::SignAnswer { seat, deal: CARD, answer: Answer::plain(response) };
    assert_eq!(play.game.check(&sign(Seat::Sales, Response::Decline)), Err(Refusal::StancesFirst));
    play.stances(CARD, Response::Decline, Response::BuildAsAsked);
    assert!(play.game.state().knows(Seat::Sales, Fact::Estimate(CARD)));
    play.act(&sign(Seat::Sales, Response::BuildAsAsked));
    play.act(&sign(Seat::Product, Response::Decline));
    assert!(play.deal().ask.as_ref().is_some_and(|ask| ask.answer.is_none()));
    play.act(&sign(Seat::Product, Response::BuildAsAsked));
    let settled = play.deal().ask.as_ref().and_then(|ask| ask.answer).expect("two equal signatures");
    assert_eq!((settled.answer.response, settled.by), (Response::BuildAsAsked, By::Both));
    assert_eq!(
        play.game.check(&sign(Seat::Sales, Response::Decline)),
        Err(Refusal::WrongPhase { now: off_roadmap::sim::Phase::Close, needs: off_roadmap::sim::Phase::Table })
    );
}

/// Plays a card with two stances to the CEO's decision. Returns the game, and whose side the CEO took.
fn escalated(seed: u64, product: Option<Answer>) -> (Play, By) {
    escalated_from(seed, product, Response::Decline)
}

fn escalated_from(seed: u64, product: Option<Answer>, stance: Response) -> (Play, By) {
    let mut play = Play::new(lab(&["belmont"]), seed);
    play.plan(&Script::default());
    play.house(NO_HOUSE);
    play.stances(CARD, stance, Response::BuildAsAsked);
    if let Some(answer) = product {
        play.act(&Command::SignAnswer { seat: Seat::Product, deal: CARD, answer });
    }
    play.act(&Command::Escalate { seat: Seat::Sales, deal: CARD });
    let by = play.deal().ask.as_ref().and_then(|ask| ask.answer).expect("the CEO decides").by;
    (play, by)
}

#[test]
fn asking_the_ceo_costs_trust_and_decides_for_one_of_the_sides() {
    for seed in 0..20 {
        let (play, by) = escalated(seed, None);
        assert!(near(play.moved(Quantity::Trust, Rule::Escalation, 1), -0.05));
        let settled = play.deal().ask.as_ref().and_then(|ask| ask.answer).expect("decided");
        let expected = match by {
            By::Ceo(Seat::Product) => Response::Decline,
            By::Ceo(Seat::Sales) => Response::BuildAsAsked,
            other => panic!("decided by {other:?}"),
        };
        assert_eq!(settled.answer.response, expected);
    }
}

#[test]
fn a_promise_that_is_only_a_stance_names_the_quarter_after_next_when_the_ceo_takes_it() {
    let taken = (0..20).map(|seed| escalated_from(seed, None, Response::RoadmapPromise));
    let (play, _) = taken.into_iter().find(|(_, by)| *by == By::Ceo(Seat::Product)).expect("the CEO takes it once");
    let settled = play.deal().ask.as_ref().and_then(|ask| ask.answer).expect("decided");
    let promise = Answer { due: Some(Quarter(3)), ..Answer::plain(Response::RoadmapPromise) };
    assert_eq!(settled.answer, promise);
}

#[test]
fn the_ceo_backs_a_side_with_fitting_evidence_more_often() {
    let defended = Answer { defence: Some(Evidence::Strategy), ..Answer::plain(Response::Decline) };
    let backed = |answer| (0..60).filter(|&seed| escalated(seed, answer).1 == By::Ceo(Seat::Product)).count();
    let (with, without) = (backed(Some(defended)), backed(None));
    assert!(with > without + 5, "{with} with evidence, {without} without");
}

#[test]
fn there_is_nothing_to_escalate_when_the_sides_agree() {
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.plan(&Script::default());
    play.house(NO_HOUSE);
    let escalate = Command::Escalate { seat: Seat::Product, deal: CARD };
    assert_eq!(play.game.check(&escalate), Err(Refusal::StancesFirst));
    play.stances(CARD, Response::Decline, Response::Decline);
    assert_eq!(play.game.check(&escalate), Err(Refusal::NothingToEscalate));
}

#[test]
fn the_ceo_does_not_decline_what_sales_promised() {
    let mut play = Play::new(lab(&["belmont"]), 7);
    play.plan(&Script::sales(&[SalesMove::PrePromise(CARD)]));
    play.house(NO_HOUSE);
    // Neither stance is possible: the promise rules out declining, and nothing that exists covers the ask.
    play.stances(CARD, Response::Decline, Response::AlreadyHave);
    play.act(&Command::Escalate { seat: Seat::Product, deal: CARD });
    let settled = play.deal().ask.as_ref().and_then(|ask| ask.answer).expect("decided");
    assert_ne!(settled.answer.response, Response::Decline);
}

#[test]
fn a_table_has_two_to_four_cards_when_so_many_ask() {
    for seed in 0..6 {
        let mut many = scenario(&[]);
        many.rules.need_base = 0.5;
        let mut play = Play::new(many, seed);
        for _ in 0..4 {
            play.plan(&Script::default());
            let state = play.game.state();
            assert!((2..=4).contains(&state.cards().len()), "{} cards", state.cards().len());
            let due = |id: &DealId| {
                state.deals.get(id).expect("it was opened").closes == state.quarter
                    && state.deals.get(id).expect("it was opened").ask.is_some()
            };
            assert!(state.cards().iter().chain(&state.turn.small_asks).all(due));
            play.table(&Script::default());
            play.close();
            play.read();
        }
    }
}

#[test]
fn discovery_makes_descoping_cheaper() {
    let size = |discovery| {
        let mut lab = lab(&["arden"]);
        lab.company.discovery = discovery;
        let descoped = Script::answering(Answer::plain(Response::Descope));
        Play::quarters(lab, 7, &[descoped]).work().estimate
    };
    assert!(near(size(0.0), 14.0 * 0.65));
    assert!(size(0.8) < size(0.2));
}

#[test]
fn a_no_keeps_less_of_the_deal_when_it_is_a_dealbreaker_or_the_competitor_has_it() {
    let rules = lab(&["arden"]).rules;
    let play = Play::new(lab(&["arden"]), 7);
    let hard = play.deal().ask.clone().expect("it asks");
    let soft = off_roadmap::sim::Ask { dealbreaker: false, ..(*hard).clone() };
    let factor = |ask, competitor| response_factor(&rules, ask, competitor, Response::Decline, false);
    assert!(factor(&hard, false) < factor(&soft, false));
    assert!(factor(&hard, true) < factor(&hard, false));
    let yes = response_factor(&rules, &hard, true, Response::BuildAsAsked, false);
    assert!(yes > 1.0 && win_rate(play.game.scenario(), play.game.state(), play.deal()) > 0.0);
}

#[test]
fn changing_an_answer_shifts_no_other_die() {
    let (yes, no) =
        (Play::quarters(lab(&["arden"]), 7, &[Script::yes()]), { Play::quarters(lab(&["arden"]), 7, &[no(None)]) });
    let (with, without) = (yes.game.state(), no.game.state());
    let both: Vec<_> = with.deals.values().filter_map(|deal| Some((deal, without.deals.get(&deal.id)?))).collect();
    assert!(both.len() > 10);
    for (a, b) in both {
        assert_eq!((a.die, a.arr, a.segment, a.fit, a.champion), (b.die, b.arr, b.segment, b.fit, b.champion));
    }
    assert!(check::tokens(with) == check::tokens(without));
}

#[test]
fn every_table_has_a_hidden_profile() {
    let shelf = Shelf::built_in();
    for item in shelf.list() {
        let scenario = item.scenario().expect("it is built in").clone();
        let id = scenario.id.clone();
        for seed in 0..8 {
            let hidden = |game: &Game, deal: &DealId| match game.state().deals.get(deal).map(|deal| deal.name) {
                Some(Name::Card(card)) => game.scenario().specials[card.index()].hidden_profile,
                _ => false,
            };
            play(scenario.clone(), seed, Style::Builds, |game, _| {
                let state = game.state();
                if state.phase == Phase::Table {
                    let cards = state.cards();
                    assert!(cards.iter().any(|deal| hidden(game, deal)), "{id}, seed {seed}, {:?}", state.quarter);
                    assert!(cards.len() <= 4);
                }
            });
        }
    }
}

#[test]
fn a_promise_that_is_never_kept_is_not_forgiven_at_the_renewal() {
    let never = Script::default().split(95, 0, 5, 0);
    let mut scripts = vec![never.clone(); 6];
    scripts[0].answer = Some(promise(2));
    let mut patient = lab(&["belmont"]);
    patient.rules.churn_late = 0.0;
    let play = Play::quarters(patient, 7, &scripts);
    assert!(play.customer().renews > Quarter(6), "it renewed in between");
    assert!(play.work().late && play.customer().let_down.is_some());
}

#[test]
fn work_for_a_customer_that_left_is_dropped_and_counts_as_no_promise() {
    let never = Script::default().split(95, 0, 5, 0);
    let mut scripts = vec![never.clone(); 6];
    scripts[0].answer = Some(promise(5));
    let mut fickle = lab(&["belmont"]);
    fickle.segments.iter_mut().for_each(|segment| segment.churn = 1.0);
    let play = Play::quarters(fickle, 7, &scripts);
    assert!(play.game.state().customers.values().all(|customer| customer.deal != Some(CARD)));
    assert!(play.work().cancelled && !play.work().open());
    assert_eq!(play.moved(Quantity::PromisesBroken, Rule::LatePromise, 6), 0.0);
    assert!(play.moved(Quantity::Backlog, Rule::WorkDropped, 5) < 0.0);
    assert!(near(play.get(Quantity::Backlog), 0.0));
}

#[test]
fn what_an_answer_claims_of_a_budget_says_nothing_about_the_champion() {
    let claim = |champion: f64| {
        let mut known = lab(&["belmont"]);
        known.specials[0].champion = champion;
        let play = Play::new(known, 7);
        let (deal, state) = (play.deal(), play.game.state());
        let ask = deal.ask.as_ref().expect("a card asks");
        check::claim(play.game.scenario(), state, deal, ask, Response::BuildAsAsked)
    };
    assert!(near(claim(0.1), claim(0.9)));
}
