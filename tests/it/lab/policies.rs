//! The built-in policies: they play by the rules to the end, do not see secrets, and give the same results on
//! any number of threads.

use std::sync::Arc;

use off_roadmap::ids::{DealId, Seat};
use off_roadmap::lab::{self, Job, Played, each};
use off_roadmap::policy::{self, Partner, Policy, command};
use off_roadmap::scenario::{POLICIES, Scenario, Shelf};
use off_roadmap::sim::{Answer, Ask, By, Command, Deal, Evidence, Game, Refusal, Response, Step, check};
use off_roadmap::text::{self, Text};

use crate::telling::telling;

fn scale_up() -> Arc<Scenario> {
    Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"))
}

#[test]
fn every_policy_plays_every_scenario_to_its_debrief() {
    let shelf = Shelf::built_in();
    for item in shelf.list() {
        let scenario = Arc::new(item.scenario().expect("the built-in shelf is fine").clone());
        for policy in policy::ALL {
            let game = lab::play(policy, &scenario, 5);
            assert_eq!(game.steps(), [Step::Debrief], "{} stops early on {}", policy.id(), scenario.id);
        }
    }
}

#[test]
fn no_two_customers_or_prospects_of_a_game_have_the_same_name() {
    let shelf = Shelf::built_in();
    for item in shelf.list() {
        let scenario = Arc::new(item.scenario().expect("the built-in shelf is fine").clone());
        for (policy, seed) in policy::ALL.into_iter().flat_map(|policy| [(policy, 7), (policy, 8)]) {
            let game = lab::play(policy, &scenario, seed);
            let state = game.state();
            let customers = state.customers.values().map(|customer| (customer.name, customer.deal));
            let teller = telling(&Text::default(), &game);
            let named = |name| text::name(&teller, name);
            // A customer who was won is also listed as a deal.
            let mut all: Vec<String> =
                customers.filter(|(_, deal)| deal.is_none()).map(|(name, _)| named(name)).collect();
            all.extend(state.deals.values().map(|deal| named(deal.name)));
            all.sort();
            let twice: Vec<&str> = all.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0].as_str()).collect();
            assert_eq!(twice, Vec::<&str>::new(), "{} by {}, of {} names", scenario.id, policy.id(), all.len());
        }
    }
}

#[test]
fn no_two_cards_of_a_table_ask_in_the_same_words() {
    let scenario = scale_up();
    for seed in 1..=40 {
        let tables = std::cell::Cell::new(0);
        let _ = lab::play_with(&scenario, seed, |game| {
            let state = game.state();
            let cards = state.cards().iter().filter_map(|id| state.deals.get(id)?.ask.as_ref());
            let mut asks: Vec<_> = cards.map(|ask| ask.text).collect();
            let cards = asks.len();
            tables.set(tables.get() + usize::from(cards > 1));
            asks.sort();
            asks.dedup();
            assert_eq!(asks.len(), cards, "seed {seed}");
            policy::ALL[0]
        });
        assert!(tables.get() > 0);
    }
}

#[test]
fn claims_and_the_command_line_name_the_policies_that_there_are() {
    let ids: Vec<&str> = policy::ALL.iter().map(|policy| policy.id()).collect();
    assert_eq!(ids, POLICIES);
    assert!(ids.iter().all(|id| policy::by_id(id).is_some()));
}

#[test]
fn no_policy_plays_otherwise_when_only_the_secrets_differ() {
    // The same scenario, but what its hand-written cards hide is different, while what they show is the same.
    let mut other = (*scale_up()).clone();
    for card in &mut other.specials {
        let told = card.alignment + card.alignment_error;
        card.alignment = 1.0 - card.alignment;
        card.alignment_error = told - card.alignment;
        card.true_effort *= 3.0;
        card.dealbreaker = !card.dealbreaker;
    }
    for policy in policy::ALL {
        let (mut one, mut two) = (Game::new(scale_up(), 3), Game::new(Arc::new(other.clone()), 3));
        // Up to the first close, nothing hidden shows.
        while one.state().history.len() < 2 {
            let step = one.steps().remove(0);
            let (first, second) = (command(policy, &one, &step), command(policy, &two, &step));
            assert_eq!(first, second, "{} knows too much", policy.id());
            let Some(signed) = first else { break };
            one.execute(&signed).expect("policies ask for what can be done");
            two.execute(&signed).expect("policies ask for what can be done");
        }
    }
}

fn values(threads: usize) -> Vec<Played> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    let scenario = scale_up();
    let policy: &'static dyn Policy = policy::by_id("quadrant").expect("there is one");
    let jobs = (1..=12).map(|seed| Job { scenario: scenario.clone(), policy, seed });
    let mut all = Vec::new();
    pool.install(|| each(jobs, Job::run, |_, played| all.push(played)));
    all
}

#[test]
fn the_number_of_threads_changes_nothing() {
    assert_eq!(values(1), values(3));
}

