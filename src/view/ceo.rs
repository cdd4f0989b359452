//! What the CEO decided, and what spoke for it.

use crate::sim::formula::CeoLeaning;
use crate::sim::{By, DealId, DecisionId, Entry, Game, Rule, Seat, check};
use crate::text::{self, Text, Unit};

/// Anything that sways the CEO less than this is not given as a reason.
const REASON: f64 = 0.03;

/// What the CEO decided about a deal, if the CEO did: for whom, why, and what asking cost.
#[must_use]
pub fn ceo_decided(game: &Game, text: &Text, deal: DealId) -> Option<String> {
    let settled = game.state().deals.get(&deal)?.ask.as_ref()?.answer?;
    let By::Ceo(side) = settled.by else { return None };
    let told = text.with(
        "ceo-decided",
        &[
            ("name", &text::deal_name(game.scenario(), game.state(), deal)),
            ("seat", &text::seat(text, side)),
            ("response", &text::response(text, settled.answer.response)),
            ("why", &why(game, text, deal, side)),
            ("trust", &text::change(text, Unit::Index, trust_moved(game, settled.decision))),
        ],
    );
    // Evidence is shared, and somebody used it.
    let used = |evidence| text.with("ceo-evidence", &[("told", &told), ("evidence", &text::evidence(text, evidence))]);
    Some(settled.answer.defence.map_or_else(|| told.clone(), used))
}

/// What asking did to trust, 0..1: no more is lost than there was.
fn trust_moved(game: &Game, decision: Option<DecisionId>) -> f64 {
    let asked = |entry: &&Entry| entry.cause.rule == Rule::Escalation && entry.cause.decision == decision;
    game.ledger().iter().filter(asked).map(|entry| entry.amount as f64 / entry.quantity.unit()).sum()
}

/// What spoke for a side: cash and mood do not change while the table sits.
fn why(game: &Game, text: &Text, id: DealId, side: Seat) -> String {
    let leaning = || {
        let deal = game.state().deals.get(&id)?;
        let stood_for = |seat| check::side(game.state(), deal.ask.as_deref()?, seat);
        let (product, sales) = (stood_for(Seat::Product)?, stood_for(Seat::Sales)?);
        Some(CeoLeaning::of(game.scenario(), game.state(), deal, &product, &sales))
    };
    let Some(leaning) = leaning() else { return String::new() };
    let for_side = |part: f64| if side == Seat::Sales { part } else { -part };
    let mood = if side == Seat::Sales { "ceo-why-missed" } else { "ceo-why-calm" };
    let reasons = [(leaning.cash, "ceo-why-cash"), (leaning.mood, mood)];
    let spoke = reasons.into_iter().filter(|(part, _)| for_side(*part) > REASON);
    let said: Vec<String> = spoke.map(|(_, key)| text.get(key)).collect();
    if said.is_empty() { text.get("ceo-why-open") } else { said.join(" ") }
}
