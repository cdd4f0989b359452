//! Where scenarios come from: the built-in shelf, folders beside the game, paths. Only this file opens scenario files.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use include_dir::{Dir, include_dir};

use super::document::Bases;
use super::encoding::{Foreign, decode};
use super::file_name::{FileKind, free_beside, is_helper, without_ending};
use super::finding::{Report, Severity, Source};
use super::hash::normal;
use super::load_error::LoadError;
use super::message::Message;
use super::model::Scenario;
use super::open::{Checked, Verdict, errors, open};
use super::read::{Kind, Parsed, Problem, Span, list, parse, suggest};
use super::translate::{Texts, language_of, misfits, texts, translated};

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/scenarios");
const BUILT_IN_PREFIX: &str = "built-in:";
/// Largest size in bytes. A path to something else is often a mistake, so a larger file is refused before reading it.
const LARGEST: u64 = 4_000_000;
/// How a run begins.
const RUN: &str = "OffRoadmapRun";
/// The beginning of a file.
const START: Span = Span { file: 0, start: 0, end: 0 };

/// The scenarios that can be chosen by id.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// Folders whose scenarios replace built-in ones with the same id. Earlier folders win.
    folders: Vec<PathBuf>,
    /// The language to show scenarios in, where there is a translation.
    language: Option<String>,
}

/// One file on the shelf.
#[derive(Clone, Debug)]
pub struct Item {
    /// The scenario's id, or the name of the file if its id cannot be read.
    pub id: String,
    /// The file, as named in findings.
    pub file: String,
    /// The scenario, or what is wrong with it.
    pub checked: Checked,
}

/// Which scenario files there are, with the time and size of each, to notice changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShelfStamp(Vec<(PathBuf, Option<SystemTime>, u64)>);

impl Item {
    /// The scenario, if it can be played.
    #[must_use]
    pub fn scenario(&self) -> Option<&Scenario> {
        match &self.checked.verdict {
            Verdict::Playable(scenario) => Some(scenario),
            Verdict::Texts(_) | Verdict::Base | Verdict::Broken => None,
        }
    }
}

impl Default for Shelf {
    /// The built-in scenarios, and those in a folder `scenarios` in the working directory or beside the program.
    fn default() -> Self {
        let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join("scenarios")));
        Self { folders: [Some(PathBuf::from("scenarios")), beside].into_iter().flatten().collect(), language: None }
    }
}

impl Shelf {
    /// Only the built-in scenarios.
    #[must_use]
    pub fn built_in() -> Self {
        Self { folders: Vec::new(), language: None }
    }

    /// Sets the language to show scenarios in. Those without a translation stay as they are.
    pub fn speak(&mut self, language: &str) {
        self.language = Some(language.to_owned());
    }

