//! Run files on disk: where they are, how they are named, and how other files are kept from being overwritten.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::drive::{self, Care, sweep};
use super::file::{Broken, HEAD, RunFile};
use crate::scenario::{FileKind, free_beside, is_helper, text_in};
use crate::text::letters;

/// The environment variable that names another folder for runs.
pub const RUNS_VARIABLE: &str = "OFF_ROADMAP_RUNS";
/// Suffix of run files.
pub const RUN_ENDING: &str = ".run.ron";
/// Suffix of pages for a browser.
const PAGE_ENDING: &str = ".html";
/// Largest size of a run in bytes; a larger file is something else.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Why a file cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be read.
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
    /// It is not text, or too large to be a run.
    Foreign(PathBuf),
    /// It cannot be written.
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

/// A file in a folder of runs.
#[derive(Debug)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// The run in it, or why it is not one.
    pub run: Result<RunFile, Broken>,
}

/// The folder where runs are kept, if the system names one.
#[must_use]
pub fn runs_dir() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os(RUNS_VARIABLE).filter(|folder| !folder.is_empty()) {
        return Some(folder.into());
    }
    Some(directories::ProjectDirs::from("", "", "off-roadmap")?.data_dir().join("runs"))
}

/// Reads a file that may be a run.
///
/// # Errors
/// It is missing, unreadable, not text, or too large.
pub fn read(path: &Path) -> Result<String, StoreError> {
    let failed = |reason| StoreError::Read { path: path.to_path_buf(), reason };
    let mut bytes = Vec::new();
    fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    let foreign = || StoreError::Foreign(path.to_path_buf());
    if bytes.len() as u64 > LARGEST {
        return Err(foreign());
    }
    text_in(bytes).ok_or_else(foreign)
}

/// Writes a file so that at any moment either the complete old or the complete new one is there.
///
/// # Errors
/// The folder cannot be created or written, or the disk is full.
pub fn write(path: &Path, text: &str) -> Result<(), StoreError> {
    drive::write(path, text, true).map(drop).map_err(|reason| StoreError::Write { path: path.to_path_buf(), reason })
}

/// Writes a file that must not exist yet.
///
/// # Errors
/// The file exists, the folder cannot be created or written, or the disk is full.
pub fn write_new(path: &Path, text: &str) -> Result<(), StoreError> {
    drive::write(path, text, false).map(drop).map_err(|reason| StoreError::Write { path: path.to_path_buf(), reason })
}

/// Where a run is on disk, and the hash of what this program last wrote there.
#[derive(Debug)]
pub(super) struct Slot {
    path: PathBuf,
    left: Option<blake3::Hash>,
    /// The original path, if another file was there.
    taken: Option<PathBuf>,
    /// Whether people were already told that the drive is not safe.
    warned: bool,
}

/// How a run was saved.
pub(super) struct Saved {
    /// The path it should have had, if that is taken.
    pub taken: Option<PathBuf>,
    /// Whether the drive cannot keep the file safe; reported only once.
    pub careless: bool,
}

impl Slot {
    /// For a new run.
    pub(super) fn new(path: PathBuf) -> Self {
        sweep(&path);
        Self { path, left: None, taken: None, warned: false }
    }

    /// For a run that was read from this path.
    pub(super) fn opened(path: &Path, text: &str) -> Self {
        // Keeps a link: the file it points to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        sweep(&path);
        Self { path, left: Some(blake3::hash(text.as_bytes())), taken: None, warned: false }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Saves a run, under another name if another file has its own.
    pub(super) fn save(&mut self, text: &str) -> Result<Saved, StoreError> {
        if self.occupied(text) {
            self.move_aside();
        }
        let care = drive::write(&self.path, text, self.left.is_some())
            .map_err(|reason| StoreError::Write { path: self.path.clone(), reason })?;
        self.left = Some(blake3::hash(text.as_bytes()));
        let careless = care == Care::Some && !self.warned;
        self.warned |= careless;
        Ok(Saved { taken: self.taken.clone(), careless })
    }

    /// Whether there is something at the path that this run did not write. A missing file is not in the way.
    fn occupied(&mut self, text: &str) -> bool {
        match fs::read(&self.path) {
            // What counts is the text: an editor may have saved it in another encoding.
            Ok(bytes) => text_in(bytes).is_none_or(|found| {
                let found_hash = Some(blake3::hash(found.as_bytes()));
                // Somebody else may have saved exactly the same run there.
                if found == text {
                    self.left = found_hash;
                }
                self.left != found_hash
            }),
            Err(reason) => {
                let missing = reason.kind() == io::ErrorKind::NotFound;
                if missing {
                    self.left = None;
                }
                // A dangling link counts as something.
                missing && self.path.symlink_metadata().is_ok()
            }
        }
    }

    fn move_aside(&mut self) {
        let aside = numbered(self.path.parent().unwrap_or(Path::new("")), &stem_of(&self.path), RUN_ENDING);
        self.taken = Some(std::mem::replace(&mut self.path, aside));
        self.left = None;
    }
}

/// The message of the system, for the middle of a sentence: without error numbers and temporary names.
pub(crate) fn plain(reason: &io::Error) -> String {
    let text = reason.to_string();
    let end = [" (os error", " at path"].iter().filter_map(|tail| text.find(tail)).min().unwrap_or(text.len());
    let mut letters = text[..end].chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The runs in a folder, newest first, including files that should be runs but cannot be read, and runs under a name
/// that no run has. Empty if there is no folder.
#[must_use]
pub fn list(folder: &Path) -> Vec<Listed> {
    let mut found: Vec<(SystemTime, PathBuf, FileKind)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let modified = entry.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
            Some((modified, entry.path(), kind_of_run(&entry.path())?))
        })
        .collect();
    found.sort_by(|a, b| (b.0, &b.1).cmp(&(a.0, &a.1)));
    found.into_iter().map(|(_, path, kind)| listed(path, kind)).collect()
}

