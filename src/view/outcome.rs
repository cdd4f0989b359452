//! The results of the two plans, shown when the table begins: calls, board papers, what was learned.

use schemars::JsonSchema;
use serde::Serialize;

use super::Amount;
use super::look::true_need;
use super::prospect::fit;
use crate::ids::{DealId, DecisionId, Seat};
use crate::sight::{Sight, Viewer};
use crate::sim::{Event, Fact, Game, PaperFate, ProductMove, SalesMove};
use crate::text::{self, Teller, quarter_name};

/// The results of the plans.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct MoveOutcome {
    /// One line per move with something to report.
    pub lines: Vec<Amount>,
}

/// Collects the results from the events of the quarter, as far as the viewer may know them.
#[must_use]
pub fn outcome(game: &Game, text: &Teller, viewer: Viewer, events: &[Event]) -> MoveOutcome {
    let came = Came { game, text, viewer };
    MoveOutcome { lines: events.iter().filter_map(|event| came.tell(event)).collect() }
}

struct Came<'a> {
    game: &'a Game,
    text: &'a Teller,
    viewer: Viewer,
}

impl Came<'_> {
    fn tell(&self, event: &Event) -> Option<Amount> {
        let state = self.game.state();
        match event {
            Event::CallRefused(deal, _) => Some(self.about_deal("outcome-call-refused", *deal, false)),
            Event::ProductMoved(ProductMove::ProspectCall(deal), _) => Some(self.call(*deal)),
            Event::ProductMoved(ProductMove::FunnelReview, _) => Some(self.line("outcome-funnel", true)),
            Event::SalesMoved(SalesMove::SharePipeline, _) => Some(self.line("outcome-shared", true)),
            Event::SalesMoved(SalesMove::PrePromise(deal), _) => {
                Some(self.about_deal("outcome-pre-promise", *deal, false))
            }
            // If there was a call, its own line says more.
            Event::SalesMoved(SalesMove::BringProductIn(deal), _)
                if !Sight::new(self.game, self.viewer).knows(Fact::Need(*deal)) =>
            {
                Some(self.about_deal("outcome-door", *deal, true))
            }
            Event::Learned(Seat::Sales, Fact::Fit(deal))
                if Sight::new(self.game, self.viewer).knows(Fact::Fit(*deal)) =>
            {
                let found = state.deals.get(deal)?;
                let name = text::name(self.text, found.name);
                let words = self.text.with("outcome-fit", &[("name", &name), ("fit", &fit(self.text, found.fit))]);
                Some(Amount { text: words, amount: String::new(), good: None })
            }
            Event::ReformAdopted(reform, from, _) => {
                let about = text::reform_about(self.text, *reform);
                let reform = text::reform(self.text, *reform);
                let from = quarter_name(self.text, *from);
                let values = [("reform", &reform), ("quarter", &from), ("about", &about)];
                let values = values.map(|(name, value)| (name, value as &dyn text::Value));
                let words = self.text.with("outcome-adopted", &values);
                Some(Amount { text: words, amount: String::new(), good: Some(true) })
            }
            Event::PaperRejected(fate, paper) => Some(self.rejected(*fate, *paper)),
            Event::SpecialSunset(work, _) => {
                let name = text::work_name(self.text, state, *work);
                let words = self.text.with("outcome-sunset", &[("name", &name)]);
                Some(Amount { text: words, amount: String::new(), good: None })
            }
            _ => None,
        }
    }

    fn line(&self, key: &str, good: bool) -> Amount {
        Amount { text: self.text.get(key), amount: String::new(), good: Some(good) }
    }

    fn about_deal(&self, key: &str, deal: DealId, good: bool) -> Amount {
        let name = text::deal_name(self.text, self.game.state(), deal);
        Amount { text: self.text.with(key, &[("name", &name)]), amount: String::new(), good: Some(good) }
    }

    /// What a prospect call found; it may be that the prospect asks for nothing.
    fn call(&self, id: DealId) -> Amount {
        let state = self.game.state();
        let ask = state.deals.get(&id).and_then(|deal| deal.ask.as_ref());
        let Some(ask) = ask.filter(|_| Sight::new(self.game, self.viewer).knows(Fact::Need(id))) else {
            return self.about_deal("outcome-call-nothing", id, true);
        };
        let name = text::deal_name(self.text, state, id);
        let real = if ask.dealbreaker { "dealbreaker-real" } else { "dealbreaker-not-real" };
        let values = [("name", name), ("need", true_need(self.text, ask)), ("dealbreaker", self.text.get(real))];
        let values = values.each_ref().map(|(key, value)| (*key, value as &dyn text::Value));
        Amount { text: self.text.with("outcome-call", &values), amount: String::new(), good: Some(true) }
    }

    fn rejected(&self, fate: PaperFate, paper: DecisionId) -> Amount {
        let decision = self.game.state().decisions.get(paper.index());
        let title =
            decision.map_or_else(String::new, |decision| text::decision(self.text, self.game.state(), decision));
        let key = match fate {
            PaperFate::Unsupported => "outcome-paper-unsupported",
            PaperFate::Blocked => "outcome-paper-blocked",
            PaperFate::NotInMoney => "outcome-paper-not-in-money",
        };
        Amount { text: self.text.with(key, &[("paper", &title)]), amount: String::new(), good: Some(false) }
    }
}
