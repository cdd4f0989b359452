//! Findings as text: the line, a caret under the place, what to do.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::finding::{Finding, Report, Severity};

/// Longer lines than this are of no use to anybody; the caret is left out.
const LONGEST_LINE: usize = 2_000;

impl Report {
    /// All findings, one under the other, with colours for a terminal or without.
    #[must_use]
    pub fn render(&self, colours: bool) -> String {
        let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
        let texts: Vec<String> =
            self.findings.iter().map(|finding| render(finding, self.source(finding), &renderer)).collect();
        texts.join("\n\n")
    }

    /// One finding as text, without colours.
    #[must_use]
    pub fn render_one(&self, finding: &Finding) -> String {
        render(finding, self.source(finding), &Renderer::plain())
    }
}

fn render(finding: &Finding, source: Option<&str>, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    // Carets are drawn from the one line they point into: a whole file per finding would be slow.
    let line = source.and_then(|text| text.lines().nth(finding.line - 1)).unwrap_or_default();
    let start: usize = line.chars().take(finding.column - 1).map(char::len_utf8).sum();
    let end = (start + finding.span.len()).min(line.len());
    let title = level.primary_title(finding.message.as_str());
    let hint = Level::HELP.message(finding.hint.as_str());
    let label = if finding.path.is_empty() { "here" } else { finding.path.as_str() };
    if line.len() > LONGEST_LINE {
        let place = format!("{}:{}:{}", finding.file, finding.line, finding.column);
        return renderer.render(&[title.element(Level::NOTE.message(place)).element(hint)]);
    }
    let snippet = Snippet::source(line)
        .line_start(finding.line)
        .path(finding.file.as_str())
        .annotation(AnnotationKind::Primary.span(start..end).label(label));
    renderer.render(&[title.element(snippet).element(hint)])
}
