//! `off-roadmap export`: saves runs and rooms as tables for those who study them. Names of people stay where they are.

#[cfg(feature = "room")]
mod acts;
mod folder;
mod form;
mod names;
#[cfg(feature = "room")]
mod room;
#[cfg(feature = "room")]
mod times;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use self::folder::Folder;
use self::form::{decimal, separator};
use self::names::names;
use super::play::usual_language;
use super::runs::open;
use super::{fail, harmless, print};
use crate::data::{self, CsvForm, Entry, Format, Moment, RunSource, Writer, dictionary, tables};
use crate::run::{self, CopyOf, RunFile, Session};
use crate::scenario::Scenario;
use crate::text::Text;

/// The exit code for what can be seen on the command line to be wrong.
const USAGE: u8 = 2;

/// Save runs and rooms as tables, with a dictionary of their columns.
#[derive(Args, Clone, Debug)]
pub struct ExportArgs {
    /// Run files, folders of run files, or rooms, named by code or file.
    #[arg(required = true, value_name = "RUN|ROOM")]
    pub what: Vec<String>,
    /// New folder for the tables and dictionary.csv; of a room also the run files, acts.csv and acts.json.
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    /// How the tables are written.
    #[arg(long, value_enum, default_value_t = Kind::Csv)]
    pub format: Kind,
    /// The sign between the values of CSV files, such as `;` or `\t`; a comma unless the decimal sign is one.
    #[arg(long, value_name = "C", value_parser = separator, allow_hyphen_values = true)]
    pub separator: Option<u8>,
    /// The decimal sign in CSV files: `.` or `,`.
    #[arg(long, value_name = "C", value_parser = decimal, default_value = ".", allow_hyphen_values = true)]
    pub decimal: char,
}

/// How tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Lines of values, for spreadsheets and most programs.
    Csv,
    /// An array of objects, one on each line.
    Json,
    /// Apache Parquet, for data frames and databases.
    Parquet,
}

/// A run that is exported.
struct Source {
    /// Its file; for a team of a room the one that it gets.
    path: PathBuf,
    room: Option<String>,
    run: RunFile,
    scenario: Arc<Scenario>,
    moments: Vec<Moment>,
}

/// What is exported.
#[derive(Default)]
struct Gathered {
    sources: Vec<Source>,
    /// Files that are saved beside the tables, by their paths in the folder.
    files: Vec<(PathBuf, String)>,
    /// What the dictionary says of those files.
    explained: Vec<Entry>,
    /// How much was done in the rooms; `None` if there is no room.
    acts: Option<usize>,
    /// For each file that cannot be used, a sentence saying why.
    left_out: Vec<String>,
    copies: Vec<CopyOf>,
}

/// Runs the command: 1 if something had to be left out.
#[must_use]
pub fn run(args: &ExportArgs) -> ExitCode {
    let text = Text::new(&usual_language());
    let form = match form::csv_form(args.separator, args.decimal, &text) {
        Ok(form) => form,
        Err(problem) => {
            fail(&problem);
            return ExitCode::from(USAGE);
        }
    };
    let gathered = match export(args, form, &text) {
        Ok(gathered) => gathered,
        Err(problems) => return problems.iter().fold(ExitCode::FAILURE, |_, problem| fail(problem)),
    };
    let done = print(&told(&gathered, &args.out, &text));
    let left_out = gathered.left_out.iter().map(|problem| text.with("compare-left-out", &[("problem", problem)]));
    left_out.fold(done, |_, problem| fail(&problem))
}

/// What was saved.
fn told(gathered: &Gathered, out: &Path, text: &Text) -> String {
    let folder = harmless(&out.display().to_string());
    let (runs, tables) = (gathered.sources.len(), tables().len());
    let mut told = text.with("export-done", &[("folder", &folder), ("runs", &runs), ("tables", &tables)]) + "\n";
    if let Some(acts) = gathered.acts {
        told += &(text.with("export-acts", &[("acts", &acts)]) + "\n");
    }
    for copy in &gathered.copies {
        told += &(harmless(&copy.told(text)) + "\n");
    }
    told
}

/// Saves everything in a new folder; nothing of it is there if that fails.
fn export(args: &ExportArgs, form: CsvForm, text: &Text) -> Result<Gathered, Vec<String>> {
    let mut folder = Folder::new(&args.out, text).map_err(|problem| vec![problem])?;
    let gathered = gather(&args.what, form, text)?;
    write(&mut folder, &gathered, args.format, form, text).map_err(|problem| vec![problem])?;
    folder.finish(text).map_err(|problem| vec![problem])?;
    Ok(gathered)
}

