//! Matching the names in a file with the names that exist.

use super::tree::{Field, Problem};
use crate::scenario::message::Message;

/// Most wrong names reported in one group.
const MOST_PROBLEMS: usize = 100;

/// The closest known name, if it is close enough to be what was meant.
pub fn suggest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 60;
    if unknown.len() > LONGEST {
        return None;
    }
    let unknown = unknown.to_lowercase();
    let allowed = (unknown.chars().count() / 3).clamp(1, 4);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&unknown, &name.to_lowercase()), name))
        .filter(|&(distance, _)| distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

/// Names as a readable list; a long list is cut.
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 30;
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let cut = if names.len() > MOST { ", …" } else { "" };
    format!("{}{cut}", names[..names.len().min(MOST)].join(", "))
}

/// Matches fields with the known names. Also returns what is wrong with the names.
///
/// A misspelt field is reported once and then read as the field that was meant, so it is not reported as missing too.
pub fn match_fields<'a>(
    fields: &'a [Field],
    known: &[&'static str],
    path: &str,
) -> (Vec<(&'static str, &'a Field)>, Vec<Problem>) {
    let mut matched: Vec<(&'static str, &Field)> = Vec::new();
    let mut problems = Vec::new();
    let present = |name: &str| fields.iter().any(|field| field.name == name);
    let absent: Vec<&'static str> = known.iter().copied().filter(|name| !present(name)).collect();
    for field in fields {
        if field.name.is_empty() {
            continue;
        }
        if problems.len() == MOST_PROBLEMS {
            break;
        }
        let exact = known.iter().find(|name| **name == field.name);
        let twice = exact.is_some_and(|name| matched.iter().any(|(other, _)| other == name));
        match exact {
            Some(_) if twice => {
                problems.push(at(field, path, "finding-field-twice", "hint-keep-one".into()));
            }
            Some(name) => matched.push((name, field)),
            None => {
                let free = absent.iter().copied().filter(|name| !matched.iter().any(|(other, _)| other == name));
                let meant = suggest(&field.name, free);
                let hint = match meant.or_else(|| suggest(&field.name, known.iter().copied())) {
                    Some(name) => Message::new("hint-did-you-mean").with("name", name),
                    None => Message::new("hint-fields-here").with("names", list(known.iter().copied())),
                };
                problems.push(at(field, path, "finding-no-field", hint));
                matched.extend(meant.map(|name| (name, field)));
            }
        }
    }
    (matched, problems)
}

fn at(field: &Field, path: &str, wrong: &'static str, hint: Message) -> Problem {
    let message = Message::new(wrong).with("field", field.name.as_str());
    Problem::new(field.span, join(path, &field.name), message, hint)
}

/// The path of a field in a group.
pub fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}
