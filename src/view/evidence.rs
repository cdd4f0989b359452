//! The three kinds of evidence, and how much there is of each.

use schemars::JsonSchema;
use serde::Serialize;

use crate::sim::check::{self, token_stock};
use crate::sim::{Evidence, Game};
use crate::text::{self, Text};

/// Evidence of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Token {
    /// The kind.
    pub evidence: Evidence,
    /// Its name.
    pub label: String,
    /// How much there is, in tokens.
    pub amount: f64,
    /// The same as it is shown.
    pub shown: String,
    /// Whether there is enough of it to defend a decision.
    pub usable: bool,
}

/// The three kinds of evidence.
pub(super) fn tokens(game: &Game, text: &Text) -> Vec<Token> {
    let token = |evidence| {
        let amount = game.state().get(token_stock(evidence));
        Token {
            evidence,
            label: text::evidence(text, evidence),
            amount,
            shown: text::decimal(text, amount),
            usable: check::has_token(game.scenario(), game.state(), evidence),
        }
    };
    Evidence::ALL.map(token).into()
}
