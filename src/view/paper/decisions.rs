//! The sheet on which a team writes what it decides in a quarter, in the order in which it is typed in.

use serde::Serialize;

use super::numbered::{deal_number, response_number};
use crate::ids::{DealId, Quarter, Seat};
use crate::sim::formula::predicted;
use crate::sim::{ATTENTION, Allocation, Cell, Evidence, Game, House, PUSHES, Response};
use crate::text::{self, Teller, Unit};
use crate::view::board::cell_key;
use crate::view::predict::unit;
use crate::view::six::SIX;

/// What the rows for the cards of a table are called; there are never more.
pub const CARD_LETTERS: [&str; 4] = ["a", "b", "c", "d"];

/// A decision sheet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionSheet {
    /// `Q1 2027 · quarter 1 of 8`.
    pub quarter: String,
    /// The team; empty if it is to be written by hand.
    pub team: String,
    /// The names of the two leads; empty if they are to be written by hand.
    pub leads: [String; 2],
    /// The four parts of engineering, each with its share until now if that is known, in percent.
    pub split: Vec<(String, Option<u8>)>,
    /// The segments, each with its share of the target until now if that is known, in percent.
    pub target: Vec<(String, Option<u8>)>,
    /// Attention points of each lead.
    pub attention: u8,
    /// Push tokens of the Sales Lead.
    pub pushes: usize,
    /// The cells of the house quadrant, each with the number of its standing answer until now if that is known.
    pub cells: Vec<(String, Option<usize>)>,
    /// The answers with their numbers; those that can stand in the house quadrant are marked.
    pub answers: Vec<(usize, String, bool)>,
    /// The kinds of evidence.
    pub evidence: Vec<String>,
    /// Number and customer of each card, in the order of the table; empty before that is known.
    pub cards: Vec<(u32, String)>,
    /// The number that both predict, and how it is written.
    pub predicts: [String; 2],
    /// The six numbers.
    pub numbers: Vec<String>,
}

/// What stands until a team decides otherwise.
struct Standing<'a> {
    allocation: Allocation,
    target: &'a [u8],
    house: House,
}

/// An empty sheet for each quarter of a scenario. The first one has what stands at the start.
#[must_use]
pub fn blank_decisions(text: &Teller, start: &Game) -> Vec<DecisionSheet> {
    let standing = standing(start);
    let sheet = |quarter| {
        let known = (quarter == 1).then_some(&standing);
        sheet(text, Quarter(quarter), known, &[])
    };
    (1..=text.scenario().meta.quarters).map(sheet).collect()
}

/// The sheet of the quarter that a game is in, with the cards that lie on its table.
pub(super) fn decisions_of(text: &Teller, game: &Game, table: &[DealId]) -> DecisionSheet {
    let state = game.state();
    let card = |id: &DealId| Some((deal_number(state.deals.get(id)?), text::deal_name(text, state, *id)));
    let cards: Vec<(u32, String)> = table.iter().filter_map(card).collect();
    sheet(text, state.quarter, Some(&standing(game)), &cards)
}

fn standing(game: &Game) -> Standing<'_> {
    let state = game.state();
    Standing { allocation: state.allocation, target: &state.target, house: state.house }
}

fn sheet(text: &Teller, quarter: Quarter, standing: Option<&Standing>, cards: &[(u32, String)]) -> DecisionSheet {
    let scenario = text.scenario();
    let parts = ["part-roadmap", "part-specials", "part-repair", "part-discovery"].map(|key| text.get(key));
    let split = standing.map(|standing| standing.allocation.shares());
    let target = |at: usize| standing.and_then(|standing| standing.target.get(at).copied());
    let cell =
        |cell: Cell| (text.get(cell_key(cell)), standing.map(|standing| response_number(standing.house.answer(cell))));
    let answer =
        |response| (response_number(response), text::response(text, response), Response::STANDING.contains(&response));
    let number = predicted(scenario, quarter);
    let written = match unit(number) {
        Unit::Dollars => "paper-in-dollars",
        Unit::Percent => "paper-in-percent",
        Unit::Weeks => "paper-in-weeks",
        Unit::Index | Unit::Count => "paper-in-points",
    };
    DecisionSheet {
        quarter: text.with(
            "quarter-of",
            &[("name", &text::quarter_name(text, quarter)), ("number", &quarter.0), ("all", &scenario.meta.quarters)],
        ),
        team: String::new(),
        leads: Seat::BOTH.map(|_| String::new()),
        split: parts.into_iter().enumerate().map(|(at, part)| (part, split.map(|split| split[at]))).collect(),
        target: scenario.segments.iter().enumerate().map(|(at, one)| (one.name.clone(), target(at))).collect(),
        attention: ATTENTION,
        pushes: PUSHES,
        cells: Cell::ALL.map(cell).into(),
        answers: Response::ALL.map(answer).into(),
        evidence: Evidence::ALL.map(|evidence| text::evidence(text, evidence)).into(),
        cards: cards.to_vec(),
        predicts: [text::measure(text, number), text.get(written)],
        numbers: SIX.iter().map(|six| six.label(text)).collect(),
    }
}
