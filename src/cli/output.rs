//! What a command writes: whole or not at all, and never over anything but its own earlier output.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write, stdout};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::chart::PAGE_MARK;
use crate::run::{aside, plain, put, sweep};
use crate::scenario::FileKind;
use crate::text::Text;

/// Enough of a file to see what made it.
const HEAD: u64 = 4096;

/// What is written, and how an earlier output of the same kind is known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The page of a comparison.
    Page,
    /// The table of a simulation.
    Table,
    /// Its rows.
    Csv,
    /// Its rows as one document.
    Json,
    /// A picture.
    #[cfg(feature = "app")]
    Png,
}

/// A file that is being written beside its name, or something that takes what it gets, such as a pipe.
pub(super) struct Output {
    path: PathBuf,
    sink: Sink,
}

enum Sink {
    Aside(BufWriter<NamedTempFile>),
    Stream(Box<dyn Write>),
}

impl Output {
    /// Begins to write; what has that name stays as it is until [`Output::finish`].
    ///
    /// # Errors
    /// A sentence: something is there that this command did not make (and `force` is not said), or the folder cannot
    /// be written.
    pub fn begin(path: &Path, kind: Kind, force: bool) -> Result<Self, String> {
        // The link is followed: what stands there may be a pipe without any path.
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => return Err(told("output-folder", path)),
            Ok(found) if !found.is_file() || is_device(path) => {
                let sink = Sink::Stream(stream(path).map_err(|error| cannot(path, &error))?);
                return Ok(Self { path: path.to_path_buf(), sink });
            }
            _ => {}
        }
        // A link stays a link: what it leads to is replaced.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        if !force && fs::symlink_metadata(&place).is_ok() && !is_own(&place, kind) {
            return Err(told("output-taken", path));
        }
        if !force && [path, &place].into_iter().any(is_ron) {
            return Err(told("output-ron", path));
        }
        sweep(&place);
        let file = aside(&place).map_err(|error| cannot(path, &error))?;
        Ok(Self { path: place, sink: Sink::Aside(BufWriter::new(file)) })
    }

    /// Whether it goes on to somebody who reads it, and stays nowhere.
    pub fn is_stream(&self) -> bool {
        matches!(self.sink, Sink::Stream(_))
    }

    /// Writes all of it at once, and puts it in its place. A reader that went away has read enough.
    ///
    /// # Errors
    /// As [`Output::finish`].
    pub fn write_whole(mut self, bytes: &[u8]) -> Result<(), String> {
        match self.write_all(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(cannot(&self.path, &error)),
            Ok(()) => self.finish(),
        }
    }

    /// Puts what was written in its place.
    ///
    /// # Errors
    /// A sentence: the disk is full, or something went wrong with it.
    pub fn finish(self) -> Result<(), String> {
        let Self { path, sink } = self;
        let done = match sink {
            Sink::Stream(mut stream) => match stream.flush() {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                flushed => flushed,
            },
            Sink::Aside(file) => file
                .into_inner()
                .map_err(io::IntoInnerError::into_error)
                .and_then(|file| put(file, &path, true))
                .map(drop),
        };
        done.map_err(|error| cannot(&path, &error))
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.sink {
            Sink::Aside(file) => file.write(bytes),
            Sink::Stream(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.sink {
            Sink::Aside(file) => file.flush(),
            Sink::Stream(stream) => stream.flush(),
        }
    }
}

/// By what a picture is known as one of these: a note behind its head, with its length and its check sum.
#[cfg(feature = "app")]
const PICTURE_MARK: &[u8] = b"\0\0\0\x1dtEXtSoftware\0Off-Roadmap pictures\xc7p&\xa1";
/// Length of the head of a picture.
#[cfg(feature = "app")]
const PICTURE_HEAD: usize = 33;

/// A picture with the note of what made it.
#[cfg(feature = "app")]
pub(super) fn marked(png: &[u8]) -> Vec<u8> {
    let (head, rest) = png.split_at(PICTURE_HEAD.min(png.len()));
    [head, PICTURE_MARK, rest].concat()
}

/// Standard output and its like, under the names that the system gives them.
fn is_device(path: &Path) -> bool {
    ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder) && !path.starts_with("/dev/shm"))
}

/// Something that takes what it gets.
fn stream(path: &Path) -> io::Result<Box<dyn Write>> {
    let own = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
    if own.iter().any(|own| path == Path::new(own)) {
        return Ok(Box::new(stdout()));
    }
    // What is in a file behind it stays: somebody else is writing there too.
    Ok(Box::new(BufWriter::new(OpenOptions::new().append(true).open(path)?)))
}

/// Whether a file of that name would be taken for a scenario or a run.
fn is_ron(path: &Path) -> bool {
    path.file_name().is_some_and(|name| FileKind::of(name) != FileKind::Other)
}

/// Whether nothing is lost when a file is replaced: an earlier output of the same kind, or an empty file.
fn is_own(path: &Path, kind: Kind) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    if read.is_err() {
        return false;
    }
    let text = String::from_utf8_lossy(&head);
    let begins = |with: &str| text.starts_with(with);
    head.is_empty()
        || match kind {
            Kind::Page => begins("<!DOCTYPE html>") && text.contains(PAGE_MARK),
            // Asking for another format may replace the output in the former one.
            Kind::Table | Kind::Csv | Kind::Json => {
                let is_table =
                    begins("─") && text.lines().nth(1).is_some_and(|names| names.trim().starts_with("policy "));
                let is_json = begins("[\n{\"scenario\":") && text.contains("\"scenario_hash\":") || text == "[\n]\n";
                is_table || is_json || begins("scenario,scenario_hash,engine,policy,seed,")
            }
            #[cfg(feature = "app")]
            Kind::Png => head.get(PICTURE_HEAD..).is_some_and(|rest| rest.starts_with(PICTURE_MARK)),
        }
}

fn told(key: &str, path: &Path) -> String {
    Text::default().with(key, &[("path", &path.display().to_string())])
}

fn cannot(path: &Path, error: &io::Error) -> String {
    let (path, reason) = (path.display().to_string(), plain(error));
    Text::default().with("output-cannot", &[("path", &path), ("reason", &reason)])
}
