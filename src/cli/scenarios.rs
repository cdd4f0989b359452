//! `off-roadmap scenarios`: lists the shelf.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{harmless, print};
use crate::scenario::{Item, Shelf, broken_texts};
use crate::text;

/// Runs the command.
#[must_use]
pub fn run() -> ExitCode {
    print(&list(&Shelf::default().list()))
}

/// The shelf as text: one line for each scenario, broken ones last, with its translations that cannot be used below.
#[must_use]
pub fn list(items: &[Item]) -> String {
    if items.is_empty() {
        return "The shelf is empty.\n".into();
    }
    let width = items.iter().map(|item| item.id.chars().count()).max().unwrap_or_default();
    let row = |id: &str, words: &str| format!("{:width$}  {}\n", harmless(id), harmless(words));
    let rows =
        |item: &Item| row(&item.id, &line(item)) + &texts(item).iter().map(|line| row("", line)).collect::<String>();
    items.iter().map(rows).collect()
}

/// One line for each translation of a scenario that is there but cannot be used.
fn texts(item: &Item) -> Vec<String> {
    let broken = |language: &String| broken_texts(item.scenario()?, language);
    let told = |path: PathBuf| {
        let path = quoted(&path.display().to_string());
        format!("its translation cannot be used; run `off-roadmap check {path}` to see why")
    };
    text::languages().iter().filter_map(broken).map(told).collect()
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

/// The argument to pass to `check` for this scenario.
fn place(item: &Item) -> String {
    match item.file.strip_prefix("built-in:") {
        Some(_) => item.id.clone(),
        None => quoted(&item.file),
    }
}

/// A path in quotes if a shell needs them.
fn quoted(path: &str) -> String {
    match path.contains(|c: char| c.is_whitespace() || c == '(' || c == '\'') {
        true => format!("\"{path}\""),
        false => path.to_owned(),
    }
}
