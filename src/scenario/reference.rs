//! Makes the field reference for authors from the types that a file is read into.

use std::fmt::Write;

use schemars::schema_for;
use serde_json::Value;

use super::model::Scenario;
use super::rules::PARAMETERS;

const INTRODUCTION: &str = "# Every field of a scenario file

Generated from the types of the program; do not edit it by hand. [README.md](README.md) shows how to write a scenario.
A file starts with `format: 1` and, if it builds on another one, `extends: \"base.ron\"`; these fields follow.
";

/// All fields, choices and rules, as Markdown.
#[must_use]
pub fn reference() -> String {
    let schema = schema_for!(Scenario).to_value();
    let mut page = INTRODUCTION.to_owned();
    page.push_str("\n## The file\n\n");
    fields(&mut page, &schema);
    for (name, part) in entries(&schema, "$defs") {
        section(&mut page, name, part);
    }
    rules(&mut page);
    page
}

fn section(page: &mut String, name: &str, part: &Value) {
    let _ = write!(page, "\n## {name}\n\n{}\n\n", about(part));
    if part.get("properties").is_some() {
        fields(page, part);
    } else {
        choices(page, part);
    }
}

fn fields(page: &mut String, part: &Value) {
    page.push_str("| field | value | meaning |\n|---|---|---|\n");
    for (name, field) in entries(part, "properties") {
        let optional = if required(part, name) { "" } else { " Optional." };
        let _ = writeln!(page, "| `{name}` | {} | {}{optional} |", kind(field), about(field));
    }
}

fn choices(page: &mut String, part: &Value) {
    page.push_str("| choice | |\n|---|---|\n");
    for choice in part.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
        let _ = writeln!(page, "| {} | {} |", written(choice), about(choice));
    }
}

/// A choice as an author writes it: `Name`, `Name(what it takes)` or `Name(field: …)`.
fn written(choice: &Value) -> String {
    if let Some(name) = choice.get("const").and_then(Value::as_str) {
        return format!("`{name}`");
    }
    let Some((name, inside)) = entries(choice, "properties").next() else { return kind(choice) };
    let named: Vec<String> =
        entries(inside, "properties").map(|(field, of)| format!("{field}: {}", kind(of))).collect();
    let inside = match (named.as_slice(), inside.get("prefixItems").and_then(Value::as_array)) {
        ([], Some(parts)) => row(parts),
        ([], None) => kind(inside),
        (named, _) => named.join(", "),
    };
    format!("`{name}` ({inside})")
}

/// What a field takes, in words for authors.
fn kind(of: &Value) -> String {
    if let Some(name) = of.get("$ref").and_then(Value::as_str).and_then(|place| place.rsplit('/').next()) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(parts) = of.get("prefixItems").and_then(Value::as_array) {
        return format!("({})", row(parts));
    }
    let name = match of.get("type") {
        // An optional value: its type, then null.
        Some(Value::Array(types)) => types.first().and_then(Value::as_str),
        name => name.and_then(Value::as_str),
    };
    match name {
        Some("integer") => "whole number".into(),
        Some("number") => "number".into(),
        Some("string") => "text".into(),
        Some("boolean") => "`true` or `false`".into(),
        Some("array") => format!("list of {}", of.get("items").map_or_else(String::new, kind)),
        Some("object") => {
            format!("map from name to {}", of.get("additionalProperties").map_or_else(String::new, kind))
        }
        _ => String::new(),
    }
}

fn row(parts: &[Value]) -> String {
    parts.iter().map(kind).collect::<Vec<_>>().join(", ")
}

fn rules(page: &mut String) {
    page.push_str("\n## The rules that `rules` may set\n\n| rule | default | from | to | |\n|---|---|---|---|---|\n");
    for rule in PARAMETERS {
        let _ = writeln!(page, "| `{}` | {} | {} | {} | {} |", rule.name, rule.default, rule.min, rule.max, rule.doc);
    }
}

/// The doc comment of a type or field, on one line.
fn about(part: &Value) -> String {
    let words = part.get("description").and_then(Value::as_str).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

fn entries<'a>(part: &'a Value, key: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    part.get(key).and_then(Value::as_object).into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn required(part: &Value, name: &str) -> bool {
    let names = part.get("required").and_then(Value::as_array);
    names.is_some_and(|names| names.iter().any(|required| required == name))
}
