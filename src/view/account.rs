//! Explains a customer or a special: what the bills of the debt ledger are about, and the decision behind each.

use super::TermLink;
use super::explained::{Numbers, booked_fit};
use super::{Amount, Explained, Part, Term, Told, Topic, decision_line};
use crate::ids::{CustomerId, DecisionId, WorkId};
use crate::sim::formula::{upkeep_debt, upkeep_of};
use crate::sim::{Customer, Quantity, Work};
use crate::text::{self, Teller, quarter_name};

impl Told<'_> {
    /// Explains a customer: who it is, and what is owed because of it.
    pub(super) fn customer(&self, text: &Teller, id: CustomerId) -> Explained {
        let state = self.game.state();
        let name = text::customer_name(text, state, id);
        let Some(customer) = state.customers.get(&id) else {
            return Numbers::default().explain(Topic::Customer(id), name, text.get("account-left"), Vec::new());
        };
        let about = text.with(
            "account-customer",
            &[
                ("arr", &text::dollars(text, customer.arr.f64())),
                ("segment", &text.scenario().segments[customer.segment.index()].name),
                ("quarter", &quarter_name(text, customer.renews)),
            ],
        );
        let theirs = state.works.values().filter(|work| work.customer == id && (work.open() || work.live()));
        let bills = core::iter::once(self.misfit(text, customer)).chain(theirs.map(|work| self.bill(text, work)));
        self.owed(text, Topic::Customer(id), name, about, bills.collect())
    }

    /// Explains a special: what was asked, how it was answered, and what that costs.
    pub(super) fn special(&self, text: &Teller, id: WorkId) -> Explained {
        let state = self.game.state();
        let title = text.with("account-special", &[("name", &text::work_name(text, state, id))]);
        let Some(work) = state.works.get(&id) else {
            return Numbers::default().explain(Topic::Special(id), title, String::new(), Vec::new());
        };
        let (ask, answer) = (text::request(text, work.ask), text::response(text, work.response));
        let about = text.with("account-asked", &[("ask", &ask), ("answer", &answer)]);
        let (mut part, dollars) = self.bill(text, work);
        part.behind = work.decision.map(|decision| decision_line(self.game, text, decision));
        part.leads = Some(or(work.decision, if work.open() { Term::Backlog } else { Term::Upkeep }));
        self.owed(text, Topic::Special(id), title, about, vec![(part, dollars)])
    }

    /// The debt from a customer's poor fit, and the answer that won it.
    fn misfit(&self, text: &Teller, customer: &Customer) -> (Part, f64) {
        let fit = booked_fit(self.game, customer);
        let dollars = customer.arr.f64() * (1.0 - fit);
        let words = text.with("account-misfit", &[("share", &text::percent(text, 1.0 - fit))]);
        let deal = customer.deal.and_then(|deal| self.game.state().deals.get(&deal));
        let decision = deal.and_then(|deal| deal.ask.as_ref()?.answer?.decision);
        let behind = decision.map(|decision| decision_line(self.game, text, decision));
        (Part { amount: owed(text, words, dollars), behind, leads: Some(or(decision, Term::Fit)) }, dollars)
    }

    /// The debt from a special: the work still to do, or its upkeep over eight quarters.
    fn bill(&self, text: &Teller, work: &Work) -> (Part, f64) {
        let rules = &self.game.scenario().rules;
        let ask = text::request(text, work.ask);
        let (key, weeks, dollars) = if work.open() {
            let weeks = work.remaining as f64 / Quantity::Backlog.unit();
            ("account-promise", weeks, weeks * rules.week_cost)
        } else {
            let weeks = upkeep_of(self.game.state())(work) as f64 / Quantity::Upkeep.unit();
            ("account-upkeep", weeks, upkeep_debt(rules, weeks))
        };
        let words = text.with(key, &[("ask", &ask), ("weeks", &text::weeks(text, weeks))]);
        (Part { amount: owed(text, words, dollars), behind: None, leads: Some(Topic::Special(work.id)) }, dollars)
    }

    fn owed(&self, text: &Teller, topic: Topic, title: String, about: String, bills: Vec<(Part, f64)>) -> Explained {
        let all: f64 = bills.iter().map(|(_, dollars)| dollars).sum();
        let parts = bills.into_iter().map(|(part, _)| part).collect();
        let see = vec![TermLink::new(text, Term::Debt)];
        Numbers::sum(text.get("account-owed"), text::dollars(text, all), parts).explain(topic, title, about, see)
    }
}

fn or(decision: Option<DecisionId>, term: Term) -> Topic {
    decision.map_or(Topic::Term(term), Topic::Decision)
}

fn owed(text: &Teller, words: String, dollars: f64) -> Amount {
    Amount { text: words, amount: text::dollars(text, dollars), good: None }
}
