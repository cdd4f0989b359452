//! Every card on the table can be answered.

use off_roadmap::ids::{DecisionId, Quarter};
use off_roadmap::sim::{Reform, Response, check};

use crate::view::driver::{Style, play, scenario};

#[test]
fn every_card_has_an_answer_whatever_the_board_decided_and_sales_promised() {
    let mut cards = 0;
    play(scenario(&[]), 3, Style::Builds, |game, _| {
        for &id in game.state().cards() {
            for (promised, used_up) in [(false, false), (false, true), (true, false), (true, true)] {
                let mut state = game.state().clone();
                state.reforms.extend([(Reform::SpecialsBudget, Quarter(0)), (Reform::PaidOnly, Quarter(0))]);
                state.turn.budget_used = if used_up { 1e9 } else { 0.0 };
                let mut deal = state.deals.get(&id).expect("it was opened").clone();
                deal.prepromised = promised.then_some(DecisionId(0));
                let ask = deal.ask.clone().expect("a card asks");
                let open = |&response: &Response| {
                    check::response(&state, &deal, &ask, response).is_ok()
                        && check::budget(game.scenario(), &state, &deal, &ask, response).is_ok()
                };
                assert!(Response::ALL.iter().any(open), "promised {promised}, budget used up {used_up}");
                cards += 1;
            }
        }
    });
    assert!(cards > 0);
}
