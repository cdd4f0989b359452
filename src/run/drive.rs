//! Writing files so that they are either complete or absent: written under a temporary name, synced, then renamed.
//! Drives that do not support all of this (network and shared folders) get the best they can do.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};

use tempfile::NamedTempFile;

/// Prefix and suffix of temporary files.
const ASIDE: (&str, &str) = (".run-", ".tmp");
/// No write takes this long, so older temporary files were left by a program that was killed.
const STALE: Duration = Duration::from_secs(60 * 60);

/// How safely a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Care {
    /// It is complete even if the power fails right now.
    Full,
    /// The drive cannot promise that.
    Some,
}

/// The operations that writing a file needs. A drive may refuse any of them.
trait Drive {
    /// Flushes a file to disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Renames the temporary file to `path`, unless `path` exists.
    fn name(&self, aside: NamedTempFile, path: &Path) -> Result<(), Refused>;
    /// Renames the temporary file to `path`, replacing whatever is there.
    fn replace(&self, aside: NamedTempFile, path: &Path) -> Result<(), Refused>;
}

/// The file, still under its temporary name, and the error.
type Refused = (NamedTempFile, io::Error);

/// The real drive.
struct System;

impl Drive for System {
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn name(&self, aside: NamedTempFile, path: &Path) -> Result<(), Refused> {
        aside.persist_noclobber(path).map(drop).map_err(|error| (error.file, error.error))
    }

    fn replace(&self, aside: NamedTempFile, path: &Path) -> Result<(), Refused> {
        aside.persist(path).map(drop).map_err(|error| (error.file, error.error))
    }
}

/// Creates a temporary file in the folder of `path`.
///
/// # Errors
/// The folder cannot be created or written.
pub(crate) fn aside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    builder().prefix(ASIDE.0).suffix(ASIDE.1).tempfile_in(folder)
}

/// Renames a temporary file to `path`; `replace` says whether an existing file may be replaced.
///
/// # Errors
/// The file exists and must not be replaced, or the disk is full or broken.
pub(crate) fn put(aside: NamedTempFile, path: &Path, replace: bool) -> io::Result<Care> {
    if replace && let Ok(old) = fs::metadata(path) {
        let permissions = old.permissions();
        if permissions.readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        // The new file must not be readable by more people. Some drives do not support permissions.
        let _ = aside.as_file().set_permissions(permissions);
    }
    put_on(&System, aside, path, replace)
}

/// Writes a file so that at any moment either the complete old or the complete new one is there.
///
/// # Errors
/// The folder cannot be created or written, the file exists and must not be replaced, or the disk is full.
pub(crate) fn write(path: &Path, text: &str, replace: bool) -> io::Result<Care> {
    let mut file = aside(path)?;
    file.write_all(text.as_bytes())?;
    put(file, path, replace)
}

fn put_on(drive: &dyn Drive, aside: NamedTempFile, path: &Path, replace: bool) -> io::Result<Care> {
    let mut care = Care::Full;
    match drive.sync(aside.as_file()) {
        Err(error) if refused(&error) => care = Care::Some,
        synced => synced?,
    }
    let named = if replace { drive.replace(aside, path) } else { drive.name(aside, path) };
    match named {
        Err((aside, error)) if refused(&error) => {
            care = Care::Some;
            match replace {
                true => copy(&aside, path)?,
                false => claim(drive, aside, path)?,
            }
        }
        named => named.map_err(|(_, error)| error)?,
    }
    // The directory entry must reach the disk too. Where a folder cannot be opened, that is left to the system.
    if let Ok(folder) = File::open(folder_of(path)) {
        let _ = drive.sync(&folder);
    }
    Ok(care)
}

/// For drives that cannot rename without replacing: creates an empty file to claim the name, then replaces it.
fn claim(drive: &dyn Drive, aside: NamedTempFile, path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?;
    let named = match drive.replace(aside, path) {
        Err((aside, error)) if refused(&error) => copy(&aside, path),
        named => named.map_err(|(_, error)| error),
    };
    if named.is_err() {
        // Only the empty file is there.
        let _ = fs::remove_file(path);
    }
    named
}

