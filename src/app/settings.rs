//! Settings: how the window looks to the person who uses it. They are saved in a small file that several
//! windows may share. If the file cannot be read, the player is told, and the first change moves it aside
//! before a new one is written.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::theme::{DESIGN, TextScale, Theme};
use crate::run::{self, StoreError, plain};
use crate::scenario::text_in;
use crate::text::{self, DEFAULT_LANGUAGE, Text};

/// The environment variable that sets a different file for the settings.
pub const SETTINGS_VARIABLE: &str = "OFF_ROADMAP_SETTINGS";
/// Neither side of the window may be larger than this, in logical pixels.
const WIDEST: u32 = 16_384;
/// The text sizes to choose from, in percent.
pub const TEXT_SIZES: [u16; 8] = [80, 90, 100, 110, 130, 150, 175, 200];

/// How the window looks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// The text size, in percent.
    pub text_size: u16,
    /// Whether the window fills the screen.
    pub full_screen: bool,
    /// Whether the window is maximized.
    pub maximized: bool,
    /// Width and height of the window while it is neither full screen nor maximized, in logical pixels.
    pub window: (u32, u32),
    /// The language of all texts, such as `en`.
    pub language: String,
    /// Whether animations are shown.
    pub motion: bool,
    /// Whether the notes for first-time players are shown.
    pub notes: bool,
    /// The keys of the notes that were read.
    pub notes_seen: Vec<String>,
    /// Other folders than the usual one in which runs were saved.
    pub other_runs: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            text_size: 100,
            full_screen: false,
            maximized: false,
            window: (DESIGN.x as u32, DESIGN.y as u32),
            language: DEFAULT_LANGUAGE.into(),
            motion: true,
            notes: true,
            notes_seen: Vec::new(),
            other_runs: Vec::new(),
        }
    }
}

impl Settings {
    /// The text size as a scale.
    #[must_use]
    pub fn text_scale(&self) -> TextScale {
        TextScale(f32::from(self.text_size) / 100.0)
    }

    /// Remembers that a note was read.
    pub fn note_read(&mut self, key: &str) {
        if !self.notes_seen.iter().any(|seen| seen == key) {
            self.notes_seen.push(key.to_owned());
        }
    }

    /// Remembers another folder that has runs.
    pub fn runs_in(&mut self, folder: &Path) {
        if !self.other_runs.iter().any(|known| known == folder) {
            self.other_runs.push(folder.to_path_buf());
        }
    }

    fn parse(source: &str) -> Result<Self, String> {
        // Some editors start a file with a byte order mark.
        let source = source.trim_start_matches('\u{feff}');
        let mut settings: Self = ron::from_str(source).map_err(|error| error.to_string())?;
        let (least, most) = (TEXT_SIZES[0], TEXT_SIZES[TEXT_SIZES.len() - 1]);
        settings.text_size = settings.text_size.clamp(least, most);
        let side = |side: u32, design: f32| side.clamp(design as u32 / 2, WIDEST);
        settings.window = (side(settings.window.0, DESIGN.x), side(settings.window.1, DESIGN.y));
        if !text::languages().contains(&settings.language) {
            settings.language = DEFAULT_LANGUAGE.into();
        }
        Ok(settings)
    }
}

/// The settings and the file that remembers them.
#[derive(Debug, Default)]
pub struct SettingsFile {
    now: Settings,
    path: Option<PathBuf>,
    trouble: Option<Trouble>,
    /// What was changed here and could not be written yet.
    unwritten: Vec<Change>,
}

/// Something that a person changed.
#[derive(Clone)]
struct Change(Arc<dyn Fn(&mut Settings) + Send + Sync>);

impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("Change")
    }
}

/// What went wrong with the file, and why.
#[derive(Debug)]
enum Trouble {
    Read(String),
    Write(String),
}

impl SettingsFile {
    /// Settings that are not saved anywhere.
    #[must_use]
    pub fn fixed(now: Settings) -> Self {
        Self { now, ..Self::default() }
    }

