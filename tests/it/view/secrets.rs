//! A view never contains what its viewer may not know: two games that differ only in secrets look the same.

use std::sync::Arc;

use off_roadmap::ids::Seat;
use off_roadmap::scenario::{Measure, Scenario, Shelf};
use off_roadmap::sight::{Sight, Viewer};
use off_roadmap::sim::{Game, Phase, Response};
use off_roadmap::view::{self, Stances};

use crate::view::driver::{Style, next, scenario, seen, with_cards};

use crate::telling::telling;

const PRODUCT: Viewer = Viewer::Seat(Seat::Product);
const SALES: Viewer = Viewer::Seat(Seat::Sales);

/// Plays two scenarios with the same commands and compares what the viewers see while `watched` returns true.
fn look_the_same(one: &Scenario, other: &Scenario, viewers: &[Viewer], watched: impl Fn(&Game) -> bool) {
    for seed in 0..4 {
        let mut games = [one, other].map(|scenario| Game::new(Arc::new(scenario.clone()), seed));
        let mut looks = 0;
        let mut events = [Vec::new(), Vec::new()];
        while watched(&games[0]) {
            for &viewer in viewers {
                let [left, right] = [0, 1].map(|i| seen(&games[i], viewer, &events[i]));
                let differs = left.lines().zip(right.lines()).find(|(left, right)| left != right);
                assert_eq!(differs, None, "{viewer:?} in {:?} of seed {seed}", games[0].steps());
                assert_eq!(left.len(), right.len());
                looks += 1;
            }
            let Some(command) = next(&games[0], Style::Builds) else { break };
            for (game, events) in games.iter_mut().zip(&mut events) {
                *events = game.execute(&command).expect("both games allow the same");
            }
        }
        assert!(looks > 10, "too little was looked at");
        assert_ne!(games[0].hash(), games[1].hash(), "the secrets do not differ");
    }
}

fn before_first_close(game: &Game) -> bool {
    game.state().quarter.0 == 1 && game.state().phase <= Phase::Close
}

#[test]
fn nobody_sees_true_effort_alignment_fit_or_need() {
    let mut changed = with_cards(|card| {
        card.true_effort *= 2.0;
        // The estimate stays exactly 0.5.
        (card.alignment, card.alignment_error) = (0.25, 0.25);
        card.fit = 1.0 - card.fit;
        card.need = "Something else.".to_owned();
        card.dealbreaker = !card.dealbreaker;
        card.simplify = 0.8 - card.simplify;
    });
    changed.rules.dealbreaker_chance = 1.0;
    changed.rules.effort_bias *= 1.5;
    let plain = with_cards(|card| (card.alignment, card.alignment_error) = (0.5, 0.0));
    look_the_same(&plain, &changed, &[PRODUCT, SALES, Viewer::Table], before_first_close);
}

#[test]
fn nobody_sees_a_need_or_a_dealbreaker_in_a_whole_game_without_a_prospect_call() {
    let changed = with_cards(|card| {
        card.need = "Something else.".to_owned();
        card.dealbreaker = !card.dealbreaker;
        card.simplify = 0.8 - card.simplify;
    });
    let playing = |game: &Game| game.state().phase != Phase::Ended;
    look_the_same(&scenario(&[]), &changed, &[PRODUCT, SALES, Viewer::Table], playing);
}

#[test]
fn product_and_the_table_do_not_see_what_sales_knows() {
    let changed = with_cards(|card| {
        card.champion = 1.0 - card.champion;
        card.competitor_has = !card.competitor_has;
        card.sales_note = "Something else.".to_owned();
    });
    look_the_same(&scenario(&[]), &changed, &[PRODUCT, Viewer::Table], before_first_close);
}

#[test]
fn sales_does_not_see_the_estimate_before_the_stances_are_shown() {
    let changed = with_cards(|card| {
        card.effort += 9.0;
        card.product_note = "Something else.".to_owned();
    });
    let hidden = |game: &Game| {
        let shown = |deal| {
            game.state()
                .deals
                .get(deal)
                .expect("it was opened")
                .ask
                .as_ref()
                .is_some_and(|ask| ask.stances.product.is_some())
        };
        before_first_close(game) && !game.state().cards().iter().any(shown)
    };
    look_the_same(&scenario(&[]), &changed, &[SALES, Viewer::Table], hidden);
}

#[test]
fn a_funnel_review_shows_product_the_requests_ahead_as_they_are_estimated() {
    use off_roadmap::sim::{Command, ProductMove, ProductPlan};

    let text = off_roadmap::text::Text::default();
    let requests = |game: &Game| view::product_desk(game, &telling(&text, game), &ProductPlan::default()).requests;
    let planned = |scenario: Scenario, review: bool| {
        let mut game = Game::new(Arc::new(scenario), 1);
        while !(game.state().quarter.0 == 2 && game.state().phase == Phase::Plan) {
            let mut command = next(&game, Style::Builds).expect("the run goes on");
            if let Command::PlanProduct(plan) = &mut command
                && review
            {
                plan.moves = vec![ProductMove::FunnelReview];
            }
            game.execute(&command).expect("it is open");
        }
        game
    };
    let secret = with_cards(|card| {
        card.true_effort *= 2.0;
        card.need = "Something else.".to_owned();
        card.dealbreaker = !card.dealbreaker;
        card.champion = 1.0 - card.champion;
        card.sales_note = "Something else.".to_owned();
    });
    assert_eq!(requests(&planned(scenario(&[]), false)), []);
    let game = planned(scenario(&[]), true);
    let seen = requests(&game);
    assert!(!seen.is_empty() && seen.iter().all(|row| row.effort.is_some()));
    for row in &seen {
        let deal = game.state().deals.get(&row.deal).expect("it was opened");
        assert!(deal.closes.0 >= 2 && deal.outcome.is_none(), "what was on a table is not ahead");
        assert!(row.notes.iter().all(|note| note.seat == Seat::Product));
    }
    assert_eq!(seen, requests(&planned(secret, true)));
}

