//! The window. This is the only module that uses Bevy.

pub mod clock;
pub mod director;
pub mod headless;
mod icon;
mod layout_check;
pub mod pictures;
mod presentable;
pub mod screens;
pub mod settings;
mod start;
pub mod theme;
pub mod tour;
pub mod widgets;
pub mod window;

pub use start::StartError;

use bevy::prelude::*;

use director::Director;

/// Theme and widgets: what the app always needs, with or without a display.
pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((theme::plugin, widgets::plugin)).add_systems(Startup, open_eye);
}

/// Opens the window with a director and returns when it is closed.
///
/// # Errors
/// If there is no display or no graphics adapter, or if the window failed.
pub fn open(director: Director) -> Result<(), StartError> {
    let settings = director.settings().clone();
    window::run(&settings, |app| stage(app, director))
}

/// Adds a director and the screens to an app, whether it is shown in a window, drawn for a picture or run by a test.
pub fn stage(app: &mut App, director: Director) {
    app.insert_resource(screens::Directing(director)).add_plugins(screens::plugin);
}

fn open_eye(mut commands: Commands) {
    commands.spawn((Name::new("Camera"), Camera2d, IsDefaultUiCamera, Msaa::Off));
}
