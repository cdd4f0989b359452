//! What is true of every game, whatever the commands.

use std::sync::Arc;

use off_roadmap::ids::{CustomerId, DealId, Quarter, Seat, WorkId};
use off_roadmap::run::{RunFile, Session, Team, replay};
use off_roadmap::sim::{
    Allocation, Answer, Command, Customer, Evidence, Game, House, Phase, ProductMove, ProductPlan, Quantity, Range,
    Reform, Response, SalesMove, SalesPlan, Step,
};
use proptest::prelude::*;

use crate::view::driver::{Style, next, scenario};

/// Numbers from which a command is made; half of the commands try to be sensible.
type Recipe = (u8, [u8; 6]);

fn recipes() -> impl Strategy<Value = Vec<Recipe>> {
    prop::collection::vec((any::<u8>(), any::<[u8; 6]>()), 30..100)
}

fn pick<T: Clone>(from: &[T], by: u8) -> Option<T> {
    from.get(usize::from(by) % from.len().max(1)).cloned()
}

/// A deal of the game: often a named one that is open, sometimes one that does not exist.
fn deal(game: &Game, by: u8) -> DealId {
    let state = game.state();
    let cards = state.cards().to_vec();
    let named: Vec<DealId> = state.open_deals().filter(|deal| deal.named).map(|deal| deal.id).collect();
    let any: Vec<DealId> = state.deals.keys().collect();
    let from = [cards, named, any, Vec::new()];
    pick(&from[usize::from(by % 4)], by / 4).unwrap_or(DealId(u32::from(by)))
}

fn product_move(game: &Game, kind: u8, by: u8) -> ProductMove {
    let works: Vec<WorkId> = game.state().works.values().map(|work| work.id).collect();
    match kind % 10 {
        0 => ProductMove::FunnelReview,
        1 => ProductMove::ProspectCall(deal(game, by)),
        2 => ProductMove::WinLoss,
        3 => ProductMove::EnablementKit,
        4 => ProductMove::PublishVision,
        5 => ProductMove::PublishStrategy,
        6 => ProductMove::TrackSpecials,
        7 => ProductMove::BoardPaper(Reform::ALL[usize::from(by % 3)]),
        8 => ProductMove::BoardPaperProductLed,
        _ => ProductMove::Sunset(pick(&works, by).unwrap_or(WorkId(0))),
    }
}

fn sales_move(game: &Game, kind: u8, by: u8) -> SalesMove {
    let due = |customer: &&Customer| by.is_multiple_of(5) || customer.renews == game.state().quarter;
    let customers: Vec<CustomerId> = game.state().customers.values().filter(due).map(|customer| customer.id).collect();
    match kind % 11 {
        0 => SalesMove::Qualify(deal(game, by)),
        1 => SalesMove::BringProductIn(deal(game, by)),
        2 => SalesMove::CoachReps,
        3 => SalesMove::SharePipeline,
        4 => SalesMove::PrePromise(deal(game, by)),
        5 => SalesMove::Discount(deal(game, by)),
        6 => SalesMove::SaveRenewal(pick(&customers, by).unwrap_or_default()),
        7 => SalesMove::ProspectIcp,
        8 => SalesMove::SupportPaper,
        9 => SalesMove::RepriceOffStrategy,
        _ => SalesMove::BlockPaper,
    }
}

/// An answer to a card. Half of the time it depends only on the card, so that both seats often sign the same.
fn answer(game: &Game, card: DealId, a: u8, b: u8) -> Answer {
    let (a, b) = if a < 128 { ((card.0 % 8) as u8, (card.0 % 5) as u8) } else { (a, b) };
    let response = Response::ALL[usize::from(a % 8)];
    let defence = [None, None, Some(Evidence::Vision), Some(Evidence::Strategy), Some(Evidence::Impact)];
    let promised = response == Response::RoadmapPromise || b > 240;
    let due = promised.then(|| Quarter(game.state().quarter.0.wrapping_add(b % 6)));
    Answer { response, defence: defence[usize::from(b % 5)], due }
}

fn split(a: u8, b: u8) -> Allocation {
    let (first, second) = (a % 11 * 5, b % 11 * 5);
    let odd = u8::from(a == 255);
    Allocation {
        roadmap: 100 - first.max(second),
        specials: first.max(second) - first.min(second),
        repair: first.min(second) + odd,
        discovery: 0,
    }
}

