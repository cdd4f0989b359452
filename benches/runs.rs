//! Runs per second, beside the bare arithmetic of the same model.
//!
//! `cargo bench --no-default-features --bench runs`. The bare model has no ledger, no checks, no events and one
//! stream of random numbers; it is the floor for what eight quarters of such a company cost.

#[path = "runs/bare.rs"]
mod bare;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use off_roadmap::scenario::{Scenario, Shelf};
use off_roadmap::sim::{
    Answer, Command, Game, House, ProductPlan, Quantity, Quarter, Range, Response, SalesPlan, Step,
};

/// Quarters that the scale-up plays before its echo year.
const QUARTERS: f64 = 8.0;

/// A game in which both seats sign what lies there, up to the review of the last quarter.
fn play(scenario: &Arc<Scenario>, seed: u64) -> Game {
    let mut game = Game::new(scenario.clone(), seed);
    let last = Quarter(scenario.meta.quarters);
    while let Some(command) = next(&game).filter(|_| game.state().history.len() <= last.0.into()) {
        if game.execute(&command).is_err() {
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
        Step::Plan(off_roadmap::sim::Seat::Product) => {
            Command::PlanProduct(ProductPlan { allocation: state.allocation, moves: Vec::new() })
        }
        Step::Plan(off_roadmap::sim::Seat::Sales) => {
            Command::PlanSales(SalesPlan { target: state.target.clone(), ..SalesPlan::default() })
        }
        Step::House(seat) => Command::SignHouse { seat, house: House::default() },
        Step::Stance(seat, deal) => Command::TakeStance { seat, deal, stance: yes },
        Step::Answer(seat, deal) => Command::SignAnswer { seat, deal, answer: Answer::plain(yes) },
        Step::Predict(seat) => Command::Predict { seat, range: Range::default() },
        Step::Debrief => return None,
    })
}

/// Quarters per second of a run function, measured for about a second.
fn quarters_per_second(mut run: impl FnMut(u64)) -> f64 {
    let begin = Instant::now();
    let mut runs = 0;
    while begin.elapsed().as_secs_f64() < 1.0 {
        run(runs);
        runs += 1;
    }
    runs as f64 * QUARTERS / begin.elapsed().as_secs_f64()
}

fn runs(criterion: &mut Criterion) {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
    let mut group = criterion.benchmark_group("eight quarters of the scale-up");
    group.sample_size(20);
    let mut seed = 0;
    group.bench_function("game", |bencher| {
        bencher.iter(|| {
            seed += 1;
            black_box(play(&scenario, seed).state().get(Quantity::Arr))
        });
    });
    group.bench_function("bare model", |bencher| {
        bencher.iter(|| {
            seed += 1;
            black_box(bare::run(seed))
        });
    });
    group.finish();
    let game = quarters_per_second(|seed| {
        black_box(play(&scenario, seed));
    });
    let bare = quarters_per_second(|seed| {
        black_box(bare::run(seed));
    });
    println!("game {game:.0} quarters/s, bare model {bare:.0} quarters/s, ratio {:.1}", bare / game);
}

criterion_group!(benches, runs);
criterion_main!(benches);
