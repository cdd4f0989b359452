//! What a team did again and again, and what it could have done instead each time.

use std::mem::discriminant;

use crate::run::{Otherwise, shifted};
use crate::sim::{Allocation, By, Cell, Decision, DecisionKind, Game, House, Response, check};

/// A move that was made at least this often is a habit.
const OFTEN: usize = 3;

/// Something that a team did in more than one quarter.
#[derive(Clone, Debug, PartialEq)]
pub enum Habit {
    /// How it split engineering.
    Split,
    /// Which segments it targeted.
    Target,
    /// The standing answer in a cell of the house quadrant.
    Standing(Cell),
    /// An answer that it gave to several cards.
    Answer(Response),
    /// A move that it made in several quarters; one of them as an example.
    Move(DecisionKind),
    /// Pushes on deals.
    Pushes,
}

/// What could have been done instead.
#[derive(Clone, Debug, PartialEq)]
pub enum Instead {
    /// Another choice for one decision; `None` leaves it out.
    This(Option<DecisionKind>),
    /// Ten points more in each quarter for one share of engineering, or one segment, by its position.
    More(usize),
    /// Another answer each time.
    Answer(Response),
    /// Nothing of it.
    Nothing,
}

/// A way to do otherwise, as changes of decisions.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What would have been done.
    pub instead: Instead,
    /// The changes, in the order of the run.
    pub changes: Vec<Otherwise>,
}

/// The habits of a run, each with its other ways.
#[must_use]
pub fn habits(played: &Game) -> Vec<(Habit, Vec<Way>)> {
    let decisions = &played.state().decisions;
    let standing = Cell::ALL.into_iter().map(|cell| (Habit::Standing(cell), other_standing(decisions, cell)));
    let answers =
        Response::ALL.into_iter().map(|response| (Habit::Answer(response), other_answers(decisions, response)));
    let all = [(Habit::Split, other_splits(decisions)), (Habit::Target, other_targets(decisions))];
    let all = all.into_iter().chain(standing).chain(answers).chain(moves(decisions)).chain([pushes(decisions)]);
    // What was decided once is a decision, not a habit.
    let often = |way: &Way| way.changes.len() > 1;
    all.map(|(habit, ways)| (habit, ways.into_iter().filter(often).collect::<Vec<_>>()))
        .filter(|(_, ways)| !ways.is_empty())
        .collect()
}

/// Changes every decision of which `to` makes another one.
fn changes(decisions: &[Decision], to: impl Fn(&Decision) -> Option<DecisionKind>) -> Vec<Otherwise> {
    let changed = |decision: &Decision| {
        let to = to(decision).filter(|to| *to != decision.kind)?;
        signed(decision).then_some(Otherwise { decision: decision.id, to: Some(to) })
    };
    decisions.iter().filter_map(changed).collect()
}

/// Whether people signed it, so that it could have been signed otherwise.
fn signed(decision: &Decision) -> bool {
    !matches!(decision.by, By::House | By::Reform(_) | By::Autopilot)
}

fn other_splits(decisions: &[Decision]) -> Vec<Way> {
    let more = |share: usize| {
        let split = |made: &Decision| match &made.kind {
            DecisionKind::Allocation(split) => {
                Some(DecisionKind::Allocation(Allocation::of(&shifted(&split.shares(), share)?)?))
            }
            _ => None,
        };
        Way { instead: Instead::More(share), changes: changes(decisions, split) }
    };
    (0..Allocation::default().shares().len()).map(more).collect()
}

fn other_targets(decisions: &[Decision]) -> Vec<Way> {
    let segments = decisions.iter().find_map(|decision| match &decision.kind {
        DecisionKind::Target(mix) => Some(mix.len()),
        _ => None,
    });
    let more = |segment: usize| {
        let target = |made: &Decision| match &made.kind {
            DecisionKind::Target(mix) => Some(DecisionKind::Target(shifted(mix, segment)?)),
            _ => None,
        };
        Way { instead: Instead::More(segment), changes: changes(decisions, target) }
    };
    (0..segments.unwrap_or(0)).map(more).collect()
}

fn other_standing(decisions: &[Decision], cell: Cell) -> Vec<Way> {
    let other = |response: Response| {
        let house = |made: &Decision| match &made.kind {
            DecisionKind::House(house) => {
                let mut answers = house.answers;
                answers[cell as usize] = response;
                Some(DecisionKind::House(House { answers }))
            }
            _ => None,
        };
        Way { instead: Instead::Answer(response), changes: changes(decisions, house) }
    };
    Response::STANDING.into_iter().map(other).collect()
}

fn other_answers(decisions: &[Decision], response: Response) -> Vec<Way> {
    let other = |to: Response| {
        let answer = |made: &Decision| match made.kind {
            DecisionKind::Answer(deal, answer) if answer.response == response => {
                Some(DecisionKind::Answer(deal, check::bare(made.quarter, to)))
            }
            _ => None,
        };
        Way { instead: Instead::Answer(to), changes: changes(decisions, answer) }
    };
    Response::ALL.into_iter().filter(|&to| to != response).map(other).collect()
}

/// Moves that were made often, whatever they were about, left out.
fn moves(decisions: &[Decision]) -> Vec<(Habit, Vec<Way>)> {
    let is_move = |decision: &&Decision| matches!(decision.kind, DecisionKind::Product(_) | DecisionKind::Sales(_));
    let mut kinds: Vec<(&DecisionKind, Vec<Otherwise>)> = Vec::new();
    for made in decisions.iter().filter(is_move).filter(|made| signed(made)) {
        let without = Otherwise { decision: made.id, to: None };
        match kinds.iter_mut().find(|(kind, _)| alike(kind, &made.kind)) {
            Some((_, all)) => all.push(without),
            None => kinds.push((&made.kind, vec![without])),
        }
    }
    kinds.retain(|(_, all)| all.len() >= OFTEN);
    let left_out = |(kind, changes): (&DecisionKind, _)| {
        (Habit::Move(kind.clone()), vec![Way { instead: Instead::Nothing, changes }])
    };
    kinds.into_iter().map(left_out).collect()
}

/// Whether two decisions are the same move, perhaps about different deals.
fn alike(one: &DecisionKind, other: &DecisionKind) -> bool {
    match (one, other) {
        (DecisionKind::Product(one), DecisionKind::Product(other)) => discriminant(one) == discriminant(other),
        (DecisionKind::Sales(one), DecisionKind::Sales(other)) => discriminant(one) == discriminant(other),
        _ => false,
    }
}

fn pushes(decisions: &[Decision]) -> (Habit, Vec<Way>) {
    let pushed = decisions.iter().filter(|decision| matches!(decision.kind, DecisionKind::Push(_)) && signed(decision));
    let changes = pushed.map(|decision| Otherwise { decision: decision.id, to: None }).collect();
    (Habit::Pushes, vec![Way { instead: Instead::Nothing, changes }])
}
