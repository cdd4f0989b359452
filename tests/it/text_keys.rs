//! Every text that the code uses exists, and every text that exists is used.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use off_roadmap::sim::Rule;
use off_roadmap::text::{self, DEFAULT_LANGUAGE, Text};

use super::sources::sources;

/// Keys that the code assembles start with one of these.
const COMPUTED: &[&str] = &["reason-", "persona-", "partner-", "term-", "note-"];
/// In these folders, every string literal that looks like a key is one; elsewhere only those passed to a [`Text`].
const WORDS_ONLY: [&str; 3] = ["src/terminal", "src/text", "src/view"];

fn is_key(literal: &str) -> bool {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let whole = !literal.ends_with('-');
    whole && literal.starts_with(|c: char| c.is_ascii_lowercase()) && literal.chars().all(sound)
}

/// The string literals of a source, each with what comes before it on the line.
fn literals(source: &str) -> Vec<(&str, &str)> {
    let code = source.split("#[cfg(test)]").next().unwrap_or(source);
    let mut found = Vec::new();
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let parts: Vec<&str> = line.split('"').collect();
        found.extend(parts.windows(2).step_by(2).map(|pair| (pair[0], pair[1])));
    }
    found
}

fn asks_for_text(before: &str) -> bool {
    ["text.get(", "text.with(", "text.has("].iter().any(|call| before.ends_with(call))
}

fn defined() -> Vec<String> {
    let mut keys = Vec::new();
    for source in text::sources(DEFAULT_LANGUAGE) {
        let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let key = |line: &str| line.split(" =").next().unwrap_or(line).to_owned();
        keys.extend(source.lines().filter(starts).map(key));
    }
    keys
}

#[test]
fn the_language_files_have_no_mistakes_and_no_key_twice() {
    for source in text::sources(DEFAULT_LANGUAGE) {
        if let Err((_, mistakes)) = FluentResource::try_new(source.to_owned()) {
            panic!("{mistakes:?}");
        }
    }
    let mut seen = BTreeSet::new();
    let twice: Vec<String> = defined().into_iter().filter(|key| !seen.insert(key.clone())).collect();
    assert_eq!(twice, Vec::<String>::new());
}

#[test]
fn every_text_that_the_code_asks_for_exists() {
    let text = Text::default();
    let mut missing = BTreeSet::new();
    let mut look = |folder: &str, all: bool| {
        for (path, source) in sources(folder) {
            for (before, literal) in literals(&source) {
                let meant = asks_for_text(before) || all && literal.contains('-');
                if meant && is_key(literal) && !text.has(literal) {
                    missing.insert(format!("{literal} in {path}"));
                }
            }
        }
    };
    look("src", false);
    for folder in WORDS_ONLY {
        look(folder, true);
    }
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn every_rule_every_refusal_and_every_finding_has_a_text() {
    let text = Text::default();
    let missing: Vec<&str> = Rule::ALL.iter().map(|rule| rule.key()).filter(|key| !text.has(key)).collect();
    assert_eq!(missing, Vec::<&str>::new());
    // The reasons for a refusal cannot be listed, but their keys are literals in the source.
    for (_, source) in sources("src/sim") {
        for (_, literal) in literals(&source) {
            if literal.starts_with("refusal-") {
                assert!(text.has(literal), "{literal} has no text");
            }
        }
    }
    // The same is true of the findings about a scenario.
    for (path, source) in sources("src/scenario") {
        for (_, literal) in literals(&source) {
            let told = ["finding-", "hint-", "kind-", "load-", "bound-"].iter().any(|start| literal.starts_with(start));
            assert!(!told || text.has(literal), "{literal} in {path} has no text");
        }
    }
}

#[test]
fn no_text_is_there_for_nothing() {
    let mut used = BTreeSet::new();
    for (_, source) in sources("src") {
        used.extend(literals(&source).into_iter().map(|(_, literal)| literal.to_owned()));
    }
    // A text for one person who plays alone has the same key as the one for two, with a suffix.
    let asked = |key: &String| used.contains(key.strip_suffix("-alone").unwrap_or(key));
    let spare = |key: &String| !asked(key) && !COMPUTED.iter().any(|prefix| key.starts_with(prefix));
    let unused: Vec<String> = defined().into_iter().filter(spare).collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn a_key_without_text_shows_as_itself() {
    assert_eq!(Text::default().get("no-such-key"), "⟨no-such-key⟩");
    assert_eq!(Text::new("xx").get("seat-sales"), "⟨seat-sales⟩");
}

/// The keys of a language, each with the variables of its text.
fn entries(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut entries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text::sources(language).into_iter().flat_map(str::lines) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            line.split(" =").next().unwrap_or(line).clone_into(&mut key);
        }
        if line.starts_with('#') || key.is_empty() {
            continue;
        }
        let values = entries.entry(key.clone()).or_default();
        values.extend(
            line.split('$')
                .skip(1)
                .map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect::<String>()),
        );
    }
    entries
}

#[test]
fn every_language_has_every_text_with_the_same_values_and_no_mistake() {
    let english = entries(DEFAULT_LANGUAGE);
    assert!(text::languages().len() > 1, "there is more than one language");
    for language in text::languages() {
        let other = entries(&language);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let spare: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert_eq!((missing, spare), (Vec::new(), Vec::new()), "{language}");
        let differ: Vec<_> = english.iter().filter(|(key, values)| other.get(*key) != Some(values)).collect();
        assert_eq!(differ, Vec::new(), "{language}");
        for source in text::sources(&language) {
            assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{language}: a broken entry");
        }
    }
}