#[test]
fn a_stance_is_shown_to_the_other_seat_only_when_both_are_taken() {
    let mut game = Game::new(Arc::new(scenario(&[])), 1);
    let text = off_roadmap::text::Text::default();
    let draft = off_roadmap::sim::Answer::plain(Response::Decline);
    let stances = |game: &Game, viewer| {
        let id = game.state().cards()[0];
        view::card(game, &telling(&text, game), viewer, id, Some(&draft)).expect("it is a card").stances
    };
    while game.state().cards().is_empty() || !game.state().turn.house_settled {
        let command = next(&game, Style::Builds).expect("the run goes on");
        game.execute(&command).expect("it is open");
    }
    game.execute(&next(&game, Style::Builds).expect("product's stance")).expect("it is open");
    assert_eq!(stances(&game, PRODUCT), Stances::Hidden(Some(Response::BuildAsAsked)));
    assert_eq!(stances(&game, SALES), Stances::Hidden(None));
    assert_eq!(stances(&game, Viewer::Table), Stances::Hidden(None));
    game.execute(&next(&game, Style::Builds).expect("sales' stance")).expect("it is open");
    assert!(matches!(stances(&game, SALES), Stances::Revealed { agree: true, .. }));
}

#[test]
fn what_a_seat_cannot_estimate_is_said_to_be_unknown_and_not_drawn_as_nothing() {
    let text = off_roadmap::text::Text::default();
    let mut game = Game::new(Arc::new(scenario(&[])), 1);
    while game.state().cards().is_empty() {
        let command = next(&game, Style::Builds).expect("the run goes on");
        game.execute(&command).expect("it is open");
    }
    let draft = off_roadmap::sim::Answer::plain(Response::Decline);
    let id = game.state().cards()[0];
    let options =
        |viewer| view::card(&game, &telling(&text, &game), viewer, id, Some(&draft)).expect("it is a card").responses;
    for (sales, product) in options(SALES).into_iter().zip(options(PRODUCT)) {
        assert_eq!(sales.debt_line.starts_with("from "), sales.response.builds(), "{sales:?}");
        assert_eq!(sales.unknown.contains(&Measure::Coherence), sales.response.builds());
        // The true need is the only thing that is hidden from Product too.
        assert_eq!(product.unknown.is_empty(), product.response != Response::Simplify, "{product:?}");
    }
}

/// Two runs in which Sales plans differently; they are compared from the moment when both plans are signed.
#[test]
fn what_sales_pushes_and_discounts_moves_nothing_that_product_or_the_table_sees() {
    use off_roadmap::sim::{Command, SalesMove, SalesPlan};

    let text = off_roadmap::text::Text::default();
    for seed in 0..4 {
        let mut games = [0, 1].map(|_| Game::new(Arc::new(scenario(&[])), seed));
        let (mut looks, mut own_differ) = (0, false);
        while before_first_close(&games[0]) {
            let Some(command) = next(&games[0], Style::Builds) else { break };
            for (i, game) in games.iter_mut().enumerate() {
                let mut command = command.clone();
                if let Command::PlanSales(SalesPlan { pushes, moves, .. }) = &mut command
                    && i == 1
                {
                    let plan = SalesPlan { target: game.state().target.clone(), ..SalesPlan::default() };
                    let desk = view::sales_desk(game, &telling(&text, game), &plan);
                    let named = desk.columns.iter().flat_map(|column| &column.deals).map(|deal| deal.deal);
                    let deals: Vec<_> = named.take(3).collect();
                    pushes.clone_from(&deals);
                    moves.extend(deals.iter().map(|&deal| SalesMove::Discount(deal)));
                }
                game.execute(&command).expect("both plans are allowed");
            }
            if !(Phase::Table..=Phase::Close).contains(&games[0].state().phase) {
                continue;
            }
            for viewer in [PRODUCT, Viewer::Table] {
                let [one, other] = [0, 1].map(|i| seen(&games[i], viewer, &[]));
                let differs = one.lines().zip(other.lines()).find(|(one, other)| one != other);
                assert_eq!(differs, None, "{viewer:?} in {:?} of seed {seed}", games[0].steps());
                looks += 1;
            }
            own_differ |= seen(&games[0], SALES, &[]) != seen(&games[1], SALES, &[]);
        }
        assert!(looks > 4 && own_differ, "sales sees what its own plan does");
    }
}

#[test]
fn each_lead_alone_sees_the_list_that_is_private_to_them() {
    let old_company = Shelf::built_in().load("heavy-debt").expect("the shipped scenario is fine");
    let game = Game::new(Arc::new(old_company), 1);
    let product = Sight::of(&game, Seat::Product);
    let sales = Sight::of(&game, Seat::Sales);
    assert!(!product.live_specials().is_empty() && !sales.renewals().is_empty());
    for other in [sales, Sight::table(&game)] {
        assert_eq!(other.live_specials(), []);
    }
    for other in [product, Sight::table(&game)] {
        assert_eq!(other.renewals(), []);
    }
}
