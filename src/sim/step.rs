//! What can be done next, derived from the state alone, so that all front ends agree.

use super::{Phase, State};
use crate::ids::{DealId, PerSeat, Seat};

/// Something that can be done next, and by whom. Front ends offer exactly these.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A seat reads the briefing.
    ReadBriefing(Seat),
    /// A seat plans in private.
    Plan(Seat),
    /// Both have to agree on the house quadrant; this seat signs next.
    House(Seat),
    /// A seat takes a private stance on a card.
    Stance(Seat, DealId),
    /// Both have to agree on an answer to a card; this seat signs next.
    Answer(Seat, DealId),
    /// A seat predicts a number.
    Predict(Seat),
    /// A seat reads the review.
    ReadReview(Seat),
    /// The run is over.
    Debrief,
}

impl Step {
    /// The seat that acts; none once the run is over.
    #[must_use]
    pub fn seat(&self) -> Option<Seat> {
        match *self {
            Self::ReadBriefing(seat)
            | Self::Plan(seat)
            | Self::House(seat)
            | Self::Stance(seat, _)
            | Self::Answer(seat, _)
            | Self::Predict(seat)
            | Self::ReadReview(seat) => Some(seat),
            Self::Debrief => None,
        }
    }

    /// The next step when both leads share one machine, chosen so that it changes hands as rarely as possible: first
    /// everything private for `holder`, then for the other lead, and shared steps last.
    #[must_use]
    pub fn at_one_machine(steps: &[Self], holder: Option<Seat>) -> Option<&Self> {
        let private = |step: &&Self| step.private();
        let holders = |step: &&Self| step.private() && step.seat() == holder;
        steps.iter().find(holders).or_else(|| steps.iter().find(private)).or_else(|| steps.first())
    }

    /// Whether the seat acts in private and the other lead should look away.
    #[must_use]
    pub fn private(&self) -> bool {
        matches!(self, Self::ReadBriefing(_) | Self::Plan(_) | Self::Stance(..) | Self::Predict(_))
    }
}

/// The open steps, the suggested one first.
pub(super) fn open(state: &State) -> Vec<Step> {
    let turn = &state.turn;
    match state.phase {
        Phase::Briefing => waiting(|seat| *turn.read.get(seat), Step::ReadBriefing),
        Phase::Plan => waiting(
            |seat| match seat {
                Seat::Product => turn.product_plan.is_some(),
                Seat::Sales => turn.sales_plan.is_some(),
            },
            Step::Plan,
        ),
        Phase::Table => table(state),
        Phase::Close => waiting(|seat| turn.predictions.get(seat).is_some(), Step::Predict),
        Phase::Review => waiting(|seat| *turn.read.get(seat), Step::ReadReview),
        Phase::Ended => vec![Step::Debrief],
    }
}

fn waiting(done: impl Fn(Seat) -> bool, step: impl Fn(Seat) -> Step) -> Vec<Step> {
    Seat::BOTH.into_iter().filter(|&seat| !done(seat)).map(step).collect()
}

/// The house quadrant first, then card by card: both stances, then both signatures. A seat that has taken all its
/// stances can predict right away, before the machine goes to the other lead.
fn table(state: &State) -> Vec<Step> {
    if !state.turn.house_settled {
        return signing(&state.turn.house_signed, Step::House);
    }
    let mut steps = Vec::new();
    for &deal in state.cards() {
        let Some(ask) = state.deals.get(&deal).and_then(|deal| deal.ask.as_ref()) else { continue };
        if ask.answer.is_some() {
            continue;
        }
        let stances = waiting(|seat| ask.stances.get(seat).is_some(), |seat| Step::Stance(seat, deal));
        if stances.is_empty() {
            steps.extend(signing(&ask.signed, |seat| Step::Answer(seat, deal)));
        } else {
            steps.extend(stances);
        }
    }
    let early = |seat: &Seat| predicts_early(state, *seat) && state.turn.predictions.get(*seat).is_none();
    steps.extend(Seat::BOTH.into_iter().filter(early).map(Step::Predict));
    steps
}

/// Whether a seat may predict while cards are still on the table: it has taken a stance on each of them.
pub(super) fn predicts_early(state: &State, seat: Seat) -> bool {
    let said = |id: &DealId| {
        let ask = state.deals.get(id).and_then(|deal| deal.ask.as_ref());
        ask.is_some_and(|ask| ask.stances.get(seat).is_some())
    };
    state.phase == Phase::Table && state.turn.house_settled && state.cards().iter().all(said)
}

/// The seat that has not signed comes first; if both signed different answers, both may sign again.
fn signing<T>(signed: &PerSeat<Option<T>>, step: impl Fn(Seat) -> Step) -> Vec<Step> {
    let mut seats = Seat::BOTH;
    seats.sort_by_key(|&seat| signed.get(seat).is_some());
    seats.into_iter().map(step).collect()
}
