//! A special in words, as far as the viewer knows it.

use schemars::JsonSchema;
use serde::Serialize;

use super::prospect::{champion, competitor, fit};
use crate::ids::{DealId, Quarter, Seat};
use crate::sight::{Asked, Sight, Viewer};
use crate::sim::check;
use crate::sim::{Ask, AskText, Fact, Game, Refusal};
use crate::text::{self, Teller, Unit, quarter_name};

/// What a seat was told about a prospect in private.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Note {
    /// The seat that was told.
    pub seat: Seat,
    /// What it was told.
    pub text: String,
}

/// A quarter by which a promise can be due.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PromiseQuarter {
    /// The quarter.
    pub quarter: Quarter,
    /// Its name.
    pub name: String,
}

/// A special as it is seen, and the language to tell it in.
pub(super) struct Look<'a> {
    pub game: &'a Game,
    pub text: &'a Teller,
    pub seen: Asked<'a>,
}

impl<'a> Look<'a> {
    /// A deal as a viewer sees it; none if it asks for nothing.
    pub fn of(game: &'a Game, text: &'a Teller, viewer: Viewer, deal: DealId) -> Option<Self> {
        Some(Self { game, text, seen: Sight::new(game, viewer).asked(deal)? })
    }

    pub fn knows(&self, fact: Fact) -> bool {
        self.seen.sight.knows(fact)
    }

    /// The theme. How often it came up is known only with product's estimate, because product counts.
    pub fn theme(&self) -> String {
        let name = &self.text.scenario().themes[self.seen.ask.theme.index()].name;
        if self.seen.effort().is_none() {
            return name.clone();
        }
        let before = self.game.state().deals.requests_before(self.seen.ask.theme, self.seen.deal.closes);
        self.text.with("card-theme", &[("theme", name), ("count", &before)])
    }

    pub fn refusal(&self, refusal: Option<Refusal>) -> Option<String> {
        refusal.map(|refusal| text::refusal(self.text, self.game.state(), &refusal))
    }

    pub fn words(&self) -> (String, String) {
        match self.seen.ask.text {
            AskText::Card(id) => {
                let card = &self.text.scenario().specials[id.index()];
                (card.about.clone(), card.quote.clone())
            }
            AskText::Template(id) => {
                let segment = &self.text.scenario().segments[self.seen.deal.segment.index()];
                // Nobody wrote a page on an ordinary deal; what its segment is like is all there is to say.
                let about = self.text.with("card-ordinary", &[("segment", &segment.about)]);
                (about, self.text.scenario().templates[id.index()].quote.clone())
            }
        }
    }

    pub fn need(&self) -> String {
        true_need(self.text, self.seen.ask)
    }

    pub fn notes(&self) -> Vec<Note> {
        let AskText::Card(id) = self.seen.ask.text else { return Vec::new() };
        let card = &self.text.scenario().specials[id.index()];
        let mut notes = Vec::new();
        if self.knows(Fact::ProductNote(self.seen.deal.id)) {
            notes.push(Note { seat: Seat::Product, text: card.product_note.clone() });
        }
        if self.knows(Fact::SalesNote(self.seen.deal.id)) {
            notes.push(Note { seat: Seat::Sales, text: card.sales_note.clone() });
        }
        notes
    }

    pub fn facts(&self) -> Vec<String> {
        let id = self.seen.deal.id;
        let mut facts = Vec::new();
        if self.knows(Fact::Champion(id)) {
            facts.push(champion(self.text, self.seen.deal));
        }
        if self.knows(Fact::Competitor(id)) {
            facts.push(competitor(self.text, self.seen.deal, self.seen.ask));
        }
        if self.knows(Fact::Fit(id)) {
            facts.push(fit(self.text, self.seen.deal.fit));
        }
        if self.seen.deal.prepromised.is_some() {
            facts.push(self.text.get("fact-promised"));
        }
        facts
    }

    pub fn effort(&self) -> Option<String> {
        self.seen.effort().map(|band| text::range(self.text, Unit::Weeks, band.low, band.high))
    }

    pub fn effort_line(&self) -> String {
        self.effort().unwrap_or_else(|| self.text.get("effort-unknown"))
    }

    pub fn ceo(&self) -> String {
        self.text.with("card-ceo", &[("trust", &self.ceo_cost())])
    }

    pub fn ceo_cost(&self) -> String {
        text::change(self.text, Unit::Index, -self.game.scenario().rules.trust_escalation)
    }

    pub fn promise_quarters(&self) -> Vec<PromiseQuarter> {
        let (first, last) = check::promise_window(self.game.state());
        (first.0..=last.0)
            .map(|quarter| PromiseQuarter {
                quarter: Quarter(quarter),
                name: quarter_name(self.text, Quarter(quarter)),
            })
            .collect()
    }
}

/// The true need behind an ask. Call it only if the viewer knows the need.
pub(super) fn true_need(text: &Teller, ask: &Ask) -> String {
    match ask.text {
        AskText::Card(id) => text.scenario().specials[id.index()].need.clone(),
        AskText::Template(id) => text.scenario().templates[id.index()].need.clone(),
    }
}
