//! All findings about a scenario as text: the line, a caret under the place, what to do.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Text, message, seen};
use crate::scenario::{Finding, Report, Severity};

/// A longer line is useless to show, so it is left out together with the caret.
const LONGEST_LINE: usize = 2_000;

/// What a report is printed on.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// Whether it shows colours.
    pub colours: bool,
    /// Columns of a line. What is longer in a file is cut around the place that is wrong.
    pub columns: usize,
}

impl Paper {
    /// A file, or another program.
    pub const PLAIN: Self = Self { colours: false, columns: 140 };
}

/// All findings, one under the other.
#[must_use]
pub fn report(text: &Text, report: &Report, paper: Paper) -> String {
    let renderer = if paper.colours { Renderer::styled() } else { Renderer::plain() }.term_width(paper.columns);
    let one = |finding: &Finding| place(text, finding, report.source(finding), &renderer);
    report.findings.iter().map(one).collect::<Vec<_>>().join("\n\n")
}

fn place(text: &Text, finding: &Finding, source: Option<&str>, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(text.get("finding-error")),
        Severity::Warning => Level::WARNING.with_name(text.get("finding-warning")),
    };
    // Only the line with the caret is passed on; passing the whole file for each finding would be slow.
    let line = source.and_then(|text| text.lines().nth(finding.line - 1)).unwrap_or_default();
    let start: usize = line.chars().take(finding.column - 1).map(char::len_utf8).sum();
    let end = (start + finding.span.len()).min(line.len());
    let title = level.primary_title(message(text, &finding.message));
    let hint = Level::HELP.with_name(text.get("finding-help")).message(message(text, &finding.hint));
    if line.len() > LONGEST_LINE {
        let place = format!("{}:{}:{}", seen(&finding.file), finding.line, finding.column);
        let note = Level::NOTE.with_name(text.get("finding-note")).message(place);
        return renderer.render(&[title.element(note).element(hint)]);
    }
    let label = if finding.path.is_empty() { text.get("finding-here") } else { finding.path.clone() };
    let snippet = Snippet::source(line)
        .line_start(finding.line)
        .path(seen(&finding.file))
        .annotation(AnnotationKind::Primary.span(start..end).label(seen(&label)));
    renderer.render(&[title.element(snippet).element(hint)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::check_text;

    #[test]
    fn a_long_line_is_cut_around_the_place_that_is_wrong() {
        let file = format!("(format: 1, id: 5) // {}", "long ".repeat(60));
        let checked = check_text("long.ron", &file);
        let widest = |columns| {
            let shown = report(&Text::default(), &checked.report, Paper { colours: false, columns });
            assert!(shown.contains("id: 5"), "{shown}");
            // What is wrong and what to do are sentences, which a terminal breaks.
            let lines = shown.lines().filter(|line| line.contains("long"));
            lines.map(|line| line.chars().count()).max()
        };
        assert!(widest(60) <= Some(60) && widest(60) < widest(140), "{:?} {:?}", widest(60), widest(140));
    }
}
