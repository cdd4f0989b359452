//! The possible answers to an ask: the stances, the eight responses, and the evidence that could defend one.

use schemars::JsonSchema;
use serde::Serialize;

use super::effects::NumberEffect;
use super::evidence::tokens;
use super::look::Look;
use crate::scenario::Measure;
use crate::sight::{Band, Viewer};
use crate::sim::formula::fee;
use crate::sim::{Answer, Evidence, Refusal, Response};
use crate::text::{self, Unit};

/// The private stances, as far as the viewer may see them.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub enum Stances {
    /// One or both are missing; the viewer's own stance, if any.
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
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ResponseOption {
    /// The response.
    pub response: Response,
    /// Its name.
    pub title: String,
    /// Effort and later effects, on one line.
    pub about: String,
    /// Chance to win the deal with it, 0..1, as far as the viewer knows.
    pub chance: Band,
    /// The same in words: `31–44 %`.
    pub chance_line: String,
    /// Revenue debt it adds if the deal is won, in dollars, as far as the viewer knows.
    pub debt: Band,
    /// The same in words: `$12k–$40k`.
    pub debt_line: String,
    /// Coherence it takes on delivery, in words; empty if none.
    pub mark: String,
    /// Its effects on those of the six numbers that it moves.
    pub effects: Vec<NumberEffect>,
    /// Those of the six numbers that it moves by an unknown amount, because the viewer has no estimate of the work.
    pub unknown: Vec<Measure>,
    /// Whether it is the one in the draft.
    pub chosen: bool,
    /// Why it cannot be chosen.
    pub why_not: Option<String>,
}

/// A piece of evidence to choose.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Defence {
    /// The kind.
    pub evidence: Evidence,
    /// Its name and amount.
    pub label: String,
    /// How many tokens there are.
    pub amount: f64,
    /// Whether it is the one in the draft.
    pub chosen: bool,
    /// Whether it fits the answer in the draft.
    pub fits: bool,
    /// Why it cannot be used.
    pub why_not: Option<String>,
}

impl Look<'_> {
    pub fn stances(&self) -> Stances {
        let (product, sales) = (self.seen.ask.stances.product, self.seen.ask.stances.sales);
        match (product, sales, self.seen.sight.viewer()) {
            (Some(product), Some(sales), _) => Stances::Revealed {
                product: text::response(self.text, product),
                sales: text::response(self.text, sales),
                agree: product == sales,
            },
            (_, _, Viewer::Seat(seat)) => Stances::Hidden(*self.seen.ask.stances.get(seat)),
            (_, _, Viewer::Table) => Stances::Hidden(None),
        }
    }

    pub fn response(&self, response: Response, draft: Option<&Answer>) -> ResponseOption {
        // Evidence stays chosen when people try another answer.
        let defence = draft.and_then(|draft| draft.defence);
        let drafted = draft.filter(|draft| draft.response == response);
        let answer = drafted.copied().unwrap_or(Answer { defence, ..self.seen.sight.bare(response) });
        let (chance, debt) = (self.seen.chance(&answer), self.seen.debt(response));
        ResponseOption {
            response,
            title: text::response(self.text, response),
            about: self.about(response, drafted.is_some_and(|draft| draft.defence.is_some())),
            chance,
            chance_line: text::range(self.text, Unit::Percent, chance.low, chance.high),
            debt,
            debt_line: self.debt_line(response, debt),
            unknown: self.unknown(response),
            mark: self.mark(response),
            effects: self.effects(&answer),
            chosen: drafted.is_some(),
            why_not: self.refusal(self.seen.refused(response)),
        }
    }

    fn unknown(&self, response: Response) -> Vec<Measure> {
        match response {
            _ if !self.seen.unsized_work(response) => Vec::new(),
            Response::PaidExtension => vec![Measure::Cash, Measure::Coherence],
            _ => vec![Measure::Coherence],
        }
    }

    /// If the work is not estimated, the customer's poor fit is only the least amount of debt.
    fn debt_line(&self, response: Response, debt: Band) -> String {
        let shown = text::range(self.text, Unit::Dollars, debt.low, debt.high);
        if self.seen.unsized_work(response) { self.text.with("debt-from", &[("debt", &shown)]) } else { shown }
    }

    /// Effort by the viewer's estimate, then later effects.
    fn about(&self, response: Response, defended: bool) -> String {
        let text = self.text;
        let weeks = self.seen.weeks(response);
        let price = weeks.map_or_else(String::new, |band| {
            let of = |weeks| fee(&self.game.scenario().rules, Response::PaidExtension, weeks);
            text::range(text, Unit::Dollars, of(band.low), of(band.high))
        });
        let key = match response {
            Response::BuildAsAsked => "response-build-about",
            Response::Descope => "response-descope-about",
            Response::Simplify => "response-simplify-about",
            Response::ProductiseLater => "response-productise-about",
            Response::PaidExtension if weeks.is_none() => "response-paid-unsized-about",
            Response::PaidExtension => "response-paid-about",
            Response::RoadmapPromise => "response-promise-about",
            Response::Decline if defended => "response-decline-defended-about",
            Response::Decline => "response-decline-about",
            Response::AlreadyHave => "response-have-about",
        };
        let (trust, defence) = self.trust();
        let later = text.with(key, &[("fee", &price), ("trust", &trust), ("defended", &defence)]);
        match weeks {
            Some(band) => format!("{} · {later}", text::range(text, Unit::Weeks, band.low, band.high)),
            None => later,
        }
    }

    fn mark(&self, response: Response) -> String {
        let band = self.seen.coherence(response);
        if band.high <= 0.0 {
            return String::new();
        }
        let shown = text::change_range(self.text, Unit::Index, -band.high, -band.low);
        self.text.with("response-mark", &[("coherence", &shown)])
    }

    /// Trust that a no costs, undefended and defended. It depends on the deal's share of the ARR decided this quarter.
    fn trust(&self) -> (String, String) {
        let shown = |defended| text::change(self.text, Unit::Index, -self.seen.no(defended));
        (shown(false), shown(true))
    }

    pub fn defences(&self, draft: Option<&Answer>) -> Vec<Defence> {
        tokens(self.game, self.text)
            .into_iter()
            .map(|token| {
                let missing = (!token.usable).then_some(Refusal::NoToken(token.evidence));
                let nothing = draft.is_none().then(|| self.text.get("answer-first"));
                Defence {
                    evidence: token.evidence,
                    label: self.text.with("token", &[("name", &token.label), ("amount", &token.shown)]),
                    amount: token.amount,
                    chosen: draft.is_some_and(|draft| draft.defence == Some(token.evidence)),
                    fits: draft.is_some_and(|draft| self.seen.fits(draft, token.evidence)),
                    why_not: self.refusal(missing).or(nothing),
                }
            })
            .collect()
    }
}
