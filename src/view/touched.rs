//! What the upkeep of a decision weighed on: engineering, and through it promises to others that were late.
//!
//! The books give a late promise to the decision that made it. Upkeep of other specials that took the weeks it lacked is told
//! beside that, as what it is: weeks of the same engineering.

use super::chain::named;
use super::past::short_label;
use crate::ids::{DecisionId, Quarter, WEEK_ONE};
use crate::sim::{DecisionKind, Entry, Game, Quantity, Rule, Subject, Work};
use crate::text::{self, Teller};

/// The most late promises that are told.
const PROMISES: usize = 2;
/// Weeks that are worth telling.
const LEAST: f64 = 0.1;
/// Share of the weeks that a promise lacked from which on the upkeep that took them is told.
const FELT: f64 = 0.25;

/// What the upkeep of a decision weighed on, a sentence each; nothing if it has none.
pub(super) fn touched(game: &Game, text: &Teller, decision: DecisionId) -> Vec<String> {
    let own = Upkeep::of(game, decision);
    if own.all() < LEAST {
        return Vec::new();
    }
    let weeks = text::weeks(text, own.all());
    let mut told = vec![text.with("touched-upkeep", &[("weeks", &weeks)])];
    let others = late(game).filter(|late| late.work.decision != Some(decision));
    let mut felt: Vec<(Late, f64)> = others
        .map(|late| {
            let taken = own.taken_from(game, &late);
            (late, taken)
        })
        .collect();
    felt.retain(|(late, taken)| *taken >= LEAST.max(late.missing * FELT));
    felt.sort_by(|a, b| (b.1 / b.0.missing).total_cmp(&(a.1 / a.0.missing)));
    told.extend(felt.iter().take(PROMISES).map(|(late, taken)| late.told(game, text, *taken)));
    told.extend((!felt.is_empty()).then(|| text.get("touched-books")));
    told
}

/// Engineer-weeks that the specials of a decision need as upkeep when each quarter is planned, by quarter.
struct Upkeep(Vec<(Quarter, f64)>);

impl Upkeep {
    fn of(game: &Game, decision: DecisionId) -> Self {
        Self::of_works(game, |work| work.decision == Some(decision))
    }

    fn of_works(game: &Game, own: impl Fn(&Work) -> bool) -> Self {
        let closed = game.state().history.iter().map(|record| record.quarter).filter(|quarter| quarter.0 > 0);
        Self(closed.map(|quarter| (quarter, needed(game, &own, quarter))).collect())
    }

    fn all(&self) -> f64 {
        self.0.iter().map(|(_, weeks)| weeks).sum()
    }

    /// How many of these weeks would have gone to specials while a promise was open.
    fn taken_from(&self, game: &Game, late: &Late) -> f64 {
        let open = self.0.iter().filter(|(quarter, _)| (late.work.starts..=late.quarter).contains(quarter));
        open.map(|&(quarter, weeks)| weeks * for_specials(game, quarter)).sum()
    }
}

/// Upkeep of some specials at the plan of a quarter, in engineer-weeks. Repair takes the same share from all specials.
fn needed(game: &Game, is_own: &impl Fn(&Work) -> bool, quarter: Quarter) -> f64 {
    let works = &game.state().works;
    let at_start = |work: &&Work| work.delivered == Some(Quarter(0)) && is_own(work);
    let mut own: f64 = works.values().filter(at_start).map(|work| work.upkeep as f64).sum();
    let mut all = 0.0;
    let made_by = |entry: &Entry| match entry.cause.subject {
        Some(Subject::Work(id)) => works.get(&id).is_some_and(is_own),
        _ => false,
    };
    let until =
        |entry: &&Entry| entry.quarter < quarter || entry.quarter == quarter && entry.cause.rule == Rule::Sunset;
    for entry in game.ledger().iter().filter(|entry| entry.quantity == Quantity::Upkeep).filter(until) {
        let amount = entry.amount as f64;
        match entry.cause.rule {
            Rule::RepairUpkeep if all > 0.0 => own *= 1.0 + amount / all,
            _ if made_by(entry) => own += amount,
            _ => {}
        }
        all += amount;
    }
    own.max(0.0) / WEEK_ONE
}

