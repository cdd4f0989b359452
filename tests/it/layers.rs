//! The order of the layers: a file uses only layers below its own, so there are no upward or circular imports.

use std::path::Path;

use super::sources::sources;

/// The layers from the lowest to the highest. Those on one step do not know each other.
const LAYERS: [&[&str]; 17] = [
    &["ids"],
    &["scenario"],
    &["sim"],
    &["sight"],
    &["policy", "text"],
    &["run"],
    &["lab"],
    &["view", "data"],
    &["chart"],
    &["slide"],
    &["play"],
    &["terminal", "page", "room"],
    &["journal"],
    &["bots"],
    &["web"],
    &["app"],
    &["cli"],
];

/// Files that may use every layer.
const ROOTS: [&str; 2] = ["lib", "main"];

fn step(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|step| step.contains(&layer))
}

/// The code of a source: no comments, no texts.
fn code(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(letter) = rest.chars().next() {
        let skipped = match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => text_length(rest),
            // A quote sign as a character.
            '\'' if rest.starts_with("'\"'") => 3,
            '\'' if rest.starts_with("'\\\"'") => 4,
            _ => {
                code.push(letter);
                letter.len_utf8()
            }
        };
        rest = &rest[skipped..];
    }
    code
}

/// How long a text at the start of a source is.
fn text_length(source: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in source.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    source.len()
}

/// The first names of the paths behind a place in the code: one, or those of a group in braces.
fn names(behind: &str) -> Vec<&str> {
    let word = |text: &str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let Some(group) = behind.strip_prefix('{') else { return vec![&behind[..word(behind)]] };
    let mut depth = 0;
    let mut found = Vec::new();
    let mut at_start = true;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            _ if letter.is_whitespace() => {}
            _ if at_start => {
                found.push(&group[at..at + word(&group[at..])]);
                at_start = false;
            }
            _ => {}
        }
    }
    found
}

/// The layers that a file names, by paths from the root of the crate. `depth` is how many modules lie around its code.
fn named(code: &str, depth: usize) -> Vec<String> {
    let from_root = code.match_indices("crate::").map(|(at, root)| &code[at + root.len()..]);
    let upwards = "super::".repeat(depth);
    let from_here = code.match_indices(&upwards).map(|(at, way)| code[at + way.len()..].trim_start_matches("super::"));
    let all = from_root.chain(from_here).flat_map(names);
    all.filter(|name| step(name).is_some()).map(str::to_owned).collect()
}

/// The layers that a file may not name and does.
fn wrong_imports(file: &str, source: &str) -> Vec<String> {
    let path = Path::new(file).with_extension("");
    let mut modules: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
    if modules.last() == Some(&"mod") {
        modules.pop();
    }
    let Some(own) = modules.first().copied().filter(|own| !ROOTS.contains(own)) else { return Vec::new() };
    let Some(here) = step(own) else { return vec![format!("{file}: {own} is no layer")] };
    let named = named(&code(source), modules.len());
    let wrong = named.into_iter().filter(|name| name != own && step(name).is_some_and(|step| step >= here));
    wrong.map(|name| format!("{file} names {name}")).collect()
}

#[test]
fn no_file_names_a_layer_above_its_own() {
    let all = sources("src");
    assert!(all.len() > 200, "only {} files were read", all.len());
    let wrong: Vec<String> = all.iter().flat_map(|(file, source)| wrong_imports(file, source)).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_layer_is_a_folder() {
    let all = sources("src");
    for layer in LAYERS.iter().flat_map(|step| step.iter()) {
        let folder = format!("{layer}/");
        assert!(all.keys().any(|file| file.starts_with(&folder)), "{layer}");
    }
}

#[test]
fn a_planted_upward_import_is_found_however_it_is_written() {
    for (file, planted) in [
        ("sim/state.rs", "use crate::view::Wall;"),
        ("sim/execute/close/work.rs", "use crate::{ids::DealId, text::{self, Text}};"),
        ("view/card.rs", "fn f() { crate::terminal::columns() }"),
        ("view/card.rs", "use super::super::app::Director;"),
        ("view/mod.rs", "pub use super::cli::run;"),
        ("scenario/model.rs", "let text = '\"'; use crate::sim::Game; let other = '\"';"),
        ("policy/paid.rs", "use crate::text::Text;"),
        ("ids/mod.rs", "use crate::scenario::Scenario;"),
        ("attic/mod.rs", "use crate::ids::Seat;"),
    ] {
        assert_eq!(wrong_imports(file, planted).len(), 1, "{file}: {planted}");
    }
    for (file, fine) in [
        ("view/card.rs", "use crate::sim::{Deal, Fact}; use super::card::app;"),
        ("sim/state.rs", "// crate::view would be wrong\nlet told = \"crate::view \\\" crate::app\";"),
        ("app/director/play/page.rs", "use super::super::super::theme::Tone; use crate::view;"),
        ("main.rs", "use off_roadmap::cli;"),
    ] {
        assert_eq!(wrong_imports(file, fine), Vec::<String>::new(), "{file}: {fine}");
    }
}
