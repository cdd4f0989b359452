//! A computer partner: a policy that plays one seat beside a person, using the same commands.

use super::seat::offer;
use super::{Policy, command};
use crate::ids::Seat;
use crate::sim::{Command, Game, Phase, State, Step};

/// A policy in one seat.
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
    /// Its next command; `None` if it is the person's turn.
    #[must_use]
    pub fn command(&self, game: &Game) -> Option<Command> {
        let steps = game.steps();
        let step = steps.iter().find(|step| step.seat() == Some(self.seat) && self.turn(game.state(), step))?;
        self.kept_word(game, step).or_else(|| self.offer(game, step)).or_else(|| command(self.policy, game, step))
    }

    /// If the person signed what the partner once said or offered, the partner signs it too. It keeps its word even if
    /// later cards would have changed its mind.
    fn kept_word(&self, game: &Game, step: &Step) -> Option<Command> {
        let Step::Answer(seat, deal) = *step else { return None };
        let ask = game.state().deals.get(&deal)?.ask.as_ref()?;
        let answer = (*ask.signed.get(seat.other()))?;
        let said = [*ask.stances.get(seat), ask.signed.get(seat).map(|signed| signed.response)];
        said.contains(&Some(answer.response)).then_some(Command::SignAnswer { seat, deal, answer })
    }

    /// A counter-offer when the person signed something unacceptable. There is only one before the CEO is asked.
    fn offer(&self, game: &Game, step: &Step) -> Option<Command> {
        let Step::Answer(seat, deal) = *step else { return None };
        let ask = game.state().deals.get(&deal)?.ask.as_ref()?;
        let mine = (*ask.signed.get(seat))?;
        let first = *ask.stances.get(seat) == Some(mine.response);
        let answer = offer(self.policy, game, seat, deal).filter(|_| first)?;
        Some(Command::SignAnswer { seat, deal, answer })
    }

    /// Whether it acts on a step now. It plans without waiting, signs first where both sign, and signs again only after
    /// the person signed something different. It predicts only when the table is done, as it never has to pass a
    /// machine on.
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
