//! What commands share that write one HTML page.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::language;
use super::output::{Kind, Output, saved};
use crate::scenario::Shelf;
use crate::text::Text;

/// Where a page goes, and in which language it is.
#[derive(Args, Clone, Debug)]
pub struct PageFile {
    /// The file to write. The default is a file in this folder, named after what it is about.
    #[arg(long, value_name = "FILE.html")]
    pub out: Option<PathBuf>,
    /// The language of the page.
    #[arg(long, value_name = "LANGUAGE", value_parser = language, default_value = "en")]
    pub language: String,
    /// Replace an existing file, even if this command did not make it.
    #[arg(long)]
    pub force: bool,
}

/// A page that is about to be written.
pub(super) struct Begun {
    path: PathBuf,
    output: Output,
    /// The words of its language.
    pub text: Arc<Text>,
}

impl PageFile {
    /// Begins a page that is called `usual` if nothing else is asked for; `mark` is what its generator is called.
    ///
    /// # Errors
    /// A sentence for the user: the file cannot be written, or is something else.
    pub(super) fn begin(&self, usual: String, mark: &'static str) -> Result<Begun, String> {
        let path = self.out.clone().unwrap_or_else(|| PathBuf::from(usual));
        let output = Output::begin(&path, Kind::Page(mark), self.force)?;
        Ok(Begun { path, output, text: Arc::new(Text::new(&self.language)) })
    }

    /// The scenarios in the language of the page.
    pub(super) fn shelf(&self) -> Shelf {
        let mut shelf = Shelf::default();
        shelf.speak(&self.language);
        shelf
    }
}

impl Begun {
    /// Puts the page in place and says where it is.
    pub(super) fn save(self, page: &str) -> ExitCode {
        saved(self.output, page, &self.path, &self.text)
    }
}
