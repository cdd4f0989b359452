//! Why the system does not open, read or write a file.

use std::io::ErrorKind;

use super::Text;

/// What is wrong, in the middle of a sentence; none for what is rare, which is told as the system does.
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
