//! The hash by which a run recognises its scenario: computed from what the files mean, not how they are written.
//!
//! A byte order mark, line endings, white space, comments, the order of fields, and moving a part into an extended file
//! do not change it. Earlier versions hashed the text; [`former`] keeps their runs valid.

use std::collections::BTreeSet;

use super::read::{Field, Kind, Node};

/// Fields that do not affect a game.
const NO_PART_OF_A_GAME: [&str; 3] = ["format", "extends", "tests"];

/// The hash of all fields of a scenario, including inherited ones.
pub fn hash(fields: &[Field]) -> String {
    let played = fields.iter().filter(|field| !NO_PART_OF_A_GAME.contains(&field.name.as_str()));
    blake3::hash(members(played).as_bytes()).to_hex().to_string()
}

/// The hashes that earlier versions could have given these files. They hashed the text with normalised line endings,
/// and an editor may have added or removed a few things since.
pub fn former(texts: &[String]) -> BTreeSet<String> {
    let Some((own, bases)) = texts.split_first() else { return BTreeSet::new() };
    let as_it_is = |text: &str| text.replace("\r\n", "\n");
    let ways: [fn(&str) -> String; 4] = [
        |text| text.replace("\r\n", "\n"),
        |text| text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        normal,
        |text| normal(text).trim_end().to_owned(),
    ];
    let mut hashes = BTreeSet::new();
    for way in ways {
        for base in [as_it_is, normal] {
            let texts = std::iter::once(way(own)).chain(bases.iter().map(|text| base(text)));
            hashes.insert(hash_of_texts(texts));
        }
    }
    hashes
}

/// A text without what editors add or remove unasked: the byte order mark, white space at the ends of lines, empty
/// lines at the end, and other systems' line endings.
pub fn normal(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned() + "\n"
}

fn hash_of_texts(texts: impl Iterator<Item = String>) -> String {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// A value in a canonical spelling.
fn plain(node: &Node) -> String {
    let list = |items: &[Node]| items.iter().map(plain).collect::<Vec<_>>().join(",");
    let named = |name: &Option<String>, inside: String| format!("{}({inside})", name.as_deref().unwrap_or_default());
    match &node.kind {
        Kind::Bool(value) => value.to_string(),
        Kind::Number(written) => number(written),
        Kind::Text(text) => format!("{:?}", normal(text).trim_end()),
        Kind::Word(word) => word.clone(),
        Kind::Broken => String::new(),
        Kind::List(items) => format!("[{}]", list(items)),
        Kind::Tuple(name, items) => named(name, list(items)),
        Kind::Struct(name, fields) => named(name, members(fields.iter())),
        Kind::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}:{}", plain(key), plain(value)));
            format!("{{{}}}", sorted(entries))
        }
    }
}

fn members<'a>(fields: impl Iterator<Item = &'a Field>) -> String {
    sorted(fields.map(|field| format!("{}:{}", field.name, plain(&field.value))))
}

/// The order of fields and keys does not matter.
fn sorted(parts: impl Iterator<Item = String>) -> String {
    let mut parts: Vec<String> = parts.collect();
    parts.sort();
    parts.join(",")
}

/// Writes `0.50` as `0.5`, and `+7` as `7`.
fn number(written: &str) -> String {
    written.parse::<f64>().map_or_else(|_| written.to_owned(), |value| value.to_string())
}
