//! What the pages say is foreseen as far as possible, is said in one way, and is about the period that it is shown for.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::policy;
use off_roadmap::scenario::{Measure, Shelf};
use off_roadmap::sight::Viewer;
use off_roadmap::sim::formula::points;
use off_roadmap::sim::{
    Answer, Command, DecisionKind, Event, Game, Phase, ProductMove, ProductPlan, Quantity, Range, Reform, Response,
    SalesMove, SalesPlan,
};
use off_roadmap::text::{self, Text, Unit};
use off_roadmap::view::{self, StepKind, Told, Topic, WallNumber};

use crate::view::driver::{Style, closed, next, play, scenario};

use crate::telling::telling;

fn shipped(id: &str) -> Arc<off_roadmap::scenario::Scenario> {
    Arc::new(Shelf::built_in().load(id).expect("the shipped scenario is fine"))
}

/// A policy plays both seats; `watch` sees the game after every command, with the events of that command.
fn by_policy(id: &str, seed: u64, name: &str, mut watch: impl FnMut(&Game, &[Event])) -> Game {
    let mut game = Game::new(shipped(id), seed);
    let policy = policy::by_id(name).unwrap();
    while let Some(command) = game.steps().first().and_then(|step| policy::command(policy, &game, step)) {
        let events = game.execute(&command).unwrap();
        watch(&game, &events);
    }
    game
}

fn number(game: &Game, measure: Measure) -> WallNumber {
    let wall = view::wall(game, &telling(&Text::default(), game), "Juniper");
    wall.numbers.into_iter().find(|number| number.measure == measure).expect("it is one of the six")
}

#[test]
fn a_change_beside_a_number_is_over_the_span_that_was_just_told() {
    let text = Text::default();
    let mut asked = 0;
    for seed in 0..6 {
        play(scenario(&[]), seed, Style::Curious, |game, events| {
            let state = game.state();
            let escalated = events.iter().any(|event| matches!(event, Event::Escalated(..)));
            if !escalated || state.phase != Phase::Table {
                return;
            }
            let last = state.history.last().unwrap().get(Quantity::Trust);
            let now = state.get(Quantity::Trust);
            let trust = number(game, Measure::Trust);
            assert_eq!(trust.change, text::change(&text, Unit::Index, now - last), "{trust:?}");
            assert_eq!(trust.good, Some(now > last));
            assert!(trust.causes.iter().any(|cause| cause.text.contains("went to the CEO")), "{:?}", trust.causes);
            asked += 1;
        });
    }
    assert!(asked > 3, "the CEO was asked {asked} times");
}

#[test]
fn the_quota_on_the_wall_says_which_quarter_it_is_about() {
    let text = Text::default();
    let mut game = Game::new(Arc::new(scenario(&[])), 3);
    let first = number(&game, Measure::QuotaAttainment);
    assert_eq!(first.value, text::dollars(&text, game.state().get(Quantity::Quota)));
    let teller = telling(&text, &game);
    let quarter = |n| text::quarter_name(&teller, Quarter(n));
    let (one, two) = (quarter(1), quarter(2));
    assert_eq!(first.change, format!("to sign in {one}"));
    while game.state().quarter < Quarter(2) {
        game.execute(&next(&game, Style::Builds).unwrap()).unwrap();
    }
    let record = game.state().history.last().unwrap().clone();
    let second = number(&game, Measure::QuotaAttainment);
    assert_eq!(second.value, text::percent(&text, record.attainment));
    assert_eq!(second.change, format!("of {} in {one}", text::dollars(&text, record.get(Quantity::Quota))));
    assert_ne!(one, two);
}

