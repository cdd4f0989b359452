//! Translations of a scenario: a file beside it that holds only texts, each under its place.
//!
//! A translation changes what people read, never what happens. The hash stays that of the scenario, so a run can be
//! continued in any language.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::file_name::without_ending;
use super::finding::Severity;
use super::message::Message;
use super::model::Scenario;
use super::read::{Kind, Node, Problem, Span};

/// Texts by place, such as `specials.castell.quote`. Elements of lists are named by id, or by number if they have none.
pub type Texts = BTreeMap<String, String>;

/// Fields that other parts of a scenario refer to, so they cannot be translated.
const REFERENCES: [&str; 6] = ["id", "hash", "segment", "theme", "winner", "policy"];

/// Fields whose texts are the same in every language: names, and sources of numbers.
const NAMES: [&str; 3] = ["customer", "names", "sources"];

/// A text with at most this many words may be a name or a label.
const WORDS_OF_A_NAME: usize = 3;

/// The name without its language, and the language: `scale-up` and `de` in `scale-up.de.ron`, `scale-up.DE.ron` and
/// `scale-up.de-AT.ron`; `None` for a scenario.
#[must_use]
pub fn language_of(file_name: &str) -> Option<(&str, String)> {
    let (name, tag) = without_ending(file_name)?.rsplit_once('.')?;
    let (language, region) = tag.split_once(['-', '_']).map_or((tag, None), |(tag, region)| (tag, Some(region)));
    let is_code = |code: &str| code.len() == 2 && code.chars().all(|letter| letter.is_ascii_alphabetic());
    (is_code(language) && region.is_none_or(is_code)).then(|| (name, language.to_ascii_lowercase()))
}

/// The texts in the tree of a translation.
///
/// # Errors
/// It holds something else.
pub fn texts(root: &Node) -> Result<Texts, Problem> {
    let wrong = |node: &Node, expected| Problem::new(node.head(), "", node.instead_of(expected), "hint-texts");
    let Kind::Map(entries) = &root.kind else { return Err(wrong(root, "kind-map")) };
    let text = |node: &Node| match &node.kind {
        Kind::Text(text) => Ok(text.clone()),
        _ => Err(wrong(node, "kind-text")),
    };
    entries.iter().map(|(place, words)| Ok((text(place)?, text(words)?))).collect()
}

/// The scenario with translated texts, and the places in `texts` that it does not have.
#[must_use]
pub fn translated(scenario: &Scenario, texts: &Texts) -> (Scenario, Vec<String>) {
    let unknown = |texts: &Texts| texts.keys().cloned().collect();
    let Ok(mut tree) = serde_json::to_value(scenario) else { return (scenario.clone(), unknown(texts)) };
    let mut lost = Vec::new();
    for (place, words) in texts {
        match find(&mut tree, place) {
            Some(text) => *text = words.clone(),
            None => lost.push(place.clone()),
        }
    }
    match serde_json::from_value::<Scenario>(tree) {
        Ok(translated) => (Scenario { origin: scenario.origin.clone(), ..translated }, lost),
        Err(_) => (scenario.clone(), unknown(texts)),
    }
}

/// What is wrong with a translation. A place that the scenario lacks or that is there twice, and a blank text, are
/// errors; all missing texts together are one warning.
#[must_use]
pub fn misfits(scenario: &Scenario, texts: &Texts, root: &Node) -> Vec<(Severity, Problem)> {
    let start = Span { file: 0, start: 0, end: 0 };
    let lost = translated(scenario, texts).1.into_iter().map(|place| {
        let message = Message::new("finding-no-text-at").with("place", place.as_str());
        let at = root.key(&place).unwrap_or(start);
        (Severity::Error, Problem::new(at, place, message, "hint-text-places"))
    });
    let mut seen = BTreeSet::new();
    let slips = entries(root).iter().filter_map(|(place, words)| {
        let (Kind::Text(name), Kind::Text(text)) = (&place.kind, &words.kind) else { return None };
        let (node, key, hint) = match (seen.insert(name), text.trim().is_empty()) {
            (false, _) => (place, "finding-place-twice", "hint-place-once"),
            (true, true) => (words, "finding-blank-translation", "hint-untranslated"),
            (true, false) => return None,
        };
        let message = Message::new(key).with("place", name.as_str());
        Some((Severity::Error, Problem::new(node.span, name.as_str(), message, hint)))
    });
    let left = untranslated(scenario, texts);
    let warning = left.first().map(|first| {
        let message = Message::new("finding-untranslated").with("count", left.len()).with("place", first.as_str());
        (Severity::Warning, Problem::new(start, "", message, "hint-untranslated"))
    });
    lost.chain(slips).chain(warning).collect()
}

/// The places and texts of a translation, as written.
fn entries(root: &Node) -> &[(Node, Node)] {
    match &root.kind {
        Kind::Map(entries) => entries,
        _ => &[],
    }
}

/// The places of sentences without a translation. Names and labels are ignored, as they may be the same in both
/// languages.
#[must_use]
pub fn untranslated(scenario: &Scenario, texts: &Texts) -> Vec<String> {
    let mut left = Vec::new();
    let Ok(mut tree) = serde_json::to_value(scenario) else { return left };
    for place in texts.keys() {
        if let Some(text) = find(&mut tree, place) {
            text.clear();
        }
    }
    sentences(&tree, &[], &mut left);
    left
}

/// Collects the places of texts that are longer than a name.
fn sentences(node: &Value, place: &[String], found: &mut Vec<String>) {
    let inside = |step: &str| [place, &[step.to_owned()]].concat();
    match node {
        Value::String(text) if text.split_whitespace().count() > WORDS_OF_A_NAME => found.push(place.join(".")),
        Value::Object(fields) => fields
            .iter()
            .filter(|(field, _)| !NAMES.contains(&field.as_str()))
            .for_each(|(field, value)| sentences(value, &inside(field), found)),
        Value::Array(elements) => elements.iter().enumerate().for_each(|(i, element)| {
            let id = element.get("id").and_then(Value::as_str).map_or_else(|| i.to_string(), str::to_owned);
            sentences(element, &inside(&id), found);
        }),
        _ => {}
    }
}

/// The text at a place. Fields of `meta`, such as `title`, are named without `meta`.
fn find<'a>(tree: &'a mut Value, place: &str) -> Option<&'a mut String> {
    let steps: Vec<&str> = place.split('.').collect();
    if steps.last().is_some_and(|last| REFERENCES.contains(last)) {
        return None;
    }
    let start = match steps.first() {
        Some(first) if tree.get(first).is_none() => tree.get_mut("meta")?,
        _ => tree,
    };
    match steps.iter().try_fold(start, |node, step| child(node, step))? {
        Value::String(text) => Some(text),
        _ => None,
    }
}

fn child<'a>(node: &'a mut Value, step: &str) -> Option<&'a mut Value> {
    match node {
        Value::Object(fields) => fields.get_mut(step),
        Value::Array(elements) => {
            let named = elements.iter().position(|element| element.get("id").and_then(Value::as_str) == Some(step));
            elements.get_mut(named.or_else(|| step.parse().ok())?)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_is_known_by_the_language_in_its_name() {
        let german = Some(("scale-up", "de".to_owned()));
        for name in ["scale-up.de.ron", "scale-up.DE.RON", "scale-up.de-AT.ron", "scale-up.de_at.ron"] {
            assert_eq!(language_of(name), german, "{name}");
        }
        assert_eq!(language_of("scale-up.ron"), None);
        assert_eq!(language_of("my.v2.ron"), None);
        assert_eq!(language_of("scale-up.de.txt"), None);
    }
}
