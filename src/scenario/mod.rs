//! Scenario files: from the text an author wrote to a checked [`Scenario`].
//!
//! A text is parsed into a tree that keeps places (`read`), brought to the current format (`migrate`), merged with what
//! it extends (`document`), read field by field (`draft`), checked (`check`) and built (`open`). Nothing stops at the
//! first mistake: a [`Report`] lists all of them.

mod check;
mod document;
mod draft;
mod encoding;
mod file_name;
mod finding;
mod hash;
mod load_error;
mod message;
mod migrate;
mod model;
mod open;
mod read;
mod reference;
mod resolve;
mod rules;
mod shelf;
mod translate;

pub use check::POLICIES;
pub use encoding::text_in;
pub use file_name::{FileKind, free_beside, is_helper};
pub use finding::{Finding, Report, Severity, Source};
pub use load_error::LoadError;
pub use message::{Arg, Message};
pub use model::{
    Briefing, Card, Claim, Company, Condition, Effect, Gate, Measure, Meta, Names, News, Origin, Outcome, Pay, Quota,
    Role, Roles, RuleOverride, Scenario, Segment, Template, Theme, TrustGrade, When,
};
pub use open::{Checked, Verdict};
pub use reference::reference;
pub use rules::{PARAMETERS, Parameter, Rules};
pub use shelf::{
    Item, Shelf, ShelfStamp, broken_texts, check_file, check_files, check_found, check_text, ron_files, scenario_files,
};
pub use translate::{Texts, translated};
