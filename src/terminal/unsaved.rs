//! Leaving a game that is not saved: a person is told, and can save it in another folder.

use std::io;
use std::path::PathBuf;

use super::Table;
use super::console::{Typed, left};
use crate::run::{Refuge, refuges, typed_folder};

impl Table<'_> {
    /// Tries to save once more. While that fails, a person at the terminal is asked for another folder.
    pub(super) fn keep_safe(&mut self) -> io::Result<()> {
        let mut tried = self.game.session_mut().save_again();
        if tried.is_ok() || !self.console.human() {
            return Ok(());
        }
        let folders = refuges(self.game.session().path().and_then(|path| path.parent()));
        self.console.heading(&self.get("terminal-unsaved"))?;
        for (number, refuge) in (1_u32..).zip(&folders) {
            let (name, path) = (self.get(refuge.key), refuge.folder.display().to_string());
            let values: [(&str, &dyn crate::text::Value); 3] = [("number", &number), ("name", &name), ("path", &path)];
            self.console.hang("  ", &self.text.with("terminal-unsaved-folder", &values))?;
        }
        while let Err(problem) = &tried {
            self.console.hang("! ", &format!("{}.", problem.told(self.text)))?;
            let typed = match self.console.ask(&self.get("terminal-unsaved-prompt")) {
                Err(error) if left(&error) => return Ok(()),
                typed => typed?,
            };
            if let Typed::Line(line) = &typed
                && line.parse::<usize>().is_ok_and(|number| !(1..=folders.len()).contains(&number))
            {
                self.unknown(line)?;
                continue;
            }
            tried = match chosen(&typed, &folders) {
                Some(folder) => self.game.session_mut().save_in(&folder).map(|_| ()),
                None => self.game.session_mut().save_again(),
            };
        }
        Ok(())
    }
}

/// The folder for a number from the list or for a typed path; `None` means to try the usual folder again.
fn chosen(typed: &Typed, folders: &[Refuge]) -> Option<PathBuf> {
    let Typed::Line(line) = typed else { return None };
    let numbered = line.parse::<usize>().ok().and_then(|number| folders.get(number.checked_sub(1)?));
    numbered.map(|refuge| refuge.folder.clone()).or_else(|| typed_folder(line))
}