/// The last resort on drives that cannot rename. Copies only the content, because such drives often refuse to set
/// permissions too.
fn copy(aside: &NamedTempFile, path: &Path) -> io::Result<()> {
    let mut to = File::create(path)?;
    io::copy(&mut File::open(aside.path())?, &mut to)?;
    to.flush()
}

/// Whether the drive does not support an operation, as opposed to the operation failing.
fn refused(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, InvalidInput, PermissionDenied, TooManyLinks, Unsupported};
    matches!(error.kind(), InvalidInput | Unsupported | PermissionDenied | TooManyLinks | CrossesDevices)
}

/// Removes temporary files that killed programs left beside a file. Those that cannot be removed do no harm.
pub(crate) fn sweep(path: &Path) {
    let stale = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| name.starts_with(ASIDE.0) && name.ends_with(ASIDE.1));
        // Does not follow links. A file dated in the future stays, because its age is unknown.
        let old = |data: fs::Metadata| data.is_file() && data.modified().is_ok_and(older);
        ours && entry.metadata().is_ok_and(old)
    };
    for entry in fs::read_dir(folder_of(path)).into_iter().flatten().flatten().filter(stale) {
        let _ = fs::remove_file(entry.path());
    }
}

fn older(modified: SystemTime) -> bool {
    modified.elapsed().is_ok_and(|age| age > STALE)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Run files are shared, so they get ordinary permissions and not the restricted ones of temporary files.
#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A drive that refuses some operations.
    struct Strict {
        sync: bool,
        name: bool,
        replace: bool,
    }

    fn refusal(code: io::ErrorKind) -> io::Error {
        io::Error::from(code)
    }

    impl Drive for Strict {
        fn sync(&self, file: &File) -> io::Result<()> {
            if self.sync { System.sync(file) } else { Err(refusal(io::ErrorKind::InvalidInput)) }
        }

        fn name(&self, aside: NamedTempFile, path: &Path) -> Result<(), Refused> {
            if self.name { System.name(aside, path) } else { Err((aside, refusal(io::ErrorKind::PermissionDenied))) }
        }

        fn replace(&self, aside: NamedTempFile, path: &Path) -> Result<(), Refused> {
            if self.replace { System.replace(aside, path) } else { Err((aside, refusal(io::ErrorKind::Unsupported))) }
        }
    }

    fn drives() -> impl Iterator<Item = Strict> {
        (0..8).map(|refused| {
            let [sync, name, replace] = [1, 2, 4].map(|bit| refused & bit == 0);
            Strict { sync, name, replace }
        })
    }

    fn written(path: &Path, text: &str) -> NamedTempFile {
        let mut file = aside(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    fn left_in(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_drive_that_refuses_something_keeps_a_new_file_all_the_same() {
        for drive in drives() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("new");
            let care = put_on(&drive, written(&path, "whole"), &path, false).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), "whole");
            assert_eq!(care == Care::Full, drive.sync && drive.name);
            assert_eq!(left_in(folder.path()), 1, "nothing is left aside");
        }
    }

    #[test]
    fn a_drive_that_refuses_something_replaces_an_old_file_all_the_same() {
        for drive in drives() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("old");
            fs::write(&path, "before").unwrap();
            let care = put_on(&drive, written(&path, "after"), &path, true).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), "after");
            assert_eq!(care == Care::Full, drive.sync && drive.replace);
            assert_eq!(left_in(folder.path()), 1, "nothing is left aside");
        }
    }

    #[test]
    fn no_drive_lets_a_new_file_take_the_place_of_another_one() {
        for drive in drives() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("theirs");
            fs::write(&path, "theirs").unwrap();
            let error = put_on(&drive, written(&path, "ours"), &path, false).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
            assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
            assert_eq!(left_in(folder.path()), 1, "nothing is left aside");
        }
    }

    #[test]
    fn a_full_disk_is_no_refusal() {
        assert!(
            !refused(&refusal(io::ErrorKind::StorageFull)) && !refused(&refusal(io::ErrorKind::ReadOnlyFilesystem))
        );
    }
}