/// The folders inside a folder that have runs in them, by name.
#[must_use]
pub fn folders_with_runs(folder: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    let holds = |folder: &Path| inside(folder).any(|entry| FileKind::of(&entry.file_name()).is_run());
    let folders = inside(folder).map(|entry| entry.path()).filter(|path| path.is_dir());
    let mut found: Vec<PathBuf> = folders.filter(|path| holds(path)).collect();
    found.sort();
    found
}

/// Endings of files into which people pack others before they send them.
const PACKED: [&str; 8] = [".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar"];

fn is_packed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    PACKED.iter().any(|ending| name.ends_with(ending))
}

/// What a file is if it is a run, judging by its name, or else by how it begins. A packed file may hold runs.
fn kind_of_run(path: &Path) -> Option<FileKind> {
    let name = path.file_name()?;
    let kind = FileKind::of(name);
    if kind.is_run() {
        return Some(kind);
    }
    let shown = name.to_string_lossy();
    if is_helper(&shown) || !path.is_file() {
        return None;
    }
    if is_packed(path) {
        return Some(FileKind::Run);
    }
    let small = shown.to_ascii_lowercase();
    let named = small.find(RUN_ENDING).map(|at| &shown[..at + RUN_ENDING.len()]);
    let mut head = Vec::new();
    fs::File::open(path).ok()?.take(HEAD.len() as u64 + 3).read_to_end(&mut head).ok()?;
    let begins = String::from_utf8_lossy(&head).trim_start_matches('\u{feff}').starts_with(HEAD);
    let bare = || path.file_stem().unwrap_or(name).to_string_lossy().trim_end_matches(".run").to_owned() + RUN_ENDING;
    match (begins, named) {
        (true, named) => Some(FileKind::Misnamed(named.map_or_else(bare, str::to_owned))),
        // Such as a copy that a mail program has renamed.
        (false, Some(_)) => Some(FileKind::Run),
        (false, None) => None,
    }
}

fn listed(path: PathBuf, kind: FileKind) -> Listed {
    let run = match (kind, fs::metadata(&path)) {
        (FileKind::Misnamed(right), _) => Err(Broken::Misnamed(free_beside(&path, &right))),
        _ if is_packed(&path) => Err(Broken::Packed),
        (_, Err(error)) => Err(Broken::Unreadable(error.kind())),
        (_, Ok(found)) if found.is_dir() => Err(Broken::Unreadable(io::ErrorKind::IsADirectory)),
        // Reading a pipe would block.
        (_, Ok(found)) if !found.is_file() => Err(Broken::Foreign),
        _ => match read(&path) {
            Ok(text) => RunFile::parse(&text),
            Err(StoreError::Read { reason, .. }) => Err(Broken::Unreadable(reason.kind())),
            Err(_) => Err(Broken::Foreign),
        },
    };
    Listed { path, run }
}

/// A free file name for a new run: `scale-up-juniper-k7f2.run.ron`. Its last part comes from `chance`, a number that
/// another laptop is unlikely to have, so that runs of teams with the same name can be put in one folder.
#[must_use]
pub fn free_path(folder: &Path, scenario: &str, team: &str, chance: u64) -> PathBuf {
    let path = named_path(folder, &[scenario, team, &tag(chance)]);
    let taken = path.symlink_metadata().is_ok();
    if taken { numbered(folder, &stem_of(&path), RUN_ENDING) } else { path }
}

/// The file name of a run made from these parts: `scale-up-juniper-kqzm.run.ron`.
#[must_use]
pub fn named_path(folder: &Path, parts: &[&str]) -> PathBuf {
    let parts: Vec<String> = parts.iter().map(|part| slug(part)).filter(|part| !part.is_empty()).collect();
    folder.join(format!("{}{RUN_ENDING}", parts.join("-")))
}

/// Four letters and digits; none look alike, and without vowels they spell no words.
fn tag(chance: u64) -> String {
    const SIGNS: &[u8; 27] = b"bcdfghjkmnpqrstvwxz23456789";
    letters::spelled(chance, SIGNS, 4)
}

/// A free file name for a page that compares teams: `juniper-aspen-1.html`.
#[must_use]
pub fn free_page(folder: &Path, names: &[&str]) -> PathBuf {
    let parts: Vec<String> = names.iter().map(|name| slug(name)).filter(|part| !part.is_empty()).collect();
    numbered(folder, if parts.is_empty() { "comparison".to_owned() } else { parts.join("-") }.as_str(), PAGE_ENDING)
}

fn numbered(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let named = |number: u32| folder.join(format!("{stem}-{number}{ending}"));
    // A dangling link takes the name too, although `exists` would say no.
    (1..).map(named).find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| named(u32::MAX))
}

/// The file name of a run without its ending.
fn stem_of(path: &Path) -> String {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    name.strip_suffix(RUN_ENDING).or_else(|| name.strip_suffix(".ron")).unwrap_or(&name).to_owned()
}

/// A text as part of a file name: letters and digits of any script, and hyphens for everything else.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().take(40) {
        if letter.is_alphanumeric() {
            slug.extend(letter.to_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}
