//! A computer partner: a policy that plays one seat beside a person, through the same commands.

use super::seat::offer;
use super::{Policy, command};
use crate::sim::{Command, Game, Phase, Seat, State, Step};

/// A policy in one chair.
#[derive(Clone, Copy)]
pub struct Partner {
    /// The seat it plays.
    pub seat: Seat,
    /// How it plays.
    pub policy: &'static dyn Policy,
}

impl core::fmt::Debug for Partner {
    fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        write!(f, "{} as {:?}", self.policy.id(), self.seat)
    }
}

impl Partner {
    /// What it does now; none if it is the person's turn.
    #[must_use]
    pub fn command(&self, game: &Game) -> Option<Command> {
        let steps = game.steps();
        let step = steps.iter().find(|step| step.seat() == Some(self.seat) && self.turn(game.state(), step))?;
        self.kept_word(game, step).or_else(|| self.offer(game, step)).or_else(|| command(self.policy, game, step))
    }

    /// Its signature under what it said or offered, if the person signed that: its mind may have changed over the cards
    /// in between, but a word is a word.
    fn kept_word(&self, game: &Game, step: &Step) -> Option<Command> {
        let Step::Answer(seat, deal) = *step else { return None };
        let ask = game.state().deals.get(&deal)?.ask.as_ref()?;
        let answer = (*ask.signed.get(seat.other()))?;
        let said = [*ask.stances.get(seat), ask.signed.get(seat).map(|signed| signed.response)];
        said.contains(&Some(answer.response)).then_some(Command::SignAnswer { seat, deal, answer })
    }

    /// Something else that it would sign, where the person signed what it would not: once, before it goes to the CEO.
    fn offer(&self, game: &Game, step: &Step) -> Option<Command> {
        let Step::Answer(seat, deal) = *step else { return None };
        let ask = game.state().deals.get(&deal)?.ask.as_ref()?;
        let mine = (*ask.signed.get(seat))?;
        let first = *ask.stances.get(seat) == Some(mine.response);
        let answer = offer(self.policy, game, seat, deal).filter(|_| first)?;
        Some(Command::SignAnswer { seat, deal, answer })
    }

    /// It plans alone without waiting, signs first where both sign, and signs anew only after the person signed
    /// something else. It predicts when the table is done: it shares no machine with anybody.
    fn turn(&self, state: &State, step: &Step) -> bool {
        let other = self.seat.other();
        match *step {
            Step::House(_) => {
                let signed = &state.turn.house_signed;
                signed.get(self.seat).is_none()
                    || signed.get(other).is_some_and(|house| *signed.get(self.seat) != Some(house))
            }
            Step::Answer(_, deal) => state.deals.get(&deal).and_then(|deal| deal.ask.as_ref()).is_some_and(|ask| {
                let signed = &ask.signed;
                signed.get(self.seat).is_none()
                    || ask.signed_last == Some(other) && signed.get(other) != signed.get(self.seat)
            }),
            Step::Predict(_) => state.phase == Phase::Close,
            _ => true,
        }
    }
}
