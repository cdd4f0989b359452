//! The content of a file before it is checked.

use serde::de::DeserializeOwned;

use super::document::Document;
use super::message::Message;
use super::model::{
    Briefing, Card, Claim, Company, Gate, Measure, Meta, Names, News, Quota, Roles, RuleOverride, Segment, Template,
    Theme,
};
use super::read::{Kind, Node, Problem, Reader};
use super::rules::PARAMETERS;

/// Predictions of a scenario that names none.
const PREDICTIONS: [Measure; 4] = [Measure::Bookings, Measure::Coherence, Measure::GrossRetention, Measure::Arr];
/// Hand-written prospects per quarter if the scenario does not say.
const NAMED_PER_QUARTER: u8 = 3;

/// The content of a file; a field is `None` if it is missing or could not be read.
pub struct Draft {
    pub id: Option<String>,
    pub meta: Option<Meta>,
    pub company: Option<Company>,
    pub segments: Option<Vec<Segment>>,
    pub themes: Option<Vec<Theme>>,
    pub quota: Option<Quota>,
    pub specials: Option<Vec<Card<String, String>>>,
    pub templates: Option<Vec<Template<String>>>,
    pub names: Option<Names>,
    pub named_per_quarter: Option<u8>,
    pub roles: Option<Roles>,
    pub briefings: Option<Vec<Briefing>>,
    pub events: Option<Vec<News>>,
    pub gates: Option<Vec<Gate>>,
    pub predictions: Option<Vec<Measure>>,
    pub rules: Option<Vec<(String, RuleOverride)>>,
    pub goals: Option<Vec<String>>,
    pub prompts: Option<Vec<(String, String)>>,
    pub debrief: Option<Vec<String>>,
    pub winner: Option<Option<String>>,
    pub tests: Option<Vec<Claim>>,
}

impl Draft {
    /// Reads each field separately; `reader` collects the problems.
    pub fn read(document: &Document, reader: &Reader) -> Self {
        let fields = FieldReader { document, reader };
        Self {
            id: fields.one("id"),
            meta: fields.one("meta"),
            company: fields.one("company"),
            segments: fields.list("segments"),
            themes: fields.list("themes"),
            quota: fields.one("quota"),
            specials: fields.list("specials"),
            templates: fields.list("templates"),
            names: fields.one("names"),
            named_per_quarter: fields.one_or("named_per_quarter", NAMED_PER_QUARTER),
            roles: fields.one("roles"),
            briefings: fields.list("briefings"),
            events: fields.list_or_empty("events"),
            gates: fields.list_or_empty("gates"),
            predictions: fields.one_or("predictions", PREDICTIONS.to_vec()),
            rules: fields.rules(),
            goals: fields.list_or_empty("goals"),
            prompts: fields.list("prompts"),
            debrief: fields.list_or_empty("debrief"),
            winner: fields.optional("winner"),
            tests: fields.list_or_empty("tests"),
        }
    }
}

struct FieldReader<'a> {
    document: &'a Document,
    reader: &'a Reader,
}

impl FieldReader<'_> {
    /// An optional field.
    fn node(&self, name: &str) -> Option<&Node> {
        self.document.field(name).map(|field| &field.value)
    }

    /// A required field; reports it if it is missing.
    fn required(&self, name: &str) -> Option<&Node> {
        let node = self.node(name);
        if node.is_none() && !self.document.partial {
            let own = matches!(name, "id" | "meta");
            let missing = if own { "finding-own-field-missing" } else { "finding-main-field-missing" };
            let message = Message::new(missing).with("field", name);
            let hint = Message::new("hint-add-main-field").with("field", name);
            self.reader.extend([Problem::new(self.document.start, name, message, hint)]);
        }
        node
    }

    fn one<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.reader.read(self.required(name)?, name)
    }

    fn one_or<T: DeserializeOwned>(&self, name: &str, default: T) -> Option<T> {
        self.node(name).map_or(Some(default), |node| self.reader.read(node, name))
    }

    fn optional<T: DeserializeOwned>(&self, name: &str) -> Option<Option<T>> {
        self.node(name).map_or(Some(None), |node| self.reader.read(node, name).map(Some))
    }

    fn list<T: DeserializeOwned>(&self, name: &str) -> Option<Vec<T>> {
        self.reader.read_list(self.required(name)?, name)
    }

    fn list_or_empty<T: DeserializeOwned>(&self, name: &str) -> Option<Vec<T>> {
        self.node(name).map_or(Some(Vec::new()), |node| self.reader.read_list(node, name))
    }

    fn rules(&self) -> Option<Vec<(String, RuleOverride)>> {
        let Some(node) = self.node("rules") else { return Some(Vec::new()) };
        let Kind::Map(entries) = &node.kind else {
            self.reader.note(node, "rules", node.instead_of("kind-map"), "hint-rules");
            return None;
        };
        if entries.len() > 2 * PARAMETERS.len() {
            let message =
                Message::new("finding-many-rules").with("found", entries.len()).with("most", PARAMETERS.len());
            self.reader.note(node, "rules", message, "hint-rules-once");
            return None;
        }
        let mut rules = Vec::new();
        for (key, value) in entries {
            if let Kind::Text(name) = &key.kind {
                rules.push((name.clone(), self.reader.read(value, &format!("rules.{name}"))?));
            } else {
                self.reader.note(key, "rules", key.instead_of("kind-rule-name"), "hint-name-in-quotes");
            }
        }
        Some(rules)
    }
}
