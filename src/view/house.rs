//! The house quadrant: a standing answer per cell, what it applies to now, and what it did last quarter.

use schemars::JsonSchema;
use serde::Serialize;

use super::board::cell_key;
use crate::ids::{CustomerId, DecisionId, Quarter, Seat};
use crate::sight::{Asked, Band, Sight};
use crate::sim::check;
use crate::sim::{Answer, By, Cause, Cell, Deal, DealOutcome, Game, House, Quantity, Response, Rule, Subject};
use crate::text::{self, Teller, Unit};

/// The house quadrant.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct HouseDesk {
    /// The four cells, in the order of [`Cell::ALL`].
    pub cells: Vec<HouseCell>,
    /// How many small asks there are this quarter, in words.
    pub catches: String,
    /// Which seats signed this draft.
    pub signed: [(Seat, bool); 2],
    /// Which seats signed something else, before the draft was changed.
    pub outdated: Vec<Seat>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct HouseCell {
    /// Which.
    pub cell: Cell,
    /// Its name.
    pub title: String,
    /// The standing answer in the draft.
    pub answer: Response,
    /// The standing answer until now, if it differs from the draft.
    pub was: Option<String>,
    /// Which asks it applies to this quarter, in words.
    pub now: String,
    /// What it did last quarter.
    pub last: String,
    /// What the draft's answer would do with them, as far as both know; `None` if there are none.
    pub expected: Option<String>,
    /// Answers to choose from.
    pub options: Vec<HouseOption>,
}

/// A standing answer to choose.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct HouseOption {
    /// The answer.
    pub response: Response,
    /// Its name.
    pub title: String,
    /// Whether it is the one in the draft.
    pub chosen: bool,
    /// Why it cannot be chosen.
    pub why_not: Option<String>,
}

/// Makes the house quadrant from a draft.
#[must_use]
pub fn house(game: &Game, text: &Teller, draft: &House) -> HouseDesk {
    let state = game.state();
    let small = state.turn.small_asks.len();
    let signed = Seat::BOTH.map(|seat| (seat, *state.turn.house_signed.get(seat) == Some(*draft)));
    let other = |seat| state.turn.house_signed.get(seat).is_some_and(|signed| signed != *draft);
    HouseDesk {
        cells: Cell::ALL.into_iter().map(|cell| house_cell(game, text, draft, cell)).collect(),
        catches: text.with("house-catches", &[("count", &small)]),
        outdated: Seat::BOTH.into_iter().filter(|&seat| other(seat)).collect(),
        signed,
    }
}

fn house_cell(game: &Game, text: &Teller, draft: &House, cell: Cell) -> HouseCell {
    let state = game.state();
    let now: Vec<&Deal> = state
        .turn
        .small_asks
        .iter()
        .filter_map(|id| state.deals.get(id))
        .filter(|deal| cell_of(game, deal) == Some(cell))
        .collect();
    let arr: f64 = now.iter().map(|deal| deal.arr.f64()).sum();
    HouseCell {
        cell,
        title: text.get(cell_key(cell)),
        answer: draft.answer(cell),
        was: (state.house.answer(cell) != draft.answer(cell))
            .then(|| text.with("house-was", &[("answer", &text::response(text, state.house.answer(cell)))])),
        now: text.with("house-now", &[("count", &now.len()), ("arr", &text::dollars(text, arr))]),
        last: last(game, text, cell),
        expected: expected(game, text, draft.answer(cell), &now),
        options: options(game, text, draft, cell),
    }
}

