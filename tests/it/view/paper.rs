//! What stands on sheets of paper: no lead finds there what only the other one may know, and nobody a secret.

use std::sync::Arc;

use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::run::{Log, Team};
use off_roadmap::scenario::{Card, Scenario, Shelf};
use off_roadmap::sim::{Game, Phase};
use off_roadmap::text::{Teller, Text};
use off_roadmap::view::{
    self, PRODUCT_KINDS, QuarterSheets, SALES_KINDS, blank_decisions, quarter_sheets, role_sheet, special_cards,
};

use super::driver::{Style, json, next, with_cards};

fn teller(scenario: &Scenario) -> Teller {
    Teller::new(Arc::new(Text::default()), Arc::new(scenario.clone()))
}

/// The scenario with everything changed that only this lead may know, and what neither knows.
fn changed(seat: Seat) -> Scenario {
    let mut scenario = with_cards(|card: &mut Card| {
        card.true_effort *= 2.0;
        card.need = "Something else.".to_owned();
        card.dealbreaker = !card.dealbreaker;
        match seat {
            Seat::Product => {
                card.effort += 9.0;
                card.product_note = "Only Product.".to_owned();
            }
            Seat::Sales => {
                card.champion = 1.0 - card.champion;
                card.competitor_has = !card.competitor_has;
                card.sales_note = "Only Sales.".to_owned();
            }
        }
    });
    let role = match seat {
        Seat::Product => &mut scenario.roles.product,
        Seat::Sales => &mut scenario.roles.sales,
    };
    role.about = "Paid for something else.".to_owned();
    for page in &mut scenario.briefings {
        match seat {
            Seat::Product => page.product = "Only Product.".to_owned(),
            Seat::Sales => page.sales = "Only Sales.".to_owned(),
        }
    }
    scenario
}

#[test]
fn a_role_sheet_and_a_half_of_a_card_have_nothing_of_the_other_lead() {
    let plain = with_cards(|_| {});
    for seat in Seat::BOTH {
        let (one, other) = (teller(&plain), teller(&changed(seat.other())));
        assert_eq!(role_sheet(&one, seat), role_sheet(&other, seat), "{seat:?}");
        assert_ne!(role_sheet(&one, seat.other()), role_sheet(&other, seat.other()), "the other one's sheet differs");
        for (one, other) in special_cards(&one).into_iter().zip(special_cards(&other)) {
            match seat {
                Seat::Product => assert!(one.product == other.product && one.sales != other.sales, "{one:?}"),
                Seat::Sales => assert!(one.sales == other.sales && one.product != other.product, "{one:?}"),
            }
            let table = |card: view::SpecialCard| (card.about, card.ask, card.quote, card.deal, card.theme);
            assert_eq!(table(one), table(other));
        }
    }
}

/// What each seat, and the table, gets of the sheets.
fn handed_out(sheets: &QuarterSheets, seat: Seat) -> String {
    let own = sheets.seats.iter().filter(|sheet| sheet.seat == seat).map(json);
    let halves = sheets.cards.iter().map(|card| json(&card.halves[usize::from(seat == Seat::Sales)]));
    own.chain(halves).collect()
}

fn on_table(sheets: &QuarterSheets) -> String {
    let cards = sheets.cards.iter().map(|card| json(&card.table));
    cards.chain([json(&sheets.decisions), json(&sheets.came), sheets.small.clone()]).collect()
}

#[test]
fn the_sheets_of_a_quarter_have_nothing_of_the_other_lead() {
    let plain = with_cards(|_| {});
    for seat in Seat::BOTH {
        let other = changed(seat.other());
        let mut looks = 0;
        for seed in 0..3 {
            let mut logs =
                [&plain, &other].map(|scenario| Log::new(Arc::new(scenario.clone()), seed, Team::named("A", scenario)));
            // Once a stance is shown, Sales knows what Product estimates.
            while logs[0].game().state().phase <= Phase::Plan {
                let [one, two] = logs.each_ref().map(|log| {
                    let text = Teller::new(Arc::new(Text::default()), log.game().scenario().clone());
                    quarter_sheets(log, &text).expect("the quarter is open")
                });
                assert!(!one.cards.is_empty() && one.seats.len() == 2);
                assert_eq!(handed_out(&one, seat), handed_out(&two, seat), "{seat:?}, seed {seed}");
                assert_eq!(on_table(&one), on_table(&two), "seed {seed}");
                assert_ne!(handed_out(&one, seat.other()), handed_out(&two, seat.other()));
                looks += 1;
                let command = next(logs[0].game(), Style::Builds).expect("the quarter goes on");
                for log in &mut logs {
                    log.execute(&command).expect("both allow the same");
                }
            }
        }
        assert!(looks > 6, "too little was looked at");
    }
}

