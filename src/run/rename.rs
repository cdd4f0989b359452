//! Other names for the team of a saved run. What was signed stays as it is, and the run can be verified as before.

use std::path::Path;

use super::file::{RunFile, Team};
use super::replay::Mismatch;
use super::session::SessionError;
use super::store::{self, Slot};

/// Other names; what is not named keeps its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Of the team.
    pub team: Option<String>,
    /// Of the Product Lead.
    pub product: Option<String>,
    /// Of the Sales Lead.
    pub sales: Option<String>,
}

/// Gives the team of a saved run other names, seals the run again, and returns the team. A name without letters is no
/// name.
///
/// # Errors
/// The run cannot be read or written, or was changed by hand: that would not be found any more under a new seal.
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
