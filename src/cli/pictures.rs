//! `off-roadmap pictures`: plays a scripted game off-screen and saves a PNG of every screen.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::output::{Kind, Output, marked};
use super::{fail, language};
use crate::app::director::{Director, Opening, Outside};
use crate::app::pictures::Stage;
use crate::app::settings::{Settings, SettingsFile};
use crate::app::theme::{TextScale, Theme};
use crate::app::tour;
use crate::policy::STAND_IN;
use crate::run::{Session, Team, plain};
use crate::scenario::Shelf;
use crate::text::{DEFAULT_LANGUAGE, Text};

/// Save a picture of every screen.
#[derive(Args, Clone, Debug)]
pub struct PicturesArgs {
    /// Folder to save the pictures in.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Replace files with the same names that this command did not make.
    #[arg(long)]
    pub force: bool,
    /// Width and height in pixels.
    #[arg(long, default_value = "1280x800")]
    pub size: Size,
    /// The theme.
    #[arg(long, value_enum, default_value_t = ThemeName::Light)]
    pub theme: ThemeName,
    /// Text scale, from 0.8 to 2.
    #[arg(long, default_value = "1.0", value_parser = text_size, allow_negative_numbers = true)]
    pub text_scale: u16,
    /// Language of the texts, such as `de`.
    #[arg(long, value_name = "LANGUAGE", default_value = DEFAULT_LANGUAGE, value_parser = language)]
    pub language: String,
}

/// Width and height.
#[derive(Clone, Copy, Debug)]
pub struct Size(u32, u32);

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" is not a size; write width x height, such as 1280x800");
        let (width, height) = text.split_once('x').ok_or_else(wrong)?;
        let side = |side: &str| side.parse().ok().filter(|side| (320..=7680).contains(side)).ok_or_else(wrong);
        Ok(Self(side(width)?, side(height)?))
    }
}

/// Parses a text scale and returns it in percent.
fn text_size(text: &str) -> Result<u16, String> {
    let scale = text.parse().ok().filter(|scale: &f32| (0.8..=2.0).contains(scale));
    scale
        .map(|scale| (scale * 100.0).round() as u16)
        .ok_or_else(|| "the text scale must be a number from 0.8 to 2".to_owned())
}

/// The themes by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ThemeName {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
    /// High contrast.
    Contrast,
}

/// Runs the command.
#[must_use]
pub fn run(args: &PicturesArgs) -> ExitCode {
    if let Err(error) = std::fs::create_dir_all(&args.out) {
        return fail(&format!("{} cannot be created: {}", args.out.display(), plain(&error)));
    }
    match take(args, &args.out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => fail(&problem),
    }
}

/// Saves a run by another team, on the same seed as the tour, to compare with.
fn other_team(folder: &Path) -> Result<(), String> {
    let scenario = Arc::new(Shelf::built_in().load(tour::SCENARIO).map_err(|error| error.to_string())?);
    let team = Team::named("Aspen", &scenario);
    let mut session = Session::new(scenario, tour::SEED, team, None);
    session.play_by(STAND_IN);
    session.save_as(&folder.join("aspen.run.ron")).map_err(|error| error.to_string())
}

fn take(args: &PicturesArgs, out: &Path) -> Result<(), String> {
    let theme = match args.theme {
        ThemeName::Light => Theme::Light,
        ThemeName::Dark => Theme::Dark,
        ThemeName::Contrast => Theme::Contrast,
    };
    // Use only what is shipped and the run of one other team, and leave no runs behind.
    let runs =
        tempfile::tempdir().map_err(|error| format!("cannot create a temporary folder for runs: {}", plain(&error)))?;
    other_team(runs.path())?;
    let language = args.language.clone();
    let settings = SettingsFile::fixed(Settings { theme, text_size: args.text_scale, language, ..Settings::default() });
    let outside = Outside {
        shelf: Shelf::built_in(),
        runs: Some(runs.path().into()),
        rooms: None,
        settings,
        free_seed: || 7,
        today: || 7,
        browse: |_| Ok(()),
    };
    let director = Director::new(Arc::new(Text::new(&args.language)), outside, Opening::Title);
    let size = (args.size.0, args.size.1).into();
    let mut stage = Stage::new(size, theme, TextScale::default(), |app| crate::app::stage(app, director))
        .map_err(|error| error.to_string())?;
    let mut number = 0;
    tour::play(&mut stage, |stage, name| {
        number += 1;
        let png = stage.png().map_err(|error| format!("{name}: {error}"))?;
        let path = out.join(format!("{number:02}-{name}.png"));
        Output::begin(&path, Kind::Png, args.force)?.write_whole(&marked(&png))
    })
}