#[test]
fn the_private_page_of_product_does_not_tell_which_requests_come() {
    let scenario = with_cards(|_| {});
    let log = Log::new(Arc::new(scenario.clone()), 1, Team::named("A", &scenario));
    let sheets = quarter_sheets(&log, &teller(&scenario)).expect("the quarter is open");
    let page = json(&sheets.seats[0]);
    assert!(sheets.cards.iter().all(|card| !page.contains(&card.table.ask)), "{page}");
}

#[test]
fn cards_and_moves_keep_their_numbers_for_a_whole_game() {
    let scenario = Arc::new(with_cards(|_| {}));
    let mut log = Log::new(scenario.clone(), 3, Team::named("A", &scenario));
    let (mut product, mut sales) = (0, 0);
    while let Some(command) = next(log.game(), Style::Curious) {
        let game = log.game();
        let state = game.state();
        if state.phase == Phase::Plan {
            let text = teller(&scenario);
            let desk = view::product_desk(game, &text, &off_roadmap::sim::ProductPlan::default());
            for made in view::numbered_product(state, &desk.moves) {
                let kind = PRODUCT_KINDS[made.kind - 1];
                assert_eq!(std::mem::discriminant(&kind), std::mem::discriminant(&made.option.made));
                assert_eq!(made.target.is_some(), view::product_aim(kind) != view::Aim::Nothing);
                product += 1;
            }
            let plan = off_roadmap::sim::SalesPlan { target: state.target.clone(), ..Default::default() };
            let desk = view::sales_desk(game, &text, &plan);
            let all = view::numbered_sales(state, &desk.moves);
            for made in &all {
                let kind = SALES_KINDS[made.kind - 1];
                assert_eq!(std::mem::discriminant(&kind), std::mem::discriminant(&made.option.made));
                let same = all.iter().filter(|other| (other.kind, other.target) == (made.kind, made.target));
                assert_eq!(same.count(), 1, "one number for two moves: {made:?}");
                sales += 1;
            }
        }
        log.execute(&command).expect("it is open");
    }
    assert!(product > 40 && sales > 40);
    assert!(quarter_sheets(&log, &teller(&scenario)).is_err(), "a finished game has no next quarter");
}

#[test]
fn no_sheet_of_any_scenario_has_a_hole_or_a_secret_in_either_language() {
    for language in ["en", "de"] {
        let mut shelf = Shelf::built_in();
        shelf.speak(language);
        for item in shelf.list() {
            let scenario = Arc::new(item.scenario().expect("the built-in shelf is fine").clone());
            let text = Teller::new(Arc::new(Text::new(language)), scenario.clone());
            let start = Game::new(scenario.clone(), 0);
            let roles = Seat::BOTH.map(|seat| role_sheet(&text, seat));
            let decisions = blank_decisions(&text, &start);
            assert_eq!(decisions.len(), usize::from(scenario.meta.quarters));
            let log = Log::new(scenario.clone(), 5, Team::named("A", &scenario));
            let told = [
                json(&roles),
                json(&view::table_rules(&text)),
                json(&special_cards(&text)),
                json(&decisions),
                json(&view::poster(&text, &start)),
                json(&quarter_sheets(&log, &text).expect("the quarter is open")),
            ]
            .concat();
            assert!(!told.contains('⟨') && !told.contains("NaN"), "{}", scenario.id);
            assert!(!told.contains(&scenario.meta.lesson), "{}", scenario.id);
            for card in &scenario.specials {
                assert!(!told.contains(&card.need), "{}: {}", scenario.id, card.need);
            }
        }
    }
}

#[test]
fn a_sheet_after_the_plans_has_no_private_pages_and_tells_what_came_of_them() {
    let scenario = with_cards(|_| {});
    let mut log = Log::new(Arc::new(scenario.clone()), 1, Team::named("A", &scenario));
    while log.game().state().phase < Phase::Table {
        let command = next(log.game(), Style::Curious).expect("the quarter goes on");
        log.execute(&command).expect("it is open");
    }
    let sheets = quarter_sheets(&log, &teller(&scenario)).expect("the table is open");
    assert!(sheets.seats.is_empty() && !sheets.cards.is_empty());
    assert_eq!(sheets.decisions.cards.len(), sheets.cards.len());
    assert_eq!(log.game().state().quarter, Quarter(1));
}