/// A command for the current phase of the game, or for any other.
fn command(game: &Game, (kind, n): Recipe) -> Command {
    let seat = Seat::BOTH[usize::from(n[0] % 2)];
    let fitting = game.steps().get(usize::from(n[1] % 2)).or(game.steps().first()).cloned();
    let kind = match fitting {
        Some(Step::Plan(Seat::Product)) if kind > 60 => 1,
        Some(Step::Plan(Seat::Sales)) if kind > 60 => 2,
        Some(Step::ReadBriefing(_) | Step::ReadReview(_)) if kind > 40 => 0,
        Some(Step::House(_)) if kind > 60 => 3,
        Some(Step::Stance(..)) if kind > 40 => 4,
        Some(Step::Answer(..)) if kind > 120 => 5,
        Some(Step::Answer(..)) if kind > 100 => 6,
        Some(Step::Predict(_)) if kind > 40 => 7,
        _ => kind % 8,
    };
    let numbers = [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e6, 2e6, f64::MAX];
    match kind {
        0 => Command::Read { seat },
        1 => {
            let moves = (0..n[1] % 4).map(|i| product_move(game, n[2].wrapping_add(i), n[3])).collect();
            Command::PlanProduct(ProductPlan { allocation: split(n[4], n[5]), moves })
        }
        2 => {
            let first = n[5] % 21 * 5;
            let moves = (0..n[1] % 4).map(|i| sales_move(game, n[2].wrapping_add(i), n[3])).collect();
            let pushes = (0..n[4] % 4).map(|i| deal(game, n[3].wrapping_add(i * 4))).collect();
            Command::PlanSales(SalesPlan { target: vec![first, 100 - first], pushes, moves })
        }
        3 => {
            let house = if n[1] < 200 {
                House::default()
            } else {
                House { answers: [Response::ALL[usize::from(n[2] % 8)]; 4] }
            };
            Command::SignHouse { seat, house }
        }
        4 => Command::TakeStance { seat, deal: deal(game, n[2]), stance: Response::ALL[usize::from(n[3] % 8)] },
        5 => {
            let card = deal(game, n[2]);
            Command::SignAnswer { seat, deal: card, answer: answer(game, card, n[3], n[4]) }
        }
        6 => Command::Escalate { seat, deal: deal(game, n[2]) },
        _ => Command::Predict {
            seat,
            range: Range { low: numbers[usize::from(n[2] % 7)], high: numbers[usize::from(n[3] % 7)] },
        },
    }
}

/// Checks that every number is the sum of its entries, and that ARR is what the customers pay.
fn books_are_right(game: &Game) {
    let state = game.state();
    let mut sums = vec![0_i64; Quantity::COUNT];
    for entry in game.ledger() {
        sums[entry.quantity as usize] += entry.amount;
        assert!(entry.cause.decision.is_none_or(|id| id.index() < state.decisions.len()));
    }
    assert_eq!(sums, state.stocks);
    let paid: i64 = state.customers.values().map(|customer| customer.arr.0).sum();
    assert_eq!(paid, state.stock(Quantity::Arr));
    let owed: i64 = state.works.values().filter(|work| work.delivered.is_none()).map(|work| work.remaining).sum();
    assert_eq!(owed, state.stock(Quantity::Backlog));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn any_commands_keep_the_books_right_and_the_run_replays(seed in 0_u64..1000, recipes in recipes()) {
        let scenario = Arc::new(scenario(&[]));
        let mut session = Session::new(scenario.clone(), seed, Team::default(), None);
        for recipe in recipes {
            // Any command, which changes nothing if it is refused; then, sometimes, the step that is due.
            let wild = command(session.game(), recipe);
            let check = session.game().check(&wild);
            let (before, entries) = (session.game().hash(), session.game().ledger().len());
            let done = session.execute(&wild);
            prop_assert_eq!(check, done.clone().map(|_| ()));
            if done.is_err() {
                prop_assert_eq!(before, session.game().hash());
                prop_assert_eq!(entries, session.game().ledger().len());
            } else {
                books_are_right(session.game());
            }
            if recipe.1[5] % 2 == 0 && let Some(due) = next(session.game(), Style::Curious)
                && session.game().check(&due).is_ok() {
                session.execute(&due).expect("it was checked");
            }
        }
        books_are_right(session.game());
        let run = RunFile::parse(&session.run().to_text()).expect("a run file reads what it writes");
        let again = replay(&run, &scenario).expect("the same commands lead to the same states");
        prop_assert_eq!(again.game.state(), session.game().state());
        prop_assert_eq!(again.game.ledger(), session.game().ledger());
        prop_assert_eq!(again.game.hash(), session.game().hash());
    }

    #[test]
    fn a_run_without_ledger_and_events_leads_to_the_same_states(seed in any::<u64>(), curious in any::<bool>()) {
        let style = if curious { Style::Curious } else { Style::Builds };
        let scenario = Arc::new(scenario(&[]));
        let (mut told, mut silent) = (Game::new(scenario.clone(), seed), Game::without_ledger(scenario, seed));
        while let Some(command) = next(&told, style) {
            told.execute(&command).expect("the driver asks first");
            silent.advance(&command).expect("what one can do, the other can");
        }
        prop_assert_eq!(silent.state(), told.state());
        prop_assert!(silent.ledger().is_empty() && !told.ledger().is_empty());
    }

    #[test]
    fn a_whole_game_keeps_the_books_right_to_the_end_of_the_echo_year(seed in any::<u64>(), curious in any::<bool>()) {
        let style = if curious { Style::Curious } else { Style::Builds };
        let play = || crate::view::driver::play(scenario(&[]), seed, style, |_, _| ());
        let game = play();
        books_are_right(&game);
        prop_assert_eq!(game.state().phase, Phase::Ended);
        prop_assert_eq!(game.hash(), play().hash());
        for record in &game.state().history {
            let sums = |quantity: Quantity| -> i64 {
                let until = game.ledger().iter().filter(|e| e.quantity == quantity && e.quarter <= record.quarter);
                until.map(|entry| entry.amount).sum()
            };
            // A gate and the next plan may change other numbers after the record was made, but not these two.
            prop_assert_eq!(sums(Quantity::Arr), record.stocks[Quantity::Arr as usize]);
            prop_assert_eq!(sums(Quantity::Bookings), record.stocks[Quantity::Bookings as usize]);
        }
    }
}
