//! Explanations of anything people can ask about: what it means, its value, and what moved it, adding up exactly, with
//! the decision behind each part. A decision is explained by everything it changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::{self, Change, Piece, Read, Style};
use super::explain::{behind, unit};
use super::{Amount, Term};
use crate::ids::{CustomerId, DecisionId, Quarter, WorkId};
use crate::sight::{Sight, Viewer};
use crate::sim::formula::{capacity, debt, interest};
use crate::sim::{Customer, Debt, Fact, Game, Phase, Quantity, Record};
use crate::text::{self, Teller, Text, Unit};

/// Something people can ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Topic {
    /// A term of the game, with its number if it has one.
    Term(Term),
    /// A ledger quantity.
    Number(Quantity),
    /// A decision, with everything it changed.
    Decision(DecisionId),
    /// A customer, with the debt it causes.
    Customer(CustomerId),
    /// A special that was accepted, with what it costs.
    Special(WorkId),
}

/// Where an explanation takes its numbers from, and how much it may reveal.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The game.
    pub game: &'a Game,
    /// Tells it.
    pub teller: &'a Teller,
    /// The last quarter whose close was shown.
    pub quarter: Quarter,
    /// Who reads it.
    pub viewer: Viewer,
}

/// An explanation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Explained {
    /// What it is about.
    pub topic: Topic,
    /// Its name.
    pub title: String,
    /// What it means; for a decision, when and by whom it was signed.
    pub about: String,
    /// Its current value, if it is a number that the viewer may know.
    pub value: Option<String>,
    /// The total of the parts, if they add up to something.
    pub whole: Option<Amount>,
    /// The parts. They add up to the whole if there is one.
    pub parts: Vec<Part>,
    /// Related terms.
    pub see: Vec<TermLink>,
}

/// A term that leads to its explanation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TermLink {
    /// The term.
    pub term: Term,
    /// Its name.
    pub name: String,
}

impl TermLink {
    pub(super) fn new(text: &Text, term: Term) -> Self {
        Self { term, name: term.name(text) }
    }
}

/// A part of a number.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Part {
    /// Its text and amount.
    pub amount: Amount,
    /// The decision behind it: when, who, what.
    pub behind: Option<String>,
    /// What explains it in more detail.
    pub leads: Option<Topic>,
}

impl Part {
    /// A part that a term explains in more detail.
    pub(super) fn see(amount: Amount, term: Term) -> Self {
        Self { amount, behind: None, leads: Some(Topic::Term(term)) }
    }
}

/// Makes an explanation. Without `told`, there are no numbers.
#[must_use]
pub fn explained(told: Option<Told>, text: &Text, topic: Topic) -> Explained {
    match (topic, told) {
        (Topic::Term(term), told) => {
            let numbers = told.map_or_else(Numbers::default, |told| told.term(told.teller, term));
            numbers.explain(topic, term.name(text), term.about(text), see(text, term))
        }
        (Topic::Number(quantity), told) => {
            let numbers = told.map_or_else(Numbers::default, |told| told.number(told.teller, quantity));
            let term = term_of(quantity);
            let about = term.map_or_else(String::new, |term| term.about(text));
            let see = term.map(|term| vec![TermLink::new(text, term)]).unwrap_or_default();
            numbers.explain(topic, text::quantity(text, quantity), about, see)
        }
        (Topic::Decision(id), Some(told)) => told.decision(told.teller, id),
        (Topic::Customer(id), Some(told)) => told.customer(told.teller, id),
        (Topic::Special(id), Some(told)) => told.special(told.teller, id),
        (Topic::Decision(_) | Topic::Customer(_) | Topic::Special(_), None) => {
            Numbers::default().explain(topic, String::new(), String::new(), Vec::new())
        }
    }
}

fn see(text: &Text, term: Term) -> Vec<TermLink> {
    term.see().iter().map(|&term| TermLink::new(text, term)).collect()
}

