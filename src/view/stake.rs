//! What is at stake at the target of a move: the ARR of a deal or customer, or the upkeep of a special.

use crate::ids::{CustomerId, DealId, WEEK_ONE};
use crate::sim::{Game, ProductMove, SalesMove};
use crate::text::{self, Text, Unit};

/// For a move of the Product Lead; empty if it has no target.
pub(super) fn product(game: &Game, text: &Text, made: ProductMove) -> String {
    match made {
        ProductMove::ProspectCall(id) => deal(game, text, id),
        ProductMove::Sunset(id) => {
            let work = game.state().works.get(&id);
            work.map_or_else(String::new, |work| Unit::Weeks.write(text, work.upkeep as f64 / WEEK_ONE))
        }
        _ => String::new(),
    }
}

/// For a move of the Sales Lead; empty if it has no target.
pub(super) fn sales(game: &Game, text: &Text, made: SalesMove) -> String {
    match made {
        SalesMove::Qualify(id)
        | SalesMove::BringProductIn(id)
        | SalesMove::PrePromise(id)
        | SalesMove::Discount(id) => deal(game, text, id),
        SalesMove::SaveRenewal(id) => customer(game, text, id),
        _ => String::new(),
    }
}

fn deal(game: &Game, text: &Text, id: DealId) -> String {
    game.state().deals.get(&id).map_or_else(String::new, |deal| text::dollars(text, deal.arr.f64()))
}

fn customer(game: &Game, text: &Text, id: CustomerId) -> String {
    game.state().customers.get(&id).map_or_else(String::new, |customer| text::dollars(text, customer.arr.f64()))
}
