//! The data dictionary: what every column of every table means.

use super::cell::Cell;
use super::column::{Column, Field, Holds, cells, fields};
use super::table::Table;

/// A line of the dictionary: a column, or a table as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    table: &'static str,
    field: Option<Field>,
    about: &'static str,
}

/// Explains a table and then its columns.
#[must_use]
pub fn explained(table: &'static str, about: &'static str, fields: &[Field]) -> Vec<Entry> {
    let whole = Entry { table, field: None, about };
    let of = |field: &Field| Entry { table, field: Some(*field), about: field.about };
    std::iter::once(whole).chain(fields.iter().map(of)).collect()
}

/// The dictionary as a table of its own: its columns and its rows. `others` are entries of files that are not made from
/// runs.
#[must_use]
pub fn dictionary(tables: &[Table], others: &[Entry]) -> (Vec<Field>, Vec<Vec<Cell>>) {
    let columns = columns();
    let entries = tables.iter().flat_map(|table| explained(table.name, table.about, &table.fields()));
    let rows = entries.chain(others.iter().copied()).map(|entry| cells(&columns, &entry)).collect();
    (fields(&columns), rows)
}

fn columns() -> Vec<Column<Entry>> {
    vec![
        Column::new("table", Holds::Text, "The table, and its file without its ending.", |entry| entry.table.into()),
        Column::new("column", Holds::Text, "The column; empty where the table as a whole is explained.", |entry| {
            entry.field.map(|field| field.name).into()
        }),
        Column::new("type", Holds::Text, "How its values are kept.", |entry| {
            entry.field.map(|field| field.holds.kind().name()).into()
        }),
        Column::new("unit", Holds::Text, "The unit of a number.", |entry| {
            entry.field.map(|field| field.holds.unit()).into()
        }),
        Column::new("values", Holds::Text, "Which values are possible; words are spelled as in run files.", |entry| {
            entry.field.map(|field| field.holds.values()).into()
        }),
        Column::new("meaning", Holds::Text, "What it means, and when it is empty.", |entry| entry.about.into()),
    ]
}