#[test]
fn a_deal_with_a_discount_is_told_alike_in_the_close_and_in_the_review() {
    let text = Text::default();
    let (mut told, mut whole) = (0, 0);
    for seed in 0..12 {
        let mut of_quarter: Vec<Event> = Vec::new();
        let mut game = Game::new(Arc::new(scenario(&[])), seed);
        while let Some(mut command) = next(&game, Style::Builds) {
            if let Command::PlanSales(plan) = &mut command {
                let desk = view::sales_desk(
                    &game,
                    &telling(&text, &game),
                    &SalesPlan { target: plan.target.clone(), ..plan.clone() },
                );
                let named = desk.columns[0].deals.iter().map(|deal| SalesMove::Discount(deal.deal));
                plan.moves = named.take(2).collect();
            }
            let quarter = game.state().quarter;
            of_quarter.extend(game.execute(&command).unwrap());
            if of_quarter.iter().any(|event| matches!(event, Event::QuarterClosed(_))) {
                let close = view::close(&game, &telling(&text, &game), quarter, &of_quarter);
                let deals = close.steps.iter().find(|step| step.kind == StepKind::Deals).unwrap();
                let parts = view::explain(&game, &telling(&text, &game), Quantity::Arr, quarter);
                for part in parts.iter().filter(|part| part.text.contains("after a discount of")) {
                    let (name, off) = part.text.split_once(" signed, ").unwrap();
                    let same = |line: &&view::Amount| line.text.starts_with(name) && line.text.contains(off);
                    let Some(line) = deals.lines.iter().find(same) else {
                        assert!(deals.lines.iter().any(|line| line.text.starts_with("Deals signed:")), "{part:?}");
                        continue;
                    };
                    assert_eq!(line.amount, part.amount, "one deal, one amount");
                    let behind = part.behind(&game, &telling(&text, &game));
                    assert!(behind.is_some_and(|behind| behind.contains("Discount for")), "{part:?}");
                    told += 1;
                }
                assert!(parts.iter().all(|part| !part.text.ends_with(": discount")), "no discount stands alone");
                whole += 1;
                of_quarter.clear();
            }
        }
    }
    assert!(told > 2 && whole > 20, "{told} discounts in {whole} quarters");
}

#[test]
fn a_cause_that_the_house_quadrant_answered_names_the_one_cell_that_applied() {
    let text = Text::default();
    let mut cells = 0;
    for seed in 0..4 {
        let game = by_policy("scale-up", seed, "accept-all", |_, _| {});
        for quarter in closed(&game) {
            for quantity in [Quantity::Arr, Quantity::Coherence, Quantity::Upkeep, Quantity::Cash] {
                for line in view::explain(&game, &telling(&text, &game), quantity, quarter) {
                    let decision = line.decision.and_then(|id| game.state().decisions.get(id.index()));
                    if decision.is_some_and(|decision| matches!(decision.kind, DecisionKind::House(_))) {
                        let behind = line.behind(&game, &telling(&text, &game)).unwrap();
                        let named = ["Small, on", "Big, on", "Small, off", "Big, off"];
                        let named = named.iter().filter(|cell| behind.contains(*cell)).count();
                        assert_eq!(named, 1, "{}: {behind}", line.text);
                        cells += 1;
                    }
                }
            }
        }
    }
    assert!(cells > 20, "{cells}");
}

/// The promises in the signed plan: how many are sure, how many at best, how many there are.
fn promised(game: &Game) -> Option<(usize, usize, usize, Option<bool>)> {
    let plan = ProductPlan { allocation: game.state().allocation, moves: Vec::new() };
    let desk = view::product_desk(game, &telling(&Text::default(), game), &plan);
    let line = desk.preview.into_iter().find(|line| line.text.contains("Promised"))?;
    let numbers: Vec<usize> = line.amount.split(' ').filter_map(|word| word.parse().ok()).collect();
    Some(match numbers[..] {
        [sure, most, all] => (sure, most, all, line.good),
        [both, all] => (both, both, all, line.good),
        _ => panic!("{line:?}"),
    })
}

