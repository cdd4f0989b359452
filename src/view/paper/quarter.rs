//! What both leads get on paper in the quarter that a run has reached: their private pages, the cards with their halves,
//! and the decision sheet.

use serde::Serialize;

use super::decisions::{DecisionSheet, decisions_of};
use super::numbered::{deal_number, response_number};
use crate::ids::{DealId, Seat};
use crate::run::Log;
use crate::sight::Viewer;
use crate::sim::{Command, Game, Phase, ProductPlan, SalesPlan, Step};
use crate::text::{self, Teller, Unit, letters};
use crate::view::look::Look;
use crate::view::{
    Amount, Briefing, Card, ProductDesk, ResponseOption, SalesDesk, Wall, briefing, card, house, outcome, product_desk,
    sales_desk, wall,
};

/// The sheets of a quarter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuarterSheets {
    /// The team.
    pub team: String,
    /// The numbers that everybody knows.
    pub wall: Wall,
    /// The private pages; empty once both plans are signed.
    pub seats: Vec<SeatSheet>,
    /// What came of the plans, as both may know it; empty before they are signed.
    pub came: Vec<Amount>,
    /// How many small asks there are, in words.
    pub small: String,
    /// The cards on the table.
    pub cards: Vec<TableCard>,
    /// The decision sheet.
    pub decisions: DecisionSheet,
}

/// The private page of a seat.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeatSheet {
    /// Whose.
    pub seat: Seat,
    /// Its briefing.
    pub briefing: Briefing,
    /// What it plans with.
    pub desk: SeatDesk,
}

/// What a seat plans with. Its targets have numbers: see [`super::numbered`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum SeatDesk {
    /// The Product Lead's desk, and the numbers of its moves: kind, and target if there is one.
    Product(Box<ProductDesk>, Vec<(usize, Option<u32>)>),
    /// The Sales Lead's desk, and the numbers of its deals, in their order.
    Sales(Box<SalesDesk>, Vec<(DealId, u32)>),
}

/// A card on the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableCard {
    /// Its number.
    pub number: u32,
    /// What both know.
    pub table: Card,
    /// What each seat knows.
    pub halves: [HalfCard; 2],
}

/// A card as one seat knows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HalfCard {
    /// The card.
    pub card: Card,
    /// What each of the eight answers would do, as far as the seat knows.
    pub answers: Vec<HalfAnswer>,
}

/// What an answer would do, as far as a seat knows. What it does not know, or what is nothing, is empty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HalfAnswer {
    /// Its number and name.
    pub title: String,
    /// Whether it is possible.
    pub possible: bool,
    /// The chance to win.
    pub chance: String,
    /// The work.
    pub work: String,
    /// Revenue debt if the deal is won.
    pub debt: String,
    /// What coherence loses.
    pub coherence: String,
}

/// Why a run has no sheets now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// A quarter is almost over: its last signatures come first.
    Closing,
    /// The game is over.
    Ended,
}

/// Makes the sheets of the quarter that a run is in.
///
/// # Errors
/// There is nothing left to decide in it.
pub fn quarter_sheets(log: &Log, text: &Teller) -> Result<QuarterSheets, NotNow> {
    let game = log.game();
    let state = game.state();
    match state.phase {
        Phase::Briefing | Phase::Plan | Phase::Table => {}
        Phase::Close | Phase::Review => return Err(NotNow::Closing),
        Phase::Ended => return Err(NotNow::Ended),
    }
    let table = at_table(game);
    let planning = state.phase < Phase::Table;
    let team = log.team_name(text);
    let names = log.team();
    let mut decisions = decisions_of(text, game, table.state().cards());
    decisions.team.clone_from(&team);
    decisions.leads = [&names.product, &names.sales].map(|name| letters::shown(name));
    let came = match planning {
        true => Vec::new(),
        false => outcome(game, text, Viewer::Table, log.events(state.quarter)).lines,
    };
    Ok(QuarterSheets {
        wall: wall(game, text, &team),
        seats: if planning { Seat::BOTH.map(|seat| seat_sheet(game, text, seat)).into() } else { Vec::new() },
        came,
        small: house(&table, text, &table.state().house).catches,
        cards: table.state().cards().iter().filter_map(|&deal| table_card(&table, text, deal)).collect(),
        decisions,
        team,
    })
}

/// The game at its next table: whoever has not planned yet plans nothing new.
fn at_table(game: &Game) -> Game {
    let mut game = game.clone();
    while game.state().phase < Phase::Table {
        let (state, step) = (game.state(), game.steps().into_iter().next());
        let command = match step {
            Some(Step::ReadBriefing(seat)) => Command::Read { seat },
            Some(Step::Plan(Seat::Product)) => {
                Command::PlanProduct(ProductPlan { allocation: state.allocation, moves: Vec::new() })
            }
            Some(Step::Plan(Seat::Sales)) => {
                Command::PlanSales(SalesPlan { target: state.target.clone(), ..SalesPlan::default() })
            }
            _ => break,
        };
        if game.advance(&command).is_err() {
            break;
        }
    }
    game
}

fn seat_sheet(game: &Game, text: &Teller, seat: Seat) -> SeatSheet {
    let state = game.state();
    let desk = match seat {
        Seat::Product => {
            let desk = product_desk(game, text, &ProductPlan { allocation: state.allocation, moves: Vec::new() });
            let numbers = super::numbered_product(state, &desk.moves);
            let numbers = numbers.into_iter().map(|made| (made.kind, made.target)).collect();
            SeatDesk::Product(Box::new(desk), numbers)
        }
        Seat::Sales => {
            let plan = SalesPlan { target: state.target.clone(), ..SalesPlan::default() };
            let desk = sales_desk(game, text, &plan);
            let deals = desk.columns.iter().flat_map(|column| &column.deals).map(|card| card.deal);
            let number = |id: DealId| Some((id, deal_number(state.deals.get(&id)?)));
            let numbers = deals.filter_map(number).collect();
            SeatDesk::Sales(Box::new(desk), numbers)
        }
    };
    SeatSheet { seat, briefing: briefing(game, text, seat), desk }
}

fn table_card(game: &Game, text: &Teller, deal: DealId) -> Option<TableCard> {
    let half = |seat| half_card(game, text, seat, deal);
    Some(TableCard {
        number: deal_number(game.state().deals.get(&deal)?),
        table: card(game, text, Viewer::Table, deal, None)?,
        halves: [half(Seat::Product)?, half(Seat::Sales)?],
    })
}

fn half_card(game: &Game, text: &Teller, seat: Seat, deal: DealId) -> Option<HalfCard> {
    let card = card(game, text, Viewer::Seat(seat), deal, None)?;
    let seen = Look::of(game, text, Viewer::Seat(seat), deal)?.seen;
    let answer = |option: &ResponseOption| {
        let known = seen.estimated();
        let work = seen.weeks(option.response).filter(|_| option.response.builds());
        let lost = seen.coherence(option.response);
        HalfAnswer {
            title: format!("{} {}", response_number(option.response), option.title),
            possible: option.why_not.is_none(),
            chance: option.chance_line.clone(),
            work: work.map_or_else(String::new, |work| text::range(text, Unit::Weeks, work.low, work.high)),
            debt: if known { option.debt_line.clone() } else { String::new() },
            coherence: match lost.high > 0.0 {
                true => text::change_range(text, Unit::Index, -lost.high, -lost.low),
                false => String::new(),
            },
        }
    };
    let answers = card.responses.iter().map(answer).collect();
    Some(HalfCard { card, answers })
}
