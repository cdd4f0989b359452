//! The debt ledger: revenue debt as a stack of bills with name, amount and due date.

use schemars::JsonSchema;
use serde::Serialize;

use super::explained::{booked_debt, booked_fit};
use super::{Term, Topic};
use crate::sim::formula::{Interest, interest, upkeep_debt, upkeep_of};
use crate::sim::{Customer, Game, Quantity, Work};
use crate::text::{self, Teller, quarter_name};

/// Bills listed individually; the rest is summed up in one line.
const TOLD: usize = 9;
/// Smaller bills are not listed individually, in dollars.
const LEAST: f64 = 500.0;

/// Revenue debt as bills.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct DebtLedger {
    /// The whole debt.
    pub total: String,
    /// What it costs per quarter.
    pub interest: String,
    /// What the interest consists of; each share is of the whole interest.
    pub parts: Vec<Bill>,
    /// The bills, largest first.
    pub bills: Vec<Bill>,
}

/// An amount that is owed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Bill {
    /// To whom, or for what.
    pub name: String,
    /// Why, and when it falls due.
    pub about: String,
    /// How much.
    pub amount: String,
    /// Its share of the largest bill, 0..1.
    pub share: f64,
    /// What explains it: the customer, special or term it is about.
    pub topic: Topic,
}

/// An amount owed: to whom, why, how many dollars, and what explains it.
type Owed = (String, String, f64, Topic);

/// Makes the ledger according to the books.
#[must_use]
pub fn debt_ledger(game: &Game, text: &Teller) -> DebtLedger {
    let books = booked_debt(game);
    let mut owed = owed(game, text);
    owed.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
    let most = owed.first().map_or(1.0, |bill| bill.2.max(1.0));
    let rest = owed.split_off(owed.len().min(TOLD));
    let told: f64 = owed.iter().map(|bill| bill.2).sum();
    let bill = |(name, about, amount, topic): Owed| Bill {
        name,
        about,
        amount: text::dollars(text, amount),
        share: (amount / most).clamp(0.0, 1.0),
        topic,
    };
    let mut bills: Vec<Bill> = owed.into_iter().map(bill).collect();
    let left = books.total() - told;
    if left >= LEAST {
        let name = text.with("bills-rest", &[("count", &rest.len())]);
        bills.push(bill((name, String::new(), left, Topic::Term(Term::Debt))));
    }
    let parts = parts(game, text);
    DebtLedger {
        total: text::dollars(text, books.total()),
        interest: text::dollars(text, books.interest),
        parts,
        bills,
    }
}

/// The parts of the interest according to the books: engineering weeks and lost renewals.
fn parts(game: &Game, text: &Teller) -> Vec<Bill> {
    let rules = &game.scenario().rules;
    let books = booked_debt(game);
    let Interest { support, upkeep, renewals } = interest(game.scenario(), game.state(), &books);
    let weeks = |key: &str, weeks: f64| text.with(key, &[("weeks", &text::weeks(text, weeks))]);
    let engineering = |about: String, weeks: f64, term| ("taken-engineering", about, weeks * rules.week_cost, term);
    let parts = [
        engineering(weeks("taken-upkeep", upkeep), upkeep, Term::Upkeep),
        engineering(weeks("taken-support", support), support, Term::Fit),
        ("taken-renewals", text.get("taken-risk"), renewals, Term::Retention),
    ];
    let part = |(key, about, dollars, term): (&str, String, f64, Term)| Bill {
        name: text.get(key),
        about,
        amount: text::dollars(text, dollars),
        share: (dollars / books.interest.max(1.0)).clamp(0.0, 1.0),
        topic: Topic::Term(term),
    };
    parts.into_iter().filter(|(_, _, dollars, _)| *dollars >= LEAST).map(part).collect()
}

/// All amounts owed.
fn owed(game: &Game, text: &Teller) -> Vec<Owed> {
    let (scenario, state) = (game.scenario(), game.state());
    let misfit = |customer: &Customer| {
        let dollars = customer.arr.f64() * (1.0 - booked_fit(game, customer));
        let due = quarter_name(text, customer.renews);
        (
            text::name(text, customer.name),
            text.with("bill-misfit", &[("quarter", &due)]),
            dollars,
            Topic::Customer(customer.id),
        )
    };
    let left = upkeep_of(state);
    let upkeep = |work: &Work| {
        let weeks = left(work) as f64 / Quantity::Upkeep.unit();
        let about = text.with("bill-upkeep", &[("weeks", &text::weeks(text, weeks))]);
        let dollars = upkeep_debt(&scenario.rules, weeks);
        (text::work_name(text, state, work.id), about, dollars, Topic::Special(work.id))
    };
    let promise = |work: &Work| {
        let due = quarter_name(text, work.due);
        let about = text.with("bill-promise", &[("quarter", &due)]);
        let weeks = work.remaining as f64 / Quantity::Backlog.unit();
        let dollars = weeks * scenario.rules.week_cost;
        (text::work_name(text, state, work.id), about, dollars, Topic::Special(work.id))
    };
    let live = state.works.values().filter(|work| work.live() && work.upkeep > 0);
    let open = state.works.values().filter(|work| work.open());
    state
        .customers
        .values()
        .map(misfit)
        .chain(live.map(upkeep))
        .chain(open.map(promise))
        .filter(|bill| bill.2 >= LEAST)
        .collect()
}
