//! One row for each closed quarter: the six numbers, what they come from, and what both leads earned.

use super::{Cell, Column, Holds, RunSource, Table, dollars, fields, quota_attainment, read};
use crate::sim::{Game, Quantity, Record};

struct Row<'a> {
    game: &'a Game,
    record: &'a Record,
    /// The quarter before; `None` at the start.
    before: Option<&'a Record>,
}

pub(in crate::data) fn table() -> Table {
    let about = "One row for the start and for each closed quarter, the echo year included; stocks are as of its end.";
    Table::new("quarters", about, fields(&columns()), |source| read(&columns(), &rows(source)))
}

fn rows<'a>(source: &'a RunSource) -> Vec<Row<'a>> {
    let history = &source.game.state().history;
    let before = std::iter::once(None).chain(history.iter().map(Some));
    history.iter().zip(before).map(|(record, before)| Row { game: &source.game, record, before }).collect()
}

impl Row<'_> {
    fn get(&self, quantity: Quantity) -> Cell {
        self.record.get(quantity).into()
    }

    fn dollars(&self, quantity: Quantity) -> Cell {
        dollars(self.record, quantity)
    }

    /// By how many dollars a number changed in the quarter.
    fn change(&self, quantity: Quantity) -> Cell {
        self.before.map(|before| Cell::whole(self.record.get(quantity) - before.get(quantity))).into()
    }

    /// A count of what happened in the quarter; nothing is counted at the start.
    fn count(&self, count: u32) -> Cell {
        self.before.map(|_| count).into()
    }

    /// Engineer-weeks of the quarter; none were worked at the start.
    fn weeks(&self, weeks: f64) -> Cell {
        self.before.map(|_| weeks).into()
    }
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    numbers().into_iter().chain(stocks()).chain(debt()).chain(capacity()).chain(counts()).chain(pay()).collect()
}

/// The quarter and the six numbers.
fn numbers<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("quarter", Holds::Quarter, "The quarter.", |row| row.record.quarter.into()),
        Column::new("echo", Holds::Flag, "Whether it belongs to the echo year, which runs by itself.", |row| {
            (row.record.quarter.0 > row.game.scenario().meta.quarters).into()
        }),
        Column::new("cash", Holds::Dollars, "Cash.", |row| row.dollars(Quantity::Cash)),
        Column::new("arr", Holds::Dollars, "Annual recurring revenue.", |row| row.dollars(Quantity::Arr)),
        Column::new(
            "quota_attainment",
            Holds::Ratio,
            "Bookings over quota; empty at the start and in the echo year, which have no quota.",
            |row| quota_attainment(row.game, row.record).into(),
        ),
        Column::new("gross_retention", Holds::Ratio, "Gross retention over four quarters.", |row| {
            row.record.gross_retention.into()
        }),
        Column::new("coherence", Holds::Share, "Product coherence.", |row| row.get(Quantity::Coherence)),
        Column::new("trust", Holds::Share, "Trust between product and sales.", |row| row.get(Quantity::Trust)),
    ]
}

fn stocks<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new(
            "quota",
            Holds::Dollars,
            "Quota of the quarter; empty at the start and in the echo year, where it is nobody's.",
            |row| quota_attainment(row.game, row.record).map(|_| row.dollars(Quantity::Quota)).into(),
        ),
        Column::new("bookings", Holds::Dollars, "New ARR signed in the quarter; empty at the start.", |row| {
            row.change(Quantity::Bookings)
        }),
        Column::new("lost_arr", Holds::Dollars, "ARR lost at renewals in the quarter; empty at the start.", |row| {
            row.change(Quantity::LostArr)
        }),
        Column::new("market_gap", Holds::Balance, "Market gap; below 0 the product is behind.", |row| {
            row.get(Quantity::Gap)
        }),
        Column::new("precedent", Holds::Share, "Precedent: how far the market expects bespoke work.", |row| {
            row.get(Quantity::Precedent)
        }),
        Column::new("confidence", Holds::Share, "The CEO's confidence.", |row| row.get(Quantity::Confidence)),
        Column::new("morale", Holds::Share, "Morale of engineering.", |row| row.get(Quantity::Morale)),
        Column::new("discovery", Holds::Share, "How well the product team knows its market.", |row| {
            row.get(Quantity::Discovery)
        }),
        Column::new("enablement", Holds::Share, "How well reps sell the standard product.", |row| {
            row.get(Quantity::Enablement)
        }),
        Column::new("engineering", Holds::Weeks, "Capacity of engineering on paper, per quarter.", |row| {
            row.get(Quantity::Engineering)
        }),
        Column::new("upkeep", Holds::Weeks, "Upkeep of bespoke work, per quarter.", |row| row.get(Quantity::Upkeep)),
        Column::new("backlog", Holds::Weeks, "Work promised and not done.", |row| row.get(Quantity::Backlog)),
    ]
}

