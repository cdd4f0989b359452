//! Deciding again: a card as it lay on the table then, to be answered anew before anything of what came of it is told.

use schemars::JsonSchema;
use serde::Serialize;

use super::known::{Known, known};
use super::look::Look;
use crate::ids::DealId;
use crate::lab::{Attempt, Then};
use crate::sight::Viewer;
use crate::text::{self, Teller};

/// A table to sit down at again.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Again {
    /// When, and who asked: `Q3 · Hallam Lifts`.
    pub title: String,
    /// Who they are.
    pub about: String,
    /// What they asked for.
    pub ask: String,
    /// What the buyer said.
    pub quote: String,
    /// What was known then.
    pub known: Known,
    /// What could be answered, in the order of the table.
    pub choices: Vec<AgainChoice>,
}

/// An answer, and what is said to who gives it now.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct AgainChoice {
    /// The answer.
    pub label: String,
    /// Whether nothing was clearly better.
    pub right: bool,
    /// Whether nothing was clearly better, what the best was, and whether it is what was signed.
    pub told: String,
}

/// The table of a card as it was; `None` if there was nothing to choose.
pub(super) fn again(text: &Teller, then: &Then, deal: DealId) -> Option<Again> {
    let game = &then.game;
    let look = Look::of(game, text, Viewer::Table, deal)?;
    let best = then.attempts.iter().max_by(|a, b| a.gain.mean().total_cmp(&b.gain.mean()))?;
    let (about, quote) = look.words();
    let quarter = text::quarter_number(text, game.state().quarter.0);
    Some(Again {
        title: format!("{quarter} · {}", text::deal_name(text, game.state(), deal)),
        about,
        ask: text::ask_name(text, game.state(), deal),
        quote,
        known: known(game, text, deal)?,
        choices: then.attempts.iter().map(|attempt| choice(text, attempt, best)).collect(),
    })
}

fn choice(text: &Teller, attempt: &Attempt, best: &Attempt) -> AgainChoice {
    let name = text::response(text, best.answer.response);
    let said = if attempt.answer == best.answer {
        text.get("again-best")
    } else if attempt.right {
        text.with("again-right", &[("best", &name)])
    } else {
        let behind = best.gain.mean() - attempt.gain.mean();
        text.with("again-wrong", &[("best", &name), ("amount", &text::dollars(text, behind))])
    };
    let signed = attempt.signed.then(|| text.get("again-signed"));
    let told: Vec<String> = [said].into_iter().chain(signed).collect();
    AgainChoice { label: text::response(text, attempt.answer.response), right: attempt.right, told: told.join(" ") }
}
