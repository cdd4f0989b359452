//! Other folders to save a run in when its own folder fails.

use std::path::{Path, PathBuf};

/// The name of the folder for runs in each of these places.
const FOLDER: &str = "Off-Roadmap";

/// A folder that most systems have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refuge {
    /// The text key of its name.
    pub key: &'static str,
    /// The folder for runs inside it.
    pub folder: PathBuf,
}

/// Places to offer, best first, without the one that failed.
#[must_use]
pub fn refuges(failed: Option<&Path>) -> Vec<Refuge> {
    let user = directories::UserDirs::new();
    let user = user.as_ref();
    let places = [
        ("folder-documents", user.and_then(|user| user.document_dir()).map(Path::to_path_buf)),
        ("folder-home", user.map(|user| user.home_dir().to_path_buf())),
        ("folder-temp", Some(std::env::temp_dir())),
    ];
    let there = places.into_iter().filter_map(|(key, place)| Some((key, place.filter(|place| place.is_dir())?)));
    let refuges = there.map(|(key, place)| Refuge { key, folder: place.join(FOLDER) });
    refuges.filter(|refuge| Some(refuge.folder.as_path()) != failed).collect()
}

/// The folder that a person typed, made absolute; `~` is the home folder. `None` if nothing was typed.
#[must_use]
pub fn typed_folder(typed: &str) -> Option<PathBuf> {
    // Paths copied from a file manager may have quotes around them.
    let typed = typed.trim().trim_matches('"');
    let path = match typed.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            directories::UserDirs::new()?.home_dir().join(rest.trim_start_matches(['/', '\\']))
        }
        _ => PathBuf::from(typed),
    };
    std::path::absolute(path).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_typed_folder_is_found_from_everywhere() {
        assert_eq!(typed_folder("  "), None);
        assert!(typed_folder("runs").unwrap().is_absolute());
        let folder = std::env::temp_dir().join("my runs");
        assert_eq!(typed_folder(&format!(" \"{}\" ", folder.display())), Some(folder));
        if let Some(user) = directories::UserDirs::new() {
            assert_eq!(typed_folder("~/runs").unwrap(), user.home_dir().join("runs"));
            assert_eq!(typed_folder("~").unwrap(), user.home_dir());
        }
    }

    #[test]
    fn what_failed_is_not_offered() {
        let all = refuges(None);
        assert!(all.iter().any(|refuge| refuge.key == "folder-temp"), "{all:?}");
        let first = all[0].clone();
        assert!(!refuges(Some(&first.folder)).contains(&first));
    }
}