#[test]
fn promises_in_time_are_foreseen_as_a_range_and_never_green_when_they_may_fail() {
    let (mut foreseen, mut held, mut wide) = (0, 0, 0);
    for (id, name) in [("scale-up", "accept-all"), ("scale-up", "opportunist"), ("role-swap", "incentives")] {
        for seed in 0..8 {
            let mut said = None;
            by_policy(id, seed, name, |game, events| {
                if game.state().phase == Phase::Close {
                    said = promised(game);
                }
                if game.state().phase == Phase::Review
                    && let Some((sure, most, all, good)) = said.take()
                {
                    let late = events.iter().filter(|event| matches!(event, Event::WorkLate(_))).count();
                    let in_time = all - late.min(all);
                    assert!(good != Some(true) || late == 0, "{id} {seed}: green, and {late} of {all} late");
                    assert_eq!(good == Some(true), sure == all);
                    foreseen += 1;
                    held += usize::from((sure..=most).contains(&in_time));
                    wide += usize::from(sure < most);
                }
            });
        }
    }
    assert!(foreseen > 50 && wide > 5, "{foreseen} foreseen, {wide} of them as a range");
    assert!(held * 100 >= foreseen * 97, "{held} of {foreseen} held");
}

#[test]
fn the_chance_to_win_is_the_same_in_private_and_at_the_table_and_sales_reads_what_it_adds() {
    let text = Text::default();
    let mut games = [0, 1].map(|_| Game::new(Arc::new(scenario(&[])), 1));
    while games[0].state().cards().is_empty() || !games[0].state().turn.house_settled {
        let command = next(&games[0], Style::Builds).unwrap();
        for (i, game) in games.iter_mut().enumerate() {
            let mut command = command.clone();
            if let (Command::PlanSales(plan), 1) = (&mut command, i) {
                let target = SalesPlan { target: game.state().target.clone(), ..SalesPlan::default() };
                let desk = view::sales_desk(game, &telling(&text, game), &target);
                let deal = desk.columns[0].deals[0].deal;
                plan.pushes = vec![deal, deal];
                plan.moves = vec![SalesMove::Discount(deal), SalesMove::SharePipeline];
            } else if let Command::PlanSales(plan) = &mut command {
                plan.moves = vec![SalesMove::SharePipeline];
            }
            game.execute(&command).unwrap();
        }
    }
    let pushed = |game: &Game| {
        let pushed = game.state().decisions.iter().find_map(|decision| match decision.kind {
            DecisionKind::Push(deal) => Some(deal),
            _ => None,
        });
        pushed.unwrap()
    };
    let deal = pushed(&games[1]);
    let draft = Answer::plain(Response::Decline);
    let card = |game: &Game, viewer| view::card(game, &telling(&text, game), viewer, deal, Some(&draft)).unwrap();
    let chances = |card: &view::Card| -> Vec<String> {
        let open = card.responses.iter().filter(|option| option.response != Response::Simplify);
        open.map(|option| option.chance_line.clone()).collect()
    };
    let (private, table) = (card(&games[1], Viewer::Seat(Seat::Sales)), card(&games[1], Viewer::Table));
    assert_eq!(chances(&private), chances(&table), "the pipeline was shared: both know the same");
    assert_eq!(chances(&private), chances(&card(&games[0], Viewer::Seat(Seat::Sales))));
    let own = private.left_out.unwrap();
    assert!(own.contains("2 pushes and") && own.contains("discount") && own.contains("× 1."), "{own}");
    assert_eq!(card(&games[0], Viewer::Seat(Seat::Sales)).left_out, None);
    assert!(table.left_out.unwrap().contains("pushes and discounts"));
}

#[test]
fn a_prediction_is_worth_more_the_narrower_it_is_and_nothing_if_it_could_hardly_miss() {
    let range = |low, high| Range { low, high };
    let arr = 12_000_000.0;
    assert_eq!(points(Measure::Arr, range(0.9 * arr, 1.1 * arr), arr), 0, "a tenth to both sides nearly always holds");
    let worth = [0.04, 0.02, 0.01].map(|wide| points(Measure::Arr, range((1.0 - wide) * arr, (1.0 + wide) * arr), arr));
    assert!(worth[0] > 0 && worth[0] < worth[1] && worth[1] < worth[2] && worth[2] <= 100, "{worth:?}");
    assert_eq!(points(Measure::Arr, range(1.01 * arr, 1.02 * arr), arr), 0, "what missed is worth nothing");
    assert_eq!(points(Measure::GrossRetention, range(0.79, 1.01), 0.9), 0);
    assert_eq!(points(Measure::GrossRetention, range(0.88, 0.92), 0.9), 60);
}

