//! Writes the output file of a command: completely or not at all, and never over a file that the command did not make.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tempfile::NamedTempFile;

use super::{fail, print};
use crate::run::{aside, plain, put, sweep};
use crate::scenario::FileKind;
use crate::slide::SLIDES_PRODUCER;
use crate::text::Text;

/// Bytes at the start of a file that are enough to see what made it.
const HEAD: u64 = 4096;

/// What is being written. Also decides how an earlier output of the same kind is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An HTML page, with what its generator is called.
    Page(&'static str),
    /// The table of a simulation.
    Table,
    /// One row for each run of a simulation.
    Csv,
    /// The same rows as one JSON document.
    Json,
    /// How fast a host answered its bots.
    #[cfg(feature = "room")]
    Report,
    /// A picture of a screen, or of a chart.
    Png,
    /// A chart.
    Svg,
    /// Slides for PowerPoint.
    Slides,
}

/// A file that is being written under a temporary name beside its own, or a stream such as a pipe.
pub(super) struct Output {
    path: PathBuf,
    sink: Sink,
}

enum Sink {
    Aside(BufWriter<NamedTempFile>),
    Stream(Box<dyn Write>),
}

impl Output {
    /// Begins to write; a file that already has this name stays as it is until [`Output::finish`].
    ///
    /// # Errors
    /// A sentence for the user: there is already a file that this command did not make (and `force` is false), or the
    /// folder is not writable.
    pub fn begin(path: &Path, kind: Kind, force: bool) -> Result<Self, String> {
        if path == Path::new("-") {
            return Ok(Self { path: path.to_path_buf(), sink: Sink::Stream(Box::new(stdout())) });
        }
        // Follows links on purpose: the target may be a pipe, which has no path of its own.
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => return Err(told("output-folder", path)),
            Ok(found) if !found.is_file() || is_device(path) => {
                let sink = Sink::Stream(stream(path).map_err(|error| cannot(path, &error))?);
                return Ok(Self { path: path.to_path_buf(), sink });
            }
            _ => {}
        }
        // Replaces the file that a link points to, not the link itself.
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

    /// Whether the output goes to a stream rather than to a file that stays.
    pub fn is_stream(&self) -> bool {
        matches!(self.sink, Sink::Stream(_))
    }

    /// Writes everything at once and puts the file in place. It is not an error if the reader of a pipe has gone away.
    ///
    /// # Errors
    /// The same as for [`Output::finish`].
    pub fn write_whole(mut self, bytes: &[u8]) -> Result<(), String> {
        match self.write_all(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(cannot(&self.path, &error)),
            Ok(()) => self.finish(),
        }
    }

    /// Puts the finished file in place.
    ///
    /// # Errors
    /// A sentence for the user: the disk is full, or another write error.
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

/// Puts a finished page in place, and says where it is unless it goes to a stream.
pub(super) fn saved(output: Output, page: &str, path: &Path, text: &Text) -> ExitCode {
    let told = text.with("compare-saved", &[("path", &path.display().to_string())]);
    saved_as(output, page.as_bytes(), &told)
}

/// Puts a finished file in place, and says so in these words unless it goes to a stream.
pub(super) fn saved_as(output: Output, content: &[u8], told: &str) -> ExitCode {
    let kept = !output.is_stream();
    match output.write_whole(content) {
        Ok(()) if !kept => ExitCode::SUCCESS,
        Ok(()) => print(&format!("{told}\n")),
        Err(problem) => fail(&problem),
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

/// Marks a PNG as one that this program made: a complete `tEXt` chunk, with its length and checksum, that comes right
/// after the header.
const PICTURE_MARK: &[u8] = b"\0\0\0\x1dtEXtSoftware\0Off-Roadmap pictures\xc7p&\xa1";
/// Bytes of the signature and the `IHDR` chunk of a PNG.
const PICTURE_HEAD: usize = 33;

/// Marks an SVG as one that this program made.
const CHART_MARK: &str = "<!-- Off-Roadmap chart -->";

/// An SVG document with the mark added.
pub(super) fn marked_svg(document: &str) -> String {
    document.split_once('>').map_or_else(String::new, |(opening, rest)| format!("{opening}>{CHART_MARK}{rest}"))
}

/// A PNG with the mark added.
pub(super) fn marked(png: &[u8]) -> Vec<u8> {
    let (head, rest) = png.split_at(PICTURE_HEAD.min(png.len()));
    [head, PICTURE_MARK, rest].concat()
}

/// Whether a path is a device such as standard output, rather than a file.
fn is_device(path: &Path) -> bool {
    ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder) && !path.starts_with("/dev/shm"))
}

/// Opens a device or pipe for writing.
fn stream(path: &Path) -> io::Result<Box<dyn Write>> {
    let own = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
    if own.iter().any(|own| path == Path::new(own)) {
        return Ok(Box::new(stdout()));
    }
    // Append: the device may be a redirected file that somebody else also writes to.
    Ok(Box::new(BufWriter::new(OpenOptions::new().append(true).open(path)?)))
}

/// Whether a file with this name would be taken for a scenario or a run.
fn is_ron(path: &Path) -> bool {
    path.file_name().is_some_and(|name| FileKind::of(name) != FileKind::Other)
}

/// Whether a file can be replaced without losing anything: it is an earlier output of the same kind, or empty.
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
            Kind::Page(mark) => begins("<!DOCTYPE html>") && text.contains(&format!("content=\"{mark}\"")),
            // Asking for another format may replace the output in the earlier one.
            Kind::Table | Kind::Csv | Kind::Json => {
                let is_table =
                    begins("─") && text.lines().nth(1).is_some_and(|names| names.trim().starts_with("policy "));
                let is_json = begins("[\n{\"scenario\":") && text.contains("\"scenario_hash\":") || text == "[\n]\n";
                is_table || is_json || begins("scenario,scenario_hash,engine,policy,seed,")
            }
            #[cfg(feature = "room")]
            Kind::Report => begins("{\n  \"teams\":") && text.contains("\"seen_by_mate_ms\":"),
            Kind::Png => head.get(PICTURE_HEAD..).is_some_and(|rest| rest.starts_with(PICTURE_MARK)),
            Kind::Svg => begins("<svg") && text.contains(CHART_MARK),
            Kind::Slides => begins("PK") && text.contains(&format!("<Application>{SLIDES_PRODUCER}</Application>")),
        }
}

fn told(key: &str, path: &Path) -> String {
    Text::default().with(key, &[("path", &path.display().to_string())])
}

fn cannot(path: &Path, error: &io::Error) -> String {
    let (path, reason) = (path.display().to_string(), plain(error));
    Text::default().with("output-cannot", &[("path", &path), ("reason", &reason)])
}