    /// The settings from a file, or the defaults if there is no such file.
    #[must_use]
    pub fn open(path: PathBuf) -> Self {
        let (now, trouble) = match read(&path) {
            Ok(now) => (now.unwrap_or_default(), None),
            Err(reason) => (Settings::default(), Some(Trouble::Read(reason))),
        };
        Self { now, path: Some(path), trouble, ..Self::default() }
    }

    /// The settings file of the current user; if the system has no place for it, settings that are not saved.
    #[must_use]
    pub fn of_this_person() -> Self {
        let named = std::env::var_os(SETTINGS_VARIABLE).filter(|file| !file.is_empty()).map(PathBuf::from);
        let usual = || Some(directories::ProjectDirs::from("", "", "off-roadmap")?.config_dir().join("settings.ron"));
        named.or_else(usual).map_or_else(Self::default, Self::open)
    }

    /// The settings.
    #[must_use]
    pub fn now(&self) -> &Settings {
        &self.now
    }

    /// Changes a setting in this window, and the same setting in the file. Another window may have changed the file
    /// meanwhile: its changes are kept there, but not taken over here.
    pub fn change(&mut self, change: impl Fn(&mut Settings) + Send + Sync + 'static) {
        let before = self.now.clone();
        change(&mut self.now);
        self.unwritten.push(Change(Arc::new(change)));
        self.save(before);
    }

    /// A sentence if the file could not be read or written.
    #[must_use]
    pub fn problem(&self, text: &Text) -> Option<String> {
        let file = self.path.as_ref()?.display().to_string();
        Some(match self.trouble.as_ref()? {
            Trouble::Read(reason) => text.with("settings-unreadable", &[("file", &file), ("reason", reason)]),
            Trouble::Write(reason) => text.with("settings-unsaved", &[("file", &file), ("reason", reason)]),
        })
    }

    /// Writes what was changed on top of what the file says now. If the file is missing or cannot be read, the rest is
    /// taken from `before`, the settings of this window before the change.
    fn save(&mut self, before: Settings) {
        let Some(path) = &self.path else { return self.unwritten.clear() };
        let (stands, broken) = match read(path) {
            Ok(found) => (found.unwrap_or(before), false),
            Err(_) => (before, true),
        };
        let mut wanted = stands.clone();
        self.unwritten.iter().for_each(|change| change.0(&mut wanted));
        if wanted == stands {
            return self.unwritten.clear();
        }
        let saved = if broken { set_aside(path) } else { Ok(()) }.and_then(|()| write(path, &wanted));
        if saved.is_ok() {
            self.unwritten.clear();
        }
        self.trouble = saved.err().map(Trouble::Write);
    }
}

/// The settings in a file; `None` if there is no such file.
fn read(path: &Path) -> Result<Option<Settings>, String> {
    match fs::read(path) {
        Ok(bytes) => {
            let source = text_in(bytes).ok_or_else(|| plain(&ErrorKind::InvalidData.into()))?;
            Settings::parse(&source).map(Some)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(plain(&error)),
    }
}

fn write(path: &Path, settings: &Settings) -> Result<(), String> {
    let source = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::default());
    let source = source.map_err(|error| error.to_string())?;
    run::write(path, &format!("{source}\n")).map_err(|error| match error {
        StoreError::Write { reason, .. } => plain(&reason),
        other => other.to_string(),
    })
}

