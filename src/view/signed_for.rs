//! What the clock or a stand-in signed in place of a lead in a quarter.

use std::collections::BTreeMap;

use crate::ids::Seat;
use crate::run::{QuarterLog, Signer};
use crate::sim::Command;
use crate::text::{self, Text};

/// One sentence for each seat and each who signed for it: `The clock signed for the Sales Lead: plan, stance (3).`
#[must_use]
pub fn signed_for(text: &Text, log: &QuarterLog) -> Vec<String> {
    let mut all: BTreeMap<(Seat, Signer), BTreeMap<&str, usize>> = BTreeMap::new();
    for (position, signer) in &log.signed_by {
        let command = log.commands.get(position.saturating_sub(1));
        let told = command.and_then(|command| Some((command.seat()?, key(command)?)));
        if let (Some((seat, key)), Some(_)) = (told, name(*signer)) {
            *all.entry((seat, *signer)).or_default().entry(key).or_default() += 1;
        }
    }
    let sentence = |((seat, signer), what): ((Seat, Signer), BTreeMap<&str, usize>)| {
        let what: Vec<String> = what.into_iter().map(|(key, count)| text.with(key, &[("count", &count)])).collect();
        let (seat, what) = (text::seat(text, seat), what.join(", "));
        Some(text.with(name(signer)?, &[("seat", &seat), ("what", &what)]))
    };
    all.into_iter().filter_map(sentence).collect()
}

/// The sentence about somebody who signed; `None` for a partner, which plays its own seat.
fn name(signer: Signer) -> Option<&'static str> {
    match signer {
        Signer::Partner => None,
        Signer::StandIn => Some("signed-by-stand-in"),
        Signer::Clock => Some("signed-by-clock"),
    }
}

/// What was signed; `None` for what only says that a page was read.
fn key(command: &Command) -> Option<&'static str> {
    match command {
        Command::Read { .. } => None,
        Command::PlanProduct(_) | Command::PlanSales(_) => Some("signed-plan"),
        Command::TakeStance { .. } => Some("signed-stances"),
        Command::SignHouse { .. } => Some("signed-house"),
        Command::SignAnswer { .. } => Some("signed-answers"),
        Command::Escalate { .. } => Some("signed-calls"),
        Command::Predict { .. } => Some("signed-prediction"),
    }
}