/// The term that explains a ledger quantity.
fn term_of(quantity: Quantity) -> Option<Term> {
    Some(match quantity {
        Quantity::Cash => Term::Cash,
        Quantity::Arr => Term::Arr,
        Quantity::Bookings | Quantity::Quota => Term::Quota,
        Quantity::LostArr => Term::Retention,
        Quantity::Coherence => Term::Coherence,
        Quantity::Trust => Term::Trust,
        Quantity::Engineering => Term::Capacity,
        Quantity::Upkeep => Term::Upkeep,
        Quantity::Backlog => Term::Backlog,
        Quantity::Gap | Quantity::MarketSpeed => Term::Gap,
        Quantity::Need | Quantity::Precedent => Term::Precedent,
        Quantity::Discovery => Term::Discovery,
        Quantity::Enablement => Term::Enablement,
        Quantity::Vision | Quantity::Strategy | Quantity::Impact => Term::Evidence,
        Quantity::PromisesKept | Quantity::PromisesBroken => Term::Promise,
        Quantity::Confidence => Term::Ceo,
        Quantity::Commission | Quantity::Bonus | Quantity::Morale => return None,
    })
}

/// The ledger quantity behind a term, apart from the six numbers of the wall.
fn number_of(term: Term) -> Option<Quantity> {
    Some(match term {
        Term::Upkeep => Quantity::Upkeep,
        Term::Backlog => Quantity::Backlog,
        Term::Gap => Quantity::Gap,
        Term::Precedent => Quantity::Precedent,
        Term::Discovery => Quantity::Discovery,
        Term::Enablement => Quantity::Enablement,
        _ => return None,
    })
}

/// Whether a rise of a quantity is good.
pub(super) fn better(quantity: Quantity) -> bool {
    !matches!(
        quantity,
        Quantity::LostArr
            | Quantity::Upkeep
            | Quantity::Backlog
            | Quantity::MarketSpeed
            | Quantity::Need
            | Quantity::Precedent
            | Quantity::PromisesBroken
    )
}

/// The numbers of an explanation.
#[derive(Default)]
pub(super) struct Numbers {
    value: Option<String>,
    whole: Option<Amount>,
    parts: Vec<Part>,
}

impl Numbers {
    pub(super) fn explain(self, topic: Topic, title: String, about: String, see: Vec<TermLink>) -> Explained {
        let Self { value, whole, parts } = self;
        Explained { topic, title, about, value, whole, parts, see }
    }

    /// Parts of different things, without a total.
    pub(super) fn parts(parts: Vec<Part>) -> Self {
        Self { parts, ..Self::default() }
    }

    /// A total with its parts.
    pub(super) fn sum(text: String, amount: String, parts: Vec<Part>) -> Self {
        let whole = Amount { text, amount: amount.clone(), good: None };
        Self { value: Some(amount), whole: Some(whole), parts }
    }
}

