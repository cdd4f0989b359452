//! The window: Bevy lives here and nowhere else.

pub mod headless;
mod layout_check;
pub mod pictures;
mod start;
pub mod theme;
pub mod widgets;
pub mod window;

pub use start::StartError;

use bevy::prelude::*;

/// Theme and widgets: what every build of the window needs, with or without a display.
pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((theme::plugin, widgets::plugin)).add_systems(Startup, open_eye);
}

fn open_eye(mut commands: Commands) {
    commands.spawn((Name::new("Camera"), Camera2d, IsDefaultUiCamera, Msaa::Off));
}