/// Revenue debt as it truly is.
fn debt<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new(
            "debt_misfit",
            Holds::Dollars,
            "Revenue debt: ARR of customers, as far as they do not fit.",
            |row| Cell::whole(row.record.debt.misfit),
        ),
        Column::new("debt_promises", Holds::Dollars, "Revenue debt: what open promises will cost.", |row| {
            Cell::whole(row.record.debt.promises)
        }),
        Column::new(
            "debt_upkeep",
            Holds::Dollars,
            "Revenue debt: upkeep of bespoke work over eight quarters.",
            |row| Cell::whole(row.record.debt.upkeep),
        ),
        Column::new(
            "debt_interest",
            Holds::Dollars,
            "What the debt costs a quarter: support, upkeep, and expected loss at renewals above the base rate.",
            |row| Cell::whole(row.record.debt.interest),
        ),
    ]
}

/// Where the engineer-weeks of the quarter went.
fn capacity<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("weeks_lost_to_morale", Holds::Weeks, "Lost because of low morale; empty at the start.", |row| {
            row.weeks(row.record.capacity.morale)
        }),
        Column::new("weeks_lost_to_drag", Holds::Weeks, "Lost to incoherence and the usual drag.", |row| {
            row.weeks(row.record.capacity.drag)
        }),
        Column::new("weeks_lost_to_upkeep", Holds::Weeks, "Taken by upkeep.", |row| {
            row.weeks(row.record.capacity.upkeep)
        }),
        Column::new("weeks_lost_to_support", Holds::Weeks, "Taken by support for off-strategy customers.", |row| {
            row.weeks(row.record.capacity.support)
        }),
        Column::new("weeks_available", Holds::Weeks, "Left to be split.", |row| {
            row.weeks(row.record.capacity.available)
        }),
        Column::new("weeks_on_roadmap", Holds::Weeks, "Spent on the roadmap.", |row| {
            row.weeks(row.record.capacity.roadmap)
        }),
        Column::new("weeks_on_specials", Holds::Weeks, "Spent on specials.", |row| {
            row.weeks(row.record.capacity.specials)
        }),
        Column::new("weeks_on_repair", Holds::Weeks, "Spent on repair.", |row| row.weeks(row.record.capacity.repair)),
        Column::new("weeks_on_discovery", Holds::Weeks, "Spent on discovery.", |row| {
            row.weeks(row.record.capacity.discovery)
        }),
    ]
}

fn counts<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("deals_won", Holds::Count, "Deals won in the quarter; empty at the start.", |row| {
            row.count(row.record.won)
        }),
        Column::new("deals_lost", Holds::Count, "Deals lost in the quarter.", |row| row.count(row.record.lost)),
        Column::new("deals_opened", Holds::Count, "Deals that entered the pipeline.", |row| {
            row.count(row.record.opened)
        }),
        Column::new("deals_asking", Holds::Count, "Those of them that asked for a special.", |row| {
            row.count(row.record.asked)
        }),
        Column::new(
            "deals_asking_at_base",
            Holds::Count,
            "Those that would have asked at the precedent of the start: the base demand.",
            |row| row.count(row.record.base_asked),
        ),
        Column::new("customers_left", Holds::Count, "Customers that left in the quarter.", |row| {
            row.count(row.record.left)
        }),
    ]
}

/// The two payslips.
fn pay<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new(
            "product_pay",
            Holds::Dollars,
            "What the Product Lead earned in the quarter; empty at the start.",
            |row| row.change(Quantity::Bonus),
        ),
        Column::new("product_pay_total", Holds::Dollars, "What the Product Lead earned since the start.", |row| {
            row.dollars(Quantity::Bonus)
        }),
        Column::new(
            "sales_pay",
            Holds::Dollars,
            "What the Sales Lead earned in the quarter; empty at the start.",
            |row| row.change(Quantity::Commission),
        ),
        Column::new("sales_pay_total", Holds::Dollars, "What the Sales Lead earned since the start.", |row| {
            row.dollars(Quantity::Commission)
        }),
    ]
}
