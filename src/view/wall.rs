//! The wall: six public numbers, the quarter track, and revenue debt according to the books.

use core::cmp::Ordering;

use schemars::JsonSchema;
use serde::Serialize;

use super::Term;
use super::change::Change;
use super::close::{Close, StepKind};
use super::past::{quarter_label, short_label};
use super::review::{CAUSES, CauseLine};
use super::six::{SIX, Six};
use crate::ids::Quarter;
use crate::scenario::Measure;
use crate::sim::{Game, Phase, Quantity, Record, State};
use crate::text::{self, Teller, Unit};

/// The wall.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Wall {
    /// Name of the company.
    pub company: String,
    /// Name of the team.
    pub team: String,
    /// `Q1 2027`.
    pub quarter: String,
    /// `Q1 2027 · quarter 2 of 8`.
    pub position: String,
    /// The quarters as a track.
    pub track: Vec<TrackMark>,
    /// The phase.
    pub phase: String,
    /// The five phases of the quarter, with their marks.
    pub phases: Vec<PhaseMark>,
    /// Cash, ARR, quota attainment, gross retention, coherence, trust.
    pub numbers: Vec<WallNumber>,
    /// Revenue debt; `None` before the first close, which tells it first.
    pub debt: Option<WallDebt>,
}

/// A phase of the quarter on the wall.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PhaseMark {
    /// Its name.
    pub name: String,
    /// Whether it is over, now, or to come.
    pub mark: TrackMark,
}

/// Revenue debt on the wall.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct WallDebt {
    /// The whole debt.
    pub total: String,
    /// What it costs per quarter.
    pub interest: String,
    /// Whether the current step of the close is about it.
    pub moved: bool,
}

/// A quarter on the track, or a phase of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum TrackMark {
    /// Over.
    Done,
    /// Being played.
    Now,
    /// To come.
    Ahead,
}

/// One of the six numbers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct WallNumber {
    /// Which number.
    pub measure: Measure,
    /// Its name.
    pub label: String,
    /// The current value.
    pub value: String,
    /// The same as a number.
    pub amount: f64,
    /// How it is written.
    pub unit: Unit,
    /// Its value before the current step of the close, if that step moved it.
    pub moved: Option<f64>,
    /// Change since the last quarter; empty before the first close.
    pub change: String,
    /// Whether the change is good; `None` if there is no change.
    pub good: Option<bool>,
    /// Values from the start until now.
    pub history: Vec<f64>,
    /// The term that explains it.
    pub term: Term,
    /// What moved it since the last close, or else in the last closed quarter.
    pub causes: Vec<CauseLine>,
}

/// The phases of a quarter, in order.
const PHASES: [Phase; 5] = [Phase::Briefing, Phase::Plan, Phase::Table, Phase::Close, Phase::Review];

/// Makes the wall of a team by its name as it is shown.
#[must_use]
pub fn wall(game: &Game, text: &Teller, team: &str) -> Wall {
    let (scenario, state) = (game.scenario(), game.state());
    let books = super::explained::booked_debt(game);
    Wall {
        company: text.scenario().company.name.clone(),
        team: team.to_owned(),
        quarter: short_label(game, text, state.quarter),
        position: quarter_label(game, text, state.quarter),
        track: (1..=scenario.meta.quarters).map(|quarter| mark(state, Quarter(quarter))).collect(),
        phase: text::phase(text, state.phase),
        phases: phases(text, state.phase),
        numbers: SIX.iter().map(|six| number(game, text, six)).collect(),
        debt: (last_closed(state) > Quarter(0)).then(|| WallDebt {
            total: text::dollars(text, books.total()),
            interest: text::dollars(text, books.interest),
            moved: false,
        }),
    }
}

