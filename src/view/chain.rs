//! The chain of a decision: what it led to, quarter by quarter, with sums; and what it touched that the books give to others.

use schemars::JsonSchema;
use serde::Serialize;

use super::books::{Books, Effect};
use super::decisions::{TOLD, moved};
use super::explain::shown;
use super::past::label;
use super::touched::touched;
use crate::ids::DecisionId;
use crate::sim::{Game, Quantity};
use crate::text::{self, Teller};

/// The most links that are shown one by one.
const LINKS: usize = 6;

/// What a decision led to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Chain {
    /// The decision.
    pub decision: DecisionId,
    /// Its largest effects and what led to them, in order.
    pub links: Vec<Link>,
    /// How many smaller effects there are besides, and what they come to; `None` if there are none.
    pub rest: Option<String>,
    /// What all effects come to, number by number; empty if each is too small to show.
    pub sum: String,
    /// What it weighed on without being its cause in the books, a sentence each.
    pub touched: Vec<String>,
}

/// A link of a chain.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Link {
    /// When.
    pub quarter: String,
    /// What happened, and to what.
    pub text: String,
    /// What it changed, number by number.
    pub amounts: String,
    /// How many of the shown links lead to it: 0 if it follows from the decision itself.
    pub depth: usize,
}

/// The chains of all decisions that had effects, in the order of the decisions.
pub(super) fn chains(game: &Game, text: &Teller, books: &Books) -> Vec<Chain> {
    let chain = |(&decision, effects): (&DecisionId, &Vec<Effect>)| {
        let chosen = chosen(effects);
        let rest: Vec<&Effect> =
            effects.iter().enumerate().filter(|(at, _)| !chosen.contains(at)).map(|(_, effect)| effect).collect();
        Chain {
            decision,
            links: chosen.iter().map(|&at| link(game, text, effects, &chosen, at)).collect(),
            rest: rest_line(text, &rest),
            sum: sums(text, effects.iter()),
            touched: touched(game, text, decision),
        }
    };
    books.decisions.iter().map(chain).collect()
}

/// How much an effect says: its changes, each in units of the smallest one worth showing.
fn weight(effect: &Effect) -> f64 {
    let part =
        |&(quantity, least): &(Quantity, f64)| libm::fabs(effect.amount(quantity) as f64 / quantity.unit()) / least;
    TOLD.iter().map(part).sum()
}

/// The effects to show, in order: the weightiest, each with those that led to it.
fn chosen(effects: &[Effect]) -> Vec<usize> {
    let mut order: Vec<(usize, f64)> = effects.iter().map(weight).enumerate().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut chosen: Vec<usize> = Vec::new();
    for (at, _) in order.into_iter().filter(|(_, weight)| *weight >= 1.0) {
        let mut wanted = vec![at];
        wanted.extend(before(effects, at).filter(|&before| weight(&effects[before]) > 0.0));
        wanted.retain(|at| !chosen.contains(at));
        if chosen.len() + wanted.len() <= LINKS {
            chosen.extend(wanted);
        }
    }
    chosen.sort_unstable();
    chosen
}

/// What led to an effect, the nearest first.
fn before(effects: &[Effect], at: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(effects[at].led_by, |&before| effects[before].led_by)
}

fn link(game: &Game, text: &Teller, effects: &[Effect], chosen: &[usize], at: usize) -> Link {
    let effect = &effects[at];
    Link {
        quarter: label(game, text, effect.quarter),
        text: text::cause(text, game.state(), &effect.cause),
        amounts: sums(text, std::iter::once(effect)),
        depth: before(effects, at).filter(|before| chosen.contains(before)).count(),
    }
}

/// What effects come to together, number by number.
fn sums<'a>(text: &Teller, effects: impl Iterator<Item = &'a Effect>) -> String {
    let mut sum = [0_i64; Quantity::COUNT];
    for (quantity, amount) in effects.flat_map(|effect| &effect.amounts) {
        sum[*quantity as usize] += amount;
    }
    let moved: Vec<String> =
        moved(text, &sum).into_iter().map(|moved| format!("{} {}", moved.label, moved.amount)).collect();
    moved.join(" · ")
}

/// Effects that are not shown one by one. Those that only add work and take it away again come to nothing.
fn rest_line(text: &Teller, rest: &[&Effect]) -> Option<String> {
    let sums = sums(text, rest.iter().copied());
    let count = rest.len();
    match (count, sums.is_empty()) {
        (0, _) => None,
        (_, true) => Some(text.with("chain-rest-nothing", &[("count", &count)])),
        (_, false) => Some(text.with("chain-rest", &[("count", &count), ("sum", &sums)])),
    }
}

/// A change of a number as shown, with its name.
pub(super) fn named(text: &Teller, quantity: Quantity, stored: i64) -> String {
    format!("{} {}", text::quantity(text, quantity), shown(text, quantity, stored))
}
