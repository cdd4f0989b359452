//! A scenario's own file merged with the files it extends into one set of fields.

use std::collections::BTreeSet;

use super::finding::Source;
use super::message::Message;
use super::migrate::migrate;
use super::read::{Field, Kind, Node, Parsed, Problem, Span, match_fields, parse, steps};

/// The top-level fields of a file.
pub const FIELDS: &[&str] = &[
    "format",
    "extends",
    "id",
    "meta",
    "company",
    "segments",
    "themes",
    "quota",
    "specials",
    "templates",
    "names",
    "named_per_quarter",
    "roles",
    "briefings",
    "events",
    "gates",
    "predictions",
    "rules",
    "goals",
    "prompts",
    "debrief",
    "winner",
    "tests",
];

/// Fields that are not inherited from an extended file.
const OWN: &[&str] = &["format", "extends", "id", "meta", "winner", "tests"];

/// A longer chain of files is surely a mistake.
const LONGEST_CHAIN: usize = 8;

/// Where extended files come from.
pub trait Bases {
    /// The file that `from` names in its `extends`, or why it was not found.
    fn base(&self, from: &Source, wanted: &str) -> Result<Source, Message>;
}

/// The fields of a scenario, each with its place in one of the source files.
pub struct Document {
    /// The beginning of the scenario's own file.
    pub start: Span,
    /// The fields, including those from the base.
    pub fields: Vec<Field>,
    /// Whether the file is only for extending: it has neither an `id` nor a `meta`.
    pub is_base: bool,
    /// Whether fields may be missing because the file is a base or some of it could not be read.
    pub partial: bool,
}

impl Document {
    /// Reads a file and the files it extends; adds all opened files to `sources`.
    pub fn read(
        source: Source,
        bases: &dyn Bases,
        sources: &mut Vec<Source>,
        problems: &mut Vec<Problem>,
    ) -> Result<Self, Problem> {
        let file = sources.len();
        let Parsed { root, problems: mut slips } = parse(&source.text, file);
        sources.push(source);
        let root = match (root, slips.pop()) {
            (None, Some(last)) => {
                problems.extend(slips);
                return Err(last);
            }
            (root, last) => {
                problems.extend(slips.into_iter().chain(last));
                root.unwrap_or(Node { span: Span { file, start: 0, end: 0 }, kind: Kind::Broken })
            }
        };
        let mut fields = own_fields(&root, problems)?;
        let has = |name: &str| fields.iter().any(|field| field.name == name);
        let is_base = !has("id") && !has("meta");
        let mut document =
            Self { start: root.head(), partial: is_base || root.has_gaps(), is_base, fields: Vec::new() };
        if let Some(extends) = fields.iter().find(|field| field.name == "extends") {
            match base_of(extends, file, bases, sources, problems) {
                Ok(base) => {
                    document.partial |= base.partial && !base.is_base;
                    inherit(&mut fields, base.fields);
                }
                Err(problem) => {
                    problems.push(problem);
                    document.partial = true;
                }
            }
        }
        document.fields = fields;
        Ok(document)
    }

    /// A top-level field.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The place of a key in a map field, or the beginning of the file.
    pub fn key(&self, map: &str, key: &str) -> Span {
        self.field(map).and_then(|field| field.value.key(key)).unwrap_or(self.start)
    }

    /// The place of a path like `specials[3].theme`, or of the longest part of it that exists.
    pub fn span(&self, path: &str) -> Span {
        let mut steps = steps(path);
        let Some(field) = steps.next().and_then(|name| self.field(name)) else { return self.start };
        let mut node = &field.value;
        for step in steps {
            let Some(child) = node.child(step) else { break };
            node = child;
        }
        node.head()
    }
}

