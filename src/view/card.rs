//! A card of the table: a special, what the viewer knows about it, and what can be answered.

use serde::Serialize;

use super::product_desk::{asked_before, tokens};
use super::sales_desk::{champion, competitor, fit};
use super::{Band, Viewer};
use crate::sim::check;
use crate::sim::formula::{answer_estimate, fits};
use crate::sim::{
    Answer, Ask, AskText, Cell, Command, Deal, DealId, Evidence, Fact, Game, Quantity, Quarter, Response, Seat,
};
use crate::text::{self, Text, Unit, quarter_name};

/// How far an estimate of effort may be off when discovery is 0: low and high, relative to the estimate.
const EFFORT_SPREAD: (f64, f64) = (0.35, 0.9);
/// How far an estimate of alignment may be off when discovery is 0.
const ALIGNMENT_SPREAD: f64 = 0.25;
/// What discovery 1 leaves of a spread.
const NARROWEST: f64 = 0.3;

/// A card.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// Theme, and how often it was asked for before.
    pub theme: String,
    /// Notes that the viewer may read: whose, and the text.
    pub notes: Vec<(Seat, String)>,
    /// What else the viewer knows: champion, competitor, fit.
    pub facts: Vec<String>,
    /// The true need, once found.
    pub need: Option<String>,
    /// Whether the dealbreaker is real, once found, in words.
    pub dealbreaker: Option<String>,
    /// Effort in weeks, if the viewer has an estimate.
    pub effort: Option<Band>,
    /// The same in words.
    pub effort_line: String,
    /// Strategic alignment 0..1.
    pub alignment: Band,
    /// The cell it seems to lie in, if the viewer has an estimate.
    pub cell: Option<Cell>,
    /// Effort from which an ask is big, in weeks.
    pub big_from: f64,
    /// Alignment from which an ask is on strategy, 0..1.
    pub on_from: f64,
    /// The stances.
    pub stances: Stances,
    /// What each seat signed.
    pub signed: [(Seat, Option<Answer>, String); 2],
    /// All eight responses.
    pub responses: Vec<ResponseOption>,
    /// Evidence that could defend the draft.
    pub defences: Vec<Defence>,
    /// Quarters that a promise may name.
    pub promise_quarters: Vec<(Quarter, String)>,
    /// Why the CEO cannot be asked.
    pub why_no_ceo: Option<String>,
    /// Why the draft cannot be signed.
    pub why_not: Option<String>,
}

/// The private stances, as far as the viewer may see them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Stances {
    /// Not both are there: the viewer's own, if any.
    Hidden(Option<Response>),
    /// Both are shown.
    Revealed {
        /// The Product Lead's.
        product: String,
        /// The Sales Lead's.
        sales: String,
        /// Whether they agree.
        agree: bool,
    },
}

/// A response to choose.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseOption {
    /// The response.
    pub response: Response,
    /// Its name.
    pub title: String,
    /// Weeks and later effects.
    pub about: String,
    /// Factor on the win rate, by what the viewer knows.
    pub win: Band,
    /// Revenue debt it adds if the deal is won, in dollars, by what the viewer knows.
    pub debt: Band,
    /// Whether it is the draft's.
    pub chosen: bool,
    /// Why it cannot be answered.
    pub why_not: Option<String>,
}

/// A piece of evidence to choose.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Defence {
    /// The kind.
    pub evidence: Evidence,
    /// Its name and amount.
    pub label: String,
    /// Whether it is the draft's.
    pub chosen: bool,
    /// Whether it fits the draft's answer.
    pub fits: bool,
    /// Why it cannot be used.
    pub why_not: Option<String>,
}

/// Makes a card for a viewer and a draft of the answer; none if the deal asks for nothing.
#[must_use]
pub fn card(game: &Game, text: &Text, viewer: Viewer, id: DealId, draft: &Answer) -> Option<Card> {
    let (scenario, state) = (game.scenario(), game.state());
    let deal = state.deals.get(&id)?;
    let ask = deal.ask.as_ref()?;
    let look = Look { game, text, viewer, deal, ask };
    let position = state.cards().iter().position(|&other| other == id).map_or(0, |i| i + 1);
    let (about, quote) = look.words();
    Some(Card {
        deal: id,
        position: text.with("card-position", &[("number", &position), ("all", &state.cards().len())]),
        customer: text::name(scenario, deal.name),
        about,
        quote,
        ask: text::ask_name(scenario, state, id),
        deal_line: text.with(
            "card-deal",
            &[("arr", &text::dollars(deal.arr.f64())), ("segment", &scenario.segments[deal.segment.index()].name)],
        ),
        theme: look.theme(),
        notes: look.notes(),
        facts: look.facts(),
        need: viewer.knows(state, Fact::Need(id)).then(|| look.need()),
        dealbreaker: viewer
            .knows(state, Fact::Dealbreaker(id))
            .then(|| text.get(if ask.dealbreaker { "dealbreaker-real" } else { "dealbreaker-not-real" })),
        effort: look.effort(),
        effort_line: look.effort_line(),
        alignment: look.alignment(),
        cell: look.effort().map(|_| look.cell()),
        big_from: scenario.rules.big_ask_effort * look.engineering(),
        on_from: scenario.rules.on_strategy_alignment,
        stances: look.stances(),
        signed: Seat::BOTH.map(|seat| {
            let signed = *ask.signed.get(seat);
            (seat, signed, signed.map_or_else(String::new, |answer| text::response(text, answer.response)))
        }),
        responses: Response::ALL.map(|response| look.response(response, draft)).into(),
        defences: look.defences(draft),
        promise_quarters: look.promise_quarters(),
        why_no_ceo: look.refusal(check::escalate(state, id).err()),
        why_not: look.refusal(game.check(&Command::SignAnswer { seat: Seat::Product, deal: id, answer: *draft }).err()),
    })
}