    /// Adds a folder whose scenarios come before all others.
    #[must_use]
    pub fn with_folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folders.insert(0, folder.into());
        self
    }

    /// All scenarios that can be chosen, easy ones first; those with errors are last.
    #[must_use]
    pub fn list(&self) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for folder in &self.folders {
            let mut files = on_shelf(folder);
            files.retain(|path| spoken(path).is_none());
            let checked = check_files(&files).into_iter();
            replace(&mut items, checked.filter_map(|(file, checked)| self.item(file, checked)).collect());
        }
        let built_in = built_in_sources().map(|source| (source.name.clone(), open(source, &Files)));
        replace(&mut items, built_in.filter_map(|(file, checked)| self.item(file, checked)).collect());
        let rank = |item: &Item| item.scenario().map_or(u8::MAX, |scenario| scenario.meta.difficulty);
        items.sort_by(|a, b| (rank(a), &a.id, &a.file).cmp(&(rank(b), &b.id, &b.file)));
        items
    }

    /// A scenario file on the shelf; `None` for a translation or a file that others extend.
    fn item(&self, file: String, checked: Checked) -> Option<Item> {
        let id = id_of(&file, &checked)?;
        Some(Item { id, checked: self.told(checked, &file), file })
    }

    /// Checks a file or an id together with the other files of its folder on the shelf, since ids must not repeat
    /// there.
    ///
    /// # Errors
    /// There is no such file or id.
    pub fn check_as_listed(&self, id_or_path: &str) -> Result<Vec<(String, Checked)>, LoadError> {
        let path = Path::new(id_or_path);
        if !path.is_file() {
            let same = self.list().into_iter().filter(|item| item.id == id_or_path);
            let listed: Vec<(String, Checked)> = same.map(|item| (item.file, item.checked)).collect();
            return match listed.as_slice() {
                [] | [_] => Ok(vec![(id_or_path.to_owned(), self.check(id_or_path)?)]),
                _ => Ok(listed),
            };
        }
        let whole = path.canonicalize().ok();
        let folder = self.folders.iter().find(|folder| {
            folder.canonicalize().is_ok_and(|folder| whole.as_ref().is_some_and(|file| file.starts_with(folder)))
        });
        let files = folder.and_then(|folder| ron_files(folder).ok()).unwrap_or_default();
        let mut listed = check_files(&files).into_iter();
        let found = listed.find(|(file, _)| Path::new(file).canonicalize().ok() == whole);
        Ok(vec![(id_or_path.to_owned(), found.map_or_else(|| check_file(path), |(_, checked)| checked))])
    }

    /// The scenario in the shelf's language. A translation that cannot be read is ignored; checking its file says why.
    fn told(&self, mut checked: Checked, file: &str) -> Checked {
        let texts = self.language.as_deref().and_then(|language| texts_beside(file, language));
        if let (Verdict::Playable(scenario), Some(texts)) = (&mut checked.verdict, texts) {
            **scenario = translated(scenario, &texts).0;
        }
        checked
    }

    /// The state of the files in the folders. [`Shelf::list`] returns the same as before while the stamp stays equal.
    #[must_use]
    pub fn stamp(&self) -> ShelfStamp {
        let look = |path: PathBuf| {
            let about = fs::metadata(&path).ok();
            let saved = about.as_ref().and_then(|about| about.modified().ok());
            (path, saved, about.map_or(0, |about| about.len()))
        };
        ShelfStamp(self.folders.iter().flat_map(|folder| on_shelf(folder)).map(look).collect())
    }

    /// Loads a scenario by id or path.
    ///
    /// # Errors
    /// There is no such file or id, or it has errors.
    pub fn load(&self, id_or_path: &str) -> Result<Scenario, LoadError> {
        match self.check(id_or_path)? {
            Checked { verdict: Verdict::Playable(scenario), .. } => Ok(*scenario),
            Checked { verdict: Verdict::Texts(title), .. } => Err(LoadError::Texts { path: id_or_path.into(), title }),
            Checked { verdict: Verdict::Base, .. } => Err(LoadError::Base { path: id_or_path.into() }),
            Checked { verdict: Verdict::Broken, report } => Err(LoadError::Faulty(report)),
        }
    }

    /// Checks a scenario by id or path.
    ///
    /// # Errors
    /// There is no such file or id.
    pub fn check(&self, id_or_path: &str) -> Result<Checked, LoadError> {
        let path = Path::new(id_or_path);
        if path.is_file() {
            return Ok(self.told(check_file(path), id_or_path));
        }
        let mut known = Vec::new();
        for item in self.list() {
            if item.id == id_or_path {
                return Ok(item.checked);
            }
            known.push(item.id);
        }
        if path.extension().is_some() || path.components().count() > 1 {
            let reason = match fs::metadata(path) {
                Ok(found) if found.is_dir() => "load-folder",
                Ok(_) => "finding-no-file",
                Err(_) => "load-no-file",
            };
            return Err(LoadError::Unreadable { path: id_or_path.into(), reason: reason.into() });
        }
        let names = known.iter().map(String::as_str);
        let hint = match suggest(id_or_path, names.clone()) {
            Some(close) => Message::new("load-close").with("name", close),
            None => "load-known".into(),
        };
        let hint = hint.with("names", list(names));
        Err(LoadError::Unknown { wanted: id_or_path.into(), known, hint })
    }
}

/// Checks a text that is not in a file, such as one being edited. It can extend built-in scenarios.
#[must_use]
pub fn check_text(name: &str, text: &str) -> Checked {
    let name = format!("{BUILT_IN_PREFIX}{name}");
    let mut checked = open(Source { name: name.clone(), text: text.into() }, &Files);
    let plain = |found: &mut String| *found = found.strip_prefix(BUILT_IN_PREFIX).unwrap_or(found).to_owned();
    checked.report.findings.iter_mut().filter(|finding| finding.file == name).for_each(|f| plain(&mut f.file));
    checked.report.sources.iter_mut().filter(|source| source.name == name).for_each(|s| plain(&mut s.name));
    checked
}

