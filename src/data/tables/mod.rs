//! The tables, one file each. A file says in its columns everything about its table.

pub(super) mod cards;
pub(super) mod decisions;
pub(super) mod ledger;
pub(super) mod predictions;
pub(super) mod quarters;
pub(super) mod runs;
pub(super) mod stances;

use super::cell::{Cell, words};
use super::column::{Column, Holds, cells, fields};
use super::origin::Origin;
use super::source::{RunSource, Signed, signers};
use super::table::Table;
use crate::ids::{PerSeat, Seat};
use crate::sim::{By, Deal, Evidence, Game, Quantity, Record, Reform, Response, Settled};

/// The values of the rows that were found for a table.
fn read<R>(columns: &[Column<R>], rows: &[R]) -> Vec<Vec<Cell>> {
    rows.iter().map(|row| cells(columns, row)).collect()
}

/// The deals that were on the table as cards and have an answer, in the order of the tables.
fn answered_cards<'a>(game: &'a Game) -> Vec<(&'a Deal, Settled)> {
    let answered = |deal: &'a Deal| Some((deal, deal.ask.as_ref()?.answer?));
    let mut cards: Vec<_> = game
        .state()
        .deals
        .values()
        .filter_map(answered)
        .filter(|(_, settled)| matches!(settled.by, By::Both | By::Ceo(_)))
        .collect();
    cards.sort_by_key(|(deal, _)| (deal.closes, deal.id));
    cards
}

/// Quota attainment in a closed quarter; `None` where there was no quota: at the start and in the echo year.
fn quota_attainment(game: &Game, record: &Record) -> Option<f64> {
    (1..=game.scenario().meta.quarters).contains(&record.quarter.0).then_some(record.attainment)
}

/// A number of a closed quarter in whole dollars.
fn dollars(record: &Record, quantity: Quantity) -> Cell {
    Cell::whole(record.get(quantity))
}

fn seats() -> Vec<String> {
    words(&Seat::BOTH)
}

fn responses() -> Vec<String> {
    words(&Response::ALL)
}

fn evidence() -> Vec<String> {
    words(&Evidence::ALL)
}

/// Who can decide.
fn deciders() -> Vec<String> {
    let reform = By::Reform(Reform::SpecialsBudget);
    words(&[By::Product, By::Sales, By::Both, By::Ceo(Seat::Product), By::House, reform, By::Autopilot])
}

/// The side whose answer the CEO took.
fn sided_with(by: By) -> Option<Seat> {
    match by {
        By::Ceo(seat) => Some(seat),
        _ => None,
    }
}

/// Which of the seats, in one word.
fn who(which: &PerSeat<bool>) -> &'static str {
    match (which.product, which.sales) {
        (true, true) => "Both",
        (true, false) => "Product",
        (false, true) => "Sales",
        (false, false) => "Nobody",
    }
}

fn whos() -> Vec<String> {
    ["Both", "Product", "Sales", "Nobody"].map(str::to_owned).to_vec()
}
