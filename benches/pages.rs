//! What a signature costs a host apart from network and disk: the rules accept it, and the pages of both seats are drawn
//! again.
//!
//! Run with `cargo bench --no-default-features --bench pages`. With network and disk, `off-roadmap bots --pages --report`
//! measures a host that runs.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use off_roadmap::ids::Seat;
use off_roadmap::page::{SeatPage, Status, seat_page};
use off_roadmap::play::{Page, Pair};
use off_roadmap::policy;
use off_roadmap::run::{Log, Team};
use off_roadmap::scenario::{Scenario, Shelf};
use off_roadmap::text::{Teller, Text};
use off_roadmap::view;

/// The same allocator as the program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The page of a seat, as a device is sent it; nothing for the debrief, which is drawn once.
fn drawn(pair: &Pair, seat: Seat, teller: &Teller) -> String {
    let game = pair.log().game();
    let page = pair.page(seat, teller);
    if page == Page::Debrief {
        return String::new();
    }
    let quarter = game.state().quarter;
    let closed = || view::close(game, teller, quarter, pair.log().events(quarter));
    let close = matches!(page, Page::Review { .. }).then(closed);
    let from = SeatPage {
        seat,
        wall: &view::wall(game, teller, &pair.log().team().name),
        page: &page,
        desk: pair.desk(seat),
        undo: pair.undo(seat),
        seen: &pair.seen(seat),
        close: close.as_ref(),
        debrief: None,
        ceo: &pair.letters(teller),
        status: Status::default(),
    };
    seat_page(teller, from).content.into_string()
}

/// Plays a game to its end and calls `then` after every signature. Returns how many there were.
fn play(scenario: &Arc<Scenario>, then: impl Fn(&Pair)) -> u64 {
    let policy = policy::by_id("bridge").expect("it is built in");
    let mut pair = Pair::new(Log::new(scenario.clone(), 7, Team::named("Juniper", scenario)));
    let mut signed = 0;
    while let Some((seat, command)) = Seat::BOTH.into_iter().find_map(|seat| Some((seat, pair.advice(seat, policy)?))) {
        let seen = pair.seen(seat);
        pair.sign(seat, &command, &seen).expect("it is advised");
        signed += 1;
        then(&pair);
    }
    signed
}

fn pages(criterion: &mut Criterion) {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
    let teller = Teller::new(Arc::new(Text::default()), scenario.clone());
    let mut group = criterion.benchmark_group("a signature");
    group.sample_size(10).throughput(Throughput::Elements(play(&scenario, |_| {})));
    group.bench_function("alone", |bencher| bencher.iter(|| play(&scenario, |_| {})));
    group.bench_function("with the pages of both seats", |bencher| {
        bencher.iter(|| {
            play(&scenario, |pair| {
                for seat in Seat::BOTH {
                    black_box(drawn(pair, seat, &teller));
                }
            })
        });
    });
    group.finish();
}

criterion_group!(benches, pages);
criterion_main!(benches);