/// Renames a file that cannot be read to a free name, because somebody may want to repair it.
fn set_aside(path: &Path) -> Result<(), String> {
    let aside = (1_u32..).map(|number| path.with_extension(format!("broken-{number}.ron")));
    let free = aside.into_iter().find(|aside| aside.symlink_metadata().is_err());
    free.map_or(Ok(()), |free| fs::rename(path, free).map_err(|error| plain(&error)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn settings_are_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.ron");
        let mut file = SettingsFile::open(path.clone());
        file.change(|settings| settings.theme = Theme::Dark);
        file.change(|settings| settings.text_size = 130);
        file.change(|settings| settings.motion = false);
        assert!(file.problem(&Text::default()).is_none());
        let wanted = Settings { theme: Theme::Dark, text_size: 130, motion: false, ..Settings::default() };
        assert_eq!(*SettingsFile::open(path).now(), wanted);
    }

    #[test]
    fn a_broken_file_is_told_and_kept_beside_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        fs::write(&path, "(theme: Lihgt)").unwrap();
        let mut file = SettingsFile::open(path.clone());
        assert_eq!(*file.now(), Settings::default());
        assert!(file.problem(&Text::default()).unwrap().contains("settings.ron"));
        assert_eq!(names(folder.path()), ["settings.ron"], "looking at it changes nothing");
        file.change(|settings| settings.theme = Theme::Contrast);
        assert!(file.problem(&Text::default()).is_none());
        assert_eq!(names(folder.path()), ["settings.broken-1.ron", "settings.ron"]);
        assert_eq!(fs::read_to_string(folder.path().join("settings.broken-1.ron")).unwrap(), "(theme: Lihgt)");
        assert_eq!(SettingsFile::open(path).now().theme, Theme::Contrast);
    }

    #[test]
    fn a_file_that_another_editor_saved_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        fs::write(&path, "\u{feff}(\r\n    theme: Dark, \r\n    text_size: 130,\r\n)\r\n\r\n").unwrap();
        let file = SettingsFile::open(path);
        assert_eq!((file.now().theme, file.now().text_size), (Theme::Dark, 130));
        assert!(file.problem(&Text::default()).is_none());
    }

    #[test]
    fn of_two_windows_each_writes_only_what_was_changed_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let (mut first, mut second) = (SettingsFile::open(path.clone()), SettingsFile::open(path.clone()));
        first.change(|settings| settings.theme = Theme::Dark);
        first.change(|settings| settings.note_read("note-house"));
        second.change(|settings| settings.text_size = 130);
        second.change(|settings| settings.note_read("note-board"));
        first.change(|settings| settings.window = (1600, 900));
        let notes_seen = vec!["note-house".to_owned(), "note-board".to_owned()];
        let both =
            Settings { theme: Theme::Dark, text_size: 130, window: (1600, 900), notes_seen, ..Settings::default() };
        assert_eq!(*SettingsFile::open(path.clone()).now(), both);
        assert_eq!(second.now().theme, Theme::Light, "nothing changes in a window by itself");
        // Choosing what this window already shows still writes it for the next start.
        second.change(|settings| settings.theme = Theme::Light);
        assert_eq!(SettingsFile::open(path).now().theme, Theme::Light);
    }

    #[test]
    fn what_could_not_be_written_is_written_with_the_next_change() {
        let folder = tempfile::tempdir().unwrap();
        let blocked = folder.path().join("file");
        fs::write(&blocked, "in the way").unwrap();
        let mut file = SettingsFile::fixed(Settings::default());
        file.path = Some(blocked.join("settings.ron"));
        file.change(|settings| settings.theme = Theme::Dark);
        assert!(file.problem(&Text::default()).is_some());
        fs::remove_file(&blocked).unwrap();
        SettingsFile::open(blocked.join("settings.ron")).change(|settings| settings.motion = false);
        file.change(|settings| settings.text_size = 130);
        assert!(file.problem(&Text::default()).is_none());
        let wanted = Settings { theme: Theme::Dark, text_size: 130, motion: false, ..Settings::default() };
        assert_eq!(*SettingsFile::open(blocked.join("settings.ron")).now(), wanted);
    }

    #[test]
    fn what_no_window_can_show_is_put_right() {
        let settings = Settings::parse("(text_size: 900, window: (1, 800), language: \"xx\")").unwrap();
        assert_eq!(settings, Settings { text_size: 200, window: (640, 800), ..Settings::default() });
    }

    #[test]
    fn a_file_that_cannot_be_written_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "in the way").unwrap();
        let mut file = SettingsFile::fixed(Settings::default());
        file.path = Some(folder.path().join("file/settings.ron"));
        file.change(|settings| settings.theme = Theme::Dark);
        let problem = file.problem(&Text::default()).unwrap();
        assert!(problem.contains("settings.ron") && !problem.contains("os error"), "{problem}");
    }
}
