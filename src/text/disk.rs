//! Why the system cannot open, read or write a file.

use std::io::ErrorKind;

use super::Text;

/// What is wrong, for the middle of a sentence. `None` for rare errors, where the message of the system has to do.
#[must_use]
pub fn disk(text: &Text, kind: ErrorKind) -> Option<String> {
    let key = match kind {
        ErrorKind::NotFound => "disk-not-found",
        ErrorKind::AlreadyExists => "disk-taken",
        ErrorKind::PermissionDenied => "disk-not-allowed",
        ErrorKind::StorageFull => "disk-full",
        ErrorKind::ReadOnlyFilesystem => "disk-read-only",
        ErrorKind::IsADirectory => "disk-folder",
        ErrorKind::NotADirectory => "disk-no-folder",
        _ => return None,
    };
    Some(text.get(key))
}
