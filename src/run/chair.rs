//! Who plays which seat: a computer partner, and seats that changed hands in the middle of a run.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{Quarter, Seat};
use crate::text::{self, Teller};

/// A seat played by a computer partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chair {
    /// The seat it plays.
    pub seat: Seat,
    /// The policy it plays by.
    pub persona: String,
}

/// A seat that somebody else plays from some quarter on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakenOver {
    /// The quarter in which it was taken over.
    pub quarter: u8,
    /// The seat.
    pub seat: Seat,
    /// The policy that plays it from then on; `None` for a person.
    pub by: Option<String>,
}

impl TakenOver {
    /// The seats that change hands when the partner changes, or when there is none any more.
    pub(super) fn between(quarter: Quarter, before: Option<&Chair>, now: Option<&Chair>) -> Vec<Self> {
        let plays = |chair: Option<&Chair>, seat| chair.filter(|chair| chair.seat == seat).map(|c| c.persona.clone());
        let changed = Seat::BOTH.into_iter().filter(|&seat| plays(before, seat) != plays(now, seat));
        changed.map(|seat| Self { quarter: quarter.0, seat, by: plays(now, seat) }).collect()
    }

    /// One sentence: who plays the seat, and from which quarter on.
    #[must_use]
    pub fn told(&self, text: &Teller) -> String {
        let quarter = text::quarter_name(text, Quarter(self.quarter));
        let seat = text::seat(text, self.seat);
        match &self.by {
            Some(persona) => {
                let persona = text::persona(text, persona);
                text.with("chair-computer", &[("quarter", &quarter), ("seat", &seat), ("persona", &persona)])
            }
            None => text.with("chair-person", &[("quarter", &quarter), ("seat", &seat)]),
        }
    }
}
