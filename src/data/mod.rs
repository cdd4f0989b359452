//! Runs as tables, for those who study them: every decision, stance, prediction, ledger entry and true value, with the
//! words of the files instead of those of a language.
//!
//! | module | what it is |
//! |---|---|
//! | `cell` | one value |
//! | `column` | what a column is called, holds and means, and how it is read: its only definition |
//! | `source` | a run of which tables are made, and when each of its commands was signed |
//! | `table` | all tables, and what every row of them begins with |
//! | `tables` | the tables, one file each |
//! | `origin` | where a change of a number comes from if no decision led to it |
//! | `dictionary` | what every column means, made from the same definitions |
//! | `write` | tables as CSV, JSON or Parquet |
//!
//! It shows everything that is hidden in a game, so nothing of it may reach a player before the end.

mod cell;
mod column;
mod dictionary;
mod origin;
mod source;
mod table;
mod tables;
mod write;

pub use cell::Cell;
pub use column::{Column, Field, Holds, cells, fields};
pub use dictionary::{Entry, dictionary, explained};
pub use origin::Origin;
pub use source::{Moment, RunSource};
pub use table::{Table, tables};
pub use write::{CsvForm, Format, Writer};