/// The translation of a scenario into a language that is there but cannot be used; the path of its file.
#[must_use]
pub fn broken_texts(scenario: &Scenario, language: &str) -> Option<PathBuf> {
    let path = texts_file(scenario.origin.file.as_deref()?, language)?;
    matches!(check_file(&path).verdict, Verdict::Broken).then_some(path)
}

/// The file beside a scenario file that translates it into a language.
fn texts_file(scenario: &Path, language: &str) -> Option<PathBuf> {
    let name = without_ending(scenario.file_name()?.to_str()?)?;
    let folder = scenario.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let files = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    files.filter(|path| spoken(path).is_some_and(|found| found == (name, language.to_owned()))).min()
}

/// The translation of a scenario file into a language, if there is one.
fn texts_beside(file: &str, language: &str) -> Option<Texts> {
    let text = match file.strip_prefix(BUILT_IN_PREFIX) {
        Some(built_in) => {
            let name = format!("{}.{language}.ron", without_ending(built_in)?);
            BUILT_IN.get_file(name)?.contents_utf8()?.to_owned()
        }
        None => read(&texts_file(Path::new(file), language)?).ok()?.text,
    };
    texts(&parse(&text, 0).whole()?).ok()
}

/// Checks a translation against the scenario of a name beside it.
fn check_texts(path: &Path, name: &str) -> Checked {
    let source = match read(path) {
        Ok(source) => source,
        Err(report) => return Checked { verdict: Verdict::Broken, report },
    };
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let scenario = path.with_file_name(format!("{name}.{ending}"));
    let Parsed { root, problems } = parse(&source.text, 0);
    let read = match root {
        // With other brackets outside, everything inside seems wrong, too.
        Some(root) if !matches!(root.kind, Kind::Map(_)) => {
            texts(&root).map(|texts| (texts, root)).map_err(|problem| vec![problem])
        }
        Some(root) if problems.is_empty() => texts(&root).map(|texts| (texts, root)).map_err(|problem| vec![problem]),
        _ => Err(problems),
    };
    let (verdict, found) = match (read, check_file(&scenario).verdict) {
        (Err(problems), _) => (Verdict::Broken, errors(problems)),
        (Ok((texts, root)), Verdict::Playable(scenario)) => {
            let found = misfits(&scenario, &texts, &root);
            (Verdict::Texts(scenario.meta.title), found)
        }
        (Ok(_), _) => {
            let message = Message::new("finding-no-scenario-beside").with("file", scenario.display().to_string());
            (Verdict::Broken, errors(vec![Problem::new(START, "", message, "hint-texts-beside")]))
        }
    };
    let report = Report::new(vec![source], found);
    Checked { verdict: if report.has_errors() { Verdict::Broken } else { verdict }, report }
}

/// Checks the file at a path: a scenario or a translation.
#[must_use]
pub fn check_file(path: &Path) -> Checked {
    if let Some((name, _)) = spoken(path) {
        return check_texts(path, name);
    }
    match read(path) {
        Ok(source) if source.text.trim_start().starts_with(RUN) => {
            let problem = Problem::new(START, "", "finding-run", "hint-run");
            Checked { verdict: Verdict::Broken, report: Report::new(vec![source], errors(vec![problem])) }
        }
        Ok(source) => in_its_place(from(path, open(source, &Files))),
        Err(report) => Checked { verdict: Verdict::Broken, report },
    }
}

/// Records the path of the file in the scenario, made absolute so that it is found from any folder.
fn from(path: &Path, mut checked: Checked) -> Checked {
    if let Verdict::Playable(scenario) = &mut checked.verdict {
        scenario.origin.file = Some(std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()));
    }
    checked
}

/// Warns an author who copied a built-in scenario and kept its id: the copy hides the original.
fn in_its_place(mut checked: Checked) -> Checked {
    let Verdict::Playable(scenario) = &checked.verdict else { return checked };
    let id = scenario.id.clone();
    let built_in = BUILT_IN.get_file(format!("{id}.ron")).and_then(|file| file.contents_utf8());
    let own = checked.report.sources.first().map(|source| source.text.as_str());
    let (Some(built_in), Some(own)) = (built_in, own) else { return checked };
    if normal(own) != normal(built_in) {
        let at = parse(own, 0).root.and_then(|root| Some(root.child("id")?.span)).unwrap_or(START);
        let message = Message::new("finding-id-built-in").with("id", id);
        also(&mut checked, Severity::Warning, Problem::new(at, "id", message, "hint-own-scenario-id"));
    }
    checked
}