/// ARR that an answer is likely to sign, and what it costs in work and trust.
fn expected(game: &Game, text: &Teller, answer: Response, caught: &[&Deal]) -> Option<String> {
    let sight = Sight::table(game);
    let (mut arr, mut weeks, mut trust) = (Band::default(), Band::default(), 0.0);
    for deal in caught {
        let Some(seen) = Asked::of(sight, deal) else { continue };
        let response = if check::covers(game.state(), seen.ask) { Response::AlreadyHave } else { answer };
        let won = seen.chance(&Answer::plain(response));
        arr = arr.plus(won.times(deal.arr.f64()));
        let work = seen.revealed_weeks(response);
        weeks = weeks.plus(Band { low: work.low * won.low, high: work.high * won.high });
        trust -= if response == Response::Decline { seen.no(false) } else { 0.0 };
    }
    let work = text::range(text, Unit::Weeks, weeks.low, weeks.high);
    let parts = [
        Some(text.with("house-arr", &[("arr", &text::range(text, Unit::Dollars, arr.low, arr.high))])),
        (weeks.high > 0.0).then(|| text.with("house-work", &[("weeks", &work)])),
        (trust < 0.0).then(|| text.with("house-trust", &[("trust", &text::change(text, Unit::Index, trust))])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (answer, parts) = (text::response(text, answer), parts.join(" · "));
    (!caught.is_empty()).then(|| text.with("house-expected", &[("answer", &answer), ("parts", &parts)]))
}

fn cell_of(game: &Game, deal: &Deal) -> Option<Cell> {
    let ask = deal.ask.as_ref()?;
    let engineering = game.state().get(Quantity::Engineering);
    Some(Cell::of(ask.effort_estimate, ask.alignment_estimate, engineering, &game.scenario().rules))
}

/// The cells of a signed house quadrant that led to a change, each with its answer. If the change is about one deal,
/// only its cell; otherwise those of every deal that the rule counted.
pub(super) fn applied(game: &Game, text: &Teller, house: DecisionId, cause: &Cause) -> Vec<String> {
    let state = game.state();
    let about = cause.subject.map(|subject| match subject {
        Subject::Deal(id) => Some(id.0),
        Subject::Work(id) => Some(id.0),
        Subject::Customer(id) => state.deals.values().find(|deal| won_by(deal, id)).map(|deal| deal.id.0),
        Subject::News(_) | Subject::Gate(_) => None,
    });
    let answered = state.deals.values().filter(|deal| about.is_none_or(|id| id == Some(deal.id.0)));
    let mut cells: Vec<(Cell, Response)> = answered
        .filter_map(|deal| {
            let settled = deal.ask.as_ref()?.answer.filter(|settled| settled.decision == Some(house))?;
            let weighs = match cause.rule {
                Rule::UndefendedNo | Rule::DefendedNo => settled.answer.response == Response::Decline,
                Rule::BespokeWins => {
                    matches!(deal.outcome, Some(DealOutcome::Won(_))) && settled.answer.response.builds()
                }
                _ => true,
            };
            weighs.then_some((cell_of(game, deal)?, settled.answer.response))
        })
        .collect();
    cells.sort_by_key(|(cell, response)| (*cell as usize, *response as usize));
    cells.dedup();
    let told = |(cell, response): (Cell, Response)| {
        let (cell, answer) = (text.get(cell_key(cell)), text::response(text, response));
        text.with("house-applied", &[("cell", &cell), ("answer", &answer)])
    };
    cells.into_iter().map(told).collect()
}

fn won_by(deal: &Deal, customer: CustomerId) -> bool {
    matches!(deal.outcome, Some(DealOutcome::Won(id)) if id == customer)
}

fn last(game: &Game, text: &Teller, cell: Cell) -> String {
    let state = game.state();
    let before = Quarter(state.quarter.0.saturating_sub(1));
    let caught = state.deals.values().filter(|deal| {
        let by_house = deal.ask.as_ref().and_then(|ask| ask.answer).is_some_and(|settled| settled.by == By::House);
        deal.closes == before && by_house && cell_of(game, deal) == Some(cell)
    });
    let (mut won, mut lost) = (0_usize, 0_usize);
    for deal in caught {
        match deal.outcome {
            Some(DealOutcome::Won(_)) => won += 1,
            _ => lost += 1,
        }
    }
    if won + lost == 0 {
        return text.get("house-last-none");
    }
    text.with("house-last", &[("won", &won), ("lost", &lost)])
}

fn options(game: &Game, text: &Teller, draft: &House, cell: Cell) -> Vec<HouseOption> {
    let option = |response| {
        let refused = check::house(game.state(), &House { answers: [response; 4] }).err();
        HouseOption {
            response,
            title: text::response(text, response),
            chosen: draft.answer(cell) == response,
            why_not: refused.map(|refusal| text::refusal(text, game.state(), &refusal)),
        }
    };
    Response::STANDING.map(option).into()
}
