//! What is signed for a seat whose time is up, so that its step always ends: what the seat itself has drafted, said or
//! signed comes before anything else.

use super::act::Act;
use super::desk::Desk;
use super::draft::{possible, signable};
use crate::ids::{DealId, Seat};
use crate::policy::{self, Policy};
use crate::sim::{Answer, Command, Game, Step, check};

/// What could be signed for a seat at a step, the best first; the first one that the rules allow counts. `desk` is the
/// private desk of the seat, `policy` plays where it left nothing.
pub(super) fn commands(game: &Game, step: &Step, desk: &Desk, policy: &dyn Policy) -> Vec<Command> {
    let stand_in = policy::command(policy, game, step);
    match *step {
        Step::ReadBriefing(seat) | Step::ReadReview(seat) => vec![Command::Read { seat }],
        Step::Plan(_) | Step::Predict(_) => desk.signs(step, Act::Sign).into_iter().chain(stand_in).collect(),
        Step::Stance(..) => stand_in.into_iter().collect(),
        Step::House(seat) => {
            let state = game.state();
            let other = *state.turn.house_signed.get(seat.other());
            vec![Command::SignHouse { seat, house: other.unwrap_or_else(|| possible(state, state.house)) }]
        }
        Step::Answer(seat, deal) => {
            let sign = |answer| Command::SignAnswer { seat, deal, answer };
            let agreed = agreed(game, deal).map(sign);
            agreed.into_iter().chain([Command::Escalate { seat, deal }, sign(signable(game, seat, deal))]).collect()
        }
        Step::Debrief => Vec::new(),
    }
}

/// The answer to a card for which both leads stand: by signature, or else by stance.
fn agreed(game: &Game, deal: DealId) -> Option<Answer> {
    let state = game.state();
    let ask = state.deals.get(&deal)?.ask.as_ref()?;
    let stance = |seat| ask.stances.get(seat).map(|response| check::bare(state.quarter, response));
    let [product, sales] = Seat::BOTH.map(|seat| ask.signed.get(seat).or_else(|| stance(seat)));
    // A signature names the evidence and the quarter of a promise; a stance does not.
    let signed = Seat::BOTH.into_iter().find_map(|seat| *ask.signed.get(seat));
    (product?.response == sales?.response).then(|| signed.or(product)).flatten()
}
