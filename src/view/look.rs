//! What a viewer knows about an ask: estimates as ranges, and secrets only if they are known.

use super::prospect::{champion, competitor, fit};
use super::{Band, Viewer};
use crate::ids::{Quarter, Seat};
use crate::sim::check;
use crate::sim::formula::{answer_estimate, coherence_hit, decided_arr, decline_factor, fits, trust_of_no};
use crate::sim::{Answer, Ask, AskText, Cell, Deal, Evidence, Fact, Game, Quantity, Response};
use crate::text::{self, Text, Unit, quarter_name};

/// How far an estimate of effort may be off at discovery 0: downwards and upwards, relative to the estimate.
const EFFORT_SPREAD: (f64, f64) = (0.35, 0.9);
/// How far an estimate of alignment may be off at discovery 0.
const ALIGNMENT_SPREAD: f64 = 0.25;
/// What remains of a spread at discovery 1.
const NARROWEST: f64 = 0.3;

/// A viewer looking at an ask.
pub(super) struct Look<'a> {
    pub game: &'a Game,
    pub text: &'a Text,
    pub viewer: Viewer,
    pub deal: &'a Deal,
    pub ask: &'a Ask,
}

impl Look<'_> {
    pub fn engineering(&self) -> f64 {
        self.game.state().get(Quantity::Engineering)
    }

    pub fn cell(&self) -> Cell {
        let rules = &self.game.scenario().rules;
        Cell::of(self.ask.effort_estimate, self.ask.alignment_estimate, self.engineering(), rules)
    }

    /// The theme. How often it came up is known only with product's estimate, because product counts.
    pub fn theme(&self) -> String {
        let name = &self.game.scenario().themes[self.ask.theme.index()].name;
        if self.effort().is_none() {
            return name.clone();
        }
        let before = self.game.state().deals.requests_before(self.ask.theme, self.deal.closes);
        self.text.with("card-theme", &[("theme", name), ("count", &before)])
    }

    pub fn knows(&self, fact: Fact) -> bool {
        self.viewer.knows(self.game.state(), fact)
    }

    pub fn refusal(&self, refusal: Option<crate::sim::Refusal>) -> Option<String> {
        refusal.map(|refusal| text::refusal(self.text, self.game.scenario(), self.game.state(), &refusal))
    }

    pub fn words(&self) -> (String, String) {
        let scenario = self.game.scenario();
        match self.ask.text {
            AskText::Card(id) => {
                let card = &scenario.specials[id.index()];
                (card.about.clone(), card.quote.clone())
            }
            AskText::Template(id) => {
                let segment = &scenario.segments[self.deal.segment.index()];
                // Nobody wrote a page on an ordinary deal; what its segment is like is all there is to say.
                let about = self.text.with("card-ordinary", &[("segment", &segment.about)]);
                (about, scenario.templates[id.index()].quote.clone())
            }
        }
    }

    pub fn need(&self) -> String {
        true_need(self.game, self.ask)
    }

    pub fn notes(&self) -> Vec<(Seat, String)> {
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

    pub fn facts(&self) -> Vec<String> {
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

    pub fn effort(&self) -> Option<Band> {
        self.knows(Fact::Estimate(self.deal.id)).then(|| self.spread(self.ask.effort_estimate))
    }

    fn spread(&self, weeks: f64) -> Band {
        effort_band(self.game.state().get(Quantity::Discovery), weeks)
    }

    pub fn effort_line(&self) -> String {
        match self.effort() {
            Some(band) => text::range(self.text, Unit::Weeks, band.low, band.high),
            None => self.text.get("effort-unknown"),
        }
    }

    pub fn alignment(&self) -> Band {
        alignment_band(self.game.state().get(Quantity::Discovery), self.ask.alignment_estimate)
    }

    /// Effort of a response; `None` if it needs no work or the viewer does not know the effort.
    pub fn weeks(&self, response: Response) -> Option<Band> {
        if !response.builds() || self.effort().is_none() {
            return None;
        }
        if response == Response::Simplify && !self.knows(Fact::Need(self.deal.id)) {
            return None;
        }
        Some(self.estimated(response))
    }

    /// Effort of a response by product's estimate, for places where product reveals it; zero if it needs no work.
    pub fn estimated(&self, response: Response) -> Band {
        let discovery = self.game.state().get(Quantity::Discovery);
        let weeks = answer_estimate(&self.game.scenario().rules, self.ask, discovery, response);
        self.spread(if response.builds() { weeks } else { 0.0 })
    }

    /// The factor on the win rate. Whether a no is fatal is known only if the dealbreaker is.
    pub fn win(&self, answer: &Answer) -> Band {
        let rules = &self.game.scenario().rules;
        if answer.response != Response::Decline {
            let factor = answer.response.terms(rules).win;
            return Band { low: factor, high: factor };
        }
        let known = self.knows(Fact::Dealbreaker(self.deal.id));
        let defended = answer.defence.is_some_and(|kind| self.fits(answer, kind));
        // Nobody ever knows for sure whether the competitor has what is asked for.
        let (worst, best) = if known { (self.ask.dealbreaker, self.ask.dealbreaker) } else { (true, false) };
        let no = |dealbreaker, competitor| decline_factor(rules, dealbreaker, competitor, defended);
        Band { low: no(worst, true), high: no(best, false) }
    }

    /// Whether evidence fits an answer. For impact it depends on what only product counts and estimates.
    pub fn fits(&self, answer: &Answer, evidence: Evidence) -> bool {
        let known = evidence != Evidence::Impact || self.effort().is_some();
        known && fits(self.game.scenario(), self.game.state(), self.deal, answer, evidence)
    }

    /// Coherence that a special takes, by the estimates of effort and alignment.
    pub fn coherence(&self, response: Response) -> Band {
        let Some(weeks) = self.weeks(response) else { return Band { low: 0.0, high: 0.0 } };
        let alignment = self.alignment();
        let rules = &self.game.scenario().rules;
        let hit = |weeks: f64, alignment: f64| coherence_hit(rules, self.engineering(), response, weeks, alignment);
        Band { low: hit(weeks.low, alignment.high), high: hit(weeks.high, alignment.low) }
    }

    /// Trust that a no costs.
    pub fn no(&self, defended: bool) -> f64 {
        let share = self.deal.arr.f64() / decided_arr(self.game.state());
        trust_of_no(&self.game.scenario().rules, share, defended)
    }

    /// Trust that a no costs with the defence it has.
    pub fn trust_cost(&self, no: &Answer) -> f64 {
        self.no(no.defence.is_some_and(|kind| self.fits(no, kind)))
    }

    pub fn ceo(&self) -> String {
        self.text.with("card-ceo", &[("trust", &self.ceo_cost())])
    }

    pub fn ceo_cost(&self) -> String {
        text::change(self.text, Unit::Index, -self.game.scenario().rules.trust_escalation)
    }

    pub fn promise_quarters(&self) -> Vec<(Quarter, String)> {
        let (first, last) = check::promise_window(self.game.state());
        (first.0..=last.0)
            .map(|quarter| (Quarter(quarter), quarter_name(self.text, self.game.scenario(), Quarter(quarter))))
            .collect()
    }
}

/// The true need behind an ask. Call it only if the viewer knows the need.
pub(super) fn true_need(game: &Game, ask: &Ask) -> String {
    match ask.text {
        AskText::Card(id) => game.scenario().specials[id.index()].need.clone(),
        AskText::Template(id) => game.scenario().templates[id.index()].need.clone(),
    }
}

/// The range of an estimate of effort, given discovery.
pub(super) fn effort_band(discovery: f64, weeks: f64) -> Band {
    let (down, up) = EFFORT_SPREAD;
    let wide = uncertainty(discovery);
    Band { low: weeks * (1.0 - down * wide), high: weeks * (1.0 + up * wide) }
}

/// The range of an estimate of alignment, given discovery.
pub(super) fn alignment_band(discovery: f64, estimate: f64) -> Band {
    let wide = ALIGNMENT_SPREAD * uncertainty(discovery);
    Band { low: (estimate - wide).max(0.0), high: (estimate + wide).min(1.0) }
}

/// The share of a spread that remains at a level of discovery, 0..1.
fn uncertainty(discovery: f64) -> f64 {
    1.0 - (1.0 - NARROWEST) * discovery
}
