//! Recognising scenarios and runs by file name, since people's folders hold other files too.

use std::ffi::OsStr;
use std::path::Path;

/// Suffix of a scenario, and below it of a run; upper case counts too.
const SCENARIO: &str = ".ron";
const RUN: &str = ".run.ron";
/// Suffixes that editors, mail programs and browsers add without showing them.
const ADDED: [&str; 3] = [".txt", ".text", ".download"];

/// What a file is, judging by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A scenario, or a translation of one.
    Scenario,
    /// A run.
    Run,
    /// A scenario or a run with something after its suffix; the name it should have.
    Misnamed(String),
    /// Something else: hidden, left behind by an editor, or another kind of file.
    Other,
}

impl FileKind {
    /// The kind of a file.
    #[must_use]
    pub fn of(name: &OsStr) -> Self {
        let name = name.to_string_lossy();
        if is_helper(&name) {
            return Self::Other;
        }
        let small = name.to_ascii_lowercase();
        if small.ends_with(RUN) || is_copy_of_run(&small) {
            return Self::Run;
        }
        if small.ends_with(SCENARIO) {
            return Self::Scenario;
        }
        let added =
            ADDED.into_iter().find(|added| small.strip_suffix(added).is_some_and(|rest| rest.ends_with(SCENARIO)));
        match added.and_then(|added| name.get(..name.len() - added.len())) {
            Some(right) => Self::Misnamed(right.to_owned()),
            None => Self::Other,
        }
    }

    /// Whether it is a run, or would be one under its right name.
    #[must_use]
    pub fn is_run(&self) -> bool {
        match self {
            Self::Run => true,
            Self::Misnamed(right) => Self::of(OsStr::new(right)) == Self::Run,
            Self::Scenario | Self::Other => false,
        }
    }
}

/// A file name that is free in the folder of a file: `right`, or one with a number if that is taken.
#[must_use]
pub fn free_beside(file: &Path, right: &str) -> String {
    let (stem, ending) = right.find('.').map_or((right, ""), |at| right.split_at(at));
    let names = std::iter::once(right.to_owned()).chain((2..).map(|number| format!("{stem}-{number}{ending}")));
    let free = |name: &String| file.with_file_name(name).symlink_metadata().is_err();
    names.take(1000).find(free).unwrap_or_else(|| right.to_owned())
}

/// A name or path without the suffix of a scenario; `None` if it has another one.
#[must_use]
pub(super) fn without_ending(name: &str) -> Option<&str> {
    let (rest, ending) = name.split_at_checked(name.len().checked_sub(SCENARIO.len())?)?;
    ending.eq_ignore_ascii_case(SCENARIO).then_some(rest)
}

/// Whether a name is what browsers and desktops give to a second copy of a run: `x.run (1).ron`, `x.run - Copy.ron`.
fn is_copy_of_run(small: &str) -> bool {
    let added = small.strip_suffix(SCENARIO).and_then(|rest| rest.rsplit_once(".run"));
    added.is_some_and(|(_, added)| added.starts_with([' ', '(', '-', '_']))
}

/// Whether a name belongs to a hidden file or folder, a lock, or a backup copy left by an editor.
#[must_use]
pub fn is_helper(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.starts_with('#') && name.ends_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> FileKind {
        FileKind::of(OsStr::new(name))
    }

    #[test]
    fn scenarios_and_runs_are_told_by_their_endings_in_capitals_too() {
        for name in ["mine.ron", "Mine.RON", "mine - Copy.ron", "mine.de.ron", "#1 choice.ron", "my.runner.ron"] {
            assert_eq!(of(name), FileKind::Scenario, "{name}");
        }
        let copies = ["x.run (1).ron", "x.run - Copy.ron", "x.run copy.ron", "x.run(2).ron"];
        for name in ["x.run.ron", "X.RUN.RON", "Aspen.Run.Ron"].into_iter().chain(copies) {
            assert_eq!(of(name), FileKind::Run, "{name}");
        }
    }

    #[test]
    fn hidden_files_and_helpers_of_editors_are_neither() {
        for name in
            [".#mine.ron", "._mine.ron", "._Aspen.run.ron", "mine.ron~", "#mine.ron#", "~$mine.ron", ".mine.ron.swp"]
        {
            assert_eq!(of(name), FileKind::Other, "{name}");
        }
        for name in ["README.md", "mine.ron.bak", "ron", "page.html"] {
            assert_eq!(of(name), FileKind::Other, "{name}");
        }
    }

    #[test]
    fn a_name_with_something_behind_its_ending_has_a_right_one() {
        assert_eq!(of("mine.ron.txt"), FileKind::Misnamed("mine.ron".to_owned()));
        assert_eq!(of("Übung.RON.TXT"), FileKind::Misnamed("Übung.RON".to_owned()));
        assert!(of("x.run.ron.txt").is_run() && !of("mine.ron.txt").is_run());
    }
}
