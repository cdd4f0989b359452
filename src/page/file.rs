//! The frame of a page that is a file of its own: styles inside, no script, no network, and fit for paper.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::style::style;
use crate::text::Text;

/// A page that is a file.
pub(super) struct File<'a> {
    /// The title of the page.
    pub title: &'a str,
    /// What the file is, to recognise it: the value of its generator.
    pub mark: &'a str,
    /// What stands at the foot of every sheet of paper, beside its number.
    pub foot: &'a str,
    /// What it shows.
    pub content: Markup,
}

/// The whole file.
pub(super) fn file(text: &Text, page: &File) -> String {
    let content = html! {
        main.file {
            (page.content)
            footer.muted.small { (text.with("compare-footer", &[("version", &env!("CARGO_PKG_VERSION"))])) }
        }
    };
    frame(text, page.title, page.mark, &sheet("", "", page.foot), &content)
}

/// A file with styles of its own besides those of all pages.
pub(super) fn frame(text: &Text, title: &str, mark: &str, styles: &str, content: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(text.language()) {
            head {
                meta charset="utf-8";
                meta name="generator" content=(mark);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(style())) (PreEscaped(styles)) }
            }
            body { (content) }
        }
    };
    page.into_string()
}

/// The margins of the sheets of paper with a name, or of all without one, with words at their foot; `size` is empty where
/// the printer's own will do.
pub(super) fn sheet(name: &str, size: &str, foot: &str) -> String {
    // What could end the string or the style sheet is written as an escape.
    let plain = |letter: char| match letter {
        '"' | '\\' | '<' | '>' | '\n' | '\r' => format!("\\{:x} ", u32::from(letter)),
        letter => letter.to_string(),
    };
    let foot: String = foot.chars().map(plain).collect();
    format!(
        "@page {name}{{{size}margin:14mm 12mm 16mm;@bottom-left{{content:\"{foot}\";font:9pt system-ui,sans-serif}}\
         @bottom-right{{content:counter(page) \" / \" counter(pages);font:9pt system-ui,sans-serif}}}}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_at_the_foot_cannot_end_the_style_sheet() {
        let sheet = sheet("", "", "A\"}</style><b>\\");
        assert!(!sheet.contains("</style>") && !sheet.contains("A\"}"), "{sheet}");
    }
}
