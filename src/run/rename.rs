//! Renaming the team of a saved run. What was signed stays the same, so the run can still be verified.

use std::path::Path;

use super::file::{RunFile, Team};
use super::replay::Mismatch;
use super::session::SessionError;
use super::store::{self, Slot};

/// New names; `None` keeps the old one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Of the team.
    pub team: Option<String>,
    /// Of the Product Lead.
    pub product: Option<String>,
    /// Of the Sales Lead.
    pub sales: Option<String>,
}

/// Renames the team of a saved run, seals the run again, and returns the team.
///
/// # Errors
/// The run cannot be read or written, or was changed by hand: a new seal would hide that.
pub fn rename(path: &Path, names: &Names) -> Result<Team, SessionError> {
    let text = store::read(path)?;
    let broken = |reason| SessionError::Broken { path: path.to_path_buf(), reason };
    let run = RunFile::parse(&text).map_err(broken)?;
    if !run.sealed() {
        return Err(SessionError::Mismatch { path: path.to_path_buf(), reason: Mismatch::Seal.into() });
    }
    let run = run.renamed(names);
    Slot::opened(path, &text).save(&run.to_text())?;
    Ok(run.team)
}