/// Adds a problem found after the file itself was checked.
fn also(checked: &mut Checked, severity: Severity, problem: Problem) {
    let sources = std::mem::take(&mut checked.report.sources);
    let more = Report::new(sources, vec![(severity, problem)]);
    checked.report.findings.extend(more.findings);
    checked.report.sources = more.sources;
}

/// All scenarios and translations in a folder and its subfolders, sorted by path. Includes misnamed files and
/// unreadable folders, so that [`check_found`] can say what is wrong with them.
///
/// # Errors
/// The folder itself cannot be read.
pub fn ron_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect();
    while let Some(entry) = entries.pop() {
        let Ok(entry) = entry else { continue };
        let path = entry.path();
        // Links to folders are not followed, because they may lead back here.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            // Hidden folders, such as a bin or version control.
            if is_helper(&entry.file_name().to_string_lossy()) {
                continue;
            }
            match fs::read_dir(&path) {
                Ok(inside) => entries.extend(inside),
                Err(_) => files.push(path),
            }
        } else if is_scenario(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The scenario files in a folder; the folder itself if it exists but cannot be read.
fn on_shelf(folder: &Path) -> Vec<PathBuf> {
    ron_files(folder).unwrap_or_else(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Vec::new(),
        _ => vec![folder.to_path_buf()],
    })
}

/// Checks something found in a folder: a file, an unreadable folder, or a misnamed file.
#[must_use]
pub fn check_found(path: &Path) -> Checked {
    let wrong = |message: Message, hint: Message| {
        let source = Source { name: path.display().to_string(), text: String::new() };
        let problem = Problem::new(START, "", message, hint);
        Checked { verdict: Verdict::Broken, report: Report::new(vec![source], errors(vec![problem])) }
    };
    if let Some(FileKind::Misnamed(right)) = path.file_name().map(FileKind::of) {
        let right = free_beside(path, &right);
        return wrong("finding-misnamed".into(), Message::new("hint-rename").with("name", right));
    }
    match fs::metadata(path) {
        Ok(found) if found.is_file() => check_file(path),
        Ok(found) if found.is_dir() => {
            let kind = fs::read_dir(path).err().map_or(ErrorKind::IsADirectory, |error| error.kind());
            wrong(Message::new("finding-unreadable-folder").with("reason", kind), "hint-permission".into())
        }
        // Reading a pipe would block.
        Ok(_) => wrong("finding-no-file".into(), "hint-right-file".into()),
        Err(error) => wrong(unreadable(error.kind()), "hint-right-file".into()),
    }
}

/// The scenario files directly in a folder, sorted by path; none if it cannot be read.
#[must_use]
pub fn scenario_files(folder: &Path) -> Vec<PathBuf> {
    let here = if folder == Path::new("") { Path::new(".") } else { folder };
    let entries = fs::read_dir(here).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| is_scenario(path) && spoken(path).is_none() && path.is_file()).collect();
    files.sort();
    files
}

/// Whether it is a scenario or translation by name. Run files are RON too but are not read here.
fn is_scenario(path: &Path) -> bool {
    path.file_name().map(FileKind::of).is_some_and(|kind| kind != FileKind::Other && !kind.is_run())
}

/// The name of its scenario and the language of a translation; `None` for a scenario.
fn spoken(path: &Path) -> Option<(&str, String)> {
    language_of(path.file_name()?.to_str()?)
}

