//! The window as this person left it: F11 fills the screen and back, and the size is remembered for the next time, or
//! that it took the whole desktop.

use bevy::app::AppExit;
use bevy::ecs::system::NonSendMarker;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;
use bevy::window::{MonitorSelection, PrimaryWindow, WindowMode};
use bevy::winit::WINIT_WINDOWS;

use super::Directing;
use crate::app::director::Act;

/// How the window was while it did not fill the screen.
#[derive(Resource, Default)]
struct Own {
    /// Its last size in logical pixels that it did not owe to the desktop.
    size: Option<(u32, u32)>,
    /// Whether it took all the room of the desktop.
    maximized: Option<bool>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Own>()
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

fn look(
    windows: Query<(Entity, &Window), (With<PrimaryWindow>, Changed<Window>)>,
    mut own: ResMut<Own>,
    _main_thread: NonSendMarker,
) {
    let Ok((entity, window)) = windows.single() else { return };
    if window.mode != WindowMode::Windowed {
        return;
    }
    // Only the system's own window knows; without one, as in tests, it has the size that it has.
    let maximized = WINIT_WINDOWS.with_borrow(|windows| Some(windows.get_window(entity)?.is_maximized()));
    own.maximized = maximized.or(own.maximized);
    if maximized != Some(true) {
        own.size = Some((window.width() as u32, window.height() as u32));
    }
}

/// Written once, at the end: a size changes with every step of a pull at the edge.
fn remember(exits: MessageReader<AppExit>, own: Res<Own>, mut directing: ResMut<Directing>) {
    if exits.is_empty() {
        return;
    }
    if let Some(size) = own.size {
        directing.0.act(Act::WindowSize(size));
    }
    if let Some(maximized) = own.maximized {
        directing.0.act(Act::Maximized(maximized));
    }
}
