//! Runs as tables: what is in them, what the dictionary says of it, and how it is written.

mod formats;
mod tables;

use std::collections::BTreeMap;
use std::sync::Arc;

use off_roadmap::data::{Cell, Moment, RunSource, tables};
use off_roadmap::policy;
use off_roadmap::run::{Log, RunFile, Session, Team};
use off_roadmap::scenario::{Scenario, Shelf};

/// A scenario of four quarters.
fn short() -> Arc<Scenario> {
    scenario(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scenarios/minimal.ron"))
}

fn scenario(id: &str) -> Arc<Scenario> {
    Arc::new(Shelf::default().load(id).expect("it is a scenario"))
}

/// A finished run of a policy.
fn run(scenario: &Arc<Scenario>, policy: &str, seed: u64) -> RunFile {
    let mut session = Session::new(scenario.clone(), seed, Team::named("Aspen", scenario), None);
    session.play_by(policy::by_id(policy).expect("it is built in"));
    session.run().clone()
}

/// A run that a policy left when it had signed this often.
fn begun(scenario: &Arc<Scenario>, signatures: usize) -> Log {
    let mut log = Log::new(scenario.clone(), 7, Team::named("Aspen", scenario));
    let policy = policy::by_id("quadrant").expect("it is built in");
    for _ in 0..signatures {
        let step = log.game().steps().into_iter().next().expect("it goes on");
        let command = policy::command(policy, log.game(), &step).expect("it has an answer");
        log.execute(&command).expect("it is allowed");
    }
    log
}

/// The rows of a table, each as its values by column.
fn rows(name: &str, run: &RunFile, scenario: &Arc<Scenario>, moments: &[Moment]) -> Vec<BTreeMap<&'static str, Cell>> {
    let source = RunSource::new("aspen", None, run, scenario, moments).expect("it can be played again");
    let table = tables().into_iter().find(|table| table.name == name).expect("there is such a table");
    let names: Vec<&str> = table.fields().iter().map(|field| field.name).collect();
    table.rows(&source).into_iter().map(|row| names.iter().copied().zip(row).collect()).collect()
}

/// A number of a row.
fn number(row: &BTreeMap<&str, Cell>, column: &str) -> f64 {
    match row[column] {
        Cell::Whole(number) => number as f64,
        Cell::Real(number) => number,
        ref other => panic!("{column} is {other:?}"),
    }
}

/// A text of a row; empty if there is none.
fn text(row: &BTreeMap<&str, Cell>, column: &str) -> String {
    match &row[column] {
        Cell::Text(text) => text.clone(),
        Cell::Empty => String::new(),
        other => panic!("{column} is {other:?}"),
    }
}
