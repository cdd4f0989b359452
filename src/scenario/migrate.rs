//! Versions of the file format, and how to bring older files up to date.

use super::message::Message;
use super::read::{Field, Kind, Node, Problem};

/// A step from one version to the next, on the top-level fields of a file.
pub type Migration = fn(&mut Vec<Field>);

/// The step from version n to n + 1 is at position n − 1.
const MIGRATIONS: &[Migration] = &[];

/// Brings the top-level fields of a file to the current version.
pub fn migrate(root: &Node, fields: &mut Vec<Field>) -> Result<(), Problem> {
    migrate_by(MIGRATIONS, root, fields)
}

/// The same, with other steps for tests.
fn migrate_by(steps: &[Migration], root: &Node, fields: &mut Vec<Field>) -> Result<(), Problem> {
    let newest = steps.len() + 1;
    let wrong = |node: &Node, message: Message, hint: Message| Err(Problem::new(node.head(), "format", message, hint));
    let Some(format) = fields.iter().find(|field| field.name == "format") else {
        let hint = Message::new("hint-add-format").with("newest", newest);
        return wrong(root, "finding-no-format".into(), hint);
    };
    let written = match &format.value.kind {
        Kind::Number(text) => text.parse::<usize>().ok(),
        _ => None,
    };
    match written {
        Some(version @ 1..) if version <= newest => {
            steps[version - 1..].iter().for_each(|step| step(fields));
            Ok(())
        }
        Some(version) if version > newest => wrong(
            &format.value,
            Message::new("finding-newer-format").with("found", version).with("newest", newest),
            "hint-newer-game".into(),
        ),
        _ => wrong(
            &format.value,
            Message::new("finding-no-version").with("found", format.value.describe()),
            Message::new("hint-write").with("form", format!("format: {newest}")),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read::parse;

    fn fields(text: &str) -> (Node, Vec<Field>) {
        let root = parse(text, 0).whole().expect("the text of the test is RON");
        let Kind::Struct(_, fields) = root.kind.clone() else { panic!("the text of the test is a group of fields") };
        (root, fields)
    }

    #[test]
    fn every_step_from_the_version_of_the_file_on_is_taken_in_order() {
        let steps: &[Migration] = &[
            |_| panic!("the file is past this step"),
            |fields| fields.iter_mut().for_each(|field| field.name = field.name.replace("old", "newer")),
            |fields| fields.iter_mut().for_each(|field| field.name = field.name.replace("newer", "newest")),
        ];
        let (root, mut fields) = fields("(format: 2, old: 7)");
        assert!(migrate_by(steps, &root, &mut fields).is_ok());
        assert_eq!(fields[1].name, "newest");
    }

    #[test]
    fn a_file_newer_than_the_last_step_is_refused() {
        let (root, mut fields) = fields("(format: 3)");
        let refusal = migrate_by(&[|_| {}], &root, &mut fields).expect_err("format 3 does not exist yet");
        assert_eq!(
            refusal.message,
            Message::new("finding-newer-format").with("found", 3_usize).with("newest", 2_usize)
        );
    }
}
