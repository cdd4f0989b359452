//! Quarters per second of the game, compared with the bare arithmetic of the same model.
//!
//! Run with `cargo bench --no-default-features --bench runs`. The bare model has no ledger, no checks, no hidden
//! information, and one stream of random numbers. Eight quarters of such a company cannot cost less.

#[path = "runs/bare.rs"]
mod bare;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::lab::{self, Fortune, tried};
use off_roadmap::policy;
use off_roadmap::run::{Otherwise, Session, Team, what_if};
use off_roadmap::scenario::{Scenario, Shelf};
use off_roadmap::sim::{Answer, Command, Game, House, ProductPlan, Quantity, Range, Response, SalesPlan, Step};

/// The same allocator as the program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Quarters of the scale-up before its echo year.
const QUARTERS: f64 = 8.0;

/// The number of futures in which a decision is tried.
const FUTURES: u32 = 100;

/// How often a speed is measured.
const MEASUREMENTS: usize = 100;

/// A game in which both seats sign whatever is already there, up to the review of the last quarter.
fn play(mut game: Game) -> Game {
    let last = Quarter(game.scenario().meta.quarters);
    while let Some(command) = next(&game).filter(|_| game.state().history.len() <= last.0.into()) {
        if game.advance(&command).is_err() {
            break;
        }
    }
    game
}

fn next(game: &Game) -> Option<Command> {
    let state = game.state();
    let yes = Response::Descope;
    Some(match game.steps().into_iter().next()? {
        Step::ReadBriefing(seat) | Step::ReadReview(seat) => Command::Read { seat },
        Step::Plan(Seat::Product) => {
            Command::PlanProduct(ProductPlan { allocation: state.allocation, moves: Vec::new() })
        }
        Step::Plan(Seat::Sales) => {
            Command::PlanSales(SalesPlan { target: state.target.clone(), ..SalesPlan::default() })
        }
        Step::House(seat) => Command::SignHouse { seat, house: House::default() },
        Step::Stance(seat, deal) => Command::TakeStance { seat, deal, stance: yes },
        Step::Answer(seat, deal) => Command::SignAnswer { seat, deal, answer: Answer::plain(yes) },
        Step::Predict(seat) => Command::Predict { seat, range: Range::default() },
        Step::Debrief => return None,
    })
}

/// A name, and a function that plays eight quarters with a seed and returns a number that depends on all of them.
type Run<'a> = (&'static str, Box<dyn Fn(u64) -> f64 + 'a>);

fn ways(scenario: &Arc<Scenario>) -> [Run<'_>; 3] {
    let arr = |game: Game| play(game).state().get(Quantity::Arr);
    [
        ("bare model", Box::new(bare::run)),
        ("without ledger", Box::new(move |seed| arr(Game::without_ledger(scenario.clone(), seed)))),
        ("with ledger", Box::new(move |seed| arr(Game::new(scenario.clone(), seed)))),
    ]
}

/// Quarters per second: the best of many short measurements, because other processes use the machine too.
fn quarters_per_second(run: &dyn Fn(u64) -> f64) -> f64 {
    let measured = (0..MEASUREMENTS).map(|_| {
        let begin = Instant::now();
        let mut runs = 0;
        while begin.elapsed().as_secs_f64() < 0.01 {
            black_box(run(runs));
            runs += 1;
        }
        runs as f64 * QUARTERS / begin.elapsed().as_secs_f64()
    });
    measured.fold(0.0, f64::max)
}

fn runs(criterion: &mut Criterion) {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
    let ways = ways(&scenario);
    let mut group = criterion.benchmark_group("eight quarters of the scale-up");
    group.sample_size(20);
    for (name, run) in &ways {
        let mut seed = 0;
        group.bench_function(*name, |bencher| {
            bencher.iter(|| {
                seed += 1;
                black_box(run(seed))
            });
        });
    }
    group.finish();
    let policy = policy::by_id("quadrant").expect("it is built in");
    criterion.bench_function("a policy plays the scale-up with its echo year", |bencher| {
        let mut seed = 0;
        bencher.iter(|| {
            seed += 1;
            black_box(lab::play(policy, &scenario, seed))
        });
    });
    let mut session = Session::new(scenario.clone(), 7, Team::named("bench", &scenario), None);
    session.play_by(policy);
    let (run, game) = (session.run(), session.game());
    let changes: Vec<Otherwise> = game.state().decisions.iter().flat_map(|made| Otherwise::of(game, made)).collect();
    criterion.bench_function("the run again with one decision changed", |bencher| {
        let mut next = changes.iter().cycle();
        bencher.iter(|| black_box(what_if(run, game, next.next().expect("it goes round"))));
    });
    let begin = Instant::now();
    let made = changes.iter().filter(|change| what_if(run, game, change).is_some()).count();
    println!("all {made} other ways of {} decisions: {:.0?}", game.state().decisions.len(), begin.elapsed());
    let begin = Instant::now();
    for made in &game.state().decisions {
        black_box(tried(run, game, made, FUTURES));
    }
    println!("the same in {FUTURES} futures: {:.1?}", begin.elapsed());
    let begin = Instant::now();
    black_box(Fortune::of(run, game));
    println!("luck and skill of the run: {:.0?}", begin.elapsed());
    let begin = Instant::now();
    black_box(lab::field(&scenario, 7));
    println!("what all strategies reach from its start: {:.0?}", begin.elapsed());
    let speeds = ways.map(|(name, run)| (name, quarters_per_second(&run)));
    let floor = speeds[0].1;
    for (name, speed) in speeds {
        println!("{name}: {speed:.0} quarters/s, {:.1} times the bare model", floor / speed);
    }
}

criterion_group!(benches, runs);
criterion_main!(benches);
