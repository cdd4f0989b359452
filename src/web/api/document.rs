//! The description of the interface: an `OpenAPI` document whose schemas are those of the types that are sent.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::Refused;

/// Whose key an operation needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// None.
    Nothing,
    /// That of a person.
    Person,
    /// That of the facilitator.
    Console,
    /// That of the wall, or of the facilitator.
    Wall,
}

/// Something that a program can ask for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    about: &'static str,
    needs: Needs,
    takes: Option<fn(&mut SchemaGenerator) -> Schema>,
    gives: Option<fn(&mut SchemaGenerator) -> Schema>,
    stream: bool,
}

impl Operation {
    pub(super) fn new(method: &'static str, path: &'static str, about: &'static str, needs: Needs) -> Self {
        Self { method, path, about, needs, takes: None, gives: None, stream: false }
    }

    /// The type of the body of a request.
    pub(super) fn takes<T: JsonSchema>(self) -> Self {
        Self { takes: Some(SchemaGenerator::subschema_for::<T>), ..self }
    }

    /// The type of the answer, or of the data of each event.
    pub(super) fn gives<T: JsonSchema>(self) -> Self {
        Self { gives: Some(SchemaGenerator::subschema_for::<T>), ..self }
    }

    /// The answer is a stream of events.
    pub(super) fn stream(self) -> Self {
        Self { stream: true, ..self }
    }

    fn described(&self, schemas: &mut SchemaGenerator) -> Value {
        let kind = if self.stream { "text/event-stream" } else { "application/json" };
        let mut content = Map::new();
        if let Some(gives) = self.gives {
            content.insert(kind.to_owned(), json!({ "schema": gives(schemas) }));
        }
        let refused = schemas.subschema_for::<Refused>();
        let refused =
            json!({ "description": "It was not done.", "content": { "application/json": { "schema": refused } } });
        let mut described = json!({
            "summary": self.about,
            "responses": {
                "200": { "description": "It was done.", "content": content },
                "4XX": refused,
                "503": { "description": "The room cannot be written down, or is closed." },
            },
        });
        if let Some(takes) = self.takes {
            described["requestBody"] =
                json!({ "required": true, "content": { "application/json": { "schema": takes(schemas) } } });
        }
        described["security"] = match self.needs {
            Needs::Nothing => json!([]),
            Needs::Person => json!([{ "person": [] }]),
            Needs::Console => json!([{ "console": [] }]),
            Needs::Wall => json!([{ "wall": [] }, { "console": [] }]),
        };
        described
    }
}

/// The document.
pub(super) fn document<'a>(operations: impl Iterator<Item = &'a Operation>) -> Value {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut schemas = settings.into_generator();
    let mut paths = Map::new();
    for operation in operations {
        let described = operation.described(&mut schemas);
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[operation.method] = described;
    }
    let bearer = |about: &str| json!({ "type": "http", "scheme": "bearer", "description": about });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Off-Roadmap: a room",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Everything that devices and the console of a workshop can do.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "securitySchemes": {
                "person": bearer("The key that joining gives."),
                "console": bearer("The key that opening the console gives."),
                "wall": bearer("The key in the link to the wall."),
            },
        },
    })
}
