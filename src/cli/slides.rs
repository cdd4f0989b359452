//! What `off-roadmap compare --slides` writes: a page to present, or a PowerPoint file, as the name of the file says.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::fail;
use super::output::{Kind, Output, saved_as};
use crate::page::{SLIDES_MARK, slides_page};
use crate::run::plain;
use crate::slide::{Deck, pptx};
use crate::text::Text;

/// Slides that are about to be written.
pub(super) struct SlidesFile {
    path: PathBuf,
    kind: Kind,
    output: Output,
}

impl SlidesFile {
    /// Begins to write slides.
    ///
    /// # Errors
    /// A sentence for the user: the name has another ending, or the file cannot be written, or is something else.
    pub fn begin(path: &Path, force: bool, text: &Text) -> Result<Self, String> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let kind = match ending.as_str() {
            "html" | "htm" => Kind::Page(SLIDES_MARK),
            "pptx" => Kind::Slides,
            _ => return Err(text.with("slides-ending", &[("path", &path.display().to_string())])),
        };
        Ok(Self { path: path.to_owned(), kind, output: Output::begin(path, kind, force)? })
    }

    /// Puts the slides in place and says where they are.
    pub fn save(self, deck: &Deck, text: &Text) -> ExitCode {
        let path = self.path.display().to_string();
        if self.kind != Kind::Slides {
            let told = text.with("compare-saved", &[("path", &path)]);
            return saved_as(self.output, slides_page(deck, text).as_bytes(), &told);
        }
        match pptx(deck, text) {
            Ok(file) => saved_as(self.output, &file, &text.with("slides-saved", &[("path", &path)])),
            Err(error) => fail(&text.with("output-cannot", &[("path", &path), ("reason", &plain(&error))])),
        }
    }
}