#[test]
fn nobody_foresees_more_than_all_of_a_share() {
    let text = Text::default();
    let mut shares = 0;
    for (id, name) in [("scale-up", "quadrant-proactive"), ("heavy-debt", "repair-first"), ("whale-niche", "paid")] {
        let game = by_policy(id, 7, name, |game, _| {
            let predict = view::predict(game, &telling(&text, game));
            if game.state().phase == Phase::Close && predict.unit != Unit::Dollars && predict.most.is_some() {
                assert!(predict.usual.high <= 1.0, "{predict:?}");
            }
        });
        for record in game.state().history.iter().filter(|record| record.quarter.0 > 0) {
            let number = off_roadmap::sim::formula::predicted(game.scenario(), record.quarter);
            for range in [record.predictions.product, record.predictions.sales].into_iter().flatten() {
                if number == Measure::GrossRetention {
                    assert!(range.high <= 1.0 && range.high - range.low <= 0.06, "{range:?}");
                    shares += 1;
                }
            }
        }
    }
    assert!(shares > 0, "nobody predicted gross retention");
}

#[test]
fn every_board_paper_says_what_it_changes_and_for_whom() {
    let text = Text::default();
    for id in ["scale-up", "role-swap"] {
        let game = Game::new(shipped(id), 7);
        let desk = view::product_desk(&game, &telling(&text, &game), &ProductPlan::default());
        let about = |wanted: Reform| {
            desk.moves.iter().find(|option| option.made == ProductMove::BoardPaper(wanted)).unwrap().about.clone()
        };
        let abouts = Reform::ALL.map(about);
        for about in &abouts {
            assert!(["For Sales:", "For Product:", "For both:"].iter().any(|whom| about.contains(whom)), "{about}");
            assert!(about.contains("used up if the board adopts it"), "{about}");
        }
        let pay = &abouts[Reform::ALL.iter().position(|reform| *reform == Reform::RetainedCommission).unwrap()];
        // If Product is paid on bookings, this reform changes Product's pay.
        assert_eq!(pay.contains("For Product: the bonus"), id == "role-swap", "{pay}");
    }
}

#[test]
fn the_last_plan_and_the_last_review_say_what_the_echo_year_does_with_them() {
    let text = Text::default();
    let mut told = 0;
    play(scenario(&[]), 4, Style::Builds, |game, _| {
        let state = game.state();
        let last = state.quarter.0 == game.scenario().meta.quarters;
        if state.phase == Phase::Plan {
            let sales = SalesPlan { target: state.target.clone(), ..SalesPlan::default() };
            let said = [
                view::product_desk(game, &telling(&text, game), &ProductPlan::default()).goes_on,
                view::sales_desk(game, &telling(&text, game), &sales).goes_on,
            ];
            for words in said {
                assert_eq!(words.is_some_and(|words| words.contains("echo year")), last);
                told += usize::from(last);
            }
        }
        if state.phase == Phase::Review {
            let ahead = view::review(game, &telling(&text, game), state.quarter).unwrap().ahead;
            assert_eq!(ahead.is_some_and(|words| words.contains("last split")), last);
        }
    });
    assert!(told > 0);
}

#[test]
fn a_row_of_the_debt_ledger_opens_what_it_is_about() {
    let text = Text::default();
    let game = by_policy("scale-up", 7, "accept-all", |_, _| {});
    let teller = telling(&text, &game);
    let ledger = view::debt_ledger(&game, &teller);
    let told = Told { game: &game, teller: &teller, quarter: game.state().quarter, viewer: Viewer::Table };
    let mut opened = [0, 0];
    for bill in &ledger.bills {
        let page = view::explained(Some(told), &text, bill.topic);
        match bill.topic {
            Topic::Customer(_) => opened[0] += 1,
            Topic::Special(_) => opened[1] += 1,
            // A bill that is a sum is about no single customer or special.
            _ => continue,
        }
        assert!(page.title.contains(&bill.name), "{bill:?} opens {}", page.title);
        assert!(page.parts.iter().any(|part| part.amount.amount == bill.amount), "{bill:?} in {page:?}");
        assert!(!page.about.is_empty() && page.parts.iter().all(|part| part.leads.is_some()));
    }
    assert!(opened[0] > 0 && opened[0] + opened[1] > 5, "{opened:?}");
}