impl Told<'_> {
    pub(super) fn sight(&self) -> Sight<'_> {
        Sight::new(self.game, self.viewer)
    }

    fn term(&self, text: &Teller, term: Term) -> Numbers {
        let over = self.game.state().phase == Phase::Ended;
        match term {
            Term::Debt => self.debt(text),
            Term::Interest => self.interest(text),
            Term::Value if over => self.value(text),
            Term::Capacity if self.sight().sees_engineering() => self.capacity(text),
            Term::Drag if self.sight().sees_engineering() => self.drag(text),
            Term::Evidence if self.sight().sees_engineering() => self.evidence(text),
            _ => match (change::six(term), number_of(term)) {
                (Some(six), _) => self.six(text, six),
                (None, Some(quantity)) => self.number(text, quantity),
                (None, None) => Numbers::default(),
            },
        }
    }

    fn record(&self) -> Option<&Record> {
        self.game.state().history.iter().rfind(|record| record.quarter <= self.quarter)
    }

    fn six(&self, text: &Teller, six: &super::six::Six) -> Numbers {
        let Some(record) = six.last(self.game, self.quarter) else { return Numbers::default() };
        let state = self.game.state();
        let (now, name) = ((six.now)(self.game), six.label(text));
        // The wall shows current values. If a number moved since the last close, explain that move as far as it is
        // known.
        if self.quarter >= state.quarter && now != (six.then)(record) {
            let change = Change::of(self.game, text, six.behind.0, state.quarter);
            return self.moved(text, &name, state.quarter, six.unit.write(text, now), change, true);
        }
        let value = six.unit.write(text, (six.then)(record));
        let change = Change::of_six(self.game, text, six, record.quarter);
        self.moved(text, &name, record.quarter, value, change, true)
    }

    fn number(&self, text: &Teller, quantity: Quantity) -> Numbers {
        let Some(record) = self.record().filter(|_| self.sight().may_know(quantity)) else { return Numbers::default() };
        let value = match quantity {
            Quantity::Vision | Quantity::Strategy | Quantity::Impact => text::decimal(text, record.get(quantity)),
            _ => unit(quantity).write(text, record.get(quantity)),
        };
        let change = Change::of(self.game, text, quantity, record.quarter);
        self.moved(text, &text::quantity(text, quantity), record.quarter, value, change, better(quantity))
    }

    /// A value, and what moved it in a quarter. There is no move at the start.
    fn moved(&self, text: &Teller, name: &str, at: Quarter, value: String, change: Change, better: bool) -> Numbers {
        if at == Quarter(0) {
            return Numbers { value: Some(value), ..Numbers::default() };
        }
        let good = Some((change.whole() > 0.0) == better);
        let (parts, amount) = change.read(text);
        let quarter = text::quarter_name(text, at);
        let moved = text.with("explained-moved", &[("what", &name), ("quarter", &quarter)]);
        let part = |read: Read| Part {
            behind: behind(self.game, text, &read.causes),
            leads: read.decision.map(Topic::Decision),
            amount: read.line(better),
        };
        let good = good.filter(|_| !parts.is_empty());
        Numbers {
            value: Some(value),
            whole: Some(Amount { text: moved, amount, good }),
            parts: parts.into_iter().map(part).collect(),
        }
    }

    fn debt(&self, text: &Teller) -> Numbers {
        let books = booked_debt(self.game);
        let part = |key: &str, dollars: f64, term| Part::see(plain(text, key, text::dollars(text, dollars)), term);
        let parts = vec![
            part("debt-misfit", books.misfit, Term::Fit),
            part("debt-promises", books.promises, Term::Backlog),
            part("debt-upkeep", books.upkeep, Term::Upkeep),
        ];
        Numbers::sum(text.get("debt-total"), text::dollars(text, books.total()), parts)
    }

    /// What the debt costs per quarter: weeks of engineering at the cost of a week, and renewals expected to be lost.
    fn interest(&self, text: &Teller) -> Numbers {
        let week_cost = self.game.scenario().rules.week_cost;
        let books = booked_debt(self.game);
        let taken = interest(self.game.scenario(), self.game.state(), &books);
        let (support, upkeep) = (taken.support * week_cost, taken.upkeep * week_cost);
        let part = |key: &str, dollars: f64, term| Part::see(plain(text, key, text::dollars(text, dollars)), term);
        let parts = vec![
            part("interest-support", support, Term::Fit),
            part("interest-upkeep", upkeep, Term::Upkeep),
            part("interest-renewals", taken.renewals, Term::Retention),
        ];
        Numbers::sum(text.get("interest-total"), text::dollars(text, books.interest), parts)
    }

    /// What each part of the multiple is worth, in dollars.
    fn value(&self, text: &Teller) -> Numbers {
        let (scenario, state) = (self.game.scenario(), self.game.state());
        let worth = crate::sim::formula::value(scenario, state);
        let arr = state.get(Quantity::Arr);
        let mut sum = [
            ("value-base", scenario.rules.value_base, Term::Arr),
            ("value-growth", worth.growth, Term::Arr),
            ("value-retention", worth.retention, Term::Retention),
            ("value-coherence", worth.coherence, Term::Coherence),
            ("value-gap", worth.gap, Term::Gap),
            ("value-off-share", worth.off_share, Term::Fit),
            ("value-concentration", worth.concentration, Term::Arr),
        ]
        .to_vec();
        if state.insolvent {
            sum = vec![("value-multiple", worth.multiple, Term::Arr)];
        }
        let beyond = worth.multiple - sum.iter().map(|part| part.1).sum::<f64>();
        if libm::fabs(beyond) > f64::EPSILON * 100.0 {
            sum.push(("value-limits", beyond, Term::Value));
        }
        let part = |(key, times, term): (&str, f64, Term)| {
            let words =
                text.with("value-times", &[("what", &text.get(key)), ("times", &text::signed_decimal(text, times))]);
            Part::see(
                Amount { text: words, amount: text::signed_dollars(text, times * arr), good: Some(times >= 0.0) },
                term,
            )
        };
        let mut parts: Vec<Part> = sum.into_iter().map(part).collect();
        if !state.insolvent {
            let cash = state.get(Quantity::Cash);
            let amount = text::signed_dollars(text, cash);
            parts.push(Part::see(Amount { text: text.get("value-cash"), amount, good: Some(cash >= 0.0) }, Term::Cash));
        }
        Numbers::sum(Term::Value.name(text), text::dollars(text, worth.total), parts)
    }

    /// Engineering on paper, and the deductions before planning.
    fn capacity(&self, text: &Teller) -> Numbers {
        let state = self.game.state();
        let given = capacity(self.game.scenario(), state, state.support_weeks);
        let parts = [
            ("capacity-paper", given.paper, None),
            ("capacity-morale", -given.morale, None),
            ("part-drag", -given.drag, Some(Term::Drag)),
            ("part-upkeep", -given.upkeep, Some(Term::Upkeep)),
            ("part-support", -given.support, Some(Term::Fit)),
            ("capacity-floor", given.floor, None),
        ];
        self.weeks(text, "capacity-to-give", &parts)
    }

    fn drag(&self, text: &Teller) -> Numbers {
        let (rules, state) = (&self.game.scenario().rules, self.game.state());
        let given = capacity(self.game.scenario(), state, state.support_weeks);
        let productive = given.paper - given.morale;
        let usual = productive * rules.drag_base;
        let parts = [("drag-usual", usual, None), ("drag-incoherence", given.drag - usual, Some(Term::Coherence))];
        self.weeks(text, "drag-total", &parts)
    }

    /// Parts in weeks that add up to a total.
    fn weeks(&self, text: &Teller, whole: &str, parts: &[(&str, f64, Option<Term>)]) -> Numbers {
        let piece = |&(key, value, _): &(&str, f64, Option<Term>)| Piece::plain(text.get(key), value);
        let change = Change::new(Style::unit(Unit::Weeks), parts.iter().map(piece).collect());
        let sum = change.whole();
        let leads = |words: &str| parts.iter().find(|(key, ..)| text.get(key) == words).and_then(|part| part.2);
        let (read, _) = change.read(text);
        let part = |read: Read| Part {
            leads: leads(&read.text).map(Topic::Term),
            behind: None,
            amount: Amount { text: read.text, amount: read.amount, good: None },
        };
        Numbers::sum(text.get(whole), text::weeks(text, sum), read.into_iter().map(part).collect())
    }

    /// The three kinds of evidence, with their amounts.
    fn evidence(&self, text: &Teller) -> Numbers {
        let part = |quantity: Quantity| Part {
            amount: Amount {
                text: text::quantity(text, quantity),
                amount: text::decimal(text, self.game.state().get(quantity)),
                good: None,
            },
            behind: None,
            leads: Some(Topic::Number(quantity)),
        };
        let kinds = [Quantity::Vision, Quantity::Strategy, Quantity::Impact];
        let sum = kinds.iter().map(|&kind| libm::round(self.game.state().get(kind) * 10.0) / 10.0).sum();
        Numbers::sum(text.get("evidence-total"), text::decimal(text, sum), kinds.map(part).into())
    }
}

fn plain(text: &Teller, key: &str, amount: String) -> Amount {
    Amount { text: text.get(key), amount, good: None }
}

/// Revenue debt according to the books.
pub(super) fn booked_debt(game: &Game) -> Debt {
    debt(game.scenario(), game.state(), |customer| booked_fit(game, customer))
}

/// A customer's fit according to the books: that of its segment, unless both seats know the true one.
pub(super) fn booked_fit(game: &Game, customer: &Customer) -> f64 {
    let known = customer.deal.is_some_and(|deal| Sight::table(game).knows(Fact::Fit(deal)));
    let segment = || game.scenario().segments.get(customer.segment.index()).map_or(1.0, |segment| segment.fit);
    if known { customer.fit } else { segment() }
}