/// The share of engineering that went to specials in a quarter, 0..1; 0 where upkeep took nothing from anybody, because
/// engineering was at its floor.
fn for_specials(game: &Game, quarter: Quarter) -> f64 {
    let floor = game.state().history.iter().any(|record| record.quarter == quarter && record.capacity.floor > 0.0);
    let planned = game.state().decisions.iter().rev().filter(|made| made.quarter <= quarter);
    let split = planned.filter_map(|made| match made.kind {
        DecisionKind::Allocation(split) => Some(split),
        _ => None,
    });
    if floor { 0.0 } else { split.map(|split| f64::from(split.specials) / 100.0).next().unwrap_or(0.0) }
}

/// A promise that was late.
struct Late<'a> {
    work: &'a Work,
    quarter: Quarter,
    /// Engineer-weeks that were missing when it was due.
    missing: f64,
}

/// The promises that were late.
fn late(game: &Game) -> impl Iterator<Item = Late<'_>> {
    let slipped = |entry: &&Entry| entry.quantity == Quantity::PromisesBroken && entry.cause.rule == Rule::LatePromise;
    game.ledger().iter().filter(slipped).filter_map(|entry| {
        let Some(Subject::Work(id)) = entry.cause.subject else { return None };
        let open = |other: &&Entry| {
            other.quantity == Quantity::Backlog
                && other.cause.subject == entry.cause.subject
                && other.quarter <= entry.quarter
                && other.cause.rule != Rule::WorkDropped
        };
        let missing: i64 = game.ledger().iter().filter(open).map(|other| other.amount).sum();
        let work = game.state().works.get(&id)?;
        Some(Late { work, quarter: entry.quarter, missing: missing as f64 / WEEK_ONE })
    })
}

impl Late<'_> {
    fn told(&self, game: &Game, text: &Teller, taken: f64) -> String {
        let name = text::customer_name(text, game.state(), self.work.customer);
        let told = text.with(
            "touched-late",
            &[
                ("quarter", &short_label(game, text, self.quarter)),
                ("name", &name),
                ("missing", &text::weeks(text, self.missing)),
                ("taken", &text::weeks(text, taken)),
            ],
        );
        let left = |entry: &&Entry| {
            entry.quantity == Quantity::Arr
                && entry.cause.rule == Rule::LatePromise
                && entry.cause.subject == Some(Subject::Customer(self.work.customer))
        };
        let Some(left) = game.ledger().iter().find(left) else { return told };
        let (quarter, lost) = (short_label(game, text, left.quarter), named(text, Quantity::Arr, left.amount));
        text.with("touched-left", &[("told", &told), ("name", &name), ("quarter", &quarter), ("lost", &lost)])
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::lab;
    use crate::policy;
    use crate::scenario::Shelf;

    #[test]
    fn the_upkeep_of_all_decisions_and_of_the_start_is_what_engineering_lost_to_upkeep() {
        let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
        for id in ["accept-all", "turnaround", "repair-first"] {
            let policy = policy::by_id(id).expect("it is built in");
            let game = lab::play_with(&scenario, 7, |_| policy);
            let all: f64 = game.state().decisions.iter().map(|made| Upkeep::of(&game, made.id).all()).sum();
            let lost: f64 = game.state().history.iter().map(|record| record.capacity.upkeep).sum();
            let closed = game.state().history.iter().map(|record| record.quarter).filter(|quarter| quarter.0 > 0);
            let from_start: f64 = closed.map(|quarter| from_start(&game, quarter)).sum();
            assert!((all + from_start - lost).abs() < 0.1, "{id}: {all} {from_start} {lost}");
        }
    }

    /// Upkeep that was there before the first quarter, at the plan of a quarter, in engineer-weeks.
    fn from_start(game: &Game, quarter: Quarter) -> f64 {
        let (mut own, mut all) = (0.0, 0.0);
        let entries = game.ledger().iter().filter(|entry| entry.quantity == Quantity::Upkeep);
        for entry in entries.filter(|entry| entry.quarter < quarter) {
            let amount = entry.amount as f64;
            match entry.cause.rule {
                Rule::RepairUpkeep if all > 0.0 => own *= 1.0 + amount / all,
                _ if entry.quarter.0 == 0 => own += amount,
                _ => {}
            }
            all += amount;
        }
        own / WEEK_ONE
    }
}