/// Opens what is to be exported. Something that was named and cannot be used is an error, as for `compare`.
fn gather(what: &[String], form: CsvForm, text: &Text) -> Result<Gathered, Vec<String>> {
    let (rooms, paths) = divided(what);
    let mut gathered = rooms_in(&rooms, form, text).map_err(|problem| vec![problem])?;
    // Runs of one scenario share it.
    let mut scenarios: BTreeMap<String, Arc<Scenario>> = BTreeMap::new();
    let opened = open(&paths, text, |session: Session| {
        let played = session.game().scenario();
        let scenario = scenarios.entry(played.hash.clone()).or_insert_with(|| played.clone()).clone();
        let path = session.path().unwrap_or(Path::new("")).to_path_buf();
        Source { path, room: None, run: session.run().clone(), scenario, moments: Vec::new() }
    });
    gathered.sources.extend(opened.runs);
    if opened.missing || gathered.sources.is_empty() {
        return Err(opened.left_out);
    }
    gathered.left_out = opened.left_out;
    (gathered.sources, gathered.copies) = run::once_each(gathered.sources, |source| &source.run, |source| &source.path);
    Ok(gathered)
}

/// The rooms among what was named, and the rest.
fn divided(what: &[String]) -> (Vec<&str>, Vec<PathBuf>) {
    #[cfg(feature = "room")]
    let is_room = room::is_room;
    #[cfg(not(feature = "room"))]
    let is_room = |_: &str| false;
    let (rooms, paths): (Vec<&str>, Vec<&str>) = what.iter().map(String::as_str).partition(|named| is_room(named));
    (rooms, paths.into_iter().map(PathBuf::from).collect())
}

#[cfg(feature = "room")]
use room::gather as rooms_in;

/// Without rooms, nothing is taken for one.
#[cfg(not(feature = "room"))]
fn rooms_in(_: &[&str], _: CsvForm, _: &Text) -> Result<Gathered, String> {
    Ok(Gathered::default())
}

/// Writes the tables run by run, so that only one run is in memory, then the dictionary and what rooms have besides.
fn write(folder: &mut Folder, gathered: &Gathered, kind: Kind, form: CsvForm, text: &Text) -> Result<(), String> {
    let format = match kind {
        Kind::Csv => Format::Csv(form),
        Kind::Json => Format::Json,
        Kind::Parquet => Format::Parquet,
    };
    let tables = tables();
    let mut writers = Vec::new();
    for table in &tables {
        let path = PathBuf::from(format!("{}.{}", table.name, format.ending()));
        let file = folder.begin(&path, text)?;
        let writer = Writer::new(format, table.fields(), file).map_err(|error| folder.cannot(&error, text))?;
        writers.push((path, writer));
    }
    let paths: Vec<&Path> = gathered.sources.iter().map(|source| source.path.as_path()).collect();
    for (source, name) in gathered.sources.iter().zip(names(&paths)) {
        let source = played(source, &name, text)?;
        for (table, (_, writer)) in tables.iter().zip(&mut writers) {
            writer.rows(table.rows(&source)).map_err(|error| folder.cannot(&error, text))?;
        }
    }
    let (fields, rows) = dictionary(&tables, &gathered.explained);
    let path = PathBuf::from("dictionary.csv");
    let file = folder.begin(&path, text)?;
    let mut writer = Writer::new(Format::Csv(form), fields, file).map_err(|error| folder.cannot(&error, text))?;
    writer.rows(rows).map_err(|error| folder.cannot(&error, text))?;
    writers.push((path, writer));
    for (path, writer) in writers {
        let file = writer.finish().map_err(|error| folder.cannot(&error, text))?;
        folder.keep(path, file);
    }
    gathered.files.iter().try_for_each(|(path, content)| folder.save(path, content, text))
}

/// Plays a run again for the tables.
fn played<'a>(source: &'a Source, name: &'a str, text: &Text) -> Result<RunSource<'a>, String> {
    let room = source.room.as_deref();
    data::RunSource::new(name, room, &source.run, &source.scenario, &source.moments).map_err(|_| {
        // It was verified when it was opened, so this says where.
        let reason = run::replay(&source.run, &source.scenario).err().map(|mismatch| mismatch.told(text));
        text.with("run-at", &[("file", &name), ("reason", &reason.unwrap_or_default())])
    })
}
