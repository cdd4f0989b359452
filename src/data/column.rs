//! The definition of a column: its name, what it holds, what it means, and how it is read. Tables, the types in a
//! Parquet file and the data dictionary are all made from it, so none of them can be out of date.

use super::cell::Cell;

/// A column as those who use a table know it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name, in `snake_case`.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// What it means, and when it is empty.
    pub about: &'static str,
}

/// A column of a table whose rows are read from an `R`.
pub struct Column<R> {
    field: Field,
    read: fn(&R) -> Cell,
}

impl<R> Column<R> {
    /// Defines a column.
    pub const fn new(name: &'static str, holds: Holds, about: &'static str, read: fn(&R) -> Cell) -> Self {
        Self { field: Field { name, holds, about }, read }
    }
}

/// The columns as those who use the table know them.
#[must_use]
pub fn fields<R>(columns: &[Column<R>]) -> Vec<Field> {
    columns.iter().map(|column| column.field).collect()
}

/// The values of a row.
#[must_use]
pub fn cells<R>(columns: &[Column<R>], row: &R) -> Vec<Cell> {
    columns.iter().map(|column| (column.read)(row)).collect()
}

/// What a column holds: its type, its unit and the values that are possible.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// A text.
    Text,
    /// One of several words, spelled as in run files.
    Word(fn() -> Vec<String>),
    /// What was decided or done, as JSON in the words of run files.
    Json,
    /// A moment in UTC, such as `2026-12-01T09:30:00Z`.
    Time,
    /// Yes or no.
    Flag,
    /// How many, or the position in a list.
    Count,
    /// The number by which a run names a deal, customer, special or decision.
    Id,
    /// A quarter; 0 is the start, and the echo year follows the last one that is played.
    Quarter,
    /// Whole dollars; negative if they are lost.
    Dollars,
    /// Engineer-weeks.
    Weeks,
    /// Seconds.
    Seconds,
    /// A share of a whole, 0..1.
    Share,
    /// A stock that can be better or worse than the others', −1..1.
    Balance,
    /// A part of something that can be more than the whole: 1 is 100 %.
    Ratio,
    /// How many times something else.
    Factor,
    /// Points, 0..100.
    Points,
    /// A number in the unit that the column `unit` names.
    Number,
}

/// How values are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Number,
    Boolean,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
        }
    }
}

impl Holds {
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Text | Self::Word(_) | Self::Json | Self::Time => Kind::Text,
            Self::Flag => Kind::Boolean,
            Self::Count | Self::Id | Self::Quarter | Self::Dollars | Self::Points => Kind::Integer,
            Self::Weeks | Self::Seconds | Self::Share | Self::Balance | Self::Ratio | Self::Factor | Self::Number => {
                Kind::Number
            }
        }
    }

    /// The unit; empty if it has none.
    pub(super) fn unit(self) -> &'static str {
        match self {
            Self::Text | Self::Word(_) | Self::Json | Self::Flag | Self::Id => "",
            Self::Time => "UTC",
            Self::Count => "count",
            Self::Quarter => "quarter",
            Self::Dollars => "dollars",
            Self::Weeks => "engineer-weeks",
            Self::Seconds => "seconds",
            Self::Share | Self::Balance | Self::Ratio => "share",
            Self::Factor => "times",
            Self::Points => "points",
            Self::Number => "see the column unit",
        }
    }

    /// Which values are possible.
    pub(super) fn values(self) -> String {
        match self {
            Self::Word(all) => return all().join(" | "),
            Self::Text => "any text",
            Self::Json => "JSON",
            Self::Time => "YYYY-MM-DDThh:mm:ss…Z",
            Self::Flag => "true | false",
            Self::Count | Self::Id => "0 or more",
            Self::Quarter => "0 is the start; numbers after the last quarter played are the echo year",
            Self::Dollars | Self::Number => "any; negative is less",
            Self::Weeks | Self::Seconds => "0 or more",
            Self::Share => "0 to 1",
            Self::Balance => "-1 to 1",
            Self::Ratio => "1 is 100 %",
            Self::Factor => "any",
            Self::Points => "0 to 100",
        }
        .to_owned()
    }
}
