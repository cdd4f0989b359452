//! The board of a table: all cards by effort and strategic alignment, as far as the viewer knows.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ids::DealId;
use crate::sight::{Band, Sight, Viewer};
use crate::sim::{Cell, Fact, Game, Quantity, Response};
use crate::text::{self, Teller, Unit, range};

/// The board.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Board {
    /// Effort from which an ask counts as big, in engineer-weeks.
    pub big_from: f64,
    /// Alignment from which an ask counts as on strategy, 0..1.
    pub on_from: f64,
    /// The names of the cells, in the order of [`Cell::ALL`].
    pub cells: [String; 4],
    /// The names of the axes: effort to the right, alignment upwards.
    pub axes: [String; 2],
    /// The cards; the current one comes last, to be drawn on top.
    pub spots: Vec<Spot>,
    /// Effort of the current card if it were simplified to its true need, with a label. `None` if the need is not
    /// known.
    pub simplified: Option<(String, Band)>,
    /// The board in words.
    pub summary: String,
}

/// A card on the board.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Spot {
    /// The prospect.
    pub name: String,
    /// Effort in engineer-weeks; `None` without an estimate, so it may be anywhere.
    pub effort: Option<Band>,
    /// Strategic alignment, 0..1.
    pub alignment: Band,
    /// Whether it is the current card.
    pub shown: bool,
}

/// Makes the board for a viewer, with `shown` as the current card.
pub(super) fn board(game: &Game, text: &Teller, viewer: Viewer, shown: DealId) -> Board {
    let rules = &game.scenario().rules;
    let sight = Sight::new(game, viewer);
    let mut spots = Vec::new();
    let mut simplified = None;
    for &id in game.state().cards() {
        let Some(seen) = sight.asked(id) else { continue };
        spots.push(Spot {
            name: text::name(text, seen.deal.name),
            effort: seen.effort(),
            alignment: seen.alignment(),
            shown: id == shown,
        });
        if id == shown && sight.knows(Fact::Need(id)) {
            simplified = seen.weeks(Response::Simplify).map(|weeks| (text.get("board-simplified"), weeks));
        }
    }
    // The last one is drawn on top.
    spots.sort_by_key(|spot| spot.shown);
    let mut board = Board {
        big_from: rules.big_ask_effort * game.state().get(Quantity::Engineering),
        on_from: rules.on_strategy_alignment,
        cells: Cell::ALL.map(|cell| text.get(cell_key(cell))),
        axes: ["board-effort", "board-alignment"].map(|key| text.get(key)),
        spots,
        simplified,
        summary: String::new(),
    };
    board.summary = summary(&board, text);
    board
}

/// The text key for the name of a cell.
pub(super) fn cell_key(cell: Cell) -> &'static str {
    match cell {
        Cell::SmallOn => "cell-small-on",
        Cell::BigOn => "cell-big-on",
        Cell::SmallOff => "cell-small-off",
        Cell::BigOff => "cell-big-off",
    }
}

/// All cards in words, with effort and alignment; the current card first.
fn summary(board: &Board, text: &Teller) -> String {
    let told = |spot: &Spot| {
        let alignment = range(text, Unit::Percent, spot.alignment.low, spot.alignment.high);
        let effort = spot
            .effort
            .map_or_else(|| text.get("effort-unknown"), |effort| range(text, Unit::Weeks, effort.low, effort.high));
        text.with("board-spot", &[("name", &spot.name), ("effort", &effort), ("alignment", &alignment)])
    };
    let mut told: Vec<String> = board.spots.iter().rev().map(told).collect();
    if let Some((words, weeks)) = &board.simplified {
        told.insert(1.min(told.len()), format!("{words}: {}", range(text, Unit::Weeks, weeks.low, weeks.high)));
    }
    text.with("board-told", &[("spots", &told.join("; "))])
}