/// The wall during the close: each number keeps its old value until its step.
#[must_use]
pub fn wall_at(text: &Teller, before: &Wall, after: &Wall, close: &Close, step: usize) -> Wall {
    let told = close.steps.get(..=step).unwrap_or(&close.steps);
    let number = |(was, is): (&WallNumber, &WallNumber)| {
        let mut moves = told.iter().enumerate().flat_map(|(i, step)| step.moves.iter().map(move |made| (i, made)));
        let Some((at, made)) = moves.rfind(|(_, made)| made.measure == was.measure) else { return was.clone() };
        let moved = made.from.filter(|_| at == step);
        // A number can move in several steps; only the last one gives the final value.
        if made.last {
            return WallNumber { moved, ..is.clone() };
        }
        let (value, change, good) = (made.unit.write(text, made.to), made.amount.clone(), Some(made.up));
        WallNumber { value, change, good, amount: made.to, moved, ..was.clone() }
    };
    let debt = match told.iter().position(|step| step.kind == StepKind::Debt) {
        Some(at) => after.debt.clone().map(|debt| WallDebt { moved: at == step, ..debt }),
        None => before.debt.clone(),
    };
    let numbers = before.numbers.iter().zip(&after.numbers).map(number).collect();
    // The game itself may be past the close already, because the last signature at the table can end the quarter.
    let (phase, phases) = (text::phase(text, Phase::Close), phases(text, Phase::Close));
    Wall { numbers, debt, phase, phases, ..before.clone() }
}

fn mark(state: &State, quarter: Quarter) -> TrackMark {
    match quarter.cmp(&state.quarter) {
        Ordering::Equal if state.phase == Phase::Ended => TrackMark::Done,
        order => marked(order),
    }
}

/// The phases with their marks, `now` being the current one. Empty after the last quarter.
fn phases(text: &Teller, now: Phase) -> Vec<PhaseMark> {
    let marked = |phase: Phase| PhaseMark { name: text::phase(text, phase), mark: marked(phase.cmp(&now)) };
    if now == Phase::Ended { Vec::new() } else { PHASES.map(marked).into() }
}

fn marked(order: Ordering) -> TrackMark {
    match order {
        Ordering::Less => TrackMark::Done,
        Ordering::Equal => TrackMark::Now,
        Ordering::Greater => TrackMark::Ahead,
    }
}

fn number(game: &Game, text: &Teller, six: &Six) -> WallNumber {
    let state = game.state();
    let past: Vec<&Record> = state.history.iter().filter(|record| six.known(game.scenario(), record)).collect();
    let Some(&closed) = past.last() else { return quota_ahead(game, text, six) };
    let now = (six.now)(game);
    // If the number moved since the last close, show that move; otherwise the move of the last closed quarter.
    let since = closed.quarter < state.quarter && now != (six.then)(closed);
    // In the first quarter, the start.
    let earlier = past.iter().rfind(|record| record.quarter < closed.quarter);
    let before = (six.then)(if since { closed } else { earlier.or(past.first()).copied().unwrap_or(closed) });
    let mut history: Vec<f64> = past.iter().map(|record| (six.then)(record)).collect();
    if history.last() != Some(&now) {
        history.push(now);
    }
    let change = now - before;
    let shown = text::change_beside(text, six.unit, change, now);
    let moved = six.term != Term::Quota && six.unit.shows(change);
    let causes = match since {
        true => Change::of(game, text, six.behind.0, state.quarter),
        false => Change::of_six(game, text, six, closed.quarter),
    };
    WallNumber {
        measure: six.measure,
        label: six.label(text),
        value: six.unit.write(text, now),
        change: match moved {
            // Attainment only makes sense with the quota of its quarter, so show that instead of a change.
            _ if six.term == Term::Quota => {
                let quota = text::dollars(text, closed.get(Quantity::Quota));
                text.with("of-quota", &[("quota", &quota), ("quarter", &short_label(game, text, closed.quarter))])
            }
            true => shown,
            // With a single value there is nothing to compare.
            false if history.len() < 2 => String::new(),
            false => text.get("no-change"),
        },
        // Turns −0 into 0.
        amount: now + 0.0,
        unit: six.unit,
        moved: None,
        good: (moved && closed.quarter == last_closed(state)).then_some(change > 0.0),
        history,
        term: six.term,
        causes: causes.causes(text, CAUSES),
    }
}

/// The quota before the first close: what should be signed.
fn quota_ahead(game: &Game, text: &Teller, six: &Six) -> WallNumber {
    let state = game.state();
    WallNumber {
        measure: six.measure,
        label: six.label(text),
        value: text::dollars(text, state.get(Quantity::Quota)),
        amount: 0.0,
        unit: six.unit,
        moved: None,
        change: text.with("quota-ahead", &[("quarter", &short_label(game, text, state.quarter))]),
        good: None,
        history: Vec::new(),
        term: six.term,
        causes: Vec::new(),
    }
}

/// The last closed quarter.
fn last_closed(state: &State) -> Quarter {
    state.history.last().map_or(Quarter(0), |record| record.quarter)
}
