//! What a check found, as plain data, so the window, the terminal and JSON can show it in any language.

use std::ops::Range;

use serde::Serialize;

use super::message::Message;
use super::read::{Problem, Span};

/// Authors will fix some and check again before they read this many.
const MOST_FINDINGS: usize = 500;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The scenario cannot be played.
    Error,
    /// It can be played, but probably not as intended.
    Warning,
}

/// One thing that is wrong, with its place and what to do about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Name of the file.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// The place in bytes, within one line.
    pub span: Range<usize>,
    /// The place in the data, like `specials[3].theme`; empty for syntax errors.
    pub path: String,
    /// What is wrong. The language is chosen when the finding is printed.
    #[serde(skip)]
    pub message: Message,
    /// What to do.
    #[serde(skip)]
    pub hint: Message,
}

/// A file that is part of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its name in findings: a path, or `built-in:` and a file name.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// All findings of a scenario, and the files they point into.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The findings, in the order of the files.
    pub findings: Vec<Finding>,
    /// The scenario's own file and the files it extends.
    pub sources: Vec<Source>,
}

impl Report {
    /// A report of problems found in files.
    pub(super) fn new(sources: Vec<Source>, mut problems: Vec<(Severity, Problem)>) -> Self {
        problems.sort_by_key(|(_, problem)| (problem.span.file, problem.span.start));
        problems.truncate(MOST_FINDINGS);
        let lines: Vec<Vec<usize>> = sources.iter().map(|source| line_starts(&source.text)).collect();
        let findings = problems
            .into_iter()
            .filter_map(|(severity, problem)| {
                let file = problem.span.file;
                Some(place(severity, problem, sources.get(file)?, lines.get(file)?))
            })
            .collect();
        Self { findings, sources }
    }

    /// The findings that make the scenario unplayable.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }

    /// The findings that do not.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Warning)
    }

    /// Whether the scenario is unplayable.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    /// The text of a file that a finding points into.
    #[must_use]
    pub fn source(&self, finding: &Finding) -> Option<&str> {
        self.sources.iter().find(|source| source.name == finding.file).map(|source| source.text.as_str())
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

fn place(severity: Severity, problem: Problem, source: &Source, lines: &[usize]) -> Finding {
    let Problem { span, path, message, hint } = problem;
    let span = in_one_line(span, &source.text);
    let line = lines.partition_point(|&start| start <= span.start).max(1);
    let start = lines.get(line - 1).copied().unwrap_or_default();
    let column = 1 + source.text.get(start..span.start).map_or(0, |before| before.chars().count());
    Finding { severity, file: source.name.clone(), line, column, span, path: path.into(), message, hint }
}

/// Shortens a place to its first line, because a caret under ten lines helps nobody.
fn in_one_line(span: Span, text: &str) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    let end = text.ceil_char_boundary(span.end.max(start));
    let line = text[start..end].find(['\n', '\r']).map_or(end, |length| start + length);
    start..line
}