#[test]
fn a_partner_signs_what_it_said_it_would_do() {
    let scenario = scale_up();
    let mut same = 0;
    for (id, seed) in policy::ALL.iter().map(|policy| policy.id()).flat_map(|id| [(id, 3), (id, 8)]) {
        let partner = Partner { seat: Seat::Sales, policy: policy::by_id(id).expect("it is built in") };
        let mut game = Game::without_ledger(scenario.clone(), seed);
        while let Some(step) = game.steps().into_iter().next() {
            if let Some(command) = partner.command(&game) {
                game.advance(&command).expect("it was offered");
                continue;
            }
            let person = command(policy::STAND_IN, &game, &step);
            let command = match (&step, person) {
                (Step::Debrief, _) | (_, None) => break,
                // The person signs what the partner said, if that is possible.
                (Step::Answer(Seat::Product, deal), Some(own)) => {
                    let ask = game.state().deals.get(deal).and_then(|deal| deal.ask.as_ref());
                    let stance = ask.and_then(|ask| ask.stances.sales).expect("both took a stance");
                    let said = check::bare(game.state().quarter, stance);
                    let agreed = Command::SignAnswer { seat: Seat::Product, deal: *deal, answer: said };
                    if game.check(&agreed).is_ok() {
                        game.advance(&agreed).expect("it was checked");
                        let answer = partner.command(&game);
                        assert!(!matches!(answer, Some(Command::Escalate { .. })), "{id} {seed}: {deal:?}");
                        same += 1;
                        continue;
                    }
                    own
                }
                (_, Some(own)) => own,
            };
            game.advance(&command).expect("it was offered");
        }
    }
    assert!(same > 300, "{same}");
}

#[test]
fn a_partner_does_not_sign_with_evidence_that_was_used_for_another_card_meanwhile() {
    let plays = policy::by_id("quadrant-proactive").expect("it is built in");
    let mut gone = 0;
    for seed in 0..10 {
        let mut game = Game::without_ledger(scale_up(), seed);
        while let Some(step) = game.steps().into_iter().next() {
            for (card, after) in evidence_used_up(&game, &step) {
                let signs = command(policy::STAND_IN, &after, &Step::Answer(Seat::Product, card)).expect("it is open");
                assert!(after.check(&signs).is_ok(), "{seed} {signs:?}");
                gone += 1;
            }
            let Some(command) = command(plays, &game, &step) else { break };
            game.advance(&command).expect("it was offered");
        }
    }
    assert!(gone > 10, "{gone}");
}

/// If a card is about to be answered: games in which sales has signed a no with evidence, which both have then used for the
/// other cards of the table.
fn evidence_used_up(game: &Game, step: &Step) -> Vec<(DealId, Game)> {
    let &Step::Answer(_, card) = step else { return Vec::new() };
    let open = |deal: &&Deal| deal.id != card && deal.ask.as_ref().is_some_and(|ask| ask.answer.is_none());
    let others: Vec<DealId> = game.state().deals.values().filter(open).map(|deal| deal.id).collect();
    let used = |evidence: Evidence| {
        let mut after = game.clone();
        let answer = Answer { defence: Some(evidence), ..Answer::plain(Response::Decline) };
        let sign = |seat, deal| Command::SignAnswer { seat, deal, answer };
        after.advance(&sign(Seat::Sales, card)).ok()?;
        for &deal in &others {
            // What is refused is not on the table now, or decided already.
            for seat in Seat::BOTH {
                let _ = after.advance(&Command::TakeStance { seat, deal, stance: Response::Decline });
            }
            for seat in Seat::BOTH {
                let _ = after.advance(&sign(seat, deal));
            }
        }
        matches!(after.check(&sign(Seat::Product, card)), Err(Refusal::NoToken(_))).then_some((card, after))
    };
    Evidence::ALL.into_iter().filter_map(used).collect()
}

#[test]
fn a_partner_offers_once_what_it_would_also_sign_and_then_leaves_it_to_the_ceo() {
    let scenario = scale_up();
    let partner = Partner { seat: Seat::Product, policy: policy::by_id("quadrant").expect("it is built in") };
    let (mut offers, mut agreed) = (0, 0);
    for seed in 1..=20 {
        let mut game = Game::without_ledger(scenario.clone(), seed);
        while let Some(step) = game.steps().into_iter().next() {
            if let Some(command) = partner.command(&game) {
                game.advance(&command).expect("it was offered");
                continue;
            }
            let Some(own) = command(policy::STAND_IN, &game, &step) else { break };
            let Step::Answer(Seat::Sales, deal) = step else {
                game.advance(&own).expect("it was offered");
                continue;
            };
            // The person wants everything built as asked.
            let wanted = Command::SignAnswer { seat: Seat::Sales, deal, answer: Answer::plain(Response::BuildAsAsked) };
            let wanted = if game.check(&wanted).is_ok() { wanted } else { own };
            let before = ask(&game, deal);
            game.advance(&wanted).expect("it was checked");
            let Some(Command::SignAnswer { answer, .. }) = partner.command(&game) else { continue };
            game.advance(&Command::SignAnswer { seat: Seat::Product, deal, answer }).expect("it was offered");
            if ask(&game, deal).answer.is_some() {
                continue;
            }
            assert_eq!(before.signed.product.map(|mine| mine.response), before.stances.product, "it gives in once");
            assert_ne!(answer.response, Response::Decline, "nobody is met halfway by a no");
            assert_eq!(partner.command(&game), None, "it waits for an answer");
            offers += 1;
            // Half of the time the person accepts; otherwise they sign their own answer once more.
            if deal.0 % 2 == 0 {
                game.advance(&Command::SignAnswer { seat: Seat::Sales, deal, answer }).expect("it is open");
                assert_eq!(
                    ask(&game, deal).answer.map(|settled| (settled.by, settled.answer)),
                    Some((By::Both, answer))
                );
                agreed += 1;
            } else {
                game.advance(&wanted).expect("it was open before");
                assert!(matches!(partner.command(&game), Some(Command::Escalate { .. })), "{seed} {deal:?}");
            }
        }
    }
    assert!(offers > 20 && agreed > 8, "{offers} offers, {agreed} taken");
}

fn ask(game: &Game, deal: DealId) -> Ask {
    game.state().deals.get(&deal).and_then(|deal| deal.ask.as_deref().cloned()).expect("it asks for something")
}
