//! One row for each answered card: what either lead stood for in private, and what was signed.

use super::{
    Cell, Column, Holds, RunSource, Signed, Table, answered_cards, deciders, evidence, fields, read, responses, seats,
    sided_with, signers,
};
use crate::ids::{PerSeat, Seat};
use crate::sim::{Ask, Command, Deal, Settled};

struct Row<'a> {
    deal: &'a Deal,
    ask: &'a Ask,
    settled: Settled,
    taken: PerSeat<Option<Signed<'a>>>,
}

pub(in crate::data) fn table() -> Table {
    let about = "One row for each card that was answered at the table: the private stances of both leads before they \
                 saw each other's, and what came of them.";
    Table::new("stances", about, fields(&columns()), |source| read(&columns(), &rows(source)))
}

fn rows<'a>(source: &'a RunSource<'a>) -> Vec<Row<'a>> {
    let row = |(deal, settled): (&'a Deal, Settled)| {
        let stance = |command: &Command| matches!(command, Command::TakeStance { deal: on, .. } if *on == deal.id);
        let of = |seat| source.last_of(seat, deal.closes, stance);
        let taken = PerSeat { product: of(Seat::Product), sales: of(Seat::Sales) };
        Some(Row { deal, ask: deal.ask.as_deref()?, settled, taken })
    };
    answered_cards(&source.game).into_iter().filter_map(row).collect()
}

impl Row<'_> {
    fn stance(&self, seat: Seat) -> Cell {
        self.ask.stances.get(seat).map(|response| Cell::word(&response)).into()
    }

    fn taken_by(&self, seat: Seat) -> Cell {
        self.taken.get(seat).map(|signed| signed.by()).into()
    }

    fn taken_at(&self, seat: Seat) -> Cell {
        self.taken.get(seat).and_then(|signed| Some(signed.moment?.time.as_str())).into()
    }
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("quarter", Holds::Quarter, "The quarter in which the card was on the table.", |row| {
            row.deal.closes.into()
        }),
        Column::new("deal", Holds::Id, "Number of the deal that asks.", |row| row.deal.id.into()),
        Column::new("product_stance", Holds::Word(responses), "What the Product Lead stood for.", |row| {
            row.stance(Seat::Product)
        }),
        Column::new("sales_stance", Holds::Word(responses), "What the Sales Lead stood for.", |row| {
            row.stance(Seat::Sales)
        }),
        Column::new("stances_differ", Holds::Flag, "Whether the two differ.", |row| {
            (row.ask.stances.product != row.ask.stances.sales).into()
        }),
        Column::new("product_stance_by", Holds::Word(signers), "Who took the stance of the Product Lead.", |row| {
            row.taken_by(Seat::Product)
        }),
        Column::new("sales_stance_by", Holds::Word(signers), "Who took the stance of the Sales Lead.", |row| {
            row.taken_by(Seat::Sales)
        }),
        Column::new(
            "product_stance_at",
            Holds::Time,
            "When; empty for a run from a file, which has no times.",
            |row| row.taken_at(Seat::Product),
        ),
        Column::new("sales_stance_at", Holds::Time, "When; empty for a run from a file.", |row| {
            row.taken_at(Seat::Sales)
        }),
        Column::new("response", Holds::Word(responses), "The answer that came into force.", |row| {
            Cell::word(&row.settled.answer.response)
        }),
        Column::new("defence", Holds::Word(evidence), "The evidence that was to defend it; otherwise empty.", |row| {
            row.settled.answer.defence.map(|evidence| Cell::word(&evidence)).into()
        }),
        Column::new("defended", Holds::Flag, "Whether the evidence fits, so that it does defend it.", |row| {
            row.settled.defended.into()
        }),
        Column::new("due", Holds::Quarter, "The quarter named in a roadmap promise; otherwise empty.", |row| {
            row.settled.answer.due.into()
        }),
        Column::new("decided_by", Holds::Word(deciders), "Who decided: both, or the CEO.", |row| {
            Cell::word(&row.settled.by)
        }),
        Column::new(
            "ceo_sided_with",
            Holds::Word(seats),
            "The side whose answer the CEO took; otherwise empty.",
            |row| sided_with(row.settled.by).map(|seat| Cell::word(&seat)).into(),
        ),
        Column::new("decision", Holds::Id, "Number of the decision in the run.", |row| row.settled.decision.into()),
    ]
}
