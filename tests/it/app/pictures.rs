//! Pictures are drawn by a real graphics adapter, if there is one.

use std::path::{Path, PathBuf};

use bevy::math::UVec2;
use off_roadmap::app::StartError;
use off_roadmap::app::pictures::Stage;
use off_roadmap::app::theme::{TextScale, Theme};
use resvg::tiny_skia::Pixmap;

use crate::app::gallery;

/// The environment variable with a folder in which the pictures are kept, to look at them.
const KEEP: &str = "OFF_ROADMAP_PICTURES";

fn stage(size: UVec2, theme: Theme) -> Option<Stage> {
    let stage = Stage::new(size, theme, TextScale::default(), |app| {
        app.add_plugins(gallery::plugin);
    });
    match stage {
        Ok(stage) => Some(stage),
        // In CI there must be an adapter.
        Err(StartError::NoAdapter(_)) if std::env::var_os("CI").is_none() => None,
        Err(error) => panic!("{error}"),
    }
}

fn folder(temporary: &Path) -> PathBuf {
    std::env::var_os(KEEP).map_or_else(|| temporary.to_path_buf(), PathBuf::from)
}

#[test]
fn a_picture_shows_the_screen_in_every_theme_and_size() {
    let temporary = tempfile::tempdir().unwrap();
    for (theme, size) in [
        (Theme::Light, UVec2::new(1280, 720)),
        (Theme::Light, UVec2::new(1280, 800)),
        (Theme::Light, UVec2::new(1920, 1080)),
        (Theme::Dark, UVec2::new(1280, 800)),
        (Theme::Contrast, UVec2::new(1280, 800)),
    ] {
        let Some(mut stage) = stage(size, theme) else { return };
        let path = folder(temporary.path()).join(format!("gallery-{theme:?}-{}x{}.png", size.x, size.y));
        std::fs::write(&path, stage.png().unwrap()).unwrap();
        let picture = Pixmap::load_png(&path).unwrap();
        assert_eq!((picture.width(), picture.height()), (size.x, size.y));
        let mut colors: Vec<_> =
            picture.pixels().iter().map(|pixel| (pixel.red(), pixel.green(), pixel.blue())).collect();
        colors.sort_unstable();
        colors.dedup();
        assert!(colors.len() > 100, "only {} colours: the screen is empty", colors.len());
    }
}
