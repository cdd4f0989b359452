//! One row for each run: who played, how far, and how it ended.

use super::{
    Cell, Column, Holds, RunSource, Table, answered_cards, dollars, fields, quota_attainment, read, seats, sided_with,
};
use crate::run::Signer;
use crate::sim::formula::{Value, value};
use crate::sim::{Phase, Quantity, Record};

struct Row<'a> {
    source: &'a RunSource<'a>,
    /// The last closed quarter; the start, if none was closed.
    last: Option<&'a Record>,
    /// What the company is worth at the end.
    value: Option<Value>,
}

pub(in crate::data) fn table() -> Table {
    let about = "One row for each run. The numbers are those of the last closed quarter, which for a finished run is \
                 the last one of the echo year.";
    Table::new("runs", about, fields(&columns()), |source| read(&columns(), &[row(source)]))
}

fn row<'a>(source: &'a RunSource) -> Row<'a> {
    let state = source.game.state();
    let ended = state.phase == Phase::Ended;
    Row { source, last: state.history.last(), value: ended.then(|| value(source.scenario(), state)) }
}

impl Row<'_> {
    /// A number of the last closed quarter.
    fn last(&self, of: impl Fn(&Record) -> Cell) -> Cell {
        self.last.map_or(Cell::Empty, of)
    }

    fn get(&self, quantity: Quantity) -> Cell {
        self.last(|record| record.get(quantity).into())
    }

    fn dollars(&self, quantity: Quantity) -> Cell {
        self.last(|record| dollars(record, quantity))
    }

    /// Quota attainment in the last quarter that had a quota.
    fn attainment(&self) -> Option<f64> {
        let game = &self.source.game;
        game.state().history.iter().rev().find_map(|record| quota_attainment(game, record))
    }
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("room", Holds::Text, "Code of the room; empty for a run from a file.", |row| {
            row.source.room.into()
        }),
        Column::new("team", Holds::Text, "Name of the team. Names of people are in no table.", |row| {
            row.source.run.team.name.as_str().into()
        }),
        Column::new("rules", Holds::Count, "Version of the rules with which it was played.", |row| {
            row.source.run.rules.into()
        }),
        Column::new(
            "partner_seat",
            Holds::Word(seats),
            "The seat of the computer partner; empty if there is none.",
            |row| row.source.run.team.partner.as_ref().map(|chair| Cell::word(&chair.seat)).into(),
        ),
        Column::new("partner_policy", Holds::Text, "The policy by which the partner plays.", |row| {
            row.source.run.team.partner.as_ref().map(|chair| chair.persona.as_str()).into()
        }),
        Column::new(
            "again_from",
            Holds::Quarter,
            "The quarter from which the team played again, knowing what would come; empty for a team that played \
             once.",
            |row| row.source.run.again_from.into(),
        ),
        Column::new("quarters", Holds::Count, "Quarters that the scenario has, without the echo year.", |row| {
            row.source.scenario().meta.quarters.into()
        }),
        Column::new("last_quarter", Holds::Quarter, "The quarter being played, or the last one played.", |row| {
            row.source.run.quarter.into()
        }),
        Column::new("finished", Holds::Flag, "Whether the run is over.", |row| row.value.is_some().into()),
        Column::new("insolvent", Holds::Flag, "Whether the cash ran out, which ends a run.", |row| {
            row.source.game.state().insolvent.into()
        }),
        Column::new("company_value", Holds::Dollars, "Company value; empty until the run is over.", |row| {
            row.value.map(|value| Cell::whole(value.total)).into()
        }),
        Column::new("value_multiple", Holds::Factor, "By which ARR is multiplied for it.", |row| {
            row.value.map(|value| value.multiple).into()
        }),
        Column::new("cash", Holds::Dollars, "Cash.", |row| row.dollars(Quantity::Cash)),
        Column::new("arr", Holds::Dollars, "Annual recurring revenue.", |row| row.dollars(Quantity::Arr)),
        Column::new(
            "quota_attainment",
            Holds::Ratio,
            "Bookings over quota in the last closed quarter that had a quota; empty if there was none.",
            |row| row.attainment().into(),
        ),
        Column::new("gross_retention", Holds::Ratio, "Gross retention over four quarters.", |row| {
            row.last(|record| record.gross_retention.into())
        }),
        Column::new("coherence", Holds::Share, "Product coherence.", |row| row.get(Quantity::Coherence)),
        Column::new("trust", Holds::Share, "Trust between product and sales.", |row| row.get(Quantity::Trust)),
        Column::new("market_gap", Holds::Balance, "Market gap; below 0 the product is behind.", |row| {
            row.get(Quantity::Gap)
        }),
        Column::new("precedent", Holds::Share, "Precedent: how far the market expects bespoke work.", |row| {
            row.get(Quantity::Precedent)
        }),
        Column::new("product_pay", Holds::Dollars, "What the Product Lead earned since the start.", |row| {
            row.dollars(Quantity::Bonus)
        }),
        Column::new("sales_pay", Holds::Dollars, "What the Sales Lead earned since the start.", |row| {
            row.dollars(Quantity::Commission)
        }),
        Column::new("promises_kept", Holds::Count, "Promises kept since the start.", |row| {
            row.last(|record| Cell::whole(record.get(Quantity::PromisesKept)))
        }),
        Column::new("promises_broken", Holds::Count, "Promises broken or late since the start.", |row| {
            row.last(|record| Cell::whole(record.get(Quantity::PromisesBroken)))
        }),
        Column::new("cards_answered", Holds::Count, "Cards that got an answer at the table.", |row| {
            answered_cards(&row.source.game).len().into()
        }),
        Column::new("cards_by_ceo", Holds::Count, "Those of them that the CEO decided.", |row| {
            let cards = answered_cards(&row.source.game);
            cards.iter().filter(|(_, settled)| sided_with(settled.by).is_some()).count().into()
        }),
        Column::new("signed_by_partner", Holds::Count, "Signatures of a computer partner.", |row| {
            row.source.signed_by(Signer::Partner).into()
        }),
        Column::new("signed_by_stand_in", Holds::Count, "Signatures of a stand-in for somebody absent.", |row| {
            row.source.signed_by(Signer::StandIn).into()
        }),
        Column::new("signed_by_clock", Holds::Count, "Signatures of the clock of a workshop.", |row| {
            row.source.signed_by(Signer::Clock).into()
        }),
    ]
}
