//! Deciding again: what could have been answered to a card, and which answers cannot be told from the best.

use rayon::prelude::*;

use super::habits::Instead;
use super::race::{FRESH, MEASURED};
use super::rerun::{Rerun, worth};
use super::stats::Stats;
use crate::ids::{DealId, PerSeat, Seat};
use crate::policy::{self, Policy};
use crate::sim::{Answer, Command, DecisionKind, Game, Quantity, Response, Step};

/// Something that could have been answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// The answer.
    pub answer: Answer,
    /// Whether it is what was signed.
    pub signed: bool,
    /// How much more the company would be worth than as it was signed, in dollars, one number per future.
    pub gain: Stats,
    /// How much more each lead would be paid than as it was signed, in dollars, on average over the futures.
    pub paid: PerSeat<f64>,
    /// The ids of the strategies of which both seats would have signed it at this table.
    pub found_by: Vec<&'static str>,
    /// Whether it is the best, or nothing tells it from the best: less than the smallest difference that matters, or less
    /// than two standard errors.
    pub right: bool,
}

/// Everything that could have been answered instead of an answer to a card, and that answer, in the order of the table, so
/// that the places tell nothing. Differences below `least` dollars do not matter.
pub(super) fn attempts(rerun: &Rerun, deal: DealId, signed: Answer, least: f64) -> Vec<Attempt> {
    let ways = rerun.ways.iter().enumerate().filter_map(|(at, way)| match &way.instead {
        Instead::This(Some(DecisionKind::Answer(_, answer))) => Some((*answer, Some(at))),
        _ => None,
    });
    let mut all: Vec<(Answer, Option<usize>)> = std::iter::once((signed, None)).chain(ways).collect();
    all.sort_by_key(|(answer, _)| Response::ALL.iter().position(|&response| response == answer.response));
    let tried: Vec<(Answer, Vec<End>)> =
        all.into_iter().filter_map(|(answer, way)| Some((answer, ends(rerun, way)?))).collect();
    let mean = |ends: &[End]| ends.iter().map(|end| end.worth).collect::<Stats>().mean();
    let best = tried.iter().max_by(|a, b| mean(&a.1).total_cmp(&mean(&b.1)));
    let own = tried.iter().find(|(answer, _)| *answer == signed);
    let (Some((_, best)), Some((_, own))) = (best, own) else { return Vec::new() };
    let strategies = strategies(rerun.before(), deal);
    let attempt = |(answer, ends): &(Answer, Vec<End>)| {
        let behind = apart(best, ends, |end| end.worth);
        let paid = |seat: Seat| apart(ends, own, |end| *end.paid.get(seat)).mean();
        let found_by = strategies.iter().filter(|(_, response)| *response == answer.response);
        Attempt {
            answer: *answer,
            signed: *answer == signed,
            gain: apart(ends, own, |end| end.worth),
            paid: PerSeat { product: paid(Seat::Product), sales: paid(Seat::Sales) },
            found_by: found_by.map(|(id, _)| *id).collect(),
            right: behind.mean() < least || behind.mean() <= 2.0 * behind.error(),
        }
    };
    tried.iter().map(attempt).collect()
}

/// How a future ended, in dollars.
struct End {
    worth: f64,
    /// What each lead was paid on top of the salary.
    paid: PerSeat<f64>,
}

/// How each future ends on a way; `None` if the way was not possible.
fn ends(rerun: &Rerun, way: Option<usize>) -> Option<Vec<End>> {
    let end = |future: u64| {
        let game = rerun.future(way, future)?.game;
        let paid = |quantity: Quantity| game.state().get(quantity);
        let paid = PerSeat { product: paid(Quantity::Bonus), sales: paid(Quantity::Commission) };
        Some(End { worth: worth(&game), paid })
    };
    (FRESH..FRESH + u64::from(MEASURED)).into_par_iter().map(end).collect()
}

/// By how much a number is higher in one than in another, one number per future.
fn apart(one: &[End], other: &[End], of: impl Fn(&End) -> f64) -> Stats {
    one.iter().zip(other).map(|(one, other)| of(one) - of(other)).collect()
}

/// What each strategy would have signed on both seats; those whose seats differ are left out.
fn strategies(table: &Game, deal: DealId) -> Vec<(&'static str, Response)> {
    let signs = |policy: &&'static dyn Policy| {
        let [product, sales] =
            Seat::BOTH.map(|seat| match policy::command(*policy, table, &Step::Answer(seat, deal)) {
                Some(Command::SignAnswer { answer, .. }) => Some(answer.response),
                _ => None,
            });
        product.filter(|_| product == sales).map(|response| (policy.id(), response))
    };
    policy::ALL.iter().filter_map(signs).collect()
}