/// The fields of one file, migrated to the current format, with misspelt names corrected.
fn own_fields(root: &Node, problems: &mut Vec<Problem>) -> Result<Vec<Field>, Problem> {
    let mut fields = match &root.kind {
        Kind::Struct(_, fields) => fields.clone(),
        Kind::Tuple(_, items) if items.is_empty() => Vec::new(),
        _ => {
            let message = Message::new("finding-no-scenario").with("found", root.describe());
            let hint = if matches!(root.kind, Kind::Map(_)) { "hint-no-json" } else { "hint-scenario" };
            return Err(Problem::new(root.head(), "", message, hint));
        }
    };
    fields.iter_mut().filter(|field| field.name != "rules").for_each(|field| straighten(&mut field.value, problems));
    migrate(root, &mut fields)?;
    let (matched, wrong) = match_fields(&fields, FIELDS, "");
    problems.extend(wrong);
    Ok(matched.into_iter().map(|(name, field)| Field { name: name.into(), ..field.clone() }).collect())
}

/// Reads `{ name: value }` as `(name: value)` and reports it; only `rules` is a map.
fn straighten(node: &mut Node, problems: &mut Vec<Problem>) {
    if let Kind::Map(entries) = &mut node.kind {
        let name = |key: &Node| match &key.kind {
            Kind::Word(name) | Kind::Text(name) => name.clone(),
            _ => String::new(),
        };
        let entries = std::mem::take(entries).into_iter();
        let fields = entries.map(|(key, value)| Field { name: name(&key), span: key.span, value }).collect();
        let at = Span { end: node.span.start + 1, ..node.span };
        if !problems.iter().any(|problem| problem.span.start == at.start && problem.span.file == at.file) {
            problems.push(Problem::new(at, "", "finding-curly", "hint-fields"));
        }
        node.kind = Kind::Struct(None, fields);
    }
    match &mut node.kind {
        Kind::Struct(_, fields) => fields.iter_mut().for_each(|field| straighten(&mut field.value, problems)),
        Kind::List(items) | Kind::Tuple(_, items) => items.iter_mut().for_each(|item| straighten(item, problems)),
        _ => {}
    }
}

/// Reads the file named by `extends`.
fn base_of(
    extends: &Field,
    file: usize,
    bases: &dyn Bases,
    sources: &mut Vec<Source>,
    problems: &mut Vec<Problem>,
) -> Result<Document, Problem> {
    let wrong =
        |message: Message, hint: &'static str| Err(Problem::new(extends.value.head(), "extends", message, hint));
    let Kind::Text(wanted) = &extends.value.kind else {
        return wrong(extends.value.instead_of("kind-file-name"), "hint-extends");
    };
    let base = match bases.base(&sources[file], wanted) {
        Ok(base) => base,
        Err(reason) => return wrong(reason, "hint-base"),
    };
    if sources.iter().any(|source| source.name == base.name) {
        return wrong(Message::new("finding-circle").with("file", wanted.as_str()), "hint-remove-extends");
    }
    if sources.len() >= LONGEST_CHAIN {
        return wrong(Message::new("finding-long-chain").with("most", LONGEST_CHAIN), "hint-common-parts");
    }
    Document::read(base, bases, sources, problems)
}

/// Adds the fields that a file inherits from its base.
fn inherit(fields: &mut Vec<Field>, base: Vec<Field>) {
    for theirs in base.into_iter().filter(|field| !OWN.contains(&field.name.as_str())) {
        match fields.iter_mut().find(|field| field.name == theirs.name) {
            None => fields.push(theirs),
            Some(mine) if mine.name == "rules" => add_rules(&mut mine.value, theirs.value),
            Some(_) => {}
        }
    }
}

/// Adds the base's rules that the file does not set itself.
fn add_rules(mine: &mut Node, theirs: Node) {
    let (Kind::Map(mine), Kind::Map(theirs)) = (&mut mine.kind, theirs.kind) else { return };
    let key = |node: &Node| match &node.kind {
        Kind::Text(text) => Some(text.clone()),
        _ => None,
    };
    let own: BTreeSet<Option<String>> = mine.iter().map(|(name, _)| key(name)).collect();
    mine.extend(theirs.into_iter().filter(|(name, _)| !own.contains(&key(name))));
}