/// Checks the files of a folder together. If two have the same id, the one with the longer name gets an error that
/// names both, because copies usually have longer names.
#[must_use]
pub fn check_files(files: &[PathBuf]) -> Vec<(String, Checked)> {
    let mut all: Vec<(String, Checked)> =
        files.iter().map(|path| (path.display().to_string(), check_found(path))).collect();
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&at| (all[at].0.chars().count(), all[at].0.clone()));
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for at in order {
        let (file, checked) = &mut all[at];
        let Some(id) = id_of(file, checked) else { continue };
        match owners.get(&id) {
            Some(first) => {
                let own = checked.report.sources.first().map_or("", |source| source.text.as_str());
                let place = parse(own, 0).root.and_then(|root| Some(root.child("id")?.span)).unwrap_or(START);
                let message = Message::new("finding-id-taken").with("id", id.as_str()).with("file", first.as_str());
                also(checked, Severity::Error, Problem::new(place, "id", message, "hint-own-scenario-id"));
                checked.verdict = Verdict::Broken;
            }
            None => {
                owners.insert(id, file.clone());
            }
        }
    }
    all
}

/// The id of a scenario file, or its file name if the id cannot be read. `None` if it is not a scenario.
fn id_of(file: &str, checked: &Checked) -> Option<String> {
    match &checked.verdict {
        Verdict::Texts(_) | Verdict::Base => None,
        Verdict::Playable(scenario) => Some(scenario.id.clone()),
        Verdict::Broken if spoken(Path::new(file)).is_some() => None,
        Verdict::Broken => {
            let written = checked.report.sources.first().and_then(|source| written_id(&source.text));
            let name = file.strip_prefix(BUILT_IN_PREFIX).unwrap_or(file);
            Some(written.unwrap_or_else(|| stem(Path::new(name))))
        }
    }
}

/// Adds scenarios whose ids are not there yet.
fn replace(items: &mut Vec<Item>, found: Vec<Item>) {
    let taken: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
    items.extend(found.into_iter().filter(|item| !taken.contains(&item.id)));
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The id that a text states, whatever else is wrong with it.
fn written_id(text: &str) -> Option<String> {
    match &parse(text, 0).root?.child("id")?.kind {
        super::read::Kind::Text(id) => Some(id.clone()),
        _ => None,
    }
}

/// Reads a file; if it is not text, that is reported as a finding.
fn read(path: &Path) -> Result<Source, Report> {
    let name = path.display().to_string();
    let refuse = |text: String, at: usize, message: Message, hint: Message| {
        let problem = Problem::new(Span { start: at, end: at, ..START }, "", message, hint);
        Err(Report::new(vec![Source { name: name.clone(), text }], errors(vec![problem])))
    };
    match fs::metadata(path) {
        Ok(found) if found.len() > LARGEST => {
            let message = Message::new("finding-too-big").with("bytes", found.len().to_string());
            return refuse(String::new(), 0, message, "hint-right-file".into());
        }
        _ => {}
    }
    match fs::read(path).map(decode) {
        Ok(Ok(text)) => Ok(Source { name, text }),
        Ok(Err(Foreign { text, at, message, hint })) => refuse(text, at, message, hint),
        Err(error) => refuse(String::new(), 0, unreadable(error.kind()), "hint-right-file".into()),
    }
}

fn unreadable(kind: ErrorKind) -> Message {
    Message::new("finding-unreadable-file").with("reason", kind)
}

fn built_in_sources() -> impl Iterator<Item = Source> {
    BUILT_IN.files().filter(|file| is_scenario(file.path()) && spoken(file.path()).is_none()).filter_map(|file| {
        let name = format!("{BUILT_IN_PREFIX}{}", file.path().display());
        Some(Source { name, text: file.contents_utf8()?.to_owned() })
    })
}

/// Looks for bases beside the file that extends them, then among the built-in scenarios.
struct Files;

impl Bases for Files {
    fn base(&self, from: &Source, wanted: &str) -> Result<Source, Message> {
        if !from.name.starts_with(BUILT_IN_PREFIX) {
            let path = Path::new(&from.name).with_file_name(wanted);
            if path.is_file() {
                return read(&path).map_err(|report| {
                    let reason = report.findings.into_iter().next().map(|finding| finding.message);
                    let reason = reason.unwrap_or_else(|| unreadable(ErrorKind::Other));
                    Message::new("finding-base-unreadable").with("file", wanted).with("reason", reason)
                });
            }
        }
        let fits = |source: &Source| {
            let file = source.name.strip_prefix(BUILT_IN_PREFIX).unwrap_or_default();
            file == wanted
                || file.strip_suffix(".ron") == Some(wanted)
                || written_id(&source.text).as_deref() == Some(wanted)
        };
        built_in_sources().find(fits).ok_or_else(|| Message::new("finding-no-base").with("file", wanted))
    }
}
