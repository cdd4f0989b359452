//! Asking the CEO: what is shown before the CEO is asked, and the letter with the answer.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ids::{DealId, DecisionId, Seat};
use crate::sim::formula::CeoLeaning;
use crate::sim::{Answer, By, Entry, Game, Rule, check};
use crate::text::{self, Teller, Unit};

/// Influences on the CEO smaller than this are not listed as reasons.
const REASON: f64 = 0.03;

/// The question to the CEO, before anybody asks it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CeoQuestion {
    /// The customer and the request.
    pub subject: String,
    /// What each side wants.
    pub sides: [Side; 2],
    /// How the CEO decides, and what asking costs.
    pub how: String,
}

/// What a side wants.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Side {
    /// The seat.
    pub seat: Seat,
    /// Whose it is: `For Ada`, or `What Ada wanted` in the letter.
    pub who: String,
    /// The answer.
    pub answer: String,
}

/// The CEO's letter: the decision, whose side it takes and why, and what asking cost.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CeoLetter {
    /// The company.
    pub company: String,
    /// The quarter.
    pub date: String,
    /// `To Ada and Bo`.
    pub to: String,
    /// The customer and the request.
    pub subject: String,
    /// The first sentences.
    pub opening: String,
    /// What each side wanted.
    pub sides: [Side; 2],
    /// The side whose answer was taken.
    pub listened_to: Seat,
    /// The decision, in a sentence.
    pub decision: String,
    /// What spoke for the decision, and what against it.
    pub reasons: Vec<String>,
    /// What asking cost in trust: `Trust −5`.
    pub cost: String,
    /// The CEO's comment on that.
    pub moral: String,
    /// Who signs.
    pub signature: String,
}

/// The question to the CEO about a deal; `None` unless both sides want something. `leads` are the names of the Product
/// Lead and the Sales Lead, empty if they have none.
#[must_use]
pub fn ceo_question(game: &Game, text: &Teller, deal: DealId, leads: [&str; 2]) -> Option<CeoQuestion> {
    let cost = text::change(text, Unit::Index, -game.scenario().rules.trust_escalation);
    Some(CeoQuestion {
        subject: subject(game, text, deal),
        sides: sides(game, text, deal, leads, "ceo-wants")?,
        how: text.with("card-ceo", &[("trust", &cost)]),
    })
}

/// The letter about a deal that the CEO decided; `None` if it was not the CEO. `before` is the game just before asking.
#[must_use]
pub fn ceo_letter(before: &Game, game: &Game, text: &Teller, deal: DealId, leads: [&str; 2]) -> Option<CeoLetter> {
    let settled = game.state().deals.get(&deal)?.ask.as_ref()?.answer?;
    let By::Ceo(side) = settled.by else { return None };
    let names = Seat::BOTH.map(|seat| name(text, leads, seat));
    let own = stands_for(before, deal, side)?.response == settled.answer.response;
    let response = text::response(text, settled.answer.response);
    let sided = if own { "ceo-letter-sided" } else { "ceo-letter-neither" };
    let quarter = before.state().quarter;
    Some(CeoLetter {
        company: text.scenario().company.name.clone(),
        date: text::quarter_name(text, quarter),
        to: text.with("ceo-letter-to", &[("product", &names[0]), ("sales", &names[1])]),
        subject: subject(game, text, deal),
        opening: text.get("ceo-letter-opening"),
        sides: sides(before, text, deal, leads, "ceo-wanted")?,
        listened_to: side,
        decision: text.with(sided, &[("name", &name(text, leads, side)), ("response", &response)]),
        reasons: reasons(before, text, deal, side, leads),
        cost: text.with("ceo-letter-cost", &[("trust", &trust_moved(game, text, settled.decision))]),
        moral: text.get("ceo-letter-moral"),
        signature: text.get("ceo-letter-signature"),
    })
}

fn subject(game: &Game, text: &Teller, deal: DealId) -> String {
    let (customer, ask) = (text::deal_name(text, game.state(), deal), text::ask_name(text, game.state(), deal));
    text.with("ceo-letter-subject", &[("customer", &customer), ("ask", &ask)])
}

/// The name of a lead, or the role if there is no name.
fn name(text: &Teller, leads: [&str; 2], seat: Seat) -> String {
    match leads[seat as usize] {
        "" => text.with("ceo-lead", &[("seat", &text::seat(text, seat))]),
        lead => lead.to_owned(),
    }
}

fn sides(game: &Game, text: &Teller, deal: DealId, leads: [&str; 2], key: &str) -> Option<[Side; 2]> {
    let side = |seat| {
        let who = text.with(key, &[("name", &name(text, leads, seat))]);
        Some(Side { seat, who, answer: text::response(text, stands_for(game, deal, seat)?.response) })
    };
    Some([side(Seat::Product)?, side(Seat::Sales)?])
}

fn stands_for(game: &Game, deal: DealId, seat: Seat) -> Option<Answer> {
    check::side(game.state(), game.state().deals.get(&deal)?.ask.as_deref()?, seat)
}

/// The change in trust from asking. Read from the ledger, because trust cannot fall below zero.
fn trust_moved(game: &Game, text: &Teller, decision: Option<DecisionId>) -> String {
    let asked = |entry: &&Entry| entry.cause.rule == Rule::Escalation && entry.cause.decision == decision;
    let moved = game.ledger().iter().filter(asked).map(|entry| entry.amount as f64 / entry.quantity.unit()).sum();
    text::change(text, Unit::Index, moved)
}

/// What spoke for a side, followed by evidence of the other side that counted against it.
fn reasons(game: &Game, text: &Teller, id: DealId, side: Seat, leads: [&str; 2]) -> Vec<String> {
    let leaning = || {
        let deal = game.state().deals.get(&id)?;
        let (product, sales) = (stands_for(game, id, Seat::Product)?, stands_for(game, id, Seat::Sales)?);
        Some(CeoLeaning::of(game.scenario(), game.state(), deal, &product, &sales))
    };
    let Some(leaning) = leaning() else { return Vec::new() };
    let brought = |seat: Seat, key: &str| {
        let counted = if seat == Seat::Sales { leaning.sales_evidence } else { leaning.product_evidence };
        let evidence = stands_for(game, id, seat)?.defence.filter(|_| counted > REASON)?;
        Some(text.with(key, &[("name", &name(text, leads, seat)), ("evidence", &text::evidence(text, evidence))]))
    };
    let for_side = |part: f64| if side == Seat::Sales { part } else { -part };
    let mood = if side == Seat::Sales { "ceo-why-missed" } else { "ceo-why-calm" };
    let circumstances = [(leaning.cash, "ceo-why-cash"), (leaning.mood, mood)];
    let spoke = circumstances.into_iter().filter(|(part, _)| for_side(*part) > REASON).map(|(_, key)| text.get(key));
    let mut said: Vec<String> = spoke.chain(brought(side, "ceo-why-evidence")).collect();
    if said.is_empty() {
        said.push(text.get("ceo-why-open"));
    }
    said.extend(brought(side.other(), "ceo-why-countered"));
    said
}
