//! One row for each entry of the ledger: every change of a number, with its cause.

use super::{Cell, Column, Holds, Origin, RunSource, Table, fields, read, words};
use crate::sim::{Entry, Quantity, Rule, Subject};

struct Row<'a> {
    source: &'a RunSource<'a>,
    /// Its place in the ledger, from 1.
    number: usize,
    entry: &'a Entry,
    /// The number after it, in its stored unit.
    after: i64,
}

pub(in crate::data) fn table() -> Table {
    let about = "One row for each change of a number, in order. The amounts of a number add up exactly to it.";
    Table::new("ledger", about, fields(&columns()), |source| read(&columns(), &rows(source)))
}

fn rows<'a>(source: &'a RunSource<'a>) -> Vec<Row<'a>> {
    let mut stocks = [0_i64; Quantity::COUNT];
    let entries = source.game.ledger().iter().enumerate();
    let row = |(at, entry): (usize, &'a Entry)| {
        let stock = &mut stocks[entry.quantity as usize];
        *stock += entry.amount;
        Row { source, number: at + 1, entry, after: *stock }
    };
    entries.map(row).collect()
}

impl Row<'_> {
    /// What the rule worked on, in the words of files.
    fn subject(&self) -> Cell {
        self.entry.cause.subject.map(|subject| Cell::word(&subject)).into()
    }

    fn subject_id(&self) -> Option<String> {
        let scenario = self.source.scenario();
        Some(match self.entry.cause.subject? {
            Subject::Deal(id) => id.0.to_string(),
            Subject::Customer(id) => id.0.to_string(),
            Subject::Work(id) => id.0.to_string(),
            Subject::News(id) => scenario.events.get(id.index())?.id.clone(),
            Subject::Gate(id) => scenario.gates.get(id.index())?.id.clone(),
        })
    }
}

fn quantities() -> Vec<String> {
    words(&Quantity::ALL)
}

fn rules() -> Vec<String> {
    words(Rule::ALL)
}

fn origins() -> Vec<String> {
    words(&Origin::ALL)
}

fn subjects() -> Vec<String> {
    ["Deal", "Customer", "Work", "News", "Gate"].map(str::to_owned).to_vec()
}

fn unit(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Cash
        | Quantity::Arr
        | Quantity::Bookings
        | Quantity::LostArr
        | Quantity::Commission
        | Quantity::Bonus
        | Quantity::Quota => UNITS[0],
        Quantity::Engineering | Quantity::Upkeep | Quantity::Backlog => UNITS[1],
        Quantity::PromisesKept | Quantity::PromisesBroken => UNITS[2],
        Quantity::Vision | Quantity::Strategy | Quantity::Impact => UNITS[3],
        Quantity::Coherence
        | Quantity::Gap
        | Quantity::MarketSpeed
        | Quantity::Need
        | Quantity::Precedent
        | Quantity::Trust
        | Quantity::Confidence
        | Quantity::Morale
        | Quantity::Discovery
        | Quantity::Enablement => UNITS[4],
    }
}

const UNITS: [&str; 5] = ["dollars", "engineer-weeks", "count", "tokens", "share"];

fn units() -> Vec<String> {
    UNITS.map(str::to_owned).to_vec()
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("entry", Holds::Count, "Place in the ledger of the run, from 1.", |row| row.number.into()),
        Column::new("quarter", Holds::Quarter, "The quarter.", |row| row.entry.quarter.into()),
        Column::new("quantity", Holds::Word(quantities), "The number that changed.", |row| {
            Cell::word(&row.entry.quantity)
        }),
        Column::new("unit", Holds::Word(units), "The unit of amount and after.", |row| unit(row.entry.quantity).into()),
        Column::new("amount", Holds::Number, "By how much it changed.", |row| {
            (row.entry.amount as f64 / row.entry.quantity.unit()).into()
        }),
        Column::new("after", Holds::Number, "What it was then.", |row| {
            (row.after as f64 / row.entry.quantity.unit()).into()
        }),
        Column::new(
            "origin",
            Holds::Word(origins),
            "Where it comes from: a decision, or else the start, the market (customers and competitors), luck (work \
             that turned out larger or smaller), news, a gate, or the running of the company.",
            |row| Cell::word(&Origin::of(&row.entry.cause)),
        ),
        Column::new("rule", Holds::Word(rules), "The rule at work.", |row| Cell::word(&row.entry.cause.rule)),
        Column::new(
            "subject",
            Holds::Word(subjects),
            "What the rule worked on; empty if nothing in particular.",
            Row::subject,
        ),
        Column::new(
            "subject_id",
            Holds::Text,
            "Which: the number of the deal, customer or accepted special, or the id of the news or gate.",
            |row| row.subject_id().into(),
        ),
        Column::new("decision", Holds::Id, "The decision to which it is booked; empty if none led to it.", |row| {
            row.entry.cause.decision.into()
        }),
    ]
}
