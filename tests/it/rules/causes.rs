//! Entries of the ledger name the decisions that led to them, with a separate part for each.

use off_roadmap::ids::round;
use off_roadmap::scenario::Scenario;
use off_roadmap::sim::{DealOutcome, DecisionKind, Entry, ProductMove, Quantity, Rule, SalesMove, Subject};

use crate::rules::driver::{CARD, Play, Script, lab, near};

/// The laboratory with a card that is won about half of the time.
fn even() -> Scenario {
    let mut even = lab(&["arden"]);
    for segment in &mut even.segments {
        segment.win = 0.2;
    }
    even
}

fn entries(play: &Play, quantity: Quantity, rule: Rule) -> Vec<&Entry> {
    play.game.ledger().iter().filter(|entry| entry.quantity == quantity && entry.cause.rule == rule).collect()
}

/// The kinds of decisions behind the entries of a rule.
fn behind(play: &Play, quantity: Quantity, rule: Rule) -> Vec<DecisionKind> {
    let decisions = &play.game.state().decisions;
    let decision = |entry: &Entry| decisions[entry.cause.decision.expect("somebody decided it").index()].kind.clone();
    entries(play, quantity, rule).into_iter().map(decision).collect()
}

/// The entries of new ARR from the card: rule, dollars, decision.
fn signed(play: &Play) -> Vec<(Rule, i64, Option<DecisionKind>)> {
    let about_card =
        |entry: &&Entry| entry.quantity == Quantity::Arr && entry.cause.subject == Some(Subject::Deal(CARD));
    let decided = |entry: &Entry| Some(play.game.state().decisions[entry.cause.decision?.index()].kind.clone());
    let all = play.game.ledger().iter().filter(about_card);
    all.map(|entry| (entry.cause.rule, entry.amount, decided(entry))).collect()
}

#[test]
fn trust_from_working_together_names_every_move_that_brought_it() {
    let script = Script::product(&[ProductMove::FunnelReview]).and_sales(&[
        SalesMove::CoachReps,
        SalesMove::SharePipeline,
        SalesMove::BringProductIn(CARD),
    ]);
    let play = Play::quarters(lab(&["arden"]), 7, &[script]);
    let moves = behind(&play, Quantity::Trust, Rule::Relationship);
    for made in [SalesMove::CoachReps, SalesMove::SharePipeline, SalesMove::BringProductIn(CARD)] {
        assert!(moves.contains(&DecisionKind::Sales(made)), "{made:?} is missing");
    }
    assert!(moves.contains(&DecisionKind::Product(ProductMove::FunnelReview)) && moves.len() == 4);
    let rules = &play.game.scenario().rules;
    let all: i64 = entries(&play, Quantity::Trust, Rule::Relationship).iter().map(|entry| entry.amount).sum();
    assert_eq!(all, round(rules.trust_rate * rules.trust_relation * Quantity::Trust.unit()), "parts add up exactly");
}

#[test]
fn kit_and_coaching_share_enablement_and_talks_share_discovery_with_the_weeks() {
    let script = Script::product(&[ProductMove::EnablementKit, ProductMove::WinLoss]).split(60, 20, 0, 20);
    let play = Play::quarters(lab(&["arden"]), 7, &[script.and_sales(&[SalesMove::CoachReps])]);
    let taught = behind(&play, Quantity::Enablement, Rule::EnablementWork);
    assert!(taught.contains(&DecisionKind::Product(ProductMove::EnablementKit)));
    assert!(taught.contains(&DecisionKind::Sales(SalesMove::CoachReps)) && taught.len() == 2);
    let learned = behind(&play, Quantity::Discovery, Rule::DiscoveryWork);
    assert!(learned.contains(&DecisionKind::Product(ProductMove::WinLoss)));
    assert!(learned.iter().any(|kind| matches!(kind, DecisionKind::Allocation(_))) && learned.len() == 2);
}

#[test]
fn a_deal_that_was_won_by_a_push_or_a_discount_names_it_and_any_other_names_the_answer() {
    let helps = [
        Script { pushes: vec![CARD, CARD], ..Script::yes() },
        Script { sales: vec![SalesMove::Discount(CARD)], ..Script::yes() },
    ];
    for help in helps {
        let (mut by_help, mut anyway) = (0, 0);
        for seed in 0..60 {
            let run = |script: &Script| Play::quarters(even(), seed, std::slice::from_ref(script));
            let (alone, helped) = (run(&Script::yes()), run(&help));
            if helped.deal().outcome == Some(DealOutcome::Lost) {
                continue;
            }
            let (_, _, decision) = signed(&helped)[0].clone();
            let decision = decision.expect("somebody decided it");
            if alone.deal().outcome == Some(DealOutcome::Lost) {
                by_help += 1;
                let discount = DecisionKind::Sales(SalesMove::Discount(CARD));
                assert!(decision == DecisionKind::Push(CARD) || decision == discount, "{decision:?}");
            } else {
                anyway += 1;
                assert!(matches!(decision, DecisionKind::Answer(CARD, _)), "{decision:?}");
            }
        }
        assert!(by_help > 2 && anyway > 2, "{by_help} won by it, {anyway} anyway");
    }
}

#[test]
fn a_discount_is_its_own_part_of_what_was_signed() {
    let script = Script { sales: vec![SalesMove::Discount(CARD)], ..Script::yes() };
    let play = Play::quarters(lab(&["arden"]), 7, &[script]);
    let parts = signed(&play);
    let (full, given) = (play.deal().arr.0, parts[1].1);
    assert_eq!((parts[0].0, parts[0].1), (Rule::DealWon, full));
    assert_eq!((parts[1].0, &parts[1].2), (Rule::Discount, &Some(DecisionKind::Sales(SalesMove::Discount(CARD)))));
    assert!(near(-given as f64, (full as f64 * play.game.scenario().rules.discount_share).round()));
    let all: i64 = parts.iter().map(|(_, dollars, _)| dollars).sum();
    assert_eq!(all, play.customer().arr.0, "the parts are what the customer pays");
}
