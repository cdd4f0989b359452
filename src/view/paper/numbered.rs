//! Numbers by which sheets of paper, and who types in what stands on them, name deals, answers and moves. They stay the
//! same for a whole game, whatever is on a desk now.

use std::mem::{Discriminant, discriminant};

use crate::ids::{CardId, CustomerId, DealId, WorkId};
use crate::sim::{Deal, Name, ProductMove, Reform, Response, SalesMove, State};
use crate::view::MoveOption;

/// The kinds of moves of the Product Lead, in the order of their numbers. Targets in it mean nothing.
pub const PRODUCT_KINDS: [ProductMove; 10] = [
    ProductMove::FunnelReview,
    ProductMove::ProspectCall(DealId(0)),
    ProductMove::WinLoss,
    ProductMove::EnablementKit,
    ProductMove::PublishVision,
    ProductMove::PublishStrategy,
    ProductMove::TrackSpecials,
    ProductMove::BoardPaper(Reform::RetainedCommission),
    ProductMove::BoardPaperProductLed,
    ProductMove::Sunset(WorkId(0)),
];

/// The kinds of moves of the Sales Lead, in the order of their numbers. Targets in it mean nothing.
pub const SALES_KINDS: [SalesMove; 11] = [
    SalesMove::SharePipeline,
    SalesMove::CoachReps,
    SalesMove::ProspectIcp,
    SalesMove::RepriceOffStrategy,
    SalesMove::SupportPaper,
    SalesMove::BlockPaper,
    SalesMove::BringProductIn(DealId(0)),
    SalesMove::Qualify(DealId(0)),
    SalesMove::PrePromise(DealId(0)),
    SalesMove::Discount(DealId(0)),
    SalesMove::SaveRenewal(CustomerId(0)),
];

/// A move that can be chosen, with its numbers.
#[derive(Clone, Copy, Debug)]
pub struct NumberedMove<'a, M> {
    /// The number of its kind, 1 and up.
    pub kind: usize,
    /// The number of its target among those of its kind; `None` if it has none.
    pub target: Option<u32>,
    /// The move.
    pub option: &'a MoveOption<M>,
}

/// The number of a deal: that of its card if it has one, which is its place in the scenario, else its id.
#[must_use]
pub fn deal_number(deal: &Deal) -> u32 {
    match deal.name {
        Name::Card(card) => card_number(card),
        Name::Words(..) => deal.id.0,
    }
}

/// The number of a card: its place in the scenario.
pub(super) fn card_number(card: CardId) -> u32 {
    u32::from(card.0) + 1
}

/// The number of an answer: its place among all eight.
#[must_use]
pub fn response_number(response: Response) -> usize {
    place(&Response::ALL, &response)
}

/// What the target of a kind of moves is, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// It has none.
    Nothing,
    /// A deal, by its number.
    Deal,
    /// A change of the rules, by its place among the three.
    Reform,
    /// A special in the product, by its place on the sheet.
    Special,
    /// A renewal, by its place on the sheet.
    Renewal,
}

/// What a move of the Product Lead aims at.
#[must_use]
pub fn product_aim(made: ProductMove) -> Aim {
    match made {
        ProductMove::ProspectCall(_) => Aim::Deal,
        ProductMove::BoardPaper(_) => Aim::Reform,
        ProductMove::Sunset(_) => Aim::Special,
        _ => Aim::Nothing,
    }
}

/// What a move of the Sales Lead aims at.
#[must_use]
pub fn sales_aim(made: SalesMove) -> Aim {
    match made {
        SalesMove::Qualify(_) | SalesMove::BringProductIn(_) | SalesMove::PrePromise(_) | SalesMove::Discount(_) => {
            Aim::Deal
        }
        SalesMove::SaveRenewal(_) => Aim::Renewal,
        _ => Aim::Nothing,
    }
}

/// The moves of the Product Lead's desk with their numbers.
#[must_use]
pub fn numbered_product<'a>(state: &State, moves: &'a [MoveOption<ProductMove>]) -> Vec<NumberedMove<'a, ProductMove>> {
    numbered(moves, &PRODUCT_KINDS, |made| match made {
        ProductMove::ProspectCall(deal) => Target::Number(numbered_as(state, deal)),
        ProductMove::BoardPaper(reform) => Target::Number(short(place(&Reform::ALL, &reform))),
        ProductMove::Sunset(_) => Target::Next,
        _ => Target::None,
    })
}

/// The moves of the Sales Lead's desk with their numbers.
#[must_use]
pub fn numbered_sales<'a>(state: &State, moves: &'a [MoveOption<SalesMove>]) -> Vec<NumberedMove<'a, SalesMove>> {
    numbered(moves, &SALES_KINDS, |made| match made {
        SalesMove::Qualify(deal)
        | SalesMove::BringProductIn(deal)
        | SalesMove::PrePromise(deal)
        | SalesMove::Discount(deal) => Target::Number(numbered_as(state, deal)),
        SalesMove::SaveRenewal(_) => Target::Next,
        _ => Target::None,
    })
}

/// How the target of a move is numbered.
enum Target {
    None,
    Number(u32),
    /// By its place among the targets of its kind.
    Next,
}

fn numbered<'a, M: Copy>(
    moves: &'a [MoveOption<M>],
    kinds: &[M],
    target: impl Fn(M) -> Target,
) -> Vec<NumberedMove<'a, M>> {
    let mut before: Vec<Discriminant<M>> = Vec::new();
    let number = |option: &'a MoveOption<M>| {
        let kind = discriminant(&option.made);
        before.push(kind);
        let target = match target(option.made) {
            Target::None => None,
            Target::Number(number) => Some(number),
            Target::Next => Some(short(before.iter().filter(|&&other| other == kind).count())),
        };
        let kind = kinds.iter().position(|other| discriminant(other) == kind).map_or(0, |at| at + 1);
        NumberedMove { kind, target, option }
    };
    moves.iter().map(number).collect()
}

fn numbered_as(state: &State, deal: DealId) -> u32 {
    state.deals.get(&deal).map_or(deal.0, deal_number)
}

fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).map_or(0, |at| at + 1)
}

fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