/// A viewer looking at an ask.
struct Look<'a> {
    game: &'a Game,
    text: &'a Text,
    viewer: Viewer,
    deal: &'a Deal,
    ask: &'a Ask,
}

impl Look<'_> {
    fn engineering(&self) -> f64 {
        self.game.state().get(Quantity::Engineering)
    }

    fn cell(&self) -> Cell {
        let rules = &self.game.scenario().rules;
        Cell::of(self.ask.effort_estimate, self.ask.alignment_estimate, self.engineering(), rules)
    }

    /// The theme, and how often it came up before: product counts, and tells it with its estimate.
    fn theme(&self) -> String {
        let name = &self.game.scenario().themes[self.ask.theme.index()].name;
        if self.effort().is_none() {
            return name.clone();
        }
        let before = asked_before(self.game, self.deal, self.ask.theme);
        self.text.with("card-theme", &[("theme", name), ("count", &before)])
    }

    fn knows(&self, fact: Fact) -> bool {
        self.viewer.knows(self.game.state(), fact)
    }

    fn refusal(&self, refusal: Option<crate::sim::Refusal>) -> Option<String> {
        refusal.map(|refusal| text::refusal(self.text, self.game.scenario(), self.game.state(), &refusal))
    }

    fn words(&self) -> (String, String) {
        let scenario = self.game.scenario();
        match self.ask.text {
            AskText::Card(id) => {
                let card = &scenario.specials[id.index()];
                (card.about.clone(), card.quote.clone())
            }
            AskText::Template(id) => {
                let segment = &scenario.segments[self.deal.segment.index()];
                (segment.about.clone(), scenario.templates[id.index()].quote.clone())
            }
        }
    }

    fn need(&self) -> String {
        let scenario = self.game.scenario();
        match self.ask.text {
            AskText::Card(id) => scenario.specials[id.index()].need.clone(),
            AskText::Template(id) => scenario.templates[id.index()].need.clone(),
        }
    }

    fn notes(&self) -> Vec<(Seat, String)> {
        let AskText::Card(id) = self.ask.text else { return Vec::new() };
        let card = &self.game.scenario().specials[id.index()];
        let mut notes = Vec::new();
        if self.knows(Fact::ProductNote(self.deal.id)) {
            notes.push((Seat::Product, card.product_note.clone()));
        }
        if self.knows(Fact::SalesNote(self.deal.id)) {
            notes.push((Seat::Sales, card.sales_note.clone()));
        }
        notes
    }

    fn facts(&self) -> Vec<String> {
        let id = self.deal.id;
        let mut facts = Vec::new();
        if self.knows(Fact::Champion(id)) {
            facts.push(champion(self.text, self.deal));
        }
        if self.knows(Fact::Competitor(id)) {
            facts.push(competitor(self.text, self.deal, self.ask));
        }
        if self.knows(Fact::Fit(id)) {
            facts.push(fit(self.text, self.deal.fit));
        }
        if self.deal.prepromised.is_some() {
            facts.push(self.text.get("fact-promised"));
        }
        facts
    }

    /// What discovery leaves of a spread, 0..1.
    fn uncertainty(&self) -> f64 {
        1.0 - (1.0 - NARROWEST) * self.game.state().get(Quantity::Discovery)
    }

    fn effort(&self) -> Option<Band> {
        self.knows(Fact::Estimate(self.deal.id)).then(|| self.spread(self.ask.effort_estimate))
    }

    fn spread(&self, weeks: f64) -> Band {
        let (down, up) = EFFORT_SPREAD;
        let wide = self.uncertainty();
        Band { low: weeks * (1.0 - down * wide), high: weeks * (1.0 + up * wide) }
    }

    fn effort_line(&self) -> String {
        match self.effort() {
            Some(band) => text::range(Unit::Weeks, band.low, band.high),
            None => self.text.get("effort-unknown"),
        }
    }

    fn alignment(&self) -> Band {
        let wide = ALIGNMENT_SPREAD * self.uncertainty();
        let middle = self.ask.alignment_estimate;
        Band { low: (middle - wide).max(0.0), high: (middle + wide).min(1.0) }
    }

    fn stances(&self) -> Stances {
        let (product, sales) = (self.ask.stances.product, self.ask.stances.sales);
        match (product, sales, self.viewer) {
            (Some(product), Some(sales), _) => Stances::Revealed {
                product: text::response(self.text, product),
                sales: text::response(self.text, sales),
                agree: product == sales,
            },
            (_, _, Viewer::Seat(seat)) => Stances::Hidden(*self.ask.stances.get(seat)),
            (_, _, Viewer::Table) => Stances::Hidden(None),
        }
    }

    fn response(&self, response: Response, draft: &Answer) -> ResponseOption {
        let (scenario, state) = (self.game.scenario(), self.game.state());
        let refused = check::response(scenario, state, self.deal, self.ask, response).err();
        ResponseOption {
            response,
            title: text::response(self.text, response),
            about: self.about(response, draft),
            win: self.win(response),
            debt: self.debt(response),
            chosen: draft.response == response,
            why_not: self.refusal(refused),
        }
    }

    /// Weeks by the viewer's estimate, then what comes later.
    fn about(&self, response: Response, draft: &Answer) -> String {
        let text = self.text;
        let weeks = self.weeks(response);
        let fee = weeks.map_or_else(
            || text.get("effort-unknown"),
            |band| {
                let rate = self.game.scenario().rules.paid_fee_per_week;
                text::range(Unit::Dollars, band.low * rate, band.high * rate)
            },
        );
        let defended = draft.defence.is_some() && draft.response == Response::Decline;
        let key = match response {
            Response::BuildAsAsked => "response-build-about",
            Response::Descope => "response-descope-about",
            Response::Simplify => "response-simplify-about",
            Response::ProductiseLater => "response-productise-about",
            Response::PaidExtension => "response-paid-about",
            Response::RoadmapPromise => "response-promise-about",
            Response::Decline if defended => "response-decline-defended-about",
            Response::Decline => "response-decline-about",
            Response::AlreadyHave => "response-have-about",
        };
        let later = text.with(key, &[("fee", &fee)]);
        match weeks {
            Some(band) => format!("{} · {later}", text::range(Unit::Weeks, band.low, band.high)),
            None => later,
        }
    }

    /// Effort of a response by the viewer's estimate; none without one, or without work.
    fn weeks(&self, response: Response) -> Option<Band> {
        if !response.builds() || self.effort().is_none() {
            return None;
        }
        if response == Response::Simplify && !self.knows(Fact::Need(self.deal.id)) {
            return None;
        }
        let discovery = self.game.state().get(Quantity::Discovery);
        Some(self.spread(answer_estimate(&self.game.scenario().rules, self.ask, discovery, response)))
    }

    /// What it does to the win rate. Whether a no is fatal is only known once the dealbreaker is.
    fn win(&self, response: Response) -> Band {
        let rules = &self.game.scenario().rules;
        if response != Response::Decline {
            let factor = response.terms(rules).win;
            return Band { low: factor * 0.95, high: factor * 1.05 };
        }
        let (hard, soft) = (rules.decline_win * rules.win_competitor, rules.decline_win_soft);
        match (self.knows(Fact::Dealbreaker(self.deal.id)), self.ask.dealbreaker) {
            (true, true) => Band { low: hard, high: rules.decline_win },
            (true, false) => Band { low: soft * rules.win_competitor, high: soft },
            (false, _) => Band { low: hard, high: soft },
        }
    }

    /// Misfit of the customer plus upkeep over eight quarters, if the deal is won.
    fn debt(&self, response: Response) -> Band {
        let scenario = self.game.scenario();
        let fit = if self.knows(Fact::Fit(self.deal.id)) {
            self.deal.fit
        } else {
            scenario.segments[self.deal.segment.index()].fit
        };
        let misfit = self.deal.arr.f64() * (1.0 - fit);
        let rate = response.terms(&scenario.rules).upkeep * 8.0 * scenario.rules.week_cost;
        let weeks = self.weeks(response).unwrap_or(Band { low: 0.0, high: 0.0 });
        Band { low: misfit + weeks.low * rate, high: misfit + weeks.high * rate }
    }

    fn defences(&self, draft: &Answer) -> Vec<Defence> {
        let (scenario, state) = (self.game.scenario(), self.game.state());
        tokens(self.game, self.text)
            .into_iter()
            .map(|token| {
                let missing = (!token.usable).then_some(crate::sim::Refusal::NoToken(token.evidence));
                Defence {
                    evidence: token.evidence,
                    label: self.text.with("token", &[("name", &token.label), ("amount", &token.shown)]),
                    chosen: draft.defence == Some(token.evidence),
                    // Whether impact fits depends on what only product counts and estimates.
                    fits: (token.evidence != Evidence::Impact || self.effort().is_some())
                        && fits(scenario, state, self.deal, draft, token.evidence),
                    why_not: self.refusal(missing),
                }
            })
            .collect()
    }

    fn promise_quarters(&self) -> Vec<(Quarter, String)> {
        let (first, last) = check::promise_window(self.game.state());
        (first.0..=last.0)
            .map(|quarter| (Quarter(quarter), quarter_name(self.game.scenario(), Quarter(quarter))))
            .collect()
    }
}
