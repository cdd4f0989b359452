//! The window as this person left it: F11 fills the screen and back, and the size is remembered for the next time.

use bevy::app::AppExit;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;
use bevy::window::{MonitorSelection, PrimaryWindow, WindowMode};

use super::Directing;
use crate::app::director::Act;

/// The last size in logical pixels that the window had while it did not fill the screen.
#[derive(Resource, Default)]
struct OwnSize(Option<(u32, u32)>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<OwnSize>()
        .add_systems(PreUpdate, toggle.after(bevy::input::InputSystems).before(super::direct))
        .add_systems(Update, (fill, look).chain().after(super::direct))
        .add_systems(Last, remember);
}

fn toggle(mut keys: MessageReader<KeyboardInput>, directing: Res<Directing>, mut acts: MessageWriter<Act>) {
    let pressed =
        |key: &&KeyboardInput| key.state == ButtonState::Pressed && !key.repeat && key.logical_key == Key::F11;
    if keys.read().filter(pressed).count() % 2 == 1 {
        acts.write(Act::FullScreen(!directing.0.settings().full_screen));
    }
}

fn fill(directing: Res<Directing>, mut windows: Query<&mut Window, With<PrimaryWindow>>) {
    let Ok(mut window) = windows.single_mut() else { return };
    let mode = match directing.0.settings().full_screen {
        true => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
        false => WindowMode::Windowed,
    };
    if window.mode != mode {
        window.mode = mode;
    }
}

fn look(windows: Query<&Window, (With<PrimaryWindow>, Changed<Window>)>, mut own: ResMut<OwnSize>) {
    if let Ok(window) = windows.single()
        && window.mode == WindowMode::Windowed
    {
        own.0 = Some((window.width() as u32, window.height() as u32));
    }
}

/// Written once, at the end: a size changes with every step of a pull at the edge.
fn remember(exits: MessageReader<AppExit>, own: Res<OwnSize>, mut directing: ResMut<Directing>) {
    if let (false, Some(size)) = (exits.is_empty(), own.0) {
        directing.0.act(Act::WindowSize(size));
    }
}
