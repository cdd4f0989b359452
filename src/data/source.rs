//! A run of which tables are made.

use std::sync::Arc;

use crate::ids::{Quarter, Seat};
use crate::run::{RunFile, Signer};
use crate::scenario::Scenario;
use crate::sim::{Command, Game, Refusal};

/// When something was signed, as only a room knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// By the clock of the host, in UTC.
    pub time: String,
    /// In seconds of the room, which stand while the host is away.
    pub room_seconds: f64,
}

/// A run of which tables are made.
#[derive(Debug)]
pub struct RunSource<'a> {
    /// By what its rows name it.
    pub(super) name: &'a str,
    /// The code of the room in which it was played; `None` if it was not.
    pub(super) room: Option<&'a str>,
    pub(super) run: &'a RunFile,
    pub(super) game: Game,
    signed: Vec<Signed<'a>>,
}

/// A command, who signed it if not the lead, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signed<'a> {
    pub quarter: Quarter,
    pub command: &'a Command,
    pub signer: Option<Signer>,
    pub moment: Option<&'a Moment>,
}

impl<'a> RunSource<'a> {
    /// Plays a run again, which was verified before. `moments` are those of its commands, in order; empty if nobody
    /// knows them.
    ///
    /// # Errors
    /// A command is refused, so the run is not one of this scenario.
    pub fn new(
        name: &'a str,
        room: Option<&'a str>,
        run: &'a RunFile,
        scenario: &Arc<Scenario>,
        moments: &'a [Moment],
    ) -> Result<Self, Refusal> {
        let mut game = Game::new(scenario.clone(), run.seed);
        let mut signed: Vec<Signed> = Vec::new();
        for log in &run.quarters {
            for (at, command) in log.commands.iter().enumerate() {
                game.advance(command)?;
                let (signer, moment) = (log.signed_by.get(&(at + 1)).copied(), moments.get(signed.len()));
                signed.push(Signed { quarter: Quarter(log.quarter), command, signer, moment });
            }
        }
        Ok(Self { name, room, run, game, signed })
    }

    pub(super) fn scenario(&self) -> &Scenario {
        self.game.scenario()
    }

    /// The last of the commands of a quarter that are of a kind.
    pub(super) fn last(&self, quarter: Quarter, wanted: impl Fn(&Command) -> bool) -> Option<Signed<'a>> {
        self.signed.iter().rev().find(|signed| signed.quarter == quarter && wanted(signed.command)).copied()
    }

    /// The same, of a seat.
    pub(super) fn last_of(
        &self,
        seat: Seat,
        quarter: Quarter,
        wanted: impl Fn(&Command) -> bool,
    ) -> Option<Signed<'a>> {
        self.last(quarter, |command| command.seat() == Some(seat) && wanted(command))
    }

    /// How many commands somebody signed in place of a lead.
    pub(super) fn signed_by(&self, signer: Signer) -> usize {
        self.signed.iter().filter(|signed| signed.signer == Some(signer)).count()
    }
}

impl Signed<'_> {
    /// Who signed, in one word.
    pub(super) fn by(&self) -> String {
        self.signer.map_or_else(|| LEAD.to_owned(), |signer| super::cell::word(&signer))
    }
}

/// The word for a signature of the lead itself.
const LEAD: &str = "Lead";

/// The words for those who sign.
pub(super) fn signers() -> Vec<String> {
    let others = super::cell::words(&[Signer::Partner, Signer::StandIn, Signer::Clock]);
    std::iter::once(LEAD.to_owned()).chain(others).collect()
}
