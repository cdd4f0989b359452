//! All tables of a run, and what every row of them begins with.

use super::cell::Cell;
use super::column::{Column, Field, Holds, cells, fields};
use super::source::RunSource;
use super::tables::{cards, decisions, ledger, predictions, quarters, runs, stances};

/// A table: the rows of many runs, one run after another.
pub struct Table {
    /// Its name, and that of its file.
    pub name: &'static str,
    /// What its rows are.
    pub about: &'static str,
    own: Vec<Field>,
    read: fn(&RunSource) -> Vec<Vec<Cell>>,
}

impl Table {
    /// A table with these columns after those that every table has; `read` gives the values of its own columns.
    pub(super) fn new(
        name: &'static str,
        about: &'static str,
        own: Vec<Field>,
        read: fn(&RunSource) -> Vec<Vec<Cell>>,
    ) -> Self {
        Self { name, about, own, read }
    }

    /// Its columns, in order.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        fields(&head()).into_iter().chain(self.own.iter().copied()).collect()
    }

    /// The rows of a run.
    #[must_use]
    pub fn rows(&self, source: &RunSource) -> Vec<Vec<Cell>> {
        let head = cells(&head(), source);
        (self.read)(source).into_iter().map(|row| head.iter().cloned().chain(row).collect()).collect()
    }
}

/// The tables, in the order in which they are explained.
#[must_use]
pub fn tables() -> Vec<Table> {
    vec![
        runs::table(),
        quarters::table(),
        decisions::table(),
        stances::table(),
        predictions::table(),
        cards::table(),
        ledger::table(),
    ]
}

/// What every row begins with, so that it can be understood by itself.
fn head<'a>() -> Vec<Column<RunSource<'a>>> {
    vec![
        Column::new(
            "run",
            Holds::Text,
            "The run: the name of its file without its ending, and of the folder if two files have the same name.",
            |source| source.name.into(),
        ),
        Column::new("scenario", Holds::Text, "Id of the scenario.", |source| source.scenario().id.as_str().into()),
        Column::new(
            "scenario_hash",
            Holds::Text,
            "Hash of the meaning of the scenario. Runs with the same hash and the same seed have the same cards and \
             dice.",
            |source| source.scenario().hash.as_str().into(),
        ),
        Column::new("engine", Holds::Text, "Version of the program that wrote the run.", |source| {
            source.run.engine.strip_prefix("off-roadmap ").unwrap_or(&source.run.engine).into()
        }),
        Column::new(
            "seed",
            Holds::Text,
            "Seed of every draw: a whole number from 0 to 18446744073709551615, as text, because many programs are \
             exact only up to 2^53.",
            |source| source.run.seed.to_string().into(),
        ),
    ]
}
