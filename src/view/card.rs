//! A card on the table: a special, what the viewer knows about it, and the possible answers.

use schemars::JsonSchema;
use serde::Serialize;

use super::answers::{Defence, ResponseOption, Stances};
use super::board::{Board, board};
use super::look::{Look, Note, PromiseQuarter};
use super::six::SIX;
use crate::ids::{DealId, Quarter, Seat};
use crate::scenario::Measure;
use crate::sight::Viewer;
use crate::sim::check;
use crate::sim::{Answer, Cell, Command, Fact, Game, Response};
use crate::text::{self, Teller};

/// A card.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Card {
    /// The deal that asks.
    pub deal: DealId,
    /// `Special 2 of 3`.
    pub position: String,
    /// The prospect.
    pub customer: String,
    /// Who they are.
    pub about: String,
    /// What the buyer says.
    pub quote: String,
    /// The request.
    pub ask: String,
    /// `$180k ARR · Logistics`.
    pub deal_line: String,
    /// Theme, and how often it was asked for before if the viewer knows.
    pub theme: String,
    /// Notes that the viewer may read: whose they are, and the text.
    pub notes: Vec<Note>,
    /// What else the viewer knows: champion, competitor, fit.
    pub facts: Vec<String>,
    /// The true need, once it was found.
    pub need: Option<String>,
    /// Whether the dealbreaker is real, in words, once that was found out.
    pub dealbreaker: Option<String>,
    /// The estimated effort; `None` before anybody has estimated it.
    pub effort: Option<String>,
    /// Its estimated cell in the quadrant, if the viewer has an estimate.
    pub cell: Option<Cell>,
    /// The board with all cards of the table.
    pub board: Board,
    /// The stances.
    pub stances: Stances,
    /// What each seat signed.
    pub signed: [(Seat, Option<Answer>, String); 2],
    /// The six numbers, in the order of the wall.
    pub numbers: Vec<Number>,
    /// What the chances to win do not include, if anything.
    pub left_out: Option<String>,
    /// All eight responses.
    pub responses: Vec<ResponseOption>,
    /// Evidence that could defend the draft.
    pub defences: Vec<Defence>,
    /// The due quarter in the draft.
    pub due: Option<Quarter>,
    /// Possible due quarters of a promise.
    pub promise_quarters: Vec<PromiseQuarter>,
    /// How the CEO decides, and what asking costs.
    pub ceo: String,
    /// What asking the CEO does to trust: `−5`.
    pub ceo_cost: String,
    /// Why the CEO cannot be asked.
    pub why_no_ceo: Option<String>,
    /// Why the viewer cannot take a stance now; `None` for the table, which takes none.
    pub why_no_stance: Option<String>,
    /// Why the draft cannot be signed.
    pub why_not: Option<String>,
}

/// One of the six numbers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Number {
    /// Which one.
    pub measure: Measure,
    /// Its name.
    pub label: String,
}

/// Makes a card for a viewer, with a draft of the answer if one is chosen. `None` if the deal asks for nothing.
#[must_use]
pub fn card(game: &Game, text: &Teller, viewer: Viewer, id: DealId, draft: Option<&Answer>) -> Option<Card> {
    let state = game.state();
    let look = Look::of(game, text, viewer, id)?;
    let (deal, ask) = (look.seen.deal, look.seen.ask);
    let position = state.cards().iter().position(|&other| other == id).map_or(0, |i| i + 1);
    let (about, quote) = look.words();
    Some(Card {
        deal: id,
        position: text.with("card-position", &[("number", &position), ("all", &state.cards().len())]),
        customer: text::name(text, deal.name),
        about,
        quote,
        ask: text::ask_name(text, state, id),
        deal_line: text.with(
            "card-deal",
            &[
                ("arr", &text::dollars(text, deal.arr.f64())),
                ("segment", &text.scenario().segments[deal.segment.index()].name),
            ],
        ),
        theme: look.theme(),
        notes: look.notes(),
        facts: look.facts(),
        need: look.knows(Fact::Need(id)).then(|| look.need()),
        dealbreaker: look
            .knows(Fact::Dealbreaker(id))
            .then(|| text.get(if ask.dealbreaker { "dealbreaker-real" } else { "dealbreaker-not-real" })),
        effort: look.effort(),
        cell: look.seen.cell(),
        board: board(game, text, viewer, id),
        stances: look.stances(),
        signed: Seat::BOTH.map(|seat| {
            let signed = *ask.signed.get(seat);
            (seat, signed, signed.map_or_else(String::new, |answer| text::response(text, answer.response)))
        }),
        numbers: SIX.iter().map(|six| Number { measure: six.measure, label: six.label(text) }).collect(),
        left_out: look.left_out(),
        responses: Response::ALL.map(|response| look.response(response, draft)).into(),
        defences: look.defences(draft),
        due: draft.and_then(|draft| draft.due),
        promise_quarters: look.promise_quarters(),
        ceo: look.ceo(),
        ceo_cost: look.ceo_cost(),
        why_no_ceo: look.refusal(check::escalate(state, id).err()),
        why_no_stance: match viewer {
            Viewer::Seat(seat) => look.refusal(check::stance(state, seat, id).err()),
            Viewer::Table => None,
        },
        why_not: match draft {
            Some(&answer) => {
                look.refusal(game.check(&Command::SignAnswer { seat: Seat::Product, deal: id, answer }).err())
            }
            None => Some(text.get("answer-first")),
        },
    })
}
