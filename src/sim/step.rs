//! What can be done next, derived from the state alone, so that every front end asks for the same.

use super::{DealId, PerSeat, Phase, Seat, State};

/// Who wants to do what next; the front ends ask for nothing else.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A seat reads the briefing.
    ReadBriefing(Seat),
    /// A seat plans in private.
    Plan(Seat),
    /// Both agree on the house quadrant; the seat signs next.
    House(Seat),
    /// A seat takes a private stance on a card.
    Stance(Seat, DealId),
    /// Both agree on an answer to a card; the seat signs next.
    Answer(Seat, DealId),
    /// A seat predicts a number.
    Predict(Seat),
    /// A seat reads the review.
    ReadReview(Seat),
    /// The run is over.
    Debrief,
}

impl Step {
    /// The seat that acts.
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

    /// The step to take where both leads share one machine, so that it changes hands as seldom as can be: who has it
    /// does all that is private first, then the other lead, and what both do comes last.
    #[must_use]
    pub fn at_one_machine(steps: &[Self], holder: Option<Seat>) -> Option<&Self> {
        let private = |step: &&Self| step.private();
        let holders = |step: &&Self| step.private() && step.seat() == holder;
        steps.iter().find(holders).or_else(|| steps.iter().find(private)).or_else(|| steps.first())
    }

    /// Whether the seat acts in private, so that the other lead should look away.
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

/// The house quadrant first, then card by card: stances of both, then signatures of both. Who has taken all stances may
/// predict at once, before the machine goes to the other lead.
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

/// Whether a seat may predict while cards lie on the table: it has said what it would do about each of them.
pub(super) fn predicts_early(state: &State, seat: Seat) -> bool {
    let said = |id: &DealId| {
        let ask = state.deals.get(id).and_then(|deal| deal.ask.as_ref());
        ask.is_some_and(|ask| ask.stances.get(seat).is_some())
    };
    state.phase == Phase::Table && state.turn.house_settled && state.cards().iter().all(said)
}

/// Who has not signed comes first; if both signed and differ, both may sign anew.
fn signing<T>(signed: &PerSeat<Option<T>>, step: impl Fn(Seat) -> Step) -> Vec<Step> {
    let mut seats = Seat::BOTH;
    seats.sort_by_key(|&seat| signed.get(seat).is_some());
    seats.into_iter().map(step).collect()
}