#[test]
fn upkeep_that_no_special_on_the_map_has_is_said_to_be_older() {
    let text = Text::default();
    let changed = scenario(&[]);
    let none = off_roadmap::scenario::Scenario {
        company: off_roadmap::scenario::Company { live_specials: 0, upkeep: 12.0, ..changed.company.clone() },
        ..changed
    };
    let game = Game::new(Arc::new(none), 1);
    let map = view::product_map(&game, &telling(&text, &game), view::Moment::Now);
    assert!(map.specials.is_empty() && map.summary.contains("Older work"), "{}", map.summary);
    assert!(map.summary.contains("12"), "{}", map.summary);
}

#[test]
fn no_move_contradicts_itself_and_no_fee_is_the_effort() {
    let text = Text::default();
    play(scenario(&[]), 7, Style::Curious, |game, _| {
        let plan = SalesPlan { target: game.state().target.clone(), ..SalesPlan::default() };
        let moves = view::product_desk(game, &telling(&text, game), &ProductPlan::default()).moves;
        let product = moves.iter().map(|one| (&one.kind, &one.about, &one.gives));
        let moves = view::sales_desk(game, &telling(&text, game), &plan).moves;
        let sales = moves.iter().map(|one| (&one.kind, &one.about, &one.gives));
        for (kind, about, gives) in product.chain(sales) {
            let said = kind.to_lowercase();
            let last = said.split_once(' ').map_or(said.as_str(), |(_, rest)| rest);
            assert!(!about.to_lowercase().starts_with(last), "{kind}: {about}");
            assert!(!gives.contains("No number moves"), "{gives}");
            if let Some((_, rest)) = gives.split_once("Evidence +0.") {
                let tenths: usize = rest[..1].parse().unwrap();
                assert!(tenths >= 5, "too little to defend anything: {gives}");
            }
        }
        for &deal in game.state().cards() {
            let card = view::card(
                game,
                &telling(&text, game),
                Viewer::Seat(Seat::Sales),
                deal,
                Some(&Answer::plain(Response::Decline)),
            );
            let about = card.unwrap().responses[Response::PaidExtension as usize].about.clone();
            assert!(!about.contains("fee effort"), "{about}");
        }
    });
}

#[test]
fn german_has_one_word_for_one_thing() {
    // Words and phrases that must not be used, because there is another one for the same thing.
    const NOT: [&str; 9] = [
        "Bruttobindung",
        "Produktleitung",
        "Sonderlösung",
        "Maßarbeit",
        "ein Papier vor",
        "den Vorstand",
        "Schulden dann",
        "Schuld bei",
        "bis fünf Quartale",
    ];
    let mut found = Vec::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut sources: Vec<String> = text::sources("de").into_iter().map(str::to_owned).collect();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.display().to_string().ends_with(".de.ron") {
            sources.push(std::fs::read_to_string(path).unwrap());
        }
    }
    for line in sources.iter().flat_map(|source| source.lines()) {
        found.extend(NOT.iter().filter(|word| line.contains(*word)).map(|word| format!("{word}: {line}")));
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_delay_is_the_same_wherever_it_is_told() {
    let delays = ["two to three quarters", "two to five quarters", "zwei bis drei Quartale", "zwei bis fünf Quartale"];
    for language in text::languages() {
        for line in text::sources(&language).into_iter().flat_map(str::lines) {
            assert!(delays.iter().all(|delay| !line.contains(delay)), "{line}");
        }
    }
    let lesson = shipped("scale-up").meta.lesson.clone();
    assert!(lesson.contains("two to four quarters"), "{lesson}");
}
