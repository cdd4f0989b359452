//! A game beside a computer partner: one person plays a seat, a policy the other.

use super::Play;
use crate::policy::{self, Policy, Sight};
use crate::run::Session;
use crate::sim::{Command, Event, Game, Quarter, Refusal, Seat, Step};
use crate::text::Text;

/// A session in which a policy plays one seat.
pub struct Partnered<'a> {
    /// The game and its log.
    pub session: &'a mut Session,
    /// Who plays the other seat.
    pub policy: &'static dyn Policy,
    /// The seat of the policy.
    pub seat: Seat,
    /// The language of its reasons.
    pub text: &'a Text,
}

impl Play for Partnered<'_> {
    fn game(&self) -> &Game {
        self.session.game()
    }

    fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        self.session.execute(command)
    }

    fn events(&self, quarter: Quarter) -> &[Event] {
        self.session.events(quarter)
    }

    fn team(&self) -> &str {
        &self.session.team().name
    }

    fn lead(&self, seat: Seat) -> Option<&str> {
        Play::lead(&*self.session, seat)
    }

    fn saved_at(&self) -> Option<String> {
        Play::saved_at(&*self.session)
    }

    fn save_problem(&self) -> Option<&str> {
        self.session.save_problem()
    }

    fn partner(&mut self, step: &Step) -> Option<(Command, String)> {
        let command = policy::command(self.policy, self.session.game(), step)?;
        let reason = self.reason(&command);
        Some((command, reason))
    }

    fn human(&self, seat: Seat) -> bool {
        seat != self.seat
    }
}

impl Partnered<'_> {
    /// What it signs and why, in a line; nothing for what speaks for itself.
    fn reason(&self, command: &Command) -> String {
        match command {
            Command::SignAnswer { seat, deal, answer } => {
                let request = Sight::of(self.session.game(), *seat).request(*deal);
                let why = request.map(|request| self.text.get(policy::reason(&request, answer.response).key()));
                let response = crate::text::response(self.text, answer.response);
                self.text.with("partner-signs", &[("response", &response), ("why", &why.unwrap_or_default())])
            }
            Command::Escalate { .. } => self.text.get("partner-escalates"),
            _ => String::new(),
        }
    }
}
