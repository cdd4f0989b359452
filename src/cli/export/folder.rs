//! The new folder of an export: its files get their names when all of them are complete.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::run::{aside, plain, put};
use crate::text::Text;

/// A file of the folder that is being written under a temporary name.
pub(super) type Begun = BufWriter<NamedTempFile>;

/// A new folder. Unless it is finished, it is gone again.
pub(super) struct Folder {
    path: PathBuf,
    ready: Vec<(PathBuf, Begun)>,
    /// The folders that were made for it, the innermost last.
    made: Vec<PathBuf>,
}

impl Folder {
    /// Begins a folder, which must not be there yet or be empty. It is made when the first file begins.
    ///
    /// # Errors
    /// A sentence for the user: there is something else.
    pub fn new(path: &Path, text: &Text) -> Result<Self, String> {
        if fs::read_dir(path).is_ok_and(|mut inside| inside.next().is_some()) || path.is_file() {
            return Err(text.with("export-folder", &[("path", &path.display().to_string())]));
        }
        Ok(Self { path: path.to_path_buf(), ready: Vec::new(), made: Vec::new() })
    }

    /// Begins a file.
    ///
    /// # Errors
    /// A sentence for the user: the folder cannot be written.
    pub fn begin(&mut self, name: &Path, text: &Text) -> Result<Begun, String> {
        let place = self.path.join(name);
        let missing = place.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
        let missing: Vec<PathBuf> = missing.map(Path::to_path_buf).collect();
        self.made.extend(missing.into_iter().rev());
        aside(&place).map(BufWriter::new).map_err(|error| self.cannot(&error, text))
    }

    /// Keeps a file that is complete.
    pub fn keep(&mut self, name: PathBuf, file: Begun) {
        self.ready.push((name, file));
    }

    /// Writes a whole file.
    ///
    /// # Errors
    /// A sentence for the user: the disk is full or gone.
    pub fn save(&mut self, name: &Path, content: &str, text: &Text) -> Result<(), String> {
        let mut file = self.begin(name, text)?;
        file.write_all(content.as_bytes()).map_err(|error| self.cannot(&error, text))?;
        self.keep(name.to_path_buf(), file);
        Ok(())
    }

    /// Gives all files their names.
    ///
    /// # Errors
    /// A sentence for the user: the disk is full or gone. Then no file has a name.
    pub fn finish(mut self, text: &Text) -> Result<(), String> {
        let mut named: Vec<PathBuf> = Vec::new();
        for (name, file) in std::mem::take(&mut self.ready) {
            let place = self.path.join(name);
            let file = file.into_inner().map_err(io::IntoInnerError::into_error);
            if let Err(error) = file.and_then(|file| put(file, &place, false)) {
                named.iter().for_each(|place| drop(fs::remove_file(place)));
                return Err(self.cannot(&error, text));
            }
            named.push(place);
        }
        self.made.clear();
        Ok(())
    }

    /// A sentence: the folder cannot be written.
    pub fn cannot(&self, reason: &io::Error, text: &Text) -> String {
        text.with("output-cannot", &[("path", &self.path.display().to_string()), ("reason", &plain(reason))])
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Temporary files go first; a folder with anything in it stays.
        self.ready.clear();
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
