//! `off-roadmap scenarios`: lists the shelf.

use std::process::ExitCode;

use super::{harmless, print};
use crate::scenario::{Item, Shelf};

/// Runs the command.
#[must_use]
pub fn run() -> ExitCode {
    print(&list(&Shelf::default().list()))
}

/// The shelf as text: one line for each scenario, broken ones last.
#[must_use]
pub fn list(items: &[Item]) -> String {
    if items.is_empty() {
        return "The shelf is empty.\n".into();
    }
    let width = items.iter().map(|item| item.id.chars().count()).max().unwrap_or_default();
    items.iter().map(|item| format!("{:width$}  {}\n", harmless(&item.id), harmless(&line(item)))).collect()
}

fn line(item: &Item) -> String {
    match item.scenario() {
        Some(scenario) => {
            let meta = &scenario.meta;
            let stars = "*".repeat(meta.difficulty.into());
            format!("{:3} min  {:2} quarters  {stars:5}  {}", meta.minutes, meta.quarters, meta.title)
        }
        None => {
            let errors = item.checked.report.errors().count();
            let plural = if errors == 1 { "" } else { "s" };
            format!("cannot be played: {errors} error{plural}; run `off-roadmap check {}` to see them", place(item))
        }
    }
}

/// The argument to pass to `check` for this scenario, quoted for a shell where needed.
fn place(item: &Item) -> String {
    match item.file.strip_prefix("built-in:") {
        Some(_) => item.id.clone(),
        None if item.file.contains(|c: char| c.is_whitespace() || c == '(' || c == '\'') => {
            format!("\"{}\"", item.file)
        }
        None => item.file.clone(),
    }
}
